/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_string.h"

#include <string.h>

#include "buffer.h"
#include "complaint.h"

static bool
is_encoded(struct text t)
{
	return t.length > 3 && t.bytes[0] == '%' &&
	    (memcmp(t.bytes, "%7B", 3) == 0 ||
	    memcmp(t.bytes, "%5B", 3) == 0);
}

bool
guess_string_is_json(const struct json *value)
{
	struct text t = json_text(value);

	return json_type(value) == JSON_STRING &&
	    t.length >= GUESS_STRING_MIN && (t.bytes[0] == '{' ||
	    t.bytes[0] == '[' || is_encoded(t));
}

/* `%7B%22a%22...`: JSON that went through encodeURIComponent(). */
static struct json_document *
open_encoded(struct text t)
{
	static const char hex[] = "0123456789ABCDEFabcdef";
	struct json_document *d;
	struct complaint ignored;
	struct buffer room;
	size_t i;

	buffer_init(&room, t.length + 1);
	for (i = 0; i < t.length; i++) {
		const char *high = i + 2 < t.length && t.bytes[i] == '%' ?
		    memchr(hex, t.bytes[i + 1], sizeof(hex) - 1) : NULL;
		const char *low = high == NULL ? NULL :
		    memchr(hex, t.bytes[i + 2], sizeof(hex) - 1);

		if (low == NULL) {
			buffer_add_char(&room, t.bytes[i]);
			continue;
		}
		i += 2;
		buffer_add_char(&room, (char)(((high - hex) - (high - hex > 15 ?
		    6 : 0)) * 16 + (low - hex) - (low - hex > 15 ? 6 : 0)));
	}
	d = json_read(room.bytes, room.length, false, "", &ignored);
	buffer_release(&room);
	return d;
}

struct json_document *
guess_string_open(const struct json *string)
{
	struct text t = json_text(string);
	struct complaint ignored;

	return is_encoded(t) ? open_encoded(t) :
	    json_read(t.bytes, t.length, false, "", &ignored);
}
