#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What people try on those who show texts of strangers, in every field of the
# reviews: all that score writes of them is inert.  (A browser looks at the
# same report in `make check-report`.)
. tests/tap.sh

plan 17
ws=$TMP/ws
mkdir "$ws"
perl tests/report/hostile.pl "$ws" || bail "no hostile workspace"
exits "a run over hostile reviews" 0 "$BIN/score" -C "$ws" -v
cp "$TMP/out" "$TMP/terminal"
summary=$ws/summary

lacks() { # NAME FILE PERL-REGEX
	ok "$1" perl -CSD -0777 -ne 'BEGIN { $re = shift }
	    if (/$re/) { print "found: ", substr($&, 0, 80), "\n"; exit 1 }' \
	    "$3" "$2"
}

# ---- HTML ----
html=$summary/report.html
is "one script, and data" "$(grep -oE '<script[^>]*>' "$html" | sort -u |
    tr '\n' ' ')" \
    '<script type="application/json" id="form"> <script type="application/json"> <script> '
is "the one script is once there" "$(grep -o '<script>' "$html" | wc -l |
    tr -d ' ')" 1
sed '/^<script>/,/^<\/script>/d' "$html" > "$TMP/body.html"
lacks "no element, handler or style of a stranger" "$TMP/body.html" \
    '(?i)<(img|iframe|object|embed|base|form|input|link)\b|<[^>]*\s(on[a-z]+|style)\s*='
lacks "links go to http or to a table beside the page" "$TMP/body.html" \
    '(?i)\b(href|src|cite)="(?!#|https?://|[a-z_]+\.csv")'
lacks "no control of direction or of terminals" "$html" \
    '[\x{202A}-\x{202E}\x{2066}-\x{2069}\x00-\x08\x0B-\x1F\x7F-\x9F]'
lacks "no word without end" "$TMP/body.html" 'a{500}'

# ---- CSV ----
ok "no cell is a formula" perl -CSD -0777 -e '
	for my $name (@ARGV) {
		open my $file, "<:encoding(UTF-8)", $name or die;
		my $text = <$file>;
		while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\z)/g) {
			my $cell = defined $1 ? $1 : $2;
			last if pos($text) >= length $text;
			next if $cell =~ /^[-+]?[\d.]+(e[-+]?\d+)?$/i;
			if ($cell =~ /^[\s\x{FEFF}\x{200B}]*[=+\-@\x{FF1D}\x{FF0B}\x{2212}]/) {
				print "$name: $cell\n";
				exit 1;
			}
		}
	}' "$summary"/*.csv

# ---- Markdown ----
lacks "Markdown: no markup" "$summary/report.md" '(?<!\\)(?<!\]\()<'
lacks "Markdown: no picture, no script" "$summary/report.md" \
    '(?<!\\)!\[|(?<!\\)\]\((?!<https?:)'

# ---- Atom ----
for feed in alerts unanswered; do
	ok "$feed.atom: nothing but its own elements" perl -CSD -0777 -ne '
		s/^<\?xml[^>]*\?>//;
		1 while s{<(feed|entry|id|title|updated|published|author|name|generator|content)( [a-z:]+="[^"<>]*")*>([^<>]*)</\1>}{}g
		    || s{<link rel="alternate" href="https?://[^"<>]*"/>}{}g;
		if (/[<>]|&(?!(amp|lt|gt|quot|#39);)/) {
			print substr($_, 0, 300), "\n"; exit 1 }' \
	    "$summary/$feed.atom"
done

# ---- metrics, JSON, terminal ----
ok "metrics: comments and samples only" sh -c "! LC_ALL=C grep -vE \
    '^(# (HELP|TYPE) sayso_[a-z_]+ .+|sayso_[a-z_]+(\{([a-z]+=\"([^\"\\\\]|\\\\.)*\",?)+\})? -?[0-9.e+-]+)\$' \
    '$summary/metrics.prom'"
ok "summary.json is JSON" sh -c "jq -e . '$summary/summary.json' > '$TMP/j'"
lacks "the terminal gets no control" "$TMP/terminal" \
    '[\x{202A}-\x{202E}\x{2066}\x{2067}\x00-\x08\x0B-\x1F\x7F-\x9F]'

# ---- explain ----
"$BIN/score" explain -C "$ws" --limit 1000 /reviews /unanswered \
    "$(jq -r '.brands[0] | "\(.name)/quotes/\(.quotes[0].id)"' \
    "$summary/summary.json")" > "$TMP/pages"
is "figures are explained" "$(grep -c '^says ' "$TMP/pages")" 3
lacks "and a terminal obeys nothing of it" "$TMP/pages" \
    '[\x00-\x08\x0B-\x1F\x7F-\x9F]'
