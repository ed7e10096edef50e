/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "metrics.h"

#include <inttypes.h>

#include "buffer.h"
#include "publish.h"

enum { TEXT_MAX = 1 << 16 };

static void
gauge(struct buffer *b, const char *name, const char *help, int64_t value)
{
	buffer_add_format(b, "# HELP sayso_fetch_%s %s\n"
	    "# TYPE sayso_fetch_%s gauge\nsayso_fetch_%s %" PRId64 "\n",
	    name, help, name, name, value);
}

static void
rows(struct buffer *b, const struct round_tally *t)
{
	const struct {
		const char *status;
		int64_t count;
	} row[] = {
		{"complete", t->complete}, {"short", t->fell_short},
		{"blocked", t->blocked}, {"failed", t->failed},
		{"deferred", t->deferred},
	};
	size_t i;

	buffer_add_string(b, "# HELP sayso_fetch_rows Sources of the last run "
	    "by how they ended.\n# TYPE sayso_fetch_rows gauge\n");
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		buffer_add_format(b, "sayso_fetch_rows{status=\"%s\"} %" PRId64
		    "\n", row[i].status, row[i].count);
}

int
metrics_write(const char *path, const struct round_tally *t, int64_t begun,
	int64_t ended, enum status status, struct complaint *c)
{
	struct buffer b;
	int result;

	buffer_init(&b, TEXT_MAX);
	gauge(&b, "last_run_timestamp_seconds", "When the last run ended.",
	    ended);
	gauge(&b, "last_run_duration_seconds", "How long it took.",
	    ended > begun ? ended - begun : 0);
	gauge(&b, "last_run_exit_status", "0 done, 1 try again, 2 usage, "
	    "3 short.", status);
	gauge(&b, "due_rows", "Sources that were due.", t->rows);
	rows(&b, t);
	gauge(&b, "requests", "Requests of the last run.", t->requests);
	gauge(&b, "pages", "Pages that came, unchanged ones too.", t->pages);
	gauge(&b, "unchanged_pages", "Pages that were as before.",
	    t->unchanged);
	gauge(&b, "received_bytes", "Bytes of bodies.", t->bytes);
	result = b.failed ? complain(c, 0, "%s: no memory", path) :
	    publish_file(path, b.bytes, b.length, c);
	buffer_release(&b);
	return result;
}
