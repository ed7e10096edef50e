/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <string.h>

void
words_open(struct words *w, struct text text, enum fold_way way,
	const struct emoticons *emoticons)
{
	w->text = text.bytes == NULL ? text_of("") : text;
	if (w->text.length > WORDS_TEXT_MAX)
		w->text.length = WORDS_TEXT_MAX;
	w->way = way;
	w->at = w->count = w->sentences = w->given = w->bounds = 0;
	w->now = 0;
	w->flags = w->marks = 0;
	w->pauses = w->stops = false;
	w->memory = NULL;
	plain_init(&w->plain, emoticons);
}

void
words_remember(struct words *w, struct word_memory *memory)
{
	w->memory = memory;
}

/* ---- one character after the other ---- */

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

bool
words_is_address(const struct word *word, struct text text, size_t at)
{
	if (at == text.length)
		return false;
	if (text.bytes[at] == '.')	/* "www" was cut to two letters */
		return word->length == 2 && memcmp(word->key, "ww", 2) == 0;
	return text.length - at >= 3 &&
	    memcmp(text.bytes + at, "://", 3) == 0 &&
	    word->length >= 4 && memcmp(word->key, "http", 4) == 0;
}

void
words_set(struct words *w, size_t n, const struct word *word, uint8_t flag)
{
	if (word->cut != 0)
		flag |= WORD_CUT;
	if (word->cut != 0 || word->length > PLAIN_WORD) {
		w->rest[n].cut = word->cut;
		memcpy(w->rest[n].key, word->key, sizeof word->key);
	}
	w->hash[n] = word->length == 0 ? 0 : word->hash;
	w->key[n].piece[0] = word_piece(word->key);
	w->key[n].piece[1] = word_piece(word->key + 8);
	w->start[n] = (uint32_t)word->start;
	w->end[n] = (uint32_t)word->end;
	w->length[n] = word->length;
	w->flag[n] = flag;
	w->flags |= flag;
}

static void
put_word(struct words *w, const struct word *word, uint8_t flag)
{
	size_t n = w->count++;

	w->now = (uint16_t)(w->now + (w->pauses || w->stops));
	if (w->stops) {
		w->bound[w->bounds] = (uint16_t)n;
		w->bound_marks[w->bounds++] = w->marks;
	}
	w->pauses = w->stops = false;
	words_set(w, n, word, flag);
	w->clause[n] = w->now;
	w->ordinal[n] = (uint16_t)w->bounds;
}

static void
take_word(struct words *w)
{
	bool named = w->at > 0 && w->text.bytes[w->at - 1] == '@', small;
	struct word word;

	w->at = word_read(w->text, w->at, w->way, &word, &small);
	if (words_is_address(&word, w->text, w->at)) {
		while (!is_blank_at(w->text, w->at))
			w->at++;
		return;
	}
	if (named)
		word.length = 0;
	put_word(w, &word, (uint8_t)((small ? WORD_SMALL : 0) |
	    (word.shouted ? WORD_SHOUTED : 0)));
}

/* An emoticon or emoji at the current place; false where there is none. */
static bool
take_sign(struct words *w, struct character c)
{
	const struct emoticons *all = w->plain.emoticons;
	const struct emoticon *e = NULL;
	struct word word;

	if (all->first[(unsigned char)w->text.bytes[w->at]] != 0)
		e = emoticons_find(all, w->text, w->at);
	if (e != NULL)
		word_sign(&word, w->at, e->length, e->bytes, e->length);
	else if (c.entry == FOLD_EMOJI)
		word_sign(&word, w->at, c.size, w->text.bytes + w->at, c.size);
	else
		return false;
	w->at = word.end;
	put_word(w, &word, 0);
	return true;
}

/* Whether the mark `c` at a place behind the last word, which is in the same
 * sentence, ends that. */
static bool
is_end(const struct words *w, uint32_t c, size_t at)
{
	size_t start = w->start[w->count - 1], end = w->end[w->count - 1];

	if (c != '.')
		return true;
	if (at > 0 && is_digit_at(w->text, at - 1) &&
	    is_digit_at(w->text, at + 1))
		return false;
	return end != at || end - start > 1 || is_digit_at(w->text, start);
}

static bool
is_mark(uint16_t entry)
{
	return entry >= FOLD_STOP && entry <= FOLD_QUESTION;
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

/* The exclamation marks among the marks at *at, which goes behind them. */
static uint8_t
read_marks(struct text text, size_t *at)
{
	unsigned count = 0;

	for (;;) {
		struct character c = character_at(text, *at);

		if (!is_mark(c.entry))
			return (uint8_t)count;
		count += c.entry == FOLD_EXCLAIM && count < 100;
		*at += c.size;
	}
}

/* Whether the sentence at work has words and did not end. */
static bool
is_open(const struct words *w)
{
	return w->count > 0 && !w->stops;
}

/* Reads up to the next word that may be plain. */
static void
words_odd(struct words *w)
{
	while (w->at < w->text.length && w->count < WORDS_ROOM) {
		if (w->text.bytes[w->at] == ' ') {
			w->at++;
			continue;
		}
		if (w->at >= w->plain.limit)
			plain_fill(&w->plain, w->text, w->at);
		if (plain_begins(&w->plain, w->at))
			return;
		struct character c = character_at(w->text, w->at);
		if (take_sign(w, c))
			continue;
		if (is_letter(c.entry)) {
			take_word(w);
		} else if (is_mark(c.entry) && is_open(w) &&
		    is_end(w, c.c, w->at)) {
			w->marks = read_marks(w->text, &w->at);
			w->behind = w->at;
			w->stops = true;
		} else {
			w->pauses |= is_pause(w, c);
			w->at += c.size;
		}
	}
}

/* ---- sentences ---- */

/* The exclamation marks behind plain word `last`, where a sentence ends before
 * the next plain word. */
static uint8_t
marks_behind(const struct words *w, size_t last)
{
	size_t at = w->end[last];

	if (at - w->start[last] > 1 && at + 1 < w->text.length &&
	    memcmp(w->text.bytes + at, ". ", 2) == 0)
		return 0;
	bool single = at - w->start[last] == 1 &&
	    !is_digit_at(w->text, w->start[last]);

	for (; at < w->text.length; at++) {
		uint16_t entry = fold_entry((unsigned char)w->text.bytes[at]);

		if (!is_mark(entry) || (w->text.bytes[at] == '.' &&
		    ((single && at == w->end[last]) ||
		    (at > 0 && is_digit_at(w->text, at - 1) &&
		    is_digit_at(w->text, at + 1)))))
			continue;
		return read_marks(w->text, &at);
	}
	return 0;
}

/* Adds the words first .. end - 1 as one sentence, or as several where they are
 * too many; returns the first word that is left. */
static size_t
add_sentence(struct words *w, size_t first, size_t end, bool whole,
	uint8_t marks)
{
	for (; end - first >= WORDS_MAX; first += WORDS_MAX) {
		w->sentence[w->sentences++] = (struct sentence){
			.first = (uint16_t)first,
			.end = (uint16_t)(first + WORDS_MAX),
		};
		for (size_t i = first + WORDS_MAX; i < w->count; i++)
			w->clause[i]++;
		w->now++;
	}
	if (!whole || first == end)
		return first;
	w->sentence[w->sentences++] = (struct sentence){
		.first = (uint16_t)first,
		.end = (uint16_t)end,
		.exclaims = marks,
	};
	w->exclaims |= marks > 0;
	return end;
}

/* Anew, where a sentence was too long. */
static void
number_sentences(struct words *w)
{
	for (size_t i = 0; i < w->sentences; i++)
		for (size_t k = w->sentence[i].first; k < w->sentence[i].end;
		    k++)
			w->ordinal[k] = (uint16_t)i;
}

static void
list_sentences(struct words *w)
{
	bool ended = w->at >= w->text.length;
	uint16_t before = w->now;
	size_t first = 0;

	w->sentences = 0;
	w->exclaims = false;
	for (size_t i = 0; i < w->bounds; i++) {
		size_t end = w->bound[i];
		uint8_t marks = w->bound_marks[i];

		if (marks == WORDS_MARKS_UNKNOWN)
			marks = end == first ? 0 : marks_behind(w, end - 1);
		first = add_sentence(w, first, end, true, marks);
	}
	w->given = add_sentence(w, first, w->count, ended,
	    ended && w->stops ? w->marks : 0);
	if (ended && !w->stops)
		w->behind = w->text.length;
	if (w->now != before)
		number_sentences(w);
}

/* Lets go of the sentences that were given. */
static void
keep_rest(struct words *w)
{
	size_t from = w->given, count = w->count - from;

	w->flags = 0;
	for (size_t i = 0; i < count; i++) {
		w->hash[i] = w->hash[from + i];
		w->key[i] = w->key[from + i];
		w->start[i] = w->start[from + i];
		w->end[i] = w->end[from + i];
		w->clause[i] = w->clause[from + i];
		w->ordinal[i] = 0;
		w->length[i] = w->length[from + i];
		w->flag[i] = w->flag[from + i];
		w->flags |= w->flag[i];
		if (w->flag[i] & WORD_CUT || w->length[i] > PLAIN_WORD)
			w->rest[i] = w->rest[from + i];
	}
	w->count = count;
	w->bounds = w->given = 0;
}

bool
words_next(struct words *w)
{
	keep_rest(w);
	while (w->count < WORDS_ROOM && w->at < w->text.length) {
		words_odd(w);
		if (w->count < WORDS_ROOM && w->at < w->text.length)
			words_plain(w);
	}
	list_sentences(w);
	return w->sentences > 0;
}

/* ---- one word ---- */

const char *
words_key(const struct words *w, size_t i,
	char room[PLAIN_WORD + WORD_PADDING])
{
	if (w->length[i] > PLAIN_WORD)
		return w->rest[i].key;
	word_put_piece(room, w->key[i].piece[0]);
	word_put_piece(room + 8, w->key[i].piece[1]);
	memset(room + PLAIN_WORD, 0, WORD_PADDING);
	return room;
}

void
words_get(const struct words *w, size_t i, struct word *to)
{
	char room[PLAIN_WORD + WORD_PADDING];

	memset(to, 0, sizeof *to);
	to->start = w->start[i];
	to->end = w->end[i];
	to->hash = w->hash[i];
	to->length = w->length[i];
	to->clause = w->clause[i];
	to->cut = w->flag[i] & WORD_CUT ? w->rest[i].cut : 0;
	to->shouted = (w->flag[i] & WORD_SHOUTED) != 0;
	memcpy(to->key, words_key(w, i, room), to->length);
}
