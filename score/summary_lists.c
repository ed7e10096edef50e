/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_lists.h"

#include <errno.h>
#include <string.h>

#include "summary_making.h"
#include "tally.h"
#include "tally_top.h"

bool
summary_lists_row(const struct text *f, size_t fields)
{
	return text_is(f[0], "top") && (fields == 6 || fields == 7);
}

static int
add_to(struct making *m, struct summary_list *list, size_t most,
	const struct summary_quote *q)
{
	struct summary_quote *item;

	if (list->count >= most)
		return 0;
	item = making_grown(m, list->item, list->count, sizeof(*item));
	if (item == NULL)
		return -1;
	list->item = item;
	item[list->count++] = *q;
	return 0;
}

static int
quote_row(struct summary_brand *b, struct summary_quote *q, struct text rank)
{
	size_t of_label = 0, i;

	if (q->label == NULL || !making_digits(rank))
		return 0;
	q->strength = (int32_t)(10000 - making_number(rank));
	for (i = 0; i < b->quote_count; i++)
		of_label += strcmp(b->quote[i].label, q->label) == 0;
	if (of_label < SUMMARY_QUOTES / 2)
		b->quote[b->quote_count++] = *q;
	return 0;
}

/* top|aspect|brand|aspect:label|rank|id */
static int
spoken_row(struct making *m, struct summary_brand *b,
	struct summary_quote *q, struct text group)
{
	struct text name = tally_field(group, &m->room);

	if (name.length < 5)
		return 0;
	q->label = memcmp(name.bytes + name.length - 4, ":pos", 4) == 0 ?
	    "pos" : "neg";
	q->aspect = arena_copy(&m->s->arena, name.bytes, name.length - 4);
	return q->aspect == NULL ? -1 : add_to(m, &b->spoken, SIZE_MAX, q);
}

/* top|list|brand|group|rank|id|more; rows come in the order of their rank */
static int
one_row(void *context, struct text key, int64_t value)
{
	struct making *m = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	struct summary_quote q = {.offset = -1};
	struct summary_brand *b;

	(void)value;
	if (!summary_lists_row(f, fields) ||
	    (b = making_known_brand(m, f[2])) == NULL)
		return 0;
	q.id = making_kept(m, f[5]);
	if (q.id == NULL)
		return text_is(f[5], "-") ? 0 : -1;
	if (fields == 7 && (q.words = making_kept(m, f[6])) == NULL)
		return -1;
	q.label = text_is(f[3], "pos") ? "pos" : text_is(f[3], "neg") ?
	    "neg" : NULL;
	if (text_is(f[1], "quote"))
		return quote_row(b, &q, f[4]);
	if (text_is(f[1], "open"))
		return add_to(m, &b->open, TALLY_TOP_OPEN, &q);
	if (text_is(f[1], "against"))
		return add_to(m, &b->against, 2 * TALLY_TOP_AGAINST, &q);
	if (text_is(f[1], "aspect"))
		return spoken_row(m, b, &q, f[3]);
	return 0;
}

int
summary_lists(struct making *m, struct tally *tally)
{
	if (tally_each_of(tally, "top|", one_row, m) != 0)
		return complain(m->c, ENOMEM, "summary");
	return 0;
}
