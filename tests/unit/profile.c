/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages without markup, read by the shipped profiles. */
#include "page.h"

#include <stdlib.h>

#include "shelf.h"

static struct shelf shelf;

static int
open_shelf(void **state)
{
	struct complaint c;

	(void)state;
	shelf_init(&shelf, "fetch/sources");
	if (shelf_shipped(&shelf, &c) < 0)
		fail_msg("%s", c.text);
	return 0;
}

static int
close_shelf(void **state)
{
	(void)state;
	shelf_release(&shelf);
	return 0;
}

static void
read_shown(struct extract *x, const char *html)
{
	struct page page = {
		.bytes = text_of(html), .media_type = text_of("text/html"),
		.url = text_of("https://shop.example/p/1"),
		.fetched = PAGE_FETCHED, .profile = shelf.shipped,
		.profile_count = shelf.shipped_count,
	};
	struct complaint c;

	extract_init(x);
	if (extract_page(x, &page, &c) < 0)
		fail_msg("%s", c.text);
}

#define STAR(label) "<i data-hook='review-star-rating' " \
	"class='a-icon a-icon-star'><span class='a-icon-alt'>" label \
	"</span></i>"

static void
data_hooks_in_any_language(void **state)
{
	static const struct {
		const char *stars, *date, *helpful, *upvotes;
	} page[] = {
		{"4.0 out of 5 stars", "Reviewed in the United States on "
		    "March 4, 2023", "1,204 people found this helpful",
		    "1204"},
		{"4,0 von 5 Sternen", "Rezension aus Deutschland vom 4. März "
		    "2023", "Eine Person fand diese Informationen hilfreich",
		    "1"},
		{"4,0 su 5 stelle", "Recensito in Italia il 4 marzo 2023",
		    "Una persona l'ha trovato utile", "1"},
		{"4,0 sur 5\xC2\xA0étoiles", "Commenté en France le 4 mars "
		    "2023", "3 personnes ont trouvé cela utile", "3"},
		{"4,0 de 5 estrellas", "Revisado en México el 4 de marzo de "
		    "2023", "A una persona le resultó útil", "1"},
		{"5つ星のうち4.0", "2023年3月4日に日本でレビュー済み",
		    "12人のお客様がこれが役に立ったと考えています", "12"},
		{"4.0 من 5 نجوم", "تمت المراجعة في المملكة العربية السعودية "
		    "في ٤ مارس ٢٠٢٣", "شخص واحد وجد هذا مفيدًا", "1"},
	};
	char html[2000];
	struct extract x;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(page) / sizeof(*page); i++) {
		snprintf(html, sizeof(html), "<div id='RABC1' "
		    "data-hook='review'><span class='a-profile-name'>Ann"
		    "</span><a data-hook='review-title' href='/r/1'>"
		    STAR("%s") "<span class='a-letter-space'></span>"
		    "<span>Good</span></a><span data-hook='review-date'>%s"
		    "</span><span data-hook='avp-badge'>Verified</span>"
		    "<span data-hook='review-body'><div "
		    "data-hook='review-collapsed'>It works.</div><a>Read "
		    "more</a></span><span data-hook='helpful-vote-statement'>"
		    "%s</span></div>", page[i].stars, page[i].date,
		    page[i].helpful);
		read_shown(&x, html);
		assert_int_equal(x.review_count, 1);
		assert_int_equal(strtod(x.review[0].rating.bytes, NULL), 4);
		page_text("best", x.review[0].best, "5");
		page_text("date", x.review[0].published, "2023-03-04");
		page_text("title", x.review[0].title, "Good");
		page_text("text", x.review[0].body, "It works.");
		page_text("author", x.review[0].author, "Ann");
		page_text("id", x.review[0].native_id, "RABC1");
		page_text("upvotes", x.review[0].upvotes, page[i].upvotes);
		page_text("verified", x.review[0].verified, "true");
		page_text("url", x.review[0].url, "https://shop.example/r/1");
		page_text("extractor", x.review[0].extractor,
		    "recipe:amazon");
		extract_release(&x);
	}
}

static void
ids_and_classes_of_older_pages(void **state)
{
	struct extract x;

	(void)state;
	read_shown(&x, "<div id=\"customer_review-R2XYZ\" class='a-section'>"
	    "<a href='/gp/profile/A1'><span class='a-profile-name'>Bo</span>"
	    "</a><i class='a-icon a-icon-star a-star-2 review-rating'></i>"
	    "<span class='review-title'>Bad</span><span class='review-date'>"
	    "on March 4, 2016</span><div class='review-text'>It broke.</div>"
	    "<span class='review-votes'>7 of 9 people</span></div>");
	assert_int_equal(x.review_count, 1);
	page_text("id", x.review[0].native_id, "R2XYZ");
	page_text("rating", x.review[0].rating, "2");
	page_text("title", x.review[0].title, "Bad");
	page_text("text", x.review[0].body, "It broke.");
	page_text("date", x.review[0].published, "2016-03-04");
	page_text("upvotes", x.review[0].upvotes, "7");
	extract_release(&x);
}

/* Empty blocks wait for a script; the owner's answer is not the text. */
static void
blocks_with_an_answer(void **state)
{
	struct extract x;

	(void)state;
	read_shown(&x, "<html lang=no><h1 id=HEADING>Hotel</h1>"
	    "<div id=review_11 class='reviewSelector'></div>"
	    "<div id=review_12 class='reviewSelector'><div class='member_info'>"
	    "<div class='username'><span class='scrname'>Kari</span></div>"
	    "<div class='location'>Oslo</div></div><div class=quote><a>“<span "
	    "class='noQuotes'>Fint</span>”</a></div><div class='rating "
	    "reviewItemInline'><img class='rating_s_fill s40' alt='4 av 5 "
	    "stjerner'><span class='ratingDate'>Anmeldt 2 uker siden</span>"
	    "</div><div class=entry><p class=partial_entry>Mer enn bra."
	    "<span class='partnerRvw'>Mer</span></p></div><div "
	    "class='mgrRspnInline'><div class=header>Jonas<span "
	    "class='res_date'>1. november 2026</span></div><p "
	    "class='partial_entry'>Takk, Kari.</p></div></div>");
	assert_int_equal(x.review_count, 1);
	page_text("id", x.review[0].native_id, "12");
	page_text("item", x.review[0].item, "Hotel");
	page_text("rating", x.review[0].rating, "4");
	page_text("best", x.review[0].best, "5");
	page_text("title", x.review[0].title, "Fint");
	page_text("text", x.review[0].body, "Mer enn bra.");
	page_text("author", x.review[0].author, "Kari");
	page_text("location", x.review[0].location, "Oslo");
	page_text("date", x.review[0].published, "2026-11");
	page_text("reply", x.review[0].reply, "Takk, Kari.");
	page_text("its date", x.review[0].reply_date, "2026-11-01");
	extract_release(&x);
}

/* The rating is a class; author and month stand in one sentence. */
static void
test_targets(void **state)
{
	struct extract x;

	(void)state;
	read_shown(&x, "<html lang=en><div data-test-target='HR_CC_CARD'>"
	    "<div><span><a href='/Profile/Lee'>Lee W</a> wrote a review Mar "
	    "2020</span></div><div data-reviewid='777'><span class="
	    "'ui_bubble_rating bubble_30'></span><a href='/ShowUserReviews-"
	    "g1-d2-r777-Inn.html' data-test-target=\"review-title\"><span>"
	    "So so</span></a><q class='x'><span>Noisy at night.</span></q>"
	    "</div></div>");
	assert_int_equal(x.review_count, 1);
	page_text("id", x.review[0].native_id, "777");
	assert_int_equal(strtod(x.review[0].rating.bytes, NULL), 3);
	page_text("best", x.review[0].best, "5");
	page_text("title", x.review[0].title, "So so");
	page_text("text", x.review[0].body, "Noisy at night.");
	page_text("author", x.review[0].author, "Lee W");
	page_text("date", x.review[0].published, "2020-03");
	extract_release(&x);
}

/* The stars are a drawing with a title. */
static void
automation_cards(void **state)
{
	struct extract x;

	(void)state;
	read_shown(&x, "<html lang=en><div data-automation=\"reviewCard\"><div>"
	    "<a href='/Profile/Mo'><img></a><a href='/Profile/Mo'>Mo B</a>"
	    "</div><svg data-automation='bubbleRatingImage' viewBox='0 0 9 9'>"
	    "<title id=':1'>2.0 of 5 bubbles</title><path d='M0 0'/></svg>"
	    "<div data-test-target='review-title'>Cold</div><div>Feb 2023 • "
	    "Family</div><div data-test-target='review-body'><span>No heating "
	    "at all.</span></div><div><div>Written March 3, 2023</div></div>"
	    "</div>");
	assert_int_equal(x.review_count, 1);
	page_text("rating", x.review[0].rating, "2.0");
	page_text("best", x.review[0].best, "5");
	page_text("title", x.review[0].title, "Cold");
	page_text("text", x.review[0].body, "No heating at all.");
	page_text("author", x.review[0].author, "Mo B");
	page_text("date", x.review[0].published, "2023-03-03");
	extract_release(&x);
}

#define SHOWN "<div class='review'><div class='review__title'>Nice</div>" \
	"<div class='review__content'>Holds well.</div><div role=img " \
	"class='rating' aria-label='Rating 3 out of 5'></div><div " \
	"class='review__author'>Written by Di</div><div class='review__date'>" \
	"2nd April 2025</div></div>"

static void
a_fallback_for_any_shop(void **state)
{
	struct extract x;

	(void)state;
	read_shown(&x, SHOWN);
	assert_int_equal(x.review_count, 1);
	page_text("rating", x.review[0].rating, "3");
	page_text("title", x.review[0].title, "Nice");
	page_text("text", x.review[0].body, "Holds well.");
	page_text("author", x.review[0].author, "Di");
	page_text("date", x.review[0].published, "2025-04-02");
	extract_release(&x);
	/* Not where the page says itself what it holds. */
	read_shown(&x, SHOWN "<div itemscope itemtype="
	    "'https://schema.org/Review'><b itemprop=reviewBody>Another.</b>"
	    "</div>");
	assert_int_equal(x.review_count, 1);
	page_text("text", x.review[0].body, "Another.");
	extract_release(&x);
	/* A teaser without a rating is none. */
	read_shown(&x, "<div class='review'><h3 class='review-title'>Our "
	    "review of the year</h3><p class='review-text'>Read it.</p>"
	    "<span class='author'>Ed</span></div>");
	assert_int_equal(x.review_count, 0);
	extract_release(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(data_hooks_in_any_language),
		cmocka_unit_test(ids_and_classes_of_older_pages),
		cmocka_unit_test(blocks_with_an_answer),
		cmocka_unit_test(test_targets),
		cmocka_unit_test(automation_cards),
		cmocka_unit_test(a_fallback_for_any_shop),
	};

	return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
