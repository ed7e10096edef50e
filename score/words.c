/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <string.h>

#include "utf8.h"

/* One character of the text and what it is. */
struct character {
	uint32_t c;
	uint16_t entry;
	size_t size;		/* bytes; 0 at the end of the text */
};

/* A word in the making. */
struct spelling {
	uint32_t last;		/* letter */
	unsigned run;		/* of equal letters */
	unsigned letters, capitals;
	uint64_t hash, piece[2]; /* of the key so far */
	bool over;		/* longer than WORD_MAX */
};

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

static inline struct character
character_at(struct text text, size_t at)
{
	struct character to = {0};

	if (at >= text.length)
		return to;
	unsigned char byte = (unsigned char)text.bytes[at];
	if (byte < 0x80) {
		to.c = byte;
		to.size = 1;
	} else {
		to.size = utf8_decode(text.bytes + at, text.length - at,
		    &to.c);
	}
	to.entry = fold_entry(to.c);
	return to;
}

static inline bool
is_letter(uint16_t entry)
{
	return entry >= FOLD_LETTER || entry == FOLD_SELF;
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

static inline uint64_t
hash_pieces(uint64_t hash, uint64_t first, uint64_t second)
{
	second *= 0x9E3779B97F4A7C15u;
	hash = ((hash ^ first) * 0xD6E8FEB86659FD93u) ^ second ^ second >> 32;
	return (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
}

uint64_t
word_hash(const char *key, size_t length)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < length; i += 16) {
		uint64_t piece[2] = {0, 0};

		for (size_t k = i; k < length && k < i + 16; k++)
			piece[k / 8 % 2] |= (uint64_t)(unsigned char)key[k]
			    << k % 8 * 8;
		hash = hash_pieces(hash, piece[0], piece[1]);
	}
	return hash;
}

/* The hash grows with the word: to read back what was written byte by byte
 * would wait for every byte. */
static inline void
word_push(struct word *to, struct spelling *s, char byte)
{
	size_t at = to->length++;

	to->key[at] = byte;
	s->piece[at / 8 % 2] |= (uint64_t)(unsigned char)byte << at % 8 * 8;
	if (at % 16 == 15) {
		s->hash = hash_pieces(s->hash, s->piece[0], s->piece[1]);
		s->piece[0] = s->piece[1] = 0;
	}
}

static inline void
word_add(struct word *to, struct spelling *s, uint32_t letter)
{
	bool digit = letter >= '0' && letter <= '9';

	s->run = letter == s->last ? s->run + 1 : 1;
	s->last = letter;
	if (s->run >= 3 && !digit) {
		if (s->run == 3) {
			size_t size = letter < 0x80 ? 1 :
			    letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
			to->cut |= UINT64_C(1) << (to->length - size);
		}
		return;
	}
	if (to->length + 4 > WORD_MAX) {
		s->over = true;
		s->run = 1;
		return;
	}
	if (letter < 0x80) {
		word_push(to, s, (char)letter);
		return;
	}
	char bytes[4];
	size_t count = utf8_encode(letter, bytes);
	for (size_t i = 0; i < count; i++)
		word_push(to, s, bytes[i]);
}

static inline void
word_add_character(struct word *to, struct spelling *s, enum fold_way way,
	struct character c)
{
	s->letters++;
	s->capitals += c.entry >> 15;
	if (way == 0 && !(c.entry & FOLD_SEVERAL)) {
		word_add(to, s, c.entry == FOLD_SELF ? c.c :
		    c.entry & FOLD_VALUE);
		return;
	}
	uint32_t letter[FOLD_MAX];
	size_t count = fold_letters(c.entry, c.c, way, letter);
	for (size_t i = 0; i < count; i++)
		word_add(to, s, letter[i]);
}

/* The common case of word_read(): plain letters until something else. */
static size_t
word_read_ascii(struct text text, size_t at, struct word *to,
	struct spelling *s)
{
	for (; at < text.length; at++) {
		unsigned char byte = (unsigned char)text.bytes[at];

		if (byte >= 0x80)
			break;
		uint16_t entry = fold_entry(byte);
		if (entry < FOLD_LETTER)
			break;
		uint32_t letter = entry & FOLD_VALUE;
		s->letters++;
		s->capitals += entry >> 15;
		if (letter == s->last || to->length + 4 > WORD_MAX) {
			word_add(to, s, letter);
		} else {
			word_push(to, s, (char)letter);
			s->last = letter;
			s->run = 1;
		}
		to->end = at + 1;
	}
	return at;
}

static void
word_finish(struct word *to, const struct spelling *s)
{
	to->hash = to->length % 16 == 0 ? s->hash :
	    hash_pieces(s->hash, s->piece[0], s->piece[1]);
	if (s->over)
		to->length = 0;
	memset(to->key + to->length, 0, WORD_PADDING);
	to->shouted = s->letters >= WORD_CAPITALS &&
	    s->capitals == s->letters;
}

/* Reads letters from `at` on; returns where they end. */
static size_t
word_read(struct text text, size_t at, enum fold_way way, struct word *to,
	bool *small)
{
	struct spelling s = {0};

	to->start = to->end = at;
	to->length = 0;
	to->cut = 0;
	for (;;) {
		at = word_read_ascii(text, at, to, &s);
		if (at < text.length && (text.bytes[at] == ' ' ||
		    text.bytes[at] == '.' || text.bytes[at] == ','))
			break;		/* what mostly ends a word */
		struct character c = character_at(text, at);

		if (is_letter(c.entry)) {
			word_add_character(to, &s, way, c);
		} else if (c.entry == FOLD_APOSTROPHE && s.letters > 0 &&
		    is_letter(character_at(text, at + c.size).entry)) {
			word_add(to, &s, '\'');
		} else if (c.entry != FOLD_DROP || c.size == 0) {
			break;
		}
		at += c.size;
		if (c.entry != FOLD_DROP)
			to->end = at;
	}
	word_finish(to, &s);
	*small = s.capitals < s.letters;
	return at;
}

bool
word_fold(struct text text, enum fold_way way, struct word *to)
{
	bool small;

	return word_read(text, 0, way, to, &small) == text.length &&
	    to->length > 0;
}

/* A word that is its own spelling: an emoji, an emoticon. */
static void
word_sign(struct word *to, size_t start, size_t size, const char *key,
	size_t length)
{
	to->start = start;
	to->end = start + size;
	to->cut = 0;
	to->shouted = false;
	to->length = (uint8_t)length;
	memcpy(to->key, key, length);
	memset(to->key + length, 0, WORD_PADDING);
	to->hash = word_hash(to->key, to->length);
}

/* Whether a web address begins with the word that ended at `at`. */
static bool
is_address(const struct word *word, struct text text, size_t at)
{
	if (at == text.length || (text.bytes[at] != ':' &&
	    text.bytes[at] != '.'))
		return false;
	if (text.bytes[at] == '.')	/* "www" was cut to two letters */
		return word->length == 2 && memcmp(word->key, "ww", 2) == 0;
	return text.length - at >= 3 &&
	    memcmp(text.bytes + at, "://", 3) == 0 &&
	    word->length >= 4 && memcmp(word->key, "http", 4) == 0;
}

static void
address_skip(struct words *w)
{
	while (!is_blank_at(w->text, w->at))
		w->at++;
}

static void
sentence_word(struct words *w, struct sentence *s, uint32_t clause)
{
	struct word *word = &s->word[s->count];
	bool named = w->at > 0 && w->text.bytes[w->at - 1] == '@', small;
	size_t at = word_read(w->text, w->at, w->way, word, &small);

	w->at = at;
	if (is_address(word, w->text, at)) {
		address_skip(w);
		return;
	}
	if (named)
		word->length = 0;
	word->clause = clause;
	s->cut |= word->cut != 0;
	s->quiet |= small;
	s->count++;
}

/* ---- plain words ---- */

/* Eight bytes as a number, the first the least. */
static inline uint64_t
piece_at(const unsigned char *at)
{
	uint64_t piece;

	memcpy(&piece, at, sizeof piece);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	piece = __builtin_bswap64(piece);
#endif
	return piece;
}

static inline void
piece_put(char *to, uint64_t piece)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	piece = __builtin_bswap64(piece);
#endif
	memcpy(to, &piece, sizeof piece);
}

/* Whether a word without small letters is written in WORD_CAPITALS or more. */
static bool
is_shouted(const unsigned char *lowered, size_t length)
{
	size_t letters = 0;

	for (size_t i = 0; i < length; i++)
		letters += lowered[i] != '\'';
	return letters >= WORD_CAPITALS;
}

/* What a word of `length` bytes keeps of its two pieces. */
static const uint64_t piece_mask[PLAIN_WORD + 1][2] = {
#define MASK(n) (UINT64_MAX >> (64 - 8 * (n)))
	{0, 0}, {MASK(1), 0}, {MASK(2), 0}, {MASK(3), 0}, {MASK(4), 0},
	{MASK(5), 0}, {MASK(6), 0}, {MASK(7), 0}, {MASK(8), 0},
	{MASK(8), MASK(1)}, {MASK(8), MASK(2)}, {MASK(8), MASK(3)},
	{MASK(8), MASK(4)}, {MASK(8), MASK(5)}, {MASK(8), MASK(6)},
	{MASK(8), MASK(7)}, {MASK(8), MASK(8)},
#undef MASK
};

/* The plain word at `from` of the window; true where it is in capitals. */
static inline bool
word_plain(const struct plain *p, size_t from, size_t length,
	struct word *to)
{
	const unsigned char *key = p->lowered + from;
	uint64_t first = piece_at(key) & piece_mask[length][0];
	uint64_t second = piece_at(key + 8) & piece_mask[length][1];
	bool capitals = plain_bits(p->small, from, length) == 0;

	to->start = p->base + from;
	to->end = to->start + length;
	to->hash = hash_pieces(0, first, second);
	to->cut = 0;
	to->length = (uint8_t)length;
	to->shouted = capitals && length >= WORD_CAPITALS &&
	    is_shouted(key, length);
	piece_put(to->key, first);
	piece_put(to->key + 8, second);
	piece_put(to->key + 16, 0);
	return capitals;
}

/* Takes the plain words from the current place on that have one blank between
 * them; false where there is none. */
static bool
sentence_plain(struct words *w, struct sentence *s, uint32_t clause)
{
	static const bool never[256];
	const bool *tail = w->emoticons == NULL ? never :
	    w->emoticons->behind_letter;
	struct plain *p = &w->plain;
	size_t first = s->count, from = w->at - p->base, end = from;
	bool quiet = s->quiet;	/* before the last word */

	while (s->count < WORDS_MAX && p->edge[p->at] == from) {
		const unsigned char *key = p->lowered + from;
		size_t length = p->edge[p->at + 1] - from;

		if (length > PLAIN_WORD || (tail[key[1]] &&
		    w->emoticons->first[key[0]] != 0) ||
		    plain_bits(p->odd, from, length) != 0)
			break;
		struct word *word = &s->word[s->count++];
		quiet = s->quiet;
		s->quiet |= !word_plain(p, from, length, word);
		word->clause = clause;
		end = from + length;
		from = end + (p->lowered[end] == ' ');
		p->at += 2;
	}
	if (s->count == first)
		return false;
	w->at = p->base + end;
	if (is_address(&s->word[s->count - 1], w->text, w->at)) {
		s->quiet = quiet;
		s->count--;
		address_skip(w);
	}
	struct word *word = &s->word[first];
	if (s->count > first && word->start > 0 &&
	    w->text.bytes[word->start - 1] == '@')
		word->length = 0;
	return true;
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
		    sentence_plain(w, s, clause))
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
