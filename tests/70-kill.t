#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Each program is killed at 20 moments of its run: what has a name is
# complete, and the next run ends as if nothing had happened.
. tests/tap.sh
. tests/market/market.sh

plan 9
market_start
market_plan "$TMP/clean"
market_plan "$TMP/killed"

milliseconds() { date +%s%3N; }

# timed COMMAND...: sets $took
timed() {
	took=$(milliseconds)
	"$@" >/dev/null 2>"$TMP/timed.err"
	timed_status=$?
	took=$(($(milliseconds) - took))
	return $timed_status
}

# kill_it COMMAND...: kills it at 20 moments spread over $took by a fixed
# seed, and looks at what is there after each
kill_it() {
	killed=0
	broken=
	for moment in $(awk -v t="$took" 'BEGIN { srand(20261121)
	    for (i = 0; i < 20; i++) printf "%.3f\n", rand() * t / 1000 }'); do
		"$@" >/dev/null 2>&1 &
		victim=$!
		sleep "$moment"
		kill -9 $victim 2>/dev/null && killed=$((killed + 1))
		wait $victim 2>/dev/null
		complete || broken="$broken $moment"
	done
}

# Every file with a final name is the one of the clean run, or of the state
# before (score writes over its files).
complete() {
	for file in $(cd "$TMP/killed" && find captures reviews \
	    -name '*.warc.gz' -o -name '*.jsonl' 2>/dev/null); do
		cmp -s "$TMP/killed/$file" "$TMP/clean/$file" || return 1
	done
	for file in "$TMP/killed"/summary/*; do
		case $file in
		*.tmp.* | *'*') continue ;;
		esac
		cmp -s "$file" "$TMP/clean/summary/${file##*/}" || return 1
	done
	[ ! -e "$TMP/killed/sayso.db" ] ||
	    [ "$(sqlite3 "$TMP/killed/sayso.db" 'pragma integrity_check')" = ok ]
}

same() { # NAME: equal in the two workspaces
	(cd "$TMP/clean" && find "$1" -type f ! -path '*/.*' | sort |
	    xargs sha256sum) > "$TMP/clean.sum"
	(cd "$TMP/killed" && find "$1" -type f ! -path '*/.*' | sort |
	    xargs sha256sum) > "$TMP/killed.sum"
	[ -s "$TMP/clean.sum" ] && diff "$TMP/clean.sum" "$TMP/killed.sum"
}

timed "$BIN/fetch" -C "$TMP/clean" --now $first_run
kill_it "$BIN/fetch" -C "$TMP/killed" --now $first_run
is "fetch: what has a name is complete ($killed kills)" "$broken" ""
"$BIN/fetch" -C "$TMP/killed" --now $first_run >/dev/null 2>&1
ok "fetch: the captures are those of a run never killed" same captures
is "fetch: no half file stays" \
    "$(find "$TMP/killed/captures" -name '*.tmp.*' | wc -l | tr -d ' ')" 0

timed "$BIN/parse" -C "$TMP/clean"
kill_it "$BIN/parse" -C "$TMP/killed"
is "parse: what has a name is complete ($killed kills)" "$broken" ""
"$BIN/parse" -C "$TMP/killed" >/dev/null 2>&1
ok "parse: the reviews are those of a run never killed" same reviews
is "parse: no half file stays" \
    "$(find "$TMP/killed/reviews" -name '*.tmp.*' | wc -l | tr -d ' ')" 0

timed "$BIN/score" -C "$TMP/clean"
kill_it "$BIN/score" -C "$TMP/killed"
is "score: what has a name is complete ($killed kills)" "$broken" ""
"$BIN/score" -C "$TMP/killed" >/dev/null 2>&1
ok "score: the summary is that of a run never killed" same summary
ok "score: and so is the database" \
    cmp "$TMP/clean/sayso.db" "$TMP/killed/sayso.db"
