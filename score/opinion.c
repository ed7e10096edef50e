/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "opinion.h"

#include <stdlib.h>
#include <string.h>

void
opinion_add(struct opinion *o, const struct rules *r, const struct match *m)
{
	for (size_t i = 0; i < r->count && !o->written; i++) {
		int32_t weight = abs(r->weight[i]);

		o->written = entry_is(unit_entry(m, r->unit[i]),
		    ENTRY_BY_HAND);
		if (weight > o->strongest)
			o->strongest = weight;
	}
}

/* "?" or the Arabic one, U+061F; in UTF-8 no other character has its second
 * byte behind its first. */
static bool
asks(struct text t)
{
	const char *at = t.bytes, *end = t.bytes + t.length;

	if (t.length == 0)
		return false;
	if (memchr(at, '?', t.length) != NULL)
		return true;
	while ((at = memchr(at, 0x9F, (size_t)(end - at))) != NULL) {
		if (at > t.bytes && at[-1] == '\xD8')
			return true;
		at++;
	}
	return false;
}

bool
opinion_is_held(const struct opinion *o, const struct text *text,
	size_t count)
{
	bool question = false;

	if (o->written)
		return true;
	for (size_t i = 0; i < count; i++) {
		if (text[i].length > 0 &&
		    memchr(text[i].bytes, '!', text[i].length) != NULL)
			return true;
		question |= asks(text[i]);
	}
	return o->strongest >= OPINION_TELLING && !question;
}
