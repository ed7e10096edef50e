/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The summary as Markdown (CommonMark with GitHub's tables), for mails, pull
 * requests and chats: the sentences, the comparison, coverage, quotes.
 */
#include "summary.h"

#include <string.h>

#include "buffer.h"
#include "figures.h"
#include "sentence.h"
#include "shown.h"
#include "text.h"

enum { PLAIN_MAX = 64 << 10 };	/* of one shown text */

/* A string of the data as one line of plain Markdown: no markup, no table
 * border, no link, no mention that the reader's program could make of it. */
static int
add_text(struct buffer *to, const char *text, size_t limit)
{
	struct buffer plain;
	size_t i;
	char before = ' ', b;

	buffer_init(&plain, PLAIN_MAX);
	shown_add(&plain, text_of(text), limit);
	for (i = 0; i < plain.length; i++, before = b) {
		b = plain.bytes[i];
		if (strchr("\\`*_{}[]<>|~&#@!$", b) != NULL ||
		    (b == ':' && plain.bytes[i + 1] == '/') ||
		    (b == '.' && (before == 'w' || before == 'W')) ||
		    /* At the start these begin lists and headings. */
		    (i < 10 && strchr("+-=.)", b) != NULL))
			buffer_add_char(to, '\\');
		buffer_add_char(to, b);
	}
	buffer_release(&plain);
	return to->failed ? -1 : 0;
}

static int
add_name(struct buffer *to, const char *name)
{
	return add_text(to, name, SHOWN_NAME);
}

/* [words](<url>), or nothing where the address is not safe. */
static void
add_link(struct buffer *to, const char *words, const char *url)
{
	const char *at;

	if (!shown_link(url, NULL))
		return;
	buffer_add_format(to, " [%s](<", words);
	for (at = url; *at != '\0'; at++) {
		if (strchr("&*_[]()~$!", *at) != NULL)
			buffer_add_char(to, '\\');
		buffer_add_char(to, *at);
	}
	buffer_add_string(to, ">)");
}

static void
add_headlines(struct buffer *to, const struct summary *s)
{
	static const struct sentence_words words = {add_name, "**", "**"};
	const struct summary_brand *own = figure_own(s);
	size_t i, which;

	if (own == NULL || s->comparison_count == 0) {
		buffer_add_string(to, own == NULL ?
		    "- No brand is named as the own one, so nothing is "
		    "compared.\n" : "- There is no competitor to compare "
		    "with.\n");
		return;
	}
	for (i = 0; i < s->comparison_count; i++)
		for (which = 0; which < SENTENCES; which++) {
			buffer_add_string(to, "- ");
			sentence_add(to, own, &s->comparison[i], which,
			    &words);
			buffer_add_char(to, '\n');
		}
}

static void
add_figure(struct buffer *to, const struct estimate *e, enum figure_unit unit)
{
	const char *note = figure_note(e->n);

	buffer_add_char(to, ' ');
	if (figure_has_value(e)) {
		buffer_add_string(to, "**");
		figure_add_value(to, unit, e->value);
		buffer_add_string(to, "**");
	}
	if (figure_has_range(e)) {
		buffer_add_string(to, " (");
		figure_add_range(to, unit, e);
		buffer_add_char(to, ')');
	}
	buffer_add_string(to, figure_has_value(e) ? ", n = " : "n = ");
	figure_add_count(to, e->n);
	if (note != NULL && e->n > 0)
		buffer_add_format(to, ", *%s*", note);
	buffer_add_string(to, " |");
}

static void
add_brands(struct buffer *to, const struct summary *s)
{
	static const enum figure_name shown[] = {FIGURE_MEAN_STARS,
	    FIGURE_POSITIVE, FIGURE_NEGATIVE, FIGURE_NET_SENTIMENT,
	    FIGURE_VOICE};
	enum { SHOWN = sizeof(shown) / sizeof(shown[0]) };
	size_t i, k;

	buffer_add_string(to, "\n## Brands side by side\n\n| Brand | "
	    "Reviews |");
	for (i = 0; i < SHOWN; i++)
		buffer_add_format(to, " %s |",
		    figure_estimates[shown[i]].title);
	buffer_add_string(to, "\n| --- | ---: |");
	for (i = 0; i < SHOWN; i++)
		buffer_add_string(to, " --- |");
	for (i = 0; i < s->brand_count; i++) {
		const struct summary_brand *b = &s->brand[i];

		buffer_add_string(to, "\n| ");
		add_name(to, figure_brand_name(b->name));
		buffer_add_string(to, b->own ? " (own) | " : " | ");
		figure_add_count(to, b->total.reviews);
		buffer_add_string(to, " |");
		for (k = 0; k < SHOWN; k++)
			add_figure(to, figure_estimate(&b->total, shown[k]),
			    figure_estimates[shown[k]].unit);
	}
	buffer_add_string(to, "\n\nIn brackets the 95 % interval.\n");
}

static void
add_comparisons(struct buffer *to, const struct summary *s)
{
	size_t i, j;

	if (s->comparison_count == 0)
		return;
	buffer_add_string(to, "\n## Own brand minus competitor\n\n"
	    "| Competitor | Measure | Difference | 95 % interval | Formula "
	    "| Verdict |\n| --- | --- | ---: | ---: | --- | --- |\n");
	for (i = 0; i < s->comparison_count; i++)
		for (j = 0; j < FIGURE_DIFFERENCES; j++) {
			const struct summary_difference *d =
			    figure_difference(&s->comparison[i], j);
			const struct figure *f =
			    &figure_estimates[figure_differences[j]];
			bool shown = d->verdict != SUMMARY_TOO_FEW;

			buffer_add_string(to, "| ");
			add_name(to, figure_brand_name(
			    s->comparison[i].competitor->name));
			buffer_add_format(to, " | %s | ", f->title);
			if (shown && figure_has_value(&d->estimate))
				figure_add_difference(to, f->unit,
				    d->estimate.value);
			buffer_add_string(to, " | ");
			if (shown && figure_has_range(&d->estimate))
				figure_add_difference_range(to, f->unit,
				    &d->estimate);
			buffer_add_format(to, " | %s | %s |\n",
			    figure_formula(d->estimate.method),
			    summary_verdict_words(d->verdict));
		}
}

static void
add_coverage(struct buffer *to, const struct summary *s)
{
	size_t i;

	if (s->source_count == 0)
		return;
	buffer_add_string(to, "\n## Stated against collected\n\n| Brand | "
	    "Source | Stated | Collected | Status | |\n"
	    "| --- | --- | ---: | ---: | --- | --- |\n");
	for (i = 0; i < s->source_count; i++) {
		const struct summary_source *k = &s->source[i];

		buffer_add_string(to, "| ");
		add_name(to, figure_brand_name(k->brand));
		buffer_add_string(to, " | ");
		add_name(to, k->source);
		buffer_add_string(to, " | ");
		if (k->stated >= 0)
			figure_add_count(to, k->stated);
		else
			buffer_add_string(to, "not stated");
		buffer_add_string(to, " | ");
		figure_add_count(to, k->collected);
		buffer_add_string(to, " | ");
		add_name(to, k->status);
		buffer_add_string(to, k->is_short ? " | **short** |\n" :
		    " | |\n");
	}
}

static void
add_quote(struct buffer *to, const struct summary_quote *q)
{
	buffer_add_string(to, "\n> ");
	if (q->text == NULL)
		buffer_add_string(to, "*The text was not at hand.*");
	add_text(to, q->text, SHOWN_QUOTE);
	buffer_add_string(to, "\n>\n> \xE2\x80\x94 ");
	buffer_add_string(to, strcmp(q->label, "pos") == 0 ? "praise" :
	    "complaint");
	if (q->source != NULL) {
		buffer_add_string(to, ", ");
		add_name(to, q->source);
	}
	if (q->date != NULL) {
		buffer_add_string(to, ", ");
		add_name(to, q->date);
	}
	if (q->rating != NULL) {
		buffer_add_string(to, ", rating ");
		add_name(to, q->rating);
		if (q->best != NULL) {
			buffer_add_string(to, " of ");
			add_name(to, q->best);
		}
	}
	buffer_add_string(to, ".");
	add_link(to, "At the source", q->url);
	if (q->file != NULL) {
		buffer_add_string(to, " Capture ");
		add_text(to, q->file, SHOWN_QUOTE);
		if (q->offset >= 0)
			buffer_add_format(to, " at byte %lld",
			    (long long)q->offset);
		if (q->fetched != NULL) {
			buffer_add_string(to, ", fetched ");
			add_name(to, q->fetched);
		}
		buffer_add_char(to, '.');
	}
	buffer_add_char(to, '\n');
}

static void
add_quotes(struct buffer *to, const struct summary *s)
{
	size_t i, k;

	for (i = 0; i < s->brand_count; i++) {
		if (s->brand[i].quote_count == 0)
			continue;
		buffer_add_string(to, "\n## In their words: ");
		add_name(to, figure_brand_name(s->brand[i].name));
		buffer_add_char(to, '\n');
		for (k = 0; k < s->brand[i].quote_count; k++)
			add_quote(to, &s->brand[i].quote[k]);
	}
}

int
summary_write_markdown(struct buffer *to, const struct summary *s)
{
	const struct summary_brand *own = figure_own(s);

	buffer_add_string(to, "# What reviewers say");
	if (own != NULL) {
		buffer_add_string(to, " about ");
		add_name(to, figure_brand_name(own->name));
	}
	buffer_add_string(to, "\n\n");
	sentence_add_scope(to, s, add_name);
	if (s->any_short)
		buffer_add_string(to, " **Some sources came out short.**");
	buffer_add_string(to, "\n\n");
	add_headlines(to, s);
	add_brands(to, s);
	add_comparisons(to, s);
	add_coverage(to, s);
	add_quotes(to, s);
	buffer_add_string(to, "\n---\n\nIntervals are 95 % and cover the "
	    "chance of who happened to write, not fake reviews, not who stays "
	    "silent, not errors in reading words. Below 5 only counts are "
	    "shown. The formulas are named in sayso-summary(5).\n");
	return to->failed ? -1 : 0;
}
