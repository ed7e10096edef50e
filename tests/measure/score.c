/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast the sentiment engine is, as ratios to a bare memchr newline scan
 * of the same bytes, because megabytes per second say more of the machine
 * than of the program.  All pieces run in turn, round after round, on the
 * processor time of this one process (of its child for the whole program);
 * the median counts.
 *	score LEXICON EVAL PROGRAM
 * EVAL/<tag>/<any>.tsv hold texts in their last column; where there are none
 * the texts are made of the lexicon's own words.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "jsonl.h"
#include "sentiment.h"
#include "slurp.h"

enum {
	ROUNDS = 7,
	TEXTS_MAX = 1 << 18,
	BYTES_MAX = 256 << 20,
	ENOUGH = 24 << 20,	/* bytes of one piece, about */
	LANGUAGES = 6,
	LENGTHS = 6,
};

/* Texts of one language, one behind the other, each with an LF. */
struct texts {
	const char *tag;
	struct buffer bytes;
	size_t *end;		/* without the LF */
	size_t count;
	double seconds[ROUNDS], scan[ROUNDS];
};

static volatile size_t sink;	/* what was computed was wanted */

static void
stop(const char *what)
{
	fprintf(stderr, "measure-score: %s\n", what);
	exit(1);
}

static double
seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
order(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

static double
median(const double *value)
{
	double sorted[ROUNDS];

	memcpy(sorted, value, sizeof sorted);
	qsort(sorted, ROUNDS, sizeof sorted[0], order);
	return sorted[ROUNDS / 2];
}

/* ---- texts ---- */

static void
texts_init(struct texts *t, const char *tag)
{
	*t = (struct texts){.tag = tag};
	buffer_init(&t->bytes, BYTES_MAX);
	t->end = malloc(TEXTS_MAX * sizeof *t->end);
	if (t->end == NULL)
		stop("no memory");
}

static void
texts_release(struct texts *t)
{
	buffer_release(&t->bytes);
	free(t->end);
}

static void
texts_add(struct texts *t, struct text text)
{
	if (t->count == TEXTS_MAX || text.length == 0)
		return;
	buffer_add(&t->bytes, text.bytes, text.length);
	t->end[t->count++] = t->bytes.length;
	if (buffer_add_char(&t->bytes, '\n') == -1)
		stop("no memory");
}

static struct text
texts_get(const struct texts *t, size_t i)
{
	size_t start = i == 0 ? 0 : t->end[i - 1] + 1;

	return (struct text){t->bytes.bytes + start, t->end[i] - start};
}

/* Adds the column of a file, from 0; -1: the last one. */
static void
texts_add_column(struct texts *t, const char *path, int column)
{
	struct complaint c;
	struct buffer b;
	char *line, *end;

	buffer_init(&b, BYTES_MAX);
	if (slurp(path, &b, &c) == -1 || b.bytes == NULL)
		stop(path);
	for (line = b.bytes; (end = strchr(line, '\n')) != NULL;
	    line = end + 1) {
		*end = '\0';
		char *tab = column < 0 ? strrchr(line, '\t') :
		    strchr(line, '\t');
		if (tab == NULL || line == b.bytes)
			continue;
		if (column == 0)
			*tab = '\0';
		texts_add(t, text_of(column < 0 ? tab + 1 : line));
	}
	buffer_release(&b);
}

static bool
ends(const char *name, const char *with)
{
	size_t length = strlen(name), tail = strlen(with);

	return length > tail && strcmp(name + length - tail, with) == 0;
}

static int
is_of_texts(const struct dirent *entry)
{
	return ends(entry->d_name, ".tsv") &&
	    !ends(entry->d_name, ".meta.tsv") &&
	    !ends(entry->d_name, ".aspects.tsv");
}

/* From the folder of a language; false where it has none. */
static bool
texts_read(struct texts *t, const char *eval)
{
	char folder[2048], path[4096];
	struct dirent **list;

	snprintf(folder, sizeof folder, "%s/%s", eval, t->tag);
	int count = scandir(folder, &list, is_of_texts, alphasort);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, list[i]->d_name);
		texts_add_column(t, path, -1);
		free(list[i]);
	}
	if (count >= 0)
		free(list);
	return t->count > 0;
}

/* Sentences of ten listed words, for want of real ones. */
static void
texts_make(struct texts *t, const char *lexicon)
{
	struct texts words;
	char path[4096], text[4096];
	uint32_t random = 1;

	texts_init(&words, t->tag);
	snprintf(path, sizeof path, "%s/%s.tsv", lexicon, t->tag);
	texts_add_column(&words, path, 0);
	for (int i = 0; words.count > 0 && i < 40000; i++) {
		text[0] = '\0';
		for (int k = 0; k < 30; k++) {
			random = random * 1664525 + 1013904223;
			struct text w = texts_get(&words,
			    random % words.count);
			strncat(text, w.bytes, w.length < 64 ? w.length : 64);
			strcat(text, k % 10 == 9 ? ". " : " ");
		}
		texts_add(t, text_of(text));
	}
	texts_release(&words);
}

/* ---- pieces ---- */

static size_t
times(const struct texts *t)
{
	return 1 + ENOUGH / (t->bytes.length + 1);
}

static void
run_scan(struct texts *t, int round)
{
	const char *end = t->bytes.bytes + t->bytes.length;
	double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

	for (size_t n = times(t); n > 0; n--)
		for (const char *at = t->bytes.bytes; at < end; sink++)
			at = (const char *)memchr(at, '\n',
			    (size_t)(end - at)) + 1;
	t->scan[round] = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static void
run_engine(struct texts *t, struct scorer *at, int round)
{
	static struct sentiment s;
	double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

	for (size_t n = times(t); n > 0; n--)
		for (size_t i = 0; i < t->count; i++) {
			sentiment_text(at, texts_get(t, i), t->tag, &s);
			sink += s.hits;
		}
	t->seconds[round] = seconds(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static double
rate(const struct texts *t, const double *taken)
{
	return (double)(times(t) * t->bytes.length) / median(taken) / 1e6;
}

/* ---- the whole program ---- */

/* Reviews of the texts from `from` to `to` as JSON Lines; their bytes. */
static size_t
write_reviews(const struct texts *t, size_t from, size_t to, const char *path)
{
	struct buffer b;
	FILE *f = fopen(path, "w");

	if (f == NULL)
		stop(path);
	buffer_init(&b, BYTES_MAX);
	for (size_t i = from; i < to; i++) {
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

static pid_t
start_annotate(char **argv, char *file)
{
	char *const command[] = {argv[3], (char *)"annotate",
	    (char *)"--lexicon", argv[1], file, NULL};
	pid_t child = fork();

	if (child != 0)
		return child;
	int null = open("/dev/null", O_WRONLY);
	if (null < 0 || dup2(null, STDOUT_FILENO) < 0)
		_exit(1);
	execv(argv[3], command);
	_exit(1);
}

static double
children_seconds(void)
{
	struct rusage u;

	getrusage(RUSAGE_CHILDREN, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	    (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static void
await(pid_t child)
{
	int status;

	if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0)
		stop("score annotate failed");
}

/* Files for the whole program: all, an empty one, and the two halves. */
struct files {
	char all[64], none[64], half[2][64];
	size_t length;
	double whole[ROUNDS], start[ROUNDS];	/* processor time */
	double alone[ROUNDS], two[ROUNDS];	/* by the clock */
};

static void
files_make(struct files *f, const struct texts *t)
{
	char *const path[] = {f->all, f->none, f->half[0], f->half[1]};
	const size_t from[] = {0, 0, 0, t->count / 2};
	const size_t to[] = {t->count, 0, t->count / 2, t->count};

	for (int i = 0; i < 4; i++) {
		strcpy(path[i], "/tmp/measure-score.XXXXXX");
		int descriptor = mkstemp(path[i]);
		if (descriptor < 0 || close(descriptor) != 0)
			stop(path[i]);
		if (i == 1)
			continue;
		size_t length = write_reviews(t, from[i], to[i], path[i]);
		if (i == 0)
			f->length = length;
	}
}

static void
files_remove(const struct files *f)
{
	unlink(f->all);
	unlink(f->none);
	unlink(f->half[0]);
	unlink(f->half[1]);
}

static void
run_program(struct files *f, char **argv, int round)
{
	double cpu = children_seconds(), wall = seconds(CLOCK_MONOTONIC);

	await(start_annotate(argv, f->all));
	f->whole[round] = children_seconds() - cpu;
	f->alone[round] = seconds(CLOCK_MONOTONIC) - wall;
	cpu = children_seconds();
	await(start_annotate(argv, f->none));
	f->start[round] = children_seconds() - cpu;
	wall = seconds(CLOCK_MONOTONIC);
	pid_t one = start_annotate(argv, f->half[0]);
	pid_t other = start_annotate(argv, f->half[1]);
	await(one);
	await(other);
	f->two[round] = seconds(CLOCK_MONOTONIC) - wall;
}

/* ---- reports ---- */

static void
say_languages(const struct texts *t, double scan)
{
	for (size_t i = 0; i < LANGUAGES; i++) {
		if (t[i].count == 0) {
			printf("sentiment %s: no texts, left out\n", t[i].tag);
			continue;
		}
		double got = rate(&t[i], t[i].seconds);
		printf("sentiment %s\t%8.1f MB/s\t%.4f of memchr\t"
		    "%.2f ns/byte\n", t[i].tag, got, got / scan, 1e3 / got);
	}
}

static void
say_program(const struct files *f, double scan)
{
	double taken = median(f->whole) - median(f->start);
	double got = (double)f->length / taken / 1e6;

	printf("annotate en\t%8.1f MB/s\t%.4f of memchr\t"
	    "(and %.0f ms to load the lexicon)\n", got, got / scan,
	    1e3 * median(f->start));
	printf("two processes\t%8.2f times one, by the clock\n",
	    median(f->alone) / median(f->two));
}

/* One text of growing length: what a byte costs must not grow. */
static void
say_linearity(const struct texts *t, struct scorer *at)
{
	static struct sentiment s;
	size_t size = 1000;
	struct buffer b;

	buffer_init(&b, BYTES_MAX);
	while (b.length < 100000000)
		buffer_add(&b, t->bytes.bytes, t->bytes.length);
	for (int i = 0; i < LENGTHS; i++, size *= 10) {
		size_t rounds = 1 + 20000000 / size;
		double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

		for (size_t n = 0; n < rounds; n++) {
			size_t from = n * size % (b.length - size + 1);
			sentiment_text(at, (struct text){b.bytes + from, size},
			    t->tag, &s);
			sink += s.hits;
		}
		printf("one text of %9zu bytes\t%.2f ns/byte\n", size,
		    (seconds(CLOCK_PROCESS_CPUTIME_ID) - start) * 1e9 /
		    (double)(rounds * size));
	}
	buffer_release(&b);
}

int
main(int argc, char **argv)
{
	static const char *const tag[LANGUAGES] = {"en", "ar", "fa", "hr",
	    "ka", "ru"};
	static struct texts texts[LANGUAGES];
	static struct files files;
	struct complaint c = {""};

	if (argc != 4)
		stop("usage: score LEXICON EVAL PROGRAM");
	struct engine *e = engine_open(argv[1], &c);
	if (e == NULL)
		stop(c.text);
	struct scorer *scorer = scorer_open(e);
	if (scorer == NULL)
		stop("no memory");
	for (size_t i = 0; i < LANGUAGES; i++) {
		texts_init(&texts[i], tag[i]);
		if (!engine_supports(e, tag[i]) || texts_read(&texts[i],
		    argv[2]))
			continue;
		printf("%s: no texts, made of the lexicon\n", tag[i]);
		texts_make(&texts[i], argv[1]);
	}
	if (texts[0].count == 0)
		stop("no English");
	files_make(&files, &texts[0]);
	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < LANGUAGES; i++) {
			if (texts[i].count == 0)
				continue;
			run_scan(&texts[i], round);
			run_engine(&texts[i], scorer, round);
		}
		run_program(&files, argv, round);
	}
	files_remove(&files);
	double scan = rate(&texts[0], texts[0].scan);
	printf("memchr\t\t%8.0f MB/s\n", scan);
	say_languages(texts, scan);
	say_program(&files, scan);
	say_linearity(&texts[0], scorer);
	for (size_t i = 0; i < LANGUAGES; i++)
		texts_release(&texts[i]);
	scorer_close(scorer);
	engine_close(e);
	return 0;
}
