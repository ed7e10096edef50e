/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_wide.h"

#include <stdio.h>
#include <string.h>

#include "map_sums.h"
#include "trail.h"

enum { CUBE_FIELDS = 9, MONTH = 7 };

static const struct text nothing = {NULL, 0};

/* ---- cells ---- */

static void
cell_fields(int cell, struct text f[CUBE_FIELDS])
{
	static const char digits[] = "-12345";
	int star = cell / 2 / MAP_SUM_CLASSES;

	f[6] = (struct text){digits + star, 1};
	f[7] = text_of(map_sum_class[cell / 2 % MAP_SUM_CLASSES]);
	f[8] = text_of(cell % 2 != 0 ? "r" : "-");
}

/* The cells of which a row of the cube passes the test. */
static uint64_t
cells_of(enum explain_test test, struct buffer *room)
{
	const struct explain_term t = {.kind = "c", .any_brand = true,
	    .test = test};
	struct text f[CUBE_FIELDS] = {text_of("c"), text_of("-"),
	    text_of("-"), text_of("-"), text_of("-"), text_of("-")};
	uint64_t cells = 0;
	int i;

	for (i = 0; i < MAP_SUM_CELLS; i++) {
		cell_fields(i, f);
		if (explain_term_counts(&t, f, CUBE_FIELDS, room))
			cells |= UINT64_C(1) << i;
	}
	return cells;
}

/* Few stars or a negative text, and no reply. */
static uint64_t
open_cells(void)
{
	uint64_t cells = 0;
	int i;

	for (i = 0; i < MAP_SUM_CELLS; i++) {
		int star = i / 2 / MAP_SUM_CLASSES;

		if (i % 2 == 0 && (star == 1 || star == 2 ||
		    i / 2 % MAP_SUM_CLASSES == 2))
			cells |= UINT64_C(1) << i;
	}
	return cells;
}

/* ---- terms ---- */

/* Fields of other rows that the cube has too, at which place; 0 none. */
static const struct {
	const char *kind;
	size_t source, language, month;
	bool has_cell;			/* stars and class, as the cube has */
} kinds[] = {
	{"c", 2, 4, 5, true}, {"d", 2, 0, 3, true}, {"i", 0, 0, 0, true},
	{"seen", 2, 0, 0, true}, {"again", 2, 0, 0, true},
	{"nps", 2, 3, 4, false}, {"csat", 2, 3, 4, false},
	{"as", 2, 0, 0, false}, {"sg", 2, 0, 0, false},
	{"ed", 2, 0, 0, false}, {"rt", 2, 0, 0, false},
	{"w", 0, 0, 0, false}, {"vs", 0, 0, 0, false},
	{"top", 0, 0, 0, false},
};

static struct text
value_at(const struct explain_term *t, size_t field)
{
	size_t i;

	for (i = 0; i < EXPLAIN_EQUAL; i++)
		if (t->equal[i].field == field)
			return t->equal[i].value;
	return nothing;
}

/* What is asked of a field goes to that field of the cube. */
static void
move_equal(struct explain_term *to, size_t *n, const struct explain_term *t,
	size_t from, size_t field)
{
	size_t i;

	for (i = 0; from > 0 && i < EXPLAIN_EQUAL; i++)
		if (t->equal[i].field == from && *n < EXPLAIN_EQUAL) {
			to->equal[*n].field = field;
			to->equal[(*n)++].value = t->equal[i].value;
		}
}

/* Days lie in months. */
static void
move_between(struct explain_term *to, const struct explain_term *t)
{
	if (t->between == 0 || (strcmp(t->kind, "c") != 0 &&
	    strcmp(t->kind, "d") != 0))
		return;
	to->between = 5;
	snprintf(to->from, sizeof(to->from), "%.*s", MONTH, t->from);
	snprintf(to->to, sizeof(to->to), "%.*s", MONTH, t->to);
}

/* What has no name is called so too. */
static int64_t
item_of(struct text name)
{
	return text_is(name, "unknown") ? 0 : trail_hash(name);
}

/* What only rows of some kinds ask for. */
static void
narrow_by_kind(struct explain_wide *w, const struct explain_term *t)
{
	if (strcmp(t->kind, "i") == 0 && t->equal[0].field == 2)
		w->item = item_of(t->equal[0].value);
	else if (strcmp(t->kind, "as") == 0)
		w->marks = trail_mark(TRAIL_ASPECT, value_at(t, 3));
	else if (strcmp(t->kind, "sg") == 0)
		w->marks = trail_mark(TRAIL_STAGE, value_at(t, 3));
	else if (strcmp(t->kind, "ed") == 0)
		w->marks = trail_mark(TRAIL_CHANGED, nothing);
	else if (strcmp(t->kind, "w") == 0)
		trail_words(w->words, value_at(t, 3));
	else if (strcmp(t->kind, "vs") == 0)
		w->marks = trail_mark(TRAIL_COMPARES, nothing);
	else if (strcmp(t->kind, "top") == 0)
		w->cells = open_cells();
	else if (strcmp(t->kind, "nps") == 0 || strcmp(t->kind, "csat") == 0) {
		w->cube.equal[EXPLAIN_EQUAL - 1].field = 3;
		w->cube.equal[EXPLAIN_EQUAL - 1].value = text_of("survey");
	}
}

static void
set_brand(struct explain_wide *w, const struct explain_term *t)
{
	/* The brands of a preference need not be the review's; the list's
	 * stands behind its name. */
	bool any = t->any_brand || strcmp(t->kind, "vs") == 0 ||
	    (strcmp(t->kind, "top") == 0 && t->equal[0].field == 0);

	w->cube.any_brand = any;
	w->cube.brand = strcmp(t->kind, "top") == 0 ? t->equal[0].value :
	    t->brand;
	w->cube.other = t->other;
}

size_t
explain_wide_term(struct explain_wide w[EXPLAIN_WIDE_MOST],
	const struct explain_term *t)
{
	bool cube = strcmp(t->kind, "c") == 0;
	struct buffer room;
	size_t k = 0, n = 0;

	*w = (struct explain_wide){.cells = UINT64_MAX, .times = t->times,
	    .among = t->among, .exact = cube && t->among == NULL &&
	    t->not_among == NULL};
	w->cube = (struct explain_term){.kind = "c", .times = 1,
	    .places = cube ? t->places : PLACES_ALL, .sources = t->sources,
	    .replying = t->replying};
	while (k < sizeof(kinds) / sizeof(*kinds) - 1 &&
	    strcmp(kinds[k].kind, t->kind) != 0)
		k++;
	set_brand(w, t);
	move_equal(&w->cube, &n, t, kinds[k].source, 2);
	move_equal(&w->cube, &n, t, kinds[k].language, 4);
	move_equal(&w->cube, &n, t, kinds[k].month, 5);
	if (cube)
		move_equal(&w->cube, &n, t, 3, 3);
	move_between(&w->cube, t);
	buffer_init(&room, TALLY_KEY_MAX);
	if (kinds[k].has_cell)
		w->cells = cells_of(t->test, &room);
	buffer_release(&room);
	narrow_by_kind(w, t);
	if (t->after > 0 && strlen(t->from) >= 16)
		w->after = trail_run(text_of(t->from));
	if (strcmp(t->kind, "w") != 0)
		return 1;
	/* A word is of its review's language, or the review is in several. */
	w[1] = w[0];
	w[1].marks |= trail_mark(TRAIL_MIXED, nothing);
	move_equal(&w[0].cube, &n, t, 2, 4);
	return 2;
}

/* ---- selections ---- */

static void
ask(struct explain_wide *w, size_t field, struct text value)
{
	size_t i = 0;

	while (i < EXPLAIN_EQUAL && w->cube.equal[i].field != 0)
		i++;
	if (i == EXPLAIN_EQUAL)		/* one less is asked */
		return;
	w->cube.equal[i].field = field;
	w->cube.equal[i].value = value;
}

static const struct { enum selection_what what; enum explain_test test; }
    tests[] = {
	{SELECT_POSITIVE, TEST_POSITIVE}, {SELECT_NEUTRAL, TEST_NEUTRAL},
	{SELECT_NEGATIVE, TEST_NEGATIVE}, {SELECT_SCORED, TEST_SCORED},
	{SELECT_UNSCORED, TEST_UNSCORED}, {SELECT_TEXTLESS, TEST_TEXTLESS},
	{SELECT_REPLIED, TEST_REPLIED}, {SELECT_COMPLAINTS, TEST_COMPLAINT},
	{SELECT_AGAINST, TEST_AGAINST},
};

static uint64_t
cells_asked(const struct selection_condition *k, struct buffer *room)
{
	bool star = k->what == SELECT_STARS && !text_is_absent(k->value);
	size_t i;

	if (k->what == SELECT_UNANSWERED)
		return open_cells();
	if (k->what == SELECT_STARS)
		return cells_of(star ? (enum explain_test)(TEST_STAR_1 +
		    k->value.bytes[0] - '1') : TEST_RATED, room);
	for (i = 0; i < sizeof(tests) / sizeof(*tests); i++)
		if (tests[i].what == k->what)
			return cells_of(tests[i].test, room);
	return UINT64_MAX;
}

/* As far as both are written, and months are told apart. */
static void
ask_dates(struct explain_wide *w, const struct selection_condition *k)
{
	size_t length = k->value.length < k->label.length ? k->value.length :
	    k->label.length;
	int shown = length < MONTH ? (int)length : MONTH;

	w->cube.between = 5;
	snprintf(w->cube.from, sizeof(w->cube.from), "%.*s", shown,
	    k->value.bytes);
	snprintf(w->cube.to, sizeof(w->cube.to), "%.*s", shown,
	    k->label.bytes);
}

static void
narrow(struct explain_wide *w, const struct selection_condition *k)
{
	switch (k->what) {
	case SELECT_SOURCE: ask(w, 2, k->value); break;
	case SELECT_KIND: ask(w, 3, k->value); break;
	case SELECT_LANGUAGE: ask(w, 4, k->value); break;
	case SELECT_MONTH: ask(w, 5, k->value); break;
	case SELECT_RECOMMEND: case SELECT_SATISFIED:
		ask(w, 3, text_of("survey"));
		break;
	case SELECT_DATES: ask_dates(w, k); break;
	case SELECT_ITEM: w->item = item_of(k->value); break;
	case SELECT_ASPECT:
		w->marks |= trail_mark(TRAIL_ASPECT, k->value);
		break;
	case SELECT_STAGE:
		w->marks |= trail_mark(TRAIL_STAGE, k->value);
		break;
	case SELECT_WORD: trail_words(w->words, k->label); break;
	case SELECT_EDITED:
		w->marks |= trail_mark(TRAIL_CHANGED, nothing);
		break;
	case SELECT_PREFERS:
		w->marks |= trail_mark(TRAIL_COMPARES, nothing);
		w->cube.any_brand = true;
		break;
	case SELECT_SINCE: w->after = trail_run(k->value); break;
	default: break;
	}
}

void
explain_wide_selection(struct explain_wide *w, const struct selection *s)
{
	struct buffer room;
	size_t i;

	*w = (struct explain_wide){.cells = UINT64_MAX, .times = 1};
	w->cube = (struct explain_term){.kind = "c", .times = 1,
	    .brand = s->brand, .any_brand = text_is_absent(s->brand)};
	buffer_init(&room, TALLY_KEY_MAX);
	for (i = 0; i < s->count; i++) {
		narrow(w, &s->condition[i]);
		w->cells &= cells_asked(&s->condition[i], &room);
	}
	buffer_release(&room);
}

/* ---- parts ---- */

bool
explain_wide_part(const struct explain_wide *w,
	const struct text field[DATABASE_PART_FIELDS], struct buffer *room)
{
	struct tally_key key;
	struct text f[TALLY_FIELDS_MAX];
	size_t i, fields;

	tally_key_begin(&key, "c");
	for (i = 0; i < DATABASE_PART_FIELDS; i++)
		tally_key_add(&key, field[i]);
	for (i = DATABASE_PART_FIELDS; i < CUBE_FIELDS - 1; i++)
		tally_key_add(&key, nothing);
	if (key.too_long)		/* nor would it have counted */
		return false;
	fields = tally_split((struct text){key.bytes, key.length}, f);
	return explain_term_counts(&w->cube, f, fields, room);
}
