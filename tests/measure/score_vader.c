/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "score.h"

enum { SAMPLE = 40 };	/* every so many texts: it is slow */

void
vader_init(struct vader *v, const char *python, const struct texts *t)
{
	struct buffer b;

	*v = (struct vader){.python = python};
	strcpy(v->path, "/tmp/measure-score.XXXXXX");
	int descriptor = mkstemp(v->path);
	FILE *f = descriptor < 0 ? NULL : fdopen(descriptor, "w");
	if (f == NULL)
		stop(v->path);
	buffer_init(&b, BYTES_MAX);
	for (size_t i = 0; i < t->count; i += SAMPLE) {
		struct text text = texts_get(t, i);

		buffer_add(&b, text.bytes, text.length);
		buffer_add_char(&b, '\n');
	}
	if (b.failed || fwrite(b.bytes, 1, b.length, f) != b.length ||
	    fclose(f) != 0)
		stop(v->path);
	v->length = b.length;
	buffer_release(&b);
}

void
vader_run(struct vader *v, int round)
{
	char command[4096];

	snprintf(command, sizeof command,
	    "'%s' tests/measure/score_vader.py '%s'", v->python, v->path);
	FILE *f = popen(command, "r");
	if (f == NULL || fscanf(f, "%lf", &v->seconds[round]) != 1 ||
	    pclose(f) != 0)
		stop("vaderSentiment failed");
}

void
vader_say(const struct vader *v, double engine)
{
	double got = (double)v->length / median(v->seconds) / 1e6;

	printf("vaderSentiment\t%8.2f MB/s\tthe engine is %.0f times as "
	    "fast\n", got, engine / got);
}

void
vader_release(const struct vader *v)
{
	unlink(v->path);
}
