#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# CPU seconds and resident memory of score over N made-up reviews, and of
# DuckDB for the plain counts of the same files (it reads no text for
# sentiment and writes no database).
#
#	summary.sh N	(BIN and BUILD name the programs and a place to work)
set -eu
count=$1
ws=$BUILD/bench/summary.$count
venv=$BUILD/venv

if [ ! -d "$ws" ]; then
	rm -rf "$ws.tmp"
	mkdir -p "$ws.tmp/reviews/own.shop"
	cat >"$ws.tmp/sayso.json" <<'END'
{ "contact": "bench@example.org", "brands": [
  { "name": "Aurovane", "role": "own" },
  { "name": "Brunnhall", "role": "competitor" },
  { "name": "Tamarel", "role": "competitor" } ] }
END
	perl tests/measure/summary_reviews.pl "$count" \
	    tests/market/reviews.tsv "$ws.tmp/reviews/own.shop"
	mv "$ws.tmp" "$ws"
fi

# measure NAME COMMAND...: prints the name, CPU seconds, MB; keeps the seconds
measure() {
	name=$1
	shift
	perl -e '
		my ($name, $file, @command) = @ARGV;
		system(@command) == 0 or ($? >> 8) == 3 or exit 1;
		my ($u, $s, $cu, $cs) = times;
		open my $out, ">", $file or die;
		printf $out "%.2f\n", $cu + $cs;
		printf "%-28s %8.2f s CPU (user %.2f, system %.2f)\n",
		    $name, $cu + $cs, $cu, $cs;' "$name" "$ws/seconds" "$@"
	seconds=$(cat "$ws/seconds")
}

echo "$count reviews, $(du -sm "$ws/reviews" | cut -f1) MB of JSON Lines"
# Beside it, so that looking costs score nothing.
rm -f "$ws/pid" "$ws/memory"
(
	while sleep 0.5 && [ -d "$ws" ]; do
		[ -s "$ws/pid" ] || continue
		grep VmHWM "/proc/$(cat "$ws/pid")/status" \
		    >"$ws/memory.new" 2>/dev/null || continue
		[ -s "$ws/memory.new" ] && mv "$ws/memory.new" "$ws/memory"
	done
) &
watcher=$!
trap 'kill $watcher 2>/dev/null || :' EXIT
measure "score -C" sh -c 'echo $$ >"$2/pid"; exec "$1" -C "$2"' sh \
    "$BIN/score" "$ws"
kill $watcher
ours=$seconds
if [ -s "$ws/memory" ]; then
	awk '{ printf "%-28s %8.0f MB resident at most\n", "", $2 / 1024 }' \
	    "$ws/memory"
fi
du -m "$ws/sayso.db" | awk '{ printf "%-28s %8d MB of database\n", "", $1 }'
du -sk "$ws/summary" | awk '{ printf "%-28s %8d KB of summary\n", "", $1 }'

if [ ! -x "$venv/bin/python3" ]; then
	python3 -m venv "$venv" >/dev/null 2>&1 || :
fi
if ! "$venv/bin/python3" -c 'import duckdb' 2>/dev/null; then
	"$venv/bin/python3" -m pip install -q 'duckdb>=1,<3' 2>/dev/null || {
		echo "skipped: no DuckDB (python3-venv and a package index)"
		exit 0
	}
fi
measure "DuckDB, counts only" "$venv/bin/python3" \
    tests/measure/summary_duckdb.py "$ws"
echo "$ours $seconds" | awk '{ printf "%-28s %8.1f times the CPU of the " \
    "counts alone\n", "score", $1 / $2 }'
