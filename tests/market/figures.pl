#!/usr/bin/env perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# figures.pl SUMMARY.JSON - every figure of a summary by its name, one a line:
# NAME TAB N TAB VALUE, where N is how many reviews it must have been made of;
# "-" where it is no count and has no n, or no value.  Shares no code with the
# product.
use strict;
use warnings;
use JSON::PP;

binmode STDOUT, ':encoding(UTF-8)';
open my $f, '<', $ARGV[0] or die "$ARGV[0]: $!\n";
my $summary = JSON::PP->new->utf8->decode(do { local $/; <$f> });

my %key = (
	brands => ['name'], comparisons => ['competitor'],
	alerts => [qw(brand source what first)],
	sources => [qw(brand source)], languages => ['language'],
	months => ['month'], items => ['item'], aspects => ['aspect'],
	stages => ['stage'], headToHead => [qw(other aspect)],
	answering => ['source'], churn => ['period'],
	words => [qw(word language)], quotes => ['id'],
	unanswered => ['id'], list => ['id'],
	aspectQuotes => [qw(aspect label id)],
);
# Numbers that are no count of reviews.
my %other = map { $_ => 1 } qw(summary intervalPercent offset strength
	coverage p q z weight mean rank value agreement months window expected
	complaintsPerDay usual low high meanStarsP negativeShareP complaintP
	usualReviews usualComplaints medianMinutes medianLow medianHigh own
	competitor keptOwn keptCompetitor effectiveOwn effectiveCompetitor
	strata oddsRatio oddsP needed authors records bad comparisonsMade alertsNow
	customers lost now ownN competitorN);

sub label {
	my ($list, $element, $place) = @_;
	my @part = grep { defined && length } map { $element->{$_} }
	    @{$key{$list} // []};
	return 'all' if !@part && $list eq 'answering';
	return @part ? join('/', @part) : $place;
}

sub figure {
	my ($name, $n, $value) = @_;
	print "$name\t$n\t", $value // '-', "\n";
}

sub walk {
	my ($name, $list, $v) = @_;
	my $path = length $name ? "$name/" : '';

	if (ref $v eq 'ARRAY') {
		figure($name, scalar @$v, scalar @$v) if $list eq 'unanswered' && @$v;
		for my $i (0 .. $#$v) {
			if (ref $v->[$i] eq 'HASH') {
				walk($path . label($list, $v->[$i], $i + 1),
				    $list, $v->[$i]);
			} elsif ($list eq 'stars') {
				figure($path . ($i + 1), $v->[$i], $v->[$i]);
			}
		}
	} elsif (ref $v eq 'HASH' && exists $v->{method} && exists $v->{n}) {
		figure($name, exists $v->{ownN} ? $v->{ownN} +
		    $v->{competitorN} : $list eq 'replyEffect' || $name =~ m{/churn/} ? '-' :
		    $v->{n}, $v->{value});
	} elsif (ref $v eq 'HASH') {
		walk($path . $_, $_, $v->{$_}) for grep {
			$_ ne 'capture' && $_ ne 'example' } sort keys %$v;
	} elsif (!ref $v && $list =~ /^(own|competitor)$/ &&
	    $name =~ m{/words/}) {
		figure($name, $v, $v);
	} elsif (!ref $v && $v =~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/ &&
	    $list !~ /^(rating|bestRating|month|date|first|last|peak|id|text|
	    item|word|words|period|name|asOf|language|label)$/x) {
		figure($name, $other{$list} ? '-' : $v, $v);
	}
}

for my $brand (@{$summary->{brands}}) {
	my %rest = %$brand;
	my $total = delete $rest{total};

	walk($brand->{name}, 'total', $total);
	walk("$brand->{name}/$_", $_, $rest{$_}) for sort keys %rest;
}
delete $summary->{brands};
walk('', '', $summary);
