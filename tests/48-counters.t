#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What an engine counts: lines for Hadoop Streaming, bad ones that are let by.
. tests/tap.sh

plan 12

printf 'x\n{"reviewBody":"good"}\n\n{"type":"SourceRun","id":"r"}\n' \
    >"$TMP/reviews.jsonl"
for command in annotate 'annotate -j 2' map 'map -j 3'; do
	exits "$command: bad lines up to the bound" 0 "$BIN/score" $command \
	    --max-bad 1 --counters=hadoop "$TMP/reviews.jsonl"
	is "$command: lines in, out and bad" "$(grep ^reporter "$TMP/err" |
	    sed 's/.*sayso,//' | tr '\n' ' ')" "in,3 out,2 bad,1 "
done
exits "counters that are none" 2 "$BIN/score" map --counters=spark </dev/null

# One file of a list that cannot be read is one bad record.
cat >"$TMP/page.html" <<'END'
<html><script type="application/ld+json">{"@context":"https://schema.org",
"@type":"Product","name":"Kettle","review":{"@type":"Review",
"reviewBody":"Boils fast.","reviewRating":{"ratingValue":5}}}</script></html>
END
printf '%s\n' "$TMP/none.html" "$TMP/page.html" >"$TMP/list"
exits "parse: a missing file" 3 "$BIN/parse" --manifest "$TMP/list"
exits "parse: a missing file, let by" 0 "$BIN/parse" --max-bad 1 \
    --counters=hadoop --manifest "$TMP/list"
is "parse: files, reviews and bad ones" "$(grep ^reporter "$TMP/err" |
    sed 's/.*sayso,//' | tr '\n' ' ')" "files,2 reviews,1 bad,1 "
