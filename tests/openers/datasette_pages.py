# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves sayso.db with Datasette and looks at every page of it: each table
and view answers 200, as a page and as JSON, with the rows that SQLite counts;
what the columns mean stands on the page.

    datasette_pages.py SAYSO.DB METADATA.JSON
"""
import html
import json
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

database, metadata = sys.argv[1:]

def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def get(path):
    with urllib.request.urlopen(base + path, timeout=30) as answer:
        if answer.status != 200:
            sys.exit(f"{path}: {answer.status}")
        return answer.read().decode()


def wait(server):
    for _ in range(200):
        if server.poll() is not None:
            sys.exit("Datasette did not start:\n" + server.stderr.read())
        try:
            return get("/-/versions.json")
        except urllib.error.URLError:
            time.sleep(0.1)
    sys.exit("Datasette does not answer")


def look_at(name, columns, count):
    page = html.unescape(get("/sayso/" + name + "?_size=100"))
    for column in columns:
        text = meant["columns"].get(column)
        if not text or text not in page:
            sys.exit(f"{name}: what {column} means is not on its page")
    rows, at = 0, f"/sayso/{name}.json?_shape=objects&_size=max"
    answer = json.loads(get(at))
    while True:
        rows += len(answer["rows"])
        if answer["rows"] and list(answer["rows"][0])[-len(columns):] != \
                columns:
            sys.exit(f"{name}: the columns are {list(answer['rows'][0])}")
        if not answer.get("next_url"):
            break
        at = urllib.parse.urlsplit(answer["next_url"])
        answer = json.loads(get(at.path + "?" + at.query))
    if rows != count:
        sys.exit(f"{name}: {rows} rows of {count}")
    if not answer.get("ok", True) or answer.get("error"):
        sys.exit(f"{name}: {answer}")


with open(metadata, encoding="utf-8") as file:
    tables = json.load(file)["databases"]["sayso"]["tables"]
plain = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
port = free_port()
base = f"http://127.0.0.1:{port}"
server = subprocess.Popen(
    [sys.executable, "-m", "datasette", "serve", database, "--metadata",
     metadata, "--port", str(port)],
    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
try:
    wait(server)
    get("/")
    get("/sayso")
    names = [name for name, in plain.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    for name in names:
        meant = tables[name]
        columns = [row[1] for row in
                   plain.execute(f'PRAGMA table_info("{name}")')]
        count, = plain.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        look_at(name, columns, count)
    print(len(names), "tables and views")
finally:
    server.terminate()
    server.wait()
