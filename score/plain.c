/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void
plain_init(struct plain *p, const struct emoticons *e)
{
	static const struct emoticons none = {.behind_letter = {['w'] = true}};

	p->emoticons = e == NULL ? &none : e;
	p->base = p->limit = p->at = 0;
	p->begin[0] = PLAIN_END;
}

/* ---- bytes ---- */

void
plain_block_portable(const unsigned char *from, unsigned char *lowered,
	struct plain_bytes *b)
{
	*b = (struct plain_bytes){0};
	for (int i = 0; i < PLAIN_BLOCK; i++) {
		unsigned char c = from[i];
		uint64_t bit = UINT64_C(1) << i;
		bool capital = c >= 'A' && c <= 'Z';

		lowered[i] = capital ? c | 0x20 : c;
		b->capital |= capital ? bit : 0;
		b->letter |= capital || (c >= 'a' && c <= 'z') ? bit : 0;
		b->digit |= c >= '0' && c <= '9' ? bit : 0;
		b->high |= c >= 0x80 || c == '`' ? bit : 0;
		b->quote |= c == '\'' ? bit : 0;
		b->space |= c == ' ' ? bit : 0;
		b->comma |= c == ',' ? bit : 0;
		b->dot |= c == '.' ? bit : 0;
		b->mark |= c == '!' || c == '?' || c == '\n' ? bit : 0;
		b->colon |= c == ':' || c == ';' ? bit : 0;
		b->bracket |= c == '(' || c == ')' ? bit : 0;
		b->hyphen |= c == '-' ? bit : 0;
	}
}

uint64_t
plain_runs_portable(const unsigned char *at)
{
	uint64_t runs = 0;

	for (int i = 0; i < PLAIN_BLOCK; i++)
		runs |= at[i] == at[i + 1] && at[i] == at[i + 2] ?
		    UINT64_C(1) << i : 0;
	return runs;
}

#ifdef __SSE2__

/* The bytes from `last - count + 1` to `last`: the addition carries exactly
 * them to the top of the signed bytes. */
static inline __m128i
in_range(__m128i v, char last, char count)
{
	return _mm_cmpgt_epi8(_mm_add_epi8(v, _mm_set1_epi8(
	    (char)(127 - last))), _mm_set1_epi8((char)(127 - count)));
}

static inline uint64_t
bits_of(__m128i v)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v);
}

static inline __m128i
is_byte(__m128i v, char c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

__attribute__((always_inline)) static inline void
quarter_block(const unsigned char *from, unsigned char *lowered,
	struct plain_bytes *b, int i)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(from + i));
	__m128i capital = in_range(v, 'Z', 26);
	__m128i low = _mm_or_si128(v, _mm_and_si128(capital,
	    _mm_set1_epi8(0x20)));
	__m128i mark = _mm_or_si128(_mm_or_si128(is_byte(v, '!'),
	    is_byte(v, '?')), is_byte(v, '\n'));

	_mm_storeu_si128((__m128i *)(lowered + i), low);
	b->capital |= bits_of(capital) << i;
	b->letter |= bits_of(in_range(low, 'z', 26)) << i;
	b->digit |= bits_of(in_range(v, '9', 10)) << i;
	b->high |= bits_of(_mm_or_si128(v, is_byte(v, '`'))) << i;
	b->quote |= bits_of(is_byte(v, '\'')) << i;
	b->space |= bits_of(is_byte(v, ' ')) << i;
	b->comma |= bits_of(is_byte(v, ',')) << i;
	b->dot |= bits_of(is_byte(v, '.')) << i;
	b->mark |= bits_of(mark) << i;
	b->colon |= bits_of(in_range(v, ';', 2)) << i;
	b->bracket |= bits_of(in_range(v, ')', 2)) << i;
	b->hyphen |= bits_of(is_byte(v, '-')) << i;
}

void
plain_block(const unsigned char *from, unsigned char *lowered,
	struct plain_bytes *b)
{
	struct plain_bytes all = {0};

	quarter_block(from, lowered, &all, 0);
	quarter_block(from, lowered, &all, 16);
	quarter_block(from, lowered, &all, 32);
	quarter_block(from, lowered, &all, 48);
	*b = all;
}

uint64_t
plain_runs(const unsigned char *at)
{
	uint64_t runs = 0;

	for (int i = 0; i < PLAIN_BLOCK; i += 16, at += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)at);
		__m128i second = _mm_loadu_si128((const __m128i *)(at + 1));
		__m128i third = _mm_loadu_si128((const __m128i *)(at + 2));

		runs |= bits_of(_mm_and_si128(_mm_cmpeq_epi8(v, second),
		    _mm_cmpeq_epi8(v, third))) << i;
	}
	return runs;
}

#else

void
plain_block(const unsigned char *from, unsigned char *lowered,
	struct plain_bytes *b)
{
	plain_block_portable(from, lowered, b);
}

uint64_t
plain_runs(const unsigned char *at)
{
	return plain_runs_portable(at);
}

#endif

/* ---- signs ---- */

/* What the rare signs of a block are. */
struct signs {
	uint64_t pause, stop, face;
	uint64_t before, behind;	/* make the word before or behind odd */
};

static inline bool
is_first(const struct plain *p, unsigned char c)
{
	return p->emoticons->first[c] != 0;
}

/* The signs that the bytes of the block do not name; `at` is lowered. */
static void
look_at_sign(const struct plain *p, const unsigned char *at, uint64_t bit,
	struct signs *s)
{
	if (is_first(p, at[0]) && p->emoticons->second[at[1]])
		s->face |= bit;
	switch (at[0]) {
	case '-':
		s->pause |= at[1] <= ' ' || at[1] == '-' ? bit : 0;
		break;
	case ':':
		s->before |= at[1] == '/' && at[2] == '/' ? bit : 0;
		s->pause |= bit;
		break;
	case ';': case '(': case ')': case '[': case ']': case '{': case '|':
	case '}':
		s->pause |= bit;
		break;
	case '@':
		s->behind |= bit;
		break;
	case '\v': case '\f':
		s->stop |= bit;
		break;
	default:
		break;
	}
}

/* The signs that have to be looked at: not those of ordinary text that no
 * emoticon can begin with. */
static inline uint64_t
rare_signs(const struct plain *p, const struct plain_bytes *b,
	const struct plain_bytes *n, uint64_t word)
{
	uint64_t space = b->space >> 1 | n->space << 63;
	uint64_t letter = (b->letter | b->digit) >> 1 |
	    (n->letter | n->digit) << 63;
	uint64_t usual = 0;

	if (!p->emoticons->joined_first)
		usual = ((b->colon | b->bracket | b->hyphen) & space) |
		    ((b->bracket | b->hyphen) & letter);
	if (!p->emoticons->common_first)
		usual |= b->comma | b->dot | b->mark | b->quote;
	return ~(word | b->space | usual);
}

/* ---- words ---- */

static inline size_t
count_of(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555u;
	bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
	bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
	return (size_t)(bits * 0x0101010101010101u >> 56);
}

static inline uint64_t
write_place(uint16_t *to, uint64_t bits, size_t base)
{
	*to = (uint16_t)(base + lowest_bit(bits | UINT64_C(1) << 63));
	return bits & (bits - 1);
}

static inline uint64_t
write_four(uint16_t *to, uint64_t bits, size_t base)
{
	bits = write_place(to, bits, base);
	bits = write_place(to + 1, bits, base);
	bits = write_place(to + 2, bits, base);
	return write_place(to + 3, bits, base);
}

/* Writes the places of the bits; returns behind the last.  Sixteen at a time
 * and more than there are: to stop at the last one would be guessed wrong by
 * the processor at every block. */
static inline uint16_t *
write_places(uint16_t *to, uint64_t bits, size_t base)
{
	uint16_t *end = to + count_of(bits);

	for (; to < end; to += 16) {
		bits = write_four(to, bits, base);
		bits = write_four(to + 4, bits, base);
		bits = write_four(to + 8, bits, base);
		bits = write_four(to + 12, bits, base);
	}
	return end;
}

/* Lets go of a word that may go on behind the window, and of a gap that does
 * so: only its first words are known. */
static void
cut_window(struct plain *p, uint16_t *end)
{
	p->limit = p->base + PLAIN_WINDOW;
	if (end > p->begin && p->word[PLAIN_BLOCKS - 1] >> 63 != 0) {
		end--;
		if (*end > 0)
			p->limit = p->base + *end;
	}
	*end = PLAIN_END;
}

/* Reads the blocks and one behind them; returns how many, the last of them not
 * full. */
static size_t
read_blocks(struct plain *p, const char *from, size_t size,
	struct plain_bytes *b)
{
	unsigned char last[PLAIN_BLOCK];
	size_t full = size / PLAIN_BLOCK;
	unsigned char *lowered = p->lowered;

	if (full > PLAIN_BLOCKS)
		full = PLAIN_BLOCKS;
	for (size_t i = 0; i < full; i++, lowered += PLAIN_BLOCK)
		plain_block((const unsigned char *)from + i * PLAIN_BLOCK,
		    lowered, &b[i]);
	size -= full * PLAIN_BLOCK;
	memset(last, ' ', sizeof last);	/* no signs to be looked at */
	if (size > 0)
		memcpy(last, from + full * PLAIN_BLOCK,
		    size < PLAIN_BLOCK ? size : PLAIN_BLOCK);
	plain_block(last, lowered, &b[full]);
	memset(lowered + PLAIN_BLOCK, 0, PLAIN_BLOCK);
	return full + (full < PLAIN_BLOCKS);
}

static inline uint64_t
solid_of(const struct plain_bytes *b)
{
	return b->letter | b->digit | b->high;
}

/* What goes from a block to the next. */
struct carry {
	uint64_t solid, word, digit, single;	/* of the last byte */
	uint64_t behind;			/* '@' */
	uint64_t pause, stop, face;		/* in the gap so far */
};

/* Adds the marks of gaps to them: the carries come out at words. */
static inline uint64_t
at_words(uint64_t marks, uint64_t word, uint64_t *carry)
{
	uint64_t gap = ~word, sum = gap + marks;
	uint64_t over = sum < marks;

	sum += *carry;
	*carry = over | (sum < *carry);
	return sum & word;
}

static inline void
block_masks(struct plain *p, size_t i, const struct plain_bytes *b,
	struct carry *c)
{
	const struct plain_bytes *n = b + 1;
	const unsigned char *lowered = p->lowered + i * PLAIN_BLOCK;
	uint64_t solid = solid_of(b), next = solid_of(n);
	uint64_t word = solid | (b->quote & (solid << 1 | c->solid) &
	    (solid >> 1 | next << 63));
	uint64_t single = word & ~(word << 1 | c->word) & b->letter;
	uint64_t digits = b->digit >> 1 | n->digit << 63;
	uint64_t ending = b->mark | (b->dot & ~(single << 1 | c->single) &
	    ~((b->digit << 1 | c->digit) & digits));
	struct signs s = {.stop = ending,
	    .pause = (b->comma & ~digits) | b->colon | b->bracket |
	    (b->hyphen & (b->space >> 1 | n->space << 63))};
	uint64_t rare = rare_signs(p, b, n, word);

	for (; rare != 0; rare &= rare - 1)
		look_at_sign(p, lowered + lowest_bit(rare),
		    rare & ~(rare - 1), &s);
	p->word[i] = word;
	p->small[i] = (b->letter & ~b->capital) | b->digit;
	p->stop[i] = at_words(s.stop, word, &c->stop);
	p->pause[i] = at_words(s.pause, word, &c->pause) | p->stop[i];
	p->strange[i] = (b->letter & plain_runs(lowered)) | s.before >> 1 |
	    s.behind << 1 | c->behind | at_words(s.face, word, &c->face);
	p->odd[i] = b->high | p->strange[i];
	if (i > 0) {
		p->strange[i - 1] |= s.before << 63;
		p->odd[i - 1] |= s.before << 63;
	}
	c->solid = solid >> 63;
	c->word = word >> 63;
	c->digit = b->digit >> 63;
	c->single = single >> 63;
	c->behind = s.behind >> 63;
}

void
plain_fill(struct plain *p, struct text text, size_t at)
{
	struct plain_bytes bytes[PLAIN_BLOCKS + 2];
	size_t size = text.length - at;
	bool more = size > PLAIN_WINDOW;
	size_t blocks = read_blocks(p, text.bytes + at, size, bytes);
	struct carry c = {0};
	uint16_t *end = p->begin;

	if (!more)
		bytes[blocks].letter = bytes[blocks].digit =
		    bytes[blocks].high = bytes[blocks].space = 0;
	p->base = at;
	p->limit = text.length;
	p->at = 0;
	for (size_t i = 0; i < blocks; i++) {
		uint64_t before = c.word;

		block_masks(p, i, &bytes[i], &c);
		end = write_places(end, p->word[i] &
		    ~(p->word[i] << 1 | before), i * PLAIN_BLOCK);
	}
	p->word[blocks] = p->small[blocks] = 0;
	p->odd[blocks] = p->strange[blocks] = 0;
	p->pause[blocks] = p->stop[blocks] = 0;
	if (more)
		cut_window(p, end);
	else
		*end = PLAIN_END;
}
