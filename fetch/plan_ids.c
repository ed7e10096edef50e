/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_ids.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool
is_id_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9');
}

static bool
is_id(const char *id)
{
	size_t i;

	/* No point and no slash: the id is a part of file names. */
	for (i = 0; id[i] != '\0'; i++)
		if (!is_id_byte(id[i]) && id[i] != '-' && id[i] != '_')
			return false;
	return i > 0 && i <= PLAN_ID_MAX && is_id_byte(id[0]);
}

int
plan_ids_read(const struct strict *s, const struct json *v, const char **to)
{
	if (strict_string(s, v, to) < 0)
		return -1;
	if (v != NULL && !is_id(*to))
		return strict_fault(s, v, "an id is made of at most %d ASCII "
		    "letters, digits, - and _", (int)PLAN_ID_MAX);
	return 0;
}

/* "Ana & Co" -> "ana-co"; "" where nothing is left. */
static void
slug(char to[PLAN_ID_MAX + 1], const char *name)
{
	size_t used = 0;

	for (; *name != '\0' && used < PLAN_ID_MAX - 8; name++) {
		char c = *name;

		if (is_id_byte(c))
			to[used++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) :
			    c;
		else if (used > 0 && to[used - 1] != '-')
			to[used++] = '-';
	}
	while (used > 0 && to[used - 1] == '-')
		used--;
	to[used] = '\0';
}

/* The name of a recipe that may be a path. */
static void
recipe_slug(char to[PLAN_ID_MAX + 1], const char *recipe)
{
	const char *slash = strrchr(recipe, '/');
	char name[PLAN_ID_MAX + 1];
	size_t length;

	snprintf(name, sizeof(name), "%s", slash == NULL ? recipe : slash + 1);
	length = strlen(name);
	if (length > 5 && strcmp(name + length - 5, ".json") == 0)
		name[length - 5] = '\0';
	slug(to, name);
}

/* A list of ids in which equal ones are told apart. */
struct ids {
	struct plan *plan;
	const char **id;	/* made or said */
	const char **base;	/* without number; NULL where it was said */
	size_t count;
};

static int
ids_open(struct ids *ids, struct plan *p, size_t most, struct complaint *c)
{
	*ids = (struct ids){.plan = p};
	ids->id = arena_take(&p->arena, (most + 1) * sizeof(*ids->id));
	ids->base = arena_take(&p->arena, (most + 1) * sizeof(*ids->base));
	return ids->id == NULL || ids->base == NULL ?
	    complain(c, ENOMEM, "%s", p->path) : 0;
}

/* Adds an id, `said` or made of `base`; NULL with a complaint. */
static const char *
ids_add(struct ids *ids, const char *said, const char *base, size_t line,
	struct complaint *c)
{
	char id[PLAN_ID_MAX + 24];
	size_t i, same = 1;

	for (i = 0; said == NULL && i < ids->count; i++)
		same += ids->base[i] != NULL && strcmp(ids->base[i], base) == 0;
	if (said != NULL)
		snprintf(id, sizeof(id), "%s", said);
	else if (same == 1)
		snprintf(id, sizeof(id), "%s", base);
	else
		snprintf(id, sizeof(id), "%s-%zu", base, same);
	for (i = 0; i < ids->count; i++)
		if (strcmp(ids->id[i], id) == 0) {
			complain_line(c, ids->plan->path, line, "the id "
			    "\"%s\" is there twice; say another \"id\"", id);
			return NULL;
		}
	ids->id[i] = arena_string(&ids->plan->arena, id);
	if (said == NULL)
		ids->base[i] = arena_string(&ids->plan->arena, base);
	if (ids->id[i] == NULL || (said == NULL && ids->base[i] == NULL)) {
		complain(c, ENOMEM, "%s", ids->plan->path);
		return NULL;
	}
	return ids->id[ids->count++];
}

static size_t
first_line(const struct plan *p, const struct plan_brand *brand)
{
	size_t i;

	for (i = 0; i < p->row_count; i++)
		if (p->row[i].brand == brand)
			return p->row[i].line;
	return 1;
}

static int
make_brands(struct plan *p, struct complaint *c)
{
	char base[PLAN_ID_MAX + 1];
	struct ids ids;
	size_t i, k;

	if (ids_open(&ids, p, p->brand_count, c) < 0)
		return -1;
	for (i = 0; i < p->brand_count; i++) {
		for (k = 0; k < i; k++)
			if (strcasecmp(p->brand[k].name, p->brand[i].name) ==
			    0)
				return complain(c, 0, "%s: two brands have "
				    "the name \"%s\"", p->path,
				    p->brand[i].name);
		slug(base, p->brand[i].name);
		if (base[0] == '\0')
			snprintf(base, sizeof(base), "b%zu", i + 1);
		p->brand[i].id = ids_add(&ids, p->brand[i].id, base,
		    first_line(p, &p->brand[i]), c);
		if (p->brand[i].id == NULL)
			return -1;
	}
	return 0;
}

/* Keys of one brand's rows, which stand together from `from` on; returns
 * where the next brand's begin, 0 with a complaint. */
static size_t
make_rows(struct plan *p, size_t from, struct complaint *c)
{
	const struct plan_brand *brand = p->row[from].brand;
	char base[PLAN_ID_MAX + 1], key[PLAN_KEY_MAX];
	const char *id;
	struct ids ids;
	size_t to, i;

	for (to = from; to < p->row_count && p->row[to].brand == brand; to++)
		;
	if (ids_open(&ids, p, to - from, c) < 0)
		return 0;
	for (i = from; i < to; i++) {
		recipe_slug(base, p->row[i].recipe);
		if (base[0] == '\0')
			snprintf(base, sizeof(base), "s%zu", i - from + 1);
		id = ids_add(&ids, p->row[i].key, base, p->row[i].line, c);
		if (id == NULL)
			return 0;
		snprintf(key, sizeof(key), "%s.%s", brand->id, id);
		p->row[i].key = arena_string(&p->arena, key);
		if (p->row[i].key == NULL) {
			complain(c, ENOMEM, "%s", p->path);
			return 0;
		}
	}
	return to;
}

int
plan_ids_make(struct plan *p, struct complaint *c)
{
	size_t i;

	if (make_brands(p, c) < 0)
		return -1;
	for (i = 0; i < p->row_count;)
		if ((i = make_rows(p, i, c)) == 0)
			return -1;
	return 0;
}
