/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a review does not say of itself, because it is a matter of all of
 * them. */
#include "selection.h"

#include <stdlib.h>

struct gone {
	char *id;
	int times;		/* vanished less returned */
};

struct selection_facts {
	char **source;		/* that show replies */
	struct gone *gone;
	size_t sources, count;
};

struct selection_facts *
selection_facts_create(void)
{
	return calloc(1, sizeof(struct selection_facts));
}

void
selection_facts_free(struct selection_facts *f)
{
	size_t i;

	if (f == NULL)
		return;
	for (i = 0; i < f->sources; i++)
		free(f->source[i]);
	for (i = 0; i < f->count; i++)
		free(f->gone[i].id);
	free(f->source);
	free(f->gone);
	free(f);
}

static struct text
source_of(const struct review *r)
{
	return text_is_absent(r->source) ? text_of("unknown") : r->source;
}

static bool
shows_replies(const struct selection_facts *f, struct text source)
{
	size_t i = 0;

	while (i < f->sources && !text_is(source, f->source[i]))
		i++;
	return i < f->sources;
}

int
selection_facts_review(struct selection_facts *f, const struct review *r)
{
	struct text source = source_of(r);
	char **more;

	if (text_is_absent(r->reply) || review_is_survey(r) ||
	    shows_replies(f, source))
		return 0;
	more = realloc(f->source, (f->sources + 1) * sizeof(*more));
	if (more == NULL)
		return -1;
	f->source = more;
	more[f->sources] = strndup(source.bytes, source.length);
	if (more[f->sources] == NULL)
		return -1;
	f->sources++;
	return 0;
}

static struct gone *
find(const struct selection_facts *f, struct text id)
{
	size_t i;

	for (i = 0; i < f->count; i++)
		if (text_is(id, f->gone[i].id))
			return &f->gone[i];
	return NULL;
}

int
selection_facts_change(struct selection_facts *f, const struct review_change *c)
{
	int times = text_is(c->change, "vanished") ? 1 :
	    text_is(c->change, "returned") ? -1 : 0;
	struct gone *at, *more;

	if (times == 0 || text_is_absent(c->id))
		return 0;
	at = find(f, c->id);
	if (at == NULL) {
		more = realloc(f->gone, (f->count + 1) * sizeof(*more));
		if (more == NULL)
			return -1;
		f->gone = more;
		at = &more[f->count];
		*at = (struct gone){.id = strndup(c->id.bytes, c->id.length)};
		if (at->id == NULL)
			return -1;
		f->count++;
	}
	at->times += times;
	return 0;
}

bool
selection_facts_answerable(const struct selection_facts *f,
	const struct review *r)
{
	return f->sources == 0 || shows_replies(f, source_of(r));
}

bool
selection_facts_vanished(const struct selection_facts *f,
	const struct review *r)
{
	const struct gone *at = find(f, r->id);

	return at != NULL && at->times > 0;
}
