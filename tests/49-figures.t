#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a figure to its reviews: explain finds as many as the summary counts,
# and every one leads to its capture and address.
. tests/tap.sh
. tests/market/market.sh

plan 29
ws=$TMP/ws
market_start
market_plan "$ws"
"$BIN/fetch" -C "$ws" --now $first_run >/dev/null 2>&1
"$BIN/parse" -C "$ws" >/dev/null 2>&1
"$BIN/score" -C "$ws" >/dev/null 2>&1
market_second
"$BIN/fetch" -C "$ws" --now $second_run >/dev/null 2>&1
"$BIN/parse" -C "$ws" >/dev/null 2>&1
"$BIN/score" -C "$ws" >/dev/null 2>&1
explain() { "$BIN/score" explain -C "$ws" "$@"; }

count() { "$BIN/score" explain -C "$ws" --limit 0 "$1" | sed -n '1s/ .*//p'; }
own() { jq ".brands[0] | $1" "$ws/summary/summary.json"; }
same() { is "$1" "$(count "Tamarel/$1")" "$(own "$2")"; }

same reviews .total.reviews
same positive .total.positive
same negative .total.negative
same unscored .total.unscored
same textless .total.textless
same replied .total.replied
same stars .total.rated
same stars/1 '.total.stars[0]'
same source/Shop '.sources[] | select(.source == "Shop").reviews'
same month/2026-09 '.months[] | select(.month == "2026-09").reviews'
same language/ka '.languages[] | select(.language == "ka").reviews'
same aspect/delivery '.aspects[] | select(.aspect == "delivery").reviews'
same aspect/delivery/neg '.aspects[] | select(.aspect == "delivery").negative'
same unanswered '.unanswered | length'

"$BIN/score" explain -C "$ws" --limit 3 Tamarel/stars/5 > "$TMP/page"
is "as many are shown as asked" \
    "$(grep -cE '^from +[a-z.-]+/[0-9TZ]+\.warc\.gz at [0-9]+$' "$TMP/page")" 3
is "each with its address and the time of the fetch" \
    "$(grep -cE '^(address +http|fetched +2026-)' "$TMP/page")" 6
exits "what is no figure is said" 2 \
    "$BIN/score" explain -C "$ws" Tamarel/nonsense

# ---- all of them ----
perl tests/market/figures.pl "$ws/summary/summary.json" > "$TMP/names"
ok "there are many figures" test "$(wc -l < "$TMP/names")" -gt 2500
cut -f1 "$TMP/names" | tr '\n' '\0' | xargs -0 -s 1000000 "$BIN/score" explain \
    -C "$ws" --limit 0 > "$TMP/pages"
is "each is answered with as many reviews as it has" \
    "$(perl tests/market/explained.pl "$TMP/names" < "$TMP/pages")" \
    "$(wc -l < "$TMP/names" | tr -d ' ') figures"
explain --limit 1000 /reviews > "$TMP/all"
is "every review stands in its capture, with that time" \
    "$(perl tests/market/provenance.pl "$ws" < "$TMP/all")" \
    "$(jq '[.brands[].total.reviews] | add' \
    "$ws/summary/summary.json") looked at, 0 wrong"
# One figure of each form, and the first of its reviews.
awk -F'\t' '$2 != "-" && $2 > 0 && $1 !~ /stated$/ { form = $1
    gsub(/\/[^\/]*[^A-Za-z\/][^\/]*/, "/*", form)
    if (!(form in seen)) { seen[form] = 1; print $1 } }' "$TMP/names" |
    tr '\n' '\0' | xargs -0 -s 1000000 "$BIN/score" explain -C "$ws" --limit 2 > "$TMP/some"
ok "and the reviews of single figures do" sh -c \
    "perl tests/market/provenance.pl '$ws' < '$TMP/some' |
    grep -qE '^[1-9][0-9]+ looked at, 0 wrong'"
is "what summary.json says is shown" \
    "$(explain --limit 0 Tamarel/negativeShare | sed -n 's/^says *//p')" \
    "$(own .total.negativeShare | jq -c .)"
is "what a source states leads to its runs" \
    "$(explain sources/Zipkaf/Shop/stated | grep -cE \
    '^(61 by 1 runs|stated   61|from     zipkaf.shop/.* at [0-9]+$)')" 3
exits "a list has no reviews of its own" 2 \
    "$BIN/score" explain -C "$ws" Tamarel/sources

# ---- by hand, of what explain lists ----
if command -v python3 > /dev/null; then
	cut -f1 "$TMP/names" > "$TMP/known"
	python3 tests/market/recomputed.py "$ws/summary/summary.json" names |
	    grep -Fxf "$TMP/known" | tr '\n' '\0' | xargs -0 "$BIN/score" explain \
	    -C "$ws" --limit 100000 > "$TMP/listed"
	is "figures of every kind are recomputed from their reviews" \
	    "$(python3 tests/market/recomputed.py "$ws/summary/summary.json" \
	    < "$TMP/listed" | sed -E 's/^[4-9][0-9] agree$/all/')" all
else
	ok "SKIP: recomputing figures needs python3" true
fi

# ---- thresholds of all of them ----
perl -F'\t' -lane 'next if $F[2] !~ /^-?[0-9]/;
    my ($b, $f) = $F[0] =~ m{^(Tamarel|Zipkaf|Aurovane)/(.*)};
    s/["\\]/\\$&/g for $b // (), $f // (), $F[0];
    print defined $b ? qq({"brand":"$b","figure":"$f","above":-1e9}) :
    qq({"figure":"$F[0]","above":-1e9})' "$TMP/names" > "$TMP/bounds"
cp "$ws/sayso.json" "$TMP/plan"
split -l 900 "$TMP/bounds" "$TMP/bounds."
broken=0 said=
for part in "$TMP"/bounds.*; do
	{
		sed '/^[[:space:]]*"contact"/q' "$TMP/plan"
		printf '"thresholds":['
		paste -sd, "$part"
		printf '],'
		sed '1,/^[[:space:]]*"contact"/d' "$TMP/plan"
	} > "$ws/sayso.json"
	"$BIN/score" check -C "$ws" > "$TMP/lines" 2> "$TMP/err"
	said="$said$?$(cat "$TMP/err")"
	broken=$((broken + $(wc -l < "$TMP/lines")))
	cat "$TMP/lines" >> "$TMP/told"
done
is "thresholds of all figures are looked at" "$said" \
    "$(echo "$said" | tr -c '1\n' '?')"
is "each that has a value can break" "$broken" \
    "$(wc -l < "$TMP/bounds" | tr -d ' ')"
is "and is told by its value" "$(perl -F'\t' -lane 'BEGIN {
	open my $f, "<", shift or die; while (<$f>) {
	    $told{"$1$2"} = 1 if /^(.*?) (-?[0-9][0-9.e+-]*)(?: \(|, n| is)/ } }
	next if $F[2] !~ /^-?[0-9]/ || length $F[0] > 90;
	my ($b, $f) = $F[0] =~ m{^(Tamarel|Zipkaf|Aurovane)/(.*)};
	($b, $f) = ("Tamarel", $F[0]) if !defined $b;
	next if "$f $F[2]" =~ / .* /;	# a name with blanks
	$n++;
	print "$F[0] $F[2]" if !$told{"$b: $f" . $F[2]};
	END { print "$n told" }' "$TMP/told" "$TMP/names" |
    sed -E 's/^[1-9][0-9]{3,} told$/all/')" all

# ---- what else is written of them ----
is "tables, metrics and feeds say what summary.json says" \
    "$(perl tests/market/outputs.pl "$ws/summary" 2>&1 |
    sed -E 's/^[1-9][0-9]{3,} compared$/all/')" all
