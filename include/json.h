/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON of others: plan, recipes, payloads of APIs, JSON-LD.  cJSON is behind
 * json.c only, with a guard for its known faults: numbers keep the digits of
 * the source (so ids beyond 2^53 survive), `\u0000` and lone surrogates become
 * U+FFFD, invalid UTF-8 is repaired to U+FFFD before it is read, bytes behind
 * the value are a complaint, names are compared with case, of equal names in
 * an object the first counts.  A byte order mark is skipped.  Raw control
 * characters inside strings are let through (a raw NUL as U+FFFD): payloads
 * have them, and what they mean is plain.  Numbers have RFC 8259's grammar.
 *
 * A document owns its values; a value is borrowed from it.  Functions that
 * take a value accept NULL and then return nothing, so that paths can be
 * chained without a check at each step.
 */
#ifndef SAYSO_JSON_H
#define SAYSO_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "text.h"

enum {
	JSON_DEPTH_MAX = 200,		/* deeper documents are refused */
	JSON_BYTES_MAX = 256 << 20,
	JSON_VALUES_MAX = 2 << 20,	/* about 120 bytes of memory each */
};

enum json_type {
	JSON_ABSENT, JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER,
	JSON_STRING, JSON_ARRAY, JSON_OBJECT,
};

struct json_document;
struct json;			/* one value */

/* `comments` allows // and block comments and trailing commas (plan and
 * recipes).  `name` is the path for complaints, which say name:line.
 * NULL on failure. */
struct json_document *json_read(const char *bytes, size_t length,
	bool comments, const char *name, struct complaint *c);
void json_free(struct json_document *d);
const struct json *json_root(const struct json_document *d);

enum json_type json_type(const struct json *v);
const struct json *json_member(const struct json *v, const char *name);
const struct json *json_element(const struct json *v, size_t index);
size_t json_count(const struct json *v);	/* members or elements */
/* Members or elements in their order: json_first(), then json_next(). */
const struct json *json_first(const struct json *v);
const struct json *json_next(const struct json *v);
const char *json_name(const struct json *member);	/* NULL for elements */

/* RFC 6901 JSON Pointer ("" is the value itself). */
const struct json *json_at(const struct json *v, const char *pointer);

/* A string's bytes, or a number's digits as the source wrote them; absent for
 * all else. */
struct text json_text(const struct json *v);
/* A whole number, also one inside a string or with nothing but zeros behind
 * its point (`1384819300.0`); false if it is none or beyond int64_t. */
bool json_integer(const struct json *v, int64_t *to);
bool json_is_true(const struct json *v);

/* The line on which a value begins, from 1; 0 where not known.  Only for
 * documents read with `comments`. */
size_t json_line(const struct json_document *d, const struct json *v);

/* What people write by hand is read strictly: `v` must be an object whose
 * members are all among `key` and of the type named there; anything else is
 * a complaint `name:line: ...` that quotes the key.  Each `to` receives the
 * member, NULL where there is none.  JSON_TRUE stands for both truth values,
 * JSON_ABSENT for any type. */
struct json_key {
	const char *name;
	enum json_type type;
	const struct json **to;
};
int json_keys(const struct json_document *d, const struct json *v,
	const struct json_key *key, size_t count, struct complaint *c);
/* A complaint about a value, `name:line: reason`; returns -1. */
int json_complain(const struct json_document *d, const struct json *v,
	struct complaint *c, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The value written back as compact JSON, for tests and explanations. */
struct buffer;
int json_write(struct buffer *to, const struct json *v);

#endif
