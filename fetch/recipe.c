/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recipe.h"

#include <errno.h>
#include <regex.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "recipe_parts.h"
#include "slurp.h"
#include "workspace.h"

enum { RECIPE_MEMORY = 8 << 20, DELAY_DEFAULT = 1000, DAY = 86400 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

int
recipe_choice(const struct strict *s, const struct json *v,
	const struct recipe_word *word, size_t count, int *to)
{
	char known[256] = "";
	size_t i;

	if (v == NULL)
		return 0;
	for (i = 0; i < count; i++)
		if (text_is(json_text(v), word[i].word)) {
			*to = word[i].means;
			return 0;
		}
	for (i = 0; i < count; i++) {
		size_t used = strlen(known);

		snprintf(known + used, sizeof(known) - used, "%s%s",
		    i == 0 ? "" : ", ", word[i].word);
	}
	return strict_fault(s, v, "one of these is wanted here: %s", known);
}

static int
read_pair(const struct strict *s, const struct json *member, bool empty,
	struct recipe_pair *pair)
{
	if (strict_name(s, member, &pair->name) < 0)
		return -1;
	if (!empty || json_type(member) != JSON_STRING ||
	    json_text(member).length > 0)
		return strict_text(s, member, &pair->value);
	pair->value = (struct text){"", 0};
	return 0;
}

int
recipe_pairs(const struct strict *s, const struct json *v, bool empty,
	const struct recipe_pair **to, size_t *count)
{
	struct recipe_pair *pair;
	const struct json *m;

	if (json_count(v) > RECIPE_PAIRS_MAX)
		return strict_fault(s, v, "more than %d entries",
		    (int)RECIPE_PAIRS_MAX);
	pair = arena_take(s->arena, (json_count(v) + 1) * sizeof(*pair));
	if (pair == NULL)
		return strict_no_memory(s);
	*to = pair;
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		if (read_pair(s, m, empty, pair) < 0)
			return -1;
		pair++;
		++*count;
	}
	return 0;
}

static bool
is_name(const char *name)
{
	size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

	return length > 0 && name[length] == '\0' &&
	    recipe_place_of(text_of(name)) == RECIPE_PLACE_PARAM;
}

static int
check_pattern(const struct strict *s, const struct json *v,
	const char *pattern)
{
	regex_t compiled;

	if (pattern == NULL)
		return 0;
	if (regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB) != 0)
		return strict_fault(s, v, "not an extended regular "
		    "expression");
	regfree(&compiled);
	return 0;
}

static int
read_param(const struct strict *s, const struct json *v,
	struct recipe_param *param)
{
	const struct json *about, *required, *value, *pattern;
	const struct json_key key[] = {
		{"about", JSON_STRING, &about},
		{"required", JSON_TRUE, &required},
		{"default", JSON_ABSENT, &value},
		{"pattern", JSON_STRING, &pattern},
	};

	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    strict_name(s, v, &param->name) < 0 ||
	    strict_string(s, about, &param->about) < 0 ||
	    strict_text(s, value, &param->default_value) < 0 ||
	    strict_string(s, pattern, &param->pattern) < 0)
		return -1;
	param->required = json_is_true(required);
	if (!is_name(param->name))
		return strict_fault(s, v, "a parameter's name is made of a-z, "
		    "0-9 and _, and is none of page, cursor, since, from, to, "
		    "ids");
	if (about == NULL)
		return strict_fault(s, v, "a parameter without \"about\"");
	if (param->required && value != NULL)
		return strict_fault(s, v, "a parameter with a default is "
		    "never required");
	return check_pattern(s, pattern, param->pattern);
}

static int
read_params(const struct strict *s, const struct json *v, struct recipe *r)
{
	const struct json *m;

	r->param = arena_take(s->arena, (json_count(v) + 1) *
	    sizeof(*r->param));
	if (r->param == NULL)
		return strict_no_memory(s);
	for (m = json_first(v); m != NULL; m = json_next(m))
		if (read_param(s, m, &r->param[r->param_count++]) < 0)
			return -1;
	return 0;
}

static int
read_secrets(const struct strict *s, const struct json *v, struct recipe *r)
{
	struct recipe_secret *secret;
	const struct json *m;

	secret = arena_take(s->arena, (json_count(v) + 1) * sizeof(*secret));
	if (secret == NULL)
		return strict_no_memory(s);
	r->secret = secret;
	for (m = json_first(v); m != NULL; m = json_next(m), secret++) {
		if (strict_name(s, m, &secret->name) < 0 ||
		    strict_secret(s, m, &secret->env, &secret->file) < 0)
			return -1;
		if (!is_name(secret->name) ||
		    strlen(secret->name) > RECIPE_NAME_MAX)
			return strict_fault(s, m, "a secret's name is made "
			    "of a-z, 0-9 and _");
		r->secret_count++;
	}
	return 0;
}

static int
read_about(const struct strict *s, const struct json *version,
	const struct json *kind, const struct json *source,
	const struct json *every, struct recipe *r)
{
	int64_t n;

	if (!json_integer(version, &n) || n != 1)
		return strict_fault(s, version == NULL ? json_root(s->d) :
		    version, "\"recipe\": 1 is missing or is another number");
	if (r->id == NULL || r->title == NULL || r->docs == NULL ||
	    r->terms == NULL || r->verified == NULL || kind == NULL)
		return strict_fault(s, json_root(s->d), "id, title, docs, "
		    "terms, verified and kind must be there");
	if (strict_string(s, kind, &r->kind) < 0 ||
	    strict_label(s, source, PLAN_NAME_MAX, &r->source) < 0 ||
	    strict_duration(s, every, &r->every) < 0)
		return -1;
	if (!plan_is_kind(r->kind))
		return strict_fault(s, kind, "no such kind of source; there "
		    "are retailer, review-site, social, own-site, survey");
	if (r->source != NULL && strcmp(r->source, "host") == 0)
		r->source = NULL;
	return 0;
}

static int
read_root(const struct strict *s, struct recipe *r)
{
	const struct json *version, *id, *title, *docs, *terms, *verified,
	    *kind, *source, *params, *match, *secrets, *request, *paginate,
	    *stated, *every, *retain, *again, *answer;
	const struct json_key key[] = {
		{"recipe", JSON_NUMBER, &version}, {"id", JSON_STRING, &id},
		{"title", JSON_STRING, &title}, {"docs", JSON_STRING, &docs},
		{"terms", JSON_STRING, &terms},
		{"verified", JSON_STRING, &verified},
		{"kind", JSON_STRING, &kind},
		{"source", JSON_STRING, &source},
		{"params", JSON_OBJECT, &params},
		{"match", JSON_ARRAY, &match},
		{"secrets", JSON_OBJECT, &secrets},
		{"request", JSON_OBJECT, &request},
		{"paginate", JSON_OBJECT, &paginate},
		{"stated", JSON_OBJECT, &stated},
		{"every", JSON_STRING, &every},
		{"incremental", JSON_OBJECT, &again},
		{"retain_days", JSON_NUMBER, &retain},
		{"read", JSON_OBJECT, &answer},
	};

	if (strict_keys(s, json_root(s->d), key, COUNT(key)) < 0 ||
	    strict_label(s, id, PLAN_NAME_MAX, &r->id) < 0 ||
	    strict_string(s, title, &r->title) < 0 ||
	    strict_string(s, docs, &r->docs) < 0 ||
	    strict_string(s, terms, &r->terms) < 0 ||
	    strict_string(s, verified, &r->verified) < 0 ||
	    read_about(s, version, kind, source, every, r) < 0 ||
	    strict_number(s, retain, 1, PLAN_RETAIN_MAX,
	    &r->retain_days) < 0 ||
	    read_params(s, params, r) < 0 ||
	    recipe_match_read(s, match, r) < 0 ||
	    read_secrets(s, secrets, r) < 0 ||
	    recipe_ask_read(s, request, paginate, stated, r) < 0)
		return -1;
	if (recipe_answer_read(s, answer, r) < 0)
		return -1;
	if ((r->next != NULL || r->stated_path != NULL ||
	    r->stated_sum != NULL || r->ids != NULL || r->backoff != NULL) &&
	    r->format != RECIPE_JSON)
		return strict_fault(s, answer, "next, stated, ids and backoff "
		    "are looked for in json only");
	return recipe_again_read(s, again, r);
}

/* Where a recipe lies; *named: it was asked for by its id. */
static int
find(const char *name, const char *folder, char path[WORKSPACE_PATH_MAX],
	bool *named, struct complaint *c)
{
	char shipped[WORKSPACE_PATH_MAX];
	int used;

	*named = !recipe_is_path(name);
	if (!*named) {
		used = snprintf(path, WORKSPACE_PATH_MAX, "%s", name);
	} else {
		if (folder == NULL &&
		    workspace_data("sources", shipped, c) < 0)
			return -1;
		used = snprintf(path, WORKSPACE_PATH_MAX, "%s/%s.json",
		    folder == NULL ? shipped : folder, name);
	}
	return used < 0 || used >= WORKSPACE_PATH_MAX ?
	    complain(c, ENAMETOOLONG, "%.100s", name) : 0;
}

static int
read_file(struct recipe *r, const char *path, struct complaint *c)
{
	struct strict s = {.arena = &r->arena, .c = c};
	struct json_document *d = NULL;
	struct buffer b;
	int result;

	buffer_init(&b, RECIPE_BYTES_MAX);
	r->path = arena_string(&r->arena, path);
	result = r->path == NULL ? complain(c, ENOMEM, "%s", path) :
	    slurp(path, &b, c);
	if (result == 0)
		d = json_read(b.length == 0 ? "" : b.bytes, b.length, true,
		    path, c);
	buffer_release(&b);
	if (d == NULL)
		return -1;
	s.d = d;
	result = read_root(&s, r);
	json_free(d);
	return result;
}

int
recipe_read(struct recipe *r, const char *name, const char *folder,
	struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX];
	bool named = false;
	int result;

	*r = (struct recipe){.delay_ms = DELAY_DEFAULT, .every = DAY,
	    .known_run = RECIPE_KNOWN_RUN, .whole = RECIPE_WHOLE_S};
	arena_init(&r->arena, RECIPE_MEMORY);
	result = find(name, folder, path, &named, c);
	if (result == 0 && named && access(path, F_OK) < 0)
		result = complain(c, 0, "no recipe is called \"%.100s\" "
		    "(%s); fetch sources lists them", name, path);
	if (result == 0)
		result = read_file(r, path, c);
	if (result == 0 && named && strcmp(r->id, name) != 0)
		result = complain(c, 0, "%s: its id is \"%s\", which is not "
		    "its name", path, r->id);
	if (result < 0)
		recipe_release(r);
	return result;
}

void
recipe_release(struct recipe *r)
{
	arena_release(&r->arena);
	*r = (struct recipe){.path = NULL};
}

bool
recipe_has_stop(const struct recipe *r, enum recipe_stop_rule rule)
{
	size_t i;

	for (i = 0; i < r->stop_count; i++)
		if (r->stop[i].rule == rule)
			return true;
	return false;
}
