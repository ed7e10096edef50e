#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reviews in several languages are scored sentence by sentence.
. "${0%/*}/tap.sh"
plan 33

annotate() { "$BIN/score" annotate "$@"; }
# of TEXT [MEMBERS]: the sentiment of a review
of() {
	jq -cn --arg text "$1" '{reviewBody: $text}'"${2:+ + $2}" |
	    annotate | jq -c .sentiment
}
# parts SENTIMENT: "own: other+other", with the reason of what is not scored
parts() {
	printf '%s' "$1" | jq -r '.language + ": " + ([.otherLanguages // [] |
	    .[] | .language + (if .reason then "(" + .reason + ")" else ""
	    end)] | join("+"))'
}
# both NAME TEXT LANGUAGES LABEL: what the review is in, and how it ends
both() {
	got=$(of "$2")
	is "$1" "$(parts "$got") $(printf '%s' "$got" | jq -r .label)" "$3 $4"
}

both 'Arabic in English' 'The food was good and we liked the place. الخدمة سيئة جدا والموظفون وقحون. I would not go there again, it was terrible.' 'en: ar' neg
both 'Persian in English' 'The room was clean and it was near the beach. غذا افتضاح بود و کارکنان بی ادب بودند. We have complained and they did nothing, awful.' 'en: fa' neg
both 'English in Croatian' 'Hotel je lijep i soba je bila jako čista. The staff were friendly and the breakfast was excellent. Preporučujem svima, bilo je odlično.' 'hr: en' pos
both 'Croatian in English' 'The phone is great and I have used it for a year. Baterija traje jako kratko, a punjač je užasan. It is a waste of money.' 'en: hr' neg
both 'Russian in Georgian' 'ძალიან კარგი სასტუმროა, პერსონალი თავაზიანია. Завтрак был очень вкусный. ყველას ვურჩევ.' 'ka: ru' pos
both 'Georgian in English' 'The room was dirty and it was cold. საშინელი მომსახურება და ცუდი საჭმელი. We will not come back.' 'en: ka' neg
both 'English in Russian' 'Телефон очень плохой, экран сломался через неделю. This is the worst phone that I have ever had. Не советую никому.' 'ru: en' neg
both 'English in Portuguese' 'O produto chegou antes do prazo e funciona muito bem. I love it and it was worth the money. Recomendo para todos.' 'pt: en' pos
both 'English in German' 'Das Hotel war sehr schön und das Personal war freundlich. The breakfast was excellent and we loved the view. Wir kommen gerne wieder.' 'de: en' pos
both 'Serbian Cyrillic in English' 'I have bought it for my son and it was broken. Квалитет је ужасан, а испорука је каснила недељу дана. Do not buy it.' 'en: hr' neg
both 'English in Arabic' 'المكان جميل والخدمة ممتازة وانصح به الجميع. It was the best dinner that we have had. شكرا لكم.' 'ar: en' pos
both 'short praise in other letters' 'The food is fine and I like it. Отлично!' 'en: ru' pos
both 'three languages' 'The room was clean and I liked it. საუზმე იყო ძალიან გემრიელი. Номер был чистый и уютный, персонал вежливый.' 'en: ka+ru' pos

# ---- what cannot be scored ----
both 'a language without a lexicon is said' 'The soup was cold and it was terrible. Keitto oli kylmää eikä tarjoilija katsonut meihin. I hate it.' 'en: fi(unsupported-language)' neg
both 'Arabizi that is not understood' 'The food is good and I love this place. ma bnsa7kon b hal mat3am abadan. We will order again, it was great.' 'en: ar(no-known-words)' pos
both 'Finglish that is not understood' 'The phone is good and I love it. hatman dobare sefaresh midam az injaha. It was worth the money.' 'en: fa(no-known-words)' pos
got=$(of 'Keitto oli kylmää eikä tarjoilija katsonut meihin. Emme tule enää koskaan takaisin tähän paikkaan. It was good and I like it.' '{inLanguage: "en"}')
is 'most of it without a lexicon: unscored' \
    "$(printf '%s' "$got" | jq -r '.label + " " + .reason')" \
    'unscored unsupported-language'

# ---- what stays whole ----
for text in 'I flew from Prestwick to Arrecife. Lovely crew. Very helpful!' \
    'Sennheiser Momentum True Wireless. Crystal clear. Great bass, no complaints.' \
    'La dolce vita! The pasta was superb and the wine was cheap.'; do
	like "whole: $text" "$(parts "$(of "$text")")" '^en: $'
done
got=$(of 'Купил вчера Samsung Galaxy в магазине. Очень доволен! iPhone 12 Pro Max.')
is 'names in other letters are no language' "$(parts "$got")" 'ru: '
echo '{"reviewBody":"The room was clean. Отлично!"}' |
    annotate --lang en >"$TMP/out"
is '--lang: every sentence is in it' \
    "$(jq '.sentiment | has("otherLanguages")' "$TMP/out")" false

# ---- what is written ----
got=$(of 'The phone is great, it is. Baterija je užasna i traje kratko. The screen is good, and I like it.')
is 'a word says its language where it is another' \
    "$(printf '%s' "$got" | jq -r '[.terms[] | select(.language) |
    .language] | unique | join(" ")')" hr
is 'a place is its bytes in the whole text' "$(printf '%s' "$got" |
    jq -c '[.otherLanguages[] | .start, .end]')" '[27,61]'
is 'the declared language gives way to most of the text' \
    "$(of 'الخدمة ممتازة جدا. المكان نظيف وجميل ومناسب للعائلات.' \
    '{inLanguage: "en"}' | jq -r '.language + " " + .label')" 'ar pos'
is 'and a single sentence to what was detected' \
    "$(of 'الخدمة ممتازة جدا' '{inLanguage: "en", detectedLanguage: "ar"}' |
    jq -r '.language + " " + .label')" 'ar pos'
is 'fields may be in different languages' \
    "$(of 'The soup was cold and it was awful.' '{name: "Очень плохо", positiveNotes: "საუზმე იყო გემრიელი"}' |
    jq -r '[.otherLanguages[] | .language + "/" + (.field // "reviewBody")] |
    join(" ")')" 'ru/name ka/positiveNotes'
jq -cn '{id: "1", brand: "Own", reviewBody: "The room was clean and I liked it. საუზმე იყო გემრიელი."}' >"$TMP/one.jsonl"
"$BIN/score" explain - <"$TMP/one.jsonl" >"$TMP/out"
like 'explain says whose words they are' "$(cat "$TMP/out")" ', in ka  "'
like 'explain lists the other languages' "$(cat "$TMP/out")" \
    '^  ka +scored  "'
"$BIN/score" map "$TMP/one.jsonl" >"$TMP/tally"
like 'a word counts in its own language' "$(cat "$TMP/tally")" \
    '^w\|Own\|ka\|'
like 'the review in its own' "$(cat "$TMP/tally")" '^c\|Own\|[^|]*\|[^|]*\|en\|'

# ---- the same bytes, however many threads ----
{
	for i in 1 2 3 4 5 6 7 8; do
		cat "$TMP/one.jsonl"
		echo '{"reviewBody":"O produto chegou antes do prazo e funciona muito bem. I love it and it was worth the money."}'
		echo '{"reviewBody":"Plain English, and it is good."}'
	done
} >"$TMP/many.jsonl"
annotate "$TMP/many.jsonl" >"$TMP/single"
annotate -j 3 "$TMP/many.jsonl" >"$TMP/threads"
ok 'threads change nothing' cmp "$TMP/single" "$TMP/threads"
is 'a review is the same wherever it stands' \
    "$(sort -u "$TMP/single" | wc -l | tr -d ' ')" 3
