/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish_summary.h"

#include <errno.h>
#include <stdio.h>

#include "buffer.h"
#include "publish.h"
#include "samples.h"
#include "summary_write.h"
#include "translation.h"

enum { FILE_MAX = 256 << 20, PATH_MAX_HERE = 4096, FILES_MAX = 64 };

/* Files that are complete but for their names: all get them or none, so that
 * a full disk leaves the last summary as it was. */
struct files {
	const char *folder;
	struct buffer b;		/* of the file at hand */
	struct publish *file[FILES_MAX];
	size_t count;
};

/* The next file is what was written into f->b. */
static int
add_file(struct files *f, const char *name, int written, struct complaint *c)
{
	char path[PATH_MAX_HERE];
	struct publish *p;

	if (written < 0 || f->count == FILES_MAX)
		return complain(c, ENOMEM, "%s/%s", f->folder, name);
	if (snprintf(path, sizeof(path), "%s/%s", f->folder, name) >=
	    (int)sizeof(path))
		return complain(c, ENAMETOOLONG, "%.200s", f->folder);
	p = publish_create(path, NULL, c);
	if (p == NULL)
		return -1;
	f->file[f->count++] = p;
	if (publish_write(p, f->b.bytes, f->b.length, c) < 0 ||
	    publish_settle(p, c) < 0)
		return -1;
	buffer_clear(&f->b);
	return 0;
}

static int
add_all(struct files *f, const struct summary *s, struct complaint *c)
{
	struct buffer *b = &f->b;
	char name[64];
	size_t i;

	for (i = 0; summary_tables[i] != NULL; i++) {
		snprintf(name, sizeof(name), "%s.csv", summary_tables[i]);
		if (add_file(f, name, summary_write_csv(b, s,
		    summary_tables[i]), c) < 0)
			return -1;
	}
	for (i = 0; summary_feeds[i] != NULL; i++) {
		snprintf(name, sizeof(name), "%s.atom", summary_feeds[i]);
		if (add_file(f, name, summary_write_feed(b, s,
		    summary_feeds[i]), c) < 0)
			return -1;
	}
	if (add_file(f, "report.md", summary_write_markdown(b, s), c) < 0 ||
	    add_file(f, "metrics.prom", summary_write_metrics(b, s), c) < 0 ||
	    add_file(f, "report.html", summary_write_html(b, s), c) < 0)
		return -1;
	return add_file(f, "summary.json", summary_write_json(b, s), c);
}

/* Their names, or away with them. */
static int
name_all(struct files *f, int result, struct complaint *c)
{
	size_t i;

	for (i = 0; i < f->count; i++) {
		if (result == 0)
			result = publish_commit(f->file[i], c);
		else
			publish_abandon(f->file[i]);
	}
	return result;
}

/* The sources that show replies. */
static int
add_sources(struct selection_facts *f, const struct summary *s)
{
	size_t i, k;

	for (i = 0; i < s->brand_count; i++)
		for (k = 0; k < s->brand[i].source_count; k++) {
			const struct summary_part *p = &s->brand[i].source[k];
			const struct review r = {.source = text_of(p->label),
			    .kind = text_of(p->kind), .reply = text_of("")};

			if (p->replies_seen &&
			    selection_facts_review(f, &r) < 0)
				return -1;
		}
	return 0;
}

int
publish_summary(const char *folder, struct summary *s,
	const struct samples_of *samples, struct complaint *c)
{
	struct files f = {.folder = folder};
	struct translation *words;
	int result;

	if (publish_sweep(folder, c) < 0 ||
	    translation_open(&words, s->report_language, c) < 0)
		return -1;
	if (samples != NULL && add_sources(samples->facts, s) < 0) {
		translation_close(words);
		return complain(c, ENOMEM, "%s", folder);
	}
	s->translation = words;
	s->samples = samples;
	buffer_init(&f.b, FILE_MAX);
	result = name_all(&f, add_all(&f, s, c), c);
	buffer_release(&f.b);
	s->translation = NULL;
	s->samples = NULL;
	translation_close(words);
	return result;
}
