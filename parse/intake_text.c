/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a body as UTF-8. */
#include "intake.h"

#include "charset.h"
#include "utf8.h"

/* JSON without a word about its charset must be UTF-8 (RFC 8259 8.1). */
static void
note_charset(struct intake *n, struct text t)
{
	char value[COMPLAINT_VALUE_MAX + 8];
	size_t bad = utf8_valid(t.bytes, t.length), left = t.length - bad;
	struct complaint c;

	complain(&c, 0, "%s: not UTF-8 at byte %zu: %s", n->place, bad,
	    complaint_value(value, t.bytes + bad, left < 8 ? left : 8));
	intake_note(n, &c);
}

/* Neither marked nor declared, and not UTF-16 (which begins with a NUL among
 * its first two bytes where the text is JSON). */
static bool
is_damaged(const struct intake_body *body)
{
	const char *b = body->bytes.bytes;

	return text_is_absent(body->charset) && body->bytes.length > 1 &&
	    b[0] != '\0' && b[1] != '\0' && b[0] != '\xFF' && b[0] != '\xFE' &&
	    utf8_valid(b, body->bytes.length) != body->bytes.length;
}

int
intake_decode(struct intake *n, const struct intake_body *body, bool json,
	struct buffer *room, struct text *text)
{
	char name[CHARSET_NAME];

	if (!json || !is_damaged(body))
		return charset_decode(body->bytes, body->charset, room, text,
		    name);
	note_charset(n, body->bytes);
	if (utf8_repair(room, body->bytes.bytes, body->bytes.length) < 0)
		return -1;
	*text = (struct text){room->bytes, room->length};
	return 0;
}
