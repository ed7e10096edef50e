/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The network: many GET and POST requests at once over a window of handles
 * that are used again.  libcurl is behind http_library.h only.
 *
 * - http and https only, HTTP/1.1, certificates always checked, no proxy, no
 *   cookies, no .netrc, no credentials in URLs.
 * - Redirects are answers like any other: the caller decides.
 * - What a body is coded in stays as it came; ask for gzip with a header of
 *   your own.
 * - Refused whatever the server says: two different lengths, more bytes than
 *   the limits below, an address that is not public (address.h) unless the
 *   host is among `allow_private`.
 */
#ifndef SAYSO_HTTP_H
#define SAYSO_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "text.h"

enum {
	HTTP_WINDOW = 64,		/* requests under way at most */
	HTTP_HEAD_MAX = 256 << 10,	/* all header blocks of one answer */
	HTTP_HEADERS_MAX = 72,		/* fields of one request */
	HTTP_FIELD_MAX = 8192,		/* one of them */
	HTTP_CONNECT_MS = 10000,
	HTTP_TOTAL_MS = 60000,
	HTTP_LOW_BPS = 100,		/* slower than this ... */
	HTTP_LOW_S = 20,		/* ... for so long is a fault */
	HTTP_URL = 2001,		/* room for a URL and its NUL */
	HTTP_HOST_MAX = 253,		/* bytes of a name (RFC 1035) */
};

struct http_field {
	const char *name;
	struct text value;		/* control characters are refused */
};

struct http_request {
	const char *url;		/* from http_url_read() */
	const struct http_field *field;	/* all but Host; copied */
	size_t count;
	struct text content;	/* of a POST; absent: a GET; copied */
	size_t body_max;
	bool cut;			/* a longer body is cut, no fault */
	void *owner;
};

enum http_outcome {
	HTTP_ANSWERED,		/* status, head and body are whole */
	HTTP_BROKEN,		/* network trouble: worth another try */
	HTTP_REFUSED,		/* would be the same again */
};

struct http_reply {
	void *owner;
	enum http_outcome outcome;
	const char *reason;	/* where not answered */
	int status;
	struct text head;	/* of the last answer, status line and all */
	struct text body;	/* transfer coding removed */
};

struct http;

/* The hosts are borrowed.  NULL on failure. */
struct http *http_create(const char *const *allow_private, size_t count,
	struct complaint *c);
void http_free(struct http *h);		/* abandons what is under way */

bool http_has_room(const struct http *h);
int http_start(struct http *h, const struct http_request *r,
	struct complaint *c);
/* Moves bytes for up to `ms`; returns earlier when something happened or a
 * signal came. */
int http_wait(struct http *h, int ms, struct complaint *c);
/* One finished request; texts are borrowed until the next call. */
bool http_next(struct http *h, struct http_reply *reply);

/* ---- URLs, in the one reading that the transfers use ---- */

/* Writes the normal form of `url`, taken relative to `base` where that is not
 * NULL: escapes for what is not ASCII, no fragment.  Complains about schemes
 * other than http and https, credentials, hosts that are not ASCII (the
 * locale is "C", where nobody can read them), and length. */
int http_url_read(const char *base, const char *url, char to[HTTP_URL],
	struct complaint *c);

struct http_place {
	char origin[HTTP_URL];		/* "http://shop.example:8080" */
	char host[256];			/* "shop.example" */
	char authority[272];		/* "shop.example:8080", for Host */
	bool secure;			/* https */
};
/* Where a URL from http_url_read() leads; returns what is behind the origin
 * ("/page?x"), borrowed from the URL. */
const char *http_url_place(const char *url, struct http_place *to);

#endif
