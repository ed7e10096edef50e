#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What happens to a workspace over the years, and what is said of it.
. tests/tap.sh

plan 15
w=$TMP/w
mkdir "$w"

# ---- a clock that is set back ----

cat > "$w/sayso.json" <<'END'
{ "contact": "me@shop.example", "brands": [ { "name": "Ours", "role": "own",
  "sources": [ { "recipe": "survey-csv", "params": { "file": "s.csv" } } ] } ] }
END
survey() { printf 'id,date,score,comment\n1,2026-01-02,9,%s\n' "$1" > \
    "$w/s.csv"; }
newest() { "$BIN/score" dedup "$w"/reviews/*/*.jsonl |
    sed -n 's/.*"reviewBody":"\([a-z]*\)".*/\1/p'; }
survey first
ok "a run" "$BIN/fetch" -C "$w" --now 2026-05-05T10:00:00Z
survey edited
exits "and one whose clock is an hour behind" 0 \
    "$BIN/fetch" -C "$w" --now 2026-05-05T09:00:00Z --force
is "says nothing" "$(cat "$TMP/err")" ""
ok "and is parsed" "$BIN/parse" -C "$w"
is "what it saw counts" "$(newest)" edited
survey again
exits "a clock that stood in the future" 0 \
    "$BIN/fetch" -C "$w" --now 2026-03-01T09:00:00Z --force
like "is told" "$(cat "$TMP/err")" \
    'ours.survey-csv: the clock stands before the last run'

# ---- more pages than a recipe allows ----

mkdir "$TMP/root" "$TMP/root/127.0.0.1"
serve "$TMP/root"
for n in 1 2 3; do
	echo "<link rel=next href=/p$((n + 1))><p>page $n" \
	    > "$TMP/root/127.0.0.1/p$n"
done
cat > "$w/few.json" <<'END'
{ "recipe": 1, "id": "few", "title": "two pages", "docs": "none",
  "terms": "ours", "verified": "by this test", "kind": "retailer",
  "params": { "start": { "about": "the first page", "required": true } },
  "request": { "url": "{start}", "robots": "api" },
  "paginate": { "type": "html_next", "max_pages": 2, "stop": [ "absent" ] },
  "read": { "format": "auto" } }
END
few() { # MORE-OF-THE-SOURCE
	rm -rf "$w/captures" "$w/.ledger.db"
	cat > "$w/sayso.json" <<END
{ "contact": "me@shop.example", "allow_private": [ "127.0.0.1" ],
  "delay_ms": 0, "brands": [ { "name": "Ours", "role": "own", "sources": [
    { "recipe": "few.json", "params": { "start":
      "http://127.0.0.1:$port/p1" } $1 } ] } ] }
END
}
few
exits "a page ceiling with a next page" 3 "$BIN/fetch" -C "$w"
like "is told" "$(cat "$TMP/err")" \
    'ours.few: short: there is more behind the 2 pages .*max_pages in the plan'
few ', "max_pages": 2'
exits "but not where the plan wants no more" 0 "$BIN/fetch" -C "$w"
is "which is complete" "$(cat "$TMP/err")" ""

# ---- why robots.txt could not be had ----

few
sed -i 's/"allow_private": [^]]*],//' "$w/sayso.json"
sed -i 's/"api"/"obey"/' "$w/few.json"
exits "an address at home" 1 "$BIN/fetch" -C "$w"
like "is told with the key that allows it" "$(cat "$TMP/err")" \
    'robots.txt cannot be had, .*: address is not public \(see allow_private'
exits "and by add" 1 "$BIN/fetch" add -C "$w" Ours "http://127.0.0.1:$port/p1"
like "without a row that nobody knows" "$(cat "$TMP/err")" \
    'p1: no page came: failed: robots.txt cannot be had, .*not public'
