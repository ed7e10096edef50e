/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish_summary.h"

#include <errno.h>
#include <stdio.h>

#include "buffer.h"
#include "publish.h"
#include "samples.h"
#include "summary_write.h"
#include "translation.h"

enum { FILE_MAX = 256 << 20, PATH_MAX_HERE = 4096 };

static int
publish_one(const char *folder, const char *name, struct buffer *b,
	int written, struct complaint *c)
{
	char path[PATH_MAX_HERE];

	if (written < 0)
		return complain(c, ENOMEM, "%s/%s", folder, name);
	if (snprintf(path, sizeof(path), "%s/%s", folder, name) >=
	    (int)sizeof(path))
		return complain(c, ENAMETOOLONG, "%.200s", folder);
	return publish_file(path, b->bytes, b->length, c);
}

static int
publish_all(const char *folder, const struct summary *s, struct buffer *b,
	struct complaint *c)
{
	char name[64];
	size_t i;

	for (i = 0; summary_tables[i] != NULL; i++) {
		buffer_clear(b);
		snprintf(name, sizeof(name), "%s.csv", summary_tables[i]);
		if (publish_one(folder, name, b, summary_write_csv(b, s,
		    summary_tables[i]), c) < 0)
			return -1;
	}
	for (i = 0; summary_feeds[i] != NULL; i++) {
		buffer_clear(b);
		snprintf(name, sizeof(name), "%s.atom", summary_feeds[i]);
		if (publish_one(folder, name, b, summary_write_feed(b, s,
		    summary_feeds[i]), c) < 0)
			return -1;
	}
	buffer_clear(b);
	if (publish_one(folder, "report.md", b,
	    summary_write_markdown(b, s), c) < 0)
		return -1;
	buffer_clear(b);
	if (publish_one(folder, "metrics.prom", b,
	    summary_write_metrics(b, s), c) < 0)
		return -1;
	buffer_clear(b);
	if (publish_one(folder, "report.html", b,
	    summary_write_html(b, s), c) < 0)
		return -1;
	buffer_clear(b);
	return publish_one(folder, "summary.json", b,
	    summary_write_json(b, s), c);
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
	struct translation *words;
	struct buffer b;
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
	buffer_init(&b, FILE_MAX);
	result = publish_all(folder, s, &b, c);
	buffer_release(&b);
	s->translation = NULL;
	s->samples = NULL;
	translation_close(words);
	return result;
}
