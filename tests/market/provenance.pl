#!/usr/bin/env perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# provenance.pl WORKSPACE < pages of score explain - does every review stand
# where its page says?  Opens the capture at the offset, and compares the time
# and the beginning of the text with what is there.  Prints what does not, and
# how many reviews it looked at.
use strict;
use warnings;
use utf8;
use Encode qw(decode_utf8);
use IO::Uncompress::Gunzip qw(gunzip $GunzipError);

my ($ws) = @ARGV;
my ($looked, $wrong) = (0, 0);
binmode STDOUT, ':encoding(UTF-8)';

sub record {
	my ($file, $offset) = @_;
	my $record = '';

	open my $f, '<:raw', "$ws/captures/$file" or return '';
	seek $f, $offset, 0;
	gunzip($f => \$record, MultiStream => 0) or return '';
	# The body as the server sent it.
	if ($record =~ /^content-encoding: gzip\r$/mi &&
	    $record =~ /\r\n\r\n(.*?\r\n\r\n)(.*)/s) {
		my ($head, $body) = ("$`$1", $2);

		gunzip(\$body => \my $plain) or return '';
		return $head . $plain;
	}
	return $record;
}

# Letters only, whatever the page wrote them as.
sub plain {
	my ($t) = @_;

	$t =~ s/\\u([0-9a-fA-F]{4})/chr hex $1/ge;
	$t =~ s/\\[nrt]/ /g;
	$t =~ s/\\(.)/$1/g;
	$t =~ s/&#x([0-9a-fA-F]+);/chr hex $1/ge;
	$t =~ s/&#([0-9]+);/chr $1/ge;
	$t =~ s/&[a-z]+;/ /g;
	$t =~ s/<[^>]*>/ /g;
	$t =~ s/[^\p{L}\p{N}]+//g;
	return lc $t;
}

my $pages = decode_utf8(do { local $/; <STDIN> });
for my $page (split /\n----\n\n/, $pages) {
	next if $page !~ /^review   (\S+)/m;
	my $id = $1;
	my ($file, $offset) = $page =~ /^from     (\S+) at (\d+)$/m;
	my ($fetched) = $page =~ /^fetched  (\S+)$/m;
	my ($address) = $page =~ m{^address  (https?://\S+)$}m;
	# Behind the head, up to the words that decided.
	my $said_part = $page =~ s/\n\nfrom .*//sr;
	my ($text) = $said_part =~
	    /\n\n(.*?)(?:\n\n(?:words that|aspects)|\z)/s;

	$looked++;
	if (!defined $file || !defined $fetched || (!defined $address &&
	    $page !~ /^of +\S.*Survey/m)) {
		print "$id: no way back\n";
		next;
	}
	my $record = decode_utf8(record($file, $offset));
	my $said = substr plain($text // ''), 0, 24;

	if ($record !~ /^WARC-Date: \Q$fetched\E\r$/m ||
	    index(plain($record), $said) < 0) {
		print "$id: not in $file at $offset: $said\n";
		$wrong++;
	}
}
print "$looked looked at, $wrong wrong\n";
