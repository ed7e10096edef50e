/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recipe_parts.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const field_names[RECIPE_FIELDS] = {
	[RECIPE_ID] = "id", [RECIPE_ITEM] = "item", [RECIPE_URL] = "url",
	[RECIPE_LANGUAGE] = "language", [RECIPE_RATING] = "rating",
	[RECIPE_TITLE] = "title", [RECIPE_TEXT] = "text",
	[RECIPE_POSITIVE] = "positive", [RECIPE_NEGATIVE] = "negative",
	[RECIPE_AUTHOR] = "author", [RECIPE_PUBLISHED] = "published",
	[RECIPE_MODIFIED] = "modified", [RECIPE_REPLY] = "reply",
	[RECIPE_REPLY_DATE] = "reply_date", [RECIPE_UPVOTES] = "upvotes",
	[RECIPE_LOCATION] = "location", [RECIPE_VERIFIED] = "verified",
	[RECIPE_VERSION] = "version",
};

/* A path as its format wants it.  That an XPath is one only shows when it is
 * used: fetch does not link libxml2. */
static int
read_path(const struct strict *s, const struct json *v, const struct recipe *r,
	const char **to)
{
	bool pointer = r->format == RECIPE_JSON || r->format == RECIPE_JSONL;

	if (json_type(v) == JSON_STRING && json_text(v).length == 0 &&
	    pointer) {
		*to = "";
		return 0;
	}
	if (strict_string(s, v, to) < 0)
		return -1;
	if (pointer && (*to)[0] != '/')
		return strict_fault(s, v, "a JSON Pointer begins with /");
	return 0;
}

static int
read_paths(const struct strict *s, const struct json *v,
	const struct recipe *r, const char **path, size_t most, size_t *count)
{
	const struct json *e = json_type(v) == JSON_ARRAY ? json_first(v) : v;

	if (v == NULL)
		return 0;
	if (json_type(v) == JSON_ARRAY && e == NULL)
		return strict_fault(s, v, "an empty list of paths");
	for (; e != NULL; e = e == v ? NULL : json_next(e)) {
		if (*count == most)
			return strict_fault(s, v, "more than %zu paths", most);
		if (read_path(s, e, r, &path[(*count)++]) < 0)
			return -1;
	}
	return 0;
}

static int
read_format(const struct strict *s, const struct json *v,
	struct recipe_field *f)
{
	enum { ZERO = -1 };
	static const struct recipe_word words[] = {
		{"plain", RECIPE_VALUE_PLAIN}, {"html", RECIPE_VALUE_HTML},
		{"epoch", RECIPE_VALUE_EPOCH},
		{"epoch_ms", RECIPE_VALUE_EPOCH_MS},
		{"stars", RECIPE_VALUE_STARS}, {"zero_is_absent", ZERO},
	};
	int format = RECIPE_VALUE_PLAIN;

	if (recipe_choice(s, v, words, COUNT(words), &format) < 0)
		return -1;
	f->zero_is_absent = format == ZERO;
	if (format != ZERO)
		f->format = (enum recipe_value_format)format;
	return 0;
}

static int
read_scale(const struct strict *s, const struct json *best,
	const struct json *worst, const struct recipe *r,
	struct recipe_field *f)
{
	int found = 0;

	if (strict_text(s, best, &f->best) < 0 ||
	    strict_text(s, worst, &f->worst) < 0 ||
	    (best != NULL && recipe_check_template(s, best, r, f->best.bytes,
	    0, &found) < 0) ||
	    (worst != NULL && recipe_check_template(s, worst, r,
	    f->worst.bytes, 0, &found) < 0))
		return -1;
	return 0;
}

static int
read_field_object(const struct strict *s, const struct json *v,
	const struct recipe *r, struct recipe_field *f)
{
	const struct json *path, *value, *best, *worst, *best_path, *format,
	    *map;
	const struct json_key key[] = {
		{"path", JSON_ABSENT, &path}, {"value", JSON_ABSENT, &value},
		{"best", JSON_ABSENT, &best}, {"worst", JSON_ABSENT, &worst},
		{"best_path", JSON_STRING, &best_path},
		{"format", JSON_STRING, &format}, {"map", JSON_OBJECT, &map},
	};

	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    read_paths(s, path, r, f->path, RECIPE_PATHS_MAX,
	    &f->path_count) < 0 || strict_text(s, value, &f->fixed) < 0 ||
	    read_scale(s, best, worst, r, f) < 0 ||
	    (best_path != NULL && read_path(s, best_path, r,
	    &f->best_path) < 0) || read_format(s, format, f) < 0 ||
	    /* "" makes the field absent. */
	    recipe_pairs(s, map, true, &f->map, &f->map_count) < 0)
		return -1;
	if ((path == NULL) == (value == NULL))
		return strict_fault(s, v, "a field has either \"path\" or "
		    "\"value\"");
	if ((best != NULL || worst != NULL || best_path != NULL) &&
	    f != &r->field[RECIPE_RATING])
		return strict_fault(s, v, "only a rating has a scale");
	if (f->format == RECIPE_VALUE_STARS && (r->format != RECIPE_HTML ||
	    f != &r->field[RECIPE_RATING]))
		return strict_fault(s, v, "only a rating of html is shown as "
		    "stars");
	return 0;
}

static int
read_fields(const struct strict *s, const struct json *v, struct recipe *r)
{
	const struct json *value[RECIPE_FIELDS];
	struct json_key key[RECIPE_FIELDS];
	size_t i;

	for (i = 0; i < RECIPE_FIELDS; i++)
		key[i] = (struct json_key){field_names[i], JSON_ABSENT,
		    &value[i]};
	if (strict_keys(s, v, key, RECIPE_FIELDS) < 0)
		return -1;
	for (i = 0; i < RECIPE_FIELDS; i++) {
		struct recipe_field *f = &r->field[i];

		if (json_type(value[i]) == JSON_OBJECT) {
			if (read_field_object(s, value[i], r, f) < 0)
				return -1;
		} else if (read_paths(s, value[i], r, f->path,
		    RECIPE_PATHS_MAX, &f->path_count) < 0) {
			return -1;
		}
	}
	if (value[RECIPE_RATING] == NULL && value[RECIPE_TEXT] == NULL)
		return strict_fault(s, v, "neither \"rating\" nor \"text\": "
		    "nothing would be a review");
	return 0;
}

static int
read_where(const struct strict *s, const struct json *v, struct recipe *r)
{
	static const struct recipe_word words[] = {
		{"present", false}, {"absent", true},
	};
	const struct json *path, *is;
	const struct json_key key[] = {
		{"path", JSON_STRING, &path}, {"is", JSON_STRING, &is},
	};
	int absent = false;

	if (v == NULL)
		return 0;
	if (strict_keys(s, v, key, 2) < 0 ||
	    recipe_choice(s, is, words, 2, &absent) < 0)
		return -1;
	if (path == NULL || is == NULL)
		return strict_fault(s, v, "\"where\" needs \"path\" and "
		    "\"is\"");
	r->where_absent = absent;
	return read_path(s, path, r, &r->where_path);
}

static int
read_marks(const struct strict *s, const struct json *v, struct recipe *r)
{
	const struct json *e = json_first(v);

	for (; e != NULL; e = json_next(e)) {
		if (r->mark_count == RECIPE_MARKS_MAX)
			return strict_fault(s, v, "more than %d marks",
			    (int)RECIPE_MARKS_MAX);
		if (strict_string(s, e, &r->mark[r->mark_count]) < 0)
			return -1;
		if (strlen(r->mark[r->mark_count++]) < RECIPE_MARK_LEAST)
			return strict_fault(s, e, "a mark of less than %d "
			    "bytes", (int)RECIPE_MARK_LEAST);
	}
	return 0;
}

static int
read_needs(const struct strict *s, const struct json *v, struct recipe *r)
{
	const struct json *e = json_first(v);
	const char *name;
	size_t i;

	for (; e != NULL; e = json_next(e)) {
		if (strict_string(s, e, &name) < 0)
			return -1;
		for (i = 0; i < RECIPE_FIELDS; i++)
			if (strcmp(field_names[i], name) == 0)
				break;
		if (i == RECIPE_FIELDS)
			return strict_fault(s, e, "no such field");
		r->needs[i] = true;
	}
	return 0;
}

/* Which keys belong to which format. */
static int
check_format(const struct strict *s, const struct json *v,
	const struct json *records, const struct json *fields,
	const struct recipe *r)
{
	bool paths = r->format == RECIPE_JSON || r->format == RECIPE_XML ||
	    r->format == RECIPE_HTML;

	if (r->format == RECIPE_AUTO && (records != NULL || fields != NULL ||
	    r->keyed || r->where_path != NULL))
		return strict_fault(s, v, "format auto reads what the page "
		    "says of itself; it has no other keys");
	if (r->format != RECIPE_AUTO && fields == NULL)
		return strict_fault(s, v, "\"fields\" is missing");
	if (paths != (records != NULL))
		return strict_fault(s, v, paths ? "\"records\" is missing" :
		    "\"records\" has no meaning with this format");
	if (r->keyed && r->format != RECIPE_JSON)
		return strict_fault(s, v, "\"keyed\" has no meaning with this "
		    "format");
	if (r->format != RECIPE_HTML && (r->mark_count > 0 || r->fallback))
		return strict_fault(s, v, "only html has \"marks\" and "
		    "\"fallback\"");
	return 0;
}

int
recipe_answer_read(const struct strict *s, const struct json *v,
	struct recipe *r)
{
	static const struct recipe_word formats[] = {
		{"auto", RECIPE_AUTO}, {"json", RECIPE_JSON},
		{"jsonl", RECIPE_JSONL}, {"xml", RECIPE_XML},
		{"csv", RECIPE_CSV}, {"html", RECIPE_HTML},
	};
	const struct json *format, *records, *keyed, *where, *fields, *marks,
	    *needs, *fallback, *named;
	const struct json_key key[] = {
		{"format", JSON_STRING, &format},
		{"records", JSON_ABSENT, &records},
		{"keyed", JSON_TRUE, &keyed},
		{"where", JSON_OBJECT, &where},
		{"fields", JSON_OBJECT, &fields},
		{"marks", JSON_ARRAY, &marks}, {"needs", JSON_ARRAY, &needs},
		{"fallback", JSON_TRUE, &fallback},
		{"by_name", JSON_TRUE, &named},
	};
	int way = RECIPE_AUTO;

	if (v == NULL)
		return strict_fault(s, json_root(s->d), "\"read\" is missing");
	if (strict_keys(s, v, key, COUNT(key)) < 0 ||
	    recipe_choice(s, format, formats, COUNT(formats), &way) < 0)
		return -1;
	if (format == NULL)
		return strict_fault(s, v, "\"format\" is missing");
	r->format = (enum recipe_format)way;
	r->keyed = json_is_true(keyed);
	r->fallback = json_is_true(fallback);
	r->by_name = json_is_true(named);
	if (read_marks(s, marks, r) < 0 || read_needs(s, needs, r) < 0 ||
	    read_where(s, where, r) < 0 || read_paths(s, records, r,
	    r->records_path, RECIPE_RECORDS_MAX, &r->records_count) < 0)
		return -1;
	r->records = r->records_path[0];
	if (check_format(s, v, records, fields, r) < 0)
		return -1;
	return fields == NULL ? 0 : read_fields(s, fields, r);
}
