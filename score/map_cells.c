/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map_cells.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"

enum {
	HOUR = 60, DAY = 24 * 60,	/* minutes */
};

static const struct text nothing = {NULL, 0};

static void
begin(struct map *m, const char *cell)
{
	tally_key_begin(&m->key, cell);
	tally_key_add(&m->key, m->line.review.brand);
}

static void
add(struct map *m, struct text field)
{
	tally_key_add(&m->key, field);
}

static int
put(struct map *m, int64_t n, struct complaint *c)
{
	return tally_put(m->tally, &m->key, n, c) < 0 ? -2 : 0;
}

static int
no_room(struct complaint *c)
{
	return complain(c, ENOMEM, "tallies") < 0 ? -2 : 0;
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
		return no_room(c);
	n[map_cell(f)]++;
	if (f->rated) {
		n[MAP_SUM_STAR] += f->stars;
		n[MAP_SUM_STAR + 1] += (int64_t)f->stars * f->stars;
	}
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
		return no_room(c);
	n[map_cell(f) / 2]++;
	return 0;
}

/* csat|brand|source|language|month|1..5: a whole answer on a scale that ends
 * at five. */
static int
put_satisfaction(struct map *m, const struct map_facts *f,
	struct complaint *c)
{
	const struct review *r = &m->line.review;

	if (!f->survey || !text_is(r->best, "5") || r->rating.length != 1 ||
	    r->rating.bytes[0] < '1' || r->rating.bytes[0] > '5')
		return 0;
	begin(m, "csat");
	add(m, r->source);
	add(m, text_of(m->sentiment.language));
	add(m, f->month);
	add(m, r->rating);
	return put(m, 1, c);
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
	add(m, m->line.review.source);
	add(m, text_of("m"));
	if (known)
		tally_key_add_integer(&m->key, map_grid(minutes, ended));
	else
		add(m, text_of("u"));
	add(m, text_of(ended ? "e" : "c"));
	return put(m, 1, c);
}

static int
put_days(struct map *m, int64_t days, bool ended, struct complaint *c)
{
	int64_t *n = map_sums_at(m->sums, MAP_SUM_ANSWER, NULL);

	if (n == NULL)
		return no_room(c);
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

static void
add_whole(struct map *m, int32_t stars)
{
	if (stars > 0)
		tally_key_add_integer(&m->key, (stars + 5000) / 10000);
	else
		add(m, nothing);
}

/* ed|brand|source|reply|stars before|stars now: changed since it was first
 * seen; r where it had a reply, now or before */
static int
put_edit(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;

	if (!r->before.known || f->survey)
		return 0;
	begin(m, "ed");
	add(m, r->source);
	add(m, f->replied || r->before.replied ? text_of("r") : nothing);
	add_whole(m, r->before.stars);
	add_whole(m, f->rated ? f->stars : 0);
	return put(m, 1, c);
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
	add(m, r->source);
	add(m, r->first_run);
	add(m, run);
	add_whole(m, f->rated ? f->stars : 0);
	add(m, text_of(map_sum_class[f->class]));
	return put(m, 1, c);
}

/* seen|brand|source|row|run|stars|class: in which captures file a review was
 * seen last; the file's name says which row of the plan it is of, and when. */
static int
put_seen(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;
	struct text file = r->capture.file, run;
	size_t slash = file.length;
	int64_t *n;

	while (slash > 0 && file.bytes[slash - 1] != '/')
		slash--;
	if (slash == 0 || f->survey)
		return 0;
	run = (struct text){file.bytes + slash, file.length - slash};
	n = map_sums_at(m->sums, MAP_SUM_SEEN, (const struct text[]){
	    {file.bytes, slash - 1}, run});
	if (n == NULL)
		return no_room(c);
	n[map_cell(f) / 2]++;
	return put_again(m, run, f, c);
}

static int32_t
stars_of(const struct review *r)
{
	int32_t stars;

	return review_stars(r, &stars) ? stars : 0;
}

/* The digits of an instant as files are named: 20261118T090000Z. */
static struct text
compact(struct text instant, char room[32])
{
	size_t i, length = 0;

	for (i = 0; i < instant.length && length < 31; i++)
		if (strchr("0123456789TZ", instant.bytes[i]) != NULL &&
		    instant.bytes[i] != '\0')
			room[length++] = instant.bytes[i];
	return length == 0 ? nothing : (struct text){room, length};
}

/* ch|brand|source|row|change|noticed|first run|stars before|stars after */
int
map_change(struct map *m, struct complaint *c)
{
	const struct review_change *k = &m->line.change;
	char room[32];

	tally_key_begin(&m->key, "ch");
	add(m, k->brand);
	add(m, k->source);
	add(m, k->row);
	add(m, k->change);
	add(m, compact(k->noticed, room));
	add(m, k->first_run);
	add_whole(m, stars_of(&k->before));
	add_whole(m, stars_of(&k->after));
	return put(m, 1, c);
}

int
map_cells(struct map *m, const struct map_facts *f, struct complaint *c)
{
	if (put_item(m, f, c) < 0 || put_day(m, f, c) < 0 ||
	    put_satisfaction(m, f, c) < 0 || put_answer(m, f, c) < 0 ||
	    put_edit(m, f, c) < 0 || put_seen(m, f, c) < 0)
		return -2;
	return map_lists(m, f, c);
}
