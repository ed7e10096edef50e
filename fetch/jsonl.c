/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jsonl.h"

#include <string.h>

#include "utf8.h"

struct scan {
	const char *at, *end;
	/* What is open around `at`: its lowest bit is the innermost, 1 for an
	 * object, 0 for an array. */
	uint64_t open;
	unsigned depth;
};

static void
skip_blanks(struct scan *s)
{
	while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' ||
	    *s->at == '\r' || *s->at == '\n'))
		s->at++;
}

static bool
take(struct scan *s, char c)
{
	if (s->at == s->end || *s->at != c)
		return false;
	s->at++;
	return true;
}

/* Perhaps one of the eight bytes ends the run: a quote, a backslash or a
 * control character.  Never says no wrongly (a borrow can only add). */
static bool
word_may_end(uint64_t w)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t highs = ones << 7;
	uint64_t quote = w ^ ones * '"', backslash = w ^ ones * '\\';

	return ((((w - ones * 0x20) & ~w) | ((quote - ones) & ~quote) |
	    ((backslash - ones) & ~backslash)) & highs) != 0;
}

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

static bool
scan_escape(struct scan *s)
{
	if (s->end - s->at < 2)
		return false;
	if (s->at[1] == 'u') {
		if (jsonl_unit(s->at, s->end) < 0)
			return false;
		s->at += 6;
		return true;
	}
	if (s->at[1] == '\0' || strchr("\"\\/bfnrt", s->at[1]) == NULL)
		return false;
	s->at += 2;
	return true;
}

static bool
scan_string(struct scan *s)
{
	uint64_t w;

	if (!take(s, '"'))
		return false;
	for (;;) {
		while (s->end - s->at >= 8) {
			memcpy(&w, s->at, 8);
			if (word_may_end(w))
				break;
			s->at += 8;
		}
		while (s->at < s->end && *s->at != '"' && *s->at != '\\' &&
		    (unsigned char)*s->at >= 0x20)
			s->at++;
		if (take(s, '"'))
			return true;
		if (s->at == s->end || *s->at != '\\' || !scan_escape(s))
			return false;
	}
}

static bool
scan_digits(struct scan *s)
{
	const char *from = s->at;

	while (s->at < s->end && *s->at >= '0' && *s->at <= '9')
		s->at++;
	return s->at > from;
}

static bool
scan_number(struct scan *s)
{
	const char *from;

	take(s, '-');
	from = s->at;
	if (!scan_digits(s) || (*from == '0' && s->at > from + 1))
		return false;
	if (take(s, '.') && !scan_digits(s))
		return false;
	if (take(s, 'e') || take(s, 'E')) {
		if (!take(s, '+'))
			take(s, '-');
		return scan_digits(s);
	}
	return true;
}

static bool
scan_word(struct scan *s, const char *word)
{
	size_t length = strlen(word);

	if ((size_t)(s->end - s->at) < length ||
	    memcmp(s->at, word, length) != 0)
		return false;
	s->at += length;
	return true;
}

static bool
scan_atom(struct scan *s)
{
	if (s->at == s->end)
		return false;
	switch (*s->at) {
	case '"': return scan_string(s);
	case 't': return scan_word(s, "true");
	case 'f': return scan_word(s, "false");
	case 'n': return scan_word(s, "null");
	default: return scan_number(s);
	}
}

static bool
scan_name(struct scan *s)
{
	skip_blanks(s);
	if (!scan_string(s))
		return false;
	skip_blanks(s);
	return take(s, ':');
}

/* Opens a container.  *inside: a value must follow. */
static bool
scan_open(struct scan *s, bool *inside)
{
	bool object = *s->at++ == '{';

	if (s->depth == JSONL_DEPTH_MAX - 1)
		return false;
	skip_blanks(s);
	*inside = !take(s, object ? '}' : ']');
	if (!*inside)
		return true;
	s->open = s->open << 1 | object;
	s->depth++;
	return !object || scan_name(s);
}

/* Behind a value: closes what ends here, up to the next value or out. */
static bool
scan_behind(struct scan *s, bool *inside)
{
	bool object;

	*inside = false;
	while (s->depth > 0) {
		object = s->open & 1;
		skip_blanks(s);
		if (take(s, ',')) {
			*inside = true;
			return !object || scan_name(s);
		}
		if (!take(s, object ? '}' : ']'))
			return false;
		s->open >>= 1;
		s->depth--;
	}
	return true;
}

static bool
scan_value(struct scan *s)
{
	bool inside;

	do {
		skip_blanks(s);
		if (s->at < s->end && (*s->at == '{' || *s->at == '[')) {
			if (!scan_open(s, &inside))
				return false;
			if (inside)
				continue;
		} else if (!scan_atom(s)) {
			return false;
		}
		if (!scan_behind(s, &inside))
			return false;
	} while (inside);
	return true;
}

static bool
scan_member(struct scan *s, struct jsonl_member *m)
{
	const char *from;

	skip_blanks(s);
	from = s->at;
	if (!scan_string(s))
		return false;
	m->name = (struct text){from + 1, (size_t)(s->at - from) - 2};
	skip_blanks(s);
	if (!take(s, ':'))
		return false;
	skip_blanks(s);
	from = s->at;
	if (!scan_value(s))
		return false;
	m->value = (struct text){from, (size_t)(s->at - from)};
	return true;
}

static bool
scan_object(struct scan *s, struct jsonl_object *o)
{
	skip_blanks(s);
	if (!take(s, '{'))
		return false;
	skip_blanks(s);
	if (!take(s, '}')) {
		do {
			if (o->count == JSONL_MEMBERS_MAX ||
			    !scan_member(s, &o->member[o->count]))
				return false;
			o->count++;
			skip_blanks(s);
		} while (take(s, ','));
		if (!take(s, '}'))
			return false;
	}
	skip_blanks(s);
	return s->at == s->end;
}

bool
jsonl_scan(struct text text, struct jsonl_object *o, size_t *fault)
{
	struct scan s = {.at = text.bytes, .end = text.bytes + text.length};

	o->count = 0;
	if (scan_object(&s, o))
		return true;
	*fault = (size_t)(s.at - text.bytes);
	return false;
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

bool
jsonl_element(struct text raw, size_t *at, struct text *element)
{
	struct scan s = {.depth = 0};

	if (raw.length == 0 || raw.bytes[0] != '[' || *at >= raw.length)
		return false;
	s.at = raw.bytes + *at;
	s.end = raw.bytes + raw.length;
	skip_blanks(&s);
	if (!take(&s, *at == 0 ? '[' : ','))
		return false;
	skip_blanks(&s);
	element->bytes = s.at;
	if (s.at == s.end || *s.at == ']' || !scan_value(&s))
		return false;
	element->length = (size_t)(s.at - element->bytes);
	*at = (size_t)(s.at - raw.bytes);
	return true;
}
