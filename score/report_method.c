/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the figures were made, and what they do not say. */
#include "report.h"

#include "shown.h"

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
add_terms(struct page *p, const char *const term[][2], size_t count)
{
	size_t i;

	buffer_add_string(p->to, "<dl class=\"terms\">\n");
	for (i = 0; i < count; i++)
		TEMPLATE(&p->w, "{1}{2}{3}{4}{5}", MARKUP("<div><dt>"),
		    WORDS_OF(term[i][0]), MARKUP("</dt><dd>"),
		    WORDS_OF(term[i][1]), MARKUP("</dd></div>\n"));
	buffer_add_string(p->to, "</dl>\n");
}

static void
add_read(struct page *p)
{
	page_title(p, 3, "What was read");
	buffer_add_string(p->to, "<p>");
	TEMPLATE(&p->w, "{1} records were read and {2} left out as bad.",
	    COUNT_OF(p->s->records), COUNT_OF(p->s->bad));
	if (p->s->lexicon != NULL) {
		TEMPLATE(&p->w, " {1} {2}", WORDS_OF("The lexicon's SHA-256 "
		    "is:"), MARKUP("<code>"));
		report_text(p->to, p->s->lexicon, SHOWN_NAME);
		buffer_add_string(p->to, "</code>");
	}
	buffer_add_string(p->to, "</p>\n");
}

void
report_method(struct page *p)
{
	page_section(p, "method", "How to read this");
	page_title(p, 3, "What the figures do not say");
	add_terms(p, caveats, sizeof(caveats) / sizeof(*caveats));
	page_title(p, 3, "Formulas");
	page_paragraph(p, NULL, "Every interval is a 95\xC2\xA0% interval. "
	    "Each figure stands with its n, and with the name of its formula "
	    "in the head of its column.");
	add_terms(p, formulas, sizeof(formulas) / sizeof(*formulas));
	add_read(p);
	page_section_end(p);
}
