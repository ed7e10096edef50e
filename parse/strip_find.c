/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches, which are what a page without reviews costs: 16 bytes at a time
 * where the processor can. */
#include "strip.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static bool
is_marker(struct text t, size_t at)
{
	const char *p = t.bytes + at;
	size_t left = t.length - at;

	return (left >= 5 && (memcmp(p, "eview", 5) == 0 ||
	    memcmp(p, "EVIEW", 5) == 0)) ||
	    (left >= 15 && memcmp(p, "AggregateRating", 15) == 0);
}

#ifdef __SSE2__

/* The next place whose byte is `a` and whose byte `apart` behind it is `b`,
 * both with the bits of `fold` set; t.length if none. */
static size_t
find_pair(struct text t, size_t from, char a, char b, size_t apart, char fold)
{
	const __m128i first = _mm_set1_epi8(a), second = _mm_set1_epi8(b);
	const __m128i bits = _mm_set1_epi8(fold);
	const char *p = t.bytes + from;
	size_t left = t.length - from;

	for (; left >= 16 + apart; p += 16, left -= 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i y = _mm_loadu_si128((const __m128i *)(const void *)
		    (p + apart));
		int both = _mm_movemask_epi8(_mm_and_si128(
		    _mm_cmpeq_epi8(_mm_or_si128(x, bits), first),
		    _mm_cmpeq_epi8(_mm_or_si128(y, bits), second)));

		if (both != 0)
			return (size_t)(p - t.bytes) +
			    (size_t)__builtin_ctz((unsigned)both);
	}
	for (; left > apart; p++, left--)
		if ((char)(p[0] | fold) == a && (char)(p[apart] | fold) == b)
			return (size_t)(p - t.bytes);
	return t.length;
}

size_t
strip_find_marker(struct text t, size_t from)
{
	enum { FAR = 14 };	/* from the A to the g of AggregateRating */
	const __m128i e = _mm_set1_epi8('e'), w = _mm_set1_epi8('w');
	const __m128i a = _mm_set1_epi8('A'), g = _mm_set1_epi8('g');
	const __m128i bit = _mm_set1_epi8(0x20);

	for (; t.length - from >= 16 + FAR; from += 16) {
		const char *p = t.bytes + from;
		__m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
		__m128i y = _mm_loadu_si128((const __m128i *)(const void *)
		    (p + 4));
		__m128i z = _mm_loadu_si128((const __m128i *)(const void *)
		    (p + FAR));
		int any = _mm_movemask_epi8(_mm_or_si128(_mm_and_si128(
		    _mm_cmpeq_epi8(_mm_or_si128(x, bit), e),
		    _mm_cmpeq_epi8(_mm_or_si128(y, bit), w)),
		    _mm_and_si128(_mm_cmpeq_epi8(x, a),
		    _mm_cmpeq_epi8(z, g))));

		for (; any != 0; any &= any - 1) {
			size_t at = from + (size_t)__builtin_ctz(
			    (unsigned)any);

			if (is_marker(t, at))
				return at;
		}
	}
	while (from < t.length && !is_marker(t, from))
		from++;
	return from;
}

#else

size_t
strip_find_marker(struct text t, size_t from)
{
	while (from < t.length && !is_marker(t, from))
		from++;
	return from;
}

static size_t
find_pair(struct text t, size_t from, char a, char b, size_t apart, char fold)
{
	for (; from < t.length && t.length - from > apart; from++)
		if ((char)(t.bytes[from] | fold) == a &&
		    (char)(t.bytes[from + apart] | fold) == b)
			return from;
	return t.length;
}

#endif

size_t
strip_find(struct text page, size_t from, const char *needle, char rare)
{
	const size_t length = strlen(needle);
	const char *p;

	(void)rare;
	if (length == 1) {
		p = from < page.length ? memchr(page.bytes + from, needle[0],
		    page.length - from) : NULL;
		return p == NULL ? page.length : (size_t)(p - page.bytes);
	}
	for (; from < page.length; from++) {
		from = find_pair(page, from, needle[0], needle[length - 1],
		    length - 1, 0);
		if (from < page.length &&
		    memcmp(page.bytes + from, needle, length) == 0)
			return from;
	}
	return page.length;
}

size_t
strip_find_script(struct text page, size_t from)
{
	/* "<s" begins every <span>.  '<' has the bit set that capitals lack. */
	return from < page.length ? find_pair(page, from, '<', 'c', 2, 0x20) :
	    page.length;
}
