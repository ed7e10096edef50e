/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_reviews.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "explain_count.h"
#include "explain_lines.h"
#include "explain_page.h"
#include "explain_seek.h"
#include "slurp.h"
#include "twice.h"

enum { SUMMARY_BYTES_MAX = 256 << 20, NAME_MAX_HERE = PLAN_ID_MAX + 64 };

struct explaining {
	const struct explain_reviews *of;
	struct explain_lines lines;
	struct explain_count counts;
	char summary_name[NAME_MAX_HERE], digest[DIGEST_HEX];
	struct buffer bytes;
	struct json_document *summary;	/* NULL: none can be read */
	struct complaint no_summary;	/* why */
	struct complaint *stale, *c;
};

/* ---- the summary ---- */

static void
name_summary(const struct explain_reviews *of, char to[NAME_MAX_HERE])
{
	if (of->stream == NULL)
		snprintf(to, NAME_MAX_HERE, "summary/summary.json");
	else
		snprintf(to, NAME_MAX_HERE, "summary/streams/%s/summary.json",
		    of->stream->id);
}

static struct json_document *
read_summary(const struct explain_reviews *of, struct buffer *bytes,
	struct complaint *c)
{
	char name[NAME_MAX_HERE], path[WORKSPACE_PATH_MAX];
	struct workspace w = {.lock = -1};

	if (strlen(of->folder) >= sizeof(w.folder)) {
		complain(c, ENAMETOOLONG, "-C");
		return NULL;
	}
	strcpy(w.folder, of->folder);
	name_summary(of, name);
	if (workspace_path(&w, name, path, c) < 0 ||
	    slurp(path, bytes, c) < 0)
		return NULL;
	return json_read(bytes->length == 0 ? "" : bytes->bytes,
	    bytes->length, false, path, c);
}

bool
explain_reviews_knows(const struct explain_reviews *of, const char *name,
	struct buffer *nearest)
{
	struct json_document *summary;
	struct complaint ignored;
	struct figure_path path;
	struct buffer bytes;
	bool known;

	buffer_init(&bytes, SUMMARY_BYTES_MAX);
	summary = read_summary(of, &bytes, &ignored);
	known = summary != NULL && figure_path_find(&path,
	    json_root(summary), name);
	if (summary != NULL && !known)
		explain_asked_nearest(nearest, json_root(summary), name);
	json_free(summary);
	buffer_release(&bytes);
	return known;
}

/* ---- names ---- */

static int
read_names(struct explaining *k, char *const *name)
{
	const struct json *root = k->summary == NULL ? NULL :
	    json_root(k->summary);
	size_t i;

	for (i = 0; i < k->counts.count; i++) {
		if (explain_asked_read(&k->counts.asked[i], name[i], root,
		    k->c) == 0)
			continue;
		/* It may be one of the summary that cannot be read. */
		if (root == NULL)
			*k->c = k->no_summary;
		return -1;
	}
	return 0;
}

/* ---- which lines ---- */

/* What else the trail was made with. */
static int
check_trail(struct explaining *k, struct complaint *stale)
{
	const struct trail_reader *trail = k->lines.trail;
	char path[WORKSPACE_PATH_MAX], hex[DIGEST_HEX];

	if (k->of->own_brands)
		return complain(stale, 0, "other brands than the plan's");
	if (strcmp(trail_lexicon(trail), engine_identity(scorer_engine(
	    k->of->scorer))) != 0)
		return complain(stale, 0, "the lexicon is not that of "
		    "sayso.db");
	if (workspace_path(&k->lines.workspace, "sayso.json", path, stale) <
	    0 || trail_digest(path, hex, stale) < 0)
		return -1;
	if (!trail_was_with(trail, "sayso.json", hex))
		return complain(stale, 0, "sayso.json has changed since "
		    "sayso.db was made");
	if (k->summary != NULL && !trail_was_with(trail, k->summary_name,
	    k->digest))
		return complain(stale, 0, "%s is not of sayso.db",
		    k->summary_name);
	return 0;
}

static int
seek(struct explaining *k)
{
	struct explain_lines *l = &k->lines;
	struct explain_seek what = {.asked = k->counts.asked,
	    .count = k->counts.count, .limit = k->of->limit,
	    .streamed = k->of->stream != NULL,
	    .runs = explain_count_collects(&k->counts),
	    .facts = explain_count_notes(&k->counts) ? k->counts.facts :
	    NULL};
	size_t i;

	if (l->trail != NULL && check_trail(k, k->stale) < 0)
		l->all = true;
	/* The trail does not know which sources show replies in a stream. */
	l->all |= what.streamed && what.facts != NULL;
	if (l->all)
		return 0;
	for (i = 0; i < what.count; i++)
		what.runs |= what.asked[i].kind == ASKED_FIGURE &&
		    what.asked[i].figure.of == EXPLAIN_RUNS;
	if (explain_seek(&what, l->trail, l->passes.files.count, &l->list,
	    k->c) < 0)
		return -1;
	l->all = l->list.full;
	return 0;
}

/* ---- passes ---- */

static int
pass_over(struct explaining *k)
{
	struct explain_lines *l = &k->lines;
	struct explain_count *n = &k->counts;

	if (explain_lines_changes(l, explain_count_change, n, k->c) < 0 ||
	    seek(k) < 0 || explain_lines_choose(l, k->c) < 0)
		return -1;
	if (l->all && explain_count_notes(n) &&
	    explain_lines_each(l, explain_count_note, n, k->c) < 0)
		return -1;
	if (explain_count_collects(n) &&
	    explain_lines_each(l, explain_count_collect, n, k->c) < 0)
		return -1;
	if (explain_count_collected(n) < 0)
		return -1;
	return explain_lines_each(l, explain_count_line, n, k->c);
}

/* What was counted by the trail is there. */
static int
check_shown(const struct explaining *k)
{
	size_t i;

	for (i = 0; i < k->counts.count; i++) {
		const struct explain_asked *a = &k->counts.asked[i];
		int64_t wanted = a->reviews < k->of->limit ? a->reviews :
		    k->of->limit;

		if (a->counted && a->shown != wanted)
			return complain(k->c, 0, "%.200s: sayso.db and "
			    "reviews/ do not agree; run score, or explain "
			    "with --rescan", a->name);
	}
	return 0;
}

static enum status
work(struct explaining *k, char *const *name, struct buffer *page)
{
	size_t i;

	k->summary = read_summary(k->of, &k->bytes, &k->no_summary);
	if (k->summary != NULL) {
		unsigned char digest[DIGEST_SIZE];

		digest_of(k->bytes.bytes, k->bytes.length, digest);
		digest_hex(digest, DIGEST_SIZE, k->digest);
	}
	name_summary(k->of, k->summary_name);
	if (explain_lines_open(&k->lines, k->of->folder, k->of->rescan,
	    k->stale, k->c) < 0 || explain_count_open(&k->counts,
	    k->of->scorer, k->of->stream) < 0)
		return STATUS_RETRY;
	if (read_names(k, name) < 0)
		return k->summary == NULL ? STATUS_RETRY : STATUS_USAGE;
	if (pass_over(k) < 0 || check_shown(k) < 0)
		return STATUS_RETRY;
	for (i = 0; i < k->counts.count; i++) {
		if (i > 0)
			buffer_add_string(page, "\n====\n\n");
		explain_page_head(page, &k->counts.asked[i], k->summary ==
		    NULL ? NULL : json_root(k->summary));
	}
	return STATUS_DONE;
}

enum status
explain_reviews(const struct explain_reviews *of, char *const *name,
	size_t count, struct buffer *page, struct complaint *stale,
	struct complaint *c)
{
	struct explaining *k = calloc(1, sizeof(*k));
	enum status status = STATUS_RETRY;

	if (k == NULL) {
		complain(c, ENOMEM, "explain");
		return status;
	}
	k->of = of;
	k->stale = stale;
	k->c = c;
	k->lines.workspace.lock = -1;
	buffer_init(&k->bytes, SUMMARY_BYTES_MAX);
	k->counts = (struct explain_count){.count = count,
	    .limit = of->limit, .c = c,
	    .asked = explain_asked_create(count)};
	if (k->counts.asked == NULL)
		complain(c, ENOMEM, "explain");
	else
		status = work(k, name, page);
	explain_count_close(&k->counts);
	explain_asked_free(k->counts.asked, count);
	explain_lines_close(&k->lines);
	json_free(k->summary);
	buffer_release(&k->bytes);
	free(k);
	return status;
}

/* ---- one review ---- */

struct looking {
	const char *id;
	struct arena *arena;
	struct buffer *line;
	bool found;
	struct complaint *c;
};

/* The line that counts is the newest. */
static int
keep(void *context, struct text line)
{
	struct looking *k = context;

	arena_clear(k->arena);
	if (!text_is(twice_id_of(line, k->arena), k->id) ||
	    !text_is(twice_exact_id_of(line, k->arena), k->id))
		return 0;
	k->found = true;
	buffer_clear(k->line);
	return buffer_add(k->line, line.bytes, line.length) == 0 ? 0 :
	    complain(k->c, ENOMEM, "%s", k->id);
}

static int
look_up(struct explain_lines *l, struct looking *k)
{
	if (!l->all && explain_seek_id(l->trail, text_of(k->id),
	    l->passes.files.count, &l->list, k->c) < 0)
		return -1;
	l->all |= l->list.full;
	return explain_lines_choose(l, k->c) < 0 ? -1 :
	    explain_lines_each(l, keep, k, k->c);
}

enum status
explain_reviews_line(const struct explain_reviews *of, const char *id,
	struct buffer *line, struct complaint *stale, struct complaint *c)
{
	struct explain_lines l;
	struct looking k = {.id = id, .line = line, .c = c};
	struct arena room;
	int result = explain_lines_open(&l, of->folder, of->rescan, stale, c);

	arena_init(&room, SUMMARY_BYTES_MAX);
	k.arena = &room;
	if (result == 0)
		result = look_up(&l, &k);
	if (result == 0 && !k.found)
		result = complain(c, 0, "%.200s: no review with this id in %s",
		    id, l.passes.reviews);
	arena_release(&room);
	explain_lines_close(&l);
	return result < 0 ? STATUS_RETRY : STATUS_DONE;
}
