/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection_search.h"

#include <errno.h>
#include <stdlib.h>

#include "arena.h"
#include "explain.h"
#include "passes.h"
#include "selection.h"
#include "stream.h"

enum { PAGE_MAX = 1 << 30 };

struct sought {
	char *name;			/* its own, which reading may change */
	struct selection selection;
	struct buffer pages;
	int64_t reviews;
};

struct search {
	const struct explain_reviews *of;
	struct complaint *c;
	struct sought *sought;
	size_t count;
	struct passes passes;
	struct selection_facts *facts;
	struct stream *stream;
	struct arena arena;		/* of a line */
	struct buffer room;		/* of stream.h */
	struct workspace workspace;
};

/* ---- a line ---- */

/* What is a matter of all reviews. */
static int
note_line(void *context, struct reviews *r, struct text line)
{
	struct search *k = context;
	struct review_reader_line read;
	struct complaint bad;
	int result = 0;

	(void)r;
	arena_clear(&k->arena);
	if (review_read(&read, line, &k->arena, &bad) == -1 || read.empty)
		return 0;
	if (read.type == REVIEW_REVIEW)
		result = selection_facts_review(k->facts, &read.review);
	else if (read.type == REVIEW_CHANGE)
		result = selection_facts_change(k->facts, &read.change);
	return result == 0 ? 0 : complain(k->c, ENOMEM, "reviews");
}

static int
add_page(struct search *k, struct sought *a, const struct review *r,
	const struct sentiment *s)
{
	if (a->reviews > k->of->limit)
		return 0;
	buffer_add_string(&a->pages, "\n----\n\n");
	return explain_write(&a->pages, r, s) == 0 ? 0 :
	    complain(k->c, ENOMEM, "no room to explain it");
}

static int
count_review(struct search *k, const struct review *r)
{
	struct sentiment s;
	size_t i;

	if (k->stream != NULL && !stream_may_take(k->stream, r, &k->room))
		return 0;
	sentiment_review(k->of->scorer, r, NULL, &s);
	if (k->stream != NULL && !stream_takes(k->stream, &s))
		return 0;
	for (i = 0; i < k->count; i++) {
		if (!selection_has(&k->sought[i].selection, r, &s))
			continue;
		k->sought[i].reviews++;
		if (add_page(k, &k->sought[i], r, &s) == -1)
			return -1;
	}
	return 0;
}

static int
count_line(void *context, struct reviews *r, struct text line)
{
	struct search *k = context;
	struct review_reader_line read;
	struct complaint bad;

	(void)r;
	arena_clear(&k->arena);
	if (review_read(&read, line, &k->arena, &bad) == -1 ||
	    read.type != REVIEW_REVIEW || read.empty)
		return 0;
	return count_review(k, &read.review);
}

/* ---- passes ---- */

static bool
asks_for(const struct search *k, enum selection_what what)
{
	size_t i, n;

	for (i = 0; i < k->count; i++)
		for (n = 0; n < k->sought[i].selection.count; n++)
			if (k->sought[i].selection.condition[n].what == what)
				return true;
	return false;
}

static int
pass_all(struct search *k)
{
	bool facts = asks_for(k, SELECT_ANSWERABLE) ||
	    asks_for(k, SELECT_VANISHED);

	struct pass note = {.line = note_line, .context = k};
	struct pass count = {.line = count_line, .context = k};

	return passes_choose(&k->passes, k->c) == -1 || (facts &&
	    (passes_reviews(&k->passes, &note, k->c) == -1 ||
	    passes_changes(&k->passes, &note, k->c) == -1)) ||
	    passes_reviews(&k->passes, &count, k->c) == -1 ? -1 : 0;
}

/* ---- names ---- */

static bool
read_name(struct selection *selection, const char *name, char **own)
{
	struct complaint ignored;

	*own = strdup(name);
	return *own != NULL && selection_read(selection, *own, &ignored) == 0;
}

bool
selection_search_knows(char *const *name, size_t count)
{
	struct selection selection;
	bool known = count > 0;
	char *own;
	size_t i;

	for (i = 0; i < count && known; i++) {
		known = read_name(&selection, name[i], &own);
		free(own);
	}
	return known;
}

static enum status
open_all(struct search *k, char *const *name)
{
	size_t i;

	k->sought = calloc(k->count + 1, sizeof(*k->sought));
	k->facts = selection_facts_create();
	if (k->of->stream != NULL)
		k->stream = stream_open(k->of->stream);
	if (k->sought == NULL || k->facts == NULL ||
	    (k->of->stream != NULL && k->stream == NULL)) {
		complain(k->c, ENOMEM, "explain");
		return STATUS_RETRY;
	}
	for (i = 0; i < k->count; i++) {
		struct sought *a = &k->sought[i];

		buffer_init(&a->pages, PAGE_MAX);
		a->name = strdup(name[i]);
		if (a->name == NULL || selection_read(&a->selection, a->name,
		    k->c) == -1)
			return STATUS_USAGE;
		a->selection.facts = k->facts;
	}
	return passes_open(&k->passes, &k->workspace, NULL, k->c) < 0 ?
	    STATUS_RETRY : STATUS_DONE;
}

static void
close_all(struct search *k)
{
	size_t i;

	for (i = 0; k->sought != NULL && i < k->count; i++) {
		free(k->sought[i].name);
		buffer_release(&k->sought[i].pages);
	}
	free(k->sought);
	passes_release(&k->passes);
	selection_facts_free(k->facts);
	stream_free(k->stream);
	arena_release(&k->arena);
	buffer_release(&k->room);
}

static void
write_pages(const struct search *k, char *const *name, struct buffer *page)
{
	size_t i;

	for (i = 0; i < k->count; i++) {
		const struct sought *a = &k->sought[i];
		int64_t shown = a->reviews < k->of->limit ? a->reviews :
		    k->of->limit;

		buffer_add_string(page, i > 0 ? "\n====\n\n" : "");
		buffer_add_format(page, "%lld reviews; the first %lld of "
		    "them\nselected %s\n", (long long)a->reviews,
		    (long long)shown, name[i]);
		if (a->pages.length > 0)
			buffer_add(page, a->pages.bytes, a->pages.length);
	}
}

enum status
selection_search(const struct explain_reviews *of, char *const *name,
	size_t count, struct buffer *page, struct complaint *c)
{
	struct search *k = calloc(1, sizeof(*k));
	enum status status;

	if (k == NULL || strlen(of->folder) >= sizeof(k->workspace.folder)) {
		free(k);
		complain(c, ENOMEM, "explain");
		return STATUS_RETRY;
	}
	k->of = of;
	k->c = c;
	k->count = count;
	k->workspace.lock = -1;
	strcpy(k->workspace.folder, of->folder);
	arena_init(&k->arena, PASSES_LINE_MAX);
	buffer_init(&k->room, STREAM_TEXT_MAX);
	status = open_all(k, name);
	if (status == STATUS_DONE && pass_all(k) == -1)
		status = STATUS_RETRY;
	if (status == STATUS_DONE)
		write_pages(k, name, page);
	close_all(k);
	free(k);
	return status;
}
