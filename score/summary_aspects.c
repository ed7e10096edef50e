/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_aspects.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "aspects.h"
#include "summary_making.h"
#include "tally.h"

bool
summary_aspects_row(const struct text *f, size_t fields)
{
	return ((text_is(f[0], "as") || text_is(f[0], "sg")) && fields == 5) ||
	    (text_is(f[0], "vs") && fields == 4);
}

static const char *
kept(struct making *m, struct text t)
{
	return arena_copy(&m->s->arena, t.bytes, t.length);
}

static struct summary_aspect *
find_aspect(struct making *m, struct summary_aspect **list, size_t *count,
	struct text field)
{
	struct text name = tally_field(field, &m->room);

	if (text_is_absent(name))
		name = text_of("");
	for (size_t i = 0; i < *count; i++)
		if (text_is(name, (*list)[i].name))
			return &(*list)[i];
	struct summary_aspect *larger = making_grown(m, *list, *count,
	    sizeof *larger);
	if (larger == NULL)
		return NULL;
	*list = larger;
	larger += *count;
	*larger = (struct summary_aspect){.name = kept(m, name)};
	*count += larger->name != NULL;
	return larger->name == NULL ? NULL : larger;
}

/* as|brand|source|aspect|label, sg|brand|source|stage|label */
static int
aspect_row(struct making *m, const struct text *f, int64_t n)
{
	struct summary_brand *b = making_known_brand(m, f[1]);

	if (b == NULL)
		return 0;
	struct summary_aspect *a = f[0].bytes[0] == 'a' ?
	    find_aspect(m, &b->aspect, &b->aspect_count, f[3]) :
	    find_aspect(m, &b->stage, &b->stage_count, f[3]);
	if (a == NULL)
		return -1;
	a->mentions += n;
	a->positive += text_is(f[4], "pos") ? n : 0;
	a->neutral += text_is(f[4], "neu") ? n : 0;
	a->negative += text_is(f[4], "neg") ? n : 0;
	return 0;
}

/* Counts for or against `other`; aspect NULL: in all. */
static int
count_versus(struct making *m, struct summary_brand *b, struct text other,
	struct text aspect, int64_t preferred, int64_t against)
{
	struct summary_versus *v = NULL;

	for (size_t i = 0; i < b->versus_count && v == NULL; i++)
		if (text_is(other, b->versus[i].other) && text_equals(aspect,
		    text_of(b->versus[i].aspect)))
			v = &b->versus[i];
	if (v == NULL) {
		v = making_grown(m, b->versus, b->versus_count, sizeof *v);
		if (v == NULL)
			return -1;
		b->versus = v;
		v += b->versus_count++;
		*v = (struct summary_versus){.other = kept(m, other),
		    .aspect = text_is_absent(aspect) ? NULL :
		    kept(m, aspect)};
		if (v->other == NULL || (v->aspect == NULL &&
		    !text_is_absent(aspect)))
			return -1;
	}
	v->preferred += preferred;
	v->against += against;
	return 0;
}

/* One side of vs|brand|other|aspect, with the fields in the order of that
 * side. */
static int
versus_side(struct making *m, struct text brand, struct text other,
	struct text aspect, int64_t preferred, int64_t against)
{
	struct summary_brand *b = making_known_brand(m, brand);
	struct buffer other_room, aspect_room;
	int result = 0;

	if (b == NULL)
		return 0;
	buffer_init(&other_room, TALLY_KEY_MAX);
	buffer_init(&aspect_room, TALLY_KEY_MAX);
	struct text name = tally_field(other, &other_room);
	struct text in = tally_field(aspect, &aspect_room);
	if (!text_is_absent(name))
		result = count_versus(m, b, name, (struct text){NULL, 0},
		    preferred, against);
	if (result == 0 && !text_is_absent(name) && !text_is_absent(in))
		result = count_versus(m, b, name, in, preferred, against);
	buffer_release(&other_room);
	buffer_release(&aspect_room);
	return result;
}

static int
one_row(void *context, struct text key, int64_t value)
{
	struct making *m = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);

	if (!summary_aspects_row(f, fields))
		return 0;
	if (text_is(f[0], "vs"))
		return versus_side(m, f[1], f[2], f[3], value, 0) < 0 ||
		    versus_side(m, f[2], f[1], f[3], 0, value) < 0 ? -1 : 0;
	return aspect_row(m, f, value);
}

/* ---- order and figures ---- */

static int
compare_names(const void *left, const void *right)
{
	return strcmp(((const struct summary_aspect *)left)->name,
	    ((const struct summary_aspect *)right)->name);
}

static int
way_of(const struct summary_aspect *a)
{
	int stage = 0;

	while (stage < STAGES && strcmp(a->name,
	    stage_name((enum stage)stage)) != 0)
		stage++;
	return stage;
}

static int
compare_ways(const void *left, const void *right)
{
	return way_of(left) - way_of(right);
}

static int
compare_versus(const void *left, const void *right)
{
	const struct summary_versus *a = left, *b = right;
	int order = strcmp(a->other, b->other);

	if (order != 0)
		return order;
	return strcmp(a->aspect == NULL ? "" : a->aspect,
	    b->aspect == NULL ? "" : b->aspect);
}

static void
estimate_aspects(struct summary_aspect *list, size_t count,
	int (*order)(const void *, const void *))
{
	for (size_t i = 0; i < count; i++)
		list[i].positive_share = statistics_share(list[i].positive,
		    list[i].positive + list[i].neutral + list[i].negative);
	if (count > 1)
		qsort(list, count, sizeof *list, order);
}

int
summary_aspects(struct making *m, struct tally *tally)
{
	struct summary *s = m->s;

	if (tally_each(tally, one_row, m) != 0)
		return complain(m->c, ENOMEM, "summary");
	for (size_t i = 0; i < s->brand_count; i++) {
		struct summary_brand *b = &s->brand[i];

		estimate_aspects(b->aspect, b->aspect_count, compare_names);
		estimate_aspects(b->stage, b->stage_count, compare_ways);
		for (size_t k = 0; k < b->versus_count; k++)
			b->versus[k].share = statistics_share(
			    b->versus[k].preferred, b->versus[k].preferred +
			    b->versus[k].against);
		if (b->versus_count > 1)
			qsort(b->versus, b->versus_count,
			    sizeof *b->versus, compare_versus);
	}
	return 0;
}
