/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "identify.h"

#include <string.h>

#include "buffer.h"
#include "digest.h"
#include "language.h"

enum {
	AUTHOR_BYTES = 8,		/* of the hash that are written */
	DETECT_MAX = 64 << 10,		/* bytes that tell the language */
	HOST_MAX = 253,
};

static const struct text absent;

static struct text
first_of(struct text a, struct text b, struct text c)
{
	return !text_is_absent(a) ? a : !text_is_absent(b) ? b : c;
}

struct text
identify_host(struct text url, struct arena *a)
{
	const char *at, *end, *from, *port;
	char *host;
	size_t i, length;

	if (text_is_absent(url) || url.length < 8 ||
	    (memcmp(url.bytes, "http://", 7) != 0 &&
	    memcmp(url.bytes, "https://", 8) != 0))
		return absent;
	end = url.bytes + url.length;
	from = memchr(url.bytes, ':', url.length);
	from += 3;
	for (at = from; at < end && strchr("/?#", *at) == NULL; at++)
		if (*at == '@')
			from = at + 1;
	port = *from == '[' ? memchr(from, ']', (size_t)(at - from)) : from;
	port = port == NULL ? NULL : memchr(port, ':', (size_t)(at - port));
	length = (size_t)((port == NULL ? at : port) - from);
	if (length == 0 || length > HOST_MAX ||
	    (host = arena_copy(a, from, length)) == NULL)
		return absent;
	for (i = 0; i < length; i++)
		if (host[i] >= 'A' && host[i] <= 'Z')
			host[i] = (char)(host[i] | 0x20);
	return (struct text){host, length};
}

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	    c >= 'A' && c <= 'F' ? c - 'A' + 10 :
	    c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

struct text
identify_field(struct text field, struct arena *a)
{
	size_t i, length = 0;
	char *to;

	if (text_is_absent(field) ||
	    (to = arena_copy(a, field.bytes, field.length)) == NULL)
		return absent;
	for (i = 0; i < field.length; i++) {
		int high = -1, low = -1;

		if (field.bytes[i] == '%' && field.length - i > 2) {
			high = hex_digit(field.bytes[i + 1]);
			low = hex_digit(field.bytes[i + 2]);
		}
		if (high >= 0 && low >= 0) {
			to[length++] = (char)(high << 4 | low);
			i += 2;
		} else {
			to[length++] = field.bytes[i];
		}
	}
	return (struct text){to, length};
}

static struct text
source_of(const struct origin *o, struct arena *a)
{
	struct text planned = {NULL, 0}, shipped = {NULL, 0}, found;

	if (o->row != NULL)
		planned = text_of(o->row->source);
	if (o->recipe != NULL)
		shipped = text_of(o->recipe->source);
	found = first_of(planned, o->source, shipped);
	return text_is_absent(found) ? identify_host(o->url, a) : found;
}

static struct text
kind_of(const struct origin *o)
{
	return first_of(text_of(o->row != NULL ? o->row->kind : NULL), o->kind,
	    text_of(o->recipe != NULL ? o->recipe->kind : NULL));
}

static struct text
brand_of(const struct origin *o)
{
	return first_of(text_of(o->row != NULL ? o->row->brand->name : NULL),
	    o->brand, absent);
}

static struct text
item_of(const struct origin *o)
{
	return first_of(text_of(o->row != NULL ? o->row->item : NULL),
	    o->item, absent);
}

static bool
cut_text(struct text *t)
{
	if (t->length <= REVIEW_TEXT_MAX)
		return false;
	t->length = REVIEW_TEXT_MAX;
	while (t->length > 0 &&
	    ((unsigned char)t->bytes[t->length] & 0xC0) == 0x80)
		t->length--;
	return true;
}

static void
drop_huge(struct text *t)
{
	if (t->length > IDENTIFY_FIELD_MAX)
		*t = absent;
}

static bool
limit(struct review *r)
{
	struct text *const field[] = {&r->author, &r->item, &r->location,
	    &r->version, &r->url, &r->upvotes, &r->rating};
	struct text *const text[] = {&r->title, &r->body, &r->positive,
	    &r->negative, &r->reply};
	bool cut = false;
	size_t i;

	for (i = 0; i < sizeof(field) / sizeof(*field); i++)
		drop_huge(field[i]);
	for (i = 0; i < sizeof(text) / sizeof(*text); i++)
		cut = cut_text(text[i]) || cut;
	return cut;
}

static void
detect(struct review *r)
{
	const struct text part[] = {r->title, r->body, r->positive,
	    r->negative};
	struct buffer room;
	size_t i;

	r->detected = absent;
	buffer_init(&room, DETECT_MAX);
	for (i = 0; i < sizeof(part) / sizeof(*part); i++) {
		size_t left = DETECT_MAX - room.length, length = part[i].length;

		if (length == 0 || left < 2)
			continue;
		if (room.length > 0)
			buffer_add_char(&room, '\n');
		if (length > left - 1) {
			length = left - 1;
			while (length > 0 && ((unsigned char)
			    part[i].bytes[length] & 0xC0) == 0x80)
				length--;
		}
		buffer_add(&room, part[i].bytes, length);
	}
	if (room.length > 0)
		r->detected = text_of(language_detect((struct text){room.bytes,
		    room.length}));
	buffer_release(&room);
}

static int
hash_author(struct review *r, const struct origin *o, struct arena *a)
{
	unsigned char digest[DIGEST_SIZE];
	char *hex;

	if (!o->hash_authors || text_is_absent(r->author))
		return 0;
	hex = arena_take(a, 2 * AUTHOR_BYTES + 1);
	if (hex == NULL)
		return -1;
	digest_keyed(o->authors_key, r->author, digest);
	digest_hex(digest, AUTHOR_BYTES, hex);
	r->author = text_of(hex);
	return 0;
}

int
identify_review(struct review *r, const struct origin *o, char hex[ID_HEX],
	bool *cut, struct arena *a)
{
	*cut = limit(r);
	r->source = source_of(o, a);
	r->kind = kind_of(o);
	r->brand = brand_of(o);
	r->item = first_of(item_of(o), r->item, absent);
	r->url = first_of(r->url, o->url, absent);
	r->language = first_of(r->language, text_of(o->row != NULL ?
	    o->row->language : NULL), o->language);
	r->capture = o->capture;
	detect(r);
	review_identify(r, hex);
	return hash_author(r, o, a);
}

int
identify_aggregate(struct review_aggregate *g, const struct origin *o,
	char hex[ID_HEX], struct arena *a)
{
	drop_huge(&g->item);
	drop_huge(&g->url);
	g->source = source_of(o, a);
	g->kind = kind_of(o);
	g->brand = brand_of(o);
	g->item = first_of(g->item, item_of(o), absent);
	g->url = first_of(g->url, o->url, absent);
	g->capture = o->capture;
	review_aggregate_identify(g, hex);
	return 0;
}

int
identify_run(struct review_run *run, const struct origin *o, struct arena *a)
{
	run->source = source_of(o, a);
	run->kind = kind_of(o);
	run->brand = brand_of(o);
	run->capture = o->capture;
	return 0;
}
