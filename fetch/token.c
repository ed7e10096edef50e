/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "token.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "auth.h"
#include "json.h"
#include "mirror.h"
#include "token_file.h"

enum { FORM_MAX = 32 << 10 };

/* ---- asking ---- */

static int
set_out(struct round *r, struct token *t, struct complaint *c)
{
	struct http_place place;
	char url[HTTP_URL];
	struct host *h;

	if (http_url_read(NULL, t->recipe->token_url, url, c) != 0 ||
	    mirror_apply(r->plan, url, c) != 0)
		return -1;
	http_url_place(url, &place);
	if ((h = round_host(r, place.host, c)) == NULL)
		return -1;
	visit_begin(&t->visit, url, h);
	t->state = TOKEN_ASKING;
	return 0;
}

static int
token_begin(struct round *r, struct token *t, struct complaint *c)
{
	if (token_file_name(t, c) != 0)
		return -1;
	token_file_read(r, t);
	if (t->refresh.length > 0 && mask_learn(t->mask, (struct text){
	    t->refresh.bytes, t->refresh.length}, c) != 0)
		return -1;
	if (t->value.length == 0 || t->ends <= round_wall(r) + TOKEN_EARLY_S)
		return set_out(r, t, c);
	t->state = TOKEN_READY;
	return mask_learn(t->mask, (struct text){t->value.bytes,
	    t->value.length}, c);
}

struct token *
token_find(struct round *r, const struct recipe *recipe, struct mask *mask,
	struct complaint *c)
{
	struct token *t;

	for (t = r->tokens; t != NULL; t = t->next)
		if (t->recipe == recipe)
			return t;
	t = calloc(1, sizeof(*t));
	if (t == NULL) {
		complain(c, 0, "no memory for a token");
		return NULL;
	}
	t->owner = OWNER_TOKEN;
	t->recipe = recipe;
	t->mask = mask;
	visit_init(&t->visit);
	buffer_init(&t->value, TOKEN_MAX);
	buffer_init(&t->refresh, TOKEN_MAX);
	t->next = r->tokens;
	r->tokens = t;
	if (token_begin(r, t, &t->why) != 0)
		t->state = TOKEN_FAILED;
	return t;
}

static void
buffer_forget(struct buffer *b)
{
	if (b->bytes != NULL)
		memset(b->bytes, 0, b->capacity);
	buffer_release(b);
}

void
token_release_all(struct round *r)
{
	struct token *t, *next;

	for (t = r->tokens; t != NULL; t = next) {
		next = t->next;
		visit_release(&t->visit);
		buffer_forget(&t->value);
		buffer_forget(&t->refresh);
		free(t);
	}
	r->tokens = NULL;
}

static void
form_add(struct buffer *form, const char *name, struct text value)
{
	size_t i;

	buffer_add_format(form, "%s%s=", form->length > 0 ? "&" : "", name);
	for (i = 0; i < value.length; i++) {
		unsigned char b = (unsigned char)value.bytes[i];

		if ((b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') ||
		    (b >= 'A' && b <= 'Z') || strchr("-._~", b) != NULL)
			buffer_add_char(form, (char)b);
		else
			buffer_add_format(form, "%%%02X", (unsigned int)b);
	}
}

static int
form_make(const struct token *t, struct buffer *form, struct arena *a,
	struct complaint *c)
{
	const struct recipe *r = t->recipe;
	struct text user, secret, refresh = {t->refresh.bytes,
	    t->refresh.length};
	bool client = r->auth == RECIPE_AUTH_CLIENT;

	form_add(form, "grant_type", text_of(client ? "client_credentials" :
	    "refresh_token"));
	if (!client && refresh.length == 0 &&
	    auth_secret(r, r->auth_refresh, a, &refresh, c) != 0)
		return -1;
	if (!client)
		form_add(form, "refresh_token", refresh);
	if (r->scope != NULL)
		form_add(form, "scope", text_of(r->scope));
	if (r->token_form) {
		if (auth_secret(r, r->auth_user, a, &user, c) != 0 ||
		    auth_secret(r, r->auth_secret, a, &secret, c) != 0)
			return -1;
		form_add(form, "client_id", user);
		form_add(form, "client_secret", secret);
	}
	return form->failed ? complain(c, 0, "a token's request is too long")
	    : 0;
}

static int
request_start(struct round *r, struct token *t, struct complaint *c)
{
	struct http_field field[5] = {
		{"User-Agent", text_of(r->agent)},
		{"Accept", text_of("application/json")},
		{"Accept-Encoding", text_of("identity")},
		{"Content-Type",
		    text_of("application/x-www-form-urlencoded")},
		{"Authorization", {NULL, 0}},
	};
	struct http_request request = {.url = t->visit.url, .field = field,
	    .count = 4, .body_max = TOKEN_ANSWER_MAX, .owner = t};
	struct text basic;
	struct buffer form;
	struct arena a;
	int result;

	arena_init(&a, FORM_MAX);
	buffer_init(&form, FORM_MAX);
	result = form_make(t, &form, &a, c);
	if (result == 0 && !t->recipe->token_form) {
		result = auth_basic(t->recipe, &a, &basic, c);
		if (result == 0)
			result = auth_word("Basic", basic, &a,
			    &field[4].value, c);
		request.count = 5;
	}
	request.content = (struct text){form.bytes, form.length};
	if (result == 0)
		result = http_start(r->http, &request, c);
	buffer_forget(&form);
	arena_release(&a);
	return result;
}

int
token_step(struct round *r, struct token *t, int64_t now_ms, int64_t *wake,
	struct complaint *c)
{
	int64_t ready;

	(void)c;
	if (t->state != TOKEN_ASKING || t->visit.under_way)
		return 0;
	ready = host_ready(t->visit.host);
	if (ready > now_ms && ready < *wake)
		*wake = ready;
	if (ready > now_ms || !http_has_room(r->http))
		return 0;
	if (request_start(r, t, &t->why) != 0) {
		t->state = TOKEN_FAILED;
		*wake = now_ms;
		return 0;
	}
	t->visit.under_way = true;
	round_ask(r, t->visit.host);
	return 0;
}

/* ---- the answer ---- */

static bool
is_token(struct text t)
{
	size_t i;

	for (i = 0; i < t.length; i++)
		if (t.bytes[i] < '!' || t.bytes[i] > '~')
			return false;
	return t.length > 0 && t.length < TOKEN_MAX;
}

static int
answer_read(struct round *r, struct token *t, struct complaint *c)
{
	struct complaint ignored;
	struct json_document *d = json_read(t->visit.page.bytes,
	    t->visit.page.length, false, "token", &ignored);
	const struct json *root = d == NULL ? NULL : json_root(d);
	struct text value = json_text(json_member(root, "access_token"));
	struct text refresh = json_text(json_member(root, "refresh_token"));
	int64_t life;
	int result = -1;

	/* The answer is never quoted: it may hold what nobody may see. */
	if (!is_token(value))
		complain(c, 0, "no token in the answer of the token's server");
	else {
		if (!json_integer(json_member(root, "expires_in"), &life) ||
		    life <= 0 || life > 365 * 86400)
			life = TOKEN_LIFE_S;
		t->ends = round_wall(r) + life;
		buffer_clear(&t->value);
		buffer_add(&t->value, value.bytes, value.length);
		if (is_token(refresh)) {
			buffer_clear(&t->refresh);
			buffer_add(&t->refresh, refresh.bytes,
			    refresh.length);
			result = mask_learn(t->mask, refresh, c);
		} else
			result = 0;
		if (result == 0)
			result = mask_learn(t->mask, value, c);
	}
	json_free(d);
	return result;
}

static void
answer_take(struct round *r, struct token *t, const struct http_reply *reply)
{
	struct complaint *why = &t->why;
	enum visit_end end = visit_take(&t->visit, reply, &r->politeness,
	    round_ms(), round_wall(r), why);

	round_note(r, "token recipe=%s status=%d", t->recipe->id,
	    reply->status);
	if (end == VISIT_AGAIN)
		return;
	t->state = TOKEN_FAILED;
	if (end == VISIT_DEFERRED)
		t->state = TOKEN_LATER;
	else if (end == VISIT_MOVED)
		complain(why, 0, "the token's server redirects; a secret "
		    "goes nowhere else");
	else if (end == VISIT_ANSWER && reply->status != 200)
		complain(why, 0, "the token's server answers %d",
		    reply->status);
	else if (end == VISIT_ANSWER && answer_read(r, t, why) == 0 &&
	    token_file_write(r, t, why) == 0)
		t->state = TOKEN_READY;
}

int
token_take(struct round *r, struct token *t, const struct http_reply *reply,
	struct complaint *c)
{
	struct host *h = t->visit.host;
	int result = 0;

	answer_take(r, t, reply);
	if (t->state == TOKEN_LATER)
		result = ledger_host_put(r->ledger, h->name, h->blocked_until,
		    c);
	visit_forget(&t->visit);
	return result;
}

bool
token_renew(struct round *r, struct token *t, struct complaint *c)
{
	if (t->renewed || t->state != TOKEN_READY)
		return false;
	t->renewed = true;
	buffer_clear(&t->value);
	return set_out(r, t, c) == 0;
}
