/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_ids.h"

#include <stdlib.h>
#include <string.h>

int
explain_ids_add(struct explain_ids *s, struct text id)
{
	char *copy;

	if (text_is_absent(id))
		return 0;
	if (s->count == s->capacity) {
		size_t capacity = 2 * s->capacity + 64;
		char **more = realloc(s->id, capacity * sizeof(*more));

		if (more == NULL)
			return -1;
		s->id = more;
		s->capacity = capacity;
	}
	copy = malloc(id.length + 1);
	if (copy == NULL)
		return -1;
	memcpy(copy, id.bytes, id.length);
	copy[id.length] = '\0';
	s->id[s->count++] = copy;
	return 0;
}

void
explain_ids_remove(struct explain_ids *s, struct text id)
{
	size_t i;

	for (i = s->count; i > 0; i--)
		if (text_is(id, s->id[i - 1])) {
			free(s->id[i - 1]);
			s->id[i - 1] = s->id[--s->count];
			return;
		}
}

/* The depth of a summary is that of its lists. */
static int
add_depth(struct explain_ids *s, const struct json *v, int depth)
{
	const struct json *m;
	bool ids;

	if (depth == 0)
		return 0;
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		const char *name = json_name(m);

		ids = name != NULL && strcmp(name, "ids") == 0;
		if (name != NULL && strcmp(name, "id") == 0 &&
		    explain_ids_add(s, json_text(m)) < 0)
			return -1;
		if (ids) {
			const struct json *e;

			for (e = json_first(m); e != NULL; e = json_next(e))
				if (explain_ids_add(s, json_text(e)) < 0)
					return -1;
		} else if (add_depth(s, m, depth - 1) < 0) {
			return -1;
		}
	}
	return 0;
}

int
explain_ids_add_json(struct explain_ids *s, const struct json *v)
{
	return add_depth(s, v, 4);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
explain_ids_end(struct explain_ids *s)
{
	size_t i, kept = 0;

	if (s->count > 1)
		qsort(s->id, s->count, sizeof(*s->id), compare);
	for (i = 0; i < s->count; i++)
		if (kept > 0 && strcmp(s->id[kept - 1], s->id[i]) == 0)
			free(s->id[i]);
		else
			s->id[kept++] = s->id[i];
	s->count = kept;
}

bool
explain_ids_has(const struct explain_ids *s, struct text id)
{
	size_t low = 0, high = s->count;

	if (text_is_absent(id))
		return false;
	while (low < high) {
		size_t middle = low + (high - low) / 2, n =
		    strlen(s->id[middle]);
		size_t shorter = n < id.length ? n : id.length;
		int order = memcmp(s->id[middle], id.bytes, shorter);

		if (order == 0)
			order = (n > id.length) - (n < id.length);
		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

void
explain_ids_free(struct explain_ids *s)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		free(s->id[i]);
	free(s->id);
	*s = (struct explain_ids){0};
}
