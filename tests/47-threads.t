#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# score with several threads: the same bytes, complaints and exit codes.
. tests/tap.sh

plan 31

# Some megabytes with everything in them that a reader trips over.
awk 'BEGIN {
	srand(7)
	for (i = 0; i < 12000; i++) {
		printf "{\"id\":\"%d\",\"source\":\"s%d\",\"brand\":\"b%d\"," \
		    "\"inLanguage\":\"en\",\"reviewRating\":{\"ratingValue\":%d}," \
		    "\"reviewBody\":\"", i, i % 3, i % 2, 1 + i % 5
		for (k = int(rand() * 30); k >= 0; k--)
			printf "%s ", k % 3 ? "not very good" : "awful, broke"
		printf "%s\"}\n", i % 11 ? "" : "caf\\u00e9 \\ud83d\\ude00"
		if (i % 401 == 0) print "{\"id\":"
		if (i % 3001 == 0) printf "\n\r\n"
	}
}' > "$TMP/some.jsonl"
{
	printf '\357\273\277'
	head -n 4500 "$TMP/some.jsonl"
	printf '{"reviewBody":"bad \377 byte"}\n'
	printf '{"reviewBody":"'
	head -c 20000000 /dev/zero | tr '\0' a
	printf '"}\n{"reviewBody":"'
	head -c 900000 /dev/zero | tr '\0' b
	printf ' good"}\n'
	tail -n +4501 "$TMP/some.jsonl"
	printf '{"type":"SourceRun","id":"r"}\n{"reviewBody":"Good at the end."}'
} > "$TMP/odd.jsonl"

same() { # OUT: what two runs wrote, said and gave back
	cmp "$TMP/1.out" "$TMP/$1.out" && cmp "$TMP/1.err" "$TMP/$1.err" &&
	    cmp "$TMP/1.exit" "$TMP/$1.exit"
}
run() { # OUT COMMAND...
	name=$1
	shift
	"$BIN/score" "$@" >"$TMP/$name.out" 2>"$TMP/$name.err"
	echo $? >"$TMP/$name.exit"
}
# With bad lines up to the bound, of files and of a pipe.
for what in annotate 'annotate --ascii' 'annotate --max-line 300' \
    'map --max-bad 999999' 'map --partial=long'; do
	run 1 $what "$TMP/odd.jsonl" "$TMP/some.jsonl"
	for n in 2 5; do
		run $n $what -j $n "$TMP/odd.jsonl" "$TMP/some.jsonl"
		ok "$what -j $n: the same" same $n
	done
	cat "$TMP/odd.jsonl" | run 1 $what
	cat "$TMP/odd.jsonl" | run 3 $what -j 3
	ok "$what -j 3 of a pipe: the same" same 3
done
run 1 annotate "$TMP/odd.jsonl"
is "bad lines: exit 3" "$(cat "$TMP/1.exit")" 3
is "twenty are said, and that there are more" "$(wc -l <"$TMP/1.err" |
    tr -d ' ')" 21
like "each with file and offset" "$(head -n 1 "$TMP/1.err")" \
    'odd\.jsonl@[0-9]+: '

# One input that is not there, behind one that is.
run 1 annotate "$TMP/some.jsonl" "$TMP/none"
run 4 annotate -j 4 "$TMP/some.jsonl" "$TMP/none"
ok "a file that is not there: the same" same 4
is "exit 1" "$(cat "$TMP/4.exit")" 1
is "and what came before is written" "$(wc -l <"$TMP/4.out" | tr -d ' ')" 12000
run 1 annotate /dev/null
run 4 annotate -j 4 /dev/null
ok "nothing in, nothing out" same 4

# Output that cannot be written.
if [ -w /dev/full ]; then
	exits "a full disk: exit 1" 1 sh -c \
	    "'$BIN/score' annotate -j 3 '$TMP/some.jsonl' >/dev/full"
	like "and why" "$(cat "$TMP/err")" 'standard output: cannot write'
	exits "map into a full disk: exit 1" 1 sh -c \
	    "'$BIN/score' map -j 3 '$TMP/some.jsonl' >/dev/full"
else
	for n in 1 2 3; do skip "a full disk" "no /dev/full"; done
fi
exits "a closed pipe" 0 sh -c "{ '$BIN/score' annotate -j 2 \
    '$TMP/some.jsonl'; echo \$? >'$TMP/status'; } | head -n 1"
is "exits with 1" "$(cat "$TMP/status")" 1
exits "no thread at all" 2 "$BIN/score" annotate -j 0
exits "too many threads" 2 "$BIN/score" map -j 33

# ---- long lines ----
{
	printf '{"reviewBody":"'
	head -c 20000000 /dev/zero | tr '\0' a
	printf ' good."}\n'
} > "$TMP/long.jsonl"
exits "--max-line takes a longer line" 0 "$BIN/score" annotate -j 2 \
    --lang en --max-line 30000000 "$TMP/long.jsonl"
like "whole" "$(tail -c 300 "$TMP/out")" '"label":"pos".*"start":20000001'
