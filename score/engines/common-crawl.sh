#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From Common Crawl's URL index to a summary of brands against each other.
#	common-crawl.sh OUT PLAN BRAND INDEX [BRAND INDEX ...]
# OUT: a new folder.  PLAN: says which brand is one's own.  INDEX: lines of
# the URL index about a brand's pages, as its server writes them with
# output=json (url, status, mime, filename, offset, length).
#
# Only the records that can hold reviews are asked for, each by its range of
# bytes: a page's record is a gzip member of its own.
#
# $BASE      where the WARC files are
# $PAGES     which URLs can hold reviews (an extended regular expression)
# $JOBS      how many ranges are asked for at once; be modest
# $AGENT     who asks, with an address
# $PARSE, $SCORE   the programs
set -e
: "${BASE:=https://data.commoncrawl.org}" "${JOBS:=2}"
: "${PAGES:=review|rating|product|item|hotel|restaurant|/p/|/dp/}"
: "${PARSE:=parse}" "${SCORE:=score}"
: "${AGENT:?who asks: a name and an address}"
usage='usage: common-crawl.sh OUT PLAN BRAND INDEX [BRAND INDEX ...]'
[ $# -ge 4 ] && [ $(($# % 2)) = 0 ] || { echo "$usage" >&2; exit 2; }
out=$1 plan=$2
shift 2
mkdir "$out" "$out/warc"
export BASE AGENT out

number=0
: > "$out/found.jsonl"
while [ $# -gt 0 ]; do
	brand=$1 index=$2
	shift 2
	# The newest capture of each page that answered; file, offset, length.
	jq -r --arg pages "$PAGES" 'select(.status == "200" and
	    (.mime | test("html")) and (.url | test($pages; "i"))) |
	    [.url, .timestamp, .filename, .offset, .length] | @tsv' "$index" |
	    LC_ALL=C sort -t "$(printf '\t')" -k1,1 -k2,2r |
	    awk -F '\t' -v OFS='\t' '!seen[$1]++ { print $3, $4, $5 }' \
	    > "$out/wanted.$number"
	# A range that fails fails the run: nothing is left out in silence.
	parallel --will-cite --halt now,fail=1 -j "$JOBS" --colsep '\t' \
	    'curl -sSf --retry 5 -A "$AGENT" -r {2}-$(({2} + {3} - 1)) \
		-o "$out/warc/'"$number"'.{#}.warc.gz" "$BASE/{1}"' \
	    :::: "$out/wanted.$number" || {
		echo "common-crawl.sh: a record of $index was not had" >&2
		exit 1
	}
	find "$out/warc" -name "$number.*.warc.gz" | LC_ALL=C sort |
	    "$PARSE" --brand "$brand" --manifest - >> "$out/found.jsonl"
	number=$((number + 1))
done

"$SCORE" dedup "$out/found.jsonl" > "$out/reviews.jsonl"
"$SCORE" map --plan "$plan" "$out/reviews.jsonl" > "$out/tallies.tsv"
expected=$("$SCORE" expect "$out/reviews.jsonl")
"$SCORE" merge $expected --plan "$plan" --reviews "$out/reviews.jsonl" \
    -o "$out/summary" "$out/tallies.tsv"
