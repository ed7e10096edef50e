/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentiment.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "lexicon.h"

/* A negator, a blank and a term: each a part of a line of the lexicon. */
enum { TERM_NAME_MAX = 2 * LEXICON_LINE_MAX + 1 };

static const char *const field_names[SENTIMENT_FIELDS] = {
	[SENTIMENT_TITLE] = "name",
	[SENTIMENT_BODY] = "reviewBody",
	[SENTIMENT_POSITIVE_NOTES] = "positiveNotes",
	[SENTIMENT_NEGATIVE_NOTES] = "negativeNotes",
};

const char *
sentiment_label_name(enum sentiment_label label)
{
	static const char *const name[] = {"unscored", "neg", "neu", "pos"};

	return name[label];
}

const char *
sentiment_reason_name(enum sentiment_reason reason)
{
	static const char *const name[] = {"", "no-text", "unknown-language",
	    "unsupported-language", "no-known-words"};

	return name[reason];
}

static int
write_hundredths(struct buffer *to, int32_t value)
{
	int32_t size = abs(value);
	const char rest[] = {'.', (char)('0' + size / 10 % 10),
	    (char)('0' + size % 10)};

	if (value < 0)
		buffer_add_char(to, '-');
	buffer_add_integer(to, size / 100);
	return buffer_add(to, rest, sizeof rest);
}

/* Puts a string behind `length` bytes; returns how many there are then. */
static size_t
put(char name[TERM_NAME_MAX], size_t length, const char *string)
{
	size_t more = strlen(string);

	if (more > TERM_NAME_MAX - length)
		more = TERM_NAME_MAX - length;
	memcpy(name + length, string, more);
	return length + more;
}

static int
write_term(struct buffer *to, const struct sentiment_term *t, bool ascii)
{
	char name[TERM_NAME_MAX];
	size_t length = 0;

	if (t->negator != NULL) {
		length = put(name, 0, t->behind ? t->term : t->negator);
		length = put(name, length, " ");
	}
	length = put(name, length, t->negator != NULL && t->behind ?
	    t->negator : t->term);
	buffer_add_string(to, "{\"term\":");
	jsonl_add_string(to, (struct text){name, length}, ascii);
	buffer_add_string(to, ",\"weight\":");
	write_hundredths(to, t->weight);
	if (t->field != SENTIMENT_BODY)
		jsonl_add_member(to, "field", text_of(field_names[t->field]));
	jsonl_add_member_integer(to, "start", (int64_t)t->start);
	jsonl_add_member_integer(to, "end", (int64_t)t->end);
	return buffer_add_char(to, '}');
}

/* Where a mention or a comparison stands. */
static int
write_place(struct buffer *to, enum sentiment_field field, size_t start,
	size_t end)
{
	if (field != SENTIMENT_BODY)
		jsonl_add_member(to, "field", text_of(field_names[field]));
	jsonl_add_member_integer(to, "start", (int64_t)start);
	jsonl_add_member_integer(to, "end", (int64_t)end);
	return buffer_add_char(to, '}');
}

static void
write_aspects(struct buffer *to, const struct sentiment *s)
{
	jsonl_add_name(to, "aspects");
	buffer_add_char(to, '[');
	for (size_t i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];
		bool said = a->label != SENTIMENT_UNSCORED;

		buffer_add_string(to, i > 0 ? ",{" : "{");
		jsonl_add_member(to, "aspect", text_of(a->aspect));
		jsonl_add_member(to, "stage", text_of(a->stage));
		if (said)
			jsonl_add_member_integer(to, "score", a->score);
		jsonl_add_member(to, "label", text_of(said ?
		    sentiment_label_name(a->label) : "none"));
		write_place(to, a->field, a->start, a->end);
	}
	buffer_add_char(to, ']');
}

static void
write_comparisons(struct buffer *to, const struct sentiment *s, bool ascii)
{
	jsonl_add_name(to, "comparisons");
	buffer_add_char(to, '[');
	for (size_t i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];
		const struct text brand[] = {
			k->preferred == NULL ? s->subject :
			    text_of(k->preferred),
			k->over == NULL ? s->subject : text_of(k->over),
		};

		buffer_add_string(to, i > 0 ? ",{" : "{");
		for (int side = 0; side < 2; side++) {
			if (text_is_absent(brand[side]))
				continue;
			jsonl_add_name(to, side == 0 ? "preferred" : "over");
			jsonl_add_string(to, brand[side], ascii);
		}
		jsonl_add_member(to, "aspect", text_of(k->aspect));
		write_place(to, k->field, k->start, k->end);
	}
	buffer_add_char(to, ']');
}

int
sentiment_write(struct buffer *to, const struct sentiment *s, bool ascii)
{
	buffer_add_char(to, '{');
	if (s->label == SENTIMENT_UNSCORED) {
		jsonl_add_member(to, "label", text_of("unscored"));
		jsonl_add_member(to, "reason",
		    text_of(sentiment_reason_name(s->reason)));
		if (s->aspects > 0)
			write_aspects(to, s);
		if (s->comparisons > 0)
			write_comparisons(to, s, ascii);
		return buffer_add_char(to, '}');
	}
	jsonl_add_member_integer(to, "score", s->score);
	jsonl_add_member(to, "label", text_of(sentiment_label_name(s->label)));
	jsonl_add_member_integer(to, "stars", s->stars);
	jsonl_add_member(to, "language", text_of(s->language));
	jsonl_add_name(to, "terms");
	buffer_add_char(to, '[');
	for (size_t i = 0; i < s->count; i++) {
		if (i > 0)
			buffer_add_char(to, ',');
		write_term(to, &s->term[i], ascii);
	}
	buffer_add_char(to, ']');
	jsonl_add_member_integer(to, "confidence", s->confidence);
	jsonl_add_member_integer(to, "coverage", s->coverage);
	write_aspects(to, s);
	write_comparisons(to, s, ascii);
	return buffer_add_char(to, '}');
}
