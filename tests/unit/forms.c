/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of markup and state that pages have and that were once misread: each
 * row is one of them, with all that should come out. */
#include "page.h"

#include "buffer.h"

static struct buffer shown;

static void
show(const char *name, struct text t)
{
	if (t.length > 0)
		buffer_add_format(&shown, "%s=%.*s ", name, (int)t.length,
		    t.bytes);
}

static void
show_review(const struct review *r)
{
	show("r", r->rating);
	show("of", r->best);
	show("h", r->title);
	show("t", r->body);
	show("by", r->author);
	show("at", r->published);
	show("re", r->reply);
	show("on", r->reply_date);
	show("up", r->upvotes);
	show("in", r->location);
	show("lang", r->language);
	show("v", r->version);
	buffer_add_char(&shown, ';');
}

static const char *
forms(const char *page)
{
	struct extract x;
	size_t i;

	buffer_clear(&shown);
	buffer_add(&shown, "", 0);
	page_read(&x, page);
	for (i = 0; i < x.review_count; i++)
		show_review(&x.review[i]);
	for (i = 0; i < x.aggregate_count; i++) {
		show("average", x.aggregate[i].rating);
		show("of", x.aggregate[i].best);
		show("n", x.aggregate[i].rating_count);
		show("reviews", x.aggregate[i].review_count);
		show("item", x.aggregate[i].item);
		buffer_add_char(&shown, ';');
	}
	extract_release(&x);
	return shown.bytes;
}

#define LD(json) "<script type=\"application/ld+json\">" json "</script>"
#define GIVEN "\"@type\":\"Review\",\"reviewBody\":\"Very warm\"," \
	"\"reviewRating\":{\"ratingValue\":4}"
#define WARM "r=4 t=Very warm "

static void
json_ld_forms(void **state)
{
	(void)state;
	/* @reverse turns a property round */
	assert_string_equal(forms(LD("{\"@type\":\"Product\",\"name\":\"Lamp\""
	    ",\"@reverse\":{\"itemReviewed\":[{" GIVEN "},{\"@type\":"
	    "\"Review\",\"reviewBody\":\"Cold\"}]}}")), WARM ";t=Cold ;");
	/* names without quotes, also in the middle */
	assert_string_equal(forms(LD("{\"@type\":\"Review\",reviewBody:"
	    "\"Very warm\",author:\"Ann\"}")), "t=Very warm by=Ann ;");
	/* a comma is missing on one line */
	assert_string_equal(forms(LD("{" GIVEN " \"author\":\"Ann\"}")),
	    WARM "by=Ann ;");
	assert_string_equal(forms(LD("{\"@type\":\"Review\",\"reviewBody\":"
	    "\"Very \"warm\" it is\" \"author\":\"Ann\"}")),
	    "t=Very \"warm\" it is by=Ann ;");
	/* an assignment in front; typographers' quotes */
	assert_string_equal(forms(LD("window.ld = {" GIVEN "};")), WARM ";");
	assert_string_equal(forms(LD("{“@type”:“Review”,“reviewBody”:"
	    "“Very warm”}")), "t=Very warm ;");
	/* what an author is made of */
	assert_string_equal(forms(LD("{" GIVEN ",\"author\":{\"givenName\":"
	    "\"Ann\",\"familyName\":\"Pell\",\"address\":{\"addressLocality\":"
	    "\"Leeds\",\"addressCountry\":\"UK\"}}}")),
	    WARM "by=Ann Pell in=Leeds, UK ;");
	/* a language is a tag */
	assert_string_equal(forms(LD("{" GIVEN ",\"inLanguage\":{\"name\":"
	    "\"German\",\"alternateName\":\"de\"}}")), WARM "lang=de ;");
	assert_string_equal(forms(LD("{" GIVEN ",\"inLanguage\":\"German\"}")),
	    WARM ";");
	assert_string_equal(forms(LD("{\"@type\":\"EmployerAggregateRating\","
	    "\"ratingValue\":91,\"bestRating\":100,\"ratingCount\":7,"
	    "\"itemReviewed\":{\"name\":\"Acme\"}}")),
	    "average=91 of=100 n=7 item=Acme ;");
}

static void
scripts_that_are_not_there(void **state)
{
	(void)state;
	assert_string_equal(forms("<!-- " LD("{" GIVEN "}") " -->"), "");
	assert_string_equal(forms("<!-- x -->" LD("{" GIVEN "}") "<!-- -->"),
	    WARM ";");
	/* the comment ends with the script before */
	assert_string_equal(forms("<script><!-- a();</script>" LD("{" GIVEN
	    "}") "<!-- -->"), WARM ";");
	/* no end: it is none */
	assert_string_equal(forms("<!-- x" LD("{" GIVEN "}")), WARM ";");
}

static void
templates_are_no_texts(void **state)
{
	(void)state;
	assert_string_equal(forms(LD("{\"@type\":\"Review\",\"reviewBody\":"
	    "\"{{ review.text }}\",\"reviewRating\":4}")), "r=4 ;");
	assert_string_equal(forms(LD("{\"@type\":\"Review\",\"reviewBody\":"
	    "\"undefined\"}")), "");
}

static void
markup_forms(void **state)
{
	(void)state;
	assert_string_equal(forms("<div itemscope itemtype=\"https://"
	    "schema.org/Review/\"><p itemprop=reviewBody>Warm</p><div "
	    "itemprop=interactionStatistic itemscope itemtype=\"https://"
	    "schema.org/InteractionCounter\"><link itemprop=interactionType "
	    "href=\"https://schema.org/LikeAction\"><meta itemprop="
	    "userInteractionCount content=9></div></div>"), "t=Warm up=9 ;");
	/* a property that names an item by its place in the page */
	assert_string_equal(forms("<div vocab=\"https://schema.org/\"><p "
	    "typeof=Rating resource=\"#r\"><i property=ratingValue>4</i></p>"
	    "<div typeof=Review><a property=reviewRating href=\"#r\">x</a><p "
	    "property=reviewBody>Warm</p></div></div>"), "r=4 t=Warm ;");
	/* rel around its objects, with a vocabulary and with a prefix */
	assert_string_equal(forms("<div vocab=\"https://schema.org/\" "
	    "typeof=Product><p rel=review><b typeof=Review><i property="
	    "reviewBody>Warm</i><u rel=author><b typeof=Person><i "
	    "property=name>Ann</i></b></u><a rel=nofollow href=x>y</a></b></p>"
	    "</div>"), "t=Warm by=Ann ;");
	assert_string_equal(forms("<div xmlns:v=\"http://"
	    "rdf.data-vocabulary.org/#\" typeof=\"v:Review-aggregate\"><b "
	    "rel=\"v:rating\"><i typeof=\"v:Rating\"><u property=\"v:average\">"
	    "4.5</u><u property=\"v:best\">5</u></i></b><u property=\"v:count\""
	    ">12</u></div>"), "average=4.5 of=5 reviews=12 ;");
}

#define ONE "{\"id\":1,\"rating\":4,\"text\":\"It is very warm\"," \
	"\"createdAt\":\"2025-03-04\",\"author\":{\"name\":\"Ann\"}}"
#define TWO "{\"id\":2,\"rating\":2,\"text\":\"It is very cold\"," \
	"\"createdAt\":\"2025-03-05\",\"author\":{\"name\":\"Bo\"}}"
#define BOTH "{\"reviews\":[" ONE "," TWO "]}"
#define BOTH_SHOWN "r=4 t=It is very warm by=Ann at=2025-03-04 ;" \
	"r=2 t=It is very cold by=Bo at=2025-03-05 ;"

static void
state_forms(void **state)
{
	(void)state;
	assert_string_equal(forms("<script>Widget.init(" BOTH ");</script>"),
	    BOTH_SHOWN);
	assert_string_equal(forms("<script type=\"fastboot/shoebox\">" BOTH
	    "</script>"), BOTH_SHOWN);
	assert_string_equal(forms("<div data-props='" BOTH "'></div>"),
	    BOTH_SHOWN);
	assert_string_equal(forms("<script>a=JSON.parse(decodeURIComponent(\""
	    "%7B%22reviews%22%3A%5B%7B%22id%22%3A1%2C%22rating%22%3A4%2C%22"
	    "text%22%3A%22It%20is%20very%20warm%22%2C%22author%22%3A%22Ann%22"
	    "%7D%5D%7D\"))</script>"), "r=4 t=It is very warm by=Ann ;");
	assert_string_equal(forms("<script type=\"application/json\">{&q;"
	    "reviews&q;:[{&q;rating&q;:4,&q;text&q;:&q;It&s;s a warm &a; good "
	    "one&q;,&q;author&q;:&q;Ann&q;}]}</script>"),
	    "r=4 t=It's a warm & good one by=Ann ;");
	/* React Router: names are values too */
	assert_string_equal(forms("<script>c.enqueue(\"[{\\\"_1\\\":2},"
	    "\\\"reviews\\\",[3],{\\\"_4\\\":5,\\\"_6\\\":7,\\\"_8\\\":9},"
	    "\\\"rating\\\",4,\\\"text\\\",\\\"It is very warm\\\","
	    "\\\"author\\\",\\\"Ann\\\"]\\n\")</script>"),
	    "r=4 t=It is very warm by=Ann ;");
}

static void
objects_that_name_each_other(void **state)
{
	(void)state;
	assert_string_equal(forms("<script>window.__APOLLO_STATE__={"
	    "\"ROOT_QUERY\":{\"p\":{\"__ref\":\"Product:9\"}},\"Product:9\":{"
	    "\"name\":\"Lamp\"},\"Review:1\":{\"id\":1,\"rating\":4,\"text\":"
	    "\"It is very warm\",\"author\":{\"__ref\":\"User:7\"}},"
	    "\"User:7\":{\"name\":\"Ann\",\"reviews\":[{\"__ref\":\"Review:1\""
	    "}]}}</script>"), "r=4 t=It is very warm by=Ann ;");
	/* rows of text, rows that other rows name, a date */
	assert_string_equal(forms("<script>self.__next_f.push([1,\"7:Tf,"
	    "It is very warm5:[\\\"$\\\",\\\"div\\\",null,{\\\"reviews\\\":["
	    "\\\"$8\\\"]}]\\n8:{\\\"rating\\\":4,\\\"text\\\":\\\"$7\\\","
	    "\\\"date\\\":\\\"$D2025-03-04T00:00:00.000Z\\\",\\\"author\\\":"
	    "\\\"Ann\\\"}\\n\"])</script>"),
	    "r=4 t=It is very warm by=Ann at=2025-03-04T00:00:00Z ;");
	/* in a circle */
	assert_string_equal(forms("<script>self.__next_f.push([1,\"5:{"
	    "\\\"review\\\":\\\"$6\\\"}\\n6:{\\\"rating\\\":\\\"$5\\\"}\\n\"])"
	    "</script>"), "");
}

static void
names_by_their_parts(void **state)
{
	(void)state;
	assert_string_equal(forms("<script type=\"application/json\">{"
	    "\"reviews\":[{\"stars\":4,\"text\":\"It is very warm\","
	    "\"merchant_reply_text\":\"Thanks\",\"merchant_reply_date\":"
	    "\"2025-04-01\",\"reviewer_country\":\"DE\","
	    "\"review_submitted_date\":\"2025-03-04\",\"purchase_date\":"
	    "\"2025-01-01\"}]}</script>"), "r=4 t=It is very warm "
	    "at=2025-03-04 re=Thanks on=2025-04-01 in=DE ;");
	/* the value says what "Bewertung" and "note" are */
	assert_string_equal(forms("<script type=\"application/json\">{"
	    "\"ratings\":1,\"reviews\":[{\"bewertung\":4,\"kommentar\":\"Sehr warm und gut\""
	    ",\"autor\":\"Ann\"}]}</script>"),
	    "r=4 t=Sehr warm und gut by=Ann ;");
	assert_string_equal(forms("<script type=\"application/json\">{"
	    "\"reviews\":[{\"stars\":4,\"bewertung\":\"Sehr warm und gut\","
	    "\"autor\":{\"name\":\"Ann\",\"city\":\"Ulm\"},\"reply\":{"
	    "\"body\":\"Danke\",\"created_at\":\"2025-04-01\"}}]}</script>"),
	    "r=4 t=Sehr warm und gut by=Ann re=Danke on=2025-04-01 in=Ulm ;");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_ld_forms),
		cmocka_unit_test(scripts_that_are_not_there),
		cmocka_unit_test(templates_are_no_texts),
		cmocka_unit_test(markup_forms),
		cmocka_unit_test(state_forms),
		cmocka_unit_test(objects_that_name_each_other),
		cmocka_unit_test(names_by_their_parts),
	};

	buffer_init(&shown, 1 << 16);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
