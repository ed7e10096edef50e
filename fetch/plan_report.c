/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "plan_ids.h"

static int
read_brand(const struct strict *s, const struct json *v, const char *name,
	const struct plan *p)
{
	size_t i;

	for (i = 0; i < p->brand_count; i++)
		if (strcmp(p->brand[i].name, name) == 0)
			return 0;
	return strict_fault(s, v, "no brand of this plan: \"%s\"", name);
}

/* ---- thresholds ---- */

static int
read_bound(const struct strict *s, const struct json *v, double *to)
{
	struct text digits = json_text(v);
	char room[64], *end;

	*to = NAN;
	if (v == NULL)
		return 0;
	if (digits.length >= sizeof(room))
		return strict_fault(s, v, "too many digits for a bound");
	memcpy(room, digits.bytes, digits.length);
	room[digits.length] = '\0';
	*to = strtod(room, &end);
	if (*end != '\0' || !isfinite(*to))
		return strict_fault(s, v, "a bound must be a number");
	return 0;
}

static int
read_threshold(const struct strict *s, const struct json *v,
	struct plan_threshold *t, const struct plan *p)
{
	const struct json *figure, *brand, *source, *language, *month,
	    *stream, *above, *below, *sure;
	const struct json_key key[] = {
		{"figure", JSON_STRING, &figure},
		{"brand", JSON_STRING, &brand},
		{"source", JSON_STRING, &source},
		{"language", JSON_STRING, &language},
		{"month", JSON_STRING, &month},
		{"stream", JSON_STRING, &stream},
		{"above", JSON_NUMBER, &above},
		{"below", JSON_NUMBER, &below},
		{"sure", JSON_TRUE, &sure},
	};

	*t = (struct plan_threshold){.line = json_line(s->d, v)};
	if (strict_keys(s, v, key, sizeof(key) / sizeof(key[0])) < 0)
		return -1;
	if (figure == NULL || (above == NULL && below == NULL))
		return strict_fault(s, v, "a threshold needs a \"figure\" "
		    "and \"above\" or \"below\"");
	if ((source != NULL) + (language != NULL) + (month != NULL) > 1)
		return strict_fault(s, v, "a threshold is of one source, one "
		    "language or one month");
	if (strict_label(s, figure, PLAN_NAME_MAX, &t->figure) < 0 ||
	    strict_label(s, brand, PLAN_NAME_MAX, &t->brand) < 0 ||
	    strict_label(s, source, PLAN_NAME_MAX, &t->source) < 0 ||
	    strict_label(s, language, PLAN_NAME_MAX, &t->language) < 0 ||
	    strict_label(s, month, PLAN_NAME_MAX, &t->month) < 0 ||
	    plan_ids_read(s, stream, &t->stream) < 0 ||
	    read_bound(s, above, &t->above) < 0 ||
	    read_bound(s, below, &t->below) < 0 ||
	    (t->brand != NULL && read_brand(s, brand, t->brand, p) < 0))
		return -1;
	if (t->stream != NULL && plan_find_stream(p, t->stream) == NULL)
		return strict_fault(s, stream, "no stream of this plan: "
		    "\"%s\"", t->stream);
	t->sure = json_is_true(sure);
	return 0;
}

int
plan_report_thresholds(const struct strict *s, const struct json *v,
	struct plan *p)
{
	const struct json *m;

	if (json_count(v) > PLAN_THRESHOLDS_MAX)
		return strict_fault(s, v, "more than %d thresholds",
		    (int)PLAN_THRESHOLDS_MAX);
	p->threshold = arena_take(s->arena, (json_count(v) + 1) *
	    sizeof(*p->threshold));
	if (p->threshold == NULL)
		return strict_no_memory(s);
	for (m = json_first(v); m != NULL; m = json_next(m))
		if (read_threshold(s, m, &p->threshold[p->threshold_count++],
		    p) < 0)
			return -1;
	return 0;
}

/* ---- streams ---- */

static int
read_list(const struct strict *s, const struct json *v, struct plan_list *to)
{
	if (v != NULL && json_count(v) == 0)
		return strict_fault(s, v, "an empty list lets nothing "
		    "through; leave it out");
	return strict_strings(s, v, &to->value, &to->count);
}

static int
read_day(const struct strict *s, const struct json *v, const char **to)
{
	struct calendar_date d;

	if (strict_string(s, v, to) < 0)
		return -1;
	if (v != NULL && (!calendar_read(text_of(*to), &d) ||
	    d.precision > CALENDAR_DAY))
		return strict_fault(s, v, "a date such as 2026, 2026-08 or "
		    "2026-08-09");
	return 0;
}

/* The names of labels and brands are known; sources may come later. */
static int
check_values(const struct strict *s, const struct json *v,
	const struct plan_stream *t, const struct plan *p)
{
	static const char *const label[] = {"pos", "neu", "neg", "none"};
	size_t i, k;

	for (i = 0; i < t->label.count; i++) {
		for (k = 0; k < 4 && strcmp(t->label.value[i], label[k]) !=
		    0; k++)
			;
		if (k == 4)
			return strict_fault(s, v, "no such label: \"%s\"; "
			    "there are pos, neu, neg, none",
			    t->label.value[i]);
	}
	for (i = 0; i < t->kind.count; i++)
		if (!plan_is_kind(t->kind.value[i]))
			return strict_fault(s, v, "no such kind of source: "
			    "\"%s\"", t->kind.value[i]);
	for (i = 0; i < t->brand.count; i++)
		if (read_brand(s, v, t->brand.value[i], p) < 0)
			return -1;
	return 0;
}

static int
read_stream(const struct strict *s, const struct json *v,
	struct plan_stream *t, const struct plan *p)
{
	const struct json *name, *id, *least, *most, *from, *to, *list[10];
	const struct json_key key[] = {
		{"name", JSON_STRING, &name},
		{"id", JSON_STRING, &id},
		{"keywords", JSON_ARRAY, &list[0]},
		{"phrases", JSON_ARRAY, &list[1]},
		{"hashtags", JSON_ARRAY, &list[2]},
		{"locations", JSON_ARRAY, &list[3]},
		{"languages", JSON_ARRAY, &list[4]},
		{"sources", JSON_ARRAY, &list[5]},
		{"kinds", JSON_ARRAY, &list[6]},
		{"brands", JSON_ARRAY, &list[7]},
		{"aspects", JSON_ARRAY, &list[8]},
		{"labels", JSON_ARRAY, &list[9]},
		{"least_stars", JSON_NUMBER, &least},
		{"most_stars", JSON_NUMBER, &most},
		{"from", JSON_STRING, &from},
		{"to", JSON_STRING, &to},
	};
	struct plan_list *const at[] = {&t->keyword, &t->phrase, &t->hashtag,
	    &t->location, &t->language, &t->source, &t->kind, &t->brand,
	    &t->aspect, &t->label};
	size_t i;

	*t = (struct plan_stream){0};
	if (strict_keys(s, v, key, sizeof(key) / sizeof(key[0])) < 0)
		return -1;
	if (id == NULL)
		return strict_fault(s, v, "a stream without \"id\"");
	for (i = 0; i < sizeof(at) / sizeof(at[0]); i++)
		if (read_list(s, list[i], at[i]) < 0)
			return -1;
	if (plan_ids_read(s, id, &t->id) < 0 ||
	    strict_label(s, name, PLAN_NAME_MAX, &t->name) < 0 ||
	    strict_number(s, least, 1, 5, &t->least_stars) < 0 ||
	    strict_number(s, most, 1, 5, &t->most_stars) < 0 ||
	    read_day(s, from, &t->from) < 0 || read_day(s, to, &t->to) < 0)
		return -1;
	if (t->name == NULL)
		t->name = t->id;
	return check_values(s, v, t, p);
}

int
plan_report_streams(const struct strict *s, const struct json *v,
	struct plan *p)
{
	const struct json *m;
	struct plan_stream t;

	if (json_count(v) > PLAN_STREAMS_MAX)
		return strict_fault(s, v, "more than %d streams",
		    (int)PLAN_STREAMS_MAX);
	p->stream = arena_take(s->arena, (json_count(v) + 1) *
	    sizeof(*p->stream));
	if (p->stream == NULL)
		return strict_no_memory(s);
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		if (read_stream(s, m, &t, p) < 0)
			return -1;
		if (plan_find_stream(p, t.id) != NULL)
			return strict_fault(s, m, "two streams have the id "
			    "\"%s\"", t.id);
		p->stream[p->stream_count++] = t;
	}
	return 0;
}

const struct plan_stream *
plan_find_stream(const struct plan *p, const char *id)
{
	size_t i;

	for (i = 0; i < p->stream_count; i++)
		if (strcmp(p->stream[i].id, id) == 0)
			return &p->stream[i];
	return NULL;
}
