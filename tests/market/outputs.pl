#!/usr/bin/env perl
# SPDX-License-Identifier: GPL-3.0-or-later
#
# outputs.pl SUMMARY - is every value of the tables, metrics and feeds of a
# summary's folder that of its summary.json?  Prints what is not, columns and
# metrics that it cannot place, and how many values it compared.  Shares no
# code with the product.
use strict;
use warnings;
use JSON::PP;

my ($folder) = @ARGV;
my $compared = 0;
binmode STDOUT, ':encoding(UTF-8)';

sub slurp {
	my ($name) = @_;
	open my $f, '<', "$folder/$name" or die "$name: $!\n";
	local $/;
	return <$f>;
}
my $summary = JSON::PP->new->utf8->decode(slurp('summary.json'));
my %brand = map { $_->{name} => $_ } @{$summary->{brands}};
my ($own) = grep { $_->{role} eq 'own' } @{$summary->{brands}};

sub same {
	my ($where, $got, $wanted) = @_;
	$wanted = $wanted ? 1 : 0 if JSON::PP::is_bool($wanted);
	$got = $got eq 'yes' ? 1 : $got eq 'no' ? 0 : $got
	    if defined $wanted && $wanted =~ /^[01]$/;
	$compared++;
	return if $got eq ($wanted // '');
	return if defined $wanted && $wanted =~ /^-?[0-9.e+-]+$/i &&
	    $got =~ /^-?[0-9.e+-]+$/i && $got == $wanted;
	print "$where: $got, not ", $wanted // 'nothing', "\n";
}

sub camel {
	my ($name) = @_;
	$name =~ s/_(.)/\U$1/g;
	return $name;
}

# ---- CSV ----
sub rows {
	my ($name) = @_;
	my (@rows, @row);
	my $text = slurp("$name.csv");
	utf8::decode($text);
	$text =~ s/^\x{FEFF}//;
	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n)/g) {
		my ($quoted, $field, $end) = ($1, $1 // $2, $3);
		$field =~ s/""/"/g if defined $quoted;
		# What a spreadsheet would run stands behind an apostrophe.
		$field =~ s/^'(?=[=+\-@\t\r])//;
		push @row, $field;
		next if $end eq ',';
		push @rows, [@row];
		@row = ();
	}
	my $head = shift @rows;
	return map { my %r; @r{@$head} = @$_; \%r } @rows;
}

# A column of a row whose figures are members of `v`, by other names in %name.
sub column {
	my ($where, $v, $column, $got, $name) = @_;
	my ($base, $part) = $column =~ /^(.*)_(low|high|n|formula|note)$/ ?
	    ($1, $2) : ($column, 'value');
	my $member = $name->{$base} // camel($base);

	if ($column =~ /^stars_([1-5])$/) {
		my $stars = $name->{stars} // 'stars';
		return same($where, $got, $v->{$stars} && $v->{$stars}[$1 - 1]);
	}
	my $of = exists $name->{$column} ? $v->{$name->{$column}} :
	    $v->{camel($column)};
	return same($where, $got, $of) if defined $of && (!ref $of ||
	    JSON::PP::is_bool($of));
	$of = $v->{$member};
	return same($where, $got, scalar @$of) if ref $of eq 'ARRAY';
	return same($where, $got, $part eq 'n' ? 0 : undef) if !ref $of;
	$of = $of->{$part eq 'formula' ? 'method' : $part};
	# Of nothing no formula and no note is told.
	$of = undef if $part =~ /^(formula|note)$/ && !$v->{$member}{n} &&
	    !exists $v->{$member}{value};
	same($where, $got, $of);
}

# The rows of a table are those of a list, in its order.
sub table {
	my ($table, $list, $keys, $name) = @_;
	my %key = map { $_ => 1 } @$keys;
	my @rows = rows($table);

	print "$table: ", scalar @rows, " rows of ", scalar @$list, "\n"
	    if @rows != @$list;
	for my $i (0 .. ($#rows < $#$list ? $#rows : $#$list)) {
		for my $column (sort keys %{$rows[$i]}) {
			next if $key{$column};
			column("$table.csv $i $column", $list->[$i], $column,
			    $rows[$i]{$column}, $name // {});
		}
	}
}

sub of_brands {
	my ($member) = @_;
	return [map { my $b = $_; map { +{%$_, brand => $b->{name},
	    role => $b->{role}} } @{$b->{$member} // []} }
	    @{$summary->{brands}}];
}

my %stated = map { ("$_->{brand}/$_->{source}" => $_) } @{$summary->{sources}};
table('brands', [map { +{%{$_->{total}}, brand => $_->{name},
    role => $_->{role}} } @{$summary->{brands}}], []);
table('sources', [map { my $s = $stated{"$_->{brand}/$_->{source}"} // {};
    +{%$_, map {; $_ => $s->{$_} } grep { exists $s->{$_} }
    qw(stated status stop short)} } @{of_brands('sources')}], []);
table($_, of_brands($_), []) for qw(languages months items);
table('alerts', $summary->{alerts}, [], {days => 'window'});
table('answering', of_brands('answering'), []);
table('aspects', [map { my $b = $_; (map { +{%$_, brand => $b->{name},
    level => 'aspect', name => $_->{aspect}} } @{$b->{aspects}}),
    (map { +{%$_, brand => $b->{name}, level => 'stage',
    name => $_->{stage}} } @{$b->{stages}}) } @{$summary->{brands}}], []);
table('head_to_head', of_brands('headToHead'), []);
table('words', of_brands('words'), []);
table('churn', of_brands('churn'), [], {lost_share => 'share'});
table('changes', [map { +{%{$_->{changes}}, brand => $_->{name}} }
    @{$summary->{brands}}], []);
table('trend', [map { my $d = $_->{drift} // {}; +{%{$_->{trend}},
    brand => $_->{name}, usual => $d->{usual}, low => $d->{low},
    high => $d->{high}, complaintsPerDay => $d->{complaintsPerDay},
    direction => $d->{direction}} } @{$summary->{brands}}], [],
    {mean_stars_p => 'meanStarsP', negative_share_p => 'negativeShareP',
    usual_per_day => 'usual', usual_low => 'low', usual_high => 'high'});
table('ranking', [map { +{%{$_->{ranking} // {}}, %{$summary->{ranking}},
    brand => $_->{name}, role => $_->{role}, drawn => $_->{ranking}{value},
    meanStars => $_->{total}{meanStars}} } grep { $_->{ranking} }
    @{$summary->{brands}}], []);
table('comparisons', [map { my $k = $_; map { my ($column, $member) = @$_;
    +{%{$k->{$member} // {}}, own => $own->{name},
    competitor => $k->{competitor}, measure => $column,
    difference => $k->{$member}{value}} }
    (['mean_stars', 'meanStars'], ['positive_share', 'positiveShare'],
    ['negative_share', 'negativeShare'], ['net_sentiment', 'netSentiment']) }
    @{$summary->{comparisons}}], [], {formula => 'method'});
for my $list (['unanswered', 'unanswered']) {
	my @rows = rows($list->[0]);
	my @wanted = map { @{$_->{$list->[1]} // []} } @{$summary->{brands}};
	same("$list->[0].csv $_ id", $rows[$_]{id}, $wanted[$_]{id})
	    for 0 .. $#rows;
	print "$list->[0]: ", scalar @rows, " rows of ", scalar @wanted, "\n"
	    if @rows != @wanted;
}

# ---- metrics ----
my %plain = (sayso_records => $summary->{records},
    sayso_bad_records => $summary->{bad},
    sayso_alerts => $summary->{alertsNow});
for my $line (split /\n/, slurp('metrics.prom')) {
	next if $line =~ /^#/ || $line =~ /^sayso_as_of/;
	my ($name, $labels, $value) = $line =~ /^(\w+)(?:\{(.*)\})? (\S+)$/ or
	    print "metrics.prom: $line\n";
	my %label;
	utf8::decode($labels) if defined $labels;
	while (($labels // '') =~ /(\w+)="((?:[^"\\]|\\.)*)"/g) {
		my ($l, $t) = ($1, $2);
		$t =~ s/\\(.)/$1 eq 'n' ? "\n" : $1/ge;
		$label{$l} = $t;
	}
	delete $label{stream};
	if (!%label) {
		print "metrics.prom: what is $name?\n"
		    if !exists $plain{$name};
		same($name, $value, $plain{$name});
		next;
	}
	my $b = $brand{$label{brand}};
	my ($part) = exists $label{source} ? grep {
	    $_->{source} eq $label{source} } @{$b->{sources}} : $b->{total};
	my $member = camel($name =~ s/^sayso_//r);
	my $of = $part->{$member} // $b->{$member};
	$of = $stated{"$label{brand}/$label{source}"}{lcfirst $1}
	    if $member =~ /^source(.*)/;
	$of = $of->{$label{bound} // ''} if ref $of eq 'HASH';
	$of = $part->{stars}[$label{stars} - 1] if exists $label{stars};
	$of = scalar @$of if ref $of eq 'ARRAY';
	if (!defined $of) {
		print "metrics.prom: what is $line?\n";
		next;
	}
	same($line, $value, $of);
}

# ---- feeds ----
my @entry = slurp('alerts.atom') =~ /<entry>(.*?)<\/entry>/gs;
same('alerts.atom entries', scalar @entry, scalar @{$summary->{alerts}});
for my $i (0 .. $#entry) {
	my $a = $summary->{alerts}[$i] // {};
	my ($count, $days) = $entry[$i] =~ /<title>.*, (\d+) in (\d+) days?</;
	my ($first) = $entry[$i] =~ /<published>(.{10})/;
	my ($last) = $entry[$i] =~ /<updated>(.{10})/;

	same("alerts.atom $i count", $count // '', $a->{count});
	same("alerts.atom $i window", $days // '', $a->{window});
	same("alerts.atom $i first", $first // '', $a->{first});
	same("alerts.atom $i last", $last // '', $a->{last});
}
@entry = slurp('unanswered.atom') =~ /<entry>(.*?)<\/entry>/gs;
my @open = @{$own->{unanswered} // []};
same('unanswered.atom entries', scalar @entry, scalar @open);
for my $i (0 .. $#entry) {
	my ($link) = $entry[$i] =~ /<link [^>]*href="([^"]*)"/;
	$link //= '';
	$link =~ s/&amp;/&/g;
	same("unanswered.atom $i link", $link, $open[$i]{url});
}
print "$compared compared\n";
