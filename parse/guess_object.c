/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_object.h"

#include <string.h>

#include "guess_inner.h"

enum {
	INSIDE_RANK = 100,
	OBJECT_RANK = 50,		/* a text that is an object */
	HINT_RANK = 500,		/* "wbUserDetails": {"name": ... } */
	BLANKS = 3,			/* that make a string a text */
};

static void
keep(struct guess_object *g, enum guess_slot slot, int rank,
	const struct json *v)
{
	if ((g->value[slot] == NULL || rank < g->rank[slot]) &&
	    guess_suits(slot, v)) {
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
		g->rank[GUESS_TEXT] = GUESS_RANK_UNKNOWN;
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
