/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head.h"

#include <string.h>
#include <strings.h>

#include "calendar.h"

enum {
	DIGITS_MAX = 15,			/* of a length or delay */
	RETRY_AFTER_MAX = 7 * 86400,
};

/* One line without its end; *at moves behind it. */
static struct text
line_next(struct text head, size_t *at)
{
	struct text line = {head.bytes + *at, head.length - *at};
	const char *end = memchr(line.bytes, '\n', line.length);

	if (end != NULL)
		line.length = (size_t)(end - line.bytes);
	*at += line.length + (end != NULL);
	if (line.length > 0 && line.bytes[line.length - 1] == '\r')
		line.length--;
	return line;
}

static struct text
strip(struct text t)
{
	while (t.length > 0 && (*t.bytes == ' ' || *t.bytes == '\t')) {
		t.bytes++;
		t.length--;
	}
	while (t.length > 0 && (t.bytes[t.length - 1] == ' ' ||
	    t.bytes[t.length - 1] == '\t'))
		t.length--;
	return t;
}

static bool
line_is(struct text line, const char *name)
{
	size_t length = strlen(name);

	return line.length > length && line.bytes[length] == ':' &&
	    strncasecmp(line.bytes, name, length) == 0;
}

struct text
head_next(struct text head, const char *name, size_t *at)
{
	size_t skip = strlen(name) + 1;

	while (*at < head.length) {
		struct text line = line_next(head, at);

		if (line_is(line, name))
			return strip((struct text){line.bytes + skip,
			    line.length - skip});
	}
	return (struct text){0};
}

struct text
head_field(struct text head, const char *name)
{
	size_t at = 0;

	return head_next(head, name, &at);
}

/* -1 where it is no plain number. */
static int64_t
number_of(struct text t)
{
	int64_t n = 0;
	size_t i;

	if (t.length == 0 || t.length > DIGITS_MAX)
		return -1;
	for (i = 0; i < t.length; i++) {
		if (t.bytes[i] < '0' || t.bytes[i] > '9')
			return -1;
		n = 10 * n + (t.bytes[i] - '0');
	}
	return n;
}

int64_t
head_number(struct text head, const char *name)
{
	return number_of(head_field(head, name));
}

int64_t
head_length(struct text head)
{
	int64_t length = -1, n;
	struct text value;
	size_t at = 0;

	while (!text_is_absent(value = head_next(head, "Content-Length",
	    &at))) {
		n = number_of(value);
		if (n < 0 || (length >= 0 && n != length))
			return -2;
		length = n;
	}
	return length;
}

int64_t
head_retry_after(struct text head, int64_t now)
{
	struct text value = head_field(head, "Retry-After");
	int64_t seconds = number_of(value), instant;

	if (text_is_absent(value))
		return -1;
	if (seconds < 0) {
		if (!calendar_read_http(value, &instant))
			return -1;
		seconds = instant > now ? instant - now : 0;
	}
	return seconds < RETRY_AFTER_MAX ? seconds : RETRY_AFTER_MAX;
}

int
head_add_stored(struct buffer *to, struct text head, size_t length,
	bool decoded)
{
	bool body = length != SIZE_MAX;
	size_t at = 0;

	while (at < head.length) {
		struct text line = line_next(head, &at);

		if (line.length == 0)
			break;
		if (body && line_is(line, "Content-Length"))
			continue;
		if (line_is(line, "Transfer-Encoding") ||
		    (decoded && line_is(line, "Content-Encoding")))
			buffer_add_string(to, "X-Crawler-");
		buffer_add(to, line.bytes, line.length);
		buffer_add_string(to, "\r\n");
	}
	if (body) {
		buffer_add_string(to, "Content-Length: ");
		buffer_add_integer(to, (int64_t)length);
		buffer_add_string(to, "\r\n");
	}
	buffer_add_string(to, "\r\n");
	return to->failed ? -1 : 0;
}
