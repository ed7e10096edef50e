/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "utf8.h"

#include <stdbool.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The length of the valid character at `b`, or 0. */
static size_t
character_length(const unsigned char *b, size_t length)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t need, i;

	if (b[0] < 0x80)
		return 1;
	if (b[0] < 0xC2 || b[0] > 0xF4)
		return 0;
	need = b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
	if (length < need)
		return 0;
	/* RFC 3629 table: the second byte is narrower behind these. */
	switch (b[0]) {
	case 0xE0: low = 0xA0; break;
	case 0xED: high = 0x9F; break;
	case 0xF0: low = 0x90; break;
	case 0xF4: high = 0x8F; break;
	}
	if (b[1] < low || b[1] > high)
		return 0;
	for (i = 2; i < need; i++)
		if ((b[i] & 0xC0) != 0x80)
			return 0;
	return need;
}

/* The offset of the first byte from `at` on that is no ASCII, or of one that
 * is a few bytes before it. */
static size_t
skip_ascii(const unsigned char *b, size_t at, size_t length)
{
	uint64_t eight;

#ifdef __SSE2__
	for (; length - at >= 64; at += 64) {
		const __m128i *p = (const __m128i *)(const void *)(b + at);
		__m128i four = _mm_or_si128(
		    _mm_or_si128(_mm_loadu_si128(p), _mm_loadu_si128(p + 1)),
		    _mm_or_si128(_mm_loadu_si128(p + 2),
		    _mm_loadu_si128(p + 3)));

		if (_mm_movemask_epi8(four) != 0)
			break;
	}
#endif
	for (; length - at >= 8; at += 8) {
		memcpy(&eight, b + at, 8);
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	return at;
}

size_t
utf8_valid(const char *bytes, size_t length)
{
	const unsigned char *b = (const unsigned char *)bytes;
	size_t at = 0, step;

	while (at < length) {
		/* ASCII is most of most texts. */
		if (b[at] < 0x80)
			at = skip_ascii(b, at, length);
		if (at == length)
			break;
		step = character_length(b + at, length - at);
		if (step == 0)
			return at;
		at += step;
	}
	return length;
}

size_t
utf8_decode(const char *bytes, size_t length, uint32_t *c)
{
	const unsigned char *b = (const unsigned char *)bytes;
	size_t n = character_length(b, length);

	switch (n) {
	case 1:
		*c = b[0];
		return 1;
	case 2:
		*c = (uint32_t)((b[0] & 0x1F) << 6 | (b[1] & 0x3F));
		return 2;
	case 3:
		*c = (uint32_t)((b[0] & 0x0F) << 12 | (b[1] & 0x3F) << 6 |
		    (b[2] & 0x3F));
		return 3;
	case 4:
		*c = (uint32_t)((b[0] & 0x07) << 18 | (b[1] & 0x3F) << 12 |
		    (b[2] & 0x3F) << 6 | (b[3] & 0x3F));
		return 4;
	}
	*c = UTF8_REPLACEMENT;
	return 1;
}

size_t
utf8_encode(uint32_t c, char *to)
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = UTF8_REPLACEMENT;
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		to[0] = (char)(0xC0 | c >> 6);
		to[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		to[0] = (char)(0xE0 | c >> 12);
		to[1] = (char)(0x80 | (c >> 6 & 0x3F));
		to[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	to[0] = (char)(0xF0 | c >> 18);
	to[1] = (char)(0x80 | (c >> 12 & 0x3F));
	to[2] = (char)(0x80 | (c >> 6 & 0x3F));
	to[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

int
utf8_repair(struct buffer *to, const char *bytes, size_t length)
{
	size_t at = 0, good;
	bool in_bad = false;

	while (at < length) {
		good = utf8_valid(bytes + at, length - at);
		if (good > 0) {
			if (buffer_add(to, bytes + at, good) < 0)
				return -1;
			at += good;
			in_bad = false;
			continue;
		}
		/* One mark per run of bad bytes: a damaged page stays
		 * readable and cannot grow threefold. */
		if (!in_bad && buffer_add(to, "\xEF\xBF\xBD", 3) < 0)
			return -1;
		in_bad = true;
		at++;
	}
	return 0;
}
