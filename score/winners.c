/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "winners.h"

#include <stdlib.h>
#include <string.h>

#include "digest.h"

enum { FIRST_SLOTS = 1024 };

struct winner {
	unsigned char id[ID_SIZE];
	struct review_version version;
	uint64_t offset;
	uint32_t file;
	bool taken;
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
	held = find(w->slot, w->slots, offered.id);
	if (!held->taken)
		w->count++;
	/* Equal versions are the same line twice: the first place stays. */
	else if (review_version_compare(&offered.version, &held->version) <= 0)
		return 0;
	*held = offered;
	return 0;
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
