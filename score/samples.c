/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "samples.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "digest.h"
#include "hash.h"

enum { FIRST_ROOM = 256, ARENA_MAX = 16 << 20 };

struct kept {
	uint32_t hash;
	struct text line;		/* its own */
};

struct samples {
	struct kept *kept;		/* in the order of reading */
	size_t count, room, bytes;
	uint64_t limit;			/* of the hashes; above: not kept */
};

struct samples *
samples_create(void)
{
	struct samples *s = calloc(1, sizeof(*s));

	if (s != NULL)
		s->limit = UINT64_C(1) << 32;
	return s;
}

static void
drop(struct samples *s, struct kept *k)
{
	s->bytes -= k->line.length;
	free((char *)(uintptr_t)k->line.bytes);
}

void
samples_free(struct samples *s)
{
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < s->count; i++)
		drop(s, &s->kept[i]);
	free(s->kept);
	free(s);
}

/* Half of the hashes are too large from now on. */
static void
halve(struct samples *s)
{
	size_t i, kept = 0;

	s->limit /= 2;
	for (i = 0; i < s->count; i++)
		if (s->kept[i].hash >= s->limit)
			drop(s, &s->kept[i]);
		else
			s->kept[kept++] = s->kept[i];
	s->count = kept;
}

static int
grow(struct samples *s)
{
	size_t room = s->room == 0 ? FIRST_ROOM : s->room * 2;
	struct kept *more;

	if (s->count < s->room)
		return 0;
	more = realloc(s->kept, room * sizeof(*more));
	if (more == NULL)
		return -1;
	s->kept = more;
	s->room = room;
	return 0;
}

int
samples_add(struct samples *s, struct text id, struct text line)
{
	uint32_t hash = (uint32_t)hash_of_text(id);
	char *copy;

	if (hash >= s->limit || line.length > SAMPLES_LINE)
		return 0;
	copy = malloc(line.length + 1);
	if (copy == NULL || grow(s) < 0) {
		free(copy);
		return -1;
	}
	memcpy(copy, line.bytes, line.length);
	s->kept[s->count++] = (struct kept){hash, {copy, line.length}};
	s->bytes += line.length;
	while (s->count > SAMPLES_MAX || s->bytes > SAMPLES_BYTES)
		halve(s);
	return 0;
}

int
samples_each(const struct samples_of *of, int (*visit)(void *context,
	const struct review *r, const struct sentiment *s), void *context)
{
	struct review_reader_line read;
	struct sentiment sentiment;
	struct complaint ignored;
	struct arena arena;
	struct buffer room;
	char id[ID_HEX];
	size_t i;
	int result = 0;

	arena_init(&arena, ARENA_MAX);
	buffer_init(&room, STREAM_TEXT_MAX);
	for (i = 0; result == 0 && i < of->samples->count; i++) {
		arena_clear(&arena);
		if (review_read(&read, of->samples->kept[i].line, &arena,
		    &ignored) < 0 || read.type != REVIEW_REVIEW ||
		    (of->stream != NULL && !stream_may_take(of->stream,
		    &read.review, &room)))
			continue;
		if (text_is_absent(read.review.id))
			review_identify(&read.review, id);
		sentiment_review(of->scorer, &read.review, NULL, &sentiment);
		if (of->stream == NULL || stream_takes(of->stream,
		    &sentiment))
			result = visit(context, &read.review, &sentiment);
	}
	arena_release(&arena);
	buffer_release(&room);
	return result;
}
