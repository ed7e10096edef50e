#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The same bytes from other compilers, other optimisation, without the
# processor's vectors, and with another choice of the mathematics library.
. tests/tap.sh

plan 10
ws=$TMP/ws
mkdir -p "$ws/reviews/own.shop"
cat >"$ws/sayso.json" <<'END'
{ "contact": "test@example.org", "brands": [
  { "name": "Own", "role": "own", "sources": [ { "recipe": "html-pages",
    "params": { "start": "http://shop.localhost/" } } ] },
  { "name": "Other", "role": "competitor", "sources": [ {
    "recipe": "html-pages", "params": { "start": "http://x.localhost/" } } ] }
] }
END
# Texts in every language that has cases, with stars, days and replies.
for file in tests/phenomena/*.txt; do
	language=${file##*/}
	language=${language%.txt}
	jq -Rc --arg language "${language##*-}" '
	    (input_line_number % 5 + 1) as $stars |
	    {id: "\($language)\(input_line_number)", source: "Shop",
	    kind: "retailer", brand: (if $stars % 2 == 0 then "Own" else
	    "Other" end), inLanguage: $language, reviewRating: {ratingValue:
	    $stars, bestRating: 5}, reviewBody: ., datePublished:
	    "2026-0\(input_line_number % 9 + 1)-1\($stars)", capture: {file:
	    "a", offset: 0, fetched: "2026-11-02T00:00:00Z"}} +
	    if $stars == 3 then {reply: {text: "Thank you.", dateCreated:
	    "2026-10-02"}} else {} end' "$file"
done >"$ws/reviews/own.shop/20261102T000000Z.jsonl"
reviews=$ws/reviews/own.shop/20261102T000000Z.jsonl
# And reviews in two languages.
for pair in 'en ka' 'ar en' 'ru hr' 'fa en' 'de pt'; do
	paste -d ' ' "tests/phenomena/${pair% *}.txt" \
	    "tests/phenomena/${pair#* }.txt" | cut -f 3,5 | tr '\t' ' ' |
	    jq -Rc --arg pair "$pair" '{id: "\($pair)\(input_line_number)",
	    source: "Shop", brand: "Own", reviewBody: ., datePublished:
	    "2026-05-11", capture: {file: "a", offset: 0,
	    fetched: "2026-11-02T00:00:00Z"}}'
done >>"$reviews"

# All that a program makes of them: lines, tallies, a summary, a workspace.
results() { # PROGRAM FOLDER
	mkdir "$2" && cp -R "$ws" "$2/ws" &&
	    "$1" annotate --lexicon lexicon "$reviews" >"$2/annotated" &&
	    "$1" map --lexicon lexicon --plan "$ws/sayso.json" "$reviews" \
	    >"$2/tallies" &&
	    "$1" merge --plan "$ws/sayso.json" "$2/tallies" >"$2/summary" &&
	    "$1" -C "$2/ws" --lexicon lexicon && rm "$2/ws/.lock.score"
}
results "$BIN/score" "$TMP/here" || bail "score failed"
ok "there is something to compare" sh -c \
    "[ \$(wc -l <'$TMP/here/annotated') -gt 400 ] &&
    [ -s '$TMP/here/ws/summary/summary.json' ]"

same() { # NAME COMPILER FLAGS
	"$MAKE" -s BUILD="$TMP/build-$1" CC="$2" CFLAGS="$3" \
	    "$TMP/build-$1/bin/score" >"$TMP/log" 2>&1 ||
	    { tail "$TMP/log"; return 1; }
	results "$TMP/build-$1/bin/score" "$TMP/$1" &&
	    diff -r "$TMP/here" "$TMP/$1"
	result=$?
	rm -rf "$TMP/build-$1"
	return $result
}
compiled() { # NAME COMPILER FLAGS
	if command -v "$2" >/dev/null; then
		ok "$2 $3: the same bytes" same "$@"
	else
		skip "$2 $3" "no $2"
	fi
}
compiled gcc0 gcc -O0
compiled gcc2 gcc -O2
compiled gcc3 gcc -O3
compiled clang2 clang -O2
# The C that stands for the vectors of x86-64.
compiled portable gcc '-O2 -U__SSE2__'
compiled vectors gcc '-O3 -march=native'

# The library takes other code for exp() where the processor has no FMA.
tunables=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX,-AVX512F,-AVX512VL,-SSE4_1
tuned() {
	GLIBC_TUNABLES=$tunables results "$BIN/score" "$TMP/tuned" &&
	    diff -r "$TMP/here" "$TMP/tuned"
}
ok "without FMA and AVX: the same bytes" tuned
cat >"$TMP/exp.c" <<'END'
#include <math.h>
#include <stdio.h>
#include <string.h>
int
main(void)
{
	unsigned long long sum = 0, bits;
	for (int i = 0; i < 2000000; i++) {
		double e = exp(i * 1e-5 - 7), l = log(1 + i * 1e-3);
		memcpy(&bits, &e, 8);
		sum = sum * 31 + bits;
		memcpy(&bits, &l, 8);
		sum = sum * 31 + bits;
	}
	return printf("%llx\n", sum) < 0;
}
END
if $CC -O1 -o "$TMP/exp" "$TMP/exp.c" -lm 2>/dev/null &&
    [ "$("$TMP/exp")" != "$(GLIBC_TUNABLES=$tunables "$TMP/exp")" ]; then
	ok "although exp() and log() differ" true
else
	skip "although exp() and log() differ" \
	    "the tunables change nothing here"
fi
ok "by several threads: the same bytes" sh -c "'$BIN/score' annotate -j 3 \
    --lexicon lexicon '$reviews' | cmp - '$TMP/here/annotated'"
