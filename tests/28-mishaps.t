#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What happens to a workspace over the years, and what is said of it.
. tests/tap.sh

plan 7
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
