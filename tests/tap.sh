# SPDX-License-Identifier: GPL-3.0-or-later
# TAP for POSIX shell tests: source this first.  $BIN holds the programs,
# $TMP is a fresh folder that is removed at the end, $SAYSO_SHARED may hold
# real pages (skip where it does not).  What a failing test printed is shown.

LC_ALL=C
export LC_ALL
: "${BIN:?run by make check}"
TMP=$(mktemp -d "${TMPDIR:-/tmp}/sayso.XXXXXX") || exit 1
tap_count=0
tap_servers=

tap_end() {
	for tap_pid in $tap_servers; do
		kill "$tap_pid" 2>/dev/null
	done
	rm -rf "$TMP"
}
trap tap_end EXIT
trap 'exit 1' INT TERM HUP

plan() { echo "1..$1"; }
skip_all() { echo "1..0 # SKIP $1"; exit 0; }
bail() { echo "Bail out! $1"; exit 1; }

tap_result() { # status name
	tap_count=$((tap_count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tap_count - $2"
	else
		echo "not ok $tap_count - $2"
	fi
}

# ok NAME COMMAND...: the command succeeds
ok() {
	tap_name=$1
	shift
	"$@" >"$TMP/.tap" 2>&1
	tap_status=$?
	tap_result $tap_status "$tap_name"
	[ $tap_status = 0 ] || sed 's/^/# /' "$TMP/.tap" | head -n 20 >&2
}

# is NAME GOT WANTED
is() {
	[ "$2" = "$3" ]
	tap_status=$?
	tap_result $tap_status "$1"
	[ $tap_status = 0 ] ||
	    printf '#      got: %s\n#   wanted: %s\n' "$2" "$3" >&2
}

# like NAME GOT EXTENDED-REGULAR-EXPRESSION
like() {
	printf '%s\n' "$2" | grep -Eq -- "$3"
	tap_status=$?
	tap_result $tap_status "$1"
	[ $tap_status = 0 ] ||
	    printf '#      got: %s\n#   not like: %s\n' "$2" "$3" >&2
}

# exits NAME STATUS COMMAND...: the exit status; its output stays in
# $TMP/out and $TMP/err
exits() {
	tap_name=$1
	tap_wanted=$2
	shift 2
	"$@" >"$TMP/out" 2>"$TMP/err"
	tap_status=$?
	[ $tap_status = "$tap_wanted" ]
	tap_result $? "$tap_name"
	[ $tap_status = "$tap_wanted" ] || {
		echo "# exit $tap_status, wanted $tap_wanted"
		head -n 10 "$TMP/err" | sed 's/^/# /'
	} >&2
}

skip() { # NAME REASON
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# serve ROOT: starts the test server on a free port; sets $port and $log
serve() {
	rm -f "$TMP/port"
	log=$TMP/server.log
	"$BIN/server" --root "$1" --port 0 --log "$log" \
	    --port-file "$TMP/port" >/dev/null 2>"$TMP/server.err" &
	tap_servers="$tap_servers $!"
	server=$!
	tap_tries=0
	until [ -s "$TMP/port" ]; do
		tap_tries=$((tap_tries + 1))
		[ $tap_tries -lt 200 ] || bail "the test server did not start"
		sleep 0.05
	done
	port=$(cat "$TMP/port")
}
