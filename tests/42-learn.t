#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# score learn, and what the rows it writes do.
. "${0%/*}/tap.sh"
plan 17

printf '#lexicon\ten\ngood\t2\thand\n#rules\ten\nnegator\tnot\t3\n' \
    >"$TMP/prior.tsv"
for shop in one two three four; do
	{
		printf 'id\trating\tlabel\ttext\n'
		for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
			printf '%d\t5\tpos\tgood and sturdy\n' $i
			printf '%d\t1\tneg\tit is wobbly %d\n' $i $i
			printf '%d\t5\tpos\t%s has it\n' $i $shop
			yes "$i	3	neu	parcel" | head -n 10
		done
	} >"$TMP/$shop.tsv"
done
sets="$TMP/one.tsv $TMP/two.tsv $TMP/three.tsv $TMP/four.tsv"
learn() {
	"$BIN/score" learn --prior "$TMP/prior.tsv" --min-reviews 10 \
	    --min-brands 2 --min-sources 2 "$@"
}

learn $sets >"$TMP/learned.tsv"
ok 'words of several sources are learned' \
    grep -q '^wobbly	-.*	learned	' "$TMP/learned.tsv"
is 'the name of one shop is not' \
    "$(grep -cE '^(one|two|three|four)	' "$TMP/learned.tsv")" 0
learn $sets >"$TMP/again.tsv"
ok 'the same texts teach the same bytes' \
    cmp "$TMP/learned.tsv" "$TMP/again.tsv"
printf '# sturdy\nwobbly nowhere\n' >"$TMP/except"
learn --except "$TMP/except" $sets >"$TMP/excepted.tsv"
is 'words that are excepted are not learned, remarks are' \
    "$(grep -cE '^(wobbly|sturdy)	' "$TMP/excepted.tsv") $(grep -c \
    '^sturdy	' "$TMP/excepted.tsv")" '1 1'
exits 'a list of exceptions that is not there is a slip' 2 \
    "$BIN/score" learn --prior "$TMP/prior.tsv" --except "$TMP/none" $sets
is 'new words must weigh what is asked' "$(learn --min-weight 10000 \
    $sets | grep -cE '^(wobbly|sturdy)	')" 0
is 'and not more than what is allowed' "$(learn --max-weight 7 $sets |
    sed -n 's/^wobbly	\([^	]*\).*/\1/p')" -0.07
learn --hold-out four $sets >"$TMP/held.tsv" 2>"$TMP/gain"
like 'what is held out says what is gained' "$(cat "$TMP/gain")" \
    'four +156 .* (12|24) +0 '
learn --hold-out nobody $sets >"$TMP/out" 2>"$TMP/err"
is 'a name that nobody has is a fault' "$? $(wc -c <"$TMP/out")" '2 0'
mkdir "$TMP/both"
cp "$TMP/prior.tsv" "$TMP/both/en.tsv"
cp "$TMP/learned.tsv" "$TMP/both/en.learned.tsv"
like 'the rows are a lexicon beside the prior' "$(echo \
    '{"id":"1","reviewBody":"It is wobbly"}' | "$BIN/score" annotate \
    --lexicon "$TMP/both" --lang en)" '"label":"neg"'
cat "$TMP"/both/*.tsv >"$TMP/whole.tsv"
is 'one file made by cat is the same lexicon' \
    "$("$BIN/score" eval --plain --lang en --lexicon "$TMP/both" $sets)" \
    "$("$BIN/score" eval --plain --lang en --lexicon "$TMP/whole.tsv" $sets)"
like 'eval holds it against the prior' "$("$BIN/score" eval --plain \
    --lang en --lexicon "$TMP/prior.tsv" --against "$TMP/both" \
    "$TMP/one.tsv" | tail -1)" 'one.tsv +156 .* (12|24) +0 '
{
	printf 'id\tfrom\tto\tterm\tlabel\ttext\n'
	printf '1\t0\t3\tlid\tneg\tlid is wobbly\n'
	printf '2\t5\t8\tlid\tpos\tgood lid\n3\t0\t3\tbox\tneu\tbox\n'
} >"$TMP/places.tsv"
"$BIN/score" eval --lang en --lexicon "$TMP/prior.tsv" \
    --against "$TMP/both" "$TMP/places.tsv" >"$TMP/eval"
like 'places are three classes' "$(sed -n 2p "$TMP/eval")" \
    'places.tsv +3 +0.3333 +0.5000 +[0-9.]+ +0.6667 '
like 'and held against another lexicon too' "$(tail -1 "$TMP/eval")" \
    'places.tsv +3 +0.5000 +1.0000 .* 1 +0 '

# "gate" stands in all complaints of a source that hardly praises, and says
# nothing in the two others.
printf '#lexicon\ten\ngood\t2\thand\nbad\t-2\thand\n' >"$TMP/prior.tsv"
rows() { # times label text
	yes "1		$2	$3" | head -n "$1"
}
{
	printf 'id\trating\tlabel\ttext\n'
	rows 60 neg 'our gate was shut'
	rows 60 neg 'gate and bad'
	rows 4 pos 'gate is good'
} >"$TMP/air.tsv"
{
	printf 'id\trating\tlabel\ttext\n'
	rows 1300 neu parcel
	for both in 'neg	a gate, bad' 'pos	a gate, good' 'pos	good' 'neg	bad'
	do
		yes "1		$both" | head -n 30
	done
} >"$TMP/sea.tsv"
cp "$TMP/sea.tsv" "$TMP/rail.tsv"
learn "$TMP/air.tsv" "$TMP/sea.tsv" "$TMP/rail.tsv" >"$TMP/gates.tsv"
is "what a source's texts share is not its words'" "$(awk -F '\t' \
    '$1 == "gate" && $2 < -0.3' "$TMP/gates.tsv"; grep -c good \
    "$TMP/gates.tsv")" 1
share() {
	learn --max-share "$1" --min-sources 2 "$TMP/air.tsv" \
	    "$TMP/sea.tsv" "$TMP/rail.tsv" | grep -c '^gate	'
}
is 'how much of a word may be of one source' "$(share 90) $(share 40)" '1 0'
exits 'a prior that is not there is a slip of the caller' 2 \
    "$BIN/score" learn --prior "$TMP/nowhere" $sets
