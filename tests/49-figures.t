#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a figure to its reviews: explain finds as many as the summary counts,
# and every one leads to its capture and address.
. tests/tap.sh
. tests/market/market.sh

plan 17
ws=$TMP/ws
market_start
market_plan "$ws"
"$BIN/fetch" -C "$ws" --now $first_run >/dev/null 2>&1
"$BIN/parse" -C "$ws" >/dev/null 2>&1
"$BIN/score" -C "$ws" >/dev/null 2>&1

count() { "$BIN/score" explain -C "$ws" --limit 0 "$1" | sed -n '1s/ .*//p'; }
own() { jq ".brands[0] | $1" "$ws/summary/summary.json"; }
same() { is "$1" "$(count "Tamarel/$1")" "$(own "$2")"; }

same reviews .total.reviews
same positive .total.positive
same negative .total.negative
same unscored .total.unscored
same textless .total.textless
same replied .total.replied
same stars .total.rated
same stars/1 '.total.stars[0]'
same source/Shop '.sources[] | select(.source == "Shop").reviews'
same month/2026-09 '.months[] | select(.month == "2026-09").reviews'
same language/ka '.languages[] | select(.language == "ka").reviews'
same aspect/delivery '.aspects[] | select(.aspect == "delivery").reviews'
same aspect/delivery/neg '.aspects[] | select(.aspect == "delivery").negative'
same unanswered '.unanswered | length'

"$BIN/score" explain -C "$ws" --limit 3 Tamarel/stars/5 > "$TMP/page"
is "as many are shown as asked" \
    "$(grep -cE '^from +[a-z.-]+/[0-9TZ]+\.warc\.gz at [0-9]+$' "$TMP/page")" 3
is "each with its address and the time of the fetch" \
    "$(grep -cE '^(address +http|fetched +2026-)' "$TMP/page")" 6
exits "what is no figure is said" 2 \
    "$BIN/score" explain -C "$ws" Tamarel/nonsense
