/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "politeness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
politeness_init(struct politeness *p, uint64_t seed)
{
	p->first = NULL;
	p->random = seed | 1;
}

void
politeness_release(struct politeness *p)
{
	struct host *h, *next;

	for (h = p->first; h != NULL; h = next) {
		next = h->next;
		free(h);
	}
	p->first = NULL;
}

struct host *
politeness_host(struct politeness *p, const char *name)
{
	struct host *h;

	for (h = p->first; h != NULL; h = h->next)
		if (strcmp(h->name, name) == 0)
			return h;
	h = calloc(1, sizeof(*h));
	if (h == NULL)
		return NULL;
	snprintf(h->name, sizeof(h->name), "%s", name);
	h->quiet_since = -1;
	h->next = p->first;
	p->first = h;
	return h;
}

/* xorshift64: waits need to differ between machines, not to be secret. */
static uint64_t
random_next(struct politeness *p)
{
	p->random ^= p->random << 13;
	p->random ^= p->random >> 7;
	p->random ^= p->random << 17;
	return p->random;
}

int64_t
politeness_backoff(struct politeness *p, int tries)
{
	int64_t range = POLITENESS_BASE_MS;

	while (--tries > 0 && range < POLITENESS_CAP_MS)
		range *= 2;
	if (range > POLITENESS_CAP_MS)
		range = POLITENESS_CAP_MS;
	return (int64_t)(random_next(p) % (uint64_t)range);
}

int64_t
host_ready(const struct host *h)
{
	int64_t ready = h->quiet_since < 0 ? 0 : h->quiet_since + h->delay_ms;

	if (h->busy)
		return INT64_MAX;
	return ready > h->not_before ? ready : h->not_before;
}

void
host_begin(struct host *h)
{
	h->busy = true;
}

void
host_end(struct host *h, int64_t now_ms)
{
	h->busy = false;
	h->quiet_since = now_ms;
}

void
host_slow(struct host *h, int64_t delay_ms)
{
	if (delay_ms > POLITENESS_CRAWL_DELAY_MS) {
		h->one_page = true;
		h->crawl_delay_ms = delay_ms;
		delay_ms = POLITENESS_CRAWL_DELAY_MS;
	}
	if (delay_ms > h->delay_ms)
		h->delay_ms = delay_ms;
}

bool
host_failed(struct host *h)
{
	if (++h->failures >= POLITENESS_FAILURES)
		h->stopped = true;
	return h->stopped;
}

void
host_answered(struct host *h)
{
	h->failures = 0;
	h->strikes = 0;
}
