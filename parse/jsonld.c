/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jsonld.h"

#include <stdlib.h>

#include "item.h"
#include "repair.h"
#include "strip.h"

/* The next JSON-LD script from *at on: 1 with its content, 0 at the end. */
static int
script_next(struct text page, size_t *at, struct text *script)
{
	struct text attributes;

	while (strip_script_next(page, at, &attributes, script) == 1)
		if (strip_is_json_ld(strip_attribute(attributes, "type")))
			return 1;
	return 0;
}

/* NULs are blanks; the others of its bytes stay. */
static struct json_document *
read_without_nuls(struct text script, struct complaint *c)
{
	struct json_document *d = NULL;
	struct buffer room;
	size_t i;

	buffer_init(&room, JSONLD_SCRIPT_MAX);
	if (buffer_add(&room, script.bytes, script.length) == 0) {
		for (i = 0; i < room.length; i++)
			if (room.bytes[i] == '\0')
				room.bytes[i] = ' ';
		d = jsonld_read((struct text){room.bytes, room.length}, c);
	}
	buffer_release(&room);
	return d;
}

struct json_document *
jsonld_read(struct text script, struct complaint *c)
{
	struct text inside = repair_unwrap(script);
	struct json_document *d;
	struct buffer repaired;

	if (script.length > 0 && memchr(script.bytes, '\0', script.length))
		return read_without_nuls(script, c);

	if (inside.length == 0 || inside.length > JSONLD_SCRIPT_MAX)
		return NULL;
	d = json_read(inside.bytes, inside.length, false, "script", c);
	if (d != NULL)
		return d;
	buffer_init(&repaired, (size_t)2 * JSONLD_SCRIPT_MAX);
	if (repair_json(&repaired, script) == 0)
		d = json_read(repaired.bytes, repaired.length, false, "script",
		    c);
	buffer_release(&repaired);
	return d;
}

/* ---- nodes to items ---- */

static int convert(struct item_list *list, const struct json *v,
	struct item *parent, struct text role, int depth);

/* `@type` is a name or several. */
static struct text
type_of(struct item_list *list, const struct json *v)
{
	const struct json *e;
	struct buffer all;
	struct text t = json_text(v);

	if (json_type(v) != JSON_ARRAY)
		return t;
	buffer_init(&all, 4096);
	for (e = json_first(v); e != NULL; e = json_next(e)) {
		t = json_text(e);
		if (t.length > 0) {
			buffer_add(&all, t.bytes, t.length);
			buffer_add_char(&all, ' ');
		}
	}
	t.bytes = all.length == 0 ? NULL : arena_copy(&list->view->scratch,
	    all.bytes, all.length);
	t.length = t.bytes == NULL ? 0 : all.length;
	buffer_release(&all);
	return t;
}

/* {"@reverse": {"itemReviewed": [...]}}: each object there has this item as
 * that property. */
static int
convert_reverse(struct item_list *list, const struct json *reverse,
	struct item *to, int depth)
{
	const struct json *m, *e;

	for (m = json_first(reverse); m != NULL; m = json_next(m))
		for (e = json_type(m) == JSON_ARRAY ? json_first(m) : m;
		    e != NULL; e = json_type(m) == JSON_ARRAY ? json_next(e) :
		    NULL) {
			struct item *before = list->last, *one;

			if (json_type(e) != JSON_OBJECT)
				continue;
			if (convert(list, e, NULL, (struct text){NULL, 0},
			    depth + 1) < 0)
				return -1;
			one = before->next;
			if (one != NULL && item_add(list, one, item_local_name(
			    text_of(json_name(m))), (struct text){NULL, 0},
			    NULL, to) < 0)
				return -1;
		}
	return 0;
}

static int
convert_object(struct item_list *list, const struct json *v,
	struct item *parent, struct text role, int depth)
{
	const struct json *m = json_member(v, "@value");
	struct item *i;

	if (m != NULL)
		return convert(list, m, parent, role, depth);
	m = json_member(v, "@list");
	if (m == NULL)
		m = json_member(v, "@set");
	if (m != NULL)
		return convert(list, m, parent, role, depth);
	i = item_create(list, NULL);
	if (i == NULL)
		return -1;
	if (parent != NULL && item_add(list, parent, role,
	    (struct text){NULL, 0}, NULL, i) < 0)
		return -1;
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		struct text name = text_of(json_name(m));
		int bad = 0;

		if (text_is(name, "@type") || text_is(name, "type"))
			i->type = type_of(list, m);
		else if (text_is(name, "@id"))
			i->id = json_text(m);
		else if (text_is(name, "@graph"))
			bad = convert(list, m, NULL, name, depth);
		else if (text_is(name, "@reverse"))
			bad = convert_reverse(list, m, i, depth);
		else if (name.length > 0 && name.bytes[0] != '@')
			bad = convert(list, m, i, item_local_name(name),
			    depth);
		if (bad < 0)
			return -1;
	}
	return 0;
}

/* A value becomes an item, a property of `parent`, or several of them.
 * JSON_DEPTH_MAX bounds the recursion. */
static int
convert(struct item_list *list, const struct json *v, struct item *parent,
	struct text role, int depth)
{
	const struct json *e;

	if (depth > JSON_DEPTH_MAX)
		return 0;
	switch (json_type(v)) {
	case JSON_OBJECT:
		return convert_object(list, v, parent, role, depth + 1);
	case JSON_ARRAY:
		for (e = json_first(v); e != NULL; e = json_next(e))
			if (convert(list, e, parent, role, depth + 1) < 0)
				return -1;
		return 0;
	case JSON_STRING: case JSON_NUMBER:
		return parent == NULL ? 0 : item_add(list, parent, role,
		    json_text(v), NULL, NULL);
	default:
		return 0;
	}
}

/* ---- the page ---- */

static bool
is_relevant(struct text script)
{
	return strip_find(script, 0, "eview", 'v') < script.length ||
	    strip_find(script, 0, "ating", 'g') < script.length;
}

/* The offset of the last `needle` that begins between `from` and `to`; `to`
 * if there is none. */
static size_t
find_last(struct text t, size_t from, size_t to, const char *needle)
{
	struct text part = {t.bytes, to + strlen(needle) - 1};
	size_t last = to, at = from;

	if (part.length > t.length)
		part.length = t.length;
	while ((at = strip_find(part, at, needle, *needle)) < to)
		last = at++;
	return last;
}

/* A script that a comment takes out of the page.  Scripts hide in comments of
 * their own (`<script><!--`), so one that ends behind the comment's beginning
 * shows that it is none. */
static bool
is_commented_out(struct text page, struct text script)
{
	size_t at = (size_t)(script.bytes - page.bytes), open;
	size_t from = at > JSONLD_COMMENT_MAX ? at - JSONLD_COMMENT_MAX : 0;

	open = find_last(page, from, at, "<!--");
	if (open == at || find_last(page, open, at, "-->") < at ||
	    strip_end_tag((struct text){page.bytes, at}, open, "script") < at)
		return false;
	return strip_find(page, at + script.length, "-->", '>') < page.length;
}

/* An item may refer to one in another script, so that all scripts of a page
 * are read before any is reported. */
static int
read_page(struct item_list *list, struct json_document **kept, size_t *count,
	struct complaint *c)
{
	struct text page = list->view->text, script;
	size_t at = 0;

	while (*count < JSONLD_SCRIPTS_MAX &&
	    script_next(page, &at, &script) == 1) {
		struct complaint ignored;
		struct json_document *d = is_relevant(script) &&
		    !is_commented_out(page, script) ?
		    jsonld_read(script, &ignored) : NULL;

		if (d == NULL)
			continue;
		kept[(*count)++] = d;
		if (convert(list, json_root(d), NULL, (struct text){NULL, 0},
		    0) < 0)
			return complain(c, 0,
			    "no memory for the page's JSON-LD");
	}
	return 0;
}

static bool
probe(const struct view *v)
{
	return v->has_json_ld;
}

static int
run(struct view *v, struct complaint *c)
{
	struct item_list list = {.view = v, .syntax = ITEM_JSON};
	struct json_document **kept = calloc(JSONLD_SCRIPTS_MAX,
	    sizeof(*kept));
	size_t count = 0, i;
	int result;

	if (kept == NULL)
		return complain(c, 0, "no memory");
	result = read_page(&list, kept, &count, c);
	if (result == 0 && item_report(&list, jsonld_extractor.name) < 0)
		result = complain(c, 0, "no memory for the page's JSON-LD");
	for (i = 0; i < count; i++)
		json_free(kept[i]);
	free(kept);
	return result;
}

const struct extractor jsonld_extractor = {"json-ld", probe, run};
