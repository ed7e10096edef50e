/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that came: what it says, keeping it, where to go on. */
#include <stdio.h>
#include <string.h>

#include "digest.h"
#include "head.h"
#include "rate.h"
#include "row.h"

enum {
	FIRST_PAGES = 16,
	VALIDATOR_MAX = 1024,		/* of an ETag that is kept */
};

/* Room for one more; NULL: no memory. */
static struct ledger_page *
page_add(struct row *row)
{
	size_t size = row->page_size == 0 ? FIRST_PAGES : 2 * row->page_size;
	struct ledger_page *grown;

	if (row->page_count < row->page_size)
		return &row->page[row->page_count++];
	grown = arena_take(&row->notes, size * sizeof(*grown));
	if (grown == NULL)
		return NULL;
	if (row->page_count > 0)
		memcpy(grown, row->page, row->page_count * sizeof(*grown));
	row->page = grown;
	row->page_size = size;
	return &row->page[row->page_count++];
}

int
row_note_page(struct row *row, const struct ledger_page *page,
	struct complaint *c)
{
	struct ledger_page *note = page_add(row);
	const char **string[6];
	size_t i;

	if (note == NULL)
		return complain(c, 0, "%s: no memory for pages",
		    row->about.row);
	*note = *page;
	string[0] = &note->url;
	string[1] = &note->etag;
	string[2] = &note->modified;
	string[3] = &note->digest;
	string[4] = &note->next;
	string[5] = &note->file;
	for (i = 0; i < 6; i++)
		if (*string[i] != NULL && (*string[i] = arena_string(
		    &row->notes, *string[i])) == NULL) {
			row->page_count--;
			return complain(c, 0, "%s: no memory for pages",
			    row->about.row);
		}
	return 0;
}

int
row_begin_capture(struct row *row, struct round *r, struct complaint *c)
{
	const struct capture_start start = {.instant = row->run.started,
	    .last = row->past.file, .again = r->fixed_now >= 0};

	if (row->capture.writer != NULL)
		return 0;
	if (capture_open(&row->capture, r->workspace, &row->about, &start,
	    c) != 0)
		return -1;
	if (row->capture.begun > row->run.started + ROW_CLOCK_S)
		round_problem(r, "%s: the clock stands before the last run; "
		    "captures/%s is dated behind that one (was the clock "
		    "wrong then, delete what is of the future)",
		    row->about.row, row->capture.file);
	return 0;
}

/* An answer that sends our key back is kept with the key hidden; its body
 * then without its content coding, under which it could not be hidden. */
static int
answer_hide(struct row *row, struct capture_page *page, struct buffer *head,
	struct buffer *body, struct complaint *c)
{
	const struct mask *mask = row->task->mask;
	int result = 0;

	if (mask_finds(mask, page->head)) {
		result = mask_add_foreign(mask, head, page->head);
		page->head = (struct text){head->bytes, head->length};
	}
	if (result == 0 && !page->unchanged &&
	    mask_finds(mask, row->visit.page)) {
		result = mask_add_foreign(mask, body, row->visit.page);
		page->body = (struct text){body->bytes, body->length};
		page->decoded = true;
		page->digest = NULL;
	}
	return result == 0 ? 0 : complain(c, 0, "%s: no memory to hide a "
	    "secret", row->about.row);
}

static int
page_keep(struct row *row, struct round *r, const struct http_reply *reply,
	bool unchanged, struct complaint *c)
{
	struct capture_page page = {.head = reply->head, .body = reply->body,
	    .digest = row->digest, .date = round_wall(r),
	    .unchanged = unchanged, .before = row->before.fetched,
	    .request = {row->request.bytes, row->request.length}};
	struct buffer url, head, body;
	int result;

	buffer_init(&url, 4 * HTTP_URL);
	buffer_init(&head, HTTP_HEAD_MAX);
	buffer_init(&body, VISIT_PAGE_MAX);
	result = row_begin_capture(row, r, c);
	if (result == 0)
		result = answer_hide(row, &page, &head, &body, c);
	if (result == 0 && mask_add(row->task->mask, &url,
	    text_of(row->visit.url)) != 0)
		result = complain(c, 0, "%s: no memory", row->about.row);
	page.url = url.bytes;
	if (result == 0)
		result = capture_page(&row->capture, &page, c);
	buffer_release(&url);
	buffer_release(&head);
	buffer_release(&body);
	return result;
}

static const char *
header_copy(struct row *row, struct text head, const char *name,
	const char *before)
{
	struct text value = head_field(head, name);
	size_t i;

	if (value.length == 0 || value.length > VALIDATOR_MAX)
		return before;
	/* What could not be sent back is not worth keeping. */
	for (i = 0; i < value.length; i++)
		if ((unsigned char)value.bytes[i] < ' ')
			return before;
	if (mask_finds(row->task->mask, value))
		return before;
	return arena_copy(&row->turn, value.bytes, value.length);
}

/* What the ledger shall know of this page. */
static int
page_note(struct row *row, const struct http_reply *reply,
	const struct paginate_facts *facts, const char *digest, bool same,
	int64_t now, struct complaint *c)
{
	struct ledger_page page = {.url = row->known, .digest = digest,
	    .next = facts->next, .records = facts->records,
	    .stated = facts->stated, .last = facts->last,
	    .file = same ? row->before.file : NULL,
	    .fetched = same ? row->before.fetched : now};
	bool kept = reply->status == 304;

	/* A link that holds a secret is not remembered, nor one that is not
	 * followed, nor a list of ids; so the page must come again to show
	 * it, without conditions. */
	if (facts->elsewhere != NULL || facts->id != NULL ||
	    (facts->next != NULL &&
	    mask_finds(row->task->mask, text_of(facts->next)))) {
		page.next = NULL;
		return row_note_page(row, &page, c);
	}
	page.etag = header_copy(row, reply->head, "ETag",
	    kept ? row->before.etag : NULL);
	page.modified = header_copy(row, reply->head, "Last-Modified",
	    kept ? row->before.modified : NULL);
	return row_note_page(row, &page, c);
}

static void
page_count(struct row *row, struct round *r,
	const struct paginate_facts *facts, bool same)
{
	row->run.pages++;
	r->tally.pages++;
	row->visit.host->pages++;
	row->placed = row->placed || facts->placed;
	if (same && facts->records == 0) {
		/* A list that ends as it did is not what is left out. */
		r->tally.unchanged++;
	} else if (same) {
		row->run.unchanged++;
		r->tally.unchanged++;
	} else {
		/* Nothing new in a stretch of time is no news. */
		row->fresh += facts->records != 0 ||
		    paginate_is_stable(&row->paginate);
	}
	if (facts->records < 0)
		row->uncounted = true;
	if (row->paginate.windowed) {
		row->run.records = row->paginate.collected;
		row->run.stated = row->paginate.stated;
		return;
	}
	if (facts->stated >= 0)
		row->run.stated = facts->stated;
	if (facts->records >= 0)
		row->run.records += facts->records;
}

/* What cannot be walked on from may still hold reviews: it is kept first. */
static int
page_strange(struct row *row, struct round *r, const struct http_reply *reply,
	const char *why, struct complaint *c)
{
	static const struct paginate_facts nothing = {.records = -1,
	    .stated = -1, .last = -1, .backoff = -1};

	if (page_keep(row, r, reply, reply->status == 304, c) != 0)
		return -1;
	page_count(row, r, &nothing, reply->status == 304);
	return row_fail(row, r, "failed", "failed", why, c);
}

/* The page is good and counts: keep it, note it, go on or end. */
static int
page_settle(struct row *row, struct round *r, const struct http_reply *reply,
	const struct paginate_facts *facts, const char *digest,
	struct complaint *c)
{
	bool same = row->before.digest != NULL &&
	    strcmp(digest, row->before.digest) == 0;
	struct complaint why = {0};
	const char *stop;

	stop = paginate_turn(&row->paginate, facts, digest, &why);
	if (stop != NULL && strcmp(stop, "failed") == 0)
		return page_strange(row, r, reply, why.text, c);
	if (stop == NULL || strcmp(stop, "repeat") != 0) {
		if (page_keep(row, r, reply, reply->status == 304, c) != 0)
			return -1;
		page_count(row, r, facts, same);
		/* A row too long to be remembered ends; the run goes on. */
		if (paginate_is_stable(&row->paginate) && page_note(row, reply,
		    facts, digest, same, round_wall(r), &why) != 0)
			return row_fail(row, r, "failed", "failed", why.text,
			    c);
	}
	if (stop != NULL && facts->elsewhere != NULL) {
		complain(&why, 0, "the next link leaves the host: %.200s",
		    facts->elsewhere);
		return row_fail(row, r, stop, "short", why.text, c);
	}
	/* Of stretches of time there are more: the next run goes on there. */
	if (stop != NULL)
		return row_end(row, r, stop, row->paginate.windowed &&
		    strcmp(stop, "page-ceiling") == 0 ? "deferred" :
		    "complete", c);
	if (row_aim(row, r, &why) != 0)
		return row_fail(row, r, "failed", "failed", why.text, c);
	return 0;
}

/* Some answers say themselves how long to wait before the next question. */
static int
backoff_take(struct row *row, struct round *r, int64_t seconds,
	struct complaint *c)
{
	struct host *h = row->visit.host;

	if (seconds <= 0)
		return 0;
	if (seconds <= POLITENESS_PATIENCE_S) {
		h->not_before = round_ms() + 1000 * seconds;
		return 0;
	}
	h->blocked_until = round_wall(r) + (seconds < LEDGER_AHEAD_S ?
	    seconds : LEDGER_AHEAD_S);
	return ledger_host_put(r->ledger, h->name, h->blocked_until, c);
}

/* What the page means for what is known. */
static int
marks_settle(struct row *row, const struct http_reply *reply,
	struct paginate_facts *facts)
{
	const struct recipe *recipe = row->task->recipe;

	marks_take(&row->marks, facts, reply->status == 304);
	facts->known = recipe->mode == RECIPE_MODE_KNOWN &&
	    row->paginate.aim.since < 0 && !row->whole &&
	    row->marks.run >= recipe->known_run;
	if (facts->id == NULL || row->paginate.id != NULL)
		return 0;
	return marks_filter(&row->marks, facts, recipe->mode ==
	    RECIPE_MODE_KNOWN && !row->whole, &row->turn);
}

int
row_page(struct row *row, struct round *r, const struct http_reply *reply,
	struct complaint *c)
{
	struct paginate_facts facts = {.records = row->before.records,
	    .stated = row->before.stated, .last = row->before.last,
	    .next = row->before.next, .backoff = -1};
	char digest[DIGEST_BASE32];
	struct complaint why = {0};
	const char *copy = row->before.digest;
	int64_t wait;

	if (reply->status != 304) {
		/* As it came: what is coded alike is alike, and a quarter to
		 * read. */
		digest_of(reply->body.bytes, reply->body.length, row->digest);
		digest_base32(row->digest, digest);
		if (paginate_look(&row->paginate, row->visit.url, reply->head,
		    row->visit.page, &facts, &row->turn, &why) != 0)
			return page_strange(row, r, reply, why.text, c);
		copy = arena_string(&row->turn, digest);
	}
	if (copy == NULL || marks_settle(row, reply, &facts) != 0)
		return page_strange(row, r, reply, "no memory for pages", c);
	wait = rate_wait(reply->head, round_wall(r));
	if (backoff_take(row, r, wait > facts.backoff ? wait : facts.backoff,
	    c) != 0)
		return -1;
	return page_settle(row, r, reply, &facts, copy, c);
}
