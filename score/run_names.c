/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run_names.h"

#include <stdlib.h>
#include <string.h>

/* NULL where there is no name that is a time. */
static const char *
name_of(const struct review *r)
{
	struct text row, run;
	const char *name;
	size_t i;

	if (r->first_run.length == RUN_NAME)	/* chosen once before */
		name = r->first_run.bytes;
	else if (review_capture_split(&r->capture, &row, &run) &&
	    run.length >= RUN_NAME)
		name = run.bytes;
	else
		return NULL;
	for (i = 0; i < RUN_NAME; i++)
		if (strchr("0123456789TZ", name[i]) == NULL ||
		    name[i] == '\0')
			return NULL;
	return name;
}

static int
grow(struct run_names *n)
{
	size_t capacity = 2 * n->capacity + 16;
	void *more = realloc(n->name, capacity * sizeof(*n->name));

	if (more == NULL)
		return -1;
	n->name = more;
	n->capacity = capacity;
	return 0;
}

/* Lines of one run stand together, so the last is looked at first. */
int
run_names_add(struct run_names *n, const struct review *r, uint16_t *number)
{
	const char *name = name_of(r);
	size_t i;

	*number = 0;
	if (name == NULL)
		return 0;
	for (i = n->count; i > 0; i--)
		if (memcmp(n->name[i - 1], name, RUN_NAME) == 0) {
			*number = (uint16_t)i;
			return 0;
		}
	if (n->count == RUN_NAMES_MAX)
		return 0;
	if (n->count == n->capacity && grow(n) < 0)
		return -1;
	memcpy(n->name[n->count], name, RUN_NAME);
	n->name[n->count++][RUN_NAME] = '\0';
	*number = (uint16_t)n->count;
	return 0;
}

const char *
run_names_get(const struct run_names *n, uint16_t number)
{
	return n->name[number - 1];
}

void
run_names_release(struct run_names *n)
{
	free(n->name);
	*n = (struct run_names){0};
}
