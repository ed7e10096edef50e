/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reviews that are taken out of a page, in short, one a line, each of what
 * it has as name=value.
 */
#ifndef SAYSO_UNIT_TAKEN_H
#define SAYSO_UNIT_TAKEN_H

#include "unit.h"

#include "date.h"
#include "records.h"

static struct complaint c;
static struct arena arena;
static struct buffer shown;
static size_t bad;

static inline int
set_up(void **state)
{
	(void)state;
	arena_init(&arena, RECORDS_ARENA);
	buffer_init(&shown, 1 << 20);
	return 0;
}

static inline int
tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	buffer_release(&shown);
	return 0;
}

static inline void
show(const char *name, struct text t)
{
	if (text_is_absent(t))
		return;
	buffer_add_format(&shown, "%s=", name);
	buffer_add(&shown, t.bytes, t.length);
	buffer_add_char(&shown, ' ');
}

static inline int
take(void *context, struct review *r)
{
	const size_t *most = context;
	static size_t taken;

	taken = shown.length == 0 ? 1 : taken + 1;
	show("id", r->native_id);
	show("r", r->rating);
	show("of", r->best);
	show("from", r->worst);
	show("title", r->title);
	show("t", r->body);
	show("+", r->positive);
	show("-", r->negative);
	show("by", r->author);
	show("at", r->published);
	show("reply", r->reply);
	show("replied", r->reply_date);
	show("up", r->upvotes);
	show("lang", r->language);
	show("verified", r->verified);
	buffer_add_char(&shown, '\n');
	return most != NULL && taken == *most;
}

static inline void
count_bad(void *context, const struct complaint *why)
{
	(void)context;
	bad++;
	c = *why;
}

static inline struct records_how
how_of(const struct recipe *recipe)
{
	return (struct records_how){.recipe = recipe,
	    .fetched = DATE_NO_INSTANT, .arena = &arena, .take = take,
	    .bad = count_bad};
}

/* What a recipe makes of a page, in short. */
static inline const char *
read_page(const struct recipe *recipe, const char *page)
{
	struct records *r = records_open(recipe->format, text_of(page), "f",
	    &c);
	struct records_how how = how_of(recipe);

	buffer_clear(&shown);
	buffer_add(&shown, "", 0);
	bad = 0;
	if (r == NULL)
		return "(not opened)";
	assert_int_equal(records_each(r, &how, &c), 0);
	records_close(r);
	return shown.bytes;
}

#define FIELD(...) \
	{.path = {__VA_ARGS__}, \
	.path_count = sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *)}

static inline struct recipe
json_recipe(const char *records)
{
	return (struct recipe){.id = "test", .format = RECIPE_JSON,
	    .records = records, .records_path = {records},
	    .records_count = records != NULL,
	    .field = {[RECIPE_ID] = FIELD("/id"), [RECIPE_RATING] =
	    FIELD("/r"), [RECIPE_TEXT] = FIELD("/t", "/old/t")}};
}

#endif
