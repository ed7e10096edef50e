/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "gzip.h"
#include "slurp.h"
#include "warc.h"

static struct complaint c;
static char folder[] = "/tmp/sayso-warc-XXXXXX";
static char path[64];
static struct buffer file;	/* what a test looks at */

static int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/a.warc.gz", folder);
	buffer_init(&file, 200 << 20);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unlink(path);
	buffer_release(&file);
	return rmdir(folder);
}

static void
write_file(const char *bytes, size_t length)
{
	int descriptor = open(path, O_WRONLY | O_TRUNC | O_CREAT, 0600);

	assert_true(write(descriptor, bytes, length) == (ssize_t)length);
	close(descriptor);
}

static struct warc_reader *
open_on(const char *bytes, size_t length)
{
	struct warc_reader *r;

	write_file(bytes, length);
	r = warc_open(path, &c);
	assert_non_null(r);
	return r;
}

/* How many records and how many complaints a file gives. */
static void
count(struct warc_reader *r, size_t *records, size_t *bad)
{
	struct warc_entry e;
	int result;

	*records = *bad = 0;
	while ((result = warc_next(r, &e, &c)) != 0) {
		++*(result == 1 ? records : bad);
		assert_true(*records + *bad < 10000);
	}
	warc_close(r);
}

static void
assert_counts(const char *bytes, size_t length, size_t records, size_t bad)
{
	size_t got, got_bad;

	count(open_on(bytes, length), &got, &got_bad);
	if (got != records || got_bad != bad)
		fail_msg("%zu records and %zu bad; %s", got, got_bad, c.text);
}

static const char block[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html; "
	"charset=\"UTF-8\"\r\nX-Crawler-Transfer-Encoding: chunked\r\n"
	"Content-Length: 5\r\n\r\nhello";

static struct warc_record
response(void)
{
	static const struct warc_field extra[] = {
		{"Sayso-Row", {"lumen.html-pages", 16}},
		{"Sayso-Brand", {"Lumen \xC3\xA9", 8}},
	};

	return (struct warc_record){.type = "response",
	    .target = text_of("https://shop.example/p?a=1"),
	    .date = 1795206082,
	    .content_type = "application/http; msgtype=response",
	    .block = {block, sizeof(block) - 6},
	    .payload = {block + sizeof(block) - 6, 5},
	    .extra = extra, .extra_count = 2};
}

/* Writes three records into the file and reads it into `file`; `at` receives
 * where each begins, the end last. */
static void
write_three(size_t at[4])
{
	struct warc_record r = response();
	struct warc_writer *w = warc_create(path, NULL, &c);
	char id[3][WARC_ID];
	size_t i, k;

	assert_non_null(w);
	for (i = 0; i < 3; i++)
		assert_int_equal(warc_put(w, &r, id[i], &c), 0);
	assert_string_not_equal(id[0], id[1]);
	assert_int_equal(warc_commit(w, &c), 0);
	buffer_clear(&file);
	assert_int_equal(slurp(path, &file, &c), 0);
	for (i = k = 0; i + 3 < file.length; i++)
		if (memcmp(file.bytes + i, "\x1f\x8b\x08", 3) == 0) {
			assert_true(k < 3);
			at[k++] = i;
		}
	assert_int_equal(k, 3);
	at[3] = file.length;
}

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
cut_anywhere_compressed(void **state)
{
	char *bytes;
	size_t at[4], cut, whole, length;

	(void)state;
	write_three(at);
	length = file.length;
	bytes = malloc(length);
	memcpy(bytes, file.bytes, length);
	for (cut = 0; cut <= length; cut++) {
		for (whole = 0; whole < 3 && at[whole + 1] <= cut; whole++)
			;
		assert_counts(bytes, cut, whole, cut != at[whole]);
	}
	free(bytes);
}

static void
cut_anywhere_plain(void **state)
{
	struct buffer plain;
	size_t at[4], size, cut;

	(void)state;
	buffer_init(&plain, 1 << 20);
	write_three(at);
	gzip_inflate(&plain, file.bytes, at[1], &c);
	size = plain.length;
	gzip_inflate(&plain, file.bytes, at[1], &c);
	for (cut = 0; cut <= plain.length; cut++) {
		/* a record is whole with the last byte of its block, but two
		 * line ends belong behind it */
		size_t whole = (cut + 4) / size;
		bool clean = cut % size == 0;

		assert_counts(plain.bytes, cut, whole, !clean);
	}
	buffer_release(&plain);
}

static void
damage_costs_one_record(void **state)
{
	size_t at[4], place, records, bad;
	char *bytes;

	(void)state;
	write_three(at);
	bytes = malloc(file.length);
	for (place = at[1]; place < at[2]; place++) {
		memcpy(bytes, file.bytes, file.length);
		bytes[place] = (char)~bytes[place];
		/* MTIME, XFL, OS: nobody looks at these */
		if (place >= at[1] + 4 && place < at[1] + 10)
			continue;
		count(open_on(bytes, at[3]), &records, &bad);
		if (records != 2 || bad != 1)
			fail_msg("byte %zu: %zu and %zu", place - at[1],
			    records, bad);
	}
	free(bytes);
}

static void
liberal_in_what_is_read(void **state)
{
	struct warc_reader *r;
	struct warc_entry e;
	static const char loose[] = "\r\n\nWARC/0.18\nwarc-type:  Response  \n"
	    "WARC-Target-URI: <http://a/b c>\nno field\nX: one\n\t two\r\n"
	    "  three\nContent-Type: application/http;msgtype=response\n"
	    "content-length: 27\n\nHTTP/1.0 404 No\nA: b\n\nbody\n\n"
	    "WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: Text/CSV\r\n"
	    "WARC-Truncated: length\r\nContent-Length: 3\r\n\r\na,b";

	(void)state;
	r = open_on(loose, sizeof(loose) - 1);
	assert_int_equal(warc_next(r, &e, &c), 1);
	assert_true(text_is(e.type, "response"));
	assert_true(text_is(e.target, "http://a/b c"));
	assert_true(text_is(warc_field(r, "X"), "one two three"));
	assert_int_equal(e.offset, 3);
	assert_int_equal(e.status, 404);
	assert_true(text_is(e.body, "body\n"));
	assert_true(text_is_absent(e.media_type));
	assert_int_equal(warc_next(r, &e, &c), 1);
	assert_true(text_is(e.media_type, "text/csv"));
	assert_true(text_is(e.body, "a,b"));
	assert_int_equal(e.status, 0);
	assert_true(e.truncated);
	assert_int_equal(warc_next(r, &e, &c), -1);
	assert_int_equal(warc_next(r, &e, &c), 0);
	warc_close(r);
}

/* A plain file of records with these fields and an empty-handed one behind,
 * which must always be found. */
static void
assert_fields_refused(const char *fields, const char *said)
{
	struct buffer b;
	struct warc_reader *r;
	struct warc_entry e;

	buffer_init(&b, 1 << 20);
	buffer_add_string(&b, "WARC/1.0\r\n");
	buffer_add_string(&b, fields);
	buffer_add_string(&b, "\r\nabc\r\n\r\nWARC/1.0\r\nWARC-Type: x\r\n"
	    "Content-Length: 0\r\n\r\n\r\n\r\n");
	r = open_on(b.bytes, b.length);
	assert_int_equal(warc_next(r, &e, &c), -1);
	if (strstr(c.text, said) == NULL || strstr(c.text, "@0: ") == NULL)
		fail_msg("%s: %s", fields, c.text);
	assert_int_equal(warc_next(r, &e, &c), 1);
	assert_true(text_is(e.type, "x"));
	assert_int_equal(warc_next(r, &e, &c), 0);
	warc_close(r);
	buffer_release(&b);
}

static void
bad_fields_cost_one_record(void **state)
{
	char *many = malloc(WARC_HEADER_MAX + 64);

	(void)state;
	assert_fields_refused("Content-Length: 3\r\n", "no WARC-Type");
	assert_fields_refused("WARC-Type: a\r\n", "no Content-Length");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: -3\r\n",
	    "no number");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: +3\r\n",
	    "no number");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: \r\n",
	    "no number");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: "
	    "99999999999999999999999999\r\n", "no number");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: "
	    "18446744073709551619\r\n", "no number");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: 999999999\r\n",
	    "too large");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: 60000000\r\n",
	    "Content-Length is wrong");
	assert_fields_refused("WARC-Type: a\r\nContent-Length: 3\r\n"
	    "Content-Length: 4\r\n", "differ");
	strcpy(many, "WARC-Type: a\r\nContent-Length: 3\r\nX: ");
	memset(many + strlen(many), 'x', WARC_HEADER_MAX);
	strcpy(many + WARC_HEADER_MAX, "\r\n");
	assert_fields_refused(many, "more fields");
	free(many);
}

static void
a_length_beyond_its_member(void **state)
{
	static const char first[] = "WARC/1.0\r\nWARC-Type: a\r\n"
	    "Content-Length: 900\r\n\r\nabc\r\n\r\n";
	static const char second[] = "WARC/1.0\r\nWARC-Type: b\r\n"
	    "Content-Length: 3\r\n\r\nabc\r\n\r\n";
	struct buffer z;
	struct warc_reader *r;
	struct warc_entry e;

	(void)state;
	buffer_init(&z, 1 << 20);
	gzip_add_member(&z, first, sizeof(first) - 1, 6);
	gzip_add_member(&z, second, sizeof(second) - 1, 6);
	r = open_on(z.bytes, z.length);
	assert_int_equal(warc_next(r, &e, &c), -1);
	assert_non_null(strstr(c.text, "larger than the record"));
	assert_int_equal(warc_next(r, &e, &c), 1);
	assert_true(text_is(e.type, "b"));
	assert_int_equal(warc_next(r, &e, &c), 0);
	warc_close(r);
	/* one member for all, and members that end inside records */
	buffer_clear(&z);
	gzip_add_member(&z, second, 40, 6);
	buffer_clear(&file);
	buffer_add_string(&file, second + 40);
	buffer_add_string(&file, second);
	gzip_add_member(&z, file.bytes, file.length, 6);
	assert_counts(z.bytes, z.length, 2, 0);
	buffer_release(&z);
}

/* ---- bodies ---- */

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

/* ---- other people's files ---- */

static const struct {
	const char *name;
	size_t records, bad;
} sample[] = {
	{"20130729-heritrix-revisit-with-http-headers.warc.gz", 1, 0},
	{"20141124-heritrix-server-not-modified.warc.gz", 1, 0},
	{"cc.warc.gz", 1, 0},
	{"example-bad-non-chunked.warc.gz", 6, 0},
	{"example-bad.warc.gz.bad", 6, 0},
	{"example-digest.warc", 4, 0},
	{"example-iana.org-chunked.warc", 3, 0},
	{"example-resource.warc.gz", 3, 0},
	{"example-space-in-target-uri.warc.gz", 2, 0},
	/* one record's length is a few bytes short */
	{"example-trunc.warc", 4, 1},
	{"example-wget-bad-target-uri.warc.gz", 6, 0},
	{"example-wrong-chunks.warc.gz", 2, 0},
	{"example.warc", 6, 0},
	{"example.warc.gz", 6, 0},
	{"gzip_extra_sl.warc.gz", 1, 0},
	{"hello-world.warc", 6, 0},
	{"jwat-invalid-warcfile-contenttype-recommended.warc", 7, 0},
	{"jwat-invalid-warcfile-contenttype-"
	    "warcinfo-recommended.warc", 1, 0},
	{"jwat-invalid-warcfile-digest-fields.warc", 4, 0},
	{"jwat-invalid-warcfile-duplicate-fields.warc", 1, 0},
	{"jwat-invalid-warcfile-encoding-headers.warc.gz", 4, 0},
	{"jwat-invalid-warcfile-fields-empty.warc", 0, 1},
	{"jwat-invalid-warcfile-fields-invalidformat.warc", 0, 1},
	{"jwat-invalid-warcfile-fields-missing.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-continuation.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-monkeys.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-request-res"
	    "ponse-resource-conversion.warc", 0, 4},
	{"jwat-invalid-warcfile-lonely-revisit.warc", 0, 1},
	{"jwat-invalid-warcfile-lonely-warcinfo-metadata.warc", 0, 2},
	{"jwat-invalid-warcfile-record-then-garbage.warc", 1, 1},
	{"jwat-invalid-warcfile-segment-number-"
	    "continuation.warc", 2, 0},
	{"jwat-invalid-warcfile-segment-number-response.warc", 2, 0},
	{"jwat-valid-warcfile-contenttype-continuation.warc", 1, 0},
	{"jwat-valid-warcfile-duplicate-concurrentto.warc", 1, 0},
	{"jwat-valid-warcfile-fields-continuation.warc", 1, 0},
	{"jwat-valid-warcfile-fields-metainfo.warc", 1, 0},
	{"jwat-valid-warcfile-fields-warcinfo.warc", 1, 0},
	{"jwat-valid-warcfile-non-warc-headers.warc", 1, 0},
	{"jwat-valid-warcfile-upper-lower-case.warc", 5, 0},
	{"jwat-valid-warcfile-utf8.warc", 1, 0},
	{"post-test.warc.gz", 6, 0},
	{"whirlwind.warc.gz", 4, 0},
};

static void
samples_are_read_or_skipped(void **state)
{
	const char *shared = getenv("SAYSO_SHARED");
	char name[4096];
	size_t i, records, bad;
	struct warc_reader *r;

	(void)state;
	for (i = 0; i < sizeof(sample) / sizeof(sample[0]); i++) {
		snprintf(name, sizeof(name), "%s/pages/warc/%s",
		    shared == NULL ? "../shared" : shared, sample[i].name);
		if (access(name, R_OK) != 0) {
			LEAVE_TEST("no %s", name);
		}
		r = warc_open(name, &c);
		assert_non_null(r);
		count(r, &records, &bad);
		if (records != sample[i].records || bad != sample[i].bad)
			fail_msg("%s: %zu records, %zu bad", name, records,
			    bad);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(the_bytes_are_the_standard_s),
		cmocka_unit_test(a_known_digest_is_taken),
		cmocka_unit_test(no_value_can_write_a_field),
		cmocka_unit_test(cut_anywhere_compressed),
		cmocka_unit_test(cut_anywhere_plain),
		cmocka_unit_test(damage_costs_one_record),
		cmocka_unit_test(liberal_in_what_is_read),
		cmocka_unit_test(bad_fields_cost_one_record),
		cmocka_unit_test(a_length_beyond_its_member),
		cmocka_unit_test(codings_are_removed),
		cmocka_unit_test(younger_codings_are_removed),
		cmocka_unit_test(chunks_are_joined),
		cmocka_unit_test(a_bomb_is_bounded),
		cmocka_unit_test(what_shrinks_too_far_is_read),
		cmocka_unit_test(looks_like_a_warc),
		cmocka_unit_test(samples_are_read_or_skipped),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
