/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state.h"

#include <stdlib.h>
#include <string.h>

#include "state_write.h"
#include "strip.h"

/* A name and what it stands for. */
struct target {
	const char *name;
	const struct json *value;
};

struct refs {
	struct target *target;
	size_t count, room;
};

bool
state_has_references(struct text json)
{
	return strip_find(json, 0, "\"__ref\"", '_') < json.length ||
	    (strip_find(json, 0, "\"type\":\"id\"", 'y') < json.length &&
	    strip_find(json, 0, "\"generated\"", 'g') < json.length);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(((const struct target *)a)->name,
	    ((const struct target *)b)->name);
}

static int
add_target(struct refs *r, const struct json *v)
{
	struct target *grown;

	if (r->count == r->room) {
		r->room = r->room == 0 ? 256 : r->room * 2;
		grown = realloc(r->target, r->room * sizeof(*grown));
		if (grown == NULL)
			return -1;
		r->target = grown;
	}
	r->target[r->count++] = (struct target){json_name(v), v};
	return 0;
}

/* Objects of a store have names with a colon or a point ("Review:1",
 * "$Review:1.author") and are near the top.  STORE_DEPTH bounds the
 * recursion. */
enum { STORE_DEPTH = 6 };

static int
find_targets(struct refs *r, const struct json *v, int depth)
{
	const struct json *m;

	if (depth == STORE_DEPTH || (json_type(v) != JSON_OBJECT &&
	    json_type(v) != JSON_ARRAY))
		return 0;
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		if (json_type(m) == JSON_OBJECT && json_name(m) != NULL &&
		    strpbrk(json_name(m), ":.$") != NULL &&
		    add_target(r, m) < 0)
			return -1;
		if (find_targets(r, m, depth + 1) < 0)
			return -1;
	}
	return 0;
}

/* What an object that is only a reference stands for; NULL: it is none. */
static const struct json *
target_of(const struct refs *r, const struct json *object)
{
	const struct json *name = json_member(object, "__ref");
	struct target key = {NULL, NULL}, *found;
	struct text t;

	if (name == NULL) {
		t = json_text(json_member(object, "type"));
		if (t.length != 2 || memcmp(t.bytes, "id", 2) != 0)
			return NULL;
		name = json_member(object, "id");
	}
	t = json_text(name);
	if (json_type(name) != JSON_STRING || r->count == 0)
		return NULL;
	key.name = t.bytes;
	found = bsearch(&key, r->target, r->count, sizeof(key), compare);
	return found == NULL ? NULL : found->value;
}

static int
replace(struct state_write *w, const struct json *v, int depth,
	int references)
{
	const struct json *target = json_type(v) == JSON_OBJECT &&
	    references < STATE_REFERENCES_MAX ? target_of(w->context, v) :
	    NULL;

	if (target == NULL)
		return 0;
	return state_write_members(w, target, depth, references + 1) < 0 ?
	    -1 : 1;
}

int
state_dereference(struct buffer *to, const struct json *root)
{
	struct refs r = {.count = 0};
	struct state_write w = {.to = to, .left = STATE_VALUES_MAX,
	    .replace = replace, .context = &r};
	int result = find_targets(&r, root, 0);

	if (result == 0 && r.count > 0)
		qsort(r.target, r.count, sizeof(*r.target), compare);
	if (result == 0)
		result = state_write_value(&w, root, 0, 0);
	free(r.target);
	return to->failed ? -1 : result;
}
