/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure_path.h"

#include <stdio.h>
#include <string.h>

enum { KEYS = 4 };

/* What tells the elements of a list apart; absent ones are passed over. */
static const struct {
	const char *list, *key[KEYS];
} lists[] = {
	{"brands", {"name"}},
	{"comparisons", {"competitor"}},
	{"alerts", {"brand", "source", "what", "first"}},
	{"sources", {"brand", "source"}},
	{"languages", {"language"}},
	{"months", {"month"}},
	{"items", {"item"}},
	{"aspects", {"aspect"}},
	{"stages", {"stage"}},
	{"headToHead", {"other", "aspect"}},
	{"answering", {"source"}},
	{"churn", {"period"}},
	{"words", {"word", "language"}},
	{"quotes", {"id"}},
	{"unanswered", {"id"}},
	{"aspectQuotes", {"aspect", "label", "id"}},
	{"list", {"id"}},
};

static const struct { const char *is, *of; } short_names[] = {
	{"source", "sources"}, {"language", "languages"}, {"month", "months"},
	{"item", "items"}, {"aspect", "aspects"}, {"stage", "stages"},
	{"word", "words"},
	{"pos", "positive"}, {"neu", "neutral"}, {"neg", "negative"},
};

/* With the '/' behind it; 0 where something else follows. */
static size_t
ends(const char *rest, size_t taken)
{
	return rest[taken] == '/' ? taken + 1 : rest[taken] == '\0' ?
	    taken : 0;
}

/* How much of `rest` a name takes, its '/' too; 0: it does not begin so.  A
 * '/' of the name may be %2F, a '%' %25. */
static size_t
fits(const char *rest, const char *name, size_t length)
{
	size_t taken = 0, i;

	for (i = 0; i < length; i++) {
		const char *coded = name[i] == '/' ? "%2F" : name[i] == '%' ?
		    "%25" : "";

		if (*coded != '\0' && strncmp(rest + taken, coded, 3) == 0)
			taken += 3;
		else if (rest[taken] == name[i] && name[i] != '\0')
			taken++;
		else
			return 0;
	}
	return ends(rest, taken);
}

/* The same of a member's name as the tables and metrics write it: mean_stars
 * for meanStars, within_1_hour for within1Hour. */
static size_t
fits_column(const char *rest, const char *name)
{
	size_t taken = 0, i;

	for (i = 0; name[i] != '\0'; i++) {
		bool upper = name[i] >= 'A' && name[i] <= 'Z';
		bool digit = name[i] >= '0' && name[i] <= '9';

		if ((upper || digit) && rest[taken++] != '_')
			return 0;
		if (rest[taken++] != (upper ? name[i] - 'A' + 'a' : name[i]))
			return 0;
	}
	return ends(rest, taken);
}

size_t
figure_path_label(const struct json *element, const char *list,
	char to[FIGURE_LABEL_MAX])
{
	size_t i, k, length = 0;

	to[0] = '\0';
	for (i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (strcmp(lists[i].list, list) == 0)
			break;
	for (k = 0; i < sizeof(lists) / sizeof(*lists) && k < KEYS &&
	    lists[i].key[k] != NULL; k++) {
		struct text part = json_text(json_member(element,
		    lists[i].key[k]));
		int wrote;

		if (part.length == 0)
			continue;
		wrote = snprintf(to + length, FIGURE_LABEL_MAX - length,
		    "%s%.*s", length > 0 ? "/" : "", (int)part.length,
		    part.bytes);
		if (wrote < 0 || (size_t)wrote >= FIGURE_LABEL_MAX - length)
			return 0;
		length += (size_t)wrote;
	}
	if (length == 0 && strcmp(list, "answering") == 0)
		length = (size_t)snprintf(to, FIGURE_LABEL_MAX, "all");
	return length;
}

/* Words may also stand behind their language: en/good. */
static size_t
fits_word(const struct json *element, const char *rest)
{
	struct text language = json_text(json_member(element, "language"));
	struct text word = json_text(json_member(element, "word"));
	size_t taken = language.length == 0 ? 0 : fits(rest, language.bytes,
	    language.length), more;

	if (taken == 0 || rest[taken - 1] != '/' || word.length == 0)
		return 0;
	more = fits(rest + taken, word.bytes, word.length);
	return more == 0 ? 0 : taken + more;
}

/* The element whose name is the longest that fits; a number is a place. */
static const struct json *
find_element(const struct json *array, const char *list, const char *rest,
	size_t *taken)
{
	const struct json *v, *best = NULL;
	char label[FIGURE_LABEL_MAX];
	size_t place = 0, length, took;

	*taken = 0;
	for (v = json_first(array); v != NULL; v = json_next(v)) {
		length = figure_path_label(v, list, label);
		if (length == 0)
			length = (size_t)snprintf(label, sizeof(label), "%zu",
			    ++place);
		took = fits(rest, label, length);
		if (took == 0 && strcmp(list, "words") == 0)
			took = fits_word(v, rest);
		if (took > *taken) {
			best = v;
			*taken = took;
		}
	}
	return best;
}

static const struct json *
find_member(const struct json *object, const char *rest, size_t *taken)
{
	const struct json *v, *best = NULL;
	size_t i, took;

	*taken = 0;
	for (v = json_first(object); v != NULL; v = json_next(v)) {
		took = fits(rest, json_name(v), strlen(json_name(v)));
		if (took > *taken) {
			best = v;
			*taken = took;
		}
	}
	for (v = best == NULL ? json_first(object) : NULL; v != NULL &&
	    best == NULL; v = json_next(v)) {
		*taken = fits_column(rest, json_name(v));
		/* stars_1 */
		if (*taken == 0 && strcmp(json_name(v), "stars") == 0 &&
		    strncmp(rest, "stars_", 6) == 0)
			*taken = 6;
		best = *taken > 0 ? v : NULL;
	}
	for (i = 0; best == NULL && i < sizeof(short_names) /
	    sizeof(*short_names); i++) {
		*taken = fits(rest, short_names[i].is,
		    strlen(short_names[i].is));
		if (*taken > 0)
			best = json_member(object, short_names[i].of);
	}
	return best;
}

static bool
add(struct figure_path *p, const char *name, const struct json *v)
{
	if (p->count == FIGURE_PATH_MAX)
		return false;
	p->step[p->count++] = (struct figure_step){name, v};
	return true;
}

static bool
walk(struct figure_path *p, const struct json *at, const char *rest)
{
	const char *list = p->count > 0 ? p->step[p->count - 1].name : "";
	size_t taken = 0;

	while (*rest != '\0') {
		bool array = json_type(at) == JSON_ARRAY;

		if (array)
			at = find_element(at, list, rest, &taken);
		else
			at = find_member(at, rest, &taken);
		if (at == NULL || !add(p, array ? NULL : json_name(at), at))
			return false;
		if (!array)
			list = json_name(at);
		rest += taken;
	}
	return p->count > 0;
}

/* What is called by its element alone is its reviews. */
static bool
end(struct figure_path *p)
{
	const struct json *last = figure_path_value(p), *reviews;

	if (p->step[p->count - 1].name != NULL &&
	    strcmp(p->step[p->count - 1].name, "total") != 0)
		return true;
	reviews = json_member(last, "reviews");
	return reviews == NULL || add(p, "reviews", reviews);
}

bool
figure_path_of(struct figure_path *p, const struct json *summary,
	const struct json *brand, const char *name)
{
	const struct json *total = json_member(brand, "total");
	bool own = text_is(json_text(json_member(brand, "role")), "own");

	*p = (struct figure_path){.root = summary, .brand = brand};
	if (*name == '\0')
		return false;
	if (walk(p, brand, name))
		return end(p);
	p->count = 0;
	if (add(p, "total", total) && walk(p, total, name))
		return end(p);
	p->count = 0;
	return own && walk(p, summary, name) &&
	    strcmp(figure_path_name(p, 0), "comparisons") == 0 && end(p);
}

bool
figure_path_find(struct figure_path *p, const struct json *summary,
	const char *name)
{
	const struct json *brands = json_member(summary, "brands"), *b;
	bool all = name[0] == '/';
	size_t taken;

	for (b = json_first(brands); b != NULL; b = json_next(b)) {
		struct text label = json_text(json_member(b, "name"));

		taken = all ? 1 : label.length == 0 ? 0 : fits(name,
		    label.bytes, label.length);
		if (taken == 0 || name[taken - 1] != '/' ||
		    !figure_path_of(p, summary, b, name + taken))
			continue;
		p->all_brands = all;
		return true;
	}
	*p = (struct figure_path){.root = summary};
	return walk(p, summary, name) && end(p);
}

const struct json *
figure_path_value(const struct figure_path *p)
{
	return figure_path_at(p, p->count - 1);
}

const char *
figure_path_name(const struct figure_path *p, size_t step)
{
	const char *name = step < p->count ? p->step[step].name : NULL;

	return name == NULL ? "" : name;
}

const struct json *
figure_path_at(const struct figure_path *p, size_t step)
{
	return step < p->count ? p->step[step].value : NULL;
}
