#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch against servers, plans and ledgers that mean no good: each test is
# named after what went wrong once.
. tests/tap.sh

plan 48
root=$TMP/root
sources=$TMP/sources
mkdir "$root" "$sources"
serve "$root"

page() { # HOST PATH: standard input becomes that page
	mkdir -p "$(dirname "$root/$1/$2")"
	cat > "$root/$1/$2"
}
recipe() { # NAME: standard input is the rest
	{
		printf '{ "recipe": 1, "id": "%s", "title": "t",' "$1"
		echo '"docs": "none", "terms": "ours", "verified": "here",'
		echo '"kind": "retailer", "params": { "url": {'
		echo '"about": "where", "required": true } },'
		cat
	} > "$sources/$1.json"
}
recipe single <<'END'
  "request": { "url": "{url}" }, "read": { "format": "auto" } }
END
recipe numbered <<'END'
  "request": { "url": "{url}", "robots": "api" },
  "paginate": { "type": "page", "param": "page", "max_pages": 20,
    "stop": [ "empty", "status:404" ] },
  "stated": { "path": "/total" },
  "read": { "format": "json", "records": "/list",
    "fields": { "text": "/text" } } }
END
sed 's/"api"/"obey"/; s/"numbered"/"obeying"/' "$sources/numbered.json" \
    > "$sources/obeying.json"
recipe cursor <<'END'
  "request": { "url": "{url}", "robots": "api" },
  "paginate": { "type": "cursor", "param": "at", "next": "/next",
    "max_pages": 20, "stop": [ "absent" ] },
  "read": { "format": "json", "records": "/list",
    "fields": { "text": "/text" } } }
END
recipe keyed <<'END'
  "secrets": { "key": { "env": "FETCH_TEST_KEY" } },
  "request": { "url": "{url}", "query": { "key": "{secret:key}" },
    "robots": "api" },
  "paginate": { "type": "link_header", "max_pages": 20,
    "stop": [ "absent" ] },
  "read": { "format": "json", "records": "",
    "fields": { "text": "/text" } } }
END
recipe file <<'END'
  "request": { "transport": "file", "url": "{url}" },
  "read": { "format": "json", "records": "",
    "fields": { "text": "/text" } } }
END

# workspace NAME DELAY SOURCE...: a plan with these sources
workspace() {
	mkdir -p "$TMP/$1"
	ws=$TMP/$1
	{
		printf '{ "contact": "ops@example.org", "delay_ms": %s,\n' "$2"
		printf '"allow_private": [ "127.0.0.1"'
		shift 2
		for host in $(ls "$root") $hosts; do printf ', "%s"' $host; done
		printf '],\n"brands": [ { "name": "Solo", "role": "own",'
		printf ' "sources": [\n'
		printf '%s\n' "$@" | sed '$!s/$/,/'
		echo '] } ] }'
	} > "$ws/sayso.json"
}
hosts=
source_of() { # ID RECIPE URL
	printf '{ "id": "%s", "recipe": "%s", "params": { "url": "%s" } }' "$@"
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
asked() { # HOST: the paths, in order
	awk -F'\t' -v h="$1.localhost" '$3 == h { print $4 }' "$log" |
	    tr '\n' ' '
}
headers() { # HOST PATH LINE...: of the answer
	for tap_path in "$2"; do
		[ -e "$root/$1/$2" ] || echo x | page "$1" "$2"
	done
	tap_host=$1
	tap_page=$2
	shift 2
	printf '%s\n' "$@" > "$root/$tap_host/$tap_page.headers"
}
long() { head -c "$1" /dev/zero | tr '\0' a; }

# ---- a server that sends our key back ----

FETCH_TEST_KEY=dont-tell/anyone
export FETCH_TEST_KEY
for n in 1 2 3; do
	printf '[{"text": "%s", "self": "http:\\/\\/x\\/?key=dont-tell\\/anyone%s"}]\n' \
	    $n "$(long 2000)" | page key.localhost list$n
done
headers key.localhost list1 \
    'Link: <http://@HOST@/list2?key=dont-tell%2Fanyone>; rel="next"' \
    'X-Echo: dont-tell/anyone'
headers key.localhost list2 \
    'Link: <http://@HOST@/list3?key=dont-tell%2Fanyone>; rel="next"'
headers key.localhost list3 \
    'Link: <http://other.localhost/?key=dont-tell%2Fanyone>; rel="next"'
headers key.localhost moved 'Status: 302' \
    'Location: ftp://x/?key=dont-tell/anyone'
workspace key 0 "$(source_of k keyed "$(at key)/list1")" \
    "$(source_of m keyed "$(at key)/moved")" \
    "$(source_of bad keyed "$(at key)/$(long 2000)")"
exits "a first URL that is too long" 2 fetch --only solo.bad
is "is refused without the key" "$(grep -c dont-tell "$TMP/err")" 0
workspace key 0 "$(source_of k keyed "$(at key)/list1")" \
    "$(source_of m keyed "$(at key)/moved")"
exits "a server that echoes the key" 3 fetch --log "$TMP/key.log"
like "is read to its end" "$(metadata solo.k)" '"pages":3,.*"stop":"elsewhere"'
is "the key is in no file and no message" "$(records | cat - \
    "$ws/.ledger.db" "$TMP/key.log" "$TMP/err" | grep -ac 'dont-tell')" 0
like "its place in the page is marked" "$(records)" 'key=HIDDENaaa'
like "the rest of the page is there" "$(records)" '"text": "3"'
like "its place in the head too" "$(records)" '^X-Echo: HIDDEN'
like "the coding that was undone is on record" "$(records)" \
    '^X-Crawler-Content-Encoding: gzip'
: > "$log"
exits "a second run" 3 fetch --force --only solo.k
is "walks the same way" "$(asked key | sed 's/?[^ ]*//g')" \
    "/list1 /list2 /list3 "

# ---- one row must not end the others ----

headers big.localhost x 'Status: 302' "Location: http://$(long 1991)/"
headers esc.localhost x "$(printf 'Content-Encoding: \033[31mred')"
echo fine | page fine.localhost x
echo '{' > "$TMP/broken.json"
workspace others 0 "$(source_of big single "$(at big)/x")" \
    "$(source_of esc single "$(at esc)/x")" \
    "$(source_of file file "$TMP/broken.json")" \
    "$(source_of fine single "$(at fine)/x")"
exits "a redirect to a host of 1991 bytes" 3 fetch
like "ends its row alone" "$(metadata solo.fine)" '"status":"complete"'
is "nothing that a server says moves the cursor" \
    "$(tr -d '[:print:]\n' < "$TMP/err" | wc -c | tr -d ' ')" 0
is "a broken file is one line" "$(grep -c 'no JSON' "$TMP/err")" 1

# ---- names ----

echo newer | page fine.localhost x
exits "a run by a clock that is years ahead" 0 fetch --only solo.fine \
    --force --now 2038-01-01T00:00:00Z
echo new | page fine.localhost x
exits "does not hinder the next one" 0 fetch --only solo.fine --force
like "whose file comes behind it" "$(captures | grep fine | tail -n 1)" \
    20380101T000001Z

# ---- what came before the end of a run is kept ----

for n in 1 2 3; do
	printf '{"total": 2, "list": [%s]}\n' "$([ $n = 3 ] || echo 1)" |
	    page late.localhost "list?page=$n"
done
workspace late 700 "$(source_of l numbered "$(at late)/list")"
: > "$log"
exits "--max-time in the midst of a row" 3 fetch --max-time 1
like "keeps its pages" "$(metadata solo.l)" \
    '"pages":[12],.*"stop":"interrupted","status":"deferred"'
exits "the next run" 0 fetch
like "goes on behind them" "$(metadata solo.l)" \
    '"records":2,"resumed":true,"stop":"empty","status":"complete"'
is "and asks for no page twice" "$(asked late)" \
    "/list?page=1 /list?page=2 /list?page=3 "
exits "--max-time beyond all numbers" 0 fetch --max-time 999999999999999999

# ---- going on in a later run ----

printf '{"list": [1]}\n' | page step.localhost 'list?page=1'
printf '{"list": [1]}\n' | page step.localhost 'other?page=1'
printf 'User-agent: *\nCrawl-delay: 600\n' | page step.localhost robots.txt
workspace step 0 "$(source_of s obeying "$(at step)/list")"
fetch --now 2026-11-21T08:00:00Z --max-time 1 2>/dev/null
exits "one page a run" 0 fetch --now 2026-11-21T08:10:00Z
exits "a row that was told to wait is not early" 0 \
    fetch --now 2026-11-21T08:19:45Z
exits "and then a 404" 0 fetch --now 2026-11-21T08:21:00Z
like "which is the end that the recipe names" "$(sqlite3 "$ws/.ledger.db" \
    'select stop, status from row')" 'status:404.complete'
exits "the first page again" 0 fetch --now 2026-11-21T08:32:00Z --force
workspace step 0 "$(source_of s obeying "$(at step)/other")"
: > "$log"
fetch --now 2026-11-21T08:43:00Z
is "a row that became another begins anew" "$(asked step)" \
    "/other?page=1 "

# ---- an end that is none ----

printf '{"list": [1], "next": "%s"}' "$(long 2500)" | page cur.localhost feed
printf '{"list": [1], "next": "%s"}' "$(long 9000)" | page cur.localhost more
workspace cur 0 "$(source_of c cursor "$(at cur)/feed")" \
    "$(source_of d cursor "$(at cur)/more")"
exits "a cursor that no URL has room for" 3 fetch
is "is no end" "$(metadata solo.c | grep -c '"status":"failed"')
$(metadata solo.d | grep -c '"status":"failed"')" "1
1"
is "and the page is kept" "$(records | grep -ac '^WARC-Type: response')" 2

# ---- manners ----

headers busy.localhost x 'Status: 429' 'Retry-After: 86400'
headers guide.localhost x 'Status: 302' \
    "Location: $(at busy)/x"
workspace busy 0 "$(source_of b single "$(at busy)/x")" \
    "$(source_of g single "$(at guide)/x")"
exits "a host that wants a day" 1 fetch --only solo.b
: > "$log"
exits "a redirect to it in a later run" 1 fetch --only solo.g
is "is not followed" "$(asked busy)" ""
like "and the run says why it brought nothing" "$(cat "$TMP/err")" \
    'no page came: 1 of 1 rows wait'
headers same.localhost robots.txt 'Status: 304'
echo x | page same.localhost x
workspace same 0 "$(source_of s single "$(at same)/x")"
fetch 2>/dev/null
is "304 for robots.txt is no consent" "$(asked same)" "/robots.txt "

# More hosts at work than requests may be under way: waiting costs no time of
# the processor.
set --
hosts=
for n in $(seq 40); do
	hosts="$hosts h$n.localhost"
	set -- "$@" "$(source_of h$n single "$(at h$n)/fault/trickle/x")"
done
workspace many 0 "$@"
hosts=
idle() {
	(ulimit -t 1; fetch --max-time 3 2>/dev/null)
	[ $? = 1 ]
}
ok "a full window is waited for asleep" idle

# ---- ledgers and locks ----

workspace ledger 0 "$(source_of f single "$(at fine)/x")"
: > "$ws/.ledger.db"
exits "a dry run beside an empty ledger" 0 fetch --dry-run
head -c 5000 /dev/urandom > "$ws/.ledger.db"
exits "a ledger that is none" 1 fetch
like "may be removed" "$(cat "$TMP/err")" 'may be removed'
rm "$ws/.ledger.db"
fetch
sqlite3 "$ws/.ledger.db" "update row set due = -9223372036854775807 - 1,
    started = 9223372036854775807, records = 9223372036854775807,
    resume = 'file:///etc/passwd', file = '../../x';
    update page set digest = NULL, next = 'file:///etc/passwd'"
exits "a ledger full of nonsense" 0 fetch
ln -s ../survivor "$TMP/ledger/.link"
echo alive > "$TMP/survivor"
mv "$ws/.link" "$ws/.lock.fetch"
exits "a lock that is a link" 1 fetch
is "is not written through" "$(cat "$TMP/survivor")" alive

# ---- plans ----

rm "$ws/.lock.fetch"
cp "$ws/sayso.json" "$TMP/good.json"
sed "s/\"recipe\":/\"item\": \"$(long 501)\", &/" "$TMP/good.json" \
    > "$ws/sayso.json"
exits "a name that no record has room for" 2 fetch
like "is a slip of the plan" "$(cat "$TMP/err")" \
    'sayso.json:[0-9]*: "item" has more than 500 bytes'
sed "s/\"recipe\":/\"every\": \"P999999999W999999999W\", &/" \
    "$TMP/good.json" > "$ws/sayso.json"
exits "a pause beyond all numbers" 2 fetch
