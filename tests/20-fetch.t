#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch as a whole, against a server that keeps a log and misbehaves by name.
. tests/tap.sh

plan 76
root=$TMP/root
sources=$TMP/sources
mkdir "$root" "$sources"
serve "$root"

# ---- a small web, and the recipes for it ----

page() { # HOST PATH: standard input becomes that page
	mkdir -p "$(dirname "$root/$1/$2")"
	cat > "$root/$1/$2"
}

recipe() { # NAME: standard input is the rest
	{
		printf '{ "recipe": 1, "id": "%s", "docs": "none",' "$1"
		echo '"terms": "ours", "verified": "by this test",'
		cat
	} > "$sources/$1.json"
}
recipe next <<'END'
"title": "pages with next links",
  "kind": "retailer", "params": { "start": { "about": "first page",
  "required": true } },
  "request": { "url": "{start}", "robots": "obey" },
  "paginate": { "type": "html_next", "max_pages": 9,
    "stop": [ "absent", "repeat" ] },
  "read": { "format": "auto" } }
END
recipe single <<'END'
"title": "one page", "kind": "retailer",
  "params": { "start": { "about": "the page", "required": true } },
  "request": { "url": "{start}" },
  "paginate": { "type": "none" }, "read": { "format": "auto" } }
END
recipe numbered <<'END'
"title": "an API with page numbers",
  "kind": "own-site", "params": { "site": { "about": "origin",
  "required": true } },
  "request": { "url": "{site}/reviews", "query": { "order": "new" },
    "robots": "api" },
  "paginate": { "type": "page", "param": "page", "start": 1,
    "size_param": "n", "size": 2, "max_pages": 20,
    "stop": [ "empty", "status:404" ] },
  "stated": { "path": "/total" },
  "read": { "format": "json", "records": "/list",
    "fields": { "id": "/id", "text": "/text" } } }
END
recipe cursor <<'END'
"title": "a cursor that runs in circles",
  "kind": "social", "params": { "site": { "about": "origin",
  "required": true } },
  "request": { "url": "{site}/feed", "robots": "api" },
  "paginate": { "type": "cursor", "param": "at", "first": "*",
    "next": "/next", "max_pages": 20, "stop": [ "absent" ] },
  "read": { "format": "json", "records": "/list",
    "fields": { "id": "/id", "text": "/text" } } }
END
recipe linked <<'END'
"title": "Link headers", "kind": "social",
  "params": { "site": { "about": "origin", "required": true } },
  "secrets": { "key": { "env": "FETCH_TEST_KEY" } },
  "request": { "url": "{site}/notes", "query": { "key": "{secret:key}" },
    "headers": { "X-Key": "{secret:key}" }, "robots": "api" },
  "paginate": { "type": "link_header", "max_pages": 20,
    "stop": [ "absent" ] },
  "read": { "format": "json", "records": "",
    "fields": { "id": "/id", "text": "/text" } } }
END
recipe file <<'END'
"title": "a file", "kind": "survey",
  "params": { "file": { "about": "path", "required": true } },
  "request": { "transport": "file", "url": "{file}" },
  "read": { "format": "csv", "fields": { "text": "comment" } } }
END

# workspace NAME DELAY SOURCE...: a plan with these sources
workspace() {
	mkdir -p "$TMP/$1"
	ws=$TMP/$1
	{
		printf '{ "contact": "ops@example.org", "delay_ms": %s,\n' "$2"
		printf '"allow_private": [ "127.0.0.1"'
		shift 2
		printf '%s\n' "$@" |
		    sed -n 's,.*http://\([a-z0-9.-]*localhost\).*,\1,p' |
		    sort -u | sed 's/.*/, "&"/'
		printf '],\n"brands": [ { "name": "Solo", "role": "own",'
		printf ' "sources": [\n'
		printf '%s\n' "$@" | sed '$!s/$/,/'
		echo '] } ] }'
	} > "$ws/sayso.json"
}
source_of() { # ID RECIPE PARAM URL
	printf '{ "id": "%s", "recipe": "%s", "params": { "%s": "%s" } }' "$@"
}
at() { echo "http://$1.localhost:$port"; }
fetch() { "$BIN/fetch" -C "$ws" --sources "$sources" "$@"; }
captures() { (cd "$ws/captures" 2>/dev/null && find . -name '*.warc.gz' |
    sort); }
records() { find "$ws/captures" -name '*.warc.gz' | sort | xargs zcat |
    tr -d '\r'; }
metadata() { # ROW: the last record of its newest file
	zcat "$(find "$ws/captures/$1" -name '*.warc.gz' | sort | tail -n 1)" |
	    tr -d '\r' | grep -a '^{"row"' | tail -n 1
}
asked() { # HOST [STATUS]: how many requests
	awk -F'\t' -v h="$1.localhost" -v s="${2:-}" \
	    '$3 == h && (s == "" || $5 == s)' "$log" | wc -l | tr -d ' '
}

for n in 1 2 3; do
	next=$((n + 1))
	[ $n = 3 ] || link="<link rel=\"next\" href=\"p$next.html\">"
	[ $n = 3 ] && link=
	page shop.localhost p$n.html <<END
<html><head>$link</head><body>page $n</body></html>
END
done
printf 'User-agent: sayso\nDisallow: /private\n' | page shop.localhost robots.txt
echo "<html>closed</html>" | page shop.localhost private/x.html
page api.localhost 'reviews?order=new&n=2&page=1' <<'END'
{"total": 3, "list": [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}]}
END
page api.localhost 'reviews?order=new&n=2&page=2' <<'END'
{"total": 3, "list": [{"id": 3, "text": "c"}]}
END
page api.localhost 'reviews?order=new&n=2&page=3' <<'END'
{"total": 3, "list": []}
END
echo '[{"id": 1, "text": "a"}]' | page link.localhost notes
printf 'Link: <http://@HOST@/notes2>; rel="next"\n' |
    page link.localhost notes.headers
echo '[{"id": 2, "text": "b"}]' | page link.localhost notes2
printf 'score,comment\n5,fine\n' > "$TMP/survey.csv"

# ---- the plain run ----

FETCH_TEST_KEY=dont-tell-anyone
export FETCH_TEST_KEY
workspace plain 150 \
    "$(source_of shop next start "$(at shop)/p1.html")" \
    "$(source_of api numbered site "$(at api)")" \
    "$(source_of link linked site "$(at link)")" \
    "$(source_of survey file file "$TMP/survey.csv")"
exits "a dry run" 0 fetch --dry-run
is "prints the first URL of each row" "$(cut -f 1 "$TMP/out" | tr '\n' ' ')" \
    "solo.shop solo.api solo.link solo.survey "
is "hides the key" "$(grep -c dont-tell "$TMP/out")" 0
is "and asks nothing" "$(wc -l < "$log" | tr -d ' ')" 0
is "nor makes a file" "$(ls -A "$ws")" sayso.json
exits "a run" 0 fetch --log "$TMP/plain.log"
is "is silent" "$(cat "$TMP/out" "$TMP/err")" ""
is "one captures file per row" "$(captures | cut -d / -f 2 | tr '\n' ' ')" \
    "solo.api solo.link solo.shop solo.survey "
ok "each member of each file is whole" \
    sh -c "find '$ws/captures' -name '*.gz' | xargs gzip -t"
like "next links: three pages" "$(metadata solo.shop)" \
    '"requests":3,"pages":3,"unchanged":0,"stop":"absent","status":"complete"'
like "page numbers: stopped by the empty one" "$(metadata solo.api)" \
    '"pages":3,"unchanged":0,"stated":3,"records":3,"stop":"empty"'
like "Link headers: two pages" "$(metadata solo.link)" \
    '"pages":2,.*"records":2,"stop":"absent","status":"complete"'
like "a file: one resource" "$(metadata solo.survey)" \
    '"pages":1,.*"stop":"single","status":"complete"'
is "requests and responses go together" \
    "$(records | grep -ac '^WARC-Type: request')" \
    "$(records | grep -ac '^WARC-Type: response')"
ok "rows, brands and kinds are in the records" \
    sh -c "zcat '$ws'/captures/solo.shop/*.gz | tr -d '\r' | awk '
    /^WARC-Type: response/ { n++ } /^Sayso-Row: solo.shop/ { r++ }
    /^Sayso-Brand: Solo/ { b++ } /^Sayso-Kind: retailer/ { k++ }
    /^Sayso-Recipe: next/ { p++ } /^Sayso-Source: shop.localhost/ { s++ }
    END { exit !(n == 3 && r == 8 && b == r && k == r && p == r && s == r) }'"
is "the User-Agent says who asks" \
    "$(cut -f 7 "$log" | sort -u | sed 's,/[0-9.]*,/V,')" \
    "sayso/V (+ops@example.org)"
is "robots.txt comes first" "$(awk -F'\t' '$3 == "shop.localhost" {
    print $4; exit }' "$log")" /robots.txt
is "and is not asked for an API" "$(awk -F'\t' '$4 == "/robots.txt"' "$log" |
    wc -l | tr -d ' ')" 1
is "the pause between requests of one host is kept" "$(awk -F'\t' '
    $3 in last && $1 - last[$3] < 150 { print } { last[$3] = $1 }' "$log")" ""
like "the key was sent" "$(cut -f 4 "$log")" 'key=dont-tell-anyone'
is "and is nowhere to be found" "$(records | cat - "$ws/.ledger.db" \
    "$TMP/plain.log" | grep -ac dont-tell)" 0
ok "its place is marked" sh -c "zcat '$ws'/captures/solo.link/*.gz |
    grep -aq 'X-Key: HIDDEN'"

# ---- again ----

: > "$log"
exits "a second run before its time" 0 fetch
is "asks nothing" "$(wc -l < "$log" | tr -d ' ')" 0
captures > "$TMP/before"
exits "a forced run over unchanged pages" 0 fetch --force
is "asks conditionally" "$(asked shop 304) $(asked shop 200)" "3 0"
is "and writes no file" "$(captures)" "$(cat "$TMP/before")"
page shop.localhost p2.html <<'END'
<html><head><link rel="next" href="p3.html"></head><body>new</body></html>
END
exits "a run over one new page" 0 fetch --force --only solo.shop
is "writes one file" "$(captures | wc -l | tr -d ' ')" 5
like "with the others as revisits" "$(metadata solo.shop)" \
    '"pages":3,"unchanged":2,'
is "of the right type" "$(zcat "$(find "$ws/captures/solo.shop" -name '*.gz' |
    sort | tail -n 1)" | tr -d '\r' | grep -ac '^WARC-Type: revisit')" 2
rm -r "$ws/captures/solo.shop"
: > "$log"
exits "a run whose captures were removed" 0 fetch --force --only solo.shop
is "asks without conditions" "$(asked shop 200)" 3
printf 'score,comment\n5,fine\n1,bad\n' > "$TMP/survey.csv"
exits "a changed file" 0 fetch --force --only file
is "is captured again" "$(captures | grep -c survey)" 2

# ---- the same bytes ----

one=
for name in same1 same2; do
	workspace $name 0 \
	    "$(source_of shop next start "$(at shop)/p1.html")" \
	    "$(source_of api numbered site "$(at api)")"
	fetch --now 2026-11-21T08:00:00Z
done
ok "two runs at the same --now give the same bytes" \
    diff -r "$TMP/same1/captures" "$TMP/same2/captures"
is "named after it" "$(captures)" "./solo.api/20261121T080000Z.warc.gz
./solo.shop/20261121T080000Z.warc.gz"
printf 'half' > "$ws/captures/.partial/x.warc.gz.tmp.999999999"
fetch --now 2026-11-21T08:00:00Z
is "what a killed run left is swept" "$(ls -A "$ws/captures/.partial")" ""

# ---- closed and strange sources ----

for n in 1 2; do
	printf '{"list": [{"id": %s}], "next": "%s"}\n' $n $((3 - n)) |
	    page round.localhost "feed?at=$n"
done
printf '{"list": [{"id": 0}], "next": "1"}\n' |
    page round.localhost 'feed?at=%2A'
for n in 1 2 3; do
	printf '{"total": 9, "list": [%s]}\n' "$([ $n = 3 ] || echo 1)" |
	    page short.localhost "reviews?order=new&n=2&page=$n"
done
echo '<a rel=next href="http://elsewhere.localhost/">' |
    page leave.localhost a.html
printf 'User-agent: *\nDisallow:\n' | page down.localhost robots.txt
printf 'Status: 503\n' | page down.localhost robots.txt.headers
printf 'Status: 403\n' | page refused.localhost robots.txt.headers
echo x | page refused.localhost robots.txt
workspace strange 10 \
    "$(source_of private single start "$(at shop)/private/x.html")" \
    "$(source_of round cursor site "$(at round)")" \
    "$(source_of short numbered site "$(at short)")" \
    "$(source_of leave next start "$(at leave)/a.html")" \
    "$(source_of down single start "$(at down)/x.html")" \
    "$(source_of refused single start "$(at refused)/x.html")" \
    "$(source_of nofile file file "$TMP/nowhere.csv")" \
    "$(source_of fine next start "$(at shop)/p1.html")"
: > "$log"
exits "a run with closed and short sources" 3 fetch
like "robots.txt is obeyed" "$(grep private "$TMP/err")" 'robots.txt'
is "the closed page is not asked" "$(grep -c /private "$log")" 0
like "circles end" "$(metadata solo.round)" '"pages":3,.*"stop":"repeat"'
like "short is said" "$(metadata solo.short)" \
    '"stated":9,"records":2,"stop":"empty","status":"short"'
like "on stderr too" "$(grep solo.short "$TMP/err")" '2 of 9'
like "a next link that leaves the host" "$(grep leave "$TMP/err")" \
    'leaves the host'
is "is not followed" "$(asked elsewhere)" 0
like "but the page that has it is kept" "$(metadata solo.leave)" \
    '"pages":1,.*"stop":"elsewhere","status":"short"'
is "without robots.txt nothing is asked" "$(asked down | sed 's/[1-4]/n/')
$(awk -F'\t' '$3 == "down.localhost" { print $4 }' "$log" | sort -u)
$(asked refused)" "n
/robots.txt
1"
is "one line per problem" "$(wc -l < "$TMP/err" | tr -d ' ')" 6
like "a blocked source is on record" "$(metadata solo.private)" \
    '"pages":0,.*"stop":"robots","status":"blocked"'

# ---- a host that wants ten minutes between pages ----

for n in 1 2 3; do
	printf '{"total": 2, "list": [%s]}\n' "$([ $n = 3 ] || echo 1)" |
	    page long.localhost "reviews?order=new&n=2&page=$n"
done
printf 'User-agent: *\nCrawl-delay: 600\n' | page long.localhost robots.txt
sed 's/"api"/"obey"/; s/"numbered"/"long"/' "$sources/numbered.json" \
    > "$sources/long.json"
workspace long 10 "$(source_of l long site "$(at long)")"
: > "$log"
exits "robots.txt says ten minutes" 1 fetch --now 2026-11-21T08:00:00Z \
    --max-time 1
is "so nothing is asked within a second of it" "$(asked long)" 1
exits "the next run" 0 fetch --now 2026-11-21T08:10:00Z
like "takes one page" "$(metadata solo.l)" \
    '"pages":1,.*"stop":"retry-after","status":"deferred"'
fetch --now 2026-11-21T08:15:00Z --force 2>/dev/null
is "none before its time, forced or not" "$(asked long)" 2
fetch --now 2026-11-21T08:21:00Z
fetch --now 2026-11-21T08:32:00Z
like "and goes on where it was" "$(metadata solo.l)" \
    '"pages":1,.*"stated":2,"records":2,"resumed":true,"stop":"empty","status":"complete"'
is "page by page" "$(awk -F'\t' '$3 == "long.localhost" { print $4 }' "$log" |
    sed 's/.*=//' | tr '\n' ' ')" "/robots.txt 1 2 3 "

# ---- faults ----

good="ok chunked_ok chunked_trailer gzip_ok redirect_ok 503_then_ok
    429_then_ok drop_once slow_body"
bad="500_forever not_found unasked_304 redirect_loop redirect_private
    redirect_file drop_mid_transfer endless_body endless_headers empty_reply
    garbage two_content_lengths negative_content_length chunked_truncated
    chunked_bad gzip_truncated gzip_bomb"
set --
for fault in $good $bad challenge 429_day 429_date; do
	id=$(echo $fault | tr _ -)
	set -- "$@" "$(source_of $id single start \
	    "$(at $id)/fault/$fault/x")"
done
workspace faults 10 "$@"
: > "$log"
exits "a run over all faults" 3 fetch
wrong=
for fault in $good; do
	id=$(echo $fault | tr _ -)
	metadata solo.$id | grep -q '"pages":1.*"status":"complete"' ||
	    wrong="$wrong $fault"
done
is "what passes is fetched" "$wrong" ""
wrong=
for fault in $bad; do
	id=$(echo $fault | tr _ -)
	metadata solo.$id | grep -q '"pages":0.*"status":"failed"' ||
	    wrong="$wrong $fault"
	grep -q "solo.$id: failed" "$TMP/err" || wrong="$wrong $fault:quiet"
done
is "what stays fails, and says so" "$wrong" ""
is "bodies are those that were sent" "$(for fault in $good; do
	zcat "$ws"/captures/solo.$(echo $fault | tr _ -)/*.gz | tr -d '\r' |
	    grep -aq 'Fennel kettle' || echo $fault; done)" gzip_ok
ok "gzip stays as it came" sh -c "zcat '$ws'/captures/solo.gzip-ok/*.gz |
    tr -d '\r' | grep -aq '^Content-Encoding: gzip'"
ok "chunks are undone" sh -c "zcat '$ws'/captures/solo.chunked-ok/*.gz |
    tr -d '\r' | grep -aq '^X-Crawler-Transfer-Encoding: chunked'"
like "a challenge is blocked" "$(metadata solo.challenge)" \
    '"stop":"blocked","status":"blocked"'
is "and never asked twice" "$(grep -c '/fault/challenge/' "$log")" 1
is "a day's Retry-After is taken as no for now" \
    "$(grep -c '429_da[yt]' "$log") $(grep -c deferred "$TMP/err")" "2 2"
is "trouble is tried four times, a refusal once" \
    "$(asked drop-mid-transfer 200) $(asked two-content-lengths 200)" "4 1"
: > "$log"
fetch --force --only solo.429-day 2>/dev/null
is "nor does a later run ask before" "$(grep -c 429_day "$log")" 0

# ---- leaving ----

workspace slow 10 "$(source_of t single start "$(at t)/fault/trickle/x")"
exits "--max-time" 1 fetch --max-time 1
"$BIN/fetch" -C "$ws" --sources "$sources" > "$TMP/slow.out" \
    2> "$TMP/slow.err" &
slow=$!
until [ "$(grep -c trickle "$log")" -ge 2 ]; do sleep 0.05; done
exits "a second run at once" 1 fetch
like "says who is at work" "$(cat "$TMP/err")" "process $slow"
kill -TERM $slow
wait $slow
is "SIGTERM ends a run with 1" $? 1
is "nothing half stays" "$(captures; ls -A "$ws/captures" 2>/dev/null)" ""

# ---- the command line ----

mkdir "$TMP/empty"
wrong=
for try in "-C $TMP/empty" "-C $TMP/nowhere" "--no-such" \
    "-C $ws --sources $sources --only nothing" "-C $ws --sources $TMP/empty" \
    "-C $ws --now yesterday" "robots"; do
	"$BIN/fetch" $try >/dev/null 2>&1
	[ $? = 2 ] || wrong="$wrong [$try]"
done
is "slips end with 2" "$wrong" ""
full() {
	! "$BIN/fetch" -C "$TMP/plain" --sources "$sources" --force \
	    --only solo.shop --log /dev/full &&
	    ! "$BIN/fetch" -C "$TMP/plain" --sources "$sources" --force \
	    --dry-run > /dev/full
}
ok "a full disk is noticed" full
printf 'User-agent: *\nDisallow: /a\n' > "$TMP/robots.txt"
is "fetch robots" "$("$BIN/fetch" robots "$TMP/robots.txt" sayso \
    http://x.example/a/1 http://x.example/b | tr '\n' ' ')" \
    "deny http://x.example/a/1 allow http://x.example/b "
