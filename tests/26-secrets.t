#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A secret is in no output whatever: captures, ledger, log, messages, figures
# for monitoring, lists, and what `fetch add` says, in each of the forms that
# it takes on its way (as it is, in a URL, in JSON, in HTML, in base64).
. tests/tap.sh

plan 10
root=$TMP/root
sources=$TMP/sources
ws=$TMP/ws
mkdir -p "$root/a.localhost" "$sources" "$ws"
serve "$root"
SECRET='dont+tell/any"one=42'
ACCOUNT=user
export SECRET ACCOUNT
url_form='dont%2Btell%2Fany%22one%3D42'
json_form='dont+tell\/any\"one=42'
html_form='dont+tell/any&quot;one=42'
number_form='dont&#43;tell&#x2F;any&#34;one=42'
basic=$(printf 'user:%s' "$SECRET" | base64)

# A server that says all it was told, wherever it can.
printf '[{"id": 1, "text": "%s", "more": "?key=%s", "html": "%s %s", "basic": "%s", "reviewCount": 3}]\n' \
    "$json_form" "$url_form" "$html_form" "$number_form" "$basic" > "$root/a.localhost/list"
printf '%s\n' "X-Echo: $SECRET" "X-Basic: $basic" \
    "Link: <http://@HOST@/next?key=$url_form>; rel=\"next\"" \
    > "$root/a.localhost/list.headers"
printf '[]\n' > "$root/a.localhost/next"
printf 'X-Error: no key %s\nStatus: 401\n' "$SECRET" \
    > "$root/a.localhost/next.headers"
recipe() { # NAME HOW-THE-SECRET-IS-SENT
	cat > "$sources/$1.json" <<END
{ "recipe": 1, "id": "$1", "title": "t", "docs": "none", "terms": "ours",
  "verified": "here", "kind": "social", "params": { "site": { "about": "s",
  "required": true } }, "secrets": { "key": { "env": "SECRET" },
  "user": { "env": "ACCOUNT" } },
  "match": [ { "url": "^(http://a.localhost:[0-9]+)/$1",
    "params": { "site": "\\\\1" } } ],
  "request": { "url": "{site}/list", $2 "robots": "api" },
  "paginate": { "type": "link_header", "max_pages": 5,
    "stop": [ "absent" ] },
  "read": { "format": "json", "records": "", "fields": { "id": "/id",
    "text": "/text" } } }
END
}
recipe bearer '"auth": { "type": "bearer", "secret": "key" },'
recipe basic '"auth": { "type": "basic", "secret": "key", "user": "user" },'
recipe query '"query": { "key": "{secret:key}" },'
recipe header '"headers": { "X-Key": "{secret:key}" },'
{
	printf '{ "contact": "t@example.org", "delay_ms": 0, "allow_private": [ "a.localhost" ], "brands": [ { "name": "Own", "role": "own", "sources": [ '
	for name in bearer basic query header; do
		printf '{ "recipe": "%s", "params": { "site": "http://a.localhost:%s" } },' \
		    $name "$port"
	done
	echo '] } ] }'
} > "$ws/sayso.json"

out=$TMP/said
mkdir "$out"
exits "a list" 0 "$BIN/fetch" -C "$ws" --sources "$sources" --dry-run
cp "$TMP/out" "$out/list"
"$BIN/fetch" -C "$ws" --sources "$sources" -v --log "$out/log" \
    --metrics "$out/metrics" > "$out/run" 2>&1
"$BIN/fetch" -C "$ws" --sources "$sources" -v --force --log "$out/log" \
    > "$out/again" 2>&1
"$BIN/fetch" add -C "$ws" --sources "$sources" Own \
    "http://a.localhost:$port/query" > "$out/add" 2>&1
"$BIN/fetch" -C "$ws" --sources "$sources" --prune --dry-run > "$out/prune" 2>&1
find "$ws/captures" -name '*.warc.gz' | xargs zcat > "$out/captures"
cp "$ws/.ledger.db" "$ws/sayso.json" "$out"
ok "the server was told" grep -q "key=$url_form" "$log"
ok "and told it back" sh -c "[ \$(grep -ac 'X-Echo: HIDDEN' \
    '$out/captures') -ge 4 ]"
ok "a trial was made" grep -q 'asked: ' "$out/add"
# Only the row that signs in so knows its name and key as one word.
zcat "$ws"/captures/own.basic/*.gz > "$TMP/basic"
is "nowhere: Basic" "$(grep -aFc -e "$basic" "$TMP/basic" "$out/run" \
    "$out/log" "$out/.ledger.db" | grep -v ':0$')" ""
for form in "$SECRET" "$url_form" "$json_form" "$html_form" "$number_form"; do
	is "nowhere: $form" "$(grep -aFl -e "$form" "$out"/* "$out"/.ledger.db |
	    sed 's,.*/,,' | tr '\n' ' ')" ""
done
