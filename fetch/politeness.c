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
	h->streams = 1;
	h->next = p->first;
	p->first = h;
	return h;
}

enum { DAY_S = 86400 };

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

/* Behind slow answers the pause grows; who was told to make none (delay 0, for
 * a host of one's own) makes none. */
static int64_t
pause_of(const struct host *h)
{
	if (h->delay_ms == 0 || h->latency_ms <= h->delay_ms)
		return h->delay_ms;
	return h->latency_ms < POLITENESS_LATENCY_MS ? h->latency_ms :
	    POLITENESS_LATENCY_MS > h->delay_ms ? POLITENESS_LATENCY_MS :
	    h->delay_ms;
}

int64_t
host_ready(const struct host *h)
{
	int64_t ready = h->quiet_since < 0 ? 0 : h->quiet_since + pause_of(h);

	if (h->under_way >= h->streams)
		return INT64_MAX;
	return ready > h->not_before ? ready : h->not_before;
}

static void
day_begin(struct host *h, int64_t wall)
{
	int64_t day = wall / DAY_S;

	if (h->day == day)
		return;
	h->day = day;
	h->asked = h->told = 0;
}

void
host_begin(struct host *h, int64_t now_ms, int64_t wall)
{
	day_begin(h, wall);
	h->asked++;
	h->under_way++;
	h->begun_ms = now_ms;
}

bool
host_is_spent(struct host *h, int64_t wall)
{
	day_begin(h, wall);
	if (h->daily == 0 || h->asked < h->daily)
		return false;
	if (h->blocked_until < (h->day + 1) * DAY_S)
		h->blocked_until = (h->day + 1) * DAY_S;
	return true;
}

void
host_end(struct host *h, int64_t now_ms)
{
	int64_t took = now_ms - h->begun_ms;

	h->under_way--;
	h->quiet_since = now_ms;
	if (h->streams == 1)
		h->latency_ms = (3 * h->latency_ms + took) / 4;
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
