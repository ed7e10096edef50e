#!/usr/bin/env perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# explained.pl NAMES < pages of score explain - does every figure count as many
# reviews as figures.pl says?  A list that shows its first fifty may be of
# more.  Prints those that do not, and how many figures there were.
use strict;
use warnings;

open my $f, '<', $ARGV[0] or die "$ARGV[0]: $!\n";
my @figure = map { chomp; [split /\t/] } <$f>;
my @page = split /\n====\n\n/, do { local $/; <STDIN> };

print scalar @page, " pages of ", scalar @figure, " figures\n"
    if @page != @figure;
for my $i (0 .. $#figure) {
	my ($name, $n) = @{$figure[$i]};
	my ($said, $count) = ($page[$i] // '') =~
	    /^((\d+) (?:reviews|by|counted)|no reviews: \S)/;

	if (!defined $said) {
		print "$name: no answer\n";
		next;
	}
	print "$name: another figure\n" if
	    index($page[$i], "\nfigure   $name\n") < 0;
	next if $n eq '-' || ($name =~ m{/unanswered$} && $n == 50 &&
	    ($count // 0) >= 50);
	print "$name: ", $count // "no reviews", ", not $n\n" if !defined $count || $count != $n;
}
print scalar @figure, " figures\n";
