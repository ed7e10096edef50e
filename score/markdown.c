/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The summary as Markdown (CommonMark with GitHub's tables), for mails, pull
 * requests and chats: the sentences, the comparison, coverage, quotes.
 */
#include "markdown.h"

#include <string.h>

#include "buffer.h"
#include "figures.h"
#include "sentence.h"
#include "shown.h"
#include "summary_write.h"
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

/* Words of ours are Markdown as they stand, in every language. */
static int
add_words(struct buffer *to, const char *bytes, size_t length)
{
	return buffer_add(to, bytes, length);
}

/* [words](<url>), or nothing where the address is not safe. */
static void
add_link(const struct writer *w, const char *words, const char *url)
{
	struct buffer *to = w->to;
	const char *at;

	if (!shown_link(url, NULL))
		return;
	buffer_add_string(to, " [");
	template_words(w, words);
	buffer_add_string(to, "](<");
	for (at = url; *at != '\0'; at++) {
		if (strchr("&*_[]()~$!", *at) != NULL)
			buffer_add_char(to, '\\');
		buffer_add_char(to, *at);
	}
	buffer_add_string(to, ">)");
}

static void
markdown_headlines(const struct writer *w, const struct summary *s)
{
	const struct summary_brand *own = figure_own(s);
	size_t i, which;

	if (own == NULL || s->comparison_count == 0) {
		buffer_add_string(w->to, "- ");
		template_words(w, own == NULL ? "No brand is named as the "
		    "own one, so nothing is compared." :
		    "There is no competitor to compare with.");
		buffer_add_char(w->to, '\n');
		return;
	}
	for (i = 0; i < s->comparison_count; i++)
		for (which = 0; which < SENTENCES; which++) {
			buffer_add_string(w->to, "- ");
			sentence_add(w, own, &s->comparison[i], which);
			buffer_add_char(w->to, '\n');
		}
}

void
markdown_head(const struct writer *w, const char *const *column, size_t count)
{
	size_t i;

	buffer_add_string(w->to, "\n\n|");
	for (i = 0; i < count; i++) {
		const char *name = column[i] + (column[i][0] == ':');

		buffer_add_char(w->to, ' ');
		if (name[0] != '\0')
			template_words(w, name);
		buffer_add_string(w->to, " |");
	}
	buffer_add_string(w->to, "\n|");
	for (i = 0; i < count; i++)
		buffer_add_string(w->to, column[i][0] == ':' ? " ---: |" :
		    " --- |");
}

void
markdown_title(const struct writer *w, const char *english)
{
	buffer_add_string(w->to, "\n## ");
	template_words(w, english);
}

void
markdown_figure(const struct writer *w, const struct estimate *e,
	enum figure_unit unit)
{
	const char *note = figure_note(e->n);

	buffer_add_char(w->to, ' ');
	if (figure_has_value(e))
		TEMPLATE(w, "**{1}**", VALUE_OF(unit, e->value));
	if (figure_has_range(e))
		TEMPLATE(w, " ({1})", RANGE_OF(unit, e));
	TEMPLATE(w, figure_has_value(e) ? ", n = {1}" : "n = {1}",
	    COUNT_OF(e->n));
	if (note != NULL && e->n > 0)
		TEMPLATE(w, ", *{1}*", WORDS_OF(note));
	buffer_add_string(w->to, " |");
}

static void
add_brands(const struct writer *w, const struct summary *s)
{
	static const enum figure_name shown[] = {FIGURE_MEAN_STARS,
	    FIGURE_POSITIVE, FIGURE_NEGATIVE, FIGURE_NET_SENTIMENT,
	    FIGURE_VOICE};
	enum { SHOWN = sizeof(shown) / sizeof(shown[0]) };
	const char *column[SHOWN + 2] = {"Brand", ":Reviews"};
	size_t i, k;

	for (i = 0; i < SHOWN; i++)
		column[i + 2] = figure_estimates[shown[i]].title;
	markdown_title(w, "Brands side by side");
	markdown_head(w, column, SHOWN + 2);
	for (i = 0; i < s->brand_count; i++) {
		const struct summary_brand *b = &s->brand[i];

		buffer_add_string(w->to, "\n| ");
		w->name(w->to, figure_brand_name(b->name));
		if (b->own)
			TEMPLATE(w, " ({1})", WORDS_OF("own brand"));
		TEMPLATE(w, " | {1} |", COUNT_OF(b->total.reviews));
		for (k = 0; k < SHOWN; k++)
			markdown_figure(w, figure_estimate(&b->total, shown[k]),
			    figure_estimates[shown[k]].unit);
	}
	buffer_add_string(w->to, "\n\n");
	template_words(w, "In brackets the 95\xC2\xA0% interval.");
	buffer_add_char(w->to, '\n');
}

static void
add_difference(const struct writer *w, const struct summary_comparison *k,
	size_t which)
{
	const struct summary_difference *d = figure_difference(k, which);
	const struct figure *f = &figure_estimates[figure_differences[which]];
	bool shown = d->verdict != SUMMARY_TOO_FEW;

	TEMPLATE(w, "\n| {1} | {2} | ",
	    NAME_OF(figure_brand_name(k->competitor->name)),
	    WORDS_OF(f->title));
	if (shown && figure_has_value(&d->estimate))
		TEMPLATE(w, "{1}", DIFFERENCE_OF(f->unit, d->estimate.value));
	buffer_add_string(w->to, " | ");
	if (shown && figure_has_range(&d->estimate))
		TEMPLATE(w, "{1}", DIFFERENCE_RANGE_OF(f->unit,
		    &d->estimate));
	TEMPLATE(w, " | {1} | {2} |",
	    WORDS_OF(figure_formula(d->estimate.method)),
	    WORDS_OF(summary_verdict_words(d->verdict)));
}

static void
add_comparisons(const struct writer *w, const struct summary *s)
{
	static const char *const column[] = {"Competitor", "Measure",
	    ":Difference", ":95\xC2\xA0% interval", "Formula", "Verdict"};
	size_t i, j;

	if (s->comparison_count == 0)
		return;
	markdown_title(w, "Own brand minus competitor");
	markdown_head(w, column, 6);
	for (i = 0; i < s->comparison_count; i++)
		for (j = 0; j < FIGURE_DIFFERENCES; j++)
			add_difference(w, &s->comparison[i], j);
	buffer_add_char(w->to, '\n');
}

static void
add_coverage(const struct writer *w, const struct summary *s)
{
	static const char *const column[] = {"Brand", "Source", ":Stated",
	    ":Collected", "Status", ""};
	size_t i;

	if (s->source_count == 0)
		return;
	markdown_title(w, "Stated against collected");
	markdown_head(w, column, 6);
	for (i = 0; i < s->source_count; i++) {
		const struct summary_source *k = &s->source[i];

		TEMPLATE(w, "\n| {1} | {2} | ",
		    NAME_OF(figure_brand_name(k->brand)),
		    NAME_OF(k->source));
		if (k->stated >= 0)
			TEMPLATE(w, "{1}", COUNT_OF(k->stated));
		else
			template_words(w, "not stated");
		TEMPLATE(w, " | {1} | ", COUNT_OF(k->collected));
		w->name(w->to, k->status == NULL ? "" :
		    translation_of(w->translation, k->status));
		if (k->is_short)
			TEMPLATE(w, " | **{1}** |", WORDS_OF("short"));
		else
			buffer_add_string(w->to, " | |");
	}
	buffer_add_char(w->to, '\n');
}

static void
add_capture(const struct writer *w, const struct summary_quote *q)
{
	if (q->file == NULL)
		return;
	TEMPLATE(w, " {1} ", WORDS_OF("Capture"));
	add_text(w->to, q->file, SHOWN_QUOTE);
	if (q->offset >= 0)
		TEMPLATE(w, " at byte {1}", PLACE_OF(q->offset));
	if (q->fetched != NULL)
		TEMPLATE(w, ", fetched {1}", NAME_OF(q->fetched));
	buffer_add_char(w->to, '.');
}

void
markdown_quote(const struct writer *w, const struct summary_quote *q)
{
	buffer_add_string(w->to, "\n> ");
	if (q->text == NULL)
		TEMPLATE(w, "*{1}*", WORDS_OF("The text was not at hand."));
	add_text(w->to, q->text, SHOWN_QUOTE);
	buffer_add_string(w->to, "\n>\n> \xE2\x80\x94 ");
	template_words(w, q->label != NULL && strcmp(q->label, "pos") == 0 ?
	    "Praise" : "Complaint");
	if (q->source != NULL)
		TEMPLATE(w, ", {1}", NAME_OF(q->source));
	if (q->date != NULL)
		TEMPLATE(w, ", {1}", DATE_OF(q->date));
	if (q->rating != NULL && q->best != NULL)
		TEMPLATE(w, ", rated {1} of {2}", NAME_OF(q->rating),
		    NAME_OF(q->best));
	else if (q->rating != NULL)
		TEMPLATE(w, ", rated {1}", NAME_OF(q->rating));
	buffer_add_char(w->to, '.');
	if (q->words != NULL) {
		buffer_add_char(w->to, ' ');
		TEMPLATE(w, "Deciding words: {1}. ", NAME_OF(q->words));
	}
	add_link(w, "Read it at", q->url);
	add_capture(w, q);
	buffer_add_char(w->to, '\n');
}

static void
add_quotes(const struct writer *w, const struct summary *s)
{
	size_t i, k;

	for (i = 0; i < s->brand_count; i++) {
		if (s->brand[i].quote_count == 0)
			continue;
		markdown_title(w, "In their words");
		TEMPLATE(w, ": {1}\n",
		    NAME_OF(figure_brand_name(s->brand[i].name)));
		for (k = 0; k < s->brand[i].quote_count; k++)
			markdown_quote(w, &s->brand[i].quote[k]);
	}
}

static void
add_ranking(const struct writer *w, const struct summary *s)
{
	static const char *const column[] = {":Rank", "Brand",
	    ":Drawn towards all", ":Mean stars"};
	size_t i, ranked = 0;
	int rank;

	for (i = 0; i < s->brand_count; i++)
		ranked += s->brand[i].rank > 0;
	if (ranked < 2)
		return;
	markdown_title(w, "Ranking by stars");
	markdown_head(w, column, 4);
	for (rank = 1; (size_t)rank <= s->brand_count; rank++)
		for (i = 0; i < s->brand_count; i++) {
			if (s->brand[i].rank != rank)
				continue;
			TEMPLATE(w, "\n| {1} | {2} | {3} |", COUNT_OF(rank),
			    NAME_OF(figure_brand_name(s->brand[i].name)),
			    VALUE_OF(FIGURE_STARS, s->brand[i].shrunken));
			markdown_figure(w, &s->brand[i].total.mean_stars,
			    FIGURE_STARS);
		}
	buffer_add_char(w->to, '\n');
}

static void
add_first_lines(const struct writer *w, const struct summary *s)
{
	const struct summary_brand *own = figure_own(s);

	buffer_add_string(w->to, "# ");
	if (own != NULL)
		TEMPLATE(w, "What reviewers say about {1}",
		    NAME_OF(figure_brand_name(own->name)));
	else
		template_words(w, "What reviewers say");
	buffer_add_string(w->to, "\n\n");
	sentence_add_scope(w, s);
	if (s->stream != NULL)
		TEMPLATE(w, " ({1})", NAME_OF(s->stream));
	if (s->any_short)
		TEMPLATE(w, " **{1}**",
		    WORDS_OF("Some sources came out short."));
	buffer_add_string(w->to, "\n\n");
}

int
summary_write_markdown(struct buffer *to, const struct summary *s)
{
	const struct writer writer = {.to = to, .words = add_words,
	    .translation = s->translation, .name = add_name, .open = "**",
	    .close = "**"}, *w = &writer;

	add_first_lines(w, s);
	markdown_headlines(w, s);
	add_brands(w, s);
	add_comparisons(w, s);
	add_ranking(w, s);
	markdown_trust(w, s);
	add_coverage(w, s);
	add_quotes(w, s);
	buffer_add_string(to, "\n---\n\n");
	template_words(w, "Intervals are 95\xC2\xA0% and cover the chance of "
	    "who happened to write, not fake reviews, not who stays silent, "
	    "not errors in reading words. Below 5 only counts are shown. The "
	    "formulas are named in sayso-summary(5).");
	return buffer_add_char(to, '\n');
}
