#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The first minutes: init, add and sources.
. tests/tap.sh

plan 61
ws=$TMP/ws

exits "init without a contact" 2 "$BIN/fetch" init -C "$ws"
exits "init" 0 "$BIN/fetch" init -C "$ws" --contact test@example.org \
    --brand Čaj
is "is silent" "$(cat "$TMP/out" "$TMP/err")" ""
exits "its plan can be run as it is" 0 "$BIN/fetch" -C "$ws"
exits "a plan that is there" 2 "$BIN/fetch" init -C "$ws" --contact x@y.example
like "is left as it is" "$(cat "$ws/sayso.json")" 'test@example.org'

exits "sources" 0 "$BIN/fetch" sources
like "name what must be known" "$(cat "$TMP/out")" 'SAYSO_TRUSTPILOT_KEY'
exits "one of them" 0 "$BIN/fetch" sources steam
like "with its terms" "$(cat "$TMP/out")" 'terms  '
exits "one that is none" 2 "$BIN/fetch" sources nowhere
is "each recipe is listed" "$("$BIN/fetch" sources | grep -c '^[a-z]')" \
    "$(ls fetch/sources/*.json | wc -l | tr -d ' ')"

# ---- by the address alone ----
cp "$ws/sayso.json" "$TMP/before"
exits "add --dry-run" 0 "$BIN/fetch" add -C "$ws" --offline --dry-run Čaj \
    https://store.steampowered.com/app/440/Game/
ok "changes nothing" cmp "$TMP/before" "$ws/sayso.json"
exits "add a known address" 0 "$BIN/fetch" add -C "$ws" --offline Čaj \
    https://store.steampowered.com/app/440/Game/
like "with its parameter" "$(cat "$ws/sayso.json")" '"appid": "440"'
is "every line that people wrote is there" \
    "$(grep -Fxc -f "$TMP/before" "$ws/sayso.json")" "$(wc -l < "$TMP/before" |
    tr -d ' ')"
exits "add to a brand that is new" 0 "$BIN/fetch" add -C "$ws" --offline \
    Rival https://apps.apple.com/hr/app/tea/id12345
like "a competitor" "$(cat "$ws/sayso.json")" \
    '"name": "Rival", "role": "competitor"'
exits "the plan is one" 0 "$BIN/fetch" -C "$ws" --dry-run
is "with both rows" "$(wc -l < "$TMP/out" | tr -d ' ')" 2
exits "an address that says nothing" 3 "$BIN/fetch" add -C "$ws" --offline \
    Rival https://nowhere.example/
exits "no address" 2 "$BIN/fetch" add -C "$ws" --offline Rival ftp://x.example/

while read -r address recipe value; do
	like "$address" "$("$BIN/fetch" add -C "$ws" --offline --dry-run Rival \
	    "$address" | tr '\n' ' ')" "\($recipe\).*: $value "
done <<'END'
https://news.ycombinator.com/item?id=8863 hacker-news-thread 8863
https://bsky.app/hashtag/tea bluesky #tea
https://www.youtube.com/watch?a=b&v=dQw-4 youtube-comments dQw-4
https://youtu.be/abc_1 youtube-comments abc_1
https://www.yelp.com/biz/tea-house-zagreb?x yelp tea-house-zagreb
https://play.google.com/store/apps/details?hl=hr&id=org.example.app google-play org.example.app
https://www.tripadvisor.co.uk/Hotel_Review-g29-d123-Reviews-Foo.html tripadvisor-content 123
https://addons.mozilla.org/hr/firefox/addon/tea/ mozilla-addons tea
https://mastodon.example/tags/tea mastodon-tag tea
https://flathub.org/apps/org.gnome.Maps gnome-odrs org.gnome.Maps
END

# ---- by what the page holds ----
root=$TMP/root
mkdir -p "$root/shop.localhost/wp-json/wc/store/v1/products"
cat > "$root/shop.localhost/index.html" <<'END'
<html><head><link rel="stylesheet" href="/wp-content/plugins/woocommerce/a.css">
</head><body>A shop</body></html>
END
mkdir -p "$root/page.localhost" "$root/blog.localhost" "$root/empty.localhost"
cat > "$root/page.localhost/index.html" <<'END'
<html><script type="application/ld+json">{"@context":"https://schema.org",
"@type":"Product","name":"Tea","aggregateRating":{"@type":"AggregateRating",
"ratingValue":4.2,"reviewCount":"37"},"review":[{"@type":"Review",
"reviewRating":{"ratingValue":5},"reviewBody":"Good."}]}</script></html>
END
cat > "$root/blog.localhost/index.html" <<'END'
<html><head><!-- <link rel="alternate" type="application/rss+xml" href="/old">
--><link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2">
</head></html>
END
echo '<html>Nothing here</html>' > "$root/empty.localhost/index.html"
serve "$root"
sed "s/\"authors\": \"hash\",/& \"delay_ms\": 10, \"allow_private\": [ \"page.localhost\", \
\"blog.localhost\", \"empty.localhost\", \"shop.localhost\" ],/" \
    "$ws/sayso.json" > "$TMP/plan" && cp "$TMP/plan" "$ws/sayso.json"
at() { echo "http://$1.localhost:$port/index.html"; }

exits "a page with review markup" 0 "$BIN/fetch" add -C "$ws" Rival "$(at page)"
like "is a page" "$(cat "$TMP/out")" 'html-pages'
like "that states how many there are" "$(cat "$TMP/out")" 'stated: 37 reviews'
exits "a page with a feed" 0 "$BIN/fetch" add -C "$ws" --dry-run Rival \
    "$(at blog)"
like "is a feed, its address made whole" "$(cat "$TMP/out")" \
    "feed: http://blog.localhost:$port/feed\?a=1&b=2"
exits "a shop" 0 "$BIN/fetch" add -C "$ws" --dry-run Rival "$(at shop)"
like "has its API" "$(cat "$TMP/out")" 'woocommerce-store'
exits "a page with neither" 3 "$BIN/fetch" add -C "$ws" Rival "$(at empty)"
like "is said to have neither" "$(cat "$TMP/err")" 'neither review markup'
exits "a page that is not there" 1 "$BIN/fetch" add -C "$ws" Rival \
    "http://page.localhost:$port/gone"
is "nothing of a trial is left" "$(ls -A "$ws" | grep -c '^\.try')" 0
like "robots.txt was asked first" "$(awk -F '\t' 'NR == 1' "$log")" robots.txt

# ---- comments stay where they are ----
mkdir "$TMP/odd"
printf '%s\n' '{ "contact": "a@b.example", "brands": [ // mine' \
    '  { "name": "A", "role": "own", "sources": [ /* none yet */ ] }, // and' \
    '  { "name": "B", "role": "competitor", "sources": [' \
    '    { "recipe": "feed", "params": { "feed": "https://b.example/" } }, // b' \
    '  ] } /* last */ ] }' > "$TMP/odd/sayso.json"
"$BIN/fetch" add -C "$TMP/odd" --offline A \
    https://store.steampowered.com/app/1 >/dev/null
"$BIN/fetch" add -C "$TMP/odd" --offline B \
    https://store.steampowered.com/app/2 >/dev/null
"$BIN/fetch" add -C "$TMP/odd" --offline C \
    https://store.steampowered.com/app/3 >/dev/null
is "an odd plan" "$(cat "$TMP/odd/sayso.json")" "$(printf '%s\n' \
    '{ "contact": "a@b.example", "brands": [ // mine' \
    '  { "name": "A", "role": "own", "sources": [ /* none yet */ { "recipe": "steam", "params": { "appid": "1" } } ] }, // and' \
    '  { "name": "B", "role": "competitor", "sources": [' \
    '    { "recipe": "feed", "params": { "feed": "https://b.example/" } }, // b' \
    '    { "recipe": "steam", "params": { "appid": "2" } }' \
    '  ] }, /* last */' \
    '  { "name": "C", "role": "competitor", "sources": [ { "recipe": "steam", "params": { "appid": "3" } } ] } ] }')"

# ---- manners, and what others do meanwhile ----
ws=$TMP/ws2
mkdir "$ws" "$TMP/real"
printf '{ "contact": "a@b.example", "delay_ms": 300, "allow_private": [ "page.localhost", "empty.localhost" ], "mirrors": { "https://far.example": "http://page.localhost:%s" }, "hosts": { "empty.localhost": { "daily": 1 } }, "brands": [ { "name": "A", "role": "own" } ] }\n' \
    "$port" > "$TMP/real/plan.json"
chmod 600 "$TMP/real/plan.json"
ln -s ../real/plan.json "$ws/sayso.json"
: > "$log"
exits "a page" 0 "$BIN/fetch" add -C "$ws" A "$(at page)"
is "is asked with the plan's pause" "$(awk -F '\t' '{ if (NR > 1 &&
    $1 - last < 300) n++; last = $1 } END { print n + 0 }' "$log")" 0
ok "a plan that is a link stays one" test -h "$ws/sayso.json"
is "and its file what only its owner reads" \
    "$(stat -c %a "$TMP/real/plan.json")" 600
like "and has the source" "$(cat "$TMP/real/plan.json")" html-pages
exits "what has a mirror" 0 "$BIN/fetch" add -C "$ws" --dry-run A \
    https://far.example/index.html
like "is asked for there" "$(tail -n 1 "$log")" 'page.localhost./index.html'
: > "$log"
"$BIN/fetch" add -C "$ws" A "$(at empty)" >/dev/null 2>&1
"$BIN/fetch" add -C "$ws" A "$(at empty)" >/dev/null 2>&1
is "a day's requests are counted over all trials" \
    "$(grep -c empty.localhost "$log")" 1
sqlite3 "$ws/.ledger.db" "INSERT OR REPLACE INTO host (name, until) VALUES
    ('page.localhost', $(($(date +%s) + 3000)))"
: > "$log"
exits "a host that asked for patience" 1 "$BIN/fetch" add -C "$ws" --dry-run \
    --recipe html-pages A "$(at page | sed 's/index/other/')"
is "is not asked" "$(wc -l < "$log" | tr -d ' ')" 0
flock "$ws/.lock.fetch" sleep 5 &
holder=$!
sleep 0.3
exits "beside a run of fetch" 1 "$BIN/fetch" add -C "$ws" A \
    https://store.steampowered.com/app/7
like "nothing is asked" "$(cat "$TMP/err")" 'another fetch is at work'
exits "but an address alone can be added" 0 "$BIN/fetch" add -C "$ws" \
    --offline A https://store.steampowered.com/app/7
kill $holder
flock "$ws/.lock.add" sleep 5 &
holder=$!
sleep 0.3
cp "$ws/sayso.json" "$TMP/before"
exits "two that add at once" 1 "$BIN/fetch" add -C "$ws" --offline A \
    https://store.steampowered.com/app/8
ok "do not mix" cmp "$TMP/before" "$ws/sayso.json"
kill $holder
