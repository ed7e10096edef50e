/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_changes.h"

#include <errno.h>
#include <string.h>

#include "statistics.h"
#include "summary_making.h"
#include "tally.h"

/* A row of the plan of which a run went over all. */
struct whole {
	struct text row;		/* escaped, in the tallies */
	const struct summary_brand *brand;
};

struct sums { int64_t n, sum, squares; };

/* What is known of a brand so far; beside its summary. */
struct changing {
	struct sums change[2];		/* without, with a reply */
	int64_t before[5], after[5];	/* stars of edited reviews */
	int64_t vanished[5];
	/* Since the last summary: */
	int64_t new_star[5];
	int64_t edit[5];		/* after less before, of older ones */
};

struct changes {
	struct making *m;
	struct text since;		/* absent: no summary before */
	struct whole *whole;
	size_t count;
	struct changing *of;		/* by brand */
};

bool
summary_changes_row(const struct text *f, size_t fields)
{
	return (text_is(f[0], "ed") && fields == 6) ||
	    (text_is(f[0], "seen") && fields == 7) ||
	    (text_is(f[0], "again") && fields == 7) ||
	    (text_is(f[0], "ch") && fields == 9) ||
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

/* Runs are named by their time: 20261118T090000Z and what follows. */
static bool
is_later(struct text run, struct text than)
{
	if (run.length > than.length)
		run.length = than.length;
	return !text_is_absent(than) && compare(run, than) > 0;
}

/* Rows of the plan in which a review that is gone would be missed. */
static int
watch_row(struct changes *k, const struct summary_brand *b, struct text row)
{
	struct whole *w;
	size_t i;

	for (i = 0; i < k->count; i++)
		if (k->whole[i].brand == b &&
		    compare(k->whole[i].row, row) == 0)
			return 0;
	w = making_grown(k->m, k->whole, k->count, sizeof(*w));
	if (w == NULL)
		return -1;
	k->whole = w;
	w[k->count++] = (struct whole){row, b};
	return 0;
}

static bool
is_watched(const struct changes *k, const struct summary_brand *b,
	struct text row)
{
	size_t i;

	for (i = 0; i < k->count; i++)
		if (k->whole[i].brand == b &&
		    compare(k->whole[i].row, row) == 0)
			return true;
	return false;
}

/* ch|brand|source|row|change|noticed|first run|stars before|stars after: what
 * vanished and returned is there again. */
static void
change_row(struct changes *k, struct summary_brand *b, const struct text *f,
	int64_t n)
{
	struct changing *of = &k->of[b - k->m->s->brand];
	int from = star_of(f[7]), to = star_of(f[8]);
	bool later = is_later(f[5], k->since), gone = text_is(f[4],
	    "vanished");

	if (text_is(f[4], "edited")) {
		if (!later || is_later(f[6], k->since))
			return;
		b->since.edited += n;
		if (from > 0 && to > 0) {
			of->edit[to - 1] += n;
			of->edit[from - 1] -= n;
		}
		return;
	}
	if (!gone && !text_is(f[4], "returned"))
		return;
	if (later)
		*(gone ? &b->since.vanished : &b->since.returned) += n;
	b->changes.vanished += gone ? n : -n;
	if (from > 0)
		of->vanished[from - 1] += gone ? n : -n;
}

static void
add_new(struct changes *k, struct summary_brand *b, struct text stars,
	struct text class, int64_t n)
{
	struct changing *of = &k->of[b - k->m->s->brand];
	int star = star_of(stars);

	b->since.reviews += n;
	if (star > 0)
		of->new_star[star - 1] += n;
	if ((star > 0 && star <= 2) || (text_is(class, "neg") && star < 4))
		b->since.complaints += n;
}

/* Seen last in a later run is new, but for what was seen before too. */
static void
seen_row(struct changes *k, struct summary_brand *b, const struct text *f,
	int64_t n)
{
	if (text_is(f[0], "seen")) {
		if (is_watched(k, b, f[3]))
			b->changes.watched += n;
		if (is_later(f[4], k->since))
			add_new(k, b, f[5], f[6], n);
	} else if (is_later(f[4], k->since) && !is_later(f[3], k->since)) {
		add_new(k, b, f[5], f[6], -n);
	}
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
		return watch_row(k, b, f[3]);
	else if (text_is(f[0], "ch")) {
		change_row(k, b, f, n);
		return text_is(f[4], "edited") ? 0 : watch_row(k, b, f[3]);
	} else {
		seen_row(k, b, f, n);
	}
	return 0;
}

/* Rows of others may take away more than there is. */
static int64_t
at_least_none(int64_t n)
{
	return n > 0 ? n : 0;
}

static void
estimate(struct summary_brand *b, const struct changing *k)
{
	struct summary_changes *c = &b->changes;
	const struct sums *with = &k->change[1], *without = &k->change[0];
	int64_t unedited[5], unvanished[5], then[5];
	int i;

	/* Of what came back no line may say that it was gone. */
	c->vanished = at_least_none(c->vanished);
	for (i = 0; i < 5; i++) {
		int64_t gone = at_least_none(k->vanished[i]);

		unedited[i] = b->total.star[i] - k->after[i] + k->before[i];
		c->vanished_star[i] = gone;
		unvanished[i] = at_least_none(b->total.star[i] - gone);
	}
	c->unedited = statistics_whole_stars(unedited);
	c->unvanished = statistics_whole_stars(unvanished);
	for (i = 0; i < 5; i++)
		then[i] = at_least_none(b->total.star[i] - k->new_star[i] -
		    k->edit[i]);
	b->since.stars = statistics_whole_stars(k->new_star);
	b->since.now = statistics_whole_stars(b->total.star);
	b->since.then = statistics_whole_stars(then);
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
	static const char *const rows[] = {"ed|", "whole|", "ch|", "seen|",
	    "again|"};
	struct summary *s = m->s;
	struct changes k = {.m = m, .since = text_of(s->since),
	    .of = arena_take(&s->arena, (s->brand_count + 1) *
	    sizeof(*k.of))};
	size_t i;

	for (i = 0; k.of != NULL && i < sizeof(rows) / sizeof(*rows); i++)
		if (tally_each_of(tally, rows[i], one_row, &k) != 0)
			return complain(m->c, ENOMEM, "summary");
	if (k.of == NULL)
		return complain(m->c, ENOMEM, "summary");
	for (i = 0; i < s->brand_count; i++)
		estimate(&s->brand[i], &k.of[i]);
	return 0;
}
