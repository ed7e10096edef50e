/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_value.h"

#include <string.h>

enum {
	JOINED_MAX = 64 << 10,
	UNKNOWN_RANK = 1000,		/* of a text whose name says nothing */
	INSIDE_RANK = 100,
	OBJECT_RANK = 50,		/* a text that is an object */
	HINT_RANK = 500,		/* "wbUserDetails": {"name": ... } */
	INNER_DEPTH = 3, INNER_MAX = 12,
	SHORT = 40,			/* bytes of a rating */
	BLANKS = 3,			/* that make a string a text */
	EPOCH_DIGITS = 9,
};

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

/* What an object says of a slot is under the first of these names. */
static const char *const inner[GUESS_SLOTS][INNER_MAX] = {
	[GUESS_RATING] = {"ratingvalue", "rating", "value", "score", "stars",
	    "star", "overall"},
	[GUESS_WEAK] = {"value", "score", "rating"},
	[GUESS_BEST] = {"bestrating", "best", "max", "maximum", "scale",
	    "outof", "range"},
	[GUESS_TITLE] = {"rendered", "text", "originaltext", "value",
	    "original"},
	[GUESS_TEXT] = {"rendered", "text", "originaltext", "original",
	    "plaintext", "plain", "raw", "html", "value", "content", "body",
	    "comment"},
	[GUESS_POSITIVE] = {"text", "value"},
	[GUESS_NEGATIVE] = {"text", "value"},
	[GUESS_AUTHOR] = {"name", "displayname", "fullname", "username",
	    "nickname", "screenname", "login", "firstname", "title",
	    "display"},
	[GUESS_DATE] = {"$date", "iso", "datetime", "date", "value",
	    "timestamp", "seconds", "seconds"},
	[GUESS_REPLY] = {"text", "body", "content", "comment", "message",
	    "reply", "replytext", "response", "responsetext", "value"},
	[GUESS_REPLYDATE] = {"date", "value", "$date"},
	[GUESS_UPVOTES] = {"up", "likes", "like", "positive", "pluses",
	    "helpful", "yes", "total", "count", "upvotes"},
	[GUESS_LANGUAGE] = {"code", "id", "iso"},
	[GUESS_LOCATION] = {"name", "city", "country"},
};

static const struct json *
member_named(const struct json *object, const char *want)
{
	const struct json *m = json_first(object);
	char plain[GUESS_NAME_MAX];

	for (; m != NULL; m = json_next(m)) {
		guess_plain(json_name(m), plain);
		if (strcmp(plain, want) == 0)
			return m;
	}
	return NULL;
}

/* The first of the slot's names that an object has. */
static const struct json *
step_inside(const struct json *v, enum guess_slot slot)
{
	const struct json *found = NULL;
	size_t i;

	for (i = 0; i < INNER_MAX && inner[slot][i] != NULL && found == NULL;
	    i++) {
		found = member_named(v, inner[slot][i]);
		if (json_type(found) == JSON_NULL ||
		    json_type(found) == JSON_ARRAY)
			found = NULL;
	}
	return found;
}

static const struct json *
inside(const struct json *v, enum guess_slot slot)
{
	int depth;

	if (json_type(v) == JSON_ARRAY && slot != GUESS_TEXT &&
	    slot != GUESS_POSITIVE && slot != GUESS_NEGATIVE)
		v = json_first(v);
	for (depth = 0; depth < INNER_DEPTH && json_type(v) == JSON_OBJECT;
	    depth++)
		v = step_inside(v, slot);
	return json_type(v) == JSON_OBJECT ? NULL : v;
}

/* ---- which member says what ---- */

static bool
is_epoch(struct text digits)
{
	return digits.length >= EPOCH_DIGITS;
}

/* Whether the kind of a value is that of its slot: a rating is short, an
 * author is no number, a date is no small one. */
static bool
suits(enum guess_slot slot, const struct json *v)
{
	struct text t = json_text(inside(v, slot));
	enum json_type type = json_type(inside(v, slot));

	switch (slot) {
	case GUESS_VERIFIED:
		return type == JSON_TRUE || type == JSON_FALSE || t.length > 0;
	case GUESS_RATING: case GUESS_WEAK: case GUESS_BEST:
		return t.length > 0 && t.length <= SHORT;
	case GUESS_AUTHOR: case GUESS_LOCATION: case GUESS_LANGUAGE:
		return type == JSON_STRING && t.length > 0;
	case GUESS_DATE: case GUESS_MODIFIED: case GUESS_REPLYDATE:
		return t.length > 0 && (type == JSON_STRING || is_epoch(t));
	case GUESS_TITLE: case GUESS_REPLY:
		return type == JSON_STRING;
	case GUESS_TEXT: case GUESS_POSITIVE: case GUESS_NEGATIVE:
		return (type == JSON_STRING && t.length > 0) ||
		    (type == JSON_ARRAY && json_text(inside(json_first(v),
		    slot)).length > 0);
	default:
		return t.length > 0;
	}
}

static void
keep(struct guess_object *g, enum guess_slot slot, int rank,
	const struct json *v)
{
	if ((g->value[slot] == NULL || rank < g->rank[slot]) &&
	    suits(slot, v)) {
		g->value[slot] = v;
		g->rank[slot] = rank;
	}
}

/* A string of several words that is no address. */
static bool
is_prose(const struct json *v)
{
	struct text t = json_text(v);
	size_t i, blanks = 0;

	if (json_type(v) != JSON_STRING || (t.length > 4 &&
	    memcmp(t.bytes, "http", 4) == 0))
		return false;
	for (i = 0; i < t.length && blanks < BLANKS; i++)
		blanks += t.bytes[i] == ' ';
	return blanks == BLANKS;
}

/* A text that is an object is what was answered, where there is another:
 * {"content": "...", "comment": {"content": "Thank you"}}. */
static void
keep_text(struct guess_object *g, int rank, const struct json *v)
{
	bool nested = json_type(v) == JSON_OBJECT;
	const struct json *before = g->value[GUESS_TEXT];

	keep(g, GUESS_TEXT, rank + (nested ? OBJECT_RANK : 0), v);
	if (before != NULL && g->value[GUESS_TEXT] == v)
		v = before;
	if (g->value[GUESS_TEXT] != v && json_type(v) == JSON_OBJECT &&
	    rank < INSIDE_RANK)
		keep(g, GUESS_REPLY, HINT_RANK, v);
}

/* An object of an unknown name that speaks of a person. */
static void
keep_person(struct guess_object *g, const char *plain, const struct json *m)
{
	static const char *const words[] = {"user", "author", "customer",
	    "reviewer", "buyer", "member"};
	size_t i;

	if (json_type(m) != JSON_OBJECT && strstr(plain, "name") == NULL)
		return;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strstr(plain, words[i]) != NULL)
			keep(g, GUESS_AUTHOR, HINT_RANK, m);
}

/* An unknown name, by what it is made of: "reply_created_at". */
static void
keep_stem(struct guess_object *g, const char *plain, const struct json *m)
{
	enum guess_slot slot = guess_name_stem(plain);

	if (slot == GUESS_NONE)
		keep_person(g, plain, m);
	else if (json_type(m) == JSON_STRING || json_type(m) == JSON_NUMBER)
		keep(g, slot, HINT_RANK, m);
}

/* Some languages have one word for the number and the text ("Bewertung",
 * "avis", "review"): the value says which it is. */
static bool
keeps_other_kind(struct guess_object *g, const struct guess_name *n,
	const struct json *m, int depth)
{
	int rank = n->rank + depth * INSIDE_RANK + OBJECT_RANK;

	if (n->slot == GUESS_TEXT && json_type(m) == JSON_NUMBER) {
		keep(g, GUESS_WEAK, rank, m);
		return true;
	}
	if (n->slot == GUESS_RATING && is_prose(m)) {
		keep(g, GUESS_TEXT, rank, m);
		return true;
	}
	return false;
}

struct scan {
	struct guess_object *g;
	const struct json *prose;	/* of no known name */
	size_t prose_count;
};

static void
look_at_name(struct guess_object *g, const char *plain,
	const struct guess_name *n)
{
	static const char *const of_things[] = {"price", "sku", "ratingcount",
	    "ratingscount", "reviewcount", "reviewscount", "numreviews",
	    "totalreviews", "aggregaterating", "averagerating", "offers",
	    "ingredients", "stock", "currency"};
	size_t i;

	for (i = 0; i < sizeof(of_things) / sizeof(*of_things); i++)
		if (strcmp(plain, of_things[i]) == 0)
			g->is_thing = true;
	/* What was bought, and its good and bad sides. */
	if (n != NULL && (strstr(plain, "buyer") != NULL ||
	    strstr(plain, "purchase") != NULL || strstr(plain, "vantage") ||
	    strcmp(plain, "pros") == 0 || strcmp(plain, "cons") == 0))
		g->speaks_of_reviews = true;
	if (strstr(plain, "review") != NULL && strcmp(plain, "reviewcount") &&
	    strcmp(plain, "reviewscount"))
		g->speaks_of_reviews = true;
}

/* GUESS_INSIDE_MAX bounds the recursion. */
static void
scan_members(struct scan *s, const struct json *object, int depth)
{
	const struct json *m = json_first(object);
	char plain[GUESS_NAME_MAX];

	for (; m != NULL; m = json_next(m)) {
		const struct guess_name *n;

		guess_plain(json_name(m), plain);
		n = guess_name_find(plain);
		if (depth == 0)
			look_at_name(s->g, plain, n);
		if (n == NULL)
			keep_stem(s->g, plain, m);
		else if (keeps_other_kind(s->g, n, m, depth))
			continue;
		else if (n->slot == GUESS_TEXT)
			keep_text(s->g, n->rank + depth * INSIDE_RANK, m);
		else if (n->slot != GUESS_NONE)
			keep(s->g, n->slot, n->rank + depth * INSIDE_RANK, m);
		if (n != NULL && n->inside && depth < GUESS_INSIDE_MAX &&
		    json_type(m) == JSON_OBJECT)
			scan_members(s, m, depth + 1);
		if (n == NULL && depth == 0 && is_prose(m)) {
			s->prose = m;
			s->prose_count++;
		}
	}
}

static uint64_t
signature_add(uint64_t sum, const struct json *member)
{
	const char *name = member == NULL ? "" : json_name(member);

	for (; name != NULL && *name != '\0'; name++)
		sum = sum * 33 + (unsigned char)*name;
	return sum * 33 + '/';
}

void
guess_object_read(struct guess_object *g, const struct json *object)
{
	static const char *const speaking[] = {"review", "comment",
	    "feedback", "testimonial", "opinion", "text", "message", "quote",
	    "avis", "rese", "rezen", "recens", NULL};
	static const char *const of_reviews[] = {"commentaire", "comentario",
	    "avis", "opini", "recens", "rezens", "bewertung", "valoraci",
	    "avalia", "kommentar", "komentar", "testo", "texto", "yorum",
	    NULL};
	struct scan s = {.g = g};
	const struct json *text;

	*g = (struct guess_object){.signature = 5381};
	scan_members(&s, object, 0);
	if (g->value[GUESS_TEXT] == NULL && s.prose_count == 1) {
		g->value[GUESS_TEXT] = s.prose;
		g->rank[GUESS_TEXT] = UNKNOWN_RANK;
	}
	text = g->value[GUESS_TEXT];
	g->sure_text = text == NULL || json_name(text) == NULL ||
	    guess_name_holds(json_name(text), speaking);
	/* "note" beside "commentaire" is what French calls a rating. */
	if (text != NULL && json_name(text) != NULL &&
	    guess_name_holds(json_name(text), of_reviews))
		g->speaks_of_reviews = true;
	g->bare_name = g->value[GUESS_AUTHOR] != NULL &&
	    strcmp(json_name(g->value[GUESS_AUTHOR]), "name") == 0;
	if (g->value[GUESS_RATING] != NULL)
		g->value[GUESS_WEAK] = NULL;
	g->signature = signature_add(g->signature, text);
	g->signature = signature_add(g->signature, g->value[GUESS_AUTHOR]);
}

/* ---- values ---- */

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
		t = json_text(inside(v, slot));
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
	struct text last = json_text(member_named(v, "lastname")), all;
	char *room;

	if (last.length == 0 || member_named(v, "name") != NULL)
		return first;
	all.length = first.length + 1 + last.length;
	room = arena_take(a, all.length + 1);
	if (room == NULL)
		return first;
	memcpy(room, first.bytes, first.length);
	room[first.length] = ' ';
	memcpy(room + first.length + 1, last.bytes, last.length);
	room[all.length] = '\0';
	all.bytes = room;
	return all;
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
	if (from > 0 || (digits >= EPOCH_DIGITS && digits < t.length &&
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
		v = member_named(person, names[i]);
		if (v != NULL && !suits(GUESS_LOCATION, v))
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
		    n->slot != GUESS_REPLYDATE) || !suits(GUESS_DATE, m) ||
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
	deep = inside(v, slot);
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
