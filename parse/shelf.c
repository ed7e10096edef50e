/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shelf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workspace.h"

struct shelf_entry {
	char *name;
	struct recipe *recipe;		/* NULL: could not be read */
	struct complaint why;
};

void
shelf_init(struct shelf *s, const char *folder)
{
	*s = (struct shelf){.folder = folder};
}

void
shelf_release(struct shelf *s)
{
	size_t i;

	for (i = 0; i < s->count; i++) {
		if (s->entry[i].recipe != NULL)
			recipe_release(s->entry[i].recipe);
		free(s->entry[i].recipe);
		free(s->entry[i].name);
	}
	free(s->entry);
	free(s->shipped);
	shelf_init(s, s->folder);
}

static struct shelf_entry *
add_entry(struct shelf *s, const char *name)
{
	struct shelf_entry *grown = NULL, *e;

	if (s->count < SHELF_MAX)
		grown = realloc(s->entry, (s->count + 1) * sizeof(*grown));
	if (grown == NULL)
		return NULL;
	s->entry = grown;
	e = &grown[s->count];
	memset(e, 0, sizeof(*e));
	e->name = strdup(name);
	e->recipe = calloc(1, sizeof(*e->recipe));
	if (e->name == NULL || e->recipe == NULL) {
		free(e->name);
		free(e->recipe);
		return NULL;
	}
	s->count++;
	return e;
}

const struct recipe *
shelf_get(struct shelf *s, const char *name, struct complaint *c)
{
	struct shelf_entry *e = NULL;
	size_t i;

	for (i = 0; i < s->count && e == NULL; i++)
		if (strcmp(s->entry[i].name, name) == 0)
			e = &s->entry[i];
	if (e == NULL) {
		e = add_entry(s, name);
		if (e == NULL) {
			complain(c, ENOMEM, "%.200s", name);
			return NULL;
		}
		if (recipe_read(e->recipe, name, s->folder, &e->why) < 0) {
			free(e->recipe);
			e->recipe = NULL;
		}
	}
	if (e->recipe == NULL)
		*c = e->why;
	return e->recipe;
}

int
shelf_shipped(struct shelf *s, struct complaint *c)
{
	struct workspace_list list;
	struct workspace w = {.lock = -1};
	struct complaint ignored;
	int result = 0;
	size_t i;

	if (s->looked)
		return 0;
	s->looked = true;
	if (s->folder != NULL)
		snprintf(w.folder, sizeof(w.folder), "%s", s->folder);
	else if (workspace_data("sources", w.folder, &ignored) < 0)
		return 0;
	if (workspace_files(&w, ".", ".json", &list, c) < 0)
		return -1;
	if (list.count > 0 && (s->shipped = calloc(list.count,
	    sizeof(const struct recipe *))) == NULL)
		result = complain(c, ENOMEM, "%s", w.folder);
	for (i = 0; i < list.count && s->shipped != NULL; i++) {
		const struct recipe *r;

		list.path[i][strlen(list.path[i]) - strlen(".json")] = '\0';
		r = shelf_get(s, list.path[i], result == 0 ? c : &ignored);
		if (r == NULL)
			result = -1;
		else
			s->shipped[s->shipped_count++] = r;
	}
	workspace_list_release(&list);
	return result;
}
