#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The engine on another processor, by cross-compiling: the same bytes.
. tests/tap.sh

CROSS=${CROSS:-aarch64-linux-gnu-gcc}
EMULATOR=${EMULATOR:-qemu-aarch64-static}
command -v "$CROSS" >/dev/null || skip_all "no $CROSS"
command -v "$EMULATOR" >/dev/null || skip_all "no $EMULATOR"

plan 3
export CCACHE_DISABLE=1

# Everything that opens no library; what is left over the linker drops.
sources=$(grep -LE \
    'include [<"](gsl/|sqlite3|zlib|openssl/|libdeflate|cjson/|curl/|linear\.h)' \
    score/*.c parse/review*.c parse/language*.c fetch/arena.c fetch/buffer.c \
    fetch/calendar.c fetch/complaint.c fetch/jsonl*.c fetch/publish.c \
    fetch/slurp.c fetch/utf8.c fetch/workspace.c | grep -v main.c)
mkdir "$TMP/objects"
cat >"$TMP/compile" <<END
exec "$CROSS" -std=c11 -O2 -ffunction-sections -fdata-sections \\
    -ffp-contract=off -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE \\
    '-DSAYSO_VERSION="0"' '-DSAYSO_DATA=""' -Iinclude -Iscore -c "\$1" \\
    -o "$TMP/objects/\$(echo "\$1" | tr / _).o"
END
build() {
	printf '%s\n' $sources tests/slow/annotate_alone.c |
	    xargs -P 2 -n 1 sh "$TMP/compile" &&
	    "$CROSS" -static -Wl,--gc-sections -o "$TMP/alone" \
	    "$TMP"/objects/*.o -lm
}
ok "the engine is built by $CROSS" build

# Texts of every language that has cases, and of everything they trip over.
for file in tests/phenomena/*.txt; do
	language=${file##*/}
	language=${language%.txt}
	jq -Rc --arg language "${language##*-}" \
	    '{reviewBody: ., inLanguage: $language}' "$file"
done >"$TMP/reviews.jsonl"
printf '%s\n' '{"type":"SourceRun","id":"r"}' \
    '{"name":"\ud83d\ude0d\u0000","reviewBody":"","sentiment":1}' \
    >>"$TMP/reviews.jsonl"
here() {
	"$BIN/score" annotate --lexicon lexicon "$TMP/reviews.jsonl" \
	    >"$TMP/here" && [ "$(wc -l <"$TMP/here")" -gt 500 ]
}
ok "what it says here" here
there() {
	"$EMULATOR" "$TMP/alone" lexicon <"$TMP/reviews.jsonl" \
	    >"$TMP/there" && cmp "$TMP/here" "$TMP/there"
}
ok "the same bytes there" there
