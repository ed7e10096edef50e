/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner: what is one JSON value and where its members are. */
#include "jsonl.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

struct scan {
	const char *at, *end;
	/* What is open around `at`: its lowest bit is the innermost, 1 for an
	 * object, 0 for an array. */
	uint64_t open;
	unsigned depth;
	bool escaped;		/* the string last scanned has a backslash */
	bool tabs;		/* TAB, CR or LF was passed */
};

static inline void
skip_blanks(struct scan *s)
{
	/* Our own lines have none. */
	if (s->at < s->end && (unsigned char)*s->at > ' ')
		return;
	for (; s->at < s->end && (*s->at == ' ' || *s->at == '\t' ||
	    *s->at == '\r' || *s->at == '\n'); s->at++)
		s->tabs |= *s->at != ' ';
}

static inline bool
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

/* Goes on to a quote, a backslash, a control character or the end. */
static inline void
skip_plain(struct scan *s)
{
	const char *at = s->at, *end = s->end;
	uint64_t w;

#ifdef __SSE2__
	const __m128i quote = _mm_set1_epi8('"');
	const __m128i backslash = _mm_set1_epi8('\\');
	const __m128i control = _mm_set1_epi8(0x1F);

	for (; end - at >= 16; at += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)at);
		int found = _mm_movemask_epi8(_mm_or_si128(
		    _mm_or_si128(_mm_cmpeq_epi8(v, quote),
		    _mm_cmpeq_epi8(v, backslash)),
		    _mm_cmpeq_epi8(_mm_min_epu8(v, control), v)));

		if (found != 0) {
			s->at = at + __builtin_ctz((unsigned)found);
			return;
		}
	}
#endif
	for (; end - at >= 8; at += 8) {
		memcpy(&w, at, 8);
		if (word_may_end(w))
			break;
	}
	while (at < end && *at != '"' && *at != '\\' &&
	    (unsigned char)*at >= 0x20)
		at++;
	s->at = at;
}

static bool
scan_string(struct scan *s)
{
	if (!take(s, '"'))
		return false;
	s->escaped = false;
	for (;;) {
		skip_plain(s);
		if (take(s, '"'))
			return true;
		if (s->at == s->end || *s->at != '\\' || !scan_escape(s))
			return false;
		s->escaped = true;
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
	s->escaped = false;
	if (!scan_value(s))
		return false;
	m->value = (struct text){from, (size_t)(s->at - from)};
	m->escaped = s->escaped;
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
	if (scan_object(&s, o)) {
		o->tabs = s.tabs;
		return true;
	}
	*fault = (size_t)(s.at - text.bytes);
	return false;
}
