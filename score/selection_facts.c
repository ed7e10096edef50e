/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a review does not say of itself, because it is a matter of all of
 * them. */
#include "selection.h"

#include <stdlib.h>

#include "tally.h"

struct selection_facts {
	/* replies|source: reviews with a reply; gone|id: how often it
	 * vanished less how often it returned. */
	struct tally *rows;
	bool replies;			/* some source shows them */
};

struct selection_facts *
selection_facts_create(void)
{
	struct selection_facts *f = calloc(1, sizeof(*f));

	if (f != NULL && (f->rows = tally_create()) == NULL) {
		free(f);
		return NULL;
	}
	return f;
}

void
selection_facts_free(struct selection_facts *f)
{
	if (f == NULL)
		return;
	tally_free(f->rows);
	free(f);
}

static struct text
source_of(const struct review *r)
{
	return text_is_absent(r->source) ? text_of("unknown") : r->source;
}

static void
key_of(struct tally_key *key, const char *kind, struct text name)
{
	tally_key_begin(key, kind);
	tally_key_add(key, name);
}

/* A name too long for a key is none that could be asked for. */
static int
count(struct selection_facts *f, const char *kind, struct text name,
	int times)
{
	struct tally_key key;
	struct complaint ignored;

	key_of(&key, kind, name);
	return key.too_long ? 0 : tally_put(f->rows, &key, times, &ignored);
}

static int64_t
counted(const struct selection_facts *f, const char *kind, struct text name)
{
	struct tally_key key;

	key_of(&key, kind, name);
	return key.too_long ? 0 :
	    tally_get(f->rows, (struct text){key.bytes, key.length});
}

int
selection_facts_review(struct selection_facts *f, const struct review *r)
{
	if (text_is_absent(r->reply) || review_is_survey(r))
		return 0;
	f->replies = true;
	return count(f, "replies", source_of(r), 1);
}

int
selection_facts_change(struct selection_facts *f, const struct review_change *c)
{
	if (text_is_absent(c->id))
		return 0;
	if (text_is(c->change, "vanished"))
		return count(f, "gone", c->id, 1);
	return text_is(c->change, "returned") ? count(f, "gone", c->id, -1) :
	    0;
}

bool
selection_facts_answerable(const struct selection_facts *f,
	const struct review *r)
{
	return !f->replies || counted(f, "replies", source_of(r)) > 0;
}

bool
selection_facts_vanished(const struct selection_facts *f,
	const struct review *r)
{
	return counted(f, "gone", r->id) > 0;
}
