/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
site_settle(struct site *s, int status, struct text body, struct complaint *c)
{
	if (status == 401 || status == 403) {
		s->state = SITE_CLOSED;
		return 0;
	}
	if (status / 100 != 2) {
		s->state = SITE_OPEN;
		return 0;
	}
	s->rules = robots_read(body.bytes, body.length, ROUND_TOKEN);
	if (s->rules == NULL)
		return complain(c, 0, "%s: no memory for robots.txt",
		    s->origin);
	s->state = SITE_RULES;
	if (robots_delay(s->rules) > 0)
		host_slow(s->host, robots_delay(s->rules));
	return 0;
}

static int
site_begin(struct round *r, struct site *s, struct complaint *c)
{
	struct buffer body;
	int status = 0, found, result = 0;

	buffer_init(&body, ROBOTS_BYTES_MAX);
	found = ledger_robots_get(r->ledger, s->origin, round_wall(r),
	    &status, &body, c);
	if (found == 1)
		result = site_settle(s, status, (struct text){
		    body.length > 0 ? body.bytes : "", body.length}, c);
	else if (found == 0) {
		char url[HTTP_URL + 16];

		snprintf(url, sizeof(url), "%s/robots.txt", s->origin);
		visit_begin(&s->visit, url, s->host);
	}
	buffer_release(&body);
	return found < 0 ? -1 : result;
}

struct site *
site_find(struct round *r, const struct http_place *place,
	struct complaint *c)
{
	struct site *s;

	for (s = r->sites; s != NULL; s = s->next)
		if (strcmp(s->origin, place->origin) == 0)
			return s;
	s = calloc(1, sizeof(*s));
	if (s == NULL)
		complain(c, 0, "no memory for %.200s", place->origin);
	if (s == NULL || (s->host = round_host(r, place->host, c)) == NULL) {
		free(s);
		return NULL;
	}
	s->owner = OWNER_SITE;
	s->state = SITE_ASKING;
	visit_init(&s->visit);
	snprintf(s->origin, sizeof(s->origin), "%s", place->origin);
	if (site_begin(r, s, c) != 0) {
		free(s);
		return NULL;
	}
	s->next = r->sites;
	r->sites = s;
	return s;
}

void
site_release_all(struct round *r)
{
	struct site *s, *next;

	for (s = r->sites; s != NULL; s = next) {
		next = s->next;
		robots_free(s->rules);
		visit_release(&s->visit);
		free(s);
	}
	r->sites = NULL;
}

int
site_step(struct round *r, struct site *s, int64_t now_ms, int64_t *wake,
	struct complaint *c)
{
	struct http_field field[3] = {
		{"User-Agent", text_of(r->agent)},
		{"Accept", text_of("text/plain, */*")},
		/* A body that is cut cannot be inflated to its end. */
		{"Accept-Encoding", text_of("identity")},
	};
	struct http_request request = {.url = s->visit.url, .field = field,
	    .count = 3, .body_max = ROBOTS_BYTES_MAX, .cut = true, .owner = s};
	int64_t ready;

	if (s->state != SITE_ASKING || s->visit.under_way)
		return 0;
	ready = host_ready(s->visit.host);
	if (ready > now_ms && ready < *wake)
		*wake = ready;
	if (ready > now_ms || !http_has_room(r->http))
		return 0;
	if (http_start(r->http, &request, c) != 0)
		return -1;
	s->visit.under_way = true;
	round_ask(r, s->visit.host);
	return 0;
}

static int
site_move(struct round *r, struct site *s, struct complaint *c)
{
	struct http_place place;

	http_url_place(s->visit.url, &place);
	s->visit.host = round_host(r, place.host, c);
	return s->visit.host == NULL ? -1 : 0;
}

static int
answer_take(struct round *r, struct site *s, const struct http_reply *reply,
	struct complaint *c)
{
	struct complaint why = {0};
	struct text body = {"", 0};
	int status = reply->status;
	enum visit_end end = visit_take(&s->visit, reply, &r->politeness,
	    round_ms(), round_wall(r), &why);

	round_note(r, "robots url=%s status=%d bytes=%zu%s%s", s->visit.url,
	    status, reply->body.length, why.text[0] != '\0' ? " note=" : "",
	    why.text);
	if (end == VISIT_AGAIN)
		return 0;
	if (end == VISIT_MOVED)
		return site_move(r, s, c);
	/* 304 to a question without conditions, 300: no rules, no consent. */
	if (end == VISIT_ANSWER && status / 100 == 3)
		end = VISIT_FAILED;
	if (end == VISIT_DEFERRED || (end == VISIT_FAILED &&
	    s->visit.redirects <= VISIT_REDIRECTS)) {
		s->state = SITE_UNREACHABLE;
		snprintf(s->why, sizeof(s->why), "robots.txt cannot be had, "
		    "so nothing may be asked%s%.100s",
		    why.text[0] == '\0' ? "" : ": ", why.text);
		if (end != VISIT_DEFERRED)
			return 0;
		s->host->blocked_until = s->visit.host->blocked_until;
		return ledger_host_put(r->ledger, s->host->name,
		    s->host->blocked_until, c);
	}
	if (end == VISIT_BLOCKED)
		status = 403;
	else if (end == VISIT_ANSWER && status / 100 == 2)
		body = s->visit.page;
	if (body.length > ROBOTS_BYTES_MAX)
		body.length = ROBOTS_BYTES_MAX;
	if (site_settle(s, status, body, c) != 0)
		return -1;
	return ledger_robots_put(r->ledger, s->origin, round_wall(r), status,
	    body.bytes, body.length, c);
}

int
site_take(struct round *r, struct site *s, const struct http_reply *reply,
	struct complaint *c)
{
	int result = answer_take(r, s, reply, c);

	visit_forget(&s->visit);
	return result;
}

bool
site_allows(const struct site *s, const char *url)
{
	if (s->state == SITE_RULES)
		return robots_allows(s->rules, url);
	return s->state == SITE_OPEN;
}
