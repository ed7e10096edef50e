/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jsonl.h"

#include <string.h>

#include "utf8.h"

int
jsonl_unit(const char *at, const char *end)
{
	int unit = 0, i, digit;

	if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
		return -1;
	for (i = 2; i < 6; i++) {
		digit = at[i] >= '0' && at[i] <= '9' ? at[i] - '0' :
		    (at[i] | 0x20) >= 'a' && (at[i] | 0x20) <= 'f' ?
		    (at[i] | 0x20) - 'a' + 10 : -1;
		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

struct text
jsonl_get(const struct jsonl_object *o, const char *name)
{
	size_t i, length = strlen(name);

	for (i = 0; i < o->count; i++)
		if (o->member[i].name.length == length &&
		    memcmp(o->member[i].name.bytes, name, length) == 0)
			return o->member[i].value;
	return (struct text){NULL, 0};
}

/* The character of the escape at *at, which goes behind it. */
static uint32_t
read_escape(const char **at, const char *end)
{
	static const char shorts[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
	int unit, low;
	size_t i;

	if ((unit = jsonl_unit(*at, end)) >= 0) {
		*at += 6;
		if (unit < 0xD800 || unit > 0xDFFF)
			return (uint32_t)unit;
		low = unit < 0xDC00 ? jsonl_unit(*at, end) : -1;
		if (low < 0xDC00 || low > 0xDFFF)
			return UTF8_REPLACEMENT;
		*at += 6;
		return 0x10000 + ((uint32_t)(unit & 0x3FF) << 10 |
		    (uint32_t)(low & 0x3FF));
	}
	for (i = 0; shorts[i] != '\0'; i += 2)
		if (end - *at >= 2 && (*at)[1] == shorts[i])
			break;
	*at += end - *at >= 2 ? 2 : 1;
	return shorts[i] == '\0' ? UTF8_REPLACEMENT :
	    (unsigned char)shorts[i + 1];
}

struct text
jsonl_string(struct text raw, struct arena *a)
{
	const char *at, *end, *slash;
	char *copy, *to;

	if (raw.length < 2 || raw.bytes[0] != '"')
		return (struct text){NULL, 0};
	at = raw.bytes + 1;
	end = raw.bytes + raw.length - 1;
	if ((slash = memchr(at, '\\', raw.length - 2)) == NULL)
		return (struct text){at, raw.length - 2};
	/* An escape is never shorter than the character it stands for. */
	if ((to = copy = arena_take(a, raw.length)) == NULL)
		return (struct text){NULL, 0};
	while (slash != NULL) {
		memcpy(to, at, (size_t)(slash - at));
		to += slash - at;
		at = slash;
		to += utf8_encode(read_escape(&at, end), to);
		slash = memchr(at, '\\', (size_t)(end - at));
	}
	memcpy(to, at, (size_t)(end - at));
	return (struct text){copy, (size_t)(to - copy) + (size_t)(end - at)};
}

bool
jsonl_integer(struct text raw, int64_t *to)
{
	bool negative = raw.length > 0 && raw.bytes[0] == '-';
	uint64_t limit = (uint64_t)INT64_MAX + negative, n = 0, digit;
	size_t i;

	if (raw.length == (size_t)negative)
		return false;
	for (i = negative; i < raw.length; i++) {
		if (raw.bytes[i] < '0' || raw.bytes[i] > '9')
			return false;
		digit = (uint64_t)(raw.bytes[i] - '0');
		if (n > (limit - digit) / 10)
			return false;
		n = n * 10 + digit;
	}
	*to = negative ? (int64_t)(0 - n) : (int64_t)n;
	return true;
}
