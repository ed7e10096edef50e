/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess.h"

#include <stdlib.h>
#include <string.h>

#include "guess_place.h"
#include "guess_string.h"
#include "guess_value.h"

enum { TAKEN = 8 };		/* texts of which a second copy is noticed */

struct frame {
	const struct json *container, *child;
	uint64_t key;
	bool same;		/* its members are alike: records by name */
	bool named;		/* on the way was "comments" or the like */
	bool of_reviews;	/* ... and it was "reviews" or the like */
	struct json_document *owned;
};

struct search {
	struct frame frame[JSON_DEPTH_MAX + GUESS_NESTED_MAX + 2];
	size_t depth, objects, nested;
	struct guess_place place[GUESS_PLACES_MAX];
	size_t place_count;
	const struct guess_place *chosen;	/* NULL in the first pass */
	const struct records_how *how;
	bool rated_only;
	/* the object at hand */
	struct guess_object object;
	struct guess_place *current;
	bool named, of_reviews;
	const struct json *taken[TAKEN];	/* texts, the last ones */
	size_t taken_count;
	int ended;
};

enum { KEY_START = 5381, KEY_ELEMENT = 1 };

static uint64_t
key_add(uint64_t key, const char *name)
{
	for (; *name != '\0'; name++)
		key = key * 33 + (unsigned char)*name;
	return key * 33 + '/';
}

/* What can be answered is said by somebody: "inReplyToCommentId". */
static bool
has_replies(const struct json *object)
{
	static const char *const words[] = {"reply", "replies", NULL};
	const struct json *v = json_first(object);

	for (; v != NULL; v = json_next(v))
		if (guess_name_holds(json_name(v), words))
			return true;
	return false;
}

static const char *const comments[] = {"comment", "reply", "replies", NULL};
static const char *const reviews[] = {"review", "feedback", "testimonial",
	"opinion", "rating", "avis", "bewertung", "rezension", "resena",
	"valoracion", "avaliac", "recension", "opinie", "recenz", "yorum",
	"complaint", "reclamac",
	NULL};

/* Objects only, three or more: {"49209906": {...}, ...}. */
static bool
members_are_alike(const struct json *object)
{
	const struct json *v = json_first(object);
	size_t n = 0;

	for (; v != NULL && json_type(v) == JSON_OBJECT; v = json_next(v))
		n++;
	return v == NULL && n >= 3;
}

static void
push(struct search *s, const struct json *v, const struct frame *like,
	struct json_document *owned)
{
	struct frame *f = &s->frame[s->depth++];

	*f = *like;
	f->container = v;
	f->child = NULL;
	f->same = json_type(v) == JSON_ARRAY || members_are_alike(v);
	f->owned = owned;
}

static struct guess_place *
place_of(struct search *s, uint64_t key)
{
	size_t i;

	for (i = 0; i < s->place_count; i++)
		if (s->place[i].key == key)
			return &s->place[i];
	if (i == GUESS_PLACES_MAX)
		return NULL;
	s->place[s->place_count++] = (struct guess_place){.key = key};
	return &s->place[i];
}

/* ---- one object ---- */

/* What is called stars counts nothing else: one beyond all scales is a slip. */
static bool
is_of_stars(const struct guess_object *g)
{
	static const char *const words[] = {"star", NULL};
	const struct json *v = g->value[GUESS_RATING];

	return v != NULL && guess_name_holds(json_name(v), words);
}

struct verdict {
	bool with_rating, without;	/* a review if ratings count; if not */
};

static struct verdict
judge(const struct search *s, const struct review *r)
{
	const struct guess_object *g = &s->object;
	bool text = !text_is_absent(r->body) || !text_is_absent(r->positive) ||
	    !text_is_absent(r->negative);
	bool author = !text_is_absent(r->author);
	bool date = !text_is_absent(r->published);
	bool spoken = g->sure_text || s->of_reviews || g->speaks_of_reviews;
	struct verdict v = {false, false};

	if (g->is_thing && !s->of_reviews)
		return v;
	v.with_rating = !text_is_absent(r->rating) && (text ?
	    (author && !g->bare_name) || ((author || date) && spoken) :
	    (author || g->value[GUESS_ID] != NULL) && date && s->of_reviews);
	v.without = !s->rated_only && text && author && date && g->rank[
	    GUESS_TEXT] < GUESS_RANK_UNKNOWN && (s->named || s->of_reviews ||
	    !text_is_absent(r->upvotes));
	return v;
}

static bool
was_taken(struct search *s)
{
	const struct json *text = s->object.value[GUESS_TEXT];
	size_t i;

	for (i = 0; text != NULL && i < TAKEN; i++)
		if (s->taken[i] == text)
			return true;
	s->taken[s->taken_count++ % TAKEN] = text;
	return false;
}

static int
weigh(void *context, struct review *r)
{
	struct search *s = context;
	struct guess_place *p = s->current;
	struct verdict v;

	if (text_is_absent(r->rating) || (s->chosen != NULL &&
	    !guess_place_is_rated(p)) || (is_of_stars(&s->object) &&
	    guess_is_above_ten(r)))
		r->rating = r->best = r->worst = (struct text){NULL, 0};
	/* Those who answer a comment are not its owner. */
	if (text_is_absent(r->rating) &&
	    json_type(s->object.value[GUESS_REPLY]) == JSON_ARRAY)
		r->reply = r->reply_date = (struct text){NULL, 0};
	if (s->chosen != NULL && p->above_five && r->rating.length > 0 &&
	    text_is_absent(r->best))
		r->best = text_of("10");
	v = judge(s, r);
	if (!v.with_rating && !v.without)
		return 0;
	if (s->chosen != NULL) {
		if (p->id_repeats)
			r->native_id = (struct text){NULL, 0};
		return was_taken(s) ? 0 :
		    (s->ended = s->how->take(s->how->context, r));
	}
	guess_place_add(p, r, &s->object, s->of_reviews, v.without);
	return 0;
}

/* No rating, and no text that would do without: then no value is worth its
 * reading. */
static bool
says_nothing(const struct search *s)
{
	const struct json *const *value = s->object.value;

	return value[GUESS_RATING] == NULL && value[GUESS_WEAK] == NULL &&
	    (s->rated_only || (value[GUESS_TEXT] == NULL &&
	    value[GUESS_POSITIVE] == NULL && value[GUESS_NEGATIVE] == NULL));
}

static void
look_at(struct search *s, const struct json *object, const struct frame *at)
{
	struct records_how how = *s->how;
	struct values_record record;

	s->current = place_of(s, at->key);
	if (s->current == NULL || (s->chosen != NULL &&
	    s->current != s->chosen &&
	    !guess_place_is_like(s->current, s->chosen)))
		return;
	s->objects++;
	if (s->chosen == NULL)
		s->current->objects++;
	s->named = at->named || has_replies(object);
	s->of_reviews = at->of_reviews;
	guess_object_read(&s->object, object);
	s->object.named = s->named;
	if (says_nothing(s))
		return;
	record = guess_record(&s->object);
	how.recipe = &guess_recipe;
	how.take = weigh;
	how.context = s;
	values_take(&record, &how);
}

/* ---- the walk ---- */

static struct json_document *
open_string(struct search *s, const struct json *value)
{
	if (s->nested == GUESS_NESTED_MAX || !guess_string_is_json(value))
		return NULL;
	s->nested++;
	return guess_string_open(value);
}

/* "reviews" lasts until something else is named that people say. */
static void
note_name(struct frame *f, const char *name)
{
	if (name == NULL)
		return;
	if (guess_name_holds(name, reviews))
		f->of_reviews = f->named = true;
	else if (guess_name_holds(name, comments)) {
		f->of_reviews = false;
		f->named = true;
	}
}

/* Normalised stores name their objects by type and id ("Review:17"): the type
 * is what they have in common.  Its length, 0 where there is none. */
static size_t
type_of_name(const char *name)
{
	const char *colon = name == NULL ? NULL : strchr(name, ':');
	const char *p;

	if (colon == NULL || colon == name || colon[1] == '\0' ||
	    colon - name >= GUESS_NAME_MAX)
		return 0;
	for (p = name; p < colon; p++)
		if (!((*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z') ||
		    *p == '_' || *p == '$'))
			return 0;
	return (size_t)(colon - name);
}

/* Where a member or element is, for all that are alike. */
static uint64_t
key_of(struct frame *at, const struct frame *from, const struct json *child)
{
	const char *name = json_name(child);
	char type[GUESS_NAME_MAX];
	size_t length = type_of_name(name);

	if (length > 0) {
		memcpy(type, name, length);
		type[length] = '\0';
		note_name(at, type);
		return key_add(from->key, type);
	}
	if (from->same || name == NULL)
		return from->key * 33 + KEY_ELEMENT;
	note_name(at, name);
	return key_add(from->key, name);
}

static void
enter(struct search *s, const struct frame *from, const struct json *child)
{
	struct json_document *owned = NULL;
	const struct json *inside = child;
	struct frame at = *from;

	if (json_type(child) == JSON_STRING) {
		owned = open_string(s, child);
		inside = json_root(owned);
	}
	if (json_type(inside) != JSON_OBJECT &&
	    json_type(inside) != JSON_ARRAY) {
		json_free(owned);
		return;
	}
	at.key = key_of(&at, from, child);
	child = inside;
	if (json_type(child) == JSON_OBJECT)
		look_at(s, child, &at);
	if (s->depth < sizeof(s->frame) / sizeof(*s->frame))
		push(s, child, &at, owned);
	else
		json_free(owned);
}

static void
walk(struct search *s, const struct json *root)
{
	const struct frame start = {.key = KEY_START};

	s->depth = s->objects = s->nested = 0;
	if (json_type(root) == JSON_OBJECT)
		look_at(s, root, &start);
	push(s, root, &start, NULL);
	while (s->depth > 0) {
		struct frame *f = &s->frame[s->depth - 1];

		f->child = f->child == NULL ? json_first(f->container) :
		    json_next(f->child);
		if (f->child == NULL || s->ended != 0 ||
		    s->objects > GUESS_OBJECTS_MAX) {
			json_free(f->owned);
			s->depth--;
		} else {
			enter(s, f, f->child);
		}
	}
}

static const struct guess_place *
choose(const struct search *s)
{
	const struct guess_place *best = NULL;
	size_t i;

	for (i = 0; i < s->place_count; i++) {
		const struct guess_place *p = &s->place[i];

		if (guess_place_reviews(p) > 0 &&
		    2 * guess_place_reviews(p) >= p->objects &&
		    (best == NULL || p->fields > best->fields))
			best = p;
	}
	return best;
}

static int
guess(const struct json *root, const struct records_how *how, bool rated_only)
{
	struct search *s = calloc(1, sizeof(*s));
	int ended = 0;

	if (s == NULL)
		return 0;
	s->how = how;
	s->rated_only = rated_only;
	walk(s, root);
	s->chosen = choose(s);
	if (s->chosen != NULL) {
		walk(s, root);
		ended = s->ended;
	}
	free(s);
	return ended;
}

int
guess_json(const struct json *root, const struct records_how *how)
{
	return guess(root, how, false);
}

int
guess_rated(const struct json *root, const struct records_how *how)
{
	return guess(root, how, true);
}
