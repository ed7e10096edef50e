/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_reviews.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "explain_figure.h"
#include "explain_page.h"
#include "map.h"
#include "reviews.h"
#include "slurp.h"
#include "tally_top.h"
#include "winners.h"
#include "workspace.h"

enum { SUMMARY_BYTES_MAX = 256 << 20, PAGE_MAX = 1 << 30,
	LINE_BYTES_MAX = 128 << 20 };

/* What a pass over the lines is for. */
enum pass {
	PASS_OFFER,			/* which of equal ids counts */
	PASS_COLLECT,			/* rows that figures need beforehand */
	PASS_COUNT,
};

struct explaining {
	const struct explain_reviews *of;
	struct workspace workspace;
	struct workspace_list files, changes;
	char reviews[WORKSPACE_PATH_MAX], changed[WORKSPACE_PATH_MAX];
	struct buffer bytes, line;
	struct json_document *summary;
	struct winners *winners;
	struct map map;
	struct stream *stream;
	struct tally *collected;
	struct arena arena;
	struct explain_asked *asked;
	size_t count;
	struct complaint *c;
};

/* ---- the summary ---- */

static int
read_summary(struct explaining *k)
{
	char name[PLAN_ID_MAX + 64], path[WORKSPACE_PATH_MAX];
	struct workspace *w = &k->workspace;

	w->lock = -1;
	if (strlen(k->of->folder) >= sizeof(w->folder))
		return complain(k->c, ENAMETOOLONG, "-C");
	strcpy(w->folder, k->of->folder);
	snprintf(name, sizeof(name), k->of->stream == NULL ?
	    "summary/summary.json" : "summary/streams/%s/summary.json",
	    k->of->stream == NULL ? "" : k->of->stream->id);
	buffer_init(&k->bytes, SUMMARY_BYTES_MAX);
	if (workspace_path(w, name, path, k->c) < 0 ||
	    slurp(path, &k->bytes, k->c) < 0)
		return -1;
	k->summary = json_read(k->bytes.length == 0 ? "" : k->bytes.bytes,
	    k->bytes.length, false, path, k->c);
	return k->summary == NULL ? -1 : 0;
}

bool
explain_reviews_knows(const struct explain_reviews *of, const char *name)
{
	struct complaint ignored;
	struct explaining k = {.of = of, .c = &ignored};
	struct figure_path path;
	bool known = read_summary(&k) == 0 && figure_path_find(&path,
	    json_root(k.summary), name);

	json_free(k.summary);
	buffer_release(&k.bytes);
	return known;
}

static int
find_figures(struct explaining *k, char *const *name)
{
	size_t i;

	for (i = 0; i < k->count; i++) {
		struct explain_asked *a = &k->asked[i];

		a->name = name[i];
		buffer_init(&a->pages, PAGE_MAX);
		if (!figure_path_find(&a->path, json_root(k->summary),
		    name[i]))
			return complain(k->c, 0, "%.200s: no figure of the "
			    "summary; a name is the way to a member of "
			    "summary.json, as in BRAND/negativeShare, "
			    "BRAND/sources/NAME/meanStars, "
			    "comparisons/NAME/meanStars", name[i]);
		if (explain_figure_make(&a->figure, &a->path) < 0)
			return complain(k->c, 0, "%.200s: a list or text of "
			    "the summary: name one of its figures", name[i]);
	}
	return 0;
}

/* ---- lines ---- */

static int
read_changes(struct explaining *k)
{
	struct review_reader_line read;
	struct complaint ignored;
	struct reviews r;
	struct text line;
	int got, result = 0;
	size_t i;

	reviews_open(&r, k->changes.path, k->changes.count, k->changed);
	r.path_count = k->changes.count;
	r.quiet = true;
	while (result == 0 && (got = reviews_next(&r, &line, k->c)) != 0) {
		arena_clear(&k->arena);
		if (got == -2)
			result = -1;
		if (got != 1 || review_read(&read, line, &k->arena,
		    &ignored) < 0 || read.type != REVIEW_CHANGE)
			continue;
		for (i = 0; i < k->count && result == 0; i++) {
			struct explain_figure *f = &k->asked[i].figure;

			result = explain_figure_change(f, &read.change);
			if (f->needs_rows && !text_is(read.change.change,
			    "edited"))
				result = explain_ids_add(&f->ids,
				    read.change.row);
		}
	}
	reviews_close(&r);
	return result;
}

static struct text
id_of(struct explaining *k, struct text line)
{
	struct jsonl_object o;
	size_t fault;

	arena_clear(&k->arena);
	if (!jsonl_scan(line, &o, &fault))
		return (struct text){NULL, 0};
	return jsonl_string(jsonl_get(&o, "id"), &k->arena);
}

/* The rows that the line makes; NULL: no memory.  A bad line makes none. */
static struct tally *
rows_of(struct explaining *k, struct text line)
{
	struct tally *t = tally_create();
	struct complaint bad;
	int put;

	if (t == NULL)
		return NULL;
	k->map.tally = t;
	put = map_line(&k->map, line, &bad);
	if (put == -2 || map_sums_flush(k->map.sums, t, &bad) < 0 ||
	    map_words_flush(k->map.words, t, &bad) < 0) {
		tally_free(t);
		return NULL;
	}
	return t;
}

static int
count_run(struct explaining *k, struct explain_asked *a)
{
	const struct review_run *run = &k->map.line.run;
	const struct explain_figure *f = &a->figure;

	if (f->of != EXPLAIN_RUNS || !text_equals(run->brand, f->brand) ||
	    (!text_is_absent(f->source) && !text_equals(run->source,
	    f->source)))
		return 0;
	if (run->stated > 0)
		a->count += run->stated;
	return a->reviews++ < k->of->limit ? explain_page_run(a, run) : 0;
}

static int
count_review(struct explaining *k, struct explain_asked *a, struct tally *rows)
{
	const struct review *r = &k->map.line.review;
	int64_t count = 0;

	if (a->figure.of != EXPLAIN_REVIEWS)
		return 0;
	if (explain_terms_count(&a->figure.terms, rows, r->id, &count) != 0)
		return -1;
	if (count == 0)
		return 0;
	a->count += count;
	if (a->reviews++ >= k->of->limit)
		return 0;
	buffer_add_string(&a->pages, "\n----\n\n");
	return explain_write(&a->pages, r, &k->map.sentiment);
}

static int
count_line(struct explaining *k, struct text line)
{
	struct tally *rows = rows_of(k, line);
	int result = rows == NULL ? -1 : 0;
	size_t i;

	for (i = 0; i < k->count && result == 0; i++) {
		struct explain_asked *a = &k->asked[i];

		if (k->map.line.type == REVIEW_RUN)
			result = count_run(k, a);
		else if (k->map.line.type == REVIEW_REVIEW)
			result = count_review(k, a, rows);
	}
	tally_free(rows);
	return result < 0 ? complain(k->c, ENOMEM, "explain") : 0;
}

static int
look_at(struct explaining *k, struct reviews *r, struct text line,
	enum pass pass)
{
	struct complaint bad;

	if (pass == PASS_OFFER)
		return winners_offer(k->winners, line, id_of(k, line),
		    reviews_place(r), k->c);
	if (!winners_is(k->winners, reviews_place(r)))
		return 0;
	if (winners_has_history(k->winners, reviews_place(r))) {
		buffer_clear(&k->line);
		if (winners_write(k->winners, line, reviews_place(r),
		    &k->line) < 0)
			return complain(k->c, ENOMEM, "explain");
		line = (struct text){k->line.bytes, k->line.length};
	}
	if (pass == PASS_COUNT)
		return count_line(k, line);
	k->map.tally = k->collected;
	return map_line(&k->map, line, &bad) == -2 ? complain(k->c, ENOMEM,
	    "explain") : 0;
}

static int
pass_over(struct explaining *k, enum pass pass)
{
	struct reviews r;
	struct text line;
	int got, result = 0;

	reviews_open(&r, k->files.path, k->files.count, k->reviews);
	r.path_count = k->files.count;
	r.quiet = true;
	while (result == 0 && (got = reviews_next(&r, &line, k->c)) != 0) {
		if (got == -2)
			result = -1;
		else if (got == 1)
			result = look_at(k, &r, line, pass);
	}
	reviews_close(&r);
	return result;
}

/* ---- rows that are needed beforehand ---- */

struct collecting { struct explaining *k; struct buffer room; };

/* whole|brand|source|row|run; top|copy|brand|month|least|id|... */
static int
collect(void *context, struct text key, int64_t n)
{
	struct collecting *to = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f), i;
	bool whole = text_is(f[0], "whole") && fields == 5;

	(void)n;
	if (!whole && !(text_is(f[0], "top") && fields == 7 &&
	    text_is(f[1], "copy")))
		return 0;
	for (i = 0; i < to->k->count; i++) {
		struct explain_figure *g = &to->k->asked[i].figure;

		if ((whole ? g->needs_rows : g->needs_copies) &&
		    explain_ids_add(&g->ids, tally_field(f[whole ? 3 : 5],
		    &to->room)) < 0)
			return -1;
	}
	return 0;
}

static int
collect_rows(struct explaining *k)
{
	struct collecting to = {.k = k};
	bool needed = false;
	int result = 0;
	size_t i;

	for (i = 0; i < k->count; i++)
		needed |= k->asked[i].figure.needs_rows ||
		    k->asked[i].figure.needs_copies;
	if (needed)
		result = pass_over(k, PASS_COLLECT);
	if (needed && result == 0) {
		buffer_init(&to.room, TALLY_KEY_MAX);
		result = tally_each(k->collected, collect, &to);
		buffer_release(&to.room);
		/* What waits there is not of the next line. */
		map_sums_flush(k->map.sums, k->collected, k->c);
		map_words_flush(k->map.words, k->collected, k->c);
	}
	for (i = 0; i < k->count; i++)
		explain_ids_end(&k->asked[i].figure.ids);
	return result;
}

/* ---- all ---- */

static enum status
open_all(struct explaining *k)
{
	struct workspace *w = &k->workspace;

	arena_init(&k->arena, LINE_BYTES_MAX);
	buffer_init(&k->line, LINE_BYTES_MAX);
	k->winners = winners_create(NULL, WINNERS_HELD);
	k->collected = tally_create();
	map_open(&k->map, k->of->scorer, k->collected);
	if (k->of->stream != NULL)
		k->map.stream = k->stream = stream_open(k->of->stream);
	if (k->winners == NULL || k->collected == NULL ||
	    k->map.sums == NULL || k->map.words == NULL ||
	    (k->of->stream != NULL && k->stream == NULL)) {
		complain(k->c, ENOMEM, "explain");
		return STATUS_RETRY;
	}
	if (workspace_path(w, "reviews", k->reviews, k->c) < 0 ||
	    workspace_files(w, "reviews", ".jsonl", &k->files, k->c) < 0 ||
	    workspace_path(w, "changes", k->changed, k->c) < 0 ||
	    workspace_files(w, "changes", ".jsonl", &k->changes, k->c) < 0)
		return STATUS_RETRY;
	return STATUS_DONE;
}

static void
close_all(struct explaining *k)
{
	size_t i;

	for (i = 0; k->asked != NULL && i < k->count; i++) {
		explain_figure_free(&k->asked[i].figure);
		buffer_release(&k->asked[i].pages);
	}
	free(k->asked);
	workspace_list_release(&k->files);
	workspace_list_release(&k->changes);
	map_close(&k->map);
	stream_free(k->stream);
	tally_free(k->collected);
	winners_free(k->winners);
	json_free(k->summary);
	buffer_release(&k->bytes);
	buffer_release(&k->line);
	arena_release(&k->arena);
}

static enum status
work(struct explaining *k, char *const *name, struct buffer *page)
{
	enum status status = open_all(k);
	size_t i;

	if (status != STATUS_DONE || read_summary(k) < 0)
		return status != STATUS_DONE ? status : STATUS_RETRY;
	k->asked = calloc(k->count + 1, sizeof(*k->asked));
	if (k->asked == NULL) {
		complain(k->c, ENOMEM, "explain");
		return STATUS_RETRY;
	}
	if (find_figures(k, name) < 0)
		return STATUS_USAGE;
	if (read_changes(k) < 0 || pass_over(k, PASS_OFFER) < 0 ||
	    winners_decide(k->winners, k->c) < 0 || collect_rows(k) < 0 ||
	    pass_over(k, PASS_COUNT) < 0)
		return STATUS_RETRY;
	for (i = 0; i < k->count; i++) {
		if (i > 0)
			buffer_add_string(page, "\n====\n\n");
		explain_page_head(page, &k->asked[i], k->of->limit);
	}
	return STATUS_DONE;
}

enum status
explain_reviews(const struct explain_reviews *of, char *const *name,
	size_t count, struct buffer *page, struct complaint *c)
{
	struct explaining *k = calloc(1, sizeof(*k));
	enum status status;

	if (k == NULL) {
		complain(c, ENOMEM, "explain");
		return STATUS_RETRY;
	}
	k->of = of;
	k->count = count;
	k->c = c;
	k->workspace.lock = -1;
	snprintf(k->workspace.folder, sizeof(k->workspace.folder), "%s",
	    of->folder);
	status = work(k, name, page);
	close_all(k);
	free(k);
	return status;
}
