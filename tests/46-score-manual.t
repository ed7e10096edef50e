#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The examples of score's manual pages run and give what they promise.
. tests/tap.sh

plan 8
root=$PWD
mkdir "$TMP/bin" "$TMP/in"
ln -s "$BIN/score" "$TMP/bin/score"
PATH=$TMP/bin:$PATH
cd "$TMP/in" || exit 1

# example PAGE N: the Nth literal block behind EXAMPLES
example() {
	awk -v n="$2" '/^\.Sh/ { on = $2 == "EXAMPLES" }
		/^\.Ed/ { copy = 0 }
		copy { print }
		on && /^\.Bd/ { copy = ++seen == n }' "$root/score/$1" |
	    sed -e 's/^\$ //' -e 's/\\e/\\/g' -e 's/^\\&//'
}

review() { # BRAND STARS TEXT
	printf '{"id":"%s","source":"Shop","kind":"retailer","brand":"%s","reviewRating":{"ratingValue":%s},"reviewBody":"%s","inLanguage":"en"}\n' \
	    "$1$2" "$1" "$2" "$3"
}
mkdir -p market/reviews/own.shop
printf '{"contact":"a@example.org","brands":[{"name":"Own","role":"own","sources":[{"recipe":"html-pages","params":{"start":"https://a.example/"}}]}]}' \
    > market/sayso.json
review Own 1 "Terrible, it broke. Waste of money." \
    > market/reviews/own.shop/20261101T000000Z.jsonl

example sayso-score.1 1 > run.sh
exits "score: annotate" 0 sh ./run.sh
is "score: says what it is" "$(jq -r .sentiment.label "$TMP/out")" pos
example sayso-score.1 2 > run.sh
exits "score: a workspace" 0 sh ./run.sh
like "score: prints the headline" "$(cat "$TMP/out")" 'Own \*'

review Own 5 "I love it." > one.jsonl
review Own 2 "Not good." > two.jsonl
example sayso-tallies.5 1 > run.sh
sh ./run.sh
is "tallies: other tools sum them" \
    "$(jq -c '.brands[0].total | [.reviews, .positive, .negative]' \
    summary.json)" '[2,1,1]'

cd market || exit 1
example sayso-summary.5 1 > run.sh
sh ./run.sh > out
like "summary: the database answers" "$(cat out)" '\|Shop\|'
example sayso-summary.5 2 > run.sh
is "summary: jq reads the figures" "$(sh ./run.sh)" "Own		1"

mkdir lexicon
example sayso-lexicon.5 1 > lexicon/en.tsv
example sayso-lexicon.5 2 > lexicon/en.rules.tsv
echo '{"reviewBody":"Good Friday was not good.","inLanguage":"en"}' > line
is "lexicon: the example is one" "$(score annotate --lexicon lexicon line |
    jq -c '.sentiment | [.label, (.terms | length)]')" '["neg",1]'
