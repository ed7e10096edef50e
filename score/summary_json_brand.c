/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a brand answers, changes and can be trusted, in summary.json. */
#include "summary_json.h"

#include <math.h>

#include "jsonl.h"

static void
add_minutes(struct buffer *to, const char *name, int64_t minutes)
{
	if (minutes >= 0)
		jsonl_add_member_integer(to, name, minutes);
}

static void
add_answers(struct buffer *to, const struct summary_brand *b)
{
	size_t i;

	summary_json_list(to, "   ", "answering");
	for (i = 0; i < b->answers_count; i++) {
		const struct summary_answers *a = &b->answers[i];

		summary_json_item(to, i, "    ");
		jsonl_add_member(to, "source", text_of(a->source));
		jsonl_add_member_integer(to, "reviews", a->reviews);
		jsonl_add_member(to, "precision", text_of(a->by_minute ?
		    "minute" : "day"));
		summary_json_bool(to, "repliesSeen", a->replies_seen);
		jsonl_add_member_integer(to, "reviewsByMinute",
		    a->by_minute_reviews);
		if (a->reviews >= SUMMARY_COMPARE) {
			summary_json_estimate(to, "within30Minutes",
			    &a->half_hour);
			summary_json_estimate(to, "within1Hour", &a->hour);
			summary_json_estimate(to, "within24Hours", &a->day);
			summary_json_estimate(to, "within7Days", &a->week);
			add_minutes(to, "medianMinutes", a->median);
			add_minutes(to, "medianLow", a->median_low);
			add_minutes(to, "medianHigh", a->median_high);
		}
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_trend(struct buffer *to, const struct summary_brand *b)
{
	const struct summary_trend *t = &b->trend;
	const struct summary_drift *d = &b->drift;

	buffer_add_string(to, ",\n   \"trend\":{");
	jsonl_add_member_integer(to, "months", (int64_t)t->months);
	jsonl_add_member(to, "first", text_of(t->first));
	jsonl_add_member(to, "last", text_of(t->last));
	summary_json_estimate(to, "meanStarsPerMonth", &t->stars);
	if (t->stars.n > 0)
		summary_json_number(to, "meanStarsP", t->stars_p);
	summary_json_estimate(to, "negativeSharePerMonth", &t->negative);
	if (t->negative.n > 0)
		summary_json_number(to, "negativeShareP", t->negative_p);
	buffer_add_char(to, '}');
	if (!d->known)
		return;
	buffer_add_string(to, ",\n   \"drift\":{");
	summary_json_number(to, "complaintsPerDay", d->mean);
	summary_json_number(to, "usual", d->usual);
	summary_json_number(to, "low", d->low);
	summary_json_number(to, "high", d->high);
	jsonl_add_member(to, "direction", text_of(d->above ? "up" : d->below ?
	    "down" : "none"));
	buffer_add_char(to, '}');
}

static void
add_changes(struct buffer *to, const struct summary_brand *b)
{
	const struct summary_changes *c = &b->changes;

	buffer_add_string(to, ",\n   \"changes\":{");
	jsonl_add_member_integer(to, "edited", c->edited);
	jsonl_add_member_integer(to, "up", c->up);
	jsonl_add_member_integer(to, "down", c->down);
	if (c->edited > 0)
		summary_json_estimate(to, "meanStarsUnedited", &c->unedited);
	summary_json_estimate(to, "changeReplied", &c->replied);
	summary_json_estimate(to, "changeUnreplied", &c->unreplied);
	summary_json_estimate(to, "replyEffect", &c->effect);
	jsonl_add_member_integer(to, "watched", c->watched);
	jsonl_add_member_integer(to, "vanished", c->vanished);
	if (c->vanished <= 0) {
		buffer_add_char(to, '}');
		return;
	}
	summary_json_stars(to, "vanishedStars", c->vanished_star);
	summary_json_estimate(to, "meanStarsWithoutVanished",
	    &c->unvanished);
	buffer_add_char(to, '}');
}

static void
add_copies(struct buffer *to, const struct summary_brand *b)
{
	const struct summary_copies_of *c = &b->copies;
	size_t i;

	buffer_add_string(to, ",\n   \"nearCopies\":{");
	jsonl_add_member_integer(to, "lookedAt", c->looked_at);
	jsonl_add_member_integer(to, "reviews", c->reviews);
	summary_json_estimate(to, "share", &c->share);
	summary_json_estimate(to, "meanStars", &c->with);
	summary_json_estimate(to, "meanStarsWithout", &c->without);
	summary_json_list(to, "    ", "clusters");
	for (i = 0; i < c->cluster_count; i++) {
		const struct summary_cluster *k = &c->cluster[i];

		summary_json_item(to, i, "     ");
		jsonl_add_member_integer(to, "reviews", k->reviews);
		jsonl_add_member(to, "first", text_of(k->first));
		jsonl_add_member(to, "last", text_of(k->last));
		summary_json_estimate(to, "meanStars", &k->stars);
		summary_json_quote(to, "example", &k->example);
		summary_json_strings(to, "ids", k->id, (size_t)k->reviews);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
	summary_json_strings(to, "ids", c->id, (size_t)c->reviews);
	buffer_add_char(to, '}');
}

static void
add_recent(struct buffer *to, const struct summary_brand *b)
{
	const struct summary_recent *r = &b->recent;

	buffer_add_string(to, ",\n   \"recent\":{");
	jsonl_add_member_integer(to, "reviews", r->reviews);
	summary_json_number(to, "usualReviews", r->usual_reviews);
	jsonl_add_member_integer(to, "complaints", r->complaints);
	summary_json_number(to, "usualComplaints", r->usual_complaints);
	summary_json_estimate(to, "meanStars", &r->stars);
	summary_json_rate(to, "complaintsPerDay", &r->rate, 7);
	summary_json_rate(to, "usualComplaintsPerDay", &r->usual_rate, 28);
	summary_json_rate(to, "complaintRatio", &r->ratio, 0);
	if (r->ratio.known)
		summary_json_number(to, "complaintP", r->ratio_p);
	buffer_add_char(to, '}');
}

static void
add_churn(struct buffer *to, const struct summary_brand *b)
{
	size_t i;

	summary_json_list(to, "   ", "churn");
	for (i = 0; i < b->churn_count; i++) {
		summary_json_item(to, i, "    ");
		jsonl_add_member(to, "period", text_of(b->churn[i].period));
		jsonl_add_member_integer(to, "customers",
		    b->churn[i].customers);
		jsonl_add_member_integer(to, "lost", b->churn[i].lost);
		summary_json_estimate(to, "share", &b->churn[i].share);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_cloud(struct buffer *to, const struct summary_brand *b)
{
	size_t i;

	summary_json_list(to, "   ", "words");
	for (i = 0; i < b->cloud_count; i++) {
		const struct summary_cloud *w = &b->cloud[i];

		summary_json_item(to, i, "    ");
		jsonl_add_member(to, "word", text_of(w->word));
		jsonl_add_member(to, "language", text_of(w->language));
		jsonl_add_member_integer(to, "reviews", w->reviews);
		jsonl_add_member_integer(to, "authors", w->authors);
		summary_json_number(to, "weight", w->weight);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_contradictions(struct buffer *to, const struct summary_brand *b)
{
	buffer_add_string(to, ",\n   \"starsAgainstText\":{");
	jsonl_add_member_integer(to, "reviews", b->against_share.n);
	summary_json_estimate(to, "share", &b->against_share);
	summary_json_number(to, "agreement", b->agreement);
	summary_json_quotes(to, "    ", "list", b->against.item,
	    b->against.count);
	buffer_add_char(to, '}');
}

/* Where there was a summary before. */
static void
add_since(struct buffer *to, const struct summary_since *k)
{
	buffer_add_string(to, ",\n   \"sinceLast\":{");
	jsonl_add_member_integer(to, "reviews", k->reviews);
	jsonl_add_member_integer(to, "complaints", k->complaints);
	summary_json_estimate(to, "meanStars", &k->stars);
	jsonl_add_member_integer(to, "edited", k->edited);
	jsonl_add_member_integer(to, "vanished", k->vanished);
	jsonl_add_member_integer(to, "returned", k->returned);
	summary_json_estimate(to, "meanStarsThen", &k->then);
	summary_json_estimate(to, "meanStarsNow", &k->now);
	buffer_add_char(to, '}');
}

void
summary_json_brand(struct buffer *to, const struct summary *s,
	const struct summary_brand *b)
{
	if (b->rank > 0) {
		buffer_add_string(to, ",\n   \"ranking\":{");
		jsonl_add_member_integer(to, "rank", b->rank);
		summary_json_number(to, "value", b->shrunken);
		jsonl_add_member_integer(to, "n", b->total.rated);
		buffer_add_char(to, '}');
	}
	add_answers(to, b);
	add_trend(to, b);
	add_changes(to, b);
	add_recent(to, b);
	if (s->since != NULL)
		add_since(to, &b->since);
	add_copies(to, b);
	add_churn(to, b);
	add_cloud(to, b);
	add_contradictions(to, b);
	summary_json_quotes(to, "   ", "unanswered", b->open.item,
	    b->open.count);
	summary_json_quotes(to, "   ", "aspectQuotes", b->spoken.item,
	    b->spoken.count);
}
