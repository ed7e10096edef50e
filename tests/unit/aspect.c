/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * phrases.h, aspects.h, aspect.h, patterns.h, comparison.h, brands.h, notice.h,
 * and tests/phenomena/aspects-*.txt and comparisons-*.txt by the lexicon of
 * the tree.
 */
#include "unit.h"

#include <stdio.h>

#include "brands.h"
#include "sentiment.h"
#include "small_lexicon.h"

enum { WRONG_PERCENT = 10 };

/* "food:pos service:neg", each mention, in the order of the text. */
static const char *
mentions(const struct sentiment *s)
{
	static char out[4096];

	out[0] = '\0';
	for (size_t i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		sprintf(out + strlen(out), "%s%s:%s", i > 0 ? " " : "",
		    a->aspect, a->label == SENTIMENT_UNSCORED ? "none" :
		    sentiment_label_name(a->label));
	}
	return out;
}

/* "Lumen > Bosch:price, ..." */
static const char *
preferences(const struct sentiment *s)
{
	static char out[4096];

	out[0] = '\0';
	for (size_t i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];

		sprintf(out + strlen(out), "%s%s > %s%s%s",
		    i > 0 ? ", " : "", k->preferred == NULL ? "Lumen" :
		    k->preferred, k->over == NULL ? "Lumen" : k->over,
		    k->aspect == NULL ? "" : ":", k->aspect == NULL ? "" :
		    k->aspect);
	}
	return out[0] == '\0' ? "none" : out;
}

static struct sentiment
of_language(const struct engine *e, const char *text, const char *language)
{
	struct review r = {.brand = text_of("Lumen"), .body = text_of(text)};
	struct scorer *at = scorer_open(e);
	struct sentiment s;

	assert_non_null(at);
	sentiment_review(at, &r, language, &s);
	scorer_close(at);
	return s;
}

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

/* ---- files of cases ---- */

/* Whether every wanted "aspect:label" is there and no "-aspect". */
static bool
has_all(const char *found, char *wanted)
{
	char padded[4200], one[128];

	snprintf(padded, sizeof padded, " %s ", found);
	for (char *w = strtok(wanted, " "); w != NULL; w = strtok(NULL, " ")) {
		if (w[0] == '-')
			snprintf(one, sizeof one, " %s:", w + 1);
		else
			snprintf(one, sizeof one, " %s ", w);
		if ((strstr(padded, one) != NULL) == (w[0] == '-'))
			return false;
	}
	return true;
}

static bool
is_right(const struct engine *e, const char *language, char *wanted,
	const char *text, bool comparisons)
{
	struct sentiment s = of_language(e, text, language);

	if (!comparisons)
		return has_all(mentions(&s), wanted);
	/* An aspect is only looked at where the case names one. */
	for (size_t i = 0; strchr(wanted, ':') == NULL && i < s.comparisons;
	    i++)
		s.comparison[i].aspect = NULL;
	return strcmp(preferences(&s), wanted) == 0;
}

static const char names[] = "Lumen=لومن=ლუმენი,Bosch=بوش=ბოში,"
    "Philips=Filips=فیلیپس=فيليبس=ფილიპსი";

static void
run_file(const char *kind, const char *language)
{
	const bool comparisons = strcmp(kind, "comparisons") == 0;
	char path[64], line[1024], list[8192] = "";
	struct complaint c;
	struct engine *e = engine_open("lexicon", &c);
	struct brands *b = brands_of_list(names, &c);

	snprintf(path, sizeof path, "tests/phenomena/%s-%s.txt", kind,
	    language);
	FILE *file = fopen(path, "r");
	size_t cases = 0, wrong = 0;

	if (e == NULL || b == NULL || file == NULL)
		fail_msg("%s: %s", path, c.text);
	engine_use_brands(e, b);
	while (fgets(line, sizeof line, file) != NULL) {
		char *tab = strchr(line, '\t');

		if (line[0] == '#' || tab == NULL)
			continue;
		*tab++ = '\0';
		tab[strcspn(tab, "\n")] = '\0';
		cases++;
		if (is_right(e, language, line, tab, comparisons))
			continue;
		wrong++;
		if (strlen(list) + strlen(tab) + 8 < sizeof list) {
			strcat(list, "\n  ");
			strcat(list, tab);
		}
	}
	fclose(file);
	engine_close(e);
	brands_free(b);
	assert_true(cases > 30);
	if (wrong * 100 > cases * WRONG_PERCENT)
		fail_msg("%s: %zu of %zu wrong:%s", path, wrong, cases, list);
	if (wrong > 0)
		print_message("# %s: %zu of %zu wrong:%s\n", path, wrong,
		    cases, list);
}

static void
aspects_of(void **state)
{
	run_file("aspects", *state);
}

static void
comparisons_of(void **state)
{
	run_file("comparisons", *state);
}

#define OF(l) {"aspects of " l, aspects_of, NULL, NULL, \
	(void *)(uintptr_t)l}, {"comparisons of " l, comparisons_of, NULL, \
	NULL, (void *)(uintptr_t)l}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_aspect_gets_the_nearest_opinion),
		cmocka_unit_test(a_mention_knows_its_place),
		cmocka_unit_test(a_note_says_it_of_its_aspects),
		cmocka_unit_test(a_further_list_goes_on_and_overrides),
		cmocka_unit_test(many_mentions_stay_within_bounds),
		cmocka_unit_test(brands_are_compared),
		cmocka_unit_test(names_have_an_identity),
		cmocka_unit_test(faulty_rows_are_named),
		OF("en"), OF("ar"), OF("fa"), OF("hr"), OF("ka"),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
