/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who we are, and what is sent besides the URL. */
#include <string.h>

#include "buffer.h"
#include "recipe_parts.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int
check_secret(const struct strict *s, const struct json *v,
	const struct recipe *r, const char *name)
{
	size_t i;

	for (i = 0; name != NULL && i < r->secret_count; i++)
		if (strcmp(r->secret[i].name, name) == 0)
			return 0;
	return name == NULL ? 0 : strict_fault(s, v, "\"%s\" is not among "
	    "\"secrets\"", name);
}

/* What each kind needs, and what would have no meaning with it. */
static int
check_auth(const struct strict *s, const struct json *v,
	const struct recipe *r)
{
	bool named = r->auth == RECIPE_AUTH_HEADER ||
	    r->auth == RECIPE_AUTH_QUERY;
	bool token = r->auth == RECIPE_AUTH_CLIENT ||
	    r->auth == RECIPE_AUTH_REFRESH;

	if (r->auth == RECIPE_AUTH_NONE)
		return strict_fault(s, v, "\"type\" is missing");
	if (r->auth_secret == NULL)
		return strict_fault(s, v, "\"secret\" is missing");
	if (named != (r->auth_name != NULL))
		return strict_fault(s, v, named ? "\"name\" is missing" :
		    "\"name\" has no meaning with this type");
	if (token != (r->token_url != NULL))
		return strict_fault(s, v, token ? "\"token_url\" is missing" :
		    "\"token_url\" has no meaning with this type");
	if (token && r->auth_user == NULL)
		return strict_fault(s, v, "\"user\" is missing: the client's "
		    "id");
	if ((r->auth == RECIPE_AUTH_REFRESH) != (r->auth_refresh != NULL))
		return strict_fault(s, v, r->auth_refresh == NULL ?
		    "\"refresh\" is missing" :
		    "\"refresh\" has no meaning with this type");
	if (!token && (r->scope != NULL || r->token_form))
		return strict_fault(s, v, "\"scope\" and \"send\" have no "
		    "meaning with this type");
	return 0;
}

int
recipe_auth_read(const struct strict *s, const struct json *v,
	struct recipe *r)
{
	static const struct recipe_word types[] = {
		{"header", RECIPE_AUTH_HEADER}, {"query", RECIPE_AUTH_QUERY},
		{"bearer", RECIPE_AUTH_BEARER}, {"basic", RECIPE_AUTH_BASIC},
		{"oauth_client", RECIPE_AUTH_CLIENT},
		{"oauth_refresh", RECIPE_AUTH_REFRESH},
	}, ways[] = {{"basic", false}, {"form", true}};
	const struct json *type, *name, *secret, *user, *refresh, *url, *scope,
	    *send;
	const struct json_key key[] = {
		{"type", JSON_STRING, &type}, {"name", JSON_STRING, &name},
		{"secret", JSON_STRING, &secret}, {"user", JSON_STRING, &user},
		{"refresh", JSON_STRING, &refresh},
		{"token_url", JSON_STRING, &url},
		{"scope", JSON_STRING, &scope}, {"send", JSON_STRING, &send},
	};
	int auth = RECIPE_AUTH_NONE, form = false;

	if (v == NULL)
		return 0;
	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    recipe_choice(s, type, types, COUNT(types), &auth) < 0 ||
	    recipe_choice(s, send, ways, 2, &form) < 0 ||
	    strict_string(s, name, &r->auth_name) < 0 ||
	    strict_string(s, secret, &r->auth_secret) < 0 ||
	    strict_string(s, user, &r->auth_user) < 0 ||
	    strict_string(s, refresh, &r->auth_refresh) < 0 ||
	    strict_label(s, url, RECIPE_URL_MAX, &r->token_url) < 0 ||
	    strict_string(s, scope, &r->scope) < 0)
		return -1;
	r->auth = (enum recipe_auth)auth;
	r->token_form = form;
	if (check_secret(s, v, r, r->auth_secret) < 0 ||
	    check_secret(s, v, r, r->auth_user) < 0 ||
	    check_secret(s, v, r, r->auth_refresh) < 0)
		return -1;
	return check_auth(s, v, r);
}

/* A value as it will stand in the body: for a form what a string says, for
 * JSON its text.  A string that is nothing but {page} becomes a number. */
static int
read_field(const struct strict *s, const struct json *v, bool json,
	struct recipe_pair *pair)
{
	struct buffer written;
	int result = 0;

	if (strict_name(s, v, &pair->name) < 0)
		return -1;
	if (!json)
		return strict_text(s, v, &pair->value);
	if (text_is(json_text(v), "{page}")) {
		pair->value = text_of("{page}");
		return 0;
	}
	buffer_init(&written, RECIPE_BYTES_MAX);
	if (json_write(&written, v) != 0 || (pair->value.bytes = arena_copy(
	    s->arena, written.bytes, written.length)) == NULL)
		result = strict_no_memory(s);
	pair->value.length = written.length;
	buffer_release(&written);
	return result;
}

int
recipe_body_read(const struct strict *s, const struct json *v,
	const struct json *fields, struct recipe *r)
{
	static const struct recipe_word kinds[] = {
		{"json", RECIPE_BODY_JSON}, {"form", RECIPE_BODY_FORM},
	};
	struct recipe_pair *pair;
	int body = RECIPE_BODY_NONE;
	const struct json *m;

	if (recipe_choice(s, v, kinds, 2, &body) < 0)
		return -1;
	if ((v == NULL) != (fields == NULL))
		return strict_fault(s, v != NULL ? v : fields, "\"body\" and "
		    "\"fields\" go together");
	if (json_count(fields) > RECIPE_PAIRS_MAX)
		return strict_fault(s, fields, "more than %d entries",
		    (int)RECIPE_PAIRS_MAX);
	pair = arena_take(s->arena, (json_count(fields) + 1) * sizeof(*pair));
	if (pair == NULL)
		return strict_no_memory(s);
	r->body = (enum recipe_body)body;
	r->body_field = pair;
	for (m = json_first(fields); m != NULL; m = json_next(m)) {
		if (read_field(s, m, body == RECIPE_BODY_JSON, pair++) < 0)
			return -1;
		r->body_count++;
	}
	return 0;
}

int
recipe_answers_read(const struct strict *s, const struct json *v,
	struct recipe *r)
{
	static const struct recipe_word words[] = {
		{"wait", RECIPE_ANSWER_WAIT}, {"empty", RECIPE_ANSWER_EMPTY},
	};
	const struct json *m;
	const char *status;
	int means = 0;

	for (m = json_first(v); m != NULL; m = json_next(m)) {
		if (r->answer_count == RECIPE_ANSWERS_MAX)
			return strict_fault(s, m, "more than %d statuses",
			    (int)RECIPE_ANSWERS_MAX);
		status = json_name(m);
		if (strlen(status) != 3 || status[0] != '4' ||
		    strspn(status, "0123456789") != 3)
			return strict_fault(s, m, "\"%s\" is no status from "
			    "400 to 499", status);
		if (json_type(m) != JSON_STRING)
			return strict_fault(s, m, "wait or empty is wanted "
			    "here");
		if (recipe_choice(s, m, words, 2, &means) < 0)
			return -1;
		r->answer[r->answer_count].status = 400 + (status[1] - '0') *
		    10 + (status[2] - '0');
		r->answer[r->answer_count++].means = (enum recipe_meaning)
		    means;
	}
	return 0;
}
