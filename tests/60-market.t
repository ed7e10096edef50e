#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The main job on the example market: three programs over real HTTP.
. tests/tap.sh
. tests/market/market.sh

plan 32
ws=$TMP/ws
market_start
market_plan "$ws"

exits "fetch" 0 "$BIN/fetch" -C "$ws" --now $first_run
is "fetch is silent when all is well" "$(cat "$TMP/out" "$TMP/err")" ""
exits "parse says that one source is short" 3 "$BIN/parse" -C "$ws"
like "and which, and by how much" "$(cat "$TMP/err")" \
    '31 of 61 stated'
is "in one line" "$(wc -l < "$TMP/err" | tr -d ' ')" 1
exits "score says it too" 3 "$BIN/score" -C "$ws"
ok "every review is there as it was written" \
    perl tests/market/compare.pl first "$ws"/reviews/*/*.jsonl

requests=$(wc -l < "$log")
exits "a second run inside the interval" 0 \
    "$BIN/fetch" -C "$ws" --now $first_run
is "makes no request" "$(wc -l < "$log")" "$requests"

cp -R "$ws/summary" "$TMP/summary.1"
cp "$ws/sayso.db" "$TMP/sayso.1.db"
"$BIN/parse" -C "$ws" --all >/dev/null 2>&1
"$BIN/score" -C "$ws" >/dev/null 2>&1
ok "parse and score again give the same summary" \
    diff -r "$ws/summary" "$TMP/summary.1"
ok "and the same database" cmp "$ws/sayso.db" "$TMP/sayso.1.db"

# ---- the contract: the same bytes by map, reduce and merge ----
files=$(find "$ws/reviews" -name '*.jsonl' | LC_ALL=C sort)
"$BIN/score" dedup $files > "$TMP/all.jsonl"
merge() { "$BIN/score" merge --plan "$ws/sayso.json" \
    --reviews "$TMP/all.jsonl" "$@"; }
"$BIN/score" map --plan "$ws/sayso.json" "$TMP/all.jsonl" > "$TMP/all.tally"
merge "$TMP/all.tally" > "$TMP/one.json"
ok "map and merge give summary.json of the one run" \
    cmp "$TMP/one.json" "$ws/summary/summary.json"
n=$(wc -l < "$TMP/all.jsonl")
awk -v p="$TMP/part" '{ print > (p (NR * 7919 % 5)) }' "$TMP/all.jsonl"
for part in "$TMP"/part?; do
	env -i "$BIN/score" map --plan "$ws/sayso.json" "$part" > "$part.tally"
done
"$BIN/score" reduce "$TMP"/part?.tally > "$TMP/sum.tally"
ok "five shards in an empty environment sum to the same tallies" \
    cmp "$TMP/sum.tally" "$TMP/all.tally"
sort -r "$TMP"/part?.tally | awk -F'\t' '{ n[$1] += $2 }
    END { for (k in n) printf "%s\t%.0f\n", k, n[k] }' |
    "$BIN/score" reduce > "$TMP/awk.tally"
ok "sort and awk sum them too" cmp "$TMP/awk.tally" "$TMP/all.tally"
ok "merge counts what it expects" merge --expect-records "$n" "$TMP/sum.tally"
"$BIN/score" reduce "$TMP"/part[0-3].tally > "$TMP/lost.tally"
exits "a lost shard is seen" 3 merge --expect-records "$n" "$TMP/lost.tally"
"$BIN/score" reduce "$TMP"/part?.tally "$TMP/part1.tally" > "$TMP/double.tally"
exits "a shard counted twice is seen" 3 \
    merge --expect-records "$n" "$TMP/double.tally"

# ---- three days later ----
market_second
: > "$log"
exits "fetch again" 0 "$BIN/fetch" -C "$ws" --now $second_run
ok "unchanged pages are asked for conditionally" \
    sh -c "awk -F'\t' '\$5 == 304' '$log' | grep -q ."
exits "parse again" 0 "$BIN/parse" -C "$ws"
exits "score again" 3 "$BIN/score" -C "$ws"
ok "both states are collected" \
    perl tests/market/compare.pl second "$ws"/reviews/*/*.jsonl
before=$(jq '[.brands[].total.reviews] | add' "$TMP/summary.1/summary.json")
after=$(jq '[.brands[].total.reviews] | add' "$ws/summary/summary.json")
is "two reviews are new, the edited one is counted once" \
    "$after" "$((before + 2))"
since() { jq -c "$1" "$ws/summary/summary.json"; }
is "the summary says since when something is new" "$(since '[.since, .until]')" \
    '["2026-11-18T09:00:00Z","2026-11-21T09:00:00Z"]'
is "two reviews and an edit are new" "$(since \
    '[.brands[].sinceLast | [.reviews, .edited, .vanished]]')" \
    '[[0,1,0],[1,0,0],[1,0,0]]'
is "and what they did to the mean" "$(since '.brands[0] |
    [.sinceLast.meanStarsThen.value, .changes.meanStarsUnedited.value]')" \
    '[3.82707,3.82707]'
cp -R "$ws/summary" "$TMP/summary.2"
"$BIN/score" -C "$ws" >/dev/null 2>&1
ok "made again it is the same" diff -r "$ws/summary" "$TMP/summary.2"
"$BIN/score" dedup "$ws"/reviews/*/*.jsonl "$ws"/changes/*.jsonl > "$TMP/two.jsonl"
"$BIN/score" map --plan "$ws/sayso.json" "$TMP/two.jsonl" |
    "$BIN/score" merge --plan "$ws/sayso.json" --reviews "$TMP/two.jsonl" \
    --since 2026-11-18T09:00:00Z > "$TMP/two.json"
ok "map and merge give it too" cmp "$TMP/two.json" "$ws/summary/summary.json"
"$BIN/score" -C "$ws" --since 2026-11-01 >/dev/null 2>&1
is "a person may say since when" "$(since \
    '[.since, .brands[1].sinceLast.reviews == .brands[1].total.reviews]')" \
    '["2026-11-01T00:00:00Z",true]'
is "the edited review has its new stars" "$(sqlite3 "$ws/sayso.db" \
    "select group_concat(stars) from review where title = '$(
    awk -F'\t' '$1 == "second" && $7 ~ /50119/ { print $14 }' \
    tests/market/reviews.tsv | sed "s/'/''/g")' and brand = 'Tamarel'")" 5.0
ok "no text of a review is in the ledger" \
    sh -c "! strings '$ws/.ledger.db' | grep -q 'Late to the party'"
is "no lock is left, no half file" \
    "$(find "$ws" -name '*.tmp.*' | wc -l | tr -d ' ')" 0
