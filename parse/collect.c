/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "collect.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

enum {
	LINE_ROOM = 8 * REVIEW_TEXT_MAX * 6,	/* all texts, all escaped */
	FIRST_ROOM = 256,
};

void
collect_init(struct collect *k, int (*write)(void *, const void *, size_t,
	struct complaint *), void *context)
{
	*k = (struct collect){.stated = -1, .write = write,
	    .context = context};
	buffer_init(&k->lines, COLLECT_BYTES + LINE_ROOM);
}

void
collect_release(struct collect *k)
{
	buffer_release(&k->lines);
	free(k->entry);
	free(k->slot);
	k->entry = NULL;
	k->slot = NULL;
	k->count = k->room = k->slot_count = 0;
}

/* The slot of an id: its own or the free one where it belongs. */
static uint32_t *
find_slot(const struct collect *k, const unsigned char id[ID_SIZE])
{
	uint64_t hash;
	size_t at;

	memcpy(&hash, id, sizeof(hash));
	for (at = (size_t)hash & (k->slot_count - 1); k->slot[at] != 0;
	    at = (at + 1) & (k->slot_count - 1))
		if (memcmp(k->entry[k->slot[at] - 1].id, id, ID_SIZE) == 0)
			break;
	return &k->slot[at];
}

/* Twice as many slots as entries at least, so that every search ends. */
static int
grow(struct collect *k)
{
	size_t room = k->room == 0 ? FIRST_ROOM : 2 * k->room, i;
	struct collect_entry *entry;
	uint32_t *slot;

	if (k->count < k->room)
		return 0;
	if (room > UINT32_MAX / 4)
		return -1;
	entry = realloc(k->entry, room * sizeof(*entry));
	if (entry == NULL)
		return -1;
	k->entry = entry;
	slot = calloc(2 * room, sizeof(*slot));
	if (slot == NULL)
		return -1;
	free(k->slot);
	k->slot = slot;
	k->slot_count = 2 * room;
	k->room = room;
	for (i = 0; i < k->count; i++)
		*find_slot(k, k->entry[i].id) = (uint32_t)i + 1;
	return 0;
}

static void
read_id(struct text hex, unsigned char id[ID_SIZE])
{
	static const char digit[] = "0123456789abcdef";
	size_t i;

	memset(id, 0, ID_SIZE);
	for (i = 0; i < hex.length && i < 2 * (size_t)ID_SIZE; i++) {
		const char *at = memchr(digit, hex.bytes[i], 16);

		if (at != NULL)
			id[i / 2] = (unsigned char)(id[i / 2] << 4 |
			    (at - digit));
	}
}

/* True if the line at `offset` is the greater version. */
static bool
is_greater(const struct collect *k, const struct collect_entry *old,
	size_t offset, size_t length)
{
	struct review_version was, now;

	review_version_of((struct text){k->lines.bytes + old->offset,
	    old->length - 1}, &was);
	review_version_of((struct text){k->lines.bytes + offset, length - 1},
	    &now);
	return review_version_compare(&now, &was) > 0;
}

void
collect_clear(struct collect *k)
{
	k->count = 0;
	buffer_clear(&k->lines);
	if (k->slot != NULL)
		memset(k->slot, 0, k->slot_count * sizeof(*k->slot));
}

static int
flush(struct collect *k, struct complaint *c)
{
	int64_t stated = collect_stated(k);
	size_t i;

	for (i = 0; i < k->count; i++)
		if (k->write(k->context, k->lines.bytes + k->entry[i].offset,
		    k->entry[i].length, c) < 0)
			return -1;
	k->stated = stated;
	collect_clear(k);
	return 0;
}

/* Files the line that begins at `new->offset`. */
static int
file_line(struct collect *k, struct collect_entry new, struct complaint *c)
{
	size_t *count = new.aggregate ? &k->aggregates : &k->reviews;
	struct collect_entry *old;
	uint32_t *slot;

	if (k->lines.failed || grow(k) < 0)
		return complain(c, ENOMEM, "cannot keep the reviews");
	new.length = k->lines.length - new.offset;
	slot = find_slot(k, new.id);
	if (*slot == 0) {
		k->entry[k->count++] = new;
		*slot = (uint32_t)k->count;
		++*count;
	} else {
		old = &k->entry[*slot - 1];
		if (is_greater(k, old, new.offset, new.length))
			*old = new;
		else
			k->lines.length = new.offset;
	}
	return k->lines.length > COLLECT_BYTES ? flush(k, c) : 0;
}

int
collect_review(struct collect *k, const struct review *r, struct complaint *c)
{
	struct collect_entry new = {.offset = k->lines.length, .stated = -1};

	review_write(&k->lines, r);
	read_id(r->id, new.id);
	return file_line(k, new, c);
}

int
collect_aggregate(struct collect *k, const struct review_aggregate *g,
	struct complaint *c)
{
	struct collect_entry new = {.offset = k->lines.length,
	    .aggregate = true};

	if (!jsonl_integer(g->review_count, &new.stated) || new.stated < 0)
		new.stated = -1;
	review_aggregate_write(&k->lines, g);
	read_id(g->id, new.id);
	return file_line(k, new, c);
}

int
collect_line(struct collect *k, struct text line,
	const unsigned char id[ID_SIZE], bool aggregate, int64_t stated,
	struct complaint *c)
{
	struct collect_entry new = {.offset = k->lines.length,
	    .aggregate = aggregate, .stated = stated};

	buffer_add(&k->lines, line.bytes, line.length);
	memcpy(new.id, id, ID_SIZE);
	return file_line(k, new, c);
}

int64_t
collect_stated(const struct collect *k)
{
	int64_t sum = k->stated;
	size_t i;

	for (i = 0; i < k->count; i++) {
		int64_t stated = k->entry[i].stated;

		if (stated < 0)
			continue;
		sum = sum < 0 ? 0 : sum;
		if (stated > INT64_MAX - sum)
			return INT64_MAX;
		sum += stated;
	}
	return sum;
}

int
collect_finish(struct collect *k, const struct review_run *run,
	struct complaint *c)
{
	if (flush(k, c) < 0)
		return -1;
	if (run != NULL) {
		if (review_run_write(&k->lines, run) < 0)
			return complain(c, ENOMEM, "cannot keep the run");
		if (k->write(k->context, k->lines.bytes, k->lines.length,
		    c) < 0)
			return -1;
		buffer_clear(&k->lines);
	}
	k->reviews = k->aggregates = 0;
	k->stated = -1;
	return 0;
}
