#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# score annotate and score eval: filters over reviews and labelled sets.
. "${0%/*}/tap.sh"
plan 27

printf '#lexicon\ten\ngood\t2\thand\nbad\t-2\thand\n' >"$TMP/en.tsv"
printf '#rules\ten\nnegator\tnot\t3\n' >"$TMP/en.rules.tsv"
mkdir "$TMP/lexicon"
cp "$TMP/en.tsv" "$TMP/en.rules.tsv" "$TMP/lexicon"
cat "$TMP"/lexicon/*.tsv >"$TMP/one.tsv"

annotate() { "$BIN/score" annotate --lexicon "$TMP/lexicon" "$@"; }

line='{"id":"1","reviewBody":"Not good.","x":[1, 2]}'
is 'a review gets its sentiment as the last member' \
    "$(echo "$line" | annotate --lang en)" \
    '{"id":"1","reviewBody":"Not good.","x":[1, 2],"sentiment":{"score":-2771,"label":"neg","stars":2,"language":"en","terms":[{"term":"not good","weight":-1.30,"start":0,"end":8}],"confidence":80,"coverage":100,"aspects":[],"comparisons":[]}}'

is 'one file made by cat is the same lexicon' \
    "$(echo "$line" | "$BIN/score" annotate --lexicon "$TMP/one.tsv" --lang en)" \
    "$(echo "$line" | annotate --lang en)"

echo "$line" | annotate --lang en >"$TMP/once"
annotate --lang en "$TMP/once" >"$TMP/twice"
ok 'annotating twice changes nothing' cmp "$TMP/once" "$TMP/twice"

is 'a run passes as it is' "$(echo '{"type":"SourceRun", "id":"1"}' |
    annotate)" '{"type":"SourceRun", "id":"1"}'
like 'a review of a rating only has no text' \
    "$(echo '{"reviewRating":{"ratingValue":"5"}}' | annotate)" \
    '"sentiment":\{"label":"unscored","reason":"no-text"\}\}$'
like 'no known word is not neutral' \
    "$(echo '{"reviewBody":"the parcel"}' | annotate --lang en)" \
    '"reason":"no-known-words"'
like 'a language without a lexicon is unscored' \
    "$(echo '{"reviewBody":"good"}' | annotate --lang fi)" \
    '"reason":"unsupported-language"'
like 'a title alone is scored' \
    "$(echo '{"name":"Bad","inLanguage":"en-US"}' | annotate)" \
    '"field":"name","start":0,"end":3'
like 'the declared language counts where the lexicon has it' \
    "$(echo '{"reviewBody":"good","inLanguage":"en","detectedLanguage":"fi"}' |
    annotate)" '"language":"en"'
like 'else the detected one' \
    "$(echo '{"reviewBody":"good","inLanguage":"fi","detectedLanguage":"en"}' |
    annotate)" '"language":"en"'

is '--ascii writes nothing above 0x7E' \
    "$(echo '{"reviewBody":"good é😀"}' | annotate --lang en --ascii |
    tr -d '\n -~' | wc -c | tr -d ' ')" 0
like '--ascii escapes all of the line' \
    "$(echo '{"reviewBody":"good é"}' | annotate --lang en --ascii)" \
    'good .u00e9"'

printf '{"reviewBody":"good"}\nnonsense\n[1]\n{"reviewBody":"bad"}\n' \
    >"$TMP/bad.jsonl"
annotate --lang en "$TMP/bad.jsonl" >"$TMP/out" 2>"$TMP/err"
is 'bad lines: exit 3' "$?" 3
is 'bad lines are left out, the rest is kept' \
    "$(wc -l <"$TMP/out" | tr -d ' ')" 2
like 'a bad line is said with its place' "$(cat "$TMP/err")" \
    "bad.jsonl@22: "
annotate --lang en --max-bad 2 "$TMP/bad.jsonl" >"$TMP/out" 2>"$TMP/err"
is 'bad lines up to --max-bad: exit 0' "$?" 0
echo "$line" | annotate --max-line 20 >"$TMP/out" 2>"$TMP/err"
is 'a line longer than --max-line is bad' "$?" 3

annotate </dev/null >"$TMP/out" 2>"$TMP/err"
is 'nothing in, nothing out' "$?$(cat "$TMP/out" "$TMP/err")" 0
annotate "$TMP/missing" >"$TMP/out" 2>"$TMP/err"
is 'a missing file: exit 1' "$?" 1
"$BIN/score" annotate --lexicon "$TMP/bad.jsonl" </dev/null 2>"$TMP/err"
is 'a wrong lexicon: exit 2' "$?" 2
like 'a wrong lexicon is said with its line' "$(cat "$TMP/err")" \
    'bad.jsonl:1: '
if [ -c /dev/full ]; then
	echo "$line" | annotate --lang en >/dev/full 2>"$TMP/err"
	is 'a full disk: exit 1' "$?" 1
else
	skip 'a full disk: exit 1' 'no /dev/full'
fi

LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo annotate --lang en \
    "$TMP/bad.jsonl" >"$TMP/turkish" 2>/dev/null
env -i "$BIN/score" annotate --lexicon "$TMP/lexicon" --lang en \
    "$TMP/bad.jsonl" >"$TMP/empty" 2>/dev/null
ok 'locale and environment change nothing' cmp "$TMP/turkish" "$TMP/empty"

printf 'id\trating\tlabel\ttext\n1\t5\tpos\tgood\n2\t1\tneg\tbad\n3\t2\tneg\tx\n' \
    >"$TMP/set.tsv"
is 'eval: accuracy counts the unscored as wrong' \
    "$("$BIN/score" eval --plain --lang en --lexicon "$TMP/lexicon" \
    "$TMP/set.tsv" | awk 'NR == 2 { print $1, $2, $3, $4 }')" \
    'set.tsv 3 0.6667 0.6667'
is 'eval --plain is the same every time' \
    "$("$BIN/score" eval --plain --lang en --lexicon "$TMP/lexicon" \
    "$TMP/set.tsv" | cksum)" \
    "$("$BIN/score" eval --plain --lang en --lexicon "$TMP/one.tsv" \
    "$TMP/set.tsv" | cksum)"

is "emoji alone are scored, whatever the language" "$(printf '%s\n' \
    '{"reviewBody":"😍😍"}' '{"reviewBody":"👎"}' |
    "$BIN/score" annotate | jq -r .sentiment.label | tr '\n' ' ')" "pos neg "
is "a line without text comes back unscored" \
    "$(echo '{"rating":5}' | "$BIN/score" annotate | jq -r .sentiment.reason)" \
    no-text
