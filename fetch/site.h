/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Origins (scheme, host, port) and what their robots.txt says.  It is asked
 * before the first page and remembered for a day (ledger.h).
 *
 *	2xx			its rules
 *	401, 403, a challenge	everything is closed: who refuses the rules
 *				refuses the pages (stricter than RFC 9309)
 *	other 4xx, more than five redirects	everything is open
 *	5xx, 429, 304, no answer	everything is closed for this run
 */
#ifndef SAYSO_SITE_H
#define SAYSO_SITE_H

#include <stdbool.h>

#include "complaint.h"
#include "http.h"
#include "robots.h"
#include "round.h"
#include "visit.h"

/* First member of whatever owns a request, so that its reply finds home. */
enum owner { OWNER_ROW, OWNER_SITE, OWNER_TOKEN };

enum site_state {
	SITE_ASKING,		/* robots.txt is on its way */
	SITE_OPEN, SITE_RULES, SITE_CLOSED, SITE_UNREACHABLE,
};

struct site {
	enum owner owner;
	struct site *next;
	enum site_state state;
	struct host *host;
	struct robots *rules;
	struct visit visit;
	char origin[HTTP_URL];
	char why[160];			/* unreachable: what was in the way */
};

/* The site of an origin: the first call looks into the ledger, or sets out
 * for robots.txt.  NULL on failure. */
struct site *site_find(struct round *r, const struct http_place *place,
	struct complaint *c);
void site_release_all(struct round *r);

/* Starts the request for robots.txt when the host is ready; lowers *wake to
 * when that will be. */
int site_step(struct round *r, struct site *s, int64_t now_ms, int64_t *wake,
	struct complaint *c);
int site_take(struct round *r, struct site *s,
	const struct http_reply *reply, struct complaint *c);

/* Whether a page of the site may be asked; not while SITE_ASKING. */
bool site_allows(const struct site *s, const char *url);

#endif
