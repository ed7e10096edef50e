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

static bool
begins_with(struct text t, const char *word)
{
	size_t length = strlen(word);

	return t.length > length && memcmp(t.bytes, word, length) == 0;
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

/* A document that is one of the flat arrays, made whole; NULL: it is none. */
static struct json_document *
read_flat(const struct json *root)
{
	struct json_document *whole = NULL;
	struct complaint ignored;
	struct buffer deep;

	buffer_init(&deep, STATE_SCRIPT_MAX);
	if (state_unflatten(&deep, root) == 0)
		whole = json_read(deep.bytes, deep.length, false, "state",
		    &ignored);
	buffer_release(&deep);
	if (json_type(json_root(whole)) >= JSON_ARRAY)
		return whole;
	json_free(whole);
	return NULL;
}

/* A document whose objects name each other, made whole; NULL: it does not. */
static struct json_document *
read_references(const struct json *root)
{
	struct json_document *whole = NULL;
	struct complaint ignored;
	struct buffer deep;

	buffer_init(&deep, STATE_SCRIPT_MAX);
	if (state_dereference(&deep, root) == 0)
		whole = json_read(deep.bytes, deep.length, false, "state",
		    &ignored);
	buffer_release(&deep);
	return whole;
}

/* False where it is no JSON. */
static bool
read_json(struct state *s, struct text json, bool flat)
{
	const struct records_how how = {.fetched = s->view->fetched,
	    .language = s->view->language, .arena = &s->values, .take = take,
	    .bad = ignore, .context = s};
	struct complaint ignored;
	struct json_document *d = json_read(json.bytes, json.length, false,
	    "state", &ignored), *whole = NULL;

	if (d != NULL && flat)
		whole = read_flat(json_root(d));
	if (d != NULL && whole == NULL && state_has_references(json))
		whole = read_references(json_root(d));
	if (whole != NULL)
		guess_rated(json_root(whole), &how);
	else if (json_type(json_root(d)) >= JSON_ARRAY)
		guess_rated(json_root(d), &how);
	json_free(whole);
	json_free(d);
	return whole != NULL || d != NULL;
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

/* React Router streams a flat array; what comes later is on further lines. */
static struct text
first_line(struct text t)
{
	const char *end = memchr(t.bytes, '\n', t.length);

	if (end != NULL)
		t.length = (size_t)(end - t.bytes);
	return t;
}

static void
read_literal(struct state *s, bool pushed)
{
	struct text json = {s->json.bytes, s->json.length}, flat;
	struct json_document *d;
	struct complaint ignored;

	d = json_read(json.bytes, json.length, false, "state", &ignored);
	flat = json_text(json_first(json_root(d)));
	if (pushed && d != NULL)
		keep_rows(s, json_root(d));
	else if (begins_with(flat, "[{\"_"))
		read_json(s, first_line(flat), true);
	else
		read_json(s, json, false);
	json_free(d);
}

/* Whether a literal stands behind a '=' or a '(': a call's only if it is
 * data, or a string that holds some. */
static bool
is_literal(struct text t, char behind)
{
	if (behind == '(')
		return begins_with(t, "{") || begins_with(t, "[") ||
		    begins_with(t, "\"{") || begins_with(t, "\"[") ||
		    begins_with(t, "'{") || begins_with(t, "'[");
	return t.length > 0 && (strchr("{[(", t.bytes[0]) != NULL ||
	    begins_with(t, "JSON.parse(") || begins_with(t, "function("));
}

/* The next '=' or '(' that a literal may follow. */
static bool
find_literal(struct text script, size_t *at, bool *pushed)
{
	for (; *at + 2 < script.length; (*at)++) {
		const char *p = script.bytes + *at;
		size_t i = 1;

		*pushed = *p == '(' && *at > 4 && memcmp(p - 4, "push", 4) == 0;
		if (*p != '=' && *p != '(')
			continue;
		while (*at + i < script.length && (unsigned char)p[i] <= ' ')
			i++;
		if (*at + i >= script.length)
			break;
		if (*pushed ? strchr("{[(", p[i]) != NULL : is_literal(
		    (struct text){p + i, script.length - *at - i}, *p)) {
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

/* What Next.js pushed, put together out of all scripts. */
static void
read_rows(struct state *s)
{
	struct text rows = {s->rows.bytes, s->rows.length};

	buffer_clear(&s->json);
	if (is_relevant(rows) && state_rows(&s->json, rows) == 0)
		read_json(s, (struct text){s->json.bytes, s->json.length},
		    false);
}

/* Angular wrote its state with escapes of its own. */
static bool
read_escaped(struct state *s, struct text script)
{
	static const char signs[] = "a&q\"s'l<g>";
	size_t i;

	if (!contains(script, "&q;", 'q'))
		return false;
	buffer_clear(&s->json);
	for (i = 0; i < script.length; i++) {
		const char *sign = i + 2 < script.length &&
		    script.bytes[i] == '&' && script.bytes[i + 2] == ';' ?
		    strchr(signs, script.bytes[i + 1]) : NULL;

		if (sign == NULL || (sign - signs) % 2 != 0) {
			buffer_add_char(&s->json, script.bytes[i]);
			continue;
		}
		buffer_add_char(&s->json, sign[1]);
		i += 2;
	}
	return read_json(s, (struct text){s->json.bytes, s->json.length},
	    false);
}

/* Whatever its type says, what begins as JSON may be some. */
static bool
read_data(struct state *s, struct text attributes, struct text script)
{
	struct text type = strip_attribute(attributes, "type");
	size_t i = 0;

	while (i < script.length && (unsigned char)script.bytes[i] <= ' ')
		i++;
	if (!contains(type, "json", 'j') && (i >= script.length ||
	    (script.bytes[i] != '{' && script.bytes[i] != '[')))
		return false;
	return read_escaped(s, script) || read_json(s, script, contains(
	    strip_attribute(attributes, "id"), "NUXT", 'X'));
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
		if (!read_data(s, attributes, script))
			read_script(s, script);
	}
	if (s->rows.length > 0)
		read_rows(s);
}

/* ---- attributes ---- */

/* `data-page="{&quot;component&quot;:..."`, `data-props='{"reviews":...'`:
 * the quote that the attribute at a brace begins with, else 0. */
static char
quote_of(struct text page, size_t brace)
{
	struct text behind = {page.bytes + brace + 1, page.length - brace - 1};
	char q = brace < 2 || page.bytes[brace - 2] != '=' ? '\0' :
	    page.bytes[brace - 1];

	if (q != '"' && q != '\'')
		return '\0';
	if (begins_with(behind, "{"))		/* `[{` */
		behind = (struct text){behind.bytes + 1, behind.length - 1};
	return begins_with(behind, "&quot;") || begins_with(behind, "&#34;") ||
	    (q == '\'' && begins_with(behind, "\"")) ? q : '\0';
}

static void
read_attribute(struct state *s, struct text value)
{
	buffer_clear(&s->json);
	if (is_relevant(value) && plain_add_unescaped(&s->json, value) == 0)
		read_json(s, (struct text){s->json.bytes, s->json.length},
		    false);
}

static void
read_attributes(struct state *s)
{
	struct text page = s->view->text;
	size_t at = 0, n = 0;

	while (n < STATE_SCRIPTS_MAX && !s->failed) {
		const char *brace = at < page.length ? memchr(page.bytes + at,
		    '{', page.length - at) : NULL, *end;
		char q;

		if (brace == NULL)
			break;
		at = (size_t)(brace - page.bytes) + 1;
		if (at > 1 && brace[-1] == '[')
			brace--;
		q = quote_of(page, (size_t)(brace - page.bytes));
		if (q == '\0')
			continue;
		end = memchr(brace, q, page.length - (size_t)(brace -
		    page.bytes));
		if (end == NULL)
			break;
		n++;
		at = (size_t)(end - page.bytes);
		read_attribute(s, (struct text){brace, (size_t)(end - brace)});
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
