#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Pages are read by other processes, which may die: what a page costs, it
# costs alone, and the bytes are the same for any number of workers.
. tests/tap.sh

plan 29
parse=$BIN/parse
cd "$TMP" || exit 1

page() { # NUMBER: a page with one review
	printf '<html><p>%s</p><script type="application/ld+json">' "$2"
	printf '{"@type":"Review","author":"a%s","reviewBody":"text %s",' \
	    "$1" "$1"
	printf '"reviewRating":{"ratingValue":%s}}</script></html>' \
	    $(($1 % 5 + 1))
}
record() { # URI: the page is standard input
	cat > body
	{
		printf 'WARC/1.1\r\nWARC-Type: resource\r\n'
		printf 'WARC-Target-URI: %s\r\n' "$1"
		printf 'WARC-Date: 2026-11-01T00:00:00Z\r\n'
		printf 'Content-Type: %s\r\nContent-Length: %s\r\n\r\n' \
		    "${2:-text/html}" "$(wc -c < body)"
		cat body
		printf '\r\n\r\n'
	} >> "$out"
}

# ---- any number of workers ----

out=many.warc
padding=$(head -c 20000 /dev/zero | tr '\0' x)
for i in $(seq 60); do
	page "$i" "$padding" | record "https://a.example/$i"
	[ $((i % 20)) != 0 ] || printf 'noise here\r\n' >> "$out"
done
page 61 small > one.html
printf '{"x":1' > broken.json
for i in $(seq 300); do
	printf '{"id":%s,"text":"line %s","rating":4,"author":"b"}\n' $i $i
done > lines.jsonl
set -- many.warc one.html broken.json lines.jsonl missing.html one.html
"$parse" -v "$@" > first.jsonl 2> first.err
is "one worker: the exit status" $? 3
is "every page" "$(wc -l < first.jsonl | tr -d ' ')" 362
for n in 2 3 8; do
	"$parse" -v -j $n "$@" > other.jsonl 2> other.err
	is "$n workers: the exit status" $? 3
	ok "the same bytes" cmp first.jsonl other.jsonl
	ok "the same complaints" cmp first.err other.err
done
exits "more workers than there are" 0 "$parse" -j 9999 one.html
exits "no worker is one" 0 "$parse" -j 0 one.html
exits "no number" 2 "$parse" -j x one.html

# ---- a page that never ends ----

# Each of its expressions goes over all pairs of elements.
cat > slow.json <<'END'
{ "recipe": 1, "id": "slow", "title": "t", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "social", "source": "s",
  "request": { "url": "https://s.example/" },
  "read": { "format": "xml", "records": "//r", "fields": { "id": "@id",
    "text": "t", "title": "string(count(//i[count(//i) > 0]))",
    "author": "string(count(//i[count(//i) > 1]))",
    "location": "string(count(//i[count(//i) > 2]))",
    "positive": "string(count(//i[count(//i) > 3]))",
    "negative": "string(count(//i[count(//i) > 4]))" } } }
END
slow() { # RECORDS ELEMENTS
	printf '<a>'
	for i in $(seq "$1"); do printf '<r id="%s.%s"><t>x</t></r>' "$2" "$i"; done
	head -c $(($2 * 4)) /dev/zero | sed 's/..../<i\/>/g' | tr -d '\0'
	printf '</a>'
}
out=slow.warc
slow 1 3 | record https://s.example/1 application/xml
offset=$(wc -c < slow.warc | tr -d ' ')
slow 400 3000 | record https://s.example/2 application/xml
slow 1 4 | record https://s.example/3 application/xml
exits "a page that takes too long" 3 "$parse" --recipe ./slow.json slow.warc
like "is named with its place" "$(cat err)" \
    "^parse: slow.warc@$offset: costs more than [0-9]+ ms of processor time\$"
is "the pages around it are read" "$(jq -r .url out | tr '\n' ' ')" \
    'https://s.example/1 https://s.example/3 '
exits "beside other workers" 3 "$parse" -j 2 --recipe ./slow.json slow.warc \
    slow.warc
is "too" "$(jq -r .url out | wc -l | tr -d ' ')" 4

# ---- a worker that is killed, one that stands still ----

# hit SIGNAL: while the slow page is read; a sanitizer's worker takes longer
# to get there
hit() {
	"$parse" --recipe ./slow.json slow.warc > out 2> err &
	victim=$!
	child=
	tries=0
	while [ -z "$child" ] && [ $tries -lt 200 ]; do
		child=$(ps -o pid= --ppid $victim 2>/dev/null)
		tries=$((tries + 1))
		sleep 0.02
	done
	sleep 0.3
	kill "-$1" $child 2>/dev/null
	wait $victim
	hit=$?
}
if command -v ps >/dev/null; then
	hit SEGV
	is "a worker that is killed" $hit 3
	like "costs its page" "$(cat err)" \
	    "^parse: slow.warc@$offset: its reader (was killed|ended)"
	is "and no other" "$(jq -r .url out | wc -l | tr -d ' ')" 2
	hit STOP
	is "a worker that stands still" $hit 3
	is "costs its page" "$(cat err)" \
	    "parse: slow.warc@$offset: its reader stood still"
	is "and no other" "$(jq -r .url out | wc -l | tr -d ' ')" 2
else
	for i in 1 2 3 4 5 6; do
		skip "a worker that is killed" "no ps"
	done
fi

# ---- what it gave up ----

exits "a charset that has to be loaded" 0 sh -c \
    'page=$(cat one.html); printf "<meta charset=shift_jis><p>\203\145\203X</p>%s" \
    "$page" > sjis.html; "$0" sjis.html' "$parse"
is "is read" "$(jq -r .author out)" a61
exits "a charset that nobody has" 0 sh -c \
    'printf "<meta charset=klingon><p>\203\145</p>" | cat - one.html > k.html
    "$0" k.html k.html' "$parse"
is "costs no page" "$(jq -r .author out | tr '\n' ' ')" 'a61 a61 '
