#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What happens to a workspace over the years, and what is said of it.
. tests/tap.sh

plan 36
w=$TMP/w
mkdir "$w"

# ---- a clock that is set back ----

cat > "$w/sayso.json" <<'END'
{ "contact": "me@shop.example", "brands": [ { "name": "Ours", "role": "own",
  "sources": [ { "recipe": "survey-csv", "params": { "file": "s.csv" } } ] } ] }
END
survey() { printf 'id,date,score,comment\n1,2026-01-02,9,%s\n' "$1" > \
    "$w/s.csv"; }
newest() { "$BIN/score" dedup "$w"/reviews/*/*.jsonl |
    sed -n 's/.*"reviewBody":"\([a-z]*\)".*/\1/p'; }
survey first
ok "a run" "$BIN/fetch" -C "$w" --now 2026-05-05T10:00:00Z
survey edited
exits "and one whose clock is an hour behind" 0 \
    "$BIN/fetch" -C "$w" --now 2026-05-05T09:00:00Z --force
is "says nothing" "$(cat "$TMP/err")" ""
ok "and is parsed" "$BIN/parse" -C "$w"
is "what it saw counts" "$(newest)" edited
survey again
exits "a clock that stood in the future" 0 \
    "$BIN/fetch" -C "$w" --now 2026-03-01T09:00:00Z --force
like "is told" "$(cat "$TMP/err")" \
    'ours.survey-csv: the clock stands before the last run'

# ---- more pages than a recipe allows ----

mkdir "$TMP/root" "$TMP/root/127.0.0.1"
serve "$TMP/root"
for n in 1 2 3; do
	echo "<link rel=next href=/p$((n + 1))><p>page $n" \
	    > "$TMP/root/127.0.0.1/p$n"
done
cat > "$w/few.json" <<'END'
{ "recipe": 1, "id": "few", "title": "two pages", "docs": "none",
  "terms": "ours", "verified": "by this test", "kind": "retailer",
  "params": { "start": { "about": "the first page", "required": true } },
  "request": { "url": "{start}", "robots": "api" },
  "paginate": { "type": "html_next", "max_pages": 2, "stop": [ "absent" ] },
  "read": { "format": "auto" } }
END
few() { # MORE-OF-THE-SOURCE
	rm -rf "$w/captures" "$w/.ledger.db"
	cat > "$w/sayso.json" <<END
{ "contact": "me@shop.example", "allow_private": [ "127.0.0.1" ],
  "delay_ms": 0, "brands": [ { "name": "Ours", "role": "own", "sources": [
    { "recipe": "few.json", "params": { "start":
      "http://127.0.0.1:$port/p1" } $1 } ] } ] }
END
}
few
exits "a page ceiling with a next page" 3 "$BIN/fetch" -C "$w"
like "is told" "$(cat "$TMP/err")" \
    'ours.few: short: there is more behind the 2 pages .*max_pages in the plan'
few ', "max_pages": 2'
exits "but not where the plan wants no more" 0 "$BIN/fetch" -C "$w"
is "which is complete" "$(cat "$TMP/err")" ""

# ---- why robots.txt could not be had ----

few
sed -i 's/"allow_private": [^]]*],//' "$w/sayso.json"
sed -i 's/"api"/"obey"/' "$w/few.json"
exits "an address at home" 1 "$BIN/fetch" -C "$w"
like "is told with the key that allows it" "$(cat "$TMP/err")" \
    'robots.txt cannot be had, .*: address is not public \(see allow_private'
exits "and by add" 1 "$BIN/fetch" add -C "$w" Ours "http://127.0.0.1:$port/p1"
like "without a row that nobody knows" "$(cat "$TMP/err")" \
    'p1: no page came: failed: robots.txt cannot be had, .*not public'

# ---- a source that is another one now ----

cat > "$w/list.json" <<'END'
{ "recipe": 1, "id": "list", "title": "a list", "docs": "none",
  "terms": "ours", "verified": "by this test", "kind": "retailer",
  "params": { "url": { "about": "the address", "required": true } },
  "request": { "url": "{url}", "robots": "api" },
  "paginate": { "type": "page", "param": "page", "max_pages": 9,
    "stop": [ "empty" ] },
  "read": { "format": "json", "records": "/list",
    "fields": { "id": "/id", "text": "/text" } } }
END
source_of() { # RECIPE PARAMETER PATH
	rm -rf "$w/captures" "$w/reviews" "$w/changes" "$w/.ledger.db"
	printf '%s "%s", "params": { "%s": "%s" }, "every": "PT1M" } ] } ] }' \
	    '{ "contact": "me@shop.example", "allow_private": [ "127.0.0.1" ],
	    "delay_ms": 0, "brands": [ { "name": "Ours", "role": "own",
	    "sources": [ { "recipe":' "$1" "$2" \
	    "http://127.0.0.1:$port$3" > "$w/sayso.json"
}
on() { # DAY PROGRAM [STATUS]: what it says
	if [ "$2" = fetch ]; then
		"$BIN/fetch" -C "$w" --now "2026-05-0${1}T08:00:00Z" 2>&1
	else
		"$BIN/$2" -C "$w" 2>&1
	fi
	echo "= $?"
}
shown_page() { # standard input is what it shows
	cat > "$TMP/root/127.0.0.1/shown"
}
full() { echo '<div itemscope itemtype="https://schema.org/Review">
	<p itemprop="reviewBody">Boils fast, and quietly.</p></div>'; }
source_of html-pages start /shown
full | shown_page
is "a page with a review" "$(on 1 fetch; on 1 parse)" "= 0
= 0"
echo '<form action=/login>Sign in</form>' | shown_page
is "a page that asks to sign in" "$(on 2 fetch)" "= 0"
like "has none, and had" "$(on 2 parse)" \
    'T080000Z.jsonl: no review in 1 page, where earlier runs found 1: the'
is "and vanishes nothing" "$(cat "$w"/changes/* 2>&1 | grep -c vanished)" 0
full | shown_page
is "and is well again" "$(on 3 fetch; on 3 parse)" "= 0
= 0"

source_of html-pages start /shown
echo '<p>Our kettle.' | shown_page
on 1 fetch > "$TMP/out"
like "a page that never had any is told" "$(on 1 parse)" \
    'no review in 1 page: is this the right address, and the right recipe'
echo '<p>Our new kettle.' | shown_page
is "once" "$(on 2 fetch; on 2 parse)" "= 0
= 0"

answers() { # PAGE-1 PAGE-2
	mkdir -p "$TMP/root/127.0.0.1"
	echo "$1" > "$TMP/root/127.0.0.1/one"
	echo "$2" > "$TMP/root/127.0.0.1/two"
	printf '/list?page=1\tone\n/list?page=2\ttwo\n' \
	    > "$TMP/root/127.0.0.1/answers.tsv"
}
source_of list.json url /list
answers '{"list":[{"id":1,"text":"good"},{"id":2,"text":"bad"}]}' \
    '{"list":[]}'
is "a list" "$(on 1 fetch; on 1 parse)" "= 0
= 0"
answers '{"error":"your key is no longer valid"}' '{}'
like "an error with status 200" "$(on 2 fetch)" \
    'ours.list: short: no /list in the answer any more'
like "is told again" "$(on 3 fetch)" 'short: no /list in the answer'
source_of list.json url /list
like "and where there never was one" "$(on 1 fetch)" \
    'ours.list: no /list in the answer: is all that it was asked with'

# The end of a list that stays as it was is nothing that was left out.
source_of list.json url /list
answers '{"list":[{"id":1,"text":"good"},{"id":2,"text":"bad"}]}' \
    '{"list":[]}'
on 1 fetch > "$TMP/out"
answers '{"list":[{"id":3,"text":"new"},{"id":2,"text":"bad"}]}' \
    '{"list":[]}'
on 2 fetch > "$TMP/out"
on 2 parse > "$TMP/out"
is "a list whose last page is as it was" "$(cat "$w"/reviews/*/*.jsonl |
    grep -c '"pages":2,"unchanged":0')" 2

# ---- a disk that is full in the middle of a summary ----

rm -rf "$w/reviews" "$w/changes"
mkdir -p "$w/reviews/x"
printf '{"brand":"Ours","source":"s","reviewBody":"Very %s."}\n' good bad \
    > "$w/reviews/x/1.jsonl"
exits "a summary" 0 "$BIN/score" -C "$w"
(cd "$w/summary" && cksum *) > "$TMP/before"
printf '{"brand":"Ours","source":"s","reviewBody":"Most excellent."}\n' \
    >> "$w/reviews/x/1.jsonl"
exits "the next one does not fit" 1 sh -c 'ulimit -f 64; exec "$@"' sh \
    "$BIN/score" -C "$w"
is "and leaves every file as it was" "$(cd "$w/summary" && cksum *)" \
    "$(cat "$TMP/before")"
"$BIN/score" -C "$w"
is "until there is room" "$(cd "$w/summary" && cksum * |
    grep -Fx -f "$TMP/before" | grep -c 'report\|summary')" 0

# ---- a copy of the workspace that broke off ----

source_of list.json url /list
is "a run" "$(on 1 fetch; on 1 parse)" "= 0
= 0"
capture=$(echo "$w"/captures/ours.list/*.gz)
cp "$capture" "$TMP/whole"
end=$(sed -n 's/.*"SourceRun".*"offset":\([0-9]*\).*/\1/p' \
    "$w"/reviews/ours.list/*)
head -c "$end" "$TMP/whole" > "$capture"
rm -r "$w/reviews"
like "a capture without its last record" "$(on 1 parse)" \
    'T080000Z.warc.gz: the record that ends a run is missing: the file was cut'
is "is read as far as it goes" "$(cat "$w"/reviews/*/* | grep -c '"text\|Body')" 2
: > "$capture"
rm -r "$w/reviews"
like "an empty one" "$(on 1 parse)" 'T080000Z.warc.gz: no record in it'
cp "$TMP/whole" "$capture"
rm -r "$w/reviews"
is "the whole one" "$(on 1 parse)" "= 0"
