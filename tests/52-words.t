#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The report's words: every translation has the places of its English, English
# that the code still says, and the report is written in it.
. tests/tap.sh

plan 30
# Every string of the code, pieces joined, as it is written there.
perl -0777 -ne 's{/\*.*?\*/}{}gs; s/\x27\\?"\x27//g;
    s/(?<!\\)"\s*"//g;
    while (/"((?:[^"\\]|\\.)*)"/g) { my $s = $1;
	$s =~ s/\\x([0-9A-F]{2})/chr(hex($1))/ge;
	$s =~ s/\\"/"/g; print "$s\0" }' score/*.c > "$TMP/said"

for language in ar fa hr ka pt ru; do
	po=score/words/$language.po
	ok "$language: the places of the English" perl -0777 -ne '
		while (/^msgid "(.*)"\n(?:msgid_plural ".*"\n)?((?:msgstr.*\n)+)/mg) {
			my ($id, $all) = ($1, $2);
			next if $id =~ /^format:|^$/;
			my $places = join "", sort $id =~ /\{\d\}/g;
			# "One day" and "two days" need no number.
			my @forms = split /\n/, $all;
			my @bad = grep { my $has = join "", sort /\{\d\}/g;
			    $has ne $places && (@forms == 1 || $has ne "" ||
			    $_ eq $forms[-1]) } @forms;
			next unless @bad;
			print "$id\n"; $bad = 1;
		} exit $bad' "$po"
	ok "$language: English that the code says" perl -0777 -e '
		open my $f, "<", $ARGV[0] or die; my %said = map { $_ => 1 }
		    split /\0/, <$f>;
		open $f, "<", $ARGV[1] or die; my $po = <$f>;
		for ($po =~ /^msgid "(.+)"$/mg) {
			s/\\"/"/g;
			next if $said{$_} || $said{":$_"} || /^format:/;
			# Names of aspects, kinds and states are data.
			next if /^[a-z-]+$/;
			print "not in the code: $_\n"; $bad = 1;
		} exit $bad' "$TMP/said" "$po"
	ok "$language: all that the reports say" perl -0777 -e '
		open my $f, "<", shift or die; my $po = <$f>;
		my %has = map { s/\\"/"/g; $_ => 1 }
		    $po =~ /^msgid(?:_plural)? "(.+)"$/mg;
		for my $name (@ARGV) {
			open $f, "<", $name or die; my $c = <$f>;
			$c =~ s{/\*.*?\*/}{}gs; $c =~ s/^#include.*//mg;
			$c =~ s/\x27\\?"\x27//g; $c =~ s/(?<!\\)"\s*"//g;
			# What is said to machines, or is no words.
			my $call = qr/(\((?:[^()"]++|"(?:[^"\\]|\\.)*"|(?1))*\))/;
			1 while $c =~ s/\b(?:MARKUP|buffer_add_string|buffer_add_format|snprintf|strcmp|text_is|text_of|report_chart_close|open_bar|add_piece|add_arc|begin_row|complain|strspn|strchr)\s*$call//g;
			my @said = $c =~ /"((?:[^"\\]|\\.)*)"/g;
			my %alone = map { $_ => 1 }
			    $c =~ /(?:page_words\(p, |WORDS_OF\(|SELECT_\w+\] = )"([^"]+)"/g;
			for (@said) {
				s/\\x([0-9A-F]{2})/chr(hex($1))/ge; s/\\"/"/g;
				s/^:(?=[A-Z0-9])//;
				next if $has{$_} || !/[A-Za-z]{2}/ ||
				    /^[,<]|^format:|^ABCDEF/ ||
				    (/^[a-z0-9_.-]*$/ && !$alone{$_});
				print "$name: no words for: $_\n"; $bad = 1;
			}
		} exit $bad' "$po" $(ls score/report*.c score/markdown*.c |
	    grep -v report_script) score/sentence.c score/figures.c \
	    score/summary_caveats.c score/summary_compare.c score/feeds.c
	mkdir -p "$TMP/$language/reviews/own.shop"
	printf '{"contact":"a@example.org","report_language":"%s","brands":[{"name":"Own","role":"own","sources":[{"recipe":"html-pages","params":{"start":"https://a.example/"}}]}]}' \
	    "$language" > "$TMP/$language/sayso.json"
	echo '{"id":"1","source":"Shop","brand":"Own","reviewBody":"I love it.","inLanguage":"en","capture":{"file":"own.shop/1","offset":1,"fetched":"2026-11-01T09:00:00Z"}}' \
	    > "$TMP/$language/reviews/own.shop/20261101T000000Z.jsonl"
	"$BIN/score" -C "$TMP/$language" >/dev/null 2>&1
	case $language in ar | fa) dir=rtl ;; *) dir=ltr ;; esac
	like "$language: the page says so" \
	    "$(head -2 "$TMP/$language/summary/report.html")" \
	    "<html lang=\"$language\" dir=\"$dir\">"
	# Croatian dates end with a full stop.
	is "$language: a sentence ends once" "$(grep -cE \
	    '\.(</bdi>)?\.(</p>|$)' "$TMP/$language/summary/report.html" \
	    "$TMP/$language/summary/report.md" | sed 's/.*://' | tr '\n' ' ')" \
	    "0 0 "
done
