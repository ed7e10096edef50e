#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Datasette and DuckDB open the example market's sayso.db as it is.
. tests/tap.sh
. tests/market/market.sh

command -v sqlite3 >/dev/null || skip_all "sqlite3 is not installed"
missing=$(tests/openers/install "$OPENERS") ||
    skip_all "$missing; Datasette and DuckDB are not there"
python=$OPENERS/now/bin/python3
plan 3
ws=$TMP/ws
market_start
market_plan "$ws"
for at in $first_run $second_run; do
	"$BIN/fetch" -C "$ws" --now "$at" >/dev/null 2>&1
	"$BIN/parse" -C "$ws" >/dev/null 2>&1
	market_second
done
"$BIN/score" -C "$ws" >/dev/null 2>&1

# As sayso-summary(5) says it.
ok "what the columns mean, for Datasette" sh -c "sqlite3 '$ws/sayso.db' \
    'SELECT json FROM datasette_metadata' > '$TMP/metadata.json'"
ok "Datasette serves every table and view" \
    "$python" tests/openers/datasette_pages.py "$ws/sayso.db" \
    "$TMP/metadata.json"
ok "DuckDB reads every table and view" \
    "$python" tests/openers/duckdb_attach.py "$ws/sayso.db"
