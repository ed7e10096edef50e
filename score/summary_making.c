/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_making.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

struct making_slot {
	size_t list;			/* bytes from the first brand to it */
	uint32_t hash;
	uint32_t part;			/* from 1; 0 free */
};

enum { FIRST_SLOTS = 1024 };

static uint32_t
hash_of(size_t list, struct text label)
{
	uint64_t hash = list * UINT64_C(0x9e3779b97f4a7c15);
	size_t i;

	for (i = 0; i < label.length; i++)
		hash = (hash ^ (unsigned char)label.bytes[i]) *
		    UINT64_C(1099511628211);
	return (uint32_t)(hash ^ hash >> 32);
}

static struct making_slot *
find_part(const struct making_parts *p, size_t list, uint32_t hash,
	struct text label, const struct summary_part *part)
{
	size_t at = hash & (p->slots - 1);

	while (p->slot[at].part != 0 && (p->slot[at].hash != hash ||
	    p->slot[at].list != list ||
	    !text_is(label, part[p->slot[at].part - 1].label)))
		at = (at + 1) & (p->slots - 1);
	return &p->slot[at];
}

static int
grow_parts(struct making_parts *p)
{
	size_t slots = p->slots == 0 ? FIRST_SLOTS : p->slots * 2, i, at;
	struct making_slot *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return -1;
	for (i = 0; i < p->slots; i++) {
		if (p->slot[i].part == 0)
			continue;
		at = p->slot[i].hash & (slots - 1);
		while (slot[at].part != 0)
			at = (at + 1) & (slots - 1);
		slot[at] = p->slot[i];
	}
	free(p->slot);
	p->slot = slot;
	p->slots = slots;
	return 0;
}

void
making_parts_release(struct making *m)
{
	free(m->parts.slot);
	m->parts = (struct making_parts){NULL, 0, 0};
}

struct summary_part *
making_part(struct making *m, struct summary_part **part, size_t *count,
	struct text field)
{
	struct making_parts *all = &m->parts;
	struct text label = tally_field(field, &m->room);
	/* Brands move when one is added; what stands in them does not. */
	size_t list = (size_t)((char *)part - (char *)m->s->brand);
	struct making_slot *at;
	struct summary_part *p;
	uint32_t hash;

	if (text_is_absent(label))
		label = text_of("unknown");
	hash = hash_of(list, label);
	if (all->count * 4 >= all->slots * 3 && grow_parts(all) < 0)
		return NULL;
	at = find_part(all, list, hash, label, *part);
	if (at->part != 0)
		return &(*part)[at->part - 1];
	p = *count == UINT32_MAX ? NULL :
	    making_grown(m, *part, *count, sizeof(*p));
	if (p == NULL)
		return NULL;
	*part = p;
	p = &p[(*count)++];
	*p = (struct summary_part){.stated = -1, .label =
	    arena_copy(&m->s->arena, label.bytes, label.length)};
	*at = (struct making_slot){list, hash, (uint32_t)*count};
	all->count++;
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
