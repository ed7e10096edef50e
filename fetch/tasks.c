/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tasks.h"

#include <stdlib.h>
#include <string.h>

struct recipe_slot {
	const char *name;
	struct recipe recipe;
	struct mask mask;
};

static struct recipe_slot *
slot_find(struct tasks *t, const char *name)
{
	size_t i;

	for (i = 0; i < t->slot_count; i++)
		if (strcmp(t->slot[i].name, name) == 0)
			return &t->slot[i];
	return NULL;
}

/* Slots are made for all rows beforehand, because rows point into them. */
static struct recipe_slot *
slot_read(struct tasks *t, const char *name, const char *sources,
	struct complaint *c)
{
	struct recipe_slot *slot = &t->slot[t->slot_count];

	if (recipe_read(&slot->recipe, name, sources, c) != 0)
		return NULL;
	slot->name = name;
	t->slot_count++;
	return mask_init(&slot->mask, &slot->recipe, c) == 0 ? slot : NULL;
}

static int
task_read(struct tasks *t, const struct plan *plan,
	const struct plan_row *row, const char *sources, struct complaint *c)
{
	struct recipe_slot *slot = slot_find(t, row->recipe);
	struct task *task = &t->task[t->count];
	struct complaint why = {0};
	const struct paginate_aim aim = {.plan = plan, .since = -1,
	    .from = 0, .to = 1};
	struct paginate p;
	int result;

	if (slot == NULL)
		slot = slot_read(t, row->recipe, sources, &why);
	if (slot == NULL)
		return complain_line(c, plan->path, row->line, "%s",
		    why.text);
	if (recipe_check_row(&slot->recipe, plan->path, row, c) != 0)
		return -1;
	task->row = (struct row_task){row, &slot->recipe, &slot->mask};
	task->wanted = true;
	t->count++;
	if (slot->recipe.transport == RECIPE_FILE)
		return 0;
	t->needs_network = true;
	paginate_init(&p, &slot->recipe, row);
	paginate_aim(&p, &aim);
	result = paginate_url(&p, task->url, &why);
	paginate_release(&p);
	mask_complaint(&slot->mask, &why);
	return result == 0 ? 0 : complain_line(c, plan->path, row->line, "%s",
	    why.text);
}

static bool
is_wanted(const struct plan_row *row, const char *only)
{
	return only == NULL || strcmp(row->key, only) == 0 ||
	    strcmp(row->recipe, only) == 0;
}

int
tasks_read(struct tasks *t, const struct plan *plan, const char *only,
	const char *sources, struct complaint *c)
{
	size_t i;

	*t = (struct tasks){0};
	if (plan->row_count == 0)
		return 0;
	t->task = calloc(plan->row_count, sizeof(*t->task));
	t->slot = calloc(plan->row_count, sizeof(*t->slot));
	if (t->task == NULL || t->slot == NULL)
		return complain(c, 0, "%s: no memory", plan->path);
	for (i = 0; i < plan->row_count; i++)
		if (is_wanted(&plan->row[i], only) && task_read(t, plan,
		    &plan->row[i], sources, c) != 0)
			return -1;
	if (t->count == 0 && only != NULL)
		return complain(c, 0, "%s: no row and no recipe is called "
		    "%.100s", plan->path, only);
	if (t->needs_network && plan->contact == NULL)
		return complain(c, 0, "%s: \"contact\" is missing: who is "
		    "asked must be able to tell who asks", plan->path);
	return 0;
}

void
tasks_release(struct tasks *t)
{
	size_t i;

	for (i = 0; i < t->slot_count; i++) {
		recipe_release(&t->slot[i].recipe);
		mask_release(&t->slot[i].mask);
	}
	free(t->slot);
	free(t->task);
	*t = (struct tasks){0};
}
