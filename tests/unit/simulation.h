/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws with a fixed seed, and what is asked of them: how often an interval
 * holds the truth.  With an argument (`make coverage`) a test prints each
 * share.
 */
#ifndef SAYSO_UNIT_SIMULATION_H
#define SAYSO_UNIT_SIMULATION_H

#include "unit.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>

#include "statistics.h"

enum { DRAWS = 6000 };
static bool printing;
static uint64_t state = UINT64_C(88172645463325252);

/* xorshift64* (Vigna 2016), 0 <= u < 1 */
static inline double
uniform(void)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (double)((state * UINT64_C(2685821657736338717)) >> 11) /
	    9007199254740992.0;
}

static inline int64_t
binomial(int64_t n, double p)
{
	int64_t count = 0, i;

	for (i = 0; i < n; i++)
		count += uniform() < p;
	return count;
}

/* Counts of k cells. */
static inline void
multinomial(int64_t n, const double *p, int k, int64_t *count)
{
	int64_t i;
	int c;

	for (c = 0; c < k; c++)
		count[c] = 0;
	for (i = 0; i < n; i++) {
		double u = uniform();

		for (c = 0; c < k - 1 && u >= p[c]; c++)
			u -= p[c];
		count[c]++;
	}
}

static inline int64_t
poisson(double mean)
{
	double product = uniform(), least = exp(-mean);
	int64_t n = 0;

	for (; product > least; n++)
		product *= uniform();
	return n;
}

/* J-shaped, as stars are. */
static const double j_shape[5] = {.12, .05, .07, .16, .60};

struct stars { int64_t count[5], n, sum, squares; };

static inline void
draw_stars(struct stars *s, int64_t n, const double p[5])
{
	int i;

	multinomial(n, p, 5, s->count);
	s->n = n;
	s->sum = s->squares = 0;
	for (i = 0; i < 5; i++) {
		s->sum += s->count[i] * (i + 1);
		s->squares += s->count[i] * (i + 1) * (i + 1);
	}
}

static inline bool
holds(const struct estimate *e, double truth)
{
	return e->bounded && e->low <= truth && truth <= e->high;
}

static inline void
within(int held, double least, double most, const char *what, int64_t n)
{
	double share = 100.0 * held / DRAWS;

	if (printing)
		printf("%-28s n = %3d  %5.1f %%  (%.0f to %.1f)\n", what,
		    (int)n, share, least, most);

	if (share < least || share > most)
		fail_msg("%s, n = %d: %.1f %%, wanted %.0f to %.0f", what,
		    (int)n, share, least, most);
}

#endif
