/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transport "file": an export that lies on the disk. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "digest.h"
#include "peek.h"
#include "row.h"
#include "slurp.h"

static const char *
media_type(const struct recipe *recipe, const char *path)
{
	static const struct { const char *end, *type; } known[] = {
		{".html", "text/html"}, {".htm", "text/html"},
		{".json", "application/json"},
		{".jsonl", "application/x-ndjson"},
		{".ndjson", "application/x-ndjson"}, {".csv", "text/csv"},
		{".tsv", "text/tab-separated-values"}, {".xml", "text/xml"},
		{".txt", "text/plain"},
	};
	size_t i, length = strlen(path), end;

	if (recipe->format == RECIPE_JSON)
		return "application/json";
	if (recipe->format == RECIPE_JSONL)
		return "application/x-ndjson";
	if (recipe->format == RECIPE_CSV)
		return "text/csv";
	if (recipe->format == RECIPE_XML)
		return "text/xml";
	if (recipe->format == RECIPE_HTML)
		return "text/html";
	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		end = strlen(known[i].end);
		if (length > end && strcasecmp(path + length - end,
		    known[i].end) == 0)
			return known[i].type;
	}
	return "application/octet-stream";
}

/* `file:` and the path as the plan writes it, so that a workspace may move. */
static int
file_uri(struct row *row, const char *path, struct complaint *c)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~/";
	struct buffer uri;
	int result = 0;

	buffer_init(&uri, HTTP_URL - 1);
	buffer_add_string(&uri, "file:");
	for (; *path != '\0'; path++) {
		if (strchr(plain, *path) != NULL)
			buffer_add_char(&uri, *path);
		else
			buffer_add_format(&uri, "%%%02X",
			    (unsigned int)(unsigned char)*path);
	}
	if (uri.failed)
		result = complain(c, ENAMETOOLONG, "file");
	else
		snprintf(row->url, sizeof(row->url), "%s", uri.bytes);
	buffer_release(&uri);
	return result;
}

/* Finds and reads the file into `content`. */
static int
file_read(struct row *row, const struct round *r, struct buffer *content,
	const char **type, struct complaint *c)
{
	struct recipe_fill with = {.recipe = row->task->recipe,
	    .row = row->task->plan, .as = RECIPE_FILL_PLAIN};
	char path[WORKSPACE_PATH_MAX];
	const char *name;
	struct buffer filled;
	struct stat about;
	int result = -1;

	buffer_init(&filled, WORKSPACE_PATH_MAX - 1);
	if (recipe_fill(&filled, row->task->recipe->url, &with, c) != 1 ||
	    filled.length == 0) {
		if (c->text[0] == '\0')
			complain(c, 0, "no path was given");
		buffer_release(&filled);
		return -1;
	}
	name = strncmp(filled.bytes, "file:", 5) == 0 ? filled.bytes + 5 :
	    filled.bytes;
	*type = media_type(row->task->recipe, name);
	if (name[0] == '/')
		snprintf(path, sizeof(path), "%s", name);
	else if (workspace_path(r->workspace, name, path, c) != 0)
		goto out;
	if (file_uri(row, name, c) != 0)
		goto out;
	if (stat(path, &about) != 0)
		complain(c, errno, "%s", path);
	else if (!S_ISREG(about.st_mode))
		complain(c, 0, "%s: no plain file", path);
	else
		result = slurp(path, content, c);
out:
	buffer_release(&filled);
	return result;
}

static int
file_keep(struct row *row, struct round *r, struct text content,
	const char *type, struct complaint *c)
{
	char digest[DIGEST_BASE32];
	unsigned char raw[DIGEST_SIZE];
	struct complaint why = {0};
	struct ledger_page page;
	struct peek peek;
	bool same;

	if (peek_look(&peek, row->task->recipe, (struct text){"", 0}, content,
	    &why) != 0)
		return row_fail(row, r, "failed", "failed", why.text, c);
	peek_release(&peek);
	digest_of(content.bytes, content.length, raw);
	digest_base32(raw, digest);
	same = row->before.digest != NULL &&
	    strcmp(row->before.digest, digest) == 0;
	page = (struct ledger_page){.url = row->known, .digest = digest,
	    .records = peek.records, .stated = peek.stated, .last = -1,
	    .file = same ? row->before.file : NULL,
	    .fetched = same ? row->before.fetched : round_wall(r)};
	if (row_note_page(row, &page, c) != 0)
		return -1;
	row->run.pages = 1;
	r->tally.pages++;
	row->run.unchanged = same;
	r->tally.unchanged += same;
	row->fresh = !same;
	row->run.records = peek.records;
	row->uncounted = peek.records < 0;
	row->run.stated = peek.stated;
	if (!same && (row_begin_capture(row, r, c) != 0 || capture_file(
	    &row->capture, row->url, type, content, round_wall(r), c) != 0))
		return -1;
	return row_end(row, r, "single", "complete", c);
}

int
row_file(struct row *row, struct round *r, struct complaint *c)
{
	struct complaint why = {0};
	struct buffer content;
	const char *type;
	int result;

	snprintf(row->source, sizeof(row->source), "file");
	snprintf(row->url, sizeof(row->url), "file:");
	buffer_init(&content, ROW_FILE_MAX - 1);
	result = file_read(row, r, &content, &type, &why);
	row->known = row->run.url = arena_string(&row->arena, row->url);
	if (row->known == NULL)
		result = complain(c, ENOMEM, "%s", row->about.row);
	else if (result != 0)
		result = row_fail(row, r, "failed", "failed", why.text, c);
	else if (row_recall(row, r, c) != 0)
		result = -1;
	else
		result = file_keep(row, r, (struct text){content.length > 0 ?
		    content.bytes : "", content.length}, type, c);
	buffer_release(&content);
	return result;
}
