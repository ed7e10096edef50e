/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast the sentiment engine is, as ratios to a bare memchr newline scan
 * of the same bytes, because megabytes per second say more of the machine
 * than of the program.  All pieces run in turn, round after round, on the
 * processor time of this one process (of its child for the whole program);
 * the median counts.
 *	score LEXICON EVAL PROGRAM [PYTHON]
 * EVAL/<tag>/<any>.tsv hold texts in their last column; where there are none
 * the texts are made of the lexicon's own words.  PYTHON has vaderSentiment,
 * which is measured beside.
 */
#include "score.h"

#include <stdio.h>
#include <string.h>

#include "sentiment.h"

enum {
	LANGUAGES = 6,
	LENGTHS = 6,
};

static volatile size_t sink;	/* what was computed was wanted */

static size_t
times(const struct texts *t)
{
	return 1 + ENOUGH / (t->bytes.length + 1);
}

static void
run_scan(struct texts *t, int round)
{
	const char *end = t->bytes.bytes + t->bytes.length;
	double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

	for (size_t n = times(t); n > 0; n--)
		for (const char *at = t->bytes.bytes; at < end; sink++)
			at = (const char *)memchr(at, '\n',
			    (size_t)(end - at)) + 1;
	t->scan[round] = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static void
run_engine(struct texts *t, struct scorer *at, int round)
{
	static struct sentiment s;
	double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

	for (size_t n = times(t); n > 0; n--)
		for (size_t i = 0; i < t->count; i++) {
			sentiment_text(at, texts_get(t, i), t->tag, &s);
			sink += s.hits;
		}
	t->seconds[round] = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static double
rate(const struct texts *t, const double *taken)
{
	return (double)(times(t) * t->bytes.length) / median(taken) / 1e6;
}

static void
say_languages(const struct texts *t, double scan)
{
	for (size_t i = 0; i < LANGUAGES; i++) {
		if (t[i].count == 0) {
			printf("sentiment %s: no texts, left out\n", t[i].tag);
			continue;
		}
		double got = rate(&t[i], t[i].seconds);
		printf("sentiment %s\t%8.1f MB/s\t%.4f of memchr\t"
		    "%.2f ns/byte\n", t[i].tag, got, got / scan, 1e3 / got);
	}
}

/* One text of growing length: what a byte costs must not grow. */
static void
say_linearity(const struct texts *t, struct scorer *at)
{
	static struct sentiment s;
	size_t size = 1000;
	struct buffer b;

	buffer_init(&b, BYTES_MAX);
	while (b.length < 100000000)
		buffer_add(&b, t->bytes.bytes, t->bytes.length);
	for (int i = 0; i < LENGTHS; i++, size *= 10) {
		size_t rounds = 1 + 20000000 / size;
		double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

		for (size_t n = 0; n < rounds; n++) {
			size_t from = n * size % (b.length - size + 1);
			sentiment_text(at, (struct text){b.bytes + from, size},
			    t->tag, &s);
			sink += s.hits;
		}
		printf("one text of %9zu bytes\t%.2f ns/byte\n", size,
		    (seconds(CLOCK_PROCESS_CPUTIME_ID) - start) * 1e9 /
		    (double)(rounds * size));
	}
	buffer_release(&b);
}

int
main(int argc, char **argv)
{
	static const char *const tag[LANGUAGES] = {"en", "ar", "fa", "hr",
	    "ka", "ru"};
	static struct texts texts[LANGUAGES];
	static struct program program;
	static struct vader vader;
	struct complaint c = {""};

	if (argc != 4 && argc != 5)
		stop("usage: score LEXICON EVAL PROGRAM [PYTHON]");
	struct engine *e = engine_open(argv[1], &c);
	if (e == NULL)
		stop(c.text);
	struct scorer *scorer = scorer_open(e);
	if (scorer == NULL)
		stop("no memory");
	for (size_t i = 0; i < LANGUAGES; i++) {
		texts_init(&texts[i], tag[i]);
		if (!engine_supports(e, tag[i]) || texts_read(&texts[i],
		    argv[2]))
			continue;
		printf("%s: no texts, made of the lexicon\n", tag[i]);
		texts_make(&texts[i], argv[1]);
	}
	if (texts[0].count == 0)
		stop("no English");
	program_init(&program, argv[3], argv[1], &texts[0]);
	if (argc == 5)
		vader_init(&vader, argv[4], &texts[0]);
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < LANGUAGES; i++) {
			if (texts[i].count == 0)
				continue;
			run_scan(&texts[i], round);
			run_engine(&texts[i], scorer, round);
		}
		program_run(&program, round);
		if (argc == 5)
			vader_run(&vader, round);
	}
	program_release(&program);
	double scan = rate(&texts[0], texts[0].scan);
	printf("memchr\t\t%8.0f MB/s\n", scan);
	say_languages(texts, scan);
	program_say(&program, scan);
	if (argc == 5) {
		vader_say(&vader, rate(&texts[0], texts[0].seconds));
		vader_release(&vader);
	}
	say_linearity(&texts[0], scorer);
	for (size_t i = 0; i < LANGUAGES; i++)
		texts_release(&texts[i]);
	scorer_close(scorer);
	engine_close(e);
	return 0;
}
