/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "warc_fields.h"

#include "warc_http.h"

/* A line end and the blanks behind it count as one blank: RFC 2616's LWS,
 * which WARC took over. */
static size_t
unfold(char *bytes, size_t length)
{
	size_t from = 0, to = 0;

	while (from < length) {
		if (bytes[from] != '\r' && bytes[from] != '\n') {
			bytes[to++] = bytes[from++];
			continue;
		}
		while (from < length && text_is_blank(bytes[from]))
			from++;
		bytes[to++] = ' ';
	}
	return to;
}

/* Behind the end of the field's last line: those that begin with a blank go
 * on with it. */
static char *
field_end(char *at, char *end)
{
	do
		at = (char *)memchr(at, '\n', (size_t)(end - at)) + 1;
	while (at < end && (*at == ' ' || *at == '\t'));
	return at;
}

int
warc_fields_split(struct warc_fields *f, char *bytes, size_t length)
{
	char *at = bytes, *end = bytes + length, *next, *colon;
	struct text value;

	f->count = 0;
	for (at = field_end(at, end); at < end; at = next) {
		next = field_end(at, end);
		colon = memchr(at, ':', (size_t)(next - at));
		if (colon == NULL)
			continue;	/* a line that is no field */
		if (f->count == WARC_FIELDS_MAX)
			return -1;
		value = text_trimmed((struct text){colon + 1,
		    (size_t)(next - colon - 1)});
		value.length = unfold(colon + 1 + (value.bytes - colon - 1),
		    value.length);
		f->field[f->count].name = text_trimmed((struct text){at,
		    (size_t)(colon - at)});
		f->field[f->count++].value = value;
	}
	return 0;
}

struct text
warc_fields_find(const struct warc_fields *f, const char *name)
{
	size_t i;

	for (i = 0; i < f->count; i++)
		if (warc_http_same_name(f->field[i].name, name))
			return f->field[i].value;
	return (struct text){NULL, 0};
}

const char *
warc_fields_length(const struct warc_fields *f, size_t *length)
{
	size_t i, k, n, found = 0;

	for (i = 0; i < f->count; i++) {
		struct text value = f->field[i].value;

		if (!warc_http_same_name(f->field[i].name, "Content-Length"))
			continue;
		for (n = k = 0; k < value.length && value.bytes[k] >= '0' &&
		    value.bytes[k] <= '9' && n <= (SIZE_MAX - 9) / 10;
		    k++)
			n = n * 10 + (size_t)(value.bytes[k] - '0');
		if (k == 0 || k < value.length)
			return "Content-Length is no number";
		if (found++ > 0 && n != *length)
			return "two Content-Lengths that differ";
		*length = n;
	}
	return found > 0 ? NULL : "no Content-Length";
}
