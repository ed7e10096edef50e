/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mask.h"

#include <string.h>

#include "auth.h"
#include "secret.h"

enum {
	CUT_MIN = 4,	/* of a secret, where a text is cut inside it */
	REFERENCE_MAX = 9,	/* bytes, such as &#x0026; */
};

/* What is made of secrets is as secret: `Basic` names them in base64. */
static int
derived_learn(struct mask *m, const struct recipe *r, struct complaint *c)
{
	struct text basic;
	struct arena a;
	int result = 0;

	if (r->auth != RECIPE_AUTH_BASIC && !auth_wants_token(r))
		return 0;
	arena_init(&a, 32 * (size_t)SECRET_MAX);
	if (auth_basic(r, &a, &basic, c) != 0 || mask_learn(m, basic, c) != 0)
		result = -1;
	arena_release(&a);
	return result;
}

int
mask_init(struct mask *m, const struct recipe *r, struct complaint *c)
{
	size_t i;

	*m = (struct mask){0};
	arena_init(&m->arena, (r->secret_count + MASK_LEARNED_MAX + 1) *
	    (8 * SECRET_MAX + 64));
	if (r->secret_count == 0)
		return 0;
	m->size = r->secret_count + MASK_LEARNED_MAX;
	m->secret = arena_take(&m->arena, m->size * sizeof(*m->secret));
	if (m->secret == NULL)
		return complain(c, 0, "%s: no memory for secrets", r->path);
	for (i = 0; i < r->secret_count; i++) {
		if (secret_read(&m->secret[i], r->secret[i].env,
		    r->secret[i].file, r->path, &m->arena, c) != 0)
			return -1;
		m->count++;
	}
	return derived_learn(m, r, c);
}

int
mask_learn(struct mask *m, struct text secret, struct complaint *c)
{
	size_t i;

	for (i = 0; i < m->count; i++)
		if (text_equals(m->secret[i], secret))
			return 0;
	if (m->count == m->size)
		return complain(c, 0, "too many tokens in one run");
	m->secret[m->count].bytes = arena_copy(&m->arena, secret.bytes,
	    secret.length);
	m->secret[m->count].length = secret.length;
	if (m->secret[m->count].bytes == NULL)
		return complain(c, 0, "no memory for secrets");
	m->count++;
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

/* How many bytes of `b` are a character reference of HTML for the byte; 0
 * where they are none. */
static size_t
reference_spelled(const char *b, size_t left, unsigned char byte)
{
	static const struct { const char *text; unsigned char byte; } named[] = {
		{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'},
		{"&apos;", '\''},
	};
	size_t i, length;
	int value = 0, base, digit;

	for (i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		length = strlen(named[i].text);
		if (named[i].byte == byte && left >= length &&
		    memcmp(b, named[i].text, length) == 0)
			return length;
	}
	if (left < 4 || b[1] != '#')
		return 0;
	base = (b[2] | 32) == 'x' ? 16 : 10;
	for (i = base == 16 ? 3 : 2; i < left && i < REFERENCE_MAX; i++) {
		digit = hex_of(b[i]);
		if (digit < 0 || digit >= base)
			break;
		value = value * base + digit;
	}
	return i < left && b[i] == ';' && value == byte ? i + 1 : 0;
}

/* How many bytes at `at` stand for the byte `c`: itself, %XX, a query's '+',
 * one of JSON's escapes or of HTML's; 0 where they do not. */
static size_t
byte_spelled(struct text text, size_t at, char c)
{
	const char *b = text.bytes + at;
	size_t left = text.length - at, reference;
	unsigned char byte = (unsigned char)c;

	if (left == 0)
		return 0;
	if (*b == '&' && (reference = reference_spelled(b, left, byte)) > 0)
		return reference;
	if (*b == c || (*b == '+' && c == ' '))
		return 1;
	if (*b == '%' && left >= 3 &&
	    hex_of(b[1]) * 16 + hex_of(b[2]) == byte)
		return 3;
	if (*b != '\\' || left < 2)
		return 0;
	if (b[1] == c && strchr("/\\\"", c) != NULL)
		return 2;
	return b[1] == 'u' && left >= 6 && b[2] == '0' && b[3] == '0' &&
	    hex_of(b[4]) * 16 + hex_of(b[5]) == byte ? 6 : 0;
}

/* How many bytes at `at` spell the secret; 0 where they do not.  `cut`: a
 * beginning of it counts where the text ends or has its "...". */
static size_t
spelled(struct text text, size_t at, struct text secret, bool cut)
{
	size_t begin = at, i, length;

	for (i = 0; i < secret.length; i++) {
		length = byte_spelled(text, at, secret.bytes[i]);
		if (length == 0)
			break;
		at += length;
	}
	if (i == secret.length || (cut && i >= CUT_MIN &&
	    (at == text.length || (text.length - at >= 3 &&
	    memcmp(text.bytes + at, "...", 3) == 0))))
		return at - begin;
	return 0;
}

static size_t
hidden_at(const struct mask *m, struct text text, size_t at, size_t least,
	bool cut)
{
	size_t i, length = 0;

	for (i = 0; i < m->count && length == 0; i++)
		if (m->secret[i].length >= least)
			length = spelled(text, at, m->secret[i], cut);
	return length;
}

static int
add(const struct mask *m, struct buffer *to, struct text text, size_t least,
	bool cut)
{
	size_t at = 0, length;

	if (m->count == 0)
		return buffer_add(to, text.bytes, text.length);
	while (at < text.length) {
		length = hidden_at(m, text, at, least, cut);
		if (length > 0)
			buffer_add_string(to, RECIPE_HIDDEN);
		else
			buffer_add_char(to, text.bytes[at]);
		at += length > 0 ? length : 1;
	}
	return to->failed ? -1 : 0;
}

int
mask_add(const struct mask *m, struct buffer *to, struct text text)
{
	return add(m, to, text, 0, false);
}

int
mask_add_foreign(const struct mask *m, struct buffer *to, struct text text)
{
	return add(m, to, text, MASK_FOREIGN_MIN, false);
}

bool
mask_finds(const struct mask *m, struct text text)
{
	size_t at;

	for (at = 0; m->count > 0 && at < text.length; at++)
		if (hidden_at(m, text, at, MASK_FOREIGN_MIN, false) > 0)
			return true;
	return false;
}

void
mask_complaint(const struct mask *m, struct complaint *c)
{
	struct buffer shown;

	buffer_init(&shown, COMPLAINT_MAX * sizeof(RECIPE_HIDDEN));
	if (m->count > 0 && c->text[0] != '\0' &&
	    add(m, &shown, text_of(c->text), 0, true) == 0)
		complain(c, 0, "%s", shown.bytes);
	buffer_release(&shown);
}
