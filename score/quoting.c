/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quoting.h"

#include "twice.h"
#include "utf8.h"

bool
quoting_may_want(void *quoting, uint32_t mark)
{
	const struct quoting *q = quoting;

	return summary_quote_may_want(q->summary, mark) ||
	    streams_quote_may_want(q->streams, mark);
}

/* Most lines are seen off by the id that stands first in them. */
int
quoting_line(void *quoting, struct text line)
{
	struct quoting *q = quoting;
	struct text id;

	arena_clear(q->arena);
	id = twice_id_of(line, q->arena);
	if (!quoting_may_want(q, summary_quote_mark(id)))
		return 0;
	id = twice_exact_id_of(line, q->arena);
	if (text_is_absent(id) ||
	    utf8_valid(line.bytes, line.length) != line.length)
		return 0;
	if (streams_quote_line(q->streams, line, id, q->c) < 0)
		return -1;
	return !summary_quote_is_wanted(q->summary, id) ? 0 :
	    summary_quote_line(q->summary, line, q->c);
}
