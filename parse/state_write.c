/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state_write.h"

#include <stdbool.h>

#include "jsonl.h"
#include "state.h"

int
state_write_members(struct state_write *w, const struct json *v, int depth,
	int references)
{
	bool object = json_type(v) == JSON_OBJECT;
	const struct json *m;

	buffer_add_char(w->to, object ? '{' : '[');
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		if (m != json_first(v))
			buffer_add_char(w->to, ',');
		if (object) {
			jsonl_add_string(w->to, text_of(json_name(m)), false);
			buffer_add_char(w->to, ':');
		}
		if (state_write_value(w, m, depth + 1, references) < 0)
			return -1;
	}
	return buffer_add_char(w->to, object ? '}' : ']');
}

int
state_write_value(struct state_write *w, const struct json *v, int depth,
	int references)
{
	bool container = json_type(v) == JSON_OBJECT ||
	    json_type(v) == JSON_ARRAY;
	int done;

	if (w->left == 0 || w->to->failed)
		return -1;
	w->left--;
	if (container && depth >= STATE_DEPTH_MAX)
		return buffer_add_string(w->to, "null");
	done = w->replace(w, v, depth, references);
	if (done != 0)
		return done < 0 ? -1 : 0;
	return container ? state_write_members(w, v, depth, references) :
	    json_write(w->to, v);
}
