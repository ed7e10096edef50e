/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "auth.h"
#include "buffer.h"
#include "digest.h"

enum {
	EARLY_DIVISOR = 20,	/* cron is not punctual: a row may come early */
	EARLY_MAX_S = 600,	/* by a twentieth of its pause, at most this */
};

bool
row_is_due(const struct ledger_row *past, int64_t now)
{
	int64_t pause = past->started < 0 ? 0 : past->due - past->started;
	int64_t early = pause / EARLY_DIVISOR;

	/* Who asked to be left alone until then meant it. */
	if (past->status != NULL && strcmp(past->status, "deferred") == 0)
		early = 0;
	if (early > EARLY_MAX_S)
		early = EARLY_MAX_S;
	/* A ledger written under a clock far ahead must not silence a row. */
	return now >= past->due - early || past->started > now + 86400;
}

/* ---- asking ---- */

/* Validators are good only while what they stand for is there. */
static bool
file_is_there(const struct round *r, const char *file)
{
	char name[CAPTURE_NAME + 16], path[WORKSPACE_PATH_MAX];
	struct complaint ignored;

	if (file == NULL)
		return false;
	snprintf(name, sizeof(name), "captures/%.500s", file);
	return workspace_path(r->workspace, name, path, &ignored) == 0 &&
	    access(path, R_OK) == 0;
}

static int
host_settle(struct row *row, struct round *r, struct complaint *c)
{
	const struct recipe *recipe = row->task->recipe;
	const struct plan_host *said;
	struct http_place place;

	http_url_place(row->visit.url, &place);
	row->visit.host = round_host(r, place.host, c);
	if (row->visit.host == NULL)
		return -1;
	said = plan_host_find(r->plan, place.host);
	host_slow(row->visit.host, said != NULL && said->delay_ms >= 0 ?
	    said->delay_ms : r->plan->delay_ms >= 0 ? r->plan->delay_ms :
	    recipe->delay_ms);
	/* The recipe's limit is the source's own; the plan's may be lower. */
	if (recipe->daily > 0 && (row->visit.host->daily == 0 ||
	    recipe->daily < row->visit.host->daily))
		row->visit.host->daily = recipe->daily;
	return 0;
}

int
row_recall(struct row *row, struct round *r, struct complaint *c)
{
	const char *status = row->past.status;
	int found = 0;

	/* What a run saw that broke off is not known yet: its pages must come
	 * again, to be walked on from. */
	if (row->is_new || (row->task->recipe->mode == RECIPE_MODE_KNOWN &&
	    status != NULL && strcmp(status, "complete") != 0 &&
	    strcmp(status, "short") != 0))
		found = 0;
	else if (row->task->recipe->transport == RECIPE_FILE ||
	    paginate_is_stable(&row->paginate))
		found = ledger_page_get(r->ledger, row->task->plan->key,
		    row->known, &row->before, &row->turn, c);
	if (found == 0 || row->before.digest == NULL ||
	    !file_is_there(r, row->before.file))
		row->before = (struct ledger_page){.records = -1,
		    .stated = -1, .last = -1, .fetched = -1};
	return found < 0 ? -1 : 0;
}

/* What is posted tells pages of one URL apart. */
static int
content_make(struct row *row, struct complaint *c)
{
	unsigned char raw[DIGEST_SIZE];
	char digest[DIGEST_BASE32];
	struct buffer known;
	int result;

	row->content_type = NULL;
	if (row->task->recipe->body == RECIPE_BODY_NONE ||
	    row->paginate.id != NULL)
		return 0;
	buffer_clear(&row->content);
	buffer_init(&known, 4 * HTTP_URL + DIGEST_BASE32);
	result = paginate_body(&row->paginate, &row->content,
	    &row->content_type, c);
	if (result == 0) {
		digest_of(row->content.bytes, row->content.length, raw);
		digest_base32(raw, digest);
		buffer_add_format(&known, "%s %s", row->known, digest);
		row->known = known.failed ? NULL : arena_copy(&row->turn,
		    known.bytes, known.length);
	}
	buffer_release(&known);
	return result;
}

int
row_aim(struct row *row, struct round *r, struct complaint *c)
{
	arena_clear(&row->turn);
	if (paginate_url(&row->paginate, row->url, c) != 0)
		return -1;
	row->known = row_masked(row, row->url);
	if (row->known != NULL && content_make(row, c) != 0)
		return -1;
	if (row->known == NULL)
		return complain(c, 0, "%s: no memory", row->task->plan->key);
	if (row_recall(row, r, c) != 0)
		return -1;
	visit_begin(&row->visit, row->url, NULL);
	return host_settle(row, r, c);
}

static int
row_start(struct row *row, struct round *r, struct complaint *c)
{
	struct http_field field[HTTP_HEADERS_MAX];
	struct http_request request = {.url = row->visit.url, .field = field,
	    .body_max = VISIT_WIRE_MAX, .owner = row};
	struct complaint why = {0};
	int result;

	arena_clear(&row->asking);
	row->conditional = row->content_type == NULL &&
	    (row->before.etag != NULL || row->before.modified != NULL);
	if (row->content_type != NULL)
		request.content = (struct text){row->content.bytes,
		    row->content.length};
	result = row_request(row, r, field, &request.count, &why);
	if (result == 0)
		result = http_start(r->http, &request, &why);
	if (result != 0)
		return row_fail(row, r, "failed", "failed", why.text, c);
	row->visit.under_way = true;
	round_ask(r, row->visit.host);
	row->run.requests++;
	return 0;
}

/* ---- may we? ---- */

/* 1 yes, 0 not yet, -1 failure; a refusal ends the row. */
static int
robots_ask(struct row *row, struct round *r, struct complaint *c)
{
	struct http_place place;
	struct site *site;

	http_url_place(row->visit.url, &place);
	if (row->task->recipe->robots_api &&
	    strcmp(place.origin, row->home.origin) == 0)
		return 1;
	site = site_find(r, &place, c);
	if (site == NULL)
		return -1;
	if (site->state == SITE_ASKING)
		return 0;
	if (site->state == SITE_UNREACHABLE)
		return row_fail(row, r, "failed", "failed", site->why, c);
	if (!site_allows(site, row->visit.url))
		return row_fail(row, r, "robots", "blocked",
		    "robots.txt disallows it", c);
	return 1;
}

/* 1 yes, 0 the row is over, -1 failure. */
static int
host_ask(struct row *row, struct round *r, struct complaint *c)
{
	struct host *h = row->visit.host;

	if (h->blocked_until > round_wall(r))
		return row_end(row, r, "retry-after", "deferred", c);
	if (host_is_spent(h, round_wall(r)))
		return ledger_host_put(r->ledger, h->name, h->blocked_until,
		    c) != 0 ? -1 : row_end(row, r, "budget", "deferred", c);
	if (h->one_page && h->pages > 0)
		return row_end(row, r, "retry-after", "deferred", c);
	if (h->stopped)
		return row_fail(row, r, "failed", "failed",
		    "the host failed too often in this run", c);
	return 1;
}

/* 1 yes, or none is wanted; 0 not yet, or the row is over; -1 failure. */
static int
token_ask(struct row *row, struct round *r, struct complaint *c)
{
	struct token *t = row->token;

	if (!auth_wants_token(row->task->recipe))
		return 1;
	if (t == NULL && (t = row->token = token_find(r, row->task->recipe,
	    row->task->mask, c)) == NULL)
		return -1;
	if (t->state == TOKEN_FAILED)
		return row_fail(row, r, "failed", "failed", t->why.text, c);
	if (t->state == TOKEN_LATER)
		return row_fail(row, r, "retry-after", "deferred",
		    t->why.text, c);
	return t->state == TOKEN_READY;
}

int
row_step(struct row *row, struct round *r, int64_t now_ms, int64_t *wake,
	struct complaint *c)
{
	int64_t ready;
	int may;

	if (row->over || row->visit.under_way)
		return 0;
	may = host_ask(row, r, c);
	if (may == 1)
		may = robots_ask(row, r, c);
	if (may == 1 && !row->over)
		may = token_ask(row, r, c);
	if (may <= 0 || row->over)
		return may;
	ready = host_ready(row->visit.host);
	if (ready > now_ms && ready < *wake)
		*wake = ready;
	/* An answer makes room, and wakes the run by itself. */
	if (ready > now_ms || !http_has_room(r->http))
		return 0;
	return row_start(row, r, c);
}

/* ---- answers ---- */

/* What a status means by the recipe. */
static enum recipe_meaning
meaning_of(const struct recipe *recipe, int status)
{
	size_t i;

	for (i = 0; i < recipe->answer_count; i++)
		if (recipe->answer[i].status == status)
			return recipe->answer[i].means;
	return RECIPE_ANSWER_FAIL;
}

/* One batch of a list is not there: the others are. */
static int
batch_skip(struct row *row, struct round *r, struct complaint *c)
{
	struct complaint why = {0};
	const char *stop = paginate_skip(&row->paginate, &why);

	if (stop != NULL)
		return row_end(row, r, stop, "complete", c);
	if (row_aim(row, r, &why) != 0)
		return row_fail(row, r, "failed", "failed", why.text, c);
	return 0;
}

static int
status_take(struct row *row, struct round *r, int status, struct complaint *c)
{
	const char *rule = paginate_status(&row->paginate, status,
	    &row->arena);
	char why[64];

	if (status == 401 && row->token != NULL &&
	    token_renew(r, row->token, c))
		return 0;
	if (rule == NULL && meaning_of(row->task->recipe, status) ==
	    RECIPE_ANSWER_EMPTY && row->paginate.id != NULL)
		return batch_skip(row, r, c);
	if (rule == NULL && meaning_of(row->task->recipe, status) ==
	    RECIPE_ANSWER_EMPTY) {
		snprintf(why, sizeof(why), "status:%d", status);
		rule = arena_string(&row->arena, why);
	}
	if (rule != NULL)
		return row_end(row, r, rule, "complete", c);
	snprintf(why, sizeof(why), "status %d", status);
	return row_fail(row, r, "failed", "failed", why, c);
}

static int
deferred(struct row *row, struct round *r, const char *why,
	struct complaint *c)
{
	if (ledger_host_put(r->ledger, row->visit.host->name,
	    row->visit.host->blocked_until, c) != 0)
		return -1;
	return row_fail(row, r, "retry-after", "deferred", why, c);
}

static void
answer_note(const struct row *row, const struct round *r,
	const struct http_reply *reply, const char *why)
{
	struct buffer shown;

	if (r->watch->note == NULL)
		return;
	buffer_init(&shown, 4 * HTTP_URL);
	mask_add(row->task->mask, &shown, text_of(row->visit.url));
	round_note(r, "page row=%s url=%s status=%d bytes=%zu%s%s",
	    row->about.row, shown.length > 0 ? shown.bytes : "",
	    reply->status, reply->body.length, why[0] != '\0' ? " note=" : "",
	    why);
	buffer_release(&shown);
}

static int
answer_take(struct row *row, struct round *r, const struct http_reply *reply,
	struct complaint *c)
{
	struct complaint why = {0};
	struct http_reply read_as = *reply;
	enum visit_end end;

	/* Some say 403 where they mean 429. */
	if (reply->outcome == HTTP_ANSWERED && meaning_of(row->task->recipe,
	    reply->status) == RECIPE_ANSWER_WAIT)
		read_as.status = 429;
	end = visit_take(&row->visit, &read_as, &r->politeness, round_ms(),
	    round_wall(r), &why);
	r->tally.bytes += (int64_t)reply->body.length;
	mask_complaint(row->task->mask, &why);
	answer_note(row, r, reply, why.text);
	switch (end) {
	case VISIT_AGAIN:
		return 0;
	case VISIT_MOVED:
		if (row->content_type != NULL)
			return row_fail(row, r, "failed", "failed",
			    "a POST is redirected", c);
		return host_settle(row, r, c);
	case VISIT_FAILED:
		return row_fail(row, r, "failed", "failed", why.text, c);
	case VISIT_BLOCKED:
		return row_fail(row, r, "blocked", "blocked", why.text, c);
	case VISIT_DEFERRED:
		return deferred(row, r, why.text, c);
	case VISIT_ANSWER:
		break;
	}
	if (reply->status == 200 ||
	    (reply->status == 304 && row->conditional))
		return row_page(row, r, reply, c);
	return status_take(row, r, reply->status, c);
}

int
row_take(struct row *row, struct round *r, const struct http_reply *reply,
	struct complaint *c)
{
	int result = answer_take(row, r, reply, c);

	visit_forget(&row->visit);
	return result;
}

int
row_interrupt(struct row *row, struct round *r, struct complaint *c)
{
	if (row->over || row->run.pages == 0)
		return 0;
	return row_end(row, r, "interrupted", "deferred", c);
}
