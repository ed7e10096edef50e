/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sightings.h"

#include <stdlib.h>
#include <string.h>

#include "changes.h"

enum { ROOM_FIRST = 1024 };

static uint64_t
hash(const char *id)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (; *id != '\0'; id++)
		h = (h ^ (unsigned char)*id) * 0x100000001b3u;
	return h;
}

struct sighting *
sightings_find(const struct sightings *s, const char *id)
{
	size_t i = (size_t)hash(id) & (s->room - 1);

	while (s->slot[i].id[0] != '\0' && strcmp(s->slot[i].id, id) != 0)
		i = (i + 1) & (s->room - 1);
	return &s->slot[i];
}

int
sightings_grow(struct sightings *s)
{
	struct sightings more = {.count = s->count,
	    .room = s->room == 0 ? ROOM_FIRST : 2 * s->room};
	size_t i;

	if (2 * s->count < s->room)
		return 0;
	if (s->count > CHANGES_IDS_MAX)
		return -1;
	more.slot = calloc(more.room, sizeof(*more.slot));
	if (more.slot == NULL)
		return -1;
	for (i = 0; i < s->room; i++)
		if (s->slot[i].id[0] != '\0')
			*sightings_find(&more, s->slot[i].id) = s->slot[i];
	free(s->slot);
	*s = more;
	return 0;
}

void
sightings_release(struct sightings *s)
{
	free(s->slot);
	*s = (struct sightings){0};
}
