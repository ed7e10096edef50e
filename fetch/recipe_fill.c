/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <regex.h>
#include <string.h>

#include "jsonl.h"
#include "recipe_parts.h"
#include "secret.h"

bool
recipe_placeholder(const char *template, size_t *at, struct text *name,
	size_t *begins)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
	const char *open = template + *at, *from;
	size_t length;

	/* Any other brace stays: queries hold JSON. */
	for (; (open = strchr(open, '{')) != NULL; open++) {
		from = open + 1;
		length = strncmp(from, "secret:", 7) == 0 ? 7 : 0;
		length += strspn(from + length, letters);
		if (length == 0 || from[length] != '}')
			continue;
		*name = (struct text){from, length};
		*begins = (size_t)(open - template);
		*at = *begins + length + 2;
		return true;
	}
	return false;
}

enum recipe_place
recipe_place_of(struct text name)
{
	static const struct { const char *name; enum recipe_place place; }
	    known[] = {
		{"page", RECIPE_PLACE_PAGE}, {"cursor", RECIPE_PLACE_CURSOR},
		{"since", RECIPE_PLACE_SINCE}, {"from", RECIPE_PLACE_SPAN},
		{"to", RECIPE_PLACE_SPAN}, {"ids", RECIPE_PLACE_IDS},
	};
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (text_is(name, known[i].name))
			return known[i].place;
	if (name.length > 7 && memcmp(name.bytes, "secret:", 7) == 0)
		return RECIPE_PLACE_SECRET;
	return RECIPE_PLACE_PARAM;
}

struct text
recipe_param_value(const struct recipe *r, const struct plan_row *row,
	const char *name)
{
	struct text value = {NULL, 0};
	size_t i;

	if (row != NULL)
		value = plan_row_param(row, name);
	for (i = 0; i < r->param_count && text_is_absent(value); i++)
		if (strcmp(r->param[i].name, name) == 0)
			value = r->param[i].default_value;
	return value;
}

/* Percent-encodes all but RFC 3986's unreserved characters. */
static int
add_encoded(struct buffer *to, struct text value)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t i;

	for (i = 0; i < value.length; i++) {
		unsigned char b = (unsigned char)value.bytes[i];
		char escape[3] = {'%', digits[b >> 4], digits[b & 15]};

		if ((b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') ||
		    (b >= 'A' && b <= 'Z') || b == '-' || b == '.' ||
		    b == '_' || b == '~')
			buffer_add_char(to, (char)b);
		else
			buffer_add(to, escape, 3);
	}
	return to->failed ? -1 : 0;
}

/* What stands between the quotes of a JSON string. */
static void
add_escaped(struct buffer *to, struct text value)
{
	struct buffer quoted;

	buffer_init(&quoted, RECIPE_BYTES_MAX);
	jsonl_add_string(&quoted, value, false);
	if (quoted.failed || quoted.length < 2)
		to->failed = true;
	else
		buffer_add(to, quoted.bytes + 1, quoted.length - 2);
	buffer_release(&quoted);
}

static int
find_secret(const struct recipe *r, struct text name, struct arena *a,
	struct text *value, struct complaint *c)
{
	size_t i;

	for (i = 0; i < r->secret_count; i++)
		if (text_is(name, r->secret[i].name))
			return secret_read(value, r->secret[i].env,
			    r->secret[i].file, r->path, a, c);
	return 0;
}

/* The value of one {name}; absent where it has none. */
static int
find_value(const struct recipe_fill *with, struct text name, struct arena *a,
	struct text *value, struct complaint *c)
{
	const char *string;

	*value = (struct text){NULL, 0};
	switch (recipe_place_of(name)) {
	case RECIPE_PLACE_PAGE:
		*value = text_of(with->page);
		return 0;
	case RECIPE_PLACE_CURSOR:
		*value = text_of(with->cursor);
		return 0;
	case RECIPE_PLACE_SINCE:
		*value = text_of(with->since);
		return 0;
	case RECIPE_PLACE_SPAN:
		*value = text_of(name.length == 2 ? with->to : with->from);
		return 0;
	case RECIPE_PLACE_IDS:
		*value = text_of(with->ids);
		return 0;
	case RECIPE_PLACE_SECRET:
		if (!with->hide)
			return find_secret(with->recipe, (struct text){
			    name.bytes + 7, name.length - 7}, a, value, c);
		*value = text_of(RECIPE_HIDDEN);
		return 0;
	case RECIPE_PLACE_PARAM:
		break;
	}
	string = arena_copy(a, name.bytes, name.length);
	if (string == NULL)
		return complain(c, 0, "%s: no memory", with->recipe->path);
	*value = recipe_param_value(with->recipe, with->row, string);
	return 0;
}

/* Fills the template without encoding but what `as` asks of single values. */
static int
fill(struct buffer *to, const char *template, const struct recipe_fill *with,
	struct arena *a, struct complaint *c)
{
	size_t at = 0, before = 0, begins;
	struct text name, value;

	while (recipe_placeholder(template, &at, &name, &begins)) {
		buffer_add(to, template + before, begins - before);
		before = at;
		if (find_value(with, name, a, &value, c) < 0)
			return -1;
		if (text_is_absent(value))
			return 0;
		if (with->as == RECIPE_FILL_URL && begins > 0)
			add_encoded(to, value);
		else if (with->as == RECIPE_FILL_JSON)
			add_escaped(to, value);
		else
			buffer_add(to, value.bytes, value.length);
	}
	buffer_add_string(to, template + before);
	return to->failed ? complain(c, 0, "%s: a parameter is too long",
	    with->recipe->path) : 1;
}

int
recipe_fill(struct buffer *to, const char *template,
	const struct recipe_fill *with, struct complaint *c)
{
	struct buffer filled;
	struct arena a;
	int result;

	buffer_init(&filled, RECIPE_BYTES_MAX);
	arena_init(&a, RECIPE_BYTES_MAX);
	result = fill(&filled, template, with, &a, c);
	if (result == 1 && (with->as == RECIPE_FILL_QUERY ?
	    add_encoded(to, (struct text){filled.bytes, filled.length}) :
	    buffer_add(to, filled.bytes, filled.length)) < 0)
		result = complain(c, 0, "%s: a parameter is too long",
		    with->recipe->path);
	if (filled.bytes != NULL)
		memset(filled.bytes, 0, filled.length);
	buffer_release(&filled);
	arena_release(&a);
	return result;
}

static int
check_value(const struct recipe_param *param, struct text value,
	const char *plan_path, size_t line, struct complaint *c)
{
	char quoted[COMPLAINT_VALUE_MAX + 8];
	regmatch_t match;
	regex_t compiled;
	bool fits;

	if (param->pattern == NULL)
		return 0;
	if (regcomp(&compiled, param->pattern, REG_EXTENDED) != 0)
		return complain_line(c, plan_path, line, "the pattern of "
		    "\"%s\" cannot be used", param->name);
	fits = regexec(&compiled, value.bytes, 1, &match, 0) == 0 &&
	    match.rm_so == 0 && (size_t)match.rm_eo == value.length;
	regfree(&compiled);
	if (fits)
		return 0;
	complaint_value(quoted, value.bytes, value.length);
	return complain_line(c, plan_path, line, "%s is no \"%s\" (%s)",
	    quoted, param->name, param->about);
}

int
recipe_check_row(const struct recipe *r, const char *plan_path,
	const struct plan_row *row, struct complaint *c)
{
	struct text value;
	size_t i, k;

	for (k = 0; k < row->param_count; k++) {
		for (i = 0; i < r->param_count; i++)
			if (strcmp(r->param[i].name, row->param[k].name) == 0)
				break;
		if (i == r->param_count)
			return complain_line(c, plan_path, row->line, "the "
			    "recipe %s has no parameter \"%s\"", r->id,
			    row->param[k].name);
	}
	for (i = 0; i < r->param_count; i++) {
		value = plan_row_param(row, r->param[i].name);
		if (!text_is_absent(value)) {
			if (check_value(&r->param[i], value, plan_path,
			    row->line, c) < 0)
				return -1;
		} else if (r->param[i].required) {
			return complain_line(c, plan_path, row->line, "the "
			    "recipe %s needs the parameter \"%s\" (%s)",
			    r->id, r->param[i].name, r->param[i].about);
		}
	}
	return 0;
}
