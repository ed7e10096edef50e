/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_meta.h"

#include <errno.h>
#include <string.h>

#include "plan.h"
#include "summary_making.h"
#include "tally.h"

/* Tallies of two streams would count some reviews twice and call the sum by
 * one name. */
static int
stream_row(struct making *m, struct text field, int64_t n)
{
	char one[COMPLAINT_VALUE_MAX + 8], other[COMPLAINT_VALUE_MAX + 8];
	const char *id = making_kept(m, field), *before = m->s->stream;

	if (id == NULL)
		return complain(m->c, ENOMEM, "summary");
	if (before != NULL)
		return complain(m->c, 0, "tallies of two streams, %s and %s: "
		    "merge those of each stream by themselves",
		    complaint_value(one, before, strlen(before)),
		    complaint_value(other, id, strlen(id)));
	m->s->stream = m->s->stream_id = id;
	m->of_stream = n;
	return 0;
}

static int
lexicon_row(struct making *m, struct text identity)
{
	if (m->lexicon_seen)
		return complain(m->c, 0, "two lexicons made these tallies "
		    "(%s and %.*s): score again with one", m->s->lexicon,
		    (int)identity.length, identity.bytes);
	m->lexicon_seen = true;
	m->s->lexicon = making_kept(m, identity);
	return 0;
}

static int
names_row(struct making *m)
{
	if (m->names_seen)
		return complain(m->c, 0, "these tallies were made with two "
		    "plans: score again with one");
	m->names_seen = true;
	return 0;
}

static int
schema_row(struct making *m, struct text schema)
{
	if (!text_is(schema, "1") || m->schema_seen)
		return complain(m->c, 0, "tallies of schema %.*s: this score "
		    "reads schema %d only", (int)schema.length, schema.bytes,
		    TALLY_SCHEMA);
	m->schema_seen = true;
	return 0;
}

static int
day_row(struct making *m, struct text day)
{
	/* Rows come sorted: the last day is the newest. */
	m->day = making_kept(m, day);
	return m->day == NULL ? complain(m->c, ENOMEM, "summary") : 0;
}

static int
named_row(struct making *m, struct text name, struct text value, int64_t n)
{
	if (text_is(name, "lex"))
		return lexicon_row(m, value);
	if (text_is(name, "names"))
		return names_row(m);
	if (text_is(name, "schema"))
		return schema_row(m, value);
	return text_is(name, "stream") ? stream_row(m, value, n) : 0;
}

int
summary_meta_row(struct making *m, const struct text *f, size_t fields,
	int64_t n)
{
	int result = 0;

	if (text_is(f[0], "t") && fields == 2)
		result = day_row(m, f[1]);
	else if (!text_is(f[0], "_m") || fields < 2)
		return 0;
	else if (text_is(f[1], "in"))
		m->s->records += n;
	else if (text_is(f[1], "bad"))
		m->s->bad += n;
	else if (fields == 3)
		result = named_row(m, f[1], f[2], n);
	return result < 0 ? -1 : 1;
}

/* Every record was read for the stream, or none. */
static int
check_stream(struct making *m)
{
	char shown[COMPLAINT_VALUE_MAX + 8];
	const char *id = m->s->stream;

	if (id == NULL || m->of_stream == m->s->records)
		return 0;
	return complain(m->c, 0, "some of these tallies are of the stream %s "
	    "and some of all reviews (%lld of %lld records): merge them "
	    "apart, those of score map --stream %s and those without",
	    complaint_value(shown, id, strlen(id)),
	    (long long)m->of_stream, (long long)m->s->records, shown);
}

/* What the plan calls it. */
static int
name_stream(struct making *m, const struct plan *plan)
{
	struct summary *s = m->s;
	const struct plan_stream *of = plan == NULL || s->stream == NULL ?
	    NULL : plan_find_stream(plan, s->stream);

	if (of != NULL)
		s->stream = arena_string(&s->arena, of->name);
	return of != NULL && s->stream == NULL ?
	    complain(m->c, ENOMEM, "summary") : 0;
}

int
summary_meta_end(struct making *m, const struct plan *plan, size_t rows)
{
	if (rows > 0 && !m->schema_seen)
		return complain(m->c, 0, "tallies without `_m|schema`: no "
		    "score map wrote them, or rows were lost");
	return check_stream(m) < 0 ? -1 : name_stream(m, plan);
}
