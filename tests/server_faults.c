/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Named faults, after htslib's test server: /fault/NAME/ANYTHING?ANY under
 * any host.  One row of the table below per fault; its comment is the
 * manual.  "The ok page" is a small page with one JSON-LD review.  Faults
 * that change with the request number count per host and target, so a test
 * takes a fresh ANYTHING to begin anew.  Whatever has no natural end has a
 * bound here, because a client under test may be broken.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "server_fault.h"

#define SEEN_MAX 4096		/* targets counted; then all are forgotten */

const char ok_page[] =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
    "<title>Fennel kettle</title>\n"
    "<script type=\"application/ld+json\">\n"
    "{\"@context\":\"https://schema.org\",\"@type\":\"Product\","
    "\"name\":\"Fennel kettle\",\"review\":[{\"@type\":\"Review\","
    "\"@id\":\"https://fault.localhost/r/1\","
    "\"author\":{\"@type\":\"Person\",\"name\":\"Ida\"},"
    "\"datePublished\":\"2026-10-05\","
    "\"reviewRating\":{\"@type\":\"Rating\",\"ratingValue\":\"4\"},"
    "\"reviewBody\":\"Boils quickly, pours well, a little loud.\"}]}\n"
    "</script></head>\n<body><h1>Fennel kettle</h1>\n"
    "<p>Boils quickly, pours well, a little loud.</p></body></html>\n";

const size_t ok_page_len = sizeof ok_page - 1;

static const char challenge_page[] =
    "<!DOCTYPE html>\n<html lang=\"en-US\"><head>"
    "<title>Just a moment...</title>\n"
    "<meta name=\"robots\" content=\"noindex,nofollow\"></head>\n"
    "<body><h1>fault.localhost</h1>\n"
    "<p>Checking if the site connection is secure</p>\n"
    "<noscript>Enable JavaScript and cookies to continue</noscript>\n"
    "<script>window._cf_chl_opt={cType:'managed'};</script>"
    "</body></html>\n";

static pthread_mutex_t seen_lock = PTHREAD_MUTEX_INITIALIZER;
static struct {
	char *key[SEEN_MAX];
	unsigned count[SEEN_MAX];
	size_t n;
} seen;

unsigned
fault_seen(const struct request *req)
{
	char key[sizeof req->host + sizeof req->target];
	unsigned before = 0;
	size_t i;

	snprintf(key, sizeof key, "%s%s", req->host, req->target);
	pthread_mutex_lock(&seen_lock);
	for (i = 0; i < seen.n && strcmp(seen.key[i], key) != 0; i++)
		;
	if (i == seen.n && seen.n == SEEN_MAX) {
		while (seen.n > 0)
			free(seen.key[--seen.n]);
		i = 0;
	}
	if (i == seen.n && (seen.key[i] = strdup(key)) != NULL) {
		seen.count[i] = 0;
		seen.n++;
	}
	if (i < seen.n)
		before = seen.count[i]++;
	pthread_mutex_unlock(&seen_lock);
	return before;
}

int
fault_ok(struct conn *conn, const struct request *req, const struct fault *f)
{
	struct reply reply = { 200, FAULT_HTML, ok_page, ok_page_len };

	(void)f;
	return reply_send(conn, req, &reply);
}

int
fault_status(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	struct reply reply = { f->status, f->text, "no\n", 3 };

	return reply_send(conn, req, &reply);
}

int
fault_status_once(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	if (fault_seen(req) < (f->number > 0 ? f->number : 1))
		return fault_status(conn, req, f);
	return fault_ok(conn, req, f);
}

int
fault_date_once(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	char line[80];
	struct reply reply = { f->status, line, "no\n", 3 };
	time_t at = time(NULL) + (time_t)f->number;
	struct tm date;

	if (fault_seen(req) > 0 || gmtime_r(&at, &date) == NULL ||
	    strftime(line, sizeof line,
	    "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n", &date) == 0)
		return fault_ok(conn, req, f);
	return reply_send(conn, req, &reply);
}

int
fault_chain(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	const char *slash = strrchr(req->target, '/');
	long at = strtol(slash + 1, NULL, 10);
	char extra[128];
	struct reply reply = { f->status, extra, "", 0 };

	snprintf(extra, sizeof extra, "Location: " FAULT_PREFIX "%s/%ld\r\n",
	    f->name, at < 1000 ? at + 1 : 0);
	return reply_send(conn, req, &reply);
}

int
fault_loop(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	size_t n = strlen(req->target);
	bool at_b = n >= 2 && strcmp(req->target + n - 2, "/b") == 0;
	char extra[128];
	struct reply reply = { f->status, extra, "", 0 };

	snprintf(extra, sizeof extra, "Location: " FAULT_PREFIX "%s/%s\r\n",
	    f->name, at_b ? "a" : "b");
	return reply_send(conn, req, &reply);
}

int
fault_challenge(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	struct reply reply = { f->status, f->text, challenge_page,
	    sizeof challenge_page - 1 };

	return reply_send(conn, req, &reply);
}

static const struct fault faults[] = {
	/* no fault */
	{ "ok", fault_ok, 200, "", 0 },
	{ "chunked_ok", fault_chunked, 200, "0\r\n\r\n", 0 },
	/* a field behind the body that must not change how it is read */
	{ "chunked_trailer", fault_chunked, 200,
	    "0\r\nContent-Encoding: gzip\r\n\r\n", 0 },
	{ "gzip_ok", fault_gzip, 200, "", 0 },
	{ "redirect_ok", fault_status, 302,
	    "Location: " FAULT_PREFIX "ok/there\r\n", 0 },
	/* an error that goes away when asked again */
	{ "503_then_ok", fault_status_once, 503, "", 0 },
	{ "429_then_ok", fault_status_once, 429, "Retry-After: 1\r\n", 0 },
	{ "429_date_then_ok", fault_date_once, 429, "", 3 },
	{ "503_burst", fault_status_once, 503, "", 3 },
	{ "drop_once", fault_drop_once, 200, "", 0 },
	{ "reset_once", fault_reset_once, 200, "", 0 },
	/* an error that stays */
	{ "500_forever", fault_status, 500, "", 0 },
	{ "not_found", fault_status, 404, "", 0 },
	{ "429_day", fault_status, 429, "Retry-After: 86400\r\n", 0 },
	{ "429_date", fault_status, 429,
	    "Retry-After: Thu, 31 Dec 2099 23:59:59 GMT\r\n", 0 },
	{ "unasked_304", fault_status, 304, "ETag: \"0\"\r\n", 0 },
	{ "challenge", fault_challenge, 403,
	    FAULT_HTML "cf-mitigated: challenge\r\n", 0 },
	/* redirects that must not be followed to their end */
	{ "redirect_loop", fault_loop, 302, "", 0 },
	{ "redirect_chain", fault_chain, 302, "", 0 },
	{ "redirect_private", fault_status, 302,
	    "Location: http://169.254.169.254/latest/meta-data/\r\n", 0 },
	{ "redirect_file", fault_status, 302,
	    "Location: file:///etc/hostname\r\n", 0 },
	/* transfers that end early or never */
	{ "drop_mid_transfer", fault_drop, 200, "", 0 },
	{ "drop_end", fault_drop_end, 200, "", 0 },
	{ "hang", fault_hang, 0, "", 0 },
	{ "stall", fault_stall, 200, "", 0 },
	{ "slow_headers", fault_slow_headers, 200, "", 0 },
	{ "slow_body", fault_slow, 200, "", 3 },	/* about 2 s */
	{ "trickle", fault_slow, 200, "", 1000 },	/* about 12 min */
	{ "endless_body", fault_endless_body, 200, "", 256u << 20 },
	{ "endless_headers", fault_endless_headers, 200, "", 32u << 20 },
	{ "endless_1xx", fault_endless_1xx, 103, "", 32u << 20 },
	/* what is not HTTP, or contradicts itself; status 0 in the log */
	{ "empty_reply", fault_raw, 0, "", 0 },
	{ "garbage", fault_raw, 0, "\001\002 hello, is this 1989?\n\377", 0 },
	{ "two_content_lengths", fault_framed, 200,
	    "Content-Length: 100\r\nContent-Length: 200\r\n\r\n", 0 },
	{ "negative_content_length", fault_framed, 200,
	    "Content-Length: -1\r\n\r\n", 0 },
	/* no client can see this one: the page is just shorter */
	{ "short_content_length", fault_framed, 200,
	    "Content-Length: 100\r\n\r\n", 0 },
	{ "chunked_truncated", fault_chunked, 200, "", 0 },
	{ "chunked_no_end", fault_chunked, 200, "", 1 },
	{ "chunked_bad", fault_chunked, 200, "zz\r\nnot a size\r\n", 0 },
	{ "gzip_truncated", fault_gzip, 200, "", 40 },
	{ "gzip_garbage", fault_framed, 200,
	    "Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n", 0 },
	{ "gzip_bomb", fault_gzip_bomb, 200, "", 1u << 31 },
};

bool
fault_serve(struct conn *conn, const struct request *req, int *status)
{
	const char *name = req->target + strlen(FAULT_PREFIX);
	size_t i, n;

	if (strncmp(req->target, FAULT_PREFIX, strlen(FAULT_PREFIX)) != 0)
		return false;
	n = strcspn(name, "/?");
	for (i = 0; i < sizeof faults / sizeof *faults; i++)
		if (strlen(faults[i].name) == n &&
		    memcmp(faults[i].name, name, n) == 0) {
			*status = faults[i].serve(conn, req, &faults[i]);
			return true;
		}
	*status = reply_plain(conn, req, 404);
	return true;
}
