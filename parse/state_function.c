/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions that are called at once, in which Nuxt hides its state. */
#include "state_literal.h"

#include <stdlib.h>
#include <string.h>

#include "state.h"

static int
read_parameters(struct literal *l)
{
	if (!literal_skip_sign(l, '('))
		return -1;
	l->argument = calloc(STATE_NAMES_MAX, sizeof(*l->argument));
	if (l->argument == NULL)
		return -1;
	while (!literal_skip_sign(l, ')')) {
		struct text word = literal_read_word(l);

		if (word.length == 0 || l->count == STATE_NAMES_MAX)
			return -1;
		l->argument[l->count++].name = word;
		literal_skip_sign(l, ',');
	}
	return 0;
}

static int
read_arguments(struct literal *l)
{
	struct buffer *to = l->to;
	size_t i;

	/* `function(){}(...)` or `function(){})(...)` */
	literal_skip_sign(l, ')');
	if (!literal_skip_sign(l, '('))
		return -1;
	l->to = &l->values;
	for (i = 0; i < l->count && !literal_skip_sign(l, ')'); i++) {
		l->argument[i].from = l->values.length;
		l->depth = 1;
		if (literal_add_value(l) < 0)
			break;
		l->argument[i].length = l->values.length -
		    l->argument[i].from;
		literal_skip_sign(l, ',');
	}
	literal_skip_sign(l, ')');
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

int
literal_add_function(struct literal *l)
{
	size_t start, end, behind;
	const char *value;

	l->at += strlen("function");
	if (read_parameters(l) < 0 || !literal_skip_sign(l, '{'))
		return -1;
	start = l->at;
	while (literal_skip_rest(l) == 0 && literal_peek(l) != '}')
		l->at++;
	end = l->at;
	if (!literal_skip_sign(l, '}') || read_arguments(l) < 0)
		return -1;
	behind = l->at;
	value = find_return((struct text){l->in.bytes + start, end - start});
	if (value == NULL)
		return -1;
	l->at = (size_t)(value - l->in.bytes);
	if (literal_add_value(l) < 0)
		return -1;
	l->at = behind;
	return 0;
}
