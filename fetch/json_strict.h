/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Values of what people write by hand (plan, recipes), read strictly into an
 * arena.  An absent value (NULL) is fine everywhere and leaves *to as it is;
 * a wrong one is a complaint with file and line.  No string is empty or holds
 * a control character.
 */
#ifndef SAYSO_JSON_STRICT_H
#define SAYSO_JSON_STRICT_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "complaint.h"
#include "json.h"
#include "text.h"

struct strict {
	const struct json_document *d;
	struct arena *arena;
	struct complaint *c;
};

/* All return 0 or -1. */
int strict_keys(const struct strict *s, const struct json *v,
	const struct json_key *key, size_t count);
/* A string, or a number's digits. */
int strict_text(const struct strict *s, const struct json *v,
	struct text *to);
int strict_string(const struct strict *s, const struct json *v,
	const char **to);
/* The same with at most so many bytes. */
int strict_label(const struct strict *s, const struct json *v, size_t most,
	const char **to);
int strict_strings(const struct strict *s, const struct json *v,
	const char ***to, size_t *count);
int strict_number(const struct strict *s, const struct json *v,
	int least, int most, int *to);
/* A name in an object of free names (parameters, headers). */
int strict_name(const struct strict *s, const struct json *member,
	const char **to);
/* ISO 8601, above zero. */
int strict_duration(const struct strict *s, const struct json *v,
	int64_t *seconds);
/* {"env": "NAME"} or {"file": "path"}; the other stays NULL. */
int strict_secret(const struct strict *s, const struct json *v,
	const char **env, const char **file);
/* A complaint with the place of `v`; -1. */
int strict_fault(const struct strict *s, const struct json *v,
	const char *format, ...) __attribute__((format(printf, 3, 4)));
int strict_no_memory(const struct strict *s);

#endif
