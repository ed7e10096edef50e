/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scorers.h"

#include <errno.h>
#include <string.h>

int
scorers_open(struct scorers *s, const char *lexicon, const char *brands,
	const char *plan, struct complaint *c)
{
	memset(s, 0, sizeof *s);
	s->engine = engine_open(lexicon, c);
	if (s->engine == NULL || brands_open(&s->brands, brands, plan, c) == -1)
		return -1;
	engine_use_brands(s->engine, s->brands);
	return 0;
}

int
scorers_start(struct scorers *s, size_t threads, size_t files,
	char *const *path, struct complaint *c)
{
	int result = 0;

	s->threads = threads;
	reviews_open(&s->reviews, path, files, NULL);
	for (size_t i = 0; i < threads; i++) {
		s->scorer[i] = scorer_open(s->engine);
		if (s->scorer[i] == NULL)
			result = complain(c, ENOMEM, "scorers");
	}
	for (size_t i = 0; i < pipeline_slots(threads); i++) {
		s->slot[i].number = i;
		reviews_block_init(&s->slot[i].lines);
	}
	return result;
}

void
scorers_close(struct scorers *s)
{
	if (s->threads > 0)
		reviews_close(&s->reviews);
	for (size_t i = 0; i < s->threads; i++)
		scorer_close(s->scorer[i]);
	for (size_t i = 0; s->threads > 0 && i < pipeline_slots(s->threads);
	    i++)
		reviews_block_release(&s->slot[i].lines);
	engine_close(s->engine);
	brands_free(s->brands);
}

/* ---- running ---- */

/* What the pipeline's functions are given. */
struct run {
	struct scorers *s;
	const struct scorers_work *w;
};

static int
read_slot(void *context, void *slot)
{
	struct scorers *s = ((struct run *)context)->s;
	int got = reviews_read_block(&s->reviews,
	    &((struct scorers_slot *)slot)->lines, &s->reading);

	return got == -2 ? -1 : got;
}

static void
work_on_slot(void *context, size_t thread, void *slot)
{
	const struct scorers_work *w = ((struct run *)context)->w;

	w->work(w->context, thread, slot);
}

static int
write_slot(void *context, void *slot)
{
	struct run *r = context;

	reviews_say_block(&r->s->reviews,
	    &((struct scorers_slot *)slot)->lines);
	return r->w->write(r->w->context, slot);
}

int
scorers_run(struct scorers *s, const struct scorers_work *w)
{
	struct run run = {s, w};
	struct pipeline p = {.threads = s->threads, .context = &run,
	    .read = read_slot, .work = work_on_slot, .write = write_slot};

	for (size_t i = 0; i < pipeline_slots(s->threads); i++)
		p.slot[i] = &s->slot[i];
	return pipeline_run(&p);
}
