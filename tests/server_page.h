/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page of the static site: found by server_find.c, sent by server_files.c.
 */
#ifndef SERVER_PAGE_H
#define SERVER_PAGE_H

#include "server_http.h"

/* The file that adds header lines to FILE is FILE.headers. */
#define SERVER_SIDECAR ".headers"

struct page {
	char path[SERVER_TARGET_MAX * 2];
	char *bytes;
	size_t len;
	char *sidecar;			/* NULL if there is none */
	size_t sidecar_len;
	int status;
	bool typed;			/* the sidecar says Content-Type */
	bool coded;			/* the sidecar says Content-Encoding */
	char extra[SERVER_EXTRA_MAX];
	size_t extra_len;
};

/* Fills path, bytes and sidecar (both for free()) of a zeroed page; false:
 * nothing answers, and its status says why. */
bool page_find(struct page *page, const char *root, const struct request *req);

bool text_ends(const char *text, const char *end);

#endif
