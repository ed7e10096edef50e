/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "attributes.h"

#include <string.h>
#include <strings.h>

static bool
is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
	    c == '_' || c == '.' || (c >= '0' && c <= '9');
}

static bool
is_asked_for(const struct attributes *a, struct text name)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		if (a->name[i].length == name.length && strncasecmp(
		    a->name[i].bytes, name.bytes, name.length) == 0)
			return true;
	return false;
}

/* Each `@name` of an expression; `@*`, a prefix or an axis may be any. */
static void
add_expression(struct attributes *a, const char *at)
{
	struct text name;

	if (at == NULL)
		return;
	a->all = a->all || strstr(at, "attribute") != NULL;
	a->scripts = a->scripts || strstr(at, "script") != NULL;
	a->blanks = a->blanks || strstr(at, "text()") != NULL ||
	    strstr(at, "node()") != NULL;
	while ((at = strchr(at, '@')) != NULL) {
		name = (struct text){++at, 0};
		while (is_name_byte(name.bytes[name.length]))
			name.length++;
		if (name.length == 0 || name.bytes[name.length] == ':' ||
		    a->count == ATTRIBUTES_MAX) {
			a->all = true;
			return;
		}
		if (!is_asked_for(a, name))
			a->name[a->count++] = name;
	}
}

void
attributes_add_recipe(struct attributes *a, const struct recipe *r)
{
	size_t i, k;

	for (i = 0; i < r->records_count; i++)
		add_expression(a, r->records_path[i]);
	add_expression(a, r->where_path);
	for (i = 0; i < RECIPE_FIELDS; i++) {
		add_expression(a, r->field[i].best_path);
		for (k = 0; k < r->field[i].path_count; k++)
			add_expression(a, r->field[i].path[k]);
	}
}

static bool
begins(struct text name, const char *with)
{
	size_t length = strlen(with);

	return name.length > length && (name.bytes[0] | 0x20) == *with &&
	    strncasecmp(name.bytes, with, length) == 0;
}

static bool
is_one_of(struct text name, const char *const *list)
{
	for (; name.length > 0 && *list != NULL; list++)
		if ((name.bytes[0] | 0x20) == **list &&
		    strlen(*list) == name.length && strncasecmp(name.bytes,
		    *list, name.length) == 0)
			return true;
	return false;
}

bool
attributes_is_idle(const struct attributes *a, struct text name)
{
	static const char *const read[] = {"aria-label", "data-auto",
	    "data-automation", "data-average", "data-average-rating", "data-avg-rating",
	    "data-content", "data-date", "data-hook", "data-icon", "data-num-reviews",
	    "data-number-of-reviews", "data-rating", "data-rating-average",
	    "data-rating-value", "data-review-count", "data-reviews-count",
	    "data-score", "data-stars", "data-test", "data-testid", "data-time",
	    "data-timestamp", "data-total-reviews",
	    "data-value", NULL};
	static const char *const idle[] = {"crossorigin", "decoding",
	    "fetchpriority", "height", "integrity", "jsaction",
	    "jscontroller", "jsdata", "jsmodel", "jsname", "loading", "nonce",
	    "role", "sizes", "srcset", "tabindex", "target", "width", NULL};

	if (a->all || !(begins(name, "data-") || begins(name, "aria-") ||
	    begins(name, "on") || is_one_of(name, idle)) ||
	    is_one_of(name, read))
		return false;
	return !is_asked_for(a, name);
}
