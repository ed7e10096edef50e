/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phrases.h, aspects.h, aspect.h, patterns.h, comparison.h, brands.h,
 * notice.h. */
#include "said.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "brands.h"
#include "small_lexicon.h"

static struct sentiment
of(const struct engine *e, const char *text)
{
	return of_language(e, text, "en");
}

static const char small[] =
    "#lexicon\ten\ngood\t2\thand\nbad\t-2\thand\nlate\t-1\thand\n"
    "so so\t-0.5\thand\nthing\t0.1\tlearned\n"
    "#rules\ten\nnegator\tnot\t3\ncontrast\tbut\t0.5\n"
    "middling\tso so\t0\n"
    "#aspects\ten\nfood\tfood\tuse\nfood\tsoup*\tuse\n"
    "service\tservice\thelp\ndelivery\tarrived late\treceive\n"
    "price\tprice\tbuy\n"
    "#comparisons\ten\nself\tbetter than X\tX\nX\tprefer X to Y\tY\n"
    "?self\t* than X\tX\n=self\tas * as X\tX\n";

static struct engine *
small_engine(const char *more)
{
	char text[4096], path[64];
	struct complaint c;

	snprintf(text, sizeof text, "%s%s", small, more);
	small_file(text, strlen(text), path);
	struct engine *e = engine_open(path, &c);
	unlink(path);
	if (e == NULL)
		fail_msg("%s", c.text);
	return e;
}

static void
each_aspect_gets_the_nearest_opinion(void **state)
{
	static const char *const cases[][2] = {
		{"good food bad service", "food:pos service:neg"},
		{"the food is good and the service is bad",
		    "food:pos service:neg"},
		{"the food and the service were good",
		    "food:pos service:pos"},
		{"good food but bad service", "food:pos service:neg"},
		{"the food, which is good", "food:pos"},
		{"the food, the service, good", "food:pos service:pos"},
		{"food a b c, service d, e f g h i j k l m n good",
		    "food:none service:pos"},
		{"food not good", "food:neg"},
		{"the food was so so", "food:neu"},
		{"so so food, good service", "food:neu service:pos"},
		{"the food had some thing", "food:none"},
		{"the food did not one thing", "food:neg"},
		{"food", "food:none"},
		{"souper soup soups", "food:none food:none food:none"},
		{"it arrived late", "delivery:neg"},
		{"good. service", "service:none"},
		{"parcel", ""},
	};
	struct engine *e = small_engine("");

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct sentiment s = of(e, cases[i][0]);

		if (strcmp(mentions(&s), cases[i][1]) != 0)
			fail_msg("%s: %s, not %s", cases[i][0], mentions(&s),
			    cases[i][1]);
	}
	engine_close(e);
}

static void
a_mention_knows_its_place(void **state)
{
	struct engine *e = small_engine("");
	struct sentiment s = of(e, "Ok. The good soups.");
	struct sentiment_aspect at;

	(void)state;
	assert_int_equal(s.aspects, 1);
	assert_int_equal(s.aspect[0].start, 13);
	assert_int_equal(s.aspect[0].end, 18);
	assert_string_equal(s.aspect[0].stage, "use");
	assert_true(s.aspect[0].score > 0);
	assert_int_equal(s.coverage, 50);
	assert_in_range(s.confidence, 50, 100);
	struct scorer *scorer = scorer_open(e);
	assert_non_null(scorer);
	sentiment_place(scorer, text_of("good food bad parcel"), "en", 14, 20,
	    &at);
	assert_int_equal(at.label, SENTIMENT_NEG);
	assert_int_equal(at.start, 14);
	sentiment_place(scorer, text_of("a parcel"), "en", 2, 8, &at);
	assert_int_equal(at.label, SENTIMENT_UNSCORED);
	scorer_close(scorer);
	engine_close(e);
}

static void
a_note_says_it_of_its_aspects(void **state)
{
	struct engine *e = small_engine("");
	struct scorer *at = scorer_open(e);
	struct review r = {.positive = text_of("soup, bad price"),
	    .negative = text_of("the service")};
	struct sentiment s;

	(void)state;
	sentiment_review(at, &r, "en", &s);
	assert_string_equal(mentions(&s), "food:pos price:neg service:neg");
	scorer_close(at);
	engine_close(e);
}

static void
a_further_list_goes_on_and_overrides(void **state)
{
	struct engine *e = small_engine(
	    "#aspects\ten\nwarmth\tsoup*\tuse\nnoise\thum\tuse\n");
	struct sentiment s = of(e, "good soup, food, hum");

	(void)state;
	assert_string_equal(mentions(&s), "warmth:pos food:pos noise:pos");
	engine_close(e);
}

static void
many_mentions_stay_within_bounds(void **state)
{
	struct engine *e = small_engine("");
	static char text[1 << 16];

	(void)state;
	while (strlen(text) + 32 < sizeof text)
		strcat(text, "good food bad service ");
	struct sentiment s = of(e, text);
	assert_int_equal(s.aspects, SENTIMENT_ASPECTS_MAX);
	engine_close(e);
}

static void
brands_are_compared(void **state)
{
	static const char *const cases[][2] = {
		{"better than Bosch", "Lumen > Bosch"},
		{"better than my old Bosch", "Lumen > Bosch"},
		{"better than the one that was Bosch", "none"},
		{"not better than Bosch", "Bosch > Lumen"},
		{"I prefer Bosch to Filips", "Bosch > Philips"},
		{"I prefer Bosch to Bosch", "none"},
		{"Philips is better than Bosch", "Philips > Bosch"},
		{"better than Lumen", "none"},
		{"bad than Bosch", "Bosch > Lumen"},
		{"not as good as Bosch", "Bosch > Lumen"},
		{"as good as Bosch", "none"},
		{"price better than Bosch's", "Lumen > Bosch:price"},
		{"better than Coca Cola", "Lumen > Coca-Cola"},
	};
	struct engine *e = small_engine("");
	struct complaint c;
	struct brands *b = brands_of_list(
	    "Lumen,Bosch,Philips=Filips,Coca-Cola,!!", &c);

	(void)state;
	assert_non_null(b);
	struct sentiment s = of(e, cases[0][0]);
	assert_int_equal(s.comparisons, 0);	/* no names yet */
	engine_use_brands(e, b);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		s = of(e, cases[i][0]);
		if (strcmp(preferences(&s), cases[i][1]) != 0)
			fail_msg("%s: %s, not %s", cases[i][0],
			    preferences(&s), cases[i][1]);
	}
	engine_close(e);
	brands_free(b);
}

static void
names_have_an_identity(void **state)
{
	struct complaint c;
	struct brands *one = brands_of_list("A1,B1=C1", &c);
	struct brands *two = brands_of_list("A1,B1,C1", &c);

	(void)state;
	assert_string_not_equal(one->identity, two->identity);
	brands_free(one);
	brands_free(two);
	assert_null(brands_of_list("A1,,B1", &c));
	assert_null(brands_of_list("", &c));
}

static void
faulty_rows_are_named(void **state)
{
	static const char *const faulty[] = {
		"#aspects\ten\nFood\tsoup\tuse\n",
		"#aspects\ten\nfood\tsoup\tsomewhere\n",
		"#aspects\ten\nfood\tsoup!\tuse\n",
		"#aspects\ten\nfood\ta b c d e f\tuse\n",
		"#aspects\ten\nfood\tab*\tuse\n",
		"#aspects\ten\nfood\tsoup\tuse\nroom\tsoup\tuse\n",
		"#aspects\ten\nfood\tsoup\n",
		"#comparisons\ten\nself\tbetter than\tX\n",
		"#comparisons\ten\nself\tX\tX\n",
		"#comparisons\ten\nX\tbetter X\tX\n",
		"#comparisons\ten\nself\tbetter X\tY\n",
		"#comparisons\ten\nme\tbetter X\tX\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof faulty / sizeof faulty[0]; i++) {
		struct complaint c = {.text = ""};
		char path[64];

		small_file(faulty[i], strlen(faulty[i]), path);
		if (engine_open(path, &c) != NULL)
			fail_msg("accepted: %s", faulty[i]);
		if (strstr(c.text, ":2: ") == NULL &&
		    strstr(c.text, ":3: ") == NULL)
			fail_msg("%s", c.text);
		unlink(path);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_aspect_gets_the_nearest_opinion),
		cmocka_unit_test(a_mention_knows_its_place),
		cmocka_unit_test(a_note_says_it_of_its_aspects),
		cmocka_unit_test(a_further_list_goes_on_and_overrides),
		cmocka_unit_test(many_mentions_stay_within_bounds),
		cmocka_unit_test(brands_are_compared),
		cmocka_unit_test(names_have_an_identity),
		cmocka_unit_test(faulty_rows_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
