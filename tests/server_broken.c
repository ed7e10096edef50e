/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults whose answer is broken, slow or too long; see server_fault.h. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "server_fault.h"

#define STALL_MS 120000		/* silence of stall and slow_headers */

/* Waits; -1 as soon as the client is gone. */
static int
pause_ms(struct conn *conn, int ms)
{
	struct pollfd p = { .fd = conn->fd, .events = POLLIN };
	char byte;

	if (poll(&p, 1, ms) > 0 &&
	    recv(conn->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) <= 0)
		return -1;
	return 0;
}

/* Close with RST instead of FIN. */
static int
conn_reset(struct conn *conn)
{
	struct linger hard = { .l_onoff = 1, .l_linger = 0 };

	setsockopt(conn->fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
	return -1;
}

static int
text_send(struct conn *conn, const char *text)
{
	return bytes_send(conn->fd, text, strlen(text));
}

/* The head of a 200 page of n bytes, and the log line. */
static int
head_send(struct conn *conn, const struct request *req, const char *extra,
    size_t n)
{
	char head[512];

	snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\n" FAULT_HTML "%s"
	    "Content-Length: %zu\r\n\r\n", extra, n);
	log_put(req, 200);
	return text_send(conn, head);
}

int
fault_drop(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	(void)f;
	if (head_send(conn, req, "", ok_page_len) == 0 &&
	    bytes_send(conn->fd, ok_page, ok_page_len / 2) == 0)
		pause_ms(conn, 20);
	return conn_reset(conn);
}

int
fault_drop_once(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	if (fault_seen(req) > 0)
		return fault_ok(conn, req, f);
	if (head_send(conn, req, "", ok_page_len) == 0)
		bytes_send(conn->fd, ok_page, ok_page_len / 2);
	return -1;
}

int
fault_stall(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	(void)f;
	if (head_send(conn, req, "", ok_page_len) == 0 &&
	    bytes_send(conn->fd, ok_page, ok_page_len / 2) == 0)
		pause_ms(conn, STALL_MS);
	return -1;
}

int
fault_slow_headers(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	(void)f;
	log_put(req, 200);
	if (text_send(conn, "HTTP/1.1 200 OK\r\nContent-Ty") == 0)
		pause_ms(conn, STALL_MS);
	return -1;
}

int
fault_slow(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	size_t i;

	if (head_send(conn, req, "", ok_page_len) != 0)
		return -1;
	for (i = 0; i < ok_page_len; i++)
		if (bytes_send(conn->fd, ok_page + i, 1) != 0 ||
		    pause_ms(conn, (int)f->number) != 0)
			return -1;
	return 0;
}

int
fault_raw(struct conn *conn, const struct request *req, const struct fault *f)
{
	log_put(req, f->status);
	text_send(conn, f->text);
	return -1;
}

int
fault_framed(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	log_put(req, f->status);
	if (text_send(conn, "HTTP/1.1 200 OK\r\n" FAULT_HTML) == 0 &&
	    text_send(conn, f->text) == 0)
		bytes_send(conn->fd, ok_page, ok_page_len);
	return -1;
}

int
fault_gzip(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	size_t len, cut = f->number;
	unsigned char *packed = bytes_gzip(ok_page, ok_page_len, &len);
	int rc = -1;

	if (packed != NULL && len > cut &&
	    head_send(conn, req, "Content-Encoding: gzip\r\n", len - cut) == 0)
		rc = bytes_send(conn->fd, packed, len - cut);
	free(packed);
	return rc;
}

int
fault_gzip_bomb(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	char *zeros = calloc(1, f->number);
	unsigned char *packed = NULL;
	size_t len = 0;
	int rc = -1;

	if (zeros != NULL)
		packed = bytes_gzip(zeros, f->number, &len);
	free(zeros);
	if (packed != NULL &&
	    head_send(conn, req, "Content-Encoding: gzip\r\n", len) == 0)
		rc = bytes_send(conn->fd, packed, len);
	free(packed);
	return rc;
}

/* The head given, then filler lines up to the bound or the client's end. */
static int
filler_send(struct conn *conn, const char *head, const char *line,
    size_t bound)
{
	char block[65536];
	size_t line_len = strlen(line), n, sent;

	for (n = 0; n + line_len <= sizeof block; n += line_len)
		memcpy(block + n, line, line_len);
	if (text_send(conn, head) != 0)
		return -1;
	for (sent = 0; sent < bound; sent += n)
		if (bytes_send(conn->fd, block, n) != 0)
			return -1;
	return -1;
}

int
fault_endless_body(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	log_put(req, f->status);
	return filler_send(conn, "HTTP/1.1 200 OK\r\n" FAULT_HTML
	    "Transfer-Encoding: chunked\r\n\r\n",
	    "20\r\nand this page goes on and on and\r\n", f->number);
}

int
fault_endless_headers(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	log_put(req, f->status);
	return filler_send(conn, "HTTP/1.1 200 OK\r\n",
	    "X-More: there is always one header more to come\r\n",
	    f->number);
}

int
fault_chunked(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	const size_t step = 100, all = ok_page_len;
	size_t i, n;
	char size[16];

	log_put(req, f->status);
	if (text_send(conn, "HTTP/1.1 200 OK\r\n" FAULT_HTML
	    "Transfer-Encoding: chunked\r\n\r\n") != 0)
		return -1;
	for (i = 0; i < all && !req->head; i += n) {
		n = all - i < step ? all - i : step;
		if (n < step && *f->text == '\0')
			return -1;
		snprintf(size, sizeof size, "%zx\r\n", n);
		if (text_send(conn, size) != 0 ||
		    bytes_send(conn->fd, ok_page + i, n) != 0 ||
		    text_send(conn, "\r\n") != 0)
			return -1;
	}
	if (req->head)
		return 0;
	if (text_send(conn, f->text) != 0 || f->text[0] != '0')
		return -1;
	return 0;
}

