/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an owner asks first, each with the answer in a line or two: where do we
 * stand, what is praised and complained about, what changed, what must be
 * answered, how far can the figures be believed.
 */
#include "report.h"

#include <math.h>

#include "sentence.h"

enum { THEMES = 3 };	/* named of each side */

static void
open_row(struct page *p, const char *question)
{
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<div><dt>"), WORDS_OF(question),
	    MARKUP("</dt><dd>\n"));
}

static void
close_row(struct page *p)
{
	buffer_add_string(p->to, "</dd></div>\n");
}

/* An item, and the part of the page that says more. */
static void
open_item(struct page *p, const char *class, const char *to)
{
	buffer_add_format(p->to, "<li class=\"%s\"><a href=\"#%s\">", class,
	    to);
}

static void
close_item(struct page *p)
{
	buffer_add_string(p->to, "</a></li>\n");
}

static void
add_item(struct page *p, const char *class, const char *to,
	const char *english)
{
	open_item(p, class, to);
	page_words(p, english);
	close_item(p);
}

static void
add_counted(struct page *p, const char *class, const char *to,
	const char *one, const char *many, int64_t n)
{
	open_item(p, class, to);
	TEMPLATE(&p->w, "{1}", COUNTED(one, many, n));
	close_item(p);
}

/* ---- where do we stand ---- */

static void
add_sentences(struct page *p, const struct summary_brand *own)
{
	size_t i, which;

	buffer_add_string(p->to, "<ul class=\"headlines\">\n");
	for (i = 0; i < p->s->comparison_count; i++)
		for (which = 0; which < SENTENCES; which++) {
			const struct summary_comparison *k =
			    &p->s->comparison[i];

			buffer_add_format(p->to, "<li class=\"%s\">",
			    report_verdict_class(sentence_verdict(k,
			    which)));
			sentence_add(&p->w, own, k, which);
			buffer_add_string(p->to, "</li>\n");
		}
	buffer_add_string(p->to, "</ul>\n");
}

static void
add_stand(struct page *p, const struct summary_brand *own)
{
	open_row(p, "Where the brand stands");
	if (p->s->comparison_count == 0)
		page_paragraph(p, NULL, "There is no competitor to compare "
		    "with.");
	else
		add_sentences(p, own);
	close_row(p);
}

/* ---- what is praised and complained about ---- */

/* Themes of which most that is said is good (1) or bad (-1), the most said
 * first. */
static int64_t
said_of(const struct summary_aspect *a, int side)
{
	const struct estimate *e = &a->positive_share;

	if (!figure_has_value(e) || !e->bounded)
		return 0;
	return side > 0 ? (e->low > .5 ? a->positive : 0) :
	    e->high < .5 ? a->negative : 0;
}

static const struct summary_aspect *
next_theme(const struct summary_brand *b, int side,
	const struct summary_aspect *than)
{
	const struct summary_aspect *best = NULL;
	int64_t most = 0, n;
	size_t i;

	for (i = 0; i < b->aspect_count; i++) {
		const struct summary_aspect *a = &b->aspect[i];

		n = said_of(a, side);
		if (n > most && (than == NULL || n < said_of(than, side) ||
		    (n == said_of(than, side) && a > than))) {
			best = a;
			most = n;
		}
	}
	return best;
}

static bool
add_themes(struct page *p, const struct summary_brand *b, int side,
	const char *words)
{
	const struct summary_aspect *a = next_theme(b, side, NULL);
	const char *label = side > 0 ? "pos" : "neg";
	int shown;

	if (a == NULL)
		return false;
	buffer_add_format(p->to, "<li class=\"%s\">",
	    side > 0 ? "ahead" : "behind");
	page_words(p, words);
	for (shown = 0; a != NULL && shown < THEMES; shown++) {
		struct way way = WAY(p, said_of(a, side), b->name,
		    OF_TWO(ASPECT, a->name, label));

		buffer_add_string(p->to, shown > 0 ? ", " : " ");
		report_way_open(p, way);
		page_words(p, a->name);
		report_way_close(p, way);
		TEMPLATE(&p->w, " ({1})", COUNT_OF(said_of(a, side)));
		a = next_theme(b, side, a);
	}
	buffer_add_string(p->to, "</li>\n");
	return true;
}

static void
add_said(struct page *p, const struct summary_brand *own)
{
	bool any;

	open_row(p, "What people praise and complain about");
	buffer_add_string(p->to, "<ul class=\"today\">\n");
	any = add_themes(p, own, 1, "Praised:");
	any |= add_themes(p, own, -1, "Complained about:");
	if (!any)
		add_item(p, "even", "themes", "Nothing stands out clearly yet");
	buffer_add_string(p->to, "</ul>\n");
	close_row(p);
}

/* ---- what changed ---- */

static void
add_direction(struct page *p, const struct summary_trend *t)
{
	const struct estimate *e = &t->stars;

	if (!figure_has_value(e) || !e->bounded)
		return;
	if (e->low <= 0 && e->high >= 0) {
		open_item(p, "even", "t-trend");
		TEMPLATE(&p->w, "No clear change in stars over {1}",
		    COUNTED("{1} month", "{1} months", (int64_t)t->months));
	} else {
		open_item(p, e->low > 0 ? "ahead" : "behind", "t-trend");
		TEMPLATE(&p->w, e->low > 0 ? "Stars are rising: {1} a month" :
		    "Stars are falling: {1} a month",
		    DIFFERENCE_OF(FIGURE_STARS, e->value));
	}
	close_item(p);
}

static void
add_week(struct page *p, const struct summary_recent *r)
{
	if (!r->ratio.known)
		return;
	if (r->ratio.low > 1)
		add_item(p, "behind", "t-recent", "More complaints than usual "
		    "in the last seven days");
	else if (r->ratio.high < 1)
		add_item(p, "ahead", "t-recent", "Fewer complaints than usual "
		    "in the last seven days");
	else
		add_item(p, "even", "t-recent", "No clear change in "
		    "complaints in the last seven days");
}

static void
add_changed(struct page *p, const struct summary_brand *own)
{
	int64_t alerts = 0;
	size_t i;

	for (i = 0; i < p->all->alert_count; i++)
		alerts += p->all->alert[i].now;
	open_row(p, "What changed");
	buffer_add_string(p->to, "<ul class=\"today\">\n");
	if (alerts > 0)
		add_counted(p, "behind", "alerts", "{1} alert is on",
		    "{1} alerts are on", alerts);
	else
		add_item(p, "even", "alerts", "No alert is on");
	add_direction(p, &own->trend);
	add_week(p, &own->recent);
	if (p->s->since != NULL && own->since.reviews > 0)
		add_counted(p, "even", "t-since",
		    "{1} new review since the last summary",
		    "{1} new reviews since the last summary",
		    own->since.reviews);
	else if (p->s->since != NULL)
		add_item(p, "even", report_month_after(p->s, NULL) == NULL ?
		    "trend" : "t-since", "No new reviews since the last "
		    "summary");
	buffer_add_string(p->to, "</ul>\n");
	close_row(p);
}

/* ---- what must be answered ---- */

static void
add_waiting(struct page *p, const struct summary_brand *own)
{
	const struct estimate *answered = &own->total.response_rate;

	open_row(p, "What waits for an answer");
	buffer_add_string(p->to, "<ul class=\"today\">\n");
	if (own->open.count > 0)
		add_counted(p, "behind", "open",
		    "{1} complaint without an answer is listed",
		    "{1} complaints without an answer are listed",
		    (int64_t)own->open.count);
	else
		add_item(p, "ahead", "open", "No complaint waits for an "
		    "answer");
	if (figure_has_value(answered)) {
		open_item(p, "even", "t-replied");
		TEMPLATE(&p->w, "{1} of the reviews are answered so far",
		    VALUE_OF(FIGURE_SHARE, answered->value));
		close_item(p);
	}
	buffer_add_string(p->to, "</ul>\n");
	close_row(p);
}

/* ---- how far can it be believed ---- */

static void
add_doubts(struct page *p, const struct summary_brand *own)
{
	open_row(p, "How far the figures can be believed");
	buffer_add_string(p->to, "<ul class=\"today\">\n");
	if (p->s->any_short)
		add_item(p, "behind", "sources", "Some sources came out "
		    "short");
	else if (p->s->source_count > 0)
		add_item(p, "ahead", "sources", "No source came out short");
	if (own != NULL && figure_has_value(&own->against_share)) {
		open_item(p, "even", "t-against");
		TEMPLATE(&p->w, "Stars and words disagree in {1} of the "
		    "reviews", VALUE_OF(FIGURE_SHARE,
		    own->against_share.value));
		close_item(p);
	}
	if (own != NULL && own->copies.reviews > 0)
		add_counted(p, "behind", "t-copies",
		    "{1} review nearly the same",
		    "{1} reviews nearly the same", own->copies.reviews);
	add_item(p, "even", "method", "What the figures do not say");
	buffer_add_string(p->to, "</ul>\n");
	close_row(p);
}

void
report_brief(struct page *p)
{
	const struct summary_brand *own = figure_own(p->s);

	if (own == NULL)
		page_paragraph(p, NULL, "No brand is named as the own one, "
		    "so nothing is compared.");
	buffer_add_string(p->to, "<dl class=\"brief\">\n");
	if (own != NULL) {
		add_stand(p, own);
		add_said(p, own);
		add_changed(p, own);
		add_waiting(p, own);
	}
	add_doubts(p, own);
	buffer_add_string(p->to, "</dl>\n");
}
