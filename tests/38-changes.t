#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What parse says of reviews from run to run: edited, vanished, back again;
# and what it does not conclude from empty, broken or partial runs.
. tests/tap.sh

plan 20
parse=$BIN/parse
cd "$TMP" || exit 1

record() { # TYPE CONTENT-TYPE: the block is standard input
	cat > block
	{
		printf 'WARC/1.1\r\nWARC-Type: %s\r\n' "$1"
		printf 'WARC-Target-URI: https://shop.example/1\r\n'
		printf 'WARC-Date: %s\r\nContent-Type: %s\r\n' "$when" "$2"
		printf 'WARC-Record-ID: <urn:uuid:00000000-0000-5000-8000-'
		printf '000000000000>\r\nSayso-Row: a.shop\r\n'
		printf 'Content-Length: %s\r\n\r\n' "$(wc -c < block)"
		cat block
		printf '\r\n\r\n'
	} | gzip -nc >> "$out"
}
review() { # ID RATING TEXT [DATE]
	printf '{"@type":"Review","identifier":"%s","author":"Ana",' "$1"
	printf '"datePublished":"%s",' "${4:-2026-01-0$1}"
	printf '"reviewRating":{"ratingValue":%s},"reviewBody":"%s"}\n' \
	    "$2" "$3"
}
run() { # DAY [EXTRA [STOP]]: reviews are standard input
	when=2026-11-${1}T00:00:00Z
	out=w/captures/a.shop/202611${1}T000000Z.warc.gz
	{
		printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
		sed 's|.*|<script type="application/ld+json">&</script>|'
	} | record response 'application/http; msgtype=response'
	printf '{"row":"a.shop","started":"%s","ended":"%s","requests":1,"pages":1,"unchanged":0,"stop":"%s","status":"complete"%s}' \
	    "$when" "$when" "${3:-absent}" "$2" | record metadata application/json
	"$parse" -C w --sources sources 2>err
}
changes() { # DAY: what its run noticed
	when=2026-11-${1}T00:00:00Z
	[ -f w/changes/a.shop.jsonl ] || return 0
	jq -r --arg when "$when" 'select(.noticed == $when) | "\(.change) " +
	    (.before.reviewBody // "") + ">" + (.after.reviewBody // "")' \
	    w/changes/a.shop.jsonl
}

mkdir -p sources w/captures/a.shop
cat > sources/shop.json <<'END'
{ "recipe": 1, "id": "shop", "title": "t", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "retailer", "source": "host",
  "request": { "url": "https://shop.example/" },
  "read": { "format": "auto" } }
END
cat > w/sayso.json <<'END'
{ "contact": "me@example.org", "brands": [ { "name": "A", "role": "own",
  "id": "a", "sources": [ { "recipe": "shop", "id": "shop" } ] } ] }
END

{ review 1 4 one; review 2 3 two; review 3 5 three; } | run 01 ,'"stated":3'
ok "a first run has no changes" test ! -e w/changes
{ review 1 4 one; review 2 1 worse; review 3 5 three; } | run 02 ,'"stated":3'
is "another rating and text: edited" "$(changes 02)" 'edited two>worse'
is "with both versions" "$(jq -c '[.row, .source, .before.ratingValue,
    .before.fetched, .after.ratingValue]' w/changes/a.shop.jsonl)" \
    '["a.shop","shop.example",3,"2026-11-01T00:00:00Z",1]'
: | run 03 ,'"stated":3'
is "an empty page vanishes nothing" "$(changes 03)" ""
echo 'Just a moment... Checking your browser' | run 04 ,'"stated":0'
is "a challenge vanishes nothing" "$(changes 04)" ""
review 1 4 one | run 05 ,'"stated":3'
is "a run that came out short vanishes nothing" "$(changes 05)" ""
review 1 4 one | run 06 ,'"stated":1,"resumed":true'
is "the rest of a deferred run vanishes nothing" "$(changes 06)" ""
is "nor is it short" "$(cat err)" ""
is "and says what it is" "$(jq -c 'select(.type == "SourceRun") |
    [.resumed, .status]' w/reviews/a.shop/20261106T000000Z.jsonl)" \
    '[true,"complete"]'
review 1 4 one | run 07 ,'"stated":1' page-ceiling
{ review 1 4 one; review 3 5 three; } | run 08 ,'"stated":2'
is "all that is stated came, one did not: vanished" "$(changes 08)" \
    'vanished worse>'
{ review 1 4 one; review 2 1 worse; review 3 5 three; } | run 09 ,'"stated":3'
is "it is there again: returned" "$(changes 09)" 'returned worse>worse'
{ review 1 4 one; review 4 2 four; } | run 10
is "no total: only what is younger than the oldest can vanish" \
    "$(changes 10 | sort | tr '\n' ' ')" 'vanished three> vanished worse> '
{ review 4 2 four; review 5 2 five; } | run 11
is "what is older may be off the end of the list" "$(changes 11)" ""
{ review 1 4 one; review 2 3 back; review 4 2 four; review 5 2 five; } | run 12
is "back again and edited: both" "$(changes 12 | grep worse | tr '\n' ' ')" \
    'returned worse>back edited worse>back '
is "each with the run that saw the review first" "$(jq -r \
    'select(.before.reviewBody == "worse") | .firstRun' \
    w/changes/a.shop.jsonl | sort -u)" 20261101T000000Z
cp w/changes/a.shop.jsonl before
"$parse" -C w --sources sources --all 2>err
ok "the same again from the same captures" cmp -s before w/changes/a.shop.jsonl

# ---- and what a summary makes of it ----
"$BIN/score" -C w >/dev/null 2>&1
is "the one that stayed away, by its stars" "$(jq -c '.brands[0].changes |
    [.vanished, .vanishedStars]' w/summary/summary.json)" '[1,[0,0,0,0,1]]'
is "what that does to the mean" "$(jq -c '.brands[0] | [.total.rated,
    .changes.meanStarsWithoutVanished.n]' w/summary/summary.json)" '[5,4]'
is "which review it is" "$("$BIN/score" explain -C w A/changes/vanished |
    grep -cE '^(1 reviews|rating   5|three)')" 3

is "every line is a change" "$(jq -r .type w/changes/a.shop.jsonl | sort -u)" \
    ReviewChange
