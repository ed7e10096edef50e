#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes fold_table.c: what every character of Unicode is to the word engine.
# `perl fold.pl >fold_table.c`.
#
# The table is kept in the repository, because a newer Perl carries a newer
# Unicode and the same sources must give the same scores on every machine;
# this script is how it was made and how it is made again.  fold.h says what
# the numbers mean.

use strict;
use warnings;
use feature qw(fc);
use charnames ();
use Unicode::Normalize qw(NFKD NFKC);
use Unicode::UCD;

use constant {
	GAP => 0, DROP => 1, CLAUSE => 2, STOP => 3, EXCLAIM => 4,
	QUESTION => 5, APOSTROPHE => 6, EMOJI => 7, SELF => 8, HYPHEN => 9,
	CAPITAL => 0x8000, SEVERAL => 0x4000, PAGE => 128,
	EXPANSION_MAX => 4,
};

# Punctuation and signs that mean something to the rules; the rest is a gap.
my %sign;
sub sign { my $class = shift; $sign{ord $_} = $class for split //, shift }
sign(CLAUSE, ",;:()[]{}\x{60C}\x{61B}\x{3001}\x{2013}\x{2014}\x{2015}" .
    "\x{FF0C}\x{FF1A}\x{FF1B}\x{FF08}\x{FF09}\x{FE10}\x{FE13}\x{387}|");
sign(STOP, ".\n\x{B}\x{C}\x{85}\x{2028}\x{2029}\x{2026}\x{6D4}\x{3002}" .
    "\x{FF0E}\x{FF61}\x{964}\x{589}\x{2022}");
sign(EXCLAIM, "!\x{A1}\x{203C}\x{2049}\x{FF01}\x{55C}");
sign(QUESTION, "?\x{BF}\x{61F}\x{FF1F}\x{2047}\x{2048}\x{37E}");
sign(APOSTROPHE, "'`\x{B4}\x{2018}\x{2019}\x{201B}\x{2BC}\x{2BB}\x{2B9}" .
    "\x{FF07}\x{55A}\x{5F3}");
sign(HYPHEN, "-\x{2010}\x{2011}\x{2012}\x{2212}");
sign(GAP, "\x{200C}");		# ZWNJ: Persian writes its endings behind it
sign(DROP, "\x{640}");		# tatweel

# Letters that Unicode does not take apart but people type as the plain one.
my %plain = (
	"\x{111}" => 'd', "\x{F0}" => 'd', "\x{F8}" => 'o', "\x{142}" => 'l',
	"\x{E6}" => 'ae', "\x{153}" => 'oe', "\x{FE}" => 'th',
	"\x{131}" => 'i', "\x{127}" => 'h', "\x{167}" => 't',
	"\x{14B}" => 'n', "\x{237}" => 'j', "\x{1DD}" => 'e',
	"\x{259}" => 'e',
	# Arabic and Persian: forms of one letter that keyboards mix
	"\x{671}" => "\x{627}", "\x{622}" => "\x{627}",
	"\x{623}" => "\x{627}", "\x{625}" => "\x{627}",
	"\x{672}" => "\x{627}", "\x{673}" => "\x{627}",
	"\x{675}" => "\x{627}",
	"\x{649}" => "\x{64A}", "\x{6CC}" => "\x{64A}",
	"\x{6CD}" => "\x{64A}", "\x{6D2}" => "\x{64A}",
	"\x{6D3}" => "\x{64A}", "\x{626}" => "\x{64A}",
	"\x{620}" => "\x{64A}", "\x{6D0}" => "\x{64A}",
	"\x{6CE}" => "\x{64A}", "\x{678}" => "\x{64A}",
	"\x{6A9}" => "\x{643}", "\x{6AA}" => "\x{643}",
	"\x{624}" => "\x{648}", "\x{676}" => "\x{648}",
	"\x{629}" => "\x{647}", "\x{6C0}" => "\x{647}",
	"\x{6C1}" => "\x{647}", "\x{6C2}" => "\x{647}",
	"\x{6C3}" => "\x{647}", "\x{6D5}" => "\x{647}",
	"\x{6BE}" => "\x{647}", "\x{6FF}" => "\x{647}",
	# Hebrew finals are letters of their own on the keyboard: kept.
);
# Old Georgian capitals and their small forms are today's letters.
$plain{chr(0x2D00 + $_)} = chr(0x10D0 + $_) for 0 .. 0x25;

# Scripts whose accents people leave out; elsewhere a mark is a vowel.
my $bare = qr/^[\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Common}]/;
my $accent = qr/[\x{300}-\x{36F}\x{483}-\x{489}\x{591}-\x{5BD}\x{5BF}\x{5C1}
	\x{5C2}\x{5C4}\x{5C5}\x{5C7}\x{610}-\x{61A}\x{64B}-\x{65F}\x{670}
	\x{6D6}-\x{6DC}\x{6DF}-\x{6E4}\x{6E7}\x{6E8}\x{6EA}-\x{6ED}
	\x{8D3}-\x{8E1}\x{8E3}-\x{8FF}\x{1AB0}-\x{1AFF}\x{1DC0}-\x{1DFF}
	\x{20D0}-\x{20FF}\x{FE20}-\x{FE2F}\x{640}]/xx;
# Letters that Unicode takes apart but readers do not.
my %whole = map { $_ => 1 } ("\x{439}", "\x{457}", "\x{45E}");

sub fold_letter
{
	my ($letter) = @_;
	return chr(ord('0') + Unicode::UCD::num($letter))
	    if $letter =~ /\p{Nd}/;
	my $small = fc $letter;
	return $small if $whole{$small};
	# The special letters first: taken apart, the hamza would be left.
	my $text = join '', map { $plain{$_} // $_ } split //, fc NFKC $small;
	if ($text =~ $bare) {
		$text = NFKD $text;
		$text =~ s/$accent//g;
		$text =~ s/[\x{2BC}\x{2B9}\x{B7} ]//g;
	}
	return $letter if length $text > 1 && $text !~ $bare;
	$text = fc $text;
	$text = join '', map { $plain{$_} // $_ } split //, $text;
	$text = NFKC $text if $text !~ $bare;
	return join '', map { /\p{Nd}/ ?
	    chr(ord('0') + Unicode::UCD::num($_)) : $_ } split //, $text;
}

sub is_emoji
{
	my ($c, $char) = @_;
	return 0 if $c < 0x2190 || ($c >= 0x3000 && $c < 0x1F000);
	return 1 if $char =~ /\p{Extended_Pictographic}/;
	return $c >= 0x2600 && $c <= 0x27BF && $char =~ /\p{So}/;
}

my (@expansion, %expansion_at);

sub expansion
{
	my ($text) = @_;
	$text = substr $text, 0, EXPANSION_MAX;
	if (!exists $expansion_at{$text}) {
		$expansion_at{$text} = @expansion;
		push @expansion, [map { ord } split //, $text];
	}
	return SEVERAL | $expansion_at{$text};
}

sub entry
{
	my ($c) = @_;
	return GAP if $c >= 0xD800 && $c <= 0xDFFF;
	my $char = chr $c;
	return $sign{$c} if exists $sign{$c};
	return DROP if $char =~ $accent || $char =~ /\p{Cf}/ ||
	    $char =~ /\p{Variation_Selector}/ ||
	    ($c >= 0x1F3FB && $c <= 0x1F3FF);
	return EMOJI if is_emoji($c, $char);
	return GAP unless $char =~ /[\p{L}\p{N}\p{M}]/;
	return GAP if $char =~ /\p{So}/;
	my $text = fold_letter($char);
	return DROP if $text eq '';
	return GAP if $text =~ /[^\p{L}\p{N}\p{M}]/;
	my $capital = $char =~ /\p{Lu}/ ? CAPITAL : 0;
	return SELF if $text eq $char && $c >= 0x2000;
	return $capital | ord $text
	    if length $text == 1 && ord $text < SEVERAL;
	return $capital | expansion($text);
}

my (@page, %page_at, @index);
for (my $c = 0; $c < 0x20000; $c += PAGE) {
	# Scripts of scholars would fill half of the table: they stand
	# for themselves.
	my @row = $c >= 0x10100 && $c < 0x1D400 ? ((SELF) x PAGE) :
	    map { entry($c + $_) } 0 .. PAGE - 1;
	my $row = join ',', @row;
	if (!exists $page_at{$row}) {
		$page_at{$row} = @page;
		push @page, $row;
	}
	push @index, $page_at{$row};
}
die "too many pages\n" if @page > 256;

sub wrapped
{
	my ($text) = @_;
	my $out = '';
	while (length $text > 78) {
		my $at = rindex $text, ',', 77;
		$out .= "\t" . substr($text, 0, $at + 1) . "\n";
		$text = substr $text, $at + 1;
	}
	return $out . "\t$text\n";
}

my $version = Unicode::UCD::UnicodeVersion();
print "/* SPDX-License-Identifier: GPL-3.0-or-later */\n",
    "/* Made by fold.pl from Unicode $version; do not edit. */\n",
    "#include \"fold.h\"\n\n",
    "const uint8_t fold_index[FOLD_PAGES] = {\n",
    wrapped(join ',', @index), "};\n\n",
    "const uint16_t fold_page[][FOLD_PAGE] = {\n";
print "{\n", wrapped($_), "},\n" for @page;
print "};\n\nconst struct fold_several fold_several[] = {\n",
    wrapped(join ',', map { "{${\scalar @$_},{" . join(',', @$_) . "}}" }
    @expansion), "};\n";
