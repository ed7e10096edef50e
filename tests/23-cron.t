#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What a run from cron for years needs: captures past their time, figures for
# monitoring, several machines, and not all of them at once.
. tests/tap.sh

plan 37
root=$TMP/root
mkdir -p "$root/a.localhost" "$root/b.localhost"
echo '<html>a</html>' > "$root/a.localhost/p.html"
echo '<html>b</html>' > "$root/b.localhost/p.html"
serve "$root"
ws=$TMP/ws
mkdir "$ws"
row() { # id host and more
	printf '{ "recipe": "html-pages", "id": "%s", "params": { "start": "http://%s.localhost:%s/p.html" } %s }' \
	    "$1" "$2" "$port" "$3"
}
plan() { # what the plan says of all
	printf '{ "contact": "t@example.org", "delay_ms": 0, "allow_private": [ "a.localhost", "b.localhost" ], %s "brands": [ { "name": "Own", "role": "own", "sources": [ %s, %s ] } ] }' \
	    "$1" "$(row a a ', "retain_days": 10')" "$(row b b)" \
	    > "$ws/sayso.json"
}

# ---- retention ----
plan ''
exits "a run in October" 0 "$BIN/fetch" -C "$ws" --now 2026-10-01T00:00:00Z
rm -f "$TMP/files"
files() { (cd "$ws/captures" && find . -name '*.warc.gz' | LC_ALL=C sort); }
is "two captures" "$(files | wc -l | tr -d ' ')" 2
exits "prune --dry-run" 0 "$BIN/fetch" -C "$ws" --prune --dry-run \
    --now 2026-10-20T00:00:00Z
is "names what is past its time" "$(cat "$TMP/out")" \
    "own.a/20261001T000000Z.warc.gz	19 days old, 10 may be kept"
is "and deletes nothing" "$(files | wc -l | tr -d ' ')" 2
exits "on the last day nothing goes" 0 "$BIN/fetch" -C "$ws" --prune \
    --now 2026-10-11T00:00:00Z
is "is kept" "$(files | wc -l | tr -d ' ')" 2
exits "prune" 0 "$BIN/fetch" -C "$ws" --prune --now 2026-10-20T00:00:00Z
is "deletes it" "$(files)" "./own.b/20261001T000000Z.warc.gz"
is "and the ledger says so" "$(sqlite3 "$ws/.ledger.db" \
    'select file, at from pruned')" \
    "own.a/20261001T000000Z.warc.gz|$(date -u -d 2026-10-20 +%s)"
: > "$log"
exits "the next run" 0 "$BIN/fetch" -C "$ws" --force \
    --now 2026-10-21T00:00:00Z
like "asks for the whole page again" "$(awk -F '\t' '/a.localhost/ && /p.html/' \
    "$log")" '200'
plan '"retain_days": 30,'
exits "the plan's own limit" 0 "$BIN/fetch" -C "$ws" --prune \
    --now 2026-12-01T00:00:00Z
is "holds for all rows" "$(files)" ""
sed 's/"retain_days": 30,/"retain_days": 0,/' "$ws/sayso.json" > "$TMP/zero"
cp "$TMP/zero" "$ws/sayso.json"
exits "a limit that is none" 2 "$BIN/fetch" -C "$ws" --prune
like "is a complaint with its line" "$(cat "$TMP/err")" 'sayso.json:1: '
plan ''
# A recipe's terms hold whatever the plan allows.
mkdir "$TMP/sources"
sed 's/"kind"/"retain_days": 5, "kind"/' fetch/sources/html-pages.json \
    > "$TMP/sources/html-pages.json"
"$BIN/fetch" -C "$ws" --force --now 2026-12-01T00:00:00Z
exits "a recipe's terms" 0 "$BIN/fetch" -C "$ws" --prune --dry-run \
    --sources "$TMP/sources" --now 2026-12-08T00:00:00Z
is "are the shorter" "$(grep -c '5 may be kept' "$TMP/out")" 2

# ---- figures for monitoring ----
exits "a run with --metrics" 0 "$BIN/fetch" -C "$ws" --force \
    --metrics "$TMP/fetch.prom"
is "counts its pages" "$(grep '^sayso_fetch_pages ' "$TMP/fetch.prom")" \
    "sayso_fetch_pages 2"
is "every line is a sample or about one" "$(grep -Evc \
    '^(# (HELP|TYPE) sayso_fetch_[a-z_]+ .+|sayso_fetch_[a-z_]+(\{status="[a-z]+"\})? [0-9]+)$' \
    "$TMP/fetch.prom")" 0
exits "a file that cannot be written" 1 "$BIN/fetch" -C "$ws" \
    --metrics "$TMP/no/such.prom"

# ---- several machines ----
each=$(for i in 1 2 3; do
	"$BIN/fetch" -C "$ws" --force --dry-run --shard $i/3 | cut -f1
done | LC_ALL=C sort)
is "every row belongs to one shard" "$(echo $each)" "own.a own.b"
exits "a shard that is none" 2 "$BIN/fetch" -C "$ws" --shard 4/3
mkdir "$TMP/two"
sed 's/"allow_private": \[[^]]*\],//
    s,a.localhost,www.shop.co.uk,; s,b.localhost,m.shop.co.uk,' \
    "$ws/sayso.json" > "$TMP/two/sayso.json"
is "one domain is one machine's" "$(for i in 1 2 3 4 5 6 7; do
	"$BIN/fetch" -C "$TMP/two" --dry-run --shard $i/7 | wc -l | tr -d ' '
done | grep -v '^0$')" 2

# ---- not all at once ----
exits "--splay" 0 "$BIN/fetch" -C "$ws" --splay 1
exits "a splay of days" 2 "$BIN/fetch" -C "$ws" --splay 100000
started=$(date +%s)
"$BIN/fetch" -C "$ws" --splay 80000 2>/dev/null &
waiting=$!
sleep 0.3
kill -TERM $waiting
wait $waiting
is "a signal ends it" $? 1
ok "at once" test $(($(date +%s) - started)) -lt 5
ok "two runs may wait side by side" "$BIN/fetch" -C "$ws" --splay 1

# ---- so many requests a day ----
for n in 1 2 3 4; do
	next=$((n + 1))
	[ $n = 4 ] || more="<a rel=next href=$next.html>"
	[ $n != 4 ] || more=
	echo "<html>$n $more</html>" > "$root/a.localhost/$n.html"
done
mkdir "$TMP/day"
printf '{ "contact": "t@example.org", "delay_ms": 0, "allow_private": [ "a.localhost" ], "hosts": { "a.localhost": { "daily": 3 } }, "brands": [ { "name": "Own", "role": "own", "sources": [ { "recipe": "html-pages", "id": "a", "params": { "start": "http://a.localhost:%s/1.html" } } ] } ] }' \
    "$port" > "$TMP/day/sayso.json"
asked() { awk -F '\t' '/a.localhost/' "$log" | wc -l | tr -d ' '; }
: > "$log"
exits "a day's requests" 0 "$BIN/fetch" -C "$TMP/day" \
    --now 2026-11-01T08:00:00Z
is "are robots.txt and two pages" "$(asked)" 3
exits "later that day" 1 "$BIN/fetch" -C "$TMP/day" --force \
    --now 2026-11-01T23:00:00Z
is "nothing more is asked" "$(asked)" 3
exits "the next day" 0 "$BIN/fetch" -C "$TMP/day" --now 2026-11-02T08:00:01Z
is "the run goes on behind it" "$(grep -c '/[34].html' "$log")" 2
is "and every page is there once" "$(find "$TMP/day/captures" \
    -name '*.warc.gz' | xargs zcat | tr -d '\r' | awk '/^WARC-Type/ { t = $2 }
    /^WARC-Target-URI/ && t == "response" { print $2 }' | sort | uniq -c |
    awk '{ n += $1 == 1 } END { print n }')" 4
