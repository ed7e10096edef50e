# SPDX-License-Identifier: GPL-3.0-or-later
#
# The HTML of the example market: a page with the usual things around the
# data, and one review as JSON-LD or as microdata.  Used by build.pl, which
# describes the rows; strings in and out are characters, not bytes.
package Page;
use strict;
use warnings;
use utf8;
use Exporter qw(import);
use JSON::PP;

our @EXPORT_OK = qw(html ld chrome prop typed review_ld review_html);

my %helpful = (en => 'people found this helpful', ar => 'وجدوا هذا مفيدًا',
    fa => 'نفر این را مفید دانستند', hr => 'osoba smatra ovo korisnim',
    ka => 'ადამიანმა ჩათვალა სასარგებლოდ');
my $pretty = JSON::PP->new->canonical->pretty->indent_length(1);

sub html {
	my ($t) = @_;
	$t =~ s/&/&amp;/g;
	$t =~ s/</&lt;/g;
	$t =~ s/>/&gt;/g;
	$t =~ s/"/&quot;/g;
	$t =~ s/\n/<br>\n/g;
	return $t;
}

sub ld { "<script type=\"application/ld+json\">\n" . $pretty->encode($_[0]) .
    "</script>\n" }

# The page around the data, as sites have it.
sub chrome {
	my ($lang, $host, $title, $head, $body) = @_;
	my $dir = $lang =~ /^(ar|fa)$/ ? ' dir="rtl"' : '';
	my $org = ld({ '@context' => 'https://schema.org',
	    '@type' => 'Organization', name => ucfirst($host =~ s/\..*//r),
	    url => "https://$host/", logo => "https://$host/img/logo.svg" });

	return <<"END";
<!DOCTYPE html>
<html lang="$lang"$dir>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<link rel="stylesheet" href="/css/site.css">
$head$org<script>window.dataLayer=window.dataLayer||[];(function(w){w.t0=+new
Date;if(w.t0<1){document.write("<div class=review></div>")}})(window);</script>
</head>
<body>
<header><a class="logo" href="/">$host</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/search?q=">Search</a></li>
<li><a href="/cart">Basket (0)</a></li><li><a href="/help">Help</a></li></ul>
</nav></header>
<main>
$body</main>
<aside><h2>Newsletter</h2><form action="/newsletter"><input name="mail"
placeholder="you\@example.org"><button>Sign up</button></form></aside>
<footer><p>&copy; 2026 $host &middot; <a href="/terms">Terms</a></p></footer>
</body>
</html>
END
}

sub review_ld {
	my ($r) = @_;
	my %v = ('@type' => 'Review', '@id' => $r->{id},
	    datePublished => $r->{date},
	    author => { '@type' => 'Person', name => $r->{author} },
	    reviewRating => { '@type' => 'Rating',
		ratingValue => $r->{rating} });

	$v{name} = $r->{title} if $r->{title} ne '';
	$v{reviewBody} = $r->{text} if $r->{text} ne '';
	$v{upvoteCount} = 0 + $r->{likes} if $r->{likes} ne '';
	$v{comment} = { '@type' => 'Comment', text => $r->{reply},
	    dateCreated => $r->{reply_date}, author => {
		'@type' => 'Organization', name => "$r->{brand} Service" } }
	    if $r->{reply} ne '';
	return \%v;
}

# An itemprop with its own type, or nothing where the text is empty.
sub typed {
	my ($prop, $type, $text) = @_;
	return $text eq '' ? '' : "<div itemprop=\"$prop\" itemscope " .
	    "itemtype=\"https://schema.org/$type\">$text</div>\n";
}

sub prop {
	my ($prop, $text, $tag, $attr) = @_;
	$tag //= 'span';
	$attr //= '';
	return $text eq '' ? '' :
	    "<$tag itemprop=\"$prop\"$attr>" . html($text) . "</$tag>";
}

sub rating_html {
	my ($r, $lang) = @_;
	my ($v, $best) = @{$r}{qw(rating best)};
	my $meta = "<meta itemprop=\"ratingValue\" content=\"$v\">" .
	    "<meta itemprop=\"bestRating\" content=\"$best\">";

	return typed('reviewRating', 'Rating', $lang eq 'hr' ?
	    prop('ratingValue', $v =~ tr/./,/r) . ' / ' .
	    prop('bestRating', $best) :
	    $lang eq 'fa' ? $meta . "$v از $best" =~ tr/0-9/۰-۹/r :
	    "$meta<i class=\"stars s$v\"></i>");
}

sub review_html {
	my ($r, $lang) = @_;
	my $when = $r->{date} eq $r->{shown} ? '' : " datetime=\"$r->{date}\"";
	my $answered = " datetime=\"$r->{reply_date}\"";

	return '<article itemprop="review" itemscope itemtype="' .
	    "https://schema.org/Review\" itemid=\"$r->{id}\">\n" .
	    rating_html($r, $lang) . prop('name', $r->{title}, 'h3') . "\n" .
	    prop('reviewBody', $r->{text}, 'p') . "\n" .
	    typed('author', 'Person', prop('name', $r->{author})) .
	    typed('locationCreated', 'Place', prop('name', $r->{location})) .
	    prop('datePublished', $r->{shown}, 'time', $when) . "\n" .
	    ($r->{likes} eq '' ? '' : '<small>' .
	    prop('upvoteCount', $r->{likes}) . " $helpful{$lang}</small>\n") .
	    ($r->{reply} eq '' ? '' : typed('comment', 'Comment',
	    prop('author', $r->{brand}, 'b') .
	    prop('dateCreated', $r->{reply_date}, 'time', $answered) .
	    prop('text', $r->{reply}, 'p'))) . "</article>\n";
}

1;
