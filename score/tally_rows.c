/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of tallies on files and pipes. */
#include "tally.h"

#include <string.h>

#include "jsonl.h"
#include "publish.h"

static const char HADOOP[] = "LongValueSum:";

/* `KEY TAB INTEGER`, a TAB behind allowed. */
static bool
read_row(struct text line, struct text *key, int64_t *value)
{
	const char *tab;
	struct text digits;

	if (line.length >= sizeof(HADOOP) - 1 &&
	    memcmp(line.bytes, HADOOP, sizeof(HADOOP) - 1) == 0) {
		line.bytes += sizeof(HADOOP) - 1;
		line.length -= sizeof(HADOOP) - 1;
	}
	tab = memchr(line.bytes, '\t', line.length);
	if (tab == NULL || tab == line.bytes)
		return false;
	*key = (struct text){line.bytes, (size_t)(tab - line.bytes)};
	digits = (struct text){tab + 1, line.length - key->length - 1};
	if (digits.length > 0 && digits.bytes[digits.length - 1] == '\t')
		digits.length--;
	return key->length <= TALLY_KEY_MAX && jsonl_integer(digits, value);
}

int
tally_read(struct tally *t, const char *path, struct complaint *c)
{
	struct jsonl_reader *r = jsonl_open(path, c);
	char value[COMPLAINT_VALUE_MAX + 8];
	struct text line, key;
	int64_t number;
	int got, result = 0;

	if (r == NULL)
		return -1;
	while (result == 0 && (got = jsonl_next(r, &line, c)) != 0) {
		if (got < 0)
			result = -1;
		else if (!read_row(line, &key, &number))
			result = complain_line(c, path, jsonl_line(r),
			    "no tally `KEY TAB INTEGER`: %s",
			    complaint_value(value, line.bytes, line.length));
		else
			result = tally_add(t, key, number, c);
	}
	jsonl_close(r);
	return result;
}

struct row_writer {
	const char *prefix;
	struct sink *to;
	struct buffer line;
};

static int
write_row(void *context, struct text key, int64_t value)
{
	struct row_writer *w = context;

	buffer_clear(&w->line);
	buffer_add_string(&w->line, w->prefix);
	buffer_add(&w->line, key.bytes, key.length);
	buffer_add_char(&w->line, '\t');
	buffer_add_integer(&w->line, value);
	buffer_add_char(&w->line, '\n');
	if (w->line.failed)
		return -1;
	return sink_write(w->to, w->line.bytes, w->line.length);
}

int
tally_write(struct tally *t, const char *prefix, struct sink *to)
{
	struct row_writer w = {.prefix = prefix, .to = to};
	int result;

	buffer_init(&w.line, TALLY_KEY_MAX + 64);
	result = tally_each(t, write_row, &w);
	buffer_release(&w.line);
	return result;
}
