/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a response, without its codings and chunks. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "captures.h"
#include "gzip.h"

static void
assert_bytes(const char *headers, const char *body, size_t length,
	struct text expected, bool truncated)
{
	struct buffer b;
	struct warc_reader *r;
	struct warc_entry e;

	buffer_init(&b, 1 << 20);
	buffer_add_format(&b, "WARC/1.1\r\nWARC-Type: response\r\n"
	    "Content-Length: %zu\r\n\r\nHTTP/1.1 200 OK\r\n%s\r\n",
	    19 + strlen(headers) + length, headers);
	buffer_add(&b, body, length);
	buffer_add_string(&b, "\r\n\r\n");
	r = open_on(b.bytes, b.length);
	assert_int_equal(warc_next(r, &e, &c), 1);
	if (!text_equals(e.body, expected))
		fail_msg("%s: %.*s", headers, (int)e.body.length,
		    e.body.bytes);
	assert_int_equal(e.truncated, truncated);
	assert_int_equal(warc_next(r, &e, &c), 0);
	warc_close(r);
	buffer_release(&b);
}

static void
assert_body(const char *headers, const char *body, size_t length,
	const char *expected, bool truncated)
{
	assert_bytes(headers, body, length, text_of(expected), truncated);
}

static void
codings_are_removed(void **state)
{
	static const char gzip[] = "Content-Encoding: gzip\r\n";
	struct buffer z, zz;

	(void)state;
	buffer_init(&z, 1 << 20);
	buffer_init(&zz, 1 << 20);
	gzip_add_member(&z, "hello", 5, 6);
	gzip_add_member(&zz, z.bytes, z.length, 6);
	assert_body("", "hello", 5, "hello", false);
	assert_body(gzip, z.bytes, z.length, "hello", false);
	assert_body(gzip, z.bytes, z.length - 3, "hello", true);
	/* decoded already, header kept: the classic mix */
	assert_body(gzip, "hello", 5, "hello", false);
	assert_body("Content-Encoding: x-gzip, identity\r\n", z.bytes,
	    z.length, "hello", false);
	assert_body("content-encoding: gzip, gzip\r\n", zz.bytes, zz.length,
	    "hello", false);
	assert_body("Content-Encoding: deflate\r\n", "hello", 5, "hello",
	    false);
	assert_body("Content-Encoding: compress\r\n", "hello", 5, NULL,
	    false);
	/* the renamed header of Common Crawl says nothing */
	assert_bytes("X-Crawler-Content-Encoding: gzip\r\n", z.bytes,
	    z.length, (struct text){z.bytes, z.length}, false);
	buffer_release(&z);
	buffer_release(&zz);
}

/* "Boils fast. " four times, less the last blank, by brotli(1), zstd(1). */
static void
younger_codings_are_removed(void **state)
{
	static const char br[] = "\xa1\x70\x01\x00\x20\x6e\x63\xeb\x3a\x96"
	    "\x67\xb8\x9e\x47\x08\x82\x86\x45\x51\xb1\x58\xdd\x6c\x11"
	    "\xf7\x09";
	static const char zstd[] = "\x28\xb5\x2f\xfd\x20\x2f\x95\x00\x00"
	    "\x60\x42\x6f\x69\x6c\x73\x20\x66\x61\x73\x74\x2e\x20\x01"
	    "\x00\x4e\x96\x24";
	static const char plain[] = "Boils fast. Boils fast. Boils fast. Boils "
	    "fast.";
	static const char page[] = "<p>decoded already</p>";
	static const char is_br[] = "Content-Encoding: br\r\n";
	static const char is_zstd[] = "Content-Encoding: zstd\r\n";

	(void)state;
#ifdef SAYSO_BROTLI
	assert_body(is_br, br, sizeof(br) - 1, plain, false);
	assert_body(is_br, br, sizeof(br) - 4, "Boil", true);
	assert_body(is_br, page, sizeof(page) - 1, page, false);
#else
	assert_body(is_br, br, sizeof(br) - 1, NULL, false);
#endif
#ifdef SAYSO_ZSTD
	assert_body(is_zstd, zstd, sizeof(zstd) - 1, plain, false);
	assert_body(is_zstd, zstd, sizeof(zstd) - 4, "", true);
	assert_body(is_zstd, page, sizeof(page) - 1, page, false);
#else
	assert_body(is_zstd, zstd, sizeof(zstd) - 1, NULL, false);
#endif
	(void)plain;
	(void)page;
}

static void
chunks_are_joined(void **state)
{
	static const char chunked[] = "Transfer-Encoding: chunked\r\n";
	struct { const char *body, *expected; bool truncated; } cases[] = {
		{"3\r\nabc\r\nB;x=y\r\n0123456789a\r\n0\r\nA: b\r\n\r\n",
		    "abc0123456789a", false},
		{"0\r\n\r\n", "", false},
		{"3\nabc\n0\n\n", "abc", false},
		{"<p>joined already</p>", "<p>joined already</p>", false},
		{"add\r\nthe salt", "add\r\nthe salt", false},
		{"3\r\nabc\r\nff\r\nxyz", "abcxyz", true},
		{"3\r\nabc\r\n", "abc", true},
		{"3\r\nabc\r\nzz\r\nabc\r\n0\r\n\r\n", "abc", true},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_body(chunked, cases[i].body, strlen(cases[i].body),
		    cases[i].expected, cases[i].truncated);
}

static void
a_bomb_is_bounded(void **state)
{
	struct buffer z, zz;
	char *zeros = calloc(1, 100 << 20);
	struct warc_reader *r;
	struct warc_entry e;

	(void)state;
	buffer_init(&z, 200 << 20);
	buffer_init(&zz, 1 << 20);
	gzip_add_member(&z, zeros, 100 << 20, 9);
	buffer_add_format(&zz, "WARC/1.1\r\nWARC-Type: response\r\n"
	    "Content-Length: %zu\r\n\r\nHTTP/1.1 200 OK\r\n"
	    "Content-Encoding: gzip\r\n\r\n", 43 + z.length);
	buffer_add(&zz, z.bytes, z.length);
	buffer_add(&zz, "\r\n\r\n", 4);
	r = open_on(zz.bytes, zz.length);
	assert_int_equal(warc_next(r, &e, &c), 1);
	assert_true(e.truncated);
	assert_true(e.body.length <= GZIP_RATIO_MAX * z.length);
	warc_close(r);
	free(zeros);
	buffer_release(&z);
	buffer_release(&zz);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codings_are_removed),
		cmocka_unit_test(younger_codings_are_removed),
		cmocka_unit_test(chunks_are_joined),
		cmocka_unit_test(a_bomb_is_bounded),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
