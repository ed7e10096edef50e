/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "verdict.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "command.h"
#include "complaint.h"
#include "publish.h"
#include "robots.h"
#include "slurp.h"

/* More than is ever read of one, so that the largest real ones fit. */
enum { FILE_MAX = 8 * ROBOTS_BYTES_MAX };

static int
verdicts_write(const struct robots *rules, int count, char **url,
	struct complaint *c)
{
	struct sink out;
	int i;

	if (sink_open(&out, STDOUT_FILENO) != 0)
		return complain(c, 0, "no memory");
	for (i = 0; i < count; i++) {
		const char *word = robots_allows(rules, url[i]) ? "allow " :
		    "deny ";

		sink_write(&out, word, strlen(word));
		sink_write(&out, url[i], strlen(url[i]));
		sink_write(&out, "\n", 1);
	}
	return sink_close(&out, "standard output", c);
}

enum status
verdict_command(int argc, char **argv)
{
	static const char usage[] = "fetch robots FILE AGENT URL...";
	struct complaint c = {0};
	enum status status = STATUS_RETRY;
	struct robots *rules = NULL;
	struct buffer file;

	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		printf("usage: %s\n", usage);
		return STATUS_DONE;
	}
	if (argc < 4) {
		fprintf(stderr, "fetch: file, agent or URL is missing\n"
		    "usage: %s\n", usage);
		return STATUS_USAGE;
	}
	buffer_init(&file, FILE_MAX);
	if (slurp(argv[1], &file, &c) == 0 && (rules = robots_read(
	    file.length > 0 ? file.bytes : "", file.length, argv[2])) == NULL)
		complain(&c, 0, "%s: no memory", argv[1]);
	if (rules != NULL && verdicts_write(rules, argc - 3, argv + 3, &c) ==
	    0)
		status = STATUS_DONE;
	else
		command_complain("fetch", c.text);
	buffer_release(&file);
	robots_free(rules);
	return status;
}
