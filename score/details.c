/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "details.h"

#include <math.h>
#include <string.h>

#include "figures.h"

#define REVIEW_COLUMNS "id source language date rating best_rating" \
	" words text url capture_file capture_offset fetched"

const struct details_columns details_table[DETAILS_TABLES] = {
	[DETAILS_RANKING] = {"ranking", "brand role rank drawn *mean_stars"
	    " weight mean method"},
	[DETAILS_ALERTS] = {"alerts", "brand source what first last days"
	    " now count expected p q *mean_stars *mean_stars_without"},
	[DETAILS_ANSWERING] = {"answering", "brand source reviews precision"
	    " *within_30_minutes *within_1_hour *within_24_hours"
	    " *within_7_days median_minutes median_low median_high"},
	[DETAILS_ASPECTS] = {"aspects", "brand level name reviews positive"
	    " neutral negative *positive_share"},
	[DETAILS_WORDS] = {"words", "brand word language reviews authors"
	    " weight"},
	[DETAILS_WORDS_APART] = {"words_apart", "own competitor side word"
	    " language own_reviews competitor_reviews own_authors"
	    " competitor_authors z q"},
	[DETAILS_NEAR_COPIES] = {"near_copies", "brand cluster reviews first"
	    " last *mean_stars *brand_stars *brand_stars_without "
	    REVIEW_COLUMNS},
	[DETAILS_CONTRADICTIONS] = {"contradictions", "brand "
	    REVIEW_COLUMNS},
	[DETAILS_UNANSWERED] = {"unanswered", "brand role " REVIEW_COLUMNS},
	[DETAILS_DIFFERENCES] = {"differences", "own competitor level name"
	    " *difference verdict p q needed own_n competitor_n"},
	[DETAILS_TREND] = {"trend", "brand months first last"
	    " *mean_stars_per_month mean_stars_p"
	    " *negative_share_per_month negative_share_p complaints_per_day"
	    " usual_per_day usual_low usual_high direction"},
	[DETAILS_CHANGES] = {"changes", "brand edited up down"
	    " *mean_stars_unedited *change_replied *change_unreplied"
	    " *reply_effect watched vanished"
	    " *mean_stars_without_vanished"},
	[DETAILS_RECENT] = {"recent", "brand since new_reviews"
	    " new_complaints edited vanished returned *mean_stars_new"
	    " *mean_stars_then *mean_stars_now week_reviews usual_reviews"
	    " week_complaints usual_complaints complaint_ratio ratio_low"
	    " ratio_high ratio_p"},
	[DETAILS_HEAD_TO_HEAD] = {"head_to_head", "brand other aspect"
	    " preferred against *preferred_share"},
	[DETAILS_CHURN] = {"churn", "brand period customers lost"
	    " *lost_share"},
};

enum details_table
details_find(const char *name)
{
	int i;

	for (i = 0; i < DETAILS_TABLES; i++)
		if (strcmp(details_table[i].name, name) == 0)
			break;
	return (enum details_table)i;
}

static void
put_string(const struct details_sink *k, const char *value)
{
	k->string(k->to, value);
}

static void
put_integer(const struct details_sink *k, int64_t value)
{
	k->integer(k->to, value >= 0, value);
}

static void
put_real(const struct details_sink *k, double value)
{
	k->real(k->to, isfinite(value), value);
}

static const char *
role_of(const struct summary_brand *b)
{
	return b->own ? "own" : "competitor";
}

static void
put_review(const struct details_sink *k, const struct summary_quote *q)
{
	const char *const value[] = {q->id, q->source, q->language, q->date,
	    q->rating, q->best, q->words, q->text, q->url, q->file};
	size_t i;

	for (i = 0; i < sizeof(value) / sizeof(*value); i++)
		put_string(k, value[i]);
	put_integer(k, q->file == NULL ? -1 : q->offset);
	put_string(k, q->fetched);
}

static int
put_ranking(const struct details_sink *k, const struct summary *s,
	const struct summary_brand *b)
{
	if (b->rank == 0)
		return 0;
	k->begin(k->to, DETAILS_RANKING);
	put_string(k, b->name);
	put_string(k, role_of(b));
	put_integer(k, b->rank);
	put_real(k, b->shrunken);
	k->estimate(k->to, &b->total.mean_stars);
	put_real(k, s->rank_weight);
	put_real(k, s->rank_mean);
	put_string(k, s->rank_estimated ? "empirical-bayes" :
	    "fixed-weight");
	return k->end(k->to);
}

static int
put_alerts(const struct details_sink *k, const struct summary *s)
{
	size_t i;

	for (i = 0; i < s->alert_count; i++) {
		const struct summary_alert *a = &s->alert[i];

		k->begin(k->to, DETAILS_ALERTS);
		put_string(k, a->brand);
		put_string(k, a->source);
		put_string(k, a->what);
		put_string(k, a->first);
		put_string(k, a->last);
		put_integer(k, a->window);
		put_integer(k, a->now);
		put_integer(k, a->count);
		put_real(k, a->expected);
		put_real(k, a->p);
		put_real(k, a->q);
		k->estimate(k->to, &a->with);
		k->estimate(k->to, &a->without);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

/* Below ten reviews the curve says nothing: summary.json has none either. */
static int
put_answering(const struct details_sink *k, const struct summary_brand *b)
{
	static const struct estimate none = {.n = 0};
	size_t i, j;

	for (i = 0; i < b->answers_count; i++) {
		const struct summary_answers *a = &b->answers[i];
		const struct estimate *const share[] = {&a->half_hour,
		    &a->hour, &a->day, &a->week};
		bool shown = a->reviews >= SUMMARY_COMPARE;

		k->begin(k->to, DETAILS_ANSWERING);
		put_string(k, b->name);
		put_string(k, a->source);
		put_integer(k, a->reviews);
		put_string(k, a->by_minute ? "minute" : "day");
		for (j = 0; j < 4; j++)
			k->estimate(k->to, shown ? share[j] : &none);
		put_integer(k, shown ? a->median : -1);
		put_integer(k, shown ? a->median_low : -1);
		put_integer(k, shown ? a->median_high : -1);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

static int
put_aspects(const struct details_sink *k, const struct summary_brand *b,
	const char *level, const struct summary_aspect *a, size_t count)
{
	for (; count > 0; count--, a++) {
		k->begin(k->to, DETAILS_ASPECTS);
		put_string(k, b->name);
		put_string(k, level);
		put_string(k, a->name);
		put_integer(k, a->mentions);
		put_integer(k, a->positive);
		put_integer(k, a->neutral);
		put_integer(k, a->negative);
		k->estimate(k->to, &a->positive_share);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

static int
put_words(const struct details_sink *k, const struct summary_brand *b)
{
	size_t i;

	for (i = 0; i < b->cloud_count; i++) {
		const struct summary_cloud *w = &b->cloud[i];

		k->begin(k->to, DETAILS_WORDS);
		put_string(k, b->name);
		put_string(k, w->word);
		put_string(k, w->language);
		put_integer(k, w->reviews);
		put_integer(k, w->authors);
		put_real(k, w->weight);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

static int
put_words_apart(const struct details_sink *k, const struct summary_brand *own,
	const struct summary_comparison *of)
{
	size_t i;

	for (i = 0; i < of->word_count; i++) {
		const struct summary_word *w = &of->word[i];

		k->begin(k->to, DETAILS_WORDS_APART);
		put_string(k, own->name);
		put_string(k, of->competitor->name);
		put_string(k, w->ours ? "own" : "competitor");
		put_string(k, w->word);
		put_string(k, w->language);
		put_integer(k, w->own);
		put_integer(k, w->other);
		put_integer(k, w->own_authors);
		put_integer(k, w->other_authors);
		put_real(k, w->z);
		put_real(k, w->q);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

static int
put_copies(const struct details_sink *k, const struct summary_brand *b)
{
	size_t i;

	for (i = 0; i < b->copies.cluster_count; i++) {
		const struct summary_cluster *of = &b->copies.cluster[i];

		k->begin(k->to, DETAILS_NEAR_COPIES);
		put_string(k, b->name);
		put_integer(k, (int64_t)i + 1);
		put_integer(k, of->reviews);
		put_string(k, of->first);
		put_string(k, of->last);
		k->estimate(k->to, &of->stars);
		k->estimate(k->to, &b->copies.with);
		k->estimate(k->to, &b->copies.without);
		put_review(k, &of->example);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

static int
put_list(const struct details_sink *k, enum details_table table,
	const struct summary_brand *b, const struct summary_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++) {
		k->begin(k->to, table);
		put_string(k, b->name);
		if (table == DETAILS_UNANSWERED)
			put_string(k, role_of(b));
		put_review(k, &list->item[i]);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

static int
put_brand(const struct details_sink *k, enum details_table table,
	const struct summary *s, const struct summary_brand *b)
{
	switch (table) {
	case DETAILS_RANKING: return put_ranking(k, s, b);
	case DETAILS_ANSWERING: return put_answering(k, b);
	case DETAILS_ASPECTS:
		return put_aspects(k, b, "aspect", b->aspect,
		    b->aspect_count) < 0 ? -1 : put_aspects(k, b, "stage",
		    b->stage, b->stage_count);
	case DETAILS_WORDS: return put_words(k, b);
	case DETAILS_NEAR_COPIES: return put_copies(k, b);
	case DETAILS_DIFFERENCES: case DETAILS_TREND: case DETAILS_CHANGES:
	case DETAILS_RECENT: case DETAILS_HEAD_TO_HEAD: case DETAILS_CHURN:
		return details_change_write(k, table, s, b);
	case DETAILS_CONTRADICTIONS:
		return put_list(k, table, b, &b->against);
	default: return put_list(k, table, b, &b->open);
	}
}

int
details_write(const struct details_sink *k, enum details_table table,
	const struct summary *s)
{
	const struct summary_brand *own = figure_own(s);
	int result = 0;
	size_t i;

	if (table == DETAILS_ALERTS)
		return put_alerts(k, s);
	for (i = 0; table == DETAILS_WORDS_APART && own != NULL &&
	    result == 0 && i < s->comparison_count; i++)
		result = put_words_apart(k, own, &s->comparison[i]);
	for (i = 0; table != DETAILS_WORDS_APART && result == 0 &&
	    i < s->brand_count; i++)
		result = put_brand(k, table, s, &s->brand[i]);
	return result;
}
