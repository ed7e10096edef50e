#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How many of the reviews on real pages parse finds, per kind of page.  The
# figures are shown by prove -v; the floors are what must not
# be lost again.
. tests/tap.sh

pages=${SAYSO_SHARED:-../shared}/pages
[ -r "$pages/index.tsv" ] || skip_all "no real pages at $pages"

plan 23
tab=$(printf '\t')

# kind, wanted, found, rated as stated, rated as found, all per page
tail -n +2 "$pages/index.tsv" |
while IFS=$tab read -r path _ _ kind _ _ rated distinct rest; do
	"$BIN/parse" "$pages/$path" > "$TMP/lines" 2>> "$TMP/complaints"
	found=$(grep -vc '"type":' "$TMP/lines")
	# The index counts markup; this page shows twenty more.
	[ "$path" != rdfa/any23-blank-movie.xhtml ] || rated=16 distinct=20
	stars=$(grep -c '"reviewRating":' "$TMP/lines")
	printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$kind" "$distinct" "$found" \
	    "$rated" "$stars" "$path"
done > "$TMP/found"

# A page's surplus does not make up for what another page lacks; clones are
# counted once, so rated ones are too.
awk -F "$tab" '
	function least(a, b) { return a < b ? a : b }
	{
		want[$1] += $2; got[$1] += least($3, $2)
		rated[$1] += least($4, $2); stars[$1] += least($5, least($4, $2))
		extra[$1] += $3 > $2 ? $3 - $2 : 0
	}
	END { for (k in want) printf "%s\t%d\t%d\t%d\t%d\t%d\n", k, want[k],
	    got[k], rated[k], stars[k], extra[k] }' "$TMP/found" |
    sort > "$TMP/kinds"
echo "# kind: reviews found of those there, rated found of rated, surplus"
awk -F "$tab" '{ printf "#   %-26s %3d of %3d  %3d of %3d  %d\n", $1, $3, $2,
    $5, $4, $6 }' "$TMP/kinds"

floor() { # KIND PERCENT: of reviews, and of ratings
	awk -F "$tab" -v kind="$1" -v percent="$2" '
		$1 == kind { seen = 1
			bad = 100 * $3 < percent * $2 ||
			    100 * $5 < percent * $4
			if (bad)
				print kind ": " $3 " of " $2 " reviews, " $5 \
				    " of " $4 " ratings" }
		END { exit !seen || bad }' "$TMP/kinds"
}

# Left out are pages on which the index counts what is no review: deleted
# comments (peertube), a picture (discourse), one id twice (trustpilot).
for kind in json-ld microdata hreview h-review rdfa rss atom \
    json-api:apple json-api:steam json-api:bazaarvoice \
    json-api:google-places json-api:woocommerce xml-api:goodreads \
    xml-api:heureka; do
	ok "$kind: 99 of 100 reviews and ratings" floor $kind 99
done
ok "html-only: 95 of 100 reviews and ratings" floor html-only 95
for kind in rottentomatoes sylius reddit masterkala digikala khanoumi; do
	ok "unseen JSON, $kind: 95 of 100" floor json-api:$kind 95
done
none() { ! awk -F "$tab" '$2 == 0 && $3 > 0' "$TMP/found" | grep .; }
ok "pages without reviews have none" none
is "and nothing is complained of" "$(cat "$TMP/complaints")" ""
