#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Killed 200 times at random moments of a run over 2,000 pages: what was
# captured in the end is every page once, and a kill costs a second's pages.
. tests/tap.sh

plan 7
root=$TMP/root
hosts="one two three four"
for host in $hosts; do
	mkdir -p "$root/$host.localhost"
	awk -v dir="$root/$host.localhost" 'BEGIN { for (i = 1; i <= 500; i++) {
	    file = sprintf("%s/%d.html", dir, i)
	    next_one = i < 500 ? sprintf("<a rel=next href=%d.html>", i + 1) : ""
	    printf "<html>page %d of this host %s</html>\n", i, next_one > file
	    close(file) } }'
done
serve "$root"
ws=$TMP/ws
mkdir "$ws"
{
	printf '{ "contact": "t@example.org", "delay_ms": 320, "allow_private": ['
	for host in $hosts; do printf '"%s.localhost",' $host; done
	printf '], "brands": [ { "name": "Own", "role": "own", "sources": ['
	for host in $hosts; do
		printf '{ "recipe": "html-pages", "id": "%s", "max_pages": 600,
		    "params": { "start": "http://%s.localhost:%s/1.html" } },' \
		    $host $host "$port"
	done
	echo '] } ] }'
} > "$ws/sayso.json"

# Twelve pages a second: the kills are spread over the whole run.
kills=0
for moment in $(awk 'BEGIN { srand(20261122)
    for (i = 0; i < 200; i++) printf "%.3f\n", 0.1 + rand() * 2.2 }'); do
	"$BIN/fetch" -C "$ws" 2>/dev/null &
	victim=$!
	sleep "$moment"
	kill -9 $victim 2>/dev/null && kills=$((kills + 1))
	wait $victim 2>/dev/null
done
is "killed" $kills 200
# The rest need not be slow.
sed -i 's/"delay_ms": 320/"delay_ms": 0/' "$ws/sayso.json"
exits "the run after that" 0 "$BIN/fetch" -C "$ws"
find "$ws/captures" -name '*.warc.gz' ! -path '*/.*' | LC_ALL=C sort \
    > "$TMP/files"
responses() {
	xargs zcat < "$TMP/files" | tr -d '\r' | awk '
	    /^WARC-Type: / { type = $2 }
	    /^WARC-Target-URI: / && type == "response" &&
	    !/robots.txt/ { print $2 }'
}
responses | LC_ALL=C sort > "$TMP/pages"
is "every page was captured" "$(uniq "$TMP/pages" | wc -l | tr -d ' ')" 2000
is "none twice" "$(uniq -d "$TMP/pages" | wc -l | tr -d ' ')" 0
ok "no file is damaged" sh -c "xargs gzip -t < '$TMP/files'"
is "nothing is left half done" \
    "$(find "$ws/captures/.partial" -type f | wc -l | tr -d ' ')" 0
asked=$(grep -c '/[0-9]*\.html' "$log")
echo "# $asked requests for 2000 pages, $(wc -l < "$TMP/files") files" >&2
# Twelve pages come in a second, and four may be on their way.
ok "a kill costs a second's pages at most" test "$asked" -lt \
    $((2000 + 200 * 16))
