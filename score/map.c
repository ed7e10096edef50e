/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map.h"

#include <errno.h>
#include <string.h>

#include "brands.h"
#include "calendar.h"
#include "checksum.h"
#include "map_cells.h"

enum { ARENA_MAX = 256 << 20 };

static const struct text nothing = {NULL, 0};

void
map_open(struct map *m, struct scorer *scorer, struct tally *tally)
{
	*m = (struct map){.scorer = scorer, .tally = tally};
	m->words = map_words_create();
	m->sums = map_sums_create();
	arena_init(&m->arena, ARENA_MAX);
	buffer_init(&m->room, STREAM_TEXT_MAX);
}

void
map_close(struct map *m)
{
	map_words_free(m->words);
	map_sums_free(m->sums);
	arena_release(&m->arena);
	buffer_release(&m->room);
}

static int
put_meta(struct map *m, const char *what, struct text value, int64_t n,
	struct complaint *c)
{
	if (n == 0)
		return 0;
	tally_key_begin(&m->key, "_m");
	tally_key_add(&m->key, text_of(what));
	if (!text_is_absent(value))
		tally_key_add(&m->key, value);
	return tally_put(m->tally, &m->key, n, c);
}

/* No line goes uncounted: merge refuses what two lexicons or schemas made
 * and sees what was lost. */
static int
put_lines(struct map *m, struct complaint *c)
{
	const struct engine *engine = scorer_engine(m->scorer);
	const struct brands *brands = engine_brands(engine);

	if (put_meta(m, "in", nothing, m->in, c) < 0 ||
	    put_meta(m, "out", nothing, m->out, c) < 0 ||
	    put_meta(m, "bad", nothing, m->bad, c) < 0 ||
	    put_meta(m, "chk", nothing, m->checksum, c) < 0 ||
	    put_meta(m, "lex", text_of(engine_identity(engine)), m->in,
	    c) < 0 || put_meta(m, "schema", text_of("1"), m->in, c) < 0 ||
	    (brands != NULL && put_meta(m, "names",
	    text_of(brands->identity), m->in, c) < 0) ||
	    (m->stream != NULL && put_meta(m, "stream",
	    text_of(stream_id(m->stream)), m->in, c) < 0))
		return -1;
	m->in = m->out = m->bad = m->checksum = 0;
	return 0;
}

int
map_flush(struct map *m, struct complaint *c)
{
	if (m->words == NULL || m->sums == NULL)
		return complain(c, ENOMEM, "tallies");
	if (put_lines(m, c) < 0 || map_sums_flush(m->sums, m->tally, c) < 0)
		return -1;
	return map_words_flush(m->words, m->tally, c);
}

/* The written date cut to the day; absent where it is none. */
static struct text
day_of(struct text written)
{
	struct calendar_date d;

	if (!calendar_read(written, &d))
		return nothing;
	if (written.length > 10)
		written.length = 10;
	return written;
}

static struct text
month_of(struct text day)
{
	if (day.length > 7)
		day.length = 7;
	return day;
}

static bool
is_survey(const struct review *r)
{
	return text_is(r->kind, "survey");
}

/* Which of map_sum_class. */
static int
class_of(const struct sentiment *s)
{
	switch (s->label) {
	case SENTIMENT_POS:
		return 0;
	case SENTIMENT_NEU:
		return 1;
	case SENTIMENT_NEG:
		return 2;
	case SENTIMENT_UNSCORED:
		break;
	}
	return s->reason == SENTIMENT_NO_TEXT ? 4 : 3;
}

/* The cube, and the sums of stars and scores. */
static int
put_cube(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct text field[] = {r->kind, text_of(m->sentiment.language),
	    f->month};
	int64_t *n = map_sums_at(m->sums, MAP_SUM_CUBE, field);
	int64_t score = m->sentiment.score;

	if (n == NULL)
		return complain(c, ENOMEM, "tallies") < 0 ? -2 : 0;
	n[map_cell(f)]++;
	if (f->rated) {
		n[MAP_SUM_STAR] += f->stars;
		n[MAP_SUM_STAR + 1] += (int64_t)f->stars * f->stars;
	}
	if (m->sentiment.label != SENTIMENT_UNSCORED) {
		n[MAP_SUM_SCORE] += score;
		n[MAP_SUM_SCORE + 1] += score * score;
	}
	return 0;
}

/* A whole answer 0..10 of a survey whose scale ends at 10. */
static int
put_survey(struct map *m, struct text month, struct complaint *c)
{
	const struct review *r = &m->line.review;

	if (!is_survey(r) || !text_is(r->best, "10") ||
	    text_is_absent(r->rating) || r->rating.length < 1 ||
	    r->rating.length > 2 || r->rating.bytes[0] < '0' ||
	    r->rating.bytes[0] > '9' ||
	    (r->rating.length == 2 && !text_is(r->rating, "10")))
		return 0;
	tally_key_begin(&m->key, "nps");
	tally_key_add(&m->key, r->brand);
	tally_key_add(&m->key, r->source);
	tally_key_add(&m->key, text_of(m->sentiment.language));
	tally_key_add(&m->key, month);
	tally_key_add(&m->key, r->rating);
	return tally_put(m->tally, &m->key, 1, c) < 0 ? -2 : 0;
}

/* Most are the very same string, or begin otherwise. */
static inline bool
same_name(const char *a, const char *b)
{
	return a == b || (a[0] == b[0] && strcmp(a, b) == 0);
}

/* What a review says of one aspect or stage, by all its mentions; which of the
 * two `of` tells: pos neu neg none; -1 where an earlier mention is of the
 * same. */
static int
said_of(const struct sentiment *s, size_t first,
	const char *(*of)(const struct sentiment_aspect *a))
{
	const char *name = of(&s->aspect[first]);
	bool said = false;
	int64_t sum = 0;

	for (size_t i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		if (!same_name(of(a), name))
			continue;
		if (i < first)
			return -1;
		said |= a->label != SENTIMENT_UNSCORED;
		sum += a->score;
	}
	return !said ? 3 : sum > 0 ? 0 : sum < 0 ? 2 : 1;
}

static const char *
aspect_of(const struct sentiment_aspect *a)
{
	return a->aspect;
}

static const char *
stage_of(const struct sentiment_aspect *a)
{
	return a->stage;
}

static int
put_aspects(struct map *m, enum map_sum kind,
	const char *(*of)(const struct sentiment_aspect *a),
	struct complaint *c)
{
	const struct sentiment *s = &m->sentiment;

	for (size_t i = 0; i < s->aspects; i++) {
		struct text name;
		int said = said_of(s, i, of);
		int64_t *n;

		if (said < 0)
			continue;
		name = text_of(of(&s->aspect[i]));
		n = map_sums_at(m->sums, kind, &name);
		if (n == NULL)
			return complain(c, ENOMEM, "tallies") < 0 ? -2 : 0;
		n[said]++;
	}
	return 0;
}

static bool
same_comparison(const struct sentiment_comparison *a,
	const struct sentiment_comparison *b)
{
	return a->preferred == b->preferred && a->over == b->over &&
	    text_equals(text_of(a->aspect), text_of(b->aspect));
}

/* vs|brand|other|aspect: each preference once per review. */
static int
put_comparisons(struct map *m, struct complaint *c)
{
	const struct sentiment *s = &m->sentiment;

	for (size_t i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];
		struct text brand = k->preferred == NULL ? s->subject :
		    text_of(k->preferred);
		struct text other = k->over == NULL ? s->subject :
		    text_of(k->over);
		size_t before = 0;

		while (before < i && !same_comparison(k,
		    &s->comparison[before]))
			before++;
		if (before < i || text_is_absent(brand) ||
		    text_is_absent(other))
			continue;
		tally_key_begin(&m->key, "vs");
		tally_key_add(&m->key, brand);
		tally_key_add(&m->key, other);
		tally_key_add(&m->key, text_of(k->aspect));
		if (tally_put(m->tally, &m->key, 1, c) < 0)
			return -2;
	}
	return 0;
}

static int
put_words(struct map *m, struct complaint *c)
{
	if (map_words_add(m->words, &m->line.review,
	    &m->sentiment) < 0)
		return complain(c, ENOMEM, "words") < 0 ? -2 : 0;
	return 0;
}

static int
put_review(struct map *m, struct complaint *c)
{
	struct review *r = &m->line.review;
	struct text day = day_of(r->published), fetched;
	int32_t stars = 0;
	bool rated = !is_survey(r) && review_stars(r, &stars);
	struct map_facts facts;
	int64_t *n;

	if (m->stream != NULL && !stream_may_take(m->stream, r, &m->room))
		return 0;
	if (text_is_absent(r->id))
		review_identify(r, m->id);
	sentiment_review(m->scorer, r, NULL, &m->sentiment);
	if (m->stream != NULL && !stream_takes(m->stream, &m->sentiment))
		return 0;
	facts = (struct map_facts){day, month_of(day), rated, stars,
	    class_of(&m->sentiment), is_survey(r),
	    !text_is_absent(r->reply)};
	if (map_sums_place(m->sums, r->brand, r->source) < 0)
		return complain(c, ENOMEM, "tallies") < 0 ? -2 : 0;
	if (put_cube(m, &facts, c) < 0 ||
	    put_survey(m, month_of(day), c) < 0 ||
	    map_cells(m, &facts, c) < 0 || put_words(m, c) < 0 ||
	    put_aspects(m, MAP_SUM_ASPECT, aspect_of, c) < 0 ||
	    put_aspects(m, MAP_SUM_STAGE, stage_of, c) < 0 ||
	    put_comparisons(m, c) < 0)
		return -2;
	fetched = day_of(r->capture.fetched);
	if (text_is_absent(fetched))
		return 0;
	n = map_sums_at(m->sums, MAP_SUM_FETCHED, &fetched);
	if (n == NULL)
		return complain(c, ENOMEM, "tallies") < 0 ? -2 : 0;
	n[0]++;
	return 0;
}

/* whole|brand|source|row|run: a run that saw as many as the source says it
 * has, so that what it did not see is not there any more. */
static int
put_whole(struct map *m, const struct review_run *run, struct complaint *c)
{
	struct text file = run->capture.file;
	size_t slash = file.length;

	while (slash > 0 && file.bytes[slash - 1] != '/')
		slash--;
	if (slash == 0 || !text_is(run->status, "complete") ||
	    run->unchanged > 0 || run->collected <= 0 || run->stated < 0 ||
	    run->collected < run->stated)
		return 0;
	tally_key_begin(&m->key, "whole");
	tally_key_add(&m->key, run->brand);
	tally_key_add(&m->key, run->source);
	tally_key_add(&m->key, (struct text){file.bytes, slash - 1});
	tally_key_add(&m->key, (struct text){file.bytes + slash,
	    file.length - slash});
	return tally_put(m->tally, &m->key, 1, c) < 0 ? -2 : 0;
}

static int
put_run(struct map *m, struct complaint *c)
{
	const struct review_run *run = &m->line.run;

	tally_key_begin(&m->key, "run");
	tally_key_add(&m->key, run->brand);
	tally_key_add(&m->key, run->source);
	tally_key_add(&m->key, run->kind);
	tally_key_add(&m->key, run->row);
	tally_key_add(&m->key, run->status);
	tally_key_add(&m->key, run->stop);
	if (tally_put(m->tally, &m->key, 1, c) < 0)
		return -2;
	if (put_whole(m, run, c) < 0)
		return -2;
	if (run->stated < 0)
		return 0;
	tally_key_begin(&m->key, "st");
	tally_key_add(&m->key, run->brand);
	tally_key_add(&m->key, run->source);
	tally_key_add(&m->key, run->row);
	return tally_put(m->tally, &m->key, run->stated, c) < 0 ? -2 : 0;
}

int
map_bad(struct map *m, struct complaint *c)
{
	(void)c;
	m->in++;
	m->bad++;
	return 0;
}

int
map_line(struct map *m, struct text line, struct complaint *c)
{
	if (m->words == NULL || m->sums == NULL) {
		complain(c, ENOMEM, "tallies");
		return -2;
	}
	arena_clear(&m->arena);
	m->checksum += checksum_of(line);
	if (review_read(&m->line, line, &m->arena, c) < 0 ||
	    (m->line.empty && complain(c, 0, "no review: it has neither "
	    "text nor rating") < 0)) {
		m->in++;
		m->bad++;
		return -1;
	}
	m->in++;
	m->out++;
	switch (m->line.type) {
	case REVIEW_REVIEW:
		return put_review(m, c);
	case REVIEW_RUN:
		/* What a source states is of all its reviews. */
		return m->stream != NULL ? 0 : put_run(m, c);
	case REVIEW_CHANGE:
		return m->stream != NULL ? 0 : map_change(m, c);
	case REVIEW_AGGREGATE:
	case REVIEW_OTHER:
		break;
	}
	return 0;
}
