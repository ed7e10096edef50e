/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "same.h"

#include <stdlib.h>

enum { DAY_LENGTH = 10 };		/* of `2026-08-09` */

/* FNV-1a, 64 bits; with a kind in front so that keys of two kinds differ. */
static uint64_t
hash(uint64_t from, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++)
		from = (from ^ (unsigned char)bytes[i]) * 0x100000001b3u;
	return from == 0 ? 1 : from;
}

static size_t
shorter(size_t a, size_t b)
{
	return a < b ? a : b;
}

void
same_keys(const struct review *r, uint64_t *id, uint64_t *body,
	uint64_t *author)
{
	const uint64_t start = 0xcbf29ce484222325u;

	*id = *body = *author = 0;
	if (r->native_id.length > 0)
		*id = hash(start ^ 1, r->native_id.bytes,
		    r->native_id.length);
	if (r->body.length > 0)
		*body = hash(start ^ 2, r->body.bytes,
		    shorter(r->body.length, SAME_HEAD));
	if (r->author.length > 0 && r->published.length > 0) {
		*author = hash(start ^ 3, r->author.bytes, r->author.length);
		*author = hash(*author, r->published.bytes,
		    shorter(r->published.length, DAY_LENGTH));
	}
}

static bool
is_number_equal(struct text a, struct text b)
{
	/* Digits in an arena have their NUL. */
	double x = a.length ? strtod(a.bytes, NULL) : -1;
	double y = b.length ? strtod(b.bytes, NULL) : -1;

	return !(x < y) && !(x > y);
}

/* Equal, or one of them says nothing. */
static bool
agrees(struct text a, struct text b)
{
	return a.length == 0 || b.length == 0 || text_equals(a, b);
}

static bool
dates_agree(struct text a, struct text b)
{
	size_t length = shorter(shorter(a.length, b.length), DAY_LENGTH);

	return length == 0 || memcmp(a.bytes, b.bytes, length) == 0;
}

/* A text that was cut ends in dots that the whole one does not have. */
static size_t
without_dots(struct text t)
{
	while (t.length > 0 && (t.bytes[t.length - 1] == '.' ||
	    t.bytes[t.length - 1] == ' '))
		t.length--;
	if (t.length >= 3 && memcmp(t.bytes + t.length - 3, "\xE2\x80\xA6",
	    3) == 0)
		t.length -= 3;
	return t.length;
}

static bool
begins(struct text part, struct text whole)
{
	size_t length = without_dots(part);

	return length >= SAME_HEAD && length <= whole.length &&
	    memcmp(part.bytes, whole.bytes, length) == 0;
}

static bool
texts_agree(struct text a, struct text b)
{
	return text_equals(a, b) || begins(a, b) || begins(b, a);
}

static bool
ratings_agree(const struct review *a, const struct review *b)
{
	return a->rating.length == 0 || b->rating.length == 0 ||
	    is_number_equal(a->rating, b->rating);
}

/* Both absent counts as equal here. */
static bool
equal_or_both_absent(struct text a, struct text b)
{
	return a.length == b.length &&
	    (a.length == 0 || text_equals(a, b));
}

static bool
is_clone(const struct review *a, const struct review *b)
{
	if (!equal_or_both_absent(a->author, b->author) ||
	    !equal_or_both_absent(a->published, b->published) ||
	    !equal_or_both_absent(a->body, b->body) ||
	    !agrees(a->item, b->item) || !ratings_agree(a, b))
		return false;
	if (a->native_id.length > 0 && b->native_id.length > 0 &&
	    !text_equals(a->native_id, b->native_id))
		return false;
	if (a->body.length > 0)
		return true;
	return a->author.length > 0 && a->published.length > 0 &&
	    agrees(a->title, b->title) && agrees(a->url, b->url);
}

bool
same_review(const struct review *a, const struct review *b)
{
	if (text_equals(a->extractor, b->extractor))
		return is_clone(a, b);
	if (!dates_agree(a->published, b->published) || !ratings_agree(a, b))
		return false;
	if (a->body.length == 0 || b->body.length == 0)
		return a->author.length > 0 && a->published.length > 0 &&
		    b->published.length > 0 &&
		    text_equals(a->author, b->author);
	if (!texts_agree(a->body, b->body))
		return false;
	/* Long equal texts are one even where "Review by Ann" is not "Ann". */
	return agrees(a->author, b->author) ||
	    (a->body.length > SAME_HEAD && b->body.length > SAME_HEAD);
}

static void
take(struct text *to, struct text from)
{
	if (to->length == 0)
		*to = from;
}

static void
take_longer(struct text *to, struct text from)
{
	if (to->length == 0 || (from.length > to->length &&
	    begins(*to, from)))
		*to = from;
}

static void
take_rating(struct review *to, const struct review *from)
{
	if (to->rating.length == 0) {
		to->rating = from->rating;
		to->best = from->best;
		to->worst = from->worst;
	} else if (from->rating.length > 0) {
		take(&to->best, from->best);
		take(&to->worst, from->worst);
	}
}

void
same_merge(struct review *to, const struct review *from)
{
	take_rating(to, from);
	take_longer(&to->body, from->body);
	take_longer(&to->title, from->title);
	if (to->published.length < from->published.length)
		to->published = from->published;
	take(&to->modified, from->modified);
	take(&to->native_id, from->native_id);
	take(&to->item, from->item);
	take(&to->url, from->url);
	take(&to->language, from->language);
	take(&to->positive, from->positive);
	take(&to->negative, from->negative);
	take(&to->author, from->author);
	if (to->reply.length == 0) {
		to->reply = from->reply;
		to->reply_date = from->reply_date;
	}
	take(&to->upvotes, from->upvotes);
	take(&to->location, from->location);
	take(&to->version, from->version);
	take(&to->verified, from->verified);
}

bool
same_aggregate(const struct review_aggregate *a,
	const struct review_aggregate *b)
{
	return is_number_equal(a->rating, b->rating) &&
	    agrees(a->item, b->item) &&
	    agrees(a->rating_count, b->rating_count) &&
	    agrees(a->review_count, b->review_count) && agrees(a->url, b->url);
}

void
same_merge_aggregate(struct review_aggregate *to,
	const struct review_aggregate *from)
{
	take(&to->item, from->item);
	take(&to->url, from->url);
	take(&to->best, from->best);
	take(&to->worst, from->worst);
	take(&to->rating_count, from->rating_count);
	take(&to->review_count, from->review_count);
}
