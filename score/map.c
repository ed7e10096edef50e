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
		return map_no_memory(c);
	map_count(n, f);
	if (m->sentiment.label != SENTIMENT_UNSCORED) {
		n[MAP_SUM_SCORE] += score;
		n[MAP_SUM_SCORE + 1] += score * score;
	}
	return 0;
}

/* t|day: the day of the fetch. */
static int
put_fetched(struct map *m, struct complaint *c)
{
	struct text day = day_of(m->line.review.capture.fetched);
	int64_t *n;

	if (text_is_absent(day))
		return 0;
	n = map_sums_at(m->sums, MAP_SUM_FETCHED, &day);
	if (n == NULL)
		return map_no_memory(c);
	n[0]++;
	return 0;
}

static int
put_review(struct map *m, struct complaint *c)
{
	struct review *r = &m->line.review;
	struct text day = day_of(r->published);
	int32_t stars = 0;
	bool rated = !review_is_survey(r) && review_stars(r, &stars);
	struct map_facts facts;

	if (m->stream != NULL && !stream_may_take(m->stream, r, &m->room))
		return 0;
	if (text_is_absent(r->id))
		review_identify(r, m->id);
	sentiment_review(m->scorer, r, NULL, &m->sentiment);
	if (m->stream != NULL && !stream_takes(m->stream, &m->sentiment))
		return 0;
	m->taken = true;
	facts = (struct map_facts){day, month_of(day), rated, stars,
	    class_of(&m->sentiment), review_is_survey(r),
	    !text_is_absent(r->reply)};
	m->cell = map_cell(&facts);
	m->month = facts.month;
	if (map_sums_place(m->sums, r->brand, r->source) < 0 ||
	    map_words_add(m->words, r, &m->sentiment) < 0)
		return map_no_memory(c);
	return put_cube(m, &facts, c) < 0 || map_cells(m, &facts, c) < 0 ||
	    map_aspects(m, c) < 0 || put_fetched(m, c) < 0 ? -2 : 0;
}

void
map_bad(struct map *m)
{
	m->in++;
	m->bad++;
}

int
map_line(struct map *m, struct text line, struct complaint *c)
{
	if (m->words == NULL || m->sums == NULL)
		return map_no_memory(c);
	arena_clear(&m->arena);
	m->taken = m->long_text = false;
	m->checksum += checksum_of(line);
	if (review_read(&m->line, line, &m->arena, c) < 0 ||
	    (m->line.empty && complain(c, 0, "no review: it has neither "
	    "text nor rating") < 0)) {
		map_bad(m);
		return -1;
	}
	m->in++;
	m->out++;
	switch (m->line.type) {
	case REVIEW_REVIEW:
		return put_review(m, c);
	case REVIEW_RUN:
		/* What a source states is of all its reviews. */
		return m->stream != NULL ? 0 : map_run(m, c);
	case REVIEW_CHANGE:
		return m->stream != NULL ? 0 : map_change(m, c);
	case REVIEW_AGGREGATE:
	case REVIEW_OTHER:
		break;
	}
	return 0;
}
