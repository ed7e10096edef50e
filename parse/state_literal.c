/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct argument {
	struct text name;
	size_t from, length;		/* in `values`, as JSON */
};

struct literal {
	struct text in;
	size_t at;
	struct buffer *to;
	int depth;
	struct argument *argument;
	size_t count;
	struct buffer values;
};

static int add_value(struct literal *l);

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    c == '$' || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static char
peek(const struct literal *l)
{
	return l->at < l->in.length ? l->in.bytes[l->at] : '\0';
}

static bool
starts(const struct literal *l, const char *with)
{
	size_t length = strlen(with);

	return l->in.length - l->at >= length &&
	    memcmp(l->in.bytes + l->at, with, length) == 0;
}

static void
skip_blanks(struct literal *l)
{
	while (l->at < l->in.length && (unsigned char)peek(l) <= ' ')
		l->at++;
}

/* True where the sign was there. */
static bool
skip_sign(struct literal *l, char sign)
{
	skip_blanks(l);
	if (peek(l) != sign)
		return false;
	l->at++;
	return true;
}

static struct text
read_word(struct literal *l)
{
	struct text t = {l->in.bytes + l->at, 0};

	while (l->at < l->in.length && is_word(peek(l))) {
		l->at++;
		t.length++;
	}
	return t;
}

/* ---- scalars ---- */

static int
add_escape(struct literal *l)
{
	static const char same[] = "\"\\/bfnrtu";
	char c = peek(l);

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

/* `quote` is '"', '\'' or '`'. */
static int
add_string(struct literal *l, char quote)
{
	l->at++;
	buffer_add_char(l->to, '"');
	while (l->at < l->in.length && peek(l) != quote) {
		char c = peek(l);

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

static int
add_number(struct literal *l)
{
	size_t from = l->at, end;

	if (peek(l) == '-') {
		buffer_add_char(l->to, '-');
		from++;
		l->at++;
	}
	if (peek(l) == '.')
		buffer_add_char(l->to, '0');
	while (l->at < l->in.length && (is_word(peek(l)) || peek(l) == '.' ||
	    ((peek(l) == '+' || peek(l) == '-') &&
	    (l->in.bytes[l->at - 1] | 0x20) == 'e')))
		l->at++;
	end = l->at;
	if (end > from && l->in.bytes[end - 1] == '.')
		end--;
	return end == from ? -1 :
	    buffer_add(l->to, l->in.bytes + from, end - from);
}

/* Goes on behind whatever stands here, to a sign that ends a value. */
static int
skip_rest(struct literal *l)
{
	int open = 0;
	char quote = 0;

	for (; l->at < l->in.length; l->at++) {
		char c = peek(l);

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

/* ---- names ---- */

static const struct argument *
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
	const struct argument *a = find_argument(l, word);
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
	struct text word = read_word(l);

	if (word.length == 0)
		return -1;
	if (text_is(word, "new") || text_is(word, "void")) {
		skip_blanks(l);
		word = read_word(l);
	}
	if (text_is(word, "function"))
		return buffer_add_string(l->to, "null");
	while (peek(l) == '.') {
		l->at++;
		word = read_word(l);
	}
	if (peek(l) != '(')
		return add_constant(l, word);
	l->at++;
	skip_blanks(l);
	if (peek(l) == ')')
		buffer_add_string(l->to, "null");
	else if (add_value(l) < 0)
		return -1;
	while (skip_sign(l, ','))
		if (skip_rest(l) < 0)
			return -1;
	return skip_sign(l, ')') ? 0 : -1;
}

/* ---- containers ---- */

static int
add_name(struct literal *l)
{
	struct text word;
	char c;

	skip_blanks(l);
	c = peek(l);
	if (c == '"' || c == '\'' || c == '`')
		return add_string(l, c);
	word = read_word(l);
	if (word.length == 0)
		return -1;
	buffer_add_char(l->to, '"');
	buffer_add(l->to, word.bytes, word.length);
	buffer_add_char(l->to, '"');
	skip_blanks(l);
	if (peek(l) == ':')
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
	if (!skip_sign(l, ':'))
		return -1;
	buffer_add_char(l->to, ':');
	return add_value(l);
}

static int
add_container(struct literal *l, char end)
{
	bool first = true;

	buffer_add_char(l->to, l->in.bytes[l->at++]);
	for (;;) {
		if (skip_sign(l, end))
			return buffer_add_char(l->to, end);
		if (l->at >= l->in.length || l->to->failed)
			return -1;
		if (!first)
			buffer_add_char(l->to, ',');
		first = false;
		if (end == ']' && peek(l) == ',')
			buffer_add_string(l->to, "null");
		else if ((end == '}' ? add_member(l) : add_value(l)) < 0)
			return -1;
		if (!skip_sign(l, ',') && peek(l) != end)
			return -1;
	}
}

static int
add_one(struct literal *l)
{
	char c = peek(l);

	switch (c) {
	case '{':
		return add_container(l, '}');
	case '[':
		return add_container(l, ']');
	case '"': case '\'': case '`':
		return add_string(l, c);
	case '!':
		l->at += 2;
		return buffer_add_string(l->to, l->at <= l->in.length &&
		    l->in.bytes[l->at - 1] == '0' ? "true" : "false");
	case '(':
		return buffer_add_string(l->to, "null");
	default:
		return c == '-' || c == '.' || (c >= '0' && c <= '9') ?
		    add_number(l) : add_word(l);
	}
}

/* STATE_DEPTH_MAX bounds the recursion. */
static int
add_value(struct literal *l)
{
	int result;

	skip_blanks(l);
	if (l->at >= l->in.length || l->depth == STATE_DEPTH_MAX)
		return -1;
	l->depth++;
	result = add_one(l);
	l->depth--;
	skip_blanks(l);
	if (result == 0 && l->at < l->in.length && l->depth > 0 &&
	    strchr(",]})", peek(l)) == NULL)
		result = skip_rest(l);
	return result;
}

/* ---- functions that are called at once ---- */

static int
read_parameters(struct literal *l)
{
	if (!skip_sign(l, '('))
		return -1;
	l->argument = calloc(STATE_NAMES_MAX, sizeof(*l->argument));
	if (l->argument == NULL)
		return -1;
	while (!skip_sign(l, ')')) {
		struct text word = read_word(l);

		if (word.length == 0 || l->count == STATE_NAMES_MAX)
			return -1;
		l->argument[l->count++].name = word;
		skip_sign(l, ',');
	}
	return 0;
}

static int
read_arguments(struct literal *l)
{
	struct buffer *to = l->to;
	size_t i;

	/* `function(){}(...)` or `function(){})(...)` */
	skip_sign(l, ')');
	if (!skip_sign(l, '('))
		return -1;
	l->to = &l->values;
	for (i = 0; i < l->count && !skip_sign(l, ')'); i++) {
		l->argument[i].from = l->values.length;
		l->depth = 1;
		if (add_value(l) < 0)
			break;
		l->argument[i].length = l->values.length -
		    l->argument[i].from;
		skip_sign(l, ',');
	}
	skip_sign(l, ')');
	l->depth = 0;
	l->to = to;
	return i == l->count ? 0 : -1;
}

static const char *
find_return(struct text body)
{
	size_t i;

	for (i = 0; i + 7 < body.length; i++)
		if (memcmp(body.bytes + i, "return", 6) == 0 &&
		    strchr("{[ (", body.bytes[i + 6]) != NULL)
			return body.bytes + i + 6;
	return NULL;
}

/* `(function(a,b){return {...}}(1,2))` */
static int
add_function(struct literal *l)
{
	size_t start, end, behind;
	const char *value;

	l->at += strlen("function");
	if (read_parameters(l) < 0 || !skip_sign(l, '{'))
		return -1;
	start = l->at;
	while (skip_rest(l) == 0 && peek(l) != '}')
		l->at++;
	end = l->at;
	if (!skip_sign(l, '}') || read_arguments(l) < 0)
		return -1;
	behind = l->at;
	value = find_return((struct text){l->in.bytes + start, end - start});
	if (value == NULL)
		return -1;
	l->at = (size_t)(value - l->in.bytes);
	if (add_value(l) < 0)
		return -1;
	l->at = behind;
	return 0;
}

int
state_literal(struct buffer *to, struct text script, size_t *at)
{
	struct literal l = {.in = script, .at = *at, .to = to};
	const size_t before = to->length;
	int result;

	buffer_init(&l.values, STATE_SCRIPT_MAX);
	skip_blanks(&l);
	if (starts(&l, "(function") || starts(&l, "function")) {
		skip_sign(&l, '(');
		result = add_function(&l);
	} else {
		result = add_value(&l);
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
