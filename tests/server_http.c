/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <ctype.h>
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <zlib.h>

#include "server_http.h"

static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static FILE *log_out;

void
log_open(FILE *out)
{
	log_out = out;
}

/* A field of the log: never a tab or a control, never empty. */
static void
log_field(const char *text, char end)
{
	if (*text == '\0')
		putc('-', log_out);
	for (; *text != '\0'; text++)
		putc(iscntrl((unsigned char)*text) ? ' ' : *text, log_out);
	putc(end, log_out);
}

void
log_put(const struct request *req, int status)
{
	if (log_out == NULL)
		return;
	pthread_mutex_lock(&log_lock);
	fprintf(log_out, "%lld\t", req->at_ms);
	log_field(req->method, '\t');
	log_field(req->host, '\t');
	log_field(req->target, '\t');
	fprintf(log_out, "%d\t", status);
	log_field(req->none_match, '\t');
	log_field(req->agent, '\n');
	fflush(log_out);
	pthread_mutex_unlock(&log_lock);
}

int
bytes_send(int fd, const void *bytes, size_t n)
{
	const char *p = bytes;

	while (n > 0) {
		ssize_t did = send(fd, p, n, MSG_NOSIGNAL);

		if (did < 0 && errno == EINTR)
			continue;
		if (did <= 0)
			return -1;
		p += did;
		n -= (size_t)did;
	}
	return 0;
}

static const struct {
	int status;
	const char *phrase;
} phrases[] = {
	{ 200, "OK" },
	{ 301, "Moved Permanently" },
	{ 302, "Found" },
	{ 304, "Not Modified" },
	{ 400, "Bad Request" },
	{ 401, "Unauthorized" },
	{ 403, "Forbidden" },
	{ 404, "Not Found" },
	{ 405, "Method Not Allowed" },
	{ 429, "Too Many Requests" },
	{ 431, "Request Header Fields Too Large" },
	{ 500, "Internal Server Error" },
	{ 503, "Service Unavailable" },
};

const char *
status_phrase(int status)
{
	size_t i;

	for (i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (phrases[i].status == status)
			return phrases[i].phrase;
	return "Status";
}

int
reply_send(struct conn *conn, const struct request *req,
    const struct reply *reply)
{
	bool bare = reply->status == 304 || reply->status == 204;
	char head[SERVER_EXTRA_MAX + 256], length[64] = "";
	int n;

	if (!bare)
		snprintf(length, sizeof length, "Content-Length: %zu\r\n",
		    reply->len);
	n = snprintf(head, sizeof head, "HTTP/1.1 %d %s\r\n%s%s%s\r\n",
	    reply->status, status_phrase(reply->status),
	    reply->extra != NULL ? reply->extra : "", length,
	    req->close ? "Connection: close\r\n" : "");
	log_put(req, reply->status);
	if (n < 0 || (size_t)n >= sizeof head ||
	    bytes_send(conn->fd, head, (size_t)n) != 0)
		return -1;
	if (bare || req->head)
		return 0;
	return bytes_send(conn->fd, reply->body, reply->len);
}

int
reply_plain(struct conn *conn, const struct request *req, int status)
{
	struct reply reply = { .status = status,
	    .extra = "Content-Type: text/plain; charset=utf-8\r\n" };
	char body[64];

	snprintf(body, sizeof body, "%d %s\n", status, status_phrase(status));
	reply.body = body;
	reply.len = strlen(body);
	return reply_send(conn, req, &reply);
}

unsigned char *
bytes_gzip(const void *bytes, size_t n, size_t *out_len)
{
	z_stream z;
	unsigned char *out;
	uLong room;

	memset(&z, 0, sizeof z);
	if (n > SERVER_FILE_MAX || deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8,
	    Z_DEFAULT_STRATEGY) != Z_OK)
		return NULL;
	room = deflateBound(&z, (uLong)n);
	out = malloc(room);
	if (out != NULL) {
		/* zlib's own type lacks the const; it does not write there */
		z.next_in = (Bytef *)(uintptr_t)bytes;
		z.avail_in = (uInt)n;
		z.next_out = out;
		z.avail_out = (uInt)room;
		if (deflate(&z, Z_FINISH) != Z_STREAM_END) {
			free(out);
			out = NULL;
		}
	}
	*out_len = z.total_out;
	deflateEnd(&z);
	return out;
}

/* "gzip" is in the list, and not with q=0, q=0.0 and so on */
static bool
gzip_allowed(const char *value)
{
	const char *p = strstr(value, "gzip");

	if (p == NULL)
		return false;
	p += strlen("gzip");
	p += strspn(p, " ");
	if (strncmp(p, ";q=", 3) != 0)
		return true;
	p += 3;
	p += strspn(p, "0.");
	return *p >= '1' && *p <= '9';
}

/* As much of it as there is room for. */
static void
text_keep(char *to, size_t size, const char *from)
{
	size_t length = strnlen(from, size - 1);

	memcpy(to, from, length);
	to[length] = '\0';
}

static void
field_take(struct request *req, const char *name, const char *value)
{
	if (strcasecmp(name, "Host") == 0)
		text_keep(req->authority, sizeof req->authority, value);
	else if (strcasecmp(name, "If-None-Match") == 0)
		text_keep(req->none_match, sizeof req->none_match, value);
	else if (strcasecmp(name, "User-Agent") == 0)
		text_keep(req->agent, sizeof req->agent, value);
	else if (strcasecmp(name, "Accept-Encoding") == 0)
		req->gzip = gzip_allowed(value);
	else if (strcasecmp(name, "Content-Length") == 0)
		req->content_len = (size_t)strtoul(value, NULL, 10);
	else if (strcasecmp(name, "Connection") == 0 &&
	    strcasecmp(value, "close") == 0)
		req->close = true;
}

/* What does not fit is not remembered. */
static void
field_say(struct request *req, const char *name, const char *value)
{
	size_t used = strlen(req->said);

	if (used + strlen(name) + strlen(value) + 4 < sizeof req->said)
		snprintf(req->said + used, sizeof req->said - used,
		    "%s%s: %s\n", used == 0 ? "\n" : "", name, value);
}

/* The host names a folder: letters, digits, '-', and '.' inside only. */
static int
host_take(struct request *req)
{
	size_t i, n = strcspn(req->authority, ":");

	if (n == 0 || n >= sizeof req->host || req->authority[0] == '.')
		return -1;
	for (i = 0; i < n; i++) {
		unsigned char c = (unsigned char)req->authority[i];

		if (!isalnum(c) && c != '-' && c != '.')
			return -1;
		req->host[i] = (char)tolower(c);
	}
	req->host[n] = '\0';
	return 0;
}

static int
line_first(struct request *req, char *line)
{
	char *target = strchr(line, ' '), *version;

	if (target == NULL)
		return -1;
	*target++ = '\0';
	version = strchr(target, ' ');
	if (version == NULL || *target != '/')
		return -1;
	*version++ = '\0';
	if (strlen(line) >= sizeof req->method ||
	    strlen(target) >= sizeof req->target ||
	    strncmp(version, "HTTP/1.", 7) != 0)
		return -1;
	text_keep(req->method, sizeof req->method, line);
	text_keep(req->target, sizeof req->target, target);
	req->head = strcmp(line, "HEAD") == 0;
	req->post = strcmp(line, "POST") == 0;
	req->close = strcmp(version, "HTTP/1.0") == 0;
	return 0;
}

static int
head_parse(struct request *req, char *head)
{
	char *line = head, *next;

	for (; line != NULL && *line != '\0'; line = next) {
		char *value;

		next = strstr(line, "\r\n");
		if (next != NULL) {
			*next = '\0';
			next += 2;
		}
		if (line == head) {
			if (line_first(req, line) != 0)
				return -1;
			continue;
		}
		value = strchr(line, ':');
		if (value == NULL)
			return -1;
		*value++ = '\0';
		value += strspn(value, " \t");
		field_take(req, line, value);
		field_say(req, line, value);
	}
	return host_take(req);
}

/* Bytes of the head with its blank line, 0 if the client left. */
static size_t
head_read(struct conn *conn)
{
	for (;;) {
		ssize_t got;
		char *end;

		conn->buf[conn->len] = '\0';
		end = strstr(conn->buf, "\r\n\r\n");
		if (end != NULL)
			return (size_t)(end - conn->buf) + 4;
		if (conn->len == SERVER_HEAD_MAX)
			return 0;
		got = recv(conn->fd, conn->buf + conn->len,
		    SERVER_HEAD_MAX - conn->len, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return 0;
		conn->len += (size_t)got;
	}
}

/* The body of a POST, behind its head in the buffer or still to come. */
static int
content_read(struct conn *conn, struct request *req)
{
	if (req->content_len >= sizeof req->content)
		return -1;
	while (conn->len < req->content_len) {
		ssize_t got = recv(conn->fd, conn->buf + conn->len,
		    req->content_len - conn->len, 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return -1;
		conn->len += (size_t)got;
	}
	memcpy(req->content, conn->buf, req->content_len);
	req->content[req->content_len] = '\0';
	conn->len -= req->content_len;
	memmove(conn->buf, conn->buf + req->content_len, conn->len);
	return 0;
}

static long long
clock_ms(void)
{
	struct timespec now = { 0, 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int
request_read(struct conn *conn, struct request *req)
{
	size_t n;
	int bad = 0;

	memset(req, 0, sizeof *req);
	n = head_read(conn);
	req->at_ms = clock_ms();
	if (n == 0 && conn->len < SERVER_HEAD_MAX)
		return 0;
	if (n == 0) {
		bad = 431;
	} else {
		conn->buf[n - 2] = '\0';
		if (head_parse(req, conn->buf) != 0)
			bad = 400;
		else if (!req->head && !req->post &&
		    strcmp(req->method, "GET") != 0)
			bad = 405;
		conn->len -= n;
		memmove(conn->buf, conn->buf + n, conn->len);
		if (bad == 0 && req->post && content_read(conn, req) != 0)
			bad = 400;
	}
	if (bad == 0)
		return 1;
	req->close = true;
	reply_plain(conn, req, bad);
	return -1;
}
