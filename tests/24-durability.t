#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A full disk, a folder that cannot be written, clocks that jump, no
# descriptors left, two runs at once, ledgers of older versions: a clear
# message, nothing lost, and nothing captured twice.
. tests/tap.sh

plan 54
root=$TMP/root
mkdir -p "$root/a.localhost"
serve "$root"
ws=$TMP/ws

# 40 pages of 8 KB that no compression makes smaller.
for n in $(seq 40); do
	{
		[ $n = 40 ] || echo "<a rel=next href=$((n + 1)).html>next</a>"
		head -c 6000 /dev/urandom | od -An -tx1 | tr -d ' \n'
	} > "$root/a.localhost/$n.html"
done
workspace() { # NAME DELAY [MORE]: one row over these pages
	ws=$TMP/$1
	mkdir -p "$ws"
	printf '{ "contact": "t@example.org", "delay_ms": %s, "allow_private": [ "a.localhost" ], %s "brands": [ { "name": "Own", "role": "own", "sources": [ { "recipe": "html-pages", "id": "a", "params": { "start": "http://a.localhost:%s/1.html" } } ] } ] }' \
	    "$2" "${3:-}" "$port" > "$ws/sayso.json"
	: > "$log"
}
fetch() { "$BIN/fetch" -C "$ws" "$@"; }
files() { find "$ws/captures" -name '*.warc.gz' 2>/dev/null | sort; }
pages() { files | xargs -r zcat | tr -d '\r' | awk '
    /^WARC-Type: / { type = $2 }
    /^WARC-Target-URI: / && type == "response" && !/robots/ { print $2 }'; }
each_once() {
	is "$1" "$(pages | sort | uniq -c | awk '{ n[$1]++ }
	    END { for (i in n) printf "%dx%d ", n[i], i }')" "40x1 "
}
asked() { grep -c '/[0-9]*\.html' "$log"; }
millis() { echo $(($(date +%s%N) / 1000000)); }

# ---- a full disk ----

# Files of half the size: the kernel says no as a full disk does.
workspace limit 30
full() { (ulimit -f 250; fetch); }
exits "no room for the captures" 1 full
like "is said" "$(cat "$TMP/err")" '\.warc\.gz.*: (File too large|No space)'
like "in one line" "$(wc -l < "$TMP/err" | tr -d ' ')" '^1$'
before=$(asked)
ok "after some pages" test "$before" -ge 8
is "of which none has a name yet" "$(files)" ""
full_again() { (ulimit -f 20; fetch); }
exits "still none, when what was left is to be ended" 1 full_again
exits "then there is room" 0 fetch
each_once "every page is there, and once"
# The second of pages since the last checkpoint, and those under way.
ok "and what was safe was not asked for again" test "$(asked)" -lt \
    $((40 + before))
is "each file is whole" "$(files | xargs gzip -t 2>&1)" ""

tmpfs=$TMP/small
mkdir "$tmpfs"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=200k tmpfs "$tmpfs" \
    2>/dev/null; then
	workspace small 30
	exits "a file system of 200 KB" 1 fetch
	is "is too small" "$(grep -c 'No space\|disk is full\|disk I/O' \
	    "$TMP/err")" 1
	mount -o remount,size=8m "$tmpfs"
	exits "a larger one" 0 fetch
	each_once "gets every page, and once"
	umount "$tmpfs"
else
	for name in 1 2 3 4; do skip "a small file system" "not root"; done
fi

# ---- killed as a file gets its name ----

cat > "$TMP/kill.c" <<'END'
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* rename(), but a captures file costs a life: the moment is in $KILL. */
int
rename(const char *from, const char *to)
{
	int captures = strstr(to, ".warc.gz") != NULL;

	if (captures && strcmp(getenv("KILL"), "before") == 0)
		raise(SIGKILL);
	if (renameat(AT_FDCWD, from, AT_FDCWD, to) != 0)
		return -1;
	if (captures)
		raise(SIGKILL);
	return 0;
}
END
# moment WHEN PAUSE: a run long enough for checkpoints, or too short for one
moment() {
	workspace "kill-$1-$2" "$2"
	{ LD_PRELOAD=$TMP/kill.so KILL=$1 "$BIN/fetch" -C "$ws"
	    killed=$?; } 2>/dev/null
	exits "killed $1 its name comes, pause $2: the next run" 0 fetch
	is "has every page, asked for once" "$killed $(asked) $(pages |
	    sort -u | wc -l | tr -d ' ') $(pages | wc -l | tr -d ' ')" \
	    "137 40 40 40"
}
if $CC -shared -fPIC -o "$TMP/kill.so" "$TMP/kill.c" 2>/dev/null &&
    LD_PRELOAD=$TMP/kill.so "$BIN/fetch" --version >/dev/null 2>&1; then
	for pause in 0 40; do
		moment before $pause
		moment after $pause
	done
	# As after a power failure: the ledger was synced, the file was not.
	workspace lost 0
	{ LD_PRELOAD=$TMP/kill.so KILL=before "$BIN/fetch" -C "$ws"; } \
	    2>/dev/null
	rm "$ws"/captures/.partial/*
	exits "a file that is lost: the next run" 0 fetch
	is "has every page again" "$(asked) $(pages | sort -u | wc -l |
	    tr -d ' ') $(pages | wc -l | tr -d ' ')" "80 40 40"
else
	for n in 1 2 3 4 5 6 7 8 9 10; do
		skip "killed as a file gets its name" "no such library"
	done
fi

# ---- a folder that cannot be written ----

workspace closed 0
readonly_fetch() {
	if [ "$(id -u)" = 0 ]; then
		chown -R 65534 "$ws"
		setpriv --reuid 65534 --clear-groups "$BIN/fetch" -C "$ws" "$@"
	else
		fetch "$@"
	fi
}
chmod 755 "$TMP"
chmod 555 "$ws"
if [ "$(id -u)" != 0 ] || setpriv --reuid 65534 --clear-groups \
    "$BIN/fetch" sources >/dev/null 2>&1; then
	exits "a folder that may only be read" 1 readonly_fetch
	like "is named" "$(cat "$TMP/err")" 'closed/.*: .*Permission denied'
	is "before anything is asked" "$(asked)" 0
	exits "a dry run needs no more" 0 readonly_fetch --dry-run
else
	for name in 1 2 3 4; do skip "a folder that may only be read" \
	    "no other user"; done
fi
chmod 755 "$ws"

# ---- no descriptors ----

workspace few 0
few() { (ulimit -n "$1"; shift; fetch "$@"); }
exits "no descriptor for a connection" 1 few 8
is "is one line" "$(wc -l < "$TMP/err" | tr -d ' ')" 1
wrong=
for n in 5 6 7 9 10 11 12 13 14 16 20; do
	few $n --max-time 20 --force > /dev/null 2> "$TMP/err"
	case $? in
	0) [ "$(pages | wc -l)" -ge 40 ] || wrong="$wrong $n:quiet" ;;
	1|3) [ -s "$TMP/err" ] || wrong="$wrong $n:silent" ;;
	*) wrong="$wrong $n" ;;
	esac
done
is "with few descriptors a run ends, and says why" "$wrong" ""
exits "with enough of them" 0 fetch --force
each_once "every page is there, and once, whatever came before"

# ---- two at once, and leaving ----

workspace two 400
"$BIN/fetch" -C "$ws" --log "$TMP/two.log" 2>/dev/null &
first=$!
until [ "$(asked)" -ge 1 ]; do sleep 0.05; done
best=1000000
for n in 1 2 3 4 5; do
	begun=$(millis)
	fetch > "$TMP/out" 2> "$TMP/err"
	status=$?
	took=$(($(millis) - begun))
	[ $took -gt $best ] || best=$took
done
is "a second run ends with 1" $status 1
like "and says who is at work" "$(cat "$TMP/err")" "process $first"
# The best of five: the machine has other things to do.
ok "within 50 ms ($best ms)" test $best -le 50
begun=$(millis)
kill -TERM $first
wait $first
is "SIGTERM ends the first one with 1" $? 1
ok "within five seconds" test $(($(millis) - begun)) -lt 5000
got=$(pages | wc -l | tr -d ' ')
ok "what it had is named" test "$got" -ge 1
sed -i 's/"delay_ms": 400/"delay_ms": 0/' "$ws/sayso.json"
exits "the next run goes on" 0 fetch
each_once "so that every page is there, and once"
is "and asked for once" "$(cut -f 4 "$log" | grep -v robots | sort | uniq -d)" ""

# ---- clocks ----

if faketime -f '+1d' "$BIN/fetch" --version >/dev/null 2>/dev/null; then
	workspace clock 0
	exits "a clock that is a year ahead" 0 faketime -f '+365d' \
	    "$BIN/fetch" -C "$ws"
	: > "$log"
	exits "and then right again" 0 fetch
	ok "silences no source" test "$(asked)" -ge 1
else
	for name in 1 2 3; do skip "clocks" "no faketime, or none beside a sanitizer"; done
fi

# ---- older ledgers ----

old_ledger() { # VERSION: as that version of fetch made it
	rm -f "$ws/.ledger.db"
	sed -n '/ledger_schema\[/,/^};/p' fetch/ledger_schema.c |
	    perl -0777 -ne 'my @v = ("");
	    while (/"((?:[^"\\]|\\.)*)"|(,\s*\n)/g) {
		defined $1 ? ($v[-1] .= $1) : push @v, "" }
	    print join("\n", @v[0 .. '"$(($1 - 1))"'])' > "$TMP/schema"
	sqlite3 "$ws/.ledger.db" < "$TMP/schema" &&
	    sqlite3 "$ws/.ledger.db" "PRAGMA user_version = $1;
	    INSERT INTO host (name, until) VALUES ('a.localhost',
	    $(($(date +%s) + 3000)))"
}
workspace old 0
wrong=
for version in 1 2 3 4; do
	old_ledger $version || wrong="$wrong $version:not-made"
	sum=$(cksum < "$ws/.ledger.db")
	"$BIN/fetch" -C "$ws" --dry-run | grep -q own.a ||
	    wrong="$wrong $version:dry-run"
	[ "$(cksum < "$ws/.ledger.db")" = "$sum" ] ||
	    wrong="$wrong $version:dry-run-writes"
	"$BIN/fetch" -C "$ws" > /dev/null 2> "$TMP/err"
	[ $? = 1 ] && grep -q 'no page came' "$TMP/err" ||
	    wrong="$wrong $version"
	[ "$(sqlite3 "$ws/.ledger.db" 'PRAGMA user_version')" = 5 ] ||
	    wrong="$wrong $version:stays"
done
is "ledgers of older versions are read on" "$wrong" ""
sqlite3 "$ws/.ledger.db" 'PRAGMA user_version = 99'
exits "one of a newer version" 1 fetch

# ---- a long row without news ----

# What is known of its pages is written while it runs, not in the end: a
# second's worth is in memory, and a kill loses nothing of it.
mkdir "$root/a.localhost/b"
for n in $(seq 100); do
	[ "$n" = 100 ] || echo "<a rel=next href=$((n + 1)).html>next</a>"
	echo "page $n"
done > "$TMP/pages"
for n in $(seq 100); do
	sed -n "$((2 * n - 1)),$((2 * n))p" "$TMP/pages" \
	    > "$root/a.localhost/b/$n.html"
done
workspace long 0
sed -i 's#/1.html#/b/1.html#; s/"id": "a"/&, "max_pages": 200/' \
    "$ws/sayso.json"
exits "a row of 100 pages" 0 fetch
sed -i 's/"delay_ms": 0/"delay_ms": 14/' "$ws/sayso.json"
: > "$log"
"$BIN/fetch" -C "$ws" --force &
victim=$!
for tick in $(seq 200); do
	[ "$(asked)" -lt 90 ] || break
	sleep 0.02
done
kill -9 $victim
ok "is killed at the 90th" test "$(asked)" -ge 90 -a "$(asked)" -lt 100
wait $victim 2>/dev/null
is "a run that is killed finds all unchanged" \
    "$(cut -f 5 "$log" | sort | uniq -c | awk '$2 == 200' | wc -l)" 0
sed -i 's/"delay_ms": 14/"delay_ms": 0/' "$ws/sayso.json"
: > "$log"
exits "and so does the next one" 0 fetch --force
is "on all pages" "$(asked)" 100
is "which the ledger knows, each once" "$(sqlite3 "$ws/.ledger.db" \
    'select count(*), count(distinct digest), count(file) from page')" \
    "100|100|100"
is "and which are in one file" "$(files | wc -l | tr -d ' ')" 1
