/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast parse is, beside libxml2's DOM of everything.
 *
 *	measure-parse make FOLDER PAGE...	the inputs
 *	measure-parse run FOLDER PARSE		the figures
 *
 * reviews.warc is the real pages.  mix.warc is like a crawl: of MIX_PAGES
 * pages MIX_REVIEWS are real; the others are the same pages without reviews,
 * made by changing one letter of every "eview" and "ating", so that they keep
 * their scripts, their markup and their size.  In a crawl 5.9 % of the pages
 * have a marker that is worth a look.  mix.warc.gz has one member per page.
 *
 * All are measured in turn, ROUNDS times, and the fastest round counts: the
 * ratios are of one run on one machine.  Processor time is that of parse and
 * its workers.
 */
#include <errno.h>
#include <fcntl.h>
#include <libxml/HTMLparser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "buffer.h"
#include "gzip.h"
#include "slurp.h"
#include "warc.h"

enum { MIX_PAGES = 1020, MIX_REVIEWS = 60, ROUNDS = 5, LONG = 4 };

static void
fail(const char *what)
{
	fprintf(stderr, "measure-parse: %s\n", what);
	exit(1);
}

/* ---- making ---- */

static void
put_record(FILE *to, const struct buffer *page, int number, int level)
{
	struct buffer record, member;

	buffer_init(&record, 256 << 20);
	buffer_add_format(&record, "WARC/1.1\r\nWARC-Type: response\r\n"
	    "WARC-Target-URI: https://a%d.example/%d\r\n"
	    "WARC-Date: 2026-11-01T00:00:00Z\r\n"
	    "Content-Type: application/http; msgtype=response\r\n"
	    "Content-Length: %zu\r\n\r\nHTTP/1.1 200 OK\r\n"
	    "Content-Type: text/html\r\n\r\n", number % 97, number,
	    page->length + 44);
	buffer_add(&record, page->bytes, page->length);
	buffer_add_string(&record, "\r\n\r\n");
	buffer_init(&member, 512 << 20);
	if (level > 0 && gzip_add_member(&member, record.bytes, record.length,
	    level) < 0)
		fail("cannot compress");
	if (level == 0)
		fwrite(record.bytes, 1, record.length, to);
	else
		fwrite(member.bytes, 1, member.length, to);
	buffer_release(&record);
	buffer_release(&member);
}

static void
change(struct buffer *page, const char *word, char letter)
{
	const size_t length = strlen(word);
	char *at = page->bytes, *end = at + page->length;

	for (; (at = memchr(at, word[0], (size_t)(end - at))) != NULL; at++)
		if ((size_t)(end - at) >= length &&
		    memcmp(at, word, length) == 0)
			at[1] = letter;
}

static void
without_reviews(const struct buffer *page, struct buffer *to)
{
	buffer_clear(to);
	buffer_add(to, page->bytes, page->length);
	change(to, "eview", 'w');
	change(to, "EVIEW", 'W');
	change(to, "ating", 'w');
}

static FILE *
begin(const char *folder, const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "wb");
	if (f == NULL)
		fail(path);
	return f;
}

static void
make(const char *folder, char **path, int count)
{
	FILE *reviews = begin(folder, "reviews.warc");
	FILE *mix = begin(folder, "mix.warc");
	FILE *packed = begin(folder, "mix.warc.gz");
	struct buffer *page = calloc((size_t)count, sizeof(*page)), plain;
	struct complaint c;
	int i;

	buffer_init(&plain, 64 << 20);
	for (i = 0; i < count; i++) {
		buffer_init(&page[i], 64 << 20);
		if (slurp(path[i], &page[i], &c) < 0)
			fail(c.text);
	}
	for (i = 0; i < 3 * count; i++)
		put_record(reviews, &page[i % count], i, 0);
	for (i = 0; i < MIX_PAGES; i++) {
		const int every = MIX_PAGES / MIX_REVIEWS;
		const struct buffer *b = &page[(i % every == 0 ? i / every :
		    i) % count];

		if (i % every != 0) {
			without_reviews(b, &plain);
			b = &plain;
		}
		put_record(mix, b, i, 0);
		put_record(packed, b, i, 6);
	}
	if (fclose(reviews) != 0 || fclose(mix) != 0 || fclose(packed) != 0)
		fail("cannot write");
}

/* ---- measuring ---- */

struct cost {
	double cpu, wall;
	long memory_kb;
};

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Runs parse on some files; the time of its workers is in its own. */
static struct cost
run(const char *parse, const char *jobs, const char *file, int times)
{
	const char *argv[LONG + 5] = {parse, "-j", jobs};
	struct cost cost = {.wall = now()};
	struct rusage used;
	int status, i;
	pid_t child;

	for (i = 0; i < times; i++)
		argv[3 + i] = file;
	child = fork();
	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);

		dup2(null, STDOUT_FILENO);
		execv(parse, (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &used) < 0 ||
	    !WIFEXITED(status) || WEXITSTATUS(status) == 127)
		fail("parse did not run");
	cost.wall = now() - cost.wall;
	cost.cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
	cost.memory_kb = used.ru_maxrss;
	return cost;
}

static void
ignore_error(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

static double
own_cpu(void)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/* libxml2's tree of every page, and nothing else. */
static double
dom(const char *file, size_t *volume)
{
	double before = own_cpu();
	struct complaint c;
	struct warc_reader *r = warc_open(file, &c);
	struct warc_entry e;

	*volume = 0;
	if (r == NULL)
		fail(c.text);
	xmlSetStructuredErrorFunc(NULL, ignore_error);
	while (warc_next(r, &e, &c) == 1) {
		xmlFreeDoc(htmlReadMemory(e.body.bytes, (int)e.body.length,
		    NULL, NULL, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
		    HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
		    HTML_PARSE_COMPACT));
		*volume += e.body.length;
	}
	warc_close(r);
	return own_cpu() - before;
}

static double
inflate_alone(const char *file)
{
	static char piece[256 << 10];
	double before = own_cpu();
	struct complaint c;
	struct gzip_stream *g = gzip_open(file, &c);
	int end;

	if (g == NULL)
		fail(c.text);
	while (gzip_read(g, piece, sizeof(piece), &end, &c) > 0)
		;
	gzip_close(g);
	return own_cpu() - before;
}

static double
less(double a, double b)
{
	return a == 0 || b < a ? b : a;
}

struct figures {
	double mix, reviews, packed, dom_mix, dom_reviews, inflate;
	double wall_1, wall_2;
	size_t mix_bytes, review_bytes;
};

static void
measure_once(struct figures *f, const char *parse, char path[3][4096])
{
	struct cost c;

	c = run(parse, "1", path[0], 1);
	f->mix = less(f->mix, c.cpu);
	f->dom_mix = less(f->dom_mix, dom(path[0], &f->mix_bytes));
	f->reviews = less(f->reviews, run(parse, "1", path[1], 1).cpu);
	f->dom_reviews = less(f->dom_reviews, dom(path[1],
	    &f->review_bytes));
	f->packed = less(f->packed, run(parse, "1", path[2], 1).cpu);
	f->inflate = less(f->inflate, inflate_alone(path[2]));
	f->wall_1 = less(f->wall_1, run(parse, "1", path[1], LONG).wall);
	f->wall_2 = less(f->wall_2, run(parse, "2", path[1], LONG).wall);
}

static void
line(const char *name, double bytes, double took, const char *beside,
	double other, double goal)
{
	printf("%-28s %7.0f MB/s  %-20s %7.0f MB/s  ratio %6.2f  (goal "
	    "%.1f)\n", name, bytes / 1e6 / took, beside, bytes / 1e6 / other,
	    other / took, goal);
}

static void
measure(const char *folder, const char *parse)
{
	static const char *const name[] = {"mix.warc", "reviews.warc",
	    "mix.warc.gz"};
	char path[3][4096];
	struct figures f = {.mix = 0};
	long once, again;
	int i;

	for (i = 0; i < 3; i++)
		snprintf(path[i], sizeof(path[i]), "%s/%s", folder, name[i]);
	for (i = 0; i < ROUNDS; i++)
		measure_once(&f, parse, path);
	line("crawl mix", (double)f.mix_bytes, f.mix, "libxml2 DOM",
	    f.dom_mix, 6);
	line("review pages", (double)f.review_bytes, f.reviews,
	    "libxml2 DOM", f.dom_reviews, 1.8);
	line("crawl mix, .warc.gz", (double)f.mix_bytes, f.packed,
	    "inflating alone", f.inflate, 0.6);
	printf("%-28s %7.2f s  -j 1 %30.2f s  ratio %6.2f  (goal 1.8)\n",
	    "-j 2, review pages", f.wall_2, f.wall_1, f.wall_1 / f.wall_2);
	once = run(parse, "1", path[0], 1).memory_kb;
	again = run(parse, "1", path[0], LONG).memory_kb;
	printf("%-28s %7ld kB  once %30ld kB\n", "memory, four times as long",
	    again, once);
	printf("bytes: mix %zu, reviews %zu\n", f.mix_bytes, f.review_bytes);
}

int
main(int argc, char **argv)
{
	if (argc > 3 && strcmp(argv[1], "make") == 0)
		make(argv[2], argv + 3, argc - 3);
	else if (argc == 4 && strcmp(argv[1], "run") == 0)
		measure(argv[2], argv[3]);
	else
		fail("make FOLDER PAGE... | run FOLDER PARSE");
	return 0;
}
