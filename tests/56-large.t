#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A market that is larger than a page can hold: 300 sources, 2,000 items, 500
# months, many languages, dates of the year 1 and 9999.  report.html stays
# below two million bytes, draws no empty months, and says what it leaves out;
# the tables beside it leave nothing out.
. tests/tap.sh

plan 18
ws=$TMP/ws
mkdir -p "$ws/reviews/own.shop"
echo '{ "contact": "a@example.org", "brands": [
    { "name": "Own", "role": "own" }, { "name": "Rival", "role": "competitor" },
    { "name": "Third", "role": "competitor" }] }' > "$ws/sayso.json"
perl -e 'my @brand = qw(Own Rival Third);
	my @tag = qw(en de fr es pt it nl pl cs ru uk tr ar fa hr ka da sv fi
	    no hu ro bg el et lv lt sk sl sq);
	my @text = ("I love the coffee, great price.", "Terrible service, the "
	    . "delivery was late.", "The staff is friendly but it broke.");
	for my $i (0 .. 11999) { my $month = $i % 500;
		my $date = $i % 1000 == 1 ? "0001-01-01" : $i % 1000 == 2 ?
		    "9999-12-31" : sprintf("%04d-%02d-%02d",
		    2026 - int($month / 12), 12 - $month % 12, 1 + $i % 28);
		$date =~ s/^2026-12/2025-12/;
		printf qq({"id":"%032x","source":"Site %d","kind":"retailer",)
		    . qq("brand":"%s","item":"Item %d","inLanguage":"%s",)
		    . qq("reviewRating":{"ratingValue":%d,"bestRating":5},)
		    . qq(%s"datePublished":"%s","capture":)
		    . qq({"file":"own.shop/20261121T090000Z.warc.gz",)
		    . qq("offset":1,"fetched":"2026-11-21T09:00:00Z"}}\n),
		    $i, $i % 300, $brand[int($i / 4000)], $i % 2000,
		    $tag[$i % 31 % @tag], 1 + $i * 7 % 5, $i % 2 ? q("reviewBody":"ok",) :
		    qq("reviewBody":"$text[$i / 2 % 3]",), $date }' \
    > "$ws/reviews/own.shop/20261121T090000Z.jsonl"
exits "a market of 300 sources is scored" 0 "$BIN/score" -C "$ws"
page=$ws/summary/report.html
size=$(wc -c < "$page")
ok "less than 2 MB ($size bytes)" test "$size" -lt 2000000
ok "and most of what it may have" test "$size" -gt 1000000

says() { ok "$1" grep -q "$2" "$page"; }
says "how many sources are left out" 'Only the [0-9]* with most reviews are shown here, of 300; all of them are in <a href="sources.csv">'
says "how many items" 'of 1,000; all of them are in <a href="items.csv">'
says "and how many are in no table" '1,000 more items with fewer reviews'
says "how many languages" 'all of them are in <a href="languages.csv">'
says "how many months" 'Shown are .*2026</bdi>\. [0-9,]* reviews with an earlier date and 12 with a later one .*<a href="months.csv">'
is "no more rows than that" "$(perl -0777 -ne 'for (qw(sources items
    languages)) { /id="t-$_-0">.*?<tbody>(.*?)<\/tbody>/s or next;
    my $rows = () = $1 =~ /<tr/g; print "$_ $rows\n" if $rows > 40 }' \
    "$page")" ""
months=$(perl -0777 -ne '/id="t-months">.*?<tbody>(.*?)<\/tbody>/s;
    print scalar(() = $1 =~ /<tr/g)' "$page")
ok "as many months as the limit ($months)" test "$months" -le 36 -a \
    "$months" -ge 12
is "none of the year 9999 in it" "$(grep -c '9999-12' "$page")" 0
is "the trend goes by the last twelve months" "$(jq -r \
    '.brands[0].trend | "\(.first) \(.last)"' \
    "$ws/summary/summary.json" 2>/dev/null)" "2025-12 2026-11"
rows() { wc -l < "$ws/summary/$1.csv" | tr -d ' '; }
ok "sources.csv has them all" test "$(rows sources)" -ge 901
ok "items.csv" test "$(rows items)" -ge 3001
ok "months.csv" test "$(rows months)" -ge 500
perl tests/report/figures.pl "$page" "$TMP/f" > "$TMP/bad" 2> "$TMP/n"
is "every figure has its way" "$(head -5 "$TMP/bad")" ""
is "every list has a quote" "$(grep -c '^0' "$TMP/f.quotes")" 0

# Of fifty brands too.
perl -pi -e 's/"brand":"(\w+)"/sprintf q("brand":"Brand %d"), $. % 50/e' \
    "$ws/reviews/own.shop/20261121T090000Z.jsonl"
perl -e 'print q({"contact":"a@example.org","brands":[), join(",", map {
	qq({"name":"Brand $_","role":") . ($_ == 7 ? "own" : "competitor") .
	q("}) } 0 .. 49), "]}" ' > "$ws/sayso.json"
"$BIN/score" -C "$ws" >/dev/null 2>&1
ok "fifty brands: $(wc -c < "$page") bytes, and it says so" sh -c \
    "test \$(wc -c < '$page') -lt 2000000 && grep -q 'Only the first [0-9]* of 50 brands are on this page' '$page'"
