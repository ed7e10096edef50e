/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crew_parts.h"

#include <stdio.h>
#include <string.h>

size_t
crew_text(struct crew_batch *b, const char *text)
{
	size_t at = b->texts.length;

	if (buffer_add(&b->texts, text, strlen(text) + 1) < 0)
		return 0;
	return at + 1;
}

static void
note(struct crew_file *f, struct text words, size_t count)
{
	if (f->bad.count == 0)
		complain(&f->bad.first, 0, "%.*s", words.length >
		    COMPLAINT_MAX ? COMPLAINT_MAX : (int)words.length,
		    words.bytes);
	f->bad.count += count;
}

/* One whole line: whoever wrote it, the lines around it stay whole. */
static bool
is_line(const char *bytes, size_t length)
{
	return length > 2 && bytes[0] == '{' &&
	    memchr(bytes, '\n', length) == bytes + length - 1;
}

static int
take_record(struct crew *w, struct crew_file *f,
	const struct worker_record *r, const char *bytes)
{
	switch (r->tag) {
	case WORKER_REVIEW: case WORKER_AGGREGATE:
		if (!is_line(bytes, r->length))
			return -1;
		if (!f->failed && collect_line(&f->collect,
		    (struct text){bytes, r->length}, r->id,
		    r->tag == WORKER_AGGREGATE, r->stated, &f->why) < 0)
			f->failed = true;
		return 0;
	case WORKER_NOTE:
		note(f, (struct text){bytes, r->length}, r->stated < 1 ? 1 :
		    (size_t)r->stated);
		return 0;
	case WORKER_FIT:
		f->lines = r->stated >= 0 && (uint64_t)r->stated <
		    w->shelf->shipped_count ?
		    w->shelf->shipped[r->stated] : NULL;
		return 0;
	default:
		return -1;
	}
}

/* The records of one page; *at is behind its end then. */
static int
take_page(struct crew *w, struct crew_file *f, const struct buffer *answer,
	size_t *at)
{
	struct worker_record r;

	for (;;) {
		if (answer->length - *at < sizeof(r))
			return -1;
		memcpy(&r, answer->bytes + *at, sizeof(r));
		*at += sizeof(r);
		if (r.length > answer->length - *at)
			return -1;
		*at += r.length;
		if (r.tag == WORKER_END)
			return 0;
		if (take_record(w, f, &r, answer->bytes + *at - r.length) < 0)
			return -1;
	}
}

static void
deliver_page(struct crew *w, struct crew_batch *b, struct crew_item *i,
	size_t *at)
{
	char text[COMPLAINT_MAX];

	if (i->bad != 0) {
		note(i->file, text_of(b->texts.bytes + i->bad - 1), 1);
		return;
	}
	if (*at <= b->answer.length &&
	    take_page(w, i->file, &b->answer, at) == 0)
		return;
	/* Nothing that follows can be told apart. */
	*at = b->answer.length + 1;
	snprintf(text, sizeof(text), "%.900s: its reader gave no answer",
	    b->texts.bytes + i->place - 1);
	note(i->file, text_of(text), 1);
}

int
crew_deliver(struct crew *w, struct crew_batch *b, struct complaint *c)
{
	size_t at = sizeof(uint64_t), i;
	int result = 0;

	for (i = 0; i < b->count; i++) {
		struct crew_item *item = &b->item[i];
		struct crew_file *f = item->file;

		if (item->kind == CREW_PAGE)
			deliver_page(w, b, item, &at);
		else if (item->kind == CREW_NOTE)
			note(f, text_of(b->texts.bytes + item->bad - 1), 1);
		else if (f->done != NULL) {
			f->done(f);
			continue;
		}
		if (f->failed && result == 0) {
			*c = f->why;
			result = -1;
		}
	}
	batch_clear(b->shared);
	buffer_clear(&b->texts);
	buffer_clear(&b->answer);
	b->count = b->pages = b->charsets = 0;
	b->done = false;
	return result;
}
