#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# parse on files and pipes, and everything that can be wrong with them.
. tests/tap.sh

plan 83
parse=$BIN/parse
cd "$TMP" || exit 1

page() { # NAME RATING TEXT
	printf '<html lang="en"><script type="application/ld+json">'
	printf '{"@type":"Product","name":"Kettle","review":{"@type":'
	printf '"Review","author":{"@type":"Person","name":"%s"},' "$1"
	printf '"datePublished":"2026-09-01","reviewRating":{"ratingValue":'
	printf '"%s"},"reviewBody":"%s"}}</script></html>' "$2" "$3"
}
get() { # FILE PATH: members of all lines, one per line
	jq -r "$2" "$1"
}

# ---- files ----

page Ana 4 'Boils fast.' > one.html
exits "a saved page" 0 "$parse" one.html
is "says nothing else" "$(cat err)" ""
is "is one line" "$(wc -l < out | tr -d ' ')" 1
is "with rating and text" "$(get out '"\(.reviewRating.ratingValue) \(.reviewBody)"')" \
    '4 Boils fast.'
is "keeps the author outside a workspace" "$(get out .author)" Ana
is "names its file, not its path" "$(
    "$parse" "$TMP/one.html" | jq -r .capture.file)" one.html
is "is the same from a pipe" "$(cat one.html | "$parse" - | jq -r .id)" \
    "$(get out .id)"
is "is the same with nothing in the environment" \
    "$(env -i "$parse" one.html)" "$(cat out)"
exits "with where and when" 0 "$parse" --url https://shop.example:81/k \
    --fetched 2026-11-21T20:00:00Z one.html
is "the host is the source" "$(get out '.source')" shop.example
is "the page is the url" "$(get out .url)" https://shop.example:81/k
is "the time is there" "$(get out .capture.fetched)" 2026-11-21T20:00:00Z
gzip -c one.html > one.html.gz
is "a compressed page" "$("$parse" one.html.gz | jq -r .reviewBody)" \
    'Boils fast.'
exits "-v" 0 "$parse" -v one.html one.html.gz
is "prints a summary" "$(cat err)" \
    'parse: 2 files, 2 reviews, 0 aggregates, 0 bad'
printf 'one.html\none.html.gz\n' > list
exits "a manifest" 0 "$parse" --manifest list
is "names the files" "$(wc -l < out | tr -d ' ')" 2
is "may be a pipe" "$("$parse" --manifest - < list | wc -l | tr -d ' ')" 2

# What says nothing about itself is told by its content.
mv one.html one.json
is "content before name" "$("$parse" one.json | jq -r .extractor)" json-ld
mv one.json one.html

# ---- recipes ----

cat > api.json <<'END'
{ "recipe": 1, "id": "api", "title": "t", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "retailer", "source": "Api & Co",
  "params": { "top": { "about": "best", "default": "10" } },
  "request": { "url": "https://api.example/r" },
  "read": { "format": "json", "records": ["/data/list", "/old/body"],
    "where": { "path": "/stars", "is": "present" },
    "fields": { "id": "/id", "rating": { "path": "/stars", "best": "{top}",
        "map": { "TEN": "10" }, "format": "zero_is_absent" },
      "text": { "path": ["/long", "/short"], "format": "html" },
      "published": { "path": "/at", "format": "epoch" },
      "modified": { "path": "/ms", "format": "epoch_ms" },
      "positive": "/pros", "author": "/by/name", "language": "/lang",
      "verified": "/buyer", "upvotes": "/likes" } } }
END
cat > answer.json <<'END'
{"data":{"list":[
 {"id":9007199254740993,"stars":7,"long":"<p>Fine &amp; good</p>","at":1767225600,
  "by":{"name":"B"},"lang":"pt_BR","buyer":1,"likes":"12 people","pros":["a","b"]},
 {"id":"x","stars":"TEN","short":"short","ms":1767225600000},
 {"id":"z","stars":0,"short":"no rating"},
 {"id":"app","short":"not a review"}]}}
END
exits "a recipe by path" 0 "$parse" --recipe ./api.json answer.json
is "reads what it says" "$(sed -n 1p out | jq -c '[.source, .kind,
    .inLanguage, .reviewRating, .reviewBody, .positiveNotes, .author,
    .datePublished, .upvoteCount, .verified, .extractor]')" \
    '["Api & Co","retailer","pt-BR",{"ratingValue":7,"bestRating":10},"Fine & good","a; b","B","2026-01-01T00:00:00Z",12,true,"recipe:api"]'
is "maps words, falls back on the second path" "$(sed -n 2p out |
    jq -c '[.reviewRating.ratingValue, .reviewBody, .dateModified]')" \
    '[10,"short","2026-01-01T00:00:00Z"]'
is "zero is absent where it says so" "$(sed -n 3p out |
    jq -c .reviewRating)" null
is "leaves out what is no review" "$(wc -l < out | tr -d ' ')" 3
printf '{"old":{"body":"{\\"x\\":[]}"}}' > wrapped.json
exits "JSON inside a string is no record by itself" 0 \
    "$parse" --recipe ./api.json wrapped.json
printf '%s' '{"old":{"body":"[{\"id\":1,\"stars\":3,\"short\":\"inner\"}]"}}' \
    > wrapped.json
is "records inside a string that holds JSON" "$("$parse" \
    --recipe ./api.json wrapped.json | jq -r .reviewBody)" inner

cat > survey.json <<'END'
{ "recipe": 1, "id": "survey", "title": "t", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "survey", "source": "survey",
  "request": { "url": "https://survey.example/" },
  "read": { "format": "csv",
    "fields": { "rating": { "path": "Score", "best": 10, "worst": 0 },
      "text": "comment" } } }
END
printf '\357\273\277"score";comment\r\n9;"two\nlines; ""quoted"""\r\n\r\n0;none\r\n' > t.csv
exits "a table" 0 "$parse" --recipe ./survey.json t.csv
is "with quotes, semicolons and a byte order mark" "$(sed -n 1p out |
    jq -c '[.reviewRating.ratingValue, .reviewBody]')" \
    '[9,"two lines; \"quoted\""]'
is "zero is a score" "$(sed -n 2p out | jq -c .reviewRating.ratingValue)" 0
printf 'score\tcomment\n4\ttabbed, with commas\n' > t.csv
is "tabs" "$("$parse" --recipe ./survey.json t.csv | jq -r .reviewBody)" \
    'tabbed, with commas'
printf 'score,comment\n4,"never closed\n5,x\n' > t.csv
exits "an open quote" 3 "$parse" --recipe ./survey.json t.csv
is "is named with its line" "$(cat err)" \
    'parse: t.csv:2: a quote that opens in this row is never closed'

cat > feed.json <<'END'
{ "recipe": 1, "id": "feed", "title": "t", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "social", "source": "f",
  "request": { "url": "https://feed.example/" },
  "read": { "format": "xml", "records": "//entry",
    "where": { "path": "x:stars", "is": "present" },
    "fields": { "id": "id", "rating": "x:stars", "text": "body",
      "title": "@t" } } }
END
printf '\n<?xml version="1.0"?><feed xmlns:x="urn:x"><entry><id>app</id></entry><entry t="T"><id>1</id><x:stars>4.5</x:stars><body><![CDATA[a <b> c]]></body></entry></feed>' > f.xml
exits "a feed with a blank line in front" 0 "$parse" --recipe ./feed.json f.xml
is "is read by XPath" "$(jq -c '[.name, .reviewRating.ratingValue,
    .reviewBody]' out)" '["T",4.5,"a <b> c"]'

# Without a recipe: by common names, and nothing that is not there.
printf '%s' '{"items":[{"Review_Text":"soft","starRating":4,"userName":"u","createdAt":"2026-02-03"},{"reviewText":"x","starRating":500,"userName":"v","createdAt":"2026-02-04","likes":1}]}' > g.json
exits "JSON that nobody knows" 0 "$parse" g.json
is "says so" "$(jq -r .extractor out | sort -u)" generic-json
is "a rating off every scale is none" "$(sed -n 2p out |
    jq -c .reviewRating)" null
printf '%s' '{"posts":[{"title":"News","body":"An article","author":"me","date":"2026-01-01"}]}' > g.json
is "an article is no review" "$("$parse" g.json)" ""

# What the page itself belies is kept, marked and said.
printf '%s' '<script type="application/ld+json">{"@type":"Product","name":"K",
"aggregateRating":{"ratingValue":4.7,"reviewCount":9},"review":[{"author":"a",
"reviewBody":"x","reviewRating":[{"ratingValue":4.7},{"reviewAspect":"Use",
"ratingValue":3}]},{"author":"b","reviewBody":"y","reviewRating":
{"ratingValue":4.7}}]}</script><script>s={reviews:[{rating:4.7,text:"x",author:
"a",likes:2}]}</script>' > average.html
exits "the average for every review" 3 "$parse" average.html
is "is said" "$(cat err)" \
    "parse: average.html: 2 reviews have the average of the item"
is "and marked" "$(jq -c 'select(.type == null) | .doubt' out | sort -u)" \
    '["rating-equals-average"]'
is "aspects are kept" "$(head -n 1 out | jq -c .subRatings)" \
    '[{"reviewAspect":"Use","ratingValue":3}]'
is "where another part knew more it is named" \
    "$(head -n 1 out | jq -c '[.upvoteCount, .provenance]')" \
    '[2,{"upvoteCount":"state"}]'

# ---- what is wrong with files ----

exits "a missing file" 3 "$parse" nothing.html one.html
is "is named" "$(cat err)" 'parse: nothing.html: No such file or directory'
is "and the others go on" "$(jq -r .reviewBody out)" 'Boils fast.'
mkdir folder
exits "a folder for a file" 3 "$parse" folder
is "is named" "$(cat err)" 'parse: folder: Is a directory'
: > empty.html
exits "an empty file" 3 "$parse" empty.html
is "is named" "$(cat err)" 'parse: empty.html: empty'
exits "empty standard input is nothing to do" 0 "$parse" - < /dev/null
printf '{"a":[1,2' > cut.json
exits "JSON that is cut" 3 "$parse" cut.json
like "is named with its line" "$(cat err)" '^parse: cut.json:1: not JSON'
printf '{"reviews":[{"text":"a\377b","rating":4,"author":"x","date":"2026-01-02"}]}' > bad.json
exits "JSON that is not UTF-8" 3 "$parse" bad.json
like "is named with its place" "$(cat err)" \
    '^parse: bad.json: not UTF-8 at byte 22: '
is "and read nevertheless" "$(jq -r .reviewRating.ratingValue out)" 4
head -c 20000 /dev/urandom | od -An -tx1 | cat one.html - | gzip > t.html.gz
head -c 9000 t.html.gz > cut.html.gz
exits "a truncated gzip file" 3 "$parse" cut.html.gz
like "is named with its place" "$(cat err)" '^parse: cut.html.gz@[0-9]+: '
is "and read as far as it goes" "$(jq -r .author out)" Ana
head -c 5000 /dev/urandom > random
printf 'RIFF\0\0' | cat - random > noise.wav
exits "noise" 3 "$parse" noise.wav
like "is named" "$(cat err)" '^parse: noise.wav: neither a capture nor HTML'
{
	printf '{"text":"'
	head -c 100000000 /dev/zero | tr '\0' a
	printf '"}\n{"text":"after","rating":5,"author":"a","date":"2026-01-01"}\n'
} > long.jsonl
exits "a line of 100 MB" 3 "$parse" long.jsonl
is "is named with its place" "$(cat err)" \
    'parse: long.jsonl@0: a line of more than 16777216 bytes'
is "and the next line is read" "$(jq -r .reviewBody out)" after
sh -c 'ulimit -v 300000; "$0" --version && echo small; :' "$parse" \
    > out 2>/dev/null
if grep -q small out; then
	exits "with bounded memory" 3 sh -c \
	    'ulimit -v 300000; "$0" long.jsonl' "$parse"
else
	skip "with bounded memory" "this build needs more from the start"
fi
mv long.jsonl long.json
exits "a payload of 100 MB" 3 "$parse" long.json
like "is too large" "$(cat err)" '^parse: long.json: larger than [0-9]+ bytes'
rm -f long.json
printf '{"text":"a","rating":1}\n{x}\n{y}\n{"text":"b","rating":2}\n' > l.jsonl
exits "two bad lines" 3 "$parse" l.jsonl
like "are one complaint" "$(cat err)" \
    '^parse: l.jsonl:2:1: not JSON .* \(and 1 more\)$'
is "between good ones" "$(jq -r .reviewBody out | tr '\n' ' ')" 'a b '

# ---- what is wrong with the command line, recipe, output ----

exits "an unknown option" 2 "$parse" --color one.html
exits "a time that is none" 2 "$parse" --fetched yesterday one.html
exits "an address that is none" 2 "$parse" --url shop.example one.html
is "is named" "$(cat err)" 'parse: --url: no web address: "shop.example"'
exits "a workspace and files" 2 "$parse" -C . one.html
exits "a recipe without a file" 2 "$parse" --recipe ./api.json
exits "no such recipe" 2 "$parse" --recipe ./nothing.json one.html
sed 's/"fields"/"feilds"/' api.json > typo.json
exits "an unknown key in a recipe" 2 "$parse" --recipe ./typo.json answer.json
like "is named with its line" "$(cat err)" '^parse: \./typo.json:[0-9]+: .*feilds'
exits "a full disk" 1 sh -c '"$0" one.html > /dev/full' "$parse"
like "is said" "$(cat err)" '^parse: standard output: .*No space left'
sh -c 'sleep 1; { "$0" one.html; echo $? > status; } 2> err' "$parse" | true
is "a closed pipe" "$(cat status)" 1
like "is said" "$(cat err)" '^parse: standard output: .*Broken pipe'
