/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the lines of reviews/ stand, and enough of what each counts for to
 * pass over most of them: tables `line`, `line_part` and `line_file` of
 * sayso.db, by which `score explain` finds the reviews of a figure without
 * reading all (trail_read.h).  A line that may count is read and scored again
 * before it is said to, so what stands here need only never leave one out.
 *
 * A line is told by the cell of the cube that it counts in (map_sums.h): its
 * part {brand, source, kind, language, month} and its cell {stars, class,
 * replied}; by the run that saw it and its item; by marks, a bit of 64 for each
 * thing that is said of it; and by two bits of 128 for each word that decided
 * (a Bloom filter).
 */
#ifndef SAYSO_TRAIL_H
#define SAYSO_TRAIL_H

#include <stdint.h>

#include "complaint.h"
#include "digest.h"
#include "map.h"
#include "workspace.h"

struct database;
struct trail;

/* The database is borrowed.  NULL, with a complaint: no memory. */
struct trail *trail_create(struct database *d, struct complaint *c);
void trail_free(struct trail *t);

/* Each puts a row; 0, or -1 with a complaint.  A line that counts, as the map
 * has left it, and one that does not (an older version) by its id.  `file` is
 * the place in the list of trail_files(). */
int trail_line(struct trail *t, const struct map *m, uint32_t file,
	uint64_t offset, struct complaint *c);
int trail_older(struct trail *t, struct text id, uint32_t file,
	uint64_t offset, struct complaint *c);

/* trail_files.c: the files of folder/name of the workspace, by their sizes;
 * once for "reviews", whose files are numbered by it, then for others. */
int trail_files(struct database *d, const struct workspace *w, const char *name,
	const struct workspace_list *files, struct complaint *c);
/* A file of the workspace by what it says; none is no complaint. */
int trail_content(struct database *d, const struct workspace *w,
	const char *name, struct complaint *c);

/* ---- for who writes and who reads ---- */

/* What a line can be marked with. */
enum trail_what {
	TRAIL_ASPECT, TRAIL_STAGE,
	/* Each has a bit of its own, and no name: */
	TRAIL_MIXED,		/* it is in several languages */
	TRAIL_CHANGED,		/* it was another before */
	TRAIL_COMPARES,		/* it prefers a brand to another */
	TRAIL_WHATS,
};
uint64_t trail_mark(enum trail_what what, struct text name);
/* Adds the bits of a word or phrase; the order of its words makes no
 * difference, and neither does its language. */
void trail_words(uint64_t to[2], struct text words);
/* The same in two steps: the sum of two phrases is that of both together. */
uint64_t trail_sum(struct text words);
uint64_t trail_bit(enum trail_what what, uint64_t sum);
void trail_add_words(uint64_t to[2], uint64_t sum);
/* Never negative; 0: none, or an empty one. */
int64_t trail_hash(struct text id);
/* 20261118090000 of 20261118T090000Z...; 0 where it is no such name. */
int64_t trail_run(struct text name);
/* SHA-256 of a file in hexadecimal; "" where there is none. */
int trail_digest(const char *path, char hex[DIGEST_HEX],
	struct complaint *c);

#endif
