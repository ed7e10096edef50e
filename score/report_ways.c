/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way from a figure to its reviews: a list for each figure that is linked.
 * Here they are noted; report_way_lists.c writes them.
 */
#include "report_ways.h"

#include <stdlib.h>
#include <string.h>

#include "hash.h"

enum { FIRST_SLOTS = 256, FIRST_ROOM = 64, KEPT_MAX = 16 << 20 };

struct ways *
report_ways_create(void)
{
	struct ways *w = calloc(1, sizeof(*w));

	if (w != NULL)
		arena_init(&w->arena, KEPT_MAX);
	return w;
}

void
report_ways_free(struct ways *w)
{
	size_t i;

	if (w == NULL)
		return;
	for (i = 0; i < w->count; i++)
		free(w->list[i].name);
	free(w->list);
	free(w->quoted);
	free(w->seen);
	free(w->slot);
	arena_release(&w->arena);
	free(w);
}

bool
report_ways_failed(const struct ways *w)
{
	return w->failed;
}

void *
report_way_grown(void *array, size_t count, size_t *capacity,
	size_t size)
{
	size_t more = *capacity == 0 ? FIRST_ROOM : *capacity * 2;
	void *larger;

	if (count < *capacity)
		return array;
	larger = realloc(array, more * size);
	if (larger != NULL)
		*capacity = more;
	return larger;
}

/* ---- one list for each figure ---- */

static size_t *
slot_of(const struct ways *w, const char *name)
{
	size_t at = (size_t)hash_of_text(text_of(name)) & (w->slots - 1);

	while (w->slot[at] != 0 &&
	    strcmp(w->list[w->slot[at] - 1].name, name) != 0)
		at = (at + 1) & (w->slots - 1);
	return &w->slot[at];
}

static bool
grow_slots(struct ways *w)
{
	size_t slots = w->slots == 0 ? FIRST_SLOTS : w->slots * 2, i;
	size_t *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return false;
	free(w->slot);
	w->slot = slot;
	w->slots = slots;
	for (i = 0; i < w->count; i++)
		*slot_of(w, w->list[i].name) = i + 1;
	return true;
}

/* The number of the list; 0: no memory. */
static size_t
number_of(struct ways *w, const struct selection *f, const char *name)
{
	struct way_list *list;
	size_t *slot;

	if (w->count * 2 >= w->slots && !grow_slots(w))
		return 0;
	slot = slot_of(w, name);
	if (*slot != 0)
		return *slot;
	list = report_way_grown(w->list, w->count, &w->capacity, sizeof(*list));
	if (list == NULL)
		return 0;
	w->list = list;
	list[w->count] = (struct way_list){.name = strdup(name), .figure = *f,
	    .n = -1};
	if (list[w->count].name == NULL)
		return 0;
	*slot = ++w->count;
	return *slot;
}

struct way
report_way(struct page *p, int64_t n, const char *brand,
	const struct selection_condition *conditions)
{
	struct selection f = {.count = 0};
	struct buffer name;
	struct way way = {0, n < 0};

	if (n == 0)
		return NO_WAY;
	if (brand != NULL && *brand != '\0')
		f.brand = text_of(brand);
	else if (brand != NULL)
		f.condition[f.count++].what = SELECT_UNNAMED;
	for (; conditions->what != SELECT_END &&
	    f.count < SELECTION_CONDITIONS; conditions++)
		f.condition[f.count++] = *conditions;
	buffer_init(&name, WAY_NAME_MAX);
	if (selection_name(&name, &f) == 0)
		way.number = number_of(p->ways, &f, name.bytes);
	p->ways->failed |= way.number == 0;
	if (way.number > 0 && n > 0 && p->ways->list[way.number - 1].n < 0)
		p->ways->list[way.number - 1].n = n;
	buffer_release(&name);
	return way;
}

const char *
report_way_keep(struct page *p, const char *string)
{
	const char *kept = arena_string(&p->ways->arena, string);

	p->ways->failed |= kept == NULL;
	return kept == NULL ? "" : kept;
}

struct way
report_part_way(struct page *p, int64_t n, const char *brand,
	const struct selection_condition *part, enum selection_what what)
{
	if (part == NULL)
		return WAY(p, n, brand, {.what = what});
	if (what == SELECT_REVIEWS)
		return WAY(p, n, brand, *part);
	return WAY(p, n, brand, *part, {.what = what});
}

void
report_way_open(struct page *p, struct way way)
{
	if (way.number > 0)
		buffer_add_format(p->to, way.loose ?
		    "<a class=\"of\" href=\"#w%zu\">" :
		    "<a href=\"#w%zu\">", way.number);
}

void
report_way_close(struct page *p, struct way way)
{
	if (way.number > 0)
		buffer_add_string(p->to, "</a>");
}

size_t
report_way_quote(struct page *p, size_t brand, enum quote_kind kind,
	const struct summary_quote *q)
{
	struct ways *w = p->ways;
	struct way_quoted *list = report_way_grown(w->quoted, w->quotes,
	    &w->quotes_capacity, sizeof(*list));

	if (list == NULL) {
		w->failed = true;
		return 0;
	}
	w->quoted = list;
	list[w->quotes++] = (struct way_quoted){q, brand, kind};
	return w->quotes;
}
