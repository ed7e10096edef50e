/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "captures.h"
#include "digest.h"
#include "gzip.h"

static void
what_is_written_is_read(void **state)
{
	struct warc_reader *r;
	struct warc_entry e;
	size_t at[4], i;

	(void)state;
	write_three(at);
	r = warc_open(path, &c);
	for (i = 0; i < 3; i++) {
		assert_int_equal(warc_next(r, &e, &c), 1);
		assert_true(text_is(e.type, "response"));
		assert_true(text_is(e.target, "https://shop.example/p?a=1"));
		assert_true(text_is(e.date, "2026-11-20T20:21:22Z"));
		assert_true(text_is(e.block, block));
		assert_int_equal(e.offset, at[i]);
		assert_int_equal(e.status, 200);
		assert_true(text_is(e.body, "hello"));
		assert_true(text_is(e.media_type, "text/html"));
		assert_true(text_is(e.charset, "UTF-8"));
		assert_false(e.truncated);
		assert_true(text_is(warc_field(r, "sayso-ROW"),
		    "lumen.html-pages"));
		assert_true(text_is(warc_field(r, "Sayso-Brand"),
		    "Lumen \xC3\xA9"));
		assert_true(text_is_absent(warc_field(r, "Sayso")));
		assert_true(text_is(warc_http_header(e.headers,
		    "content-length"), "5"));
		assert_true(text_is_absent(warc_http_header(e.headers, "x")));
	}
	assert_int_equal(warc_next(r, &e, &c), 0);
	assert_int_equal(warc_next(r, &e, &c), 0);
	warc_close(r);
}

static void
the_bytes_are_the_standard_s(void **state)
{
	struct buffer plain, again;
	size_t at[4];

	(void)state;
	buffer_init(&plain, 1 << 20);
	buffer_init(&again, 1 << 20);
	write_three(at);
	assert_int_equal(gzip_inflate(&plain, file.bytes, at[1], &c), 0);
	/* digest: checked with coreutils' sha256sum and base32; id: with
	 * Python's hashlib */
	assert_string_equal(plain.bytes, "WARC/1.1\r\n"
	    "WARC-Type: response\r\n"
	    "WARC-Record-ID: <urn:uuid:"
	    "c34e14df-e6e6-82d8-9f39-48dec1e7a9b8>\r\n"
	    "WARC-Date: 2026-11-20T20:21:22Z\r\n"
	    "WARC-Target-URI: https://shop.example/p?a=1\r\n"
	    "Content-Type: application/http; msgtype=response\r\n"
	    "Sayso-Row: lumen.html-pages\r\n"
	    "Sayso-Brand: Lumen \xC3\xA9\r\n"
	    "WARC-Payload-Digest: sha256:"
	    "FTZE3OS7WCRQ4JXIHMVMLOPCTYNRMHS4D6TUEXTTAQZWFE4LTASA====\r\n"
	    "Content-Length: 123\r\n\r\n"
	    "HTTP/1.1 200 OK\r\nContent-Type: text/html; "
	    "charset=\"UTF-8\"\r\nX-Crawler-Transfer-Encoding: chunked\r\n"
	    "Content-Length: 5\r\n\r\nhello\r\n\r\n");
	buffer_add(&again, file.bytes, file.length);
	write_three(at);
	assert_int_equal(again.length, file.length);
	assert_memory_equal(again.bytes, file.bytes, file.length);
	buffer_release(&plain);
	buffer_release(&again);
}

/* A digest that the caller knows already is written as it is. */
static void
a_known_digest_is_taken(void **state)
{
	unsigned char known[DIGEST_SIZE];
	struct buffer first, plain;
	size_t at[4];
	struct warc_record r = response();
	struct warc_writer *w;
	char id[WARC_ID];

	(void)state;
	write_three(at);
	buffer_init(&first, 1 << 20);
	buffer_init(&plain, 1 << 20);
	buffer_add(&first, file.bytes, at[1]);
	digest_of("hello", 5, known);
	r.payload_digest = known;
	w = warc_create(path, NULL, &c);
	assert_int_equal(warc_put(w, &r, id, &c), 0);
	known[0] ^= 1;
	assert_int_equal(warc_put(w, &r, id, &c), 0);
	assert_int_equal(warc_commit(w, &c), 0);
	buffer_clear(&file);
	assert_int_equal(slurp(path, &file, &c), 0);
	assert_memory_equal(file.bytes, first.bytes, first.length);
	assert_int_equal(gzip_inflate(&plain, file.bytes, file.length, &c), 0);
	assert_non_null(strstr(plain.bytes, "sha256:FXZE3OS7WCRQ4JXIHMVMLOPCT"));
	buffer_release(&first);
	buffer_release(&plain);
}

static void
no_value_can_write_a_field(void **state)
{
	struct warc_writer *w = warc_create(path, NULL, &c);
	struct warc_record r = response();
	const struct warc_field extra = {"Sayso-Row", {"a\r\nX: y", 7}};
	char id[WARC_ID];

	(void)state;
	r.target = text_of("http://a/\nWARC-Type: metadata");
	assert_int_equal(warc_put(w, &r, id, &c), -1);
	assert_non_null(strstr(c.text, "WARC-Target-URI"));
	r = response();
	r.extra = &extra;
	r.extra_count = 1;
	assert_int_equal(warc_put(w, &r, id, &c), -1);
	r = response();
	r.block.length = WARC_BLOCK_MAX + (size_t)1;
	assert_int_equal(warc_put(w, &r, id, &c), -1);
	warc_abandon(w);
	warc_abandon(NULL);
}

/* A page of one letter, a million times, shrinks so far that the reader took
 * what we wrote ourselves for a bomb. */
static void
what_shrinks_too_far_is_read(void **state)
{
	static const char head[] = "HTTP/1.1 200 OK\r\n\r\n";
	const size_t length = sizeof(head) - 1 + (8 << 20);
	char *bytes = malloc(length);
	struct warc_record record = response();
	struct warc_writer *w = warc_create(path, NULL, &c);
	struct warc_reader *r;
	struct warc_entry e;
	char id[WARC_ID];

	(void)state;
	assert_non_null(bytes);
	memset(bytes, 'a', length);
	memcpy(bytes, head, sizeof(head) - 1);
	record.block = (struct text){bytes, sizeof(head) - 1};
	record.payload = (struct text){bytes + sizeof(head) - 1, 8 << 20};
	assert_int_equal(warc_put(w, &record, id, &c), 0);
	assert_int_equal(warc_commit(w, &c), 0);
	r = warc_open(path, &c);
	assert_int_equal(warc_next(r, &e, &c), 1);
	assert_int_equal(e.body.length, 8 << 20);
	assert_int_equal(warc_next(r, &e, &c), 0);
	warc_close(r);
	free(bytes);
}

static void
looks_like_a_warc(void **state)
{
	(void)state;
	assert_true(warc_is("WARC/1.0\r\n", 10));
	assert_true(warc_is("WARC/0.17\n", 10));
	assert_false(warc_is("WARC/1.0\r", 9));
	assert_false(warc_is("WARC/a.0\r\n", 10));
	assert_false(warc_is("<!doctype ", 10));
	assert_null(warc_open("/nonexistent", &c));
	warc_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(the_bytes_are_the_standard_s),
		cmocka_unit_test(a_known_digest_is_taken),
		cmocka_unit_test(no_value_can_write_a_field),
		cmocka_unit_test(what_shrinks_too_far_is_read),
		cmocka_unit_test(looks_like_a_warc),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
