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

/* The first bytes of a text, blanks left away: JSON-LD loses line ends. */
static uint64_t
hash_head(uint64_t from, struct text t)
{
	size_t i, n = 0;

	for (i = 0; i < t.length && n < SAME_HEAD; i++)
		if (t.bytes[i] != ' ') {
			from = hash(from, t.bytes + i, 1);
			n++;
		}
	return from;
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
		*body = hash_head(start ^ 2, r->body);
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

/* Whether `part` is the beginning of `whole`, or all of it, but for blanks. */
static bool
begins(struct text part, struct text whole)
{
	size_t length = without_dots(part), i = 0, k = 0, same = 0;

	for (;;) {
		while (i < length && part.bytes[i] == ' ')
			i++;
		while (k < whole.length && whole.bytes[k] == ' ')
			k++;
		if (i >= length || k >= whole.length ||
		    part.bytes[i] != whole.bytes[k])
			break;
		i++;
		k++;
		same++;
	}
	return i >= length && (same >= SAME_HEAD || (k >= whole.length &&
	    part.length > 0));
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

static bool
holds(struct text t, const char *part)
{
	size_t length = strlen(part), at;

	for (at = 0; at + length <= t.length; at++)
		if (memcmp(t.bytes + at, part, length) == 0)
			return true;
	return false;
}

bool
same_is_template(struct text t)
{
	static const char *const whole[] = {"undefined", "null",
	    "[object Object]", "Loading...", "Loading\xE2\x80\xA6",
	    "Loading"};
	size_t i;

	for (i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (text_is(t, whole[i]))
			return true;
	return (holds(t, "{{") && holds(t, "}}")) || holds(t, "${") ||
	    (holds(t, "<%") && holds(t, "%>"));
}

/* What stands where a text should be. */
static bool
is_placeholder(struct text t)
{
	static const char *const whole[] = {"undefined", "null", "n/a", "N/A",
	    "...", "\xE2\x80\xA6", "-", "[object Object]", "reviewBody",
	    "review", "Review", "description", "string", "text"};
	size_t i;

	for (i = 0; i < sizeof(whole) / sizeof(*whole); i++)
		if (text_is(t, whole[i]))
			return true;
	return same_is_template(t) || holds(t, "orem ipsum") ||
	    holds(t, "}}") || holds(t, "%%");
}

static bool
is_one_person(const struct review *a, const struct review *b)
{
	return a->author.length > 0 && a->published.length > 0 &&
	    b->published.length > 0 && text_equals(a->author, b->author) &&
	    dates_agree(a->published, b->published);
}

/* "4.7": nobody gives that. */
static bool
is_average(struct text digits)
{
	double twice = digits.length ? 2 * strtod(digits.bytes, NULL) : 0;

	return twice - (double)(long)twice > 0.01;
}

bool
same_review(const struct review *a, const struct review *b)
{
	bool long_text = a->body.length > SAME_HEAD &&
	    b->body.length > SAME_HEAD;

	if (text_equals(a->extractor, b->extractor))
		return is_clone(a, b);
	if (!dates_agree(a->published, b->published))
		return false;
	if (a->body.length == 0 || b->body.length == 0 ||
	    is_placeholder(a->body) != is_placeholder(b->body))
		return is_one_person(a, b) && (ratings_agree(a, b) ||
		    is_average(a->rating) || is_average(b->rating));
	if (!texts_agree(a->body, b->body))
		return false;
	/* One of two ratings of one long text is wrong: same_merge(). */
	if (!ratings_agree(a, b))
		return long_text && agrees(a->author, b->author);
	/* Long equal texts are one even where "Review by Ann" is not "Ann". */
	return agrees(a->author, b->author) || long_text;
}

/* A value of another format is noted as such. */
static void
note_origin(struct review *to, enum review_key key, const struct review *from)
{
	if (!text_equals(to->extractor, from->extractor))
		to->origin[key] = from->origin[key] != NULL ?
		    from->origin[key] : from->extractor.bytes;
}

static void
take(struct text *to, struct text from)
{
	if (to->length == 0)
		*to = from;
}

static void
take_key(struct review *to, struct text *value, enum review_key key,
	const struct review *from, struct text new)
{
	if (value->length > 0 || new.length == 0)
		return;
	*value = new;
	note_origin(to, key, from);
}

/* The longer of two texts of which one begins the other; anything for a
 * placeholder. */
static void
take_longer(struct review *to, struct text *value, enum review_key key,
	const struct review *from, struct text new)
{
	if (new.length > 0 && (value->length == 0 ||
	    (new.length > value->length && begins(*value, new)) ||
	    (is_placeholder(*value) && !is_placeholder(new)))) {
		*value = new;
		note_origin(to, key, from);
	}
}

/* Where both rate and differ, what a reader sees counts, and what the page
 * is made of counts more than an average. */
static void
take_rating(struct review *to, const struct review *from)
{
	bool differ = !ratings_agree(to, from);
	bool shown = (from->extractor.length > 7 &&
	    memcmp(from->extractor.bytes, "recipe:", 7) == 0) ||
	    (is_average(to->rating) && !is_average(from->rating));

	if (differ && shown)
		to->doubt |= REVIEW_DOUBT_STARS;
	if (to->rating.length == 0 || (differ && shown)) {
		if (from->rating.length > 0)
			note_origin(to, REVIEW_KEY_RATING, from);
		to->rating = from->rating;
		to->best = from->best;
		to->worst = from->worst;
	} else if (from->rating.length > 0 && !differ) {
		take(&to->best, from->best);
		take(&to->worst, from->worst);
	}
}

static void
take_dates(struct review *to, const struct review *from)
{
	if (to->published.length < from->published.length) {
		to->published = from->published;
		note_origin(to, REVIEW_KEY_PUBLISHED, from);
	}
	take_key(to, &to->modified, REVIEW_KEY_MODIFIED, from,
	    from->modified);
	if (to->reply.length == 0 && from->reply.length > 0) {
		to->reply = from->reply;
		to->reply_date = from->reply_date;
		note_origin(to, REVIEW_KEY_REPLY, from);
	} else if (to->reply_date.length == 0 && from->reply.length > 0 &&
	    texts_agree(to->reply, from->reply)) {
		to->reply_date = from->reply_date;
	}
}

void
same_merge(struct review *to, const struct review *from)
{
	take_rating(to, from);
	take_longer(to, &to->body, REVIEW_KEY_BODY, from, from->body);
	take_longer(to, &to->title, REVIEW_KEY_TITLE, from, from->title);
	take_dates(to, from);
	take(&to->native_id, from->native_id);
	take(&to->item, from->item);
	take(&to->url, from->url);
	take(&to->sub_ratings, from->sub_ratings);
	take_key(to, &to->language, REVIEW_KEY_LANGUAGE, from,
	    from->language);
	take_key(to, &to->positive, REVIEW_KEY_POSITIVE, from,
	    from->positive);
	take_key(to, &to->negative, REVIEW_KEY_NEGATIVE, from,
	    from->negative);
	take_key(to, &to->author, REVIEW_KEY_AUTHOR, from, from->author);
	take_key(to, &to->upvotes, REVIEW_KEY_UPVOTES, from, from->upvotes);
	take_key(to, &to->location, REVIEW_KEY_LOCATION, from,
	    from->location);
	take_key(to, &to->version, REVIEW_KEY_VERSION, from, from->version);
	take_key(to, &to->verified, REVIEW_KEY_VERIFIED, from,
	    from->verified);
	to->doubt |= from->doubt;
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
