/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_caveats.h"

#include <string.h>

/* What a caveat needs to be said. */
enum concern {
	ALWAYS = 1, SHORT = 2, MIX = 4, TEXTLESS = 8, UNSCORED = 16,
	OWN_SITE = 32, SURVEY = 64, UNANSWERED = 128, SILENT = 256,
	EFFECT = 512, VANISHED = 1024, ALERT = 2048, UNRANKED = 4096,
	FEW = 8192,
};

/* In the order of printing. */
static const struct {
	enum concern of;
	const char *words;
} all[] = {
	{ALWAYS, "Reviewers choose to write: people who are very "
	    "pleased or very angry write more often than the rest, "
	    "and those who stay silent are not known to be content."},
	{ALWAYS, "Intervals cover chance only. They do not cover fake "
	    "reviews, who chooses to write, or errors in reading "
	    "words."},
	{ALWAYS, "Compare brands within one source and one period: "
	    "sites differ in who writes there. The comparison with "
	    "the same mix of sources allows for this as far as the "
	    "sources are the same."},
	{ALWAYS, "Several reviews by one author count as several."},
	{SHORT, "Not every source gave all its reviews. What "
	    "a site shows first, the newest or the most helpful, is "
	    "not a fair sample of the rest."},
	{MIX, "In at least one comparison the difference changes "
	    "its sign when both brands have the same mix of sources: "
	    "the plain difference comes from where people write."},
	{TEXTLESS, "Reviews without text count for stars only."},
	{UNSCORED, "Texts in a language without a lexicon, and "
	    "texts without a known word, are left out of all figures "
	    "about texts; they are not neutral."},
	{OWN_SITE, "Reviews on a brand's own site are published by "
	    "the brand, which may choose them. They stand in their "
	    "own row and are no part of the share of voice."},
	{SURVEY, "Answers of surveys come from people who were "
	    "asked. They are kept apart from stars."},
	{UNANSWERED, "A reply that has not come may still come: "
	    "times until a reply count unanswered reviews as open, "
	    "not as never."},
	{SILENT, "A source in which no brand has a reply may not "
	    "show replies: where others do, it is left out of how "
	    "reviews are answered."},
	{EFFECT, "Who gets a reply is no chance: that reviews with "
	    "a reply were edited otherwise need not be what the "
	    "reply did."},
	{VANISHED, "Reviews that are not shown any more still "
	    "count; they may have been deleted, moved or hidden."},
	{ALERT, "Days out of the ordinary may be an event, a "
	    "campaign or chance. Nothing was deleted; the stars are "
	    "given with and without them."},
	{ALERT, "In simulations one series of days has a false "
	    "alert in about eight years where days are independent, "
	    "and less than one a year where they are uneven."},
	{UNRANKED, "There are too few brands, or too little "
	    "difference between them, to learn how far a small "
	    "number of reviews can be trusted: the ranking counts "
	    "the mean of all as ten reviews of each brand."},
	{FEW, "At least one brand has fewer than 30 reviews: its "
	    "figures move with every new one."},
};

static unsigned
look_at_source(const struct summary_part *p)
{
	bool own_site = p->kind != NULL && strcmp(p->kind, "own-site") == 0;

	return (own_site ? OWN_SITE : 0) |
	    (p->answerable > 0 && !p->replies_seen ? SILENT : 0) |
	    (p->nps.n > 0 || p->answers > 0 ? SURVEY : 0);
}

static unsigned
look_at_brand(const struct summary_brand *b)
{
	unsigned concerns = (b->total.reviews < SUMMARY_SOME ? FEW : 0) |
	    (b->total.textless > 0 ? TEXTLESS : 0) |
	    (b->total.unscored > 0 ? UNSCORED : 0) |
	    (b->answers_count > 0 ? UNANSWERED : 0) |
	    (b->changes.vanished > 0 ? VANISHED : 0) |
	    (b->changes.effect.known ? EFFECT : 0);
	size_t i;

	for (i = 0; i < b->source_count; i++)
		concerns |= look_at_source(&b->source[i]);
	return concerns;
}

static unsigned
look_at(const struct summary *s)
{
	unsigned concerns = ALWAYS | (s->any_short ? SHORT : 0) |
	    (s->rank_estimated ? 0 : UNRANKED) |
	    (s->alert_count > 0 ? ALERT : 0);
	size_t i;
	int m;

	for (i = 0; i < s->brand_count; i++)
		concerns |= look_at_brand(&s->brand[i]);
	for (i = 0; i < s->comparison_count; i++)
		for (m = 0; m < SUMMARY_MEASURES; m++)
			if (s->comparison[i].standard[m].turns)
				concerns |= MIX;
	return concerns;
}

size_t
summary_caveats(const struct summary *s, const char *caveat[CAVEATS_MAX])
{
	unsigned concerns = look_at(s);
	size_t i, count = 0;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		if ((all[i].of & concerns) != 0)
			caveat[count++] = all[i].words;
	return count;
}
