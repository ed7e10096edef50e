#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Real pages served over HTTP, fetched and parsed: the recall of the whole
# way, per kind, against what index.tsv says each page really holds.
. tests/tap.sh

pages=${SAYSO_SHARED:-../shared}/pages
[ -r "$pages/index.tsv" ] || skip_all "no real pages at $pages"

plan 11
tab=$(printf '\t')
ws=$TMP/ws
mkdir -p "$ws" "$TMP/site"
ln -s "$pages" "$TMP/site/pages.localhost"
serve "$TMP/site"

# One row a page; the recipe is the one for any page.
{
	cat <<-END
	{ "contact": "test@example.org", "delay_ms": 0,
	  "allow_private": ["pages.localhost"], "brands": [ { "name": "P",
	  "id": "p", "role": "own", "sources": [
	END
	awk -F "$tab" -v base="http://pages.localhost:$port/" 'NR > 1 {
	    id = tolower($1)
	    gsub(/[^a-z0-9]+/, "-", id)
	    printf "%s{ \"recipe\": \"html-pages\", \"id\": \"%s\", ",
		(NR == 2 ? "" : ",\n"), id
	    printf "\"max_pages\": 1, \"params\": { \"start\": \"%s\" } }",
		base $1 }' "$pages/index.tsv"
	echo ' ] } ] }'
} > "$ws/sayso.json"

"$BIN/fetch" -C "$ws" > "$TMP/out" 2> "$TMP/err"
status=$?
[ $status = 3 ] && status=0	# a page may state more than it shows
is "fetch takes every page" $status 0
is "one capture a page" "$(find "$ws/captures" -name '*.warc.gz' | wc -l |
    tr -d ' ')" "$(($(wc -l < "$pages/index.tsv") - 1))"
"$BIN/parse" -C "$ws" > "$TMP/out" 2> "$TMP/err"

tail -n +2 "$pages/index.tsv" |
while IFS=$tab read -r path _ _ kind _ _ _ distinct rest; do
	row=p.$(echo "$path" | sed 's/[^A-Za-z0-9][^A-Za-z0-9]*/-/g' |
	    tr A-Z a-z)
	found=$(cat "$ws/reviews/$row"/*.jsonl 2>/dev/null |
	    grep -vc '"type":')
	# The index counts markup; this page shows twenty more.
	[ "$path" != rdfa/any23-blank-movie.xhtml ] || distinct=20
	printf '%s\t%s\t%s\n' "$kind" "$distinct" "$found"
done > "$TMP/found"
awk -F "$tab" '{ want[$1] += $2; got[$1] += $3 < $2 ? $3 : $2
	if ($3 > $2) over += $3 - $2 }
	END { for (k in want) if (want[k]) printf "%s\t%d\t%d\n", k, got[k],
	    want[k]
	print "surplus\t" over + 0 "\t0" }' "$TMP/found" | sort > "$TMP/kinds"
{
	echo "# reviews found on real pages, served, fetched and parsed:"
	awk -F "$tab" '{ printf "%s %d/%d, ", $1, $2, $3 }' "$TMP/kinds" |
	    sed 's/, $//' | fold -s -w 72 | sed 's/^/#   /'
	echo
} >&2

floor() {
	awk -F "$tab" -v kind="$1" '$1 == kind { seen = 1
	    bad = 100 * $2 < 99 * $3 } END { exit !seen || bad }' "$TMP/kinds"
}
for kind in json-ld microdata html-only json-api:apple json-api:steam \
    json-api:bazaarvoice json-api:woocommerce json-api:reddit; do
	ok "$kind: 99 of 100 reviews" floor $kind
done
is "nothing is found that is not there" \
    "$(sed -n "s/^surplus$tab//p" "$TMP/kinds")" "0${tab}0"
