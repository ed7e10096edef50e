/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same reviews by a query of sayso.db (selection.h). */
#include "selection.h"

#define POSTED "coalesce(kind, '') <> 'survey'"

static const char *const plain[SELECT_WHATS] = {
	[SELECT_REVIEWS] = "",
	[SELECT_UNNAMED] = "brand IS NULL",
	[SELECT_POSTED] = POSTED,
	[SELECT_PUBLIC] = "coalesce(kind, '') NOT IN ('survey', 'own-site')",
	[SELECT_ELSEWHERE] = "coalesce(kind, '') <> 'own-site'",
	[SELECT_POSITIVE] = "label = 'pos'",
	[SELECT_NEUTRAL] = "label = 'neu'",
	[SELECT_NEGATIVE] = "label = 'neg'",
	[SELECT_SCORED] = "label IS NOT NULL",
	[SELECT_UNSCORED] = "unscored_reason <> 'no-text'",
	[SELECT_TEXTLESS] = "unscored_reason = 'no-text'",
	[SELECT_REPLIED] = POSTED " AND reply IS NOT NULL",
	[SELECT_UNANSWERED] = POSTED " AND reply IS NULL AND (stars <= 2 OR"
	    " (label = 'neg' AND (stars IS NULL OR stars < 4)))",
	[SELECT_COMPLAINTS] = POSTED " AND (round(stars) <= 2 OR"
	    " (label = 'neg' AND (stars IS NULL OR round(stars) < 4)))",
	[SELECT_AGAINST] = POSTED " AND ((label = 'pos' AND"
	    " round(stars) <= 2) OR (label = 'neg' AND round(stars) >= 4))",
	[SELECT_LONG] = "long_text = 1",
	[SELECT_EDITED] = POSTED " AND edited = 1",
	[SELECT_VANISHED] = "id IN (SELECT id FROM review_change GROUP BY id"
	    " HAVING sum((change = 'vanished') - (change = 'returned')) > 0)",
	[SELECT_WATCHED] = POSTED " AND length(published) >= 10 AND"
	    " published_epoch IS NOT NULL AND length(fetched) >= 10",
	[SELECT_RECOMMEND] = "kind = 'survey' AND best = '10' AND"
	    " (rating GLOB '[0-9]' OR rating = '10')",
	[SELECT_SATISFIED] = "kind = 'survey' AND best = '5' AND"
	    " rating GLOB '[1-5]'",
	[SELECT_STARS] = POSTED " AND stars IS NOT NULL",
};

static void
add_string(struct buffer *to, struct text t)
{
	size_t i;

	buffer_add_char(to, '\'');
	for (i = 0; i < t.length; i++) {
		if (t.bytes[i] == '\'')
			buffer_add_char(to, '\'');
		buffer_add_char(to, t.bytes[i]);
	}
	buffer_add_char(to, '\'');
}

static void
add_equal(struct buffer *to, const char *column, struct text value)
{
	buffer_add_string(to, column);
	buffer_add_string(to, " = ");
	add_string(to, value);
}

static void
add_named(struct buffer *to, const char *column, struct text value)
{
	bool unknown = text_is(value, "unknown");

	buffer_add_string(to, unknown ? "(" : "");
	add_equal(to, column, value);
	if (unknown)
		buffer_add_format(to, " OR %s IS NULL)", column);
}

static void
add_month(struct buffer *to, struct text value)
{
	if (text_is(value, "unknown")) {
		buffer_add_string(to, "published_epoch IS NULL");
		return;
	}
	buffer_add_string(to, "published_epoch IS NOT NULL AND ");
	add_equal(to, "substr(published, 1, 7)", value);
}

static void
add_span(struct buffer *to, const struct selection_condition *k)
{
	buffer_add_string(to, k->what == SELECT_OUTSIDE ?
	    "published_epoch IS NULL OR NOT (" : "");
	buffer_add_format(to, "length(published) >= %zu AND published_epoch "
	    "IS NOT NULL AND published >= ", k->value.length);
	add_string(to, k->value);
	buffer_add_format(to, " AND substr(published, 1, %zu) <= ",
	    k->label.length);
	add_string(to, k->label);
	buffer_add_string(to, k->what == SELECT_OUTSIDE ? ")" : "");
}

/* What a review says of an aspect is by all its mentions together. */
static void
add_mention(struct buffer *to, const struct selection_condition *k)
{
	buffer_add_string(to, "key IN (SELECT review_key FROM mention "
	    "WHERE ");
	add_equal(to, k->what == SELECT_ASPECT ? "aspect" : "stage",
	    k->value);
	if (!text_is_absent(k->label))
		buffer_add_string(to, " GROUP BY review_key HAVING "
		    "count(score) > 0");
	if (!text_is_absent(k->label) && !text_is(k->label, "said"))
		buffer_add_format(to, " AND sum(score) %s 0",
		    text_is(k->label, "pos") ? ">" :
		    text_is(k->label, "neg") ? "<" : "=");
	buffer_add_char(to, ')');
}

static void
add_word(struct buffer *to, const struct selection_condition *k)
{
	buffer_add_string(to, "key IN (SELECT review_key FROM term "
	    "WHERE weight <> 0 AND ");
	add_equal(to, "language", k->value);
	buffer_add_string(to, " AND ");
	add_equal(to, "term", k->label);
	buffer_add_char(to, ')');
}

static void
add_since(struct buffer *to, const struct selection_condition *k)
{
	buffer_add_format(to, POSTED " AND substr(first_run, 1, %zu) > ",
	    k->value.length);
	add_string(to, k->value);
}

/* The brand is the one that is preferred, whatever the review is of. */
static void
add_preference(struct buffer *to, const struct selection *f,
	const struct selection_condition *k)
{
	size_t i;

	buffer_add_string(to, "key IN (SELECT review_key FROM preference "
	    "WHERE ");
	add_equal(to, "preferred", f->brand);
	buffer_add_string(to, " AND ");
	add_equal(to, "other", k->value);
	for (i = 0; i < f->count; i++)
		if (f->condition[i].what == SELECT_ABOUT) {
			buffer_add_string(to, " AND ");
			add_equal(to, "aspect", f->condition[i].value);
		}
	buffer_add_char(to, ')');
}

static void
add_stream(struct buffer *to, const char *stream)
{
	buffer_add_string(to, "key IN (SELECT review_key FROM stream_review "
	    "WHERE ");
	add_equal(to, "stream", text_of(stream));
	buffer_add_char(to, ')');
}

/* Where some review has a reply; all, where none has. */
static void
add_answerable(struct buffer *to, const char *stream)
{
	static const char *const piece[] = {POSTED " AND (coalesce(source,"
	    " 'unknown') IN (SELECT coalesce(source, 'unknown') FROM review"
	    " WHERE " POSTED " AND reply IS NOT NULL", ") OR NOT EXISTS"
	    " (SELECT 1 FROM review WHERE " POSTED " AND reply IS NOT NULL",
	    "))"};
	size_t i;

	for (i = 0; i < 3; i++) {
		buffer_add_string(to, piece[i]);
		if (stream != NULL && i < 2) {
			buffer_add_string(to, " AND ");
			add_stream(to, stream);
		}
	}
}

static void
add_condition(struct buffer *to, const struct selection *f,
	const struct selection_condition *k, const char *stream)
{
	switch (k->what) {
	case SELECT_SOURCE: add_named(to, "source", k->value); break;
	case SELECT_KIND: add_named(to, "kind", k->value); break;
	case SELECT_LANGUAGE: add_equal(to, "language", k->value); break;
	case SELECT_ITEM: add_equal(to, "item", k->value); break;
	case SELECT_MONTH: add_month(to, k->value); break;
	case SELECT_DATES: case SELECT_OUTSIDE: add_span(to, k); break;
	case SELECT_SINCE: add_since(to, k); break;
	case SELECT_ASPECT: case SELECT_STAGE: add_mention(to, k); break;
	case SELECT_WORD: add_word(to, k); break;
	case SELECT_PREFERS: add_preference(to, f, k); break;
	case SELECT_ANSWERABLE: add_answerable(to, stream); break;
	default:
		buffer_add_string(to, plain[k->what]);
		if (!text_is_absent(k->value)) {
			buffer_add_string(to, " AND round(stars) = ");
			buffer_add(to, k->value.bytes, k->value.length);
		}
	}
}

static bool
has(const struct selection *f, enum selection_what what)
{
	size_t i;

	for (i = 0; i < f->count; i++)
		if (f->condition[i].what == what)
			return true;
	return false;
}

int
selection_sql(struct buffer *to, const struct selection *f,
	const char *stream)
{
	size_t start = to->length, i;

	if (!text_is_absent(f->brand) && !has(f, SELECT_PREFERS))
		add_equal(to, "brand", f->brand);
	if (stream != NULL) {
		buffer_add_string(to, to->length > start ? " AND " : "");
		add_stream(to, stream);
	}
	for (i = 0; i < f->count; i++) {
		const struct selection_condition *k = &f->condition[i];
		bool outside = k->what == SELECT_OUTSIDE;

		if (k->what == SELECT_REVIEWS || k->what == SELECT_ABOUT)
			continue;
		buffer_add_string(to, to->length > start ? " AND " : "");
		buffer_add_string(to, outside ? "(" : "");
		add_condition(to, f, k, stream);
		buffer_add_string(to, outside ? ")" : "");
	}
	if (to->length == start)
		buffer_add_string(to, "1 = 1");
	return to->failed ? -1 : 0;
}
