/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_terms.h"

#include <string.h>

#include "buffer.h"

/* Where the kinds of rows have their fields; 0: not at all. */
static const struct places {
	const char *kind;
	size_t fields, source, stars, class, reply, label;
} places[] = {
	{"c", 9, 2, 6, 7, 8, 0}, {"i", 6, 0, 3, 4, 5, 0},
	{"d", 6, 2, 4, 5, 0, 0}, {"seen", 7, 2, 5, 6, 0, 0},
	{"again", 7, 2, 5, 6, 0, 0}, {"nps", 6, 2, 0, 0, 0, 5},
	{"csat", 6, 2, 0, 0, 0, 5}, {"as", 5, 2, 0, 0, 0, 4},
	{"sg", 5, 2, 0, 0, 0, 4}, {"ed", 6, 2, 0, 0, 3, 0},
	{"rt", 6, 2, 0, 0, 0, 0}, {"vs", 4, 0, 0, 0, 0, 0},
	{"w", 5, 0, 0, 0, 0, 0}, {"top", 6, 0, 0, 0, 0, 0},
};

struct explain_term *
explain_terms_add(struct explain_terms *t, const char *kind,
	enum explain_test test)
{
	struct explain_term *k = &t->term[t->count < EXPLAIN_TERMS ?
	    t->count++ : EXPLAIN_TERMS - 1];

	*k = (struct explain_term){.kind = kind, .times = 1, .test = test};
	return k;
}

/* ---- what a row says ---- */

static int
star_of(struct text f)
{
	return f.length == 1 && f.bytes[0] >= '1' && f.bytes[0] <= '5' ?
	    f.bytes[0] - '0' : 0;
}

static bool
is_scored(struct text class)
{
	return text_is(class, "pos") || text_is(class, "neu") ||
	    text_is(class, "neg");
}

static bool
is_said(enum explain_test test, int star, struct text class,
	struct text reply)
{
	switch (test) {
	case TEST_RATED: return star > 0;
	case TEST_STAR_1: case TEST_STAR_2: case TEST_STAR_3:
	case TEST_STAR_4: case TEST_STAR_5:
		return star == (int)test - TEST_STAR_1 + 1;
	case TEST_SCORED: return is_scored(class);
	case TEST_POSITIVE: return text_is(class, "pos");
	case TEST_NEUTRAL: return text_is(class, "neu");
	case TEST_NEGATIVE: return text_is(class, "neg");
	case TEST_SIDED: return is_scored(class) && !text_is(class, "neu");
	case TEST_UNSCORED: return text_is(class, "uns");
	case TEST_TEXTLESS: return text_is(class, "none");
	case TEST_REPLIED: return text_is(reply, "r");
	case TEST_COMPLAINT:
		return (star > 0 && star <= 2) ||
		    (text_is(class, "neg") && star < 4);
	case TEST_RATED_AND_SCORED: return star > 0 && is_scored(class);
	case TEST_AGAINST:
		return (star >= 4 && text_is(class, "neg")) ||
		    (star > 0 && star <= 2 && text_is(class, "pos"));
	default: return false;
	}
}

static bool
is_label(enum explain_test test, struct text label)
{
	int value = -1;
	size_t i;

	for (i = 0; i < label.length; i++)
		value = (value < 0 ? 0 : value) * 10 + label.bytes[i] - '0';
	switch (test) {
	case TEST_SAID: return is_scored(label);
	case TEST_LABEL_POSITIVE: return text_is(label, "pos");
	case TEST_LABEL_NEUTRAL: return text_is(label, "neu");
	case TEST_LABEL_NEGATIVE: return text_is(label, "neg");
	case TEST_PROMOTER: return value >= 9;
	case TEST_PASSIVE: return value == 7 || value == 8;
	case TEST_DETRACTOR: return value >= 0 && value <= 6;
	case TEST_SATISFIED: return value >= 4;
	default: return false;
	}
}

/* ed|brand|source|reply|before|now */
static bool
is_changed(enum explain_test test, const struct text *f)
{
	int from = star_of(f[4]), to = star_of(f[5]);

	if (from == 0 || to == 0)
		return false;
	switch (test) {
	case TEST_UP: return to > from;
	case TEST_DOWN: return to < from;
	case TEST_CHANGED_REPLIED: return text_is(f[3], "r");
	case TEST_CHANGED_UNREPLIED: return !text_is(f[3], "r");
	default: return true;
	}
}

static bool
passes(const struct explain_term *t, const struct places *p,
	const struct text *f)
{
	const struct text none = {NULL, 0};

	if (t->test == TEST_ANY)
		return true;
	if (t->test >= TEST_UP)
		return is_changed(t->test, f);
	if (t->test >= TEST_SAID)
		return is_label(t->test, f[p->label]);
	return is_said(t->test, star_of(f[p->stars]), f[p->class],
	    p->reply > 0 ? f[p->reply] : none);
}

/* ---- conditions ---- */

static bool
is(struct text field, struct text value, struct buffer *room)
{
	struct text plain = tally_field(field, room);

	if (text_is_absent(plain))
		return value.length == 0;
	return text_equals(plain, value);
}

static bool
lies_between(const struct explain_term *t, const struct text *f)
{
	size_t from = strlen(t->from), to = strlen(t->to);
	struct text v = f[t->between];

	/* No day is known: no row counts. */
	return from > 0 && v.length >= from && v.length >= to &&
	    memcmp(v.bytes, t->from, from) >= 0 &&
	    memcmp(v.bytes, t->to, to) <= 0;
}

/* By as many digits as `from` has. */
static bool
is_after(struct text run, const char *from)
{
	size_t length = strlen(from);

	if (run.length < length)
		length = run.length;
	return memcmp(run.bytes, from, length) > 0;
}

/* Whether a source of this name shows replies, by the summary. */
static bool
shows_replies(const struct json *summary, struct text source)
{
	const struct json *b, *s;
	bool any = false;

	for (b = json_first(json_member(summary, "brands")); b != NULL;
	    b = json_next(b))
		for (s = json_first(json_member(b, "sources")); s != NULL;
		    s = json_next(s)) {
			if (!json_is_true(json_member(s, "repliesSeen")))
				continue;
			any = true;
			if (text_equals(json_text(json_member(s, "source")),
			    source))
				return true;
		}
	return !any;		/* then all that there are */
}

static bool
is_there(const struct explain_term *t, struct text source,
	struct buffer *room)
{
	struct text name = tally_field(source, room);
	const struct json *s;

	if (text_is_absent(name))
		name = text_of("unknown");
	if (t->replying != NULL && !shows_replies(t->replying, name))
		return false;
	if (t->sources == NULL)
		return true;
	for (s = json_first(t->sources); s != NULL; s = json_next(s))
		if (text_equals(json_text(s), name))
			return true;
	return false;
}

static bool
is_of_kind(const struct explain_term *t, struct text kind)
{
	if (t->places == PLACES_ALL)
		return true;
	return !text_is(kind, "survey") && (t->places ==
	    PLACES_ASKED_NOBODY || !text_is(kind, "own-site"));
}

bool
explain_term_counts(const struct explain_term *t, const struct text *f,
	size_t fields, struct buffer *room)
{
	const struct places *p = places;
	size_t i;

	while (p < places + sizeof(places) / sizeof(*places) &&
	    strcmp(p->kind, t->kind) != 0)
		p++;
	if (!text_is(f[0], t->kind) || fields < p->fields ||
	    !passes(t, p, f))
		return false;
	if (!t->any_brand && !is(f[1], t->brand, room) &&
	    (text_is_absent(t->other) || !is(f[1], t->other, room)))
		return false;
	for (i = 0; i < EXPLAIN_EQUAL; i++) {
		size_t at = t->equal[i].field;

		if (at == 0)
			continue;
		/* A slice that has no name is called so. */
		if (!is(f[at], t->equal[i].value, room) &&
		    !(text_is(f[at], "-") && text_is(t->equal[i].value,
		    "unknown")))
			return false;
	}
	if (t->between > 0 && !lies_between(t, f))
		return false;
	if ((t->after > 0 && !is_after(f[t->after], t->from)) ||
	    (t->not_after > 0 && is_after(f[t->not_after], t->from)))
		return false;
	if (t->rows != NULL && !explain_ids_has(t->rows, tally_field(f[3],
	    room)))
		return false;
	if (p->source > 0 && !is_there(t, f[p->source], room))
		return false;
	return strcmp(t->kind, "c") != 0 || is_of_kind(t, f[3]);
}

struct counting {
	const struct explain_terms *terms;
	struct text id;
	struct buffer room;
	int64_t count;
};

static int
one_row(void *context, struct text key, int64_t n)
{
	struct counting *k = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f), i;

	for (i = 0; i < k->terms->count; i++) {
		const struct explain_term *t = &k->terms->term[i];

		if ((t->among == NULL || explain_ids_has(t->among, k->id)) &&
		    (t->not_among == NULL || !explain_ids_has(t->not_among,
		    k->id)) && explain_term_counts(t, f, fields,
		    &k->room))
			k->count += t->times * n;
	}
	return 0;
}

int
explain_terms_count(const struct explain_terms *t, struct tally *rows,
	struct text id, int64_t *count)
{
	struct counting k = {.terms = t, .id = id};
	int result;

	buffer_init(&k.room, TALLY_KEY_MAX);
	result = tally_each(rows, one_row, &k);
	buffer_release(&k.room);
	*count = k.count;
	return result;
}
