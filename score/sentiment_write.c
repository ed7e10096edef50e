/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentiment.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "lexicon.h"

enum {
	TERM_NAME_MAX = 2 * LEXICON_LINE_MAX + 1, /* negator, blank, term */
	FIXED_MAX = 256,	/* bytes of an element besides its strings */
};

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

/*
 * Half of what annotate writes is made here, so an element is put together at
 * a place that has room for all of it: `at` goes through the functions below.
 */

#define PUT(at, literal) \
	((char *)memcpy(at, literal, sizeof(literal) - 1) + \
	    sizeof(literal) - 1)

static char *
put_string(char *at, const char *string)
{
	size_t length = strlen(string);

	memcpy(at, string, length);
	return at + length;
}

static inline char *
put_count(char *at, uint64_t value)
{
	char digits[20];
	size_t from = sizeof digits;

	if (value < 10) {
		*at = (char)('0' + value);
		return at + 1;
	}
	do
		digits[--from] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	for (; from < sizeof digits; from++)
		*at++ = digits[from];
	return at;
}

static inline char *
put_integer(char *at, int64_t value)
{
	if (value >= 0)
		return put_count(at, (uint64_t)value);
	*at = '-';
	return put_count(at + 1, 0 - (uint64_t)value);
}

static inline char *
put_hundredths(char *at, int32_t value)
{
	uint32_t size = (uint32_t)abs(value);

	if (value < 0)
		*at++ = '-';
	at = put_count(at, size / 100);
	at[0] = '.';
	at[1] = (char)('0' + size / 10 % 10);
	at[2] = (char)('0' + size % 10);
	return at + 3;
}

/* Where a term, a mention or a comparison stands; its end. */
static inline char *
put_place(char *at, enum sentiment_field field, size_t start, size_t end)
{
	if (field != SENTIMENT_BODY) {
		at = PUT(at, ",\"field\":\"");
		at = put_string(at, field_names[field]);
		*at++ = '"';
	}
	at = PUT(at, ",\"start\":");
	at = put_count(at, start);
	at = PUT(at, ",\"end\":");
	at = put_count(at, end);
	*at = '}';
	return at + 1;
}

static void
wrote(struct buffer *to, char *at)
{
	*at = '\0';
	to->length = (size_t)(at - to->bytes);
}

/* Adds `open`, the string and its quote; returns where the rest of the element
 * goes, which has FIXED_MAX bytes, or NULL. */
static inline char *
add_opening(struct buffer *to, const char *open, struct text value, bool ascii)
{
	char *at = buffer_reserve(to, value.length + 2 * FIXED_MAX), *behind;

	if (at == NULL)
		return NULL;
	at = put_string(at, open);
	behind = jsonl_put_plain(at, value, ascii);
	if (behind != NULL) {
		*behind = '"';
		return behind + 1;
	}
	wrote(to, at - 1);
	jsonl_add_string(to, value, ascii);
	return buffer_reserve(to, FIXED_MAX);
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

static void
write_term(struct buffer *to, const struct sentiment_term *t, const char *open,
	bool ascii)
{
	char both[TERM_NAME_MAX], *at;
	struct text name = text_of(t->term);

	if (t->negator != NULL) {
		name.length = put(both, 0, t->behind ? t->term : t->negator);
		name.length = put(both, name.length, " ");
		name.length = put(both, name.length, t->behind ? t->negator :
		    t->term);
		name.bytes = both;
	}
	at = add_opening(to, open, name, ascii);
	if (at == NULL)
		return;
	at = PUT(at, ",\"weight\":");
	at = put_hundredths(at, t->weight);
	wrote(to, put_place(at, t->field, t->start, t->end));
}

static void
write_aspect(struct buffer *to, const struct sentiment_aspect *a,
	const char *open)
{
	char *at = add_opening(to, open, text_of(a->aspect), false);

	if (at == NULL)
		return;
	at = PUT(at, ",\"stage\":\"");
	at = put_string(at, a->stage);
	if (a->label != SENTIMENT_UNSCORED) {
		at = PUT(at, "\",\"score\":");
		at = put_integer(at, a->score);
		at = PUT(at, ",\"label\":\"");
		at = put_string(at, sentiment_label_name(a->label));
	} else {
		at = PUT(at, "\",\"label\":\"none");
	}
	*at++ = '"';
	wrote(to, put_place(at, a->field, a->start, a->end));
}

static void
write_aspects(struct buffer *to, const struct sentiment *s)
{
	jsonl_add_name(to, "aspects");
	buffer_add_char(to, '[');
	for (size_t i = 0; i < s->aspects; i++)
		write_aspect(to, &s->aspect[i], i == 0 ? "{\"aspect\":\"" :
		    ",{\"aspect\":\"");
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
		char *at = buffer_reserve(to, FIXED_MAX);
		if (at != NULL)
			wrote(to, put_place(at, k->field, k->start, k->end));
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
	for (size_t i = 0; i < s->count; i++)
		write_term(to, &s->term[i], i == 0 ? "{\"term\":\"" :
		    ",{\"term\":\"", ascii);
	buffer_add_char(to, ']');
	jsonl_add_member_integer(to, "confidence", s->confidence);
	jsonl_add_member_integer(to, "coverage", s->coverage);
	write_aspects(to, s);
	write_comparisons(to, s, ascii);
	return buffer_add_char(to, '}');
}
