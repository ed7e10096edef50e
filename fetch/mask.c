/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mask.h"

#include <stdbool.h>
#include <string.h>

#include "secret.h"

int
mask_init(struct mask *m, const struct recipe *r, struct complaint *c)
{
	size_t i;

	*m = (struct mask){0};
	arena_init(&m->arena, (r->secret_count + 1) * (SECRET_MAX + 64));
	if (r->secret_count == 0)
		return 0;
	m->secret = arena_take(&m->arena, r->secret_count *
	    sizeof(*m->secret));
	if (m->secret == NULL)
		return complain(c, 0, "%s: no memory for secrets", r->path);
	for (i = 0; i < r->secret_count; i++) {
		if (secret_read(&m->secret[i], r->secret[i].env,
		    r->secret[i].file, r->path, &m->arena, c) != 0)
			return -1;
		m->count++;
	}
	return 0;
}

void
mask_release(struct mask *m)
{
	arena_release(&m->arena);
	m->count = 0;
}

static int
hex_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 32;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* How many bytes at `at` spell the secret, escapes read as what they stand
 * for; 0 where they do not. */
static size_t
spelled(struct text text, size_t at, struct text secret)
{
	size_t begin = at, i;

	for (i = 0; i < secret.length; i++) {
		if (at >= text.length)
			return 0;
		if (text.bytes[at] == secret.bytes[i]) {
			at++;
			continue;
		}
		if (text.bytes[at] == '+' && secret.bytes[i] == ' ') {
			at++;
			continue;
		}
		if (text.bytes[at] != '%' || text.length - at < 3 ||
		    hex_of(text.bytes[at + 1]) * 16 +
		    hex_of(text.bytes[at + 2]) !=
		    (unsigned char)secret.bytes[i])
			return 0;
		at += 3;
	}
	return at - begin;
}

int
mask_add(const struct mask *m, struct buffer *to, struct text text)
{
	size_t at = 0, i, length;

	while (at < text.length) {
		for (i = 0, length = 0; i < m->count && length == 0; i++)
			length = spelled(text, at, m->secret[i]);
		if (length > 0)
			buffer_add_string(to, RECIPE_HIDDEN);
		else
			buffer_add_char(to, text.bytes[at]);
		at += length > 0 ? length : 1;
	}
	return to->failed ? -1 : 0;
}
