/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "winners.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "digest.h"
#include "run_names.h"
#include "spill.h"

/* What is known of a line that was offered. */
struct offer {
	unsigned char id[ID_SIZE];
	struct review_version version;
	uint64_t place;
	uint64_t said;			/* its own words and rating */
	int32_t stars;
	bool replied;
	uint16_t run;			/* that saw it; 0 not known */
};

/* Of the earliest version of a review that has changed. */
struct before {
	uint64_t place;			/* of the line that won */
	int32_t stars;
	bool replied;
};

/* A place has two bits. */
enum { LOST = 1, CHANGED = 2, PLACE_BITS = 2, PLACES = 64 / PLACE_BITS };

struct winners {
	struct spill *offers;
	uint64_t *bits;
	size_t words;
	struct before *before;		/* ascending by place */
	size_t count, capacity;
	/* The first run of each place that a later one saw again, where it
	 * is another: its number, 0 none. */
	uint16_t *first;
	size_t firsts;
	struct run_names runs;
};

/* By id and version; of equal lines the first place wins. */
static int
compare_offers(const void *a, const void *b)
{
	const struct offer *x = a, *y = b;
	int order = memcmp(x->id, y->id, ID_SIZE);

	if (order == 0)
		order = review_version_compare(&x->version, &y->version);
	if (order == 0)
		order = (x->place < y->place) - (x->place > y->place);
	return order;
}

struct winners *
winners_create(const char *folder, size_t held)
{
	struct winners *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return NULL;
	w->offers = spill_create(sizeof(struct offer), held, folder,
	    compare_offers);
	if (w->offers == NULL) {
		free(w);
		return NULL;
	}
	return w;
}

void
winners_free(struct winners *w)
{
	if (w == NULL)
		return;
	spill_free(w->offers);
	free(w->bits);
	free(w->before);
	free(w->first);
	run_names_release(&w->runs);
	free(w);
}

/* ---- offering ---- */

/* Ids are digests already, but others' lines may carry any id. */
static void
short_id(struct text id, unsigned char to[ID_SIZE])
{
	unsigned char whole[DIGEST_SIZE];

	digest_of(id.bytes, id.length, whole);
	memcpy(to, whole, ID_SIZE);
}

enum { LINE_ARENA = 64 << 20 };

/* What the reviewer says; likes and replies are others'. */
static uint64_t
said_of(const struct review *r)
{
	const struct text said[] = {r->rating, r->title, r->body, r->positive,
	    r->negative};
	uint64_t hash = UINT64_C(14695981039346656037);
	size_t i, k;

	for (i = 0; i < sizeof(said) / sizeof(*said); i++) {
		for (k = 0; k < said[i].length; k++)
			hash = (hash ^ (unsigned char)said[i].bytes[k]) *
			    UINT64_C(1099511628211);
		hash = (hash ^ 0x100) * UINT64_C(1099511628211);
	}
	return hash;
}

static int
look_at(struct winners *w, struct offer *o, struct text line)
{
	struct review_reader_line read;
	struct complaint ignored;
	struct arena a;
	int result = 0;

	arena_init(&a, LINE_ARENA);
	if (review_read(&read, line, &a, &ignored) == 0 &&
	    read.type == REVIEW_REVIEW) {
		if (!review_stars(&read.review, &o->stars))
			o->stars = 0;
		o->replied = !text_is_absent(read.review.reply);
		o->said = said_of(&read.review);
		result = run_names_add(&w->runs, &read.review, &o->run);
	}
	arena_release(&a);
	return result;
}

int
winners_offer(struct winners *w, struct text line, struct text id,
	uint64_t place, struct complaint *c)
{
	struct offer offer;

	if (text_is_absent(id))
		return 0;
	memset(&offer, 0, sizeof(offer));
	offer.place = place;
	short_id(id, offer.id);
	review_version_of(line, &offer.version);
	if (look_at(w, &offer, line) < 0)
		return complain(c, ENOMEM, "runs");
	return spill_add(w->offers, &offer, c);
}

/* ---- deciding ---- */

static int
mark(struct winners *w, uint64_t place, uint64_t bit)
{
	size_t word = (size_t)(place / PLACES);

	if (word >= w->words) {
		size_t words = word + word / 2 + 64;
		uint64_t *bits = realloc(w->bits, words * sizeof(*bits));

		if (bits == NULL)
			return -1;
		memset(bits + w->words, 0, (words - w->words) *
		    sizeof(*bits));
		w->bits = bits;
		w->words = words;
	}
	w->bits[word] |= bit << place % PLACES * PLACE_BITS;
	return 0;
}

static int
keep(struct winners *w, const struct before *b)
{
	if (w->count == w->capacity) {
		size_t capacity = w->capacity == 0 ? 64 :
		    w->capacity + w->capacity / 2;
		struct before *more = realloc(w->before, capacity *
		    sizeof(*more));

		if (more == NULL)
			return -1;
		w->before = more;
		w->capacity = capacity;
	}
	w->before[w->count++] = *b;
	return mark(w, b->place, CHANGED);
}

static int
keep_first(struct winners *w, uint64_t place, uint16_t run)
{
	size_t at = (size_t)place;

	if (at >= w->firsts) {
		size_t firsts = at + at / 2 + 1024;
		uint16_t *first = realloc(w->first, firsts * sizeof(*first));

		if (first == NULL)
			return -1;
		memset(first + w->firsts, 0, (firsts - w->firsts) *
		    sizeof(*first));
		w->first = first;
		w->firsts = firsts;
	}
	w->first[at] = run;
	return 0;
}

/* Lines of one id, the earliest version first. */
struct group {
	struct offer first, last;
	bool changed;			/* not all say the same */
};

static int
end_group(struct winners *w, const struct group *g)
{
	const struct before b = {g->last.place, g->first.stars,
	    g->first.replied};

	if (g->first.run != g->last.run && g->first.run != 0 &&
	    keep_first(w, g->last.place, g->first.run) < 0)
		return -1;
	if (!g->changed || review_version_compare(&g->first.version,
	    &g->last.version) == 0)
		return 0;
	return keep(w, &b);
}

static int
add_to_group(struct winners *w, struct group *g, const struct offer *o)
{
	if (memcmp(g->last.id, o->id, ID_SIZE) == 0) {
		if (mark(w, g->last.place, LOST) < 0)
			return -1;
		g->changed |= o->said != g->last.said;
	} else {
		if (end_group(w, g) < 0)
			return -1;
		g->first = *o;
		g->changed = false;
	}
	g->last = *o;
	return 0;
}

static int
compare_before(const void *a, const void *b)
{
	const struct before *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

int
winners_decide(struct winners *w, struct complaint *c)
{
	struct group g;
	const void *row;
	bool any = false;
	int got, result = spill_sort(w->offers, c);

	while (result == 0 && (got = spill_next(w->offers, &row, c)) != 0) {
		if (got < 0)
			return -1;
		if (!any) {
			memcpy(&g.first, row, sizeof(g.first));
			g.last = g.first;
			g.changed = false;
			any = true;
		} else if (add_to_group(w, &g, row) < 0) {
			result = complain(c, ENOMEM, "equal ids");
		}
	}
	if (result == 0 && any && end_group(w, &g) < 0)
		result = complain(c, ENOMEM, "equal ids");
	spill_free(w->offers);
	w->offers = NULL;
	if (w->count > 0)
		qsort(w->before, w->count, sizeof(*w->before),
		    compare_before);
	return result;
}

/* ---- asking ---- */

static bool
is_marked(const struct winners *w, uint64_t place, uint64_t bit)
{
	size_t word = (size_t)(place / PLACES);

	return word < w->words && (w->bits[word] >> place % PLACES *
	    PLACE_BITS & bit) != 0;
}

bool
winners_is(const struct winners *w, uint64_t place)
{
	return !is_marked(w, place, LOST);
}

bool
winners_has_history(const struct winners *w, uint64_t place)
{
	return is_marked(w, place, CHANGED) || (place < w->firsts &&
	    w->first[place] != 0);
}

static void
add_before(struct buffer *to, const struct before *before)
{
	buffer_add_string(to, ",\"before\":{");
	if (before->stars > 0) {
		buffer_add_string(to, "\"stars\":");
		buffer_add_integer(to, before->stars);
		buffer_add_char(to, ',');
	}
	buffer_add_string(to, before->replied ? "\"replied\":true}" :
	    "\"replied\":false}");
}

int
winners_write(const struct winners *w, struct text line, uint64_t place,
	struct buffer *to)
{
	const struct before wanted = {.place = place}, *before = NULL;

	if (!winners_has_history(w, place) || line.length < 2 ||
	    line.bytes[line.length - 1] != '}')
		return buffer_add(to, line.bytes, line.length);
	if (is_marked(w, place, CHANGED))
		before = bsearch(&wanted, w->before, w->count,
		    sizeof(wanted), compare_before);
	buffer_add(to, line.bytes, line.length - 1);
	if (before != NULL)
		add_before(to, before);
	if (place < w->firsts && w->first[place] != 0)
		buffer_add_format(to, ",\"firstRun\":\"%s\"",
		    run_names_get(&w->runs, w->first[place]));
	buffer_add_char(to, '}');
	return to->failed ? -1 : 0;
}
