/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parts.h, frequent.h, language_other() */
#include "unit.h"

#include <stdlib.h>

#include "../../score/parts.h"
#include "../../score/sentiment.h"
#include "small_lexicon.h"

static const char lexicon_text[] =
	"#lexicon\ten\ngood\t2\thand\nbad\t-2\thand\n"
	"#rules\ten\nfrequent\tthe\t0\nfrequent\tand\t0\nfrequent\twas\t0\n"
	"#lexicon\thr\ndobar\t2\thand\nloše\t-2\thand\n"
	"#rules\thr\nfrequent\tje\t0\nfrequent\tи\t0\n"
	"#lexicon\tru\nхорошо\t2\thand\nплохо\t-2\thand\n"
	"#rules\tru\nfrequent\tэто\t0\nfrequent\tи\t0\n";

/* "language words, ..." of a body that is taken for `tag`; "" where it is not
 * cut. */
static const char *
cut(const char *tag, const char *body)
{
	static char out[4096];
	static struct parts p;
	static struct words w;
	const struct text field[SENTIMENT_FIELDS] = {
	    [SENTIMENT_BODY] = text_of(body)};
	struct lexicon *l = small_lexicon(lexicon_text);
	size_t from = 0;

	out[0] = '\0';
	parts_begin(&p);
	const struct parts_room room = {l, &w, NULL};
	if (parts_cut(&p, lexicon_language(l, tag), field, &room)) {
		for (size_t i = 0; i < p.count; i++) {
			snprintf(out + strlen(out), sizeof out - strlen(out),
			    "%s%s %zu", i > 0 ? ", " : "",
			    p.list[i].language, p.list[i].words);
			/* No byte is read twice, and none is left out. */
			assert_int_equal(p.list[i].from, from);
			from = p.list[i].to;
			assert_true(p.list[i].start >= p.list[i].from);
			assert_true(p.list[i].stop <= from);
		}
		assert_int_equal(from, strlen(body));
		snprintf(out + strlen(out), sizeof out - strlen(out), " (%s)",
		    p.own);
	}
	lexicon_free(l);
	return out;
}

static void
sentences_are_cut_where_the_language_changes(void **state)
{
	(void)state;
	assert_string_equal(cut("en", "The phone was good and cheap."), "");
	assert_string_equal(cut("en", "The phone was good and cheap. Great!"),
	    "");
	assert_string_equal(cut("en", "The phone was good and it is cheap. "
	    "Baterija traje vrlo kratko."), "en 8, hr 4 (en)");
	assert_string_equal(cut("en", "Good. Хорошо! Good."),
	    "en 1, ru 1, en 1 (en)");
}

static void
what_is_nobodys_goes_with_its_neighbours(void **state)
{
	(void)state;
	/* "Super" could be either: with both sides, or with the review. */
	assert_string_equal(cut("en", "The phone was good and it is cheap. I "
	    "like the case, and the box was fine. Baterija traje vrlo kratko. "
	    "Super. Zaslon se ne vidi dobro."), "en 17, hr 10 (en)");
	assert_string_equal(cut("en", "The phone was good and it is cheap. "
	    "Baterija traje vrlo kratko. Super. And the box was fine."),
	    "en 8, hr 4, en 6 (en)");
}

static void
most_words_are_the_reviews_language(void **state)
{
	(void)state;
	assert_string_equal(cut("en", "Хорошо, это было очень хорошо. Ok. И "
	    "ещё раз хорошо."), "ru 10 (ru)");
	assert_string_equal(cut("ru", "Хорошо. The box was good and cheap. "
	    "Ok."), "ru 1, en 7 (en)");
	/* Also if it has no lexicon, by which the rest could be judged. */
	assert_string_equal(cut("en", "Keitto oli kylmää eikä tarjoilija "
	    "katsonut meihin. The box was good."), "fi 11 (fi)");
}

static void
a_long_list_ends(void **state)
{
	static const char once[] = "Good. Хорошо. ";
	enum { TIMES = 3 * PARTS_MAX };
	char *body = malloc(TIMES * sizeof once);

	(void)state;
	assert_non_null(body);
	body[0] = '\0';
	for (int i = 0; i < TIMES; i++)
		strcat(body, once);
	assert_non_null(strstr(cut("en", body), "(en)"));
	free(body);
}

static struct sentiment
score(const char *title, const char *body, const char *declared,
	const char *detected)
{
	struct complaint c = {""};
	struct sentiment s;
	char path[64];

	small_file(lexicon_text, strlen(lexicon_text), path);
	struct engine *e = engine_open(path, &c);
	unlink(path);
	assert_non_null(e);
	struct scorer *at = scorer_open(e);
	assert_non_null(at);
	struct review r = {.title = text_of(title), .body = text_of(body),
	    .language = text_of(declared), .detected = text_of(detected)};
	sentiment_review(at, &r, NULL, &s);
	s.term[0].language = s.language;	/* the engine's goes */
	scorer_close(at);
	engine_close(e);
	return s;
}

/* A sentence says the same, whatever stands beside it. */
static void
sentences_count_alike_in_every_language(void **state)
{
	struct sentiment one = score(NULL, "Good. Good.", "en", NULL);
	struct sentiment two = score(NULL, "Good. Хорошо.", "en", NULL);
	struct sentiment split = score("Хорошо.", "Good.", "en", NULL);

	(void)state;
	assert_int_equal(two.score, one.score);
	assert_int_equal(two.confidence, one.confidence);
	assert_int_equal(split.score, one.score);
	assert_int_equal(two.parts, 1);
	assert_int_equal(one.parts, 0);
	assert_int_equal(two.part[0].start, 6);
	assert_int_equal(two.part[0].end, 18);
	assert_int_equal(split.part[0].field, SENTIMENT_TITLE);
}

static void
what_is_not_known_is_said(void **state)
{
	struct sentiment s = score(NULL, "Good. שלום לכולם. Это просто стол. "
	    "Good good.", "en", NULL);

	(void)state;
	assert_int_equal(s.label, SENTIMENT_POS);
	assert_int_equal(s.parts, 2);
	assert_int_equal(s.part[0].reason, SENTIMENT_UNSUPPORTED_LANGUAGE);
	assert_int_equal(s.part[1].reason, SENTIMENT_NO_KNOWN_WORDS);
	assert_int_equal(s.coverage, 37);
	s = score(NULL, "שלום לכולם. תודה רבה. Good.", "en", NULL);
	assert_int_equal(s.label, SENTIMENT_UNSCORED);
	assert_int_equal(s.reason, SENTIMENT_UNSUPPORTED_LANGUAGE);
	assert_string_equal(s.language, "he");
	assert_int_equal(s.hits, 0);
}

static void
one_sentence_is_doubted_only_by_another_witness(void **state)
{
	(void)state;
	assert_string_equal(score(NULL, "Хорошо", "en", NULL).language, "en");
	assert_string_equal(score(NULL, "Хорошо", "en", "ru").language, "ru");
	assert_string_equal(score(NULL, "ok", "en", "ru").language, "en");
}

static void
a_sentence_is_surely_in_another_language(void **state)
{
	static const struct { const char *own, *text, *want; } sentences[] = {
		{"en", "The soup was cold and the waiter rude", NULL},
		{"en", "Baterija traje jako kratko, a punjač je loš", "hr"},
		{"hr", "The soup was cold and the waiter rude", "en"},
		{"en", "super", NULL}, {"en", "Sehr gut", NULL},
		{"en", "хорошо", "ru"}, {"hr", "Вратио сам патике", NULL},
		{"ru", "Samsung Galaxy Note", NULL}, {"ka", "კარგია", NULL},
		{"ka", "dzalian gemrieli xachapuri", NULL},
		{"en", "კარგია", "ka"}, {"ar", "عالی بود", NULL},
		{"ar", "این کتاب را به همه دوستانم معرفی کردم", "fa"},
		{"en", "", NULL}, {"en", "123", NULL}, {"en", "\xFF\xFE", NULL},
		{"en", "half of it слова другие", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
		const char *got = language_other(text_of(sentences[i].text),
		    sentences[i].own);

		if (sentences[i].want == NULL)
			assert_null(got);
		else
			assert_string_equal(got, sentences[i].want);
	}
}

static void
a_word_is_frequent_or_not(void **state)
{
	static struct frequent f;

	(void)state;
	assert_int_equal(frequent_has(&f, 0), 0);
	frequent_add(&f, word_hash("the", 3));
	assert_int_equal(frequent_has(&f, word_hash("the", 3)), 1);
	assert_int_equal(frequent_has(&f, word_hash("then", 4)), 0);
	assert_int_equal(frequent_has(&f, 0), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_are_cut_where_the_language_changes),
		cmocka_unit_test(what_is_nobodys_goes_with_its_neighbours),
		cmocka_unit_test(most_words_are_the_reviews_language),
		cmocka_unit_test(a_long_list_ends),
		cmocka_unit_test(sentences_count_alike_in_every_language),
		cmocka_unit_test(what_is_not_known_is_said),
		cmocka_unit_test(one_sentence_is_doubted_only_by_another_witness),
		cmocka_unit_test(a_sentence_is_surely_in_another_language),
		cmocka_unit_test(a_word_is_frequent_or_not),
	};

	return cmocka_run_group_tests_name("parts", tests, NULL, NULL);
}
