/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state_literal.h"

#include <stdlib.h>
#include <string.h>

#include "state.h"

static const struct literal_argument *
find_argument(const struct literal *l, struct text name)
{
	size_t i;

	for (i = 0; i < l->count; i++)
		if (text_equals(l->argument[i].name, name))
			return &l->argument[i];
	return NULL;
}

static int
add_constant(struct literal *l, struct text word)
{
	static const char *const known[] = {"true", "false"};
	const struct literal_argument *a = find_argument(l, word);
	size_t i;

	for (i = 0; i < 2; i++)
		if (text_is(word, known[i]))
			return buffer_add_string(l->to, known[i]);
	if (a != NULL && a->length > 0)
		return buffer_add(l->to, l->values.bytes + a->from, a->length);
	return buffer_add_string(l->to, "null");
}

/* A word: a constant, an argument, or a call of which only the first argument
 * counts (`new Date("...")`, `Object.freeze({...})`). */
static int
add_word(struct literal *l)
{
	struct text word = literal_read_word(l);

	if (word.length == 0)
		return -1;
	if (text_is(word, "new") || text_is(word, "void")) {
		literal_skip_blanks(l);
		word = literal_read_word(l);
	}
	if (text_is(word, "function"))
		return buffer_add_string(l->to, "null");
	while (literal_peek(l) == '.') {
		l->at++;
		word = literal_read_word(l);
	}
	if (literal_peek(l) != '(')
		return add_constant(l, word);
	l->at++;
	literal_skip_blanks(l);
	if (literal_peek(l) == ')')
		buffer_add_string(l->to, "null");
	else if (literal_add_value(l) < 0)
		return -1;
	while (literal_skip_sign(l, ','))
		if (literal_skip_rest(l) < 0)
			return -1;
	return literal_skip_sign(l, ')') ? 0 : -1;
}

static int
add_name(struct literal *l)
{
	struct text word;
	char c;

	literal_skip_blanks(l);
	c = literal_peek(l);
	if (c == '"' || c == '\'' || c == '`')
		return literal_add_string(l, c);
	word = literal_read_word(l);
	if (word.length == 0)
		return -1;
	buffer_add_char(l->to, '"');
	buffer_add(l->to, word.bytes, word.length);
	buffer_add_char(l->to, '"');
	literal_skip_blanks(l);
	if (literal_peek(l) == ':')
		return 0;
	/* `{a, b}` */
	buffer_add_char(l->to, ':');
	return add_constant(l, word) < 0 ? -1 : 1;
}

static int
add_member(struct literal *l)
{
	int done = add_name(l);

	if (done != 0)
		return done < 0 ? -1 : 0;
	if (!literal_skip_sign(l, ':'))
		return -1;
	buffer_add_char(l->to, ':');
	return literal_add_value(l);
}

static int
add_container(struct literal *l, char end)
{
	bool first = true;

	buffer_add_char(l->to, l->in.bytes[l->at++]);
	for (;;) {
		if (literal_skip_sign(l, end))
			return buffer_add_char(l->to, end);
		if (l->at >= l->in.length || l->to->failed)
			return -1;
		if (!first)
			buffer_add_char(l->to, ',');
		first = false;
		if (end == ']' && literal_peek(l) == ',')
			buffer_add_string(l->to, "null");
		else if ((end == '}' ? add_member(l) :
		    literal_add_value(l)) < 0)
			return -1;
		if (!literal_skip_sign(l, ',') && literal_peek(l) != end)
			return -1;
	}
}

static int
add_one(struct literal *l)
{
	char c = literal_peek(l);

	switch (c) {
	case '{':
		return add_container(l, '}');
	case '[':
		return add_container(l, ']');
	case '"': case '\'': case '`':
		return literal_add_string(l, c);
	case '!':
		l->at += 2;
		return buffer_add_string(l->to, l->at <= l->in.length &&
		    l->in.bytes[l->at - 1] == '0' ? "true" : "false");
	case '(':
		return buffer_add_string(l->to, "null");
	default:
		return c == '-' || c == '.' || (c >= '0' && c <= '9') ?
		    literal_add_number(l) : add_word(l);
	}
}

/* STATE_DEPTH_MAX bounds the recursion. */
int
literal_add_value(struct literal *l)
{
	int result;

	literal_skip_blanks(l);
	if (l->at >= l->in.length || l->depth == STATE_DEPTH_MAX)
		return -1;
	l->depth++;
	result = add_one(l);
	l->depth--;
	literal_skip_blanks(l);
	if (result == 0 && l->at < l->in.length && l->depth > 0 &&
	    strchr(",]})", literal_peek(l)) == NULL)
		result = literal_skip_rest(l);
	return result;
}

int
state_literal(struct buffer *to, struct text script, size_t *at)
{
	struct literal l = {.in = script, .at = *at, .to = to};
	const size_t before = to->length;
	int result;

	buffer_init(&l.values, STATE_SCRIPT_MAX);
	literal_skip_blanks(&l);
	if (literal_starts(&l, "(function") || literal_starts(&l, "function")) {
		literal_skip_sign(&l, '(');
		result = literal_add_function(&l);
	} else {
		result = literal_add_value(&l);
	}
	if (result < 0 || to->failed) {
		to->length = before;
		result = -1;
	}
	*at = l.at < script.length ? l.at : script.length;
	free(l.argument);
	buffer_release(&l.values);
	return result;
}
