#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Thresholds of the plan, metrics for Prometheus, the mark for spreadsheets.
. tests/tap.sh

plan 24
ws=$TMP/ws
mkdir -p "$ws/reviews/own.shop"

review() { # BRAND SOURCE STARS TEXT N
	i=0
	while [ $i -lt "$5" ]; do
		i=$((i + 1))
		printf '{"id":"%s%s%s%d","source":"%s","kind":"retailer","brand":"%s","reviewRating":{"ratingValue":%s,"bestRating":5,"worstRating":1},"reviewBody":"%s","inLanguage":"en","datePublished":"2026-10-%02d","capture":{"file":"a","offset":1,"fetched":"2026-11-01T00:00:00Z"}}\n' \
		    "$1" "$2" "$3" $i "$2" "$1" "$3" "$4" $i
	done
}
{
	review Own Shop 1 "Terrible, it broke. A waste of my money, never again." 12
	review Own Shop 5 "I love it, great." 8
	review Own 'Sh\"op\\' 5 "Great." 6
	review Rival Shop 4 "Good." 9
} > "$ws/reviews/own.shop/20261101T000000Z.jsonl"

# with THRESHOLDS [MORE]: the plan, scored again
with() {
	printf '{"contact":"a@example.org","thresholds":[%s],%s
"brands":[{"name":"Own","role":"own","sources":[{"recipe":"html-pages","params":{"start":"https://a.example/"}}]},{"name":"Rival","role":"competitor"}]}' \
	    "$1" "$2" > "$ws/sayso.json"
	"$BIN/score" -C "$ws" > /dev/null 2>&1
}
check() { "$BIN/score" check -C "$ws"; }

with '{"figure":"negativeShare","above":0.9},{"figure":"reviews","below":5}'
exits "thresholds that are kept" 0 check
is "are not spoken of" "$(cat "$TMP/out" "$TMP/err")" ""
with '{"figure":"negativeShare","above":0.3},{"figure":"meanStars","below":4.9,"sure":true}'
exits "a broken one is told to cron" 1 check
like "with the figure, its interval and n" "$(sed -n 1p "$TMP/out")" \
    '^Own: negativeShare 0\.4.* to .*, n = 26, is above 0\.3$'
is "and the sure one too" "$(sed -n 2p "$TMP/out" | cut -c1-14)" \
    "Own: meanStars"
with '{"figure":"negativeShare","above":0.45,"sure":true}'
exits "what may be chance is not sure" 0 check
with '{"figure":"meanStars","brand":"Rival","source":"Shop","below":4.5}'
exits "a competitor's source" 1 check
with '{"figure":"quotes","above":1}'
exits "the length of a list" 1 check
with '{"figure":"netPromoterScore","above":0.1}'
exits "a figure that nothing made breaks nothing" 0 check
with '{"figure":"negativShare","above":0.1}'
exits "a name that no figure has would never break" 3 check
like "and is said" "$(cat "$TMP/err")" 'no figure is called negativShare'
with '{"figure":"negativShare","above":0.1},{"figure":"reviews","above":1}'
exits "others are looked at all the same" 3 check
like "and told" "$(cat "$TMP/out")" '^Own: reviews 26 is above 1'
with '{"figure":"stars/1","above":11},{"figure":"months/2026-10/negative","above":11},{"figure":"comparisons/Rival/meanStars/ownN","above":1}'
exits "a figure by the way to it" 1 check
is "each of them" "$(wc -l < "$TMP/out" | tr -d ' ')" 3
with '{"figure":"alertsNow","above":0}'
exits "no alert is on" 0 check
with '{"figure":"reviews"}'
exits "a threshold needs a bound" 2 check
like "and the plan's line is named" "$(cat "$TMP/err")" 'sayso.json:1: .*above'
with ''
exits "without thresholds there is nothing to check" 2 check
with '{"figure":"reviews","above":1}'
rm "$ws/summary/summary.json"
exits "without a summary nothing is known" 3 check

with '' '"csv_bom":true,'
is "the mark is the first of a table" \
    "$(head -c 3 "$ws/summary/brands.csv" | od -An -tx1 | tr -d ' ')" efbbbf
with '' ''
is "and only where it is wished" "$(head -c 5 "$ws/summary/brands.csv")" brand

like "metrics have labels and bounds" "$(cat "$ws/summary/metrics.prom")" \
    'sayso_mean_stars\{brand="Own",role="own",source="Shop",bound="low"\} [0-9.]+'
ok "and nothing but comments and samples" sh -c "! grep -vE \
    '^(# (HELP|TYPE) sayso_[a-z_]+ .+|sayso_[a-z_]+(\{([a-z]+=\"([^\"\\\\]|\\\\.)*\",?)+\})? -?[0-9.e+-]+)\$' \
    '$ws/summary/metrics.prom'"
