/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files and pipes outside a workspace, to JSON Lines on standard output: WARC
 * files and saved pages, feeds, payloads and tables, plain or gzip.  What a
 * file is: sniff.h; how it is read: intake.h.
 *
 * Within one file every id is written once, and what is found is written in
 * the order of files.  Authors stay as they were found.
 */
#ifndef SAYSO_INPUT_H
#define SAYSO_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "crew.h"
#include "publish.h"
#include "recipe.h"
#include "shelf.h"
#include "status.h"

enum {
	INPUT_FILE_MAX = 64 << 20,	/* a page or payload, inflated; lines
					   and captures have no limit */
};

struct input {
	const char *recipe;		/* name or path, NULL: what fits */
	const char *url;		/* of saved pages; NULL not known */
	const char *brand;		/* whose reviews; NULL: as pages say */
	int64_t fetched;		/* DATE_NO_INSTANT where not known */
	int workers;			/* crew.h */
	int64_t max_bad;		/* so many bad records are only said */
	bool ascii;			/* all above 0x7E as \uXXXX */
	bool verbose;			/* say also what is not wrong */
	const char *sources;		/* recipes; NULL: the shipped ones */
	void (*say)(const char *text);	/* one complaint */
	size_t files, reviews, aggregates, bad;	/* done, for a summary */
	/* its own */
	struct sink out;
	struct buffer escaped;
	struct shelf shelf;
	struct crew *crew;
	const struct recipe *named;
	enum status status;
};

/* Reads the value of --fetched; false where it is no time. */
bool input_time(const char *written, int64_t *to);

/* Sets out: -1 where the URL is none, or the recipe or the output cannot be
 * had, which was said and is in in->status. */
int input_open(struct input *in);
/* Reads one file ("-" is standard input); workers may still be at it then.
 * False where nothing can be written any more. */
bool input_file(struct input *in, const char *path);
/* All files that a list names, one per line ("-": standard input). */
bool input_manifest(struct input *in, const char *path);
/* Ends; the status of it all. */
enum status input_close(struct input *in);

#endif
