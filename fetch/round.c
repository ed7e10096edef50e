/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "round.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "calendar.h"

enum { LINE_MAX_BYTES = 2 * HTTP_URL + 512 };

int64_t
round_wall(const struct round *r)
{
	return r->fixed_now >= 0 ? r->fixed_now : (int64_t)time(NULL);
}

int64_t
round_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* What earlier runs know of the host, and what the plan says of it. */
static int
recall(const struct round *r, struct host *h, struct complaint *c)
{
	const struct plan_host *said = plan_host_find(r->plan, h->name);
	struct ledger_host known;

	if (ledger_host_get(r->ledger, h->name, r->started, &known, c) != 0)
		return -1;
	h->blocked_until = known.until;
	h->day = known.day;
	h->asked = h->told = known.asked;
	if (said != NULL) {
		h->streams = said->streams;
		h->daily = said->daily;
	}
	return 0;
}

struct host *
round_host(struct round *r, const char *name, struct complaint *c)
{
	struct host *h = politeness_host(&r->politeness, name);

	if (h == NULL) {
		complain(c, 0, "no memory for %.200s", name);
		return NULL;
	}
	if (!h->recalled && recall(r, h, c) != 0)
		return NULL;
	h->recalled = true;
	return h;
}

void
round_ask(struct round *r, struct host *h)
{
	host_begin(h, round_ms(), round_wall(r));
	r->tally.requests++;
}

int
round_keep_budgets(struct round *r, struct complaint *c)
{
	struct host *h;

	for (h = r->politeness.first; h != NULL; h = h->next) {
		if (h->daily == 0 || h->asked == h->told)
			continue;
		if (ledger_budget_put(r->ledger, h->name, h->day, h->asked, c)
		    != 0)
			return -1;
		h->told = h->asked;
	}
	return 0;
}

void
round_note(const struct round *r, const char *format, ...)
{
	char line[LINE_MAX_BYTES], now[CALENDAR_TEXT];
	size_t at;
	va_list list;

	if (r->watch->note == NULL)
		return;
	snprintf(line, sizeof(line), "%s ",
	    calendar_write_instant(round_wall(r), now));
	at = strlen(line);
	va_start(list, format);
	vsnprintf(line + at, sizeof(line) - at, format, list);
	va_end(list);
	r->watch->note(r->watch->self, line);
}

void
round_problem(const struct round *r, const char *format, ...)
{
	char line[LINE_MAX_BYTES];
	va_list list;

	va_start(list, format);
	vsnprintf(line, sizeof(line), format, list);
	va_end(list);
	r->watch->problem(r->watch->self, line);
	round_note(r, "problem %s", line);
}
