#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sayso.db as the manual describes it: every table and view of it is there,
# every query that it shows runs, and nothing in it needs more than plain
# SQLite.
. tests/tap.sh
. tests/market/market.sh

command -v sqlite3 >/dev/null || skip_all "sqlite3 is not installed"
plan 14
ws=$TMP/ws
market_start
market_plan "$ws"
"$BIN/fetch" -C "$ws" --now $first_run >/dev/null 2>&1
"$BIN/parse" -C "$ws" >/dev/null 2>&1
"$BIN/score" -C "$ws" >/dev/null 2>&1
ask() { sqlite3 -readonly -batch "$ws/sayso.db" "$1" 2>&1; }

sed -n '/^\.Sh DATABASE/,/^\.Sh EXAMPLES/p' score/sayso-summary.5 |
    sed -n 's/^\.It Sy //p' | tr -d ' ' | tr ',' '\n' | sort > "$TMP/told"
ask "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')" |
    sort > "$TMP/there"
ok "the manual names what is there, and no more" \
    diff "$TMP/told" "$TMP/there"

while read -r name; do
	ask "SELECT * FROM \"$name\" LIMIT 3" > "$TMP/out" 2>&1 || echo "$name"
done < "$TMP/told" > "$TMP/bad"
is "each can be read" "$(cat "$TMP/bad")" ""

# Each query of the manual is one line, in the order of the tables.
sed -n '/^\.Ss Queries/,/^\.Sh/p' score/sayso-summary.5 |
    grep '^SELECT' | sed 's/\\-/-/g' > "$TMP/queries"
is "a query for each of the tables of figures" \
    "$(grep -c . "$TMP/queries")" 21
while read -r query; do
	ask "$query" > "$TMP/out" 2>&1 || { echo "$query"; cat "$TMP/out"; }
done < "$TMP/queries" > "$TMP/bad"
is "each query runs" "$(cat "$TMP/bad")" ""

is "metadata says what each column means" \
    "$(ask "SELECT \"table\", \"column\" FROM metadata
	WHERE ifnull(description, '') = ''")" ""
is "of all tables, views and columns" \
    "$(ask 'SELECT count(*) FROM metadata')" \
    "$(ask "SELECT count(*) + (SELECT count(*) FROM sqlite_schema
	WHERE type IN ('table', 'view')) FROM sqlite_schema AS m,
	pragma_table_info(m.name) WHERE m.type IN ('table', 'view')")"
is "in Datasette's form too" "$(ask 'SELECT json FROM datasette_metadata' |
    jq -r '.databases.sayso.tables.review.columns.text_stars')" \
    "what the words would give [stars (1-5)]"
count="SELECT r.brand, t.language, t.term, count(DISTINCT t.review_key)
	FROM term AS t JOIN review AS r ON r.key = t.review_key
	WHERE t.weight <> 0 GROUP BY 1, 2, 3"
had="SELECT brand, language, term, reviews FROM brand_term"
is "words of brands are those of the reviews" \
    "$(ask "SELECT * FROM ($count EXCEPT $had) UNION ALL
	SELECT * FROM ($had EXCEPT $count) LIMIT 3")" ""
is "months have an epoch" "$(ask "SELECT count(*) FROM brand_month WHERE
	strftime('%Y-%m-%d', epoch, 'unixepoch') <> month || '-01' OR
	(epoch IS NULL AND month <> 'unknown')")" 0

# Panels of Grafana, with the macros of its SQLite data source written out.
sed -n '/^Grafana/,/^A dashboard/p' score/sayso-summary.5 | grep -v '^[.]' |
    sed -n '/^SELECT/,$p' | grep -v '^A dashboard' | sed -e 's/\\-/-/g' |
    awk '/^SELECT/ && NR > 1 { print "" } { printf "%s ", $0 }
	END { print "" }' | sed -E \
    -e 's/\$__timeFilter\(([a-z_]+)\)/CAST(CASE WHEN typeof(\1) = '"'"'integer'"'"' THEN \1 ELSE strftime('"'%s'"', \1) END AS INTEGER) BETWEEN 0 AND 2000000000/' \
    -e 's/\$__unixEpochGroupSeconds\(([a-z_]+), ([0-9]+)\)/cast((\1 \/ \2) as int) * \2/' \
    > "$TMP/panels"
is "three panels of Grafana" "$(grep -c '^SELECT' "$TMP/panels")" 3
while read -r query; do
	ask "SELECT CASE WHEN count(*) > 0 AND min(typeof(time) = 'integer' OR
	    time GLOB '????-??-??T??:??:??Z') THEN 'rows with a time' ELSE
	    'no rows' END FROM ($query)"
done < "$TMP/panels" | sort -u > "$TMP/out"
is "give rows with a time" "$(cat "$TMP/out")" "rows with a time"

is "neither triggers nor virtual tables" \
    "$(ask "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'
	OR sql LIKE '%VIRTUAL%' OR sql LIKE '%STRICT%'")" 0
is "as many unanswered complaints as in summary.json" \
    "$(ask "SELECT count(*) FROM unanswered WHERE role = 'own'")" \
    "$(jq '.brands[0].unanswered | length' "$ws/summary/summary.json")"
is "the aspects of summary.json" \
    "$(ask "SELECT sum(reviews) FROM aspects WHERE level = 'aspect'")" \
    "$(jq '[.brands[].aspects[].reviews] | add' "$ws/summary/summary.json")"
