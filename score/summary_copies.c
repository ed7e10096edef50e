/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_copies.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "copies.h"
#include "statistics.h"
#include "summary_making.h"
#include "tally.h"
#include "tally_top.h"

struct copy {
	const struct summary_brand *brand;
	struct text month, id;		/* escaped, in the tallies */
	const char *bins;
	size_t cluster;			/* the least place of its cluster */
	int star;
};

struct copies {
	struct making *m;
	struct copy *list;
	size_t count;
};

/* top|copy|brand|month|least|id|stars and bins */
static int
one_row(void *context, struct text key, int64_t n)
{
	struct copies *k = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	struct summary_brand *b;
	struct copy *c;

	(void)n;
	if (fields != 7 || !text_is(f[0], "top") || !text_is(f[1], "copy") ||
	    f[6].length != COPIES_BINS + 1 ||
	    (b = making_known_brand(k->m, f[2])) == NULL)
		return 0;
	c = making_grown(k->m, k->list, k->count, sizeof(*c));
	if (c == NULL)
		return -1;
	k->list = c;
	c[k->count] = (struct copy){b, f[3], f[5], f[6].bytes + 1, k->count,
	    f[6].bytes[0] - '0'};
	k->count++;
	return 0;
}

static size_t
root_of(struct copies *k, size_t i)
{
	while (k->list[i].cluster != i) {
		k->list[i].cluster = k->list[k->list[i].cluster].cluster;
		i = k->list[i].cluster;
	}
	return i;
}

static void
join(struct copies *k, size_t a, size_t b)
{
	a = root_of(k, a);
	b = root_of(k, b);
	if (a < b)
		k->list[b].cluster = a;
	else
		k->list[a].cluster = b;
}

struct place { const struct copy *copy; const char *band; };

static int
compare_bands(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order = memcmp(x->band, y->band, COPIES_BAND);

	if (x->copy->brand != y->copy->brand)
		return x->copy->brand < y->copy->brand ? -1 : 1;
	return order != 0 ? order : (x->copy > y->copy) -
	    (x->copy < y->copy);
}

static bool
same_band(const struct place *a, const struct place *b)
{
	return a->copy->brand == b->copy->brand &&
	    memcmp(a->band, b->band, COPIES_BAND) == 0;
}

/* Each against its neighbours with the same band: many equal texts are one
 * chain and not a comparison of all with all. */
static void
join_band(struct copies *k, struct place *place, int band)
{
	enum { NEIGHBOURS = 8 };
	size_t i, near;

	for (i = 0; i < k->count; i++)
		place[i] = (struct place){&k->list[i], k->list[i].bins +
		    band * COPIES_BAND};
	qsort(place, k->count, sizeof(*place), compare_bands);
	for (i = 0; i < k->count; i++)
		for (near = i + 1; near < k->count && near <= i +
		    NEIGHBOURS && same_band(&place[i], &place[near]); near++)
			if (copies_likeness(place[i].copy->bins,
			    place[near].copy->bins) >= COPIES_LIKE)
				join(k, (size_t)(place[i].copy - k->list),
				    (size_t)(place[near].copy - k->list));
}

/* ---- clusters ---- */

static int
compare_clusters(const void *a, const void *b)
{
	const struct summary_cluster *x = a, *y = b;

	if (x->reviews != y->reviews)
		return x->reviews > y->reviews ? -1 : 1;
	return strcmp(x->example.id, y->example.id);
}

static struct summary_cluster *
new_cluster(struct copies *k, struct summary_copies_of *of,
	const struct copy *c)
{
	struct summary_cluster *l = making_grown(k->m, of->cluster,
	    of->cluster_count, sizeof(*l));

	if (l == NULL)
		return NULL;
	of->cluster = l;
	l = &l[of->cluster_count++];
	*l = (struct summary_cluster){.first = making_kept(k->m, c->month),
	    .example = {.id = making_kept(k->m, c->id), .offset = -1}};
	l->last = l->first;
	return l->example.id == NULL ? NULL : l;
}

/* Adds a member; `at` holds the place of each root's cluster, from 1. */
static int
count_member(struct copies *k, size_t i, size_t *at)
{
	const struct copy *c = &k->list[i];
	struct summary_copies_of *of =
	    &k->m->s->brand[c->brand - k->m->s->brand].copies;
	size_t root = root_of(k, i);
	struct summary_cluster *l;
	const char *id, **list;

	if (at[root] == 0) {
		if (new_cluster(k, of, c) == NULL)
			return -1;
		at[root] = of->cluster_count;
	}
	l = &of->cluster[at[root] - 1];
	id = making_kept(k->m, c->id);
	list = making_grown(k->m, l->id, (size_t)l->reviews, sizeof(*list));
	if (id == NULL || list == NULL)
		return -1;
	l->id = list;
	list[l->reviews] = id;
	list = making_grown(k->m, of->id, (size_t)of->reviews,
	    sizeof(*list));
	if (list == NULL)
		return -1;
	of->id = list;
	list[of->reviews] = id;
	l->reviews++;
	of->reviews++;
	if (c->star > 0 && c->star <= 5)
		l->star[c->star - 1]++;
	if (!text_is(c->month, "-"))
		l->last = making_kept(k->m, c->month);
	return 0;
}

/* Texts that have a copy; the others make no cluster. */
static int
gather(struct copies *k)
{
	size_t *size = calloc(k->count + 1, sizeof(*size));
	size_t *at = calloc(k->count + 1, sizeof(*at)), i;
	int result = size == NULL || at == NULL ? -1 : 0;

	for (i = 0; result == 0 && i < k->count; i++)
		size[root_of(k, i)]++;
	for (i = 0; result == 0 && i < k->count; i++) {
		struct summary_copies_of *of = &k->m->s->brand[
		    k->list[i].brand - k->m->s->brand].copies;

		of->looked_at++;
		if (size[root_of(k, i)] < 2)
			continue;
		if (k->list[i].star > 0 && k->list[i].star <= 5)
			of->star[k->list[i].star - 1]++;
		result = count_member(k, i, at);
	}
	free(size);
	free(at);
	return result;
}

/* A survey's answers have no stars in the total but may be copies. */
static void
weigh_without(struct summary_brand *b)
{
	int64_t rest[5];
	int i;

	for (i = 0; i < 5; i++) {
		rest[i] = b->total.star[i] - b->copies.star[i];
		if (rest[i] < 0)
			rest[i] = 0;
	}
	b->copies.with = statistics_whole_stars(b->total.star);
	b->copies.without = statistics_whole_stars(rest);
}

static void
estimate(struct summary_brand *b)
{
	struct summary_copies_of *of = &b->copies;
	size_t i;

	of->share = statistics_share(of->reviews, of->looked_at);
	if (of->cluster_count > 1)
		qsort(of->cluster, of->cluster_count, sizeof(*of->cluster),
		    compare_clusters);
	if (of->cluster_count > SUMMARY_CLUSTERS)
		of->cluster_count = SUMMARY_CLUSTERS;
	for (i = 0; i < of->cluster_count; i++)
		of->cluster[i].stars =
		    statistics_whole_stars(of->cluster[i].star);
	if (of->reviews > 0)
		weigh_without(b);
}

int
summary_copies(struct making *m, struct tally *tally)
{
	struct copies k = {.m = m};
	struct place *place;
	size_t i;
	int band, result = 0;

	if (tally_each_of(tally, "top|copy|", one_row, &k) != 0)
		return complain(m->c, ENOMEM, "summary");
	place = malloc((k.count + 1) * sizeof(*place));
	if (place == NULL)
		return complain(m->c, ENOMEM, "summary");
	for (band = 0; k.count > 1 && band < COPIES_BANDS; band++)
		join_band(&k, place, band);
	free(place);
	result = gather(&k);
	for (i = 0; i < m->s->brand_count; i++)
		estimate(&m->s->brand[i]);
	return result < 0 ? complain(m->c, ENOMEM, "summary") : 0;
}
