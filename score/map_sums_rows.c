/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters as rows of tallies (map_sums.h). */
#include "map_sums.h"

const char *const map_sum_class[MAP_SUM_CLASSES] = {
	"pos", "neu", "neg", "uns", "none",
};

struct writing {
	struct tally *tally;
	struct tally_key *key;
	const struct text *field;
	size_t fields;
	struct complaint *c;
};

static void
begin(struct writing *w, const char *cell)
{
	size_t i;

	tally_key_begin(w->key, cell);
	for (i = 0; i < w->fields; i++)
		tally_key_add(w->key, w->field[i]);
}

static int
put(struct writing *w, int64_t value)
{
	return tally_put(w->tally, w->key, value, w->c);
}

static void
add_stars(struct writing *w, int stars)
{
	if (stars > 0)
		tally_key_add_integer(w->key, stars);
	else
		tally_key_add(w->key, (struct text){NULL, 0});
}

/* cell|fields|stars|class|reply, and whether any is rated, any scored */
static int
put_cells(struct writing *w, const char *cell, const int64_t *counter,
	bool *rated, bool *scored)
{
	int i;

	*rated = *scored = false;
	for (i = 0; i < MAP_SUM_CELLS; i++) {
		int stars = i / 2 / MAP_SUM_CLASSES;
		int class = i / 2 % MAP_SUM_CLASSES;

		if (counter[i] == 0)
			continue;
		*rated |= stars > 0;
		*scored |= class < 3;
		begin(w, cell);
		add_stars(w, stars);
		tally_key_add(w->key, text_of(map_sum_class[class]));
		tally_key_add(w->key, i % 2 == 1 ? text_of("r") :
		    (struct text){NULL, 0});
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

/* Two sums under cells of the names. */
static int
put_pair(struct writing *w, const char *sum, const char *squares,
	const int64_t value[2])
{
	begin(w, sum);
	if (put(w, value[0]) < 0)
		return -1;
	begin(w, squares);
	return put(w, value[1]);
}

static int
put_cube(struct writing *w, const int64_t *counter)
{
	bool rated, scored;

	if (put_cells(w, "c", counter, &rated, &scored) < 0 || (rated &&
	    put_pair(w, "sx", "sx2", counter + MAP_SUM_STAR) < 0))
		return -1;
	return scored ? put_pair(w, "fx", "fx2", counter + MAP_SUM_SCORE) :
	    0;
}

static int
put_item(struct writing *w, const int64_t *counter)
{
	bool rated, scored;

	if (put_cells(w, "i", counter, &rated, &scored) < 0)
		return -1;
	return rated ? put_pair(w, "ix", "ix2", counter + MAP_SUM_STAR) : 0;
}

static int
put_aspect(struct writing *w, const char *cell, const int64_t *counter)
{
	static const char *const label[MAP_SUM_LABELS] = {"pos", "neu",
	    "neg", "none"};
	int i;

	for (i = 0; i < MAP_SUM_LABELS; i++) {
		if (counter[i] == 0)
			continue;
		begin(w, cell);
		tally_key_add(w->key, text_of(label[i]));
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

/* rt|brand|source|d|minutes|e or c */
static int
put_answer(struct writing *w, const int64_t *counter)
{
	int i;

	for (i = 0; i < MAP_SUM_DAYS * 2; i++) {
		if (counter[i] == 0)
			continue;
		begin(w, "rt");
		tally_key_add(w->key, text_of("d"));
		tally_key_add_integer(w->key, (int64_t)(i / 2) * 24 * 60);
		tally_key_add(w->key, text_of(i % 2 == 1 ? "e" : "c"));
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

/* d|brand|source|day|stars|class, seen|brand|source|row|run|stars|class */
static int
put_classes(struct writing *w, const char *cell, const int64_t *counter)
{
	int i;

	for (i = 0; i < MAP_SUM_STARS * MAP_SUM_CLASSES; i++) {
		if (counter[i] == 0)
			continue;
		begin(w, cell);
		add_stars(w, i / MAP_SUM_CLASSES);
		tally_key_add(w->key, text_of(map_sum_class[i %
		    MAP_SUM_CLASSES]));
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

int
map_sums_rows(enum map_sum kind, const struct text *field, size_t fields,
	const int64_t *counter, struct tally *t, struct tally_key *key,
	struct complaint *c)
{
	struct writing here = {t, key, field, fields, c}, *w = &here;

	switch (kind) {
	case MAP_SUM_CUBE:
		return put_cube(w, counter);
	case MAP_SUM_DAY:
		return put_classes(w, "d", counter);
	case MAP_SUM_ITEM:
		return put_item(w, counter);
	case MAP_SUM_ASPECT:
		return put_aspect(w, "as", counter);
	case MAP_SUM_STAGE:
		return put_aspect(w, "sg", counter);
	case MAP_SUM_ANSWER:
		return put_answer(w, counter);
	case MAP_SUM_FETCHED:
		begin(w, "t");
		return put(w, counter[0]);
	case MAP_SUM_SEEN:
		return put_classes(w, "seen", counter);
	case MAP_SUM_PLACE:
	case MAP_SUMS:
		break;
	}
	return 0;
}
