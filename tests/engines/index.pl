#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# index.pl FOLDER FILE: the lines of a URL index about the responses in a
# WARC file whose records are gzip members, as Common Crawl's server writes
# them with output=json.
use strict;
use warnings;
use Compress::Raw::Zlib;
my ($folder, $name) = @ARGV;
open my $in, '<:raw', "$folder/$name" or die "$name: $!\n";
my $bytes = do { local $/; <$in> };
my $offset = 0;
while (length $bytes) {
	my $inflate = Compress::Raw::Zlib::Inflate->new(-WindowBits => WANT_GZIP,
	    -ConsumeInput => 1);
	my ($before, $record) = (length $bytes, '');
	$inflate->inflate($bytes, $record) == Z_STREAM_END or die "damaged\n";
	my $length = $before - length $bytes;
	my ($type) = $record =~ /^WARC-Type: (\w+)/m;
	my ($url) = $record =~ /^WARC-Target-URI: (\S+)/m;
	my ($status) = $record =~ m{^HTTP/\S+ (\d+)}m;
	my ($mime) = $record =~ /^Content-Type: (text\/html)/m;
	printf qq({"url":"%s","timestamp":"20261118090000","status":"%s",) .
	    qq("mime":"%s","filename":"%s","offset":"%d","length":"%d"}\n),
	    $url, $status, $mime // 'unk', $name, $offset, $length
	    if $type eq 'response';
	$offset += $length;
}
