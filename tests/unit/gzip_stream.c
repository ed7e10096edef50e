/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of members, read piece by piece. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "gzip.h"
#include "noise.h"

static struct complaint c;

static struct gzip_stream *
open_on(const char *bytes, size_t length)
{
	struct gzip_stream *g;

	file_write(bytes, length);
	g = gzip_open(file_path, &c);
	assert_non_null(g);
	return g;
}

static void
bombs_are_refused(void **state)
{
	size_t length = 64 << 20, all = 0;
	char *zeros = calloc(1, length);
	struct gzip_stream *g;
	struct buffer z;
	int ends;
	long got;

	(void)state;
	buffer_init(&z, 2 * length);
	assert_int_equal(gzip_add_member(&z, zeros, length, 9), 0);
	g = open_on(z.bytes, z.length);
	while ((got = gzip_read(g, zeros, length, &ends, &c)) > 0)
		all += (size_t)got;
	assert_int_equal(got, -1);
	assert_true(all < 32u << 20);
	gzip_close(g);
	buffer_release(&z);
	free(zeros);
}

static void
plain_files_pass(void **state)
{
	struct gzip_stream *g = open_on("WARC/1.1", 8);
	char got[16];
	int ends;

	(void)state;
	assert_false(gzip_is_compressed(g));
	assert_int_equal(gzip_read(g, got, 5, &ends, &c), 5);
	assert_memory_equal(got, "WARC/", 5);
	assert_int_equal(ends, 0);
	assert_int_equal(gzip_read(g, got, 16, &ends, &c), 3);
	assert_int_equal(gzip_read(g, got, 16, &ends, &c), 0);
	gzip_close(g);
	g = open_on("", 0);
	assert_int_equal(gzip_read(g, got, 16, &ends, &c), 0);
	gzip_close(g);
	assert_null(gzip_open("/tmp", &c));
	assert_null(gzip_open("/nonexistent", &c));
}

static void
reads_stop_at_members(void **state)
{
	struct buffer z;
	struct gzip_stream *g;
	char got[16];
	size_t third;
	int ends;

	(void)state;
	buffer_init(&z, 1 << 20);
	gzip_add_member(&z, "one", 3, 6);
	buffer_add(&z, "\0\0\0", 3);
	gzip_add_member(&z, "", 0, 6);
	third = z.length;
	gzip_add_member(&z, "three", 5, 6);
	g = open_on(z.bytes, z.length);
	assert_true(gzip_is_compressed(g));
	assert_int_equal(gzip_read(g, got, 2, &ends, &c), 2);
	assert_int_equal(ends, 0);
	assert_int_equal(gzip_read(g, got, 16, &ends, &c), 1);
	assert_int_equal(ends, 1);
	assert_int_equal(gzip_member_offset(g), 0);
	assert_int_equal(gzip_read(g, got, 16, &ends, &c), 5);
	assert_int_equal(ends, 1);
	assert_int_equal(gzip_member_offset(g), third);
	assert_int_equal(gzip_read(g, got, 16, &ends, &c), 0);
	gzip_close(g);
	buffer_release(&z);
}

/* Members that are larger than what is inflated at once, with a small one
 * behind that must not be lost. */
static void
large_members_stream(void **state)
{
	size_t length = 9 << 20, got_all = 0;
	char *bytes = noise(length), *got = malloc(length);
	struct gzip_stream *g;
	struct buffer z;
	int ends = 0;
	long n;

	(void)state;
	buffer_init(&z, 64 << 20);
	gzip_add_member(&z, bytes, length, 1);
	gzip_add_member(&z, "end", 3, 1);
	g = open_on(z.bytes, z.length);
	while (!ends) {
		n = gzip_read(g, got + got_all, length - got_all, &ends, &c);
		assert_true(n > 0);
		got_all += (size_t)n;
		assert_int_equal(ends, got_all == length);
	}
	assert_memory_equal(got, bytes, length);
	assert_int_equal(gzip_read(g, got, 16, &ends, &c), 3);
	assert_int_equal(ends, 1);
	gzip_close(g);
	/* cut: the last bytes are not given, the end never claimed */
	g = open_on(z.bytes, z.length - 60);
	for (ends = 0; (n = gzip_read(g, got, length, &ends, &c)) > 0;)
		assert_int_equal(ends, 0);
	assert_int_equal(n, -1);
	assert_int_equal(gzip_read(g, got, length, &ends, &c), 0);
	assert_int_equal(gzip_resync(g), 0);
	assert_int_equal(gzip_read(g, got, length, &ends, &c), 0);
	gzip_close(g);
	buffer_release(&z);
	free(bytes);
	free(got);
}

static void
after_damage_the_next_member(void **state)
{
	struct buffer z;
	struct gzip_stream *g;
	char *bytes = noise(3000), got[4000];
	size_t second, cut;
	int ends;
	long n;

	(void)state;
	buffer_init(&z, 1 << 20);
	for (cut = 1; cut < 3000; cut += 7) {
		buffer_clear(&z);
		gzip_add_member(&z, bytes, 3000, 1);
		if (cut >= z.length)
			break;
		z.length = cut;
		second = cut;
		gzip_add_member(&z, "second", 6, 1);
		g = open_on(z.bytes, z.length);
		if (cut == 1) {		/* no magic: passed on */
			gzip_close(g);
			continue;
		}
		while ((n = gzip_read(g, got, sizeof(got), &ends, &c)) > 0)
			assert_int_equal(ends, 0);
		assert_int_equal(n, -1);
		assert_int_equal(gzip_resync(g), 1);
		assert_int_equal(gzip_read(g, got, sizeof(got), &ends, &c),
		    6);
		assert_memory_equal(got, "second", 6);
		assert_int_equal(gzip_member_offset(g), second);
		assert_int_equal(gzip_read(g, got, sizeof(got), &ends, &c),
		    0);
		gzip_close(g);
	}
	free(bytes);
	buffer_release(&z);
}

static void
resyncs_are_bounded(void **state)
{
	size_t length = 1 << 20, i;
	char *bytes = malloc(length), got[64];
	struct gzip_stream *g;
	int ends, tries = 0;

	(void)state;
	for (i = 0; i + 4 <= length; i += 4)
		memcpy(bytes + i, "\x1f\x8b\x08\x08", 4);
	g = open_on(bytes, length);
	do
		while (gzip_read(g, got, sizeof(got), &ends, &c) > 0)
			;
	while (gzip_resync(g) == 1 && ++tries <= GZIP_RESYNC_MAX);
	assert_int_equal(tries, GZIP_RESYNC_MAX);
	gzip_close(g);
	free(bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bombs_are_refused),
		cmocka_unit_test(plain_files_pass),
		cmocka_unit_test(reads_stop_at_members),
		cmocka_unit_test(large_members_stream),
		cmocka_unit_test(after_damage_the_next_member),
		cmocka_unit_test(resyncs_are_bounded),
	};

	return cmocka_run_group_tests(tests, file_make, file_remove);
}
