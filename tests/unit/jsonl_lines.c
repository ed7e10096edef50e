/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of lines. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "file.h"
#include "jsonl.h"

static struct complaint c;

static struct jsonl_reader *
open_on(const char *bytes, size_t length)
{
	struct jsonl_reader *r;

	file_write(bytes, length);
	r = jsonl_open(file_path, &c);
	assert_non_null(r);
	return r;
}

static void
lines_with_places(void **state)
{
	struct jsonl_reader *r = open_on("\xEF\xBB\xBF{}\n\n\r\nab\ncde", 14);
	struct text line;

	(void)state;
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "{}"));
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "ab"));
	assert_int_equal(jsonl_offset(r), 9);
	assert_int_equal(jsonl_line(r), 4);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "cd"));
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	assert_int_equal(jsonl_seek(r, 9, &c), 0);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "ab"));
	assert_int_equal(jsonl_offset(r), 9);
	jsonl_close(r);
	r = open_on("", 0);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	jsonl_close(r);
}

static void
bad_utf8_is_one_bad_line(void **state)
{
	struct jsonl_reader *r = open_on("a\nb\xFF\nc\n", 7);
	char expected[128];
	struct text line;

	(void)state;
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	snprintf(expected, sizeof(expected), "%s@2: not UTF-8 at byte 2 of "
	    "the line", file_path);
	assert_string_equal(c.text, expected);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "c"));
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	jsonl_close(r);
}

/* Lines up to the limit, and one byte beyond it. */
static void
the_limit_is_the_limit(void **state)
{
	size_t length = JSONL_LINE_MAX;
	char *bytes = malloc(2 * length + 8);
	struct jsonl_reader *r;
	struct text line;

	(void)state;
	memset(bytes, 'x', 2 * length + 8);
	bytes[length] = '\n';
	bytes[2 * length + 2] = '\n';
	bytes[2 * length + 4] = '\n';
	r = open_on(bytes, 2 * length + 5);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_int_equal(line.length, length);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	assert_int_equal(jsonl_offset(r), length + 1);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "x"));
	assert_int_equal(jsonl_line(r), 3);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	jsonl_close(r);
	free(bytes);
}

/* Lines of every length near a block's end, as files hold them. */
static void
blocks_part_between_lines(void **state)
{
	size_t total = 5 * (size_t)JSONL_BLOCK, at = 0, blocks = 0;
	char *bytes = malloc(total + 8);
	struct jsonl_reader *r;
	struct jsonl_block b;
	uint32_t random = 1;
	struct text line;

	(void)state;
	memset(bytes, 'x', total);
	for (size_t i = 0; i < total; i += 1 + (random >> 8) % 9000) {
		random = random * 1664525 + 1013904223;
		bytes[i] = '\n';
	}
	/* One line over four blocks and no LF at the end. */
	memset(bytes + JSONL_BLOCK / 2, 'y', 4 * (size_t)JSONL_BLOCK);
	bytes[total - 1] = 'z';
	r = open_on(bytes, total);
	jsonl_block_init(&b);
	while (jsonl_read_block(r, &b, &c) == 1) {
		blocks++;
		assert_int_equal(b.base, at);
		assert_true(b.bytes[b.to - 1] == '\n' || b.base + b.to ==
		    total);
		at += b.to;
		while (jsonl_block_next(&b, &line, &c) == 1) {
			assert_memory_equal(line.bytes, bytes + b.offset,
			    line.length);
			assert_true(b.offset + line.length == total ||
			    bytes[b.offset + line.length] == '\n');
		}
		assert_int_equal(b.from, b.to);
	}
	assert_int_equal(at, total);
	assert_true(blocks > 1);
	assert_int_equal(jsonl_read_block(r, &b, &c), 0);
	jsonl_close(r);
	jsonl_block_release(&b);
	free(bytes);
}

static void
another_limit(void **state)
{
	struct jsonl_reader *r = open_on("abcd\nabcde\n{}", 13);
	struct text line;

	(void)state;
	jsonl_limit(r, 4);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	assert_non_null(strstr(c.text, "@5: a line of more than 4 bytes"));
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "{}"));
	jsonl_close(r);
}

static bool
feed_long_line(int to)
{
	char piece[1 << 16];
	size_t left = 100u << 20, n;

	memset(piece, 'x', sizeof(piece));
	for (; left > 0; left -= n) {
		n = left < sizeof(piece) ? left : sizeof(piece);
		if (write(to, piece, n) != (ssize_t)n)
			return false;
	}
	return write(to, "\n{}", 3) == 3;
}

static void
a_line_of_100_mb_needs_little_memory(void **state)
{
	int ends[2], status, saved = dup(STDIN_FILENO);
	struct rusage before, after;
	struct jsonl_reader *r;
	struct text line;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		_exit(feed_long_line(ends[1]) ? 0 : 1);
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	getrusage(RUSAGE_SELF, &before);
	r = jsonl_open("-", &c);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	assert_non_null(strstr(c.text, "standard input@0: a line of more"));
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "{}"));
	assert_int_equal(jsonl_offset(r), (100u << 20) + 1);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	assert_int_equal(jsonl_seek(r, 0, &c), -1);
	jsonl_close(r);
	getrusage(RUSAGE_SELF, &after);
	assert_true(after.ru_maxrss - before.ru_maxrss < 60 << 10);
	dup2(saved, STDIN_FILENO);
	close(saved);
	assert_true(waitpid(child, &status, 0) == child && status == 0);
}

static void
what_cannot_be_opened(void **state)
{
	(void)state;
	assert_null(jsonl_open("/nonexistent/x", &c));
	assert_non_null(strstr(c.text, "/nonexistent/x: "));
	assert_null(jsonl_open("/tmp", &c));
	assert_non_null(strstr(c.text, "/tmp: "));
	jsonl_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_with_places),
		cmocka_unit_test(bad_utf8_is_one_bad_line),
		cmocka_unit_test(the_limit_is_the_limit),
		cmocka_unit_test(blocks_part_between_lines),
		cmocka_unit_test(another_limit),
		cmocka_unit_test(a_line_of_100_mb_needs_little_memory),
		cmocka_unit_test(what_cannot_be_opened),
	};

	return cmocka_run_group_tests(tests, file_make, file_remove);
}
