#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Aspects and comparisons: annotate, explain, map and the summary.
. "${0%/*}/tap.sh"
plan 35

mkdir "$TMP/lexicon"
printf '#lexicon\ten\ngood\t2\thand\nbad\t-2\thand\n' >"$TMP/lexicon/en.tsv"
{
	printf '#aspects\ten\nfood\tsoup\tuse\nprice\tcheap\tbuy\n'
	printf 'price\tprice\tbuy\nreturns\trefund\treturn\n'
} >"$TMP/lexicon/en.aspects.tsv"
{
	printf '#comparisons\ten\nself\tbetter than X\tX\n'
	printf 'Y\tswitched from X to Y\tX\n'
} >"$TMP/lexicon/en.comparisons.tsv"
cat >"$TMP/sayso.json" <<'END'
{ "contact": "test@example.org", "brands": [
  { "name": "Lumen", "role": "own", "sources": [ { "recipe": "html-pages",
    "params": { "start": "http://shop.localhost/" } } ] },
  { "name": "Bosch", "role": "competitor", "aliases": [ "Bosh" ],
    "sources": [ { "recipe": "html-pages",
    "params": { "start": "http://x.localhost/" } } ] } ] }
END

annotate() { "$BIN/score" annotate --lexicon "$TMP/lexicon" --lang en "$@"; }
part() { annotate --brands 'Lumen,Bosch=Bosh' "$@" | jq -c "$member"; }

member=.sentiment.aspects
is 'a mention with what is said of it' \
    "$(echo '{"reviewBody":"Good soup, bad price."}' | part)" \
    '[{"aspect":"food","stage":"use","score":4000,"label":"pos","start":5,"end":9},{"aspect":"price","stage":"buy","score":-4000,"label":"neg","start":15,"end":20}]'
is 'a mention of which nothing is said' \
    "$(echo '{"name":"Soup","reviewBody":"I had it. Good."}' | part)" \
    '[{"aspect":"food","stage":"use","label":"none","field":"name","start":0,"end":4}]'
is 'no opinion word, but a mention' \
    "$(echo '{"reviewBody":"soup"}' | part)" \
    '[{"aspect":"food","stage":"use","label":"none","start":0,"end":4}]'
member=.sentiment.coverage
is 'the share of words that are known' \
    "$(echo '{"reviewBody":"the good soup today"}' | part)" 50
member='.sentiment.confidence > 50 and .sentiment.confidence <= 100'
is 'how sure it is, in percent' \
    "$(echo '{"reviewBody":"good good good"}' | part)" true

member=.sentiment.comparisons
is 'who is preferred' \
    "$(echo '{"brand":"Lumen","reviewBody":"Good price, better than Bosh"}' |
    part)" \
    '[{"preferred":"Lumen","over":"Bosch","aspect":"price","start":12,"end":28}]'
is 'a review without a brand' \
    "$(echo '{"reviewBody":"better than Bosch, good"}' | part)" \
    '[{"over":"Bosch","start":0,"end":17}]'
is 'a preference without an opinion word' \
    "$(echo '{"reviewBody":"Switched from Bosch to Lumen"}' | part)" \
    '[{"preferred":"Lumen","over":"Bosch","start":0,"end":28}]'
is 'names come from a plan too' \
    "$(echo '{"brand":"Lumen","reviewBody":"better than bosh"}' |
    annotate --plan "$TMP/sayso.json" | jq -r "$member[0].over")" Bosch
annotate --brands 'A,,B' </dev/null 2>"$TMP/err"
is 'an empty name: exit 2' "$?" 2
like 'and why' "$(cat "$TMP/err")" 'a name is empty'

# ---- a list of one's own ----
printf '#aspects\ten\nwarmth\tsoup\tuse\nwarmth\twarm*\tuse\n' \
    >"$TMP/lexicon/my.aspects.tsv"
is "a further file's row goes before" \
    "$(echo '{"reviewBody":"soup warmer"}' | annotate |
    jq -r '[.sentiment.aspects[].aspect] | join(" ")')" 'warmth warmth'
printf '#aspects\ten\nwarmth\tsoup\tnowhere\n' >"$TMP/lexicon/my.aspects.tsv"
annotate </dev/null 2>"$TMP/err"
is 'a stage that is none: exit 2' "$?" 2
like 'with file and line' "$(cat "$TMP/err")" \
    'my.aspects.tsv:2: no stage.*nowhere'
rm "$TMP/lexicon/my.aspects.tsv"

# ---- explain ----
explain() { "$BIN/score" explain --lexicon "$TMP/lexicon" "$@"; }
line='{"id":"0a","brand":"Lumen","source":"Shop","inLanguage":"en","reviewBody":"Good soup. Better than Bosch.\u001b[2J","url":"http://x.example/1","capture":{"file":"row/a.warc.gz","offset":77,"fetched":"2026-11-02T00:00:00Z"}}'
printf '%s\n' "$line" | explain --brands Lumen,Bosch >"$TMP/page"
is 'explain: exit 0' "$?" 0
like 'the words that decided' "$(cat "$TMP/page")" '\+2\.00  good  "Good"'
like 'the aspects' "$(cat "$TMP/page")" 'food +use +pos +\+4000  "soup"'
like 'the comparisons' "$(cat "$TMP/page")" 'Lumen over Bosch  "Better'
like 'the way back' "$(cat "$TMP/page")" 'from +row/a.warc.gz at 77'
is 'nothing that a terminal obeys' "$(tr -d '\n -~' <"$TMP/page" | wc -c |
    tr -d ' ')" 0
mkdir -p "$TMP/reviews/row"
{
	printf '%s\n' "$line"
	printf '%s\n' "$line" | sed 's/Good soup/Bad soup/; s/11-02T/11-03T/'
} >"$TMP/reviews/row/a.jsonl"
explain -C "$TMP" 0a >"$TMP/page"
is 'explain an id of a workspace: exit 0' "$?" 0
like 'its newest version' "$(cat "$TMP/page")" 'fetched +2026-11-03'
like 'with the names of the plan' "$(cat "$TMP/page")" 'Lumen over Bosch'
explain -C "$TMP" 0b >"$TMP/page" 2>"$TMP/err"
is 'an id that is not there: exit 1' "$?" 1
like 'is said' "$(cat "$TMP/err")" '0b: no review with this id'

# ---- tallies and summary ----
review() { # brand text
	printf '{"source":"Shop","kind":"retailer","brand":"%s","inLanguage":"en","reviewBody":"%s"}\n' "$@"
}
{
	for n in 1 2 3 4 5 6; do
		review Lumen "Good soup, better than Bosch. $n"
	done
	review Lumen 'Bad soup, good soup, bad soup.'
	review Lumen 'soup'
	review Bosch 'Good. Switched from Bosch to Lumen.'
	review Bosch 'Better than Lumen in price. Bad price.'
} >"$TMP/all.jsonl"
"$BIN/score" map --lexicon "$TMP/lexicon" --plan "$TMP/sayso.json" \
    "$TMP/all.jsonl" >"$TMP/all.tally"
is 'a review counts once for an aspect' \
    "$(grep -E '^(as|sg)\|Lumen' "$TMP/all.tally" | tr '\t\n' '= ')" \
    'as|Lumen|Shop|food|neg=1 as|Lumen|Shop|food|none=1 as|Lumen|Shop|food|pos=6 sg|Lumen|Shop|use|neg=1 sg|Lumen|Shop|use|none=1 sg|Lumen|Shop|use|pos=6 '
is 'and for a preference' "$(grep '^vs' "$TMP/all.tally" | tr '\t\n' '= ')" \
    'vs|Bosch|Lumen|price=1 vs|Lumen|Bosch|-=1 vs|Lumen|Bosch|food=6 '
merge() { "$BIN/score" merge --plan "$TMP/sayso.json" "$@"; }
merge "$TMP/all.tally" >"$TMP/summary.json"
is 'aspects of a brand' "$(jq -c '.brands[0].aspects[0] |
    [.aspect, .reviews, .positive, .negative, .positiveShare.n]' \
    "$TMP/summary.json")" '["food",8,6,1,7]'
is 'head to head' "$(jq -c '[.brands[].headToHead[] | select(.aspect | not) |
    [.other, .preferred, .against]]' "$TMP/summary.json")" \
    '[["Bosch",7,1],["Lumen",1,7]]'
is 'the share has an interval' "$(jq '.brands[0].headToHead[0].preferredShare |
    .low < .value and .value < .high' "$TMP/summary.json")" true
sed 's/^_m|names|..../_m|names|0000/' "$TMP/all.tally" >"$TMP/other.tally"
"$BIN/score" reduce "$TMP/all.tally" "$TMP/other.tally" |
    merge >/dev/null 2>&1
is 'tallies of two plans are refused' "$?" 3

# ---- the shipped lists ----
said() { # language text
	printf '{"reviewBody":"%s"}\n' "$2" | "$BIN/score" annotate --lang "$1" |
	    jq -r '[.sentiment.aspects[] | .aspect + ":" + .label] | unique |
	    join(" ")'
}
is 'Croatian' "$(said hr 'Dostava je bila brza, ali je kvaliteta loša.')" \
    'delivery:pos quality:neg'
is 'Arabic' "$(said ar 'الطعام لذيذ لكن الخدمة سيئة')" 'food:pos service:neg'
is 'Persian' "$(said fa 'کیفیت عالی ولی ارسال خیلی دیر بود')" \
    'delivery:neg quality:pos'
is 'Georgian' "$(said ka 'საჭმელი გემრიელი იყო, მომსახურება საშინელი')" \
    'food:pos service:neg'
