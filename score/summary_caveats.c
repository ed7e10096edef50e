/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_caveats.h"

#include <string.h>

struct concern {
	bool few, own_site, survey, textless, unscored, unranked, mix, alert,
	    unanswered, silent, vanished, effect;
};

static void
look_at_brand(struct concern *k, const struct summary_brand *b)
{
	size_t i;

	k->few |= b->total.reviews < SUMMARY_SOME;
	k->textless |= b->total.textless > 0;
	k->unscored |= b->total.unscored > 0;
	k->unanswered |= b->answers_count > 0;
	k->vanished |= b->changes.vanished > 0;
	k->effect |= b->changes.effect.known;
	for (i = 0; i < b->source_count; i++) {
		const char *kind = b->source[i].kind;

		k->silent |= b->source[i].answerable > 0 &&
		    !b->source[i].replies_seen;
		k->own_site |= kind != NULL && strcmp(kind, "own-site") == 0;
		k->survey |= b->source[i].nps.n > 0 ||
		    b->source[i].answers > 0;
	}
}

static struct concern
look_at(const struct summary *s)
{
	struct concern k = {.unranked = !s->rank_estimated,
	    .alert = s->alert_count > 0};
	size_t i;
	int m;

	for (i = 0; i < s->brand_count; i++)
		look_at_brand(&k, &s->brand[i]);
	for (i = 0; i < s->comparison_count; i++)
		for (m = 0; m < SUMMARY_MEASURES; m++)
			k.mix |= s->comparison[i].standard[m].turns;
	return k;
}

size_t
summary_caveats(const struct summary *s, const char *caveat[CAVEATS_MAX])
{
	struct concern k = look_at(s);
	const struct { bool applies; const char *words; } all[] = {
		{true, "Reviewers choose to write: people who are very "
		    "pleased or very angry write more often than the rest, "
		    "and those who stay silent are not known to be content."},
		{true, "Intervals cover chance only. They do not cover fake "
		    "reviews, who chooses to write, or errors in reading "
		    "words."},
		{true, "Compare brands within one source and one period: "
		    "sites differ in who writes there. The comparison with "
		    "the same mix of sources allows for this as far as the "
		    "sources are the same."},
		{true, "Several reviews by one author count as several."},
		{s->any_short, "Not every source gave all its reviews. What "
		    "a site shows first, the newest or the most helpful, is "
		    "not a fair sample of the rest."},
		{k.mix, "In at least one comparison the difference changes "
		    "its sign when both brands have the same mix of sources: "
		    "the plain difference comes from where people write."},
		{k.textless, "Reviews without text count for stars only."},
		{k.unscored, "Texts in a language without a lexicon, and "
		    "texts without a known word, are left out of all figures "
		    "about texts; they are not neutral."},
		{k.own_site, "Reviews on a brand's own site are published by "
		    "the brand, which may choose them. They stand in their "
		    "own row and are no part of the share of voice."},
		{k.survey, "Answers of surveys come from people who were "
		    "asked. They are kept apart from stars."},
		{k.unanswered, "A reply that has not come may still come: "
		    "times until a reply count unanswered reviews as open, "
		    "not as never."},
		{k.silent, "A source in which no brand has a reply may not "
		    "show replies: where others do, it is left out of how "
		    "reviews are answered."},
		{k.effect, "Who gets a reply is no chance: that reviews with "
		    "a reply were edited otherwise need not be what the "
		    "reply did."},
		{k.vanished, "Reviews that are not shown any more still "
		    "count; they may have been deleted, moved or hidden."},
		{k.alert, "Days out of the ordinary may be an event, a "
		    "campaign or chance. Nothing was deleted; the stars are "
		    "given with and without them."},
		{k.alert, "In simulations one series of days has a false "
		    "alert in about eight years where days are independent, "
		    "and less than one a year where they are uneven."},
		{k.unranked, "There are too few brands, or too little "
		    "difference between them, to learn how far a small "
		    "number of reviews can be trusted: the ranking counts "
		    "the mean of all as ten reviews of each brand."},
		{k.few, "At least one brand has fewer than 30 reviews: its "
		    "figures move with every new one."},
	};
	size_t i, count = 0;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (all[i].applies)
			caveat[count++] = all[i].words;
	return count;
}
