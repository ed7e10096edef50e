/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all parts of one run of fetch share.
 *
 * Two clocks: round_wall() is what is written (the option --now stops it),
 * round_ms() is monotonic and what is waited by.
 */
#ifndef SAYSO_ROUND_H
#define SAYSO_ROUND_H

#include <stdbool.h>
#include <stdint.h>

#include "complaint.h"
#include "http.h"
#include "ledger.h"
#include "plan.h"
#include "politeness.h"
#include "workspace.h"

enum { ROUND_AGENT_MAX = 512 };
#define ROUND_TOKEN "sayso"	/* the product token in robots.txt */

struct round_tally {
	int64_t rows, ended;	/* due, and of these over */
	int64_t useful;		/* and of these: with a page, or complete */
	int64_t requests, pages, unchanged, bytes;
	int64_t complete, fell_short, blocked, failed, deferred;
};

/* Whoever started the run hears about it; each line without its end. */
struct round_watch {
	void *self;
	void (*note)(void *self, const char *line);	/* for the log */
	void (*problem)(void *self, const char *line);	/* for people */
	void (*progress)(void *self, const struct round_tally *t);
};

struct site;
struct token;

struct round {
	const struct plan *plan;
	const struct workspace *workspace;
	struct ledger *ledger;
	struct http *http;
	struct politeness politeness;
	struct site *sites;
	struct token *tokens;
	char agent[ROUND_AGENT_MAX];	/* User-Agent */
	int64_t fixed_now;		/* -1: the clock */
	int64_t started;		/* wall */
	int64_t since;			/* --since, --backfill: -1 none */
	int64_t until;			/* the end of --backfill; -1 none */
	const struct round_watch *watch;
	struct round_tally tally;
};

int64_t round_wall(const struct round *r);
int64_t round_ms(void);

/* A host, with what the ledger knows of it: every way to a host leads through
 * here, so that one that asked for patience is left alone whoever points to
 * it.  NULL on failure. */
struct host *round_host(struct round *r, const char *name,
	struct complaint *c);

/* A request to the host sets out. */
void round_ask(struct round *r, struct host *h);
/* Tells the ledger how many requests of the day are spent. */
int round_keep_budgets(struct round *r, struct complaint *c);

/* One line for the log, `TIME WHAT key=value ...`; values are cut to
 * HTTP_URL and hold no blanks. */
void round_note(const struct round *r, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void round_problem(const struct round *r, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
