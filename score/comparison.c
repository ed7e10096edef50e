/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison.h"

#include <stdlib.h>
#include <string.h>

/* A sentence at work. */
struct work {
	const struct comparison_place *place;
	size_t base;			/* the first word of the sentence */
	size_t count;			/* its words, numbered from 0 */
	const struct phrase *brand[WORDS_MAX];	/* that begins there */
	bool inside[WORDS_MAX];			/* a brand's later words */
	bool used[WORDS_MAX];			/* by a pattern */
};

/* A pattern that stands in it. */
struct standing {
	size_t first, end;		/* words */
	size_t any;			/* the word at '*' */
	bool has_any;
	int who[PATTERN_IS_Y + 1];	/* brand by enum pattern_who */
};

static uint16_t
clause_of(const struct work *w, size_t word)
{
	return w->place->w->clause[w->base + word];
}

static bool
find_brands(struct work *w, const struct phrases *brands)
{
	bool found = false;

	memset(w->inside, 0, w->count * sizeof w->inside[0]);
	for (size_t i = 0; i < w->count; i++) {
		const struct phrase *p = w->inside[i] ? NULL :
		    phrases_find(brands, w->place->w, w->base + i);

		w->brand[i] = p;
		found |= p != NULL;
		for (size_t k = 1; p != NULL && k < p->count; k++)
			w->inside[i + k] = true;
	}
	return found;
}

static bool
is_word(const struct work *w, const struct pattern_item *item, size_t at)
{
	return item->kind == PATTERN_ANY ||
	    phrase_word_is(&item->word, w->place->w, w->base + at);
}

/* Whether a brand stands there, and ends as the item wants it. */
static bool
is_brand(const struct work *w, const struct pattern_item *item, size_t at)
{
	char room[PLAIN_WORD + WORD_PADDING];
	size_t last, length, tail = item->word.length;

	if (w->brand[at] == NULL || tail == 0)
		return w->brand[at] != NULL;
	last = w->base + at + w->brand[at]->count - 1;
	length = w->place->w->length[last];
	return length > tail && memcmp(words_key(w->place->w, last, room) +
	    length - tail, item->word.key, tail) == 0;
}

/* Where an item stands, from `at` on with up to `gap` words before it; the
 * number of words of the sentence where it does not. */
static size_t
item_place(const struct work *w, const struct pattern_item *item, size_t at,
	size_t gap)
{
	bool slot = item->kind == PATTERN_X || item->kind == PATTERN_Y;

	for (size_t i = at; i <= at + gap && i < w->count; i++) {
		if (slot ? is_brand(w, item, i) : is_word(w, item, i))
			return i;
		if (w->brand[i] != NULL)
			break;
	}
	return w->count;
}

/* Whether the pattern stands at a word. */
static bool
pattern_stands(const struct work *w, const struct pattern *p, size_t at,
	struct standing *to)
{
	bool loose = false;

	*to = (struct standing){.first = at, .end = at, .who = {-1, -1, -1}};
	for (size_t i = 0; i < p->count; i++) {
		const struct pattern_item *item = &p->item[i];
		bool slot = item->kind >= PATTERN_X;
		size_t place = item_place(w, item, to->end, i > 0 && (slot ||
		    (loose && item->kind == PATTERN_WORD)) ? PATTERN_GAP : 0);

		if (place == w->count)
			return false;
		to->end = place + 1;
		loose = slot;
		if (item->kind == PATTERN_ANY) {
			to->any = place;
			to->has_any = true;
		} else if (slot) {
			to->end = place + w->brand[place]->count;
			to->who[item->kind == PATTERN_X ? PATTERN_IS_X :
			    PATTERN_IS_Y] = (int)w->brand[place]->value;
		}
	}
	return to->who[PATTERN_IS_X] != to->who[PATTERN_IS_Y];
}

/* The brand named last before the pattern, if it is another than X. */
static void
find_subject(const struct work *w, struct standing *to)
{
	for (size_t i = to->first; i-- > 0 && clause_of(w, i) ==
	    clause_of(w, to->first);)
		if (w->brand[i] != NULL && (int)w->brand[i]->value !=
		    to->who[PATTERN_IS_X]) {
			to->who[PATTERN_SELF] = (int)w->brand[i]->value;
			return;
		}
}

static bool
is_negator(const struct entry *e)
{
	return e->reach > 0 && !entry_is(e, ENTRY_NEUTRAL);
}

/* A negator right before the pattern, or a listed phrase with one in it that
 * reaches into it. */
static bool
is_negated(const struct work *w, const struct standing *at)
{
	for (size_t i = w->place->unit; i < w->place->unit_end; i++) {
		const struct unit *u = &w->place->m->unit[i];
		const struct entry *e = unit_entry(w->place->m, i);
		size_t first = u->first - w->base, end = u->end - w->base;

		if (first >= at->first)
			break;
		if (clause_of(w, first) != clause_of(w, at->first) ||
		    end + COMPARISON_NEGATED <= at->first)
			continue;
		if (is_negator(e) || (entry_is(e, ENTRY_TURNED) &&
		    end > at->first))
			return true;
	}
	return false;
}

/* What the opinion word at '*' says by itself: above 0 praise. */
static int
opinion_at(const struct work *w, size_t word)
{
	for (size_t i = w->place->unit; i < w->place->unit_end; i++) {
		const struct unit *u = &w->place->m->unit[i];
		const struct entry *e = unit_entry(w->place->m, i);

		if (u->first <= word + w->base && word + w->base < u->end &&
		    !entry_is(e, ENTRY_NEUTRAL))
			return entry_is(e, ENTRY_TURNED) ? -e->weight :
			    e->weight;
	}
	return 0;
}

/* Above 0: the pattern holds as it is listed, below 0: the other way round,
 * 0: nothing is said. */
static int
direction(const struct work *w, const struct pattern *p,
	const struct standing *at)
{
	bool negated = is_negated(w, at);
	int sign = 1;

	if (at->has_any)
		sign = opinion_at(w, at->any);
	else if (p->when == PATTERN_OPINION || p->when == PATTERN_OPPOSITE)
		return p->when == PATTERN_OPINION ? w->place->sum :
		    -w->place->sum;
	if (p->when == PATTERN_EVEN)
		return negated ? -sign : 0;
	if (p->when == PATTERN_OPPOSITE)
		sign = -sign;
	return negated ? -sign : sign;
}

/* Whether the pattern says something where it stands; -1 where it does not
 * stand there, 0 where it says nothing new. */
static int
compare(const struct work *w, const struct pattern *p, size_t at,
	struct comparison *to)
{
	struct standing standing;

	if (!pattern_stands(w, p, at, &standing))
		return -1;
	for (size_t i = at; i < standing.end; i++)
		if (w->used[i])
			return -1;
	find_subject(w, &standing);
	int sign = direction(w, p, &standing);
	int preferred = standing.who[sign > 0 ? p->preferred : p->over];
	int over = standing.who[sign > 0 ? p->over : p->preferred];
	*to = (struct comparison){preferred, over, at, standing.end - at};
	return sign == 0 ? -1 : preferred != over;
}

/* Keeps the list in the order of the sentence. */
static void
keep(struct comparisons *to, struct comparison new)
{
	size_t at = to->count++;

	for (; at > 0 && to->list[at - 1].first > new.first; at--)
		to->list[at] = to->list[at - 1];
	to->list[at] = new;
}

static void
find_pattern(struct work *w, const struct pattern *p, struct comparisons *to)
{
	for (size_t at = 0; at < w->count &&
	    to->count < COMPARISONS_MAX; at++) {
		struct comparison found;
		int said = compare(w, p, at, &found);

		if (said == -1)
			continue;
		for (size_t i = 0; i < found.count; i++)
			w->used[at + i] = true;
		if (said == 1)
			keep(to, found);
	}
}

static struct pattern_words
words_of(const struct work *w)
{
	struct pattern_words words = {{0, 0}};

	for (size_t i = 0; i < w->count; i++)
		pattern_words_add(&words, w->place->w->hash[w->base + i]);
	return words;
}

void
comparison_find(struct comparisons *to, const struct patterns *patterns,
	const struct phrases *brands, const struct comparison_place *at)
{
	struct pattern_words words;
	struct work w;

	w.place = at;
	w.base = at->sentence.first;
	w.count = (size_t)(at->sentence.end - at->sentence.first);
	to->count = 0;
	if (!find_brands(&w, brands))
		return;
	memset(w.used, 0, w.count * sizeof w.used[0]);
	/* Most patterns lack a word of theirs. */
	words = words_of(&w);
	for (size_t i = 0; i < patterns->count; i++)
		if (pattern_words_hold(&words, &patterns->needs[i]))
			find_pattern(&w, &patterns->list[i], to);
	for (size_t i = 0; i < to->count; i++)
		to->list[i].first += w.base;
}
