/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "template.h"

#include <string.h>

#include "translation.h"

enum { PLACES = 9, DATE_ROOM = 1 << 10 };

static int add(const struct writer *w, const char *form,
	const struct piece *pieces);

static void
add_date(const struct writer *w, const char *date)
{
	struct buffer plain;

	buffer_init(&plain, DATE_ROOM);
	translation_add_date(&plain, w->translation, date);
	w->name(w->to, plain.length == 0 ? date : plain.bytes);
	buffer_release(&plain);
}

static void
add_piece(const struct writer *w, const struct piece *p)
{
	const struct translation *t = w->translation;
	struct piece number[] = {COUNT_OF(p->n), {.kind = PIECE_END}};

	switch (p->kind) {
	case PIECE_END:
		break;
	case PIECE_COUNT:
		figure_add_count(w->to, t, p->n);
		break;
	case PIECE_PLACE:
		buffer_add_integer(w->to, p->n);
		break;
	case PIECE_COUNTED:
		add(w, translation_of_count(t, p->string, p->many, p->n),
		    number);
		break;
	case PIECE_NAME:
		w->name(w->to, p->string);
		break;
	case PIECE_DATE:
		add_date(w, p->string);
		break;
	case PIECE_WORDS:
		template_words(w, p->string);
		break;
	case PIECE_MARKUP:
		buffer_add_string(w->to, p->string);
		break;
	case PIECE_VALUE:
		figure_add_value(w->to, t, p->unit, p->value);
		break;
	case PIECE_RANGE:
		figure_add_range(w->to, t, p->unit, p->estimate);
		break;
	case PIECE_DIFFERENCE:
		figure_add_difference(w->to, t, p->unit, p->value);
		break;
	case PIECE_DIFFERENCE_RANGE:
		figure_add_difference_range(w->to, t, p->unit, p->estimate);
		break;
	}
}

/* COUNTED goes one level down, because its only piece is a number. */
static int
add(const struct writer *w, const char *form, const struct piece *pieces)
{
	const char *from = form, *at;
	size_t count = 0;

	while (count < PLACES && pieces[count].kind != PIECE_END)
		count++;
	for (at = form; *at != '\0'; at++) {
		size_t place = (size_t)(at[1] - '1');

		if (at[0] != '{' || at[1] < '1' || place >= count ||
		    at[2] != '}')
			continue;
		w->words(w->to, from, (size_t)(at - from));
		add_piece(w, &pieces[place]);
		at += 2;
		from = at + 1;
	}
	w->words(w->to, from, (size_t)(at - from));
	return w->to->failed ? -1 : 0;
}

int
template_add(const struct writer *w, const char *english,
	const struct piece *pieces)
{
	return add(w, translation_of(w->translation, english), pieces);
}

int
template_words(const struct writer *w, const char *english)
{
	const char *words = translation_of(w->translation, english);

	w->words(w->to, words, strlen(words));
	return w->to->failed ? -1 : 0;
}
