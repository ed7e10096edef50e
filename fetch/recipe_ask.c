/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recipe_parts.h"

#include <string.h>
#include <strings.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

int
recipe_check_template(const struct strict *s, const struct json *v,
	const struct recipe *r, const char *template, int allowed, int *found)
{
	struct text name;
	size_t at = 0, begins, i;

	while (recipe_placeholder(template, &at, &name, &begins)) {
		int place = (int)recipe_place_of(name);

		if (place == RECIPE_PLACE_SECRET) {
			for (i = 0; i < r->secret_count; i++)
				if (text_is((struct text){name.bytes + 7,
				    name.length - 7}, r->secret[i].name))
					break;
			if (i == r->secret_count)
				return strict_fault(s, v, "{%.*s} is not "
				    "among \"secrets\"", (int)name.length,
				    name.bytes);
		}
		if ((place & allowed) != place)
			return strict_fault(s, v, "{%.*s} has no meaning "
			    "here", (int)name.length, name.bytes);
		*found |= place;
		if (place != RECIPE_PLACE_PARAM)
			continue;
		for (i = 0; i < r->param_count; i++)
			if (text_is(name, r->param[i].name))
				break;
		if (i == r->param_count)
			return strict_fault(s, v, "{%.*s} is not among "
			    "\"params\"", (int)name.length, name.bytes);
	}
	return 0;
}

/* Names that a recipe has no say in: who we are, and what would break the
 * reading of the answer. */
static bool
is_ours(const char *name)
{
	static const char *const ours[] = {"Host", "User-Agent",
	    "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range",
	    "Connection", "Content-Length", "Transfer-Encoding", "TE",
	    "Expect", "Upgrade"};
	size_t i;

	for (i = 0; i < COUNT(ours); i++)
		if (strcasecmp(name, ours[i]) == 0)
			return true;
	return false;
}

/* Names are RFC 9110's tokens. */
static int
read_headers(const struct strict *s, const struct json *v, struct recipe *r)
{
	static const char token[] = "!#$%&'*+-.^_`|~0123456789"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	size_t i;

	if (recipe_pairs(s, v, false, &r->header, &r->header_count) < 0)
		return -1;
	for (i = 0; i < r->header_count; i++) {
		const char *name = r->header[i].name;

		if (name[strspn(name, token)] != '\0')
			return strict_fault(s, v, "\"%s\" is no name of a "
			    "header", name);
		if (is_ours(name))
			return strict_fault(s, v, "the header %s is none of a "
			    "recipe's: fetch sends its own", name);
	}
	return 0;
}

static int
read_request(const struct strict *s, const struct json *v, struct recipe *r)
{
	static const struct recipe_word transports[] = {
		{"http", RECIPE_HTTP}, {"file", RECIPE_FILE},
	}, robots[] = {{"obey", false}, {"api", true}};
	const struct json *transport, *url, *query, *headers, *manners, *delay,
	    *daily, *body, *fields, *auth, *answers, *backoff;
	const struct json_key key[] = {
		{"transport", JSON_STRING, &transport},
		{"url", JSON_STRING, &url},
		{"query", JSON_OBJECT, &query},
		{"headers", JSON_OBJECT, &headers},
		{"robots", JSON_STRING, &manners},
		{"delay_ms", JSON_NUMBER, &delay},
		{"daily", JSON_NUMBER, &daily},
		{"body", JSON_STRING, &body}, {"fields", JSON_OBJECT, &fields},
		{"auth", JSON_OBJECT, &auth},
		{"answers", JSON_OBJECT, &answers},
		{"backoff", JSON_STRING, &backoff},
	};
	int way = RECIPE_HTTP, api = false;

	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    recipe_choice(s, transport, transports, 2, &way) < 0 ||
	    recipe_choice(s, manners, robots, 2, &api) < 0 ||
	    strict_string(s, url, &r->url) < 0 ||
	    recipe_pairs(s, query, false, &r->query, &r->query_count) < 0 ||
	    read_headers(s, headers, r) < 0 ||
	    strict_number(s, delay, 0, RECIPE_DELAY_MAX, &r->delay_ms) < 0 ||
	    strict_number(s, daily, 1, PLAN_DAILY_MAX, &r->daily) < 0 ||
	    recipe_body_read(s, body, fields, r) < 0 ||
	    recipe_auth_read(s, auth, r) < 0 ||
	    recipe_answers_read(s, answers, r) < 0 ||
	    strict_string(s, backoff, &r->backoff) < 0)
		return -1;
	if (r->backoff != NULL && r->backoff[0] != '/')
		return strict_fault(s, backoff, "a JSON Pointer begins with "
		    "/");
	r->transport = (enum recipe_transport)way;
	r->robots_api = api;
	if (r->url == NULL)
		return strict_fault(s, v, "\"url\" is missing");
	if (strlen(r->url) > RECIPE_URL_MAX)
		return strict_fault(s, url, "an URL of more than %d bytes",
		    (int)RECIPE_URL_MAX);
	if (way == RECIPE_FILE && (query != NULL || headers != NULL ||
	    manners != NULL || delay != NULL || body != NULL ||
	    auth != NULL || answers != NULL || backoff != NULL))
		return strict_fault(s, v, "a file has no query, headers, "
		    "body, auth, answers, backoff, robots or delay_ms");
	return 0;
}

/* What a template may hold beside parameters, by how the source is walked. */
static int
places_of(const struct recipe *r)
{
	int place = RECIPE_PLACE_SECRET;

	if (r->page_in == RECIPE_IN_PATH)
		place |= r->paging == RECIPE_PAGING_CURSOR ?
		    RECIPE_PLACE_CURSOR : RECIPE_PLACE_PAGE;
	/* "incremental" is read later and sees to these. */
	return place | RECIPE_PLACE_SINCE | RECIPE_PLACE_SPAN;
}

static int
check_pairs(const struct strict *s, const struct json *v,
	const struct recipe *r, const struct recipe_pair *pair, size_t count,
	int places, int *found)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (recipe_check_template(s, v, r, pair[i].value.bytes,
		    places, found) < 0)
			return -1;
	return 0;
}

static int
check_templates(const struct strict *s, const struct json *v,
	const struct recipe *r)
{
	int places = places_of(r), found = 0, ignored = 0;
	int page = places & (RECIPE_PLACE_PAGE | RECIPE_PLACE_CURSOR);

	if (recipe_check_template(s, v, r, r->url,
	    places & ~RECIPE_PLACE_SECRET, &found) < 0 ||
	    check_pairs(s, v, r, r->query, r->query_count, places, &found) < 0)
		return -1;
	if ((found & page) != page)
		return strict_fault(s, v, "\"in\" is \"path\", but neither "
		    "url nor query holds {%s}",
		    page == RECIPE_PLACE_PAGE ? "page" : "cursor");
	if (check_pairs(s, v, r, r->body_field, r->body_count, places,
	    &ignored) < 0 || check_pairs(s, v, r, r->header, r->header_count,
	    RECIPE_PLACE_SECRET, &ignored) < 0)
		return -1;
	if (r->each == NULL)
		return 0;
	ignored = 0;
	if (recipe_check_template(s, v, r, r->each, RECIPE_PLACE_IDS,
	    &ignored) < 0)
		return -1;
	if (((ignored & RECIPE_PLACE_IDS) != 0) == (r->page_param != NULL))
		return strict_fault(s, v, "the ids stand in \"each\" as "
		    "{ids}, or in the query under \"param\"");
	return 0;
}

static int
read_stated(const struct strict *s, const struct json *v, struct recipe *r)
{
	const struct json *header, *path, *sum;
	const struct json_key key[] = {
		{"header", JSON_STRING, &header}, {"path", JSON_STRING, &path},
		{"sum", JSON_STRING, &sum},
	};

	if (v == NULL)
		return 0;
	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    strict_string(s, header, &r->stated_header) < 0 ||
	    strict_string(s, path, &r->stated_path) < 0 ||
	    strict_string(s, sum, &r->stated_sum) < 0)
		return -1;
	if ((r->stated_path != NULL && r->stated_path[0] != '/') ||
	    (r->stated_sum != NULL && r->stated_sum[0] != '/'))
		return strict_fault(s, v, "a JSON Pointer begins with /");
	return 0;
}

int
recipe_ask_read(const struct strict *s, const struct json *request,
	const struct json *paginate, const struct json *stated,
	struct recipe *r)
{
	r->max_pages = 1;
	if (request == NULL)
		return strict_fault(s, json_root(s->d), "\"request\" is "
		    "missing");
	if (read_request(s, request, r) < 0)
		return -1;
	if (paginate != NULL) {
		r->max_pages = 0;
		if (recipe_paging_read(s, paginate, r) < 0)
			return -1;
		if (r->paging == RECIPE_PAGING_NONE && r->max_pages == 0)
			r->max_pages = 1;
		else if (r->max_pages == 0)
			return strict_fault(s, paginate, "\"max_pages\" is "
			    "missing");
	}
	return read_stated(s, stated, r) < 0 ? -1 :
	    check_templates(s, request, r);
}
