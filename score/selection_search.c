/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection_search.h"

#include <errno.h>
#include <stdlib.h>

#include "arena.h"
#include "explain.h"
#include "jsonl.h"
#include "reviews.h"
#include "selection.h"
#include "stream.h"
#include "winners.h"
#include "workspace.h"

enum {
	LINE_BYTES_MAX = 2 * JSONL_LINE_MAX,	/* with what was before */
	PAGE_MAX = 1 << 30,
};

enum pass { OFFER, NOTE, COUNT };

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
	struct winners *winners;
	struct selection_facts *facts;
	struct stream *stream;
	struct arena arena;
	struct buffer line, room;
	struct workspace workspace;
	struct workspace_list files, changes;
	char reviews[WORKSPACE_PATH_MAX], changed[WORKSPACE_PATH_MAX];
};

/* ---- a line ---- */

/* The id of a line; absent where the line is none. */
static struct text
id_of(struct search *k, struct text line)
{
	struct jsonl_object o;
	size_t fault;

	arena_clear(&k->arena);
	if (!jsonl_scan(line, &o, &fault))
		return (struct text){NULL, 0};
	return jsonl_string(jsonl_get(&o, "id"), &k->arena);
}

/* What is a matter of all reviews. */
static int
note(struct search *k, struct text line)
{
	struct review_reader_line read;
	struct complaint bad;
	int result = 0;

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

/* Of reviews with equal ids the one counts that the summary counts. */
static int
look_at(struct search *k, const struct reviews *r, struct text line,
	enum pass what)
{
	struct review_reader_line read;
	struct complaint bad;
	uint64_t place = reviews_place(r);

	if (what == OFFER)
		return winners_offer(k->winners, line, id_of(k, line), place,
		    k->c);
	if (!winners_is(k->winners, place))
		return 0;
	if (what == NOTE)
		return note(k, line);
	if (winners_has_history(k->winners, place)) {
		buffer_clear(&k->line);
		if (winners_write(k->winners, line, place, &k->line) == -1)
			return complain(k->c, ENOMEM, "%s", r->name);
		line = (struct text){k->line.bytes, k->line.length};
	}
	arena_clear(&k->arena);
	if (review_read(&read, line, &k->arena, &bad) == -1 ||
	    read.type != REVIEW_REVIEW || read.empty)
		return 0;
	return count_review(k, &read.review);
}

/* ---- passes ---- */

static int
pass(struct search *k, enum pass what)
{
	struct reviews r;
	struct text line;
	int got, result = 0;

	reviews_open(&r, k->files.path, k->files.count, k->reviews);
	r.path_count = k->files.count;
	r.quiet = true;
	while (result == 0 && (got = reviews_next(&r, &line, k->c)) != 0)
		result = got == -2 ? -1 : got == 1 ? look_at(k, &r, line,
		    what) : 0;
	reviews_close(&r);
	return result;
}

/* What parse noticed from run to run; these lines have no versions. */
static int
note_changes(struct search *k)
{
	struct reviews r;
	struct text line;
	int got, result = 0;

	reviews_open(&r, k->changes.path, k->changes.count, k->changed);
	r.path_count = k->changes.count;
	r.quiet = true;
	while (result == 0 && (got = reviews_next(&r, &line, k->c)) != 0)
		result = got == -2 ? -1 : got == 1 ? note(k, line) : 0;
	reviews_close(&r);
	return result;
}

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

	return pass(k, OFFER) == -1 ||
	    winners_decide(k->winners, k->c) == -1 || (facts &&
	    (pass(k, NOTE) == -1 || note_changes(k) == -1)) ||
	    pass(k, COUNT) == -1 ? -1 : 0;
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
	struct workspace *w = &k->workspace;
	size_t i;

	k->sought = calloc(k->count + 1, sizeof(*k->sought));
	k->winners = winners_create(NULL, WINNERS_HELD);
	k->facts = selection_facts_create();
	if (k->of->stream != NULL)
		k->stream = stream_open(k->of->stream);
	if (k->sought == NULL || k->winners == NULL || k->facts == NULL ||
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
	return workspace_path(w, "reviews", k->reviews, k->c) < 0 ||
	    workspace_files(w, "reviews", ".jsonl", &k->files, k->c) < 0 ||
	    workspace_path(w, "changes", k->changed, k->c) < 0 ||
	    workspace_files(w, "changes", ".jsonl", &k->changes, k->c) < 0 ?
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
	workspace_list_release(&k->files);
	workspace_list_release(&k->changes);
	winners_free(k->winners);
	selection_facts_free(k->facts);
	stream_free(k->stream);
	arena_release(&k->arena);
	buffer_release(&k->line);
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
	arena_init(&k->arena, LINE_BYTES_MAX);
	buffer_init(&k->line, LINE_BYTES_MAX);
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
