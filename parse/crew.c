/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crew.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "crew_parts.h"

struct crew *
crew_open(int workers, struct shelf *shelf, struct complaint *c)
{
	struct crew *w = calloc(1, sizeof(*w));
	size_t i;

	if (w == NULL) {
		complain(c, ENOMEM, "workers");
		return NULL;
	}
	w->shelf = shelf;
	w->worker_count = workers < 1 ? 1 : workers > CREW_MAX ? CREW_MAX :
	    (size_t)workers;
	w->batch_count = w->worker_count == 1 ? 1 :
	    w->worker_count * CREW_AHEAD;
	w->batch = calloc(w->batch_count, sizeof(*w->batch));
	for (i = 0; w->batch != NULL && i < w->batch_count; i++) {
		buffer_init(&w->batch[i].texts, CREW_TEXTS_MAX);
		buffer_init(&w->batch[i].answer, WORKER_ANSWER_MAX + 16);
		w->batch[i].shared = batch_create();
		if (w->batch[i].shared == NULL)
			break;
	}
	for (i = 0; i < w->worker_count; i++)
		buffer_init(&w->worker[i].in, WORKER_ANSWER_MAX + 16);
	w->sandbox = sandbox_create();
	if (w->batch == NULL ||
	    w->batch[w->batch_count - 1].shared == NULL) {
		complain(c, ENOMEM, "workers");
		crew_close(w);
		return NULL;
	}
	return w;
}

void
crew_close(struct crew *w)
{
	size_t i;

	if (w == NULL)
		return;
	/* What is still at work is of no interest to anybody. */
	for (i = 0; i < w->worker_count; i++)
		w->worker[i].queued = 0;
	crew_dismiss(w);
	for (i = 0; i < w->worker_count; i++)
		buffer_release(&w->worker[i].in);
	for (i = 0; w->batch != NULL && i < w->batch_count; i++) {
		batch_release(w->batch[i].shared);
		buffer_release(&w->batch[i].texts);
		buffer_release(&w->batch[i].answer);
	}
	sandbox_release(w->sandbox);
	free(w->batch);
	free(w);
}

void
crew_file_init(struct crew_file *f, int (*write)(void *, const void *,
	size_t, struct complaint *), void *context,
	void (*done)(struct crew_file *))
{
	*f = (struct crew_file){.done = done};
	collect_init(&f->collect, write, context);
}

void
crew_file_release(struct crew_file *f)
{
	collect_release(&f->collect);
}

void
crew_say_missing(const struct crew *w, void (*say)(const char *text))
{
	struct complaint c;

	if (w->missing == 0 || say == NULL)
		return;
	complain(&c, 0, "workers read pages without %s, which is not to be "
	    "had here", sandbox_missing(w->missing));
	say(c.text);
}

/* ---- the ring ---- */

/* Delivers all batches that are done, and waits until fewer than `most` are
 * on their way. */
static int
settle(struct crew *w, size_t most, struct complaint *c)
{
	int result = 0;

	for (;;) {
		struct crew_batch *b = &w->batch[w->first % w->batch_count];

		if (w->first < w->last && b->done) {
			w->first++;
			if (crew_deliver(w, b, c) < 0)
				result = -1;
		} else if (w->last - w->first < most) {
			return result;
		} else if (crew_wait(w, c) < 0) {
			return -1;
		}
	}
}

/* Sends what was gathered and makes room for more. */
static int
flush(struct crew *w, struct complaint *c)
{
	size_t which = w->last % w->batch_count;

	if (w->batch[which].count == 0)
		return 0;
	w->last++;
	if (crew_send(w, which, c) < 0) {
		/* Nobody will ever do it. */
		w->last--;
		return -1;
	}
	return settle(w, w->batch_count, c);
}

int
crew_finish(struct crew *w, struct complaint *c)
{
	int sent = flush(w, c), settled;
	struct complaint why;

	settled = settle(w, 1, sent < 0 ? &why : c);
	return sent < 0 || settled < 0 ? -1 : 0;
}

/* ---- what goes in ---- */

/* The item that is filled next, with the batch it is in. */
static struct crew_item *
next_item(struct crew *w, struct crew_batch **b, struct complaint *c)
{
	*b = &w->batch[w->last % w->batch_count];
	if (((*b)->count == BATCH_PAGES || batch_is_full((*b)->shared)) &&
	    flush(w, c) < 0)
		return NULL;
	*b = &w->batch[w->last % w->batch_count];
	return &(*b)->item[(*b)->count];
}

/* What is no page: the worker passes it over. */
static int
put_mark(struct crew *w, struct crew_file *f, enum crew_kind kind,
	const char *text, struct complaint *c)
{
	const struct batch_page skip = {.kind = BATCH_SKIP};
	struct crew_batch *b;
	struct crew_item *i = next_item(w, &b, c);

	if (i == NULL)
		return -1;
	*i = (struct crew_item){.kind = kind, .file = f};
	if (text != NULL && (i->bad = crew_text(b, text)) == 0)
		return complain(c, ENOMEM, "%.900s", text);
	batch_add(b->shared, &skip, false);
	b->count++;
	return 0;
}

int
crew_note(struct crew *w, struct crew_file *f, const struct complaint *bad,
	struct complaint *c)
{
	return put_mark(w, f, CREW_NOTE, bad->text, c);
}

int
crew_end(struct crew *w, struct crew_file *f, struct complaint *c)
{
	return put_mark(w, f, CREW_END, NULL, c);
}

/* Recipes that came since the workers began are not theirs. */
static int
renew(struct crew *w, struct complaint *c)
{
	if (w->recipes == w->shelf->count)
		return 0;
	if (w->first < w->last && crew_finish(w, c) < 0)
		return -1;
	crew_dismiss(w);
	w->recipes = w->shelf->count;
	return 0;
}

static int
put_page(struct crew *w, struct crew_file *f, const struct batch_page *p,
	struct complaint *c)
{
	struct crew_batch *b;
	struct crew_item *i;
	struct complaint large;
	size_t tries;

	if (renew(w, c) < 0)
		return -1;
	for (tries = 0; tries < 2; tries++) {
		bool same;

		if ((i = next_item(w, &b, c)) == NULL)
			return -1;
		same = p->kind == BATCH_LINE && b->count > 0 &&
		    i[-1].file == f && b->shared->origin != NULL;
		*i = (struct crew_item){.kind = CREW_PAGE, .file = f};
		i->place = crew_text(b, p->place);
		if (i->place != 0 && batch_add(b->shared, p, same)) {
			b->count++;
			b->pages++;
			return 0;
		}
		if (flush(w, c) < 0)
			return -1;
	}
	complain(&large, 0, "%.900s: larger than the limit", p->place);
	return crew_note(w, f, &large, c);
}

/* A recipe that cannot be read is bad input, once, and no more. */
static int
look_for_recipes(struct crew *w, struct crew_file *f, struct complaint *c)
{
	struct complaint bad;

	return shelf_shipped(w->shelf, &bad) < 0 ? crew_note(w, f, &bad, c) :
	    0;
}

/* Data is read by its recipe alone. */
static bool
needs_all(const struct recipe *r)
{
	return r == NULL || (r->format != RECIPE_JSON &&
	    r->format != RECIPE_JSONL && r->format != RECIPE_CSV &&
	    r->format != RECIPE_XML);
}

int
crew_page(struct crew *w, struct crew_file *f, const struct origin *o,
	const struct intake_body *body, const char *place,
	struct complaint *c)
{
	const struct batch_page p = {.kind = BATCH_PAGE, .origin = o,
	    .body = *body, .place = place};

	if (needs_all(o->recipe) && look_for_recipes(w, f, c) < 0)
		return -1;
	return put_page(w, f, &p, c);
}

int
crew_fit(struct crew *w, struct crew_file *f, const struct origin *o,
	struct text head, struct complaint *c)
{
	const struct batch_page p = {.kind = BATCH_FIT, .origin = o,
	    .body = {.bytes = head}, .place = ""};

	if (look_for_recipes(w, f, c) < 0 || put_page(w, f, &p, c) < 0)
		return -1;
	return crew_finish(w, c);
}

int
crew_line(struct crew *w, struct crew_file *f, const struct origin *o,
	struct text line, const char *place, struct complaint *c)
{
	const struct batch_page p = {.kind = BATCH_LINE, .origin = o,
	    .recipe = f->lines, .body = {.bytes = line}, .place = place};

	return put_page(w, f, &p, c);
}
