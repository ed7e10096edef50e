/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which file of the static site answers a request.  For "/en/shop?page=2"
 * under host h the first of these that is a file is sent:
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
 */
#include <ctype.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server_page.h"

#define QUERY_PARTS 32		/* a query of more is not sorted */

bool
text_ends(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && memcmp(text + n - m, end, m) == 0;
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
	char side[sizeof page->path + sizeof SERVER_SIDECAR];
	int n = snprintf(page->path, sizeof page->path, "%s/%s%s%s", root,
	    host, name, rest);

	if (n < 0 || (size_t)n >= sizeof page->path)
		return false;
	page->bytes = file_read(page->path, &page->len);
	if (page->bytes == NULL)
		return false;
	snprintf(side, sizeof side, "%s" SERVER_SIDECAR, page->path);
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

bool
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
	if (text_ends(name, SERVER_SIDECAR))
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
		if (text_ends(name, SERVER_SIDECAR))
			return false;
		if (page_try(page, root, req->host, name, ""))
			return true;
	}
	return page_try(page, root, req->host, name,
	    text_ends(name, "/") ? "index.html" : "/index.html");
}
