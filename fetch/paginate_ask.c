/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked: URL and body of the current page. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "jsonl.h"
#include "mirror.h"
#include "paginate.h"

/* The places of one page as strings; `with` borrows them. */
struct places {
	char page[24], since[CALENDAR_TEXT], from[CALENDAR_TEXT],
	    to[CALENDAR_TEXT];
	struct buffer ids;
};

/* An instant as the source wants it; NULL where there is none. */
static const char *
time_write(enum recipe_time format, int64_t instant, char to[CALENDAR_TEXT])
{
	if (instant < 0)
		return NULL;
	if (format == RECIPE_TIME_EPOCH || format == RECIPE_TIME_EPOCH_MS)
		snprintf(to, CALENDAR_TEXT, "%" PRId64,
		    format == RECIPE_TIME_EPOCH ? instant : 1000 * instant);
	else
		calendar_write_instant(instant, to);
	if (format == RECIPE_TIME_DATE)
		to[sizeof("2026-11-21") - 1] = '\0';
	return to;
}

static void
ids_join(const struct paginate *p, struct buffer *to)
{
	size_t batch = p->recipe->size > 0 ? (size_t)p->recipe->size : 1, i;

	for (i = p->id_at; i < p->id_count && i - p->id_at < batch; i++) {
		if (i > p->id_at)
			buffer_add_char(to, ',');
		buffer_add_string(to, p->id[i]);
	}
}

static void
places_make(const struct paginate *p, struct places *places,
	struct recipe_fill *with)
{
	const struct recipe *r = p->recipe;

	*with = (struct recipe_fill){.recipe = r, .row = p->row,
	    .as = RECIPE_FILL_URL};
	buffer_init(&places->ids, 4 * HTTP_URL);
	snprintf(places->page, sizeof(places->page), "%" PRId64, p->number);
	if (paginate_is_numbered(p))
		with->page = places->page;
	else if (r->paging == RECIPE_PAGING_CURSOR && p->placed)
		with->cursor = p->place.bytes;
	if (r->mode == RECIPE_MODE_SINCE)
		with->since = r->time == RECIPE_TIME_ID ? p->aim.since_id :
		    time_write(r->time, p->aim.since, places->since);
	if (p->windowed) {
		with->from = time_write(r->time, p->from, places->from);
		with->to = time_write(r->time, p->to, places->to);
	}
	if (p->id != NULL) {
		ids_join(p, &places->ids);
		with->ids = places->ids.bytes;
	}
}

static void
pair_begin(struct buffer *url, const char *name)
{
	buffer_add_char(url, strchr(url->bytes, '?') != NULL ? '&' : '?');
	buffer_add_string(url, name);
	buffer_add_char(url, '=');
}

/* `name=template`; left out where the template has no value. */
static int
pair_add(struct buffer *url, const char *name, const char *template,
	const struct recipe_fill *with, struct complaint *c)
{
	struct recipe_fill query = *with;
	struct buffer value;
	int filled;

	query.as = RECIPE_FILL_QUERY;
	buffer_init(&value, RECIPE_URL_MAX);
	filled = recipe_fill(&value, template, &query, c);
	if (filled == 1) {
		pair_begin(url, name);
		buffer_add(url, value.bytes != NULL ? value.bytes : "",
		    value.length);
	}
	buffer_release(&value);
	return filled < 0 ? -1 : 0;
}

/* The place of the page, given by a parameter. */
static const char *
place_template(const struct recipe *r)
{
	if (r->paging == RECIPE_PAGING_CURSOR)
		return "{cursor}";
	return r->paging == RECIPE_PAGING_PAGE ||
	    r->paging == RECIPE_PAGING_OFFSET ? "{page}" : NULL;
}

static int
key_add(struct buffer *url, const struct recipe_fill *with,
	struct complaint *c)
{
	const struct recipe *r = with->recipe;
	char template[RECIPE_NAME_MAX + 16];

	if (r->auth != RECIPE_AUTH_QUERY)
		return 0;
	snprintf(template, sizeof(template), "{secret:%s}", r->auth_secret);
	return pair_add(url, r->auth_name, template, with, c);
}

static int
query_add(struct buffer *url, const struct recipe_fill *with,
	struct complaint *c)
{
	const struct recipe *r = with->recipe;
	const char *place = place_template(r);
	size_t i;

	for (i = 0; i < r->query_count; i++)
		if (pair_add(url, r->query[i].name, r->query[i].value.bytes,
		    with, c) != 0)
			return -1;
	if (r->since_param != NULL &&
	    pair_add(url, r->since_param, "{since}", with, c) != 0)
		return -1;
	if (key_add(url, with, c) != 0)
		return -1;
	if (r->size_param != NULL && r->size > 0 &&
	    r->page_in != RECIPE_IN_BODY) {
		pair_begin(url, r->size_param);
		buffer_add_integer(url, r->size);
	}
	/* In a path it was filled in already, in a body it will be. */
	return place == NULL || r->page_in != RECIPE_IN_QUERY ? 0 :
	    pair_add(url, r->page_param, place, with, c);
}

/* A batch of ids: in "each" itself, or each under the parameter. */
static int
batch_add(const struct paginate *p, struct buffer *url,
	const struct recipe_fill *with, struct complaint *c)
{
	size_t batch = p->recipe->size > 0 ? (size_t)p->recipe->size : 1, i;
	struct recipe_fill one = *with;

	if (p->recipe->page_param != NULL)
		for (i = p->id_at; i < p->id_count && i - p->id_at < batch;
		    i++) {
			one.ids = p->id[i];
			if (pair_add(url, p->recipe->page_param, "{ids}", &one,
			    c) != 0)
				return -1;
		}
	return key_add(url, with, c);
}

static int
url_fill(const struct paginate *p, struct buffer *url,
	const struct recipe_fill *with, struct complaint *c)
{
	bool listed = p->id != NULL;
	int filled = recipe_fill(url, listed ? p->recipe->each :
	    p->recipe->url, with, c);

	if (filled == 0)
		return complain(c, 0, "%s: a parameter of \"url\" has no "
		    "value", p->recipe->path);
	if (filled < 0 || (listed ? batch_add(p, url, with, c) :
	    query_add(url, with, c)) != 0)
		return -1;
	return url->failed ? complain(c, 0, "%s: the URL is too long",
	    p->recipe->path) : 0;
}

int
paginate_url(const struct paginate *p, char to[HTTP_URL], struct complaint *c)
{
	struct recipe_fill with;
	struct places places;
	struct buffer url;
	int result;

	if (paginate_is_linked(p) && p->placed) {
		snprintf(to, HTTP_URL, "%s", p->place.bytes);
		return 0;
	}
	places_make(p, &places, &with);
	buffer_init(&url, 4 * HTTP_URL);
	result = url_fill(p, &url, &with, c);
	if (result == 0)
		result = http_url_read(NULL, url.bytes, to, c);
	if (result == 0)
		result = mirror_apply(p->aim.plan, to, c);
	buffer_release(&url);
	buffer_release(&places.ids);
	return result;
}

/* ---- bodies ---- */

/* `name=value` or `"name":value`; left out where it has no value. */
static int
field_add(struct buffer *to, const char *name, const char *template,
	const struct recipe_fill *with, struct complaint *c)
{
	bool json = with->as == RECIPE_FILL_JSON;
	struct buffer value;
	int filled;

	buffer_init(&value, PAGINATE_BODY_MAX);
	filled = recipe_fill(&value, template, with, c);
	if (filled == 1) {
		if (to->length > (json ? 1 : 0))
			buffer_add_char(to, json ? ',' : '&');
		if (json)
			jsonl_add_string(to, text_of(name), false);
		else
			buffer_add_string(to, name);
		buffer_add_char(to, json ? ':' : '=');
		buffer_add(to, value.bytes != NULL ? value.bytes : "",
		    value.length);
	}
	buffer_release(&value);
	return filled < 0 ? -1 : 0;
}

static int
fields_add(const struct recipe *r, struct buffer *to,
	const struct recipe_fill *with, struct complaint *c)
{
	bool json = with->as == RECIPE_FILL_JSON;
	const char *place = place_template(r);
	char size[24];
	size_t i;

	for (i = 0; i < r->body_count; i++)
		if (field_add(to, r->body_field[i].name,
		    r->body_field[i].value.bytes, with, c) != 0)
			return -1;
	if (r->page_in != RECIPE_IN_BODY || place == NULL)
		return 0;
	snprintf(size, sizeof(size), "%d", r->size);
	if (r->size_param != NULL &&
	    field_add(to, r->size_param, size, with, c) != 0)
		return -1;
	/* Numbers are numbers, cursors strings. */
	return field_add(to, r->page_param, json && place[1] == 'c' ?
	    "\"{cursor}\"" : place, with, c);
}

int
paginate_body(const struct paginate *p, struct buffer *to, const char **type,
	struct complaint *c)
{
	const struct recipe *r = p->recipe;
	bool json = r->body == RECIPE_BODY_JSON;
	struct recipe_fill with;
	struct places places;
	int result;

	*type = json ? "application/json" :
	    "application/x-www-form-urlencoded";
	if (r->body == RECIPE_BODY_NONE)
		return 0;
	places_make(p, &places, &with);
	with.as = json ? RECIPE_FILL_JSON : RECIPE_FILL_QUERY;
	if (json)
		buffer_add_char(to, '{');
	result = fields_add(r, to, &with, c);
	if (json)
		buffer_add_char(to, '}');
	buffer_release(&places.ids);
	if (result == 0 && to->failed)
		result = complain(c, 0, "%s: the body is too long", r->path);
	return result;
}

bool
paginate_is_stable(const struct paginate *p)
{
	size_t i;

	/* A page that is left out for being unchanged shows no dates. */
	for (i = 0; i < p->recipe->stop_count; i++)
		if (p->recipe->stop[i].rule == RECIPE_STOP_BEFORE &&
		    p->aim.since >= 0)
			return false;
	return !p->windowed && p->recipe->mode != RECIPE_MODE_FULL &&
	    (p->recipe->mode != RECIPE_MODE_SINCE ||
	    (p->aim.since < 0 && p->aim.since_id == NULL));
}
