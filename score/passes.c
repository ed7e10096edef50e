/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "twice.h"
#include "utf8.h"

int
passes_open(struct passes *p, const struct workspace *w, const char *folder,
	struct complaint *c)
{
	arena_init(&p->arena, PASSES_LINE_MAX);
	buffer_init(&p->line, PASSES_LINE_MAX);
	p->winners = winners_create(folder, WINNERS_HELD);
	if (p->winners == NULL)
		return complain(c, ENOMEM, "%s", w->folder);
	return workspace_path(w, "reviews", p->reviews, c) < 0 ||
	    workspace_files(w, "reviews", ".jsonl", &p->files, c) < 0 ||
	    workspace_path(w, "changes", p->changed, c) < 0 ||
	    workspace_files(w, "changes", ".jsonl", &p->changes, c) < 0 ?
	    -1 : 0;
}

void
passes_release(struct passes *p)
{
	workspace_list_release(&p->files);
	workspace_list_release(&p->changes);
	winners_free(p->winners);
	buffer_release(&p->line);
	arena_release(&p->arena);
}

static int
pass_over(struct reviews *r, struct pass *pass, struct complaint *c)
{
	struct text line;
	int got, result = 0;

	r->quiet = pass->bad == NULL;
	r->trusted = pass->trusted;
	while (result == 0 && (got = reviews_next(r, &line, c)) != 0) {
		if (got == -2)
			result = -1;
		else if (got == 1)
			result = pass->line(pass->context, r, line);
		else if (pass->bad != NULL)
			pass->bad(pass->context);
	}
	pass->bad_lines = r->bad;
	reviews_close(r);
	return result;
}

/* No files is not standard input. */
static void
open_list(struct reviews *r, const struct workspace_list *list,
	const char *folder)
{
	reviews_open(r, list->path, list->count, folder);
	r->path_count = list->count;
}

/* ---- some lines ---- */

struct listed {
	struct reviews r;
	struct pass *pass;
};

static bool
wants_any(void *context, uint32_t mark)
{
	(void)context;
	(void)mark;
	return true;
}

static int
next_listed(void *context, struct text line)
{
	struct listed *k = context;

	k->r.given++;
	return k->pass->line(k->pass->context, &k->r, line);
}

static int
pass_over_files(struct passes *p, struct pass *pass, struct complaint *c)
{
	struct listed k = {.pass = pass};

	if (p->only != NULL)
		return shortlist_read(p->only, p->files.path, p->reviews,
		    wants_any, next_listed, &k, c);
	open_list(&k.r, &p->files, p->reviews);
	return pass_over(&k.r, pass, c);
}

int
passes_changes(struct passes *p, struct pass *pass, struct complaint *c)
{
	struct reviews r;

	open_list(&r, &p->changes, p->changed);
	return pass_over(&r, pass, c);
}

/* ---- which lines count ---- */

struct choice {
	struct passes *passes;
	struct twice *twice;
	struct complaint *c;
};

static int
see(void *context, struct reviews *r, struct text line)
{
	struct choice *k = context;
	struct arena *a = &k->passes->arena;

	(void)r;
	arena_clear(a);
	twice_see(k->twice, twice_id_of(line, a));
	return 0;
}

static int
offer(void *context, struct reviews *r, struct text line)
{
	struct choice *k = context;
	struct arena *a = &k->passes->arena;

	arena_clear(a);
	/* In a pass that trusts its lines this is looked at only here. */
	if (!twice_is(k->twice, twice_id_of(line, a)) ||
	    utf8_valid(line.bytes, line.length) != line.length)
		return 0;
	return winners_offer(k->passes->winners, line,
	    twice_exact_id_of(line, a), reviews_place(r), k->c);
}

/* Bytes of all files of reviews; of one that is gone a pass will say so. */
static uint64_t
bytes_of(const struct passes *p)
{
	enum { LINE_BYTES = 600 };	/* about */
	char path[WORKSPACE_PATH_MAX];
	uint64_t bytes = 0;
	struct stat about;
	size_t i;

	if (p->only != NULL)
		return (uint64_t)p->only->count * LINE_BYTES;
	for (i = 0; i < p->files.count; i++)
		if (snprintf(path, sizeof(path), "%s/%s", p->reviews,
		    p->files.path[i]) < (int)sizeof(path) &&
		    stat(path, &about) == 0)
			bytes += (uint64_t)about.st_size;
	return bytes;
}

/* An id that stands in one line needs no look. */
int
passes_choose(struct passes *p, struct complaint *c)
{
	struct choice k = {p, twice_create(bytes_of(p)), c};
	struct pass pass = {.line = see, .context = &k, .trusted = true};
	int result = k.twice == NULL ? complain(c, ENOMEM, "%s", p->reviews) :
	    pass_over_files(p, &pass, c);

	pass.line = offer;
	if (result == 0 && twice_any(k.twice))
		result = pass_over_files(p, &pass, c);
	twice_free(k.twice);
	return result < 0 ? -1 : winners_decide(p->winners, c);
}

/* ---- what counts ---- */

struct counting {
	struct passes *passes;
	struct pass *pass;
	struct complaint *c;
};

static int
count_line(void *context, struct reviews *r, struct text line)
{
	struct counting *k = context;
	struct passes *p = k->passes;
	uint64_t place = reviews_place(r);

	if (!winners_is(p->winners, place))
		return k->pass->older == NULL ? 0 : k->pass->older(
		    k->pass->context, r, line);
	if (winners_has_history(p->winners, place)) {
		buffer_clear(&p->line);
		if (winners_write(p->winners, line, place, &p->line) < 0)
			return complain(k->c, ENOMEM, "%s", r->name);
		line = (struct text){p->line.bytes, p->line.length};
	}
	return k->pass->line(k->pass->context, r, line);
}

static void
count_bad(void *context)
{
	struct counting *k = context;

	k->pass->bad(k->pass->context);
}

int
passes_reviews(struct passes *p, struct pass *pass, struct complaint *c)
{
	struct counting k = {p, pass, c};
	struct pass counted = {.line = count_line,
	    .bad = pass->bad == NULL ? NULL : count_bad, .context = &k,
	    .trusted = pass->trusted};
	int result = pass_over_files(p, &counted, c);

	pass->bad_lines = counted.bad_lines;
	return result;
}
