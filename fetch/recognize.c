/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recognize.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "http.h"
#include "link.h"

enum {
	ARENA_MAX = 4 << 20,
	/* What the address says weighs more than anything on its page, a
	 * mark on the page more than a link to something else. */
	WEIGHT_URL = 20000, WEIGHT_PAGE = 10000,
};

int
recognize_list(const char *folder, struct workspace_list *list,
	struct complaint *c)
{
	struct workspace w = {.lock = -1};
	size_t i;

	if (folder == NULL && workspace_data("sources", w.folder, c) < 0)
		return -1;
	if (folder != NULL)
		snprintf(w.folder, sizeof(w.folder), "%s", folder);
	if (workspace_files(&w, ".", ".json", list, c) < 0)
		return -1;
	for (i = 0; i < list->count; i++)
		list->path[i][strlen(list->path[i]) - 5] = '\0';
	return 0;
}

/* What a match is tried on. */
struct subject {
	const char *url;
	const char *page;		/* NULL: not asked for */
	regmatch_t group[RECIPE_GROUPS];
	const char *link;
};

static bool
page_has(const char *page, const char *pattern)
{
	regex_t compiled;
	bool has;

	if (regcomp(&compiled, pattern, REG_EXTENDED | REG_ICASE | REG_NOSUB)
	    != 0)
		return false;
	has = regexec(&compiled, page, 0, NULL, 0) == 0;
	regfree(&compiled);
	return has;
}

static bool
link_of(struct subject *s, const char *type, struct arena *a)
{
	char full[HTTP_URL];
	struct complaint ignored;
	struct buffer target;
	bool found;

	buffer_init(&target, LINK_MAX);
	found = link_html_alternate(text_of(s->page), type, &target) &&
	    buffer_add(&target, "", 1) == 0 &&
	    http_url_read(s->url, target.bytes, full, &ignored) == 0;
	buffer_release(&target);
	s->link = found ? arena_string(a, full) : NULL;
	return s->link != NULL;
}

static bool
fits(const struct recipe_match *m, struct subject *s, struct arena *a)
{
	regex_t compiled;
	bool fit;

	if ((m->page != NULL || m->link != NULL) != (s->page != NULL))
		return false;
	if (regcomp(&compiled, m->url, REG_EXTENDED | REG_ICASE) != 0)
		return false;
	fit = regexec(&compiled, s->url, RECIPE_GROUPS, s->group, 0) == 0;
	regfree(&compiled);
	return fit && (m->page == NULL || page_has(s->page, m->page)) &&
	    (m->link == NULL || link_of(s, m->link, a));
}

/* A parameter's value: \0 to \9 and {link} filled in. */
static struct text
fill(const char *value, const struct subject *s, struct arena *a)
{
	struct buffer b;
	struct text made;

	buffer_init(&b, HTTP_URL + HTTP_URL);
	buffer_add(&b, "", 0);
	while (*value != '\0') {
		if (value[0] == '\\' && value[1] >= '0' && value[1] <= '9') {
			const regmatch_t *g = &s->group[value[1] - '0'];

			if (value[1] == '0')
				buffer_add_string(&b, s->url);
			else if (g->rm_so >= 0)
				buffer_add(&b, s->url + g->rm_so,
				    (size_t)(g->rm_eo - g->rm_so));
			value += 2;
		} else if (strncmp(value, "{link}", 6) == 0) {
			buffer_add_string(&b, s->link == NULL ? "" : s->link);
			value += 6;
		} else
			buffer_add_char(&b, *value++);
	}
	made = b.failed || b.length == 0 ? (struct text){NULL, 0} :
	    (struct text){arena_copy(a, b.bytes, b.length), b.length};
	buffer_release(&b);
	return made;
}

static void
keep(struct recognition *r, const struct recipe *recipe,
	const struct recipe_match *m, const struct subject *s)
{
	struct recognized one = {
		.recipe = arena_string(&r->arena, recipe->id),
		.title = arena_string(&r->arena, recipe->title),
		.weight = strlen(m->url) + (s->page == NULL ? WEIGHT_URL :
		    m->page != NULL ? WEIGHT_PAGE : 0),
	};
	size_t at = r->count, i;

	one.param = arena_take(&r->arena, (m->param_count + 1) *
	    sizeof(*one.param));
	if (r->count == RECOGNIZE_MAX || one.param == NULL)
		return;
	for (i = 0; i < m->param_count; i++) {
		struct text value = fill(m->param[i].value.bytes, s,
		    &r->arena);

		if (value.length > 0)
			one.param[one.param_count++] = (struct recipe_pair){
			    arena_string(&r->arena, m->param[i].name), value};
	}
	for (; at > 0 && r->found[at - 1].weight < one.weight; at--)
		r->found[at] = r->found[at - 1];
	r->found[at] = one;
	r->count++;
}

static int
try_recipe(struct recognition *r, const char *name, const char *folder,
	struct subject *s, struct complaint *c)
{
	struct recipe recipe;
	size_t i;

	if (recipe_read(&recipe, name, folder, c) < 0)
		return -1;
	for (i = 0; i < recipe.match_count; i++)
		if (fits(&recipe.match[i], s, &r->arena)) {
			keep(r, &recipe, &recipe.match[i], s);
			break;
		}
	recipe_release(&recipe);
	return 0;
}

int
recognize(struct recognition *r, const char *folder, const char *url,
	struct text page, struct complaint *c)
{
	struct subject s = {.url = url};
	struct workspace_list list;
	char *copy = NULL;
	size_t i;
	int result = 0;

	*r = (struct recognition){.count = 0};
	arena_init(&r->arena, ARENA_MAX);
	if (!text_is_absent(page)) {
		/* regexec() wants a string: a NUL in a page ends nothing. */
		size_t length = page.length < RECOGNIZE_PAGE_MAX ?
		    page.length : RECOGNIZE_PAGE_MAX;

		if ((copy = malloc(length + 1)) == NULL)
			return complain(c, 0, "no memory for %.200s", url);
		for (i = 0; i < length; i++)
			copy[i] = page.bytes[i] == '\0' ? ' ' : page.bytes[i];
		copy[length] = '\0';
		s.page = copy;
	}
	if (recognize_list(folder, &list, c) < 0)
		result = -1;
	for (i = 0; result == 0 && i < list.count; i++)
		result = try_recipe(r, list.path[i], folder, &s, c);
	workspace_list_release(&list);
	free(copy);
	return result;
}

void
recognition_release(struct recognition *r)
{
	arena_release(&r->arena);
	r->count = 0;
}
