/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_lines.h"

#include <errno.h>
#include <string.h>

int
explain_lines_open(struct explain_lines *l, const char *folder, bool rescan,
	struct complaint *stale, struct complaint *c)
{
	*l = (struct explain_lines){.workspace.lock = -1};
	stale->text[0] = '\0';
	shortlist_init(&l->list);
	if (strlen(folder) >= sizeof(l->workspace.folder))
		return complain(c, ENAMETOOLONG, "-C");
	strcpy(l->workspace.folder, folder);
	/* Reading takes no lock, and leaves nothing in the workspace. */
	if (passes_open(&l->passes, &l->workspace, NULL, c) < 0)
		return -1;
	if (!rescan)
		trail_open(&l->trail, &l->workspace, &l->passes.files,
		    &l->passes.changes, stale);
	l->all = l->trail == NULL;
	return 0;
}

void
explain_lines_close(struct explain_lines *l)
{
	trail_close(l->trail);
	passes_release(&l->passes);
	shortlist_release(&l->list);
}

int
explain_lines_choose(struct explain_lines *l, struct complaint *c)
{
	l->passes.only = l->all ? NULL : &l->list;
	return passes_choose(&l->passes, c);
}

struct passing {
	int (*each)(void *context, struct text line);
	void *context;
};

static int
pass_on(void *context, struct reviews *r, struct text line)
{
	struct passing *k = context;

	(void)r;
	return k->each(k->context, line);
}

int
explain_lines_each(struct explain_lines *l, int (*each)(
	void *context, struct text line), void *context, struct complaint *c)
{
	struct passing k = {each, context};
	struct pass pass = {.line = pass_on, .context = &k};

	return passes_reviews(&l->passes, &pass, c);
}

int
explain_lines_changes(struct explain_lines *l, int (*each)(
	void *context, struct text line), void *context, struct complaint *c)
{
	struct passing k = {each, context};
	struct pass pass = {.line = pass_on, .context = &k};

	return passes_changes(&l->passes, &pass, c);
}
