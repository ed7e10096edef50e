/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One file of input.h on its way to the workers.
 */
#ifndef SAYSO_INPUT_FILE_H
#define SAYSO_INPUT_FILE_H

#include <stdbool.h>

#include "buffer.h"
#include "calendar.h"
#include "crew.h"
#include "input.h"

struct input_file {
	struct input *in;
	const char *path;
	const char *name;		/* as it stands in `capture` */
	const char *shown;		/* as complaints have it */
	char *own_path;
	struct crew_file file;
	char place[INTAKE_PLACE];
	struct origin origin;
	bool failed;			/* nothing can be kept any more */
	char fetched[CALENDAR_TEXT];
	struct buffer bytes;
};

/* Finds out what the file is and hands it over.  -1: it cannot be read at
 * all, or (j->failed) nothing can be kept. */
int input_file_read(struct input_file *j, struct complaint *c);
/* Bad input. */
int input_file_note(struct input_file *j, const struct complaint *bad,
	struct complaint *c);

#endif
