/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_asked.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES_MAX = 1 << 30, HINT_MAX = 1024 };

struct explain_asked *
explain_asked_create(size_t count)
{
	struct explain_asked *a = calloc(count + 1, sizeof(*a));
	size_t i;

	for (i = 0; a != NULL && i < count; i++)
		buffer_init(&a[i].pages, PAGES_MAX);
	return a;
}

void
explain_asked_free(struct explain_asked *a, size_t count)
{
	size_t i;

	for (i = 0; a != NULL && i < count; i++) {
		explain_figure_free(&a[i].figure);
		buffer_release(&a[i].pages);
		free(a[i].own);
	}
	free(a);
}

/* ---- what is called so ---- */

static bool
is_figure(const struct json *summary, const char *name)
{
	struct explain_figure figure;
	struct figure_path path;
	bool known = figure_path_find(&path, summary, name) &&
	    explain_figure_make(&figure, &path) == 0;

	if (known)
		explain_figure_free(&figure);
	return known;
}

/* Of a name without its brand. */
static bool
add_with_brand(struct buffer *to, const struct json *summary,
	const char *name)
{
	const struct json *b = json_first(json_member(summary, "brands"));
	struct text brand = json_text(json_member(b, "name"));
	struct buffer whole;
	bool known;

	buffer_init(&whole, HINT_MAX);
	buffer_add_format(&whole, "%.*s/%s", (int)brand.length,
	    brand.length == 0 ? "" : brand.bytes, name);
	known = !whole.failed && is_figure(summary, whole.bytes);
	if (!known && !whole.failed) {
		/* Of a brand alone: how many reviews it has. */
		buffer_clear(&whole);
		buffer_add_format(&whole, "%s/reviews", name);
		known = !whole.failed && is_figure(summary, whole.bytes);
	}
	if (known)
		buffer_add(to, whole.bytes, whole.length + 1);
	buffer_release(&whole);
	return known;
}

bool
explain_asked_nearest(struct buffer *to, const struct json *summary,
	const char *name)
{
	return summary != NULL && ((strchr(name, '/') == NULL &&
	    add_with_brand(to, summary, name)) || figure_nearest(summary,
	    name, is_figure, to));
}

static int
complain_unknown(const char *name, const struct json *summary,
	struct complaint *c)
{
	struct figure_path path;
	bool is_list = summary != NULL && figure_path_find(&path, summary,
	    name);
	struct buffer hint;
	bool near;

	if (name[0] == '-')
		return complain(c, 0, "%.200s: options stand in front of "
		    "names", name);
	buffer_init(&hint, HINT_MAX);
	near = explain_asked_nearest(&hint, summary, name);
	complain(c, 0, "%.200s: %s; %s%.300s%ssayso-score(1), FIGURES, says "
	    "how they are named", name, is_list ?
	    "a list or text of the summary: name one of its figures" :
	    figure_path_is_name(name) ? "no figure of this summary, though "
	    "others may have it" :
	    "no figure of the summary, nor a selection of reviews",
	    near ? "did you mean " : "", near && !hint.failed ? hint.bytes :
	    "", near ? "? " : "");
	buffer_release(&hint);
	return -1;
}

/* ---- reading ---- */

static int
read_selection(struct explain_asked *a, const char *name)
{
	struct complaint ignored;

	a->own = strdup(name);
	if (a->own == NULL)
		return -1;
	return selection_read(&a->selection, a->own, &ignored);
}

int
explain_asked_read(struct explain_asked *a, const char *name,
	const struct json *summary, struct complaint *c)
{
	a->name = name;
	a->kind = ASKED_FIGURE;
	if (summary != NULL && figure_path_find(&a->path, summary, name) &&
	    explain_figure_make(&a->figure, &a->path) == 0)
		return 0;
	a->kind = ASKED_SELECTION;
	if (read_selection(a, name) == 0)
		return 0;
	return complain_unknown(name, summary, c);
}
