/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was found in the texts of a review, as JSON in three columns: terms,
 * aspects, comparisons.
 */
#include "database_row.h"

#include <stdio.h>
#include <string.h>

#include "decimal.h"
#include "jsonl.h"
#include "sentiment.h"

enum { PLACE_ROOM = 96 };		/* behind the words of a term */

/* ",-130,"body",4,12] or, of a word in another language than its review's,
 * ",-130,"body",4,12,"hr"] */
static char *
put_place(char *to, const struct sentiment_term *t, bool other)
{
	static const struct { char bytes[20]; size_t length; }
	    field[SENTIMENT_FIELDS] = {
		[SENTIMENT_TITLE] = {",\"title\",", 9},
		[SENTIMENT_BODY] = {",\"body\",", 8},
		[SENTIMENT_POSITIVE_NOTES] = {",\"positive_notes\",", 18},
		[SENTIMENT_NEGATIVE_NOTES] = {",\"negative_notes\",", 18},
	};

	*to++ = '"';
	*to++ = ',';
	to = decimal_put(to, t->weight);
	memcpy(to, field[t->field].bytes, sizeof(field[0].bytes));
	to = decimal_put(to + field[t->field].length, (int64_t)t->start);
	*to++ = ',';
	to = decimal_put(to, (int64_t)t->end);
	if (other) {
		memcpy(to, ",\"", 2);
		memcpy(to + 2, t->language, strlen(t->language));
		to += 2 + strlen(t->language);
		*to++ = '"';
	}
	*to++ = ']';
	return to;
}

/* One word or two without their quotes; NULL where one needs an escape. */
static char *
put_words(char *to, struct text first, struct text second)
{
	if (first.length > 0) {
		to = jsonl_put_plain(to, first, false);
		if (to == NULL)
			return NULL;
		*to++ = ' ';
	}
	return jsonl_put_plain(to, second, false);
}

/* Where a word needs an escape. */
static void
add_escaped(struct buffer *b, struct text first, struct text second,
	const struct sentiment_term *t, bool other)
{
	char words[512], place[PLACE_ROOM];
	char *end = put_place(place, t, other);

	snprintf(words, sizeof(words), "%.*s%s%.*s", (int)first.length,
	    first.bytes, first.length > 0 ? " " : "", (int)second.length,
	    second.bytes);
	jsonl_add_string(b, text_of(words), false);
	buffer_add(b, place + 1, (size_t)(end - place - 1));
}

/* The words as they stand in the text, the negator on its side. */
static void
add_term(struct buffer *b, const struct sentiment_term *t, bool other)
{
	struct text first = text_of(t->negator == NULL ? "" : t->negator);
	struct text second = text_of(t->term);
	char *room, *to;

	if (t->negator != NULL && t->behind) {
		struct text negator = first;

		first = second;
		second = negator;
	}
	room = buffer_reserve(b, first.length + second.length + PLACE_ROOM);
	if (room == NULL)
		return;
	room[0] = b->length == 0 ? '[' : ',';
	memcpy(room + 1, "[\"", 2);
	to = put_words(room + 3, first, second);
	if (to != NULL) {
		b->length += (size_t)(put_place(to, t, other) - room);
		return;
	}
	b->length += 2;
	add_escaped(b, first, second, t, other);
}

/* [["not good",-130,"body",4,12],...]; fields are named as the columns that
 * start and end count in. */
static void
add_terms(struct buffer *b, const struct sentiment *s)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		add_term(b, &s->term[i], s->parts > 0 &&
		    strcmp(s->term[i].language, s->language) != 0);
	if (i > 0)
		buffer_add_char(b, ']');
}

static char *
put_quoted(char *to, struct text name)
{
	*to++ = '"';
	to = jsonl_put_plain(to, name, false);
	if (to != NULL)
		*to++ = '"';
	return to;
}

/* [["delivery","receive",-4200],["price","buy",null]]: mentions in the order
 * of the text; null where nothing is said of it.  The names are ids of the
 * lexicon. */
static void
add_aspect(struct buffer *b, const struct sentiment_aspect *a, bool first)
{
	struct text name = text_of(a->aspect), stage = text_of(a->stage);
	char *room = buffer_reserve(b, name.length + stage.length +
	    PLACE_ROOM), *to = room;

	if (room == NULL)
		return;
	*to++ = first ? '[' : ',';
	*to++ = '[';
	to = put_quoted(to, name);
	if (to != NULL) {
		*to++ = ',';
		to = put_quoted(to, stage);
	}
	if (to == NULL) {
		b->failed = true;
		return;
	}
	*to++ = ',';
	if (a->label == SENTIMENT_UNSCORED) {
		memcpy(to, "null", 4);
		to += 4;
	} else {
		to = decimal_put(to, a->score);
	}
	*to++ = ']';
	b->length += (size_t)(to - room);
}

static void
add_aspects(struct buffer *b, const struct sentiment *s)
{
	size_t i;

	for (i = 0; i < s->aspects; i++)
		add_aspect(b, &s->aspect[i], i == 0);
	if (i > 0)
		buffer_add_char(b, ']');
}

/* [["Own","Rival","price"],["Rival","Own",null]]: who is preferred over
 * whom.  Rare, and any name may stand there. */
static void
add_comparisons(struct buffer *b, const struct sentiment *s)
{
	const size_t start = b->length;
	size_t i;

	for (i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];
		struct text brand = sentiment_preferred(s, k);
		struct text other = sentiment_over(s, k);

		if (text_is_absent(brand) || text_is_absent(other))
			continue;
		buffer_add_string(b, b->length == start ? "[[" : ",[");
		jsonl_add_string(b, brand, false);
		buffer_add_char(b, ',');
		jsonl_add_string(b, other, false);
		buffer_add_char(b, ',');
		if (k->aspect == NULL)
			buffer_add_string(b, "null");
		else
			jsonl_add_string(b, text_of(k->aspect), false);
		buffer_add_char(b, ']');
	}
	if (b->length > start)
		buffer_add_char(b, ']');
}

/* NULL where nothing was added. */
static struct text
from(const struct buffer *b, size_t start, size_t end)
{
	return start == end ? (struct text){NULL, 0} :
	    (struct text){b->bytes + start, end - start};
}

/* All stand in one room, where they stay until the row is written. */
void
database_row_found(struct database *d, const struct sentiment *s)
{
	struct buffer *b = database_row_room(d);
	size_t terms, aspects;

	buffer_clear(b);
	add_terms(b, s);
	terms = b->length;
	add_aspects(b, s);
	aspects = b->length;
	add_comparisons(b, s);
	if (b->failed)
		database_row_failed(d);
	database_row_text(d, from(b, 0, terms));
	database_row_text(d, from(b, terms, aspects));
	database_row_text(d, from(b, aspects, b->length));
}
