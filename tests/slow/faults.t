#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What servers do wrong, all of it, in bounded memory (see tests/faults/run).
. tests/tap.sh

plan 1
exits "every fault is survived" 0 tests/faults/run "$BIN"
echo "# $(cat "$TMP/out")" >&2
