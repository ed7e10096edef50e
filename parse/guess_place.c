/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_place.h"

#include <stdlib.h>
#include <string.h>

enum { HASH_START = 5381 };

static size_t
count_fields(const struct review *r)
{
	const struct text all[] = {r->native_id, r->rating, r->title, r->body,
	    r->positive, r->negative, r->author, r->published, r->modified,
	    r->reply, r->upvotes, r->verified, r->language};
	size_t i, n = 0;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		n += !text_is_absent(all[i]);
	return n;
}

static bool
is_digits(struct text t)
{
	size_t i;

	for (i = 0; i < t.length; i++)
		if ((t.bytes[i] < '0' || t.bytes[i] > '9') &&
		    t.bytes[i] != '.')
			return false;
	return t.length > 0;
}

/* "4", "4.0", "4.5": what one person gives. */
static bool
is_half_step(struct text t)
{
	const char *point = memchr(t.bytes, '.', t.length);
	const char *end = t.bytes + t.length;

	if (point == NULL)
		return true;
	if (point + 1 < end && point[1] == '5')
		point++;
	for (point++; point < end; point++)
		if (*point != '0')
			return false;
	return true;
}

bool
guess_is_above_ten(const struct review *r)
{
	struct text t = r->rating;
	const char *point = memchr(t.bytes, '.', t.length);
	size_t whole = point == NULL ? t.length : (size_t)(point - t.bytes);

	return text_is_absent(r->best) && is_digits(t) && (whole > 2 ||
	    (whole == 2 && memcmp(t.bytes, "10", 2) > 0));
}

static void
note_rating(struct guess_place *p, const struct review *r, bool weak,
	bool named)
{
	struct text t = r->rating;
	size_t length = t.length < GUESS_RATING_KEPT ? t.length :
	    GUESS_RATING_KEPT - 1;

	if (p->ratings++ == 0)
		memcpy(p->first, t.bytes, length);
	else if (strlen(p->first) != length ||
	    memcmp(p->first, t.bytes, length) != 0)
		p->differ = true;
	p->weak = p->weak || weak;
	p->named = p->named || named;
	p->above_five = p->above_five || (text_is_absent(r->best) &&
	    is_digits(t) && strtod(t.bytes, NULL) > 5);
	p->above_ten = p->above_ten || guess_is_above_ten(r);
	p->broken = p->broken || (is_digits(t) && !is_half_step(t));
}

bool
guess_place_is_rated(const struct guess_place *p)
{
	if (p->ratings == 0 || p->above_ten || (p->weak && !p->named))
		return false;
	return !p->broken || (p->named && (p->differ || p->ratings < 3));
}

static uint64_t
hash_of(struct text t)
{
	uint64_t h = HASH_START;
	size_t i;

	for (i = 0; i < t.length && i < 200; i++)
		h = h * 33 + (unsigned char)t.bytes[i];
	return h;
}

/* An id that two texts have is a template's ("@integer@"), not theirs. */
static void
note_id(struct guess_place *p, const struct review *r)
{
	uint64_t id = hash_of(r->native_id), text = hash_of(r->body);

	if (!text_is_absent(r->native_id) && p->rated + p->plain > 0 &&
	    id == p->last_id && text != p->last_text)
		p->id_repeats = true;
	p->last_id = id;
	p->last_text = text;
}

/* A "grade" or "star" up to ten that somebody gave on a day, with what is
 * surely said, counts nothing; a "score" often does. */
static bool
is_grade(const struct review *r, const struct guess_object *g)
{
	static const char *const words[] = {"grade", "star", "rate", "nota",
	    "mark", NULL};
	static const char *const star[] = {"star", NULL};
	const struct json *weak = g->value[GUESS_WEAK];

	return weak != NULL && guess_name_holds(json_name(weak), words) &&
	    (g->sure_text || g->named || g->value[GUESS_REPLY] != NULL ||
	    guess_name_holds(json_name(weak), star)) &&
	    !text_is_absent(r->author) && !text_is_absent(r->published) &&
	    !guess_is_above_ten(r);
}

void
guess_place_add(struct guess_place *p, const struct review *r,
	const struct guess_object *g, bool of_reviews, bool plain)
{
	if (!text_is_absent(r->rating))
		note_rating(p, r, g->value[GUESS_RATING] == NULL &&
		    !is_grade(r, g),
		    of_reviews || g->speaks_of_reviews);
	note_id(p, r);
	if (p->signature == 0)
		p->signature = g->signature;
	p->rated++;
	p->plain += plain;
	p->fields += count_fields(r);
}

size_t
guess_place_reviews(const struct guess_place *p)
{
	return guess_place_is_rated(p) ? p->rated : p->plain;
}

bool
guess_place_is_like(const struct guess_place *p,
	const struct guess_place *other)
{
	return p->signature == other->signature &&
	    2 * guess_place_reviews(p) >= p->objects &&
	    guess_place_reviews(p) > 0 &&
	    guess_place_is_rated(p) == guess_place_is_rated(other);
}
