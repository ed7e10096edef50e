#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every test that sayso-violations(7) names is there.
. tests/tap.sh

plan 2
named=$(sed -n 's/^\.Bq //p' parse/sayso-violations.7 | tr -d , | tr ' ' '\n' |
    sort -u)
missing=
for name in $named; do
	case $name in
	*:*) grep -qs "cmocka_unit_test(${name#*:})" \
	    "tests/unit/${name%%:*}.c" || missing="$missing $name" ;;
	*) [ -s "tests/$name" ] || missing="$missing $name" ;;
	esac
done
is "no test is missing" "$missing" ""
like "there are many" "$(echo $named | wc -w)" '^ *[2-9][0-9]'
