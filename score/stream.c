/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stream.h"

#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "language.h"
#include "utf8.h"

/* The folded values of a list, each " word word ". */
struct needles {
	struct buffer *folded;
	size_t count;
};

struct stream {
	const struct plan_stream *plan;
	struct needles keyword, phrase, hashtag, location;
};

/* ---- folding ---- */

static void
end_word(struct buffer *to)
{
	if (to->length == 0 || to->bytes[to->length - 1] != ' ')
		buffer_add_char(to, ' ');
}

static void
add_letters(struct buffer *to, uint16_t entry, uint32_t c)
{
	uint32_t letter[FOLD_MAX];
	size_t count = fold_letters(entry, c, (enum fold_way)0, letter), i;
	char bytes[4];

	for (i = 0; i < count; i++)
		buffer_add(to, bytes, utf8_encode(letter[i], bytes));
}

/* Words with one blank between, before and behind them.  A '#' before a word
 * stays with it. */
static void
fold(struct buffer *to, struct text text)
{
	size_t at = 0;

	end_word(to);
	while (at < text.length) {
		uint32_t c;
		uint16_t entry;

		at += utf8_decode(text.bytes + at, text.length - at, &c);
		entry = fold_entry(c);
		if (entry == FOLD_SELF || entry >= FOLD_LETTER)
			add_letters(to, entry, c);
		else if (entry == FOLD_EMOJI) {
			char bytes[4];

			end_word(to);
			buffer_add(to, bytes, utf8_encode(c, bytes));
			end_word(to);
		} else if (c == '#') {
			end_word(to);
			buffer_add_char(to, '#');
		} else if (entry != FOLD_DROP) {
			end_word(to);
		}
	}
	end_word(to);
}

static void
needles_free(struct needles *n)
{
	size_t i;

	for (i = 0; i < n->count; i++)
		buffer_release(&n->folded[i]);
	free(n->folded);
	*n = (struct needles){0};
}

/* `mark` is put before each value: "#" for hashtags. */
static int
needles_make(struct needles *n, const struct plan_list *list,
	const char *mark)
{
	size_t i;

	n->folded = calloc(list->count + 1, sizeof(*n->folded));
	if (n->folded == NULL)
		return -1;
	for (i = 0; i < list->count; i++) {
		struct buffer *b = &n->folded[n->count++];
		struct buffer marked;

		buffer_init(b, STREAM_TEXT_MAX);
		buffer_init(&marked, STREAM_TEXT_MAX);
		if (list->value[i][0] != *mark)
			buffer_add_string(&marked, mark);
		buffer_add_string(&marked, list->value[i]);
		fold(b, (struct text){marked.bytes, marked.length});
		buffer_release(&marked);
		if (b->failed || marked.failed)
			return -1;
	}
	return 0;
}

struct stream *
stream_open(const struct plan_stream *plan)
{
	struct stream *s = calloc(1, sizeof(*s));

	if (s == NULL)
		return NULL;
	s->plan = plan;
	if (needles_make(&s->keyword, &plan->keyword, "") < 0 ||
	    needles_make(&s->phrase, &plan->phrase, "") < 0 ||
	    needles_make(&s->hashtag, &plan->hashtag, "#") < 0 ||
	    needles_make(&s->location, &plan->location, "") < 0) {
		stream_free(s);
		return NULL;
	}
	return s;
}

void
stream_free(struct stream *s)
{
	if (s == NULL)
		return;
	needles_free(&s->keyword);
	needles_free(&s->phrase);
	needles_free(&s->hashtag);
	needles_free(&s->location);
	free(s);
}

/* ---- what a review must be ---- */

static bool
list_holds(const struct plan_list *list, struct text value)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (text_is(value, list->value[i]))
			return true;
	return list->count == 0;
}

static bool
any_found(const struct needles *n, const struct buffer *text)
{
	size_t i;

	for (i = 0; i < n->count; i++)
		if (n->folded[i].length > 1 && text->length > 0 &&
		    strstr(text->bytes, n->folded[i].bytes) != NULL)
			return true;
	return n->count == 0;
}

/* As far as both say: `2026-08` is neither before nor after 2026-08-09. */
static int
compare_days(struct text written, const char *day)
{
	size_t length = strlen(day);

	if (written.length < length)
		length = written.length;
	return memcmp(written.bytes, day, length);
}

const char *
stream_id(const struct stream *s)
{
	return s->plan->id;
}

static bool
is_in_time(const struct plan_stream *p, const struct review *r)
{
	if (p->from == NULL && p->to == NULL)
		return true;
	if (text_is_absent(r->published))
		return false;
	return (p->from == NULL || compare_days(r->published, p->from) >= 0) &&
	    (p->to == NULL || compare_days(r->published, p->to) <= 0);
}

static bool
has_stars(const struct plan_stream *p, const struct review *r)
{
	int32_t stars;

	if (p->least_stars == 0 && p->most_stars == 0)
		return true;
	if (review_is_survey(r) || !review_stars(r, &stars))
		return false;
	stars = review_whole_stars(stars);
	return (p->least_stars == 0 || stars >= p->least_stars) &&
	    (p->most_stars == 0 || stars <= p->most_stars);
}

static bool
says(const struct stream *s, const struct review *r, struct buffer *room)
{
	if (s->keyword.count == 0 && s->phrase.count == 0 &&
	    s->hashtag.count == 0)
		return true;
	buffer_clear(room);
	fold(room, r->title);
	fold(room, r->body);
	fold(room, r->positive);
	fold(room, r->negative);
	return any_found(&s->keyword, room) && any_found(&s->phrase, room) &&
	    any_found(&s->hashtag, room);
}

static bool
is_there(const struct stream *s, const struct review *r, struct buffer *room)
{
	if (s->location.count == 0)
		return true;
	buffer_clear(room);
	fold(room, r->location);
	return any_found(&s->location, room);
}

bool
stream_may_take(const struct stream *s, const struct review *r,
	struct buffer *room)
{
	const struct plan_stream *p = s->plan;

	return list_holds(&p->brand, r->brand) &&
	    list_holds(&p->source, r->source) &&
	    list_holds(&p->kind, r->kind) && is_in_time(p, r) &&
	    has_stars(p, r) && is_there(s, r, room) && says(s, r, room);
}

static bool
has_language(const struct plan_list *list, const char *language)
{
	char tag[LANGUAGE_TAG];
	size_t i;

	for (i = 0; i < list->count; i++)
		if (strcmp(language_primary(text_of(list->value[i]), tag),
		    language) == 0)
			return true;
	return list->count == 0;
}

bool
stream_takes(const struct stream *s, const struct sentiment *sentiment)
{
	const struct plan_stream *p = s->plan;
	bool spoken = p->aspect.count == 0;
	size_t i;

	for (i = 0; i < sentiment->aspects && !spoken; i++)
		spoken = list_holds(&p->aspect,
		    text_of(sentiment->aspect[i].aspect));
	return spoken && has_language(&p->language, sentiment->language) &&
	    list_holds(&p->label, text_of(sentiment->label ==
	    SENTIMENT_UNSCORED ? "none" :
	    sentiment_label_name(sentiment->label)));
}
