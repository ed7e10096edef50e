/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One URL on its way: what its answers mean, whether and when to ask again.
 *
 * Tried again: trouble of the network, 408, 425, 429, 5xx, a body whose gzip
 * does not come to its end.  Not tried again: everything else, challenge
 * pages above all.  A page that nobody looks into is not inflated where its
 * length on the wire was kept and its gzip ends as it should (gzip_stated).
 * Retry-After is obeyed; beyond POLITENESS_PATIENCE_S the
 * host is left alone until then, in later runs too.
 */
#ifndef SAYSO_VISIT_H
#define SAYSO_VISIT_H

#include "buffer.h"
#include "complaint.h"
#include "http.h"
#include "politeness.h"

enum {
	VISIT_WIRE_MAX = 8 << 20,	/* bytes of a body as they come */
	VISIT_PAGE_MAX = 32 << 20,	/* content coding removed */
	VISIT_REDIRECTS = 5,
	VISIT_KEPT = 256 << 10,		/* more memory is given back after use:
					   many hosts are at work at once */
};

struct visit {
	char url[HTTP_URL];
	struct host *host;
	int tries, redirects;
	bool under_way;
	bool unread;		/* nobody looks into its pages; set by the
				   caller, false at first */
	struct buffer decoded;
	struct text page;	/* after VISIT_ANSWER: content coding removed;
				   borrowed from `decoded` or the reply; where
				   `unread`, it may be empty */
	int64_t wait_s;		/* after VISIT_DEFERRED */
};

enum visit_end {
	VISIT_ANSWER,		/* look at the reply */
	VISIT_AGAIN,		/* ask the same URL when the host is ready */
	VISIT_MOVED,		/* `url` is now where the redirect leads */
	VISIT_FAILED,		/* for good; the complaint says why */
	VISIT_BLOCKED,		/* a challenge page */
	VISIT_DEFERRED,		/* not in this run; wait_s says how long */
};

void visit_init(struct visit *v);
void visit_release(struct visit *v);
/* The page was looked at: gives back what was large. */
void visit_forget(struct visit *v);
/* Sets out for a URL: tries and redirects count from here. */
void visit_begin(struct visit *v, const char *url, struct host *h);

/* Judges the reply to the last request.  `now_ms` is the monotonic clock,
 * `wall` an instant. */
enum visit_end visit_take(struct visit *v, const struct http_reply *reply,
	struct politeness *p, int64_t now_ms, int64_t wall,
	struct complaint *c);

#endif
