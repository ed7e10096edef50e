/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an engine and a scorer are made of (sentiment.h), between engine.c,
 * which makes them, and sentiment.c, which scores.
 */
#ifndef SAYSO_ENGINE_H
#define SAYSO_ENGINE_H

#include "lexicon.h"
#include "match.h"
#include "notice.h"
#include "parts.h"
#include "rules.h"
#include "sentiment.h"
#include "terms.h"
#include "words.h"
#include "word_memory.h"

struct engine {
	struct lexicon *lexicon;
	const struct brands *brands;
};

struct scorer {
	const struct engine *engine;
	struct words words;
	struct word_memory memory;
	struct match match;
	struct rules rules;
	struct notice notice;
	struct terms terms;
	struct parts parts;
};

#endif
