/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From tallies to a summary: every row is put where it belongs, then
 * summary_figures.c computes what follows from the sums.
 */
#include "summary.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "summary_aspects.h"
#include "summary_figures.h"
#include "tally.h"

enum {
	ARENA_MAX = 1 << 30,
	FIELD_MAX = TALLY_KEY_MAX,
};

/* What is known while rows are read. */
struct making {
	struct summary *s;
	struct buffer room;
	const char *day;		/* newest day of a fetch so far */
	struct complaint *c;
	bool schema_seen, lexicon_seen, names_seen;
};

const char *
summary_verdict_words(enum summary_verdict verdict)
{
	static const char *const words[] = {
		[SUMMARY_TOO_FEW] = "too few reviews",
		[SUMMARY_NO_CLEAR_DIFFERENCE] = "no clear difference",
		[SUMMARY_OWN_AHEAD] = "own brand ahead",
		[SUMMARY_COMPETITOR_AHEAD] = "competitor ahead",
	};

	return words[verdict];
}

/* A field as a string of the summary's own; NULL where absent. */
static const char *
kept(struct making *m, struct text field)
{
	struct text plain = tally_field(field, &m->room);

	return text_is_absent(plain) ? NULL :
	    arena_copy(&m->s->arena, plain.bytes, plain.length);
}

/* An array in the arena doubles whenever its count is a power of two. */
static void *
grown(struct arena *a, void *array, size_t count, size_t size)
{
	void *larger;

	if ((count & (count - 1)) != 0 && count != 0)
		return array;
	larger = arena_take(a, (count == 0 ? 1 : 2 * count) * size);
	if (larger != NULL && count > 0)
		memcpy(larger, array, count * size);
	return larger;
}

static struct summary_brand *
add_brand(struct summary *s, const char *name, bool own)
{
	struct summary_brand *brand = grown(&s->arena, s->brand,
	    s->brand_count, sizeof(*brand));

	if (brand == NULL || name == NULL)
		return NULL;
	s->brand = brand;
	brand = &brand[s->brand_count++];
	*brand = (struct summary_brand){.name = name, .own = own};
	brand->total.label = "";
	brand->total.stated = -1;
	return brand;
}

static struct summary_brand *
find_brand(struct making *m, struct text field)
{
	struct text name = tally_field(field, &m->room);
	struct summary *s = m->s;
	size_t i;

	if (text_is_absent(name))
		name = text_of("");	/* pages read outside a plan */
	for (i = 0; i < s->brand_count; i++)
		if (text_is(name, s->brand[i].name))
			return &s->brand[i];
	return add_brand(s, arena_copy(&s->arena, name.bytes, name.length),
	    false);
}

static struct summary_part *
find_part(struct making *m, struct summary_part **part, size_t *count,
	struct text field)
{
	struct text label = tally_field(field, &m->room);
	struct summary_part *p;
	size_t i;

	if (text_is_absent(label))
		label = text_of("unknown");
	for (i = *count; i > 0; i--)
		if (text_is(label, (*part)[i - 1].label))
			return &(*part)[i - 1];
	p = grown(&m->s->arena, *part, *count, sizeof(*p));
	if (p == NULL)
		return NULL;
	*part = p;
	p = &p[(*count)++];
	*p = (struct summary_part){.stated = -1, .label =
	    arena_copy(&m->s->arena, label.bytes, label.length)};
	return p->label == NULL ? NULL : p;
}

/* The parts that a row of (brand, source, language, month) counts in. */
struct places {
	struct summary_part *part[4];
};

static bool
find_places(struct making *m, struct text brand, struct text source,
	struct text language, struct text month, struct places *to)
{
	struct summary_brand *b = find_brand(m, brand);

	if (b == NULL)
		return false;
	to->part[0] = &b->total;
	to->part[1] = find_part(m, &b->source, &b->source_count, source);
	to->part[2] = find_part(m, &b->language, &b->language_count,
	    language);
	to->part[3] = find_part(m, &b->month, &b->month_count, month);
	return to->part[1] != NULL && to->part[2] != NULL &&
	    to->part[3] != NULL;
}

/* c|brand|source|kind|language|day|stars|class|reply */
static int
count_row(struct making *m, const struct text *f, int64_t n)
{
	struct text month = f[5];
	struct places at;
	size_t i;

	if (month.length > 7)
		month.length = 7;
	if (!find_places(m, f[1], f[2], f[4], month, &at))
		return -1;
	if (at.part[1]->kind == NULL)
		at.part[1]->kind = kept(m, f[3]);
	for (i = 0; i < 4; i++) {
		struct summary_part *p = at.part[i];

		p->reviews += n;
		if (f[6].length == 1 && f[6].bytes[0] >= '1' &&
		    f[6].bytes[0] <= '5') {
			p->rated += n;
			p->star[f[6].bytes[0] - '1'] += n;
		}
		p->positive += text_is(f[7], "pos") ? n : 0;
		p->neutral += text_is(f[7], "neu") ? n : 0;
		p->negative += text_is(f[7], "neg") ? n : 0;
		p->unscored += text_is(f[7], "uns") ? n : 0;
		p->textless += text_is(f[7], "none") ? n : 0;
		p->replied += text_is(f[8], "r") ? n : 0;
	}
	return 0;
}

/* sx sx2 fx fx2|brand|source|kind|language|month */
static int
sum_row(struct making *m, const struct text *f, int64_t sum)
{
	bool stars = f[0].bytes[0] == 's', squares = f[0].length == 3;
	struct places at;
	size_t i;

	if (!find_places(m, f[1], f[2], f[4], f[5], &at))
		return -1;
	for (i = 0; i < 4; i++) {
		struct summary_part *p = at.part[i];

		if (stars)
			*(squares ? &p->star_squares : &p->star_sum) += sum;
		else
			*(squares ? &p->score_squares : &p->score_sum) += sum;
	}
	return 0;
}

/* nps|brand|source|language|month|value */
static int
survey_row(struct making *m, const struct text *f, int64_t n)
{
	struct places at;
	int value = 0;
	size_t i;

	if (!find_places(m, f[1], f[2], f[3], f[4], &at))
		return -1;
	for (i = 0; i < f[5].length; i++)
		value = value * 10 + (f[5].bytes[i] - '0');
	for (i = 0; i < 4; i++) {
		struct summary_part *p = at.part[i];

		*(value >= 9 ? &p->promoters : value >= 7 ? &p->passives :
		    &p->detractors) += n;
	}
	return 0;
}

static struct summary_source *
find_source(struct making *m, struct text brand, struct text source)
{
	struct summary_brand *b = find_brand(m, brand);
	const char *name = kept(m, source);
	struct summary *s = m->s;
	struct summary_source *p;
	size_t i;

	if (b == NULL)
		return NULL;
	if (name == NULL)
		name = "unknown";
	for (i = 0; i < s->source_count; i++)
		if (strcmp(s->source[i].brand, b->name) == 0 &&
		    strcmp(s->source[i].source, name) == 0)
			return &s->source[i];
	p = grown(&s->arena, s->source, s->source_count, sizeof(*p));
	if (p == NULL)
		return NULL;
	s->source = p;
	p = &p[s->source_count++];
	*p = (struct summary_source){.brand = b->name, .source = name,
	    .stated = -1};
	return p;
}

/* The worst of several rows' states is that of the source. */
static int
badness(const char *status)
{
	static const char *const order[] = {"complete", "short", "deferred",
	    "blocked", "failed"};
	int i;

	for (i = 0; status != NULL && i < 5; i++)
		if (strcmp(status, order[i]) == 0)
			return i;
	return -1;
}

/* run|brand|source|kind|row|status|stop and st|brand|source|row */
static int
source_row(struct making *m, const struct text *f, int64_t value)
{
	struct summary_source *s = find_source(m, f[1], f[2]);
	const char *status;

	if (s == NULL)
		return -1;
	if (text_is(f[0], "st")) {
		s->stated = (s->stated < 0 ? 0 : s->stated) + value;
		return 0;
	}
	status = kept(m, f[5]);
	if (badness(status) >= badness(s->status)) {
		s->status = status;
		s->stop = kept(m, f[6]);
	}
	if (s->kind == NULL)
		s->kind = kept(m, f[3]);
	return 0;
}

/* Keeps the strongest of each label; equal strength goes by id, so that no
 * order of rows matters. */
static int
quote_row(struct making *m, const struct text *f)
{
	struct summary_brand *b = find_brand(m, f[1]);
	struct summary_quote q = {.label = text_is(f[2], "pos") ? "pos" :
	    "neg", .id = kept(m, f[4]), .offset = -1}, swap;
	size_t i, of_label = 0;

	if (b == NULL || q.id == NULL)
		return -1;
	for (i = 0; i < f[3].length; i++)
		q.strength = q.strength * 10 + (f[3].bytes[i] - '0');
	for (i = 0; i < b->quote_count; i++) {
		struct summary_quote *held = &b->quote[i];

		if (strcmp(held->label, q.label) != 0)
			continue;
		if (q.strength > held->strength || (q.strength ==
		    held->strength && strcmp(q.id, held->id) < 0)) {
			swap = *held;
			*held = q;
			q = swap;
		}
		of_label++;
	}
	if (of_label < SUMMARY_QUOTES / 2)
		b->quote[b->quote_count++] = q;
	return 0;
}

static int
meta_row(struct making *m, const struct text *f, size_t fields, int64_t n)
{
	struct summary *s = m->s;

	if (text_is(f[1], "in")) {
		s->records += n;
	} else if (text_is(f[1], "bad")) {
		s->bad += n;
	} else if (text_is(f[1], "lex") && fields == 3) {
		if (m->lexicon_seen)
			return complain(m->c, 0, "two lexicons made these "
			    "tallies (%s and %.*s): score again with one",
			    s->lexicon, (int)f[2].length, f[2].bytes);
		m->lexicon_seen = true;
		s->lexicon = kept(m, f[2]);
	} else if (text_is(f[1], "names") && fields == 3) {
		if (m->names_seen)
			return complain(m->c, 0, "these tallies were made "
			    "with two plans: score again with one");
		m->names_seen = true;
	} else if (text_is(f[1], "schema") && fields == 3) {
		if (!text_is(f[2], "1") || m->schema_seen)
			return complain(m->c, 0, "tallies of schema %.*s: "
			    "this score reads schema %d only",
			    (int)f[2].length, f[2].bytes, TALLY_SCHEMA);
		m->schema_seen = true;
	}
	return 0;
}

static bool
all_digits(struct text t)
{
	size_t i;

	for (i = 0; i < t.length; i++)
		if (t.bytes[i] < '0' || t.bytes[i] > '9')
			return false;
	return t.length > 0 && t.length < 9;
}

static int
one_row(void *context, struct text key, int64_t value)
{
	struct making *m = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	char shown[COMPLAINT_VALUE_MAX + 8];
	int result = -2;

	if (text_is(f[0], "c") && fields == 9)
		result = count_row(m, f, value);
	else if ((text_is(f[0], "sx") || text_is(f[0], "sx2") ||
	    text_is(f[0], "fx") || text_is(f[0], "fx2")) && fields == 6)
		result = sum_row(m, f, value);
	else if (text_is(f[0], "nps") && fields == 6 && all_digits(f[5]))
		result = survey_row(m, f, value);
	else if ((text_is(f[0], "st") && fields == 4) ||
	    (text_is(f[0], "run") && fields == 7))
		result = source_row(m, f, value);
	else if (text_is(f[0], "q") && fields == 5 && all_digits(f[3]))
		result = quote_row(m, f);
	else if (text_is(f[0], "t") && fields == 2)
		/* Rows come sorted: the last day is the newest. */
		result = (m->day = kept(m, f[1])) == NULL ? -1 : 0;
	else if (summary_aspects_row(f, fields))
		return 0;	/* read when the brands are known */
	else if (text_is(f[0], "_m") && fields >= 2)
		return meta_row(m, f, fields, value);
	if (result == -2)
		return complain(m->c, 0, "no known tally: %s",
		    complaint_value(shown, key.bytes, key.length));
	if (result < 0)
		return complain(m->c, ENOMEM, "summary");
	return 0;
}

int
summary_make(struct summary *s, struct tally *tally, const struct plan *plan,
	const char *as_of, struct complaint *c)
{
	struct making m = {.s = s, .c = c};
	size_t i;
	int result = 0;

	*s = (struct summary){0};
	c->text[0] = '\0';
	arena_init(&s->arena, ARENA_MAX);
	buffer_init(&m.room, FIELD_MAX);
	for (i = 0; plan != NULL && i < plan->brand_count; i++)
		if (add_brand(s, arena_string(&s->arena, plan->brand[i].name),
		    plan->brand[i].own) == NULL)
			result = complain(c, ENOMEM, "summary");
	if (result == 0)
		result = tally_each(tally, one_row, &m);
	if (result == 0)
		result = summary_aspects(s, tally, c);
	if (result < 0 && c->text[0] == '\0')
		complain(c, ENOMEM, "summary");
	if (result == 0 && tally_count(tally) > 0 && !m.schema_seen)
		result = complain(c, 0, "tallies without `_m|schema`: "
		    "no score map wrote them, or rows were lost");
	s->as_of = as_of != NULL ? arena_string(&s->arena, as_of) : m.day;
	buffer_release(&m.room);
	if (result == 0)
		result = summary_figures(s, c);
	if (result < 0)
		summary_release(s);
	return result < 0 ? -1 : 0;
}

void
summary_release(struct summary *s)
{
	arena_release(&s->arena);
}
