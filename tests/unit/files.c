/* SPDX-License-Identifier: GPL-3.0-or-later */
/* publish.h, slurp.h, workspace.h, digest.h */
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "digest.h"
#include "publish.h"
#include "slurp.h"
#include "workspace.h"

static int
enter_folder(void **state)
{
	char *folder = strdup("/tmp/sayso-files.XXXXXX");

	*state = folder;
	return mkdtemp(folder) == NULL || chdir(folder) < 0;
}

static int
leave_folder(void **state)
{
	char command[100];

	snprintf(command, sizeof(command), "rm -rf %s", (char *)*state);
	free(*state);
	return system(command);
}

static void
assert_file(const char *path, const char *wanted)
{
	struct complaint c;
	struct buffer b;

	buffer_init(&b, 1000);
	assert_int_equal(slurp(path, &b, &c), 0);
	assert_string_equal(b.bytes, wanted);
	buffer_release(&b);
}

static void
a_name_means_finished(void **state)
{
	struct complaint c;
	struct publish *p;

	(void)state;
	assert_int_equal(publish_file("a", "old", 3, &c), 0);
	p = publish_create("a", NULL, &c);
	assert_non_null(p);
	assert_int_equal(publish_write(p, "new", 3, &c), 0);
	assert_file("a", "old");
	assert_int_equal(publish_commit(p, &c), 0);
	assert_file("a", "new");
	p = publish_create("a", NULL, &c);
	assert_int_equal(publish_write(p, "x", 1, &c), 0);
	assert_int_equal(access(publish_path(p), F_OK), 0);
	publish_abandon(p);
	assert_file("a", "new");
	assert_null(publish_create("no/such/folder", NULL, &c));
	assert_non_null(strstr(c.text, "no/such/folder"));
}

static void
sweep_takes_only_what_the_dead_left(void **state)
{
	struct complaint c;
	char own[64], parent[64];
	pid_t dead = fork();

	(void)state;
	if (dead == 0)
		_exit(0);
	snprintf(own, sizeof(own), "b.tmp.%ld", (long)getpid());
	while (kill(dead, 0) == 0)
		waitpid(dead, NULL, 0);
	assert_int_equal(publish_file(own, "", 0, &c), 0);
	snprintf(parent, sizeof(parent), "b.tmp.%ld", (long)getppid());
	assert_int_equal(publish_file(parent, "", 0, &c), 0);
	assert_int_equal(publish_file("b.tmp.x", "", 0, &c), 0);
	char gone[64];
	snprintf(gone, sizeof(gone), "b.tmp.%ld", (long)dead);
	assert_int_equal(publish_file(gone, "", 0, &c), 0);
	assert_int_equal(publish_sweep(".", &c), 0);
	/* an earlier process had our number, as in containers */
	assert_int_not_equal(access(own, F_OK), 0);
	assert_int_equal(access(parent, F_OK), 0);
	assert_int_equal(access("b.tmp.x", F_OK), 0);
	assert_int_not_equal(access(gone, F_OK), 0);
}

static void
a_full_disk_is_an_error(void **state)
{
	struct complaint c;
	struct sink s;
	int i, descriptor = open("/dev/full", O_WRONLY);

	(void)state;
	if (descriptor < 0)
		LEAVE_TEST("no /dev/full");
	assert_int_equal(sink_open(&s, descriptor), 0);
	for (i = 0; i < 10; i++)
		sink_write(&s, "0123456789", 10);
	assert_int_equal(sink_close(&s, "standard output", &c), -1);
	assert_non_null(strstr(c.text, "No space left"));
}

static void
slurp_says_what_is_wrong(void **state)
{
	struct complaint c;
	struct buffer b;

	(void)state;
	buffer_init(&b, 4);
	assert_int_equal(slurp("missing", &b, &c), -1);
	assert_string_equal(c.text, "missing: No such file or directory");
	assert_int_equal(slurp(".", &b, &c), -1);
	assert_string_equal(c.text, ".: Is a directory");
	assert_int_equal(publish_file("four", "1234", 4, &c), 0);
	assert_int_equal(slurp("four", &b, &c), 0);
	buffer_clear(&b);
	assert_int_equal(publish_file("five", "12345", 5, &c), 0);
	assert_int_equal(slurp("five", &b, &c), -1);
	assert_non_null(strstr(c.text, "larger than 4 bytes"));
	buffer_release(&b);
}

static void
one_run_at_a_time(void **state)
{
	struct workspace w, other;
	struct complaint c;

	(void)state;
	assert_int_equal(workspace_open(&w, ".", "fetch", &c), 0);
	assert_int_equal(workspace_open(&other, ".", "fetch", &c), -1);
	assert_non_null(strstr(c.text, "another fetch is at work"));
	assert_int_equal(workspace_open(&other, ".", "parse", &c), 0);
	workspace_close(&other);
	workspace_close(&w);
	assert_int_equal(workspace_open(&w, ".", "fetch", &c), 0);
	workspace_close(&w);
	assert_int_equal(workspace_open(&w, "nowhere", "fetch", &c), -1);
}

static void
files_are_listed_in_order(void **state)
{
	struct workspace w = {.folder = ".", .lock = -1};
	struct workspace_list list;
	struct complaint c;

	(void)state;
	assert_int_equal(workspace_folder(&w, "captures/b.x", &c), 0);
	assert_int_equal(workspace_folder(&w, "captures/a", &c), 0);
	assert_int_equal(workspace_folder(&w, "captures/.partial", &c), 0);
	publish_file("captures/b.x/1.warc.gz", "", 0, &c);
	publish_file("captures/a/2.warc.gz", "", 0, &c);
	publish_file("captures/a/1.warc.gz", "", 0, &c);
	publish_file("captures/a/1.txt", "", 0, &c);
	publish_file("captures/.partial/9.warc.gz", "", 0, &c);
	assert_int_equal(workspace_files(&w, "captures", ".warc.gz", &list,
	    &c), 0);
	assert_int_equal(list.count, 3);
	assert_string_equal(list.path[0], "a/1.warc.gz");
	assert_string_equal(list.path[2], "b.x/1.warc.gz");
	workspace_list_release(&list);
	assert_int_equal(workspace_files(&w, "nothing", "", &list, &c), 0);
	assert_int_equal(list.count, 0);
}

static void
digests_are_the_named_ones(void **state)
{
	unsigned char d[DIGEST_SIZE];
	char hex[DIGEST_HEX], base32[DIGEST_BASE32], id[ID_HEX], other[DIGEST_HEX];
	struct text ab[] = {text_of("a"), text_of("bc")};
	struct text cd[] = {text_of("ab"), text_of("c")};
	struct digest *running = digest_create();

	(void)state;
	digest_of("abc", 3, d);		/* FIPS 180-2 */
	digest_hex(d, DIGEST_SIZE, hex);
	assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad");
	digest_base32(d, base32);
	assert_string_equal(base32, "XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYND"
	    "SYLXVHFUCD7WD4QACWWQ====");
	digest_add(running, "a", 1);
	digest_add(running, "bc", 2);
	digest_finish(running, d);
	digest_hex(d, DIGEST_SIZE, other);
	assert_memory_equal(other, hex, ID_HEX - 1);
	/* RFC 4231, test case 2 */
	digest_keyed(text_of("Jefe"),
	    text_of("what do ya want for nothing?"), d);
	digest_hex(d, 4, hex);
	assert_string_equal(hex, "5bdcc146");
	digest_id(ab, 2, id);
	digest_id(cd, 2, other);
	assert_string_not_equal(id, other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_means_finished),
		cmocka_unit_test(sweep_takes_only_what_the_dead_left),
		cmocka_unit_test(a_full_disk_is_an_error),
		cmocka_unit_test(slurp_says_what_is_wrong),
		cmocka_unit_test(one_run_at_a_time),
		cmocka_unit_test(files_are_listed_in_order),
		cmocka_unit_test(digests_are_the_named_ones),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
