/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary.json; its shape is described by score/summary.schema.json. */
#include "summary_json.h"

#include <stdio.h>
#include <string.h>

#include "jsonl.h"
#include "since.h"
#include "summary_caveats.h"
#include "summary_write.h"

static void
add_counts(struct buffer *to, const struct summary_part *p)
{
	jsonl_add_member_integer(to, "reviews", p->reviews);
	jsonl_add_member_integer(to, "rated", p->rated);
	jsonl_add_member_integer(to, "scored", p->scored);
	jsonl_add_member_integer(to, "unscored", p->unscored);
	jsonl_add_member_integer(to, "textless", p->textless);
	jsonl_add_member_integer(to, "replied", p->replied);
	jsonl_add_member_integer(to, "complaints", p->complaints);
	if (p->rated > 0)
		summary_json_stars(to, "stars", p->star);
	if (p->scored > 0) {
		jsonl_add_member_integer(to, "positive", p->positive);
		jsonl_add_member_integer(to, "neutral", p->neutral);
		jsonl_add_member_integer(to, "negative", p->negative);
	}
	if (p->nps.n > 0) {
		jsonl_add_member_integer(to, "promoters", p->promoters);
		jsonl_add_member_integer(to, "passives", p->passives);
		jsonl_add_member_integer(to, "detractors", p->detractors);
	}
	if (p->answers > 0) {
		jsonl_add_member_integer(to, "answers", p->answers);
		jsonl_add_member_integer(to, "satisfied", p->satisfied);
	}
	if (p->stated >= 0)
		jsonl_add_member_integer(to, "stated", p->stated);
	if (p->stated > 0)
		summary_json_number(to, "coverage", (double)p->reviews /
		    (double)p->stated);
}

static void
add_part(struct buffer *to, const char *label, const struct summary_part *p)
{
	if (label != NULL)
		jsonl_add_member(to, label, text_of(p->label));
	jsonl_add_member(to, "kind", text_of(p->kind));
	add_counts(to, p);
	summary_json_estimate(to, "meanStars", &p->mean_stars);
	summary_json_estimate(to, "positiveShare", &p->positive_share);
	summary_json_estimate(to, "neutralShare", &p->neutral_share);
	summary_json_estimate(to, "negativeShare", &p->negative_share);
	summary_json_estimate(to, "netSentiment", &p->net_sentiment);
	summary_json_estimate(to, "shareOfVoice", &p->share_of_voice);
	summary_json_estimate(to, "netPromoterScore", &p->nps);
	summary_json_estimate(to, "netSentimentRatio", &p->net_ratio);
	summary_json_estimate(to, "sentimentIndex", &p->sentiment_index);
	summary_json_estimate(to, "customerSatisfaction", &p->satisfaction);
	summary_json_estimate(to, "responseRate", &p->response_rate);
	summary_json_rate(to, "complaintsPerDay", &p->complaint_rate,
	    p->days);
}

/* No reply of any brand: it may show none. */
static void
add_replies_seen(struct buffer *to, const struct summary_part *p)
{
	if (p->answerable > 0)
		summary_json_bool(to, "repliesSeen", p->replies_seen);
}

static void
add_parts(struct buffer *to, const char *name, const char *label,
	const struct summary_part *part, size_t count)
{
	size_t i;

	summary_json_list(to, "   ", name);
	for (i = 0; i < count; i++) {
		summary_json_item(to, i, "    ");
		add_part(to, label, &part[i]);
		if (strcmp(label, "source") == 0)
			add_replies_seen(to, &part[i]);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_quote(struct buffer *to, const struct summary_quote *q)
{
	jsonl_add_member(to, "label", text_of(q->label));
	jsonl_add_member(to, "id", text_of(q->id));
	jsonl_add_member(to, "text", text_of(q->text));
	if (q->strength > 0)
		jsonl_add_member_integer(to, "strength", q->strength);
	jsonl_add_member(to, "aspect", text_of(q->aspect));
	jsonl_add_member(to, "words", text_of(q->words));
	jsonl_add_member(to, "rating", text_of(q->rating));
	jsonl_add_member(to, "bestRating", text_of(q->best));
	jsonl_add_member(to, "language", text_of(q->language));
	jsonl_add_member(to, "date", text_of(q->date));
	jsonl_add_member(to, "source", text_of(q->source));
	jsonl_add_member(to, "url", text_of(q->url));
	if (q->file == NULL)
		return;
	jsonl_add_name(to, "capture");
	buffer_add_char(to, '{');
	jsonl_add_member(to, "file", text_of(q->file));
	if (q->offset >= 0)
		jsonl_add_member_integer(to, "offset", q->offset);
	jsonl_add_member(to, "fetched", text_of(q->fetched));
	buffer_add_char(to, '}');
}

void
summary_json_quote(struct buffer *to, const char *name,
	const struct summary_quote *q)
{
	jsonl_add_name(to, name);
	buffer_add_char(to, '{');
	add_quote(to, q);
	buffer_add_char(to, '}');
}

void
summary_json_quotes(struct buffer *to, const char *indent, const char *name,
	const struct summary_quote *q, size_t count)
{
	char deeper[16];
	size_t i;

	snprintf(deeper, sizeof(deeper), "%s ", indent);
	summary_json_list(to, indent, name);
	for (i = 0; i < count; i++) {
		summary_json_item(to, i, deeper);
		add_quote(to, &q[i]);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_aspects(struct buffer *to, const char *name, const char *label,
	const struct summary_aspect *list, size_t count)
{
	summary_json_list(to, "   ", name);
	for (size_t i = 0; i < count; i++) {
		const struct summary_aspect *a = &list[i];

		summary_json_item(to, i, "    ");
		jsonl_add_member(to, label, text_of(a->name));
		jsonl_add_member_integer(to, "reviews", a->mentions);
		jsonl_add_member_integer(to, "positive", a->positive);
		jsonl_add_member_integer(to, "neutral", a->neutral);
		jsonl_add_member_integer(to, "negative", a->negative);
		summary_json_estimate(to, "positiveShare", &a->positive_share);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_versus(struct buffer *to, const struct summary_brand *b)
{
	summary_json_list(to, "   ", "headToHead");
	for (size_t i = 0; i < b->versus_count; i++) {
		const struct summary_versus *v = &b->versus[i];

		summary_json_item(to, i, "    ");
		jsonl_add_member(to, "other", text_of(v->other));
		jsonl_add_member(to, "aspect", text_of(v->aspect));
		jsonl_add_member_integer(to, "preferred", v->preferred);
		jsonl_add_member_integer(to, "against", v->against);
		summary_json_estimate(to, "preferredShare", &v->share);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
}

static void
add_brand(struct buffer *to, const struct summary *s,
	const struct summary_brand *b)
{
	jsonl_add_member(to, "name", text_of(b->name));
	jsonl_add_member(to, "role", text_of(b->own ? "own" : "competitor"));
	buffer_add_string(to, ",\n   \"total\":{");
	add_part(to, NULL, &b->total);
	buffer_add_char(to, '}');
	add_parts(to, "sources", "source", b->source, b->source_count);
	add_parts(to, "languages", "language", b->language,
	    b->language_count);
	add_parts(to, "months", "month", b->month, b->month_count);
	add_aspects(to, "aspects", "aspect", b->aspect, b->aspect_count);
	add_aspects(to, "stages", "stage", b->stage, b->stage_count);
	add_versus(to, b);
	add_parts(to, "items", "item", b->item, b->item_count);
	if (b->items_left > 0)
		jsonl_add_member_integer(to, "itemsLeftOut",
		    (int64_t)b->items_left);
	summary_json_quotes(to, "   ", "quotes", b->quote, b->quote_count);
	summary_json_brand(to, s, b);
}

static void
add_sources(struct buffer *to, const struct summary *s)
{
	size_t i;

	summary_json_list(to, " ", "sources");
	for (i = 0; i < s->source_count; i++) {
		const struct summary_source *k = &s->source[i];

		summary_json_item(to, i, "  ");
		jsonl_add_member(to, "brand", text_of(k->brand));
		jsonl_add_member(to, "source", text_of(k->source));
		jsonl_add_member(to, "kind", text_of(k->kind));
		if (k->stated >= 0)
			jsonl_add_member_integer(to, "stated", k->stated);
		jsonl_add_member_integer(to, "collected", k->collected);
		jsonl_add_member(to, "status", text_of(k->status));
		jsonl_add_member(to, "stop", text_of(k->stop));
		jsonl_add_name(to, "short");
		buffer_add_string(to, k->is_short ? "true}" : "false}");
	}
	buffer_add_char(to, ']');
}

static void
add_ranking(struct buffer *to, const struct summary *s)
{
	buffer_add_string(to, ",\n \"ranking\":{");
	jsonl_add_member(to, "method", text_of(s->rank_estimated ?
	    "empirical-bayes" : "fixed-weight"));
	summary_json_number(to, "weight", s->rank_weight);
	summary_json_number(to, "mean", s->rank_mean);
	buffer_add_char(to, '}');
}

static void
add_caveats(struct buffer *to, const struct summary *s)
{
	const char *caveat[CAVEATS_MAX];
	size_t count = summary_caveats(s, caveat), i;

	summary_json_list(to, " ", "caveats");
	for (i = 0; i < count; i++) {
		buffer_add_string(to, i == 0 ? "\n  " : ",\n  ");
		jsonl_add_string(to, text_of(caveat[i]), false);
	}
	buffer_add_char(to, ']');
}

static void
add_instant(struct buffer *to, const char *name, const char *digits)
{
	char text[SINCE_TEXT];

	if (digits != NULL)
		jsonl_add_member(to, name, text_of(since_text(digits, text)));
}

int
summary_write_json(struct buffer *to, const struct summary *s)
{
	size_t i;

	buffer_add_string(to, "{\n \"summary\":");
	buffer_add_integer(to, SUMMARY_VERSION);
	jsonl_add_member(to, "asOf", text_of(s->as_of));
	add_instant(to, "until", s->until);
	add_instant(to, "since", s->since);
	jsonl_add_member(to, "lexicon", text_of(s->lexicon));
	jsonl_add_member_integer(to, "records", s->records);
	jsonl_add_member_integer(to, "bad", s->bad);
	jsonl_add_member_integer(to, "intervalPercent", 95);
	summary_json_list(to, " ", "brands");
	for (i = 0; i < s->brand_count; i++) {
		summary_json_item(to, i, "  ");
		add_brand(to, s, &s->brand[i]);
		buffer_add_char(to, '}');
	}
	buffer_add_char(to, ']');
	summary_json_comparisons(to, s);
	add_ranking(to, s);
	summary_json_alerts(to, s);
	add_sources(to, s);
	add_caveats(to, s);
	buffer_add_string(to, "\n}\n");
	return to->failed ? -1 : 0;
}
