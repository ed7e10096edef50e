/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a source is paged: "paginate". */
#include <string.h>

#include "recipe_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { SIZE_MOST = 100000 };

static int
read_stop(const struct strict *s, const struct json *v, struct recipe *r)
{
	static const struct recipe_word words[] = {
		{"empty", RECIPE_STOP_EMPTY}, {"absent", RECIPE_STOP_ABSENT},
		{"repeat", RECIPE_STOP_REPEAT}, {"short", RECIPE_STOP_SHORT},
		{"known", RECIPE_STOP_KNOWN}, {"total", RECIPE_STOP_TOTAL},
		{"before_since", RECIPE_STOP_BEFORE},
	};
	struct recipe_stop *stop = &r->stop[r->stop_count];
	const char *word = NULL;
	size_t i;

	if (r->stop_count == RECIPE_STOPS_MAX)
		return strict_fault(s, v, "more than %d stop rules",
		    (int)RECIPE_STOPS_MAX);
	if (strict_string(s, v, &word) < 0)
		return -1;
	for (i = 0; i < COUNT(words); i++)
		if (strcmp(word, words[i].word) == 0) {
			stop->rule = (enum recipe_stop_rule)words[i].means;
			r->stop_count++;
			return 0;
		}
	if (strncmp(word, "status:", 7) == 0 && strlen(word) == 10 &&
	    strspn(word + 7, "0123456789") == 3) {
		stop->rule = RECIPE_STOP_STATUS;
		stop->status = (word[7] - '0') * 100 + (word[8] - '0') * 10 +
		    (word[9] - '0');
	} else if (strncmp(word, "header:", 7) == 0 && word[7] != '\0') {
		stop->rule = RECIPE_STOP_HEADER;
		stop->header = word + 7;
	} else {
		return strict_fault(s, v, "no such stop rule; there are "
		    "empty, absent, repeat, short, known, before_since, "
		    "total, status:404, header:Name");
	}
	r->stop_count++;
	return 0;
}

/* What each kind of pagination needs and cannot use. */
static int
check_paging(const struct strict *s, const struct json *v,
	const struct recipe *r)
{
	bool counted = r->paging == RECIPE_PAGING_PAGE ||
	    r->paging == RECIPE_PAGING_OFFSET;
	bool cursor = r->paging == RECIPE_PAGING_CURSOR;
	bool in_body = cursor || r->paging == RECIPE_PAGING_NEXT_URL;
	bool ids = r->paging == RECIPE_PAGING_IDS;

	if (in_body != (r->next != NULL))
		return strict_fault(s, v, in_body ? "\"next\" is missing" :
		    "\"next\" has no meaning with this type");
	if (r->next != NULL && r->next[0] != '/')
		return strict_fault(s, v, "\"next\" is a JSON Pointer: it "
		    "begins with /");
	if ((counted || cursor) && r->page_in != RECIPE_IN_PATH &&
	    r->page_param == NULL)
		return strict_fault(s, v, "\"param\" is missing");
	if (ids != (r->ids != NULL) || ids != (r->each != NULL))
		return strict_fault(s, v, ids ? "\"ids\" or \"each\" is "
		    "missing" : "\"ids\" and \"each\" have no meaning with "
		    "this type");
	if (!counted && !cursor && r->page_in != RECIPE_IN_QUERY)
		return strict_fault(s, v, "\"in\" has no meaning with this "
		    "type");
	if (!counted && !cursor && !ids && r->page_param != NULL)
		return strict_fault(s, v, "\"param\" and \"in\" have no "
		    "meaning with this type");
	if (r->page_in == RECIPE_IN_BODY && r->body == RECIPE_BODY_NONE)
		return strict_fault(s, v, "\"in\" is \"body\", but the "
		    "request has none");
	if (ids && r->ids[0] != '/')
		return strict_fault(s, v, "\"ids\" is a JSON Pointer: it "
		    "begins with /");
	if (r->first != NULL && !cursor)
		return strict_fault(s, v, "\"first\" has no meaning with this "
		    "type");
	return 0;
}

/* Rules that could never be met would be missed by nobody. */
static int
check_stops(const struct strict *s, const struct json *v,
	const struct recipe *r)
{
	size_t i;

	if (r->paging == RECIPE_PAGING_IDS && r->stop_count > 0)
		return strict_fault(s, v, "a list of ids ends by itself: no "
		    "rule has a meaning with this type");
	if (r->size_param != NULL && r->size == 0)
		return strict_fault(s, v, "\"size_param\" needs \"size\"");
	for (i = 0; i < r->stop_count; i++) {
		if (r->stop[i].rule == RECIPE_STOP_SHORT && r->size == 0)
			return strict_fault(s, v, "the rule short needs "
			    "\"size\"");
		if (r->stop[i].rule == RECIPE_STOP_HEADER &&
		    r->paging != RECIPE_PAGING_PAGE)
			return strict_fault(s, v, "the rule header has no "
			    "meaning with this type");
	}
	return check_paging(s, v, r);
}

int
recipe_paging_read(const struct strict *s, const struct json *v,
	struct recipe *r)
{
	static const struct recipe_word types[] = {
		{"none", RECIPE_PAGING_NONE}, {"page", RECIPE_PAGING_PAGE},
		{"offset", RECIPE_PAGING_OFFSET},
		{"cursor", RECIPE_PAGING_CURSOR},
		{"next_url", RECIPE_PAGING_NEXT_URL},
		{"link_header", RECIPE_PAGING_LINK_HEADER},
		{"html_next", RECIPE_PAGING_HTML_NEXT},
		{"ids", RECIPE_PAGING_IDS},
	}, places[] = {{"query", RECIPE_IN_QUERY}, {"path", RECIPE_IN_PATH},
		{"body", RECIPE_IN_BODY}};
	const struct json *type, *param, *start, *step, *in, *first,
	    *size_param, *size, *next, *max_pages, *stop, *ids, *each, *e;
	const struct json_key key[] = {
		{"type", JSON_STRING, &type}, {"param", JSON_STRING, &param},
		{"start", JSON_NUMBER, &start}, {"step", JSON_NUMBER, &step},
		{"in", JSON_STRING, &in}, {"first", JSON_STRING, &first},
		{"size_param", JSON_STRING, &size_param},
		{"size", JSON_NUMBER, &size}, {"next", JSON_STRING, &next},
		{"max_pages", JSON_NUMBER, &max_pages},
		{"stop", JSON_ARRAY, &stop}, {"ids", JSON_STRING, &ids},
		{"each", JSON_STRING, &each},
	};
	int paging = RECIPE_PAGING_NONE, where = RECIPE_IN_QUERY;

	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    recipe_choice(s, type, types, COUNT(types), &paging) < 0 ||
	    recipe_choice(s, in, places, COUNT(places), &where) < 0 ||
	    strict_string(s, ids, &r->ids) < 0 ||
	    strict_string(s, each, &r->each) < 0 ||
	    strict_string(s, param, &r->page_param) < 0 ||
	    strict_string(s, first, &r->first) < 0 ||
	    strict_string(s, size_param, &r->size_param) < 0 ||
	    strict_string(s, next, &r->next) < 0 ||
	    strict_number(s, size, 1, SIZE_MOST, &r->size) < 0)
		return -1;
	r->paging = (enum recipe_paging)paging;
	r->page_in = (enum recipe_where)where;
	r->start = paging == RECIPE_PAGING_PAGE;
	r->step = paging == RECIPE_PAGING_OFFSET && r->size > 0 ? r->size : 1;
	if (strict_number(s, start, 0, SIZE_MOST, &r->start) < 0 ||
	    strict_number(s, step, 1, SIZE_MOST, &r->step) < 0 ||
	    strict_number(s, max_pages, 1, RECIPE_PAGES_MAX,
	    &r->max_pages) < 0)
		return -1;
	for (e = json_first(stop); e != NULL; e = json_next(e))
		if (read_stop(s, e, r) < 0)
			return -1;
	return check_stops(s, v, r);
}
