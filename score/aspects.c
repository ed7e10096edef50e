/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aspects.h"

#include <string.h>

static const char *const stages[STAGES] = {"find", "buy", "receive", "use",
    "help", "return"};

void
aspects_release(struct aspects *a)
{
	phrases_release(&a->terms);
}

static bool
is_name(struct text t)
{
	for (size_t i = 0; i < t.length; i++)
		if (!(t.bytes[i] >= 'a' && t.bytes[i] <= 'z') &&
		    !(t.bytes[i] >= '0' && t.bytes[i] <= '9') &&
		    t.bytes[i] != '-')
			return false;
	return t.length > 0 && t.length <= ASPECTS_NAME_MAX;
}

/* The number of a name, made if it is new; -1 where there is no room. */
static int
number_of(struct aspects *to, struct text name, struct arena *a)
{
	size_t i = 0;

	while (i < to->names && !text_is(name, to->name[i]))
		i++;
	if (i < to->names)
		return (int)i;
	if (i == ASPECTS_NAMES_MAX)
		return -1;
	to->name[i] = arena_copy(a, name.bytes, name.length);
	if (to->name[i] == NULL)
		return -1;
	to->names++;
	return (int)i;
}

const char *
aspects_row(struct aspects *to, const struct text column[3],
	enum fold_way way, uint32_t section, struct arena *a, int *culprit)
{
	unsigned stage = 0;

	*culprit = 0;
	if (!is_name(column[0]))
		return "no name of an aspect";
	*culprit = 2;
	while (stage < STAGES && !text_is(column[2], stages[stage]))
		stage++;
	if (stage == STAGES)
		return "no stage: find, buy, receive, use, help or return";
	int name = number_of(to, column[0], a);
	*culprit = 0;
	if (name == -1)
		return "too many aspects";
	*culprit = 1;
	return phrases_add(&to->terms, column[1], way, 0,
	    (uint32_t)name * STAGES + stage, section, a);
}

const char *
aspects_name(const struct aspects *a, const struct phrase *p)
{
	return a->name[p->value / STAGES];
}

enum stage
aspects_stage(const struct phrase *p)
{
	return (enum stage)(p->value % STAGES);
}

const char *
stage_name(enum stage stage)
{
	return stages[stage];
}
