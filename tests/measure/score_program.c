/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "jsonl.h"

/* Reviews of the texts as JSON Lines; their bytes. */
static size_t
write_reviews(const struct texts *t, const char *path)
{
	struct buffer b;
	FILE *f = fopen(path, "w");

	if (f == NULL)
		stop(path);
	buffer_init(&b, BYTES_MAX);
	for (size_t i = 0; i < t->count; i++) {
		buffer_add_format(&b, "{\"type\":\"Review\",\"id\":\"%032zx\","
		    "\"source\":\"example\",\"brand\":\"Example\","
		    "\"inLanguage\":\"%s\",\"reviewBody\":", i, t->tag);
		jsonl_add_string(&b, texts_get(t, i), false);
		buffer_add_string(&b, ",\"datePublished\":\"2026-08-12\"}\n");
	}
	if (b.failed || fwrite(b.bytes, 1, b.length, f) != b.length ||
	    fclose(f) != 0)
		stop(path);
	size_t length = b.length;
	buffer_release(&b);
	return length;
}

static void
make_file(char path[64])
{
	strcpy(path, "/tmp/measure-score.XXXXXX");
	int descriptor = mkstemp(path);

	if (descriptor < 0 || close(descriptor) != 0)
		stop(path);
}

void
program_init(struct program *p, const char *path, const char *lexicon,
	const struct texts *t)
{
	*p = (struct program){.path = path, .lexicon = lexicon};
	make_file(p->all);
	make_file(p->none);
	p->length = write_reviews(t, p->all);
}

void
program_release(const struct program *p)
{
	unlink(p->all);
	unlink(p->none);
}

static double
children_seconds(void)
{
	struct rusage u;

	getrusage(RUSAGE_CHILDREN, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	    (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

/* Runs `score annotate` to its end; its processor time, and by the clock. */
static double
annotate(const struct program *p, const char *file, const char *threads,
	double *by_the_clock)
{
	const char *const argument[] = {p->path, "annotate", "-j", threads,
	    "--lexicon", p->lexicon, file, NULL};
	double cpu = children_seconds(), wall = seconds(CLOCK_MONOTONIC);
	pid_t child = fork();
	int status;

	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);

		if (null < 0 || dup2(null, STDOUT_FILENO) < 0)
			_exit(1);
		execv(p->path, (char *const *)(void *)argument);
		_exit(1);
	}
	if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0)
		stop("score annotate failed");
	*by_the_clock = seconds(CLOCK_MONOTONIC) - wall;
	return children_seconds() - cpu;
}

void
program_run(struct program *p, int round)
{
	double loading;

	p->start[round] = annotate(p, p->none, "1", &loading);
	p->whole[round] = annotate(p, p->all, "1", &p->one[round]);
	p->cost[round] = annotate(p, p->all, "2", &p->two[round]);
	/* The lexicon is loaded by one thread, however many there are. */
	p->one[round] -= loading;
	p->two[round] -= loading;
}

void
program_say(const struct program *p, double scan)
{
	double start = median(p->start), taken = median(p->whole) - start;
	double got = (double)p->length / taken / 1e6, ratio[ROUNDS];

	printf("annotate en\t%8.1f MB/s\t%.4f of memchr\t"
	    "(and %.0f ms to load the lexicon)\n", got, got / scan,
	    1e3 * start);
	for (int i = 0; i < ROUNDS; i++)
		ratio[i] = p->one[i] / p->two[i];
	printf("two threads\t%8.2f times one, by the clock\t"
	    "%.2f of its processor time\n", median(ratio),
	    (median(p->cost) - start) / taken);
}
