/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What JSON Lines cost around the engine: reading blocks of a file and
 * parting them, scanning lines, reading what a review says, writing lines with
 * their sentiment.  Each as a ratio to a bare memchr newline scan of the same
 * bytes; in turn, round after round, processor time, medians.
 *	jsonl LEXICON FILE
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate.h"
#include "jsonl.h"
#include "review.h"
#include "score.h"
#include "slurp.h"
#include "utf8.h"

enum {
	LINES_MAX = 400,	/* whose sentiments are kept: about 2 MB */
	PIECES = 6,
};

struct lines {
	const char *path;
	struct buffer bytes;
	struct text *line;
	size_t count;
	struct jsonl_object object[LINES_MAX];
	struct sentiment sentiment[LINES_MAX];
	size_t kept;		/* of them */
	struct arena arena;
	struct buffer out;
	size_t done;		/* bytes, of the last piece */
};

static volatile size_t sink;	/* what was computed was wanted */

static void
scan_newlines(struct lines *l)
{
	const char *at = l->bytes.bytes, *end = at + l->bytes.length;

	for (; at < end; sink++)
		at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
	l->done = l->bytes.length;
}

static void
check_utf8(struct lines *l)
{
	sink += utf8_valid(l->bytes.bytes, l->bytes.length);
	l->done = l->bytes.length;
}

static void
read_blocks(struct lines *l)
{
	struct complaint c = {""};
	struct jsonl_reader *r = jsonl_open(l->path, &c);
	struct jsonl_block b;
	struct text line;

	jsonl_block_init(&b);
	if (r == NULL)
		stop(c.text);
	while (jsonl_read_block(r, &b, &c) == 1)
		while (jsonl_block_next(&b, &line, &c) == 1)
			sink += line.length;
	jsonl_block_release(&b);
	jsonl_close(r);
	l->done = l->bytes.length;
}

static void
scan_lines(struct lines *l)
{
	static struct jsonl_object o;
	size_t fault;

	for (size_t i = 0; i < l->count; i++)
		sink += jsonl_scan(l->line[i], &o, &fault);
	l->done = l->bytes.length;
}

static void
read_said(struct lines *l)
{
	static struct jsonl_object o;
	struct complaint c;
	enum review_line type;
	struct review r;

	for (size_t i = 0; i < l->count; i++) {
		arena_clear(&l->arena);
		if (review_read_said(&r, &type, &o, l->line[i], &l->arena,
		    &c) == -1)
			stop(c.text);
		sink += r.body.length;
	}
	l->done = l->bytes.length;
}

static void
write_lines(struct lines *l)
{
	l->done = 0;
	for (int times = 0; times < 40; times++) {
		buffer_clear(&l->out);
		for (size_t i = 0; i < l->kept; i++) {
			annotate_line(&l->out, l->line[i], &l->object[i],
			    &l->sentiment[i]);
			buffer_add_char(&l->out, '\n');
		}
		l->done += l->out.length;
	}
}

static void
lines_init(struct lines *l, const char *path)
{
	struct complaint c = {""};
	size_t fault;

	l->path = path;
	buffer_init(&l->bytes, BYTES_MAX);
	buffer_init(&l->out, BYTES_MAX);
	arena_init(&l->arena, BYTES_MAX);
	l->line = malloc(TEXTS_MAX * sizeof *l->line);
	if (l->line == NULL || slurp(path, &l->bytes, &c) == -1 ||
	    l->bytes.length == 0)
		stop(path);
	const char *at = l->bytes.bytes, *end;
	while (l->count < TEXTS_MAX && (end = strchr(at, '\n')) != NULL) {
		struct text line = {at, (size_t)(end - at)};

		if (l->count < LINES_MAX && !jsonl_scan(line,
		    &l->object[l->count], &fault))
			stop("a line that is none");
		l->line[l->count++] = line;
		at = end + 1;
	}
	l->bytes.length = (size_t)(at - l->bytes.bytes);
}

static void
lines_score(struct lines *l, const char *lexicon)
{
	struct complaint c = {""};
	struct engine *e = engine_open(lexicon, &c);
	struct scorer *s = e == NULL ? NULL : scorer_open(e);
	struct review_reader_line read;

	if (s == NULL)
		stop(c.text);
	l->kept = l->count < LINES_MAX ? l->count : LINES_MAX;
	for (size_t i = 0; i < l->kept; i++) {
		if (review_read(&read, l->line[i], &l->arena, &c) == -1)
			stop(c.text);
		sentiment_review(s, &read.review, NULL, &l->sentiment[i]);
	}
	scorer_close(s);	/* the strings are the engine's, which stays */
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*run)(struct lines *l);
	} piece[PIECES] = {
		{"memchr", scan_newlines}, {"check UTF-8", check_utf8},
		{"read and part", read_blocks}, {"scan", scan_lines},
		{"read what is said", read_said}, {"write", write_lines},
	};
	static struct lines l;
	double taken[PIECES][ROUNDS], rate[PIECES];

	if (argc != 3)
		stop("usage: jsonl LEXICON FILE");
	lines_init(&l, argv[2]);
	lines_score(&l, argv[1]);
	for (int round = 0; round < ROUNDS; round++)
		for (int i = 0; i < PIECES; i++) {
			double start = seconds(CLOCK_PROCESS_CPUTIME_ID);

			piece[i].run(&l);
			taken[i][round] = (seconds(CLOCK_PROCESS_CPUTIME_ID) -
			    start) / (double)l.done;
		}
	for (int i = 0; i < PIECES; i++) {
		rate[i] = 1 / median(taken[i]) / 1e6;
		printf("%-20s%8.0f MB/s\t%.3f of memchr\n", piece[i].name,
		    rate[i], rate[i] / rate[0]);
	}
	return 0;
}
