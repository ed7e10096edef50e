#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reviews to a summary with GNU parallel, on one machine or by ssh on many.
#	parallel.sh REVIEWS.jsonl OUT
# REVIEWS: lines without doubles (score dedup FILE... makes it); OUT: a new
# folder for the tallies and the summary.
#
# $SCORE   the program
# $BLOCK   bytes of reviews a task reads (parallel's --block)
# $REMOTE  more options, such as --sshloginfile HOSTS
# $PLAN    the plan, where there is one
set -e
: "${SCORE:=score}" "${BLOCK:=64M}" "${REMOTE:=}" "${PLAN:=}"
[ $# = 2 ] || { echo "usage: parallel.sh REVIEWS OUT" >&2; exit 2; }
mkdir -p "$2"

# No pipe between the tasks and the sum: a shell knows only its last status.
parallel --will-cite --halt now,fail=1 $REMOTE --pipepart -a "$1" \
    --block "$BLOCK" "$SCORE" map ${PLAN:+--plan "$PLAN"} > "$2/tallies.tsv"
expected=$("$SCORE" expect "$1")
"$SCORE" merge $expected ${PLAN:+--plan "$PLAN"} \
    --reviews "$1" -o "$2/summary" "$2/tallies.tsv"
