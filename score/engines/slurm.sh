#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#SBATCH --job-name=sayso --array=0-99 --ntasks=1 --mem=1G
# Reviews to tallies by a Slurm array: task I of N reads every N-th file.
#	sbatch --export=ALL,REVIEWS=DIR,OUT=DIR slurm.sh
# and when all have ended
#	score merge $(cat "$REVIEWS"/*.jsonl | score expect) "$OUT"/*.tsv
# The files must hold no doubles among them (score dedup, or one run's
# reviews/).  A task that is run again writes the same file again.
set -e
: "${REVIEWS:?a folder of JSON Lines}" "${OUT:?a folder for the tallies}"
: "${SCORE:=score}" "${SLURM_ARRAY_TASK_ID:=0}" "${SLURM_ARRAY_TASK_COUNT:=1}"

part=$OUT/$SLURM_ARRAY_TASK_ID.tsv
set --
number=0
for file in "$REVIEWS"/*.jsonl; do
	[ $((number % SLURM_ARRAY_TASK_COUNT)) != "$SLURM_ARRAY_TASK_ID" ] ||
	    set -- "$@" "$file"
	number=$((number + 1))
done
# With no file map would wait for standard input.
if [ $# = 0 ]; then set -- /dev/null; fi
"$SCORE" map "$@" > "$part.tmp.$$"
mv "$part.tmp.$$" "$part"
