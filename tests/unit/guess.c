/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviews in JSON that nobody described, and what only looks like them. */
#include "taken.h"

#include <string.h>

#include "guess.h"
#include "guess_name_table.h"

static const char *
guessed(const char *page, bool rated)
{
	struct json_document *d = json_read(page, strlen(page), false, "f",
	    &c);
	const struct records_how how = how_of(NULL);

	if (d == NULL)
		fail_msg("%s", c.text);
	buffer_clear(&shown);
	buffer_add(&shown, "", 0);
	if (rated)
		guess_rated(json_root(d), &how);
	else
		guess_json(json_root(d), &how);
	json_free(d);
	return shown.bytes;
}

static void
schemas_of_all_kinds(void **state)
{
	static const struct { const char *page, *found; } schema[] = {
		/* an answer is called a comment, "score" stands in reviews */
		{"{\"reviews\":[{\"score\":4,\"content\":\"Good\",\"user\":"
		    "{\"display_name\":\"Cy\",\"score\":0},\"created_at\":"
		    "\"2020-01-02\",\"comment\":{\"content\":\"Thanks\"},"
		    "\"votes_up\":2}]}",
		    "r=4 t=Good by=Cy at=2020-01-02 reply=Thanks up=2 \n"},
		/* parts of one thing in objects of their own */
		{"{\"results\":[{\"details\":{\"comments\":\"Good\","
		    "\"nickname\":\"Ed\",\"created_date\":1600000000000},"
		    "\"metrics\":{\"rating\":5,\"helpful_votes\":3}}]}",
		    "r=5 t=Good by=Ed at=2020-09-13T12:26:40Z up=3 \n"},
		/* a scale of its own, names of two parts */
		{"{\"data\":{\"reviews\":[{\"rating\":{\"value\":7,\"max\":"
		    "10},\"text\":\"Good\",\"author\":{\"firstName\":\"Li\","
		    "\"lastName\":\"Po\"},\"published\":\"2021-03\"}]}}",
		    "r=7 of=10 t=Good by=Li Po at=2021-03 \n"},
		/* pros and cons alone; an array of them */
		{"[{\"reviewId\":9,\"pros\":[\"calm\",\"near\"],\"cons\":"
		    "\"dear\",\"ratingOverall\":3,\"reviewDateTime\":"
		    "\"2021-01-02\"}]",
		    "id=9 r=3 +=calm; near -=dear at=2021-01-02 \n"},
		/* other tongues */
		{"{\"bewertungen\":[{\"autor\":\"Udo\",\"datum\":"
		    "\"02.01.2021\",\"sterne\":4,\"kommentar\":\"Gut\"}]}",
		    "r=4 t=Gut by=Udo at=2021-01-02 \n"},
		{"{\"avis\":[{\"auteur\":\"Luc\",\"date\":\"2021-01-02\","
		    "\"note\":2,\"commentaire\":\"Bof\"}]}",
		    "r=2 t=Bof by=Luc at=2021-01-02 \n"},
		/* a text of an unknown name, a person of another */
		{"{\"items\":[{\"stars\":4,\"blurb\":\"It is quite fine.\","
		    "\"shopUserDetails\":{\"name\":\"Nia\"}}]}",
		    "r=4 t=It is quite fine. by=Nia \n"},
		/* an id for all is a template's */
		{"{\"reviews\":[{\"id\":\"@\",\"rating\":4,\"text\":\"a\","
		    "\"author\":\"u\"},{\"id\":\"@\",\"rating\":3,\"text\":"
		    "\"b\",\"author\":\"u\"}]}",
		    "r=4 t=a by=u \nr=3 t=b by=u \n"},
		/* two lists of the same kind */
		{"{\"best\":[{\"rating\":5,\"text\":\"a\",\"author\":\"u\"}],"
		    "\"worst\":[{\"rating\":1,\"text\":\"b\",\"author\":\"v\"}"
		    "]}", "r=5 t=a by=u \nr=1 t=b by=v \n"},
		/* seconds with a fraction; words for a grade */
		{"{\"reviews\":[{\"grade\":\"B-\",\"quote\":\"So so\","
		    "\"critic\":\"K\",\"date\":1384819300.0}]}",
		    "r=B- t=So so by=K at=2013-11-19T00:01:40Z \n"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(schema) / sizeof(*schema); i++)
		assert_string_equal(guessed(schema[i].page, false),
		    schema[i].found);
}

#define REVIEW(more) "{\"text\":\"a\",\"author\":\"u\",\"date\":\"2021\"," \
	more "}"

static void
decoys(void **state)
{
	(void)state;
	/* rates of the seller, of the item, votes, one average for all */
	assert_string_equal(guessed("{\"reviews\":["
	    REVIEW("\"seller\":{\"rate\":97,\"rating\":4.5}") ","
	    REVIEW("\"product\":{\"rating\":4.4}") "]}", false),
	    "t=a by=u at=2021 \nt=a by=u at=2021 \n");
	assert_string_equal(guessed("{\"reviews\":[" REVIEW("\"score\":12")
	    "," REVIEW("\"score\":3") "]}", false),
	    "t=a by=u at=2021 \nt=a by=u at=2021 \n");
	assert_string_equal(guessed("{\"comments\":[" REVIEW("\"score\":2")
	    "]}", false), "t=a by=u at=2021 \n");
	assert_string_equal(guessed("{\"reviews\":[" REVIEW("\"rating\":4.37")
	    "," REVIEW("\"rating\":4.37") "," REVIEW("\"rating\":4.37") "]}",
	    false), "t=a by=u at=2021 \nt=a by=u at=2021 \n"
	    "t=a by=u at=2021 \n");
	/* things, articles, answers to questions */
	assert_string_equal(guessed("[{\"name\":\"Cafe\",\"snippet_text\":"
	    "\"Lovely place to be\",\"rating\":4.5,\"review_count\":300}]",
	    false), "");
	assert_string_equal(guessed("[{\"title\":\"Soup\",\"description\":"
	    "\"Good in winter\",\"author\":\"me\",\"date\":\"2021\","
	    "\"rating\":4.37}]", false), "");
	assert_string_equal(guessed("{\"items\":[{\"body\":\"So\",\"score\":"
	    "3,\"creation_date\":1600000000,\"owner\":{\"display_name\":"
	    "\"x\"}}]}", false), "");
	/* Comments are not looked for where only ratings are. */
	assert_string_equal(guessed("{\"comments\":[" REVIEW("\"likes\":2")
	    "]}", true), "");
	assert_string_equal(guessed("{\"reviews\":[" REVIEW("\"rating\":2")
	    "]}", true), "r=2 t=a by=u at=2021 \n");
}

static void
unknown_json_is_read_by_common_names(void **state)
{
	(void)state;
	assert_string_equal(guessed("{\"data\":{\"reviews\":[{\"Id\":7,"
	    "\"review_text\":\"a\",\"StarRating\":4,\"userName\":\"u\"},"
	    "{\"review_text\":\"b\",\"StarRating\":5,\"userName\":\"v\"}]}}", false),
	    "id=7 r=4 t=a by=u \nr=5 t=b by=v \n");
	/* Wrapped, under names, and inside a string. */
	assert_string_equal(guessed("{\"edges\":[{\"node\":{\"body\":\"a\","
	    "\"rating\":4,\"author\":{\"name\":\"u\"}}},{\"node\":{\"body\":"
	    "\"b\",\"rating\":0,\"createdAt\":\"2026-01-02\",\"author\":"
	    "\"v\",\"likes\":3}}]}", false),
	    "r=4 t=a by=u \nt=b by=v at=2026-01-02 up=3 \n");
	assert_string_equal(guessed("{\"r\":{\"a\":{\"text\":\"1\",\"rating\":"
	    "1,\"date\":\"2026\"},\"b\":{\"text\":\"2\",\"rating\":2,"
	    "\"date\":\"2026\"},\"c\":{\"text\":\"3\",\"rating\":3,\"date\":"
	    "\"2026\"}}}", false), "r=1 t=1 at=2026 \nr=2 t=2 at=2026 \n"
	    "r=3 t=3 at=2026 \n");
	assert_string_equal(guessed("{\"body\":\"{\\\"reviews\\\":[{\\\"text"
	    "\\\":\\\"in\\\",\\\"rating\\\":2,\\\"user_name\\\":\\\"u\\\"}]}"
	    "\"}", false), "r=2 t=in by=u \n");
}

static void
nothing_is_made_up(void **state)
{
	static const char *const none[] = {
		"{}", "[]", "[1,2]", "\"text\"",
		/* a product, a list of them, an article */
		"{\"name\":\"K\",\"description\":\"d\",\"rating\":4.5}",
		"[{\"title\":\"K\",\"description\":\"d\",\"rating\":4,"
		    "\"price\":3}]",
		"[{\"title\":\"N\",\"body\":\"b\",\"author\":\"me\","
		    "\"date\":\"2026-01-01\"}]",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(none) / sizeof(*none); i++)
		assert_string_equal(guessed(none[i], false), "");
	/* What counts votes elsewhere is no rating. */
	assert_string_equal(guessed("{\"comments\":[{\"text\":\"a\",\"rating\":"
	    "11,\"author\":\"u\",\"date\":\"2026\"},{\"text\":\"b\",\"score\":"
	    "3,\"author\":\"u\",\"date\":\"2026\"}]}", false),
	    "t=a by=u at=2026 \nt=b by=u at=2026 \n");
}

static void
deep_json_ends(void **state)
{
	char page[400];
	size_t i;

	(void)state;
	for (i = 0; i < 180; i++)
		page[i] = '[';
	for (; i < 360; i++)
		page[i] = ']';
	page[i] = '\0';
	assert_string_equal(guessed(page, false), "");
}

/* bsearch() would pass over a name that is out of its place. */
static void
names_are_in_order_and_plain(void **state)
{
	char plain[GUESS_NAME_MAX];
	size_t i;

	(void)state;
	for (i = 0; i < guess_name_count; i++) {
		const char *name = guess_name_table[i].name;

		if (i > 0 && strcmp(guess_name_table[i - 1].name, name) >= 0)
			fail_msg("%s stands behind %s", name,
			    guess_name_table[i - 1].name);
		guess_plain(name, plain);
		assert_string_equal(plain, name);
		assert_ptr_equal(guess_name_find(name), &guess_name_table[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unknown_json_is_read_by_common_names),
		cmocka_unit_test(nothing_is_made_up),
		cmocka_unit_test(deep_json_ends),
		cmocka_unit_test(schemas_of_all_kinds),
		cmocka_unit_test(decoys),
		cmocka_unit_test(names_are_in_order_and_plain),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
