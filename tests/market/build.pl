#!/usr/bin/env perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.pl OUTDIR - write the example market as a static web site, from
# reviews.tsv beside this file.  Every brand, shop and person is invented.
#
#   OUTDIR/first/HOST/...   the sites at the first run
#   OUTDIR/second/HOST/...  some days later: one review edited, two new ones,
#                           one complaint answered; other pages equal bytes
#   OUTDIR/survey.csv       the answers to a survey
#
# tests/server serves it (names with ?query, FILE.headers for header lines).
# reviews.tsv is the ground truth, one row a review and state:
#   state   both, or first / second where the two states differ
#   kind host page brand item   where it stands
#   id      the native id, as the source writes it
#   date    as the source shows it: a time, a day, a month, or words
#   shown   review-site only: the words beside it, as of 2026-11-18
#   day     the true day, which only the order of pages depends on
#   rating best worst           empty: none; the hr pages write 4.5 as 4,5
#   title text author reply     \n in them is a line break
#   lang    what the text is written in, empty where there is no text
#   reply_date likes location   empty: the source does not say
#
# Traps on purpose: the retailer says that Zipkaf One has 61 reviews and
# holds fewer; ratings without text; dates in words without a datetime;
# ratings out of 10 (fa); 0 for no rating (shop interface); 8 posts a page
# whatever the limit says; after the last page 404 (review-site) or []
# (shop interface); a visible copy of the reviews beside their JSON-LD.
use strict;
use warnings;
use utf8;
use FindBin;
use lib $FindBin::Bin;
use JSON::PP;
use List::Util qw(sum0);
use Page qw(html ld chrome prop typed review_ld review_html);

my %stated = ('zipkaf-one' => 61);
my %price = ('tamarel-solo' => '289.00', 'zipkaf-one' => '49.00',
    'aurovane-s9' => '1299.00');
my $json = JSON::PP->new->canonical;
my $root;

sub put {
	my ($path, $text, @headers) = @_;
	my @part = split m{/}, $path;
	my $dir = $root;

	for my $step ('', @part[0 .. $#part - 1]) {
		$dir .= "/$step" if $step ne '';
		-d $dir or mkdir $dir or die "$dir: $!\n";
	}
	push @headers, '' if @headers;
	for (["$root/$path", $text],
	    @headers ? ["$root/$path.headers", join "\n", @headers] : ()) {
		open my $f, '>:raw:encoding(UTF-8)', $_->[0]
		    or die "$_->[0]: $!\n";
		print $f $_->[1];
		close $f or die "$_->[0]: $!\n";
	}
}

sub rows_read {
	open my $f, '<:encoding(UTF-8)', "$FindBin::Bin/reviews.tsv"
	    or die "reviews.tsv: $!\n";
	chomp(my $head = <$f>);
	my @name = split /\t/, $head;
	my @rows;

	while (my $line = <$f>) {
		chomp $line;
		my %r;
		@r{@name} = split /\t/, $line, -1;
		s/\\n/\n/g for @r{qw(title text reply)};
		push @rows, \%r;
	}
	return sort { $b->{day} cmp $a->{day} || $b->{id} cmp $a->{id} } @rows;
}

sub pages {
	my ($size, @rows) = @_;
	my @pages;
	push @pages, [splice @rows, 0, $size] while @rows;
	return @pages;
}

sub group {
	my ($rows, $kind) = @_;
	my %by;
	push @{$by{$_->{page}}}, $_ for grep { $_->{kind} eq $kind } @$rows;
	return \%by;
}

sub average {
	my @v = map { $_->{rating} } grep { $_->{rating} ne '' } @_;
	return sprintf '%.1f', @v ? sum0(@v) / @v : 0;
}

sub shop_head {
	my ($page, $reviews, @all) = @_;
	my ($brand, $item) = @{$all[0]}{qw(brand item)};
	my $at = '@type';

	return ld({ '@context' => 'https://schema.org',
	    $at => 'BreadcrumbList', itemListElement => [
	    { $at => 'ListItem', position => 1, name => 'Coffee machines' },
	    { $at => 'ListItem', position => 2, name => $item } ] }) .
	    ld({ '@context' => 'https://schema.org', $at => 'Product',
	    name => $item, sku => uc $page,
	    brand => { $at => 'Brand', name => $brand },
	    offers => { $at => 'Offer', price => $price{$page},
		priceCurrency => 'GBP' },
	    aggregateRating => { $at => 'AggregateRating',
		ratingValue => average(@all),
		reviewCount => $stated{$page} // scalar @all },
	    review => [map { review_ld($_) } @$reviews] });
}

sub shop_item {
	my ($r) = @_;
	return '<li class="rv"><b>' . '★' x $r->{rating} .
	    '☆' x (5 - $r->{rating}) . '</b> ' . html($r->{title}) . '<p>' .
	    html($r->{text}) . "</p></li>\n";
}

# Product pages with JSON-LD, linked by rel=next in the head or in the body.
sub shop_write {
	my ($by) = @_;
	for my $page (sort keys %$by) {
		my @all = @{$by->{$page}};
		my @pages = pages(10, @all);
		for my $i (0 .. $#pages) {
			my $head = shop_head($page, $pages[$i], @all);
			my $body = '<h1>' . html($all[0]{item}) .
			    "</h1>\n<ol>\n" . join('',
			    map { shop_item($_) } @{$pages[$i]}) . "</ol>\n";
			my $next = '?page=' . ($i + 2);

			if ($i < $#pages) {
				$body .= "<a rel=\"next\" href=\"$next\">" .
				    "More reviews</a>\n";
				$head = '<link rel="next" href="/p/' .
				    "$page.html$next\">\n$head"
				    if $page ne 'aurovane-s9';
			}
			put("shop.localhost/p/$page.html" .
			    ($i ? '?page=' . ($i + 1) : ''), chrome('en',
			    'shop.localhost', $all[0]{item}, $head, $body));
		}
	}
}

sub opinions_body {
	my ($lang, $reviews, $count, @all) = @_;
	my $mean = average(@all);
	$mean =~ tr/./,/ if $lang eq 'hr';
	return '<div itemscope itemtype="https://schema.org/Organization">' .
	    "\n" . prop('name', $all[0]{brand}, 'h1') . "\n" .
	    typed('aggregateRating', 'AggregateRating',
	    prop('ratingValue', $mean) . ' / ' .
	    prop('bestRating', $all[0]{best}) . ' &middot; ' .
	    prop('reviewCount', scalar @all)) .
	    join('', map { review_html($_, $lang) } @$reviews) .
	    "</div>\n<nav class=\"pages\">" . join(' ',
	    map { "<a href=\"?page=$_\">$_</a>" } 1 .. $count) . "</nav>\n";
}

# Numbered pages with microdata, one folder per language.
sub opinions_write {
	my ($by) = @_;
	my $host = 'opinions.localhost';
	for my $page (sort keys %$by) {
		my @all = @{$by->{$page}};
		my @pages = pages(10, @all);
		my ($lang) = $page =~ m{^(..)/};
		for my $i (0 .. $#pages) {
			my $text = chrome($lang, $host, $all[0]{brand}, '',
			    opinions_body($lang, $pages[$i], scalar @pages,
			    @all));
			put("$host/$page?page=" . ($i + 1), $text);
			put("$host/$page", $text) if $i == 0;
		}
		put("$host/$page?page=" . (@pages + 1), chrome($lang, $host,
		    '404', '', "<h1>404</h1>\n"), 'Status: 404');
	}
}

sub status_json {
	my ($r) = @_;
	my $text = "<p>" . html($r->{text}) . "</p>";
	my @tags = $r->{text} =~ /#(\w+)/g;
	my $odd = substr($r->{id}, -1) eq '3';
	my $url = "https://social.localhost/\@$r->{author}";

	$text =~ s{#(\w+)}{'<a href="https://social.localhost/tags/' . $1 .
	    '" class="mention hashtag" rel="tag">#<span>' . $1 .
	    '</span></a>'}ge;
	return { id => $r->{id}, created_at => $r->{date}, content => $text,
	    language => $odd ? undef : $r->{lang}, visibility => 'public',
	    sensitive => JSON::PP::false, spoiler_text => '',
	    in_reply_to_id => undef, reblog => undef,
	    favourites_count => 0 + $r->{likes}, replies_count => 0,
	    reblogs_count => 0, url => "$url/$r->{id}",
	    account => { username => $r->{author}, acct => $r->{author},
		display_name => $r->{author}, url => $url },
	    media_attachments => [], mentions => [],
	    tags => [map { { name => $_,
		url => "https://social.localhost/tags/$_" } } @tags] };
}

sub social_write {
	my ($by) = @_;
	for my $tag (sort keys %$by) {
		my @pages = pages(8, sort { $b->{id} <=> $a->{id} }
		    @{$by->{$tag}});
		my $path = "/api/v1/timelines/tag/$tag?limit=40";
		my $name = "social.localhost$path";
		# since_id: nothing is newer
		put("social.localhost" . $path =~ s/\?.*//r, '[]',
		    'Content-Type: application/json; charset=utf-8');
		for my $i (0 .. $#pages) {
			my @p = @{$pages[$i]};
			my $link = "Link: ";
			$link .= "<http://\@HOST\@$path&max_id=$p[-1]{id}>; " .
			    'rel="next", ' if $i < $#pages;
			put($name, $json->encode([map { status_json($_) } @p]),
			    'Content-Type: application/json; charset=utf-8',
			    "$link<http://\@HOST\@$path&min_id=$p[0]{id}>; " .
			    'rel="prev"', 'X-RateLimit-Limit: 300',
			    'X-RateLimit-Remaining: ' . (299 - $i));
			$name = "social.localhost$path&max_id=$p[-1]{id}";
		}
	}
}

sub store_json {
	my ($r) = @_;
	my $text = html($r->{text});
	my %id = ('Tamarel Solo' => 31, 'Tamarel Duo' => 34,
	    'Milk Jug 350 ml' => 52, 'Descaler Kit' => 57);
	my $slug = lc $r->{item} =~ s/\W+/-/gr;

	$text =~ s/([’“”])/sprintf '&#%d;', ord $1/ge;
	return { id => 0 + $r->{id}, date_created => $r->{date},
	    date_created_gmt => $r->{date},
	    product_id => $id{$r->{item}}, product_name => $r->{item},
	    product_permalink => "https://www.localhost/product/$slug/",
	    reviewer => $r->{author}, rating => 0 + ($r->{rating} || 0),
	    review => $text eq '' ? '' : "<p>$text</p>\n",
	    verified => $r->{id} % 4 ? JSON::PP::true : JSON::PP::false,
	    reviewer_avatar_urls => {} };
}

sub store_write {
	my ($by) = @_;
	my @all = @{$by->{reviews}};
	# This shop gives 20 a page, however many are asked for.
	my @pages = pages(20, @all);
	for my $i (0 .. @pages) {
		my $n = $i + 1;
		put('www.localhost/wp-json/wc/store/v1/products/reviews?' .
		    "order=desc&orderby=date&page=$n&per_page=100",
		    $json->encode([map { store_json($_) }
		    @{$pages[$i] // []}]),
		    'Content-Type: application/json; charset=UTF-8',
		    'X-WP-Total: ' . @all,
		    'X-WP-TotalPages: ' . @pages);
	}
}

sub survey_write {
	my ($by) = @_;
	my $text = "\x{feff}submission_id,submitted_at,\"How likely are you " .
	    "to recommend Tamarel to a friend or colleague? (0-10)\"," .
	    "What is the main reason for your score?,country\r\n";

	for my $r (reverse @{$by->{'survey.csv'}}) {
		my @f = @{$r}{qw(id date rating text location)};
		for (@f) {
			s/"/""/g;
			$_ = "\"$_\"" if /[",\n]/;
		}
		$text .= join(',', @f) . "\r\n";
	}
	put('survey.csv', $text);
}

sub site_write {
	my %robots = (
	    shop => "Disallow: /cart\nDisallow: /search\n",
	    opinions => "Crawl-delay: 0\nDisallow: /write\n",
	    social => "Disallow: /media_proxy/\nDisallow: /interact/\n",
	    www => "Disallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n");

	for my $h (sort keys %robots) {
		put("$h.localhost/robots.txt", "User-agent: *\n$robots{$h}");
		put("$h.localhost/index.html", chrome('en', "$h.localhost",
		    'Welcome', '', "<h1>Welcome</h1>\n"));
	}
}

my $out = shift // die "usage: build.pl OUTDIR\n";
my @rows = rows_read();
for my $state (qw(first second)) {
	my @now = grep { $_->{state} =~ /^(both|$state)$/ } @rows;

	-d $out or mkdir $out or die "$out: $!\n";
	$root = "$out/$state";
	site_write();
	shop_write(group(\@now, 'retailer'));
	opinions_write(group(\@now, 'review-site'));
	social_write(group(\@now, 'social'));
	store_write(group(\@now, 'own-site'));
}
$root = $out;
survey_write(group(\@rows, 'survey'));
