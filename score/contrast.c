/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contrast.h"

#include <math.h>
#include <stdlib.h>

#include "distribution.h"

enum { STARS = 5, FISHER_BELOW = 5, NET_ADJUSTED_BELOW = 100 };

static const double POWER = 0.8, LEVEL = 0.975;
static const double NEEDED_MAX = 1e9;	/* beyond, a number says nothing */

static double
square(double v)
{
	return v * v;
}

double
contrast_chi_squared(int64_t count, int64_t n, int64_t other_count,
	int64_t other_n)
{
	double a = (double)count, b = (double)(n - count);
	double c = (double)other_count, d = (double)(other_n - other_count);
	double all = a + b + c + d;
	double product = (a + b) * (c + d) * (a + c) * (b + d);

	return product > 0 ? all * square(a * d - b * c) / product : NAN;
}

/* Sums the tables that are no likelier than the one seen. */
double
contrast_fisher_p(int64_t count, int64_t n, int64_t other_count,
	int64_t other_n)
{
	int64_t marked = count + other_count, least, most, k;
	double seen, sum = 0;

	if (n <= 0 || other_n <= 0 || n + other_n > UINT32_MAX)
		return NAN;
	least = marked > other_n ? marked - other_n : 0;
	most = marked < n ? marked : n;
	seen = distribution_hypergeometric((unsigned)count, (unsigned)n,
	    (unsigned)other_n, (unsigned)marked);
	for (k = least; k <= most; k++) {
		double p = distribution_hypergeometric((unsigned)k,
		    (unsigned)n, (unsigned)other_n, (unsigned)marked);

		if (p <= seen * (1 + 1e-7))	/* equal but for rounding */
			sum += p;
	}
	return sum > 1 ? 1 : sum;
}

double
contrast_share_p(int64_t count, int64_t n, int64_t other_count,
	int64_t other_n)
{
	double all = (double)n + (double)other_n, yes, fewest;

	if (n <= 0 || other_n <= 0)
		return NAN;
	yes = (double)count + (double)other_count;
	if (yes == 0 || yes == all)
		return 1;		/* nothing differs */
	fewest = (yes < all - yes ? yes : all - yes) *
	    (double)(n < other_n ? n : other_n) / all;
	if (fewest < FISHER_BELOW && all < 1e6)
		return contrast_fisher_p(count, n, other_count, other_n);
	return distribution_chi_tail(contrast_chi_squared(count, n,
	    other_count, other_n), 1);
}

static double
sample_variance(double n, double sum, double squares)
{
	double v = (squares - sum * sum / n) / (n - 1);

	return v > 0 ? v : 0;
}

double
contrast_mean_p(int64_t n, int64_t sum, int64_t squares, int64_t other_n,
	int64_t other_sum, int64_t other_squares, int64_t scale)
{
	double k = (double)scale, a, b, d, freedom;

	if (n < 2 || other_n < 2)
		return NAN;
	a = sample_variance((double)n, (double)sum / k,
	    (double)squares / k / k) / (double)n;
	b = sample_variance((double)other_n, (double)other_sum / k,
	    (double)other_squares / k / k) / (double)other_n;
	d = (double)sum / k / (double)n -
	    (double)other_sum / k / (double)other_n;
	if (a + b <= 0)
		return NAN;
	freedom = square(a + b) / (square(a) / (double)(n - 1) +
	    square(b) / (double)(other_n - 1));
	return distribution_t_both_tails(d / sqrt(a + b), freedom);
}

/* Few are adjusted as the interval is (statistics_net()), so that both say
 * the same. */
static double
net_of(const int64_t part[3], double *variance)
{
	double n = (double)part[0] + (double)part[1] + (double)part[2];
	double more = n < NET_ADJUSTED_BELOW ? .75 : 0;
	double p, m;

	n += 4 * more;
	p = ((double)part[0] + more) / n;
	m = ((double)part[2] + more) / n;
	*variance = (p + m - square(p - m)) / n;
	return p - m;
}

double
contrast_net_p(const int64_t first[3], const int64_t second[3])
{
	double a, b, d;

	if (first[0] + first[1] + first[2] <= 0 ||
	    second[0] + second[1] + second[2] <= 0)
		return NAN;
	d = net_of(first, &a) - net_of(second, &b);
	return a + b > 0 ? distribution_normal_both_tails(d / sqrt(a + b)) :
	    NAN;
}

/* ---- probability of superiority ---- */

static double
sum_of(const int64_t h[STARS])
{
	double n = 0;
	int i;

	for (i = 0; i < STARS; i++)
		n += (double)h[i];
	return n;
}

/* Variance of the placements of one side among the other, over its n. */
static double
placements(const int64_t of[STARS], const int64_t among[STARS], double mean)
{
	double n = sum_of(of), all = sum_of(among), below = 0, sum = 0;
	int i;

	if (n < 2)
		return NAN;
	for (i = 0; i < STARS; i++) {
		double place = (below + (double)among[i] / 2) / all;

		sum += (double)of[i] * square(place - mean);
		below += (double)among[i];
	}
	return sum / (n - 1) / n;
}

static double
mann_whitney_p(double a12, const int64_t first[STARS],
	const int64_t second[STARS], double n, double m)
{
	double all = n + m, ties = 0, variance;
	int i;

	for (i = 0; i < STARS; i++) {
		double t = (double)(first[i] + second[i]);

		ties += t * t * t - t;
	}
	variance = n * m / 12 * (all + 1 - ties / (all * (all - 1)));
	return variance > 0 ? distribution_normal_both_tails((a12 - .5) *
	    n * m / sqrt(variance)) : NAN;
}

struct estimate
contrast_superiority(const int64_t first[STARS], const int64_t second[STARS],
	double *p)
{
	double n = sum_of(first), m = sum_of(second), below = 0, u = 0;
	struct estimate e = {.method = "placements",
	    .n = (int64_t)(n < m ? n : m)};
	double half, logit;
	int i;

	*p = NAN;
	if (n < 1 || m < 1)
		return e;
	for (i = 0; i < STARS; i++) {
		u += (double)first[i] * (below + (double)second[i] / 2);
		below += (double)second[i];
	}
	e.value = u / (n * m);
	e.known = true;
	if (n + m > 2)
		*p = mann_whitney_p(e.value, first, second, n, m);
	half = sqrt(placements(first, second, e.value) +
	    placements(second, first, 1 - e.value));
	if (!(half > 0) || e.value <= 0 || e.value >= 1)
		return e;
	logit = log(e.value / (1 - e.value));
	half *= distribution_normal_quantile(LEVEL) /
	    (e.value * (1 - e.value));
	e.low = 1 / (1 + exp(half - logit));
	e.high = 1 / (1 + exp(-half - logit));
	e.bounded = true;
	return e;
}

int64_t
contrast_needed(double difference, double variance, double other_variance)
{
	double z = distribution_normal_quantile(LEVEL) +
	    distribution_normal_quantile(POWER);
	double n = square(z) * (variance + other_variance) /
	    square(difference);

	return n > 0 && n < NEEDED_MAX ? (int64_t)ceil(n) : 0;
}

/* ---- the mix of sources ---- */

struct estimate
contrast_standardised(const struct contrast_stratum *stratum,
	const double *weight, size_t count, double value[2], double *p)
{
	struct estimate e = {.method = "standardised"};
	double all = 0, variance = 0, half;
	int64_t n[2] = {0, 0};
	size_t i, side;

	*p = NAN;
	value[0] = value[1] = 0;
	for (i = 0; i < count; i++)
		all += weight[i];
	if (count == 0 || !(all > 0))
		return e;
	for (i = 0; i < count; i++)
		for (side = 0; side < 2; side++) {
			double w = weight[i] / all;

			n[side] += stratum[i].n[side];
			value[side] += w * stratum[i].value[side];
			variance += w * w * stratum[i].variance[side];
		}
	e.n = n[0] < n[1] ? n[0] : n[1];
	e.value = value[0] - value[1];
	e.known = true;
	if (!(variance > 0))
		return e;
	half = distribution_normal_quantile(LEVEL) * sqrt(variance);
	e.low = e.value - half;
	e.high = e.value + half;
	e.bounded = true;
	*p = distribution_normal_both_tails(e.value / sqrt(variance));
	return e;
}

double
contrast_effective_n(const double *weight, const double *count, size_t kinds)
{
	double sum = 0, squares = 0;
	size_t i;

	for (i = 0; i < kinds; i++) {
		sum += count[i] * weight[i];
		squares += count[i] * weight[i] * weight[i];
	}
	return squares > 0 ? sum * sum / squares : 0;
}

struct contrast_pooled
contrast_mantel_haenszel(const struct contrast_table *stratum, size_t count)
{
	double over = 0, under = 0, risk = 0, weight = 0, excess = 0;
	double spread = 0;
	struct contrast_pooled r;
	size_t i;

	for (i = 0; i < count; i++) {
		double a = (double)stratum[i].yes[0];
		double b = (double)stratum[i].no[0];
		double c = (double)stratum[i].yes[1];
		double d = (double)stratum[i].no[1];
		double n = a + b + c + d;

		if (a + b < 1 || c + d < 1 || n < 2)
			continue;
		over += a * d / n;
		under += b * c / n;
		risk += (a * (c + d) - c * (a + b)) / n;
		weight += (a + b) * (c + d) / n;
		excess += a - (a + b) * (a + c) / n;
		spread += (a + b) * (c + d) * (a + c) * (b + d) /
		    (n * n * (n - 1));
	}
	r.odds_ratio = under > 0 ? over / under : NAN;
	r.risk_difference = weight > 0 ? risk / weight : NAN;
	r.chi = spread > 0 ? square(excess) / spread : NAN;
	r.p = distribution_chi_tail(r.chi, 1);
	return r;
}

/* ---- many at once ---- */

static int
compare_places(const void *a, const void *b)
{
	double x = **(double *const *)a, y = **(double *const *)b;

	return (x < y) - (x > y);
}

bool
contrast_adjust(double *p, size_t count)
{
	double **place = malloc((count + 1) * sizeof(*place)), least = 1;
	size_t n = 0, i;

	if (place == NULL)
		return false;
	for (i = 0; i < count; i++)
		if (!isnan(p[i]))
			place[n++] = &p[i];
	if (n > 1)
		qsort(place, n, sizeof(*place), compare_places);
	for (i = 0; i < n; i++) {	/* the greatest first */
		double q = *place[i] * (double)n / (double)(n - i);

		least = q < least ? q : least;
		*place[i] = least;
	}
	free(place);
	return true;
}

double
contrast_log_odds(double count, double n, double other_count, double other_n,
	double alpha, double alpha_all, double *delta)
{
	double a = count + alpha, b = other_count + alpha;
	double rest = n + alpha_all - a, other_rest = other_n + alpha_all - b;
	double d;

	if (!(a > 0) || !(b > 0) || !(rest > 0) || !(other_rest > 0))
		return NAN;
	d = log(a / rest) - log(b / other_rest);
	if (delta != NULL)
		*delta = d;
	return d / sqrt(1 / a + 1 / b);
}
