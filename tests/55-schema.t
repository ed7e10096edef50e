#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# summary.json is what its JSON Schema says: of the example market in both
# states, with alerts, edits, near copies and replies, and of hardly anything.
. tests/tap.sh
. tests/market/market.sh

python3 -c 'import jsonschema; jsonschema.Draft202012Validator' 2>/dev/null ||
    skip_all "python3-jsonschema is not installed"
plan 3
ws=$TMP/ws

faults() { # FILE: what is wrong with it
	python3 - score/summary.schema.json "$1" <<'P'
import json, sys
from jsonschema import Draft202012Validator as Validator
schema, summary = (json.load(open(f)) for f in sys.argv[1:])
Validator.check_schema(schema)
for e in Validator(schema).iter_errors(summary):
    print(e.json_path, e.message[:200])
P
}

market_start
market_plan "$ws"
for run in $first_run $second_run; do
	"$BIN/fetch" -C "$ws" --now "$run" >/dev/null 2>&1
	"$BIN/parse" -C "$ws" >/dev/null 2>&1
	"$BIN/score" -C "$ws" >/dev/null 2>&1
	market_second
done
is "the example market" "$(faults "$ws/summary/summary.json")" ""

mkdir -p "$TMP/odd/reviews/own.shop" "$TMP/odd/changes"
cat > "$TMP/odd/sayso.json" <<'J'
{"contact":"a@example.org","brands":[
 {"name":"Own","role":"own","customers":[{"period":"Q3","start":9,"lost":1}]},
 {"name":"Rival","role":"competitor"}]}
J
# Near copies, surveys, a vanished review, one that came back, no dates.
perl -e 'for my $i (1 .. 40) {
	printf qq({"id":"%032x","source":"Shop","kind":"%s","brand":"%s",)
	    . qq("reviewRating":{"ratingValue":%d,"bestRating":%d},)
	    . qq("reviewBody":"%s"%s,"capture":{"file":)
	    . qq("own.shop/20261101T000000Z.warc.gz","offset":1,)
	    . qq("fetched":"2026-11-01T00:00:00Z"}}\n), $i,
	    $i % 7 ? "retailer" : "survey", $i % 3 ? "Own" : "Rival",
	    $i % 5 + 1, $i % 14 ? 5 : 10, $i % 2 ? "The same words in every"
	    . " review of this shop, twelve of them and more, number one" :
	    "Rival is better than Own, I love it.", $i % 4 ? "" :
	    qq(,"datePublished":"2026-10-0) . ($i % 9 + 1) . q(") }' \
    > "$TMP/odd/reviews/own.shop/20261101T000000Z.jsonl"
printf '{"type":"ReviewChange","change":"%s","row":"own.shop","noticed":"2026-11-02T00:00:00Z","id":"%032x","source":"Shop","brand":"Own","before":{"ratingValue":3,"bestRating":5}}\n' \
    vanished 1 returned 5 vanished 8 > "$TMP/odd/changes/own.shop.jsonl"
"$BIN/score" -C "$TMP/odd" --since 2026-10-01 >/dev/null 2>&1
is "what is odd" "$(faults "$TMP/odd/summary/summary.json")" ""

mkdir -p "$TMP/one/reviews/own.shop"
cp "$TMP/odd/sayso.json" "$TMP/one/sayso.json"
echo '{"reviewBody":"ok"}' > "$TMP/one/reviews/own.shop/20261101T000000Z.jsonl"
"$BIN/score" -C "$TMP/one" >/dev/null 2>&1
is "next to nothing" "$(faults "$TMP/one/summary/summary.json")" ""
