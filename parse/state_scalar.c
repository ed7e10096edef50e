/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signs, words, strings and numbers of JavaScript. */
#include "state_literal.h"

#include <string.h>

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    c == '$' || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

bool
literal_starts(const struct literal *l, const char *with)
{
	size_t length = strlen(with);

	return l->in.length - l->at >= length &&
	    memcmp(l->in.bytes + l->at, with, length) == 0;
}

void
literal_skip_blanks(struct literal *l)
{
	while (l->at < l->in.length && (unsigned char)literal_peek(l) <= ' ')
		l->at++;
}

bool
literal_skip_sign(struct literal *l, char sign)
{
	literal_skip_blanks(l);
	if (literal_peek(l) != sign)
		return false;
	l->at++;
	return true;
}

int
literal_skip_rest(struct literal *l)
{
	int open = 0;
	char quote = 0;

	for (; l->at < l->in.length; l->at++) {
		char c = literal_peek(l);

		if (quote != 0) {
			if (c == '\\')
				l->at++;
			else if (c == quote)
				quote = 0;
		} else if (c == '"' || c == '\'' || c == '`') {
			quote = c;
		} else if (strchr("([{", c) != NULL && c != '\0') {
			open++;
		} else if (strchr(")]}", c) != NULL && c != '\0') {
			if (open-- == 0)
				return 0;
		} else if (open == 0 && (c == ',' || c == ';')) {
			return 0;
		}
	}
	return -1;
}

struct text
literal_read_word(struct literal *l)
{
	struct text t = {l->in.bytes + l->at, 0};

	while (l->at < l->in.length && is_word(literal_peek(l))) {
		l->at++;
		t.length++;
	}
	return t;
}

static int
add_escape(struct literal *l)
{
	static const char same[] = "\"\\/bfnrtu";
	char c = literal_peek(l);

	l->at++;
	if (c == 'x' && l->in.length - l->at >= 2) {
		buffer_add_string(l->to, "\\u00");
		buffer_add(l->to, l->in.bytes + l->at, 2);
		l->at += 2;
		return 0;
	}
	if (c == '\n')
		return 0;
	if (c != '\0' && strchr(same, c) != NULL)
		buffer_add_char(l->to, '\\');
	return buffer_add_char(l->to, c);
}

int
literal_add_string(struct literal *l, char quote)
{
	l->at++;
	buffer_add_char(l->to, '"');
	while (l->at < l->in.length && literal_peek(l) != quote) {
		char c = literal_peek(l);

		l->at++;
		if (c == '\\')
			add_escape(l);
		else if (c == '"')
			buffer_add_string(l->to, "\\\"");
		else if (c == '\n')
			buffer_add_string(l->to, "\\n");
		else if ((unsigned char)c < ' ')
			buffer_add_char(l->to, ' ');
		else
			buffer_add_char(l->to, c);
		if (l->to->failed)
			return -1;
	}
	if (l->at >= l->in.length)
		return -1;
	l->at++;
	return buffer_add_char(l->to, '"');
}

int
literal_add_number(struct literal *l)
{
	size_t from = l->at, end;

	if (literal_peek(l) == '-') {
		buffer_add_char(l->to, '-');
		from++;
		l->at++;
	}
	if (literal_peek(l) == '.')
		buffer_add_char(l->to, '0');
	while (l->at < l->in.length && (is_word(literal_peek(l)) ||
	    literal_peek(l) == '.' ||
	    ((literal_peek(l) == '+' || literal_peek(l) == '-') &&
	    (l->in.bytes[l->at - 1] | 0x20) == 'e')))
		l->at++;
	end = l->at;
	if (end > from && l->in.bytes[end - 1] == '.')
		end--;
	return end == from ? -1 :
	    buffer_add(l->to, l->in.bytes + from, end - from);
}
