/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ranking.h"

#include <math.h>

double
ranking_shrink(double n, double mean, double m, double all)
{
	return (n * mean + m * all) / (n + m);
}

struct moments {
	double n, sum, squares_of_n;
	double within, between;		/* sums of squares */
	size_t brands;
};

static void
add_brand(struct moments *m, const struct ranking_brand *b, double scale,
	double all)
{
	double n = (double)b->n, sum = (double)b->sum / scale;

	if (b->n <= 0)
		return;
	m->within += (double)b->squares / scale / scale - sum * sum / n;
	m->between += n * (sum / n - all) * (sum / n - all);
	m->squares_of_n += n * n;
	m->brands++;
}

void
ranking_make(struct ranking *r, struct ranking_brand *brand, size_t count,
	int64_t scale)
{
	struct moments m = {0};
	double k = (double)scale, groups, size;
	size_t i;

	*r = (struct ranking){.weight = RANKING_FIXED};
	for (i = 0; i < count; i++) {
		m.n += (double)brand[i].n;
		m.sum += (double)brand[i].sum / k;
	}
	r->mean = m.n > 0 ? m.sum / m.n : NAN;
	for (i = 0; i < count; i++)
		add_brand(&m, &brand[i], k, r->mean);
	groups = (double)m.brands;
	if (m.brands >= RANKING_BRANDS && m.n > groups) {
		size = (m.n - m.squares_of_n / m.n) / (groups - 1);
		r->within = m.within / (m.n - groups);
		r->between = (m.between / (groups - 1) - r->within) / size;
	}
	if (r->between > 0 && r->within > 0) {
		r->weight = r->within / r->between;
		r->estimated = true;
	}
	for (i = 0; i < count; i++)
		brand[i].shrunken = brand[i].n > 0 ? ranking_shrink(
		    (double)brand[i].n, (double)brand[i].sum / k /
		    (double)brand[i].n, r->weight, r->mean) : NAN;
}
