/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults whose answer is broken, slow or too long; see server_fault.h. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <zlib.h>

#include "server_fault.h"

#define STALL_MS 120000		/* silence of stall and the like */
#define PIECE_BYTES (1u << 20)	/* of a gzip bomb, decoded */

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
fault_drop_end(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	(void)f;
	if (head_send(conn, req, "", ok_page_len) == 0)
		bytes_send(conn->fd, ok_page, ok_page_len / 2);
	return -1;
}

int
fault_reset_once(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	return fault_seen(req) > 0 ? fault_ok(conn, req, f) :
	    fault_drop(conn, req, f);
}

int
fault_hang(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	log_put(req, f->status);
	pause_ms(conn, STALL_MS);
	return -1;
}

int
fault_drop_once(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	return fault_seen(req) > 0 ? fault_ok(conn, req, f) :
	    fault_drop_end(conn, req, f);
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

/* One MiB of zeros as a piece of a deflate stream that may stand any number of
 * times in it; 0 on failure. */
static size_t
piece_make(unsigned char *to, size_t room, uLong *crc)
{
	unsigned char *zeros = calloc(1, PIECE_BYTES);
	z_stream z;
	size_t length = 0;

	memset(&z, 0, sizeof z);
	if (zeros != NULL && deflateInit2(&z, 6, Z_DEFLATED, -15, 8,
	    Z_DEFAULT_STRATEGY) == Z_OK) {
		z.next_in = zeros;
		z.avail_in = PIECE_BYTES;
		z.next_out = to;
		z.avail_out = (uInt)room;
		if (deflate(&z, Z_FULL_FLUSH) == Z_OK && z.avail_in == 0)
			length = z.total_out;
		*crc = crc32(0, zeros, PIECE_BYTES);
		deflateEnd(&z);
	}
	free(zeros);
	return length;
}

static void
number_put(unsigned char *to, uLong n)
{
	int i;

	for (i = 0; i < 4; i++)
		to[i] = (unsigned char)(n >> (8 * i) & 255);
}

int
fault_gzip_bomb(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	static const char begin[] = "\37\213\10\0\0\0\0\0\0\3";
	unsigned char piece[8192], end[10] = { 3, 0 };
	size_t n = f->number / PIECE_BYTES, i, length;
	uLong one = 0, all = 0;

	length = piece_make(piece, sizeof piece, &one);
	for (i = 0; i < n; i++)
		all = crc32_combine(all, one, PIECE_BYTES);
	number_put(end + 2, all);
	number_put(end + 6, f->number);
	if (length == 0 || head_send(conn, req, "Content-Encoding: gzip\r\n",
	    sizeof begin - 1 + n * length + sizeof end) != 0 ||
	    bytes_send(conn->fd, begin, sizeof begin - 1) != 0)
		return -1;
	for (i = 0; i < n; i++)
		if (bytes_send(conn->fd, piece, length) != 0)
			return -1;
	return bytes_send(conn->fd, end, sizeof end);
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
fault_endless_1xx(struct conn *conn, const struct request *req,
    const struct fault *f)
{
	log_put(req, f->status);
	return filler_send(conn, "HTTP/1.1 103 Early Hints\r\n\r\n",
	    "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n",
	    f->number);
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
		if (n < step && *f->text == '\0' && f->number == 0)
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

