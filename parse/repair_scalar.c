/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair_state.h"

#include "strip.h"

enum { LOOK_AHEAD = 200 };	/* bytes of a name */

bool
repair_is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

bool
repair_starts(struct text t, size_t at, const char *with)
{
	size_t length = strlen(with);

	return at <= t.length && t.length - at >= length &&
	    memcmp(t.bytes + at, with, length) == 0;
}

size_t
repair_skip_blanks(struct text t, size_t at)
{
	while (at < t.length && (repair_is_blank(t.bytes[at]) ||
	    repair_starts(t, at, "\xC2\xA0") ||
	    repair_starts(t, at, "\xEF\xBB\xBF")))
		at += repair_is_blank(t.bytes[at]) ? 1 :
		    (unsigned char)t.bytes[at] == 0xC2 ? 2 : 3;
	return at;
}

static bool
begins_value(char c)
{
	return c == '"' || c == '\'' || c == '{' || c == '[' || c == '-' ||
	    (c >= '0' && c <= '9') || c == 't' || c == 'f' || c == 'n';
}

bool
repair_is_name(struct text t, size_t at, char q)
{
	size_t end;

	if (at >= t.length || t.bytes[at] != q)
		return false;
	for (end = at + 1; end < t.length && end - at < LOOK_AHEAD &&
	    t.bytes[end] != q && t.bytes[end] != '\n'; end++)
		if (t.bytes[end] == '\\')
			end++;
	if (end >= t.length || t.bytes[end] != q)
		return false;
	end = repair_skip_blanks(t, end + 1);
	return end < t.length && t.bytes[end] == ':';
}

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '@' ||
	    c == '-';
}

bool
repair_is_bare_name(struct text t, size_t at)
{
	size_t end = at;

	while (end < t.length && end - at < LOOK_AHEAD &&
	    is_word(t.bytes[end]))
		end++;
	if (end == at || (t.bytes[at] >= '0' && t.bytes[at] <= '9'))
		return false;
	end = repair_skip_blanks(t, end);
	return end < t.length && t.bytes[end] == ':' &&
	    !repair_starts(t, end, "://");
}

/* A name of one word in quotes: `"reviewBody":`. */
static bool
is_plain_name(struct text t, size_t at, char q)
{
	size_t end = at + 1;

	while (end < t.length && end - at < LOOK_AHEAD &&
	    is_word(t.bytes[end]))
		end++;
	return end > at + 1 && end < t.length && t.bytes[end] == q &&
	    repair_is_name(t, at, q);
}

/*
 * Whether the quote at `at` ends a string: only ':' may follow a name, only
 * ',', '}' or ']' a value; and behind a comma there must be something that
 * can follow a comma, since texts have commas behind quotes too.
 */
static bool
ends_string(const struct repair *r, size_t at, char q, bool name)
{
	struct text t = r->in;
	bool object = r->depth > 0 && r->stack[r->depth - 1] == '{';
	size_t next = repair_skip_blanks(t, at + 1);
	char c;

	if (next >= t.length)
		return true;
	c = t.bytes[next];
	if (name)
		return c == ':';
	if (c == '}' || c == ']' || repair_starts(t, next, "/*"))
		return true;
	if (c == ',') {
		next = repair_skip_blanks(t, next + 1);
		if (next >= t.length || t.bytes[next] == '}' ||
		    t.bytes[next] == ']' || t.bytes[next] == '/')
			return true;
		if (object || r->depth == 0)
			return repair_is_name(t, next, q) ||
			    repair_is_name(t, next, '"') ||
			    t.bytes[next] == '{' || (r->bare_names &&
			    repair_is_bare_name(t, next));
		return begins_value(t.bytes[next]);
	}
	/* A comma is missing: the next name is a word, or begins on a line
	 * of its own. */
	return (object || r->depth == 0) && next > at + 1 &&
	    (is_plain_name(t, next, q) || (repair_is_name(t, next, q) &&
	    memchr(t.bytes + at, '\n', next - at) != NULL));
}

/* ---- strings ---- */

static int
add_escape(struct buffer *to, unsigned char c)
{
	static const char hex[] = "0123456789abcdef";
	const char six[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};

	return buffer_add(to, six, 6);
}

static bool
is_hex(struct text t, size_t at)
{
	size_t i;

	for (i = at; i < at + 4; i++)
		if (i >= t.length || t.bytes[i] == '\0' ||
		    strchr("0123456789abcdefABCDEF", t.bytes[i]) == NULL)
			return false;
	return true;
}

/* A backslash: kept where JSON knows it, else only what it stands before. */
static int
add_backslash(struct repair *r)
{
	struct text t = r->in;
	size_t next = r->at + 1;
	char c = next < t.length ? t.bytes[next] : '\0';

	r->at = next;
	if (c == 'u' && is_hex(t, next + 1)) {
		r->at = next + 5;
		return buffer_add(r->to, t.bytes + next - 1, 6);
	}
	if (c != '\0' && strchr("\"\\/bfnrt", c) != NULL) {
		r->at = next + 1;
		return buffer_add(r->to, t.bytes + next - 1, 2);
	}
	if (c == '\'') {
		r->at = next + 1;
		return buffer_add_char(r->to, '\'');
	}
	if (repair_is_blank(c))
		return 0;
	return buffer_add_string(r->to, "\\\\");
}

/* Reads a string that begins at a quote; what it lacks is added. */
static int
add_string(struct repair *r, bool name)
{
	char q = r->in.bytes[r->at++];
	int bad = buffer_add_char(r->to, '"');

	while (bad == 0 && r->at < r->in.length) {
		char c = r->in.bytes[r->at];

		if (c == '\\') {
			bad = add_backslash(r);
			continue;
		}
		if (c == q && ends_string(r, r->at, q, name)) {
			r->at++;
			return buffer_add_char(r->to, '"');
		}
		if ((unsigned char)c < 0x20)
			bad = add_escape(r->to, (unsigned char)c);
		else if (c == '"')
			bad = buffer_add_string(r->to, "\\\"");
		else
			bad = buffer_add_char(r->to, c);
		r->at++;
	}
	r->cut = true;
	return bad < 0 ? -1 : buffer_add_char(r->to, '"');
}

/* A bare word goes to the end of its line or to what parts values. */
static int
add_bare(struct repair *r, bool name)
{
	struct text t = r->in, word;
	size_t start = r->at, end;
	static const char *const literals[] = {"true", "false", "null"};
	size_t i;

	for (end = start; end < t.length && t.bytes[end] != ',' &&
	    t.bytes[end] != '}' && t.bytes[end] != ']' &&
	    t.bytes[end] != '\n' && t.bytes[end] != ':' &&
	    t.bytes[end] != '"'; end++)
		;
	/* A URL has a colon of its own. */
	if (repair_starts(t, end, "://") && r->last != OPEN && r->last != COMMA)
		while (end < t.length && !repair_is_blank(t.bytes[end]) &&
		    t.bytes[end] != ',' && t.bytes[end] != '}')
			end++;
	r->at = end > start ? end : start + 1;
	word = (struct text){t.bytes + start, end - start};
	while (word.length > 0 && repair_is_blank(word.bytes[word.length - 1]))
		word.length--;
	for (i = 0; !name && i < sizeof(literals) / sizeof(literals[0]); i++)
		if (strip_same(word, literals[i]))
			return buffer_add_string(r->to, literals[i]);
	if (!name && (text_is(word, "undefined") || text_is(word, "NaN")))
		return buffer_add_string(r->to, "null");
	buffer_add_char(r->to, '"');
	for (i = 0; i < word.length; i++) {
		if (word.bytes[i] == '\\' || word.bytes[i] == '"')
			buffer_add_char(r->to, '\\');
		if ((unsigned char)word.bytes[i] >= ' ')
			buffer_add_char(r->to, word.bytes[i]);
	}
	return buffer_add_char(r->to, '"');
}

static size_t
number_end(struct text t, size_t at)
{
	size_t i = at + (t.bytes[at] == '-'), digits = i;

	while (i < t.length && t.bytes[i] >= '0' && t.bytes[i] <= '9')
		i++;
	if (i == digits || (t.bytes[digits] == '0' && i > digits + 1))
		return at;
	if (i + 1 < t.length && t.bytes[i] == '.' && t.bytes[i + 1] >= '0' &&
	    t.bytes[i + 1] <= '9')
		for (i++; i < t.length && t.bytes[i] >= '0' &&
		    t.bytes[i] <= '9'; i++)
			;
	digits = repair_skip_blanks(t, i);
	return digits >= t.length || strchr(",}]", t.bytes[digits]) != NULL ||
	    digits > i ? i : at;
}

int
repair_add_scalar(struct repair *r, bool name)
{
	char c = r->in.bytes[r->at];
	size_t end;

	if (c == '"' || c == '\'')
		return add_string(r, name);
	end = name ? r->at : number_end(r->in, r->at);
	if (end == r->at)
		return add_bare(r, name);
	c = (char)(buffer_add(r->to, r->in.bytes + r->at, end - r->at) < 0);
	r->at = end;
	return c ? -1 : 0;
}
