/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

/* A phrase whose telling word stands where it should. */
struct candidate {
	uint32_t hang;
	uint16_t at;		/* the first word of its pair */
};

enum { CANDIDATES = 256 };

static void
note_phrase(struct match *m, const struct words *w, struct candidate c)
{
	const struct index_hang *h = &m->index->hang[c.hang];
	size_t first = (size_t)c.at - h->place, last = first + h->words - 1u;

	if (first > c.at || last >= w->given ||
	    w->clause[first] != w->clause[last] ||
	    !index_is(m->index, c.hang, w, first) ||
	    (match_has(m->bits[first / 64].phrase, first) &&
	    m->phrase_words[first] >= h->words))
		return;
	m->phrase[first] = h->entry;
	m->phrase_words[first] = h->words;
	match_set(&m->bits[first / 64].phrase, first, true);
}

/* Adds those that hang on the pair whose first word is at `at`; returns how many
 * there are then.  Every place is written, as in ask_filters(). */
static size_t
add_candidates(struct match *m, const struct words *w, size_t at,
	const struct index_pair *pair, struct candidate to[CANDIDATES],
	size_t count)
{
	for (uint32_t i = 0; i < pair->hangs; i++) {
		const struct index_hang *h = &m->index->hang[pair->hang + i];
		size_t telling = (size_t)((ptrdiff_t)at + h->telling);
		bool inside = telling < w->given;

		to[count] = (struct candidate){pair->hang + i, (uint16_t)at};
		count += ((uint32_t)w->hash[inside ? telling : at] ==
		    h->print) & inside;
		if (count < CANDIDATES)
			continue;
		while (count > 0)
			note_phrase(m, w, to[--count]);
	}
	return count;
}

/* A pair that is listed. */
struct found_pair {
	const struct index_pair *pair;
	size_t at;		/* its first word */
};

/* All loads before the first branch that would wait for one. */
static size_t
find_pairs(const struct index *ix, const struct words *w,
	const struct match_passed *p, struct found_pair to[WORDS_ROOM])
{
	size_t count = 0;

	/* The first word has no word before it, but the filter was asked. */
	for (size_t i = p->pairs > 0 && p->pair[0] == 0xFFFF; i < p->pairs;
	    i++) {
		size_t at = p->pair[i];
		uint64_t hash = index_pair_hash(w->hash[at], w->hash[at + 1]);
		const struct index_pair *pair =
		    &ix->pair[places_of(&ix->pair_places, hash)];

		to[count] = (struct found_pair){pair, at};
		count += pair->hash == hash;
	}
	return count;
}

void
match_phrases(struct match *m, const struct words *w,
	const struct match_passed *p)
{
	struct found_pair found[WORDS_ROOM];
	struct candidate to[CANDIDATES];
	size_t pairs = find_pairs(m->index, w, p, found), count = 0;

	for (size_t i = 0; i < pairs; i++) {
		size_t at = found[i].at;

		if (found[i].pair->mention) {
			m->mention[at] = INDEX_BEGINS;
			match_set(&m->bits[at / 64].mention, at, true);
		}
		count = add_candidates(m, w, at, found[i].pair, to, count);
	}
	while (count > 0)
		note_phrase(m, w, to[--count]);
}

/* Lays a phrase over its words. */
static void
lay_phrase(struct match *m, size_t at, size_t end)
{
	m->entry[at] = m->phrase[at];
	m->words[at] = m->phrase_words[at];
	match_set(&m->bits[at / 64].unit, at, true);
	for (size_t i = at + 1; i < end; i++) {
		m->bits[i / 64].unit &= ~(UINT64_C(1) << i % 64);
		match_set(&m->bits[i / 64].inside, i, true);
	}
}

void
match_lay_phrases(struct match *m)
{
	size_t end = 0;

	for (size_t block = 0; block < m->blocks; block++)
		for (uint64_t bits = m->bits[block].phrase; bits != 0;
		    bits &= bits - 1) {
			size_t at = 64 * block + lowest_bit(bits);

			if (at < end)
				continue;
			end = at + m->phrase_words[at];
			lay_phrase(m, at, end);
		}
}
