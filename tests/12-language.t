#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is learned from the samples is what the tree holds.
. tests/tap.sh

plan 2

fresh() {
	perl parse/language_learn.pl lexicon/samples >"$TMP/table.c" || return 1
	cmp "$TMP/table.c" parse/language_table.c || {
		echo "run: make language-table"
		return 1
	}
}
ok "the language table is that of the samples" fresh

# Perl hashes differ from run to run; the table must not.
steady() {
	PERL_HASH_SEED=1 perl parse/language_learn.pl lexicon/samples |
	    cmp - "$TMP/table.c"
}
ok "the order of a hash leaves no trace" steady
