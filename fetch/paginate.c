/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paginate.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "peek.h"

void
paginate_init(struct paginate *p, const struct recipe *recipe,
	const struct plan_row *row)
{
	memset(p, 0, sizeof(*p));
	p->recipe = recipe;
	p->row = row;
	p->number = recipe->start;
	p->max_pages = row->max_pages > 0 ? row->max_pages :
	    recipe->max_pages > 0 ? recipe->max_pages : PAGINATE_PAGES;
	if (p->max_pages > RECIPE_PAGES_MAX)
		p->max_pages = RECIPE_PAGES_MAX;
	buffer_init(&p->place, HTTP_URL);
	if (recipe->paging == RECIPE_PAGING_CURSOR && recipe->first != NULL)
		p->placed = buffer_add_string(&p->place, recipe->first) == 0;
}

void
paginate_release(struct paginate *p)
{
	buffer_release(&p->place);
	free(p->seen);
	p->seen = NULL;
}

static bool
is_numbered(const struct paginate *p)
{
	return p->recipe->paging == RECIPE_PAGING_PAGE ||
	    p->recipe->paging == RECIPE_PAGING_OFFSET;
}

static bool
is_linked(const struct paginate *p)
{
	return p->recipe->paging == RECIPE_PAGING_NEXT_URL ||
	    p->recipe->paging == RECIPE_PAGING_LINK_HEADER ||
	    p->recipe->paging == RECIPE_PAGING_HTML_NEXT;
}

/* ---- the URL ---- */

static void
pair_begin(struct buffer *url, const char *name)
{
	buffer_add_char(url, strchr(url->bytes, '?') != NULL ? '&' : '?');
	buffer_add_string(url, name);
	buffer_add_char(url, '=');
}

static int
query_add(struct buffer *url, const struct recipe_fill *with,
	struct complaint *c)
{
	struct recipe_fill query = *with;
	const struct recipe *r = with->recipe;
	struct buffer value;
	int filled = 0;
	size_t i;

	query.as = RECIPE_FILL_QUERY;
	buffer_init(&value, RECIPE_URL_MAX);
	for (i = 0; i < r->query_count && filled >= 0; i++) {
		buffer_clear(&value);
		filled = recipe_fill(&value, r->query[i].value.bytes, &query,
		    c);
		if (filled != 1)
			continue;
		pair_begin(url, r->query[i].name);
		buffer_add(url, value.bytes != NULL ? value.bytes : "",
		    value.length);
	}
	if (filled >= 0 && r->size_param != NULL && r->size > 0) {
		pair_begin(url, r->size_param);
		buffer_add_integer(url, r->size);
	}
	/* A place given by parameter; in a path it was filled in above. */
	if (filled >= 0 && !r->page_in_path && r->page_param != NULL &&
	    (with->page != NULL || with->cursor != NULL)) {
		query.page = with->page;
		buffer_clear(&value);
		filled = recipe_fill(&value, with->page != NULL ? "{page}" :
		    "{cursor}", &query, c);
		if (filled == 1) {
			pair_begin(url, r->page_param);
			buffer_add(url, value.bytes, value.length);
		}
	}
	buffer_release(&value);
	return filled < 0 ? -1 : 0;
}

int
paginate_url(const struct paginate *p, char to[HTTP_URL], struct complaint *c)
{
	struct recipe_fill with = {.recipe = p->recipe, .row = p->row,
	    .as = RECIPE_FILL_URL};
	char page[24];
	struct buffer url;
	int result;

	if (is_linked(p) && p->placed) {
		snprintf(to, HTTP_URL, "%s", p->place.bytes);
		return 0;
	}
	snprintf(page, sizeof(page), "%" PRId64, p->number);
	if (is_numbered(p))
		with.page = page;
	else if (p->recipe->paging == RECIPE_PAGING_CURSOR && p->placed)
		with.cursor = p->place.bytes;
	buffer_init(&url, 4 * HTTP_URL);
	result = recipe_fill(&url, p->recipe->url, &with, c);
	if (result == 0)
		result = complain(c, 0, "%s: a parameter of \"url\" has no "
		    "value", p->recipe->path);
	else if (result == 1)
		result = query_add(&url, &with, c);
	if (result == 0 && url.failed)
		result = complain(c, 0, "%s: the URL is too long",
		    p->recipe->path);
	if (result == 0)
		result = http_url_read(NULL, url.bytes, to, c);
	buffer_release(&url);
	return result;
}

/* ---- looking ---- */

/* A next link stays on its host: a page must not send us round the web.  An
 * http link on an https page is a slip of the site and is read as https. */
static int
next_settle(const char *url, const char *written, struct arena *a,
	struct paginate_facts *facts, struct complaint *c)
{
	struct http_place here, there;
	char target[HTTP_URL], secure[HTTP_URL + 1];
	const char *from, *to;

	if (http_url_read(url, written, target, c) != 0)
		return -1;
	http_url_place(url, &here);
	http_url_place(target, &there);
	from = strncmp(here.authority, "www.", 4) == 0 ? here.authority + 4 :
	    here.authority;
	to = strncmp(there.authority, "www.", 4) == 0 ? there.authority + 4 :
	    there.authority;
	if (strcmp(from, to) != 0) {
		facts->elsewhere = arena_string(a, target);
		return facts->elsewhere != NULL ? 0 :
		    complain(c, 0, "no memory for a link");
	}
	if (here.secure && !there.secure) {
		snprintf(secure, sizeof(secure), "https%s", target + 4);
		if (http_url_read(NULL, secure, target, c) != 0)
			return -1;
	}
	facts->next = arena_string(a, target);
	return facts->next != NULL ? 0 : complain(c, 0, "no memory for a link");
}

int
paginate_look(const struct paginate *p, const char *url, struct text head,
	struct text body, struct paginate_facts *facts, struct arena *a,
	struct complaint *c)
{
	struct peek peek;
	int result;

	if (peek_look(&peek, p->recipe, head, body, c) != 0)
		return -1;
	*facts = (struct paginate_facts){.records = peek.records,
	    .stated = peek.stated, .last = peek.last};
	result = 0;
	if (peek.has_next && is_linked(p))
		result = next_settle(url, peek.next.bytes, a, facts, c);
	else if (peek.has_next && peek.next.length > PAGINATE_CURSOR_MAX)
		result = complain(c, 0, "the cursor of the next page has "
		    "more than %d bytes", (int)PAGINATE_CURSOR_MAX);
	else if (peek.has_next &&
	    (facts->next = arena_string(a, peek.next.bytes)) == NULL)
		result = complain(c, 0, "no memory for a cursor");
	peek_release(&peek);
	return result;
}

/* ---- turning ---- */

static bool
has_rule(const struct recipe *r, enum recipe_stop_rule rule)
{
	size_t i;

	for (i = 0; i < r->stop_count; i++)
		if (r->stop[i].rule == rule)
			return true;
	return false;
}

static int
seen_grow(struct paginate *p)
{
	size_t size = p->seen_size == 0 ? 64 : 2 * p->seen_size, i, at;
	uint64_t *grown = calloc(size, sizeof(*grown));

	if (grown == NULL)
		return -1;
	for (i = 0; i < p->seen_size; i++) {
		if (p->seen[i] == 0)
			continue;
		for (at = p->seen[i] & (size - 1); grown[at] != 0;
		    at = (at + 1) & (size - 1))
			;
		grown[at] = p->seen[i];
	}
	free(p->seen);
	p->seen = grown;
	p->seen_size = size;
	return 0;
}

/* 1 seen before, 0 new and now noted, -1 no memory. */
static int
seen_add(struct paginate *p, const char *cursor, const char *digest)
{
	struct text parts[2] = {text_of(cursor), text_of(digest)};
	char hex[ID_HEX];
	uint64_t value;
	size_t at;

	if (2 * p->seen_count >= p->seen_size && seen_grow(p) != 0)
		return -1;
	digest_id(parts, 2, hex);
	hex[16] = '\0';
	value = strtoull(hex, NULL, 16);
	value += value == 0;
	for (at = value & (p->seen_size - 1); p->seen[at] != 0;
	    at = (at + 1) & (p->seen_size - 1))
		if (p->seen[at] == value)
			return 1;
	p->seen[at] = value;
	p->seen_count++;
	return 0;
}

/* The guard, and the rule where the recipe wants it. */
static int
is_repeated(struct paginate *p, const char *digest)
{
	char cursor[HTTP_URL + 24];
	int pair, body = 0;

	snprintf(cursor, sizeof(cursor), "%" PRId64 " %s", p->number,
	    p->placed ? p->place.bytes : "");
	pair = seen_add(p, cursor, digest);
	if (pair == 0 && has_rule(p->recipe, RECIPE_STOP_REPEAT))
		body = seen_add(p, "", digest);
	return pair != 0 ? pair : body;
}

static const char *
rule_met(const struct paginate *p, const struct paginate_facts *facts)
{
	const struct recipe *r = p->recipe;
	int64_t step = r->step > 0 ? r->step : 1;

	if (has_rule(r, RECIPE_STOP_EMPTY) && facts->records == 0)
		return "empty";
	if (has_rule(r, RECIPE_STOP_SHORT) && r->size > 0 &&
	    facts->records >= 0 && facts->records < r->size)
		return "short";
	if (has_rule(r, RECIPE_STOP_HEADER) && facts->last >= 0 &&
	    r->paging == RECIPE_PAGING_PAGE &&
	    (p->number - r->start) / step + 1 >= facts->last)
		return "header";
	if (!is_numbered(p) && facts->next == NULL)
		return facts->elsewhere != NULL ? "elsewhere" : "absent";
	return NULL;
}

/* A link is written into its normal form once more: it may come from the
 * ledger, and that is a file like any other. */
static int
place_set(struct paginate *p, const char *place, struct complaint *c)
{
	char url[HTTP_URL];

	if (is_linked(p)) {
		if (http_url_read(NULL, place, url, c) != 0)
			return -1;
		place = url;
	}
	buffer_clear(&p->place);
	p->placed = buffer_add_string(&p->place, place) == 0;
	return p->placed ? 0 : complain(c, 0, "no memory for a cursor");
}

const char *
paginate_turn(struct paginate *p, const struct paginate_facts *facts,
	const char *digest, struct complaint *c)
{
	const struct recipe *r = p->recipe;
	const char *rule;
	int repeated;

	if (r->paging == RECIPE_PAGING_NONE)
		return "single";
	repeated = is_repeated(p, digest);
	if (repeated < 0)
		complain(c, 0, "no memory for the pages seen");
	if (repeated != 0)
		return repeated > 0 ? "repeat" : "failed";
	rule = rule_met(p, facts);
	if (rule != NULL)
		return rule;
	if (++p->pages >= p->max_pages)
		return "page-ceiling";
	if (is_numbered(p)) {
		p->number += r->step > 0 ? r->step :
		    r->paging == RECIPE_PAGING_OFFSET && r->size > 0 ?
		    r->size : 1;
		return NULL;
	}
	return place_set(p, facts->next, c) == 0 ? NULL : "failed";
}

const char *
paginate_status(const struct paginate *p, int status, struct arena *a)
{
	char name[32];
	size_t i;

	if (p->pages == 0 && !p->resumed)
		return NULL;
	for (i = 0; i < p->recipe->stop_count; i++)
		if (p->recipe->stop[i].rule == RECIPE_STOP_STATUS &&
		    p->recipe->stop[i].status == status) {
			snprintf(name, sizeof(name), "status:%d", status);
			return arena_string(a, name);
		}
	return NULL;
}

const char *
paginate_place(const struct paginate *p, struct arena *a)
{
	char number[24];

	if (is_numbered(p)) {
		snprintf(number, sizeof(number), "%" PRId64, p->number);
		return arena_string(a, number);
	}
	return p->placed ? arena_string(a, p->place.bytes) : NULL;
}

int
paginate_resume(struct paginate *p, const char *place)
{
	size_t length = strlen(place);
	struct complaint ignored;

	p->resumed = true;
	if (!is_numbered(p))
		return place_set(p, place, &ignored);
	if (length == 0 || length > PAGINATE_DIGITS_MAX ||
	    strspn(place, "0123456789") != length)
		return -1;
	p->number = strtoll(place, NULL, 10);
	return 0;
}
