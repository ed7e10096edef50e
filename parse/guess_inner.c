/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_inner.h"

#include <string.h>

enum {
	INNER_MAX = 12,			/* names of a slot */
	SHORT = 40,			/* bytes of a rating */
};

/* What an object says of a slot is under the first of these names. */
static const char *const inner[GUESS_SLOTS][INNER_MAX] = {
	[GUESS_RATING] = {"ratingvalue", "rating", "value", "score", "stars",
	    "star", "overall"},
	[GUESS_WEAK] = {"value", "score", "rating"},
	[GUESS_BEST] = {"bestrating", "best", "max", "maximum", "scale",
	    "outof", "range"},
	[GUESS_TITLE] = {"rendered", "text", "originaltext", "value",
	    "original"},
	[GUESS_TEXT] = {"rendered", "text", "originaltext", "original",
	    "plaintext", "plain", "raw", "html", "value", "content", "body",
	    "comment"},
	[GUESS_POSITIVE] = {"text", "value"},
	[GUESS_NEGATIVE] = {"text", "value"},
	[GUESS_AUTHOR] = {"displayname", "name", "fullname", "username",
	    "nickname", "screenname", "login", "firstname", "title",
	    "display"},
	[GUESS_DATE] = {"$date", "iso", "datetime", "date", "value",
	    "timestamp", "seconds"},
	[GUESS_REPLY] = {"text", "body", "content", "comment", "message",
	    "reply", "replytext", "response", "responsetext", "value",
	    "description", "commenttext"},
	[GUESS_REPLYDATE] = {"date", "value", "$date"},
	[GUESS_UPVOTES] = {"up", "likes", "like", "positive", "pluses",
	    "helpful", "yes", "total", "count", "upvotes"},
	[GUESS_LANGUAGE] = {"code", "id", "iso"},
	[GUESS_LOCATION] = {"name", "city", "country"},
};

const struct json *
guess_member(const struct json *object, const char *plain)
{
	const struct json *m = json_first(object);
	char own[GUESS_NAME_MAX];

	for (; m != NULL; m = json_next(m)) {
		guess_plain(json_name(m), own);
		if (strcmp(own, plain) == 0)
			return m;
	}
	return NULL;
}

/* The first of the slot's names that an object has. */
static const struct json *
step_inside(const struct json *v, enum guess_slot slot)
{
	const struct json *found = NULL;
	size_t i;

	for (i = 0; i < INNER_MAX && inner[slot][i] != NULL && found == NULL;
	    i++) {
		found = guess_member(v, inner[slot][i]);
		if (json_type(found) == JSON_NULL ||
		    json_type(found) == JSON_ARRAY ||
		    (json_type(found) == JSON_STRING &&
		    json_text(found).length == 0))
			found = NULL;
	}
	return found;
}

const struct json *
guess_inner(const struct json *v, enum guess_slot slot)
{
	int depth;

	if (json_type(v) == JSON_ARRAY && slot != GUESS_TEXT &&
	    slot != GUESS_POSITIVE && slot != GUESS_NEGATIVE)
		v = json_first(v);
	for (depth = 0; depth < GUESS_INNER_DEPTH &&
	    json_type(v) == JSON_OBJECT; depth++)
		v = step_inside(v, slot);
	return json_type(v) == JSON_OBJECT ? NULL : v;
}

static bool
is_epoch(struct text digits)
{
	return digits.length >= GUESS_EPOCH_DIGITS;
}

bool
guess_suits(enum guess_slot slot, const struct json *v)
{
	struct text t = json_text(guess_inner(v, slot));
	enum json_type type = json_type(guess_inner(v, slot));

	switch (slot) {
	case GUESS_VERIFIED:
		return type == JSON_TRUE || type == JSON_FALSE || t.length > 0;
	case GUESS_RATING: case GUESS_WEAK: case GUESS_BEST:
		return t.length > 0 && t.length <= SHORT;
	case GUESS_AUTHOR: case GUESS_LOCATION: case GUESS_LANGUAGE:
		return type == JSON_STRING && t.length > 0;
	case GUESS_DATE: case GUESS_MODIFIED: case GUESS_REPLYDATE:
		return t.length > 0 && (type == JSON_STRING || is_epoch(t));
	case GUESS_TITLE: case GUESS_REPLY:
		return type == JSON_STRING;
	case GUESS_TEXT: case GUESS_POSITIVE: case GUESS_NEGATIVE:
		return (type == JSON_STRING && t.length > 0) ||
		    (type == JSON_ARRAY && json_text(guess_inner(json_first(v),
		    slot)).length > 0);
	default:
		return t.length > 0;
	}
}
