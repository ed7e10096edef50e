#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How a source is asked again: known records, since, windows, ids; how it is
# signed in to; what is posted.
. tests/tap.sh

plan 62
root=$TMP/root
sources=$TMP/sources
mkdir "$root" "$sources"
serve "$root"
tab=$(printf '\t')

recipe() { # NAME: standard input is the rest
	{
		printf '{ "recipe": 1, "id": "%s", "docs": "none",' "$1"
		echo '"terms": "ours", "verified": "by this test",'
		echo '"title": "for a test", "kind": "social", "source": "it",'
		cat
	} > "$sources/$1.json"
}
answer() { # HOST TARGET [HEADER-LINE...]: standard input is the body
	mkdir -p "$root/$1.localhost"
	answers=$((answers + 1))
	cat > "$root/$1.localhost/a$answers"
	printf '%s\ta%s\n' "$2" "$answers" >> "$root/$1.localhost/answers.tsv"
	host=$1
	shift 2
	[ $# = 0 ] || printf '%s\n' "$@" > "$root/$host.localhost/a$answers.headers"
}
forget() { rm -rf "$root/$1.localhost"; }
workspace() { # NAME RECIPE [MORE-OF-THE-SOURCE]
	ws=$TMP/$1
	mkdir -p "$ws"
	cat > "$ws/sayso.json" <<END
{ "contact": "ops@example.org", "delay_ms": 20,
  "allow_private": [ "$1.localhost", "id.localhost" ],
  "mirrors": { "https://it.example": "http://$1.localhost:$port",
    "https://id.example": "http://id.localhost:$port" },
  "brands": [ { "name": "Solo", "role": "own", "sources": [
    { "id": "it", "recipe": "$2" $3 } ] } ] }
END
}
fetch() { "$BIN/fetch" -C "$ws" --sources "$sources" "$@"; }
metadata() { # the newest file's last record
	zcat "$(find "$ws/captures/solo.it" -name '*.gz' | sort | tail -n 1)" |
	    tr -d '\r' | grep -a '^{"row"'
}
# targets that were asked since the log was emptied
asked() { cut -f 4 "$log" | tr '\n' ' '; }
day() { echo "2026-11-$1T08:00:00Z"; }

fields='"read": { "format": "json", "records": "/list", "fields": { "id":
  "/id", "text": "/text", "published": "/at" } } }'

# ---- known records ----

recipe known <<END
"request": { "url": "https://it.example/list", "robots": "api" },
"paginate": { "type": "page", "param": "page", "max_pages": 20,
  "stop": [ "known", "before_since", "empty" ] },
"stated": { "path": "/n" },
"incremental": { "mode": "known", "known_run": 2 }, $fields
END
r() { printf '{"id":%s,"text":"t%s","at":"2026-%s"}' "$1" "$1" "$2"; }
answer known '/list?page=1' <<END
{"n": 6, "list": [$(r 6 11-06), $(r 5 11-05)]}
END
answer known '/list?page=2' <<END
{"n": 6, "list": [$(r 4 09-04), $(r 3 09-03)]}
END
answer known '/list?page=3' <<END
{"n": 6, "list": [$(r 2 02-02), $(r 1 02-01)]}
END
answer known '/list?page=4' <<END
{"n": 6, "list": []}
END
workspace known known
exits "everything, the first time" 0 fetch --now "$(day 10)"
like "all are there" "$(metadata)" \
    '"stated":6,"records":6,"stop":"empty","status":"complete"'
forget known
answer known '/list?page=1' <<END
{"n": 8, "list": [$(r 8 11-12), $(r 7 11-11)]}
END
answer known '/list?page=2' <<END
{"n": 8, "list": [$(r 6 11-06), $(r 5 11-05)]}
END
: > "$log"
exits "then up to what is known" 0 fetch --now "$(day 12)"
is "and no further" "$(asked)" "/list?page=1 /list?page=2 "
like "with what there is in all" "$(metadata)" \
    '"stated":8,"records":4,"held":8,"stop":"known","status":"complete"'
"$BIN/parse" -C "$ws" --sources "$sources" >"$TMP/out" 2>"$TMP/err"
is "parse does not call that short" "$? $(cat "$TMP/err")" "0 "
forget known
answer known '/list?page=1' <<END
{"n": 30, "list": [$(r 8 11-12), $(r 7 11-11)]}
END
exits "what is stated and not there is short" 3 fetch --now "$(day 14)"
like "and says how short" "$(cat "$TMP/err")" \
    'short: 8 of 30 records .*stopped by known'

# a month later all is walked again: what was edited is seen
answer known '/list?page=2' <<END
{"n": 8, "list": [$(r 6 11-06), $(r 5 11-05)]}
END
answer known '/list?page=3' <<END
{"n": 8, "list": []}
END
: > "$log"
exits "after a month" 3 fetch --now 2026-12-20
like "all is walked once more" "$(asked)" 'page=2 /list.page=3 '
: > "$log"
exits "and then not" 3 fetch --now 2026-12-25
is "for another one" "$(asked)" "/list?page=1 "

# a run that breaks off makes nothing known
forget known
answer known '/list?page=1' <<END
{"n": 8, "list": [$(r 12 11-16), $(r 11 11-15)]}
END
exits "a run that breaks off" 3 fetch --now "$(day 16)"
answer known '/list?page=2' <<END
{"n": 8, "list": [$(r 10 11-14), $(r 9 11-13)]}
END
answer known '/list?page=3' <<END
{"n": 8, "list": [$(r 8 11-12), $(r 7 11-11)]}
END
: > "$log"
exits "leaves no gap" 0 fetch --now "$(day 18)" --force
like "the pages behind it are asked" "$(asked)" 'page=2 /list.page=3'

# --since and --backfill, newest first
workspace known known
rm -rf "$ws/captures" "$ws/.ledger.db"
forget known
answer known '/list?page=1' <<END
{"n": 6, "list": [$(r 6 11-06), $(r 5 11-05)]}
END
answer known '/list?page=2' <<END
{"n": 6, "list": [$(r 4 09-04), $(r 3 09-03)]}
END
: > "$log"
exits "--since" 0 fetch --now "$(day 10)" --since 2026-10-01
is "ends behind the first page that is older" "$(asked)" \
    "/list?page=1 /list?page=2 "
like "and says what was asked" "$(metadata)" \
    '"since":"2026-10-01T00:00:00Z","stop":"before_since"'
: > "$log"
exits "a backfill asks what is not due" 0 fetch --now "$(day 10)" \
    --backfill 2026-11-01..2026-12-01
is "and stops where it begins" "$(asked)" "/list?page=1 /list?page=2 "
exits "a backfill is two dates" 2 fetch --backfill 2026-11-01
exits "in their order" 2 fetch --backfill 2026-11-01..2026-10-01
exits "and no --since" 2 fetch --since 2026-01-01 \
    --backfill 2026-10-01..2026-11-01

# ---- since ----

recipe since <<END
"request": { "url": "https://it.example/list", "robots": "api" },
"paginate": { "type": "page", "param": "page", "max_pages": 20,
  "stop": [ "empty" ] },
"incremental": { "mode": "since", "param": "after", "format": "date",
  "lookback": "P1D" }, $fields
END
answer since '/list?page=1' <<END
{"list": [$(r 1 11-01), $(r 2 11-05)]}
END
answer since '/list?page=2' <<END
{"list": []}
END
workspace since since
exits "the first run asks without a date" 0 fetch --now "$(day 06)"
answer since '/list?after=2026-11-04&page=1' <<END
{"list": [$(r 2 11-05), $(r 3 11-07)]}
END
answer since '/list?after=2026-11-04&page=2' <<END
{"list": []}
END
: > "$log"
exits "the next one from the newest, less the look back" 0 \
    fetch --now "$(day 08)"
is "in the parameter" "$(asked)" \
    "/list?after=2026-11-04&page=1 /list?after=2026-11-04&page=2 "
like "and counts what there is in all" "$(metadata)" '"records":2,"held":3'
answer since '/list?after=2026-11-06&page=1' <<END
{"list": []}
END
before=$(find "$ws/captures" -name '*.gz' | wc -l)
exits "nothing new" 0 fetch --now "$(day 10)"
is "is no file" "$(find "$ws/captures" -name '*.gz' | wc -l)" "$before"

# ---- windows ----

recipe window <<END
"request": { "url": "https://it.example/s",
  "query": { "from": "{from}", "to": "{to}" }, "robots": "api" },
"paginate": { "type": "none", "max_pages": 9 },
"stated": { "path": "/n" },
"incremental": { "mode": "window", "format": "date", "start": "P4D",
  "step": "P2D", "least": "P1D", "cap": 2, "lookback": "P1D" }, $fields
END
answer window '/s?from=2026-11-06&to=2026-11-08' <<END
{"n": 3, "list": [$(r 1 11-06), $(r 2 11-07)]}
END
answer window '/s?from=2026-11-06&to=2026-11-07' <<END
{"n": 1, "list": [$(r 1 11-06)]}
END
answer window '/s?from=2026-11-07&to=2026-11-09' <<END
{"n": 2, "list": [$(r 2 11-07), $(r 3 11-07)]}
END
answer window '/s?from=2026-11-09&to=2026-11-10' <<END
{"n": 0, "list": []}
END
workspace window window
exits "stretches of time" 0 fetch --now 2026-11-10
is "split where the answer is capped" "$(asked | grep -o '/s.*')" \
    "/s?from=2026-11-06&to=2026-11-08 /s?from=2026-11-06&to=2026-11-07 \
/s?from=2026-11-07&to=2026-11-09 /s?from=2026-11-09&to=2026-11-10 "
like "and add up" "$(metadata)" \
    '"stated":3,"records":3,.*"stop":"window","status":"complete"'
answer window '/s?from=2026-11-09&to=2026-11-11' <<END
{"n": 1, "list": [$(r 4 11-10)]}
END
: > "$log"
exits "the next run goes on there, less the look back" 0 fetch --now 2026-11-11
is "in one stretch" "$(asked)" "/s?from=2026-11-09&to=2026-11-11 "
answer window '/s?from=2026-01-01&to=2026-01-02' <<END
{"n": 99, "list": [$(r 5 01-01)]}
END
: > "$log"
exits "what cannot be split is short" 3 fetch --now 2026-11-11 \
    --backfill 2026-01-01..2026-01-02
like "and says so" "$(cat "$TMP/err")" 'short: the least stretch'
answer window '/s?from=2026-11-10&to=2026-11-12' <<END
{"n": 0, "list": []}
END
: > "$log"
exits "a backfill moves nothing" 0 fetch --now 2026-11-12
is "the live run goes on where it was" "$(asked)" \
    "/s?from=2026-11-10&to=2026-11-12 "

sed 's/"max_pages": 9/"max_pages": 1/; s/"id": "window"/"id": "few"/' \
    "$sources/window.json" > "$sources/few.json"
exits "one page is too few for stretches of time" 2 sh -c "
    sed 's/\"window\"/\"few\"/' '$ws/sayso.json' > '$TMP/few.plan' &&
    mkdir -p '$TMP/few' && cp '$TMP/few.plan' '$TMP/few/sayso.json' &&
    '$BIN/fetch' -C '$TMP/few' --sources '$sources'"

# ---- posting, and waiting as asked ----

recipe post <<END
"params": { "q": { "about": "query", "required": true } },
"request": { "url": "https://it.example/search", "robots": "api",
  "body": "json", "fields": { "q": "{q}", "deep": { "a": [ 1 ] } },
  "backoff": "/wait" },
"paginate": { "type": "cursor", "in": "body", "param": "after",
  "next": "/next", "max_pages": 20, "stop": [ "absent" ] }, $fields
END
answer post '/search?__q___say___hi_____deep____a___1___' <<END
{"wait": 1, "next": "c2", "list": [$(r 1 11-01)]}
END
answer post '/search?__q___say___hi_____deep____a___1____after___c2__' <<END
{"list": [$(r 2 11-02)]}
END
workspace post post ', "params": { "q": "say \"hi\"" }'
: > "$log"
exits "a body is posted" 0 fetch
like "pages differ by what is posted" "$(metadata)" \
    '"pages":2,.*"records":2,.*"stop":"absent"'
is "with the method" "$(cut -f 2 "$log" | tr '\n' ' ')" "POST POST "
ok "and the pause that the answer asks for" awk -F'\t' '
    NR == 2 && $1 - first < 1000 { exit 1 } { first = $1 }' "$log"
ok "the request is kept as it was" sh -c "zcat '$ws'/captures/*/*.gz |
    grep -aq 'after\":\"c2\"}'"

# ---- ids ----

recipe ids <<END
"request": { "url": "https://it.example/all", "robots": "api",
  "answers": { "404": "empty", "403": "wait" } },
"paginate": { "type": "ids", "ids": "/ids", "size": 2, "max_pages": 20,
  "each": "https://it.example/some/{ids}" }, $fields
END
answer ids /all <<END
{"ids": [1, 2, 3, 4, 5]}
END
answer ids '/some/1,2' <<END
{"list": [$(r 1 11-01), $(r 2 11-02)]}
END
answer ids '/some/5' <<END
{"list": [$(r 5 11-05)]}
END
workspace ids ids
: > "$log"
exits "a list of ids goes on behind what is not there" 0 fetch
like "to its end" "$(metadata)" '"records":3,"stop":"ids","status":"complete"'
printf 'Status: 403\nRetry-After: 500\n' >\
    "$root/ids.localhost/a$((answers - 2)).headers"
exits "403 that means wait" 1 fetch --force
like "is told as that" "$(cat "$TMP/err")" 'deferred: ids.localhost asks to wait 500 s'
sed 's/"max_pages"/"stop": [ "empty" ], &/; s/"ids",/"wrong",/' \
    "$sources/ids.json" > "$sources/wrong.json"
workspace wrong wrong
exits "a rule that can never be met is a slip" 2 fetch

# ---- tokens ----

recipe oauth <<END
"secrets": { "id": { "env": "OAUTH_ID" }, "secret": { "env": "OAUTH_SECRET" } },
"request": { "url": "https://it.example/list", "robots": "api",
  "auth": { "type": "oauth_client", "user": "id", "secret": "secret",
    "token_url": "https://id.example/token" } },
"paginate": { "type": "none" }, $fields
END
OAUTH_ID=the-client-id
OAUTH_SECRET=never-tell-this
export OAUTH_ID OAUTH_SECRET
token() { # VALUE: what is given out, and what is asked for
	forget id
	forget oauth
	echo "{\"access_token\": \"$1\", \"expires_in\": 3600}" |
	    answer id '/token?grant_type=client_credentials'
	echo "{\"list\": [$(r 1 11-01)], \"echo\": \"$1\"}" |
	    answer oauth /list "Wants: Authorization: Bearer $1"
}
token first-token-of-all
workspace oauth oauth
: > "$log"
exits "a token is had first" 0 fetch
is "then the page" "$(asked)" "/token /list "
is "the token is kept for its owner only" \
    "$(find "$ws/.tokens" -type f -perm 600 | wc -l | tr -d ' ')" 1
: > "$log"
fetch --force
is "and is used again" "$(asked)" "/list "
token second-token-of-all
: > "$log"
exits "a token that is not taken" 0 fetch --force --log "$TMP/oauth.log"
is "is had anew, once" "$(asked)" "/list /token /list "
is "no token and no secret is anywhere else" "$({ cat "$ws/.ledger.db" \
    "$TMP/oauth.log"; zcat "$ws"/captures/*/*.gz; } | grep -acE \
    'token-of-all|never-tell|dGhlLWNsaWVudC1pZDpuZXZlci10ZWxsLXRoaXM')" 0
printf 'Wants: Authorization: Bearer third\n' > \
    "$root/oauth.localhost/a$((answers + 1)).headers"
: > "$log"
exits "one that is never taken ends it" 1 fetch --force
is "after one more" "$(asked)" "/list /token /list "
echo '<html>sign in</html>' > "$root/id.localhost/a$((answers + 1))"
: > "$log"
exits "an answer without a token" 1 fetch --force
like "is told without being quoted" "$(cat "$TMP/err")" \
    'failed: no token in the answer of the token.s server'
unset OAUTH_SECRET
exits "a secret that is not there is a slip" 2 fetch --force
like "that names the variable" "$(cat "$TMP/err")" OAUTH_SECRET
