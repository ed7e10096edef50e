/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages that say nothing of themselves, read by what they show: recipes for
 * html, found by their marks or asked for by name.
 */
#include "view.h"

#include <stdio.h>
#include <string.h>

#include "doubt.h"
#include "records_tree.h"
#include "strip.h"

enum { PROFILE_ARENA = 8 << 20, NAME_LENGTH = 80 };

struct profile {
	struct view *view;
	const struct recipe *recipe;
	char name[NAME_LENGTH];		/* of the extractor */
	int failed;
};

/* What says which program made a page stands at its beginning. */
static void
mark_by_head(struct view *v, const char *mark, size_t profile)
{
	struct text head = v->text;

	if (head.length > RECIPE_MARK_HEAD)
		head.length = RECIPE_MARK_HEAD;
	if (!v->has_profile[profile] &&
	    strip_find(head, 0, mark, mark[0]) < head.length)
		v->has_profile[profile] = true;
}

void
view_mark_profiles(struct view *v)
{
	size_t i, k;

	v->mark = arena_take(&v->scratch, VIEW_MARKS_MAX * sizeof(*v->mark));
	for (i = 0; v->mark != NULL && i < v->profile_count &&
	    i < VIEW_PROFILES_MAX; i++)
		for (k = 0; k < v->profile[i]->mark_count &&
		    v->mark_count < VIEW_MARKS_MAX; k++) {
			const char *s = v->profile[i]->mark[k];
			const char *word = strstr(s, "eview");

			if (word == NULL)
				mark_by_head(v, s, i);
			else
				v->mark[v->mark_count++] = (struct view_mark){s,
				    strlen(s), (size_t)(word - s), i};
		}
}

static bool
has_needs(const struct recipe *recipe, const struct review *r)
{
	const struct text all[RECIPE_FIELDS] = {
		[RECIPE_ID] = r->native_id, [RECIPE_ITEM] = r->item,
		[RECIPE_URL] = r->url, [RECIPE_LANGUAGE] = r->language,
		[RECIPE_RATING] = r->rating, [RECIPE_TITLE] = r->title,
		[RECIPE_TEXT] = r->body, [RECIPE_POSITIVE] = r->positive,
		[RECIPE_NEGATIVE] = r->negative, [RECIPE_AUTHOR] = r->author,
		[RECIPE_PUBLISHED] = r->published,
		[RECIPE_MODIFIED] = r->modified, [RECIPE_REPLY] = r->reply,
		[RECIPE_REPLY_DATE] = r->reply_date,
		[RECIPE_UPVOTES] = r->upvotes,
		[RECIPE_LOCATION] = r->location,
		[RECIPE_VERIFIED] = r->verified,
		[RECIPE_VERSION] = r->version,
	};
	size_t i;

	for (i = 0; i < RECIPE_FIELDS; i++)
		if (recipe->needs[i] && all[i].length == 0)
			return false;
	return true;
}

static int
take(void *context, struct review *r)
{
	struct profile *p = context;

	if (!has_needs(p->recipe, r))
		return 0;
	r->extractor = text_of(p->name);
	r->url = view_url(p->view, r->url);
	p->failed = extract_keep_review(p->view->x, r) < 0;
	return p->failed;
}

static void
ignore(void *context, const struct complaint *c)
{
	(void)context;
	(void)c;
}

static int
read_by(struct view *v, const struct recipe *recipe, struct complaint *c)
{
	struct profile p = {.view = v, .recipe = recipe};
	struct records_tree tree = {NULL, "page", true};
	struct records_how how = {.recipe = recipe, .fetched = v->fetched,
	    .language = v->language, .take = take, .bad = ignore,
	    .context = &p};
	struct arena values;
	int result;

	if (!html_xpath_may_find((const char *const *)recipe->records_path,
	    recipe->records_count, v->text) || view_tree(v) == NULL)
		return 0;
	tree.document = v->tree;
	snprintf(p.name, sizeof(p.name), "recipe:%.60s", recipe->id);
	arena_init(&values, PROFILE_ARENA);
	how.arena = &values;
	result = records_tree_each(&tree, &how, c);
	arena_release(&values);
	v->x->cut = v->x->cut || html_xpath_spent(v->tree);
	return p.failed ? complain(c, 0, "no memory") : result;
}

/* False where the recipe was asked for by name and is done. */
static bool
is_due(const struct view *v, size_t i, bool fallback)
{
	const struct recipe *r = v->profile[i];

	return i < VIEW_PROFILES_MAX && r->format == RECIPE_HTML &&
	    r->fallback == fallback && v->has_profile[i] && r != v->named;
}

static bool
probe(const struct view *v)
{
	size_t i;

	for (i = 0; i < v->profile_count && i < VIEW_PROFILES_MAX; i++)
		if (v->has_profile[i])
			return true;
	return v->named != NULL;
}

static int
run(struct view *v, struct complaint *c)
{
	size_t i;

	if (v->named != NULL && read_by(v, v->named, c) < 0)
		return -1;
	for (i = 0; i < v->profile_count; i++)
		if (is_due(v, i, false) && read_by(v, v->profile[i], c) < 0)
			return -1;
	return 0;
}

static int
run_fallback(struct view *v, struct complaint *c)
{
	size_t i;

	/* Beside markup that says the same of all, only to compare. */
	v->x->merge_only = v->x->review_count > 0;
	for (i = 0; i < v->profile_count; i++)
		if ((!v->x->merge_only || doubt_is_due(v->x)) &&
		    is_due(v, i, true) && read_by(v, v->profile[i], c) < 0)
			return -1;
	return 0;
}

const struct extractor profile_extractor = {"recipe", probe, run};
const struct extractor fallback_extractor = {"fallback", probe, run_fallback};
