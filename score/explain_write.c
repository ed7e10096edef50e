/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain.h"

#include <stdlib.h>
#include <string.h>

/* Whether U+202A to U+202E or U+2066 to U+2069 stand there: they turn what
 * follows around, beyond the text's own end. */
static bool
turns_text(struct text t, size_t i)
{
	const unsigned char *b = (const unsigned char *)t.bytes + i;

	return i + 2 < t.length && b[0] == 0xE2 &&
	    ((b[1] == 0x80 && b[2] >= 0xAA && b[2] <= 0xAE) ||
	    (b[1] == 0x81 && b[2] >= 0xA6 && b[2] <= 0xA9));
}

int
explain_add_text(struct buffer *to, struct text t)
{
	for (size_t i = 0; i < t.length; i++) {
		if (turns_text(t, i)) {
			buffer_add_char(to, '?');
			i += 2;
			continue;
		}
		unsigned char byte = (unsigned char)t.bytes[i];
		bool high = byte == 0xC2 && i + 1 < t.length &&
		    (unsigned char)t.bytes[i + 1] < 0xA0;

		if (high)	/* U+0080 to U+009F */
			i++;
		buffer_add_char(to, high || (byte < ' ' && byte != '\n') ||
		    byte == 0x7F ? '?' : (char)byte);
	}
	return to->failed ? -1 : 0;
}

static struct text
field_of(const struct review *r, enum sentiment_field field)
{
	switch (field) {
	case SENTIMENT_TITLE:
		return r->title;
	case SENTIMENT_POSITIVE_NOTES:
		return r->positive;
	case SENTIMENT_NEGATIVE_NOTES:
		return r->negative;
	default:
		return r->body;
	}
}

static void
add_on_line(struct buffer *to, struct text t)
{
	size_t before = to->length;

	explain_add_text(to, t);
	for (size_t i = before; i < to->length; i++)
		if (to->bytes[i] == '\n')
			to->bytes[i] = ' ';
}

/* The words at a place, in quotes, on one line. */
static void
add_words(struct buffer *to, const struct review *r,
	enum sentiment_field field, size_t start, size_t end)
{
	struct text t = field_of(r, field);

	if (end > t.length)
		return;
	buffer_add_string(to, "  \"");
	add_on_line(to, (struct text){t.bytes + start, end - start});
	buffer_add_string(to, "\"\n");
}

/* A line, where there is something to say. */
static void
add_fact(struct buffer *to, const char *name, struct text value)
{
	if (text_is_absent(value))
		return;
	buffer_add_string(to, name);
	add_on_line(to, value);
	buffer_add_char(to, '\n');
}

static void
add_stars(struct buffer *to, int32_t stars)
{
	if (stars == 0)
		buffer_add_string(to, "no rating");
	else if (stars % 10000 == 0)
		buffer_add_format(to, "%d of 5", stars / 10000);
	else
		buffer_add_format(to, "%d.%04d of 5", stars / 10000,
		    stars % 10000);
}

/* What it is now, and what the earliest version was where that is another. */
static void
add_rating(struct buffer *to, const struct review *r)
{
	if (!text_is_absent(r->rating)) {
		buffer_add_string(to, "rating   ");
		explain_add_text(to, r->rating);
		if (!text_is_absent(r->best)) {
			buffer_add_string(to, " of ");
			explain_add_text(to, r->best);
		}
		buffer_add_char(to, '\n');
	}
	if (r->before.known) {
		buffer_add_string(to, "before   ");
		add_stars(to, r->before.stars);
		buffer_add_string(to, r->before.replied ? ", replied to\n" :
		    "\n");
	}
	add_fact(to, "first    seen in run ", r->first_run);
}

static void
add_head(struct buffer *to, const struct review *r)
{
	const struct text part[] = {r->brand, r->source, r->published};

	if (!text_is_absent(r->id)) {
		buffer_add_string(to, "review   ");
		explain_add_text(to, r->id);
		buffer_add_char(to, '\n');
	}
	size_t said = 0;
	for (size_t i = 0; i < 3; i++) {
		if (text_is_absent(part[i]))
			continue;
		buffer_add_string(to, said++ == 0 ? "of       " : ", ");
		explain_add_text(to, part[i]);
	}
	if (said > 0)
		buffer_add_char(to, '\n');
	add_fact(to, "kind     ", r->kind);
	add_fact(to, "item     ", r->item);
	add_fact(to, "author   ", r->author);
	add_rating(to, r);
}

static void
add_score(struct buffer *to, const struct sentiment *s)
{
	if (s->label == SENTIMENT_UNSCORED) {
		buffer_add_format(to, "unscored: %s (language %s)\n",
		    sentiment_reason_name(s->reason), s->language);
		return;
	}
	buffer_add_format(to, "score    %d of -10000 to 10000: %s, %d star%s\n"
	    "language %s, %d %% of the words known, %d %% sure\n", s->score,
	    sentiment_label_name(s->label), s->stars, s->stars == 1 ? "" : "s",
	    s->language, s->coverage, s->confidence);
}

static void
add_terms(struct buffer *to, const struct review *r,
	const struct sentiment *s)
{
	if (s->count > 0)
		buffer_add_format(to, "\nwords that decided (%zu of %zu)\n",
		    s->count, s->hits);
	for (size_t i = 0; i < s->count; i++) {
		const struct sentiment_term *t = &s->term[i];

		buffer_add_format(to, "  %s%d.%02d  %s", t->weight < 0 ? "-" :
		    "+", abs(t->weight) / 100, abs(t->weight) % 100, t->term);
		if (t->negator != NULL)
			buffer_add_format(to, ", turned by %s", t->negator);
		if (strcmp(t->language, s->language) != 0)
			buffer_add_format(to, ", in %s", t->language);
		add_words(to, r, t->field, t->start, t->end);
	}
}

static void
add_aspects(struct buffer *to, const struct review *r,
	const struct sentiment *s)
{
	if (s->aspects > 0)
		buffer_add_string(to, "\naspects\n");
	for (size_t i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		buffer_add_format(to, "  %-10s %-8s ", a->aspect, a->stage);
		if (a->label == SENTIMENT_UNSCORED)
			buffer_add_string(to, "nothing said");
		else
			buffer_add_format(to, "%s  %+6d",
			    sentiment_label_name(a->label), a->score);
		add_words(to, r, a->field, a->start, a->end);
	}
}

static void
add_comparisons(struct buffer *to, const struct review *r,
	const struct sentiment *s)
{
	if (s->comparisons > 0)
		buffer_add_string(to, "\ncomparisons\n");
	for (size_t i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];
		const struct text brand[] = {
			sentiment_preferred(s, k), sentiment_over(s, k),
		};

		for (int side = 0; side < 2; side++) {
			buffer_add_string(to, side == 0 ? "  " : " over ");
			explain_add_text(to, text_is_absent(brand[side]) ?
			    text_of("what is reviewed") : brand[side]);
		}
		if (k->aspect != NULL)
			buffer_add_format(to, ", %s", k->aspect);
		add_words(to, r, k->field, k->start, k->end);
	}
}

static void
add_parts(struct buffer *to, const struct review *r,
	const struct sentiment *s)
{
	if (s->parts > 0)
		buffer_add_string(to, "\nin other languages\n");
	for (size_t i = 0; i < s->parts; i++) {
		const struct sentiment_part *p = &s->part[i];

		buffer_add_format(to, "  %-10s %s", p->language,
		    p->reason == SENTIMENT_NO_REASON ? "scored" :
		    "not scored: ");
		if (p->reason != SENTIMENT_NO_REASON)
			buffer_add_string(to,
			    sentiment_reason_name(p->reason));
		add_words(to, r, p->field, p->start, p->end);
	}
}

/* An answer, whose day counts; its text is the brand's own. */
static void
add_reply(struct buffer *to, const struct review *r)
{
	if (text_is_absent(r->reply))
		return;
	buffer_add_string(to, "\nreplied  ");
	explain_add_text(to, text_is_absent(r->reply_date) ?
	    text_of("day not known") : r->reply_date);
	buffer_add_string(to, ": ");
	add_on_line(to, r->reply);
	buffer_add_char(to, '\n');
}

static void
add_origin(struct buffer *to, const struct review *r)
{
	if (!text_is_absent(r->capture.file)) {
		buffer_add_string(to, "\nfrom     ");
		explain_add_text(to, r->capture.file);
		if (r->capture.offset >= 0)
			buffer_add_format(to, " at %lld",
			    (long long)r->capture.offset);
		buffer_add_char(to, '\n');
	}
	if (!text_is_absent(r->url)) {
		buffer_add_string(to, "address  ");
		explain_add_text(to, r->url);
		buffer_add_char(to, '\n');
	}
	if (!text_is_absent(r->capture.fetched)) {
		buffer_add_string(to, "fetched  ");
		explain_add_text(to, r->capture.fetched);
		buffer_add_char(to, '\n');
	}
}

int
explain_write(struct buffer *to, const struct review *r,
	const struct sentiment *s)
{
	static const char *const names[SENTIMENT_FIELDS] = {
		"", "", "in favour: ", "against: ",
	};

	add_head(to, r);
	add_score(to, s);
	for (int i = 0; i < SENTIMENT_FIELDS; i++) {
		struct text t = field_of(r, (enum sentiment_field)i);

		if (t.length == 0)
			continue;
		buffer_add_format(to, "\n%s", names[i]);
		explain_add_text(to, t);
		buffer_add_char(to, '\n');
	}
	add_terms(to, r, s);
	add_aspects(to, r, s);
	add_comparisons(to, r, s);
	add_parts(to, r, s);
	add_reply(to, r);
	add_origin(to, r);
	return to->failed ? -1 : 0;
}
