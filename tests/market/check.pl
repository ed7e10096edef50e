#!/usr/bin/env perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check.pl - TAP: is the example market what build.pl says it is?  Builds it
# twice into temporary folders and compares reviews.tsv with what a reader
# of the pages would find, by means that share no code with the product.
use strict;
use warnings;
use utf8;
use File::Find;
use File::Temp qw(tempdir);
use FindBin;
use JSON::PP;
use List::Util qw(max min sum);
use Test::More;

my $here = $FindBin::Bin;
my $strict = JSON::PP->new;
my (@rows, %site);

sub slurp {
	my ($path) = @_;
	open my $f, '<:encoding(UTF-8)', $path or die "$path: $!\n";
	local $/;
	return scalar <$f>;
}

sub rows_read {
	my ($head, @line) = split /\n/, slurp("$here/reviews.tsv");
	my @name = split /\t/, $head;
	for (@line) {
		my %r;
		@r{@name} = split /\t/, $_, -1;
		s/\\n/\n/g for @r{qw(title text reply)};
		push @rows, \%r;
	}
}

sub tree {
	my ($dir) = @_;
	my %file;
	find({ no_chdir => 1, wanted => sub {
		$file{substr $_, length "$dir/"} = slurp($_) if -f } }, $dir);
	return %file;
}

sub plain {
	my ($h) = @_;
	$h =~ s/<br>\n?/\n/g;
	$h =~ s/<[^>]*>//g;
	$h =~ s/&#(\d+);/chr $1/ge;
	$h =~ s/&quot;/"/g;
	$h =~ s/&lt;/</g;
	$h =~ s/&gt;/>/g;
	$h =~ s/&amp;/&/g;
	$h =~ s/\A\s+|\s+\z//g;
	return $h;
}

sub count {
	my ($key, @of) = @_;
	my %n;
	$n{$_->{$key}}++ for @of;
	return \%n;
}

# What a row says, in the one form that all readers below make.
sub fact {
	my ($r) = @_;
	return join "\t", map { $_ // '' } @{$r}{qw(id date rating text author
	    reply reply_date likes)};
}

sub read_ld {
	my ($page) = @_;
	my @found;
	while ($page =~ m{<script type="application/ld\+json">(.*?)</script>}gs) {
		for my $r (@{$strict->decode($1)->{review} // []}) {
			push @found, fact({ id => $r->{'@id'},
			    date => $r->{datePublished},
			    rating => $r->{reviewRating}{ratingValue},
			    text => $r->{reviewBody},
			    author => $r->{author}{name},
			    reply => $r->{comment}{text},
			    reply_date => $r->{comment}{dateCreated},
			    likes => $r->{upvoteCount} });
		}
	}
	return @found;
}

sub read_microdata {
	my ($page) = @_;
	my @found;
	while ($page =~ m{<article [^>]*itemid="(.*?)">(.*?)</article>}gs) {
		my ($id, $body) = ($1, $2);
		my ($main, $reply) = split /<div itemprop="comment"/, $body;
		my $get = sub {
			my ($in, $p) = @_;
			return undef if !defined $in;
			return $1 if $in =~ /<meta itemprop="$p" content="(.*?)"/;
			return $1 if $in =~ /<time itemprop="$p" datetime="(.*?)"/;
			return $in =~ m{<(\w+) itemprop="$p">(.*?)</\1>}s ?
			    plain($2) : undef;
		};
		my ($who) = $main =~ m{"author".*?"name">(.*?)</span>}s;
		my $rating = $get->($main, 'ratingValue') =~ tr/,/./r;
		push @found, fact({ id => $id, rating => $rating,
		    date => $get->($main, 'datePublished'),
		    text => $get->($main, 'reviewBody'),
		    author => plain($who // ''),
		    reply => $get->($reply, 'text'),
		    reply_date => $get->($reply, 'dateCreated'),
		    likes => $get->($main, 'upvoteCount') });
	}
	return @found;
}

sub read_api {
	my ($page) = @_;
	return map { fact({ id => $_->{id}, author => $_->{reviewer} //
	    $_->{account}{username}, likes => $_->{favourites_count},
	    date => $_->{date_created_gmt} // $_->{created_at},
	    rating => $_->{rating} || undef,
	    text => plain($_->{review} // $_->{content}) }) }
	    @{$strict->decode($page)};
}

my %reader = (shop => \&read_ld, opinions => \&read_microdata,
    social => \&read_api, www => \&read_api);

sub check_pages {
	my ($state) = @_;
	for my $host (sort keys %reader) {
		my @want = sort map { fact($_) }
		    grep { $_->{host} eq "$host.localhost" &&
		    $_->{state} =~ /^(both|$state)$/ } @rows;
		my @got;
		for my $name (sort keys %site) {
			next if $name !~ m{^$state/$host\.localhost/} ||
			    $name =~ /\.headers$|robots|index/ ||
			    ($host eq 'opinions' && $name !~ /\?page/);
			push @got, $reader{$host}->($site{$name});
		}
		is_deeply([sort @got], \@want, "$state: $host says each "
		    . "review of reviews.tsv once");
	}
}

sub check_survey {
	my ($csv) = $site{'survey.csv'} =~ /^\x{feff}(.*)\z/s;
	my @want = grep { $_->{kind} eq 'survey' } @rows;
	my $n = () = $csv =~ /^rsp_\d+,\d{4}-\d\d-\d\d,\d+,.*?[A-Z,]\r$/gms;

	is($n, scalar @want, 'survey: one record for each row');
	unlike($csv, qr/,[^"\r]*"[^"]*[^",\r\n]"[^",\r\n]/, 'survey: quoted');
}

sub check_texts {
	my @text = grep { $_->{text} ne '' } @rows;
	my (%seen, @twice, %folded);
	for my $r (@text) {
		next if $r->{state} eq 'second' && $r->{reply} ne '';
		push @twice, $r->{text} if $folded{lc $r->{text} =~
		    s/\W+//gr}++;
	}
	is_deeply(\@twice, [], 'no two texts are alike');

	my $n = count('lang', @text);
	cmp_ok($n->{en} / @text, '>', 0.42, 'English: more than 42 %');
	cmp_ok($n->{en} / @text, '<', 0.50, 'English: less than half');
	cmp_ok($n->{$_}, '>=', 35, "at least 35 in $_") for qw(ar fa hr ka);
	cmp_ok($n->{$_}, '>=', 10, "at least 10 in $_") for qw(pt ru);
	cmp_ok($n->{fi} + $n->{cy}, '>=', 3, 'some in no supported language');
	cmp_ok(@rows - @text, '>=', 10, 'ratings without a text');

	my @words = map { scalar split ' ', $_->{text} } @text;
	cmp_ok(min(@words), '<=', 3, 'texts of a few words');
	cmp_ok(max(@words), '>=', 120, 'and of many');
	for my $lang (qw(ar fa hr ka)) {
		cmp_ok(max(map { scalar split ' ', $_->{text} }
		    grep { $_->{lang} eq $lang } @text), '>=', 35,
		    "long ones in $lang too");
	}
}

sub check_market {
	my %sum;
	for my $r (grep { $_->{rating} ne '' && $_->{kind} ne 'survey' }
	    @rows) {
		push @{$sum{$r->{brand}}}, ($r->{rating} - $r->{worst}) /
		    ($r->{best} - $r->{worst});
	}
	my %mean = map { $_ => sum(@{$sum{$_}}) / @{$sum{$_}} } keys %sum;
	cmp_ok(scalar @rows, '>=', 320, 'at least 320 reviews');
	cmp_ok($mean{Tamarel} - $mean{Zipkaf}, '>', 0.2, 'own over Zipkaf');
	cmp_ok($mean{Aurovane} - $mean{Zipkaf}, '>', 0.2,
	    'Aurovane over Zipkaf');
	my $kinds = count('kind', @rows);
	is(scalar keys %$kinds, 5, 'five kinds of source');
	for my $brand (sort keys %mean) {
		my $n = count('lang', grep { $_->{brand} eq $brand } @rows);
		cmp_ok(min(map { $n->{$_} } qw(en ar fa hr ka)), '>=', 9,
		    "$brand: every main language");
	}
	my @dates = map { $_->{date} } @rows;
	for my $form (qr/^\d{4}-\d\d$/, qr/^\d{4}-\d\d-\d\d$/,
	    qr/T.*[+-]\d\d:\d\d$/, qr/T.*\.\d{3}Z$/, qr/T\d\d:\d\d:\d\d$/,
	    qr/ago$/, qr/^prije /, qr/^منذ /, qr/پیش$/, qr/წინ$/) {
		cmp_ok(scalar(grep { /$form/ } @dates), '>=', 2,
		    "dates like $form");
	}
	cmp_ok(scalar(grep { $_->{reply} ne '' } @rows), '>=', 8, 'replies');
	is(scalar(grep { $_->{state} eq 'first' } @rows), 2, 'two change');
	is(scalar(grep { $_->{state} eq 'second' } @rows), 4,
	    'and two are new');
	my ($said) = $site{'first/shop.localhost/p/zipkaf-one.html'} =~
	    /"reviewCount" : (\d+)/;
	cmp_ok($said, '>', scalar(grep { $_->{page} eq 'zipkaf-one' } @rows),
	    'the short source says more than it holds');
}

sub check_plan {
	my $plan = slurp("$here/sayso.json.in");
	$plan =~ s{^\s*//.*\n}{}gm;
	$plan =~ s/\@PORT\@/8080/g;
	$plan = eval { $strict->decode($plan) };
	ok($plan, 'the plan is JSON with comments');
	my @missing;
	for my $s (map { @{$_->{sources}} } @{$plan->{brands}}) {
		my $url = $s->{params}{start} // $s->{params}{base} // next;
		$url =~ s{^http://(.*?):8080/}{first/$1/};
		push @missing, $url if !exists $site{$url};
	}
	is_deeply(\@missing, [], 'the plan names pages that are there');
}

binmode $_, ':encoding(UTF-8)' for Test::More->builder->output,
    Test::More->builder->failure_output;
rows_read();
my @dir = map { tempdir(CLEANUP => 1) } 1, 2;
for (@dir) {
	system($^X, "$here/build.pl", $_) == 0 or BAIL_OUT('build.pl fails');
}
%site = tree($dir[0]);
is_deeply({ tree($dir[1]) }, \%site, 'built twice, the same bytes');
check_pages($_) for qw(first second);
check_survey();
check_texts();
check_market();
check_plan();
done_testing();
