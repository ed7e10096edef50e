/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The static site.  For "/en/shop?page=2" under host h the first of these
 * that is a file is sent:
 *   ROOT/h/en/shop?page=2       the query belongs to the file's name; if
 *                               there is none, with its parts sorted
 *   ROOT/h/en/shop              the query is not looked at
 *   ROOT/h/en/shop/index.html   a folder
 * Where ROOT/h/answers.tsv has a line "TARGET TAB FILE" for exactly that
 * path and query, ROOT/h/FILE is sent instead.
 * A POST has its body in the place of the query: all of it but letters,
 * digits, '-', '=', '&' and '.' written as '_'.
 * %XX in the path (never in the query) is undone before the look-up; an
 * empty, "." or ".." part is refused with 400.
 *
 * FILE.headers beside FILE adds header lines, one a line; "Status: N" among
 * them sets the status instead, and "Wants: Name: value" answers 401 where
 * the request has no such line.  @HOST@ in a line becomes the Host field of
 * the request, port and all.  Such files are never sent themselves.
 *
 * A 200 carries a strong ETag made of the bytes and the extra lines, with
 * "-gz" where the body goes out as gzip, and If-None-Match is obeyed.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server_http.h"

#define SIDECAR ".headers"
#define QUERY_PARTS 32		/* a query of more is not sorted */

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

static bool
text_ends(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && memcmp(text + n - m, end, m) == 0;
}

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
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)tolower((unsigned char)c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The path with %XX undone, then the query as it is; -1 if not allowed. */
static int
target_decode(char *to, const char *target)
{
	size_t path = strcspn(target, "?"), i, n = 0;

	for (i = 0; i < path; i++) {
		int c = (unsigned char)target[i];

		if (c == '%') {
			int hi = hex_value(target[i + 1]);
			int lo = hi < 0 ? -1 : hex_value(target[i + 2]);

			if (lo < 0)
				return -1;
			c = hi * 16 + lo;
			i += 2;
		}
		if (c < 0x20 || c == 0x7f || c == '?')
			return -1;
		to[n++] = (char)c;
	}
	strcpy(to + n, target + path);
	return 0;
}

/* No "", "." or ".." between slashes; the last part may be empty. */
static bool
path_safe(const char *path, const char *end)
{
	while (path < end) {
		size_t n;

		path++;
		n = strcspn(path, "/?");
		if ((n == 0 && path < end) || (n == 1 && path[0] == '.') ||
		    (n == 2 && path[0] == '.' && path[1] == '.'))
			return false;
		path += n;
	}
	return true;
}

/* Whole file in memory for free(), with a NUL after it; NULL: errno. */
static char *
file_read(const char *path, size_t *len)
{
	struct stat st;
	char *bytes = NULL;
	size_t n = 0;
	ssize_t got = 0;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size >= 0 &&
	    (uintmax_t)st.st_size <= SERVER_FILE_MAX)
		bytes = malloc((size_t)st.st_size + 1);
	while (bytes != NULL && n < (size_t)st.st_size &&
	    (got = read(fd, bytes + n, (size_t)st.st_size - n)) > 0)
		n += (size_t)got;
	close(fd);
	if (bytes == NULL)
		return NULL;
	if (got < 0) {
		free(bytes);
		return NULL;
	}
	bytes[n] = '\0';
	*len = n;
	return bytes;
}

static bool
page_try(struct page *page, const char *root, const char *host,
    const char *name, const char *rest)
{
	char side[sizeof page->path + sizeof SIDECAR];
	int n = snprintf(page->path, sizeof page->path, "%s/%s%s%s", root,
	    host, name, rest);

	if (n < 0 || (size_t)n >= sizeof page->path)
		return false;
	page->bytes = file_read(page->path, &page->len);
	if (page->bytes == NULL)
		return false;
	snprintf(side, sizeof side, "%s" SIDECAR, page->path);
	page->sidecar = file_read(side, &page->sidecar_len);
	return true;
}

static int
text_order(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "?b=2&a=1" becomes "?a=1&b=2": one file for every order of asking. */
static void
query_sort(char *query)
{
	char copy[SERVER_TARGET_MAX], *part[QUERY_PARTS], *save = NULL, *p;
	size_t n = 0, i, len = 0, size = strlen(query) + 1;

	snprintf(copy, sizeof copy, "%s", query + 1);
	for (p = strtok_r(copy, "&", &save); p != NULL && n < QUERY_PARTS;
	    p = strtok_r(NULL, "&", &save))
		part[n++] = p;
	if (p != NULL || n == 0)
		return;
	qsort(part, n, sizeof *part, text_order);
	for (i = 0; i < n; i++)
		len += (size_t)snprintf(query + len, size - len, "%c%s",
		    i == 0 ? '?' : '&', part[i]);
}

/* The body of a POST as the query of its target. */
static void
content_put(char *name, size_t size, const struct request *req)
{
	size_t i, n = strcspn(name, "?");

	name[n++] = '?';
	for (i = 0; i < req->content_len && n + 1 < size; i++) {
		unsigned char c = (unsigned char)req->content[i];

		name[n++] = isalnum(c) || (c != 0 &&
		    strchr("-=&.", c) != NULL) ? (char)c : '_';
	}
	name[n] = '\0';
}

/* The file that answers.tsv names for the target. */
static bool
answer_find(char *name, size_t size, const char *root, const char *host)
{
	char path[SERVER_TARGET_MAX], line[2 * SERVER_TARGET_MAX];
	size_t n = strlen(name);
	bool found = false;
	FILE *list;

	if (snprintf(path, sizeof path, "%s/%s/answers.tsv", root, host) >=
	    (int)sizeof path || (list = fopen(path, "r")) == NULL)
		return false;
	while (!found && fgets(line, sizeof line, list) != NULL)
		if (strncmp(line, name, n) == 0 && line[n] == '\t') {
			line[strcspn(line, "\n")] = '\0';
			snprintf(name, size, "/%s", line + n + 1);
			found = true;
		}
	fclose(list);
	return found;
}

static bool
page_find(struct page *page, const char *root, const struct request *req)
{
	char name[SERVER_TARGET_MAX], *query;

	page->status = 400;
	if (target_decode(name, req->target) != 0)
		return false;
	query = name + strcspn(name, "?");
	if (!path_safe(name, query))
		return false;
	if (req->post)
		content_put(name, sizeof name, req);
	page->status = 404;
	if (answer_find(name, sizeof name, root, req->host))
		return page_try(page, root, req->host, name, "");
	if (text_ends(name, SIDECAR))
		return false;
	/* a query with a slash cannot be part of a file's name */
	if (strchr(query, '/') == NULL) {
		if (page_try(page, root, req->host, name, ""))
			return true;
		if (*query != '\0')
			query_sort(query);
		if (page_try(page, root, req->host, name, ""))
			return true;
	}
	if (*query != '\0') {
		*query = '\0';
		if (text_ends(name, SIDECAR))
			return false;
		if (page_try(page, root, req->host, name, ""))
			return true;
	}
	return page_try(page, root, req->host, name,
	    text_ends(name, "/") ? "index.html" : "/index.html");
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
