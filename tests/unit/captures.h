/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of captures that a test writes, and what is read of it. */
#ifndef SAYSO_UNIT_CAPTURES_H
#define SAYSO_UNIT_CAPTURES_H

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "slurp.h"
#include "warc.h"

static struct complaint c;
static char folder[] = "/tmp/sayso-warc-XXXXXX";
static char path[64];
static struct buffer file;	/* what a test looks at */

static inline int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/a.warc.gz", folder);
	buffer_init(&file, 200 << 20);
	return 0;
}

static inline int
remove_folder(void **state)
{
	(void)state;
	unlink(path);
	buffer_release(&file);
	return rmdir(folder);
}

static inline void
write_file(const char *bytes, size_t length)
{
	int descriptor = open(path, O_WRONLY | O_TRUNC | O_CREAT, 0600);

	assert_true(write(descriptor, bytes, length) == (ssize_t)length);
	close(descriptor);
}

static inline struct warc_reader *
open_on(const char *bytes, size_t length)
{
	struct warc_reader *r;

	write_file(bytes, length);
	r = warc_open(path, &c);
	assert_non_null(r);
	return r;
}

/* How many records and how many complaints a file gives. */
static inline void
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

static inline void
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

static inline struct warc_record
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
static inline void
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

#endif
