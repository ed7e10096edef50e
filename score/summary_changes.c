/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_changes.h"

#include <errno.h>
#include <string.h>

#include "statistics.h"
#include "summary_rows.h"
#include "tally.h"

/* The last run of a row of the plan that went over all. */
struct whole {
	struct text row, run;		/* escaped, in the tallies */
	const struct summary_brand *brand;
};

struct sums { int64_t n, sum, squares; };

/* What is known of a brand so far; beside its summary. */
struct changing {
	struct sums change[2];		/* without, with a reply */
	int64_t before[5], after[5];	/* stars of edited reviews */
	int64_t vanished[5];
};

struct changes {
	struct making *m;
	struct whole *whole;
	size_t count;
	struct changing *of;		/* by brand */
};

bool
summary_changes_row(const struct text *f, size_t fields)
{
	return (text_is(f[0], "ed") && fields == 6) ||
	    (text_is(f[0], "seen") && fields == 6) ||
	    (text_is(f[0], "whole") && fields == 5);
}

static int
star_of(struct text f)
{
	return f.length == 1 && f.bytes[0] >= '1' && f.bytes[0] <= '5' ?
	    f.bytes[0] - '0' : 0;
}

static int
compare(struct text a, struct text b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = memcmp(a.bytes, b.bytes, shorter);

	return order != 0 ? order : (a.length > b.length) -
	    (a.length < b.length);
}

static void
edit_row(struct changes *k, struct summary_brand *b, const struct text *f,
	int64_t n)
{
	struct changing *of = &k->of[b - k->m->s->brand];
	int from = star_of(f[4]), to = star_of(f[5]);
	struct sums *s = &of->change[text_is(f[3], "r")];

	b->changes.edited += n;
	if (from == 0 || to == 0)
		return;
	b->changes.up += to > from ? n : 0;
	b->changes.down += to < from ? n : 0;
	of->before[from - 1] += n;
	of->after[to - 1] += n;
	s->n += n;
	s->sum += n * (to - from);
	s->squares += n * (to - from) * (to - from);
}

static struct whole *
whole_of(struct changes *k, const struct summary_brand *b, struct text row)
{
	size_t i;

	for (i = 0; i < k->count; i++)
		if (k->whole[i].brand == b &&
		    compare(k->whole[i].row, row) == 0)
			return &k->whole[i];
	return NULL;
}

/* Names of runs are their times: the greatest is the last. */
static int
whole_row(struct changes *k, struct summary_brand *b, const struct text *f)
{
	struct whole *w = whole_of(k, b, f[3]);

	if (w == NULL) {
		w = making_grown(k->m, k->whole, k->count, sizeof(*w));
		if (w == NULL)
			return -1;
		k->whole = w;
		w = &w[k->count++];
		*w = (struct whole){f[3], f[4], b};
	} else if (compare(f[4], w->run) > 0) {
		w->run = f[4];
	}
	return 0;
}

static void
seen_row(struct changes *k, struct summary_brand *b, const struct text *f,
	int64_t n)
{
	const struct whole *w = whole_of(k, b, f[3]);
	int star = star_of(f[5]);

	if (w == NULL)
		return;
	b->changes.watched += n;
	if (compare(f[4], w->run) >= 0)
		return;
	b->changes.vanished += n;
	if (star > 0)
		k->of[b - k->m->s->brand].vanished[star - 1] += n;
}

static int
one_row(void *context, struct text key, int64_t n)
{
	struct changes *k = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	struct summary_brand *b;

	if (!summary_changes_row(f, fields) || n <= 0 ||
	    (b = making_known_brand(k->m, f[1])) == NULL)
		return 0;
	if (text_is(f[0], "ed"))
		edit_row(k, b, f, n);
	else if (text_is(f[0], "whole"))
		return whole_row(k, b, f);
	return 0;
}

static int
one_seen(void *context, struct text key, int64_t n)
{
	struct changes *k = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	struct summary_brand *b;

	if (text_is(f[0], "seen") && summary_changes_row(f, fields) &&
	    n > 0 && (b = making_known_brand(k->m, f[1])) != NULL)
		seen_row(k, b, f, n);
	return 0;
}

static struct estimate
mean_of(const int64_t h[5])
{
	int64_t n = 0, sum = 0, squares = 0, star;

	for (star = 1; star <= 5; star++) {
		n += h[star - 1];
		sum += h[star - 1] * star;
		squares += h[star - 1] * star * star;
	}
	return statistics_mean(n, sum, squares, 1, h);
}

static void
estimate(struct summary_brand *b, const struct changing *k)
{
	struct summary_changes *c = &b->changes;
	const struct sums *with = &k->change[1], *without = &k->change[0];
	int64_t unedited[5], unvanished[5];
	int i;

	for (i = 0; i < 5; i++) {
		unedited[i] = b->total.star[i] - k->after[i] + k->before[i];
		unvanished[i] = b->total.star[i] - k->vanished[i];
	}
	c->unedited = mean_of(unedited);
	c->unvanished = mean_of(unvanished);
	c->replied = statistics_mean(with->n, with->sum, with->squares, 1,
	    NULL);
	c->unreplied = statistics_mean(without->n, without->sum,
	    without->squares, 1, NULL);
	c->effect = statistics_mean_difference(with->n, with->sum,
	    with->squares, without->n, without->sum, without->squares, 1);
	if (c->effect.n < SUMMARY_COMPARE)
		c->effect.known = c->effect.bounded = false;
}

int
summary_changes(struct making *m, struct tally *tally)
{
	struct summary *s = m->s;
	struct changes k = {.m = m, .of = arena_take(&s->arena,
	    (s->brand_count + 1) * sizeof(*k.of))};
	size_t i;

	if (k.of == NULL || tally_each_of(tally, "ed|", one_row, &k) != 0 ||
	    tally_each_of(tally, "whole|", one_row, &k) != 0 ||
	    tally_each_of(tally, "seen|", one_seen, &k) != 0)
		return complain(m->c, ENOMEM, "summary");
	for (i = 0; i < s->brand_count; i++)
		estimate(&s->brand[i], &k.of[i]);
	return 0;
}
