/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a source is asked again: "incremental". */
#include <string.h>

#include "recipe_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	KNOWN_RUN_MOST = 1000, CAP_MOST = 1000000,
	WINDOW_DEFAULT = 7 * 86400, LEAST_DEFAULT = 3600,
};

/* The places that occur anywhere in the request. */
static int
places_found(const struct recipe *r)
{
	const struct recipe_pair *list[2] = {r->query, r->body_field};
	const size_t count[2] = {r->query_count, r->body_count};
	size_t at = 0, begins, i, k;
	struct text name;
	int found = 0;

	while (recipe_placeholder(r->url, &at, &name, &begins))
		found |= (int)recipe_place_of(name);
	for (k = 0; k < 2; k++)
		for (i = 0; i < count[k]; i++)
			for (at = 0; recipe_placeholder(list[k][i].value.bytes,
			    &at, &name, &begins);)
				found |= (int)recipe_place_of(name);
	return found;
}

/* A rule or a place that could never have a value would be missed by
 * nobody. */
static int
check_mode(const struct strict *s, const struct json *v,
	const struct recipe *r)
{
	int found = places_found(r);
	bool known = recipe_has_stop(r, RECIPE_STOP_KNOWN);
	bool peeks = r->format == RECIPE_JSON;

	if ((known || recipe_has_stop(r, RECIPE_STOP_BEFORE) ||
	    r->mode == RECIPE_MODE_KNOWN) && !peeks)
		return strict_fault(s, v, "known and before_since are looked "
		    "for in json only");
	if (known && r->mode != RECIPE_MODE_KNOWN)
		return strict_fault(s, v, "the rule known needs the mode "
		    "known");
	if (r->mode == RECIPE_MODE_KNOWN && !known &&
	    r->paging != RECIPE_PAGING_IDS)
		return strict_fault(s, v, "the mode known needs the rule "
		    "known");
	if (r->mode == RECIPE_MODE_KNOWN &&
	    r->field[RECIPE_ID].path_count == 0)
		return strict_fault(s, v, "the mode known needs the field "
		    "id");
	if (recipe_has_stop(r, RECIPE_STOP_BEFORE) &&
	    r->field[RECIPE_PUBLISHED].path_count == 0)
		return strict_fault(s, v, "the rule before_since needs the "
		    "field published");
	if (((found & RECIPE_PLACE_SINCE) != 0 || r->since_param != NULL) !=
	    (r->mode == RECIPE_MODE_SINCE))
		return strict_fault(s, v, "the mode since and {since} or "
		    "\"param\" go together");
	if (((found & RECIPE_PLACE_SPAN) != 0) !=
	    (r->mode == RECIPE_MODE_WINDOW))
		return strict_fault(s, v, "the mode window and {from} and "
		    "{to} go together");
	return 0;
}

static int
check_window(const struct strict *s, const struct json *v, struct recipe *r)
{
	bool window = r->mode == RECIPE_MODE_WINDOW;

	if (r->since_id != NULL && (r->time != RECIPE_TIME_ID ||
	    r->since_id[0] != '/'))
		return strict_fault(s, v, "\"id\" is a JSON Pointer, for the "
		    "format id");
	if (r->time == RECIPE_TIME_ID && (window || r->lookback > 0))
		return strict_fault(s, v, "the format id is for the mode "
		    "since, without \"lookback\"");
	if (!window && (r->window > 0 || r->window_least > 0 || r->cap > 0))
		return strict_fault(s, v, "step, least and cap are for the "
		    "mode window");
	if (window && r->paging == RECIPE_PAGING_NONE && r->max_pages < 2)
		return strict_fault(s, v, "the mode window asks more than "
		    "one page: \"max_pages\" is missing");
	if (window && r->window == 0)
		r->window = WINDOW_DEFAULT;
	if (window && r->window_least == 0)
		r->window_least = r->window < LEAST_DEFAULT ? r->window :
		    LEAST_DEFAULT;
	if (window && r->begins == 0)
		return strict_fault(s, v, "\"start\" is missing: how far the "
		    "first run goes back");
	if (window && (r->paging == RECIPE_PAGING_IDS ||
	    r->window_least > r->window))
		return strict_fault(s, v, "no such stretch of time");
	return check_mode(s, v, r);
}

int
recipe_again_read(const struct strict *s, const struct json *v,
	struct recipe *r)
{
	static const struct recipe_word modes[] = {
		{"conditional", RECIPE_MODE_CONDITIONAL},
		{"full", RECIPE_MODE_FULL}, {"known", RECIPE_MODE_KNOWN},
		{"since", RECIPE_MODE_SINCE}, {"window", RECIPE_MODE_WINDOW},
	}, times[] = {
		{"iso8601", RECIPE_TIME_ISO}, {"date", RECIPE_TIME_DATE},
		{"epoch", RECIPE_TIME_EPOCH},
		{"epoch_ms", RECIPE_TIME_EPOCH_MS}, {"id", RECIPE_TIME_ID},
	};
	const struct json *mode, *param, *format, *lookback, *known, *start,
	    *step, *least, *cap, *id, *whole;
	const struct json_key key[] = {
		{"mode", JSON_STRING, &mode}, {"param", JSON_STRING, &param},
		{"format", JSON_STRING, &format},
		{"lookback", JSON_STRING, &lookback},
		{"known_run", JSON_NUMBER, &known},
		{"start", JSON_STRING, &start}, {"step", JSON_STRING, &step},
		{"least", JSON_STRING, &least}, {"cap", JSON_NUMBER, &cap},
		{"id", JSON_STRING, &id}, {"whole", JSON_STRING, &whole},
	};
	int how = RECIPE_MODE_CONDITIONAL, time = RECIPE_TIME_ISO;

	if (v == NULL)
		return check_mode(s, json_root(s->d), r);
	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    recipe_choice(s, mode, modes, COUNT(modes), &how) < 0 ||
	    recipe_choice(s, format, times, COUNT(times), &time) < 0 ||
	    strict_string(s, param, &r->since_param) < 0 ||
	    strict_string(s, id, &r->since_id) < 0 ||
	    strict_duration(s, lookback, &r->lookback) < 0 ||
	    strict_number(s, known, 1, KNOWN_RUN_MOST, &r->known_run) < 0 ||
	    strict_duration(s, whole, &r->whole) < 0 ||
	    strict_duration(s, start, &r->begins) < 0 ||
	    strict_duration(s, step, &r->window) < 0 ||
	    strict_duration(s, least, &r->window_least) < 0 ||
	    strict_number(s, cap, 1, CAP_MOST, &r->cap) < 0)
		return -1;
	if (mode == NULL)
		return strict_fault(s, v, "\"mode\" is missing");
	if ((known != NULL || whole != NULL) && how != RECIPE_MODE_KNOWN)
		return strict_fault(s, v, "known_run and whole are for the "
		    "mode known");
	r->mode = (enum recipe_mode)how;
	r->time = (enum recipe_time)time;
	return check_window(s, v, r);
}
