/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain_reference.h"

#include <stdbool.h>
#include <string.h>

#include "html.h"
#include "plain.h"
#include "utf8.h"

enum { NAME_MAX_BYTES = 32 };

/* The windows-1252 characters that authors mean by &#128; to &#159;. */
static uint32_t
repair_reference(uint32_t c)
{
	static const uint16_t windows[32] = {
		0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
	};

	if (c >= 0x80 && c < 0xA0)
		return windows[c - 0x80];
	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return UTF8_REPLACEMENT;
	return c;
}

static size_t
numeric_reference(struct text t, size_t at, uint32_t *c)
{
	size_t i = at + 2, digits = 0;
	uint32_t value = 0;
	bool hex = i < t.length && (t.bytes[i] == 'x' || t.bytes[i] == 'X');

	for (i += hex; i < t.length; i++, digits++) {
		char d = t.bytes[i];
		uint32_t one = d >= '0' && d <= '9' ? (uint32_t)(d - '0') :
		    hex && d >= 'a' && d <= 'f' ? (uint32_t)(d - 'a' + 10) :
		    hex && d >= 'A' && d <= 'F' ? (uint32_t)(d - 'A' + 10) :
		    99;

		if (one == 99)
			break;
		if (value <= 0x10FFFF)
			value = value * (hex ? 16 : 10) + one;
	}
	if (digits == 0)
		return 0;
	*c = repair_reference(value);
	return i + (i < t.length && t.bytes[i] == ';');
}

size_t
plain_reference(struct text t, size_t at, uint32_t *c)
{
	struct text name;
	const char *end;
	size_t window;

	if (at + 1 >= t.length)
		return 0;
	if (t.bytes[at + 1] == '#')
		return numeric_reference(t, at, c);
	window = t.length - at - 1;
	end = memchr(t.bytes + at + 1, ';', window < NAME_MAX_BYTES ?
	    window : NAME_MAX_BYTES);
	if (end == NULL)
		return 0;
	name.bytes = t.bytes + at + 1;
	name.length = (size_t)(end - name.bytes);
	*c = text_is(name, "apos") ? '\'' : html_entity(name);
	return *c == 0 ? 0 : (size_t)(end - t.bytes) + 1;
}

int
plain_add_unescaped(struct buffer *to, struct text t)
{
	size_t i = 0;

	while (i < t.length) {
		const char *p = memchr(t.bytes + i, '&', t.length - i);
		size_t at = p ? (size_t)(p - t.bytes) : t.length, next;
		char bytes[4];
		uint32_t c;

		if (at > i && buffer_add(to, t.bytes + i, at - i) < 0)
			return -1;
		if (p == NULL)
			break;
		next = plain_reference(t, at, &c);
		if (next == 0 ? buffer_add_char(to, '&') < 0 :
		    buffer_add(to, bytes, utf8_encode(c, bytes)) < 0)
			return -1;
		i = next == 0 ? at + 1 : next;
	}
	return 0;
}
