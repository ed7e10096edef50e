/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_page.h"

#include <string.h>

#include "explain.h"

enum { VALUE_BYTES_MAX = 256 << 20 };

static void
show_fact(struct buffer *to, const char *name, struct text value)
{
	buffer_add_string(to, name);
	explain_add_text(to, value);
}

int
explain_page_run(struct explain_asked *a, const struct review_run *run)
{
	struct buffer *to = &a->pages;

	show_fact(to, "\n----\n\nrun      ", run->row);
	show_fact(to, ", ", run->started);
	if (run->stated >= 0)
		buffer_add_format(to, "\nstated   %lld",
		    (long long)run->stated);
	buffer_add_format(to, "\ncollected %lld", (long long)run->collected);
	show_fact(to, ", ", run->status);
	show_fact(to, " (", run->stop);
	show_fact(to, ")\nfrom     ", run->capture.file);
	buffer_add_format(to, " at %lld\n", (long long)run->capture.offset);
	return to->failed ? -1 : 0;
}

static void
add_count(struct buffer *to, const struct explain_asked *a)
{
	if (a->kind == ASKED_FIGURE && a->figure.of == EXPLAIN_WORDS)
		buffer_add_format(to, "no reviews: %s\n", a->figure.words);
	else if (a->kind == ASKED_FIGURE && a->figure.of == EXPLAIN_RUNS)
		buffer_add_format(to, "%lld by %lld runs; the first %lld of "
		    "them\n", (long long)a->count, (long long)a->reviews,
		    (long long)a->shown);
	else if (a->count != a->reviews)
		buffer_add_format(to, "%lld counted in %lld reviews; the first "
		    "%lld of them\n", (long long)a->count,
		    (long long)a->reviews, (long long)a->shown);
	else
		buffer_add_format(to, "%lld reviews; the first %lld of them\n",
		    (long long)a->count, (long long)a->shown);
}

static void
add_figure(struct buffer *to, const struct explain_asked *a)
{
	struct buffer value;

	show_fact(to, "figure   ", text_of(a->name));
	buffer_init(&value, VALUE_BYTES_MAX);
	/* A list says how many it shows, which may be the first of many. */
	if (json_type(figure_path_value(&a->path)) == JSON_ARRAY)
		buffer_add_format(&value, "%zu in the list", json_count(
		    figure_path_value(&a->path)));
	else
		json_write(&value, figure_path_value(&a->path));
	show_fact(to, "\nsays     ", (struct text){value.bytes,
	    value.length});
	buffer_release(&value);
}

static void
add_nearest(struct buffer *to, const struct explain_asked *a,
	const struct json *summary)
{
	struct buffer nearest;

	buffer_init(&nearest, VALUE_BYTES_MAX);
	if (explain_asked_nearest(&nearest, summary, a->name))
		show_fact(to, "\nnearest  ", (struct text){nearest.bytes,
		    strlen(nearest.bytes)});
	buffer_release(&nearest);
}

void
explain_page_head(struct buffer *to, const struct explain_asked *a,
	const struct json *summary)
{
	add_count(to, a);
	if (a->kind == ASKED_FIGURE)
		add_figure(to, a);
	else
		show_fact(to, "selected ", text_of(a->name));
	if (a->kind == ASKED_SELECTION && a->reviews == 0)
		add_nearest(to, a, summary);
	buffer_add_char(to, '\n');
	if (a->pages.length > 0)
		buffer_add(to, a->pages.bytes, a->pages.length);
}
