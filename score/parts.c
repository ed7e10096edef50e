/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parts.h"

#include <string.h>

/* ---- noticing ---- */

/* A bit for the script of a character by its first byte; 0: of none. */
static inline unsigned
script_of(unsigned char lead)
{
	if (lead < 0x80)
		return (lead | 0x20) >= 'a' && (lead | 0x20) <= 'z';
	if (lead >= 0xD0)
		return lead <= 0xD4 ? 2 :	/* Cyrillic */
		    lead <= 0xD7 ? 4 :		/* Armenian, Hebrew */
		    lead <= 0xDF ? 8 :		/* Arabic */
		    lead == 0xE0 ? 16 :		/* of India, Thai */
		    lead == 0xE1 ? 32 :		/* Georgian */
		    lead >= 0xE3 && lead <= 0xED ? 64 :	/* of East Asia */
		    0;
	return lead >= 0xCE ? 128 :		/* Greek */
	    lead >= 0xC3 && lead <= 0xCA;	/* Latin */
}

/* Of the words that sentences begin and end with, where both are of one: a
 * name in other letters is no other language. */
static unsigned
scripts_of(const struct words *w)
{
	unsigned scripts = 0;

	for (size_t i = 0; i < w->sentences; i++) {
		const struct sentence *s = &w->sentence[i];
		const struct word_key *first = &w->key[s->first];
		const struct word_key *last = &w->key[s->end - 1];

		unsigned one = script_of((unsigned char)first->piece[0]);
		unsigned other = script_of((unsigned char)last->piece[0]);

		scripts |= one == 0 ? other : other == 0 || one == other ?
		    one : 0;
	}
	return scripts;
}

static inline bool
is_long(const struct sentence *s)
{
	return s->end - s->first >= PARTS_LONG;
}

static inline bool
has_frequent(const struct frequent *f, const struct words *w,
	const struct sentence *s)
{
	size_t count = 0;

	for (size_t i = s->first; i < s->end; i++)
		count += frequent_has(f, w->hash[i]);
	return PARTS_FREQUENT * count >= (size_t)(s->end - s->first);
}

/* Of a long sentence without frequent words: whether it may well be in another
 * language.  Only few get here. */
static bool
is_doubtful(const struct lexicon *l, const struct lexicon_language *language,
	const struct words *w, const struct match *m, const struct sentence *s)
{
	size_t words = (size_t)(s->end - s->first), known = 0;

	for (size_t i = s->first; i < s->end; i++)
		known += match_holds(m, i);
	if (PARTS_KNOWN * known >= words)
		return false;
	if (PARTS_STRANGE * known < words)
		return true;
	for (size_t i = 0; i < l->count; i++)
		if (&l->language[i] != language &&
		    has_frequent(&l->language[i].frequent, w, s))
			return true;
	return false;
}

static void
add_doubt(struct parts *p, const struct words *w, const struct sentence *s,
	enum sentiment_field field)
{
	if (p->doubts < PARTS_DOUBTS_MAX)
		p->doubt[p->doubts] = (struct doubt){field,
		    w->start[s->first], w->end[s->end - 1]};
	p->doubts += p->doubts <= PARTS_DOUBTS_MAX;
}

void
parts_begin(struct parts *p)
{
	p->sentences = p->doubts = 0;
	p->scripts = 0;
}

/* Most sentences have a frequent word among the first ones, which are taken
 * without a branch. */
void
parts_notice(struct parts *p, const struct lexicon *l,
	const struct lexicon_language *language, const struct words *w,
	const struct match *m, enum sentiment_field field)
{
	const struct frequent *f = &language->frequent;
	uint16_t rare[WORDS_ROOM + 1];
	size_t count = 0;
	uint64_t ends = 0;

	for (size_t i = 0; i < w->sentences; i++) {
		const struct sentence *s = &w->sentence[i];
		const uint64_t *hash = &w->hash[s->first];

		/* Of a short one this is one and the same word. */
		size_t step = is_long(s);
		rare[count] = (uint16_t)i;
		count += step & ~(frequent_has(f, hash[0]) |
		    frequent_has(f, hash[step]) |
		    frequent_has(f, hash[2 * step]) |
		    frequent_has(f, hash[3 * step]));
		ends |= w->key[s->first].piece[0] | w->key[s->end - 1].piece[0];
	}
	p->sentences += w->sentences;
	p->scripts |= (ends & 0x80) != 0 ? scripts_of(w) : 1;
	for (size_t i = 0; i < count; i++) {
		const struct sentence *s = &w->sentence[rare[i]];

		if (!has_frequent(f, w, s) && is_doubtful(l, language, w, m, s))
			add_doubt(p, w, s, field);
	}
}

bool
parts_suspected(const struct parts *p,
	const struct lexicon_language *language,
	const struct text field[SENTIMENT_FIELDS])
{
	if (p->sentences < 2)
		return false;
	if ((p->scripts & (p->scripts - 1)) != 0 ||
	    p->doubts > PARTS_DOUBTS_MAX)
		return true;
	for (size_t i = 0; i < p->doubts; i++) {
		const struct doubt *d = &p->doubt[i];
		struct text text = {field[d->field].bytes + d->start,
		    d->stop - d->start};

		if (text.length > PARTS_LOOK)
			text.length = PARTS_LOOK;
		if (language_other(text, language->tag) != NULL)
			return true;
	}
	return false;
}

/* ---- cutting ---- */

static bool
is_same(const char *left, const char *right)
{
	return left == right || (left != NULL && right != NULL &&
	    strcmp(left, right) == 0);
}

/* The language of a sentence; NULL: nobody's. */
static const char *
judge(const struct lexicon_language *language, const struct words *w,
	const struct sentence *s)
{
	size_t start = w->start[s->first], stop = w->end[s->end - 1];

	if (is_long(s) && has_frequent(&language->frequent, w, s))
		return language->tag;
	if (stop - start > PARTS_JUDGED)
		stop = start + PARTS_JUDGED;
	return language_other((struct text){w->text.bytes + start,
	    stop - start}, language->tag);
}

/* Where there is no room for a new part, the last one becomes nobody's. */
static void
add_sentence(struct parts *p, enum sentiment_field field,
	const char *language, const struct words *w, const struct sentence *s)
{
	struct part *last = p->count == 0 ? NULL : &p->list[p->count - 1];
	bool full = p->count == PARTS_MAX - (SENTIMENT_FIELDS - 1 -
	    (size_t)field);

	if (last == NULL || last->field != field || (!full &&
	    !is_same(last->language, language))) {
		last = &p->list[p->count++];
		*last = (struct part){.language = language, .field = field,
		    .start = w->start[s->first]};
	} else if (!is_same(last->language, language)) {
		last->language = NULL;
	}
	last->stop = w->end[s->end - 1];
	last->words += (size_t)(s->end - s->first);
}

/* The language with the most words; of equal ones `language`, then the
 * first. */
static const char *
own_of(const struct parts *p, const char *language)
{
	const char *own = language;
	size_t most = 0;

	for (size_t i = 0; i < p->count; i++) {
		const char *tag = p->list[i].language;
		size_t words = 0;

		if (tag == NULL)
			tag = language;
		for (size_t k = 0; k < p->count; k++)
			if (is_same(p->list[k].language, tag) ||
			    (p->list[k].language == NULL && is_same(tag,
			    language)))
				words += p->list[k].words;
		if (words > most || (words == most && is_same(tag, language))) {
			most = words;
			own = tag;
		}
	}
	return own;
}

/* Whether what is on both sides of part `i` is of one language. */
static bool
is_between(const struct parts *p, size_t i)
{
	return i > 0 && i + 1 < p->count &&
	    p->list[i - 1].field == p->list[i].field &&
	    p->list[i + 1].field == p->list[i].field &&
	    is_same(p->list[i - 1].language, p->list[i + 1].language);
}

static void
settle(struct parts *p)
{
	size_t count = 0;

	for (size_t i = 0; i < p->count; i++)
		if (p->list[i].language == NULL)
			p->list[i].language = is_between(p, i) ?
			    p->list[i - 1].language : p->own;
	for (size_t i = 0; i < p->count; i++) {
		struct part *last = count == 0 ? NULL : &p->list[count - 1];

		if (last != NULL && last->field == p->list[i].field &&
		    is_same(last->language, p->list[i].language)) {
			last->stop = p->list[i].stop;
			last->words += p->list[i].words;
		} else {
			p->list[count++] = p->list[i];
		}
	}
	p->count = count;
}

static void
share_out(struct parts *p, const struct text field[SENTIMENT_FIELDS])
{
	for (size_t i = 0; i < p->count; i++) {
		struct part *part = &p->list[i];
		bool first = i == 0 || p->list[i - 1].field != part->field;
		bool last = i + 1 == p->count ||
		    p->list[i + 1].field != part->field;

		part->from = first ? 0 : part->start;
		part->to = last ? field[part->field].length :
		    p->list[i + 1].start;
	}
}

/* Lists what is in `language` and what is not; false where nothing is not. */
static bool
cut_against(struct parts *p, const struct lexicon_language *language,
	const struct text field[SENTIMENT_FIELDS], const struct parts_room *room)
{
	struct words *w = room->words;
	bool others = false;

	p->count = 0;
	for (int f = 0; f < SENTIMENT_FIELDS; f++) {
		if (field[f].length == 0)
			continue;
		words_open(w, field[f], language->way,
		    &room->lexicon->emoticons);
		words_remember(w, room->memory);
		while (words_next(w))
			for (size_t i = 0; i < w->sentences; i++) {
				const char *tag = judge(language, w,
				    &w->sentence[i]);

				others |= tag != NULL && !is_same(tag,
				    language->tag);
				add_sentence(p, (enum sentiment_field)f, tag,
				    w, &w->sentence[i]);
			}
	}
	return others;
}

bool
parts_cut(struct parts *p, const struct lexicon_language *language,
	const struct text field[SENTIMENT_FIELDS], const struct parts_room *room)
{
	const struct lexicon_language *own;

	if (!cut_against(p, language, field, room))
		return false;
	p->own = own_of(p, language->tag);
	own = lexicon_language(room->lexicon, p->own);
	if (own != NULL && own != language)
		cut_against(p, own, field, room);
	settle(p);
	share_out(p, field);
	return true;
}
