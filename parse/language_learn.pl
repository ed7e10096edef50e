#!/usr/bin/perl
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes language_table.c: what letter n-grams say about the language of a
# text.  `make language-table`, or by hand from the top folder:
#	perl parse/language_learn.pl lexicon/samples >parse/language_table.c
#
# Learns from lexicon/samples/<tag>.txt: sentences and phrases, one a line, #
# begins a comment; and from <tag>.latin.txt, a language typed in Latin letters
# that has its own.  Not from the word lists: five languages have them, and
# what they add to these they take from the rest (measured: German, French and
# Portuguese taken for English).  Integers only and everything sorted, so that
# the same samples give the same bytes on every machine.  The shape of the
# table: language_table.h.
use strict;
use warnings;
use integer;
use utf8;
use Unicode::Normalize qw(NFC NFD);

my $PLAIN = 2;		# a copy as typed in a hurry weighs 1 of this
my $SMOOTH = 160;	# weight of the background in a language's own counts

my $SEEN = 4;	# least weighted count of a gram worth a place
my $KEEP = 40000;	# grams in the table
my $DISTANT = 160;	# units that a language must be ahead which is seldom
			# met, lest its neighbours lose their short texts
my $WORD = 3;	# LANGUAGE_WORD: the order after grams of 2, 3 and 4
my $UNITS = 4;			# LANGUAGE_UNITS
my $WEIGHT_MAX = 63;
my $BUCKETS = 1 << 14;
my $ONE = 40;			# probabilities are in units of 2^-40

# As language_letter.c has them.
my %LETTERS = (
	LATIN => 'a-z\x{AA}\x{BA}\x{DF}-\x{F6}\x{F8}-\x{2AF}\x{1E00}-\x{1EFF}',
	CYRILLIC => '\x{400}-\x{481}\x{48A}-\x{52F}',
	ARABIC => '\x{620}-\x{63F}\x{641}-\x{64A}\x{66E}\x{66F}\x{671}-\x{6D3}' .
	    '\x{6D5}\x{6EE}\x{6EF}\x{6FA}-\x{6FF}\x{750}-\x{77F}\x{8A0}-\x{8C7}',
);
my @SCRIPTS = sort keys %LETTERS;

# Serbian is written in both scripts, and its words are those of hr.tsv.
my %TWO = ('lj' => 'љ', 'nj' => 'њ', 'dž' => 'џ');
my %ONE = map { (split //)[0, 1] } qw(aа bб cц dд eе fф gг hх iи jј kк lл mм nн
    oо pп rр sс tт uу vв zз čч ćћ đђ šш žж);

sub cyrillic {
	my ($line) = @_;
	return '' if $line =~ /[qwxy]/ || $line !~ /[a-z]/;
	$line =~ s/(lj|nj|dž)/$TWO{$1}/g;
	$line =~ s/(.)/$ONE{$1} \/\/ $1/ge;
	return $line;
}

# The line as people type it who have no patience or the wrong keyboard.
sub plain {
	my ($line, $tag) = @_;
	$line =~ tr/یک/يك/ if $tag eq 'fa';
	$line =~ tr/әғқңөұүіһ/агкноууих/ if $tag eq 'kk';
	$line =~ tr/ı/i/;
	return $line if $tag =~ /^(?:ru|uk|be|bg|mk|kk|ar|fa|ur)$/;
	$line =~ tr/đłøß/dlos/;
	$line = NFD($line);
	$line =~ s/\p{M}//g;
	return $line;
}

# A little for English: most short texts that could be several are that.
# Serbian Cyrillic has letters of its own and needs no benefit of the doubt.
my %PRIOR = (en => 8, 'hr CYRILLIC' => -80,
    (map { ("$_ LATIN" => -$DISTANT) } qw(ar fa ka)), map { $_ => -$DISTANT }
    qw(az be bg ca cy et hi id lt lv mk sk sl sq sw tl ur vi));

# ---- counting ----

my (%count, %total);	# {script}[order]{gram}{tag}, {script}[order]{tag}

sub count_word {
	my ($script, $tag, $word, $weight) = @_;
	my $framed = " $word ";
	my $length = length $framed;
	my @grams;
	for my $order (0 .. $WORD - 1) {
		push @grams, map { [$order, substr $framed, $_, $order + 2] }
		    0 .. $length - $order - 2;
	}
	push @grams, [$WORD, $word] if $length >= 5;
	for (@grams) {
		my ($order, $gram) = @$_;
		$count{$script}[$order]{$gram}{$tag} += $weight;
		$total{$script}[$order]{$tag} += $weight;
	}
}

sub count_line {
	my ($tag, $line, $weight) = @_;
	$line =~ s/[\x{300}-\x{36F}\x{610}-\x{61A}\x{640}\x{64B}-\x{65F}\x{670}]//g;
	$line =~ s/(.)\1\1+/$1$1/g;
	for my $script (@SCRIPTS) {
		count_word($script, $tag, $1, $weight)
		    while $line =~ /([$LETTERS{$script}]+)/g;
	}
}

sub learn_line {
	my ($tag, $line) = @_;
	$line =~ tr/İ/i/;
	$line = NFC(lc $line);
	count_line($tag, $line, $PLAIN);
	my $plain = plain($line, $tag);
	count_line($tag, $plain, 1) if $plain ne $line;
	my $other = $tag eq 'hr' ? cyrillic($line) : '';
	count_line($tag, $other, $PLAIN) if $other ne '';
}

sub lines {
	my ($path) = @_;
	open my $file, '<:encoding(UTF-8)', $path or die "$path: $!\n";
	my @lines = grep { !/^#/ } <$file>;
	close $file or die "$path: $!\n";
	chomp @lines;
	return @lines;
}

# Names and slips in another script than a language's own say nothing.
my %WRITTEN = ((map { $_ => 'ARABIC' } qw(ar fa ur)), hr => 'LATIN CYRILLIC',
    (map { $_ => 'CYRILLIC' } qw(be bg kk mk ru uk)),
    (map { $_ => '' } qw(el he hy ka)));
my %TYPED;	# those that are typed in Latin letters too

sub is_written_in {
	my ($tag, $script) = @_;
	return $script eq 'LATIN' && $TYPED{$tag} ||
	    ($WRITTEN{$tag} // 'LATIN') =~ /$script/;
}

# ---- weights ----

# UNITS * log2(x), rounded down, without floating point.
sub log_units {
	my ($x) = @_;
	my $whole = 0;
	$whole++ while $x >> ($whole + 1);
	my $m = $whole > 30 ? $x >> ($whole - 30) : $x << (30 - $whole);
	my $result = $whole;
	for (my $unit = 1; $unit < $UNITS; $unit *= 2) {
		$m = ($m * $m) >> 30;
		$result *= 2;
		if ($m >> 31) {
			$m >>= 1;
			$result++;
		}
	}
	return $result;
}

# What each class gains by a gram above its floor, and how much the gram
# tells: counts times weights.
sub weigh {
	my ($script, $order, $gram, $tags) = @_;
	my $of = $count{$script}[$order]{$gram};
	my $totals = $total{$script}[$order];
	my $background = 0;
	$background += ($of->{$_} << $ONE) / $totals->{$_} for sort keys %$of;
	$background /= @$tags;
	my %weight;
	for my $tag (sort keys %$of) {
		my $gain = (($of->{$tag} << $ONE) / ($background || 1)) * 16 /
		    $SMOOTH;
		my $weight = log_units(16 + $gain) - log_units(16);
		$weight = $WEIGHT_MAX if $weight > $WEIGHT_MAX;
		next if $weight <= 0;
		$weight{$tag} = $weight;
	}
	return (\%weight, $background);
}

sub hash_of {
	my ($gram, $is_word) = @_;
	my $h = $is_word ? 84696351 : 2166136261;
	$h = (($h ^ ord) * 16777619) & 0xFFFFFFFF for split //, $gram;
	return $h ^ $h >> 15;
}

# ---- the table ----

sub quoted {
	my ($string) = @_;
	$string =~ s/([\\?"])/\\$1/g;
	$string =~ s/((?:\\?.){1,70})/"$1"\n/g;
	chomp $string;
	return $string eq '' ? '""' : $string;
}

sub digit { return chr(35 + $_[0]) }

sub print_classes {
	my ($classes) = @_;
	print "const struct language_class language_classes[] = {\n";
	for (@$classes) {
		my ($tag, $script) = @$_;
		my @floor = map { my $n = $total{$script}[$_]{$tag} || 0;
		    log_units($SMOOTH) - log_units($SMOOTH + $n) } 0 .. $WORD;
		my $prior = $PRIOR{"$tag $script"} // $PRIOR{$tag} // 0;
		print "\t{\"$tag\", SCRIPT_$script, $prior, {",
		    join(', ', @floor), "}},\n";
	}
	print "};\nconst unsigned language_class_count = ", scalar @$classes,
	    ";\n\n";
}

# Drops what other languages have in this script by accident, and gives the
# grams that are worth a place.
sub grams_of {
	my ($script, $tags) = @_;
	my %is_ours = map { $_ => 1 } @$tags;
	my @grams;
	for my $order (0 .. $WORD) {
		my $all = $count{$script}[$order];
		for my $gram (sort keys %$all) {
			my $of = $all->{$gram};
			my $seen = 0;
			delete @$of{grep { !$is_ours{$_} } keys %$of};
			$seen += $_ for values %$of;
			next if $seen < $SEEN;
			push @grams, [$script, $order, $gram,
			    weigh($script, $order, $gram, $tags)];
		}
	}
	return @grams;
}

sub main {
	my ($folder) = @_;
	for my $path (sort glob "$folder/*.txt") {
		my ($tag, $typed) = $path =~ m{([a-z]+)(\.latin)?\.txt$} or next;
		$TYPED{$tag} = 1 if $typed;
		learn_line($tag, $_) for lines($path);
	}
	my (@classes, %class, @grams);
	for my $script (@SCRIPTS) {
		my @tags = grep { is_written_in($_, $script) }
		    sort keys %{$total{$script}[0]};
		for my $tag (@tags) {
			$class{$script}{$tag} = @classes;
			push @classes, [$tag, $script];
		}
		push @grams, grams_of($script, \@tags);
	}
	@grams = sort { $b->[4] <=> $a->[4] || $a->[2] cmp $b->[2] ||
	    $a->[1] <=> $b->[1] } @grams;
	$#grams = $KEEP - 1 if @grams > $KEEP;
	my (@bucket, %taken);
	for (@grams) {
		my ($script, $order, $gram, $weight) = @$_;
		my $h = hash_of($gram, $order == $WORD);
		my $check = digit($h >> 14 & 63) . digit($h >> 20 & 63);
		my $at = $h & $BUCKETS - 1;
		next if $taken{$at, $check}++;
		my @in = sort { $a->[0] <=> $b->[0] }
		    map { [$class{$script}{$_}, $weight->{$_}] } keys %$weight;
		push @{$bucket[$at]}, $check . digit(scalar @in) .
		    join '', map { digit($_->[0]) . digit($_->[1]) } @in;
	}
	print "/* SPDX-License-Identifier: GPL-3.0-or-later */\n",
	    "/* Made by language_learn.pl from lexicon/samples/; do not edit. */\n",
	    "#include \"language_table.h\"\n\n";
	print_classes(\@classes);
	print "const char *const language_buckets[LANGUAGE_BUCKETS] = {\n";
	print quoted(join '', @{$bucket[$_] || []}), ",\n"
	    for 0 .. $BUCKETS - 1;
	print "};\n";
}

binmode STDOUT, ':raw';
main($ARGV[0] // 'lexicon/samples');
close STDOUT or die "write: $!\n";
