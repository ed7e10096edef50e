/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members that are whole in memory. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "gzip.h"
#include "noise.h"

static struct complaint c;

static void
member_and_back(void **state)
{
	static const char text[] = "the same bytes in, the same bytes out";
	struct buffer z, again, plain;
	int level;

	(void)state;
	for (level = 0; level <= 9; level++) {
		buffer_init(&z, 1 << 20);
		buffer_init(&again, 1 << 20);
		buffer_init(&plain, 1 << 20);
		assert_int_equal(gzip_add_member(&z, text, sizeof(text),
		    level), 0);
		assert_int_equal(gzip_add_member(&again, text, sizeof(text),
		    level), 0);
		assert_int_equal(z.length, again.length);
		assert_memory_equal(z.bytes, again.bytes, z.length);
		/* RFC 1952: no flags, no time */
		assert_memory_equal(z.bytes, "\x1f\x8b\x08\0\0\0\0\0", 8);
		assert_int_equal(gzip_inflate(&plain, z.bytes, z.length, &c),
		    0);
		assert_int_equal(plain.length, sizeof(text));
		assert_memory_equal(plain.bytes, text, sizeof(text));
		buffer_release(&z);
		buffer_release(&again);
		buffer_release(&plain);
	}
}

static void
all_members_are_inflated(void **state)
{
	struct buffer z, plain;

	(void)state;
	buffer_init(&z, 1 << 20);
	buffer_init(&plain, 1 << 20);
	gzip_add_member(&z, "one ", 4, 6);
	gzip_add_member(&z, "", 0, 6);
	gzip_add_member(&z, "two", 3, 6);
	buffer_add(&z, "garbage", 7);
	assert_int_equal(gzip_inflate(&plain, z.bytes, z.length, &c), 0);
	assert_string_equal(plain.bytes, "one two");
	buffer_clear(&plain);
	assert_int_equal(gzip_inflate(&plain, "garbage", 7, &c), -1);
	assert_int_equal(gzip_inflate(&plain, "", 0, &c), -1);
	buffer_release(&z);
	buffer_release(&plain);
}

static void
cut_content_gives_what_could_be_read(void **state)
{
	struct buffer z, plain;
	char *bytes = noise(5000);
	size_t cut, most = 0;

	(void)state;
	buffer_init(&z, 1 << 20);
	buffer_init(&plain, 1 << 20);
	gzip_add_member(&z, bytes, 5000, 6);
	for (cut = 0; cut < z.length; cut++) {
		buffer_clear(&plain);
		assert_int_equal(gzip_inflate(&plain, z.bytes, cut, &c), -1);
		assert_non_null(strstr(c.text, "cut short"));
		assert_memory_equal(plain.bytes, bytes, plain.length);
		assert_true(plain.length >= most);
		most = plain.length;
	}
	assert_int_equal(most, 5000);
	z.bytes[z.length - 5] ^= 1;		/* the check sum */
	buffer_clear(&plain);
	assert_int_equal(gzip_inflate(&plain, z.bytes, z.length, &c), -1);
	assert_non_null(strstr(c.text, "damaged"));
	free(bytes);
	buffer_release(&z);
	buffer_release(&plain);
}

static void
deflate_in_both_meanings(void **state)
{
	/* zlib.compress(b"deflate?"), and the same without its frame */
	static const char coded[] = "\x78\x9c\x4b\x49\x4d\xcb\x49\x2c\x49\xb5"
	    "\x07\x00\x0e\x54\x03\x15";
	struct buffer plain;

	(void)state;
	buffer_init(&plain, 1 << 20);
	assert_int_equal(gzip_inflate_deflate(&plain, coded, 16, &c), 0);
	assert_string_equal(plain.bytes, "deflate?");
	buffer_clear(&plain);
	assert_int_equal(gzip_inflate_deflate(&plain, coded + 2, 10, &c), 0);
	assert_string_equal(plain.bytes, "deflate?");
	buffer_clear(&plain);
	assert_int_equal(gzip_inflate_deflate(&plain, coded, 10, &c), -1);
	assert_memory_equal(plain.bytes, "deflate?", plain.length);
	buffer_clear(&plain);
	assert_int_equal(gzip_inflate_deflate(&plain, "<html>", 6, &c), -1);
	buffer_release(&plain);
}

static void
bombs_are_refused(void **state)
{
	size_t length = 64 << 20;
	char *zeros = calloc(1, length);
	struct buffer z, plain;

	(void)state;
	buffer_init(&z, 2 * length);
	buffer_init(&plain, (size_t)1 << 30);
	assert_int_equal(gzip_add_member(&z, zeros, length, 9), 0);
	assert_int_equal(gzip_inflate(&plain, z.bytes, z.length, &c), -1);
	assert_non_null(strstr(c.text, "beyond the limit"));
	assert_true(plain.length <= z.length * GZIP_RATIO_MAX);
	buffer_release(&plain);
	buffer_release(&z);
	free(zeros);
}

static void
the_ceiling_holds_where_the_ratio_does_not_bite(void **state)
{
	char *bytes = noise(1001);
	struct buffer z, plain;

	(void)state;
	buffer_init(&z, 1 << 20);
	buffer_init(&plain, 1000);
	gzip_add_member(&z, bytes, 1000, 1);
	assert_int_equal(gzip_inflate(&plain, z.bytes, z.length, &c), 0);
	buffer_clear(&plain);
	buffer_clear(&z);
	gzip_add_member(&z, bytes, 1001, 1);
	assert_int_equal(gzip_inflate(&plain, z.bytes, z.length, &c), -1);
	assert_int_equal(plain.length, 1000);
	free(bytes);
	buffer_release(&z);
	buffer_release(&plain);
}

/* Blocks of deflate end at 65,535 bytes, parts where they like. */
static void
parts_are_stored_as_one(void **state)
{
	static const size_t sizes[][3] = {{0, 0, 0}, {1, 0, 2},
	    {65535, 0, 0}, {65534, 1, 1}, {10, 65525, 200000}};
	char *bytes = malloc(300000);
	struct buffer z, again;
	size_t i, k, at;

	(void)state;
	for (i = 0; i < 300000; i++)
		bytes[i] = (char)(i * i >> 3);
	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct text parts[3];

		for (k = at = 0; k < 3; at += sizes[i][k++])
			parts[k] = (struct text){sizes[i][k] > 0 ?
			    bytes + at : NULL, sizes[i][k]};
		buffer_init(&z, 1 << 20);
		buffer_init(&again, 1 << 20);
		assert_int_equal(gzip_add_stored(&z, parts, 3), 0);
		assert_int_equal(gzip_inflate(&again, z.bytes, z.length, &c),
		    0);
		assert_int_equal(again.length, at);
		if (at > 0)
			assert_memory_equal(again.bytes, bytes, at);
		buffer_clear(&again);
		/* the same bytes as by the library */
		assert_int_equal(gzip_add_member(&again, bytes, at, 0), 0);
		assert_int_equal(again.length, z.length);
		assert_memory_equal(again.bytes, z.bytes, z.length);
		buffer_release(&z);
		buffer_release(&again);
	}
	free(bytes);
}

/* The size at the end of a body that broke off is a coded byte or four: it
 * passes for the size of a page as seldom as the header promises. */
static void
an_end_vouches_for_its_body(void **state)
{
	const size_t length = 32000;
	char *page = malloc(length);
	struct buffer z;
	uint32_t seed = 20261122;
	size_t i, cut, passed = 0;

	(void)state;
	for (i = 0; i < length; i++) {
		seed = seed * 1103515245 + 12345;
		page[i] = "etaoin shrdlu cm"[(seed >> 16 & seed >> 20) & 15];
	}
	buffer_init(&z, 1 << 20);
	assert_int_equal(gzip_add_member(&z, page, length, 6), 0);
	assert_int_equal(gzip_stated(z.bytes, z.length), length);
	assert_int_equal(gzip_stated(z.bytes + 1, z.length - 1), 0);
	for (cut = 0; cut < z.length; cut++)
		passed += gzip_stated(z.bytes, cut) != 0;
	assert_true(passed <= z.length / 1000);
	/* text behind the member is no size, and zeros are none */
	buffer_add_string(&z, "text");
	assert_int_equal(gzip_stated(z.bytes, z.length), 0);
	buffer_add(&z, "\0\0\0\0", 4);
	assert_int_equal(gzip_stated(z.bytes, z.length), 0);
	buffer_clear(&z);
	assert_int_equal(gzip_add_member(&z, page, GZIP_STATED_MAX / 16, 0), 0);
	assert_int_equal(gzip_stated(z.bytes, z.length), 0);
	buffer_release(&z);
	free(page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(member_and_back),
		cmocka_unit_test(all_members_are_inflated),
		cmocka_unit_test(cut_content_gives_what_could_be_read),
		cmocka_unit_test(deflate_in_both_meanings),
		cmocka_unit_test(bombs_are_refused),
		cmocka_unit_test(the_ceiling_holds_where_the_ratio_does_not_bite),
		cmocka_unit_test(parts_are_stored_as_one),
		cmocka_unit_test(an_end_vouches_for_its_body),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
