#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# Every figure of a report leads to its reviews: walks all cells of all tables
# and all figures of the cards.  figures.pl REPORT prints what is wrong, and
# leaves NAME TAB N, SQL and the number of quotes of every list in OUT.names,
# OUT.sql and OUT.quotes: figures.pl REPORT OUT.  An N that no figure says is "-".
use strict;
use warnings;
use open qw(:std :utf8);

my ($report, $out) = @ARGV;
open my $file, '<:encoding(UTF-8)', $report or die "$report: $!\n";
my $page = do { local $/; <$file> };
my ($body) = $page =~ m{<main.*?>(.*)</main>}s or die "no main\n";
my %id = map { $_ => 1 } $page =~ /\bid="([^"]+)"/g;
my (%n, %cells, $figures);

sub plain {
	my ($s) = @_;

	$s =~ s/<svg.*?<\/svg>//gs;
	$s =~ s/<[^>]*>//g;
	$s =~ s/&#39;/'/g; $s =~ s/&#96;/`/g; $s =~ s/&quot;/"/g;
	$s =~ s/&lt;/</g; $s =~ s/&gt;/>/g; $s =~ s/&amp;/&/g;
	return $s;
}
sub number { my ($s) = @_; $s =~ s/,//g; return $s; }
sub wrong { print "@_\n"; }

# ---- the lists ----

open my $names, '>', "$out.names" or die;
open my $sql, '>', "$out.sql" or die;
open my $quotes, '>', "$out.quotes" or die;
while ($body =~ m{<div class="way" id="(w\d+)".*?</div>}gs) {
	my ($way, $list) = ($1, $&);
	my ($count) = $list =~ m{<p>([\d,]+) reviews?</p>};
	my @code = map { plain($_) } $list =~ m{<code dir="ltr">(.*?)</code>}gs;
	my ($name) = $code[0] =~ /^score explain '(.*)'$/s;

	$n{$way} = defined $count ? number($count) : '-';
	wrong("$way: no command: $code[0]") unless defined $name;
	$name =~ s/'\\''/'/g;
	print $names "$name\t$n{$way}\n";
	print $quotes scalar(() = $list =~ /<li>/g), "\n";
	print $sql defined $code[1] ? "$code[1];\n" : "\n";
	for ($list =~ /href="#([^"]+)"/g) {
		wrong("$way: no place $_") unless $id{$_} || $_ eq '-';
	}
}
$body =~ s{<section class="ways".*}{}s;

# ---- the figures ----

sub look {
	my ($where, $cell) = @_;
	my $text = plain($cell);
	my @links = $cell =~ m{<a( class="of")? href="#([^"]+)">(.*?)</a>}gs;

	return if $text =~ /^[^0-9]*$/ || $text =~ /^\s*0\s*$/ ||
	    $text =~ /\bn = 0\b/;
	$figures++;
	wrong("$where: no way: $text") if !@links;
	while (my ($loose, $to, $words) = splice @links, 0, 3) {
		wrong("$where: no place $to") unless $id{$to};
		next if $loose || $to !~ /^w\d/;
		my $shown = plain($words);
		my ($of) = $shown =~ /n = ([\d,]+)/;
		($of) = $text =~ /n = ([\d,]+)/
		    if !defined $of && $words =~ /<b/;
		($of) = $shown =~ /^\s*([\d,]+)/ if !defined $of;
		if ($shown =~ /([\d,]+) good, ([\d,]+) mixed, ([\d,]+) bad/) {
			$of = number($1) + number($2) + number($3);
		}
		wrong("$where: $shown of $text is " . ($of // 'none') .
		    ", the list has $n{$to}")
		    unless defined $of && number($of) eq $n{$to};
	}
}

while ($body =~ m{<table>\n<caption id="([^"]+)">(.*?)</table>}gs) {
	my ($table, $rows) = ($1, $2);

	while ($rows =~ m{<td( class="([^"]*)")?[^>]*>(.*?)</td>}gs) {
		my ($class, $cell) = ($2 // '', $3);

		look($table, $cell) if $class =~ /number|figure/;
	}
}
while ($body =~ m{<(dd|p class="n")>(.*?)</(dd|p)>}gs) {
	my ($element, $cell) = ($1, $2);

	look('card', $cell) if $element ne 'dd' || $cell =~ /class="n"/;
}
wrong("no figures") unless $figures;
print STDERR "$figures figures, ", scalar keys %n, " lists\n";
