/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair_state.h"

#include <stdint.h>

#include "plain.h"
#include "strip.h"

enum { ASSIGNED_MAX = 100 };	/* bytes in front of a value */

/* `window.data = {...`: what stands in front of the value goes. */
static struct text
without_assignment(struct text t)
{
	size_t i = 0;

	while (i < t.length && i < ASSIGNED_MAX && t.bytes[i] != '\0' &&
	    strchr("\"'{}[](),:;<>/", t.bytes[i]) == NULL &&
	    t.bytes[i] != '=')
		i++;
	if (i == 0 || i >= t.length || t.bytes[i] != '=')
		return t;
	i = repair_skip_blanks(t, i + 1);
	if (i < t.length && (t.bytes[i] == '{' || t.bytes[i] == '['))
		t.bytes += i, t.length -= i;
	return t;
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
		size_t blanks = repair_skip_blanks(t, 0);

		t.bytes += blanks, t.length -= blanks;
		while (t.length > 0 && repair_is_blank(t.bytes[t.length - 1]))
			t.length--;
		again = false;
		for (i = 0; i < sizeof(front) / sizeof(front[0]); i++)
			if (repair_starts(t, 0, front[i])) {
				t.bytes += strlen(front[i]);
				t.length -= strlen(front[i]);
				again = true;
			}
		for (i = 0; i < sizeof(back) / sizeof(back[0]); i++) {
			size_t length = strlen(back[i]);

			if (t.length >= length &&
			    repair_starts(t, t.length - length, back[i])) {
				t.length -= length;
				again = true;
			}
		}
	}
	return without_assignment(t);
}

/* ---- structure ---- */

static bool
in_object(const struct repair *r)
{
	return r->depth > 0 && r->stack[r->depth - 1] == '{';
}

/* A value or name comes: sets the comma or colon that is missing. */
static int
before_element(struct repair *r)
{
	if (r->last != VALUE && r->last != NAME)
		return 0;
	r->last = r->last == NAME ? COLON : COMMA;
	return buffer_add_char(r->to, r->last == COLON ? ':' : ',');
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
	bool name;
	int bad;

	if (before_element(r) < 0)
		return -1;
	name = in_object(r) && r->last != COLON;
	bad = repair_add_scalar(r, name);
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

	if (repair_starts(t, r->at, "/*"))
		end = strip_find(t, r->at + 2, "*/", '/') + 2;
	else if (repair_starts(t, r->at, "//"))
		end = strip_find(t, r->at, "\n", '\n');
	else if (repair_starts(t, r->at, "<!--"))
		end = r->at + 4;
	else if (repair_starts(t, r->at, "-->") ||
	    repair_starts(t, r->at, "]]>"))
		end = r->at + 3;
	else if (repair_starts(t, r->at, "<![CDATA["))
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
		r->at = repair_skip_blanks(r->in, r->at);
		if (r->at < r->in.length && step(r) < 0)
			return -1;
	}
	cut_back(r);
	while (r->depth > 0)
		if (close_scope(r) < 0)
			return -1;
	return 0;
}

/* Whether a name without quotes begins an object, or stands between two
 * values: behind `",` it could be text, before `:"` it is none. */
static bool
has_bare_names(struct text t)
{
	size_t i, at;

	for (i = 1; i + 1 < t.length; i++) {
		if (t.bytes[i] != '{' && (t.bytes[i] != ',' ||
		    (t.bytes[i - 1] != '"' &&
		    t.bytes[i - 1] != '}' && t.bytes[i - 1] != ']')))
			continue;
		at = repair_skip_blanks(t, i + 1);
		if (!repair_is_bare_name(t, at))
			continue;
		if (t.bytes[i] == '{')
			return true;
		while (t.bytes[at] != ':')
			at++;
		at = repair_skip_blanks(t, at + 1);
		if (at < t.length && (t.bytes[at] == '"' ||
		    t.bytes[at] == '{' || t.bytes[at] == '['))
			return true;
	}
	return false;
}

/* Word processors write `“@type”`: quotes of typographers for all quotes. */
static bool
has_curly_names(struct text t)
{
	static const char *const names[] = {"\xE2\x80\x9C@",
	    "\xE2\x80\x9D@", "\xE2\x80\x9E@", "\xC2\xAB@"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strip_find(t, 0, names[i], '@') < t.length)
			return true;
	return false;
}

static int
add_straight(struct buffer *to, struct text t)
{
	size_t i;

	for (i = 0; i < t.length && !to->failed; i++)
		if (repair_starts(t, i, "\xE2\x80\x9C") ||
		    repair_starts(t, i, "\xE2\x80\x9D") ||
		    repair_starts(t, i, "\xE2\x80\x9E")) {
			buffer_add_char(to, '"');
			i += 2;
		} else if (repair_starts(t, i, "\xC2\xAB") ||
		    repair_starts(t, i, "\xC2\xBB")) {
			buffer_add_char(to, '"');
			i++;
		} else {
			buffer_add_char(to, t.bytes[i]);
		}
	return to->failed ? -1 : 0;
}

/* Makes the quotes of all names and strings straight ones. */
static int
straighten(struct repair *r, struct buffer *plain)
{
	int bad = 0;

	if (strip_find(r->in, 0, "&quot;", '&') < r->in.length &&
	    memchr(r->in.bytes, '"', r->in.length) == NULL)
		bad = plain_add_unescaped(plain, r->in);
	else if (has_curly_names(r->in))
		bad = add_straight(plain, r->in);
	else
		return 0;
	r->in = (struct text){plain->bytes, plain->length};
	return bad;
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
	if (straighten(&r, &plain) < 0 || r.in.length == 0) {
		buffer_release(&plain);
		return -1;
	}
	r.bare_names = has_bare_names(r.in);
	/* `"a": 1, "b": 2` lacks its braces; what begins otherwise becomes
	 * the one element, or the several, of an array. */
	open = repair_is_name(r.in, 0, '"') ? '{' : '[';
	result = open_scope(&r, open);
	r.bottom = 1;
	if (result == 0)
		result = repair_value(&r);
	buffer_release(&plain);
	return result < 0 || to->failed || to->length < from + 3 ? -1 : 0;
}
