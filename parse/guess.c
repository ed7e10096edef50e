/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess.h"

#include <stdlib.h>
#include <string.h>

#include "guess_names.h"
#include "values.h"

/* A place in the document: the names on the way, with one name for all
 * elements of a list. */
struct shape {
	uint64_t key;
	size_t objects, reviews, fields;
};

struct frame {
	const struct json *container, *child;
	uint64_t key;
	bool same;		/* its members are alike: records by name */
	bool named;		/* on the way was "reviews" or the like */
	struct json_document *owned;
};

struct search {
	struct frame frame[JSON_DEPTH_MAX + GUESS_NESTED_MAX + 2];
	size_t depth, objects, nested;
	struct shape shape[GUESS_SHAPES_MAX];
	size_t shape_count;
	const struct shape *chosen;	/* NULL in the first pass */
	const struct records_how *how;
	struct shape *current;
	bool named;
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
	const struct json *v = json_first(object);

	for (; v != NULL; v = json_next(v))
		if (guess_name_holds(json_name(v), "reply") ||
		    guess_name_holds(json_name(v), "replies"))
			return true;
	return false;
}

static bool
sounds_like_reviews(const char *name)
{
	static const char *const word[] = {"review", "comment", "feedback",
	    "testimonial", "opinion", "rating"};
	size_t i;

	for (i = 0; name != NULL && i < sizeof(word) / sizeof(*word); i++)
		if (guess_name_holds(name, word[i]))
			return true;
	return false;
}

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
push(struct search *s, const struct json *v, uint64_t key, bool named,
	struct json_document *owned)
{
	s->frame[s->depth++] = (struct frame){.container = v, .key = key,
	    .same = json_type(v) == JSON_ARRAY || members_are_alike(v),
	    .named = named, .owned = owned};
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

static bool
is_above_ten(struct text digits)
{
	const char *point = memchr(digits.bytes, '.', digits.length);
	size_t whole = point == NULL ? digits.length :
	    (size_t)(point - digits.bytes);

	return whole > 2 || (whole == 2 && memcmp(digits.bytes, "10", 2) > 0);
}

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

static int
weigh(void *context, struct review *r)
{
	struct search *s = context;
	bool text = !text_is_absent(r->body) || !text_is_absent(r->positive) ||
	    !text_is_absent(r->negative);
	bool author = !text_is_absent(r->author);
	bool date = !text_is_absent(r->published);

	if (!text_is_absent(r->rating) && text_is_absent(r->best) &&
	    is_above_ten(r->rating))
		r->rating = (struct text){NULL, 0};
	if (!text || !(author || date))
		return 0;
	if (text_is_absent(r->rating) && !(author && date &&
	    (s->named || !text_is_absent(r->upvotes))))
		return 0;
	if (s->chosen != NULL)
		return s->ended = s->how->take(s->how->context, r);
	s->current->reviews++;
	s->current->fields += count_fields(r);
	return 0;
}

static void
look_at(struct search *s, const struct json *object, uint64_t key, bool named)
{
	const struct values_record record = {guess_at, guess_has, object,
	    NULL};
	struct records_how how = *s->how;

	s->current = shape_of(s, key);
	if (s->current == NULL || (s->chosen != NULL &&
	    s->current != s->chosen))
		return;
	s->objects++;
	s->current->objects++;
	s->named = named || has_replies(object);
	how.recipe = &guess_recipe;
	how.take = weigh;
	how.context = s;
	values_take(&record, &how);
}

/* ---- the walk ---- */

static struct json_document *
open_string(struct search *s, const struct json *string)
{
	struct text t = json_text(string);
	struct complaint ignored;

	if (json_type(string) != JSON_STRING || t.length < 32 ||
	    (t.bytes[0] != '{' && t.bytes[0] != '[') ||
	    s->nested == GUESS_NESTED_MAX)
		return NULL;
	s->nested++;
	return json_read(t.bytes, t.length, false, "", &ignored);
}

static void
enter(struct search *s, const struct frame *from, const struct json *child)
{
	const char *name = json_name(child);
	uint64_t key = from->same || name == NULL ?
	    from->key * 33 + KEY_ELEMENT : key_add(from->key, name);
	bool named = from->named || sounds_like_reviews(name);
	struct json_document *owned = NULL;

	if (json_type(child) == JSON_STRING) {
		owned = open_string(s, child);
		child = json_root(owned);
	}
	if (json_type(child) == JSON_OBJECT)
		look_at(s, child, key, named);
	if ((json_type(child) == JSON_OBJECT ||
	    json_type(child) == JSON_ARRAY) &&
	    s->depth < sizeof(s->frame) / sizeof(*s->frame))
		push(s, child, key, named, owned);
	else
		json_free(owned);
}

static void
walk(struct search *s, const struct json *root)
{
	s->depth = s->objects = s->nested = 0;
	if (json_type(root) == JSON_OBJECT)
		look_at(s, root, KEY_START, false);
	push(s, root, KEY_START, false, NULL);
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

		if (p->reviews > 0 && 2 * p->reviews >= p->objects &&
		    (best == NULL || p->fields > best->fields))
			best = p;
	}
	return best;
}

int
guess_json(const struct json *root, const struct records_how *how)
{
	struct search *s = calloc(1, sizeof(*s));
	int ended = 0;

	if (s == NULL)
		return 0;
	s->how = how;
	walk(s, root);
	s->chosen = choose(s);
	if (s->chosen != NULL) {
		walk(s, root);
		ended = s->ended;
	}
	free(s);
	return ended;
}
