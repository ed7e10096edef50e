/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page refers to by name: other pages, and characters. */
#include "html.h"

#include <string.h>

#include "html_library.h"

bool
html_resolve(struct text reference, struct text base, struct buffer *to)
{
	xmlChar *r, *b, *whole;
	bool done;

	html_library_prepare();
	r = xmlStrndup(BAD_CAST reference.bytes, (int)reference.length);
	b = xmlStrndup(BAD_CAST base.bytes, (int)base.length);
	whole = r && b ? xmlBuildURI(r, b) : NULL;
	done = whole != NULL &&
	    buffer_add_string(to, (const char *)whole) == 0;
	xmlFree(r);
	xmlFree(b);
	xmlFree(whole);
	return done;
}

uint32_t
html_entity(struct text name)
{
	const htmlEntityDesc *e;
	char copy[32];

	if (name.length == 0 || name.length >= sizeof(copy))
		return 0;
	memcpy(copy, name.bytes, name.length);
	copy[name.length] = '\0';
	e = htmlEntityLookup(BAD_CAST copy);
	return e == NULL ? 0 : e->value;
}
