/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "convert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive.h"
#include "changes.h"
#include "crew.h"
#include "date.h"
#include "publish.h"
#include "workspace.h"

static const char captures[] = "captures", reviews[] = "reviews";
static const char captured[] = ".warc.gz", made[] = ".jsonl";

struct job {
	struct convert *how;
	struct workspace workspace;
	struct plan plan;
	struct shelf shelf;
	struct crew *crew;
	struct crew_file file;
	struct publish *to;
	char **made;			/* rows that got a file */
	size_t made_count;
	enum status status;
};

static int
write_line(void *context, const void *bytes, size_t length,
	struct complaint *c)
{
	struct job *j = context;

	return publish_write(j->to, bytes, length, c);
}

/* The worst so far stands: a wrong plan, then nothing published, then short. */
static void
raise_status(struct job *j, enum status status)
{
	if (j->status == STATUS_DONE || status == STATUS_USAGE ||
	    (j->status == STATUS_SHORT && status == STATUS_RETRY))
		j->status = status;
}

static void
fail(struct job *j, enum status status, const struct complaint *c)
{
	j->how->say(c->text);
	raise_status(j, status);
}

/* One line for all that was bad in one file. */
static void
say_bad(struct job *j)
{
	const struct intake_bad *bad = &j->file.bad;
	struct complaint line;

	if (bad->count == 0)
		return;
	line = bad->first;
	if (bad->count > 1)
		complain(&line, 0, "%.960s (and %zu more)", bad->first.text,
		    bad->count - 1);
	j->how->bad += bad->count;
	fail(j, STATUS_SHORT, &line);
}

static void
say_short(struct job *j, const struct archive *a, const char *path)
{
	const struct review_run *run = &a->run;
	struct complaint line;

	if (!archive_is_short(a))
		return;
	complain(&line, 0, "%s: %lld of %lld stated reviews collected (stop: "
	    "%.*s)", path, (long long)run->collected, (long long)run->stated,
	    run->stop.length > 80 ? 80 : (int)run->stop.length,
	    text_is_absent(run->stop) ? "" : run->stop.bytes);
	fail(j, STATUS_SHORT, &line);
}

/* Reads the capture into the unfinished reviews file; -1 leaves nothing. */
static int
fill(struct job *j, const char *path, const char *file, struct archive *a,
	struct complaint *c)
{
	const struct archive_how how = {.shelf = &j->shelf, .plan = &j->plan,
	    .file = file,
	    .fetched = DATE_NO_INSTANT, .collect_run = true};
	struct collect *k = &j->file.collect;
	struct complaint lost;
	bool usage, failed;
	int read = archive_read(a, j->crew, &j->file, path, &how, &usage,
	    &failed, c);

	/* Its pages are with the workers, whatever became of it. */
	if (crew_finish(j->crew, read < 0 ? &lost : c) < 0 && read == 0)
		failed = true, read = -1;
	if (read < 0) {
		fail(j, usage ? STATUS_USAGE : failed ? STATUS_RETRY :
		    STATUS_SHORT, c);
		return -1;
	}
	archive_judge(a, k);
	a->run.unread = (int64_t)j->file.bad.count;
	j->how->reviews += k->reviews;
	j->how->aggregates += k->aggregates;
	if (collect_finish(k, a->has_run ? &a->run : NULL, c) < 0) {
		fail(j, STATUS_RETRY, c);
		return -1;
	}
	return 0;
}

static int
row_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? 0 : (int)(slash - path);
}

static void
note_made(struct job *j, const char *file)
{
	char **grown, *row;
	int length = row_length(file);

	if (j->made_count > 0 && strncmp(j->made[j->made_count - 1], file,
	    (size_t)length) == 0 && j->made[j->made_count - 1][length] == '\0')
		return;
	grown = realloc(j->made, (j->made_count + 1) * sizeof(*grown));
	if (grown == NULL)
		return;
	j->made = grown;
	row = malloc((size_t)length + 1);
	if (row == NULL)
		return;
	memcpy(row, file, (size_t)length);
	row[length] = '\0';
	j->made[j->made_count++] = row;
}

static void
convert_one(struct job *j, const char *file, const char *from,
	const char *to)
{
	struct archive archive;
	struct complaint c;

	j->to = publish_create(to, NULL, &c);
	if (j->to == NULL) {
		fail(j, STATUS_RETRY, &c);
		return;
	}
	crew_file_init(&j->file, write_line, j, NULL);
	archive_init(&archive);
	if (fill(j, from, file, &archive, &c) < 0) {
		publish_abandon(j->to);
	} else if (publish_commit(j->to, &c) < 0) {
		fail(j, STATUS_RETRY, &c);
	} else {
		j->how->files++;
		note_made(j, file);
		say_bad(j);
		say_short(j, &archive, to);
	}
	archive_release(&archive);
	crew_file_release(&j->file);
}

/* "captures/x" for "./captures/x". */
static const char *
shown(const char *path)
{
	return strncmp(path, "./", 2) == 0 ? path + 2 : path;
}

/* Names of one captures file and its reviews file, then the work. */
static void
convert_file(struct job *j, const char *file)
{
	char name[WORKSPACE_PATH_MAX], from[WORKSPACE_PATH_MAX];
	char to[WORKSPACE_PATH_MAX], *slash;
	int stem = (int)(strlen(file) - strlen(captured));
	struct complaint c;

	if (snprintf(name, sizeof(name), "%s/%s", captures, file) >=
	    (int)sizeof(name) ||
	    workspace_path(&j->workspace, name, from, &c) < 0) {
		complain(&c, 0, "%s/%.200s: the name is too long", captures,
		    file);
		fail(j, STATUS_RETRY, &c);
		return;
	}
	snprintf(name, sizeof(name), "%s/%.*s%s", reviews, stem, file, made);
	if (workspace_path(&j->workspace, name, to, &c) < 0) {
		fail(j, STATUS_RETRY, &c);
		return;
	}
	if (!j->how->all && access(to, F_OK) == 0)
		return;
	slash = strrchr(name, '/');
	*slash = '\0';
	if (workspace_folder(&j->workspace, name, &c) < 0) {
		fail(j, STATUS_RETRY, &c);
		return;
	}
	*slash = '/';
	convert_one(j, file, shown(from), shown(to));
}

/* ---- what became of them ---- */

/* Whether each run of a row goes through all that the source has. */
static bool
walks_all(struct job *j, const char *key)
{
	const struct plan_row *row = plan_find(&j->plan, text_of(key));
	const struct recipe *recipe;
	struct complaint ignored;

	recipe = row == NULL ? NULL :
	    shelf_get(&j->shelf, row->recipe, &ignored);
	return recipe != NULL && (recipe->mode == RECIPE_MODE_CONDITIONAL ||
	    recipe->mode == RECIPE_MODE_FULL);
}

/* A page that turned into another one looks like one without reviews.  Of a
 * row that never had any that is said once. */
static void
say_barren(struct job *j, const char *file, const struct changes_found *found)
{
	char name[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX];
	const char *s = found->barren == 1 ? "" : "s";
	struct complaint line;

	snprintf(name, sizeof(name), "%s/%.2000s", reviews, file);
	if (workspace_path(&j->workspace, name, path, &line) == 0 &&
	    found->before > 0)
		complain(&line, 0, "%.600s: no review in %lld page%s, where "
		    "earlier runs found %zu: the source is another now, or "
		    "shows them otherwise", shown(path),
		    (long long)found->barren, s, found->before);
	else
		complain(&line, 0, "%.600s: no review in %lld page%s: is this "
		    "the right address, and the right recipe?", shown(path),
		    (long long)found->barren, s);
	fail(j, STATUS_SHORT, &line);
}

/* Rows of which a file was made now are looked at again, whole. */
static void
compare_row(struct job *j, const struct workspace_list *list, size_t from,
	size_t to)
{
	char row[WORKSPACE_PATH_MAX];
	struct changes_found found;
	struct complaint c;
	size_t i;

	snprintf(row, sizeof(row), "%.*s", row_length(list->path[from]),
	    list->path[from]);
	for (i = 0; i < j->made_count; i++)
		if (strcmp(j->made[i], row) == 0)
			break;
	if (i == j->made_count)
		return;
	if (changes_write(&j->workspace, row, list->path + from, to - from,
	    &found, &c) < 0)
		fail(j, STATUS_RETRY, &c);
	else if (found.barren > 0 && walks_all(j, row) &&
	    (found.before > 0 || to - from == 1))
		say_barren(j, list->path[to - 1], &found);
	j->how->changes += found.changes;
}

static void
compare_all(struct job *j)
{
	struct workspace_list list;
	struct complaint c;
	size_t i, from = 0;

	if (j->made_count == 0)
		return;
	if (workspace_files(&j->workspace, reviews, made, &list, &c) < 0) {
		fail(j, STATUS_RETRY, &c);
		return;
	}
	for (i = 1; i <= list.count; i++) {
		int length = row_length(list.path[from]);

		if (i < list.count && row_length(list.path[i]) == length &&
		    memcmp(list.path[i], list.path[from],
		    (size_t)length) == 0)
			continue;
		compare_row(j, &list, from, i);
		from = i;
	}
	workspace_list_release(&list);
}

/* Removes what killed runs left beside the reviews of each row. */
static int
sweep(struct job *j, const struct workspace_list *list, struct complaint *c)
{
	char name[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX], last[
	    WORKSPACE_PATH_MAX] = "";
	size_t i;

	for (i = 0; i < list->count; i++) {
		const char *slash = strrchr(list->path[i], '/');
		int length = slash == NULL ? 0 :
		    (int)(slash - list->path[i]);

		if (snprintf(name, sizeof(name), "%s/%.*s", reviews, length,
		    list->path[i]) >= (int)sizeof(name) ||
		    strcmp(name, last) == 0)
			continue;
		strcpy(last, name);
		if (workspace_path(&j->workspace, name, path, c) < 0 ||
		    publish_sweep(path, c) < 0)
			return -1;
	}
	return 0;
}

static void
convert_all(struct job *j)
{
	struct workspace_list list;
	struct complaint c;
	size_t i;

	if (workspace_files(&j->workspace, captures, captured, &list,
	    &c) < 0 || sweep(j, &list, &c) < 0) {
		fail(j, STATUS_RETRY, &c);
		return;
	}
	/* A full disk is full for the next file too. */
	for (i = 0; i < list.count && j->status != STATUS_RETRY; i++)
		convert_file(j, list.path[i]);
	workspace_list_release(&list);
	compare_all(j);
	crew_say_missing(j->crew, j->how->verbose ? j->how->say : NULL);
}

enum status
convert_workspace(struct convert *v)
{
	struct job j = {.how = v, .status = STATUS_DONE};
	const char *folder = v->folder == NULL ? "." : v->folder;
	char path[WORKSPACE_PATH_MAX];
	struct stat about;
	struct complaint c;

	if (workspace_open(&j.workspace, folder, "parse", &c) < 0) {
		v->say(c.text);
		return stat(folder, &about) < 0 || !S_ISDIR(about.st_mode) ?
		    STATUS_USAGE : STATUS_RETRY;
	}
	if (workspace_path(&j.workspace, "sayso.json", path, &c) < 0 ||
	    plan_read(&j.plan, path, &c) < 0) {
		v->say(c.text);
		workspace_close(&j.workspace);
		return STATUS_USAGE;
	}
	shelf_init(&j.shelf, v->sources);
	j.crew = crew_open(v->workers, &j.shelf, &c);
	if (j.crew == NULL)
		fail(&j, STATUS_RETRY, &c);
	else
		convert_all(&j);
	crew_close(j.crew);
	while (j.made_count > 0)
		free(j.made[--j.made_count]);
	free(j.made);
	shelf_release(&j.shelf);
	plan_release(&j.plan);
	workspace_close(&j.workspace);
	return j.status;
}
