/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state.h"

#include <string.h>

#include "guess.h"
#include "plain.h"
#include "strip.h"
#include "view.h"

struct state {
	struct view *view;
	struct arena values;
	struct buffer json;		/* of one script */
	struct buffer rows;		/* that Next.js pushed, all scripts */
	int failed;
};

static bool
contains(struct text t, const char *word, char rare)
{
	return strip_find(t, 0, word, rare) < t.length;
}

/* A state that holds reviews names them, and their ratings. */
static bool
is_relevant(struct text t)
{
	return contains(t, "eview", 'v') && (contains(t, "ating", 'g') ||
	    contains(t, "tars", 't') || contains(t, "core", 'c'));
}

/* ---- what was found ---- */

static int
take(void *context, struct review *r)
{
	struct state *s = context;

	r->extractor = text_of(state_extractor.name);
	r->url = view_url(s->view, r->url);
	s->failed = extract_keep_review(s->view->x, r) < 0;
	return s->failed;
}

static void
ignore(void *context, const struct complaint *c)
{
	(void)context;
	(void)c;
}

static void
read_json(struct state *s, struct text json, bool flat)
{
	const struct records_how how = {.fetched = s->view->fetched,
	    .language = s->view->language, .arena = &s->values, .take = take,
	    .bad = ignore, .context = s};
	struct complaint ignored;
	struct json_document *d = json_read(json.bytes, json.length, false,
	    "state", &ignored), *whole = NULL;
	struct buffer deep;

	buffer_init(&deep, STATE_SCRIPT_MAX);
	if (d != NULL && flat && state_unflatten(&deep, json_root(d)) == 0)
		whole = json_read(deep.bytes, deep.length, false, "state",
		    &ignored);
	if (json_type(json_root(whole)) >= JSON_ARRAY)
		guess_rated(json_root(whole), &how);
	else if (json_type(json_root(d)) >= JSON_ARRAY)
		guess_rated(json_root(d), &how);
	json_free(whole);
	json_free(d);
	buffer_release(&deep);
}

/* ---- scripts ---- */

/* `self.__next_f.push([1,"..."])`: the string is a piece of the rows. */
static void
keep_rows(struct state *s, const struct json *root)
{
	struct text t = json_text(json_next(json_first(root)));

	if (t.length > 0)
		buffer_add(&s->rows, t.bytes, t.length);
}

static void
read_literal(struct state *s, bool pushed)
{
	struct text json = {s->json.bytes, s->json.length};
	struct json_document *d;
	struct complaint ignored;

	if (!pushed) {
		read_json(s, json, false);
		return;
	}
	d = json_read(json.bytes, json.length, false, "state", &ignored);
	if (d != NULL)
		keep_rows(s, json_root(d));
	json_free(d);
}

/* The next '=' or `push(` that a literal may follow. */
static bool
find_literal(struct text script, size_t *at, bool *pushed)
{
	for (; *at + 2 < script.length; (*at)++) {
		const char *p = script.bytes + *at;
		size_t i = 1;

		*pushed = *p == '(' && *at > 4 && memcmp(p - 4, "push", 4) == 0;
		if (*p != '=' && !*pushed)
			continue;
		while (*at + i < script.length && (unsigned char)p[i] <= ' ')
			i++;
		if (*at + i >= script.length)
			break;
		if (strchr("{[(", p[i]) != NULL || (script.length - *at - i >
		    12 && (memcmp(p + i, "JSON.parse(", 11) == 0 ||
		    memcmp(p + i, "function(", 9) == 0))) {
			*at += i;
			return true;
		}
	}
	return false;
}

static void
read_script(struct state *s, struct text script)
{
	size_t at = 0, tries = 0;
	bool pushed;

	while (tries < STATE_TRIES_MAX && !s->failed &&
	    find_literal(script, &at, &pushed)) {
		size_t from = at;
		struct text literal;

		buffer_clear(&s->json);
		/* A string of JSON stands in a list of one. */
		buffer_add_char(&s->json, '[');
		if (state_literal(&s->json, script, &at) < 0) {
			at = at > from ? at : from + 1;
			tries++;
			continue;
		}
		buffer_add_char(&s->json, ']');
		literal = (struct text){script.bytes + from, at - from};
		if (pushed || is_relevant(literal)) {
			tries++;
			if (pushed) {
				memmove(s->json.bytes, s->json.bytes + 1,
				    s->json.length -= 2);
				s->json.bytes[s->json.length] = '\0';
			}
			read_literal(s, pushed);
		}
	}
}

/* `1a:{"json":...}` by line; what is no JSON is passed over. */
static void
read_rows(struct state *s)
{
	const char *at = s->rows.bytes, *end = at + s->rows.length, *stop;

	for (; at < end && !s->failed; at = stop + 1) {
		struct text row = {at, 0};
		size_t i = 0;

		stop = memchr(at, '\n', (size_t)(end - at));
		if (stop == NULL)
			stop = end;
		row.length = (size_t)(stop - at);
		while (i < row.length && row.bytes[i] != ':')
			i++;
		row.bytes += i + 1;
		row.length -= i < row.length ? i + 1 : row.length;
		if (row.length > 2 && (row.bytes[0] == '{' ||
		    row.bytes[0] == '[') && is_relevant(row))
			read_json(s, row, false);
	}
}

static void
read_scripts(struct state *s)
{
	struct text page = s->view->text, attributes, script;
	size_t at = 0, n = 0;

	while (n++ < STATE_SCRIPTS_MAX && !s->failed &&
	    strip_script_next(page, &at, &attributes, &script) == 1) {
		struct text type = strip_attribute(attributes, "type");
		bool next = contains(script, "__next_f", '_');

		if (strip_is_json_ld(type) || script.length >
		    STATE_SCRIPT_MAX || !(next || is_relevant(script)))
			continue;
		if (contains(type, "json", 'j'))
			read_json(s, script, contains(strip_attribute(
			    attributes, "id"), "NUXT", 'X'));
		else
			read_script(s, script);
	}
	if (s->rows.length > 0)
		read_rows(s);
}

/* ---- attributes ---- */

/* `data-page="{&quot;component&quot;:..."`. */
static void
read_attributes(struct state *s)
{
	static const char begin[] = "=\"{&quot;";
	struct text page = s->view->text;
	size_t at = 0, n = 0;

	while (n++ < STATE_SCRIPTS_MAX && !s->failed && (at = strip_find(page,
	    at, begin, '{')) < page.length) {
		struct text value = {page.bytes + at + 2, 0};
		const char *end = memchr(value.bytes, '"',
		    page.length - at - 2);

		if (end == NULL)
			break;
		value.length = (size_t)(end - value.bytes);
		at += value.length + 2;
		buffer_clear(&s->json);
		if (is_relevant(value) && plain_add_unescaped(&s->json,
		    value) == 0)
			read_json(s, (struct text){s->json.bytes,
			    s->json.length}, false);
	}
}

static bool
probe(const struct view *v)
{
	return v->has_word;
}

static int
run(struct view *v, struct complaint *c)
{
	struct state s = {.view = v};

	arena_init(&s.values, RECORDS_ARENA);
	buffer_init(&s.json, STATE_SCRIPT_MAX);
	buffer_init(&s.rows, STATE_SCRIPT_MAX);
	read_scripts(&s);
	read_attributes(&s);
	arena_release(&s.values);
	buffer_release(&s.json);
	buffer_release(&s.rows);
	return s.failed ? complain(c, 0, "no memory for the page's state") : 0;
}

const struct extractor state_extractor = {"state", probe, run};
