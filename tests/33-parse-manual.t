#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The examples of parse's manual pages run.
. tests/tap.sh

command -v mandoc >/dev/null || skip_all "no mandoc"
root=$PWD
mkdir "$TMP/bin"
ln -s "$BIN/parse" "$TMP/bin/sayso-parse"
PATH=$TMP/bin:$PATH
cd "$TMP" || exit 1

# What the examples speak of.
printf '<script type="application/ld+json">{"@type":"Review","reviewBody":"b","author":"a","reviewRating":{"ratingValue":4}}</script>' > page.html
printf '[{"text":"x","rating":4,"author":"u"}]' > answer.json
printf 'score,comment\n9,x\n' > survey.csv
mkdir -p market/captures/a.feed
printf '{"contact":"me@example.org","brands":[{"name":"A","role":"own","sources":[{"recipe":"feed","params":{"feed":"https://a.example/f"}}]}]}' > market/sayso.json
{
	printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
	cat page.html
} > block
printf '{"row":"a.feed","stop":"absent","status":"complete"}' > run
member() { # TYPE CONTENT-TYPE FILE
	printf 'WARC/1.1\r\nWARC-Type: %s\r\nSayso-Row: a.feed\r\n' "$1"
	printf 'WARC-Target-URI: https://a.example/\r\n'
	printf 'WARC-Date: 2026-11-21T00:00:00Z\r\nContent-Type: %s\r\n' "$2"
	printf 'Content-Length: %s\r\n\r\n' "$(wc -c < "$3")"
	cat "$3"
	printf '\r\n\r\n'
}
{
	member response 'application/http; msgtype=response' block | gzip -n
	member metadata application/json run | gzip -n
} > market/captures/a.feed/20261121T000000Z.warc.gz
ln -s market/captures captures
ln -s market/reviews reviews

for page in sayso-parse.1 sayso-reviews.5; do
	sed -n 's/^\.Dl //p' "$root/parse/$page" |
	    sed 's/\\(dq/"/g; s/\\e/\\/g'
done > examples
silent=
plan $(($(wc -l < examples) + 3))
while IFS= read -r line; do
	printf '%s\n' "$line" > example
	exits "$line" 0 sh example
	[ -s out ] || silent="$silent $line;"
done < examples
is "all say something but those that write files" "$silent" \
    " sayso-parse -C market; ls captures/*/*.warc.gz | sayso-parse \
--manifest - > reviews.jsonl;"
ok "the workspace was done" test -s market/reviews/a.feed/20261121T000000Z.jsonl
like "the record of a review is found" "$(cat out)" '^WARC-Type: response'
