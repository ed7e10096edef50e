/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "calendar.h"
#include "json_strict.h"
#include "plan_hosts.h"
#include "plan_customers.h"
#include "plan_ids.h"
#include "plan_report.h"
#include "recipe.h"
#include "secret.h"
#include "slurp.h"
#include "workspace.h"

enum { PLAN_MEMORY = 64 << 20 };

static const char *const kinds[] = {
	"retailer", "review-site", "social", "own-site", "survey",
};

bool
plan_is_kind(const char *kind)
{
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kind, kinds[i]) == 0)
			return true;
	return false;
}

static int
read_params(const struct strict *s, const struct json *v,
	struct plan_row *row)
{
	struct plan_param *param;
	const struct json *m;
	size_t i;

	param = arena_take(s->arena, (json_count(v) + 1) * sizeof(*param));
	if (param == NULL)
		return strict_no_memory(s);
	row->param = param;
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		for (i = 0; i < row->param_count; i++)
			if (strcmp(param[i].name, json_name(m)) == 0)
				return strict_fault(s, m, "the parameter "
				    "\"%s\" is said twice", json_name(m));
		if (strict_name(s, m, &param[i].name) < 0 ||
		    strict_text(s, m, &param[i].value) < 0)
			return -1;
		row->param_count++;
	}
	return 0;
}

static int
read_kind(const struct strict *s, const struct json *v, const char **to)
{
	if (strict_string(s, v, to) < 0)
		return -1;
	if (v != NULL && !plan_is_kind(*to))
		return strict_fault(s, v, "no such kind of source; there are "
		    "retailer, review-site, social, own-site, survey");
	return 0;
}

static int
read_since(const struct strict *s, const struct json *v, int64_t *to)
{
	struct calendar_date date;

	if (v == NULL)
		return 0;
	if (!calendar_read(json_text(v), &date) ||
	    (*to = calendar_instant(&date)) <= 0)
		return strict_fault(s, v, "a date is wanted here, such as "
		    "2026-01-01");
	return 0;
}

/* The form of BCP 47: "en", "pt-BR"; no "English", which nobody would find. */
static int
read_language(const struct strict *s, const struct json *v, const char **to)
{
	size_t n, subtags = 0;
	const char *at;

	if (strict_label(s, v, PLAN_NAME_MAX, to) < 0 || v == NULL)
		return v == NULL ? 0 : -1;
	for (at = *to; ; at += n + 1, subtags++) {
		for (n = 0; isalnum((unsigned char)at[n]); n++)
			;
		if (n < (subtags == 0 ? 2 : 1) || n > (subtags == 0 ? 3 : 8) ||
		    (at[n] != '-' && at[n] != '\0'))
			return strict_fault(s, v, "a language is written as "
			    "en or pt-BR");
		if (at[n] == '\0')
			return 0;
	}
}

static int
read_source(const struct strict *s, const struct json *v,
	struct plan_row *row)
{
	const struct json *recipe, *params, *kind, *name, *item, *language,
	    *every, *max_pages, *since, *retain, *id;
	const struct json_key key[] = {
		{"recipe", JSON_STRING, &recipe},
		{"params", JSON_OBJECT, &params},
		{"kind", JSON_STRING, &kind},
		{"name", JSON_STRING, &name},
		{"item", JSON_STRING, &item},
		{"language", JSON_STRING, &language},
		{"every", JSON_STRING, &every},
		{"max_pages", JSON_NUMBER, &max_pages},
		{"since", JSON_STRING, &since},
		{"retain_days", JSON_NUMBER, &retain},
		{"id", JSON_STRING, &id},
	};

	if (strict_keys(s, v, key, sizeof(key) / sizeof(key[0])) < 0)
		return -1;
	if (recipe == NULL)
		return strict_fault(s, v, "a source without \"recipe\"");
	row->line = json_line(s->d, v);
	if (strict_string(s, recipe, &row->recipe) < 0 ||
	    read_kind(s, kind, &row->kind) < 0 ||
	    strict_label(s, name, PLAN_NAME_MAX, &row->source) < 0 ||
	    strict_label(s, item, PLAN_NAME_MAX, &row->item) < 0 ||
	    read_language(s, language, &row->language) < 0 ||
	    plan_ids_read(s, id, &row->key) < 0 ||
	    strict_number(s, max_pages, 1, PLAN_PAGES_MAX,
	    &row->max_pages) < 0 ||
	    read_since(s, since, &row->since) < 0 ||
	    strict_number(s, retain, 1, PLAN_RETAIN_MAX,
	    &row->retain_days) < 0 ||
	    strict_duration(s, every, &row->every) < 0)
		return -1;
	return read_params(s, params, row);
}

static int
read_role(const struct strict *s, const struct json *brand,
	const struct json *role, bool *own)
{
	if (role == NULL)
		return strict_fault(s, brand, "a brand without \"role\" (own "
		    "or competitor)");
	*own = text_is(json_text(role), "own");
	if (!*own && !text_is(json_text(role), "competitor"))
		return strict_fault(s, role, "\"role\" must be own or "
		    "competitor");
	return 0;
}

/* A recipe's file is meant beside the plan, wherever the run was begun. */
static int
find_recipe(const struct strict *s, const struct plan *p,
	struct plan_row *row)
{
	char path[WORKSPACE_PATH_MAX];

	if (!recipe_is_path(row->recipe))
		return 0;
	if (workspace_beside(row->recipe, p->path, path, s->c) < 0)
		return -1;
	row->recipe = arena_string(s->arena, path);
	return row->recipe == NULL ? strict_no_memory(s) : 0;
}

static int
read_sources(const struct strict *s, const struct json *sources,
	const struct plan_brand *brand, struct plan *p)
{
	const struct json *v;
	struct plan_row *row;

	for (v = json_first(sources); v != NULL; v = json_next(v)) {
		if (p->row_count == PLAN_ROWS_MAX)
			return strict_fault(s, v, "more than %d sources",
			    (int)PLAN_ROWS_MAX);
		row = &p->row[p->row_count++];
		row->brand = brand;
		if (read_source(s, v, row) < 0 || find_recipe(s, p, row) < 0)
			return -1;
	}
	return 0;
}

static int
read_brand(const struct strict *s, const struct json *v,
	struct plan_brand *brand, struct plan *p)
{
	const struct json *name, *role, *aliases, *sources, *id, *customers;
	const struct json_key key[] = {
		{"name", JSON_STRING, &name},
		{"role", JSON_STRING, &role},
		{"id", JSON_STRING, &id},
		{"aliases", JSON_ARRAY, &aliases},
		{"customers", JSON_ARRAY, &customers},
		{"sources", JSON_ARRAY, &sources},
	};

	if (strict_keys(s, v, key, sizeof(key) / sizeof(key[0])) < 0)
		return -1;
	if (name == NULL)
		return strict_fault(s, v, "a brand without \"name\"");
	if (strict_label(s, name, PLAN_NAME_MAX, &brand->name) < 0 ||
	    plan_ids_read(s, id, &brand->id) < 0 ||
	    read_role(s, v, role, &brand->own) < 0 ||
	    strict_strings(s, aliases, &brand->alias,
	    &brand->alias_count) < 0 ||
	    plan_customers_read(s, customers, brand) < 0)
		return -1;
	return read_sources(s, sources, brand, p);
}

static int
read_brands(const struct strict *s, const struct json *brands,
	struct plan *p)
{
	size_t rows = 0, own = 0, i;
	const struct json *v;

	if (json_count(brands) == 0)
		return strict_fault(s, brands == NULL ? json_root(s->d) :
		    brands, "\"brands\" is missing or empty");
	if (json_count(brands) > PLAN_BRANDS_MAX)
		return strict_fault(s, brands, "more than %d brands",
		    (int)PLAN_BRANDS_MAX);
	for (v = json_first(brands); v != NULL; v = json_next(v))
		rows += json_count(json_member(v, "sources"));
	rows = rows < PLAN_ROWS_MAX ? rows : PLAN_ROWS_MAX;
	p->brand = arena_take(s->arena, json_count(brands) *
	    sizeof(*p->brand));
	p->row = arena_take(s->arena, (rows + 1) * sizeof(*p->row));
	if (p->brand == NULL || p->row == NULL)
		return strict_no_memory(s);
	for (v = json_first(brands); v != NULL; v = json_next(v))
		if (read_brand(s, v, &p->brand[p->brand_count++], p) < 0)
			return -1;
	for (i = 0; i < p->brand_count; i++)
		own += p->brand[i].own;
	if (own != 1)
		return strict_fault(s, brands, "%zu brands have the role "
		    "\"own\"; one must", own);
	return plan_ids_make(p, s->c);
}

static int
read_authors(const struct strict *s, const struct json *v,
	const struct json *key, struct plan *p)
{
	const char *env = NULL, *file = NULL;
	struct complaint why;

	p->keep_authors = text_is(json_text(v), "keep");
	if (v != NULL && !p->keep_authors && !text_is(json_text(v), "hash"))
		return strict_fault(s, v, "\"authors\" must be hash or keep");
	if (key == NULL)
		return 0;
	if (strict_secret(s, key, &env, &file) < 0)
		return -1;
	return secret_read(&p->authors_key, env, file, p->path, s->arena,
	    &why) == 0 ? 0 : strict_fault(s, key, "%s", why.text);
}

/* An origin and nothing behind it. */
static bool
is_origin(const char *url)
{
	size_t scheme = strncmp(url, "https://", 8) == 0 ? 8 :
	    strncmp(url, "http://", 7) == 0 ? 7 : 0;

	return scheme > 0 && url[scheme] != '\0' &&
	    url[scheme + strcspn(url + scheme, "/?#@")] == '\0';
}

static int
read_mirrors(const struct strict *s, const struct json *v, struct plan *p)
{
	struct plan_mirror *mirror;
	const struct json *m;

	if (json_count(v) > PLAN_MIRRORS_MAX)
		return strict_fault(s, v, "more than %d mirrors",
		    (int)PLAN_MIRRORS_MAX);
	mirror = arena_take(s->arena, (json_count(v) + 1) * sizeof(*mirror));
	if (mirror == NULL)
		return strict_no_memory(s);
	p->mirror = mirror;
	for (m = json_first(v); m != NULL; m = json_next(m), mirror++) {
		if (json_type(m) != JSON_STRING ||
		    strict_name(s, m, &mirror->of) < 0 ||
		    strict_string(s, m, &mirror->origin) < 0 ||
		    !is_origin(mirror->of) || !is_origin(mirror->origin))
			return strict_fault(s, m, "a mirror is \"origin\": "
			    "\"origin\", such as \"https://api.example\"");
		p->mirror_count++;
	}
	return 0;
}

static int
read_root(const struct strict *s, struct plan *p)
{
	const struct json *contact, *authors, *authors_key, *allow_private,
	    *delay, *mirrors, *retain, *hosts, *brands,
	    *language, *bom, *thresholds, *streams;
	const struct json_key key[] = {
		{"report_language", JSON_STRING, &language},
		{"csv_bom", JSON_TRUE, &bom},
		{"thresholds", JSON_ARRAY, &thresholds},
		{"streams", JSON_ARRAY, &streams},
		{"contact", JSON_STRING, &contact},
		{"authors", JSON_STRING, &authors},
		{"authors_key", JSON_OBJECT, &authors_key},
		{"allow_private", JSON_ARRAY, &allow_private},
		{"delay_ms", JSON_NUMBER, &delay},
		{"mirrors", JSON_OBJECT, &mirrors},
		{"hosts", JSON_OBJECT, &hosts},
		{"retain_days", JSON_NUMBER, &retain},
		{"brands", JSON_ARRAY, &brands},
	};

	if (strict_keys(s, json_root(s->d), key,
	    sizeof(key) / sizeof(key[0])) < 0 ||
	    strict_label(s, contact, PLAN_CONTACT_MAX, &p->contact) < 0 ||
	    strict_strings(s, allow_private, &p->allow_private,
	    &p->allow_private_count) < 0 ||
	    strict_number(s, delay, 0, PLAN_DELAY_MAX, &p->delay_ms) < 0 ||
	    strict_number(s, retain, 1, PLAN_RETAIN_MAX,
	    &p->retain_days) < 0 ||
	    strict_label(s, language, PLAN_NAME_MAX,
	    &p->report_language) < 0 ||
	    read_mirrors(s, mirrors, p) < 0 ||
	    plan_hosts_read(s, hosts, p) < 0 || read_brands(s, brands, p) < 0 ||
	    plan_report_streams(s, streams, p) < 0 ||
	    plan_report_thresholds(s, thresholds, p) < 0)
		return -1;
	p->csv_bom = json_is_true(bom);
	return read_authors(s, authors, authors_key, p);
}

int
plan_read(struct plan *p, const char *path, struct complaint *c)
{
	struct strict s = {.arena = &p->arena, .c = c};
	struct json_document *d = NULL;
	struct buffer b;
	int result;

	*p = (struct plan){.delay_ms = -1};
	arena_init(&p->arena, PLAN_MEMORY);
	buffer_init(&b, PLAN_BYTES_MAX);
	p->path = arena_string(&p->arena, path);
	result = p->path == NULL ? complain(c, ENOMEM, "%s", path) :
	    slurp(path, &b, c);
	if (result == 0 && (d = json_read(b.length == 0 ? "" : b.bytes,
	    b.length, true, path, c)) == NULL)
		result = -1;
	buffer_release(&b);
	s.d = d;
	if (result == 0)
		result = read_root(&s, p);
	json_free(d);
	if (result < 0)
		plan_release(p);
	return result;
}

void
plan_release(struct plan *p)
{
	arena_release(&p->arena);
	*p = (struct plan){.delay_ms = -1};
}

const struct plan_row *
plan_find(const struct plan *p, struct text key)
{
	size_t i;

	for (i = 0; i < p->row_count; i++)
		if (text_is(key, p->row[i].key))
			return &p->row[i];
	return NULL;
}

struct text
plan_row_param(const struct plan_row *row, const char *name)
{
	size_t i;

	for (i = 0; i < row->param_count; i++)
		if (strcmp(row->param[i].name, name) == 0)
			return row->param[i].value;
	return (struct text){NULL, 0};
}
