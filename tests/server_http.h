/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the test server (see server.c for what it does):
 *   server.c         command line, listening, one thread a connection
 *   server_http.c    read a request, write a reply, write the log
 *   server_find.c    which file of the static site answers a request
 *   server_files.c   a request answered from that file
 *   server_faults.c  a request answered by a named fault
 *
 * All of it runs in one process; the only state that threads share is the
 * log and the fault counters, each behind its own lock.  Results: 0 the
 * connection may carry another request, -1 it must be closed.
 */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define SERVER_HEAD_MAX 65536		/* bytes of one request head */
#define SERVER_TARGET_MAX 4096		/* path and query, with the NUL */
#define SERVER_CONTENT_MAX 4096		/* bytes of a POST's body */
#define SERVER_SAID_MAX 8192		/* header lines that are remembered */
#define SERVER_EXTRA_MAX 8192		/* extra header lines of one reply */
#define SERVER_FILE_MAX (64u << 20)	/* bytes of one file */
#define SERVER_IDLE_S 30		/* seconds one read or write may take */

struct conn {
	int fd;
	size_t len;			/* bytes of buf read, not yet used */
	char buf[SERVER_HEAD_MAX + 1];
};

struct request {
	char method[16];
	char host[256];			/* lower case, without the port */
	char authority[272];		/* the Host field as it came */
	char target[SERVER_TARGET_MAX];	/* "/path?query", as it came */
	char none_match[512];		/* If-None-Match, "" if not sent */
	char agent[512];		/* User-Agent, "" if not sent */
	char said[SERVER_SAID_MAX];	/* "\nName: value\n..." as it came */
	char content[SERVER_CONTENT_MAX];	/* of a POST */
	size_t content_len;
	bool head;			/* the method is HEAD */
	bool post;
	bool gzip;			/* Accept-Encoding allows gzip */
	bool close;			/* no further request on this one */
	long long at_ms;		/* CLOCK_MONOTONIC at arrival */
};

struct reply {
	int status;
	const char *extra;		/* header lines, each ended by CRLF */
	const void *body;
	size_t len;
};

/* Log lines go to out (may be NULL for none); out stays the caller's. */
void log_open(FILE *out);

/*
 * One line, flushed: ms, method, host, target, status, If-None-Match,
 * User-Agent, separated by tabs; "-" stands for an empty field.
 * The time is the arrival of the request, so gaps can be measured.
 */
void log_put(const struct request *req, int status);

/* 1 a request (GET, HEAD or a small POST), 0 the client left or fell silent,
 * -1 answered with an error */
int request_read(struct conn *conn, struct request *req);

/* All n bytes or -1. */
int bytes_send(int fd, const void *bytes, size_t n);

/* "Not Found" for 404; "Status" for a number that has no phrase here. */
const char *status_phrase(int status);

/* Log, head with Content-Length, body (none after HEAD, 204, 304). */
int reply_send(struct conn *conn, const struct request *req,
    const struct reply *reply);

/* A short text/plain body that repeats the status. */
int reply_plain(struct conn *conn, const struct request *req, int status);

/*
 * Gzip as one member with no name and no time in its head, so that equal
 * bytes give equal bytes.  Returns memory for free(), NULL on failure.
 */
unsigned char *bytes_gzip(const void *bytes, size_t n, size_t *out_len);

/* Answer from root/HOST/TARGET; the rules are at the head of the .c file. */
int file_serve(const char *root, struct conn *conn, const struct request *req);

/* True if the target is "/fault/..."; *status is then as file_serve's. */
bool fault_serve(struct conn *conn, const struct request *req, int *status);

#endif
