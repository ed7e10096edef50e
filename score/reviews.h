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
	bool quiet;			/* a second pass says nothing again */
	uint64_t bad;			/* lines */
	char name[4096];		/* of the current file */
};

void reviews_open(struct reviews *r, char *const *path, size_t count,
	const char *folder);
/* 1 a line, 0 the end of the last file, -1 a line that could not be read
 * (said and counted: go on), -2 a file or stream that failed (the complaint
 * says so: stop). */
int reviews_next(struct reviews *r, struct text *line, struct complaint *c);
uint64_t reviews_offset(const struct reviews *r);
/* Says and counts a line that was read but makes no sense. */
void reviews_bad(struct reviews *r, const struct complaint *c);
void reviews_close(struct reviews *r);

#endif
