/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is missing, how the figures were made, what they do not say. */
#include "report.h"

#include "shown.h"

static void
add_missing_cell(struct buffer *to, const struct summary_source *k)
{
	if (k->stated < 0) {
		buffer_add_string(to, "<td class=\"none\">not stated</td>");
		report_count_cell(to, k->collected);
		buffer_add_string(to, "<td class=\"none\">unknown</td>");
		return;
	}
	report_count_cell(to, k->stated);
	report_count_cell(to, k->collected);
	buffer_add_string(to, "<td class=\"number\">");
	if (k->stated > 0)
		figure_add_value(to, FIGURE_SHARE, (double)k->collected /
		    (double)k->stated);
	buffer_add_string(to, "</td>");
}

static void
add_source(struct buffer *to, const struct summary_source *k)
{
	buffer_add_string(to, k->is_short ? "<tr class=\"short\">" : "<tr>");
	buffer_add_string(to, "<th scope=\"row\">");
	report_name(to, k->source);
	if (k->kind != NULL) {
		buffer_add_string(to, " <small>");
		report_text(to, k->kind, SHOWN_NAME);
		buffer_add_string(to, "</small>");
	}
	buffer_add_string(to, "</th><td>");
	report_name(to, figure_brand_name(k->brand));
	buffer_add_string(to, "</td>");
	add_missing_cell(to, k);
	buffer_add_string(to, "<td>");
	if (k->is_short)
		buffer_add_string(to, "<span class=\"badge behind\">short"
		    "</span> ");
	report_name(to, k->status == NULL ? "not known" : k->status);
	buffer_add_string(to, "</td><td>");
	report_name(to, k->stop);
	buffer_add_string(to, "</td></tr>\n");
}

void
report_coverage(struct buffer *to, const struct summary *s)
{
	size_t i;

	if (s->source_count == 0)
		return;
	buffer_add_string(to, "<section id=\"coverage\" aria-labelledby="
	    "\"coverage-head\">\n<h2 id=\"coverage-head\">Coverage</h2>\n"
	    "<p>What each source says it holds, and what was collected of "
	    "it.</p>\n");
	report_table_open(to, "t-coverage", "Stated against collected", 0);
	buffer_add_string(to, "<thead><tr>");
	report_head(to, "Source", NULL);
	report_head(to, "Brand", NULL);
	report_head_number(to, "Stated");
	report_head_number(to, "Collected");
	report_head_number(to, "Coverage");
	report_head(to, "Status", NULL);
	report_head(to, "Stopped by", NULL);
	buffer_add_string(to, "</tr></thead>\n<tbody>\n");
	for (i = 0; i < s->source_count; i++)
		add_source(to, &s->source[i]);
	report_table_close(to);
	buffer_add_string(to, "</section>\n");
}

static const char *const formulas[][2] = {
	{"Shares (Wilson)", "Positive, neutral and negative shares, star "
	    "shares and the share of answered reviews have the Wilson score "
	    "interval."},
	{"Mean stars (t, Dirichlet)", "From 30 reviews with stars, Student's "
	    "t interval; below, the Dirichlet posterior of the star counts "
	    "with one added to each star, which is drawn towards the middle "
	    "and need not hold the plain mean."},
	{"Net sentiment and net promoter score (Wald)", "Share of positive "
	    "minus share of negative texts (promoters minus detractors), in "
	    "points, with the Wald interval of a trinomial; below 100 the "
	    "adjusted Wald interval."},
	{"Share of voice (Goodman)", "A brand's part of all public reviews "
	    "here, without one's own site and surveys, with Goodman's "
	    "simultaneous intervals. It depends on which sources were "
	    "read."},
	{"Difference of shares (Newcombe)", "Newcombe's hybrid score "
	    "interval, own brand minus competitor."},
	{"Difference of mean stars (Welch)", "Welch's t interval."},
	{"Difference of net sentiment (Wald)", "The two standard errors "
	    "added in squares."},
	{"Verdict", "A brand is ahead only if the whole 95 % interval of the "
	    "difference lies on one side of zero and both brands have 10 "
	    "reviews or more. Each comparison is judged by itself: of "
	    "twenty without any difference, one is expected to look "
	    "clear."},
	{"Few reviews", "Below 5 only counts are shown; below 30 a figure is "
	    "marked \"few reviews\"."},
};

static const char *const caveats[][2] = {
	{"Reviewers are not customers.", "People who write reviews choose to. "
	    "Those who love or hate a thing write more often, and those who "
	    "are silent are not known to be content. The figures describe "
	    "reviewers on these sources."},
	{"Compare rather than believe levels.", "A difference between brands "
	    "is safer than a level, if the same kind of people write about "
	    "both. Look at it within one source and one period as well: a "
	    "different mix of sources can turn a comparison round."},
	{"Intervals cover chance only.", "They say how far a figure could move "
	    "because other people happened to write. They do not cover fake "
	    "reviews, who chooses to write, or errors in reading words."},
	{"Words are read by a lexicon.", "Irony, comparisons and unusual "
	    "words are missed. A text in a language without a lexicon is not "
	    "scored; that is not neutral."},
	{"Stars and texts are different people.", "A review without text "
	    "counts for stars only, one without stars for texts only; each figure "
	    "says its own n."},
	{"One author may write more than once.", "Several reviews by one "
	    "person are counted as several, so intervals can be too narrow."},
	{"Sites show what they choose.", "Where a site shows only the newest "
	    "or the most helpful reviews, what was collected is not a sample of "
	    "all; the coverage table says how much is missing."},
	{"Stars are not a recommendation.", "A net promoter score is given for "
	    "surveys that ask the 0 to 10 question, and never made from "
	    "stars."},
	{"Answered so far.", "Recent reviews have had less time to be "
	    "answered, so the answered share is a lower limit."},
};

static void
add_terms(struct buffer *to, const char *const term[][2], size_t count)
{
	size_t i;

	buffer_add_string(to, "<dl class=\"terms\">\n");
	for (i = 0; i < count; i++)
		buffer_add_format(to, "<dt>%s</dt><dd>%s</dd>\n", term[i][0],
		    term[i][1]);
	buffer_add_string(to, "</dl>\n");
}

void
report_method(struct buffer *to, const struct summary *s)
{
	buffer_add_string(to, "<section id=\"method\" aria-labelledby="
	    "\"method-head\">\n<h2 id=\"method-head\">How to read this</h2>\n"
	    "<h3>What the figures do not say</h3>\n");
	add_terms(to, caveats, sizeof(caveats) / sizeof(*caveats));
	buffer_add_string(to, "<h3>Formulas</h3>\n<p>Every interval is a 95 % "
	    "interval. Each figure stands with its n, and with the name of "
	    "its formula in the head of its column.</p>\n");
	add_terms(to, formulas, sizeof(formulas) / sizeof(*formulas));
	buffer_add_string(to, "<h3>What was read</h3>\n<p>");
	figure_add_count(to, s->records);
	buffer_add_string(to, " records were read and ");
	figure_add_count(to, s->bad);
	buffer_add_string(to, " left out as bad.");
	if (s->lexicon != NULL) {
		buffer_add_string(to, " The lexicon is <code>");
		report_text(to, s->lexicon, SHOWN_NAME);
		buffer_add_string(to, "</code> (SHA-256).");
	}
	buffer_add_string(to, "</p>\n</section>\n");
}
