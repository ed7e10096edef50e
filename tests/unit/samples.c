/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviews kept at hand: all of few, of many a choice that does not depend on
 * their order. */
#include "unit.h"

#include <stdio.h>

#include "engine.h"
#include "samples.h"
#include "small_lexicon.h"

enum { MANY = 3 * SAMPLES_MAX };

struct seen { size_t count; uint64_t sum; size_t stop; };

static int
see(void *context, const struct review *r, const struct sentiment *s)
{
	struct seen *to = context;
	char id[33] = "";

	assert_int_equal(r->id.length, 32);
	assert_int_equal(s->label, SENTIMENT_POS);
	memcpy(id, r->id.bytes, 32);
	to->sum += strtoull(id + 16, NULL, 16);
	return ++to->count == to->stop;
}

static void
add(struct samples *s, unsigned number)
{
	char id[33], line[160];

	snprintf(id, sizeof(id), "%032x", number);
	snprintf(line, sizeof(line), "{\"id\":\"%s\",\"inLanguage\":\"en\","
	    "\"reviewBody\":\"I love it\"}", id);
	assert_int_equal(samples_add(s, text_of(id), text_of(line)), 0);
}

static struct seen
look(struct engine *e, unsigned count, bool backwards, size_t stop)
{
	struct samples *s = samples_create();
	struct scorer *scorer = scorer_open(e);
	const struct samples_of of = {s, scorer, NULL, NULL};
	struct seen to = {.stop = stop};
	unsigned i;
	int result;

	assert_non_null(s);
	assert_non_null(scorer);
	for (i = 0; i < count; i++)
		add(s, backwards ? count - 1 - i : i);
	result = samples_each(&of, see, &to);
	assert_int_equal(result, stop > 0 && to.count == stop);
	scorer_close(scorer);
	samples_free(s);
	return to;
}

static void
chosen(void **state)
{
	static const char words[] = "#lexicon\ten\nlove\t3\thand\n";
	struct complaint c;
	char path[64];
	struct engine *e;
	struct seen forth, back;

	(void)state;
	small_file(words, sizeof(words) - 1, path);
	e = engine_open(path, &c);
	unlink(path);
	assert_non_null(e);
	assert_int_equal(look(e, 500, false, 0).count, 500);
	assert_int_equal(look(e, 500, false, 3).count, 3);
	forth = look(e, MANY, false, 0);
	back = look(e, MANY, true, 0);
	assert_true(forth.count <= SAMPLES_MAX &&
	    forth.count > SAMPLES_MAX / 3);
	assert_int_equal(forth.count, back.count);
	assert_true(forth.sum == back.sum);
	/* Neither the first nor the last ones: a third of MANY is 20,000. */
	assert_true(forth.sum / forth.count > MANY / 2 - MANY / 50 &&
	    forth.sum / forth.count < MANY / 2 + MANY / 50);
	engine_close(e);
}

static void
long_lines(void **state)
{
	struct samples *s = samples_create();
	char *line = malloc(SAMPLES_LINE + 1);
	const struct samples_of of = {s, NULL, NULL, NULL};

	(void)state;
	assert_non_null(line);
	memset(line, 'x', SAMPLES_LINE + 1);
	assert_int_equal(samples_add(s, text_of("1"),
	    (struct text){line, SAMPLES_LINE + 1}), 0);
	assert_int_equal(samples_each(&of, see, NULL), 0);
	free(line);
	samples_free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chosen),
		cmocka_unit_test(long_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
