/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shortlist.h"

static char folder[] = "/tmp/sayso-shortlist-XXXXXX";

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
remove_folder(void **state)
{
	char path[80];

	(void)state;
	snprintf(path, sizeof(path), "%s/a", folder);
	unlink(path);
	snprintf(path, sizeof(path), "%s/b", folder);
	unlink(path);
	return rmdir(folder);
}

static void
write_file(const char *name, const char *bytes, size_t length)
{
	char path[80];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, length, f), length);
	assert_int_equal(fclose(f), 0);
}

/* What was read: lengths and first bytes. */
struct seen {
	size_t length[8];
	char first[8];
	size_t count;
};

static bool
wants(void *context, uint32_t mark)
{
	(void)context;
	return mark != 7;
}

static int
see(void *context, struct text line)
{
	struct seen *s = context;

	s->length[s->count] = line.length;
	s->first[s->count++] = line.length == 0 ? '-' : line.bytes[0];
	return 0;
}

/* Lines from two files, one longer than what is read at once, the last ones
 * without an end; those of another mark are left out. */
static void
lines_are_read_where_they_stand(void **state)
{
	static char *const path[] = {(char *)"a", (char *)"b"};
	char *long_line = malloc(10002);
	struct seen seen = {.count = 0};
	struct complaint c;
	struct shortlist l;

	(void)state;
	memset(long_line, 'x', 10000);
	memcpy(long_line + 10000, "\ny", 2);
	write_file("a", "\xEF\xBB\xBFone\ntwo\nthree", 16);
	write_file("b", long_line, 10002);
	shortlist_init(&l);
	assert_int_equal(shortlist_add(&l, 0, 0, 1), 0);
	assert_int_equal(shortlist_add(&l, 0, 7, 7), 0);
	assert_int_equal(shortlist_add(&l, 0, 11, 2), 0);
	assert_int_equal(shortlist_add(&l, 1, 0, 3), 0);
	assert_int_equal(shortlist_add(&l, 1, 10001, 4), 0);
	assert_int_equal(shortlist_read(&l, path, folder, wants, see, &seen,
	    &c), 0);
	assert_int_equal(seen.count, 4);
	assert_int_equal(seen.length[0], 6);
	assert_int_equal(seen.first[0], ' ');	/* for the byte order mark */
	assert_int_equal(seen.length[1], 5);
	assert_int_equal(seen.first[1], 't');
	assert_int_equal(seen.length[2], 10000);
	assert_int_equal(seen.length[3], 1);
	assert_int_equal(seen.first[3], 'y');
	shortlist_release(&l);
	free(long_line);
}

static void
a_file_that_is_gone_is_said(void **state)
{
	static char *const path[] = {(char *)"gone"};
	struct seen seen = {.count = 0};
	struct complaint c;
	struct shortlist l;

	(void)state;
	shortlist_init(&l);
	assert_int_equal(shortlist_add(&l, 0, 0, 1), 0);
	assert_int_equal(shortlist_read(&l, path, folder, wants, see, &seen,
	    &c), -1);
	assert_non_null(strstr(c.text, "gone"));
	shortlist_release(&l);
}

static void
too_many_places_are_not_kept(void **state)
{
	struct shortlist l;
	uint32_t i;

	(void)state;
	shortlist_init(&l);
	for (i = 0; i < SHORTLIST_MAX; i++)
		assert_int_equal(shortlist_add(&l, 0, i, i), 0);
	assert_false(l.full);
	assert_int_equal(shortlist_add(&l, 0, i, i), 0);
	assert_true(l.full);
	assert_int_equal(l.count, SHORTLIST_MAX);
	shortlist_release(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_read_where_they_stand),
		cmocka_unit_test(a_file_that_is_gone_is_said),
		cmocka_unit_test(too_many_places_are_not_kept),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
