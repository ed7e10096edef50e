/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the named faults of the test server share: the row of the table in
 * server_faults.c and the functions that a row may name.  Every function
 * writes the log line and the whole answer, and returns 0 if the
 * connection may carry another request, else -1.
 */
#ifndef SERVER_FAULT_H
#define SERVER_FAULT_H

#include "server_http.h"

#define FAULT_PREFIX "/fault/"
#define FAULT_HTML "Content-Type: text/html; charset=utf-8\r\n"

struct fault {
	const char *name;
	int (*serve)(struct conn *, const struct request *,
	    const struct fault *);
	int status;		/* sent, or only logged where none is sent */
	const char *text;	/* header lines, raw bytes, or the ending */
	size_t number;		/* bytes or milliseconds, as the function says */
};

/* A small page with one JSON-LD review. */
extern const char ok_page[];
extern const size_t ok_page_len;

/* Whole replies (server_faults.c). */
int fault_ok(struct conn *, const struct request *, const struct fault *);
/* status, header lines text */
int fault_status(struct conn *, const struct request *, const struct fault *);
/* that at first (number times, at least once), then the ok page */
int fault_status_once(struct conn *, const struct request *,
    const struct fault *);
/* status, Retry-After a date in number seconds, at first; then ok */
int fault_date_once(struct conn *, const struct request *,
    const struct fault *);
/* to .../1, from there to .../2 and so on */
int fault_chain(struct conn *, const struct request *, const struct fault *);
/* between .../a and .../b for ever */
int fault_loop(struct conn *, const struct request *, const struct fault *);
int fault_challenge(struct conn *, const struct request *,
    const struct fault *);

/* Broken or slow ones (server_broken.c). */
/* half the ok page, then RST */
int fault_drop(struct conn *, const struct request *, const struct fault *);
/* half and FIN at first, then ok */
int fault_drop_once(struct conn *, const struct request *,
    const struct fault *);
/* half the ok page, then FIN */
int fault_drop_end(struct conn *, const struct request *,
    const struct fault *);
/* half and RST at first, then ok */
int fault_reset_once(struct conn *, const struct request *,
    const struct fault *);
/* not a byte */
int fault_hang(struct conn *, const struct request *, const struct fault *);
/* half the ok page, then silence */
int fault_stall(struct conn *, const struct request *, const struct fault *);
/* half a head, then silence */
int fault_slow_headers(struct conn *, const struct request *,
    const struct fault *);
/* byte by byte, number ms apart */
int fault_slow(struct conn *, const struct request *, const struct fault *);
/* text instead of an HTTP message */
int fault_raw(struct conn *, const struct request *, const struct fault *);
/* ok page under the lines of text */
int fault_framed(struct conn *, const struct request *, const struct fault *);
/* as gzip, the last number bytes cut */
int fault_gzip(struct conn *, const struct request *, const struct fault *);
/* zeros, number bytes decoded */
int fault_gzip_bomb(struct conn *, const struct request *,
    const struct fault *);
/* chunks, number bytes at most */
int fault_endless_body(struct conn *, const struct request *,
    const struct fault *);
/* lines, number bytes at most */
int fault_endless_headers(struct conn *, const struct request *,
    const struct fault *);
/* answers of status 103, number bytes at most */
int fault_endless_1xx(struct conn *, const struct request *,
    const struct fault *);
/* ok page in chunks, ended by text; without one cut in the last chunk, or
 * (number 1) behind it */
int fault_chunked(struct conn *, const struct request *, const struct fault *);

/* How often this host and target were asked for before; 0 at first. */
unsigned fault_seen(const struct request *req);

#endif
