/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_sources.h"

#include <string.h>

#include "summary_making.h"

static struct summary_source *
find_source(struct making *m, struct text brand, struct text source)
{
	struct summary_brand *b = making_brand(m, brand);
	const char *name = making_kept(m, source);
	struct summary *s = m->s;
	struct summary_source *p;
	size_t i;

	if (b == NULL)
		return NULL;
	if (name == NULL)
		name = "unknown";
	for (i = 0; i < s->source_count; i++)
		if (strcmp(s->source[i].brand, b->name) == 0 &&
		    strcmp(s->source[i].source, name) == 0)
			return &s->source[i];
	p = making_grown(m, s->source, s->source_count, sizeof(*p));
	if (p == NULL)
		return NULL;
	s->source = p;
	p = &p[s->source_count++];
	*p = (struct summary_source){.brand = b->name, .source = name,
	    .stated = -1};
	return p;
}

/* The worst of several rows' states is that of the source. */
static int
badness(const char *status)
{
	static const char *const order[] = {"complete", "short", "deferred",
	    "blocked", "failed"};
	int i;

	for (i = 0; status != NULL && i < 5; i++)
		if (strcmp(status, order[i]) == 0)
			return i;
	return -1;
}

static int
state_row(struct making *m, const struct text *f)
{
	struct summary_source *s = find_source(m, f[1], f[2]);
	const char *status;

	if (s == NULL)
		return -1;
	status = making_kept(m, f[5]);
	if (badness(status) >= badness(s->status)) {
		s->status = status;
		s->stop = making_kept(m, f[6]);
	}
	if (s->kind == NULL)
		s->kind = making_kept(m, f[3]);
	return 1;
}

static int
stated_row(struct making *m, const struct text *f, int64_t value)
{
	struct summary_source *s = find_source(m, f[1], f[2]);

	if (s == NULL)
		return -1;
	s->stated = (s->stated < 0 ? 0 : s->stated) + value;
	return 1;
}

int
summary_sources_row(struct making *m, const struct text *f, size_t fields,
	int64_t value)
{
	if (text_is(f[0], "run") && fields == 7)
		return state_row(m, f);
	if (text_is(f[0], "st") && fields == 4)
		return stated_row(m, f, value);
	return 0;
}
