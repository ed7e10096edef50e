/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the measures of score share: clocks, medians, texts, the program. */
#ifndef SAYSO_MEASURE_SCORE_H
#define SAYSO_MEASURE_SCORE_H

#include <stddef.h>
#include <time.h>

#include "buffer.h"
#include "text.h"

enum {
	ROUNDS = 7,
	TEXTS_MAX = 1 << 18,
	BYTES_MAX = 256 << 20,
	ENOUGH = 24 << 20,	/* bytes of one piece, about */
};

/* Texts of one language, one behind the other, each with an LF. */
struct texts {
	const char *tag;
	struct buffer bytes;
	size_t *end;		/* without the LF */
	size_t count;
	double seconds[ROUNDS], scan[ROUNDS];
};

/* ---- score_texts.c ---- */

_Noreturn void stop(const char *what);
double seconds(clockid_t clock);
double median(const double value[ROUNDS]);

void texts_init(struct texts *t, const char *tag);
void texts_release(struct texts *t);
struct text texts_get(const struct texts *t, size_t i);
/* EVAL/<tag>/<any>.tsv; false where there are none. */
bool texts_read(struct texts *t, const char *eval);
/* Sentences of ten listed words, for want of real ones. */
void texts_make(struct texts *t, const char *lexicon);

/* ---- score_program.c ---- */

/* `score annotate` on JSON Lines of texts: all of them and none, with one
 * thread and with two. */
struct program {
	const char *path, *lexicon;
	char all[64], none[64];
	size_t length;		/* bytes of all */
	double whole[ROUNDS], start[ROUNDS];	/* processor time */
	double one[ROUNDS], two[ROUNDS];	/* by the clock */
	double cost[ROUNDS];	/* processor time of two threads */
};

void program_init(struct program *p, const char *path, const char *lexicon,
	const struct texts *t);
void program_run(struct program *p, int round);
void program_say(const struct program *p, double scan);
void program_release(const struct program *p);

/* ---- score_vader.c ---- */

/* vaderSentiment of PyPI on every so manieth text, run by the Python that has
 * it. */
struct vader {
	const char *python;
	char path[64];		/* of the texts */
	size_t length;
	double seconds[ROUNDS];	/* processor time */
};

void vader_init(struct vader *v, const char *python, const struct texts *t);
void vader_run(struct vader *v, int round);
/* `engine`: MB/s of the engine on such texts. */
void vader_say(const struct vader *v, double engine);
void vader_release(const struct vader *v);

#endif
