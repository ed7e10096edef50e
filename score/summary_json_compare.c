/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons and alerts in summary.json. */
#include "summary_json.h"

#include <math.h>

#include "jsonl.h"

/* n is that of the smaller side; here both. */
static void
add_sides(struct buffer *to, const struct summary_difference *d)
{
	jsonl_add_member_integer(to, "ownN", d->own_n);
	jsonl_add_member_integer(to, "competitorN", d->other_n);
}

static void
add_difference_members(struct buffer *to, const struct summary_difference *d)
{
	summary_json_estimate_members(to, &d->estimate);
	add_sides(to, d);
	summary_json_number(to, "p", d->p);
	summary_json_number(to, "q", d->q);
	if (d->needed > 0)
		jsonl_add_member_integer(to, "needed", d->needed);
	jsonl_add_member(to, "verdict",
	    text_of(summary_verdict_words(d->verdict)));
}

static void
add_difference(struct buffer *to, const char *name,
	const struct summary_difference *d)
{
	buffer_add_format(to, ",\n   \"%s\":{", name);
	add_difference_members(to, d);
	buffer_add_char(to, '}');
}

static void
add_standard(struct buffer *to, const char *name,
	const struct summary_standard *s)
{
	buffer_add_format(to, "\n    \"%s\":{", name);
	add_difference_members(to, &s->difference);
	jsonl_add_member_integer(to, "strata", (int64_t)s->strata);
	if (s->strata > 0 && s->difference.estimate.known) {
		summary_json_number(to, "own", s->own);
		summary_json_number(to, "competitor", s->other);
		summary_json_number(to, "keptOwn", s->kept_own);
		summary_json_number(to, "keptCompetitor", s->kept_other);
		summary_json_number(to, "effectiveOwn", s->effective_own);
		summary_json_number(to, "effectiveCompetitor",
		    s->effective_other);
		summary_json_number(to, "oddsRatio", s->odds_ratio);
		summary_json_number(to, "oddsP", s->odds_p);
	}
	summary_json_strings(to, "sources", s->source, s->source_count);
	summary_json_bool(to, "mixTurnsSign", s->turns);
	buffer_add_char(to, '}');
}

/* A ratio: 1 is no difference. */
static void
add_speed(struct buffer *to, const struct summary_comparison *k)
{
	const struct summary_difference *d = &k->reply_speed;
	struct estimate e = k->reply_ratio;

	e.known = d->estimate.known;
	e.bounded = d->estimate.bounded;
	buffer_add_string(to, ",\n   \"replySpeed\":{");
	summary_json_estimate_members(to, &e);
	add_sides(to, d);
	summary_json_number(to, "p", d->p);
	summary_json_number(to, "q", d->q);
	jsonl_add_member(to, "verdict",
	    text_of(summary_verdict_words(d->verdict)));
	buffer_add_char(to, '}');
}

static void
add_standards(struct buffer *to, const struct summary_comparison *k)
{
	static const char *const name[SUMMARY_MEASURES] = {"meanStars",
	    "positiveShare", "negativeShare", "netSentiment"};
	int i;

	buffer_add_string(to, ",\n   \"sameMix\":{");
	for (i = 0; i < SUMMARY_MEASURES; i++) {
		if (i > 0)
			buffer_add_char(to, ',');
		add_standard(to, name[i], &k->standard[i]);
	}
	buffer_add_char(to, '}');
}

static void
add_named(struct buffer *to, const char *list, const char *label,
	const struct summary_difference *d, size_t count)
{
	size_t i;

	summary_json_list(to, "   ", list);
	for (i = 0; i < count; i++) {
		summary_json_item(to, i, "    ");
		jsonl_add_member(to, label, text_of(d[i].name));
		add_difference_members(to, &d[i]);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_words(struct buffer *to, const struct summary_comparison *k)
{
	size_t i;

	summary_json_list(to, "   ", "words");
	for (i = 0; i < k->word_count; i++) {
		const struct summary_word *w = &k->word[i];

		summary_json_item(to, i, "    ");
		jsonl_add_member(to, "word", text_of(w->word));
		jsonl_add_member(to, "language", text_of(w->language));
		jsonl_add_member(to, "side", text_of(w->ours ? "own" :
		    "competitor"));
		jsonl_add_member_integer(to, "own", w->own);
		jsonl_add_member_integer(to, "competitor", w->other);
		jsonl_add_member_integer(to, "authors", w->ours ?
		    w->own_authors : w->other_authors);
		summary_json_number(to, "z", w->z);
		summary_json_number(to, "q", w->q);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

void
summary_json_comparisons(struct buffer *to, const struct summary *s)
{
	size_t i;

	summary_json_list(to, " ", "comparisons");
	for (i = 0; i < s->comparison_count; i++) {
		const struct summary_comparison *k = &s->comparison[i];

		summary_json_item(to, i, "  ");
		jsonl_add_member(to, "competitor",
		    text_of(k->competitor->name));
		add_difference(to, "meanStars", &k->mean_stars);
		add_difference(to, "positiveShare", &k->positive_share);
		add_difference(to, "negativeShare", &k->negative_share);
		add_difference(to, "netSentiment", &k->net_sentiment);
		buffer_add_string(to, ",\n   \"superiority\":{");
		summary_json_estimate_members(to, &k->superiority);
		add_sides(to, &(struct summary_difference){
		    .own_n = k->mean_stars.own_n,
		    .other_n = k->mean_stars.other_n});
		if (k->superiority.n >= SUMMARY_FEW)
			summary_json_number(to, "p", k->superiority_p);
		buffer_add_char(to, '}');
		add_speed(to, k);
		add_standards(to, k);
		add_named(to, "aspects", "aspect", k->aspect,
		    k->aspect_count);
		add_named(to, "stages", "stage", k->stage, k->stage_count);
		add_words(to, k);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
	jsonl_add_member_integer(to, "comparisonsMade", s->comparisons_made);
}

/* How many are on, so that a threshold can say none. */
static void
add_alerts_now(struct buffer *to, const struct summary *s)
{
	int64_t now = 0;
	size_t i;

	for (i = 0; i < s->alert_count; i++)
		now += s->alert[i].now;
	jsonl_add_member_integer(to, "alertsNow", now);
}

void
summary_json_alerts(struct buffer *to, const struct summary *s)
{
	size_t i;

	add_alerts_now(to, s);
	summary_json_list(to, " ", "alerts");
	for (i = 0; i < s->alert_count; i++) {
		const struct summary_alert *a = &s->alert[i];

		summary_json_item(to, i, "  ");
		jsonl_add_member(to, "brand", text_of(a->brand));
		jsonl_add_member(to, "source", text_of(a->source));
		jsonl_add_member(to, "what", text_of(a->what));
		jsonl_add_member(to, "first", text_of(a->first));
		jsonl_add_member(to, "last", text_of(a->last));
		summary_json_bool(to, "now", a->now);
		jsonl_add_member_integer(to, "window", a->window);
		jsonl_add_member(to, "peak", text_of(a->peak));
		jsonl_add_member_integer(to, "count", a->count);
		summary_json_number(to, "expected", a->expected);
		summary_json_number(to, "p", a->p);
		summary_json_number(to, "q", a->q);
		summary_json_estimate(to, "meanStars", &a->with);
		summary_json_estimate(to, "meanStarsWithout", &a->without);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}
