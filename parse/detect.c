/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "detect.h"

enum {
	SAMPLE = 200,			/* records that are looked at */
	NEEDED_PERCENT = 50,		/* of a recipe's fields */
	NEEDED_NAMES = 2,		/* where columns and members are flat */
};

struct weight {
	size_t records, values, useful;
};

static void
ignore(void *context, const struct complaint *c)
{
	(void)context;
	(void)c;
}

static int
weigh(void *context, struct review *r)
{
	const struct text all[] = {r->native_id, r->item, r->url, r->language,
	    r->rating, r->title, r->body, r->positive, r->negative, r->author,
	    r->published, r->modified, r->reply, r->reply_date, r->upvotes,
	    r->location, r->verified, r->version};
	struct weight *w = context;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		w->values += !text_is_absent(all[i]);
	w->useful += !text_is_absent(r->rating) || !text_is_absent(r->body);
	return ++w->records == SAMPLE;
}

/* Fields that come from the record; what is fixed or rare proves nothing. */
static size_t
count_known(const struct recipe *r)
{
	size_t i, n = 0;

	for (i = 0; i < RECIPE_FIELDS; i++)
		n += r->field[i].path_count > 0 && i != RECIPE_REPLY &&
		    i != RECIPE_REPLY_DATE && i != RECIPE_MODIFIED;
	return n;
}

/* Paths of JSON and XML fit many documents by chance, so most of them must;
 * recipes for tables and lines list every name that a column may have, so few
 * can. */
static bool
fits(const struct recipe *r, const struct weight *w)
{
	if (w->records == 0 || 2 * w->useful < w->records)
		return false;
	if (r->format == RECIPE_CSV || r->format == RECIPE_JSONL)
		return w->values >= NEEDED_NAMES * w->records;
	return 100 * w->values >= NEEDED_PERCENT * w->records * count_known(r);
}

const struct recipe *
detect_recipe(struct records *page, enum recipe_format format,
	const struct shelf *shelf, const struct records_how *how)
{
	const struct recipe *best = NULL;
	size_t i, most = 0;

	for (i = 0; i < shelf->shipped_count; i++) {
		const struct recipe *r = shelf->shipped[i];
		struct records_how try = *how;
		struct complaint ignored;
		struct weight w = {0};

		if (r->format != format || r->by_name)
			continue;
		try.recipe = r;
		try.row = NULL;
		try.take = weigh;
		try.bad = ignore;
		try.context = &w;
		records_each(page, &try, &ignored);
		if (!fits(r, &w) || w.values <= most)
			continue;
		most = w.values;
		best = r;
	}
	return best;
}
