/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The door to libcurl, and what its transfers are: for http.c, which sends,
 * http_answer.c, which takes what comes back, http_url.c, so that both read a
 * URL in the same way, and no others.  The manual is http.h.
 */
#ifndef SAYSO_HTTP_LIBRARY_H
#define SAYSO_HTTP_LIBRARY_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "http.h"

struct transfer {
	CURL *easy;
	struct curl_slist *fields;
	struct buffer head, body;
	size_t head_bytes;	/* of all header blocks, 1xx included */
	void *owner;
	const char *fault;	/* why a callback ended it */
	char *host;
	struct http *http;
	bool prepared;		/* its options are those of any GET */
	bool cut, was_cut, busy, refused;
	bool head_ends, final;	/* the empty line came; not that of a 1xx */
};

struct http {
	CURLM *multi;
	struct transfer transfer[HTTP_WINDOW];
	struct transfer *shown;	/* whose reply the caller is reading */
	const char *const *allow_private;
	size_t allow_count;
	size_t under_way;
};

/* Callbacks of the library, `data` being the transfer.  The first is given
 * one header line at a time: a block behind a block means that the first was
 * a 1xx answer. */
size_t http_on_head(char *bytes, size_t one, size_t length, void *data);
size_t http_on_body(char *bytes, size_t one, size_t length, void *data);
curl_socket_t http_on_socket(void *data, curlsocktype purpose,
	struct curl_sockaddr *address);

/* How a transfer ended, as the caller of http_next() reads it. */
void http_answer(struct http_reply *reply, const struct transfer *t,
	CURLcode code);

#endif
