/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json_strict.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "buffer.h"
#include "calendar.h"

static const char *
type_name(enum json_type type)
{
	switch (type) {
	case JSON_FALSE: case JSON_TRUE: return "true or false";
	case JSON_NUMBER: return "a number";
	case JSON_STRING: return "a string";
	case JSON_ARRAY: return "an array";
	case JSON_OBJECT: return "an object";
	default: return "null";
	}
}

static bool
type_fits(enum json_type wanted, enum json_type found)
{
	return wanted == JSON_ABSENT || wanted == found ||
	    (wanted == JSON_TRUE && found == JSON_FALSE);
}

/* A misspelt key is found faster beside a list of those that exist. */
static int
refuse_key(const struct json_document *d, const struct json *member,
	const struct json_key *key, size_t count, struct complaint *c)
{
	char quoted[COMPLAINT_VALUE_MAX + 8];
	const char *name = json_name(member);
	struct buffer known;
	size_t i;
	int result;

	buffer_init(&known, COMPLAINT_MAX);
	buffer_add(&known, "", 0);
	for (i = 0; i < count; i++)
		buffer_add_format(&known, "%s%s", i == 0 ? "" : ", ",
		    key[i].name);
	complaint_value(quoted, name, strlen(name));
	result = json_complain(d, member, c, "unknown key %s; known here: %s",
	    quoted, known.length > 0 ? known.bytes : "none");
	buffer_release(&known);
	return result;
}

static int
take_member(const struct json_document *d, const struct json *member,
	const struct json_key *key, size_t count, struct complaint *c)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(json_name(member), key[i].name) == 0)
			break;
	if (i == count)
		return refuse_key(d, member, key, count, c);
	if (*key[i].to != NULL)
		return json_complain(d, member, c, "\"%s\" is said twice",
		    key[i].name);
	if (!type_fits(key[i].type, json_type(member)))
		return json_complain(d, member, c, "\"%s\" must be %s",
		    key[i].name, type_name(key[i].type));
	*key[i].to = member;
	return 0;
}

int
json_keys(const struct json_document *d, const struct json *v,
	const struct json_key *key, size_t count, struct complaint *c)
{
	const struct json *member;
	size_t i;

	for (i = 0; i < count; i++)
		*key[i].to = NULL;
	if (json_type(v) != JSON_OBJECT)
		return json_complain(d, v, c, "an object is wanted here");
	for (member = json_first(v); member != NULL;
	    member = json_next(member))
		if (take_member(d, member, key, count, c) < 0)
			return -1;
	return 0;
}

int
strict_keys(const struct strict *s, const struct json *v,
	const struct json_key *key, size_t count)
{
	return json_keys(s->d, v, key, count, s->c);
}

int
strict_fault(const struct strict *s, const struct json *v,
	const char *format, ...)
{
	char reason[COMPLAINT_MAX], name[COMPLAINT_VALUE_MAX + 8];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof(reason), format, values);
	va_end(values);
	if (reason[0] == '"' || json_name(v) == NULL)
		return json_complain(s->d, v, s->c, "%s", reason);
	complaint_value(name, json_name(v), strlen(json_name(v)));
	return json_complain(s->d, v, s->c, "%s: %s", name, reason);
}

int
strict_no_memory(const struct strict *s)
{
	return strict_fault(s, json_root(s->d), "no memory");
}

static int
keep(const struct strict *s, const struct json *v, struct text t,
	struct text *to)
{
	size_t i;

	for (i = 0; i < t.length && t.bytes[i] == ' '; i++)
		;
	if (i == t.length)
		return strict_fault(s, v, "an empty string");
	for (i = 0; i < t.length; i++)
		if ((unsigned char)t.bytes[i] < 0x20 || t.bytes[i] == 0x7F)
			return strict_fault(s, v, "a control character in "
			    "a string");
	to->length = t.length;
	to->bytes = arena_copy(s->arena, t.bytes, t.length);
	return to->bytes == NULL ? strict_no_memory(s) : 0;
}

int
strict_text(const struct strict *s, const struct json *v,
	struct text *to)
{
	if (v == NULL)
		return 0;
	if (text_is_absent(json_text(v)))
		return strict_fault(s, v, "a string or a number is wanted "
		    "here");
	return keep(s, v, json_text(v), to);
}

int
strict_string(const struct strict *s, const struct json *v,
	const char **to)
{
	struct text t = {NULL, 0};

	if (v == NULL)
		return 0;
	if (json_type(v) != JSON_STRING)
		return strict_fault(s, v, "a string is wanted here");
	if (keep(s, v, json_text(v), &t) < 0)
		return -1;
	*to = t.bytes;
	return 0;
}

int
strict_label(const struct strict *s, const struct json *v, size_t most,
	const char **to)
{
	if (strict_string(s, v, to) < 0)
		return -1;
	if (v != NULL && strlen(*to) > most)
		return strict_fault(s, v, "\"%s\" has more than %zu bytes",
		    json_name(v), most);
	return 0;
}

int
strict_name(const struct strict *s, const struct json *member,
	const char **to)
{
	struct text t = {NULL, 0};

	if (keep(s, member, text_of(json_name(member)), &t) < 0)
		return -1;
	*to = t.bytes;
	return 0;
}

int
strict_strings(const struct strict *s, const struct json *v,
	const char ***to, size_t *count)
{
	const struct json *e;
	size_t n = json_count(v);

	if (n == 0)
		return 0;
	*to = arena_take(s->arena, n * sizeof(**to));
	if (*to == NULL)
		return strict_no_memory(s);
	for (e = json_first(v); e != NULL; e = json_next(e))
		if (strict_string(s, e, &(*to)[(*count)++]) < 0)
			return -1;
	return 0;
}

int
strict_number(const struct strict *s, const struct json *v,
	int least, int most, int *to)
{
	int64_t n;

	if (v == NULL)
		return 0;
	if (json_type(v) != JSON_NUMBER || !json_integer(v, &n) ||
	    n < least || n > most)
		return strict_fault(s, v, "a whole number from %d to %d is "
		    "wanted here", least, most);
	*to = (int)n;
	return 0;
}

int
strict_duration(const struct strict *s, const struct json *v,
	int64_t *seconds)
{
	if (v == NULL)
		return 0;
	if (!calendar_read_duration(json_text(v), seconds) || *seconds <= 0)
		return strict_fault(s, v, "a duration like P1D or "
		    "PT6H is wanted here");
	return 0;
}

int
strict_secret(const struct strict *s, const struct json *v,
	const char **env, const char **file)
{
	const struct json *env_value, *file_value;
	const struct json_key key[] = {
		{"env", JSON_STRING, &env_value},
		{"file", JSON_STRING, &file_value},
	};

	if (strict_keys(s, v, key, 2) < 0)
		return -1;
	if ((env_value == NULL) == (file_value == NULL))
		return strict_fault(s, v, "a secret is either "
		    "{\"env\": \"NAME\"} or {\"file\": \"path\"}");
	if (strict_string(s, env_value, env) < 0)
		return -1;
	return strict_string(s, file_value, file);
}
