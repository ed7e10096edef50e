/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "jsonl.h"
#include "utf8.h"

/* What a byte means to the writer: 0 is copied. */
enum { PLAIN, ESCAPED, PERHAPS };

static int
byte_class(unsigned char b)
{
	if (b < 0x20 || b == '"' || b == '\\' || b == 0x7F)
		return ESCAPED;
	/* The first bytes of U+0080 to U+00BF, and of U+2028 and U+2029. */
	return b == 0xC2 || b == 0xE2 ? PERHAPS : PLAIN;
}

/* Some byte of the eight is below 0x20, is DEL, quote or backslash, or is not
 * ASCII.  Bytes are compared in place, so the order of bytes in the word does
 * not matter. */
static bool
word_is_busy(uint64_t w)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t highs = ones << 7;
	uint64_t quote = w ^ ones * '"', backslash = w ^ ones * '\\';

	return ((w | (w - ones * 0x20) | (w + ones) | (quote - ones) |
	    (backslash - ones)) & highs) != 0;
}

/* The length of the run at `at` that can be copied as it is. */
static size_t
plain_run(const char *at, const char *end, bool ascii)
{
	const char *from = at, *stop;
	uint64_t w;

	for (;;) {
		while (end - at >= 8) {
			memcpy(&w, at, 8);
			if (word_is_busy(w))
				break;
			at += 8;
		}
		/* Eight by hand before the next word is tried: in scripts
		 * other than Latin every word is busy. */
		stop = end - at > 8 ? at + 8 : end;
		while (at < stop && byte_class((unsigned char)*at) == PLAIN &&
		    !(ascii && (unsigned char)*at > 0x7E))
			at++;
		if (at < stop || at == end)
			return (size_t)(at - from);
	}
}

/* Copies fewer than eight bytes, some of them twice, and gives them as a word
 * that is busy where one of them is. */
static inline uint64_t
copy_few(char *to, const char *from, size_t length)
{
	uint32_t low, high;

	if (length >= 4) {
		memcpy(&low, from, 4);
		memcpy(&high, from + length - 4, 4);
		memcpy(to, &low, 4);
		memcpy(to + length - 4, &high, 4);
		return (uint64_t)high << 32 | low;
	}
	if (length == 0)
		return UINT64_C(0x2020202020202020);
	char first = from[0], middle = from[length / 2];
	char last = from[length - 1];
	to[0] = first;
	to[length / 2] = middle;
	to[length - 1] = last;
	return UINT64_C(0x2020202020000000) | (unsigned char)first |
	    (uint64_t)(unsigned char)middle << 8 |
	    (uint64_t)(unsigned char)last << 16;
}

char *
jsonl_put_plain(char *to, struct text value, bool ascii)
{
	size_t i, length = value.length;
	bool busy = false;
	uint64_t w;

	for (i = 0; i + 8 <= length; i += 8) {
		memcpy(&w, value.bytes + i, 8);
		memcpy(to + i, &w, 8);
		busy |= word_is_busy(w);
	}
	busy |= word_is_busy(copy_few(to + i, value.bytes + i, length - i));
	if (busy && plain_run(value.bytes, value.bytes + length, ascii) <
	    length)
		return NULL;
	return to + length;
}

static int
add_unit(struct buffer *to, uint32_t unit)
{
	static const char digits[] = "0123456789abcdef";
	char escape[6] = {'\\', 'u', digits[unit >> 12 & 15],
	    digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};

	return buffer_add(to, escape, sizeof(escape));
}

static int
add_escape(struct buffer *to, uint32_t c)
{
	static const char shorts[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	size_t i;

	for (i = 0; c != 0 && shorts[i] != '\0'; i += 2)
		if ((uint32_t)shorts[i] == c) {
			char escape[2] = {'\\', shorts[i + 1]};

			return buffer_add(to, escape, 2);
		}
	if (c < 0x10000)
		return add_unit(to, c);
	c -= 0x10000;
	add_unit(to, 0xD800 | c >> 10);
	return add_unit(to, 0xDC00 | (c & 0x3FF));
}

static bool
is_escaped(uint32_t c, bool ascii)
{
	return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0) ||
	    c == 0x2028 || c == 0x2029 || (ascii && c > 0x7E);
}

int
jsonl_add_string(struct buffer *to, struct text value, bool ascii)
{
	const char *at = value.bytes == NULL ? "" : value.bytes;
	const char *end = at + value.length;
	size_t length;
	uint32_t c;

	buffer_add_char(to, '"');
	while (at < end) {
		length = plain_run(at, end, ascii);
		buffer_add(to, at, length);
		at += length;
		if (at == end)
			break;
		length = utf8_decode(at, (size_t)(end - at), &c);
		if (is_escaped(c, ascii))
			add_escape(to, c);
		else
			buffer_add(to, at, length);
		at += length;
	}
	buffer_add_char(to, '"');
	return to->failed ? -1 : 0;
}

int
jsonl_add_name(struct buffer *to, const char *name)
{
	char last = to->length > 0 ? to->bytes[to->length - 1] : '{';

	if (last != '{' && last != '[')
		buffer_add_char(to, ',');
	buffer_add_char(to, '"');
	buffer_add_string(to, name);
	return buffer_add(to, "\":", 2);
}

int
jsonl_add_member(struct buffer *to, const char *name, struct text value)
{
	if (text_is_absent(value))
		return to->failed ? -1 : 0;
	jsonl_add_name(to, name);
	return jsonl_add_string(to, value, false);
}

int
jsonl_add_member_integer(struct buffer *to, const char *name, int64_t v)
{
	jsonl_add_name(to, name);
	return buffer_add_integer(to, v);
}

int
jsonl_add_ascii(struct buffer *to, struct text json)
{
	const char *at = json.bytes, *end = at + json.length, *from;
	uint32_t c;

	while (at < end) {
		from = at;
		while (at < end && (unsigned char)*at < 0x7F)
			at++;
		buffer_add(to, from, (size_t)(at - from));
		if (at == end)
			break;
		at += utf8_decode(at, (size_t)(end - at), &c);
		add_escape(to, c);
	}
	return to->failed ? -1 : 0;
}
