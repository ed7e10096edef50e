#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# parse in a workspace: captures in, reviews out, one for one.
. tests/tap.sh

plan 49
parse=$BIN/parse
cd "$TMP" || exit 1

# ---- captures made by hand ----

fields=
record() { # TYPE URI DATE CONTENT-TYPE: the block is standard input
	cat > block
	{
		printf 'WARC/1.1\r\nWARC-Type: %s\r\n' "$1"
		printf 'WARC-Target-URI: %s\r\nWARC-Date: %s\r\n' "$2" "$3"
		printf 'WARC-Record-ID: <urn:uuid:00000000-0000-5000-8000-'
		printf '000000000000>\r\nContent-Type: %s\r\n' "$4"
		printf "$fields"
		printf 'Content-Length: %s\r\n\r\n' "$(wc -c < block)"
		cat block
		printf '\r\n\r\n'
	} | gzip -nc >> "$out"
}
response() { # URI DATE STATUS MEDIA-TYPE: the body is standard input
	cat > body
	{
		printf 'HTTP/1.1 %s X\r\nContent-Type: %s\r\n\r\n' "$3" "$4"
		cat body
	} | record response "$1" "$2" 'application/http; msgtype=response'
}
review() { # ID NAME RATING TEXT: a page with one review
	printf '<html><script type="application/ld+json">'
	printf '{"@type":"Review","identifier":"%s","author":"%s",' "$1" "$2"
	printf '"reviewRating":{"ratingValue":%s},' "$3"
	printf '"reviewBody":"%s"}</script></html>' "$4"
}
count() { # FILTER: of the reviews file
	jq -c "select($1)" w/reviews/a.shop/20261101T000000Z.jsonl | wc -l |
	    tr -d ' '
}

mkdir -p sources w/captures/a.shop w/captures/a.api w/captures/.partial
cat > sources/shop.json <<'END'
{ "recipe": 1, "id": "shop", "title": "t", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "retailer", "source": "host",
  "request": { "url": "https://shop.example/" },
  "read": { "format": "auto" } }
END
cat > sources/api.json <<'END'
{ "recipe": 1, "id": "api", "title": "t", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "social", "source": "Api",
  "params": { "top": { "about": "best", "default": "5" } },
  "request": { "url": "https://api.example/" },
  "read": { "format": "json", "records": "/list", "fields": { "id": "/id",
    "rating": { "path": "/r", "best": "{top}" }, "text": "/t",
    "author": "/by" } } }
END
cat > w/sayso.json <<'END'
{ "contact": "me@example.org", // a comment
  "brands": [ { "name": "A & Co", "role": "own", "id": "a",
    "sources": [
      { "recipe": "shop", "id": "shop", "name": "The Shop", "language": "hr" },
      { "recipe": "api", "id": "api", "item": "Kettle",
        "params": { "top": "7" } } ] } ] }
END

# Brand and source as fetch escapes them.
fields='Sayso-Row: a.shop\r\nSayso-Brand: Old%%20Name\r\nSayso-Recipe: shop\r\n'
out=w/captures/a.shop/20261101T000000Z.warc.gz
printf 'software: test\r\n' |
    record warcinfo urn:x 2026-11-01T00:00:00Z application/warc-fields
printf 'User-agent: *\n' | response https://shop.example/robots.txt \
    2026-11-01T00:00:00Z 200 text/plain
printf 'GET / HTTP/1.1\r\n\r\n' | record request https://shop.example/1 \
    2026-11-01T00:00:01Z 'application/http; msgtype=request'
review n1 Ana 4 first | response https://shop.example/1 \
    2026-11-01T00:00:01Z 200 text/html
review n2 Ivo 2 second | response https://shop.example/2 \
    2026-11-01T00:00:02Z 200 'text/html; charset=utf-8'
# The same review again, later and edited; then the old one once more.
review n1 Ana 5 edited | response https://shop.example/1 \
    2026-11-01T00:00:03Z 200 text/html
review n1 Ana 4 first | response https://shop.example/1 \
    2026-11-01T00:00:01Z 200 text/html
# What says nothing.
review n3 Eva 1 error | response https://shop.example/3 \
    2026-11-01T00:00:04Z 404 text/html
review n4 Eva 1 busy | response https://shop.example/3 \
    2026-11-01T00:00:04Z 503 text/html
printf '' | response https://shop.example/4 2026-11-01T00:00:05Z 200 text/html
printf 'HTTP/1.1 304 Not Modified\r\n\r\n' | record revisit \
    https://shop.example/5 2026-11-01T00:00:06Z \
    'application/http; msgtype=response'
printf '<html><title>Just a moment...</title>Checking your browser' |
    response https://shop.example/6 2026-11-01T00:00:07Z 200 text/html
printf '<html><script type="application/ld+json">{"@type":"Product","name":"Kettle","aggregateRating":{"@type":"AggregateRating","ratingValue":4.5,"reviewCount":2}}</script>' |
    response https://shop.example/7 2026-11-01T00:00:08Z 200 text/html
printf '{"row":"a.shop","started":"2026-11-01T00:00:00Z","ended":"2026-11-01T00:01:00Z","requests":9,"pages":7,"unchanged":0,"stop":"absent","status":"complete"}' |
    record metadata https://shop.example/1 2026-11-01T00:01:00Z \
    application/json
cp "$out" whole.warc.gz

exits "a workspace" 0 "$parse" -C w --sources sources
is "says nothing" "$(cat out err)" ""
file=w/reviews/a.shop/20261101T000000Z.jsonl
ok "makes a file of the same name" test -s "$file"
is "two reviews, one aggregate, one run" "$(jq -r '.type // "Review"' "$file" |
    tr '\n' ' ')" 'Review Review AggregateRating SourceRun '
is "an id twice is one line, at its first place, its last version" \
    "$(sed -n 1p "$file" | jq -c '[.reviewRating.ratingValue, .reviewBody]')" \
    '[5,"edited"]'
is "the plan says whose it is" "$(sed -n 2p "$file" |
    jq -c '[.source, .kind, .brand, .inLanguage]')" \
    '["The Shop","retailer","A & Co","hr"]'
like "the author is a hash" "$(sed -n 2p "$file" | jq -r .author)" \
    '^[0-9a-f]{16}$'
is "the same author, the same hash" "$(count '.author == "'"$(sed -n 2p \
    "$file" | jq -r .author)"'"')" 1
is "and it leads back" "$(sed -n 2p "$file" | jq -c \
    '[.url, .capture.file, .capture.fetched]')" \
    '["https://shop.example/2","a.shop/20261101T000000Z.warc.gz","2026-11-01T00:00:02Z"]'
offset=$(sed -n 2p "$file" | jq -r .capture.offset)
like "to the very byte" "$(tail -c +$((offset + 1)) "$out" | gzip -dc \
    2>/dev/null | head -n 3)" 'https://shop.example/2'
is "the run says what was stated and collected" "$(tail -n 1 "$file" |
    jq -c '[.row, .requests, .pages, .unchanged, .stated, .collected, .stop,
    .status]')" '["a.shop",9,7,0,2,2,"absent","complete"]'

stamp=$(ls -l --time-style=full-iso "$file")
exits "again" 0 "$parse" -C w --sources sources
is "touches nothing" "$(ls -l --time-style=full-iso "$file")" "$stamp"
cp "$file" before
exits "--all does all again" 0 "$parse" -C w --sources sources --all
is "with the same bytes" "$(cmp "$file" before && echo same)" same
mv w moved
exits "elsewhere" 0 env -i "$parse" -C moved --sources sources --all
mv moved w
is "with the same bytes" "$(cmp "$file" before && echo same)" same
exits "-v" 0 "$parse" -v -C w --sources sources --all
is "prints a summary" "$(cat out)" \
    'parse: 1 files, 2 reviews, 1 aggregates, 0 bad'
is "leaves no unfinished file" "$(find w -name '*.tmp.*')" ""
: > "w/reviews/a.shop/x.jsonl.tmp.999999999"
exits "what a killed run left" 0 "$parse" -C w --sources sources
is "is swept" "$(find w -name '*.tmp.*')" ""

# ---- authors, plan, source ----

sed 's/"contact"/"authors": "keep", "contact"/' w/sayso.json > plan
cp w/sayso.json plain.json
cp plan w/sayso.json
exits "authors may be kept" 0 "$parse" -C w --sources sources --all
is "as they were found" "$(sed -n 2p "$file" | jq -r .author)" Ivo
is "which changes no id" "$(jq -r .id "$file" | head -n 2 | tr '\n' ' ')" \
    "$(jq -r .id before | head -n 2 | tr '\n' ' ')"
sed 's/"contact"/"authors_key": { "env": "TEST_KEY" }, "contact"/' \
    plain.json > w/sayso.json
exits "a key" 0 env TEST_KEY=one "$parse" -C w --sources sources --all
first=$(sed -n 2p "$file" | jq -r .author)
exits "and another" 0 env TEST_KEY=two "$parse" -C w --sources sources --all
is "give other hashes" "$([ "$first" != "$(sed -n 2p "$file" |
    jq -r .author)" ] && echo other)" other
exits "a key that is not there" 2 "$parse" -C w --sources sources --all
like "is named" "$(cat err)" 'TEST_KEY'
sed 's/"role"/"rolle"/' plain.json > w/sayso.json
exits "an unknown key in the plan" 2 "$parse" -C w --sources sources
like "is named with its line" "$(cat err)" '^parse: w/sayso.json:[0-9]+: .*rolle'
printf '{ "brands": [' > w/sayso.json
exits "a malformed plan" 2 "$parse" -C w --sources sources
like "is named" "$(cat err)" '^parse: w/sayso.json:[0-9]+: '
rm w/sayso.json
exits "no plan" 2 "$parse" -C w --sources sources
cp plain.json w/sayso.json

# ---- a source that came out short, an API, damage ----

fields='Sayso-Row: a.api\r\nSayso-Recipe: api\r\n'
out=w/captures/a.api/20261102T000000Z.warc.gz
printf '{"list":[{"id":1,"r":6,"t":"x","by":"n"},{"id":2,"r":7,"t":"y"}]}' |
    response https://api.example/1 2026-11-02T00:00:01Z 200 application/json
printf '<html>Sorry, no JSON today' |
    response https://api.example/2 2026-11-02T00:00:02Z 200 text/html
printf '{"row":"a.api","requests":2,"pages":2,"unchanged":0,"stated":42,"stop":"absent","status":"complete"}' |
    record metadata https://api.example/1 2026-11-02T00:01:00Z \
    application/json
exits "a short source" 3 "$parse" -C w --sources sources
is "one line for what was bad, one for what is missing" "$(cat err |
    sed 's/@[0-9]*:[0-9]*: .*/@.../')" \
'parse: w/captures/a.api/20261102T000000Z.warc.gz@...
parse: w/reviews/a.api/20261102T000000Z.jsonl: 2 of 42 stated reviews collected (stop: absent)'
file=w/reviews/a.api/20261102T000000Z.jsonl
is "is published" "$(head -n 1 "$file" | jq -c '[.source, .kind, .item,
    .reviewRating, .extractor]')" \
    '["Api","social","Kettle",{"ratingValue":6,"bestRating":7},"recipe:api"]'
is "and says so" "$(tail -n 1 "$file" | jq -c '[.stated, .collected,
    .status]')" '[42,2,"short"]'
exits "once" 0 "$parse" -C w --sources sources

rm -r w/captures/a.api w/reviews
head -c 1500 whole.warc.gz > w/captures/a.shop/20261101T000000Z.warc.gz
exits "a capture that is cut" 3 "$parse" -C w --sources sources
like "is named with its place" "$(cat err)" \
    '^parse: w/captures/a.shop/20261101T000000Z.warc.gz@[0-9]+: '
is "and read as far as it goes" "$(jq -r .reviewBody \
    w/reviews/a.shop/*.jsonl | head -n 1)" first
cp whole.warc.gz w/captures/a.shop/20261101T000000Z.warc.gz

# ---- two at once, no room ----

exits "a capture outside its workspace" 0 "$parse" --sources sources \
    whole.warc.gz
is "has what fetch wrote into it" "$(head -n 1 out |
    jq -c '[.source, .kind, .brand, .author]')" \
    '["shop.example","retailer","Old Name","Ana"]'
rm -r w/reviews
if command -v flock >/dev/null; then
	exits "a second run at once" 1 flock w/.lock.parse \
	    "$parse" -C w --sources sources
	is "touches nothing" "$(ls w/reviews 2>/dev/null)" ""
else
	skip "a second run at once" "no flock"
	skip "touches nothing" "no flock"
fi
exits "no room for the reviews" 1 sh -c \
    'ulimit -f 0; "$0" -C w --sources sources' "$parse"
is "leaves nothing half done" "$(find w/reviews -type f 2>/dev/null)" ""
