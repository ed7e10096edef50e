/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crawl_parts.h"

#include <stdio.h>

#include "buffer.h"
#include "mask.h"
#include "publish.h"

static void
task_list(const struct task *t, struct sink *to)
{
	struct buffer line;

	buffer_init(&line, 8 * HTTP_URL);
	buffer_add_format(&line, "%s\t", t->row.plan->key);
	mask_add(t->row.mask, &line, text_of(t->url[0] != '\0' ? t->url :
	    "(a file)"));
	buffer_add_char(&line, '\n');
	sink_write(to, line.bytes, line.length);
	buffer_release(&line);
}

enum status
crawl_list(const struct crawl_options *o, int descriptor,
	struct complaint *c)
{
	static const struct round_watch silent;
	struct crawl crawl = {.options = o, .round.watch = &silent};
	enum status status = crawl_check_folder(o->folder, c);
	struct sink to;
	size_t i;

	crawl.workspace.lock = -1;
	snprintf(crawl.workspace.folder, sizeof(crawl.workspace.folder), "%s",
	    o->folder);
	if (status == STATUS_DONE)
		status = crawl_open_plan(&crawl, c);
	if (status == STATUS_DONE && (crawl_open_round(&crawl, true, c) != 0 ||
	    sink_open(&to, descriptor) != 0))
		status = STATUS_RETRY;
	if (status == STATUS_DONE) {
		for (i = 0; i < crawl.tasks.count; i++)
			if (crawl.tasks.task[i].wanted)
				task_list(&crawl.tasks.task[i], &to);
		if (sink_close(&to, "standard output", c) != 0)
			status = STATUS_RETRY;
	}
	crawl_release(&crawl);
	return status;
}
