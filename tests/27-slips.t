#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What people write wrongly into a plan or on a command line, and what they
# are told: each slip was let through once, or was told so that nobody could
# mend it.
. tests/tap.sh

plan 38
w=$TMP/w
mkdir "$w"

plan_of() { # MEMBERS OF-THE-SOURCE
	printf '{ "contact": "me@shop.example",%s "brands": [\n' "$1"
	printf ' { "name": "Ours", "role": "own", "sources": [\n'
	printf '  { "recipe": "html-pages",%s\n' "$2"
	printf '   "params": { "start": "https://shop.example/p" } } ] } ] }\n'
}

slip() { # NAME PATTERN: the plan is refused by all three, and why
	like "$1" "$("$BIN/fetch" -C "$w" --dry-run 2>&1 >"$TMP/out" \
	    </dev/null; echo " = $?")" '= 2$'
	like "$1: what is said" "$("$BIN/score" -C "$w" 2>&1)" "$2"
}

plan_of '' ' "language": "English",' > "$w/sayso.json"
slip "a language by its name" \
    'sayso.json:3: "language": a language is written as en or pt-BR'
plan_of '' ' "item": "  ",' > "$w/sayso.json"
slip "a blank item" 'sayso.json:3: "item": an empty string'
plan_of ' "delay_ms": -1,' '' > "$w/sayso.json"
slip "a number is told with its key" \
    'sayso.json:1: "delay_ms": a whole number from 0 to'
plan_of ' "authors_key": { "file": "key" },' '' > "$w/sayso.json"
slip "a key that is not there" 'sayso.json:1: "authors_key": .*/key: No such'
plan_of '' ' "item": "Caf'"$(printf '\351')"'",' > "$w/sayso.json"
slip "Latin-1" 'sayso.json:3: not UTF-8 at byte 0xE9; save the file as UTF-8'
{ echo '# our plan'; plan_of '' ''; } > "$w/sayso.json"
slip "a comment of the shell" "sayso.json:1: unexpected '#'"
plan_of '' '' | iconv -f UTF-8 -t UTF-16 > "$w/sayso.json"
slip "UTF-16" 'sayso.json:1: not UTF-8 at byte 0xFF'

# A FIFO for a plan: nobody waits for one who never writes.
rm "$w/sayso.json"
mkfifo "$w/sayso.json"
for program in fetch parse score; do
	like "$program does not wait for a plan" "$(timeout 10 "$BIN/$program" \
	    -C "$w" 2>&1; echo " = $?")" 'sayso.json:1: nothing in it'
done
like "a plan through a pipe that is written to" "$(plan_of '' '' |
    "$BIN/score" merge --plan /dev/stdin /dev/null; echo "= $?")" '= 0'
rm "$w/sayso.json"

# A recipe of one's own lies beside the plan, from wherever cron begins.
cat > "$w/own.json" <<'END'
{ "recipe": 1, "id": "own", "title": "ours", "docs": "none", "terms": "ours",
  "verified": "by this test", "kind": "retailer",
  "request": { "url": "https://shop.example/own" },
  "paginate": { "type": "none" }, "read": { "format": "auto" } }
END
for name in ./own.json own.json "$w/own.json"; do
	printf '%s "%s" } ] } ] }' '{ "contact": "me@shop.example", "brands":
	[ { "name": "Ours", "role": "own", "sources": [ { "recipe":' \
	    "$name" > "$w/sayso.json"
	is "a recipe beside the plan: ${name##*/w/}" \
	    "$("$BIN/fetch" -C "$w" --dry-run 2>&1)" \
	    "$(printf 'ours.own\thttps://shop.example/own')"
done
is "and from inside the workspace" \
    "$(cd "$w" && "$BIN/fetch" --dry-run 2>&1)" \
    "$(printf 'ours.own\thttps://shop.example/own')"

plan_of '' '' | sed 's/html-pages/html-page/' > "$w/sayso.json"
exits "a recipe that is not shipped" 2 "$BIN/fetch" -C "$w" --dry-run
like "is told by its name" "$(cat "$TMP/err")" \
    'sayso.json:3: no recipe is called "html-page" .*fetch sources lists'

# The command line.
plan_of '' '' > "$w/sayso.json"
for day in x 2026-02-30 2026-11; do
	exits "as of $day" 2 "$BIN/score" -C "$w" --as-of $day
done
exits "merge as of x" 2 "$BIN/score" merge --as-of x /dev/null
like "what a day is" "$(cat "$TMP/err")" 'as-of: no day such as 2026-11-21: x'
exits "no folder" 2 "$BIN/score" -C "$TMP/none"
exits "seconds in words" 2 "$BIN/fetch" -C "$w" --max-time soon
like "of which option" "$(cat "$TMP/err")" '^fetch: --max-time: a whole number'
exits "yesterday" 2 "$BIN/fetch" -C "$w" --now yesterday
like "how a time is written" "$(cat "$TMP/err")" 'is written 2026-11-21T08:'
is "help fits 80 columns" "$(for program in fetch parse score; do
	"$BIN/$program" --help; done | awk 'length > 80')" ""

# Every option of the help is in the manual.
options_of() { grep -Eo -- '--[a-z][a-z-]+' | sort -u; }
helped() { # PROGRAM [COMMAND...]
	program=$1
	shift
	"$BIN/$program" --help
	for command; do "$BIN/$program" "$command" --help; done
}
while read -r program commands; do
	helped $program $commands | options_of > "$TMP/helped"
	mandoc -T ascii "$program/sayso-$program.1" |
	    sed "s/.$(printf '\b')//g" | options_of |
	    comm -23 "$TMP/helped" - > "$TMP/missing"
	is "$program's options are in its manual" "$(cat "$TMP/missing")" ""
done <<'END'
fetch init add sources robots
parse
score check annotate eval learn explain dedup expect map reduce merge
END
