/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reviews that a list behind a figure quotes: of those that the page shows
 * the ones that surely belong there, then of the reviews at hand
 * (samples.h).
 */
#include "report_ways.h"

#include <stdlib.h>
#include <string.h>

#include "shown.h"
#include "translation.h"

enum {
	LETTERS = 70,			/* of a quote */
	SAMPLE_BYTES = 240,		/* of one, about, in the longest letters */
	FRAME_BYTES = 470,		/* of a list without any */
	REST_BYTES = 235 << 10,		/* of the script, about */
};

/* ---- of the quotes of the page ---- */

static const char *
kind_of(const struct summary *s, const struct way_quoted *q)
{
	const struct summary_brand *b = &s->brand[q->brand];
	size_t i;

	for (i = 0; i < b->source_count; i++)
		if (q->quote->source != NULL &&
		    strcmp(b->source[i].label, q->quote->source) == 0)
			return b->source[i].kind;
	return NULL;
}

/* Whether what is known of a quote can tell at all; *always where it says
 * yes. */
static bool
can_tell(const struct selection_condition *k, const struct way_quoted *q,
	bool *always)
{
	bool scored = q->kind == QUOTE_STRONG || q->kind == QUOTE_AGAINST;

	*always = false;
	switch (k->what) {
	case SELECT_UNANSWERED:
		*always = q->kind == QUOTE_OPEN;
		return *always;
	case SELECT_POSITIVE: case SELECT_NEUTRAL: case SELECT_NEGATIVE:
	case SELECT_SCORED: case SELECT_AGAINST: case SELECT_COMPLAINTS:
	case SELECT_LANGUAGE:
		return scored;
	case SELECT_ASPECT:
		return q->kind == QUOTE_SPOKEN && (text_is_absent(k->label) ||
		    text_is(k->label, "said"));
	case SELECT_REVIEWS: case SELECT_POSTED: case SELECT_PUBLIC:
	case SELECT_ELSEWHERE: case SELECT_WATCHED: case SELECT_STARS:
	case SELECT_SOURCE: case SELECT_KIND: case SELECT_MONTH:
	case SELECT_DATES: case SELECT_OUTSIDE:
		return true;
	default:
		return false;
	}
}

/* A review as far as the quote tells. */
static void
rebuild(const struct summary *s, const struct way_quoted *q, struct review *r,
	struct sentiment *sentiment)
{
	const struct summary_quote *quote = q->quote;
	bool praise = quote->label != NULL &&
	    strcmp(quote->label, "pos") == 0;

	*r = (struct review){.source = text_of(quote->source),
	    .kind = text_of(kind_of(s, q)),
	    .published = text_of(quote->date),
	    .rating = text_of(quote->rating), .best = text_of(quote->best),
	    .worst = text_of(quote->worst),
	    .capture.fetched = text_of(quote->fetched)};
	sentiment->label = quote->label == NULL || q->kind == QUOTE_SPOKEN ?
	    SENTIMENT_UNSCORED : praise ? SENTIMENT_POS : SENTIMENT_NEG;
	sentiment->reason = SENTIMENT_NO_REASON;
	sentiment->language[0] = '\0';
	if (quote->language != NULL &&
	    strlen(quote->language) < sizeof(sentiment->language))
		strcpy(sentiment->language, quote->language);
	sentiment->count = sentiment->comparisons = 0;
	sentiment->aspects = quote->aspect != NULL;
	sentiment->aspect[0] = (struct sentiment_aspect){
	    .aspect = quote->aspect, .label = praise ? SENTIMENT_POS :
	    SENTIMENT_NEG, .score = praise ? 1 : -1};
}

static bool
is_among(const struct page *p, const struct way_list *list,
	const struct way_quoted *q)
{
	const struct selection *f = &list->figure;
	struct selection one = {.count = 1};
	struct sentiment sentiment;
	struct review r;
	bool always;
	size_t i;

	if (!text_is_absent(f->brand) && !text_is(f->brand,
	    p->s->brand[q->brand].name))
		return false;
	rebuild(p->all, q, &r, &sentiment);
	for (i = 0; i < f->count; i++) {
		if (!can_tell(&f->condition[i], q, &always))
			return false;
		one.condition[0] = f->condition[i];
		if (!always && !selection_has(&one, &r, &sentiment))
			return false;
	}
	return true;
}

static const char *
id_of(const struct ways *w, const struct way_sample *k)
{
	return k->shown ? w->quoted[k->at].quote->id : w->seen[k->at].id;
}

static bool
has_already(const struct ways *w, const struct way_list *list,
	struct text id)
{
	size_t i;

	for (i = 0; i < list->samples; i++)
		if (text_is(id, id_of(w, &list->sample[i])))
			return true;
	return false;
}

static bool
is_readable(const struct page *p, const struct summary_quote *q)
{
	return q->language != NULL && strcmp(q->language,
	    translation_language(p->w.translation)) == 0;
}

/* Those in the language of the page first. */
static void
choose_shown(struct page *p, struct way_list *list, size_t most)
{
	const struct ways *w = p->ways;
	size_t i;

	for (i = 0; i < 2 * w->quotes && list->samples < most; i++) {
		size_t at = i % w->quotes;
		const struct summary_quote *q = w->quoted[at].quote;

		if (is_readable(p, q) == (i < w->quotes) &&
		    is_among(p, list, &w->quoted[at]) &&
		    !has_already(w, list, text_of(q->id)))
			list->sample[list->samples++] =
			    (struct way_sample){true, at};
	}
}

/* ---- of the reviews at hand ---- */

struct choosing {
	struct page *p;
	size_t most, lacking;		/* lists that want more */
};

static bool
is_full(const struct way_list *list, size_t most)
{
	return list->samples >= most ||
	    (list->n >= 0 && (int64_t)list->samples >= list->n);
}

static const char *
keep(struct page *p, struct text t)
{
	struct buffer b;
	const char *kept = NULL;

	buffer_init(&b, WAY_NAME_MAX);
	if (!text_is_absent(t) && buffer_add(&b, t.bytes, t.length) == 0)
		kept = report_way_keep(p, b.bytes);
	buffer_release(&b);
	return kept;
}

/* The first of its texts, as much of it as is shown. */
static const char *
keep_text(struct page *p, const struct review *r)
{
	const struct text text[] = {r->body, r->title, r->positive,
	    r->negative};
	struct buffer b;
	const char *kept = NULL;
	size_t i;

	buffer_init(&b, WAY_NAME_MAX);
	for (i = 0; i < 4 && b.length == 0; i++)
		if (!text_is_absent(text[i]))
			shown_add(&b, text[i], LETTERS);
	if (b.length > 0)
		kept = report_way_keep(p, b.bytes);
	buffer_release(&b);
	return kept;
}

/* The place of a review: among the quotes of the page, else a new one. */
static struct way_sample
place_of(struct page *p, const struct review *r)
{
	struct ways *w = p->ways;
	struct way_seen *list;
	size_t i;

	for (i = 0; i < w->quotes; i++)
		if (text_is(r->id, w->quoted[i].quote->id))
			return (struct way_sample){true, i};
	list = report_way_grown(w->seen, w->seen_count, &w->seen_capacity,
	    sizeof(*list));
	if (list == NULL) {
		w->failed = true;
		return (struct way_sample){true, 0};
	}
	w->seen = list;
	list[w->seen_count] = (struct way_seen){.id = keep(p, r->id),
	    .source = keep(p, r->source), .published = keep(p, r->published),
	    .rating = keep(p, r->rating), .url = keep(p, r->url),
	    .text = keep_text(p, r)};
	return (struct way_sample){false, w->seen_count++};
}

static bool
may_have(const struct way_list *list, const struct review *r)
{
	const struct selection *f = &list->figure;

	return text_is_absent(f->brand) || text_equals(f->brand, r->brand) ||
	    (f->count > 0 && f->condition[0].what == SELECT_PREFERS);
}

static int
look_at(void *context, const struct review *r, const struct sentiment *s)
{
	struct choosing *k = context;
	struct ways *w = k->p->ways;
	struct way_sample place = {false, 0};
	bool placed = false;
	size_t i;

	for (i = 0; i < w->count && !w->failed; i++) {
		struct way_list *list = &w->list[i];

		if (is_full(list, k->most) || !may_have(list, r) ||
		    !selection_has(&list->figure, r, s) ||
		    has_already(w, list, r->id))
			continue;
		if (!placed)
			place = place_of(k->p, r);
		placed = true;
		if (w->failed)
			break;
		list->sample[list->samples++] = place;
		k->lacking -= is_full(list, k->most);
	}
	return w->failed || k->lacking == 0;
}

/* How many each list may quote, so that the page stays as small as it has to
 * be however many lists there are. */
static size_t
most_of(const struct page *p)
{
	size_t used = report_ways_size(p), more = 0;

	if (used < REPORT_BYTES && p->ways->count > 0)
		more = (REPORT_BYTES - used) /
		    (p->ways->count * SAMPLE_BYTES);
	return 1 + more < WAY_SAMPLES ? 1 + more : WAY_SAMPLES;
}

/* With a quote each. */
size_t
report_ways_size(const struct page *p)
{
	return p->to->length + REST_BYTES + p->ways->count * (FRAME_BYTES +
	    SAMPLE_BYTES);
}

void
report_way_choose(struct page *p)
{
	struct ways *w = p->ways;
	struct choosing k = {.p = p, .most = most_of(p)};
	size_t i;

	for (i = 0; i < w->count; i++) {
		choose_shown(p, &w->list[i], k.most);
		k.lacking += !is_full(&w->list[i], k.most);
		w->list[i].figure.facts = p->s->samples == NULL ? NULL :
		    p->s->samples->facts;
	}
	if (p->s->samples != NULL && k.lacking > 0 &&
	    samples_each(p->s->samples, look_at, &k) < 0)
		w->failed = true;
}

/* ---- writing ---- */

static void
add_origin(struct page *p, const char *source, const char *date)
{
	if (source != NULL)
		TEMPLATE(&p->w, "{1}", NAME_OF(source));
	if (date != NULL)
		TEMPLATE(&p->w, ", {1}", DATE_OF(date));
}

static void
add_shown(struct page *p, size_t at)
{
	const struct summary_quote *q = p->ways->quoted[at].quote;

	buffer_add_format(p->to, "<li><a href=\"#r%zu\">", at + 1);
	add_origin(p, q->source, q->date);
	buffer_add_string(p->to, "</a> <bdi>");
	report_text(p->to, q->text, LETTERS);
	buffer_add_string(p->to, "</bdi></li>\n");
}

static void
add_seen(struct page *p, const struct way_seen *r)
{
	bool linked = shown_link(r->url, NULL);

	buffer_add_string(p->to, "<li>");
	if (linked) {
		buffer_add_string(p->to, "<a rel=\"noopener noreferrer "
		    "nofollow\" href=\"");
		report_words(p->to, r->url, strlen(r->url));
		buffer_add_string(p->to, "\">");
	}
	add_origin(p, r->source, r->published);
	if (r->text == NULL && r->rating != NULL)
		TEMPLATE(&p->w, ", rated {1}", NAME_OF(r->rating));
	buffer_add_string(p->to, linked ? "</a> <bdi>" : " <bdi>");
	report_text(p->to, r->text, 2 * LETTERS);
	buffer_add_string(p->to, "</bdi></li>\n");
}

void
report_way_quotes(struct page *p, const struct way_list *list)
{
	size_t i;

	if (list->samples == 0)
		return;
	buffer_add_string(p->to, "<ul>\n");
	for (i = 0; i < list->samples; i++)
		if (list->sample[i].shown)
			add_shown(p, list->sample[i].at);
		else
			add_seen(p, &p->ways->seen[list->sample[i].at]);
	buffer_add_string(p->to, "</ul>\n");
}
