/* SPDX-License-Identifier: GPL-3.0-or-later */
/* opinion.h, by the label of a text. */
#include "unit.h"

#include "sentiment.h"
#include "small_lexicon.h"

static struct engine *engine;
static struct scorer *scorer;

static struct sentiment
of(const char *text)
{
	struct sentiment s;

	sentiment_text(scorer, text_of(text), "en", &s);
	return s;
}

static void
learned_words_alone_have_to_be_telling(void **state)
{
	(void)state;
	assert_int_equal(of("waited").label, SENTIMENT_NEG);
	/* Two faint ones weigh as much as one that tells. */
	struct sentiment plain = of("box and two");
	assert_int_equal(plain.label, SENTIMENT_NEU);
	assert_int_equal(plain.score, 0);
	assert_int_equal(plain.stars, 3);
	assert_int_equal(plain.count, 0);
	assert_int_equal(plain.confidence, 50);
	assert_int_equal(of("box and two, good").label, SENTIMENT_POS);
	assert_int_equal(of("box").label, SENTIMENT_UNSCORED);
}

static void
what_is_asked_is_no_opinion_and_what_is_called_is(void **state)
{
	(void)state;
	assert_int_equal(of("waited?").label, SENTIMENT_NEU);
	assert_int_equal(of("waited\xD8\x9F").label, SENTIMENT_NEU);
	assert_int_equal(of("waited\xD8\x9E").label, SENTIMENT_NEG);
	assert_int_equal(of("waited?!").label, SENTIMENT_NEG);
	assert_int_equal(of("box and two!").label, SENTIMENT_NEG);
	assert_int_equal(of("good?").label, SENTIMENT_POS);
	assert_int_equal(of("not waited?").label, SENTIMENT_NEG);
}

static void
an_emoticon_is_written_down_whatever_was_learned(void **state)
{
	(void)state;
	assert_int_equal(of("box :)").label, SENTIMENT_POS);
	assert_int_equal(of("box? :)").label, SENTIMENT_POS);
}

static void
the_place_in_a_review_is_an_opinion(void **state)
{
	const struct review r = {
		.negative = text_of("box and two?"),
		.language = text_of("en"),
	};
	struct sentiment s;

	(void)state;
	sentiment_review(scorer, &r, NULL, &s);
	assert_int_equal(s.label, SENTIMENT_NEG);
}

static int
set_up(void **state)
{
	static const char text[] = "#lexicon\ten\ngood\t2\thand\n"
	    "waited\t-0.4\tlearned\nbox\t-0.12\tlearned\n"
	    "two\t-0.12\tlearned\n:)\t0.3\tlearned\n"
	    "#rules\ten\nnegator\tnot\t3\n"
	    "#lexicon\tmul\n:)\t1\thand\n";
	struct complaint c = {""};
	char path[64];

	(void)state;
	small_file(text, strlen(text), path);
	engine = engine_open(path, &c);
	unlink(path);
	scorer = engine == NULL ? NULL : scorer_open(engine);
	return scorer == NULL ? -1 : 0;
}

static int
tear_down(void **state)
{
	(void)state;
	scorer_close(scorer);
	engine_close(engine);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(learned_words_alone_have_to_be_telling),
		cmocka_unit_test(
		    what_is_asked_is_no_opinion_and_what_is_called_is),
		cmocka_unit_test(
		    an_emoticon_is_written_down_whatever_was_learned),
		cmocka_unit_test(the_place_in_a_review_is_an_opinion),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
