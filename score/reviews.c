/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews.h"

#include <stdio.h>

#include "command.h"

void
reviews_open(struct reviews *r, char *const *path, size_t count,
	const char *folder)
{
	static char *const standard_input[] = {(char *)"-"};

	*r = (struct reviews){.path = count > 0 ? path : standard_input,
	    .path_count = count > 0 ? count : 1, .folder = folder};
}

static void
say(struct reviews *r, const char *text)
{
	r->bad++;
	if (r->quiet || r->bad > REVIEWS_SAID_MAX)
		return;
	command_complain("score", text);
	if (r->bad == REVIEWS_SAID_MAX)
		command_complain("score", "further bad lines are counted, "
		    "not said");
}

static int
open_next(struct reviews *r, struct complaint *c)
{
	const char *path = r->path[r->file];
	int length = r->folder == NULL ?
	    snprintf(r->name, sizeof(r->name), "%s", path) :
	    snprintf(r->name, sizeof(r->name), "%s/%s", r->folder, path);

	if (length < 0 || (size_t)length >= sizeof(r->name))
		return complain(c, 0, "%.200s: name too long", path);
	r->reader = jsonl_open(r->name, c);
	return r->reader == NULL ? -1 : 0;
}

int
reviews_next(struct reviews *r, struct text *line, struct complaint *c)
{
	int got;

	for (;;) {
		if (r->file == r->path_count)
			return 0;
		if (r->reader == NULL && open_next(r, c) < 0)
			return -2;
		got = jsonl_next(r->reader, line, c);
		if (got == -1)
			say(r, c->text);
		if (got != 0)
			return got;
		jsonl_close(r->reader);
		r->reader = NULL;
		r->file++;
	}
}

uint64_t
reviews_offset(const struct reviews *r)
{
	return jsonl_offset(r->reader);
}

void
reviews_bad(struct reviews *r, const struct complaint *c)
{
	struct complaint placed;

	complain_at(&placed, r->name, jsonl_offset(r->reader), "%s", c->text);
	say(r, placed.text);
}

void
reviews_close(struct reviews *r)
{
	if (r->reader != NULL)
		jsonl_close(r->reader);
	r->reader = NULL;
}
