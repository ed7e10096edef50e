/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stretches of time, and lists of ids. */
#include <string.h>

#include "paginate.h"

static void
window_set(struct paginate *p, int64_t from, int64_t length)
{
	p->from = from;
	p->to = length < p->aim.to - from ? from + length : p->aim.to;
	p->inside = 0;
	p->outside = -1;
	paginate_rewind(p);
}

void
paginate_span_begin(struct paginate *p)
{
	p->windowed = true;
	window_set(p, p->aim.from, p->recipe->window);
}

/* What was counted in the window is undone, and its first half comes next.
 * False where it is too small for that. */
static bool
window_halve(struct paginate *p)
{
	int64_t half = (p->to - p->from) / 2;

	if (half < p->recipe->window_least || half < 1) {
		p->capped = true;
		return false;
	}
	p->collected -= p->inside;
	window_set(p, p->from, half);
	return true;
}

bool
paginate_span_split(struct paginate *p, const struct paginate_facts *facts)
{
	/* Only the first page of a window asks; what is stated later is the
	 * same window's. */
	return p->recipe->cap > 0 && facts->stated > p->recipe->cap &&
	    facts->records == p->inside && window_halve(p);
}

const char *
paginate_span_turn(struct paginate *p, const char *rule)
{
	int64_t length = p->to - p->from;

	(void)rule;
	/* Nothing was stated, and as much came as ever comes. */
	if (p->recipe->cap > 0 && p->outside < 0 &&
	    p->inside >= p->recipe->cap && window_halve(p))
		return NULL;
	if (p->outside >= 0)
		p->stated = (p->stated < 0 ? 0 : p->stated) + p->outside;
	if (p->to >= p->aim.to) {
		p->from = p->to;
		return "window";
	}
	/* Behind a window that was halved they grow again. */
	window_set(p, p->to, 2 * length < p->recipe->window ? 2 * length :
	    p->recipe->window);
	return NULL;
}

/* Where an earlier run left off in the list; 0 where it is not in it. */
static size_t
behind(const struct paginate *p, const char *last)
{
	size_t i;

	for (i = 0; i < p->id_count; i++)
		if (strcmp(p->id[i], last) == 0)
			return i + 1;
	return 0;
}

static int
list_take(struct paginate *p, const struct paginate_facts *facts,
	struct complaint *c)
{
	size_t i;

	p->id = arena_take(&p->arena, (facts->id_count + 1) * sizeof(*p->id));
	for (i = 0; p->id != NULL && i < facts->id_count; i++)
		if ((p->id[i] = arena_string(&p->arena, facts->id[i])) == NULL)
			p->id = NULL;
	if (p->id == NULL)
		return complain(c, 0, "no memory for a list of ids");
	p->id_count = facts->id_count;
	if (p->placed)
		p->id_at = behind(p, p->place.bytes);
	return 0;
}

const char *
paginate_ids_turn(struct paginate *p, const struct paginate_facts *facts,
	struct complaint *c)
{
	size_t batch = p->recipe->size > 0 ? (size_t)p->recipe->size : 1;

	if (p->id == NULL) {
		if (list_take(p, facts, c) != 0)
			return "failed";
	} else {
		p->id_at = p->id_count - p->id_at < batch ? p->id_count :
		    p->id_at + batch;
	}
	return p->id_at < p->id_count ? NULL : "ids";
}
