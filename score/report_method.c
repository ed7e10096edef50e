/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the figures were made, and what they do not say. */
#include "report.h"

#include "shown.h"
#include "summary_caveats.h"

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
	{"The same mix of sources (standardised)", "Each source that both "
	    "brands have gets the weight that it has among all brands' "
	    "reviews; a source with fewer than five reviews of a brand is "
	    "joined to its kind."},
	{"Chance of more stars (DeLong)", "The probability that a review of "
	    "the own brand has more stars than one of the other, ties "
	    "counted half."},
	{"Answered within a time (Kaplan-Meier)", "Reviews that still wait "
	    "count for as long as they were watched; log-log interval."},
	{"Who answers sooner (log-rank)", "Peto's ratio of the log-rank test "
	    "and its interval: replies less those that were to be expected "
	    "if both answered alike, by the day, in sources that show "
	    "replies. 1 is no difference."},
	{"Complaints a day (Garwood)", "Complaints of a time over its days, "
	    "with Garwood's exact Poisson interval, which holds for a "
	    "single complaint too."},
	{"Times as many complaints (exact)", "Complaints a day of the last "
	    "seven days over those of the 28 before, with the exact interval "
	    "of a binomial share, given both together. Where it holds 1 "
	    "there is no clear difference."},
	{"Words (log-odds)", "Log-odds with an informative Dirichlet prior "
	    "of the reviews that hold a word, by Monroe, Colaresi and "
	    "Quinn."},
	{"Alerts (negative binomial)", "The count of 1, 3 and 7 days against "
	    "the Gamma-Poisson prediction from 56 days before, widened by "
	    "their overdispersion; below one chance in a thousand."},
	{"Many comparisons (Benjamini-Hochberg)", "q is the share of false "
	    "findings if everything with a q as small were called a "
	    "difference, over all comparisons of this report."},
	{"Verdict", "A brand is ahead only if the whole 95 % interval of the "
	    "difference lies on one side of zero, q is at most 0.05 and both "
	    "brands have 10 reviews or more."},
	{"Few reviews", "Below 5 only counts are shown; below 30 a figure is "
	    "marked \"few reviews\"."},
};

static const char *const caveats[][2] = {
	{"Words are read by a lexicon.", "Irony, comparisons and unusual "
	    "words are missed. A text in a language without a lexicon is not "
	    "scored; that is not neutral."},
	{"Stars and texts are different people.", "A review without text "
	    "counts for stars only, one without stars for texts only; each figure "
	    "says its own n."},
	{"Stars are not a recommendation.", "A net promoter score is given for "
	    "surveys that ask the 0 to 10 question, and never made from "
	    "stars."},
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

/* Those that concern these data. */
static void
add_caveats(struct page *p)
{
	const char *caveat[CAVEATS_MAX];
	size_t i, count = summary_caveats(p->all, caveat);

	buffer_add_string(p->to, "<ul class=\"caveats\">\n");
	for (i = 0; i < count; i++)
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<li>"),
		    WORDS_OF(caveat[i]), MARKUP("</li>\n"));
	buffer_add_string(p->to, "</ul>\n");
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
	add_caveats(p);
	add_terms(p, caveats, sizeof(caveats) / sizeof(*caveats));
	page_title(p, 3, "Formulas");
	page_paragraph(p, NULL, "Every interval is a 95\xC2\xA0% interval. "
	    "Each figure stands with its n, and with the name of its formula "
	    "in the head of its column.");
	add_terms(p, formulas, sizeof(formulas) / sizeof(*formulas));
	page_title(p, 3, "From a figure to its reviews");
	page_paragraph(p, NULL, "Every figure is a link to its reviews: how "
	    "many they are, those of them that are quoted on this page, and "
	    "the command that lists all of them with words, capture, address "
	    "and time of the fetch. In the workspace any figure opens by its "
	    "name:");
	buffer_add_string(p->to, "<p><code dir=\"ltr\">score explain "
	    "'BRAND/month/2026-09/stars/1'</code></p>\n");
	add_read(p);
	page_section_end(p);
}
