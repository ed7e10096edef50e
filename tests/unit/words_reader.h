/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plain reader of words that goes character by character: slow, and simple
 * enough to be right.
 */
#ifndef SAYSO_UNIT_WORDS_READER_H
#define SAYSO_UNIT_WORDS_READER_H

#include "unit.h"

#include <string.h>

#include "words.h"

static struct emoticons faces;

struct read_sentence {
	size_t count, exclaims;
	bool quiet;
	struct word word[WORDS_MAX];
};

struct reader {
	struct text text;
	size_t at;
	enum fold_way way;
	bool faces;
};

struct run {
	uint32_t last;
	unsigned length;
	bool over;
};

static inline struct character
look(const struct reader *r, size_t at)
{
	struct character c = {0};

	if (at < r->text.length)
		c.size = utf8_decode(r->text.bytes + at,
		    r->text.length - at, &c.c);
	c.entry = fold_entry(c.c);
	return c;
}

static inline char
byte_at(const struct reader *r, size_t at)
{
	return at < r->text.length ? r->text.bytes[at] : '\0';
}

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
letter_at(const struct reader *r, size_t at)
{
	uint16_t entry = look(r, at).entry;

	return at < r->text.length && (entry >= FOLD_LETTER ||
	    entry == FOLD_SELF);
}

static inline void
add_letter(struct word *word, struct run *run, uint32_t letter)
{
	char bytes[4];
	size_t size = utf8_encode(letter, bytes);

	run->length = letter == run->last ? run->length + 1 : 1;
	run->last = letter;
	if (run->length >= 3 && !(letter >= '0' && letter <= '9')) {
		if (run->length == 3)
			word->cut |= UINT64_C(1) << (word->length - size);
	} else if (word->length + 4 > WORD_MAX) {
		run->over = true;
		run->length = 1;
	} else {
		memcpy(word->key + word->length, bytes, size);
		word->length = (uint8_t)(word->length + size);
	}
}

static inline void
read_word(struct reader *r, struct word *word, bool *small)
{
	size_t letters = 0, capitals = 0;
	struct run run = {0};

	memset(word, 0, sizeof *word);
	word->start = word->end = r->at;
	for (;;) {
		struct character c = look(r, r->at);

		if (letter_at(r, r->at)) {
			uint32_t letter[FOLD_MAX];
			size_t count = fold_letters(c.entry, c.c, r->way,
			    letter);

			for (size_t i = 0; i < count; i++)
				add_letter(word, &run, letter[i]);
			letters++;
			capitals += (c.entry & FOLD_CAPITAL) != 0;
		} else if (c.entry == FOLD_APOSTROPHE && letters > 0 &&
		    letter_at(r, r->at + c.size)) {
			add_letter(word, &run, '\'');
		} else if (c.entry != FOLD_DROP || c.size == 0) {
			break;
		}
		r->at += c.size;
		if (c.entry != FOLD_DROP)
			word->end = r->at;
	}
	*small = capitals < letters;
	word->shouted = letters >= WORD_CAPITALS && capitals == letters;
	word->hash = word_hash(word->key, word->length);
	if (run.over)
		word->length = 0;
}

/* False where the word began a web address, which is gone over. */
static inline bool
take_word(struct reader *r, struct read_sentence *s, struct word *word,
	uint32_t clause)
{
	bool named = r->at > 0 && byte_at(r, r->at - 1) == '@', small;

	read_word(r, word, &small);
	if ((byte_at(r, r->at) == '.' && word->length == 2 &&
	    memcmp(word->key, "ww", 2) == 0) || (r->text.length - r->at >= 3 &&
	    memcmp(r->text.bytes + r->at, "://", 3) == 0 &&
	    word->length >= 4 && memcmp(word->key, "http", 4) == 0)) {
		while (r->at < r->text.length &&
		    (unsigned char)byte_at(r, r->at) > ' ')
			r->at++;
		return false;
	}
	if (named)
		word->length = 0;
	word->clause = clause;
	s->quiet |= small;
	return true;
}

static inline bool
take_sign(struct reader *r, struct word *word, uint32_t clause)
{
	struct character c = look(r, r->at);
	const struct emoticon *e = r->faces ?
	    emoticons_find(&faces, r->text, r->at) : NULL;

	if (e == NULL && c.entry != FOLD_EMOJI)
		return false;
	memset(word, 0, sizeof *word);
	word->clause = clause;
	word->start = r->at;
	r->at = word->end = r->at + (e != NULL ? e->length : c.size);
	word->length = (uint8_t)(word->end - word->start);
	memcpy(word->key, e != NULL ? e->bytes : r->text.bytes + word->start,
	    word->length);
	word->hash = word_hash(word->key, word->length);
	return true;
}

static inline bool
ends_sentence(const struct reader *r, const struct read_sentence *s)
{
	if (byte_at(r, r->at) != '.')
		return true;
	if (r->at > 0 && is_digit(byte_at(r, r->at - 1)) &&
	    is_digit(byte_at(r, r->at + 1)))
		return false;
	const struct word *last = &s->word[s->count - 1];
	return last->end != r->at || last->end - last->start > 1 ||
	    is_digit(byte_at(r, last->start));
}

static inline bool
pauses(const struct reader *r, struct character c)
{
	if (c.entry == FOLD_HYPHEN)
		return r->at + c.size >= r->text.length ||
		    (unsigned char)byte_at(r, r->at + c.size) <= ' ' ||
		    byte_at(r, r->at + c.size) == '-';
	return c.entry == FOLD_CLAUSE && !(c.c == ',' &&
	    is_digit(byte_at(r, r->at + 1)));
}

static inline bool
reference_next(struct reader *r, struct read_sentence *s)
{
	uint32_t clause = 0;

	s->count = s->exclaims = 0;
	s->quiet = false;
	while (s->count < WORDS_MAX && r->at < r->text.length) {
		struct character c = look(r, r->at);
		struct word *word = &s->word[s->count];
		bool mark = c.entry >= FOLD_STOP && c.entry <= FOLD_QUESTION;

		if (take_sign(r, word, clause)) {
			s->count++;
		} else if (letter_at(r, r->at)) {
			s->count += take_word(r, s, word, clause);
		} else if (mark && s->count > 0 && ends_sentence(r, s)) {
			for (; c.entry >= FOLD_STOP &&
			    c.entry <= FOLD_QUESTION; c = look(r, r->at)) {
				s->exclaims += c.entry == FOLD_EXCLAIM;
				r->at += c.size;
			}
			break;
		} else {
			clause += pauses(r, c);
			r->at += c.size;
		}
	}
	return s->count > 0;
}

#endif
