/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sentiment.h, annotate.h, agreement.h */
#include "unit.h"

#include <math.h>
#include <pthread.h>

#include "agreement.h"
#include "annotate.h"
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

/* Of sentences with these sums, each of words of one sign. */
static int64_t
score_of(const int64_t *sum, size_t count)
{
	int64_t opinion = 0, say = 0;

	for (size_t i = 0; i < count; i++) {
		int64_t all = llabs(sum[i]) + SENTIMENT_HALF;

		opinion += SENTIMENT_SCORE_MAX * sum[i] / all;
		say += SENTIMENT_SCORE_MAX * llabs(sum[i]) / all;
	}
	return SENTIMENT_SCORE_MAX * opinion / (say + SENTIMENT_DOUBT);
}

static void
the_score_is_a_mean_of_sentences(void **state)
{
	static const int64_t good[] = {200}, three[] = {200, -200, 200};

	(void)state;
	assert_int_equal(of("good").score, score_of(good, 1));
	assert_int_equal(of("Good. Nothing here. Bad. Good.").score,
	    score_of(three, 3));
	/* Praise and complaint in one sentence: it says much of neither. */
	assert_int_equal(of("good bad good").score, SENTIMENT_SCORE_MAX *
	    (SENTIMENT_SCORE_MAX * 200 / (600 + SENTIMENT_HALF)) /
	    (SENTIMENT_SCORE_MAX * 600 / (600 + SENTIMENT_HALF) +
	    SENTIMENT_DOUBT));
	assert_int_equal(of("good").label, SENTIMENT_POS);
	assert_int_equal(of("bad").label, SENTIMENT_NEG);
	assert_int_equal(of("good. bad").label, SENTIMENT_NEU);
	assert_int_equal(of("good. bad").stars, 3);
	assert_true(of("good").stars >= 4);
	assert_true(of("bad").stars <= 2);
}

static void
scores_stay_on_their_scale(void **state)
{
	char text[8192];

	(void)state;
	text[0] = '\0';
	while (strlen(text) + 16 < sizeof text)
		strcat(text, "very good ");
	assert_in_range(of(text).score, 9000, SENTIMENT_SCORE_MAX);
	assert_int_equal(of(text).stars, 5);
}

static void
what_is_not_scored_says_why(void **state)
{
	static const struct {
		const char *text, *language, *reason;
	} unscored[] = {
		{NULL, "en", "no-text"}, {" \n", "en", "no-text"},
		{"good", "fi", "unsupported-language"},
		{"good", "mul", "unsupported-language"},
		{"good", "und", "unknown-language"},
		{"the parcel", "en", "no-known-words"},
		{"faint", "en", "no-known-words"},
		{"!!!", "en", "no-known-words"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof unscored / sizeof unscored[0]; i++) {
		struct sentiment s;

		sentiment_text(scorer, text_of(unscored[i].text),
		    unscored[i].language, &s);
		assert_int_equal(s.label, SENTIMENT_UNSCORED);
		assert_string_equal(sentiment_reason_name(s.reason),
		    unscored[i].reason);
		assert_int_equal(s.count, 0);
	}
}

static void
the_strongest_terms_are_kept_in_order(void **state)
{
	char text[4096] = "superb ";

	(void)state;
	for (int i = 0; i < 2 * SENTIMENT_TERMS_MAX; i++)
		strcat(text, "good ");
	strcat(text, "superb");
	struct sentiment s = of(text);
	assert_int_equal(s.hits, 2 * SENTIMENT_TERMS_MAX + 2);
	assert_int_equal(s.count, SENTIMENT_TERMS_MAX);
	assert_string_equal(s.term[0].term, "superb");
	assert_string_equal(s.term[s.count - 1].term, "superb");
	for (size_t i = 1; i < s.count; i++)
		assert_true(s.term[i - 1].start < s.term[i].start);
}

static const char *
written(const struct sentiment *s)
{
	static char out[4096];
	struct buffer b;

	buffer_init(&b, sizeof out - 1);
	assert_int_equal(sentiment_write(&b, s, false), 0);
	strcpy(out, b.bytes);
	buffer_release(&b);
	return out;
}

static void
the_json_names_terms_and_places(void **state)
{
	struct review r = {.title = text_of("Bad"),
	    .body = text_of("It is not good.")};
	struct sentiment s;

	(void)state;
	sentiment_review(scorer, &r, "en", &s);
	assert_non_null(strstr(written(&s), "\"language\":\"en\",\"terms\":["
	    "{\"term\":\"bad\",\"weight\":-2.00,\"field\":\"name\","
	    "\"start\":0,\"end\":3},{\"term\":\"not good\",\"weight\":-1.30,"
	    "\"start\":6,\"end\":14}],\"confidence\":89,\"coverage\":60,"
	    "\"aspects\":[],\"comparisons\":[]}"));
	s = of("a parcel");
	assert_string_equal(written(&s),
	    "{\"label\":\"unscored\",\"reason\":\"no-known-words\"}");
}

static void
the_language_of_a_review(void **state)
{
	static const struct {
		const char *declared, *detected, *want;
	} tag[] = {
		{"en-GB", NULL, "en"}, {"sr", NULL, "hr"},
		{"fi", "en", "en"}, {NULL, "en", "en"}, {"fi", "und", "fi"},
		{"en", "hr", "en"}, {NULL, "und", "und"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof tag / sizeof tag[0]; i++) {
		struct review r = {.body = text_of("good"),
		    .language = text_of(tag[i].declared),
		    .detected = text_of(tag[i].detected)};
		struct sentiment s;

		sentiment_review(scorer, &r, NULL, &s);
		assert_string_equal(s.language, tag[i].want);
	}
}

static void
notes_are_praise_and_complaint_by_their_place(void **state)
{
	static const struct {
		const char *positive, *negative;
		enum sentiment_label label;
	} notes[] = {
		{"parcel", NULL, SENTIMENT_POS},
		{NULL, "parcel", SENTIMENT_NEG},
		{"parcel", "weight", SENTIMENT_NEU},
		{"parcel\nweight", "size", SENTIMENT_POS},
		{"parcel", "Not.", SENTIMENT_POS},	/* "none" */
		{"bad", NULL, SENTIMENT_NEG},	/* clear words stay */
		{NULL, "not", SENTIMENT_UNSCORED},
	};

	(void)state;
	for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++) {
		struct review r = {.positive = text_of(notes[i].positive),
		    .negative = text_of(notes[i].negative)};
		struct sentiment s;

		sentiment_review(scorer, &r, "en", &s);
		assert_int_equal(s.label, notes[i].label);
		assert_int_equal(s.confidence > 0,
		    s.label != SENTIMENT_UNSCORED);
	}
}

/* Numbers of every length, and names that must be escaped. */
static void
every_number_is_written_whole(void **state)
{
	struct sentiment s = {.label = SENTIMENT_NEG, .score = -10000,
	    .stars = 1, .language = "en", .count = 2, .coverage = 100};
	struct buffer b;
	char want[512];
	size_t n = 1;

	(void)state;
	buffer_init(&b, 4096);
	for (int digits = 1; digits <= 19; digits++, n *= 10) {
		int32_t weight = (int32_t)(n % 100000);

		s.term[0] = (struct sentiment_term){.term = "a\"b\xD0\xB6",
		    .weight = -weight, .field = SENTIMENT_TITLE,
		    .start = n - 1, .end = n};
		s.term[1] = (struct sentiment_term){.term = "somewhat long",
		    .negator = "not", .behind = digits % 2 == 0,
		    .weight = weight, .field = SENTIMENT_BODY,
		    .start = n / 3, .end = n - 1};
		buffer_clear(&b);
		assert_int_equal(sentiment_write(&b, &s, false), 0);
		snprintf(want, sizeof want, "{\"score\":-10000,\"label\":"
		    "\"neg\",\"stars\":1,\"language\":\"en\",\"terms\":["
		    "{\"term\":\"a\\\"b\xD0\xB6\",\"weight\":%s%d.%02d,"
		    "\"field\":\"name\",\"start\":%zu,\"end\":%zu},"
		    "{\"term\":\"%s\",\"weight\":%d.%02d,\"start\":%zu,"
		    "\"end\":%zu}],\"confidence\":0,\"coverage\":100,"
		    "\"aspects\":[],\"comparisons\":[]}",
		    weight > 0 ? "-" : "", weight / 100, weight % 100, n - 1, n,
		    digits % 2 == 0 ? "somewhat long not" :
		    "not somewhat long", weight / 100, weight % 100, n / 3,
		    n - 1);
		assert_string_equal(b.bytes, want);
	}
	buffer_release(&b);
}

/* The line that annotate makes, without the sentiment. */
static const char *
annotated(const char *line)
{
	static const struct sentiment none = {.reason = SENTIMENT_NO_TEXT};
	static struct jsonl_object o;
	static char out[1024];
	struct buffer b;
	size_t fault;

	buffer_init(&b, sizeof out - 1);
	assert_true(jsonl_scan(text_of(line), &o, &fault));
	assert_int_equal(annotate_line(&b, text_of(line), &o, &none), 0);
	strcpy(out, b.bytes);
	buffer_release(&b);
	char *at = strstr(out, "\"sentiment\":{\"label\":\"unscored\","
	    "\"reason\":\"no-text\"}}");
	assert_non_null(at);
	strcpy(at, "@");
	return out;
}

static void
every_other_byte_stays(void **state)
{
	(void)state;
	assert_string_equal(annotated("{}"), "{@");
	assert_string_equal(annotated("{\"a\":1}"), "{\"a\":1,@");
	assert_string_equal(annotated("{ \"a\" : 1 , \"b\":[ ] }"),
	    "{ \"a\" : 1 , \"b\":[ ],@");
	assert_string_equal(annotated("{\"sentiment\":1}"), "{@");
	assert_string_equal(annotated("{\"sentiment\":{},\"sentiment\":2}"),
	    "{@");
	assert_string_equal(annotated("{\"sentiment\":1,\"a\":2}"),
	    "{\"a\":2,@");
	assert_string_equal(annotated("{\"a\":1,\"sentiment\":[1]}"),
	    "{\"a\":1,@");
	assert_string_equal(annotated(
	    "{\"a\":1,\"sentiment\":{\"x\":\"}\"} ,\"b\":\"\\u00e9é\"}"),
	    "{\"a\":1 ,\"b\":\"\\u00e9é\",@");
	assert_string_equal(annotated("{\"a\":{\"sentiment\":1}}"),
	    "{\"a\":{\"sentiment\":1},@");
}

static void
figures_of_eval(void **state)
{
	static const enum sentiment_label said[] = {SENTIMENT_POS,
	    SENTIMENT_POS, SENTIMENT_NEG, SENTIMENT_NEG, SENTIMENT_NEU};
	static const enum sentiment_label found[] = {SENTIMENT_POS,
	    SENTIMENT_UNSCORED, SENTIMENT_NEG, SENTIMENT_POS, SENTIMENT_NEU};
	struct agreement a;

	(void)state;
	agreement_init(&a);
	assert_true(agreement_accuracy(&a) < 0);
	assert_true(agreement_pearson(&a) < -1);
	for (int i = 0; i < 5; i++) {
		struct sentiment s = {.label = found[i], .score = 1000 * i,
		    .stars = 1 + i};

		agreement_add(&a, said[i], &s);
		assert_int_equal(agreement_add_rating(&a, i * i / 4.0 + 1,
		    &s), 0);
	}
	assert_true(fabs(agreement_accuracy(&a) - 0.5) < 1e-9);
	/* pos: 1 right, 2 said, 2 found; neg: 1 right, 2 said, 1 found. */
	assert_true(fabs(agreement_f1(&a, 2) - (0.5 + 2.0 / 3) / 2) < 1e-9);
	assert_true(fabs(agreement_f1(&a, 3) -
	    (0.5 + 2.0 / 3 + 1) / 3) < 1e-9);
	assert_true(fabs(agreement_spearman(&a) - 1) < 1e-9);
	assert_true(agreement_pearson(&a) < 0.99);
	assert_true(agreement_stars_error(&a) > 0);
	agreement_release(&a);
}

static int
set_up(void **state)
{
	static const char text[] = "#lexicon\ten\n"
	    "good\t2\thand\nbad\t-2\thand\nsuperb\t4\thand\n"
	    "faint\t0.19\thand\n"
	    "#rules\ten\nnegator\tnot\t3\nintensifier\tvery\t1.5\n"
	    "#lexicon\thr\ndobar\t2\thand\n#lexicon\tmul\n👍\t2\thand\n";
	struct complaint c = {""};
	char path[64];

	(void)state;
	small_file(text, strlen(text), path);
	engine = engine_open(path, &c);
	unlink(path);
	scorer = engine == NULL ? NULL : scorer_open(engine);
	return scorer == NULL ? -1 : 0;
}

/* ---- threads ---- */

enum { THREADS = 4, TURNS = 300 };

static void *
score_often(void *to)
{
	struct scorer *own = scorer_open(engine);

	for (int i = 0; own != NULL && i < TURNS; i++)
		sentiment_text(own, text_of(i % 2 == 0 ? "bad or not good" :
		    "not goood, very good good!"), "en", to);
	scorer_close(own);
	return NULL;
}

static void
threads_share_an_engine(void **state)
{
	struct sentiment alone = of("not goood, very good good!");
	static struct sentiment s[THREADS];
	pthread_t thread[THREADS];

	(void)state;
	for (int i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&thread[i], NULL, score_often,
		    &s[i]), 0);
	for (int i = 0; i < THREADS; i++) {
		assert_int_equal(pthread_join(thread[i], NULL), 0);
		assert_int_equal(s[i].score, alone.score);
		assert_int_equal(s[i].count, alone.count);
	}
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
		cmocka_unit_test(the_score_is_a_mean_of_sentences),
		cmocka_unit_test(scores_stay_on_their_scale),
		cmocka_unit_test(what_is_not_scored_says_why),
		cmocka_unit_test(the_strongest_terms_are_kept_in_order),
		cmocka_unit_test(the_json_names_terms_and_places),
		cmocka_unit_test(the_language_of_a_review),
		cmocka_unit_test(notes_are_praise_and_complaint_by_their_place),
		cmocka_unit_test(threads_share_an_engine),
		cmocka_unit_test(every_number_is_written_whole),
		cmocka_unit_test(every_other_byte_stays),
		cmocka_unit_test(figures_of_eval),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
