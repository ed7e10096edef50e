#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Pages of forums, known by what stands in their head, and JSON of programs
# that no recipe knows.
. tests/tap.sh

plan 14
cd "$TMP" || exit 1

# FILE FILTER: of each review
get() {
	"$BIN/parse" --fetched 2026-11-20T12:00:00Z "$1" |
	    jq -r "select(.type == null) |
	        (.. | numbers) |= . + 0 | $2"	# jq 1.7 keeps "4.0"
}

cat > forum.html <<'END'
<!DOCTYPE html><html lang="ru"><head><title>Lamp</title></head><body id="phpbb"><h2 class="topic-title">Lamp</h2>
<div id="p1" class="post bg1"><p class="author"><a class="username">Sanya</a> <time datetime="2026-11-07T07:12:00+00:00">x</time></p><div class="postbody"><div class="content">Держит отлично.</div><div class="signature">Семь раз отмерь</div></div></div>
</body></html>
END
is "a forum, by what stands in its head" "$(get forum.html \
    '"\(.extractor) \(.author) \(.datePublished): \(.reviewBody)"')" \
    'recipe:forum-pages Sanya 2026-11-07T07:12:00Z: Держит отлично.'
{
	printf '%08193d' 0
	cat forum.html
} > far.html
is "and not by what a page only quotes" "$(get far.html .extractor)" ''

card() { # THUMB TEXT AUTHOR
	printf '<div class="apphub_Card c"><div class="%s">' \
	    apphub_UserReviewCardContent
	printf '<div class="thumb"><img src="icon_thumbs%s.png"></div>' "$1"
	printf '<div class="apphub_CardTextContent"><div class="date_posted">'
	printf 'Posted: November 3</div> %s </div></div>' "$2"
	printf '<div class="apphub_CardContentAuthorName"><a>%s</a></div>' "$3"
	printf '</div>'
}
{
	card Up 'Great.' Ana
	card Down 'Crashes.' Ben
} > thumbs.html
is "thumbs" "$(get thumbs.html '"\(.reviewRating.ratingValue) \(.author)" +
    " \(.datePublished): \(.reviewBody)"')" \
    '1 Ana 2026-11-03: Great.
0 Ben 2026-11-03: Crashes.'

cat > words.html <<'END'
<html lang="hr"><body><div><b>Petra</b> <i>prije 2 dana</i><div>Ocjena: 4 od 5</div><p>Sve super, samo je dostava kasnila.</p></div>
<div><b>Dino</b> <i>prije 3 dana</i><div>Ocjena: 2 od 5</div><p>Svjetlo treperi i zuji.</p></div></body></html>
END
{
	printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
	printf '\377\376'
	iconv -f UTF-8 -t UTF-16LE words.html
} > block
{
	printf 'WARC/1.0\r\nWARC-Type: response\r\n'
	printf 'WARC-Record-ID: <urn:x:1>\r\n'
	printf 'WARC-Date: 2026-11-20T12:00:00Z\r\n'
	printf 'WARC-Target-URI: http://x.example/\r\n'
	printf 'Content-Type: application/http; msgtype=response\r\n'
	printf 'Content-Length: %s\r\n\r\n' "$(wc -c < block | tr -d ' ')"
	cat block
	printf '\r\n\r\n'
} > utf16.warc
is "UTF-16 in a capture" "$(get utf16.warc .author)" 'Petra
Dino'

# ---- answers of programs ----

stated() {
	"$BIN/parse" "$1" | jq -r 'select(.type == "AggregateRating") |
	    "\(.reviewCount) \(.ratingCount) \(.ratingValue)"'
}
cat > grade.json <<'END'
{"comments_nb":12,"comments":[
{"id":"1","customer_name":"Eva","title":"Fine","content":"Comes fast and works.","grade":"5","date_add":"2026-11-02"},
{"id":"2","customer_name":"Petr","title":"Bad","content":"Smells of plastic.","grade":"2","date_add":"2026-10-14"}]}
END
is "a grade" "$(get grade.json '"\(.reviewRating.ratingValue) \(.author)"')" \
    '5 Eva
2 Petr'
is "how many there are" "$(stated grade.json)" '12 null null'

cat > ten.json <<'END'
{"data":{"count":540,"comments":[
{"commentId":1,"createdDate":"2026-11-13 20:11:05","sender":"Neda","commentText":"Warm and good.","rate":10,"replies":[{"commentText":"Thank you, Neda","createdDate":"2026-11-14 09:00:00"}]},
{"commentId":2,"createdDate":"2026-11-11 21:00:00","sender":"Omid","commentText":"Cold, no taste.","rate":2,"replies":[]}]}}
END
is "one above five makes all of ten" "$(get ten.json \
    '"\(.reviewRating.ratingValue)/\(.reviewRating.bestRating) \(.author)"')" \
    '10/10 Neda
2/10 Omid'
is "an answer in a list" "$(get ten.json '.reply | select(.) |
    "\(.dateCreated): \(.text)"')" '2026-11-14T09:00:00: Thank you, Neda'
is "and the count" "$(stated ten.json)" '540 null null'

cat > talk.json <<'END'
{"comments":[
{"comment":{"id":1,"content":"I sent mine back.","published":"2026-11-11T10:10:10Z"},"creator":{"name":"flip","display_name":""},"post":{"name":"Which lamp?","body":"I am thinking."},"community":{"name":"lamps","title":"Lamps","description":"All about lamps","published":"2023-06-01T00:00:00Z"},"replies":[{"text":"Why?"}]},
{"comment":{"id":2,"content":"The best I had.","published":"2026-11-12T11:00:00Z"},"creator":{"name":"q","display_name":"Queen"},"post":{"name":"Which lamp?","body":"I am thinking."},"community":{"name":"lamps","title":"Lamps","description":"All about lamps","published":"2023-06-01T00:00:00Z"},"replies":[]}]}
END
is "a comment in an object of its own; an empty name is none" \
    "$(get talk.json '"\(.author): \(.reviewBody)"')" \
    'flip: I sent mine back.
Queen: The best I had.'
is "who answers a comment is not its owner" \
    "$(get talk.json '.reply.text // empty')" ''

cat > silent.json <<'END'
{"feedbackCount":2,"feedbacks":[{"id":"a","user":{"name":"O"},"text":"It is fine.","productValuation":5,"createdDate":"2026-11-10T07:55:12Z"},
{"id":"b","user":{"name":""},"text":"","productValuation":4,"createdDate":"2026-11-09T10:00:00Z"}]}
END
is "a rating without a text or name" "$(get silent.json \
    '"\(.reviewRating.ratingValue) \(.datePublished)"')" \
    '5 2026-11-10T07:55:12Z
4 2026-11-09T10:00:00Z'
cat > jobs.json <<'END'
{"total":2,"jobs":[{"id":1,"title":"Manager","description":"Lead a team of ten in our store.","created_at":"2026-11-01T10:00:00Z","company":{"name":"Lamp Ltd","rating":4.2}},
{"id":2,"title":"Driver","description":"Deliver parcels in the city.","created_at":"2026-11-05T10:00:00Z","company":{"name":"Lamp Ltd","rating":4.2}}]}
END
is "no reviews, no count of any" "$("$BIN/parse" jobs.json)" ''
cat > tasks.json <<'END'
{"total":2,"tasks":[{"id":1,"title":"Fix","description":"Crash on start of the app","created_at":"2026-11-01T10:00:00Z","creator":{"name":"Ana"},"grade":2},
{"id":2,"title":"Docs","description":"Write the manual page now","created_at":"2026-11-02T10:00:00Z","creator":{"name":"Ben"},"grade":3}]}
END
is "tasks with a grade" "$(get tasks.json .id)" ''
