# SPDX-License-Identifier: GPL-3.0-or-later
"""The counts of a summary by DuckDB on one thread: the last version of each
review, then reviews, mean and histogram of stars per brand, source, language,
item and month, and replies.  Checked against summary.json."""
import json
import sys

import duckdb

folder = sys.argv[1]
db = duckdb.connect()
db.execute("SET threads = 1")
db.execute("""
    CREATE TABLE review AS
    SELECT id, arg_max(brand, v) AS brand, arg_max(source, v) AS source,
        arg_max(language, v) AS language, arg_max(item, v) AS item,
        arg_max(month, v) AS month, arg_max(stars, v) AS stars,
        arg_max(replied, v) AS replied
    FROM (SELECT id, brand, source, inLanguage AS language, item,
            datePublished[:7] AS month, reviewRating.ratingValue AS stars,
            reply IS NOT NULL AS replied,
            (capture.fetched, reviewBody) AS v
        FROM read_json(?, format = 'newline_delimited', columns = {
            id: 'VARCHAR', brand: 'VARCHAR', source: 'VARCHAR',
            inLanguage: 'VARCHAR', item: 'VARCHAR',
            datePublished: 'VARCHAR', reviewBody: 'VARCHAR',
            reviewRating: 'STRUCT(ratingValue DOUBLE)',
            reply: 'STRUCT(text VARCHAR)',
            capture: 'STRUCT(fetched VARCHAR)'}))
    GROUP BY id""", [folder + "/reviews/*/*.jsonl"])
cells = db.execute("""
    SELECT brand, source, language, item, month, count(*), avg(stars),
        count(*) FILTER (round(stars) = 1), count(*) FILTER (replied)
    FROM review GROUP BY GROUPING SETS ((brand), (brand, source),
        (brand, language), (brand, item), (brand, month))""").fetchall()
totals = {row[0]: (row[5], row[8]) for row in cells
          if all(part is None for part in row[1:5])}

with open(folder + "/summary/summary.json", encoding="utf-8") as file:
    for brand in json.load(file)["brands"]:
        ours = (brand["total"]["reviews"], brand["total"]["replied"])
        if totals[brand["name"]] != ours:
            sys.exit(f"{brand['name']}: score counts {ours}, "
                     f"DuckDB {totals[brand['name']]}")
