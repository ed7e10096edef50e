/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_rows.h"

#include <math.h>

#include "tally.h"

const char *
making_kept(struct making *m, struct text field)
{
	struct text plain = tally_field(field, &m->room);

	return text_is_absent(plain) ? NULL :
	    arena_copy(&m->s->arena, plain.bytes, plain.length);
}

void *
making_grown(struct making *m, void *array, size_t count, size_t size)
{
	void *larger;

	if ((count & (count - 1)) != 0 && count != 0)
		return array;
	larger = arena_take(&m->s->arena, (count == 0 ? 1 : 2 * count) *
	    size);
	if (larger != NULL && count > 0)
		memcpy(larger, array, count * size);
	return larger;
}

struct summary_brand *
making_add_brand(struct making *m, const char *name, bool own)
{
	struct summary *s = m->s;
	struct summary_brand *brand = making_grown(m, s->brand,
	    s->brand_count, sizeof(*brand));

	if (brand == NULL || name == NULL)
		return NULL;
	s->brand = brand;
	brand = &brand[s->brand_count++];
	*brand = (struct summary_brand){.name = name, .own = own,
	    .shrunken = NAN, .agreement = NAN};
	brand->total.label = "";
	brand->total.stated = -1;
	return brand;
}

struct summary_brand *
making_known_brand(struct making *m, struct text field)
{
	struct text name = tally_field(field, &m->room);
	struct summary *s = m->s;
	size_t i;

	if (text_is_absent(name))
		name = text_of("");	/* pages read outside a plan */
	for (i = 0; i < s->brand_count; i++)
		if (text_is(name, s->brand[i].name))
			return &s->brand[i];
	return NULL;
}

struct summary_brand *
making_brand(struct making *m, struct text field)
{
	struct summary_brand *b = making_known_brand(m, field);
	struct text name;

	if (b != NULL)
		return b;
	name = tally_field(field, &m->room);
	if (text_is_absent(name))
		name = text_of("");
	return making_add_brand(m, arena_copy(&m->s->arena, name.bytes,
	    name.length), false);
}

struct summary_part *
making_part(struct making *m, struct summary_part **part, size_t *count,
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
	p = making_grown(m, *part, *count, sizeof(*p));
	if (p == NULL)
		return NULL;
	*part = p;
	p = &p[(*count)++];
	*p = (struct summary_part){.stated = -1, .label =
	    arena_copy(&m->s->arena, label.bytes, label.length)};
	return p->label == NULL ? NULL : p;
}

bool
making_shows_replies(struct making *m, struct text source)
{
	struct text name = tally_field(source, &m->room);
	size_t i;

	if (text_is_absent(name))
		name = text_of("unknown");
	for (i = 0; i < m->answering_count; i++)
		if (text_is(name, m->answering[i]))
			return true;
	return false;
}

bool
making_digits(struct text t)
{
	size_t i;

	for (i = 0; i < t.length; i++)
		if (t.bytes[i] < '0' || t.bytes[i] > '9')
			return false;
	return t.length > 0 && t.length < 9;
}

int64_t
making_number(struct text t)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < t.length; i++)
		n = n * 10 + (t.bytes[i] - '0');
	return n;
}
