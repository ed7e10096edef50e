#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Reviews that a page shows and does not mark up: lists of elements of one kind.
. tests/tap.sh

plan 31
cd "$TMP" || exit 1

# LANGUAGE: a page around what comes from standard input.
page() {
	printf '<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8">' "$1"
	printf '<title>Lamp reviews</title></head><body><nav><a href="/">Home</a>'
	printf '<a href="/cart">Cart</a></nav><h1>Lamp</h1>'
	cat
	printf '<footer><p>All rights reserved. We are a small shop.</p>'
	printf '</footer></body></html>'
}
# FILE FILTER: of each review
get() {
	"$BIN/parse" --fetched 2026-11-20T12:00:00Z "$1" |
	    jq -r "select(.type == null) |
	        (.. | numbers) |= . + 0 | $2"	# jq 1.7 keeps "4.0"
}
short='"\(.reviewRating.ratingValue)/\(.reviewRating.bestRating) \(.author)" +
    " \(.datePublished): \(.reviewBody)"'

page en > width.html <<'END'
<div id="comments"><ol>
<li class="review" id="c-1"><div class="star-rating"><span style="width:80%"></span></div>
<p class="meta"><strong class="author">Ana</strong> <time datetime="2026-10-02">October 2, 2026</time></p>
<div class="description"><p>It is bright and quiet.</p></div>
<ul class="children"><li class="comment"><p class="meta"><strong>Shop</strong> <time datetime="2026-10-03">October 3, 2026</time></p>
<div class="description"><p>Thank you very much, Ana!</p></div></li></ul></li>
<li class="review" id="c-2"><div class="star-rating"><span style="width:20%"></span></div>
<p class="meta"><strong class="author">Ben Cole</strong> <time datetime="2026-09-30">September 30, 2026</time></p>
<div class="description"><p>Broke on the second day.</p></div></li></ol></div>
END
is "stars by width" "$(get width.html "$short")" \
    '4/5 Ana 2026-10-02: It is bright and quiet.
1/5 Ben Cole 2026-09-30: Broke on the second day.'
is "the answer below a review is its own" \
    "$(get width.html '.reply.text // empty')" 'Thank you very much, Ana!'
is "with its date" "$(get width.html '.reply.dateCreated // empty')" 2026-10-03
is "what read it" "$(get width.html .extractor | sort -u)" visible
is "the heading is the item" "$(get width.html .item | sort -u)" Lamp

on='<span class="fa"><i class="fa fa-star"></i><i class="fa fa-star-o"></i></span>'
off='<span class="fa"><i class="fa fa-star-o"></i></span>'
page en > icons.html <<END
<table class="t"><tr><td><b>Ana</b></td><td>02/10/2026</td></tr><tr><td colspan="2"><p>It is bright and quiet.</p>
$on$on$on$on$off</td></tr></table>
<table class="t"><tr><td><b>Ben Cole</b></td><td>30/09/2026</td></tr><tr><td colspan="2"><p>Broke on the second day.</p>
$on$off$off$off$off</td></tr></table>
END
is "icons over icons, in tables" "$(get icons.html \
    '"\(.reviewRating.ratingValue) \(.author): \(.reviewBody)"')" \
    '4 Ana: It is bright and quiet.
1 Ben Cole: Broke on the second day.'

page hr > words.html <<'END'
<div class="x"><b>Petra</b> <i>prije 2 dana</i><div>Ocjena: 4 od 5</div><p>Sve super, samo je dostava kasnila.</p></div>
<div class="x"><b>Dino</b> <i>prije 3 tjedna</i><div>Ocjena: 2 od 5</div><p>Svjetlo treperi i zuji.</p></div>
END
is "no names of classes at all" "$(get words.html "$short")" \
    '4/5 Petra 2026-11-18: Sve super, samo je dostava kasnila.
2/5 Dino 2026-10: Svjetlo treperi i zuji.'
page ka > ka.html <<'END'
<div class="k"><span class="nm">ნინო</span> <span>12 ოქტომბერი, 2026</span><div title="5-დან 4"></div><p>ძალიან კარგი ნათურაა.</p></div>
<div class="k"><span class="nm">გიორგი</span> <span>3 დღის წინ</span><div title="5-დან 2"></div><p>მალე გაფუჭდა, არ გირჩევთ.</p></div>
END
is "a label in Georgian" "$(get ka.html "$short")" \
    '4/5 ნინო 2026-10-12: ძალიან კარგი ნათურაა.
2/5 გიორგი 2026-11-17: მალე გაფუჭდა, არ გირჩევთ.'
page fa > fa.html <<'END'
<article class="a"><div data-testid="rate">۴.۰</div><div class="l"><p>۱۲ آبان ۱۴۰۵</p><p>سارا محمدی</p></div><p>جنسش خوب است و سریع رسید.</p></article>
<article class="a"><div data-testid="rate">۲.۰</div><div class="l"><p>۲۸ مهر ۱۴۰۵</p><p>علی رضایی</p></div><p>بعد از یک هفته خراب شد.</p></article>
<p>۴.۲ از ۵</p>
END
is "digits and calendar of Iran" "$(get fa.html \
    '"\(.reviewRating.ratingValue) \(.author) \(.datePublished)"')" \
    '4 سارا محمدی 2026-11-03
2 علی رضایی 2026-10-20'
page en > plain.html <<'END'
<table><tr><td>Ana<br><small>2 days ago</small></td><td><font color="orange">★★★★☆</font><br>It is bright and quiet.</td></tr>
<tr><td>Ben Cole<br><small>yesterday</small></td><td><font color="orange">★☆☆☆☆</font><br>Broke on the second day.<blockquote><b>Response from the owner</b><br>Hi Ben, we send a new one.</blockquote></td></tr></table>
END
is "stars as letters" "$(get plain.html "$short")" \
    '4/5 Ana 2026-11-18: It is bright and quiet.
1/5 Ben Cole 2026-11-19: Broke on the second day.'
is "the owner's answer by what leads it" "$(get plain.html \
    '.reply.text // empty')" 'Hi Ben, we send a new one.'

page de > ten.html <<'END'
<ul class="reviews"><li class="block"><span class="avatar__title">Sabine</span><span class="avatar__subtitle">Deutschland</span><div class="score__badge">9,0</div><h3 class="block__title">Wunderbar</h3><span class="block__date">Bewertet am: 5. November 2026</span><p><span>Gefiel</span><span> · </span><span class="c-body">Sehr sauber.</span></p><p><span>Gefiel nicht</span><span> · </span><span class="c-body">Das Frühstück.</span></p></li>
<li class="block"><span class="avatar__title">Klaus</span><span class="avatar__subtitle">Österreich</span><div class="score__badge">4,0</div><h3 class="block__title">Laut</h3><span class="block__date">Bewertet am: 19. Oktober 2026</span><p><span>Gefiel nicht</span><span> · </span><span class="c-body">Schimmel im Bad.</span></p></li></ul>
END
is "above five all are of ten" "$(get ten.html \
    '"\(.reviewRating.ratingValue) of \(.reviewRating.bestRating)"')" \
    '9 of 10
4 of 10'
is "author, title and what was liked" "$(get ten.html \
    '[.author, .name, (.positiveNotes // "-"), .negativeNotes] | join("|")')" \
    'Sabine|Wunderbar|Sehr sauber.|Das Frühstück.
Klaus|Laut|-|Schimmel im Bad.'

page ru > hashed.html <<'END'
<div class="q"><div class="z1">Иван</div><div role="img" aria-label="Оценка: 5 из 5"></div><span class="z2">17 ноября 2026 г.</span><div class="z3">Светит ярко, всё работает.</div><div class="z4">Число людей, которые считают этот отзыв полезным: 14</div></div>
<div class="q"><div class="z1">Ольга</div><div role="img" aria-label="Оценка: 1 из 5"></div><span class="z2">2 ноября 2026 г.</span><div class="z3">Сломалась сразу, очень жаль.</div><div class="z4">Число людей, которые считают этот отзыв полезным: 3</div><div class="z5"><div class="z6"><div>Acme</div><div>3 ноября 2026 г.</div></div><div><div>Ольга, мы всё исправили в новой версии лампы.</div></div></div></div>
END
is "names that say nothing" "$(get hashed.html "$short")" \
    '5/5 Иван 2026-11-17: Светит ярко, всё работает.
1/5 Ольга 2026-11-02: Сломалась сразу, очень жаль.'
is "a second date begins an answer" "$(get hashed.html \
    '.reply | select(.) | "\(.dateCreated): \(.text)"')" \
    '2026-11-03: Ольга, мы всё исправили в новой версии лампы.'
page es > common.html <<'END'
<div class="c"><a href="/Profile/l">Lucía</a> <span>escribió una opinión el 3 nov</span><svg><title>4,0 de 5 burbujas</title></svg><a href="/r1"><span>Bien</span></a><div>Muy céntrico.</div><div>Esta opinión es la opinión subjetiva de un miembro, no de la empresa.</div></div>
<div class="c"><a href="/Profile/p">Paco</a> <span>escribió una opinión el 28 oct</span><svg><title>1,0 de 5 burbujas</title></svg><a href="/r2"><span>Ruido</span></a><div>No se duerme.</div><div>Esta opinión es la opinión subjetiva de un miembro, no de la empresa.</div></div>
END
is "what all have is nobody's review; a day without a year" \
    "$(get common.html '"\(.author) \(.datePublished): \(.reviewBody)"')" \
    'Lucía 2026-11-03: Muy céntrico.
Paco 2026-10-28: No se duerme.'

# ---- nothing to find ----

none() { is "$1" "$(get "$2" .reviewBody)" ''; }
page en > list.html <<'END'
<ul><li class="card"><h3>Lamp one with a blue light</h3><div aria-label="4.5 out of 5 stars"></div><span>(12)</span><span class="price">$20.99</span></li>
<li class="card"><h3>Lamp two with a red light</h3><div aria-label="5 out of 5 stars"></div><span>(3)</span><span class="price">$30.99</span></li></ul>
END
none "products with stars" list.html
page en > search.html <<'END'
<div class="result"><a href="/1">Best lamps of 2026</a><span class="date">Nov 1, 2026</span><p>We tested many lamps.</p><div aria-label="Rated 4.1 out of 5">Rating: 4.1 · 100 reviews</div></div>
<div class="result"><a href="/2">Lamp buying guide</a><span class="date">Nov 2, 2026</span><p>How to buy a lamp.</p><div aria-label="Rated 4.2 out of 5">Rating: 4.2 · 200 reviews</div></div>
END
none "search results with averages" search.html
page en > blog.html <<'END'
<article class="post"><h2><a href="/1">Five star hotels</a></h2><span class="author">Ellen</span> <time datetime="2026-10-01">October 1, 2026</time><p>We slept in all of them and tell which one is best.</p></article>
<article class="post"><h2><a href="/2">On stars</a></h2><span class="author">Ellen</span> <time datetime="2026-10-02">October 2, 2026</time><p>How to see more stars at night, with a star map.</p></article>
END
none "articles" blog.html
page en > qa.html <<'END'
<p>4.5 out of 5 stars</p><div class="question"><span class="author">Bob</span> <time datetime="2026-09-09">Sep 9, 2026</time><p>Does it come with a bulb?</p></div>
<div class="question"><span class="author">Cy</span> <time datetime="2026-09-12">Sep 12, 2026</time><p>Can it be dimmed?</p></div>
END
none "questions" qa.html
page hr > scores.html <<'END'
<table><tr><td>Dinamo</td><td>14.11.2026.</td><td>3/5</td></tr><tr><td>Hajduk</td><td>15.11.2026.</td><td>4/5</td></tr></table>
END
none "scores of games" scores.html
page en > form.html <<'END'
<p>Be the first to review it.</p><form><p class="stars"><a class="star-1">1</a><a class="star-2">2</a><a class="star-3">3</a><a class="star-4">4</a><a class="star-5">5</a></p><textarea></textarea></form>
END
none "a form to write one" form.html
page en > gallery.html <<'END'
<div class="slide" aria-label="Slide 1 of 5"><b>Ana</b> <span>October 2, 2026</span><p>A picture of the lamp.</p></div><div class="slide" aria-label="Slide 2 of 5"><b>Ben</b> <span>October 3, 2026</span><p>Another picture of it.</p></div>
END
none "slides of five" gallery.html

# ---- hostile ----

perl -e 'print "<html><body>", "<div class=review title=\"4 of 5\">" x 20000,
    "text" x 9, "</div>" x 20000' > deep.html
exits "deep nesting ends" 0 timeout 20 "$BIN/parse" deep.html
perl -e 'print "<html><body>", "<div class=review><b>A</b> 2.10.2026 " .
    "<i title=\"4 of 5\"></i>" x 3000, "some text", "</div>" x 3000' \
    > nested.html
exits "lists in lists end" 0 timeout 20 "$BIN/parse" nested.html
perl -e 'print "<html><body><ul>"; print "<li class=review><b>A$_</b> " .
    "<span>2.10.2026</span> <i title=\"4 of 5\"></i><p>Text number $_ is " .
    "here.</p></li>" for 1 .. 3000' > wide.html
exits "a long list" 0 "$BIN/parse" wide.html
is "is read" "$(wc -l < out | tr -d ' ')" 3000
perl -e 'print "<html><body>"; for $i (1 .. 3000) { print "<p class=k$i " .
    "title=\"4 of 5\"><b>A</b>x</p>" }' > kinds.html
exits "many kinds end" 0 timeout 20 "$BIN/parse" kinds.html

# ---- shapes met later ----

page ro > later.html <<'END'
<div class="item"><span class="initials">AP</span><p class="author"><a>Andrei Popescu</a></p><p>12 noi 2026</p><div class="stars"><div style="width: calc(100% - 2px)"></div></div><h3 class="title">Bun</h3><div class="pros-and-cons__item--pro">Ieftin</div><div class="pros-and-cons__item--con">Greu</div><div class="item-body">Produs excelent, livrare rapida.</div></div>
<div class="item"><span class="initials">M</span><p class="author"><a>Mihaela</a></p><p>28 oct 2026</p><div class="stars"><div style="width: calc(40% - 2px)"></div></div><h3 class="title">Slab</h3><div class="pros-and-cons__item--con">Bateria</div><div class="item-body">Arrived today, broken!</div></div>
END
is "initials, a computed width, sides of one block" "$(get later.html \
    '[.author, .datePublished, .reviewRating.ratingValue, (.positiveNotes //
    "-"), .negativeNotes, .reviewBody] | map(tostring) | join("|")')" \
    'Andrei Popescu|2026-11-12|5|Ieftin|Greu|Produs excelent, livrare rapida.
Mihaela|2026-10-28|2|-|Bateria|Arrived today, broken!'
page en > gifs.html <<'END'
<div class="c"><p><b>Rita</b> from Leeds - 12 Nov 2026</p><p><img src="star_on.gif"><img src="star_on.gif"><img src="star_on.gif"><img src="star_off.gif"><img src="star_off.gif"></p><blockquote>A decent rug.</blockquote></div>
<div class="c"><p><b>Howard</b> from York - 30 Oct 2026</p><p><img src="star_on.gif"><img src="star_on.gif"><img src="star_on.gif"><img src="star_on.gif"><img src="star_on.gif"></p><blockquote>Superb quality.</blockquote></div>
END
is "pictures called star_on" "$(get gifs.html "$short")" \
    '3/5 Rita 2026-11-12: A decent rug.
5/5 Howard 2026-10-30: Superb quality.'
page en > told.html <<'END'
<div class="_b"><h2>Camille</h2><div>Lyon, France</div><span>Rating, 5 stars</span><span>October 2026</span><div>Lovely flat, very central.</div></div>
<div class="_b"><h2>Piotr</h2><div>Kraków, Poland</div><span>Rating, 3 stars</span><span>2 weeks ago</span><div>The street is loud at night.</div><div><div>Response from Ana</div><div>November 2026</div><div>Thanks Piotr, we now offer earplugs!</div></div></div>
END
is "stars in words" "$(get told.html '"\(.reviewRating.ratingValue)" +
    " \(.author) \(.reply.text // "-")"')" \
    '5 Camille -
3 Piotr Thanks Piotr, we now offer earplugs!'
