/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "buffer.h"
#include "json.h"

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
