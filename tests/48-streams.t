#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Streams of the plan: which reviews they take, and that their summaries can be
# made from merged tallies.
. tests/tap.sh

plan 36
ws=$TMP/ws
mkdir -p "$ws/reviews/own.shop"

n=0
review() { # BRAND SOURCE STARS LANG DATE LOCATION TEXT
	n=$((n + 1))
	printf '{"id":"%08x","source":"%s","kind":"retailer","brand":"%s","reviewRating":{"ratingValue":%s,"bestRating":5,"worstRating":1},"reviewBody":"%s","inLanguage":"%s","datePublished":"%s","location":"%s","capture":{"file":"a","offset":1,"fetched":"2026-11-01T00:00:00Z"}}\n' \
	    $n "$2" "$1" "$3" "$7" "$4" "$5" "$6"
}
{
	review Own Shop 1 en 2026-10-01 "Zagreb, HR" "The delivery was late and the box was broken."
	review Own Shop 5 en 2026-10-02 "Split" "Lovely coffee, I love it! #TamarelDay"
	review Own Opinions 2 hr 2026-09 "Zagreb" "Dostava kasni, užas."
	review Own Opinions 4 en 2026-08-09 "" "Café au lait at its best, fast delivery."
	review Rival Shop 1 en 2026-07-01 "Split" "The late delivery again. Terrible."
	review Rival Shop 3 en 2025-12-31 "" "Undelivered promises, but fine."
} > "$ws/reviews/own.shop/20261101T000000Z.jsonl"

cat > "$ws/sayso.json" <<'J'
{"contact":"a@example.org","streams":[
 {"id":"all","name":"All of it"},
 {"id":"word","keywords":["DELIVERY"]},
 {"id":"either","keywords":["delivery","dostava"]},
 {"id":"phrase","phrases":["late delivery"]},
 {"id":"accent","keywords":["cafe"]},
 {"id":"tag","hashtags":["tamarelday"]},
 {"id":"place","locations":["zagreb"]},
 {"id":"language","languages":["hr-HR"]},
 {"id":"low","least_stars":1,"most_stars":2},
 {"id":"source","sources":["Opinions"],"brands":["Own"]},
 {"id":"time","from":"2026-09-15","to":"2026-10-01"},
 {"id":"aspect","aspects":["delivery"],"labels":["neg"]},
 {"id":"kind","kinds":["review-site"]},
 {"id":"together","keywords":["delivery","zebra"],"phrases":["was late"],"locations":["zagreb","split"],"languages":["en"],"least_stars":1,"most_stars":2,"aspects":["delivery"],"labels":["neg"],"sources":["Shop"],"kinds":["retailer"],"brands":["Own"],"from":"2026-10","to":"2026-10"},
 {"id":"tagged","hashtags":["#TAMARELday"],"locations":["split"],"least_stars":5,"from":"2026-10-02"},
 {"id":"tagged-not","hashtags":["tamarelday"],"locations":["zagreb"]},
 {"id":"nothing","keywords":["zebra"]}],
 "thresholds":[{"stream":"low","figure":"reviews","above":1}],
 "brands":[{"name":"Own","role":"own","sources":[{"recipe":"html-pages","params":{"start":"https://a.example/"}}]},{"name":"Rival","role":"competitor"}]}
J
exits "a run with streams" 0 "$BIN/score" -C "$ws"

takes() { # ID N
	is "$1 takes $2" "$(jq '[.brands[].total.reviews] | add' \
	    "$ws/summary/streams/$1/summary.json")" "$2"
}
takes all 6
takes word 3
takes either 4
takes phrase 1
takes accent 1
takes tag 1
takes place 2
takes language 1
takes low 3
takes source 2
takes time 2
takes kind 0
takes together 1
takes tagged 1
takes tagged-not 0
takes nothing 0
is "aspect and label" "$(jq '[.brands[].total.reviews] | add' \
    "$ws/summary/streams/aspect/summary.json" | grep -cE '^[1-4]$')" 1
like "its report says which it is" \
    "$(cat "$ws/summary/streams/all/report.md")" 'All of it'
ok "with a feed of its own" \
    test -s "$ws/summary/streams/word/unanswered.atom"
exits "thresholds may be of a stream" 1 "$BIN/score" check -C "$ws"
like "which is named" "$(cat "$TMP/out")" '^low, Own: reviews 2'

perl tests/market/figures.pl "$ws/summary/streams/either/summary.json" \
    > "$TMP/names"
cut -f1 "$TMP/names" | tr '\n' '\0' | xargs -0 "$BIN/score" explain \
    -C "$ws" --stream either --limit 0 > "$TMP/pages"
is "its figures are explained by its reviews" \
    "$(perl tests/market/explained.pl "$TMP/names" < "$TMP/pages")" \
    "$(wc -l < "$TMP/names" | tr -d ' ') figures"
exits "of a stream that there is" 2 "$BIN/score" explain -C "$ws" \
    --stream no Own/reviews
ok "metrics of streams may stand in one folder" sh -c \
    "test -z \"\$(cat '$ws'/summary/metrics.prom \
    '$ws'/summary/streams/*/metrics.prom | grep -v '^#' |
    sed 's/ [^ ]*\$//' | LC_ALL=C sort | uniq -d)\""
is "no entry of a feed is that of another's" "$(cat \
    "$ws"/summary/alerts.atom "$ws"/summary/streams/*/alerts.atom |
    grep -o '<id>[^<]*' | LC_ALL=C sort | uniq -d)" ""
cp -R "$ws/summary" "$TMP/first"
"$BIN/score" -C "$ws" > /dev/null 2>&1
ok "the same bytes again" diff -r "$TMP/first" "$ws/summary"

# ---- by any engine ----
cd "$ws/reviews/own.shop" || exit 1
split -l 2 2*.jsonl "$TMP/part."
for part in "$TMP"/part.*; do
	env -i "$BIN/score" map --plan "$ws/sayso.json" --stream word "$part"
done | "$BIN/score" reduce | "$BIN/score" merge --plan "$ws/sayso.json" \
    --reviews "$ws/reviews/own.shop/20261101T000000Z.jsonl" \
    --as-of 2026-11-01 > "$TMP/merged.json"
ok "map, reduce and merge give the summary of the run" \
    cmp "$TMP/merged.json" "$ws/summary/streams/word/summary.json"
map() {
	stream=$1
	shift
	env -i "$BIN/score" map --plan "$ws/sayso.json" \
	    ${stream:+--stream "$stream"} "$@"
}
map word 2*.jsonl > "$TMP/word.tally"
map nothing 2*.jsonl > "$TMP/nothing.tally"
map '' 2*.jsonl > "$TMP/all.tally"
exits "tallies of two streams are refused" 3 "$BIN/score" merge \
    "$TMP/word.tally" "$TMP/nothing.tally"
is "which are named" "$(sed 's/.*two streams, //' "$TMP/err")" \
    '"nothing" and "word": merge those of each stream by themselves'
exits "those of a stream and of all reviews too" 3 "$BIN/score" merge \
    "$TMP/word.tally" "$TMP/all.tally"
like "and it says which" "$(cat "$TMP/err")" 'the stream "word" and some of'
map all 2*.jsonl > "$TMP/stream.tally"
exits "one stream by itself is merged" 0 "$BIN/score" merge \
    --plan "$ws/sayso.json" -o "$TMP/all" "$TMP/stream.tally"
like "and called by its name" "$(cat "$TMP/all/report.md")" 'All of it'
exits "a stream that is not in the plan" 2 \
    "$BIN/score" map --plan "$ws/sayso.json" --stream no 2*.jsonl
exits "a stream without a plan" 2 "$BIN/score" map --stream word 2*.jsonl
