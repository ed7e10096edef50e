/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine.h"

#include <errno.h>
#include <stdlib.h>

struct engine *
engine_open(const char *lexicon, struct complaint *c)
{
	return engine_open_refined(lexicon, (struct text){0}, c);
}

struct engine *
engine_open_refined(const char *lexicon, struct text more,
	struct complaint *c)
{
	struct engine *e = calloc(1, sizeof *e);

	if (e == NULL) {
		complain(c, ENOMEM, "lexicon");
		return NULL;
	}
	e->lexicon = lexicon_load_refined(lexicon, more, c);
	if (e->lexicon != NULL)
		return e;
	engine_close(e);
	return NULL;
}

void
engine_close(struct engine *e)
{
	if (e == NULL)
		return;
	lexicon_free(e->lexicon);
	free(e);
}

const char *
engine_identity(const struct engine *e)
{
	return e->lexicon->identity;
}

bool
engine_supports(const struct engine *e, const char *language)
{
	return lexicon_language(e->lexicon, language) != NULL;
}

void
engine_use_brands(struct engine *e, const struct brands *b)
{
	e->brands = b;
}

const struct brands *
engine_brands(const struct engine *e)
{
	return e->brands;
}

struct scorer *
scorer_open(const struct engine *e)
{
	struct scorer *at = calloc(1, sizeof *at);

	if (at == NULL)
		return NULL;
	at->engine = e;
	if (match_init(&at->match) == 0 &&
	    word_memory_init(&at->memory) == 0)
		return at;
	scorer_close(at);
	return NULL;
}

void
scorer_close(struct scorer *at)
{
	if (at == NULL)
		return;
	match_release(&at->match);
	word_memory_release(&at->memory);
	free(at);
}

const struct engine *
scorer_engine(const struct scorer *at)
{
	return at->engine;
}
