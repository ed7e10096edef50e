/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules.h: what a sentence adds up to. */
#include "unit.h"

#include "rules.h"
#include "small_lexicon.h"

static struct lexicon *lexicon;
static struct match match;
static struct rules rules;
static struct words words;

/* Applies the rules to the first sentence of a text; its sum. */
static int32_t
sum(const char *language, const char *text)
{
	const struct lexicon_language *of = lexicon_language(lexicon, language);

	words_open(&words, text_of(text), of->way, &lexicon->emoticons);
	assert_true(words_next(&words));
	match_words(&match, of, &words);
	rules_apply(&rules, &match, &words);
	return rules.said[0].sum;
}

static struct hit
hit(size_t i)
{
	return rules_hit(&rules, &match, &words, i);
}

static int32_t
en(const char *text)
{
	return sum("en", text);
}

enum {
	NOT_GOOD = -200 * RULES_NEGATED_PRAISE / 100,
	NOT_BAD = 200 * RULES_NEGATED_COMPLAINT / 100,
	BARE = RULES_BARE_NEGATOR,
};

static void
negation_reaches_forward(void **state)
{
	(void)state;
	assert_int_equal(en("good"), 200);
	assert_int_equal(en("not good"), NOT_GOOD);
	assert_int_equal(en("not bad"), NOT_BAD);
	assert_int_equal(en("not a b good"), NOT_GOOD);
	assert_int_equal(en("not a b c good"), BARE + 200);
	assert_int_equal(en("good not"), 200 + BARE);
	assert_int_equal(rules.count, 2);
}

static void
punctuation_and_contrast_end_it(void **state)
{
	(void)state;
	assert_int_equal(en("not, good"), BARE + 200);
	assert_int_equal(en("not (a) good"), BARE + 200);
	assert_int_equal(en("not but good"), BARE / 2 + 200);
}

static void
a_word_is_turned_once(void **state)
{
	(void)state;
	assert_int_equal(en("never not good"), NOT_GOOD);
	assert_int_equal(rules.count, 1);
	assert_int_equal(en("not good bad"), NOT_GOOD + NOT_BAD);
	assert_int_equal(en("never not fun"), -150);
	assert_string_equal(hit(0).term->text, "not fun");
	assert_null(hit(0).negator);
}

static void
a_negator_may_govern_a_clause(void **state)
{
	(void)state;
	assert_int_equal(en("cannot say good"), NOT_GOOD);
	assert_int_equal(en("cannot say, good"), NOT_GOOD);
	assert_int_equal(en("cannot say, a b c good"), NOT_GOOD);
	assert_int_equal(en("cannot say, a b c d good"), BARE + 200);
	assert_int_equal(en("cannot say, a, good"), BARE + 200);
	assert_int_equal(en("cannot say a, good"), BARE + 200);
	assert_int_equal(en("cannot say. Good"), BARE);
	assert_int_equal(en("cannot say, but good"), BARE / 2 + 200);
	/* "Cannot say, that it is not good"; without the comma it is one
	 * negation said twice. */
	assert_int_equal(en("cannot say, not good"), 200);
	assert_int_equal(rules.count, 1);
	assert_null(hit(0).negator);
	assert_int_equal(en("cannot say not good"), NOT_GOOD);
	assert_int_equal(en("cannot say, not fun"), 150 *
	    RULES_NEGATED_COMPLAINT / 100);
	assert_int_equal(en("cannot say not fun"), -150);
	/* Many that reach one word: no more than there is room for. */
	assert_int_equal(en("cannot say, cannot say, good"), BARE + NOT_GOOD);
}

static void
a_term_may_say_what_its_negation_weighs(void **state)
{
	(void)state;
	assert_int_equal(en("fine"), 150);
	assert_int_equal(en("not fine"), -75);
	assert_int_equal(en("not very fine"), -75);
	assert_int_equal(en("went"), 0);
	assert_int_equal(rules.count, 1);
	/* Nobody wrote the word down: the negator counts as well. */
	assert_int_equal(en("not went"), -40 + BARE);
	assert_int_equal(rules.count, 2);
}

static void
negation_reaches_back_where_the_language_does(void **state)
{
	(void)state;
	assert_int_equal(sum("fa", "خوب نیست"), NOT_GOOD);
	assert_true(hit(0).behind);
	assert_int_equal(hit(0).start, 0);
	assert_int_equal(hit(0).end, strlen("خوب نیست"));
	assert_int_equal(sum("fa", "خوب a b نیست"), 200 + BARE);
	assert_int_equal(sum("fa", "نیست خوب"), 200 + BARE);
}

static void
degree_acts_on_the_next_opinion(void **state)
{
	(void)state;
	assert_int_equal(en("very good"), 300);
	assert_int_equal(en("very a good"), 300);
	assert_int_equal(en("very a b good"), 200);
	assert_int_equal(en("very, good"), 200);
	assert_int_equal(en("slightly bad"), -120);
	assert_int_equal(en("very very very good"),
	    200 * RULES_FACTOR_MOST / 100);
	assert_int_equal(en("not very good"), NOT_GOOD);
	/* A word that is both is an opinion only where it does not act. */
	assert_int_equal(en("awfully good"), 240);
	assert_int_equal(en("awfully"), -250);
}

static void
contrast_weakens_what_stands_before(void **state)
{
	(void)state;
	assert_int_equal(en("good but bad"), 100 - 200);
	assert_int_equal(en("good but good but good"), 50 + 100 + 200);
	assert_int_equal(en("but good"), 200);
}

static void
neutral_phrases_count_nothing(void **state)
{
	(void)state;
	assert_int_equal(en("good to go"), 0);
	assert_int_equal(rules.count, 0);
	assert_int_equal(en("not only good"), 200);
}

static void
wishes_and_hearsay_count_nothing(void **state)
{
	(void)state;
	assert_int_equal(en("heard a b good"), 0);
	assert_int_equal(en("heard a b not good"), 0);
	assert_int_equal(en("heard a b c d good"), 200);
	assert_int_equal(en("good I heard"), 200);
	assert_int_equal(en("heard it, good"), 200);
	assert_int_equal(en("heard it but good"), 200);
	/* What is wished for is missing, where the lexicon says so. */
	assert_int_equal(en("wish it was good"), -50);
	assert_int_equal(rules.count, 1);
}

static void
capitals_and_marks_are_mild(void **state)
{
	(void)state;
	assert_int_equal(en("it is GOOD"), 200 * RULES_SHOUTED / 100);
	assert_int_equal(en("IT IS GOOD"), 200);
	assert_int_equal(en("good!"), 200 * (100 + RULES_EXCLAIM) / 100);
	assert_int_equal(en("good!!!!!!!!!"), 200 * (100 +
	    RULES_EXCLAIM * RULES_EXCLAIMS_MAX) / 100);
}

static void
hits_stand_in_the_order_of_the_text(void **state)
{
	(void)state;
	assert_int_equal(en("no x y z v good never x y z v bad not"),
	    BARE + 200 + BARE - 200 + BARE);
	assert_int_equal(rules.count, 5);
	for (size_t i = 1; i < rules.count; i++)
		assert_true(hit(i - 1).start < hit(i).start);
}

static void
a_full_sentence_of_hits_fits(void **state)
{
	static const char *const piece[] = {"good ", "not ", "but ", "very ",
	    "not good ", "good not ", "good but not very "};
	char text[16 * WORDS_MAX];

	(void)state;
	for (size_t i = 0; i < sizeof piece / sizeof piece[0]; i++) {
		text[0] = '\0';
		while (strlen(text) + 20 < sizeof text)
			strcat(text, piece[i]);
		int32_t all = en(text);
		assert_int_equal(words.sentence[0].end, WORDS_MAX);
		assert_in_range(rules.said[0].end, 0, WORDS_MAX);
		assert_in_range(all + WORDS_MAX * RULES_WEIGHT_MAX, 0,
		    2 * WORDS_MAX * RULES_WEIGHT_MAX);
	}
}

static void
a_negator_may_reach_back_from_the_end_of_its_clause(void **state)
{
	(void)state;
	assert_int_equal(sum("de", "mag a b c nicht"), NOT_GOOD);
	assert_int_equal(sum("de", "mag a nicht, gut"), NOT_GOOD + 200);
	assert_int_equal(sum("de", "mag a b c d nicht"), 200 + BARE);
	assert_int_equal(sum("de", "mag nicht a"), 200 + BARE);
	assert_int_equal(sum("de", "mag nicht gut"), 200 + NOT_GOOD);
	assert_int_equal(sum("de", "gut, mag a nicht"), 200 + NOT_GOOD);
}

static int
set_up(void **state)
{
	(void)state;
	lexicon = small_lexicon("#lexicon\ten\n"
	    "good\t2\thand\nbad\t-2\thand\nawfully\t-2.5\thand\n"
	    "not fun\t-1.5\thand\nwish\t-0.5\thand\n"
	    "fine\t1.5\tlearned\t-0.75\nfine\t1.5\thand\nwent\t0\tlearned\t-0.4\n"
	    "#rules\ten\nnegator\tnot\t3\nnegator\tnever\t3\n"
	    "negator-clause\tcannot say\t4\n"
	    "hearsay\theard\t4\nhearsay\twish\t3\n"
	    "negator\tno\t3\nintensifier\tvery\t1.5\n"
	    "intensifier\tawfully\t1.2\ndiminisher\tslightly\t0.6\n"
	    "contrast\tbut\t0.5\nneutral\tgood to go\t0\n"
	    "neutral\tnot only\t0\n"
	    "#lexicon\tfa\nخوب\t2\thand\n"
	    "#rules\tfa\nnegator-after\tنیست\t2\n"
	    "#lexicon\tde\nmag\t2\thand\ngut\t2\thand\n"
	    "#rules\tde\nnegator\tnicht\t3\nnegator-last\tnicht\t4\n");
	return match_init(&match);
}

static int
tear_down(void **state)
{
	(void)state;
	match_release(&match);
	lexicon_free(lexicon);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(negation_reaches_forward),
		cmocka_unit_test(punctuation_and_contrast_end_it),
		cmocka_unit_test(a_word_is_turned_once),
		cmocka_unit_test(a_negator_may_govern_a_clause),
		cmocka_unit_test(a_term_may_say_what_its_negation_weighs),
		cmocka_unit_test(negation_reaches_back_where_the_language_does),
		cmocka_unit_test(
		    a_negator_may_reach_back_from_the_end_of_its_clause),
		cmocka_unit_test(degree_acts_on_the_next_opinion),
		cmocka_unit_test(contrast_weakens_what_stands_before),
		cmocka_unit_test(neutral_phrases_count_nothing),
		cmocka_unit_test(wishes_and_hearsay_count_nothing),
		cmocka_unit_test(capitals_and_marks_are_mild),
		cmocka_unit_test(hits_stand_in_the_order_of_the_text),
		cmocka_unit_test(a_full_sentence_of_hits_fits),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
