/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines of reviews from files one after another, with the complaints that
 * every reader of reviews makes: a line that cannot be read is said on
 * standard error as `file@offset: reason`, counted and left out.
 */
#ifndef SAYSO_REVIEWS_H
#define SAYSO_REVIEWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "jsonl.h"
#include "text.h"

enum { REVIEWS_SAID_MAX = 20 };	/* bad lines said one by one */

struct reviews {
	char *const *path;		/* borrowed; none: standard input */
	size_t path_count;
	const char *folder;		/* in front of each path; NULL none */
	uint32_t file;			/* index of the current one */
	struct jsonl_reader *reader;
	size_t line_max;		/* bytes; 0: JSONL_LINE_MAX */
	bool quiet;			/* a second pass says nothing again */
	bool trusted;			/* jsonl_trust() */
	uint64_t lines;			/* by blocks: all, bad ones too */
	uint64_t bad;			/* lines */
	uint64_t given;			/* one by one, bad ones too */
	char name[4096];		/* of the current file */
};

void reviews_open(struct reviews *r, char *const *path, size_t count,
	const char *folder);
/* 1 a line, 0 the end of the last file, -1 a line that could not be read
 * (said and counted: go on), -2 a file or stream that failed (the complaint
 * says so: stop). */
int reviews_next(struct reviews *r, struct text *line, struct complaint *c);
uint64_t reviews_offset(const struct reviews *r);	/* of the last line */
/* The number of the last line from 0 on, over all files; bad ones count. */
uint64_t reviews_place(const struct reviews *r);
/* Says and counts a line that was read but makes no sense. */
void reviews_bad(struct reviews *r, const struct complaint *c);
void reviews_close(struct reviews *r);

/* ---- by blocks, for threads ---- */

/* Some lines and the complaints about them, which wait until it is their turn
 * to be said. */
struct reviews_block {
	struct jsonl_block block;
	uint64_t lines, bad;		/* all, and the bad ones of them */
	struct buffer said;		/* the first of them, each with NUL */
};

void reviews_block_init(struct reviews_block *b);
void reviews_block_release(struct reviews_block *b);
/* Fills the block anew: 1, 0 the end of the last file, -2 (as
 * reviews_next()).  The paths must stand without a folder. */
int reviews_read_block(struct reviews *r, struct reviews_block *b,
	struct complaint *c);
/* By any thread: 1 a line, 0 the end of the block, -1 a line that could not
 * be read (noted; go on). */
int reviews_block_next(struct reviews_block *b, struct text *line,
	struct complaint *c);
/* Notes a line that was read but makes no sense. */
void reviews_block_bad(struct reviews_block *b, const struct complaint *c);
/* In the order of the blocks: says and counts their bad lines. */
void reviews_say_block(struct reviews *r, const struct reviews_block *b);
/* Lines as command_count() says them: in, out, bad. */
void reviews_count(const struct reviews *r, const char *form);

#endif
