#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the tree promises about itself.
. tests/tap.sh

plan 14

# One library, one door in each program: FILES that open it, per room.
door() { # NAME PATTERN
	for room in fetch parse score; do
		files=$(grep -lE "#[[:space:]]*include[[:space:]]*[<\"]$2" \
		    $room/*.c $room/*.h 2>/dev/null)
		[ "$(echo $files | wc -w)" -le 1 ] || {
			echo "$1 is opened by: $files"
			return 1
		}
	done
}
behind() { # HEADER FILES: nobody else includes it
	[ "$(grep -l "include \"$1\"" fetch/*.[ch] parse/*.[ch] score/*.[ch] |
	    tr '\n' ' ')" = "$2 " ]
}
ok "curl has one door" door curl 'curl/'
ok "which three files go through" behind http_library.h \
    "fetch/http.c fetch/http_answer.c fetch/http_url.c"
ok "libxml2 has one door" door libxml2 'libxml/'
ok "which four files go through" behind html_library.h "parse/html_node.c \
parse/html_read.c parse/html_reference.c parse/xpath_library.c"
ok "sqlite has one door a program" door sqlite 'sqlite3\.h'
ok "cJSON has one door" door cJSON '(cjson/)?cJSON\.h'
gsl() { [ "$(grep -l 'include <gsl/' fetch/*.c parse/*.c score/*.c)" = \
    score/distribution.c ]; }
ok "GSL has one door" gsl
linear() { [ "$(grep -lE '[<"]linear\.h[>"]' fetch/*.c parse/*.c score/*.c)" = \
    score/logistic.c ]; }
ok "liblinear has one door" linear
sandbox_door() { [ "$(grep -lE 'include <(seccomp|linux/landlock)\.h>' fetch/*.[ch] \
    parse/*.[ch] score/*.[ch])" = parse/sandbox.c ]; }
ok "seccomp and Landlock have one door" sandbox_door
one_rename() { [ "$(grep -lE '(^|[^_a-z])rename\(' fetch/*.c parse/*.c score/*.c)" = \
    fetch/publish.c ]; }
ok "only publish.c renames" one_rename

top=$(git ls-files 2>/dev/null | sed 's,/.*,,' | sort -u |
    grep -Evx 'fetch|parse|score|include|tests|lexicon|Makefile|README\.md|LICENSE|\..*')
is "the top level holds nothing else" "$top" ""

pages=$(ls fetch/*.[157] parse/*.[157] score/*.[157])
lint() { [ -z "$(mandoc -T lint -W warning $pages 2>&1 |
    grep -v 'referenced manual not found' | tee "$TMP/lint")" ] ||
    { cat "$TMP/lint"; false; }; }
if command -v mandoc >/dev/null; then
	ok "manual pages are lint clean" lint
else
	skip "manual pages are lint clean" "no mandoc"
fi

missing=
for page in $(sed -n 's/^\.Xr \(sayso-[a-z]*\) \([157]\).*/\1.\2/p' $pages |
    sort -u); do
	ls fetch/$page parse/$page score/$page 2>/dev/null | grep -q . ||
	    missing="$missing $page"
done
is "every page of ours that a page names exists" "$missing" ""

# What is read of a page's attributes must stay in its tree.
idle=
for name in $(grep -oh '"\(data\|aria\)-[a-z-]*"' parse/*.c | sort -u); do
	grep -q "$name" parse/attributes.c || idle="$idle $name"
done
is "no attribute that is read is left away" "$idle" ""
