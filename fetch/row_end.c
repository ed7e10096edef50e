/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a row ends: its status, its captures file, its line in the ledger. */
#include <stdio.h>
#include <string.h>

#include "row.h"

static int64_t
pause_of(const struct row *row)
{
	return row->task->plan->every > 0 ? row->task->plan->every :
	    row->task->recipe->every;
}

/* A failure may pass soon; a closed door does not. */
static int64_t
next_due(const struct row *row)
{
	int64_t pause = pause_of(row), now = row->run.started;
	const struct host *h = row->visit.host;

	if (strcmp(row->run.status, "failed") == 0)
		return now + (pause < ROW_SOON_S ? pause : ROW_SOON_S);
	if (strcmp(row->run.status, "deferred") != 0 || h == NULL)
		return now + pause;
	return h->blocked_until > now ? h->blocked_until : now;
}

/* A host that wants more than a minute between pages has had its page: it
 * rests, whoever asks for it next. */
static int
host_rest(struct row *row, struct round *r, struct complaint *c)
{
	struct host *h = row->visit.host;
	int64_t until;

	if (h == NULL || !h->one_page || h->pages == 0)
		return 0;
	until = round_wall(r) + h->crawl_delay_ms / 1000;
	if (until > h->blocked_until)
		h->blocked_until = until;
	return ledger_host_put(r->ledger, h->name, h->blocked_until, c);
}

static void
status_count(struct round *r, const struct capture_run *run)
{
	struct round_tally *t = &r->tally;
	const char *status = run->status;

	t->ended++;
	t->useful += run->pages > 0 || strcmp(status, "complete") == 0;
	if (strcmp(status, "complete") == 0)
		t->complete++;
	else if (strcmp(status, "short") == 0)
		t->fell_short++;
	else if (strcmp(status, "blocked") == 0)
		t->blocked++;
	else if (strcmp(status, "deferred") == 0)
		t->deferred++;
	else
		t->failed++;
}

/* A file says something new: a page, or another end than the last file told.
 * "Not now" is no news. */
static bool
is_news(const struct row *row)
{
	const char *published = row->past.published;

	if (row->fresh > 0)
		return true;
	if (strcmp(row->run.status, "deferred") == 0)
		return false;
	return published == NULL || strcmp(published, row->run.status) != 0;
}

/* NULL, which begins the row anew, where the place holds a secret. */
static const char *
resume_make(struct row *row)
{
	const char *place = paginate_place(&row->paginate, &row->arena);
	const char *resume = NULL;
	struct buffer b;

	if (place == NULL || mask_finds(row->task->mask, text_of(place)))
		return NULL;
	buffer_init(&b, ID_HEX + HTTP_URL);
	if (buffer_add_format(&b, "%s %s", row->begins, place) == 0)
		resume = arena_copy(&row->arena, b.bytes, b.length);
	buffer_release(&b);
	return resume;
}

/* A run that came to its end moves what is known; windows are known one by
 * one, in their order. */
static const char *
marks_make(struct row *row)
{
	struct marks *m = &row->marks;
	bool ended = strcmp(row->run.status, "complete") == 0 ||
	    strcmp(row->run.status, "short") == 0;

	m->held = ended ? row->run.held : m->held;
	if (ended && row->whole && row->paginate.aim.since < 0)
		m->whole = row->run.started;
	if (row->paginate.windowed) {
		m->next_high = row->paginate.from;
		return marks_write(m, true, &row->marks_line);
	}
	return marks_write(m, ended, &row->marks_line);
}

static struct ledger_row
ledger_line(struct row *row, const struct round *r, bool news)
{
	struct ledger_row line = {.due = next_due(row),
	    .started = row->run.started, .ended = row->run.ended,
	    .stated = row->run.stated, .records = row->run.records,
	    .stop = row->run.stop, .status = row->run.status,
	    .published = news ? row->run.status : row->past.published,
	    .file = news ? row->capture.file : row->past.file,
	    .marks = marks_make(row)};

	/* A backfill is beside the runs that go by time. */
	if (r->until >= 0 && row->past.started >= 0) {
		line.due = row->past.due;
		line.started = row->past.started;
		line.marks = row->past.marks;
	}
	if (strcmp(row->run.status, "deferred") == 0 && r->until < 0 &&
	    row->task->recipe->transport == RECIPE_HTTP &&
	    (row->run.pages > 0 || row->past.resume != NULL))
		line.resume = resume_make(row);
	return line;
}

/* What came adds to what earlier runs have of the same whole. */
static bool
is_addition(const struct row *row, const char *stop)
{
	return strcmp(stop, "known") == 0 || (strcmp(stop, "ids") == 0 &&
	    row->task->recipe->mode == RECIPE_MODE_KNOWN && !row->whole);
}

/* How many records there are in all now: a run that stopped at what is known
 * adds to it, one that saw everything says it anew. */
static int64_t
held_make(const struct row *row, const char *stop)
{
	enum recipe_mode mode = row->task->recipe->mode;
	int64_t before = row->marks.held < 0 ? 0 : row->marks.held;

	if (row->run.records < 0)
		return row->marks.held;
	if (is_addition(row, stop) || mode == RECIPE_MODE_SINCE)
		return before + row->marks.fresh;
	return mode == RECIPE_MODE_WINDOW ? -1 : row->run.records;
}

/* There was a next page, and nobody but the recipe said not to go there.
 * What the source states, where it does, tells whether anything is missing. */
static bool
is_cut_off(const struct row *row, const char *stop)
{
	return strcmp(stop, "page-ceiling") == 0 && row->run.stated < 0 &&
	    row->task->plan->max_pages == 0;
}

/* No page had a place for records: an answer of another kind, such as an
 * error that is told with status 200. */
static bool
is_placeless(const struct row *row)
{
	const struct recipe *recipe = row->task->recipe;

	return recipe->format == RECIPE_JSON && recipe->records_count > 0 &&
	    !row->placed && row->run.pages > 0 && row->run.records == 0 &&
	    row->run.stated <= 0;
}

/* Where there had been records; some leave the place out when they have none,
 * so it says nothing of a row that never had any. */
static bool
is_lost(const struct row *row)
{
	return is_placeless(row) && row->past.status != NULL &&
	    (row->past.records > 0 || (row->past.records == 0 &&
	    strcmp(row->past.status, "short") == 0));
}

/* "complete" is what nothing speaks against. */
static const char *
status_make(const struct row *row, const char *stop, const char *status)
{
	const struct capture_run *run = &row->run;
	int64_t have = is_addition(row, stop) ? run->held : run->records;

	if (strcmp(status, "complete") != 0)
		return status;
	/* Who asks for a part of it is not short of the rest. */
	if (strcmp(stop, "before_since") == 0)
		return status;
	return row->paginate.capped || is_cut_off(row, stop) ||
	    is_lost(row) || (run->stated >= 0 && have >= 0 &&
	    have < run->stated) ? "short" : status;
}

static void
run_end(struct row *row, const struct round *r, const char *stop,
	const char *status)
{
	struct capture_run *run = &row->run;

	if (row->uncounted || (run->pages == 0 && row->past.resume == NULL))
		run->records = -1;
	run->held = held_make(row, stop);
	run->ended = round_wall(r);
	run->stop = stop;
	run->status = status_make(row, stop, status);
}

/* The ledger has them now. */
static void
notes_forget(struct row *row)
{
	row->page = NULL;
	row->page_count = row->page_size = 0;
	arena_clear(&row->notes);
}

/* The file as it grows, and the row as it stands here. */
static int
checkpoint(struct row *row, struct round *r, struct complaint *c)
{
	struct warc_checkpoint at;
	struct ledger_partial partial = {.file = row->capture.file};
	struct ledger_row line;
	const char *slash;
	size_t i;

	if (capture_checkpoint(&row->capture, &row->about, &row->run, &at,
	    c) != 0)
		return -1;
	slash = strrchr(at.grows, '/');
	partial.grows = slash == NULL ? at.grows : slash + 1;
	partial.length = at.length;
	partial.tail = at.tail;
	for (i = 0; i < row->page_count; i++)
		if (row->page[i].file == NULL)
			row->page[i].file = row->capture.file;
	line = ledger_line(row, r, true);
	if (ledger_checkpoint(r->ledger, row->task->plan->key, &line,
	    row->page, row->page_count, &partial, c) != 0)
		return -1;
	notes_forget(row);
	return 0;
}

/*
 * The ledger says first how the row ended and what finishes its file, so that
 * a run that is killed between here and the file's name loses nothing, and
 * nothing comes a second time.
 */
static int
settle_news(struct row *row, struct round *r, struct complaint *c)
{
	if (row_begin_capture(row, r, c) != 0 || checkpoint(row, r, c) != 0 ||
	    ledger_commit(r->ledger, c) != 0 ||
	    capture_finish(&row->capture, &row->about, &row->run, c) != 0)
		return -1;
	return ledger_partial_end(r->ledger, row->task->plan->key, true, c);
}

static int
settle(struct row *row, struct round *r, bool news, struct complaint *c)
{
	struct ledger_row line;

	if (news)
		return settle_news(row, r, c);
	capture_abandon(&row->capture);
	line = ledger_line(row, r, false);
	return ledger_put(r->ledger, row->task->plan->key, &line, row->page,
	    row->page_count, c);
}

/* A row without news has nothing that could be lost; its pages, all of them
 * as they were, only must not pile up. */
static int
notes_write(struct row *row, struct round *r, struct complaint *c)
{
	int result;

	if (row->page_count < ROW_NOTES)
		return 0;
	result = ledger_pages_put(r->ledger, row->task->plan->key, row->page,
	    row->page_count, c);
	notes_forget(row);
	return result;
}

int
row_checkpoint(struct row *row, struct round *r, struct complaint *c)
{
	struct capture_run now = row->run;
	int result;

	if (row->over || now.pages == row->pages_safe ||
	    row->capture.writer == NULL)
		return 0;
	if (row->fresh == 0)
		return notes_write(row, r, c);
	run_end(row, r, "interrupted", "deferred");
	result = checkpoint(row, r, c);
	row->run = now;
	row->pages_safe = now.pages;
	return result;
}

static void
short_tell(const struct row *row, const struct round *r, const char *stop)
{
	const struct capture_run *run = &row->run;

	if (row->paginate.capped)
		round_problem(r, "%s: short: the least stretch of time holds "
		    "more than the %d records that the source gives out",
		    row->about.row, row->task->recipe->cap);
	else if (is_lost(row))
		round_problem(r, "%s: short: no %s in the answer any more: "
		    "does it tell of an error, or is it another now?",
		    row->about.row, row->task->recipe->records);
	else if (is_cut_off(row, stop))
		round_problem(r, "%s: short: there is more behind the %lld "
		    "pages that its recipe allows; max_pages in the plan "
		    "says how many are wanted", row->about.row,
		    (long long)row->paginate.max_pages);
	else if (run->stated >= 0)
		round_problem(r, "%s: short: %lld of %lld records that the "
		    "source states (stopped by %s)", row->about.row,
		    (long long)(is_addition(row, stop) ? run->held :
		    run->records), (long long)run->stated, stop);
}

int
row_end(struct row *row, struct round *r, const char *stop,
	const char *status, struct complaint *c)
{
	struct capture_run *run = &row->run;
	bool news;

	run_end(row, r, stop, status);
	status = run->status;
	row->over = true;
	news = is_news(row);
	if (host_rest(row, r, c) != 0 || settle(row, r, news, c) != 0)
		return -1;
	status_count(r, run);
	if (strcmp(status, "short") == 0)
		short_tell(row, r, stop);
	else if (strcmp(status, "complete") == 0 && is_placeless(row) &&
	    row->past.status == NULL)
		round_problem(r, "%s: no %s in the answer: is all that it "
		    "was asked with right?", row->about.row,
		    row->task->recipe->records);
	round_note(r, "row row=%s status=%s stop=%s requests=%lld "
	    "pages=%lld unchanged=%lld stated=%lld records=%lld file=%s",
	    row->about.row, status, stop, (long long)run->requests,
	    (long long)run->pages, (long long)run->unchanged,
	    (long long)run->stated, (long long)run->records,
	    news ? row->capture.file : "-");
	return 0;
}

int
row_fail(struct row *row, struct round *r, const char *stop,
	const char *status, const char *why, struct complaint *c)
{
	struct complaint reason;
	struct buffer shown;

	complain(&reason, 0, "%s", why);
	mask_complaint(row->task->mask, &reason);
	buffer_init(&shown, 4 * HTTP_URL);
	mask_add(row->task->mask, &shown, text_of(row->visit.url));
	round_problem(r, "%s: %s: %s%s%s", row->about.row, status, reason.text,
	    shown.length > 0 ? ": " : "",
	    shown.length > 0 ? shown.bytes : "");
	buffer_release(&shown);
	return row_end(row, r, stop, status, c);
}
