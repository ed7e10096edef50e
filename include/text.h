/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A borrowed run of bytes: the owner is named where a struct text is kept.
 * Absent is bytes == NULL, which is not the same as empty (length 0).
 */
#ifndef SAYSO_TEXT_H
#define SAYSO_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct text {
	const char *bytes;
	size_t length;
};

static inline struct text
text_of(const char *string)
{
	return (struct text){string, string == NULL ? 0 : strlen(string)};
}

static inline bool
text_is_absent(struct text t)
{
	return t.bytes == NULL;
}

static inline bool
text_equals(struct text a, struct text b)
{
	return a.length == b.length && (a.bytes == b.bytes ||
	    (a.bytes && b.bytes && memcmp(a.bytes, b.bytes, a.length) == 0));
}

static inline bool
text_is(struct text t, const char *string)
{
	return t.bytes != NULL && t.length == strlen(string) &&
	    memcmp(t.bytes, string, t.length) == 0;
}

/* A blank, tab or line end. */
static inline bool
text_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Without the blanks around it; empty, not absent, where nothing is left. */
static inline struct text
text_trimmed(struct text t)
{
	while (t.length > 0 && text_is_blank(t.bytes[0])) {
		t.bytes++;
		t.length--;
	}
	while (t.length > 0 && text_is_blank(t.bytes[t.length - 1]))
		t.length--;
	return t;
}

#endif
