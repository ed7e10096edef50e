#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reviews to tallies by Hadoop Streaming.
#	hadoop.sh IN OUT
# IN: a folder of JSON Lines as parse writes them; OUT: a new folder.
# Then, with the program at hand:
#	score merge $(hadoop fs -cat OUT/reviews/part-* | score expect) \
#	    OUT/tallies/part-*
#
# $STREAMING  the command that runs Hadoop Streaming
# $SCORE      the program's path on every machine (-files or an image)
# $MAPS       how many tasks read each input, at least
# $MAP        options of score map, such as --plan FILE
# $OPTIONS    more generic options, such as -D mapreduce.framework.name=local
set -e
: "${STREAMING:=hadoop jar hadoop-streaming.jar}" "${SCORE:=./score}"
: "${MAPS:=2}" "${MAP:=}" "${OPTIONS:=}"
[ $# = 2 ] || { echo "usage: hadoop.sh IN OUT" >&2; exit 2; }

# Of equal ids the greatest version; one machine holds all lines of an id.
$STREAMING $OPTIONS -D mapreduce.job.maps="$MAPS" \
    -D mapreduce.job.reduces="$MAPS" \
    -input "$1" -output "$2/reviews" \
    -mapper "$SCORE dedup --keys" -reducer "$SCORE dedup --grouped"

# Sums of integers: Hadoop's own reducer does it.
$STREAMING $OPTIONS -D mapreduce.job.maps="$MAPS" \
    -D stream.map.input.ignoreKey=true \
    -input "$2/reviews" -output "$2/tallies" \
    -mapper "$SCORE map --partial=long $MAP" -reducer aggregate
