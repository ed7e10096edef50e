#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Pages made to hurt: each is bounded in time and memory, and what stands
# beside it is read.
. tests/tap.sh

plan 51
parse=$BIN/parse
cd "$TMP" || exit 1

# A sanitizer multiplies time and memory; its runs look for other things.
if nm "$parse" 2>/dev/null | grep -q __asan_init; then
	most_ms=60000 most_kb=4000000
else
	most_ms=3000 most_kb=400000
fi

review='<script type="application/ld+json">{"@type":"Review","author":"A",
"reviewRating":{"ratingValue":4},"reviewBody":"still here"}</script>'
micro='<div itemscope itemtype="http://schema.org/Review"><b itemprop="author">
M</b><i itemprop="reviewBody">by tree</i></div>'

# bounded NAME STATUS FILE...: within time and memory; the lines stay in out
bounded() {
	name=$1 wanted=$2
	shift 2
	before=$(date +%s%3N)
	timeout 60 "$parse" "$@" > out 2> err
	status=$?
	took=$(($(date +%s%3N) - before))
	is "$name: the exit status" "$status" "$wanted"
	[ $took -le $most_ms ]
	tap_result $? "$name: in bounded time"
	[ $took -le $most_ms ] || echo "# took $took ms" >&2
}
bodies() { jq -r .reviewBody out | tr '\n' ' '; }
fill() { # COUNT STRING: the string so many times
	perl -e 'print $ARGV[1] x $ARGV[0]' "$1" "$2"
}

# ---- pages ----

perl -e 'print "<p"; print " a$_=\"$_\"" for 1 .. 60000; print ">x</p>"' \
    > attributes.html
printf '%s%s' "$micro" "$review" >> attributes.html
bounded "a tag of 60,000 attributes" 0 attributes.html
is "the rest is read" "$(bodies)" 'still here by tree '

{ fill 200000 '<div>'; printf '%s' "$micro$review"; } > deep.html
bounded "200,000 levels" 0 deep.html
is "the rest is read" "$(bodies)" 'still here by tree '

{ printf '%s' "$micro"; fill 1000000 '<'; printf '%s' "$review"; } > open.html
bounded "a million open brackets" 0 open.html
like "the rest is read" "$(bodies)" 'by tree'

{ printf '%s' "$micro"; fill 100000 '<!--'; printf '%s' "$review"; } > c.html
bounded "comments that never end" 0 c.html
like "the rest is read" "$(bodies)" 'still here'

{ fill 100000 '<b><i>'; printf '%s' "$micro"; fill 100000 '</b></i>'; } > b.html
bounded "tags that cross" 0 b.html
like "the rest is read" "$(bodies)" 'by tree'

{ printf '%s' "$micro"; fill 50000 '<script type="application/ld+json">'
    printf '%s' "$review"; } > scripts.html
bounded "scripts that never end" 0 scripts.html
like "the rest is read" "$(bodies)" 'by tree'

{
	printf '<p>a\0b</p>%s' "$review"
	fill 100 "$(printf 'x')" | tr x '\0'
	printf '%s' "$micro"
} > nul.html
bounded "NUL bytes" 0 nul.html
is "the rest is read" "$(bodies)" 'still here by tree '

{ fill 5000 '<i itemprop="reviewBody" itemref="a b c" id=a>'
    printf '%s' "$micro"; } > refs.html
bounded "references in a circle" 0 refs.html
like "the rest is read" "$(bodies)" 'by tree'

{ printf '<script type="application/ld+json">{"@type":"Review","x":'
    fill 100000 '['; printf '</script>%s' "$review"; } > nested.html
bounded "JSON of 100,000 levels" 0 nested.html
is "the rest is read" "$(bodies)" 'still here '

# ---- tables, feeds, payloads ----

{
	printf '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
	p=a
	for e in b c d e f g h i; do
		printf '<!ENTITY %s "' $e
		fill 10 "&$p;"
		printf '">'
		p=$e
	done
	printf ']><rss version="2.0"><channel><item><title>&i;</title>'
	printf '<description>fed</description></item></channel></rss>'
} > entities.xml
bounded "entities that explode" 0 entities.xml
fill 3000000 '[],' | sed 's/^/[/; s/,$/]/' > values.json
bounded "three million values" 3 values.json

# ---- captures ----

record() { # CODING: the body is standard input
	cat > body
	{
		printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'
		[ -z "$1" ] || printf 'Content-Encoding: %s\r\n' "$1"
		printf '\r\n'
		cat body
	} > block
	printf 'WARC/1.1\r\nWARC-Type: response\r\n'
	printf 'WARC-Target-URI: https://a.example/%s\r\n' "$1"
	printf 'WARC-Date: 2026-11-01T00:00:00Z\r\nContent-Type: '
	printf 'application/http\r\nContent-Length: %s\r\n\r\n' \
	    "$(wc -c < block | tr -d ' ')"
	cat block
	printf '\r\n\r\n'
}

head -c 1000000000 /dev/zero | gzip -9 > zeros.gz
{ record gzip < zeros.gz; printf '%s' "$review" | record; } > inner.warc
bounded "a gigabyte in the page's own coding" 3 inner.warc
is "the next page is read" "$(bodies)" 'still here '
like "and it is named" "$(cat err)" '^parse: inner.warc@0: the body breaks off'

{ printf '%s' "$review"; fill 30000 'text '; } | gzip > long.gz
head -c -40 long.gz | record gzip > cut.warc
bounded "a coding that was cut" 3 cut.warc
is "what came is read" "$(bodies)" 'still here '
like "and the page is named" "$(cat err)" \
    '^parse: cut.warc@0: the body breaks off'

{
	cat zeros.gz
	printf '%s' "$review" | record | gzip
} > outer.warc.gz
{ printf '%s' "$review" | record | gzip; cat outer.warc.gz; } > both.warc.gz
bounded "a gigabyte in a member" 3 both.warc.gz
is "the pages around it are read" "$(bodies)" 'still here '
like "and it is named" "$(cat err)" \
    '^parse: both.warc.gz@[0-9]+: a gzip member inflates'

{
	printf 'WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: '
	printf 'https://a.example/\r\nContent-Type: text/html\r\n'
	printf 'Content-Length: 1000000000\r\n\r\n'
	head -c 1000000000 /dev/zero
	printf '\r\n\r\n'
	printf '%s' "$review" | record
} > long.warc
bounded "a record of a gigabyte" 3 long.warc
is "the next record is read" "$(bodies)" 'still here '
like "and it is named" "$(cat err)" '^parse: long.warc@0: a block that is too'
rm -f long.warc zeros.gz

# ---- memory ----

peak() { # FILE: the most that parse or a worker of it ever had, in kB
	perl -e '
	    use POSIX ();
	    my $pid = fork;
	    if (!$pid) { open STDOUT, ">/dev/null"; open STDERR, ">&STDOUT";
		exec @ARGV; exit 127 }
	    my $most = 0;
	    while (waitpid($pid, POSIX::WNOHANG()) == 0) {
		for my $p ($pid, split " ", `ps -o pid= --ppid $pid`) {
		    open my $f, "<", "/proc/$p/status" or next;
		    /^VmHWM:\s+(\d+)/ && $1 > $most and $most = $1 while <$f>;
		}
		select undef, undef, undef, 0.005;
	    }
	    print $most' "$parse" "$1"
}
if [ -r /proc/self/status ] && command -v ps >/dev/null; then
	for file in deep.html values.json inner.warc both.warc.gz; do
		most=$(peak $file)
		[ "$most" -lt $most_kb ]
		tap_result $? "$file takes bounded memory"
		[ "$most" -lt $most_kb ] || echo "# $most kB" >&2
	done
else
	for file in 1 2 3 4; do skip "bounded memory" "no /proc"; done
fi
