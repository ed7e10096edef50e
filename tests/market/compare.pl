#!/usr/bin/env perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# compare.pl STATE REVIEWS.jsonl... - hold what parse wrote against the
# ground truth in reviews.tsv.  STATE is first or second: which state of the
# sites was collected (second: both runs).  Prints every difference, then one
# line of counts; exits 1 if anything differs.
use strict;
use warnings;
use utf8;
use FindBin;
use JSON::PP;
binmode STDOUT, ':encoding(UTF-8)';

my ($state, @files) = @ARGV;
my (%truth, %seen, @wrong, %count);

sub folded { my $t = join ' ', split ' ', $_[0] // ''; return $t; }

open my $f, '<:encoding(UTF-8)', "$FindBin::Bin/reviews.tsv" or die "tsv: $!";
chomp(my $head = <$f>);
my @name = split /\t/, $head;
while (my $line = <$f>) {
	chomp $line;
	my %r;
	@r{@name} = split /\t/, $line, -1;
	s/\\n/\n/g for @r{qw(title text reply)};
	next if $r{state} ne 'both' && $r{state} ne $state &&
	    !($state eq 'second' && $r{state} eq 'first');
	# A review is known by brand, kind and what it says (ids are digests).
	my $key = join "\x1f", $r{brand}, $r{kind}, folded($r{title}),
	    folded($r{text}), $r{rating};
	# The two states of one review may differ in its reply only.
	@{$truth{$key}} = grep { $_->{id} ne $r{id} } @{$truth{$key} // []};
	push @{$truth{$key}}, \%r;
}

for my $file (@files) {
	open my $in, '<:raw', $file or die "$file: $!";
	while (my $line = <$in>) {
		my $r = decode_json($line);
		next if $r->{type};
		my $rating = $r->{reviewRating}{ratingValue} // '';
		my $key = join "\x1f", $r->{brand}, $r->{kind},
		    folded($r->{name}), folded($r->{reviewBody}), $rating;
		my $list = $truth{$key};
		if (!$list) {
			push @wrong, "not in the truth: $file: " .
			    join(' | ', split /\x1f/, $key);
			next;
		}
		# Ratings without text look alike: the date tells them apart.
		my ($t) = grep { ($r->{datePublished} // '') eq $_->{date} }
		    @$list;
		$t //= $list->[0];
		$seen{$key}{$r->{id}} = 1;
		push @wrong, "best of $key: " .
		    ($r->{reviewRating}{bestRating} // 'absent')
		    if $t->{rating} ne '' && $t->{best} ne '' &&
		    ($r->{reviewRating}{bestRating} // 5) ne $t->{best};
		push @wrong, "item of $key: " . ($r->{item} // 'absent')
		    if $t->{item} ne '' && ($r->{item} // '') ne $t->{item};
		push @wrong, "reply of $key" if $t->{reply} ne '' &&
		    $t->{state} ne 'second' &&
		    folded($r->{reply}{text}) ne folded($t->{reply});
		$count{reply}++ if $r->{reply};
		my $language = $r->{inLanguage} // $r->{detectedLanguage} // '';
		push @wrong, "language of $key: $language" if
		    $t->{lang} ne '' && length($t->{text}) > 60 &&
		    substr($language, 0, 2) ne $t->{lang};
		if (@$list > 1) {
			# told apart by their dates already
		} elsif ($t->{date} =~ /^\d{4}(-\d\d)?(-\d\d)?$/) {
			push @wrong, "date of $key: " .
			    ($r->{datePublished} // 'absent')
			    if ($r->{datePublished} // '') ne $t->{date};
		} elsif (length $t->{date} && !length($r->{datePublished} // '')) {
			push @wrong, "no date of $key ($t->{date})";
		}
	}
}
for my $key (sort keys %truth) {
	my $got = keys %{$seen{$key} // {}};
	$count{stated} += @{$truth{$key}};
	$count{found} += $got > @{$truth{$key}} ? @{$truth{$key}} : $got;
	push @wrong, "seen $got times, is there " . @{$truth{$key}} . ": " .
	    join(' | ', split /\x1f/, $key) if $got != @{$truth{$key}};
}
print "$_\n" for @wrong;
printf "%d of %d reviews found, %d with a reply, %d differences\n",
    $count{found} // 0, $count{stated} // 0, $count{reply} // 0,
    scalar @wrong;
exit(@wrong ? 1 : 0);
