/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is cut, damaged or written by others in their own way. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "captures.h"
#include "gzip.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cut_anywhere_compressed),
		cmocka_unit_test(cut_anywhere_plain),
		cmocka_unit_test(damage_costs_one_record),
		cmocka_unit_test(liberal_in_what_is_read),
		cmocka_unit_test(bad_fields_cost_one_record),
		cmocka_unit_test(a_length_beyond_its_member),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
