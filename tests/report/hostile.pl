#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# A workspace whose reviews hold, in every field, what people try on those who
# show texts of strangers.  hostile.pl FOLDER: writes its plan and reviews.
use strict;
use warnings;
use utf8;
use JSON::PP;

my ($folder) = @ARGV;
my @strings = (
	q{<script>alert(1)</script>},
	q{</script><script>alert(2)</script>},
	q{"><img src=x onerror=alert(3)>},
	q{' onmouseover='alert(4)},
	q{<svg/onload=alert(5)>},
	q{javascript:alert(6)},
	q{</title></style></textarea><script>alert(7)</script>},
	q{<!--<script>alert(8)</script>-->},
	q{<iframe src="https://evil.example/"></iframe>},
	q{<meta http-equiv=refresh content="0;url=https://evil.example/">},
	q{<base href="https://evil.example/">},
	q{&lt;script&gt;alert(9)&lt;/script&gt;},
	q{{{constructor.constructor('alert(10)')()}}},
	q{${alert(11)} `alert(12)`},
	q{=cmd|' /C calc'!A0},
	q{+1+1}, q{-2+3+cmd|' /C calc'!A0}, q{@SUM(1+1)*cmd|' /C calc'!A0},
	qq{\t=1+1}, qq{\r=HYPERLINK("https://evil.example/","x")},
	q{=IMPORTXML("https://evil.example/","//a")}, qq{\x{FF1D}1+1},
	q{![x](https://evil.example/p.png)}, q{[x](javascript:alert(13))},
	q{| a | b |}, qq{line\n# heading\n- item\n> quote\n```\ncode},
	q{<a href="javascript:alert(14)">x</a>},
	qq{\x{202E}txt.exe\x{2066}\x{2067}}, qq{\x{200F}\x{061C}abc},
	qq{\x{1B}[31mred\x{1B}[0m\x{1B}]0;title\x{07}}, qq{a\x{00}b\x{08}\x{7F}},
	qq{e} . "\x{301}" x 500,
	q{]]><!ENTITY x SYSTEM "file:///etc/passwd"><x>&x;},
	q{'; DROP TABLE review; --},
	q{../../../../etc/passwd}, q{%00%0d%0aSet-Cookie:x=1}, q{%s%n%d},
	'a' x (1 << 20),
);
my $json = JSON::PP->new->canonical->ascii;
my @brands = ('Own <script>alert(20)</script>', "=1+1 | \x{202E}rival",
	'"><img src=x onerror=alert(21)>');

sub out {
	my ($name, $bytes) = @_;

	open my $file, '>', $name or die "$name: $!\n";
	print $file $bytes or die "$name: $!\n";
	close $file or die "$name: $!\n";
}

sub review {
	my ($brand, $i, $s) = @_;
	my $praise = $i % 2;

	return {id => sprintf('%08x%024x', 1000 * $brand + $i, 0),
	    source => substr($s, 0, 300), kind => 'retailer',
	    brand => $brands[$brand], item => substr($s, 0, 200),
	    url => $i % 3 ? "https://shop.example/r/$i?a=1&b=2" :
	    substr($s, 0, 300), inLanguage => $i % 7 ? 'en' : substr($s, 0, 60),
	    reviewRating => {ratingValue => $praise ? 5 : 1, bestRating => 5,
	    worstRating => 1}, name => substr($s, 0, 400),
	    reviewBody => ($praise ? 'I love it, it is great. ' :
	    'Terrible, it broke, a waste of money. ') . $s,
	    author => substr($s, 0, 200), location => substr($s, 0, 200),
	    datePublished => sprintf('2026-%02d-%02d', 4 + $i % 6, 1 + $i % 28),
	    capture => {file => substr($s, 0, 200), offset => $i,
	    fetched => '2026-11-01T00:00:00Z'}};
}

mkdir "$folder/reviews";
mkdir "$folder/reviews/a.b";
out("$folder/sayso.json", $json->encode({contact => 'a@example.org',
    brands => [map +{name => $brands[$_] =~ s/[^ -~\x{80}-\x{2000}]//gr,
    role => $_ ? 'competitor' : 'own'}, 0 .. 2]}));
my @lines;
for my $brand (0 .. 2) {
	push @lines, $json->encode(review($brand, $_, $strings[$_]))
	    for 0 .. $#strings;
}
out("$folder/reviews/a.b/20261101T000000Z.jsonl",
    join('', map "$_\n", @lines));
