/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void
plain_init(struct plain *p)
{
	p->base = p->limit = p->at = 0;
	p->edge[0] = PLAIN_END;
}

void
plain_block_portable(const unsigned char *from, unsigned char *lowered,
	struct plain_masks *m)
{
	*m = (struct plain_masks){0};
	for (int i = 0; i < PLAIN_BLOCK; i++) {
		unsigned char c = from[i];
		uint64_t bit = UINT64_C(1) << i;
		bool capital = c >= 'A' && c <= 'Z';

		lowered[i] = capital ? c | 0x20 : c;
		m->capital |= capital ? bit : 0;
		m->letter |= capital || (c >= 'a' && c <= 'z') ? bit : 0;
		m->digit |= c >= '0' && c <= '9' ? bit : 0;
		m->high |= c >= 0x80 ? bit : 0;
		m->quote |= c == '\'' ? bit : 0;
		m->tick |= c == '`' ? bit : 0;
	}
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

void
plain_block(const unsigned char *from, unsigned char *lowered,
	struct plain_masks *m)
{
	*m = (struct plain_masks){0};
	for (int i = 0; i < PLAIN_BLOCK; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(from + i));
		__m128i capital = in_range(v, 'Z', 26);
		__m128i low = _mm_or_si128(v, _mm_and_si128(capital,
		    _mm_set1_epi8(0x20)));

		_mm_storeu_si128((__m128i *)(lowered + i), low);
		m->capital |= bits_of(capital) << i;
		m->letter |= bits_of(in_range(low, 'z', 26)) << i;
		m->digit |= bits_of(in_range(v, '9', 10)) << i;
		m->high |= bits_of(v) << i;
		m->quote |= bits_of(_mm_cmpeq_epi8(v,
		    _mm_set1_epi8('\''))) << i;
		m->tick |= bits_of(_mm_cmpeq_epi8(v,
		    _mm_set1_epi8('`'))) << i;
	}
}

/* The places where three equal bytes begin; reads two bytes behind. */
static uint64_t
runs_of(const unsigned char *at)
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
	struct plain_masks *m)
{
	plain_block_portable(from, lowered, m);
}

static uint64_t
runs_of(const unsigned char *at)
{
	uint64_t runs = 0;

	for (int i = 0; i < PLAIN_BLOCK; i++)
		runs |= at[i] == at[i + 1] && at[i] == at[i + 2] ?
		    UINT64_C(1) << i : 0;
	return runs;
}

#endif

static inline size_t
count_of(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555u;
	bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
	bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
	return (size_t)(bits * 0x0101010101010101u >> 56);
}

/* Writes the places of the bits; returns behind the last.  A dozen at a time
 * and more than there are: to stop at the last one would be guessed wrong by
 * the processor at every block. */
static uint16_t *
write_edges(uint16_t *to, uint64_t bits, size_t base)
{
	uint16_t *end = to + count_of(bits);

	while (to < end)
		for (int i = 0; i < 12; i++) {
			*to++ = (uint16_t)(base +
			    lowest_bit(bits | UINT64_C(1) << 63));
			bits &= bits - 1;
		}
	return end;
}

/* Lets go of a word that may go on behind the window. */
static void
cut_window(struct plain *p, uint16_t *end)
{
	p->limit = p->base + PLAIN_WINDOW;
	if (end > p->edge && end[-1] >= PLAIN_WINDOW - 1) {
		end -= 2;
		if (*end > 0)
			p->limit = p->base + *end;
	}
	*end = PLAIN_END;
}

/* Reads the blocks; returns how many, the last of them not full. */
static size_t
read_blocks(struct plain *p, const char *from, size_t size,
	struct plain_masks *m)
{
	unsigned char last[PLAIN_BLOCK] = {0};
	size_t full = size / PLAIN_BLOCK;
	unsigned char *lowered = p->lowered;

	for (size_t i = 0; i < full; i++, lowered += PLAIN_BLOCK)
		plain_block((const unsigned char *)from + i * PLAIN_BLOCK,
		    lowered, &m[i]);
	memcpy(last, from + full * PLAIN_BLOCK, size % PLAIN_BLOCK);
	plain_block(last, lowered, &m[full]);
	memset(lowered + PLAIN_BLOCK, 0, PLAIN_BLOCK);
	return full + 1;
}

void
plain_fill(struct plain *p, struct text text, size_t at)
{
	struct plain_masks masks[PLAIN_BLOCKS + 2];
	size_t size = text.length - at;
	bool more = size > PLAIN_WINDOW;
	size_t blocks = read_blocks(p, text.bytes + at,
	    more ? PLAIN_WINDOW : size, masks);
	uint64_t before = 0, ended = 0;
	uint16_t *end = p->edge;

	masks[blocks] = (struct plain_masks){0};
	p->base = at;
	p->limit = text.length;
	p->at = 0;
	for (size_t i = 0; i < blocks; i++) {
		const struct plain_masks *m = &masks[i], *n = m + 1;
		uint64_t solid = m->letter | m->digit | m->high;
		uint64_t next = n->letter | n->digit | n->high;
		uint64_t inner = (m->quote | m->tick) & (solid << 1 | before) &
		    (solid >> 1 | next << 63);
		uint64_t word = solid | inner;

		p->small[i] = (m->letter & ~m->capital) | m->digit;
		p->odd[i] = m->high | m->tick |
		    (m->letter & runs_of(p->lowered + i * PLAIN_BLOCK));
		end = write_edges(end, word ^ (word << 1 | ended),
		    i * PLAIN_BLOCK);
		before = solid >> 63;
		ended = word >> 63;
	}
	p->small[blocks] = p->odd[blocks] = 0;
	if (more)
		cut_window(p, end);
	else
		end[0] = end[1] = PLAIN_END;
}
