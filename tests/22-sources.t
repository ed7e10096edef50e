#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The shipped recipes, each against answers in its source's documented shape.
# A folder below tests/sources is one of them:
#	row		the plan's source
#	answers		FILE TAB URL, one line per answer
#	FILE		a made-up answer; FILE.headers its header lines
#	env		NAME=VALUE, its secrets
#	expected	what fetch says of the run, then the reviews
# The plan's mirrors lead each origin to the test server.  Nothing else is
# answered, so a wrong request fails.  UPDATE=1 writes `expected` anew.
. tests/tap.sh

here=$(pwd)/tests/sources
root=$TMP/root
ws=$TMP/ws
mkdir "$root" "$ws"
cd "$here" || bail "no tests/sources"
set -- */
plan $(($# + 5))
tab=$(printf '\t')

# ---- the server's files, the plan ----

serve "$root"
: > "$TMP/origins"
for source in "$@"; do
	source=${source%/}
	[ -f "$source/answers" ] || continue
	while IFS="$tab" read -r file url; do
		rest=${url#*://}
		host=${rest%%/*}
		mkdir -p "$root/$host.localhost"
		printf '%s\t%s-%s\n' "/${rest#*/}" "$source" "$file" \
		    >> "$root/$host.localhost/answers.tsv"
		cp "$source/$file" "$root/$host.localhost/$source-$file"
		[ ! -f "$source/$file.headers" ] || cp "$source/$file.headers" \
		    "$root/$host.localhost/$source-$file.headers"
		echo "${url%%://*}://$host" >> "$TMP/origins"
	done < "$source/answers"
done
{
	printf '{ "contact": "ops@example.org", "delay_ms": 20,\n'
	printf '"authors": "keep", "mirrors": {\n'
	sort -u "$TMP/origins" | sed "s,\(.*\)://\(.*\),\"&\": \
\"http://\2.localhost:$port\"\,,"
	printf '}, "allow_private": [\n'
	sort -u "$TMP/origins" | sed 's,.*://\(.*\),"\1.localhost"\,,'
	printf '], "brands": [ { "name": "Solo", "role": "own", "sources": [\n'
	for source in "$@"; do
		source=${source%/}
		sed "s,@HERE@,$here/$source,g; s,^{,{ \"id\": \"$source\"\,," \
		    "$source/row"
		echo ,
	done
	echo '] } ] }'
} > "$ws/sayso.json"
set -a
for source in "$@"; do
	[ ! -f "${source}env" ] || . "./${source}env"
done
set +a

# ---- one run over all, and what became of each ----

"$BIN/fetch" -C "$ws" --now 2026-11-21T08:00:00Z --log "$TMP/log" \
    >"$TMP/out" 2>"$TMP/err"
is "fetch comes through" "$? $(cat "$TMP/err")" "0 "
"$BIN/parse" -C "$ws" >"$TMP/out" 2>"$TMP/err"
is "parse comes through" "$? $(cat "$TMP/err")" "0 "

metadata() { # ROW
	zcat "$ws/captures/solo.$1"/*.warc.gz 2>/dev/null | tr -d '\r' |
	    grep -a '^{"row"' | jq -r '"\(.status) \(.stop) pages=\(.pages
	    ) records=\(.records // "-") stated=\(.stated // "-")"'
}
reviews() { # ROW
	jq -r 'select(.type == null) | [ .id[0:8],
	    (.reviewRating // {} | "\(.ratingValue // "-")/\(.bestRating //
	    "-")"), .datePublished // "-", .inLanguage // "-", .author // "-",
	    .name // "-", .reviewBody // "-", .reply.text // "-",
	    .upvoteCount // "-" ] | @tsv' "$ws/reviews/solo.$1"/*.jsonl |
	    sort
}
for source in "$@"; do
	source=${source%/}
	{ metadata "$source"; reviews "$source"; } > "$TMP/got" 2>&1
	[ -z "$UPDATE" ] || cp "$TMP/got" "$source/expected"
	diff "$source/expected" "$TMP/got" > "$TMP/difference" 2>&1
	is "$source" "$(cat "$TMP/difference")" ""
done
cd ../.. || bail "no way back"
is "each recipe has its section in the manual" "$(for recipe in \
    fetch/sources/*.json; do name=$(basename "$recipe" .json)
    grep -q "^\.Ss $name\$" fetch/sayso-sources.5 || echo "$name"; done)" ""
is "each that asks over the network has its answers" "$(grep -L \
    '"transport": "file"' fetch/sources/*.json | while read -r recipe; do
    [ -d "tests/sources/$(basename "$recipe" .json)" ] ||
    echo "$recipe"; done)" ""
cd "$here" || bail "no tests/sources"
secrets=$(cat ./*/env 2>/dev/null | sed 's/^[^=]*=//')
is "no secret is anywhere" "$({ zcat "$ws"/captures/*/*.gz
    cat "$ws/.ledger.db" "$TMP/log" "$ws"/reviews/*/*.jsonl; } |
    grep -acF "$secrets")" 0
