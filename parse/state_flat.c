/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state.h"

#include <stdbool.h>
#include <stdlib.h>

#include "jsonl.h"

struct flat {
	const struct json **value;
	size_t count, left;		/* values that may still be written */
	struct buffer *to;
	bool named_by_place;		/* {"_1": 2}: value 1 is the name */
};

/* The name of a member, which may be a value of its own. */
static struct text
name_of(const struct flat *f, const struct json *member)
{
	const char *name = json_name(member);
	size_t index = 0;
	const char *p = name + 1;

	if (!f->named_by_place || name[0] != '_')
		return text_of(name);
	for (; *p >= '0' && *p <= '9' && index < f->count; p++)
		index = index * 10 + (size_t)(*p - '0');
	if (*p != '\0' || p == name + 1 || index >= f->count ||
	    json_type(f->value[index]) != JSON_STRING)
		return text_of(name);
	return json_text(f->value[index]);
}

static int add_at(struct flat *f, int64_t index, int depth);

static int
add_place(struct flat *f, const struct json *place, int depth)
{
	int64_t index;

	return json_integer(place, &index) ? add_at(f, index, depth) : -1;
}

/* ["Reactive", 3], ["Date", "2021-01-02"], ["Set", 1, 2] */
static int
add_special(struct flat *f, const struct json *list, int depth)
{
	const struct json *second = json_next(json_first(list));

	if (second == NULL)
		return buffer_add_string(f->to, "null");
	if (json_type(second) == JSON_NUMBER)
		return add_place(f, second, depth);
	return json_write(f->to, second);
}

static int
add_list(struct flat *f, const struct json *list, int depth)
{
	const struct json *e = json_first(list);

	if (json_type(e) == JSON_STRING)
		return add_special(f, list, depth);
	buffer_add_char(f->to, '[');
	for (; e != NULL; e = json_next(e)) {
		if (e != json_first(list))
			buffer_add_char(f->to, ',');
		if (add_place(f, e, depth) < 0)
			return -1;
	}
	return buffer_add_char(f->to, ']');
}

static int
add_object(struct flat *f, const struct json *object, int depth)
{
	const struct json *m = json_first(object);

	buffer_add_char(f->to, '{');
	for (; m != NULL; m = json_next(m)) {
		if (m != json_first(object))
			buffer_add_char(f->to, ',');
		jsonl_add_string(f->to, name_of(f, m), false);
		buffer_add_char(f->to, ':');
		if (add_place(f, m, depth) < 0)
			return -1;
	}
	return buffer_add_char(f->to, '}');
}

/* STATE_DEPTH_MAX bounds the recursion, and circles with it. */
static int
add_at(struct flat *f, int64_t index, int depth)
{
	const struct json *v;

	if (f->left == 0 || f->to->failed)
		return -1;
	f->left--;
	if (index < 0 || (uint64_t)index >= f->count ||
	    depth == STATE_DEPTH_MAX)
		return buffer_add_string(f->to, "null");
	v = f->value[index];
	if (json_type(v) == JSON_ARRAY)
		return add_list(f, v, depth + 1);
	if (json_type(v) == JSON_OBJECT)
		return add_object(f, v, depth + 1);
	return json_write(f->to, v);
}

int
state_unflatten(struct buffer *to, const struct json *flat)
{
	struct flat f = {.left = STATE_VALUES_MAX, .to = to};
	const struct json *v;
	int result;

	if (json_type(flat) != JSON_ARRAY)
		return -1;
	f.value = calloc(json_count(flat) + 1, sizeof(*f.value));
	if (f.value == NULL)
		return -1;
	for (v = json_first(flat); v != NULL; v = json_next(v))
		f.value[f.count++] = v;
	v = json_first(json_first(flat));
	f.named_by_place = json_type(json_first(flat)) == JSON_OBJECT &&
	    v != NULL && json_name(v)[0] == '_' && json_name(v)[1] >= '0' &&
	    json_name(v)[1] <= '9';
	result = add_at(&f, 0, 0);
	free(f.value);
	return to->failed ? -1 : result;
}
