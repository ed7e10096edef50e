/* SPDX-License-Identifier: GPL-3.0-or-later */
/* logistic.h, learn_words.h, learn_model.h, paired.h */
#include "unit.h"

#include <math.h>
#include <stdio.h>

#include "learn_model.h"
#include "learn_words.h"
#include "logistic.h"
#include "paired.h"
#include "small_lexicon.h"

/* Reference values: the exact binomial test of scipy.stats.binomtest(k, n),
 * two-sided at one half, and chi-squared with the correction. */
static void
the_chance_of_a_difference(void **state)
{
	(void)state;
	assert_true(fabs(paired_chance(10, 2) - 158.0 / 4096) < 1e-9);
	assert_true(fabs(paired_chance(2, 10) - 158.0 / 4096) < 1e-9);
	assert_true(fabs(paired_chance(5, 0) - 0.0625) < 1e-9);
	assert_true(fabs(paired_chance(7, 7) - 1) < 1e-9);
	assert_true(fabs(paired_chance(0, 0) - 1) < 1e-9);
	assert_true(fabs(paired_chance(550, 480) - 0.0315583) < 1e-6);
}

static void
a_feature_tells_labels_apart(void **state)
{
	struct logistic *l = logistic_create(2);
	double weight[2];

	(void)state;
	assert_non_null(l);
	for (int i = 0; i < 40; i++) {
		assert_int_equal(logistic_add(l, 0, i % 2 ? 1 : -1), 0);
		assert_int_equal(logistic_add(l, 1, i % 4 < 2 ? 1 : -1), 0);
		assert_int_equal(logistic_end_row(l, i % 2, 2), 0);
	}
	assert_int_equal(logistic_fit(l, 1, weight), 0);
	assert_true(weight[0] > 1);
	assert_true(fabs(weight[1]) < 0.05);
	logistic_free(l);
	l = logistic_create(1);
	logistic_add(l, 0, 1);
	logistic_end_row(l, 1, 1);
	assert_int_equal(logistic_fit(l, 1, weight), -1);
	logistic_free(l);
}

/* Sixty reviews of three shops: "sturdy" praises everywhere, "acme" is the
 * name of a shop that everybody praises. */
static void
make_reviews(char *out, size_t size)
{
	size_t at = (size_t)snprintf(out, size, "id\trating\tlabel\ttext\n");

	for (int i = 0; i < 20; i++)
		at += (size_t)snprintf(out + at, size - at,
		    "%d\t%d\t\t%s %s number %d\n", i, i % 2 ? 5 : 1,
		    i % 2 ? "sturdy" : "wobbly", "thing", i);
}

static void
read_source(struct learn_corpus *k, const char *folder, const char *name,
	const char *text)
{
	struct complaint c = {""};
	char path[128];

	snprintf(path, sizeof path, "%s/%s.tsv", folder, name);
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(learn_corpus_read(k, path, "en", &c), 0);
	unlink(path);
}

static void
read_sources(struct learn_corpus *k)
{
	static char text[4096], acme[8192];
	char folder[] = "/tmp/sayso-learn.XXXXXX";

	assert_non_null(mkdtemp(folder));
	make_reviews(text, sizeof text);
	read_source(k, folder, "one", text);
	read_source(k, folder, "two", text);
	strcpy(acme, text);
	for (int i = 0; i < 40; i++)
		sprintf(acme + strlen(acme), "%d\t5\t\tacme acme\n", i);
	read_source(k, folder, "three", acme);
	rmdir(folder);
}

static void
a_brand_name_is_no_candidate(void **state)
{
	const struct learn_limits limits = {.texts = 10, .brands = 3,
	    .sources = 3}, alone = {.texts = 10, .brands = 1, .sources = 1};
	struct learn_corpus k;
	struct learn_words w;

	(void)state;
	learn_corpus_init(&k);
	read_sources(&k);
	assert_int_equal(k.count, 100);
	assert_int_equal(k.sources, 3);
	learn_words_init(&w);
	assert_int_equal(learn_words_count(&w, &k, 0, &limits), 0);
	for (size_t i = 0; i < w.count; i++)
		assert_string_not_equal(w.word[i].key, "acme");
	learn_words_release(&w);
	learn_words_init(&w);
	assert_int_equal(learn_words_count(&w, &k, 0, &alone), 0);
	learn_words_release(&w);
	learn_corpus_release(&k);
}

static void
weights_are_learned_and_written(void **state)
{
	static const char *const words[] = {"sturdy", "wobbly"};
	static const struct model_limits all = {0, 0};
	struct complaint c = {""};
	struct learn_corpus k;
	struct buffer rows[2];
	char prior[64];

	(void)state;
	small_file("#lexicon\ten\ngood\t2\thand\n", 24, prior);
	learn_corpus_init(&k);
	read_sources(&k);
	for (int i = 0; i < 2; i++) {
		struct model m;

		buffer_init(&rows[i], 1 << 16);
		assert_int_equal(model_fit(&m, prior, "en", words, 2, &k, 1,
		    &c), 0);
		assert_int_equal(model_write(&m, "en", &all, &rows[i]), 0);
		model_release(&m);
	}
	assert_string_equal(rows[0].bytes, rows[1].bytes);
	assert_non_null(strstr(rows[0].bytes, "\nsturdy\t2."));
	assert_non_null(strstr(rows[0].bytes, "\nwobbly\t-"));
	assert_null(strstr(rows[0].bytes, "good"));
	struct lexicon *l = small_lexicon(rows[0].bytes);
	assert_int_equal(lexicon_language(l, "en")->index.terms, 2);
	lexicon_free(l);
	buffer_release(&rows[0]);
	buffer_release(&rows[1]);
	learn_corpus_release(&k);
	unlink(prior);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_chance_of_a_difference),
		cmocka_unit_test(a_feature_tells_labels_apart),
		cmocka_unit_test(a_brand_name_is_no_candidate),
		cmocka_unit_test(weights_are_learned_and_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
