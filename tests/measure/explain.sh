#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# CPU seconds of score explain: a review, a figure of few reviews, of a word,
# of an aspect, of a list, and of all reviews of a brand.
#
#	explain.sh N	(BIN and BUILD name the programs and a place to work)
set -eu
count=$1
ws=$BUILD/bench/summary.$count

[ -d "$ws/reviews" ] || {
	echo "no reviews in $ws: make bench-summary first" >&2
	exit 1
}
"$BIN/score" -C "$ws" || [ $? = 3 ]

# measure NAME...: as score explain takes them
measure() {
	perl -e '
		my $pid = open(my $out, "-|", @ARGV) or die;
		chomp(my $first = <$out>);
		1 while <$out>;
		close $out or exit 1;
		my (undef, undef, $u, $s) = times;
		printf "%8.2f s CPU  %s: %s\n", $u + $s,
		    join(" ", @ARGV[4 .. $#ARGV]), $first;' \
	    "$BIN/score" explain -C "$ws" "$@"
}

of='.brands[0] | .name as $b |'
summary=$ws/summary/summary.json
measure "$(jq -r '.brands[0].unanswered[0].id' "$summary")"
for way in '"\($b)/languages/\(.languages[-1].language)/stars/2"' \
    '"\($b)/months/\(.months[-1].month)/complaints"' \
    '"\($b)/words/\(.words[-1].word)/\(.words[-1].language)/reviews"' \
    '"\($b)/aspects/\(.aspects[-1].aspect)/negative"' \
    '"\($b)/unanswered"' '"\($b)/reviews"'; do
	measure "$(jq -r "$of $way" "$summary")"
done
measure --rescan "$(jq -r "$of \"\\(\$b)/stars/1\"" "$summary")"
