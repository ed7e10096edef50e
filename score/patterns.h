/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a language compares two brands, section `#comparisons` of a lexicon
 * (sayso-lexicon(5)): which is preferred, the pattern, over which.
 *
 *	self	better than X	X
 *	Y	switched from X to Y	X
 *	?self	* than X	X
 *	=self	as * as X	X
 *
 * X and Y stand for brands, `self` for the subject: the brand named before the
 * pattern in the sentence, else the one that the review is about.  '*' is any
 * one word.  Around a brand up to PATTERN_GAP other words may stand.  `Xზე` is a
 * brand whose word ends so, where a case says what others say with a word.
 *
 * A mark before the first column says when: '?' where the opinion word at '*'
 * praises, and the other way round where it complains (without '*' the
 * sentence decides); '!' the other way round; '=' only where it is negated
 * ("not as quiet as X").  What is negated is turned.
 */
#ifndef SAYSO_PATTERNS_H
#define SAYSO_PATTERNS_H

#include "phrases.h"

enum {
	PATTERN_ITEMS = 8,
	PATTERNS_MAX = 1024,	/* of a language */
	PATTERN_GAP = 3,	/* words */
};

enum pattern_item_kind { PATTERN_WORD, PATTERN_ANY, PATTERN_X, PATTERN_Y };
enum pattern_when {
	PATTERN_ALWAYS, PATTERN_OPINION, PATTERN_OPPOSITE, PATTERN_EVEN,
};
enum pattern_who { PATTERN_SELF, PATTERN_IS_X, PATTERN_IS_Y };

struct pattern_item {
	enum pattern_item_kind kind;
	struct phrase_word word;	/* of X and Y: how it ends, if it
					   has a length */
};

struct pattern {
	struct pattern_item item[PATTERN_ITEMS];
	uint8_t count;
	enum pattern_when when;
	enum pattern_who preferred, over;
};

/* Which whole words stand somewhere, two bits of many: one that lacks a bit of
 * another lacks a word of it. */
struct pattern_words {
	uint64_t bit[2];
};

struct patterns {
	struct pattern *list;	/* the ones with more items first */
	struct pattern_words *needs;	/* of each of the list, once sorted */
	size_t count, capacity;
};

static inline void
pattern_words_add(struct pattern_words *to, uint64_t hash)
{
	to->bit[0] |= UINT64_C(1) << (hash >> 58);
	to->bit[1] |= UINT64_C(1) << (hash >> 52 & 63);
}

static inline bool
pattern_words_hold(const struct pattern_words *w,
	const struct pattern_words *needed)
{
	return ((needed->bit[0] & ~w->bit[0]) |
	    (needed->bit[1] & ~w->bit[1])) == 0;
}

void patterns_release(struct patterns *p);
/* NULL, or what is wrong; *culprit is then the column that is. */
const char *patterns_row(struct patterns *to, const struct text column[3],
	enum fold_way way, struct arena *a, int *culprit);
void patterns_sort(struct patterns *p);

#endif
