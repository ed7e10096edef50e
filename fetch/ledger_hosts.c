/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hosts asked for, and their robots.txt. */
#include "ledger.h"

#include "ledger_store.h"

enum { STATUS_END = 1000 };		/* what answers have is below */

int
ledger_robots_get(struct ledger *l, const char *origin, int64_t now,
	int *status, struct buffer *body, struct complaint *c)
{
	const enum ledger_query q = ROBOTS_GET;
	struct text was;
	int64_t fetched;
	int result;

	ledger_bind_text(l, q, 1, origin);
	result = ledger_step(l, q, c);
	if (result == 1) {
		fetched = ledger_number(l, q, 0);
		*status = (int)(ledger_number(l, q, 1) % STATUS_END);
		was = ledger_bytes(l, q, 2);
		if (fetched < now - LEDGER_ROBOTS_S + 1 ||
		    fetched > now + LEDGER_AHEAD_S)
			result = 0;
		else if (was.length > 0 && buffer_add(body, was.bytes,
		    was.length) != 0)
			result = 0;	/* too long: none of ours */
	}
	return ledger_end(l, q, result, false, c);
}

int
ledger_robots_put(struct ledger *l, const char *origin, int64_t now,
	int status, const char *body, size_t length, struct complaint *c)
{
	const enum ledger_query q = ROBOTS_PUT;

	ledger_bind_text(l, q, 1, origin);
	ledger_bind_number(l, q, 2, now);
	ledger_bind_number(l, q, 3, status);
	ledger_bind_bytes(l, q, 4, (struct text){body, length});
	return ledger_end_put(l, q, c);
}

int
ledger_host_get(struct ledger *l, const char *host, int64_t now,
	struct ledger_host *to, struct complaint *c)
{
	const enum ledger_query q = HOST_GET;
	int result;

	*to = (struct ledger_host){0};
	ledger_bind_text(l, q, 1, host);
	result = ledger_step(l, q, c);
	if (result == 1 && ledger_number(l, q, 0) > now &&
	    ledger_number(l, q, 0) <= now + LEDGER_AHEAD_S)
		to->until = ledger_number(l, q, 0);
	if (result == 1 && ledger_number(l, q, 1) >= 0 &&
	    ledger_number(l, q, 2) >= 0) {
		to->day = ledger_number(l, q, 1);
		to->asked = ledger_number(l, q, 2);
	}
	return ledger_end(l, q, result < 0 ? -1 : 0, false, c);
}

int
ledger_budget_put(struct ledger *l, const char *host, int64_t day,
	int64_t asked, struct complaint *c)
{
	const enum ledger_query q = BUDGET_PUT;

	ledger_bind_text(l, q, 1, host);
	ledger_bind_number(l, q, 2, day);
	ledger_bind_number(l, q, 3, asked);
	return ledger_end_put(l, q, c);
}

int
ledger_host_put(struct ledger *l, const char *host, int64_t until,
	struct complaint *c)
{
	const enum ledger_query q = HOST_PUT;

	ledger_bind_text(l, q, 1, host);
	ledger_bind_number(l, q, 2, until);
	return ledger_end_put(l, q, c);
}

int
ledger_manners_copy(struct ledger *to, struct ledger *from,
	struct complaint *c)
{
	int result;

	/* Nothing is attached in the middle of a transaction. */
	if (ledger_commit(to, c) < 0 || ledger_commit(from, c) < 0 ||
	    ledger_attach(to, from, c) < 0)
		return -1;
	result = ledger_run(to,
	    "INSERT OR REPLACE INTO host"
	    " SELECT name, until, day, asked FROM other.host;"
	    "INSERT OR REPLACE INTO robots"
	    " SELECT origin, fetched, status, body FROM other.robots", c);
	return ledger_run(to, "DETACH other", c) < 0 ? -1 : result;
}
