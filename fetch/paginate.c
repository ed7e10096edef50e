/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paginate.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mirror.h"

void
paginate_init(struct paginate *p, const struct recipe *recipe,
	const struct plan_row *row)
{
	memset(p, 0, sizeof(*p));
	p->recipe = recipe;
	p->row = row;
	p->max_pages = row->max_pages > 0 ? row->max_pages :
	    recipe->max_pages > 0 ? recipe->max_pages : PAGINATE_PAGES;
	if (p->max_pages > RECIPE_PAGES_MAX)
		p->max_pages = RECIPE_PAGES_MAX;
	p->aim = (struct paginate_aim){.since = -1, .from = -1, .to = -1};
	p->stated = -1;
	buffer_init(&p->place, HTTP_URL);
	arena_init(&p->arena, PEEK_MEMORY);
	paginate_rewind(p);
}

void
paginate_rewind(struct paginate *p)
{
	const struct recipe *r = p->recipe;

	p->number = r->start;
	p->placed = false;
	buffer_clear(&p->place);
	if (r->paging == RECIPE_PAGING_CURSOR && r->first != NULL)
		p->placed = buffer_add_string(&p->place, r->first) == 0;
}

void
paginate_aim(struct paginate *p, const struct paginate_aim *aim)
{
	p->aim = *aim;
	if (p->recipe->mode == RECIPE_MODE_WINDOW)
		paginate_span_begin(p);
}

void
paginate_release(struct paginate *p)
{
	buffer_release(&p->place);
	arena_release(&p->arena);
	seen_release(&p->seen);
}

bool
paginate_is_numbered(const struct paginate *p)
{
	return p->recipe->paging == RECIPE_PAGING_PAGE ||
	    p->recipe->paging == RECIPE_PAGING_OFFSET;
}

bool
paginate_is_linked(const struct paginate *p)
{
	return p->recipe->paging == RECIPE_PAGING_NEXT_URL ||
	    p->recipe->paging == RECIPE_PAGING_LINK_HEADER ||
	    p->recipe->paging == RECIPE_PAGING_HTML_NEXT;
}

/* ---- looking ---- */

/* A next link stays on its host: a page must not send us round the web.  An
 * http link on an https page is a slip of the site and is read as https. */
static int
next_settle(const struct paginate *p, const char *url,
	const struct peek *peek, struct arena *a,
	struct paginate_facts *facts, struct complaint *c)
{
	struct http_place here, there;
	char target[HTTP_URL], secure[HTTP_URL + 1], base[HTTP_URL];
	const char *from, *to;

	/* A base that is none leaves the page's own URL. */
	if (peek->base.length == 0 ||
	    http_url_read(url, peek->base.bytes, base, c) != 0)
		snprintf(base, sizeof(base), "%s", url);
	if (http_url_read(base, peek->next.bytes, target, c) != 0 ||
	    mirror_apply(p->aim.plan, target, c) != 0)
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

/* What hangs on the peek's memory moves to the caller's. */
static int
facts_copy(const struct peek *peek, struct paginate_facts *facts,
	struct arena *a)
{
	struct peek_record *record = NULL;
	const char **id = NULL;
	size_t i;

	*facts = (struct paginate_facts){.records = peek->records,
	    .stated = peek->stated, .last = peek->last,
	    .backoff = peek->backoff, .placed = peek->placed,
	    .record_count = peek->record_count};
	if (peek->high_id != NULL)
		facts->high_id = arena_string(a, peek->high_id);
	if (peek->record_count > 0) {
		record = arena_take(a, peek->record_count * sizeof(*record));
		if (record == NULL)
			return -1;
		memcpy(record, peek->record, peek->record_count *
		    sizeof(*record));
	}
	if (peek->id != NULL) {
		id = arena_take(a, (peek->id_count + 1) * sizeof(*id));
		if (id == NULL)
			return -1;
		for (i = 0; i < peek->id_count; i++)
			if ((id[i] = arena_string(a, peek->id[i])) == NULL)
				return -1;
		facts->id_count = peek->id_count;
	}
	facts->record = record;
	facts->id = (const char *const *)id;
	return peek->high_id == NULL || facts->high_id != NULL ? 0 : -1;
}

int
paginate_look(const struct paginate *p, const char *url, struct text head,
	struct text body, struct paginate_facts *facts, struct arena *a,
	struct complaint *c)
{
	struct peek peek;
	int result = 0;

	if (peek_look(&peek, p->recipe, head, body, c) != 0)
		return -1;
	if (facts_copy(&peek, facts, a) != 0)
		result = complain(c, 0, "no memory for a page");
	else if (peek.has_next && paginate_is_linked(p))
		result = next_settle(p, url, &peek, a, facts, c);
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

/* The guard, and the rule where the recipe wants it. */
static int
is_repeated(struct paginate *p, const char *digest)
{
	char cursor[HTTP_URL + 96], window[64] = "";
	int pair, body = 0;

	if (p->windowed)
		snprintf(window, sizeof(window), "%" PRId64 " %" PRId64,
		    p->from, p->to);
	snprintf(cursor, sizeof(cursor), "%s %zu %" PRId64 " %s", window,
	    p->id_at, p->number, p->placed ? p->place.bytes : "");
	pair = seen_add(&p->seen, cursor, digest);
	if (pair == 0 && recipe_has_stop(p->recipe, RECIPE_STOP_REPEAT))
		body = seen_add(&p->seen, window, digest);
	return pair != 0 ? pair : body;
}

/* All records of the page are older than what is wanted. */
static bool
is_before(const struct paginate *p, const struct paginate_facts *facts)
{
	size_t i;

	if (p->aim.since < 0 || facts->record_count == 0)
		return false;
	for (i = 0; i < facts->record_count; i++)
		if (facts->record[i].published < 0 ||
		    facts->record[i].published >= p->aim.since)
			return false;
	return true;
}

static const char *
rule_met(const struct paginate *p, const struct paginate_facts *facts)
{
	const struct recipe *r = p->recipe;
	int64_t step = r->step > 0 ? r->step : 1;

	if (recipe_has_stop(r, RECIPE_STOP_EMPTY) && facts->records == 0)
		return "empty";
	if (r->paging == RECIPE_PAGING_NONE)
		return "single";
	if (recipe_has_stop(r, RECIPE_STOP_KNOWN) && facts->known)
		return "known";
	if (recipe_has_stop(r, RECIPE_STOP_BEFORE) && is_before(p, facts))
		return "before_since";
	if (recipe_has_stop(r, RECIPE_STOP_TOTAL) && (p->windowed ?
	    p->outside >= 0 && p->inside >= p->outside :
	    p->stated >= 0 && p->collected >= p->stated))
		return "total";
	if (recipe_has_stop(r, RECIPE_STOP_SHORT) && r->size > 0 &&
	    facts->records >= 0 && facts->records < r->size)
		return "short";
	if (recipe_has_stop(r, RECIPE_STOP_HEADER) && facts->last >= 0 &&
	    r->paging == RECIPE_PAGING_PAGE &&
	    (p->number - r->start) / step + 1 >= facts->last)
		return "header";
	if (!paginate_is_numbered(p) && facts->next == NULL)
		return facts->elsewhere != NULL ? "elsewhere" : "absent";
	return NULL;
}

/* A link is written into its normal form once more: it may come from the
 * ledger, and that is a file like any other. */
static int
place_set(struct paginate *p, const char *place, struct complaint *c)
{
	char url[HTTP_URL];

	if (paginate_is_linked(p)) {
		if (http_url_read(NULL, place, url, c) != 0)
			return -1;
		place = url;
	}
	buffer_clear(&p->place);
	p->placed = buffer_add_string(&p->place, place) == 0;
	return p->placed ? 0 : complain(c, 0, "no memory for a cursor");
}

/* The page counts for what is collected and stated. */
static void
facts_count(struct paginate *p, const struct paginate_facts *facts)
{
	if (facts->records > 0) {
		p->collected += facts->records;
		p->inside += facts->records;
	}
	if (facts->stated < 0)
		return;
	if (!p->windowed)
		p->stated = facts->stated;
	else if (p->outside < 0)
		p->outside = facts->stated;
}

static const char *
page_turn(struct paginate *p, const struct paginate_facts *facts,
	struct complaint *c)
{
	const struct recipe *r = p->recipe;
	const char *rule = rule_met(p, facts);

	if (rule != NULL)
		return p->windowed ? paginate_span_turn(p, rule) : rule;
	if (paginate_is_numbered(p)) {
		p->number += r->step > 0 ? r->step :
		    r->paging == RECIPE_PAGING_OFFSET && r->size > 0 ?
		    r->size : 1;
		return NULL;
	}
	return place_set(p, facts->next, c) == 0 ? NULL : "failed";
}

const char *
paginate_turn(struct paginate *p, const struct paginate_facts *facts,
	const char *digest, struct complaint *c)
{
	const char *rule;
	int repeated;

	if (p->recipe->paging == RECIPE_PAGING_NONE && !p->windowed)
		return "single";
	repeated = is_repeated(p, digest);
	if (repeated < 0)
		complain(c, 0, "no memory for the pages seen");
	if (repeated < 0 || (repeated > 0 && !p->windowed))
		return repeated > 0 ? "repeat" : "failed";
	p->pages++;
	if (repeated > 0)
		rule = paginate_span_turn(p, "repeat");
	else {
		facts_count(p, facts);
		rule = p->recipe->paging == RECIPE_PAGING_IDS ?
		    paginate_ids_turn(p, facts, c) :
		    p->windowed && paginate_span_split(p, facts) ? NULL :
		    page_turn(p, facts, c);
	}
	return rule == NULL && p->pages >= p->max_pages ? "page-ceiling" :
	    rule;
}

const char *
paginate_skip(struct paginate *p, struct complaint *c)
{
	static const struct paginate_facts nothing = {.records = 0,
	    .stated = -1, .last = -1};
	const char *rule = paginate_ids_turn(p, &nothing, c);

	p->pages++;
	return rule == NULL && p->pages >= p->max_pages ? "page-ceiling" :
	    rule;
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

	/* Windows go on where the marks say (marks.h). */
	if (paginate_is_numbered(p) && !p->windowed) {
		snprintf(number, sizeof(number), "%" PRId64, p->number);
		return arena_string(a, number);
	}
	if (p->id != NULL && p->id_at > 0)
		return arena_string(a, p->id[p->id_at - 1]);
	return p->placed && !p->windowed ? arena_string(a, p->place.bytes) :
	    NULL;
}

int
paginate_resume(struct paginate *p, const char *place)
{
	size_t length = strlen(place);
	struct complaint ignored;

	p->resumed = true;
	if (p->windowed)
		return -1;
	if (!paginate_is_numbered(p))
		return place_set(p, place, &ignored);
	if (length == 0 || length > PAGINATE_DIGITS_MAX ||
	    strspn(place, "0123456789") != length)
		return -1;
	p->number = strtoll(place, NULL, 10);
	return 0;
}
