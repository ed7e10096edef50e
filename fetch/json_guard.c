/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_guard.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "json.h"
#include "jsonl.h"

struct guard {
	const char *at, *end;
	struct buffer *to, *lines;
	size_t line, depth, values;
	size_t comma;		/* in `to`: nothing has followed it yet */
	char last;		/* the last token: its first byte */
	bool comments;
	const char *name;
	struct complaint *c;
};

enum { NO_COMMA = -1 };

static int
fault(const struct guard *g, size_t line, const char *reason)
{
	return complain_line(g->c, g->name, line, "%s", reason);
}

static bool
is_digit(const struct guard *g)
{
	return g->at < g->end && *g->at >= '0' && *g->at <= '9';
}

/* A value begins; a name looks like one until its colon comes. */
static int
begin_value(struct guard *g)
{
	uint32_t line = g->line < UINT32_MAX ? (uint32_t)g->line : UINT32_MAX;

	if (++g->values > JSON_VALUES_MAX)
		return fault(g, g->line, "more values than one document may "
		    "have");
	if (g->lines != NULL)
		return buffer_add(g->lines, &line, sizeof(line));
	return 0;
}

static int
guard_escape(struct guard *g)
{
	int unit = jsonl_unit(g->at, g->end), next;
	size_t length = unit < 0 ? 2 : 6;

	if ((size_t)(g->end - g->at) < length)
		return fault(g, g->line, "a string has no end");
	if (unit >= 0xD800 && unit < 0xDC00) {
		next = jsonl_unit(g->at + 6, g->end);
		if (next >= 0xDC00 && next < 0xE000) {
			length = 12;
			unit = 1;
		}
	}
	g->at += length;
	if (unit == 0 || (unit >= 0xD800 && unit < 0xE000))
		return buffer_add(g->to, "\xEF\xBF\xBD", 3);
	/* An escape that is none is left for cJSON to refuse; but nothing may
	 * hide a line end or a NUL from this loop. */
	if (unit < 0 && (unsigned char)g->at[-1] < 0x20)
		return fault(g, g->line, "a backslash escapes nothing");
	return buffer_add(g->to, g->at - length, length);
}

static int
guard_string(struct guard *g)
{
	static const char opening[] = {'"', JSON_GUARD_STRING};
	size_t line = g->line;
	const char *run;

	g->at++;
	buffer_add(g->to, opening, 2);
	while (g->at < g->end && *g->at != '"') {
		run = g->at;
		while (g->at < g->end && *g->at != '"' && *g->at != '\\' &&
		    *g->at != '\n' && *g->at != '\0')
			g->at++;
		buffer_add(g->to, run, (size_t)(g->at - run));
		if (g->at == g->end || *g->at == '"')
			break;
		if (*g->at == '\\') {
			if (guard_escape(g) < 0)
				return -1;
			continue;
		}
		if (*g->at == '\n') {
			g->line++;
			buffer_add_char(g->to, '\n');
		} else {
			buffer_add(g->to, "\xEF\xBF\xBD", 3);
		}
		g->at++;
	}
	if (g->at == g->end)
		return fault(g, line, "a string has no end");
	g->at++;
	return buffer_add_char(g->to, '"');
}

/* RFC 8259, section 6. */
static int
guard_number(struct guard *g)
{
	static const char opening[] = {'"', JSON_GUARD_NUMBER};
	const char *from = g->at;
	bool good;

	if (*g->at == '-')
		g->at++;
	good = is_digit(g);
	if (good && *g->at == '0')
		g->at++;
	else
		while (is_digit(g))
			g->at++;
	if (good && g->at < g->end && *g->at == '.') {
		g->at++;
		good = is_digit(g);
		while (is_digit(g))
			g->at++;
	}
	if (good && g->at < g->end && (*g->at | 0x20) == 'e') {
		g->at++;
		if (g->at < g->end && (*g->at == '+' || *g->at == '-'))
			g->at++;
		good = is_digit(g);
		while (is_digit(g))
			g->at++;
	}
	if (!good || is_digit(g))
		return fault(g, g->line, "a number that is none");
	buffer_add(g->to, opening, 2);
	buffer_add(g->to, from, (size_t)(g->at - from));
	return buffer_add_char(g->to, '"');
}

static int
guard_comment(struct guard *g)
{
	size_t line = g->line;
	bool block;

	if (!g->comments || g->end - g->at < 2 ||
	    (g->at[1] != '/' && g->at[1] != '*'))
		return fault(g, g->line, "unexpected '/'");
	block = g->at[1] == '*';
	for (g->at += 2; g->at < g->end; g->at++) {
		if (*g->at == '\n') {
			if (!block)
				return 0;
			g->line++;
			buffer_add_char(g->to, '\n');
		}
		if (block && g->end - g->at > 1 && g->at[0] == '*' &&
		    g->at[1] == '/') {
			g->at += 2;
			return buffer_add_char(g->to, ' ');
		}
	}
	return block ? fault(g, line, "a comment has no end") : 0;
}

static int
guard_colon(struct guard *g)
{
	if (g->last != '"')
		return fault(g, g->line, "a name must be a string");
	g->values--;
	if (g->lines != NULL)
		g->lines->length -= sizeof(uint32_t);
	return buffer_add_char(g->to, *g->at++);
}

static int
guard_word(struct guard *g)
{
	const char *from = g->at;

	while (g->at < g->end && *g->at >= 'a' && *g->at <= 'z')
		g->at++;
	return buffer_add(g->to, from, (size_t)(g->at - from));
}

static int
guard_bracket(struct guard *g)
{
	if (*g->at == '[' || *g->at == '{') {
		if (++g->depth > JSON_DEPTH_MAX)
			return fault(g, g->line, "nested too deeply");
	} else {
		if (g->depth > 0)
			g->depth--;
		if (g->comments && g->comma != (size_t)NO_COMMA)
			g->to->bytes[g->comma] = ' ';
	}
	return buffer_add_char(g->to, *g->at++);
}

static int
guard_stray(const struct guard *g)
{
	unsigned char byte = (unsigned char)*g->at;

	return complain_line(g->c, g->name, g->line, byte > 0x20 &&
	    byte < 0x7F ? "unexpected '%c'" : "unexpected byte 0x%02X", byte);
}

static int
guard_token(struct guard *g)
{
	char first = *g->at;
	bool opens = first == '[' || first == '{';
	bool closes = first == ']' || first == '}';
	int result;

	if ((opens || first == '"' || first == '-' || is_digit(g) ||
	    (first >= 'a' && first <= 'z')) && begin_value(g) < 0)
		return -1;
	if (first == '"') {
		result = guard_string(g);
	} else if (opens || closes) {
		result = guard_bracket(g);
	} else if (first == ':') {
		result = guard_colon(g);
	} else if (first == ',') {
		result = buffer_add_char(g->to, *g->at++);
		/* `[,]` is nobody's trailing comma. */
		if (g->last != '[' && g->last != '{')
			g->comma = g->to->length - 1;
	} else if (first == '-' || is_digit(g)) {
		result = guard_number(g);
	} else if (first >= 'a' && first <= 'z') {
		result = guard_word(g);
	} else {
		return guard_stray(g);
	}
	if (first != ',')
		g->comma = (size_t)NO_COMMA;
	g->last = first;
	return result;
}

int
json_guard(const char *bytes, size_t length, bool comments, const char *name,
	struct buffer *to, struct buffer *lines, struct complaint *c)
{
	struct guard g = {.at = bytes, .end = bytes + length, .to = to,
	    .lines = lines, .line = 1, .comma = (size_t)NO_COMMA,
	    .comments = comments, .name = name, .c = c};
	int result = 0;

	/* Nothing comes of complaint text where memory, not the JSON, is the
	 * trouble: the check below overwrites it. */
	while (g.at < g.end && result == 0 && !to->failed) {
		if (*g.at == '/') {
			result = guard_comment(&g);
		} else if (strchr(" \t\r\n", *g.at) != NULL && *g.at != '\0') {
			if (*g.at == '\n')
				g.line++;
			result = buffer_add_char(to, *g.at++);
		} else {
			result = guard_token(&g);
		}
	}
	if (to->failed || (lines != NULL && lines->failed))
		return complain(c, ENOMEM, "%s", name);
	return result;
}
