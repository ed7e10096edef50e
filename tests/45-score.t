#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# score over a workspace and as filters, on good input and on bad.
. tests/tap.sh

plan 46
ws=$TMP/ws
mkdir -p "$ws/reviews/own.shop"
cat > "$ws/sayso.json" <<'END'
{ "contact": "test@example.org", "brands": [
  { "name": "Own", "role": "own", "sources": [ { "recipe": "html-pages",
    "params": { "start": "http://shop.localhost/" } } ] },
  { "name": "Other", "role": "competitor", "sources": [ {
    "recipe": "html-pages", "params": { "start": "http://x.localhost/" } } ] }
] }
END
line() { # id brand stars text fetched
	printf '{"id":"%s","source":"Shop","kind":"retailer","brand":"%s","reviewRating":{"ratingValue":%s,"bestRating":5},"reviewBody":"%s","inLanguage":"en","datePublished":"2026-11-01","capture":{"file":"a","offset":0,"fetched":"%s"}}\n' "$@"
}
{
	line 01 Own 5 "I love it, excellent quality and very easy to use." 2026-11-02T00:00:00Z
	line 02 Own 1 "Terrible, it broke after a day. Waste of money." 2026-11-02T00:00:00Z
	line 03 Other 4 "Good value." 2026-11-02T00:00:00Z
} > "$ws/reviews/own.shop/20261102T000000Z.jsonl"

exits "score" 0 "$BIN/score" -C "$ws"
is "is silent when all is well" "$(cat "$TMP/out" "$TMP/err")" ""
is "counts the reviews" \
    "$(jq -c '[.brands[] | .total.reviews]' "$ws/summary/summary.json")" '[2,1]'
is "the day is that of the newest fetch" \
    "$(jq -r .asOf "$ws/summary/summary.json")" 2026-11-02
is "below five only counts are given" "$(jq -c \
    '.brands[0].total.meanStars | has("value")' "$ws/summary/summary.json")" false
is "too few are never compared" "$(jq -r \
    '.comparisons[0].meanStars.verdict' "$ws/summary/summary.json")" \
    "too few reviews"
exits "-v prints the headline" 0 "$BIN/score" -C "$ws" -v
like "with both brands" "$(cat "$TMP/out")" 'Own \*.*2'

# An edited review: the version fetched last counts, wherever it stands.
line 02 Own 4 "It broke, but they replaced it at once. Great service." \
    2026-11-05T00:00:00Z > "$ws/reviews/own.shop/20261001T000000Z.jsonl"
exits "an edited review" 0 "$BIN/score" -C "$ws"
is "is counted once, as it is now" "$(sqlite3 "$ws/sayso.db" \
    "select count(*), max(stars) from review where brand = 'Own' and stars = 4")" \
    "1|4.0"

# ---- bad input ----
bad=$ws/reviews/own.shop/20261103T000000Z.jsonl
printf '{"id":"09","reviewBody":"cut' > "$bad"
exits "a line cut off" 3 "$BIN/score" -C "$ws"
like "is named with file and offset" "$(cat "$TMP/err")" \
    '20261103T000000Z.jsonl@0: '
is "and counted" "$(jq .bad "$ws/summary/summary.json")" 1
printf '{"reviewBody":"bad \377 byte"}\n{"reviewBody":"Good."}\n' > "$bad"
exits "invalid UTF-8" 3 "$BIN/score" -C "$ws"
like "is named too" "$(cat "$TMP/err")" 'UTF-8'
rm "$bad"

exits "annotate skips a line of 100 MB" 3 sh -c "{ printf '{\"reviewBody\":\"'
    head -c 100000000 /dev/zero | tr '\\0' a; printf '\"}\\n'
    printf '{\"reviewBody\":\"Great, I love it.\"}\\n'; } |
    '$BIN/score' annotate"
like "and goes on" "$(cat "$TMP/out")" 'Great.*"label":"pos"'
like "and says which and why" "$(cat "$TMP/err")" '@0: '

exits "no plan" 2 "$BIN/score" -C "$TMP"
like "is said with its name" "$(cat "$TMP/err")" 'sayso.json: No such file'
exits "no folder" 2 "$BIN/score" -C "$TMP/none"
mkdir "$TMP/empty" && cp "$ws/sayso.json" "$TMP/empty"
exits "no reviews yet" 1 "$BIN/score" -C "$TMP/empty"
like "says what to do" "$(cat "$TMP/err")" 'run fetch and parse'
sed 's/"role": "own"/"rolle": "own"/' "$ws/sayso.json" > "$TMP/empty/sayso.json"
exits "an unknown key in the plan" 2 "$BIN/score" -C "$TMP/empty"
like "is named with its line" "$(cat "$TMP/err")" 'sayso.json:2: .*rolle'
exits "a file for a lexicon that is none" 2 \
    "$BIN/score" map --lexicon "$TMP/empty/sayso.json" </dev/null
exits "an option that is none" 2 "$BIN/score" map --bogus
exits "a command that is none" 2 "$BIN/score" bogus

# ---- output that cannot be written ----
if [ -w /dev/full ]; then
	for command in annotate map; do
		exits "$command into a full disk" 1 sh -c \
		    "'$BIN/score' $command '$ws'/reviews/*/*.jsonl > /dev/full"
	done
	exits "reduce into a full disk" 1 sh -c \
	    "printf 'c|a\t1\n' | '$BIN/score' reduce > /dev/full"
	exits "help into a full disk" 1 sh -c "'$BIN/score' map --help > /dev/full"
else
	for n in 1 2 3 4; do skip "a full disk" "no /dev/full"; done
fi
exits "annotate into a closed pipe" 0 sh -c "{ yes '{\"reviewBody\":\"Good.\"}' |
    head -n 20000 | '$BIN/score' annotate; echo \$? > '$TMP/status'; } | true"
is "exits non-zero" "$(cat "$TMP/status")" 1

# ---- tallies ----
is "empty input, empty output" \
    "$("$BIN/score" map </dev/null; "$BIN/score" reduce </dev/null)" ""
exits "a row that is no tally" 3 sh -c "echo 'c|a 1' | '$BIN/score' reduce"
is "Hadoop's form is read and written" "$(printf 'LongValueSum:c|a\t1\t\nc|a\t2\n' |
    "$BIN/score" reduce --partial=long)" "$(printf 'LongValueSum:c|a\t3')"
"$BIN/score" map "$ws"/reviews/*/*.jsonl > "$TMP/a.tally"
sed 's/^_m|lex|..../_m|lex|0000/' "$TMP/a.tally" > "$TMP/b.tally"
exits "two lexicons are not merged" 3 \
    "$BIN/score" merge "$TMP/a.tally" "$TMP/b.tally"

# ---- the same choice by an engine that groups ----
{
	line 01 Own 5 "Now it works." 2026-11-02T00:00:00Z
	line 02 Own 1 "Broken." 2026-11-02T00:00:00Z
	line 01 Own 1 "It does not work." 2026-11-01T00:00:00Z
	echo '{"reviewBody":"No id."}'
	echo '{"reviewBody":"No id."}'
} > "$TMP/twice.jsonl"
"$BIN/score" dedup "$TMP/twice.jsonl" | LC_ALL=C sort > "$TMP/won"
is "dedup keeps what has no id" "$(wc -l < "$TMP/won" | tr -d ' ')" 4
is "dedup by groups chooses the same" "$("$BIN/score" dedup --keys \
    < "$TMP/twice.jsonl" | LC_ALL=C sort | "$BIN/score" dedup --grouped |
    LC_ALL=C sort)" "$(cat "$TMP/won")"
is "whatever the order within a group" "$("$BIN/score" dedup --keys \
    "$TMP/twice.jsonl" | LC_ALL=C sort -s -k1,1 -r | "$BIN/score" dedup \
    --grouped | LC_ALL=C sort)" "$(cat "$TMP/won")"
exits "a line that is no triple" 3 sh -c \
    "echo '{}' | '$BIN/score' dedup --grouped"
is "dedup of nothing" "$("$BIN/score" dedup --grouped </dev/null)" ""
"$BIN/score" map "$TMP/won" > "$TMP/won.tally"
is "expect says what the tallies hold" "$("$BIN/score" expect "$TMP/won")" \
    "$(awk -F '\t' '{ n[$1] = $2 } END { print "--expect-records " n["_m|in"] \
    " --expect-chk " n["_m|chk"] }' "$TMP/won.tally")"
is "a TAB that an engine left is no part of a record" \
    "$(sed 's/$/\t/' "$TMP/won" | "$BIN/score" expect)" \
    "$("$BIN/score" expect "$TMP/won")"
sed 's/Broken/Braken/' "$TMP/won" | "$BIN/score" map > "$TMP/changed.tally"
exits "one changed letter is seen" 3 "$BIN/score" merge \
    $("$BIN/score" expect "$TMP/won") "$TMP/changed.tally"
