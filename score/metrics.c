/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The summary for Prometheus' textfile collector: the text exposition format
 * 0.0.4, gauges only, one # HELP and # TYPE a metric.  A figure without a
 * value (too few reviews) has no sample: absent is not zero.
 */
#include "summary_write.h"

#include <inttypes.h>
#include <string.h>

#include "calendar.h"
#include "figures.h"
#include "shown.h"

enum { LABEL_ROOM = 8 << 10 };

/* A label's value, quoted: backslash, quote and line end are escaped, and
 * shown_add() leaves no control behind. */
static void
add_label(struct buffer *to, const char *name, const char *value)
{
	struct buffer plain;
	size_t i;

	buffer_init(&plain, LABEL_ROOM);
	shown_add(&plain, text_of(value), SHOWN_NAME);
	buffer_add_format(to, "%s=\"", name);
	for (i = 0; i < plain.length; i++) {
		if (plain.bytes[i] == '"' || plain.bytes[i] == '\\')
			buffer_add_char(to, '\\');
		buffer_add_char(to, plain.bytes[i]);
	}
	buffer_add_char(to, '"');
	buffer_release(&plain);
}

static void
begin(struct buffer *to, const char *name, const char *help)
{
	buffer_add_format(to, "# HELP sayso_%s %s\n# TYPE sayso_%s gauge\n",
	    name, help, name);
}

/* Metrics of several streams may stand in one folder. */
static void
add_stream(struct buffer *to, const struct summary *s, const char *before)
{
	if (s->stream == NULL)
		return;
	buffer_add_string(to, before);
	add_label(to, "stream", s->stream);
}

/* sayso_NAME{brand="...",role="..."[,source="..."][,bound="..."]
 * [,stream="..."]} */
static void
add_name(struct buffer *to, const struct summary *s, const char *name,
	const struct summary_brand *b, const char *source, const char *bound)
{
	buffer_add_format(to, "sayso_%s{", name);
	add_label(to, "brand", figure_brand_name(b->name));
	buffer_add_format(to, ",role=\"%s\"", b->own ? "own" : "competitor");
	if (source != NULL) {
		buffer_add_char(to, ',');
		add_label(to, "source", source);
	}
	if (bound != NULL)
		buffer_add_format(to, ",bound=\"%s\"", bound);
	add_stream(to, s, ",");
	buffer_add_string(to, "} ");
}

static void
add_bounds(struct buffer *to, const struct summary *s, const char *name,
	const struct summary_brand *b, const char *source,
	const struct estimate *e)
{
	const struct { const char *bound; bool known; double value; } row[] = {
		{"value", figure_has_value(e), e->value},
		{"low", figure_has_range(e), e->low},
		{"high", figure_has_range(e), e->high},
	};
	size_t i;

	for (i = 0; i < 3; i++) {
		if (!row[i].known)
			continue;
		add_name(to, s, name, b, source, row[i].bound);
		figure_add_number(to, row[i].value);
		buffer_add_char(to, '\n');
	}
}

static void
add_figures(struct buffer *to, const struct summary *s)
{
	size_t f, i, k;

	for (f = 0; f < FIGURE_ESTIMATES; f++) {
		const char *name = figure_estimates[f].name;

		begin(to, name, "By brand, and by source, with the ends of "
		    "the 95 % interval; see sayso-summary(5).");
		for (i = 0; i < s->brand_count; i++) {
			const struct summary_brand *b = &s->brand[i];

			add_bounds(to, s, name, b, NULL,
			    figure_estimate(&b->total, f));
			for (k = 0; k < b->source_count; k++)
				add_bounds(to, s, name, b, b->source[k].label,
				    figure_estimate(&b->source[k], f));
		}
	}
}

static void
add_count(struct buffer *to, const struct summary *s,
	const struct summary_brand *b, const char *source,
	const struct summary_part *p, size_t count)
{
	int64_t value;

	if (!figure_count(p, count, &value))
		return;
	add_name(to, s, figure_counts[count], b, source, NULL);
	buffer_add_format(to, "%" PRId64 "\n", value);
}

static void
add_counts(struct buffer *to, const struct summary *s)
{
	static const size_t shown[] = {0, 1, 2, 5};	/* figure_counts */
	size_t f, i, k;

	for (f = 0; f < sizeof(shown) / sizeof(shown[0]); f++) {
		const char *name = figure_counts[shown[f]];

		begin(to, name, "Distinct reviews; see sayso-summary(5).");
		for (i = 0; i < s->brand_count; i++) {
			const struct summary_brand *b = &s->brand[i];

			add_count(to, s, b, NULL, &b->total, shown[f]);
			for (k = 0; k < b->source_count; k++)
				add_count(to, s, b, b->source[k].label,
				    &b->source[k], shown[f]);
		}
	}
}

static void
add_source(struct buffer *to, const struct summary *s, const char *name,
	const struct summary_source *k, int64_t value)
{
	if (value < 0)
		return;
	buffer_add_format(to, "sayso_%s{", name);
	add_label(to, "brand", figure_brand_name(k->brand));
	buffer_add_char(to, ',');
	add_label(to, "source", k->source);
	add_stream(to, s, ",");
	buffer_add_format(to, "} %" PRId64 "\n", value);
}

static void
add_sources(struct buffer *to, const struct summary *s)
{
	size_t i;

	begin(to, "source_stated", "Reviews that the source says it holds.");
	for (i = 0; i < s->source_count; i++)
		add_source(to, s, "source_stated", &s->source[i],
		    s->source[i].stated);
	begin(to, "source_collected", "Reviews that were collected of it.");
	for (i = 0; i < s->source_count; i++)
		add_source(to, s, "source_collected", &s->source[i],
		    s->source[i].collected);
	begin(to, "source_short", "1 where the source came out short.");
	for (i = 0; i < s->source_count; i++)
		add_source(to, s, "source_short", &s->source[i],
		    s->source[i].is_short);
}

/* Of the run as a whole. */
static void
add_plain(struct buffer *to, const struct summary *s, const char *name,
	const char *help, int64_t value)
{
	begin(to, name, help);
	buffer_add_format(to, "sayso_%s", name);
	if (s->stream != NULL)
		buffer_add_char(to, '{');
	add_stream(to, s, "");
	buffer_add_format(to, s->stream != NULL ? "} %" PRId64 "\n" :
	    " %" PRId64 "\n", value);
}

int
summary_write_metrics(struct buffer *to, const struct summary *s)
{
	struct calendar_date d;

	add_plain(to, s, "records", "Lines that were read.", s->records);
	add_plain(to, s, "bad_records", "Lines that were left out as bad.",
	    s->bad);
	if (s->as_of != NULL && calendar_read(text_of(s->as_of), &d))
		add_plain(to, s, "as_of_timestamp_seconds",
		    "The day of the newest fetch.", calendar_instant(&d));
	add_counts(to, s);
	add_figures(to, s);
	add_sources(to, s);
	return to->failed ? -1 : 0;
}
