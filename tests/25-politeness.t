#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Manners, as the server's own log tells of them: streams, pauses, what rate
# fields and Retry-After ask for, closed doors.  What is mostly waiting waits
# side by side, each workspace with hosts of its own.
. tests/tap.sh

plan 19
root=$TMP/root
mkdir "$root"
serve "$root"
page() { # HOST PATH [HEADER-LINE...]: standard input becomes that page
	mkdir -p "$(dirname "$root/$1.localhost/$2")"
	cat > "$root/$1.localhost/$2"
	tap_file=$root/$1.localhost/$2
	shift 2
	[ $# = 0 ] || printf '%s\n' "$@" > "$tap_file.headers"
}
chain() { # HOST N [HEADER-LINE of each]: pages that lead to one another
	for n in $(seq "$2"); do
		[ $n = "$2" ] && echo "<p>$1 $n</p>" |
		    page "$1" $n.html "${3:-X-Any: 1}" ||
		    echo "<a rel=next href=$((n + 1)).html>$n</a>" |
		    page "$1" $n.html "${3:-X-Any: 1}"
	done
}
row() { printf '{ "recipe": "html-pages", "params": { "start": "http://%s.localhost:%s/%s" } }\n' "$1" "$port" "$2"; }
workspace() { # NAME MORE ROW...
	ws=$TMP/$1
	mkdir -p "$ws"
	more=$2
	shift 2
	{
		printf '{ "contact": "t@example.org", %s "allow_private": [ ' \
		    "$more"
		printf '%s\n' "$@" | sed 's,.*//\([a-z0-9-]*\).localhost.*,"\1.localhost",' |
		    sort -u | paste -sd , -
		printf '], "brands": [ { "name": "Own", "role": "own", "sources": [\n'
		printf '%s\n' "$@" | sed '$!s/$/,/'
		echo '] } ] }'
	} > "$ws/sayso.json"
}
fetch() { "$BIN/fetch" -C "$ws" "$@"; }
begin() { # OPTION...: a run over the workspace beside what follows
	{ fetch "$@" > "$ws.out" 2> "$ws.err"; echo $? > "$ws.status"; } &
}
ended() { # NAME WORKSPACE
	is "$1" "$(cat "$TMP/$2.status" "$TMP/$2.err")" 0
}
arrivals() { # HOST: in ms, but for robots.txt
	awk -F'\t' -v h="$1.localhost" '$3 == h && $4 !~ /robots/ {
	    print $1 }' "$log"
}
# The least time between the arrivals of two requests at a host, in ms.
least_gap() { awk -F'\t' -v h="$1.localhost" '$3 == h { if (seen++) {
    gap = $1 - last; if (least == "" || gap < least) least = gap }
    last = $1 } END { print least + 0 }' "$log"; }
asked() { awk -F'\t' -v h="$1.localhost" '$3 == h' "$log" | wc -l | tr -d ' '; }

chain plain 3
workspace plain '' "$(row plain 1.html)"
begin --max-time 20
workspace wide '"delay_ms": 0, "hosts": { "wide.localhost": { "streams": 2 } },' \
    "$(row wide fault/slow_body/1)" "$(row wide fault/slow_body/2)" \
    "$(row wide fault/slow_body/3)" "$(row wide fault/slow_body/4)"
begin
workspace slow '"delay_ms": 100,' "$(row slow fault/slow_body/1)" \
    "$(row slow fault/slow_body/2)" "$(row slow fault/slow_body/3)"
begin

chain delta 3 'X-RateLimit-Remaining: 0
X-RateLimit-Reset: 2'
chain epoch 2 "X-RateLimit-Remaining: 0
X-RateLimit-Reset: $(($(date +%s) + 6))"
chain left 3 'X-RateLimit-Remaining: 7
X-RateLimit-Reset: 3600'
chain draft 2 'RateLimit: "default";r=0;t=2'
chain day 2 'RateLimit-Remaining: 0
RateLimit-Reset: 80000'
workspace rates '"delay_ms": 10,' "$(row delta 1.html)" "$(row left 1.html)" \
    "$(row draft 1.html)" "$(row day 1.html)" "$(row epoch 1.html)" \
    "$(row once fault/429_then_ok/1)" "$(row date fault/429_date_then_ok/1)"
until=$(sed -n 's/X-RateLimit-Reset: //p' \
    "$root/epoch.localhost/1.html.headers")
begun=$(($(date +%s%N) / 1000000))
begin --max-time 60
for name in plain wide slow rates; do
	until [ -s "$TMP/$name.status" ]; do sleep 0.1; done
done

# ---- streams and pauses ----

ended "a plan that says nothing of pauses" plain
ok "asks once a second or less ($(least_gap plain) ms)" \
    test "$(least_gap plain)" -ge 1000

# An answer takes two seconds: three arrivals within a second and a half
# would be three at a time.
ended "two streams for a host of one's own" wide
is "are never three" "$(arrivals wide | awk '{ t[NR] = $1
    if (NR > 2 && t[NR] - t[NR - 2] < 1500) n++ } END { print n + 0, NR }')" \
    "0 4"
like "but two" "$(arrivals wide | awk '{ if (NR > 1 && $1 - last < 1500) n++
    last = $1 } END { print n + 0 }')" '^[1-9]'

ended "a host that is slow" slow
# Half a second is a quarter of its two: the average begins at nothing.
is "is given more time" "$(arrivals slow | awk '{
    if (NR > 1 && $1 - last < 2100) n++; last = $1 } END { print n + 0, NR }')" \
    "0 3"

# ---- what answers ask for ----

ended "a run over hosts that count" rates
gap() { arrivals "$1" | awk '{ if (NR > 1) { gap = $1 - last
    if (least == "" || gap < least) least = gap } last = $1 }
    END { print least + 0 }'; }
is "seconds are waited for" "$([ "$(gap delta)" -ge 2000 ] &&
    asked delta)" 4
is "of the draft too" "$([ "$(gap draft)" -ge 2000 ] && asked draft)" 3
first=$(awk -F'\t' '$3 == "epoch.localhost" { print $1; exit }' "$log")
ok "an instant too" test "$(arrivals epoch | tail -n 1)" -ge \
    $((first + until * 1000 - begun - 1500))
is "who has requests left is not waited for" "$([ "$(gap left)" -lt 1500 ] &&
    asked left)" 4
is "a day is left to another run" "$(asked day)" 2
ok "Retry-After in seconds" test "$(gap once)" -ge 1000
ok "Retry-After as a date" test "$(gap date)" -ge 2000
: > "$log"
ws=$TMP/rates
fetch --force >/dev/null 2>&1
is "which asks nothing either" "$(asked day)" 0

# ---- closed doors ----

echo x | page busy robots.txt 'Status: 429' 'Retry-After: 3600'
echo x | page busy 1.html
for status in 200 403 503; do
	printf '<html><title>Just a moment...</title><script>window._cf_chl_opt={};</script></html>' |
	    page c$status 1.html "Status: $status" 'cf-mitigated: challenge'
done
workspace doors '"delay_ms": 10,' "$(row busy 1.html)" "$(row c200 1.html)" \
    "$(row c403 1.html)" "$(row c503 1.html)"
: > "$log"
fetch 2>"$TMP/err"
is "429 for robots.txt closes a host" \
    "$(grep busy "$log" | grep -vc robots)" 0
is "a challenge is asked once" \
    "$(grep '/1.html' "$log" | cut -f 3 | sort | uniq -c | awk '{ print $1 }' |
    tr '\n' ' ')" "1 1 1 "
is "and is blocked" "$(grep -c ': blocked' "$TMP/err")" 3
