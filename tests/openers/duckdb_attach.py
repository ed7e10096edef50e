# SPDX-License-Identifier: GPL-3.0-or-later
"""Attaches sayso.db in DuckDB and reads every table and view of it, all
columns: as many rows as SQLite counts, and the same means of stars.

    duckdb_attach.py SAYSO.DB
"""
import glob
import os
import sqlite3
import sys

import duckdb
import duckdb_extension_sqlite_scanner as extension

database = sys.argv[1]
path, = glob.glob(os.path.join(os.path.dirname(extension.__file__),
                               "extensions", "*", "*.duckdb_extension"))
plain = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
db = duckdb.connect()
db.execute(f"LOAD '{path}'")
db.execute(f"ATTACH '{database}' AS sayso (TYPE sqlite, READ_ONLY)")
names = [name for name, in plain.execute(
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
for name in names:
    count, = plain.execute(f'SELECT count(*) FROM "{name}"').fetchone()
    got = len(db.execute(f'SELECT * FROM sayso."{name}"').fetchall())
    if got != count:
        sys.exit(f"{name}: {got} rows of {count}")
for name, columns in (("term", "review_key, term, weight, field, start"),
                      ("mention", "review_key, aspect, stage, score")):
    query = f"SELECT {columns} FROM {{}}"
    theirs = db.execute(query.format("sayso." + name)).fetchall()
    ours = plain.execute(query.format(name)).fetchall()
    for one, other in zip(sorted(theirs, key=str), sorted(ours, key=str),
                          strict=True):
        if one != other:
            sys.exit(f"{name}: {one} is not {other}")
# A view that DuckDB cannot run itself comes as texts only.
for name in names:
    types = {row[1] for row in
             db.execute(f'DESCRIBE sayso."{name}"').fetchall()}
    if types == {"VARCHAR"} and name not in ("about", "datasette_metadata"):
        sys.exit(f"{name}: all columns are texts")
QUERY = ("SELECT brand, count(*), avg(stars) FROM {} GROUP BY brand "
         "ORDER BY brand")
theirs = db.execute(QUERY.format("sayso.review")).fetchall()
ours = plain.execute(QUERY.format("review")).fetchall()
for one, other in zip(theirs, ours, strict=True):
    if one[:2] != other[:2] or abs(one[2] - other[2]) > 1e-9:
        sys.exit(f"{one} is not {other}")
print(len(names), "tables and views")
