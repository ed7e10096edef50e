/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "survival.h"

#include <math.h>

#include "distribution.h"

/* The curve up to and with one time. */
struct curve {
	double open;		/* S */
	double greenwood;	/* sum of d / (n (n - d)) */
	double at_risk;
};

static double
at_risk_of(const struct survival_time *t, size_t count)
{
	double n = 0;
	size_t i;

	for (i = 0; i < count; i++)
		n += (double)t[i].ended + (double)t[i].censored;
	return n;
}

static void
step(struct curve *k, const struct survival_time *t)
{
	double d = (double)t->ended, n = k->at_risk;

	if (d > 0) {
		k->open *= (n - d) / n;
		k->greenwood += d / (n * (n - d));	/* inf at the end */
	}
	k->at_risk -= d + (double)t->censored;
}

static struct curve
curve_at(const struct survival_time *t, size_t count, int64_t horizon)
{
	struct curve k = {1, 0, at_risk_of(t, count)};
	size_t i;

	for (i = 0; i < count && t[i].time <= horizon; i++)
		step(&k, &t[i]);
	return k;
}

/* Limits of S on the scale log(-log S). */
static bool
limits(const struct curve *k, double *low, double *high)
{
	double half;

	if (!(k->open > 0) || k->open >= 1 || !isfinite(k->greenwood))
		return false;
	half = distribution_normal_quantile(.975) * sqrt(k->greenwood) /
	    fabs(log(k->open));
	*low = pow(k->open, exp(half));
	*high = pow(k->open, exp(-half));
	return true;
}

struct estimate
survival_share(const struct survival_time *t, size_t count, int64_t horizon)
{
	struct curve k = curve_at(t, count, horizon);
	struct estimate e = {.method = "kaplan-meier"};
	double low, high;

	e.n = (int64_t)at_risk_of(t, count);
	if (count == 0 || e.n == 0 || (t[count - 1].time < horizon &&
	    k.open > 0))
		return e;
	e.value = 1 - k.open;
	e.known = true;
	if (limits(&k, &low, &high)) {
		e.low = 1 - high;
		e.high = 1 - low;
		e.bounded = true;
	} else if (k.open >= 1) {	/* nobody ended: Wilson's limit */
		struct estimate none = statistics_share(0,
		    (int64_t)k.at_risk);

		e.bounded = none.bounded;
		e.high = none.high;
	}
	return e;
}

struct survival_median
survival_median(const struct survival_time *t, size_t count)
{
	struct curve k = {1, 0, at_risk_of(t, count)};
	struct survival_median m = {-1, -1, -1};
	double low, high;
	size_t i;

	for (i = 0; i < count; i++) {
		step(&k, &t[i]);
		if (m.median < 0 && k.open <= .5 + 1e-12)
			m.median = t[i].time;
		if (!limits(&k, &low, &high))
			continue;
		if (m.low < 0 && low <= .5)
			m.low = t[i].time;
		if (m.high < 0 && high <= .5)
			m.high = t[i].time;
	}
	return m;
}

/* ---- two groups ---- */

struct group { const struct survival_time *at, *end; double at_risk; };

static int64_t
next_time(const struct group g[2])
{
	if (g[0].at == g[0].end)
		return g[1].at->time;
	if (g[1].at == g[1].end || g[0].at->time < g[1].at->time)
		return g[0].at->time;
	return g[1].at->time;
}

/* What ended of both at one time; they leave. */
static void
leave(struct group *g, int64_t time, double *ended, double *left)
{
	*ended = *left = 0;
	if (g->at == g->end || g->at->time != time)
		return;
	*ended = (double)g->at->ended;
	*left = *ended + (double)g->at->censored;
	g->at++;
}

struct survival_contrast
survival_compare(const struct survival_time *first, size_t first_count,
	const struct survival_time *second, size_t second_count)
{
	struct group g[2] = {{first, first + first_count,
	    at_risk_of(first, first_count)}, {second, second + second_count,
	    at_risk_of(second, second_count)}};
	struct survival_contrast k = {.chi = NAN, .p = NAN};
	double excess = 0, variance = 0, d[2], left[2], half;

	k.ratio.n = (int64_t)(g[0].at_risk < g[1].at_risk ? g[0].at_risk :
	    g[1].at_risk);
	k.ratio.method = "log-rank";
	while (g[0].at < g[0].end || g[1].at < g[1].end) {
		int64_t time = next_time(g);
		double n = g[0].at_risk + g[1].at_risk, all;

		leave(&g[0], time, &d[0], &left[0]);
		leave(&g[1], time, &d[1], &left[1]);
		all = d[0] + d[1];
		if (!(n > 0))
			continue;	/* nobody is left */
		excess += d[0] - all * g[0].at_risk / n;
		if (n > 1)
			variance += all * (n - all) / (n - 1) *
			    (g[0].at_risk / n) * (g[1].at_risk / n);
		g[0].at_risk -= left[0];
		g[1].at_risk -= left[1];
	}
	k.logarithm = k.ratio;
	if (!(variance > 0))
		return k;
	k.chi = excess * excess / variance;
	k.p = distribution_chi_tail(k.chi, 1);
	half = distribution_normal_quantile(.975) / sqrt(variance);
	k.logarithm.value = excess / variance;
	k.logarithm.low = k.logarithm.value - half;
	k.logarithm.high = k.logarithm.value + half;
	k.logarithm.known = k.logarithm.bounded = true;
	k.ratio = k.logarithm;
	k.ratio.value = exp(k.logarithm.value);
	k.ratio.low = exp(k.logarithm.low);
	k.ratio.high = exp(k.logarithm.high);
	return k;
}
