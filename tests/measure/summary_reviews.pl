#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# Reviews as a large workspace holds them, for measuring: made of the example
# market's sentences, by a generator of its own so that every machine makes
# the same bytes.  Stars are J-shaped and go with the sentences; one in fifty
# is fetched again with an edit; three brands, four sources, three years.
#
#	summary_reviews.pl N MARKET.TSV FOLDER
use strict;
use warnings;

my ($count, $market, $folder) = @ARGV;
my @brand = ('Aurovane', 'Brunnhall', 'Tamarel');
my @source = (['Market Square', 'retailer'], ['Judge it', 'review-site'],
    ['Forum', 'social'], ['Own shop', 'own-site']);
my @item = map { "Machine S$_" } 1 .. 12;
our $state = 20261121;

# Lehmer's generator (Park and Miller 1988).
sub below {
	$state = $state * 48271 % 2147483647;
	return $state % $_[0];
}

my (%mood, %language);
open my $in, '<:encoding(UTF-8)', $market or die "$market: $!\n";
chomp(my $head = <$in>);
my @name = split /\t/, $head;
while (my $line = <$in>) {
	chomp $line;
	my %row;
	@row{@name} = split /\t/, $line, -1;
	my $text = $row{text} or next;
	my $stars = $row{rating} =~ /^[1-5]$/ ? $row{rating} : 3;
	my $lang = $row{lang} =~ /^([a-z]{2})/ ? $1 : 'en';
	$text =~ s/\\n/ /g;
	$text =~ s/(["\\])/\\$1/g;
	push @{$mood{$lang}[$stars]}, $text =~ /\S[^.!?]{12,}[.!?]*/g;
	$language{$lang}++;
}
my @language = ('en') x 7;
push @language, grep { my $l = $_; $l ne 'en' && !grep { !$mood{$l}[$_] ||
    @{$mood{$l}[$_]} < 3 } 1, 5 } sort keys %language;

sub day {
	my ($day) = @_;		# days since 2023-11-01
	my @length = (30, 31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31);
	my ($year, $month) = (2023, 11);
	for (;;) {
		my $n = $length[($month - 11) % 12];
		$n = 28 if $month == 2 && $year != 2024;
		last if $day < $n;
		$day -= $n;
		($year, $month) = $month == 12 ? ($year + 1, 1) :
		    ($year, $month + 1);
	}
	return sprintf '%d-%02d-%02d', $year, $month, $day + 1;
}
my @day = map { day($_) } 0 .. 1115;

sub text {
	my ($lang, $stars) = @_;
	my $pool = $mood{$lang}[$stars] // $mood{$lang}[$stars < 3 ? 1 : 5];
	return join ' ', map { $pool->[below(scalar @$pool)] }
	    0 .. below(5);
}

my @stars = ((5) x 55, (4) x 18, (3) x 8, (2) x 6, (1) x 13);
my $per_file = 50000;
my $out;

sub put {
	my ($i, $edit) = @_;
	# All of a review but the edit follows from its number.
	my $mixed = $i + 1;
	$mixed = ($mixed ^ $mixed >> 15) * 73244475 % 4294967296 for 1 .. 3;
	local $state = $mixed % 2147483646 + 1;
	my $b = below(3);
	my ($source, $kind) = @{$source[below(4)]};
	my $stars = $stars[below(100)];
	my $lang = $language[below(scalar @language)];
	my $at = below(1104);
	my $id = sprintf '%08x%08x%08x%08x', $i * 2654435761 % 4294967296,
	    $i ^ 0x5bd1e995, $i * 40503 % 4294967296, $i;
	my $text = text($lang, $stars);
	my $reply = below(10) < 3 ? sprintf(',"reply":{"text":"Thank you ' .
	    'for telling us.","dateCreated":"%s"}', $day[$at + below(10)]) :
	    '';
	printf {$out} '{"id":"%s","source":"%s","kind":"%s","brand":"%s",' .
	    '"item":"%s","url":"https://shop.example/r/%d","inLanguage":' .
	    '"%s","reviewRating":{"ratingValue":%d,"bestRating":5,' .
	    '"worstRating":1},"name":"%s","reviewBody":"%s","author":"%x",' .
	    '"datePublished":"%s"%s,"capture":{"file":"own.shop/a.warc.gz"' .
	    ',"offset":%d,"fetched":"2026-11-%02dT00:00:00Z"}}' . "\n", $id,
	    $source, $kind, $brand[$b], $item[below(12)], $i, $lang, $stars,
	    substr($text, 0, 8) =~ /^(\w*)/ ? $1 : '',
	    $text . ($edit ?
	    ' Edited.' : ''), below($count), $day[$at], $reply, $i * 700,
	    $edit ? 11 : 10;
}

for my $i (0 .. $count - 1) {
	if ($i % $per_file == 0) {
		my $name = sprintf '%s/%06d.jsonl', $folder, $i / $per_file;
		open $out, '>:encoding(UTF-8)', $name or die "$name: $!\n";
	}
	put($i, 0);
	put(below($i), 1) if $i % 50 == 49;
}
close $out or die "$folder: $!\n";
