/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recipe_parts.h"

#include <regex.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int
check_params(const struct strict *s, const struct json *v,
	const struct recipe *r, const struct recipe_match *m)
{
	size_t i, k;

	for (i = 0; i < m->param_count; i++) {
		for (k = 0; k < r->param_count; k++)
			if (strcmp(m->param[i].name, r->param[k].name) == 0)
				break;
		if (k == r->param_count)
			return strict_fault(s, v, "\"%s\" is not among "
			    "\"params\"", m->param[i].name);
	}
	return 0;
}

static int
check_url(const struct strict *s, const struct json *v, const char *url)
{
	regex_t compiled;
	bool enough;

	if (regcomp(&compiled, url, REG_EXTENDED | REG_ICASE) != 0)
		return strict_fault(s, v, "not an extended regular "
		    "expression");
	enough = compiled.re_nsub < RECIPE_GROUPS;
	regfree(&compiled);
	return enough ? 0 : strict_fault(s, v, "more than %d groups",
	    RECIPE_GROUPS - 1);
}

static int
read_one(const struct strict *s, const struct json *v,
	const struct recipe *r, struct recipe_match *m)
{
	const struct json *url, *page, *link, *params;
	const struct json_key key[] = {
		{"url", JSON_STRING, &url}, {"page", JSON_STRING, &page},
		{"link", JSON_STRING, &link}, {"params", JSON_OBJECT, &params},
	};

	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    strict_string(s, url, &m->url) < 0 ||
	    strict_string(s, page, &m->page) < 0 ||
	    strict_string(s, link, &m->link) < 0 ||
	    recipe_pairs(s, params, false, &m->param, &m->param_count) < 0 ||
	    check_params(s, params, r, m) < 0)
		return -1;
	if (m->url == NULL)
		return strict_fault(s, v, "a match without \"url\"");
	return check_url(s, url, m->url);
}

int
recipe_match_read(const struct strict *s, const struct json *v,
	struct recipe *r)
{
	const struct json *one;

	if (v == NULL)
		return 0;
	r->match = arena_take(s->arena, (json_count(v) + 1) *
	    sizeof(*r->match));
	if (r->match == NULL)
		return strict_no_memory(s);
	for (one = json_first(v); one != NULL; one = json_next(one))
		if (read_one(s, one, r, &r->match[r->match_count++]) < 0)
			return -1;
	return 0;
}
