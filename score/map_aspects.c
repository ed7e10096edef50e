/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a review says of aspects and stages, and of brands beside each other;
 * each is counted once, however often it is said.
 */
#include "map_cells.h"

#include <string.h>

/* Most are the very same string, or begin otherwise. */
static inline bool
same_name(const char *a, const char *b)
{
	return a == b || (a[0] == b[0] && strcmp(a, b) == 0);
}

/* What a review says of one aspect or stage, by all its mentions; which of the
 * two `of` tells: pos neu neg none; -1 where an earlier mention is of the
 * same. */
static int
said_of(const struct sentiment *s, size_t first,
	const char *(*of)(const struct sentiment_aspect *a))
{
	const char *name = of(&s->aspect[first]);
	bool said = false;
	int64_t sum = 0;

	for (size_t i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		if (!same_name(of(a), name))
			continue;
		if (i < first)
			return -1;
		said |= a->label != SENTIMENT_UNSCORED;
		sum += a->score;
	}
	return !said ? 3 : sum > 0 ? 0 : sum < 0 ? 2 : 1;
}

static const char *
aspect_of(const struct sentiment_aspect *a)
{
	return a->aspect;
}

static const char *
stage_of(const struct sentiment_aspect *a)
{
	return a->stage;
}

static int
put_aspects(struct map *m, enum map_sum kind,
	const char *(*of)(const struct sentiment_aspect *a),
	struct complaint *c)
{
	const struct sentiment *s = &m->sentiment;

	for (size_t i = 0; i < s->aspects; i++) {
		struct text name;
		int said = said_of(s, i, of);
		int64_t *n;

		if (said < 0)
			continue;
		name = text_of(of(&s->aspect[i]));
		n = map_sums_at(m->sums, kind, &name);
		if (n == NULL)
			return map_no_memory(c);
		n[said]++;
	}
	return 0;
}

static bool
same_comparison(const struct sentiment_comparison *a,
	const struct sentiment_comparison *b)
{
	return a->preferred == b->preferred && a->over == b->over &&
	    text_equals(text_of(a->aspect), text_of(b->aspect));
}

/* vs|brand|other|aspect: each preference once per review. */
static int
put_comparisons(struct map *m, struct complaint *c)
{
	const struct sentiment *s = &m->sentiment;

	for (size_t i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];
		struct text brand = sentiment_preferred(s, k);
		struct text other = sentiment_over(s, k);
		size_t before = 0;

		while (before < i && !same_comparison(k,
		    &s->comparison[before]))
			before++;
		if (before < i || text_is_absent(brand) ||
		    text_is_absent(other))
			continue;
		tally_key_begin(&m->key, "vs");
		map_key_add(m, brand);
		map_key_add(m, other);
		map_key_add(m, text_of(k->aspect));
		if (map_key_put(m, 1, c) < 0)
			return -2;
	}
	return 0;
}

int
map_aspects(struct map *m, struct complaint *c)
{
	if (put_aspects(m, MAP_SUM_ASPECT, aspect_of, c) < 0 ||
	    put_aspects(m, MAP_SUM_STAGE, stage_of, c) < 0)
		return -2;
	return put_comparisons(m, c);
}
