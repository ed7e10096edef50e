/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_seek.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "explain_wide.h"
#include "map_sums.h"

enum { FIRST_SLOTS = 1024 };

/* Hashes of ids; 0 is none. */
struct hashes {
	int64_t *slot;			/* open addressing, a power of two */
	size_t slots, count;
};

struct test {
	struct explain_wide wide;
	size_t asked;
	struct hashes among;		/* where the test names some */
};

struct seeking {
	const struct explain_seek *what;
	struct test test[EXPLAIN_TESTS];
	size_t tests;
	struct part { uint64_t tests; bool replied; } *part;	/* by number */
	size_t parts, capacity;
	uint64_t cell[64];		/* the same, by cell */
	uint64_t of[EXPLAIN_TESTS];	/* the same, by what was asked */
	struct buffer room;
	struct hashes chosen;
	bool words;			/* a test asks for them */
	bool older;			/* lines that count in none were seen */
	size_t files;
	struct shortlist *list;
	struct complaint *c;
};

/* ---- sets ---- */

static int64_t *
slot_of(const struct hashes *h, int64_t hash)
{
	size_t at = (size_t)hash & (h->slots - 1);

	while (h->slot[at] != 0 && h->slot[at] != hash)
		at = (at + 1) & (h->slots - 1);
	return &h->slot[at];
}

static int
hashes_add(struct hashes *h, int64_t hash)
{
	struct hashes more = {.slots = h->slots == 0 ? FIRST_SLOTS :
	    2 * h->slots, .count = h->count};
	size_t i;

	if (hash == 0)
		return 0;
	if (2 * h->count >= h->slots) {
		more.slot = calloc(more.slots, sizeof(*more.slot));
		if (more.slot == NULL)
			return -1;
		for (i = 0; i < h->slots; i++)
			if (h->slot[i] != 0)
				*slot_of(&more, h->slot[i]) = h->slot[i];
		free(h->slot);
		*h = more;
	}
	h->count += *slot_of(h, hash) == 0;
	*slot_of(h, hash) = hash;
	return 0;
}

static bool
hashes_have(const struct hashes *h, int64_t hash)
{
	return hash != 0 && h->count > 0 && *slot_of(h, hash) == hash;
}

/* ---- tests ---- */

/* The place of a new test; NULL: there are too many. */
static struct test *
add_test(struct seeking *k, size_t asked)
{
	struct test *t = &k->test[k->tests];

	if (k->tests == EXPLAIN_TESTS)
		return NULL;
	k->of[asked] |= UINT64_C(1) << k->tests++;
	t->asked = asked;
	return t;
}

static int
add_among(struct test *t)
{
	const struct explain_ids *ids = t->wide.among;
	size_t i;

	for (i = 0; ids != NULL && i < ids->count; i++)
		if (hashes_add(&t->among, trail_hash(text_of(ids->id[i]))) <
		    0)
			return -1;
	return 0;
}

/* 1; 0: too many; -1. */
static int
add_wide(struct seeking *k, size_t asked, const struct explain_wide *w)
{
	struct test *t = add_test(k, asked);

	if (t == NULL)
		return 0;
	t->wide = *w;
	/* Which they are is not known yet. */
	if (k->what->asked[asked].figure.needs_copies)
		t->wide.among = NULL;
	k->words |= (w->words[0] | w->words[1]) != 0;
	return add_among(t) < 0 ? -1 : 1;
}

static int
add_figure(struct seeking *k, size_t asked)
{
	struct explain_asked *a = &k->what->asked[asked];
	const struct explain_terms *terms = &a->figure.terms;
	size_t i;

	a->counted = a->figure.of == EXPLAIN_REVIEWS && !k->what->streamed;
	for (i = 0; a->figure.of == EXPLAIN_REVIEWS && i < terms->count; i++) {
		struct explain_wide wide[EXPLAIN_WIDE_MOST];
		size_t tests = explain_wide_term(wide, &terms->term[i]), n;
		int added = 1;

		for (n = 0; n < tests && added == 1; n++)
			added = add_wide(k, asked, &wide[n]);
		if (added != 1)
			return added;
		a->counted &= wide[0].exact;
	}
	return 1;
}

static int
add_tests(struct seeking *k)
{
	size_t i;
	int added = 1;

	for (i = 0; added == 1 && i < k->what->count; i++) {
		struct explain_asked *a = &k->what->asked[i];

		if (i == EXPLAIN_TESTS)
			return 0;
		if (a->kind == ASKED_SELECTION) {
			struct explain_wide wide;

			explain_wide_selection(&wide, &a->selection);
			added = add_wide(k, i, &wide);
		} else {
			added = add_figure(k, i);
		}
	}
	return added;
}

static void
set_cells(struct seeking *k)
{
	size_t cell, i;

	for (cell = 0; cell < MAP_SUM_CELLS; cell++)
		for (i = 0; i < k->tests; i++)
			if (k->test[i].wide.cells >> cell & 1)
				k->cell[cell] |= UINT64_C(1) << i;
}

/* ---- parts ---- */

static int
take_part(void *context, int64_t number,
	const struct text field[DATABASE_PART_FIELDS])
{
	struct seeking *k = context;
	size_t i;

	if (number != (int64_t)k->parts + 1)
		return complain(k->c, 0, "sayso.db: parts are missing");
	if (k->parts == k->capacity) {
		size_t capacity = 2 * k->capacity + 1024;
		struct part *more = realloc(k->part, capacity * sizeof(*more));

		if (more == NULL)
			return complain(k->c, ENOMEM, "parts");
		k->part = more;
		k->capacity = capacity;
	}
	k->part[k->parts] = (struct part){0, false};
	for (i = 0; i < k->tests; i++)
		if (explain_wide_part(&k->test[i].wide, field, &k->room))
			k->part[k->parts].tests |= UINT64_C(1) << i;
	k->parts++;
	return 0;
}

/* ---- lines ---- */

static int
add_line(struct seeking *k, const struct database_line *line)
{
	if (line->file < 1 || (uint64_t)line->file > k->files ||
	    line->offset < 0)
		return complain(k->c, 0, "sayso.db: a line of no file");
	return shortlist_add(k->list, (uint32_t)(line->file - 1),
	    (uint64_t)line->offset, 0) == 0 ? 0 : complain(k->c, ENOMEM,
	    "lines");
}

static bool
has_bits(const struct database_line *line, const struct explain_wide *w)
{
	return (line->marks & w->marks) == w->marks &&
	    (line->words[0] & w->words[0]) == w->words[0] &&
	    (line->words[1] & w->words[1]) == w->words[1] &&
	    (w->item == 0 || line->item == w->item);
}

/* Bits of the tests that the line passes. */
static uint64_t
tests_of(struct seeking *k, const struct database_line *line)
{
	uint64_t bits, passed = 0;
	size_t i;

	if (line->part < 1 || (uint64_t)line->part > k->parts ||
	    line->cell < 0 || line->cell >= MAP_SUM_CELLS)
		return 0;
	k->part[line->part - 1].replied |= line->cell % 2 != 0;
	bits = k->part[line->part - 1].tests & k->cell[line->cell];
	for (i = 0; bits >> i != 0; i++) {
		const struct test *t = &k->test[i];
		const struct explain_wide *w = &t->wide;

		if ((bits >> i & 1) && has_bits(line, w) &&
		    (w->after == 0 || line->run == 0 ||
		    line->run > w->after) && (w->among == NULL ||
		    hashes_have(&t->among, line->id)))
			passed |= UINT64_C(1) << i;
		if (i == EXPLAIN_TESTS - 1)
			break;
	}
	return passed;
}

/* Whether the figure wants the line read; counts it where that is all. */
static bool
wants(const struct seeking *k, struct explain_asked *a, uint64_t passed)
{
	int64_t count = 0;
	size_t i;

	if (!a->counted || passed == 0)
		return passed != 0;
	for (i = 0; i < k->tests; i++)
		if (passed >> i & 1)
			count += k->test[i].wide.times;
	if (count == 0)
		return false;
	a->count += count;
	return a->reviews++ < k->what->limit;
}

static int
take_line(void *context, const struct database_line *line)
{
	struct seeking *k = context;
	uint64_t passed;
	bool wanted = false;
	size_t i;

	if (line->part == 0) {
		k->older = true;
		return k->what->runs ? add_line(k, line) : 0;
	}
	passed = tests_of(k, line);
	for (i = 0; passed != 0 && i < k->what->count; i++)
		wanted |= wants(k, &k->what->asked[i], passed & k->of[i]);
	if (!wanted)
		return 0;
	if (hashes_add(&k->chosen, line->id) < 0)
		return complain(k->c, ENOMEM, "lines");
	return add_line(k, line);
}

static int
take_older(void *context, const struct database_line *line)
{
	struct seeking *k = context;

	return line->part == 0 && hashes_have(&k->chosen, line->id) ?
	    add_line(k, line) : 0;
}

static int
compare_places(const void *a, const void *b)
{
	const struct shortlist_place *x = a, *y = b;

	if (x->file != y->file)
		return x->file < y->file ? -1 : 1;
	return (x->offset > y->offset) - (x->offset < y->offset);
}

/* Whether a source shows replies is a matter of all its reviews. */
static int
note_part(void *context, int64_t number,
	const struct text field[DATABASE_PART_FIELDS])
{
	struct seeking *k = context;
	const struct review r = {.source = field[1], .kind = field[2],
	    .reply = text_of("")};

	if ((uint64_t)number > k->parts || !k->part[number - 1].replied)
		return 0;
	return selection_facts_review(k->what->facts, &r) == 0 ? 0 :
	    complain(k->c, ENOMEM, "sources");
}

static int
take_all(struct seeking *k, struct trail_reader *trail)
{
	if (trail_each_part(trail, take_part, k, k->c) < 0 ||
	    trail_each_line(trail, k->words, take_line, k, k->c) < 0 ||
	    (k->older && !k->what->runs &&
	    trail_each_line(trail, false, take_older, k, k->c) < 0) ||
	    (k->what->facts != NULL &&
	    trail_each_part(trail, note_part, k, k->c) < 0))
		return -1;
	if (k->older && k->list->count > 1)
		qsort(k->list->place, k->list->count, sizeof(*k->list->place),
		    compare_places);
	return 0;
}

int
explain_seek(const struct explain_seek *what, struct trail_reader *trail,
	size_t files, struct shortlist *list, struct complaint *c)
{
	struct seeking *k = calloc(1, sizeof(*k));
	size_t i;
	int result;

	if (k == NULL)
		return complain(c, ENOMEM, "explain");
	k->what = what;
	k->files = files;
	k->list = list;
	k->c = c;
	buffer_init(&k->room, TALLY_KEY_MAX);
	result = add_tests(k);
	if (result == 1) {
		set_cells(k);
		result = take_all(k, trail);
	} else if (result == 0) {
		list->full = true;
	} else {
		complain(c, ENOMEM, "explain");
	}
	/* Then all is read, and counted anew. */
	for (i = 0; list->full && i < what->count; i++) {
		what->asked[i].counted = false;
		what->asked[i].count = what->asked[i].reviews = 0;
	}
	for (i = 0; i < k->tests; i++)
		free(k->test[i].among.slot);
	free(k->part);
	free(k->chosen.slot);
	buffer_release(&k->room);
	free(k);
	return result < 0 ? -1 : 0;
}

/* ---- one review ---- */

static int
take_place(void *context, const struct database_line *line)
{
	return add_line(context, line);
}

int
explain_seek_id(struct trail_reader *trail, struct text id, size_t files,
	struct shortlist *list, struct complaint *c)
{
	struct seeking k = {.files = files, .list = list, .c = c};

	return trail_each_of(trail, trail_hash(id), take_place, &k, c);
}
