/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "winners.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "digest.h"

enum { FIRST_SLOTS = 1024 };

struct winner {
	unsigned char id[ID_SIZE];
	struct review_version version;
	uint64_t offset;
	uint32_t file;
	bool taken;
	/* Of the earliest version: */
	bool changed, replied;
	int32_t stars;
	uint64_t said;			/* its own words and rating */
	struct review_version first;
};

struct winners {
	struct winner *slot;		/* open addressing, a power of two */
	size_t slots, count;
};

struct winners *
winners_create(void)
{
	struct winners *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return NULL;
	w->slots = FIRST_SLOTS;
	w->slot = calloc(w->slots, sizeof(*w->slot));
	if (w->slot == NULL) {
		free(w);
		return NULL;
	}
	return w;
}

void
winners_free(struct winners *w)
{
	if (w == NULL)
		return;
	free(w->slot);
	free(w);
}

/* Ids are digests already, but others' lines may carry any id. */
static void
short_id(struct text id, unsigned char to[ID_SIZE])
{
	unsigned char whole[DIGEST_SIZE];

	digest_of(id.bytes, id.length, whole);
	memcpy(to, whole, ID_SIZE);
}

static struct winner *
find(struct winner *slot, size_t slots, const unsigned char id[ID_SIZE])
{
	uint64_t at;

	memcpy(&at, id, sizeof(at));
	for (at &= slots - 1; slot[at].taken; at = (at + 1) & (slots - 1))
		if (memcmp(slot[at].id, id, ID_SIZE) == 0)
			break;
	return &slot[at];
}

static int
grow(struct winners *w)
{
	size_t slots = w->slots * 2, i;
	struct winner *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return -1;
	for (i = 0; i < w->slots; i++)
		if (w->slot[i].taken)
			*find(slot, slots, w->slot[i].id) = w->slot[i];
	free(w->slot);
	w->slot = slot;
	w->slots = slots;
	return 0;
}

enum { LINE_ARENA = 64 << 20 };

/* What the reviewer says; likes and replies are others'. */
static uint64_t
said_of(const struct review *r)
{
	const struct text said[] = {r->rating, r->title, r->body, r->positive,
	    r->negative};
	uint64_t hash = UINT64_C(14695981039346656037);
	size_t i, k;

	for (i = 0; i < sizeof(said) / sizeof(*said); i++) {
		for (k = 0; k < said[i].length; k++)
			hash = (hash ^ (unsigned char)said[i].bytes[k]) *
			    UINT64_C(1099511628211);
		hash = (hash ^ 0x100) * UINT64_C(1099511628211);
	}
	return hash;
}

static void
look_at(struct winner *o, struct text line)
{
	struct review_reader_line read;
	struct complaint ignored;
	struct arena a;

	arena_init(&a, LINE_ARENA);
	if (review_read(&read, line, &a, &ignored) == 0 &&
	    read.type == REVIEW_REVIEW) {
		if (!review_stars(&read.review, &o->stars))
			o->stars = 0;
		o->replied = !text_is_absent(read.review.reply);
		o->said = said_of(&read.review);
	}
	arena_release(&a);
}

/* The winner of both, with the earliest of both. */
static void
join(struct winner *held, struct winner *offered)
{
	bool changed = held->changed || held->said != offered->said;
	struct winner first = review_version_compare(&offered->first,
	    &held->first) < 0 ? *offered : *held;

	/* Equal versions are the same line twice: the first place stays. */
	if (review_version_compare(&offered->version, &held->version) > 0)
		*held = *offered;
	held->changed = changed;
	held->first = first.first;
	held->stars = first.stars;
	held->replied = first.replied;
}

int
winners_offer(struct winners *w, struct text line, struct text id,
	uint32_t file, uint64_t offset)
{
	struct winner offered = {.file = file, .offset = offset,
	    .taken = true}, *held;

	if (text_is_absent(id))
		return 0;
	if (w->count * 4 >= w->slots * 3 && grow(w) < 0)
		return -1;
	short_id(id, offered.id);
	review_version_of(line, &offered.version);
	offered.first = offered.version;
	look_at(&offered, line);
	held = find(w->slot, w->slots, offered.id);
	if (held->taken) {
		join(held, &offered);
		return 0;
	}
	*held = offered;
	w->count++;
	return 0;
}

int
winners_write(const struct winners *w, struct text line, struct text id,
	struct buffer *to)
{
	unsigned char short_form[ID_SIZE];
	const struct winner *held = NULL;

	if (!text_is_absent(id)) {
		short_id(id, short_form);
		held = find(w->slot, w->slots, short_form);
	}
	if (held == NULL || !held->taken || !held->changed ||
	    line.length < 2 || line.bytes[line.length - 1] != '}' ||
	    memcmp(&held->first, &held->version, sizeof(held->first)) == 0)
		return buffer_add(to, line.bytes, line.length);
	buffer_add(to, line.bytes, line.length - 1);
	buffer_add_string(to, ",\"before\":{");
	if (held->stars > 0) {
		buffer_add_string(to, "\"stars\":");
		buffer_add_integer(to, held->stars);
		buffer_add_char(to, ',');
	}
	buffer_add_string(to, held->replied ? "\"replied\":true}}" :
	    "\"replied\":false}}");
	return to->failed ? -1 : 0;
}

bool
winners_is(const struct winners *w, struct text id, uint32_t file,
	uint64_t offset)
{
	unsigned char short_form[ID_SIZE];
	const struct winner *held;

	if (text_is_absent(id))
		return true;
	short_id(id, short_form);
	held = find(w->slot, w->slots, short_form);
	return held->taken && held->file == file && held->offset == offset;
}

size_t
winners_count(const struct winners *w)
{
	return w->count;
}
