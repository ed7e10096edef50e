/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "statistics.h"

#include <math.h>
#include <string.h>

#include "distribution.h"

enum {
	ENOUGH_FOR_T = 30,	/* below, the Dirichlet posterior covers better */
	ENOUGH_FOR_WALD = 100,	/* below, the adjusted Wald interval */
	STARS = 5,
};

static const double TAIL = 0.975;	/* of a two-sided 95 % interval */

static double
normal_quantile(void)
{
	return distribution_normal_quantile(TAIL);
}

static double
larger(double a, double b)
{
	return a > b ? a : b;
}

static double
smaller(double a, double b)
{
	return a < b ? a : b;
}

/* A difference rests on the smaller of its two samples. */
static int64_t
fewer(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static double
square(double v)
{
	return v * v;
}

static struct estimate
unknown(int64_t n, const char *method)
{
	return (struct estimate){.n = n, .method = method};
}

static struct estimate
bounded(double value, double low, double high, int64_t n, const char *method)
{
	return (struct estimate){value, low, high, n, true, true, method};
}

struct estimate
statistics_share(int64_t count, int64_t n)
{
	double z = normal_quantile(), p, size, middle, half, scale;

	if (n <= 0)
		return unknown(0, "wilson");
	size = (double)n;
	p = (double)count / size;
	scale = 1 + z * z / size;
	middle = (p + z * z / (2 * size)) / scale;
	half = z * sqrt(p * (1 - p) / size + z * z / (4 * size * size)) /
	    scale;
	/* At 0 and n the formula is exactly 0 and 1; rounding is not. */
	return bounded(p, count == 0 ? 0 : larger(0, middle - half),
	    count == n ? 1 : smaller(1, middle + half), n, "wilson");
}

static double
sample_variance(int64_t n, int64_t sum, int64_t squares, int64_t scale)
{
	double size = (double)n, s = (double)sum / (double)scale;
	double q = (double)squares / (double)scale / (double)scale;

	return larger(0, (q - s * s / size) / (size - 1));
}

/* Posterior of the star shares with one added to each star; the mean is a
 * linear form of them. */
static struct estimate
dirichlet_mean(const int64_t histogram[STARS], int64_t n, double value)
{
	double total = 0, first = 0, second = 0, mean, deviation, z;
	int star;

	for (star = 1; star <= STARS; star++) {
		double weight = (double)histogram[star - 1] + 1;

		total += weight;
		first += weight * star;
		second += weight * star * star;
	}
	mean = first / total;
	deviation = sqrt((second / total - mean * mean) / (total + 1));
	z = normal_quantile();
	/* The prior pulls the interval to the middle; it is widened to hold
	 * the plain mean, which is the figure that is printed. */
	return bounded(value,
	    smaller(value, larger(1, mean - z * deviation)),
	    larger(value, smaller(STARS, mean + z * deviation)), n,
	    "dirichlet");
}

struct estimate
statistics_mean(int64_t n, int64_t sum, int64_t squares, int64_t scale,
	const int64_t *histogram)
{
	double value, half;

	if (n <= 0)
		return unknown(0, "t");
	value = (double)sum / (double)scale / (double)n;
	/* Reviews that are all alike are no certainty either. */
	if (histogram != NULL && (n < ENOUGH_FOR_T ||
	    !(sample_variance(n, sum, squares, scale) > 0)))
		return dirichlet_mean(histogram, n, value);
	if (n == 1)
		return (struct estimate){.value = value, .n = 1,
		    .known = true, .method = "t"};
	half = distribution_t_quantile(TAIL, (double)(n - 1)) *
	    sqrt(sample_variance(n, sum, squares, scale) / (double)n);
	if (histogram == NULL)
		return bounded(value, value - half, value + half, n, "t");
	return bounded(value, larger(1, value - half),
	    smaller(STARS, value + half), n, "t");
}

struct estimate
statistics_whole_stars(const int64_t star[5])
{
	int64_t n = 0, sum = 0, squares = 0, i;
	struct estimate e;

	for (i = 1; i <= 5; i++) {
		n += star[i - 1];
		sum += i * star[i - 1];
		squares += i * i * star[i - 1];
	}
	e = statistics_mean(n, sum, squares, 1, star);
	e.method = strcmp(e.method, "t") == 0 ? "whole-t" : "whole-dirichlet";
	return e;
}

/* Net of a trinomial and its squared standard error. */
static double
net_of(double positive, double neutral, double negative, double *variance)
{
	double n = positive + neutral + negative;
	double p = positive / n, m = negative / n;

	*variance = (p + m - square(p - m)) / n;
	return p - m;
}

struct estimate
statistics_net(int64_t positive, int64_t neutral, int64_t negative)
{
	int64_t n = positive + neutral + negative;
	double variance, value, middle, half;
	bool adjusted = n < ENOUGH_FOR_WALD;

	if (n <= 0)
		return unknown(0, "adjusted-wald");
	value = middle = net_of((double)positive, (double)neutral,
	    (double)negative, &variance);
	if (adjusted)
		middle = net_of((double)positive + .75, (double)neutral + 1.5,
		    (double)negative + .75, &variance);
	half = normal_quantile() * sqrt(variance);
	return bounded(value, larger(-1, middle - half),
	    smaller(1, middle + half), n, adjusted ? "adjusted-wald" : "wald");
}

struct estimate
statistics_ratio(int64_t positive, int64_t negative)
{
	struct estimate e = statistics_share(positive, positive + negative);

	e.value = 2 * e.value - 1;
	e.low = 2 * e.low - 1;
	e.high = 2 * e.high - 1;
	return e;
}

struct estimate
statistics_voice(int64_t count, int64_t n, size_t k)
{
	double chi, size, x, root, scale;

	if (n <= 0 || k == 0)
		return unknown(0, "goodman");
	/* Goodman 1965: chi-squared at 1 - alpha / k, one degree. */
	chi = distribution_chi_tail_quantile(2 * (1 - TAIL) / (double)k, 1);
	size = (double)n;
	x = (double)count;
	root = sqrt(chi * (chi + 4 * x * (size - x) / size));
	scale = 2 * (size + chi);
	return bounded(x / size,
	    count == 0 ? 0 : larger(0, (chi + 2 * x - root) / scale),
	    count == n ? 1 : smaller(1, (chi + 2 * x + root) / scale), n,
	    "goodman");
}

struct estimate
statistics_rate(int64_t count, double time)
{
	double x = (double)count;

	if (!(time > 0) || count < 0)
		return unknown(0, "garwood");
	return bounded(x / time, count == 0 ? 0 :
	    distribution_gamma_quantile(1 - TAIL, x) / time,
	    distribution_gamma_quantile(TAIL, x + 1) / time, count,
	    "garwood");
}

struct estimate
statistics_rate_ratio(int64_t count, double time, int64_t other_count,
	double other_time, double *p)
{
	double a = (double)count, b = (double)other_count;
	double scale = other_time / time, low = 0, high = 1;

	*p = NAN;
	if (count + other_count <= 0 || !(time > 0) || !(other_time > 0))
		return unknown(0, "rate-ratio");
	*p = distribution_binomial_both_tails(count, count + other_count,
	    time / (time + other_time));
	if (count > 0)
		low = distribution_beta_quantile(1 - TAIL, a, b + 1);
	if (other_count > 0)
		high = distribution_beta_quantile(TAIL, a + 1, b);
	return bounded(other_count > 0 ? a / b * scale : INFINITY,
	    low / (1 - low) * scale,
	    other_count > 0 ? high / (1 - high) * scale : INFINITY,
	    count + other_count, "rate-ratio");
}

struct estimate
statistics_share_difference(int64_t count, int64_t n, int64_t other_count,
	int64_t other_n)
{
	struct estimate a = statistics_share(count, n);
	struct estimate b = statistics_share(other_count, other_n);
	double d;

	if (!a.known || !b.known)
		return unknown(fewer(n, other_n), "newcombe");
	d = a.value - b.value;
	return bounded(d,
	    d - sqrt(square(a.value - a.low) + square(b.high - b.value)),
	    d + sqrt(square(a.high - a.value) + square(b.value - b.low)),
	    fewer(n, other_n), "newcombe");
}

struct estimate
statistics_mean_difference(int64_t n, int64_t sum, int64_t squares,
	int64_t other_n, int64_t other_sum, int64_t other_squares,
	int64_t scale)
{
	double a, b, d, freedom, half;

	if (n < 2 || other_n < 2)
		return unknown(fewer(n, other_n), "welch");
	a = sample_variance(n, sum, squares, scale) / (double)n;
	b = sample_variance(other_n, other_sum, other_squares, scale) /
	    (double)other_n;
	d = (double)sum / (double)scale / (double)n -
	    (double)other_sum / (double)scale / (double)other_n;
	if (a + b <= 0)		/* no spread at all: nothing to judge by */
		return (struct estimate){.value = d, .n = fewer(n, other_n),
		    .known = true, .method = "welch"};
	freedom = square(a + b) / (square(a) / (double)(n - 1) +
	    square(b) / (double)(other_n - 1));
	half = distribution_t_quantile(TAIL, freedom) * sqrt(a + b);
	return bounded(d, d - half, d + half, fewer(n, other_n), "welch");
}

struct estimate
statistics_net_difference(const int64_t first[3], const int64_t second[3])
{
	int64_t n = first[0] + first[1] + first[2];
	int64_t other = second[0] + second[1] + second[2];
	double a, b, raw_a, raw_b, d, middle, half, va, vb;

	if (n <= 0 || other <= 0)
		return unknown(fewer(n, other), "adjusted-wald");
	raw_a = net_of((double)first[0], (double)first[1], (double)first[2],
	    &va);
	raw_b = net_of((double)second[0], (double)second[1],
	    (double)second[2], &vb);
	a = raw_a;
	b = raw_b;
	if (n < ENOUGH_FOR_WALD)
		a = net_of((double)first[0] + .75, (double)first[1] + 1.5,
		    (double)first[2] + .75, &va);
	if (other < ENOUGH_FOR_WALD)
		b = net_of((double)second[0] + .75, (double)second[1] + 1.5,
		    (double)second[2] + .75, &vb);
	d = raw_a - raw_b;
	middle = a - b;
	half = normal_quantile() * sqrt(va + vb);
	return bounded(d, larger(-2, middle - half),
	    smaller(2, middle + half), fewer(n, other),
	    n < ENOUGH_FOR_WALD || other < ENOUGH_FOR_WALD ?
	    "adjusted-wald" : "wald");
}
