/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews.h"

#include <stdio.h>
#include <string.h>

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
	/* Blocks name their file when the next one is open already. */
	r->reader = jsonl_open(r->folder == NULL ? path : r->name, c);
	if (r->reader == NULL)
		return -1;
	if (r->line_max > 0)
		jsonl_limit(r->reader, r->line_max);
	if (r->trusted)
		jsonl_trust(r->reader);
	return 0;
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
		r->given += got == 1 || got == -1;
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

uint64_t
reviews_place(const struct reviews *r)
{
	return r->given - 1;
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

/* ---- blocks ---- */

void
reviews_block_init(struct reviews_block *b)
{
	*b = (struct reviews_block){.bad = 0};
	jsonl_block_init(&b->block);
	buffer_init(&b->said, REVIEWS_SAID_MAX * COMPLAINT_MAX);
}

void
reviews_block_release(struct reviews_block *b)
{
	jsonl_block_release(&b->block);
	buffer_release(&b->said);
}

int
reviews_read_block(struct reviews *r, struct reviews_block *b,
	struct complaint *c)
{
	int got;

	b->lines = b->bad = 0;
	buffer_clear(&b->said);
	for (;;) {
		if (r->file == r->path_count)
			return 0;
		if (r->reader == NULL && open_next(r, c) < 0)
			return -2;
		got = jsonl_read_block(r->reader, &b->block, c);
		if (got != 0)
			return got;
		jsonl_close(r->reader);
		r->reader = NULL;
		r->file++;
	}
}

static void
note(struct reviews_block *b, const char *text)
{
	b->bad++;
	if (b->bad > REVIEWS_SAID_MAX)
		return;
	buffer_add_string(&b->said, text);
	buffer_add_char(&b->said, '\0');
}

int
reviews_block_next(struct reviews_block *b, struct text *line,
	struct complaint *c)
{
	int got = jsonl_block_next(&b->block, line, c);

	b->lines += got != 0;
	if (got == -1)
		note(b, c->text);
	return got;
}

void
reviews_block_bad(struct reviews_block *b, const struct complaint *c)
{
	struct complaint placed;

	complain_at(&placed, b->block.path, b->block.offset, "%s", c->text);
	note(b, placed.text);
}

void
reviews_say_block(struct reviews *r, const struct reviews_block *b)
{
	const char *text = b->said.bytes;

	r->lines += b->lines;
	/* What is not kept would not be said either. */
	for (uint64_t i = 0; i < b->bad; i++) {
		bool kept = i < REVIEWS_SAID_MAX && text != NULL;

		say(r, kept ? text : "");
		if (kept)
			text += strlen(text) + 1;
	}
}

void
reviews_count(const struct reviews *r, const char *form)
{
	command_count(form, "in", r->lines);
	command_count(form, "out", r->lines - r->bad);
	command_count(form, "bad", r->bad);
}
