/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Microdata and RDFa. */
#include "page.h"

#define REVIEW "itemscope itemtype=\"http://schema.org/Review\""

static void
a_product_with_reviews(void **state)
{
	struct extract x;
	const struct review *r;

	(void)state;
	page_read(&x, "<html lang=de><div itemscope itemtype="
	    "\"https://schema.org/Product\"><h1 itemprop=name>Lampe</h1>"
	    "<p itemprop=aggregateRating itemscope itemtype="
	    "\"https://schema.org/AggregateRating\"><b itemprop=ratingValue>"
	    "5,4</b> / <b itemprop=bestRating>6</b> (<i itemprop=reviewCount>"
	    "1.204</i>)</p><div itemprop=review " REVIEW ">"
	    "<b itemprop=name>Gut</b><a itemprop=author href=/u/1>Eva</a>"
	    "<time itemprop=datePublished datetime=2024-03-02>gestern</time>"
	    "<p itemprop=reviewRating itemscope itemtype="
	    "\"http://schema.org/Rating\"><meta itemprop=worstRating content=1>"
	    "<meta itemprop=ratingValue content=4><meta itemprop=bestRating "
	    "content=5></p><p itemprop=reviewBody>Sehr<br>hell &amp; "
	    "<script>var a</script>leicht</p>"
	    "<div itemprop=comment itemscope itemtype=\"http://schema.org/"
	    "Comment\"><p itemprop=text>Danke</p></div></div></div>");
	assert_int_equal(x.review_count, 1);
	r = &x.review[0];
	page_text("title", r->title, "Gut");
	page_text("author", r->author, "Eva");
	page_text("date", r->published, "2024-03-02");
	page_text("rating", r->rating, "4");
	page_text("best", r->best, "5");
	page_text("worst", r->worst, "1");
	page_text("body", r->body, "Sehr hell & leicht");
	page_text("item", r->item, "Lampe");
	page_text("reply", r->reply, "Danke");
	page_text("extractor", r->extractor, "microdata");
	assert_int_equal(x.aggregate_count, 1);
	page_text("average", x.aggregate[0].rating, "5.4");
	page_text("best", x.aggregate[0].best, "6");
	page_text("count", x.aggregate[0].review_count, "1204");
	extract_release(&x);
}

static void
itemref_adds_properties_once(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div " REVIEW " itemref=\"body who\"></div>"
	    "<p id=body itemprop=reviewBody>Fine</p><p id=body itemprop="
	    "reviewBody>second</p><div id=who itemprop=author itemscope "
	    "itemtype=\"http://schema.org/Person\"><b itemprop=name>Ann</b>"
	    "</div><div " REVIEW " id=me itemref=me><p itemprop=reviewBody>"
	    "loop</p></div>");
	assert_int_equal(x.review_count, 2);
	page_text("body", x.review[0].body, "Fine");
	page_text("author", x.review[0].author, "Ann");
	page_text("loop", x.review[1].body, "loop");
	extract_release(&x);
}

static void
clones_count_once(void **state)
{
	static const char review[] = "<div " REVIEW "><b itemprop=author>Ann"
	    "</b><p itemprop=reviewBody>Good</p></div>";
	char page[1024];
	struct extract x;

	(void)state;
	snprintf(page, sizeof(page), "%s%s<div " REVIEW "><b itemprop=author>"
	    "Bo</b><p itemprop=reviewBody>Good</p></div>", review, review);
	page_read(&x, page);
	assert_int_equal(x.review_count, 2);
	assert_int_equal(x.clones, 1);
	extract_release(&x);
}

static void
ratings_only_shown_are_read(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div " REVIEW "><img itemprop=reviewRating "
	    "alt=\"4 av 5 stjerner\"><i itemprop=datePublished>4 dager siden"
	    "</i></div><div " REVIEW "><p itemprop=reviewRating><i class="
	    "\"star on\"></i><i class=\"star on\"></i><i class=\"star off\">"
	    "</i></p></div><div " REVIEW "><meta itemprop=ratingValue "
	    "content=0><p itemprop=reviewBody>Unrated</p></div>");
	assert_int_equal(x.review_count, 3);
	page_text("alt", x.review[0].rating, "4");
	page_text("best", x.review[0].best, "5");
	page_text("relative", x.review[0].published, "2026-11-17");
	page_text("icons", x.review[1].rating, "2");
	page_text("nought", x.review[2].rating, NULL);
	extract_release(&x);
}

static void
half_a_page_is_no_name(void **state)
{
	struct buffer b;
	struct extract x;
	int i;

	(void)state;
	buffer_init(&b, 1 << 20);
	buffer_add_string(&b, "<div itemprop=itemReviewed " REVIEW ">"
	    "<p itemprop=reviewBody>Fine</p><div itemprop=itemReviewed "
	    "itemscope>");
	for (i = 0; i < 100; i++)
		buffer_add_string(&b, "much text ");
	page_read(&x, b.bytes);
	assert_int_equal(x.review_count, 1);
	page_text("item", x.review[0].item, NULL);
	extract_release(&x);
	buffer_release(&b);
}

static void
an_article_typed_review_is_none(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div " REVIEW "><h2 itemprop=name>News</h2><p>Long "
	    "text</p></div>");
	assert_int_equal(x.review_count, 0);
	extract_release(&x);
}

static void
broken_pages_lose_nothing(void **state)
{
	static const char page[] = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n"
	    "<p>a\0b</p><!-- <div><svg><p></svg><style>p>a{}</style>"
	    "<script>'<\\/script>'</script><div " REVIEW ">"
	    "<p itemprop=reviewBody>after</p></div>";
	struct buffer deep;
	struct extract x;
	int i;

	(void)state;
	page_read_as(&x, page, sizeof(page) - 1, "text/html");
	assert_int_equal(x.review_count, 1);
	page_text("body", x.review[0].body, "after");
	extract_release(&x);

	buffer_init(&deep, 1 << 20);
	for (i = 0; i < 5000; i++)
		buffer_add_string(&deep, "<div>");
	buffer_add_string(&deep, "<div " REVIEW "><p itemprop=reviewBody>"
	    "deep</p></div><p ");
	for (i = 0; i < 20000; i++)
		buffer_add_format(&deep, "a%d=1 ", i);
	buffer_add_string(&deep, ">");
	page_read(&x, deep.bytes);
	assert_int_equal(x.review_count, 1);
	page_text("body", x.review[0].body, "deep");
	extract_release(&x);
	buffer_release(&deep);
}

static void
rdfa_lite(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div vocab=\"https://schema.org/\" typeof=Product>"
	    "<b property=name>Lamp</b><div property=review typeof=Review>"
	    "<i property=author>Ann</i><p property=reviewRating typeof=Rating>"
	    "<b property=ratingValue>1</b>/<b property=bestRating>5</b></p>"
	    "<p property=reviewBody>Out</p></div></div>"
	    "<div typeof=Review vocab=\"http://other.example/\">"
	    "<p property=reviewBody>no</p></div>");
	assert_int_equal(x.review_count, 1);
	page_text("rating", x.review[0].rating, "1");
	page_text("best", x.review[0].best, "5");
	page_text("author", x.review[0].author, "Ann");
	page_text("item", x.review[0].item, "Lamp");
	page_text("extractor", x.review[0].extractor, "rdfa");
	extract_release(&x);
}

static void
data_vocabulary(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div xmlns:v=\"http://rdf.data-vocabulary.org/#\" "
	    "typeof=\"v:Review-aggregate\"><b property=\"v:itemreviewed\">Film"
	    "</b><span rel=\"v:rating\"><span typeof=\"v:Rating\">"
	    "<b property=\"v:average\">7.9</b> of <b property=\"v:best\">10"
	    "</b></span></span><b property=\"v:votes\">1,204</b></div>"
	    "<div xmlns:q=\"http://rdf.data-vocabulary.org/#\" "
	    "typeof=\"q:Review\"><b property=\"q:reviewer\">Ann</b>"
	    "<b property=\"q:dtreviewed\" content=\"2011-04-01\">April</b>"
	    "<p property=\"q:description\">Dull</p></div>");
	assert_int_equal(x.aggregate_count, 1);
	page_text("item", x.aggregate[0].item, "Film");
	page_text("average", x.aggregate[0].rating, "7.9");
	page_text("best", x.aggregate[0].best, "10");
	page_text("votes", x.aggregate[0].rating_count, "1204");
	assert_int_equal(x.review_count, 1);
	page_text("author", x.review[0].author, "Ann");
	page_text("date", x.review[0].published, "2011-04-01");
	page_text("body", x.review[0].body, "Dull");
	extract_release(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_product_with_reviews),
		cmocka_unit_test(itemref_adds_properties_once),
		cmocka_unit_test(clones_count_once),
		cmocka_unit_test(ratings_only_shown_are_read),
		cmocka_unit_test(half_a_page_is_no_name),
		cmocka_unit_test(an_article_typed_review_is_none),
		cmocka_unit_test(broken_pages_lose_nothing),
		cmocka_unit_test(rdfa_lite),
		cmocka_unit_test(data_vocabulary),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
