/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way from a figure to its reviews: a list for each figure that is linked,
 * with what is quoted of them on the page, `score explain` and a query of
 * sayso.db.
 */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "shown.h"
#include "translation.h"

enum {
	NAME_MAX_BYTES = 64 << 10,	/* of a figure, of a query */
	FIRST_SLOTS = 256,
	KEPT_MAX = 16 << 20,
	SAMPLES = 3,			/* quotes named in a list */
	SAMPLE_LETTERS = 70,
};

struct list {
	char *name;
	struct selection figure;
	int64_t n;			/* -1: not said by any figure */
};

struct quoted {
	const struct summary_quote *quote;
	size_t brand;
	enum quote_kind kind;
};

struct ways {
	struct list *list;
	struct quoted *quoted;
	struct arena arena;		/* of report_way_keep() */
	size_t count, capacity, quotes, quotes_capacity;
	size_t *slot, slots;		/* number of a list; a power of two */
	bool failed;
};

struct ways *
report_ways_create(void)
{
	struct ways *w = calloc(1, sizeof(*w));

	if (w != NULL)
		arena_init(&w->arena, KEPT_MAX);
	return w;
}

void
report_ways_free(struct ways *w)
{
	size_t i;

	if (w == NULL)
		return;
	for (i = 0; i < w->count; i++)
		free(w->list[i].name);
	free(w->list);
	free(w->quoted);
	free(w->slot);
	arena_release(&w->arena);
	free(w);
}

bool
report_ways_failed(const struct ways *w)
{
	return w->failed;
}

/* Room for one more; NULL: no memory, and *array as it was. */
static void *
grown(void *array, size_t count, size_t *capacity, size_t size)
{
	size_t more = *capacity == 0 ? 64 : *capacity * 2;
	void *larger;

	if (count < *capacity)
		return array;
	larger = realloc(array, more * size);
	if (larger != NULL)
		*capacity = more;
	return larger;
}

/* ---- one list for each figure ---- */

static size_t
hash_of(const char *name)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (; *name != '\0'; name++)
		hash = (hash ^ (unsigned char)*name) *
		    UINT64_C(1099511628211);
	return (size_t)(hash ^ hash >> 29);
}

static size_t *
slot_of(const struct ways *w, const char *name)
{
	size_t at = hash_of(name) & (w->slots - 1);

	while (w->slot[at] != 0 &&
	    strcmp(w->list[w->slot[at] - 1].name, name) != 0)
		at = (at + 1) & (w->slots - 1);
	return &w->slot[at];
}

static bool
grow_slots(struct ways *w)
{
	size_t slots = w->slots == 0 ? FIRST_SLOTS : w->slots * 2, i;
	size_t *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return false;
	free(w->slot);
	w->slot = slot;
	w->slots = slots;
	for (i = 0; i < w->count; i++)
		*slot_of(w, w->list[i].name) = i + 1;
	return true;
}

/* The number of the list; 0: no memory. */
static size_t
number_of(struct ways *w, const struct selection *f, const char *name)
{
	struct list *list;
	size_t *slot;

	if (w->count * 2 >= w->slots && !grow_slots(w))
		return 0;
	slot = slot_of(w, name);
	if (*slot != 0)
		return *slot;
	list = grown(w->list, w->count, &w->capacity, sizeof(*list));
	if (list == NULL)
		return 0;
	w->list = list;
	list[w->count] = (struct list){strdup(name), *f, -1};
	if (list[w->count].name == NULL)
		return 0;
	*slot = ++w->count;
	return *slot;
}

struct way
report_way(struct page *p, int64_t n, const char *brand,
	const struct selection_condition *conditions)
{
	struct selection f = {.count = 0};
	struct buffer name;
	struct way way = {0, n < 0};

	if (n == 0)
		return NO_WAY;
	if (brand != NULL && *brand != '\0')
		f.brand = text_of(brand);
	else if (brand != NULL)
		f.condition[f.count++].what = SELECT_UNNAMED;
	for (; conditions->what != SELECT_END &&
	    f.count < SELECTION_CONDITIONS; conditions++)
		f.condition[f.count++] = *conditions;
	buffer_init(&name, NAME_MAX_BYTES);
	if (selection_name(&name, &f) == 0)
		way.number = number_of(p->ways, &f, name.bytes);
	p->ways->failed |= way.number == 0;
	if (way.number > 0 && n > 0 && p->ways->list[way.number - 1].n < 0)
		p->ways->list[way.number - 1].n = n;
	buffer_release(&name);
	return way;
}

const char *
report_way_keep(struct page *p, const char *string)
{
	const char *kept = arena_string(&p->ways->arena, string);

	p->ways->failed |= kept == NULL;
	return kept == NULL ? "" : kept;
}

struct way
report_part_way(struct page *p, int64_t n, const char *brand,
	const struct selection_condition *part, enum selection_what what)
{
	if (part == NULL)
		return WAY(p, n, brand, {.what = what});
	if (what == SELECT_REVIEWS)
		return WAY(p, n, brand, *part);
	return WAY(p, n, brand, *part, {.what = what});
}

void
report_way_open(struct page *p, struct way way)
{
	if (way.number > 0)
		buffer_add_format(p->to, way.loose ?
		    "<a class=\"of\" href=\"#w%zu\">" :
		    "<a href=\"#w%zu\">", way.number);
}

void
report_way_close(struct page *p, struct way way)
{
	if (way.number > 0)
		buffer_add_string(p->to, "</a>");
}

size_t
report_way_quote(struct page *p, size_t brand, enum quote_kind kind,
	const struct summary_quote *q)
{
	struct ways *w = p->ways;
	struct quoted *list = grown(w->quoted, w->quotes,
	    &w->quotes_capacity, sizeof(*list));

	if (list == NULL) {
		w->failed = true;
		return 0;
	}
	w->quoted = list;
	list[w->quotes++] = (struct quoted){q, brand, kind};
	return w->quotes;
}

/* ---- what a list is of, in words ---- */

static const char *const words[SELECT_WHATS] = {
	[SELECT_REVIEWS] = "all reviews",
	[SELECT_UNNAMED] = "without a brand",
	[SELECT_POSTED] = "without surveys",
	[SELECT_PUBLIC] = "where anybody may write",
	[SELECT_ELSEWHERE] = "not on its own site",
	[SELECT_POSITIVE] = "positive texts",
	[SELECT_NEUTRAL] = "neutral texts",
	[SELECT_NEGATIVE] = "negative texts",
	[SELECT_SCORED] = "texts that could be scored",
	[SELECT_UNSCORED] = "texts that could not be scored",
	[SELECT_TEXTLESS] = "without text",
	[SELECT_REPLIED] = "answered",
	[SELECT_UNANSWERED] = "complaints without an answer",
	[SELECT_COMPLAINTS] = "complaints",
	[SELECT_AGAINST] = "stars against words",
	[SELECT_WATCHED] = "of a known day",
	[SELECT_LONG] = "of twelve words or more",
	[SELECT_EDITED] = "edited",
	[SELECT_ANSWERABLE] = "where replies are shown",
	[SELECT_SINCE] = "new since the last summary",
	[SELECT_VANISHED] = "not shown any more",
	[SELECT_RECOMMEND] = "answers from 0 to 10",
	[SELECT_SATISFIED] = "answers from 1 to 5",
	[SELECT_STARS] = "with stars",
};

static const char *const star_words[] = {"1 star", "2 stars", "3 stars",
	"4 stars", "5 stars"};

static void
add_mention_words(struct page *p, const struct selection_condition *k)
{
	static const char *const label[][2] = {{"pos", "positive"},
	    {"neu", "neutral"}, {"neg", "negative"},
	    {"said", "with an opinion"}};
	size_t i;

	page_words(p, k->value.bytes);
	for (i = 0; i < sizeof(label) / sizeof(*label); i++)
		if (text_is(k->label, label[i][0]))
			TEMPLATE(&p->w, " ({1})", WORDS_OF(label[i][1]));
}

/* The strings of a page's conditions end with NUL. */
static void
add_condition_words(struct page *p, const struct selection_condition *k)
{
	const struct writer *w = &p->w;
	const char *value = k->value.bytes;

	switch (k->what) {
	case SELECT_STARS:
		page_words(p, value == NULL ? words[k->what] :
		    star_words[*value - '1']);
		break;
	case SELECT_SOURCE: case SELECT_ITEM:
		report_name(p->to, value);
		break;
	case SELECT_LANGUAGE:
		page_words(p, figure_language(value));
		break;
	case SELECT_MONTH:
		TEMPLATE(w, "{1}", DATE_OF(value));
		break;
	case SELECT_DATES:
		TEMPLATE(w, "{1} to {2}", DATE_OF(value),
		    DATE_OF(k->label.bytes));
		break;
	case SELECT_OUTSIDE:
		TEMPLATE(w, "without {1} to {2}", DATE_OF(value),
		    DATE_OF(k->label.bytes));
		break;
	case SELECT_ASPECT: case SELECT_STAGE:
		add_mention_words(p, k);
		break;
	case SELECT_SINCE:
		page_words(p, words[k->what]);
		break;
	case SELECT_WORD:
		report_name(p->to, k->label.bytes);
		break;
	case SELECT_PREFERS:
		TEMPLATE(w, "preferred to {1}", NAME_OF(value));
		break;
	default:
		page_words(p, value != NULL ? value : words[k->what]);
	}
}

static void
add_title(struct page *p, const struct list *list)
{
	const struct selection *f = &list->figure;
	size_t i;

	if (text_is_absent(f->brand) && (f->count == 0 ||
	    f->condition[0].what != SELECT_UNNAMED))
		page_words(p, "All brands");
	else
		report_name(p->to, figure_brand_name(
		    text_is_absent(f->brand) ? "" : f->brand.bytes));
	for (i = 0; i < f->count; i++) {
		if (f->condition[i].what == SELECT_UNNAMED)
			continue;
		buffer_add_string(p->to, " \xC2\xB7 ");
		add_condition_words(p, &f->condition[i]);
	}
}

/* ---- the quotes among them ---- */

static const char *
kind_of(const struct summary *s, const struct quoted *q)
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
can_tell(const struct selection_condition *k, const struct quoted *q,
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
rebuild(const struct summary *s, const struct quoted *q, struct review *r,
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
is_among(const struct page *p, const struct list *list,
	const struct quoted *q)
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
	rebuild(p->s, q, &r, &sentiment);
	for (i = 0; i < f->count; i++) {
		if (!can_tell(&f->condition[i], q, &always))
			return false;
		one.condition[0] = f->condition[i];
		if (!always && !selection_has(&one, &r, &sentiment))
			return false;
	}
	return true;
}

static bool
is_shown_before(const struct ways *w, const size_t *shown, size_t count,
	const struct summary_quote *q)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(w->quoted[shown[i]].quote->id, q->id) == 0)
			return true;
	return false;
}

static void
add_sample(struct page *p, size_t number, const struct summary_quote *q)
{
	buffer_add_format(p->to, "<li><a href=\"#r%zu\">", number + 1);
	if (q->source != NULL)
		TEMPLATE(&p->w, "{1}", NAME_OF(q->source));
	if (q->date != NULL)
		TEMPLATE(&p->w, ", {1}", DATE_OF(q->date));
	buffer_add_string(p->to, "</a> <bdi>");
	report_text(p->to, q->text, SAMPLE_LETTERS);
	buffer_add_string(p->to, "</bdi></li>\n");
}

static bool
is_readable(const struct page *p, const struct summary_quote *q)
{
	return q->language != NULL && strcmp(q->language,
	    translation_language(p->w.translation)) == 0;
}

/* Those in the language of the page first. */
static void
add_samples(struct page *p, const struct list *list)
{
	const struct ways *w = p->ways;
	size_t shown[SAMPLES], count = 0, i;

	for (i = 0; i < 2 * w->quotes && count < SAMPLES; i++) {
		size_t at = i % w->quotes;
		const struct summary_quote *q = w->quoted[at].quote;

		if (is_readable(p, q) != (i < w->quotes) ||
		    !is_among(p, list, &w->quoted[at]) ||
		    is_shown_before(w, shown, count, q))
			continue;
		if (count == 0)
			buffer_add_string(p->to, "<ul>\n");
		add_sample(p, at, q);
		shown[count++] = at;
	}
	if (count > 0)
		buffer_add_string(p->to, "</ul>\n");
}

/* ---- how to have all of them ---- */

/* As report_text(), but in an element an apostrophe needs no escape, and there
 * are many of them here. */
static void
add_code(struct page *p, const char *code)
{
	struct buffer plain;
	size_t i;

	buffer_init(&plain, NAME_MAX_BYTES);
	shown_add(&plain, text_of(code), NAME_MAX_BYTES);
	for (i = 0; i < plain.length; i++)
		switch (plain.bytes[i]) {
		case '&': buffer_add_string(p->to, "&amp;"); break;
		case '<': buffer_add_string(p->to, "&lt;"); break;
		case '>': buffer_add_string(p->to, "&gt;"); break;
		case '"': buffer_add_string(p->to, "&quot;"); break;
		default: buffer_add_char(p->to, plain.bytes[i]);
		}
	buffer_release(&plain);
}

/* For a shell: a quote inside ends the quotes, and begins them again. */
static void
add_shell(struct page *p, const char *name)
{
	struct buffer b;

	buffer_init(&b, NAME_MAX_BYTES);
	for (; *name != '\0'; name++)
		if (*name == '\'')
			buffer_add_string(&b, "'\\''");
		else
			buffer_add_char(&b, *name);
	buffer_add_char(p->to, '\'');
	add_code(p, b.bytes);
	buffer_add_char(p->to, '\'');
	buffer_release(&b);
}

static void
add_commands(struct page *p, const struct list *list)
{
	struct buffer sql;

	buffer_add_string(p->to, "<code dir=\"ltr\">score explain ");
	if (p->s->stream_id != NULL) {
		buffer_add_string(p->to, "--stream ");
		add_shell(p, p->s->stream_id);
		buffer_add_char(p->to, ' ');
	}
	add_shell(p, list->name);
	buffer_add_string(p->to, "</code>\n");
	/* The database does not know which reviews a stream takes. */
	buffer_init(&sql, NAME_MAX_BYTES);
	if (p->s->stream == NULL && selection_sql(&sql, &list->figure)) {
		buffer_add_string(p->to, "<code dir=\"ltr\">SELECT published, "
		    "source, stars, label, body, url FROM review WHERE ");
		add_code(p, sql.bytes);
		buffer_add_string(p->to, "</code>\n");
	}
	buffer_release(&sql);
}

static void
add_list(struct page *p, const struct list *list, size_t number)
{
	buffer_add_format(p->to, "<div class=\"way\" id=\"w%zu\" "
	    "tabindex=\"-1\">\n<h3>", number);
	add_title(p, list);
	buffer_add_string(p->to, "</h3>\n<p>");
	if (list->n >= 0)
		TEMPLATE(&p->w, "{1}", COUNTED("{1} review", "{1} reviews",
		    list->n));
	buffer_add_string(p->to, "</p>\n");
	add_samples(p, list);
	buffer_add_string(p->to, "<p class=\"key\">");
	page_words(p, "All of them, in the workspace or in sayso.db:");
	buffer_add_string(p->to, "</p>\n");
	add_commands(p, list);
	buffer_add_string(p->to, "<a class=\"shut\" href=\"#-\">");
	page_words(p, "Close");
	buffer_add_string(p->to, "</a>\n</div>\n");
}

void
report_ways(struct page *p)
{
	size_t i;

	buffer_add_string(p->to, "<section class=\"ways\" aria-label=\"");
	page_words(p, "Reviews behind the figures");
	buffer_add_string(p->to, "\">\n");
	for (i = 0; i < p->ways->count; i++)
		add_list(p, &p->ways->list[i], i + 1);
	buffer_add_string(p->to, "</section>\n");
}
