/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_value.h"

#include <string.h>

#include "guess_inner.h"

enum { JOINED_MAX = 64 << 10 };		/* bytes of a list of texts */

/* The slot is the letter. */
#define PATH(slot) {.path = {(const char []){(char)('a' + (slot)), '\0'}}, \
	.path_count = 1}
#define SLOT(field, slot) [field] = PATH(slot)
#define WORDS(field, slot) [field] = {.path = {(const char []){ \
	(char)('a' + (slot)), '\0'}}, .path_count = 1, \
	.format = RECIPE_VALUE_HTML}
static const char best_path[] = {'a' + GUESS_BEST, '\0'};

const struct recipe guess_recipe = {
	.id = "generic-json", .format = RECIPE_JSON,
	.field = {
	SLOT(RECIPE_ID, GUESS_ID),
	[RECIPE_RATING] = {.path = {
	    (const char []){'a' + GUESS_RATING, '\0'},
	    (const char []){'a' + GUESS_WEAK, '\0'}}, .path_count = 2,
	    .best_path = best_path, .zero_is_absent = true},
	WORDS(RECIPE_TITLE, GUESS_TITLE), WORDS(RECIPE_TEXT, GUESS_TEXT),
	WORDS(RECIPE_POSITIVE, GUESS_POSITIVE),
	WORDS(RECIPE_NEGATIVE, GUESS_NEGATIVE),
	SLOT(RECIPE_AUTHOR, GUESS_AUTHOR), SLOT(RECIPE_PUBLISHED, GUESS_DATE),
	SLOT(RECIPE_MODIFIED, GUESS_MODIFIED),
	WORDS(RECIPE_REPLY, GUESS_REPLY),
	SLOT(RECIPE_REPLY_DATE, GUESS_REPLYDATE),
	SLOT(RECIPE_UPVOTES, GUESS_UPVOTES),
	SLOT(RECIPE_VERIFIED, GUESS_VERIFIED),
	SLOT(RECIPE_LANGUAGE, GUESS_LANGUAGE),
	SLOT(RECIPE_LOCATION, GUESS_LOCATION),
	SLOT(RECIPE_VERSION, GUESS_VERSION),
	},
};

static struct text
joined(const struct json *list, enum guess_slot slot, struct arena *a)
{
	const char *between = slot == GUESS_TEXT ? " " : "; ";
	struct text t, all = {NULL, 0};
	const struct json *v;
	struct buffer room;

	buffer_init(&room, JOINED_MAX);
	for (v = json_first(list); v != NULL && !room.failed;
	    v = json_next(v)) {
		t = json_text(guess_inner(v, slot));
		if (t.length == 0)
			continue;
		if (room.length > 0)
			buffer_add_string(&room, between);
		buffer_add(&room, t.bytes, t.length);
	}
	if (room.length > 0 && (all.bytes = arena_copy(a, room.bytes,
	    room.length)) != NULL)
		all.length = room.length;
	buffer_release(&room);
	return all;
}

/* "Ann", "Lee" of {"firstName": "Ann", "lastName": "Lee"}. */
static struct text
whole_name(const struct json *v, struct text first, struct arena *a)
{
	struct text last = json_text(guess_member(v, "lastname")), both;

	if (last.length == 0 || guess_member(v, "name") != NULL)
		return first;
	both.bytes = arena_join(a, first, ' ', last);
	if (both.bytes == NULL)
		return first;
	both.length = first.length + 1 + last.length;
	return both;
}

/* "/Date(1384819300000+0100)/", 1384819300.25 */
static struct text
undressed(struct text t)
{
	static const char dress[] = "/Date(";
	size_t from = t.length > sizeof(dress) && memcmp(t.bytes, dress,
	    sizeof(dress) - 1) == 0 ? sizeof(dress) - 1 : 0, digits = 0;

	while (from + digits < t.length && t.bytes[from + digits] >= '0' &&
	    t.bytes[from + digits] <= '9')
		digits++;
	if (from > 0 || (digits >= GUESS_EPOCH_DIGITS && digits < t.length &&
	    t.bytes[digits] == '.'))
		return (struct text){t.bytes + from, digits};
	return t;
}

/* Where a person says to be. */
static const struct json *
home_of(const struct json *person)
{
	static const char *const names[] = {"location", "hometown", "city",
	    "userlocation", "country", "countryname", "countrycode"};
	const struct json *v = NULL;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names) && v == NULL; i++) {
		v = guess_member(person, names[i]);
		if (v != NULL && !guess_suits(GUESS_LOCATION, v))
			v = NULL;
	}
	return v;
}

/* The date of a reply that is an object, or the first of a list. */
static const struct json *
dated(const struct json *reply)
{
	const struct json *m, *found = NULL;
	const struct guess_name *n;
	char plain[GUESS_NAME_MAX];
	int rank = 0;

	if (json_type(reply) == JSON_ARRAY)
		reply = json_first(reply);
	if (json_type(reply) != JSON_OBJECT)
		return NULL;
	for (m = json_first(reply); m != NULL; m = json_next(m)) {
		guess_plain(json_name(m), plain);
		n = guess_name_find(plain);
		if (n == NULL || (n->slot != GUESS_DATE &&
		    n->slot != GUESS_REPLYDATE) ||
		    !guess_suits(GUESS_DATE, m) ||
		    (found != NULL && n->rank >= rank))
			continue;
		found = m;
		rank = n->rank;
	}
	return found;
}

static struct text
value_at(const void *record, const char *path, struct arena *a)
{
	const struct guess_object *g = record;
	enum guess_slot slot = (enum guess_slot)(path[0] - 'a');
	const struct json *v = g->value[slot], *deep;
	struct text t;

	if (v == NULL && slot == GUESS_REPLYDATE)
		v = dated(g->value[GUESS_REPLY]);
	if (v == NULL && slot == GUESS_LOCATION &&
	    json_type(g->value[GUESS_AUTHOR]) == JSON_OBJECT)
		v = home_of(g->value[GUESS_AUTHOR]);
	/* The scale of {"rating": {"value": 4, "max": 5}} is beside it. */
	if (v == NULL && slot == GUESS_BEST &&
	    json_type(g->value[GUESS_RATING]) == JSON_OBJECT)
		v = g->value[GUESS_RATING];
	deep = guess_inner(v, slot);
	if (json_type(deep) == JSON_ARRAY)
		return joined(deep, slot, a);
	if (json_type(deep) == JSON_TRUE)
		return text_of("true");
	if (json_type(deep) == JSON_FALSE)
		return text_of("false");
	t = json_text(deep);
	if (slot == GUESS_AUTHOR && json_type(v) == JSON_OBJECT)
		return whole_name(v, t, a);
	return slot == GUESS_DATE || slot == GUESS_MODIFIED ||
	    slot == GUESS_REPLYDATE ? undressed(t) : t;
}

static bool
value_has(const void *record, const char *path)
{
	const struct guess_object *g = record;

	return g->value[path[0] - 'a'] != NULL;
}

struct values_record
guess_record(const struct guess_object *g)
{
	return (struct values_record){value_at, value_has, g, NULL};
}
