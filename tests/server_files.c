/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file of the static site (server_find.c says which) as an answer.
 *
 * FILE.headers beside FILE adds header lines, one a line; "Status: N" among
 * them sets the status instead, and "Wants: Name: value" answers 401 where
 * the request has no such line.  @HOST@ in a line becomes the Host field of
 * the request, port and all.  Such files are never sent themselves.
 *
 * A 200 carries a strong ETag made of the bytes and the extra lines, with
 * "-gz" where the body goes out as gzip, and If-None-Match is obeyed.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "server_page.h"

static const struct {
	const char *end;
	const char *type;
} types[] = {
	{ ".html", "text/html; charset=utf-8" },
	{ ".json", "application/json; charset=utf-8" },
	{ ".txt", "text/plain; charset=utf-8" },
	{ ".xml", "application/xml; charset=utf-8" },
	{ ".css", "text/css; charset=utf-8" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".csv", "text/csv; charset=utf-8" },
};

/* By the ending of the path; a path without one is a page. */
static const char *
type_find(const char *target)
{
	char path[SERVER_TARGET_MAX];
	size_t i;

	snprintf(path, sizeof path, "%.*s", (int)strcspn(target, "?"), target);
	for (i = 0; i < sizeof types / sizeof *types; i++)
		if (text_ends(path, types[i].end))
			return types[i].type;
	return types[0].type;
}

static int
extra_put(struct page *page, const char *text, size_t n)
{
	if (n >= sizeof page->extra - page->extra_len)
		return -1;
	memcpy(page->extra + page->extra_len, text, n);
	page->extra_len += n;
	page->extra[page->extra_len] = '\0';
	return 0;
}

/* One header line, @HOST@ replaced. */
static int
extra_line(struct page *page, const char *line, const char *authority)
{
	const char *mark;

	while ((mark = strstr(line, "@HOST@")) != NULL) {
		if (extra_put(page, line, (size_t)(mark - line)) != 0 ||
		    extra_put(page, authority, strlen(authority)) != 0)
			return -1;
		line = mark + strlen("@HOST@");
	}
	if (extra_put(page, line, strlen(line)) != 0)
		return -1;
	return extra_put(page, "\r\n", 2);
}

static int
sidecar_read(struct page *page, const struct request *req)
{
	char *line = page->sidecar, *save = NULL, wanted[1024];

	page->status = 200;
	if (line == NULL)
		return 0;
	for (line = strtok_r(line, "\r\n", &save); line != NULL;
	    line = strtok_r(NULL, "\r\n", &save)) {
		if (strncasecmp(line, "Status:", 7) == 0) {
			page->status = atoi(line + 7);
			continue;
		}
		if (strncasecmp(line, "Wants: ", 7) == 0) {
			snprintf(wanted, sizeof wanted, "\n%s\n", line + 7);
			if (strstr(req->said, wanted) == NULL)
				page->status = 401;
			continue;
		}
		if (strncasecmp(line, "Content-Type:", 13) == 0)
			page->typed = true;
		if (strncasecmp(line, "Content-Encoding:", 17) == 0)
			page->coded = true;
		if (extra_line(page, line, req->authority) != 0)
			return -1;
	}
	return page->status >= 200 && page->status <= 599 ? 0 : -1;
}

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t
hash_add(uint64_t h, const char *bytes, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
	return h;
}

static int
page_send(struct page *page, struct conn *conn, const struct request *req,
    uint64_t hash)
{
	struct reply reply = { page->status, page->extra, page->bytes,
	    page->len };
	char line[64], tag[32];
	unsigned char *packed = NULL;
	int rc;

	if (req->gzip && !page->coded)
		packed = bytes_gzip(page->bytes, page->len, &reply.len);
	if (packed != NULL)
		reply.body = packed;
	else
		reply.len = page->len;
	rc = extra_line(page, "Vary: Accept-Encoding", "");
	if (rc == 0 && packed != NULL)
		rc = extra_line(page, "Content-Encoding: gzip", "");
	if (rc == 0 && reply.status == 200) {
		snprintf(tag, sizeof tag, "\"%016" PRIx64 "%s\"", hash,
		    packed != NULL ? "-gz" : "");
		snprintf(line, sizeof line, "ETag: %s", tag);
		rc = extra_line(page, line, "");
		if (strstr(req->none_match, tag) != NULL ||
		    strcmp(req->none_match, "*") == 0)
			reply.status = 304;
	}
	if (rc == 0)
		rc = reply_send(conn, req, &reply);
	free(packed);
	return rc;
}

int
file_serve(const char *root, struct conn *conn, const struct request *req)
{
	struct page *page = calloc(1, sizeof *page);
	char type[128];
	uint64_t hash;
	int rc = -1;

	if (page == NULL)
		return -1;
	if (!page_find(page, root, req)) {
		rc = reply_plain(conn, req, page->status);
	} else {
		hash = hash_add(UINT64_C(14695981039346656037), page->bytes,
		    page->len);
		if (page->sidecar != NULL)
			hash = hash_add(hash, page->sidecar,
			    page->sidecar_len);
		snprintf(type, sizeof type, "Content-Type: %s",
		    type_find(req->target));
		if (sidecar_read(page, req) != 0 ||
		    (!page->typed && extra_line(page, type, "") != 0))
			rc = reply_plain(conn, req, 500);
		else
			rc = page_send(page, conn, req, hash);
	}
	free(page->bytes);
	free(page->sidecar);
	free(page);
	return rc;
}
