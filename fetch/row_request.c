/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is sent: our own fields, those of the recipe, validators. */
#include <string.h>
#include <strings.h>

#include "auth.h"
#include "buffer.h"
#include "row.h"

static void
field_put(struct http_field *field, size_t *count, const char *name,
	const char *value)
{
	if (value != NULL)
		field[(*count)++] = (struct http_field){name, text_of(value)};
}

static int
recipe_fields(struct row *row, struct http_field *field, size_t *count,
	bool *accept, struct arena *a, struct complaint *c)
{
	const struct recipe *recipe = row->task->recipe;
	struct recipe_fill with = {.recipe = recipe,
	    .row = row->task->plan, .as = RECIPE_FILL_PLAIN};
	struct buffer value;
	int filled = 0;
	size_t i;

	buffer_init(&value, HTTP_FIELD_MAX);
	for (i = 0; i < recipe->header_count && filled >= 0; i++) {
		const char *name = recipe->header[i].name, *copy;

		buffer_clear(&value);
		filled = recipe_fill(&value, recipe->header[i].value.bytes,
		    &with, c);
		if (filled != 1)
			continue;
		copy = arena_copy(a, value.bytes, value.length);
		if (copy == NULL)
			filled = complain(c, 0, "no memory for headers");
		else
			field[(*count)++] = (struct http_field){name,
			    {copy, value.length}};
		*accept = *accept || strcasecmp(name, "Accept") == 0;
	}
	buffer_release(&value);
	return filled < 0 ? -1 : 0;
}

/* The fields that say who we are. */
static int
auth_field(struct row *row, struct http_field *field, size_t *count,
	struct arena *a, struct complaint *c)
{
	const struct recipe *recipe = row->task->recipe;
	struct text value, word;
	bool basic = recipe->auth == RECIPE_AUTH_BASIC;

	if (recipe->auth == RECIPE_AUTH_NONE ||
	    recipe->auth == RECIPE_AUTH_QUERY)
		return 0;
	if (row->token != NULL)
		value = (struct text){row->token->value.bytes,
		    row->token->value.length};
	else if ((basic ? auth_basic(recipe, a, &value, c) :
	    auth_secret(recipe, recipe->auth_secret, a, &value, c)) != 0)
		return -1;
	if (recipe->auth == RECIPE_AUTH_HEADER) {
		field[(*count)++] = (struct http_field){recipe->auth_name,
		    value};
		return 0;
	}
	if (auth_word(basic ? "Basic" : "Bearer", value, a, &word, c) != 0)
		return -1;
	field[(*count)++] = (struct http_field){"Authorization", word};
	return 0;
}

/* What is kept of the request: all that was sent, secrets hidden. */
static int
request_write(struct row *row, const struct http_place *place,
	const char *target, const struct http_field *field, size_t count,
	struct complaint *c)
{
	bool post = row->content_type != NULL;
	struct buffer line;
	size_t i;
	int result;

	buffer_init(&line, ROW_REQUEST_MAX);
	buffer_add_string(&line, post ? "POST " : "GET ");
	buffer_add_string(&line, target);
	buffer_add_string(&line, " HTTP/1.1\r\nHost: ");
	buffer_add_string(&line, place->authority);
	for (i = 0; i < count; i++) {
		buffer_add_string(&line, "\r\n");
		buffer_add_string(&line, field[i].name);
		buffer_add_string(&line, ": ");
		buffer_add(&line, field[i].value.bytes, field[i].value.length);
	}
	if (post)
		buffer_add_format(&line, "\r\nContent-Length: %zu",
		    row->content.length);
	buffer_add_string(&line, "\r\n\r\n");
	if (post)
		buffer_add(&line, row->content.bytes, row->content.length);
	buffer_clear(&row->request);
	result = line.failed ? -1 : mask_add(row->task->mask, &row->request,
	    (struct text){line.bytes, line.length});
	buffer_release(&line);
	return result == 0 ? 0 : complain(c, 0, "%s: request too long to be "
	    "kept", row->about.row);
}

static void
conditions_put(const struct row *row, struct http_field *field, size_t *count)
{
	field_put(field, count, "If-None-Match", row->before.etag);
	field_put(field, count, "If-Modified-Since", row->before.modified);
}

int
row_request(struct row *row, const struct round *r,
	struct http_field field[HTTP_HEADERS_MAX], size_t *count,
	struct complaint *c)
{
	struct arena *a = &row->asking;
	struct http_place place;
	const char *target = http_url_place(row->visit.url, &place);
	bool accept = false;

	*count = 0;
	field_put(field, count, "User-Agent", r->agent);
	field_put(field, count, "Accept-Encoding", "gzip");
	/* Keys of an API are for that API alone. */
	if (strcmp(place.origin, row->home.origin) == 0 &&
	    (recipe_fields(row, field, count, &accept, a, c) != 0 ||
	    auth_field(row, field, count, a, c) != 0))
		return -1;
	if (!accept)
		field_put(field, count, "Accept", "*/*");
	if (row->content_type != NULL)
		field_put(field, count, "Content-Type", row->content_type);
	else
		conditions_put(row, field, count);
	return request_write(row, &place, target, field, *count, c);
}
