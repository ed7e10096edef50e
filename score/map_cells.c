/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map_cells.h"

#include <string.h>

#include "calendar.h"
#include "survey.h"

enum {
	HOUR = 60, DAY = 24 * 60,	/* minutes */
};

static void
begin(struct map *m, const char *cell)
{
	tally_key_begin(&m->key, cell);
	map_key_add(m, m->line.review.brand);
}

static int
put_item(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct text field[] = {m->line.review.brand,
	    m->line.review.item};
	int64_t *n;

	if (text_is_absent(field[1]))
		return 0;
	n = map_sums_at(m->sums, MAP_SUM_ITEM, field);
	if (n == NULL)
		return map_no_memory(c);
	map_count(n, f);
	return 0;
}

/* Where the day is known. */
static int
put_day(struct map *m, const struct map_facts *f, struct complaint *c)
{
	int64_t *n;

	if (f->day.length != 10 || f->survey)
		return 0;
	n = map_sums_at(m->sums, MAP_SUM_DAY, &f->day);
	if (n == NULL)
		return map_no_memory(c);
	n[map_cell(f) / 2]++;
	return 0;
}

/* nps and csat|brand|source|language|month|value */
static int
put_survey(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;

	if (survey_recommends(r))
		begin(m, "nps");
	else if (survey_is_satisfaction(r))
		begin(m, "csat");
	else
		return 0;
	map_key_add(m, r->source);
	map_key_add(m, text_of(m->sentiment.language));
	map_key_add(m, f->month);
	map_key_add(m, r->rating);
	return map_key_put(m, 1, c);
}

/* ---- time until a reply ---- */

int64_t
map_grid(int64_t minutes, bool ended)
{
	int64_t step;

	if (minutes < 0)
		minutes = 0;
	if (minutes > MAP_WATCHED)
		minutes = MAP_WATCHED;
	step = minutes <= MAP_EXACT ? 1 : minutes <= MAP_HOURLY ? HOUR : DAY;
	return (ended ? (minutes + step - 1) / step : minutes / step) * step;
}

/* rt|brand|source|m|minutes|e or c; u in the place of the minutes where they
 * are not known */
static int
put_minutes(struct map *m, bool known, int64_t minutes, bool ended,
	struct complaint *c)
{
	/* A reply after the time of watching came to something still open. */
	if (minutes > MAP_WATCHED)
		ended = false;
	begin(m, "rt");
	map_key_add(m, m->line.review.source);
	map_key_add(m, text_of("m"));
	if (known)
		tally_key_add_integer(&m->key, map_grid(minutes, ended));
	else
		map_key_add(m, text_of("u"));
	map_key_add(m, text_of(ended ? "e" : "c"));
	return map_key_put(m, 1, c);
}

static int
put_days(struct map *m, int64_t days, bool ended, struct complaint *c)
{
	int64_t *n = map_sums_at(m->sums, MAP_SUM_ANSWER, NULL);

	if (n == NULL)
		return map_no_memory(c);
	if (days >= MAP_SUM_DAYS) {
		days = MAP_SUM_DAYS - 1;
		ended = false;
	}
	n[days * 2 + ended]++;
	return 0;
}

static int64_t
minutes_between(const struct calendar_date *from,
	const struct calendar_date *to)
{
	int64_t seconds = calendar_instant(to) - calendar_instant(from);

	return seconds < 0 ? 0 : seconds / 60;
}

static int64_t
days_between(const struct calendar_date *from, const struct calendar_date *to)
{
	int64_t days = calendar_day_number(to->year, to->month, to->day) -
	    calendar_day_number(from->year, from->month, from->day);

	return days < 0 ? 0 : days;
}

/* By the day all reviews count whose day is known; by the minute those whose
 * minute is.  A reply without a date came no later than it was seen. */
static int
put_answer(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;
	bool replied = !text_is_absent(r->reply), dated;
	struct calendar_date published, reply, fetched, *end;

	if (f->survey || f->day.length != 10 ||
	    !calendar_read(r->published, &published) ||
	    text_is_absent(r->capture.fetched) ||
	    !calendar_read(r->capture.fetched, &fetched) ||
	    fetched.precision < CALENDAR_DAY)
		return 0;
	dated = replied && !text_is_absent(r->reply_date) &&
	    calendar_read(r->reply_date, &reply) &&
	    reply.precision >= CALENDAR_DAY;
	end = dated ? &reply : &fetched;
	if (put_days(m, days_between(&published, end), replied, c) < 0)
		return -2;
	if (published.precision < CALENDAR_MINUTE ||
	    fetched.precision < CALENDAR_MINUTE)
		return 0;
	return put_minutes(m, !replied || (dated && reply.precision >=
	    CALENDAR_MINUTE), minutes_between(&published, end), replied, c);
}

/* ---- what became of a review ---- */

/* ed|brand|source|reply|stars before|stars now: changed since it was first
 * seen; r where it had a reply, now or before */
static int
put_edit(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;

	if (!r->before.known || f->survey)
		return 0;
	begin(m, "ed");
	map_key_add(m, r->source);
	map_key_add(m, f->replied || r->before.replied ? text_of("r") :
	    (struct text){NULL, 0});
	map_key_add_stars(m, r->before.stars);
	map_key_add_stars(m, f->rated ? f->stars : 0);
	return map_key_put(m, 1, c);
}

/* again|brand|source|first run|run|stars|class: of what `seen` counts, what
 * an earlier run had seen. */
static int
put_again(struct map *m, struct text run, const struct map_facts *f,
	struct complaint *c)
{
	const struct review *r = &m->line.review;

	if (text_is_absent(r->first_run) || (run.length >=
	    r->first_run.length && memcmp(run.bytes, r->first_run.bytes,
	    r->first_run.length) == 0))
		return 0;
	begin(m, "again");
	map_key_add(m, r->source);
	map_key_add(m, r->first_run);
	map_key_add(m, run);
	map_key_add_stars(m, f->rated ? f->stars : 0);
	map_key_add(m, text_of(map_sum_class[f->class]));
	return map_key_put(m, 1, c);
}

/* seen|brand|source|row|run|stars|class: in which captures file a review was
 * seen last. */
static int
put_seen(struct map *m, const struct map_facts *f, struct complaint *c)
{
	struct text row, run;
	int64_t *n;

	if (f->survey || !review_capture_split(&m->line.review.capture, &row,
	    &run))
		return 0;
	n = map_sums_at(m->sums, MAP_SUM_SEEN,
	    (const struct text[]){row, run});
	if (n == NULL)
		return map_no_memory(c);
	n[map_cell(f) / 2]++;
	return put_again(m, run, f, c);
}

int
map_cells(struct map *m, const struct map_facts *f, struct complaint *c)
{
	if (put_item(m, f, c) < 0 || put_day(m, f, c) < 0 ||
	    put_survey(m, f, c) < 0 || put_answer(m, f, c) < 0 ||
	    put_edit(m, f, c) < 0 || put_seen(m, f, c) < 0)
		return -2;
	return map_lists(m, f, c);
}
