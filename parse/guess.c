/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess.h"

#include <stdlib.h>
#include <string.h>

#include "guess_value.h"

enum { FIRST = 16, TAKEN = 8 };

/* A place in the document: the names on the way, with one name for all
 * elements of a list. */
struct shape {
	uint64_t key, signature;
	size_t objects, fields;
	size_t rated, plain;	/* reviews, if ratings count, and if not */
	/* of its ratings */
	size_t ratings;
	char first[FIRST];
	bool differ, above_ten, broken, weak, named;
	/* of its ids */
	uint64_t last_id, last_text;
	bool id_repeats;
};

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
	struct shape shape[GUESS_SHAPES_MAX];
	size_t shape_count;
	const struct shape *chosen;	/* NULL in the first pass */
	const struct records_how *how;
	bool rated_only;
	/* the object at hand */
	struct guess_object object;
	struct shape *current;
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

static struct shape *
shape_of(struct search *s, uint64_t key)
{
	size_t i;

	for (i = 0; i < s->shape_count; i++)
		if (s->shape[i].key == key)
			return &s->shape[i];
	if (i == GUESS_SHAPES_MAX)
		return NULL;
	s->shape[s->shape_count++] = (struct shape){.key = key};
	return &s->shape[i];
}

/* ---- one object ---- */

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

static bool
is_above_ten(const struct review *r)
{
	struct text t = r->rating;
	const char *point = memchr(t.bytes, '.', t.length);
	size_t whole = point == NULL ? t.length : (size_t)(point - t.bytes);

	return text_is_absent(r->best) && is_digits(t) && (whole > 2 ||
	    (whole == 2 && memcmp(t.bytes, "10", 2) > 0));
}

/* What is called stars counts nothing else: one beyond all scales is a slip. */
static bool
is_of_stars(const struct guess_object *g)
{
	static const char *const words[] = {"star", NULL};
	const struct json *v = g->value[GUESS_RATING];

	return v != NULL && guess_name_holds(json_name(v), words);
}

static void
note_rating(struct shape *p, const struct review *r, bool weak, bool named)
{
	struct text t = r->rating;
	size_t length = t.length < FIRST ? t.length : FIRST - 1;

	if (p->ratings++ == 0)
		memcpy(p->first, t.bytes, length);
	else if (strlen(p->first) != length ||
	    memcmp(p->first, t.bytes, length) != 0)
		p->differ = true;
	p->weak = p->weak || weak;
	p->named = p->named || named;
	p->above_ten = p->above_ten || is_above_ten(r);
	p->broken = p->broken || (is_digits(t) && !is_half_step(t));
}

/*
 * Whether the ratings of a place are what its people gave.  Beyond ten the
 * word counts votes; "score" and its like are ratings only among reviews; one
 * broken number for all is the average of the thing, and broken numbers
 * outside of reviews are averages of things.
 */
static bool
ratings_count(const struct shape *p)
{
	if (p->ratings == 0 || p->above_ten || (p->weak && !p->named))
		return false;
	return !p->broken || (p->named && (p->differ || p->ratings < 3));
}

static uint64_t
hash_of(struct text t)
{
	uint64_t h = KEY_START;
	size_t i;

	for (i = 0; i < t.length && i < 200; i++)
		h = h * 33 + (unsigned char)t.bytes[i];
	return h;
}

/* An id that two texts have is a template's ("@integer@"), not theirs. */
static void
note_id(struct shape *p, const struct review *r)
{
	uint64_t id = hash_of(r->native_id), text = hash_of(r->body);

	if (!text_is_absent(r->native_id) && p->rated + p->plain > 0 &&
	    id == p->last_id && text != p->last_text)
		p->id_repeats = true;
	p->last_id = id;
	p->last_text = text;
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
	    author && date && s->of_reviews);
	v.without = !s->rated_only && text && author && date && g->rank[
	    GUESS_TEXT] < 1000 && (s->named || s->of_reviews ||
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
	struct shape *p = s->current;
	struct verdict v;

	if (text_is_absent(r->rating) || (s->chosen != NULL &&
	    !ratings_count(p)) || (is_of_stars(&s->object) &&
	    is_above_ten(r)))
		r->rating = r->best = r->worst = (struct text){NULL, 0};
	v = judge(s, r);
	if (!v.with_rating && !v.without)
		return 0;
	if (s->chosen != NULL) {
		if (p->id_repeats)
			r->native_id = (struct text){NULL, 0};
		return was_taken(s) ? 0 :
		    (s->ended = s->how->take(s->how->context, r));
	}
	if (!text_is_absent(r->rating))
		note_rating(p, r, s->object.value[GUESS_RATING] == NULL,
		    s->of_reviews || s->object.speaks_of_reviews);
	note_id(p, r);
	if (p->signature == 0)
		p->signature = s->object.signature;
	p->rated += v.with_rating || v.without;
	p->plain += v.without;
	p->fields += count_fields(r);
	return 0;
}

static size_t
count_reviews(const struct shape *p)
{
	return ratings_count(p) ? p->rated : p->plain;
}

static bool
is_chosen(const struct search *s, const struct shape *p)
{
	return p == s->chosen || (p->signature == s->chosen->signature &&
	    2 * count_reviews(p) >= p->objects && count_reviews(p) > 0 &&
	    ratings_count(p) == ratings_count(s->chosen));
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

	s->current = shape_of(s, at->key);
	if (s->current == NULL || (s->chosen != NULL &&
	    !is_chosen(s, s->current)))
		return;
	s->objects++;
	if (s->chosen == NULL)
		s->current->objects++;
	s->named = at->named || has_replies(object);
	s->of_reviews = at->of_reviews;
	guess_object_read(&s->object, object);
	if (says_nothing(s))
		return;
	record = guess_record(&s->object);
	how.recipe = &guess_recipe;
	how.take = weigh;
	how.context = s;
	values_take(&record, &how);
}

/* ---- the walk ---- */

/* `%7B%22a%22...`: JSON that went through encodeURIComponent(). */
static struct json_document *
open_encoded(struct text t)
{
	static const char hex[] = "0123456789ABCDEFabcdef";
	struct json_document *d;
	struct complaint ignored;
	struct buffer room;
	size_t i;

	buffer_init(&room, t.length + 1);
	for (i = 0; i < t.length; i++) {
		const char *high = i + 2 < t.length && t.bytes[i] == '%' ?
		    memchr(hex, t.bytes[i + 1], sizeof(hex) - 1) : NULL;
		const char *low = high == NULL ? NULL :
		    memchr(hex, t.bytes[i + 2], sizeof(hex) - 1);

		if (low == NULL) {
			buffer_add_char(&room, t.bytes[i]);
			continue;
		}
		i += 2;
		buffer_add_char(&room, (char)(((high - hex) - (high - hex > 15 ?
		    6 : 0)) * 16 + (low - hex) - (low - hex > 15 ? 6 : 0)));
	}
	d = json_read(room.bytes, room.length, false, "", &ignored);
	buffer_release(&room);
	return d;
}

static struct json_document *
open_string(struct search *s, const struct json *string)
{
	struct text t = json_text(string);
	struct complaint ignored;
	bool encoded = t.length > 3 && t.bytes[0] == '%' &&
	    (memcmp(t.bytes, "%7B", 3) == 0 ||
	    memcmp(t.bytes, "%5B", 3) == 0);

	if (json_type(string) != JSON_STRING || t.length < 32 ||
	    (t.bytes[0] != '{' && t.bytes[0] != '[' && !encoded) ||
	    s->nested == GUESS_NESTED_MAX)
		return NULL;
	s->nested++;
	return encoded ? open_encoded(t) :
	    json_read(t.bytes, t.length, false, "", &ignored);
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

static const struct shape *
choose(const struct search *s)
{
	const struct shape *best = NULL;
	size_t i;

	for (i = 0; i < s->shape_count; i++) {
		const struct shape *p = &s->shape[i];

		if (count_reviews(p) > 0 &&
		    2 * count_reviews(p) >= p->objects &&
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
