/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <string.h>

void
words_open(struct words *w, struct text text, enum fold_way way,
	const struct emoticons *emoticons)
{
	w->text = text.bytes == NULL ? text_of("") : text;
	w->at = 0;
	w->way = way;
	w->emoticons = emoticons;
	plain_init(&w->plain);
}

static bool
is_digit_at(struct text text, size_t at)
{
	return at < text.length && text.bytes[at] >= '0' &&
	    text.bytes[at] <= '9';
}

static bool
is_blank_at(struct text text, size_t at)
{
	return at >= text.length || (unsigned char)text.bytes[at] <= ' ';
}

/* Whether a web address begins with the word that ended at `at`. */
static bool
is_address(const struct word *word, struct text text, size_t at)
{
	if (text.bytes[at] == '.')	/* "www" was cut to two letters */
		return word->length == 2 && memcmp(word->key, "ww", 2) == 0;
	return text.length - at >= 3 &&
	    memcmp(text.bytes + at, "://", 3) == 0 &&
	    word->length >= 4 && memcmp(word->key, "http", 4) == 0;
}

bool
words_address(struct words *w, const struct word *word)
{
	if (w->at == w->text.length || (w->text.bytes[w->at] != ':' &&
	    w->text.bytes[w->at] != '.') ||
	    !is_address(word, w->text, w->at))
		return false;
	while (!is_blank_at(w->text, w->at))
		w->at++;
	return true;
}

static void
sentence_word(struct words *w, struct sentence *s, uint32_t clause)
{
	struct word *word = &s->word[s->count];
	bool named = w->at > 0 && w->text.bytes[w->at - 1] == '@', small;
	size_t at = word_read(w->text, w->at, w->way, word, &small);

	w->at = at;
	if (words_address(w, word))
		return;
	if (named)
		word->length = 0;
	word->clause = clause;
	s->cut |= word->cut != 0;
	s->quiet |= small;
	s->count++;
}

/* An emoticon or emoji at the current place; false where there is none. */
static bool
sentence_sign(struct words *w, struct sentence *s, uint32_t clause,
	struct character c)
{
	const struct emoticon *e = NULL;
	struct word *word = &s->word[s->count];

	if (w->emoticons != NULL &&
	    w->emoticons->first[(unsigned char)w->text.bytes[w->at]] != 0)
		e = emoticons_find(w->emoticons, w->text, w->at);
	if (e != NULL)
		word_sign(word, w->at, e->length, e->bytes, e->length);
	else if (c.entry == FOLD_EMOJI)
		word_sign(word, w->at, c.size, w->text.bytes + w->at, c.size);
	else
		return false;
	word->clause = clause;
	w->at = word->end;
	s->count++;
	return true;
}

/* Whether the stop at the current place ends a sentence. */
static bool
is_end(const struct words *w, const struct sentence *s, struct character c)
{
	if (c.c != '.')
		return true;
	if (w->at > 0 && is_digit_at(w->text, w->at - 1) &&
	    is_digit_at(w->text, w->at + 1))
		return false;
	if (s->count == 0)
		return true;
	const struct word *last = &s->word[s->count - 1];
	return last->end != w->at || last->end - last->start > 1 ||
	    is_digit_at(w->text, last->start);
}

static bool
is_pause(const struct words *w, struct character c)
{
	if (c.entry == FOLD_HYPHEN)
		return is_blank_at(w->text, w->at + c.size) ||
		    w->text.bytes[w->at + c.size] == '-';
	return c.entry == FOLD_CLAUSE &&
	    !(c.c == ',' && is_digit_at(w->text, w->at + 1));
}

/* Reads the marks that end a sentence. */
static void
sentence_end(struct words *w, struct sentence *s)
{
	for (;;) {
		struct character c = character_at(w->text, w->at);

		if (c.entry == FOLD_EXCLAIM)
			s->exclaims++;
		else if (c.entry != FOLD_STOP && c.entry != FOLD_QUESTION)
			return;
		w->at += c.size;
	}
}

bool
words_next(struct words *w, struct sentence *s)
{
	uint32_t clause = 0;

	s->count = 0;
	s->exclaims = 0;
	s->quiet = s->cut = false;
	while (s->count < WORDS_MAX && w->at < w->text.length) {
		if (w->text.bytes[w->at] == ' ') {
			w->at++;
			continue;
		}
		if (w->at >= w->plain.limit)
			plain_fill(&w->plain, w->text, w->at);
		if (plain_begins(&w->plain, w->at) &&
		    words_plain(w, s, clause))
			continue;
		struct character c = character_at(w->text, w->at);
		if (sentence_sign(w, s, clause, c))
			continue;
		if (is_letter(c.entry)) {
			sentence_word(w, s, clause);
			continue;
		}
		bool mark = c.entry >= FOLD_STOP && c.entry <= FOLD_QUESTION;
		if (mark && s->count > 0 && is_end(w, s, c)) {
			sentence_end(w, s);
			break;
		}
		clause += is_pause(w, c);
		w->at += c.size;
	}
	return s->count > 0;
}
