#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# score explain finds reviews by sayso.db, as many as by reading all, and never
# by one that was made of other files.
. tests/tap.sh

plan 44
ws=$TMP/ws
mkdir -p "$ws/reviews/own.shop"
run=20261101T000000Z

review() { # ID BRAND SOURCE STARS LANG DATE ITEM TEXT [RUN]
	printf '{"id":"%s","source":"%s","kind":"retailer","brand":"%s","item":"%s","url":"https://shop.example/%s","inLanguage":"%s","reviewRating":{"ratingValue":%s,"bestRating":5,"worstRating":1},"reviewBody":"%s","datePublished":"%s","capture":{"file":"own.shop/%s.warc.gz","offset":1,"fetched":"2026-11-01T00:00:0%dZ"}}\n' \
	    "$1" "$3" "$2" "$7" "$1" "$5" "$4" "$8" "$6" "${9:-$run}" \
	    "$([ -n "${9:-}" ] && echo 5 || echo 0)"
}
{
	review a1 Own Shop 1 en 2026-10-01 Kettle "The delivery was late. Terrible service."
	review a2 Own Shop 5 en 2026-10-02 Kettle "Lovely coffee, I love the price."
	review a3 Own Shop 4 hr 2026-09-09 Mug "Dostava je brza, odlično."
	review a4 Own Forum 2 en 2026-09 Mug "It broke, a waste of money."
	review a5 Own Forum 5 en 2026-10-20 "" "Better than Rival. I love it."
	review b1 Rival Shop 1 en 2026-10-01 Kettle "Late delivery again, terrible."
	review b2 Rival Shop 3 de 2026-08-11 Mug "Ganz gut, aber teuer."
} > "$ws/reviews/own.shop/$run.jsonl"
review a1 Own Shop 2 en 2026-10-01 Kettle "The delivery was late. Terrible, bad service." \
    20261108T000000Z > "$ws/reviews/own.shop/20261108T000000Z.jsonl"
review a7 Own Shop 5 en 2026-11-02 Kettle "Great, I love it." \
    20261108T000000Z >> "$ws/reviews/own.shop/20261108T000000Z.jsonl"
cat > "$ws/sayso.json" <<'J'
{"contact":"a@example.org","brands":[{"name":"Own","role":"own"},
{"name":"Rival","role":"competitor"}],"streams":[{"id":"late","keywords":["late"]}]}
J
"$BIN/score" -C "$ws" > /dev/null 2>&1
explain() { "$BIN/score" explain -C "$ws" "$@"; }

# ---- by sayso.db as by reading all ----
perl tests/market/figures.pl "$ws/summary/summary.json" |
    awk -F'\t' 'NR % 3 == 1 { print $1 }' > "$TMP/names"
ok "there are many figures" test "$(wc -l < "$TMP/names")" -gt 130
# Few at once: of many all reviews are read.
tr '\n' '\0' < "$TMP/names" | xargs -0 -n 16 "$BIN/score" explain -C "$ws" \
    > "$TMP/found" 2>&1
tr '\n' '\0' < "$TMP/names" | xargs -0 "$BIN/score" explain -C "$ws" \
    --rescan > "$TMP/read" 2>&1
ok "each is answered alike by sayso.db and by reading all" sh -c \
    "grep -v '^====' '$TMP/found' | grep . > '$TMP/a'
    grep -v '^====' '$TMP/read' | grep . > '$TMP/b'; cmp '$TMP/a' '$TMP/b'"
same() { # DESCRIPTION NAME [OPTIONS]
	what=$1
	shift
	explain "$@" > "$TMP/a" 2>&1
	explain --rescan "$@" > "$TMP/b" 2>&1
	ok "$what" sh -c "cmp '$TMP/a' '$TMP/b' && grep -q '^review ' '$TMP/a'"
}
same "so is a review" a1
is "in its last version" "$(explain a1 | sed -n 's/^rating *//p')" "2 of 5"
same "a selection" Own/source/Shop/month/2026-10/complaints
same "reviews without an item" Own/item/Mug
same "what was edited" Own/edited
same "what may be answered" Own/answerable
same "days across months" Own/dates/2026-09-09..2026-10-01
same "dates that are less precise than the end" Own/dates/2026..2026-12
same "who prefers whom" Own/prefers/Rival
same "a word" Own/word/en/terrible
same "what is new" Own/since/20261105T000000Z
same "a stream" --stream late Own/complaints

# ---- but never by another ----
stale() { # DESCRIPTION PATTERN NAME
	explain --limit 0 "$3" > "$TMP/out" 2> "$TMP/err"
	like "$1 is noticed" "$(cat "$TMP/err")" "$2.*all reviews are read"
}
stale_count() { # DESCRIPTION NAME COUNT
	is "$1" "$(explain --limit 0 "$2" 2> /dev/null | sed -n '1s/ .*//p')" "$3"
}
explain a1 > /dev/null 2> "$TMP/err"
is "nothing is said while nothing has changed" "$(cat "$TMP/err")" ""
review a6 Own Shop 1 en 2026-10-03 Kettle "Terrible." \
    > "$ws/reviews/own.shop/20261109T000000Z.jsonl"
stale "a new file" 'reviews is not what it was' Own/stars/1
stale_count "its reviews are there" Own/stars/1 1
ok "so is its review by id" sh -c "'$BIN/score' explain -C '$ws' a6 2>&1 |
    grep -q '^review   a6'"
"$BIN/score" -C "$ws" > /dev/null 2>&1
stale_count "a run makes it known" Own/stars/1 1
is "and nothing is said" "$(explain a6 2>&1 >/dev/null)" ""
sed 's/"ratingValue":1/"ratingValue":3/' \
    "$ws/reviews/own.shop/20261109T000000Z.jsonl" > "$TMP/same"
touch -r "$ws/reviews/own.shop/20261109T000000Z.jsonl" "$TMP/same"
mv "$TMP/same" "$ws/reviews/own.shop/20261109T000000Z.jsonl"
stale "a file of the same name, size and time" \
    'reviews/own.shop/20261109T000000Z.jsonl has changed' Own/stars/3
stale_count "what it says now is what counts" Own/stars/3 1
rm "$ws/reviews/own.shop/20261109T000000Z.jsonl"
stale "a file that is gone" 'reviews/own.shop/20261109T000000Z.jsonl is gone' \
    Own/stars/1
stale_count "with its reviews" Own/reviews 6
"$BIN/score" -C "$ws" > /dev/null 2>&1
mkdir -p "$ws/changes"
echo '{"type":"ReviewChange"}' > "$ws/changes/own.shop.jsonl"
stale "a change of reviews" 'changes is not what it was' Own/reviews
"$BIN/score" -C "$ws" > /dev/null 2>&1
sed -i.old 's/a@example.org/b@example.org/' "$ws/sayso.json"
stale "another plan" 'sayso.json has changed' Own/reviews
explain a1 > /dev/null 2> "$TMP/err"
is "which matters to no review" "$(cat "$TMP/err")" ""
mv "$ws/sayso.json.old" "$ws/sayso.json"
sed -i.old 's/"reviews":6/"reviews":7/' "$ws/summary/summary.json"
stale "another summary" 'summary/summary.json is not of sayso.db' Own/reviews
mv "$ws/summary/summary.json.old" "$ws/summary/summary.json"
printf '#lexicon\ten\nterrible\t2.5\thand\n' > "$TMP/lexicon.tsv"
explain --lexicon "$TMP/lexicon.tsv" --limit 0 Own/reviews > "$TMP/out" \
    2> "$TMP/err"
like "another lexicon is noticed" "$(cat "$TMP/err")" \
    'the lexicon is not that of sayso.db'
printf 'no database' > "$ws/sayso.db"
explain --limit 0 Own/reviews > "$TMP/out" 2> "$TMP/err"
like "what is no database is said" "$(cat "$TMP/err")" \
    'sayso.db: .*all reviews are read'
like "and is done without" "$(cat "$TMP/out")" '^6 reviews'
rm "$ws/sayso.db"
is "without one all are read" "$(explain --limit 0 Own/reviews 2>&1 |
    sed -n 1p)" "6 reviews; the first 0 of them"

# ---- one grammar ----
"$BIN/score" -C "$ws" > /dev/null 2>&1
alike() { # NAME NAME: both say the same
	is "$1 is $2" "$(explain --limit 2 "$1" | sed '/^selected \|^figure  /d')" \
	    "$(explain --limit 2 "$2" | sed '/^selected \|^figure  /d')"
}
alike Own/sources/Shop/stars_5 Own/source/Shop/stars/5
alike Own/mean_stars Own/meanStars
alike Own/months/2026-10/languages/en/rated Own/language/en/month/2026-10/stars
alike Own/aspects/service/negative/month/2026-10 \
    Own/month/2026-10/aspect/service/neg
explain --limit 0 Own/reviews Own/source/Shop/month/2026-10/stars \
    > "$TMP/both" 2>&1
is "figures and selections may be asked for together" \
    "$(grep -cE '^(figure |selected)' "$TMP/both")" 2
like "a slip is told" "$(explain Own/negativShare 2>&1)" \
    'Own/negativShare: .* did you mean Own/negativeShare\?'
like "of a source too" "$(explain Own/sources/Shopp/reviews)" \
    'nearest  Own/sources/Shop/reviews'
like "a figure without its brand" "$(explain negativeShare 2>&1)" \
    'did you mean the figure Own/negativeShare\?'
like "a list" "$(explain Own/sources 2>&1)" 'name one of its figures'
like "an option behind the names" "$(explain Own/reviews --limit 2>&1)" \
    'options stand in front of names'

# ---- for a terminal ----
printf '%s\n' '{"reviewBody":"good \u202egnp.exe\u2066 \u001b[31m coffee"}' |
    "$BIN/score" explain - > "$TMP/out"
is "what would turn or colour the terminal's text is not written" \
    "$(grep -cE "$(printf '\342\200\256|\342\201\246|\033')" "$TMP/out")" 0
like "the rest is" "$(cat "$TMP/out")" 'good \?gnp\.exe\? \?\[31m coffee'
