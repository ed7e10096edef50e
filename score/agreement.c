/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agreement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NO_CORRELATION = -2 };

/* A value and where it stood, to be ranked. */
struct ranked {
	double value;
	size_t at;
};

void
agreement_init(struct agreement *a)
{
	memset(a, 0, sizeof *a);
}

void
agreement_release(struct agreement *a)
{
	free(a->rated);
	agreement_init(a);
}

void
agreement_add(struct agreement *a, enum sentiment_label said,
	const struct sentiment *found)
{
	a->texts++;
	a->scored += found->label != SENTIMENT_UNSCORED;
	a->cell[said][found->label]++;
}

int
agreement_add_rating(struct agreement *a, double rating,
	const struct sentiment *found)
{
	if (a->rated_count == a->rated_capacity) {
		size_t capacity = a->rated_capacity == 0 ? 1024 :
		    2 * a->rated_capacity;
		struct rated *rated = realloc(a->rated,
		    capacity * sizeof *rated);

		if (rated == NULL)
			return -1;
		a->rated = rated;
		a->rated_capacity = capacity;
	}
	a->rated[a->rated_count++] = (struct rated){rating, found->score,
	    found->label == SENTIMENT_UNSCORED ? 3 : found->stars};
	return 0;
}

static size_t
said_count(const struct agreement *a, enum sentiment_label said)
{
	size_t count = 0;

	for (int found = 0; found <= SENTIMENT_POS; found++)
		count += a->cell[said][found];
	return count;
}

double
agreement_accuracy(const struct agreement *a)
{
	size_t all = said_count(a, SENTIMENT_POS) +
	    said_count(a, SENTIMENT_NEG);

	return all == 0 ? -1 : (double)(a->cell[SENTIMENT_POS][SENTIMENT_POS] +
	    a->cell[SENTIMENT_NEG][SENTIMENT_NEG]) / (double)all;
}

double
agreement_accuracy_3(const struct agreement *a)
{
	size_t right = 0, all = 0;

	for (int said = SENTIMENT_NEG; said <= SENTIMENT_POS; said++)
		for (int found = 0; found <= SENTIMENT_POS; found++) {
			all += a->cell[said][found];
			right += said == found ? a->cell[said][found] : 0;
		}
	return all == 0 ? -1 : (double)right / (double)all;
}

double
agreement_f1(const struct agreement *a, int classes)
{
	static const enum sentiment_label label[] = {SENTIMENT_POS,
	    SENTIMENT_NEG, SENTIMENT_NEU};
	double sum = 0;

	for (int i = 0; i < classes; i++) {
		size_t right = a->cell[label[i]][label[i]], found = 0;
		size_t said = said_count(a, label[i]);

		if (said == 0)
			return -1;
		for (int j = 0; j < classes; j++)
			found += a->cell[label[j]][label[i]];
		sum += 2 * (double)right / (double)(said + found);
	}
	return sum / classes;
}

static double
correlation(const double *x, const double *y, size_t n)
{
	double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;

	for (size_t i = 0; i < n; i++) {
		mean_x += x[i] / (double)n;
		mean_y += y[i] / (double)n;
	}
	for (size_t i = 0; i < n; i++) {
		xx += (x[i] - mean_x) * (x[i] - mean_x);
		yy += (y[i] - mean_y) * (y[i] - mean_y);
		xy += (x[i] - mean_x) * (y[i] - mean_y);
	}
	return xx > 0 && yy > 0 ? xy / sqrt(xx * yy) : NO_CORRELATION;
}

static int
ranked_order(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

/* Puts each value's rank in its place; equal values share the mean rank. */
static int
rank(double *value, size_t n)
{
	struct ranked *r = calloc(n, sizeof *r);

	if (r == NULL)
		return -1;
	for (size_t i = 0; i < n; i++)
		r[i] = (struct ranked){value[i], i};
	qsort(r, n, sizeof *r, ranked_order);
	for (size_t i = 0, j; i < n; i = j) {
		for (j = i; j < n && r[j].value == r[i].value; j++)
			;
		for (size_t k = i; k < j; k++)
			value[r[k].at] = (double)(i + j - 1) / 2;
	}
	free(r);
	return 0;
}

static double
correlate(const struct agreement *a, bool ranks)
{
	size_t n = a->rated_count;
	double *x = calloc(2 * n + 1, sizeof *x), result = NO_CORRELATION;

	if (x == NULL || n < 2) {
		free(x);
		return NO_CORRELATION;
	}
	for (size_t i = 0; i < n; i++) {
		x[i] = a->rated[i].rating;
		x[n + i] = a->rated[i].score;
	}
	if (!ranks || (rank(x, n) == 0 && rank(x + n, n) == 0))
		result = correlation(x, x + n, n);
	free(x);
	return result;
}

double
agreement_pearson(const struct agreement *a)
{
	return correlate(a, false);
}

double
agreement_spearman(const struct agreement *a)
{
	return correlate(a, true);
}

double
agreement_stars_error(const struct agreement *a)
{
	double least = 1, best = 1, error = 0;

	for (size_t i = 0; i < a->rated_count; i++) {
		least = fmin(least, a->rated[i].rating);
		best = fmax(best, a->rated[i].rating);
	}
	if (a->rated_count == 0 || least < 0 || best <= 2)
		return -1;
	best = best <= 5 ? 5 : best <= 10 ? 10 : 100;
	least = least < 1 || best == 100 ? 0 : 1;
	for (size_t i = 0; i < a->rated_count; i++)
		error += fabs(1 + 4 * (a->rated[i].rating - least) /
		    (best - least) - a->rated[i].stars);
	return error / (double)a->rated_count;
}
