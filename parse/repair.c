/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair.h"

#include <stdbool.h>
#include <stdint.h>

#include "plain.h"
#include "strip.h"
#include "utf8.h"

enum { LOOK_AHEAD = 200 };	/* blanks that are skipped behind a quote */

/* What the last token was, to know what may come. */
enum last { NOTHING, VALUE, NAME, COLON, COMMA, OPEN };

struct repair {
	struct text in;
	size_t at;
	struct buffer *to;
	char stack[REPAIR_DEPTH_MAX];	/* '{' or '[' */
	size_t mark[REPAIR_DEPTH_MAX];	/* output where its elements are whole */
	size_t depth, bottom;		/* scopes that the text did not open */
	enum last last;
	bool cut;			/* a string never ended */
};

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ';
}

static bool
starts(struct text t, size_t at, const char *with)
{
	size_t length = strlen(with);

	return at <= t.length && t.length - at >= length &&
	    memcmp(t.bytes + at, with, length) == 0;
}

static size_t
skip_blanks(struct text t, size_t at)
{
	while (at < t.length && (is_blank(t.bytes[at]) ||
	    starts(t, at, "\xC2\xA0") || starts(t, at, "\xEF\xBB\xBF")))
		at += is_blank(t.bytes[at]) ? 1 :
		    (unsigned char)t.bytes[at] == 0xC2 ? 2 : 3;
	return at;
}

struct text
repair_unwrap(struct text t)
{
	static const char *const front[] = {
		"<!--", "//", "/*", "*/", "<![CDATA[", "-->",
	};
	static const char *const back[] = {
		"-->", "]]>", "//", "/*", "*/", ";", "<!--",
	};
	bool again = true;
	size_t i;

	while (again && t.length > 0) {
		size_t blanks = skip_blanks(t, 0);

		t.bytes += blanks, t.length -= blanks;
		while (t.length > 0 && is_blank(t.bytes[t.length - 1]))
			t.length--;
		again = false;
		for (i = 0; i < sizeof(front) / sizeof(front[0]); i++)
			if (starts(t, 0, front[i])) {
				t.bytes += strlen(front[i]);
				t.length -= strlen(front[i]);
				again = true;
			}
		for (i = 0; i < sizeof(back) / sizeof(back[0]); i++) {
			size_t length = strlen(back[i]);

			if (t.length >= length &&
			    starts(t, t.length - length, back[i])) {
				t.length -= length;
				again = true;
			}
		}
	}
	return t;
}

/* ---- what may follow ---- */

static bool
begins_value(char c)
{
	return c == '"' || c == '\'' || c == '{' || c == '[' || c == '-' ||
	    (c >= '0' && c <= '9') || c == 't' || c == 'f' || c == 'n';
}

/* True if a string in quotes `q` and a colon stand at `at`: a name. */
static bool
is_name_ahead(struct text t, size_t at, char q)
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
	end = skip_blanks(t, end + 1);
	return end < t.length && t.bytes[end] == ':';
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
	size_t next = skip_blanks(t, at + 1);
	char c;

	if (next >= t.length)
		return true;
	c = t.bytes[next];
	if (name)
		return c == ':';
	if (c == '}' || c == ']' || starts(t, next, "/*"))
		return true;
	if (c == ',') {
		next = skip_blanks(t, next + 1);
		if (next >= t.length || t.bytes[next] == '}' ||
		    t.bytes[next] == ']' || t.bytes[next] == '/')
			return true;
		if (object || r->depth == 0)
			return is_name_ahead(t, next, q) ||
			    is_name_ahead(t, next, '"') ||
			    t.bytes[next] == '{';
		return begins_value(t.bytes[next]);
	}
	/* A comma is missing: the next name begins on a line of its own. */
	return (object || r->depth == 0) && next > at + 1 &&
	    is_name_ahead(t, next, q) &&
	    memchr(t.bytes + at, '\n', next - at) != NULL;
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
	if (is_blank(c))
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
add_bare(struct repair *r)
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
	if (starts(t, end, "://") && r->last != OPEN && r->last != COMMA)
		while (end < t.length && !is_blank(t.bytes[end]) &&
		    t.bytes[end] != ',' && t.bytes[end] != '}')
			end++;
	r->at = end > start ? end : start + 1;
	word = (struct text){t.bytes + start, end - start};
	while (word.length > 0 && is_blank(word.bytes[word.length - 1]))
		word.length--;
	for (i = 0; i < sizeof(literals) / sizeof(literals[0]); i++)
		if (strip_same(word, literals[i]))
			return buffer_add_string(r->to, literals[i]);
	if (text_is(word, "undefined") || text_is(word, "NaN"))
		return buffer_add_string(r->to, "null");
	buffer_add_char(r->to, '"');
	for (i = 0; i < word.length; i++) {
		if (word.bytes[i] == '\\')
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
	digits = skip_blanks(t, i);
	return digits >= t.length || strchr(",}]", t.bytes[digits]) != NULL ||
	    digits > i ? i : at;
}

/* ---- structure ---- */

static bool
in_object(const struct repair *r)
{
	return r->depth > 0 && r->stack[r->depth - 1] == '{';
}

/* A value or name comes: sets a comma that is missing. */
static int
before_element(struct repair *r)
{
	if (r->last != VALUE)
		return 0;
	r->last = COMMA;
	return buffer_add_char(r->to, ',');
}

static int
open_scope(struct repair *r, char c)
{
	if (r->depth == REPAIR_DEPTH_MAX || before_element(r) < 0)
		return -1;
	/* `{` where a name should be: a forgotten end, or a set of sets. */
	if (in_object(r) && r->last != COLON &&
	    buffer_add_string(r->to, "\"\":") < 0)
		return -1;
	r->stack[r->depth] = c;
	r->depth++;
	r->mark[r->depth - 1] = r->to->length + 1;
	r->last = OPEN;
	return buffer_add_char(r->to, c);
}

/* Takes back a comma that nothing followed and a name without a value. */
static void
before_close(struct repair *r)
{
	struct buffer *b = r->to;

	if (r->last == COMMA && b->length > 0 &&
	    b->bytes[b->length - 1] == ',')
		b->length--;
	if (r->last == COLON)
		buffer_add_string(b, "null");
	if (r->last == NAME)
		buffer_add_string(b, ":null");
}

static int
close_scope(struct repair *r)
{
	char c = r->stack[r->depth - 1];

	before_close(r);
	r->depth--;
	r->last = VALUE;
	if (buffer_add_char(r->to, c == '{' ? '}' : ']') < 0)
		return -1;
	/* An element of an array is whole: a cut may come behind it. */
	if (r->depth > 0 && r->stack[r->depth - 1] == '[')
		r->mark[r->depth - 1] = r->to->length;
	return 0;
}

/* A closing bracket closes what it can close; one too many is left away. */
static int
close_bracket(struct repair *r, char c)
{
	char open = c == '}' ? '{' : '[';
	size_t i = r->depth;

	while (i > 0 && r->stack[i - 1] != open)
		i--;
	if (i <= r->bottom)
		return 0;
	while (r->depth >= i)
		if (close_scope(r) < 0)
			return -1;
	return 0;
}

static int
add_scalar(struct repair *r)
{
	char c = r->in.bytes[r->at];
	bool name;
	int bad;

	if (before_element(r) < 0)
		return -1;
	name = in_object(r) && r->last != COLON;
	if (c == '"' || c == '\'') {
		bad = add_string(r, name);
	} else {
		size_t end = name ? r->at : number_end(r->in, r->at);

		bad = end > r->at ? buffer_add(r->to, r->in.bytes + r->at,
		    end - r->at) : add_bare(r);
		r->at = end > r->at ? end : r->at;
	}
	r->last = name ? NAME : VALUE;
	return bad;
}

static int
add_sign(struct repair *r, char c)
{
	r->at++;
	if (c == ',' && r->last == VALUE) {
		r->last = COMMA;
		return buffer_add_char(r->to, ',');
	}
	if (c == ':' && r->last == NAME) {
		r->last = COLON;
		return buffer_add_char(r->to, ':');
	}
	return 0;	/* one too many */
}

/* Goes over a comment or another thing that is no JSON; false if none. */
static bool
skip_foreign(struct repair *r)
{
	struct text t = r->in;
	size_t end = r->at;

	if (starts(t, r->at, "/*"))
		end = strip_find(t, r->at + 2, "*/", '/') + 2;
	else if (starts(t, r->at, "//"))
		end = strip_find(t, r->at, "\n", '\n');
	else if (starts(t, r->at, "<!--"))
		end = r->at + 4;
	else if (starts(t, r->at, "-->") || starts(t, r->at, "]]>"))
		end = r->at + 3;
	else if (starts(t, r->at, "<![CDATA["))
		end = r->at + 9;
	else if (t.bytes[r->at] == ';')
		end = r->at + 1;
	else
		return false;
	r->at = end < t.length ? end : t.length;
	return true;
}

static int
step(struct repair *r)
{
	char c = r->in.bytes[r->at];

	if (skip_foreign(r))
		return 0;
	switch (c) {
	case '{': case '[':
		r->at++;
		return open_scope(r, c);
	case '}': case ']':
		r->at++;
		return close_bracket(r, c);
	case ',': case ':':
		return add_sign(r, c);
	default:
		return add_scalar(r);
	}
}

/* The end came inside a string or behind a comma: the element of an array
 * that it is in is not whole. */
static void
cut_back(struct repair *r)
{
	size_t i = r->depth;

	if (!r->cut && r->last == VALUE)
		return;
	while (i > r->bottom && r->stack[i - 1] != '[')
		i--;
	if (i <= r->bottom)
		return;
	r->to->length = r->mark[i - 1];
	r->depth = i;
	r->last = VALUE;
}

static int
repair_value(struct repair *r)
{
	while (r->at < r->in.length) {
		r->at = skip_blanks(r->in, r->at);
		if (r->at < r->in.length && step(r) < 0)
			return -1;
	}
	cut_back(r);
	while (r->depth > 0)
		if (close_scope(r) < 0)
			return -1;
	return 0;
}

int
repair_json(struct buffer *to, struct text broken)
{
	struct repair r = {.to = to, .in = repair_unwrap(broken)};
	struct buffer plain;
	size_t from = to->length;
	char open;
	int result;

	buffer_init(&plain, to->ceiling);
	if (strip_find(r.in, 0, "&quot;", '&') < r.in.length &&
	    memchr(r.in.bytes, '"', r.in.length) == NULL) {
		if (plain_add_unescaped(&plain, r.in) < 0) {
			buffer_release(&plain);
			return -1;
		}
		r.in = (struct text){plain.bytes, plain.length};
	}
	/* `"a": 1, "b": 2` lacks its braces; what begins otherwise becomes
	 * the one element, or the several, of an array. */
	open = is_name_ahead(r.in, 0, '"') ? '{' : '[';
	result = open_scope(&r, open);
	r.bottom = 1;
	if (result == 0)
		result = repair_value(&r);
	buffer_release(&plain);
	return result < 0 || to->failed || to->length < from + 3 ? -1 : 0;
}
