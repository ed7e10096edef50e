/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "auth.h"

#include <string.h>

#include "buffer.h"
#include "secret.h"

int
auth_secret(const struct recipe *r, const char *name, struct arena *a,
	struct text *value, struct complaint *c)
{
	size_t i;

	for (i = 0; i < r->secret_count; i++)
		if (strcmp(r->secret[i].name, name) == 0)
			return secret_read(value, r->secret[i].env,
			    r->secret[i].file, r->path, a, c);
	return complain(c, 0, "%s: no secret \"%s\"", r->path, name);
}

/* RFC 4648, with padding. */
static void
base64_add(struct buffer *to, struct text t)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t i, k;

	for (i = 0; i < t.length; i += 3) {
		size_t left = t.length - i < 3 ? t.length - i : 3;
		uint32_t n = 0;

		for (k = 0; k < 3; k++)
			n = n << 8 | (k < left ?
			    (unsigned char)t.bytes[i + k] : 0);
		for (k = 0; k < 4; k++)
			buffer_add_char(to, k <= left ?
			    digit[n >> (18 - 6 * k) & 63] : '=');
	}
}

static int
take(struct buffer *b, struct arena *a, struct text *to, struct complaint *c)
{
	*to = (struct text){b->failed ? NULL : arena_copy(a, b->bytes,
	    b->length), b->length};
	if (b->bytes != NULL)
		memset(b->bytes, 0, b->capacity);
	buffer_release(b);
	return to->bytes != NULL ? 0 : complain(c, 0, "no memory for a "
	    "secret");
}

int
auth_basic(const struct recipe *r, struct arena *a, struct text *value,
	struct complaint *c)
{
	struct text user = {"", 0}, secret;
	struct buffer plain, coded;
	int result;

	if ((r->auth_user != NULL && auth_secret(r, r->auth_user, a, &user, c)
	    != 0) || auth_secret(r, r->auth_secret, a, &secret, c) != 0)
		return -1;
	buffer_init(&plain, 4 * (size_t)SECRET_MAX);
	buffer_init(&coded, 8 * (size_t)SECRET_MAX);
	buffer_add(&plain, user.bytes, user.length);
	if (r->auth_user != NULL)
		buffer_add_char(&plain, ':');
	buffer_add(&plain, secret.bytes, secret.length);
	base64_add(&coded, (struct text){plain.bytes, plain.length});
	result = take(&coded, a, value, c);
	memset(plain.bytes, 0, plain.capacity);
	buffer_release(&plain);
	return result;
}

int
auth_word(const char *scheme, struct text value, struct arena *a,
	struct text *to, struct complaint *c)
{
	struct buffer b;

	buffer_init(&b, 8 * (size_t)SECRET_MAX + 64);
	buffer_add_format(&b, "%s ", scheme);
	buffer_add(&b, value.bytes, value.length);
	return take(&b, a, to, c);
}

bool
auth_wants_token(const struct recipe *r)
{
	return r->auth == RECIPE_AUTH_CLIENT || r->auth == RECIPE_AUTH_REFRESH;
}
