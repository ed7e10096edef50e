/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Manners towards a host (a name without port: one machine, whatever the
 * scheme): one request under way (the plan may allow one's own host more), a
 * pause behind each that is never shorter than the host's answers take, so
 * many a day where that is said, patience when it is in trouble.  Times are
 * milliseconds of the monotonic clock, given by the caller; a jump of the wall
 * clock moves nothing.
 */
#ifndef SAYSO_POLITENESS_H
#define SAYSO_POLITENESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	POLITENESS_CRAWL_DELAY_MS = 60000,	/* honoured within one run */
	POLITENESS_TRIES = 4,			/* of one URL */
	POLITENESS_BASE_MS = 1000,		/* back-off: a random wait in */
	POLITENESS_CAP_MS = 60000,		/* 0 .. min(cap, base * 2^n) */
	POLITENESS_PATIENCE_S = 120,		/* a longer wait is deferred */
	POLITENESS_STRIKE_S = 60,		/* 429 without Retry-After,
						   doubled each time */
	POLITENESS_FAILURES = 5,		/* in a row stop the host */
	POLITENESS_LATENCY_MS = 30000,		/* a longer pause is not made
						   of slow answers */
};

struct host {
	struct host *next;
	char name[256];
	int64_t delay_ms;	/* between an answer and the next request */
	int64_t quiet_since;	/* end of the last request, -1 none */
	int64_t not_before;
	int64_t blocked_until;	/* an instant of the wall clock; 0 none */
	int failures;		/* in a row */
	int strikes;		/* 429s without Retry-After */
	int streams;		/* requests under way at most; from 1 */
	int under_way;
	int rows;		/* at work here, as many as streams at most */
	int64_t begun_ms;	/* of the only request */
	int64_t latency_ms;	/* of answers, a moving mean */
	int64_t daily;		/* requests a day (UTC); 0: no limit */
	int64_t day, asked;	/* day number, and requests made on it */
	int64_t told;		/* of these, what the ledger knows */
	bool stopped;		/* for this run */
	bool one_page;		/* Crawl-delay beyond what one run waits: */
	int64_t crawl_delay_ms;	/* ... then this is it */
	int64_t pages;		/* got from it in this run */
	bool recalled;		/* what earlier runs know of it is in here */
};

struct politeness {
	struct host *first;
	uint64_t random;
};

void politeness_init(struct politeness *p, uint64_t seed);
void politeness_release(struct politeness *p);
/* The host of that name, made where it is new; NULL: no memory. */
struct host *politeness_host(struct politeness *p, const char *name);

/* A wait before try number `tries` (from 1): full jitter, exponential. */
int64_t politeness_backoff(struct politeness *p, int tries);

/* When the host may be asked next; INT64_MAX while it is busy. */
int64_t host_ready(const struct host *h);
/* `wall` is an instant, for the day's count. */
void host_begin(struct host *h, int64_t now_ms, int64_t wall);
/* True where the day's requests are spent; `blocked_until` is then the day's
 * end. */
bool host_is_spent(struct host *h, int64_t wall);
void host_end(struct host *h, int64_t now_ms);
/* Pauses become at least this long; beyond POLITENESS_CRAWL_DELAY_MS there is
 * one page a run. */
void host_slow(struct host *h, int64_t delay_ms);
/* Counts a failure; true where that was one too many. */
bool host_failed(struct host *h);
void host_answered(struct host *h);

#endif
