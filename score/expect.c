/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "expect.h"

#include <inttypes.h>
#include <stdio.h>

#include "checksum.h"
#include "command.h"
#include "publish.h"
#include "reviews.h"

#include <unistd.h>

static enum status
print(int64_t records, int64_t sum, struct complaint *c)
{
	char line[96];
	struct sink out;
	int length = snprintf(line, sizeof(line), "--expect-records %" PRId64
	    " --expect-chk %" PRId64 "\n", records, sum);

	if (sink_open(&out, dup(STDOUT_FILENO)) < 0)
		return STATUS_RETRY;
	sink_write(&out, line, (size_t)length);
	if (sink_close(&out, "standard output", c) < 0) {
		command_complain("score", c->text);
		return STATUS_RETRY;
	}
	return STATUS_DONE;
}

enum status
expect_command(int argc, char **argv)
{
	int64_t records = 0, sum = 0;
	struct complaint c;
	struct reviews r;
	struct text line;
	int got, at = command_options("score expect [FILE...]", NULL, 0, argc,
	    argv);

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	reviews_open(&r, argv + at, (size_t)(argc - at), NULL);
	/* A line that cannot be read is a record that map calls bad. */
	while ((got = reviews_next(&r, &line, &c)) == 1 || got == -1) {
		records++;
		if (got == 1)
			sum += checksum_of(line);
	}
	reviews_close(&r);
	if (got == -2) {
		command_complain("score", c.text);
		return STATUS_RETRY;
	}
	return print(records, sum, &c);
}
