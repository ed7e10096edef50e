#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What engines ask of filters: counters, bad lines let by, nothing that parts
# columns or lines.
. tests/tap.sh

plan 19

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

# A foreign line may hold what engines part columns and lines at.
printf '{"reviewBody":"good",\t"a":[1,\t2]}\r\n{"type":"SourceRun",\t"id":"r"}\r\n' \
    >"$TMP/tabs.jsonl"
"$BIN/score" annotate "$TMP/tabs.jsonl" >"$TMP/out"
is "annotate writes neither TAB nor CR" "$(tr -dc '\t\r' <"$TMP/out" |
    wc -c | tr -d ' ')" 0
is "and the values stay" "$(jq -c 'del(.sentiment)' "$TMP/out" |
    tr '\n' ' ')" '{"reviewBody":"good","a":[1,2]} {"type":"SourceRun","id":"r"} '

sed 's/Boils fast\./Кипит 😀 é/' "$TMP/page.html" >"$TMP/foreign.html"
exits "parse --ascii" 0 "$BIN/parse" --ascii "$TMP/foreign.html"
is "writes ASCII" "$(tr -d '\n -~' <"$TMP/out" | wc -c | tr -d ' ')" 0
is "that means the same" "$(jq -cS . "$TMP/out")" \
    "$("$BIN/parse" "$TMP/foreign.html" | jq -cS .)"

# Ids of others may be plain numbers; each is a review of its own.
mkdir -p "$TMP/ws/reviews/own.shop"
cat >"$TMP/ws/sayso.json" <<'END'
{ "contact": "test@example.org", "brands": [ { "name": "Own", "role": "own",
  "sources": [ { "recipe": "html-pages",
    "params": { "start": "http://shop.localhost/" } } ] } ] }
END
awk 'BEGIN { for (i = 1; i <= 300; i++) printf("{\"id\":\"%032x\"," \
    "\"brand\":\"Own\",\"source\":\"s\",\"reviewBody\":\"Good.\"," \
    "\"capture\":{\"file\":\"a\",\"fetched\":\"2026-11-02T00:00:00Z\"}}\n", i)
}' >"$TMP/ws/reviews/own.shop/20261102T000000Z.jsonl"
exits "ids that begin alike" 0 "$BIN/score" -C "$TMP/ws"
is "are told apart" "$(sqlite3 "$TMP/ws/sayso.db" \
    'select count(*) from review')" 300
