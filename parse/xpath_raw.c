/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether an expression can find anything on a page, out of its tags as they
 * are written: the tree is by far the dearest part of a page, and most pages
 * that have a profile's marks in a script or a style have nothing for it.
 *
 * Only the last step of a path is held against each tag, and what a tag alone
 * does not say counts as true.
 */
#include "xpath.h"

#include <string.h>
#include <strings.h>

#include "strip.h"
#include "xpath_parts.h"

enum {
	ROOM_MAX = 1 << 20,
	KEY_MIN = 4,		/* bytes; a shorter one is everywhere */
	KEYS_MAX = 64,
	KEY_ROOM = 64,
};

struct raw {
	const struct xpath *x;
	const struct strip_tag *tag;
	struct xpath_rooms rooms;
};

static bool may_hold(struct raw *r, int part);

/* An attribute that is not written as it is meant is not known. */
static bool
is_plain(struct text t)
{
	return t.length == 0 || (memchr(t.bytes, '&', t.length) == NULL &&
	    memchr(t.bytes, '\0', t.length) == NULL);
}

/* False where the tag alone does not say it. */
static bool
known_string(struct raw *r, int part, struct text *t)
{
	const struct xpath_part *p = &r->x->part[part];
	struct text more;

	switch (p->op) {
	case XPATH_LITERAL:
		*t = p->text;
		return true;
	case XPATH_ATTRIBUTE:
		*t = strip_value(r->tag->attributes, p->text);
		return is_plain(*t);
	case XPATH_NORMAL:
		if (!known_string(r, p->a, t))
			return false;
		*t = xpath_normal(&r->rooms, *t);
		return true;
	case XPATH_CONCAT:
		if (!known_string(r, p->a, t) ||
		    !known_string(r, p->b, &more))
			return false;
		*t = xpath_joined(&r->rooms, *t, more);
		return true;
	default:
		return false;
	}
}

static bool
may_compare(struct raw *r, const struct xpath_part *p)
{
	struct text a, b = {NULL, 0};

	if (!known_string(r, p->a, &a) ||
	    (p->b != XPATH_NONE && !known_string(r, p->b, &b)))
		return true;
	return xpath_compare(p, a, b);
}

static bool
may_step(struct raw *r, const struct xpath_step *s)
{
	size_t i;

	if (s->axis >= XPATH_ANCESTOR)
		return true;
	if (!text_is_absent(s->name) && (s->name.length !=
	    r->tag->name.length || strncasecmp(s->name.bytes,
	    r->tag->name.bytes, s->name.length) != 0))
		return false;
	for (i = 0; i < s->count; i++)
		if (!may_hold(r, s->test[i]))
			return false;
	return true;
}

/* A path in a test: of the tag itself something is known. */
static bool
may_exist(struct raw *r, int path)
{
	for (; path != XPATH_NONE; path = r->x->path[path].next) {
		const struct xpath_path *p = &r->x->path[path];

		if (p->count > 0 && (p->step[0].axis != XPATH_SELF ||
		    p->count > 1 || may_step(r, &p->step[0])))
			return true;
		if (p->count == 0 && !text_is_absent(strip_value(
		    r->tag->attributes, p->attribute)))
			return true;
	}
	return false;
}

static bool
may_hold(struct raw *r, int part)
{
	const struct xpath_part *p = &r->x->part[part];

	switch (p->op) {
	case XPATH_AND:
		return may_hold(r, p->a) && may_hold(r, p->b);
	case XPATH_OR:
		return may_hold(r, p->a) || may_hold(r, p->b);
	case XPATH_NOT:
		return true;
	case XPATH_EXISTS:
		return may_exist(r, p->a);
	default:
		return may_compare(r, p);
	}
}

/* ---- what all tags that fit have in common ---- */

/* Literals and names of which a tag must hold one at least; none: it need
 * not. */
struct keys {
	struct text key[KEYS_MAX];
	size_t count;
};

static bool
add_key(struct keys *k, struct text t)
{
	while (t.length > 0 && t.bytes[0] == ' ')
		t.bytes++, t.length--;
	while (t.length > 0 && t.bytes[t.length - 1] == ' ')
		t.length--;
	if (t.length < KEY_MIN || k->count == KEYS_MAX)
		return false;
	k->key[k->count++] = t;
	return true;
}

/* Whether a string is made of attributes alone. */
static bool
is_written(const struct xpath *x, int part)
{
	const struct xpath_part *p = &x->part[part];

	switch (p->op) {
	case XPATH_ATTRIBUTE: case XPATH_LITERAL:
		return true;
	case XPATH_NORMAL:
		return is_written(x, p->a);
	case XPATH_CONCAT:
		return is_written(x, p->a) && is_written(x, p->b);
	default:
		return false;
	}
}

/* Adds what one of a test's keys is; false where it needs none. */
static bool
add_keys(struct keys *k, const struct xpath *x, int part)
{
	const struct xpath_part *p = &x->part[part];
	const struct xpath_path *path;
	size_t before = k->count;

	switch (p->op) {
	case XPATH_AND:
		if (add_keys(k, x, p->a))
			return true;
		k->count = before;
		return add_keys(k, x, p->b);
	case XPATH_OR:
		return add_keys(k, x, p->a) && add_keys(k, x, p->b);
	case XPATH_EXISTS:
		path = &x->path[p->a];
		return path->count == 0 && path->next == XPATH_NONE &&
		    add_key(k, path->attribute);
	case XPATH_CONTAINS: case XPATH_STARTS: case XPATH_EQUAL:
		return is_written(x, p->a) &&
		    x->part[p->b].op == XPATH_LITERAL &&
		    add_key(k, x->part[p->b].text);
	default:
		return false;
	}
}

static bool
add_path_keys(struct keys *k, const struct xpath *x)
{
	int path = x->top;
	size_t i;

	for (; path != XPATH_NONE; path = x->path[path].next) {
		const struct xpath_path *p = &x->path[path];
		const struct xpath_step *s = &p->step[p->count - 1];
		size_t before = k->count;

		for (i = 0; i < s->count; i++) {
			if (s->axis < XPATH_ANCESTOR &&
			    add_keys(k, x, s->test[i]))
				break;
			k->count = before;
		}
		if (i == s->count)
			return false;
	}
	return true;
}

static bool
is_in_all(const struct keys *k, struct text part)
{
	size_t i;

	for (i = 0; i < k->count; i++)
		if (xpath_place(k->key[i], part) > k->key[i].length)
			return false;
	return true;
}

/* The longest string that all keys hold; too short: there is none. */
static struct text
common_key(const struct xpath *const *x, size_t count)
{
	struct keys k = {.count = 0};
	struct text best = {"", 0}, part;
	size_t i, from;

	for (i = 0; i < count; i++)
		if (!add_path_keys(&k, x[i]))
			return best;
	for (from = 0; k.count > 0 && from < k.key[0].length; from++) {
		part = (struct text){k.key[0].bytes + from, best.length + 1};
		while (from + part.length <= k.key[0].length &&
		    is_in_all(&k, part)) {
			best = part;
			part.length++;
		}
	}
	return best;
}

/* ---- the page ---- */

static bool
may_fit(struct raw *r, const struct xpath *x)
{
	int path = x->top;

	r->x = x;
	for (; path != XPATH_NONE; path = x->path[path].next) {
		const struct xpath_path *p = &x->path[path];

		if (may_step(r, &p->step[p->count - 1]))
			return true;
	}
	return false;
}

static size_t
find_key(struct text page, size_t from, struct text key)
{
	char name[KEY_ROOM];

	if (key.length >= sizeof(name))
		key.length = sizeof(name) - 1;
	memcpy(name, key.bytes, key.length);
	name[key.length] = '\0';
	return strip_find(page, from, name, 0);
}

bool
xpath_may_find(const struct xpath *const *x, size_t count, struct text page)
{
	const struct text key = common_key(x, count);
	struct strip_walk walk = {.page = strip_front(page)};
	struct strip_tag tag;
	struct raw r = {.tag = &tag};
	size_t i, next = 0;
	/* Elements that nobody wrote (body) have no key either. */
	bool may = key.length < KEY_MIN;

	xpath_rooms_init(&r.rooms, ROOM_MAX);
	while (!may && next < walk.page.length &&
	    strip_tag_next(&walk, &tag) == 1) {
		const char *begin = tag.attributes.bytes;
		size_t at = (size_t)(begin - walk.page.bytes);

		if (next < at)
			next = find_key(walk.page, at, key);
		if (tag.closing || next >= tag.end)
			continue;
		for (i = 0; i < count && !may; i++)
			may = may_fit(&r, x[i]);
	}
	xpath_rooms_release(&r.rooms);
	return may;
}
