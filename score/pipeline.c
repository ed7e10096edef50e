/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pipeline.h"

#include <pthread.h>

#include "command.h"
#include "complaint.h"

enum state { FREE, TAKEN, WORKED };

struct ring {
	const struct pipeline *p;
	size_t slots;
	pthread_mutex_t lock;
	pthread_cond_t moved;		/* something below has changed */
	enum state state[PIPELINE_SLOTS_MAX];
	size_t next, written;		/* pieces read and written so far */
	bool reading, writing;
	bool ended;			/* nothing more is read */
	bool stopped;			/* nothing more is done */
	bool failed;
};

struct worker {
	struct ring *ring;
	size_t thread;
	pthread_t id;
};

bool
pipeline_threads_are_possible(int64_t threads)
{
	struct complaint c;

	if (threads >= 1 && threads <= PIPELINE_THREADS_MAX)
		return true;
	complain(&c, 0, "-j: 1 to %d", PIPELINE_THREADS_MAX);
	command_complain("score", c.text);
	return false;
}

size_t
pipeline_slots(size_t threads)
{
	/* Two for each, so that a slow piece does not hold up the others. */
	return threads == 1 ? 1 : 2 * threads + 1;
}

/* The functions below hold the lock when they are called and when they
 * return. */

static void
write_oldest(struct ring *r)
{
	size_t at = r->written % r->slots;

	r->writing = true;
	pthread_mutex_unlock(&r->lock);
	int result = r->p->write(r->p->context, r->p->slot[at]);
	pthread_mutex_lock(&r->lock);
	r->writing = false;
	r->state[at] = FREE;
	r->written++;
	if (result < 0)
		r->failed = r->stopped = r->ended = true;
	pthread_cond_broadcast(&r->moved);
}

static void
read_and_work(struct ring *r, size_t thread)
{
	size_t at = r->next % r->slots;

	r->reading = true;
	pthread_mutex_unlock(&r->lock);
	int got = r->p->read(r->p->context, r->p->slot[at]);
	pthread_mutex_lock(&r->lock);
	r->reading = false;
	if (got != 1) {
		r->ended = true;
		r->failed = r->failed || got < 0;
		pthread_cond_broadcast(&r->moved);
		return;
	}
	r->state[at] = TAKEN;
	r->next++;
	pthread_cond_broadcast(&r->moved);
	pthread_mutex_unlock(&r->lock);
	r->p->work(r->p->context, thread, r->p->slot[at]);
	pthread_mutex_lock(&r->lock);
	r->state[at] = WORKED;
	pthread_cond_broadcast(&r->moved);
}

static void
take_part(struct ring *r, size_t thread)
{
	pthread_mutex_lock(&r->lock);
	while (!r->stopped && !(r->ended && r->written == r->next)) {
		if (!r->writing && r->written < r->next &&
		    r->state[r->written % r->slots] == WORKED)
			write_oldest(r);
		else if (!r->reading && !r->ended &&
		    r->state[r->next % r->slots] == FREE)
			read_and_work(r, thread);
		else
			pthread_cond_wait(&r->moved, &r->lock);
	}
	pthread_mutex_unlock(&r->lock);
}

static void *
start(void *context)
{
	struct worker *w = context;

	take_part(w->ring, w->thread);
	return NULL;
}

int
pipeline_run(const struct pipeline *p)
{
	struct ring r = {.p = p, .slots = pipeline_slots(p->threads),
	    .lock = PTHREAD_MUTEX_INITIALIZER,
	    .moved = PTHREAD_COND_INITIALIZER};
	struct worker worker[PIPELINE_THREADS_MAX];
	size_t started = 1;

	for (; started < p->threads; started++) {
		worker[started] = (struct worker){&r, started, 0};
		if (pthread_create(&worker[started].id, NULL, start,
		    &worker[started]) != 0)
			break;
	}
	take_part(&r, 0);
	while (--started > 0)
		pthread_join(worker[started].id, NULL);
	pthread_cond_destroy(&r.moved);
	pthread_mutex_destroy(&r.lock);
	return r.failed ? -1 : 0;
}
