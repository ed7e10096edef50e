/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentiment.h"

#include <stdlib.h>
#include <string.h>

#include "decimal.h"
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

static inline char *
put_string(char *at, const char *string)
{
	while (*string != '\0')
		*at++ = *string++;
	return at;
}

static inline char *
put_hundredths(char *at, int32_t value)
{
	uint32_t size = (uint32_t)abs(value);

	*at = '-';
	at = decimal_put_count(at + (value < 0), size / 100);
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
	at = decimal_put_count(at, start);
	at = PUT(at, ",\"end\":");
	at = decimal_put_count(at, end);
	*at = '}';
	return at + 1;
}

static void
wrote(struct buffer *to, char *at)
{
	*at = '\0';
	to->length = (size_t)(at - to->bytes);
}

/* Room for a string and FIXED_MAX bytes. */
static inline char *
room(struct buffer *to, size_t length)
{
	size_t more = length + FIXED_MAX;

	return !to->failed && to->capacity - to->length > more &&
	    to->ceiling - to->length >= more ? to->bytes + to->length :
	    buffer_reserve(to, more);
}

/* Puts the rest of a string and its quote behind the quote at `at`, which has
 * room(); returns what is behind, which has room for FIXED_MAX / 2, or NULL. */
static inline char *
put_text(struct buffer *to, char *at, struct text value, bool ascii)
{
	char *behind = jsonl_put_plain(at, value, ascii);

	if (behind != NULL) {
		*behind = '"';
		return behind + 1;
	}
	wrote(to, at - 1);
	jsonl_add_string(to, value, ascii);
	return room(to, 0);
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

/* `own`: the language that need not be said; NULL any. */
static void
write_term(struct buffer *to, const struct sentiment_term *t, bool first,
	const char *own, bool ascii)
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
	if ((at = room(to, name.length)) == NULL)
		return;
	*at = ',';
	at = PUT(at + !first, "{\"term\":\"");
	if ((at = put_text(to, at, name, ascii)) == NULL)
		return;
	at = PUT(at, ",\"weight\":");
	at = put_hundredths(at, t->weight);
	if (own != NULL && strcmp(t->language, own) != 0) {
		at = PUT(at, ",\"language\":\"");
		at = put_string(at, t->language);
		*at++ = '"';
	}
	wrote(to, put_place(at, t->field, t->start, t->end));
}

static void
write_aspect(struct buffer *to, const struct sentiment_aspect *a, bool first)
{
	struct text name = text_of(a->aspect);
	char *at = room(to, name.length);

	if (at == NULL)
		return;
	*at = ',';
	at = PUT(at + !first, "{\"aspect\":\"");
	if ((at = put_text(to, at, name, false)) == NULL)
		return;
	at = PUT(at, ",\"stage\":\"");
	at = put_string(at, a->stage);
	if (a->label != SENTIMENT_UNSCORED) {
		at = PUT(at, "\",\"score\":");
		at = decimal_put(at, a->score);
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
		write_aspect(to, &s->aspect[i], i == 0);
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
			sentiment_preferred(s, k), sentiment_over(s, k),
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

static void
write_parts(struct buffer *to, const struct sentiment *s)
{
	jsonl_add_name(to, "otherLanguages");
	buffer_add_char(to, '[');
	for (size_t i = 0; i < s->parts; i++) {
		const struct sentiment_part *p = &s->part[i];
		char *at = room(to, 0);

		if (at == NULL)
			return;
		*at = ',';
		at = PUT(at + (i > 0), "{\"language\":\"");
		at = put_string(at, p->language);
		*at++ = '"';
		if (p->reason != SENTIMENT_NO_REASON) {
			at = PUT(at, ",\"reason\":\"");
			at = put_string(at, sentiment_reason_name(p->reason));
			*at++ = '"';
		}
		wrote(to, put_place(at, p->field, p->start, p->end));
	}
	buffer_add_char(to, ']');
}

/* Up to the first term. */
static void
write_head(struct buffer *to, const struct sentiment *s)
{
	char *at = room(to, 0);

	if (at == NULL)
		return;
	at = PUT(at, "\"score\":");
	at = decimal_put(at, s->score);
	at = PUT(at, ",\"label\":\"");
	at = put_string(at, sentiment_label_name(s->label));
	at = PUT(at, "\",\"stars\":");
	at = decimal_put(at, s->stars);
	at = PUT(at, ",\"language\":\"");
	at = put_string(at, s->language);
	wrote(to, PUT(at, "\",\"terms\":["));
}

/* Behind the last term. */
static void
write_known(struct buffer *to, const struct sentiment *s)
{
	char *at = room(to, 0);

	if (at == NULL)
		return;
	at = PUT(at, "],\"confidence\":");
	at = decimal_put(at, s->confidence);
	at = PUT(at, ",\"coverage\":");
	wrote(to, decimal_put(at, s->coverage));
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
		if (s->parts > 0)
			write_parts(to, s);
		return buffer_add_char(to, '}');
	}
	write_head(to, s);
	for (size_t i = 0; i < s->count; i++)
		write_term(to, &s->term[i], i == 0,
		    s->parts > 0 ? s->language : NULL, ascii);
	write_known(to, s);
	write_aspects(to, s);
	write_comparisons(to, s, ascii);
	if (s->parts > 0)
		write_parts(to, s);
	return buffer_add_char(to, '}');
}
