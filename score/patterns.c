/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "patterns.h"

#include <stdlib.h>
#include <string.h>

void
patterns_release(struct patterns *p)
{
	free(p->list);
	free(p->needs);
	memset(p, 0, sizeof *p);
}

static bool
read_who(struct text t, enum pattern_who *to)
{
	static const char *const names[] = {"self", "X", "Y"};

	for (int i = 0; i < 3; i++)
		if (text_is(t, names[i])) {
			*to = (enum pattern_who)i;
			return true;
		}
	return false;
}

/* "?self": when, and who is preferred. */
static bool
read_preferred(struct text t, struct pattern *to)
{
	static const char marks[] = "?!=";
	const char *mark = t.length == 0 ? NULL :
	    memchr(marks, t.bytes[0], sizeof marks - 1);

	to->when = PATTERN_ALWAYS;
	if (mark != NULL) {
		to->when = (enum pattern_when)(PATTERN_OPINION +
		    (mark - marks));
		t.bytes++;
		t.length--;
	}
	return read_who(t, &to->preferred);
}

/* Brands are capital letters; what is behind them is left in the piece. */
static enum pattern_item_kind
kind_of(struct text *piece)
{
	char c = piece->bytes[0];

	if (c != 'X' && c != 'Y')
		return PATTERN_WORD;
	piece->bytes++;
	piece->length--;
	return c == 'X' ? PATTERN_X : PATTERN_Y;
}

static const char *
read_item(struct pattern_item *to, struct text piece, enum fold_way way,
	struct arena *a)
{
	struct word word = {.length = 0};
	bool stem = piece.length > 1 && piece.bytes[piece.length - 1] == '*';

	to->kind = text_is(piece, "*") ? PATTERN_ANY : kind_of(&piece);
	if (to->kind == PATTERN_ANY || piece.length == 0)
		return NULL;
	piece.length -= stem;
	if (!word_fold(piece, way, &word) || word.length == 0)
		return "not letters only";
	return phrase_word_set(&to->word, &word, stem ? PHRASES_ANY_ENDING : 0,
	    a) == -1 ? "no memory" : NULL;
}

static const char *
read_items(struct pattern *to, struct text text, enum fold_way way,
	struct arena *a)
{
	bool named[PATTERN_Y + 1] = {false};

	for (size_t at = 0; at <= text.length;) {
		size_t end = at;

		while (end < text.length && text.bytes[end] != ' ')
			end++;
		if (end == at)
			return "blanks at an end or two together";
		if (to->count == PATTERN_ITEMS)
			return "more than eight words";
		struct pattern_item *item = &to->item[to->count++];
		const char *fault = read_item(item,
		    (struct text){text.bytes + at, end - at}, way, a);
		if (fault != NULL)
			return fault;
		named[item->kind] = true;
		named[PATTERN_WORD] |= item->word.length > 0;
		at = end + 1;
	}
	if (!named[PATTERN_X] || !named[PATTERN_WORD])
		return "no X, or nothing but brands";
	if (!named[PATTERN_Y] && (to->preferred == PATTERN_IS_Y ||
	    to->over == PATTERN_IS_Y))
		return "no Y";
	return NULL;
}

static bool
grow(struct patterns *p)
{
	size_t capacity = p->capacity == 0 ? 64 : 2 * p->capacity;
	struct pattern *list = realloc(p->list, capacity * sizeof *list);
	if (list == NULL)
		return false;
	p->list = list;
	struct pattern_words *needs = realloc(p->needs,
	    capacity * sizeof *needs);
	if (needs == NULL)
		return false;
	p->needs = needs;
	p->capacity = capacity;
	return true;
}

const char *
patterns_row(struct patterns *to, const struct text column[3],
	enum fold_way way, struct arena *a, int *culprit)
{
	struct pattern new = {.count = 0};

	*culprit = 0;
	if (!read_preferred(column[0], &new))
		return "neither self nor X nor Y";
	*culprit = 2;
	if (!read_who(column[2], &new.over) || new.over == new.preferred)
		return "no other one of self, X and Y";
	*culprit = 1;
	const char *fault = read_items(&new, column[1], way, a);
	if (fault != NULL)
		return fault;
	if (to->count == PATTERNS_MAX)
		return "too many";
	if (to->count == to->capacity && !grow(to))
		return "no memory";
	to->list[to->count++] = new;
	return NULL;
}

/* The one that says more goes first; '*' says less than a word, and a brand
 * less than one with an ending. */
static int
weight_of(const struct pattern *p)
{
	int weight = 0;

	for (size_t i = 0; i < p->count; i++)
		weight += p->item[i].kind == PATTERN_WORD ||
		    p->item[i].word.length > 0 ? 3 : 2;
	return weight;
}

static struct pattern_words
needs_of(const struct pattern *p)
{
	struct pattern_words needs = {{0, 0}};

	for (size_t i = 0; i < p->count; i++)
		if (p->item[i].kind == PATTERN_WORD &&
		    p->item[i].word.ending == 0)
			pattern_words_add(&needs, p->item[i].word.hash);
	return needs;
}

/* Stable, so that of equal ones the first that is listed counts. */
void
patterns_sort(struct patterns *p)
{
	for (size_t i = 1; i < p->count; i++) {
		struct pattern moved = p->list[i];
		size_t at = i;

		for (; at > 0 && weight_of(&p->list[at - 1]) <
		    weight_of(&moved); at--)
			p->list[at] = p->list[at - 1];
		p->list[at] = moved;
	}
	for (size_t i = 0; i < p->count; i++)
		p->needs[i] = needs_of(&p->list[i]);
}
