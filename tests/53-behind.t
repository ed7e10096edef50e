#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every figure of the report leads to its reviews: no cell without a way, and
# behind each way as many reviews by `score explain` and by the query of
# sayso.db as the figure says, and some of them in their own words.
. tests/tap.sh
. tests/market/market.sh

command -v sqlite3 >/dev/null || skip_all "sqlite3 is not installed"
plan 28
ws=$TMP/ws
market_start
market_plan "$ws"
sed '/^{/s/^{/{ "streams": [{"id":"few","name":"Few stars","most_stars":2},{"id":"top","name":"Many stars","least_stars":4}],/' \
    "$ws/sayso.json" > "$TMP/plan" && cp "$TMP/plan" "$ws/sayso.json"
"$BIN/fetch" -C "$ws" --now $first_run >/dev/null 2>&1
"$BIN/parse" -C "$ws" >/dev/null 2>&1
"$BIN/score" -C "$ws" >/dev/null 2>&1
market_second
"$BIN/fetch" -C "$ws" --now $second_run >/dev/null 2>&1
"$BIN/parse" -C "$ws" >/dev/null 2>&1
# Comparisons, and a burst of complaints, which the market has none of.
mkdir -p "$ws/reviews/more.shop"
perl -e 'for my $i (0 .. 99) { my $day = $i < 60 ? 1 + $i % 28 : 29;
	my $rival = $i % 3 ? "Zipkaf" : "Aurovane"; my $id = sprintf "%032x", $i;
	my $month = $i < 30 ? "08" : "09";
	my $text = $i < 60 ? "Tamarel is better than $rival. I love the price." :
	    "It broke, a waste of money, terrible service number $i.";
	my $stars = $i < 60 ? 5 : 1;
	print qq({"id":"$id","source":"More/stars","kind":"retailer",),
	    qq("brand":"Tamarel","item":"A\x27 / B","inLanguage":"en",),
	    qq("reviewRating":{"ratingValue":$stars,"bestRating":5},),
	    qq("reviewBody":"$text","datePublished":"2026-$month-),
	    sprintf("%02d", $day), qq("}\n) }' \
    > "$ws/reviews/more.shop/20261101T000000Z.jsonl"
# What parse would say of two that are gone, and of one that came back.
mkdir -p "$ws/changes"
for change in vanished:1 vanished:2 returned:2 vanished:3; do
	printf '{"type":"ReviewChange","change":"%s","row":"more.shop","source":"More/stars","brand":"Tamarel","id":"%032x","noticed":"2026-11-20T09:00:00Z","before":{"ratingValue":5,"bestRating":5}}\n' \
	    "${change%:*}" "${change#*:}"
done > "$ws/changes/more.shop.jsonl"
"$BIN/score" -C "$ws" >/dev/null 2>&1

look() { # NAME REPORT OPTIONS...
	name=$1 report=$2
	shift 2
	perl tests/report/figures.pl "$report" "$TMP/f" > "$TMP/bad" 2> "$TMP/n"
	is "$name: every figure has its way" "$(head -5 "$TMP/bad")" ""
	cut -f1 "$TMP/f.names" > "$TMP/names"
	tr '\n' '\0' < "$TMP/names" |
	    xargs -0 "$BIN/score" explain -C "$ws" --limit 0 "$@" \
	    > "$TMP/explained" 2>&1
	# A figure and a selection of the same name say the same.
	perl -ne '$n = $1 if /^(\d+) (?:reviews|counted)/;
	    print "$n\t$1\n" if /^(?:selected |figure   )(.*)/' \
	    "$TMP/explained" > "$TMP/counts"
	paste "$TMP/f.names" "$TMP/counts" |
	    awk -F'\t' 'NF != 4 || ($2 != "-" && $2 != $3) || $3 == 0' \
	    > "$TMP/bad"
	is "$name: explain finds as many" "$(head -5 "$TMP/bad")" ""
	awk 'NF { sub(/;$/, ""); print "SELECT count(*) FROM (" $0 ");"; next }
	    { print "SELECT \x27none\x27;" }' "$TMP/f.sql" |
	    sqlite3 -readonly "$ws/sayso.db" > "$TMP/found" 2>&1
	paste "$TMP/found" "$TMP/counts" |
	    awk -F'\t' '$1 != $2' > "$TMP/bad"
	is "$name: each query finds as many" "$(head -5 "$TMP/bad")" ""
	paste "$TMP/f.quotes" "$TMP/counts" |
	    awk -F'\t' '$1 > 3 || $1 > $2 || $1 < 1 || ($2 >= 2 && $1 < 2)' \
	    > "$TMP/bad"
	is "$name: each list has quotes" "$(head -5 "$TMP/bad")" ""
}

look report "$ws/summary/report.html"
ok "more than 500 lists" test "$(wc -l < "$TMP/f.names")" -gt 500
for name in Tamarel/prefers/Zipkaf Tamarel/edited Tamarel/unanswered \
    Tamarel/vanished Zipkaf/since/20261118T090000Z Tamarel/long \
    Tamarel/source/More%2Fstars/stars Tamarel/item/A\'\ %2F\ B/stars; do
	ok "there is a list of $name" grep -qxF "$name" "$TMP/names"
done
ok "and one of the days of an alert" \
    grep -qE '^Tamarel/(source/.*/)?dates/.*/complaints$' "$TMP/names"
ok "a list names reviews that are quoted on the page" sh -c \
    "grep -A6 'class=\"way\"' '$ws/summary/report.html' | grep -q '#r[0-9]'"

# ---- a stream has its own lists, and says so ----
for id in few top; do
	page=$ws/summary/streams/$id/report.html
	sed "s/score explain --stream '$id' /score explain /" "$page" \
	    > "$TMP/$id.html"
	ok "the commands of the stream $id name it" \
	    grep -q 'score explain --stream' "$page"
	look "stream $id" "$TMP/$id.html" --stream $id
done
exits "a stream that the plan has not" 2 \
    "$BIN/score" explain -C "$ws" --stream none Tamarel/reviews

# ---- three brands, 50,000 reviews: under 2 MB, in the longest letters too ----
big=$TMP/big
mkdir -p "$big/reviews/own.shop"
perl tests/measure/summary_reviews.pl 50000 tests/market/reviews.tsv \
    "$big/reviews/own.shop"
for language in en ka; do
	echo '{ "contact": "a@example.org", "report_language": "'$language'",
	    "brands": [{ "name": "Aurovane", "role": "own" },
	    { "name": "Brunnhall", "role": "competitor" },
	    { "name": "Tamarel", "role": "competitor" }] }' > "$big/sayso.json"
	"$BIN/score" -C "$big" >/dev/null 2>&1
	size=$(wc -c < "$big/summary/report.html")
	ok "$language: 50,000 reviews in less than 2 MB" \
	    test "$size" -lt 2000000
done
