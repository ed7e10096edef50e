/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines that are no review: runs, and what became of reviews. */
#include "map_cells.h"

#include <string.h>

/* whole|brand|source|row|run: a run that saw as many as the source says it
 * has, so that what it did not see is not there any more. */
static int
put_whole(struct map *m, const struct review_run *run, struct complaint *c)
{
	struct text row, name;

	if (!text_is(run->status, "complete") || run->unchanged > 0 ||
	    run->collected <= 0 || run->stated < 0 ||
	    run->collected < run->stated ||
	    !review_capture_split(&run->capture, &row, &name))
		return 0;
	tally_key_begin(&m->key, "whole");
	map_key_add(m, run->brand);
	map_key_add(m, run->source);
	map_key_add(m, row);
	map_key_add(m, name);
	return map_key_put(m, 1, c);
}

/* st|brand|source|row: how many there are, as the source says. */
static int
put_stated(struct map *m, const struct review_run *run, struct complaint *c)
{
	if (run->stated < 0)
		return 0;
	tally_key_begin(&m->key, "st");
	map_key_add(m, run->brand);
	map_key_add(m, run->source);
	map_key_add(m, run->row);
	return map_key_put(m, run->stated, c);
}

/* run|brand|source|kind|row|status|stop */
int
map_run(struct map *m, struct complaint *c)
{
	const struct review_run *run = &m->line.run;

	tally_key_begin(&m->key, "run");
	map_key_add(m, run->brand);
	map_key_add(m, run->source);
	map_key_add(m, run->kind);
	map_key_add(m, run->row);
	map_key_add(m, run->status);
	map_key_add(m, run->stop);
	if (map_key_put(m, 1, c) < 0 || put_whole(m, run, c) < 0)
		return -2;
	return put_stated(m, run, c);
}

static int32_t
stars_of(const struct review *r)
{
	int32_t stars;

	return review_stars(r, &stars) ? stars : 0;
}

/* The digits of an instant as files are named: 20261118T090000Z. */
static struct text
compact(struct text instant, char room[32])
{
	size_t i, length = 0;

	for (i = 0; i < instant.length && length < 31; i++)
		if (strchr("0123456789TZ", instant.bytes[i]) != NULL &&
		    instant.bytes[i] != '\0')
			room[length++] = instant.bytes[i];
	return (struct text){length == 0 ? NULL : room, length};
}

/* ch|brand|source|row|change|noticed|first run|stars before|stars after */
int
map_change(struct map *m, struct complaint *c)
{
	const struct review_change *k = &m->line.change;
	char room[32];

	tally_key_begin(&m->key, "ch");
	map_key_add(m, k->brand);
	map_key_add(m, k->source);
	map_key_add(m, k->row);
	map_key_add(m, k->change);
	map_key_add(m, compact(k->noticed, room));
	map_key_add(m, k->first_run);
	map_key_add_stars(m, stars_of(&k->before));
	map_key_add_stars(m, stars_of(&k->after));
	return map_key_put(m, 1, c);
}
