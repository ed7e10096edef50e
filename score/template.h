/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences of ours with places {1} {2} ... for figures and names, so that a
 * translation may put them in another order.  What the words are written
 * with - escapes of HTML or of Markdown - is the writer's.
 */
#ifndef SAYSO_TEMPLATE_H
#define SAYSO_TEMPLATE_H

#include "figures.h"

struct writer {
	struct buffer *to;
	const struct translation *translation;
	/* Words of ours, escaped for where they go. */
	int (*words)(struct buffer *to, const char *bytes, size_t length);
	/* A string of the data: escaped, and isolated from the direction of
	 * what is around it. */
	int (*name)(struct buffer *to, const char *name);
	const char *open, *close;	/* around what matters most */
};

/* What stands in a place.  The list ends with a piece of kind 0. */
struct piece {
	enum {
		PIECE_END, PIECE_COUNT, PIECE_PLACE, PIECE_COUNTED, PIECE_NAME,
		PIECE_DATE, PIECE_WORDS, PIECE_MARKUP, PIECE_VALUE, PIECE_RANGE,
		PIECE_DIFFERENCE, PIECE_DIFFERENCE_RANGE,
	} kind;
	int64_t n;
	const char *string, *many;
	enum figure_unit unit;
	double value;
	const struct estimate *estimate;
};

#define COUNT_OF(count) {.kind = PIECE_COUNT, .n = (count)}
/* A number to be copied: ASCII digits in every language. */
#define PLACE_OF(offset) {.kind = PIECE_PLACE, .n = (offset)}
/* A template of its own with {1} for the number, in the form for it. */
#define COUNTED(one, more, count) {.kind = PIECE_COUNTED, .string = (one), \
	.many = (more), .n = (count)}
#define NAME_OF(name) {.kind = PIECE_NAME, .string = (name)}
#define DATE_OF(date) {.kind = PIECE_DATE, .string = (date)}
#define WORDS_OF(english) {.kind = PIECE_WORDS, .string = (english)}
#define MARKUP(raw) {.kind = PIECE_MARKUP, .string = (raw)}
#define VALUE_OF(u, v) {.kind = PIECE_VALUE, .unit = (u), .value = (v)}
#define RANGE_OF(u, e) {.kind = PIECE_RANGE, .unit = (u), .estimate = (e)}
#define DIFFERENCE_OF(u, v) {.kind = PIECE_DIFFERENCE, .unit = (u), \
	.value = (v)}
#define DIFFERENCE_RANGE_OF(u, e) {.kind = PIECE_DIFFERENCE_RANGE, \
	.unit = (u), .estimate = (e)}

int template_add(const struct writer *w, const char *english,
	const struct piece *pieces);
#define TEMPLATE(w, english, ...) template_add(w, english, \
	(const struct piece[]){__VA_ARGS__, {.kind = PIECE_END}})

/* Words without places. */
int template_words(const struct writer *w, const char *english);

#endif
