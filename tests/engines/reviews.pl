#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# Many reviews out of few: N lines made of those on standard input, each time
# with another id and author, one in twenty fetched a second time in an older
# state.  The same bytes for the same N.
#	perl reviews.pl N < REVIEWS.jsonl
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);

my $count = shift // die "usage: reviews.pl N < REVIEWS\n";
my @line = grep { /"reviewBody"/ } <STDIN>;
die "reviews.pl: no reviews\n" unless @line;
for my $n (1 .. $count) {
	my $line = $line[($n * 7919) % @line];
	my ($id, $author) = (md5_hex("id $n"), substr md5_hex("author $n"), 0, 16);
	$line =~ s/"id":"[0-9a-f]{32}"/"id":"$id"/;
	$line =~ s/"author":"[0-9a-f]{16}"/"author":"$author"/;
	print $line;
	next if $n % 20;
	$line =~ s/"fetched":"2026-/"fetched":"2025-/;
	$line =~ s/"reviewBody":"/"reviewBody":"Earlier: /;
	print $line;
}
