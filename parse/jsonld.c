/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jsonld.h"

#include <stdlib.h>

#include "item.h"
#include "repair.h"
#include "strip.h"

int
jsonld_next(struct text page, size_t *at, struct text *script)
{
	struct text attributes;

	while (strip_script_next(page, at, &attributes, script) == 1)
		if (strip_is_json_ld(strip_attribute(attributes, "type")))
			return 1;
	return 0;
}

struct json_document *
jsonld_read(struct text script, struct complaint *c)
{
	struct text inside = repair_unwrap(script);
	struct json_document *d;
	struct buffer repaired;

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

/* An item may refer to one in another script, so that all scripts of a page
 * are read before any is reported. */
static int
read_page(struct item_list *list, struct json_document **kept, size_t *count,
	struct complaint *c)
{
	struct text page = list->view->text, script;
	size_t at = 0;

	while (*count < JSONLD_SCRIPTS_MAX &&
	    jsonld_next(page, &at, &script) == 1) {
		struct complaint ignored;
		struct json_document *d = is_relevant(script) ?
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
