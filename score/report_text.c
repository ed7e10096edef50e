/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings of the data in the report: escaped, isolated, harmless. */
#include "report.h"

#include <string.h>

#include "digest.h"
#include "shown.h"
#include "text.h"

enum {
	PLAIN_MAX = 64 << 10,	/* of one shown text */
	STYLE_MAX = 1 << 20,
};

static void
add_escaped(struct buffer *to, char b)
{
	switch (b) {
	case '&': buffer_add_string(to, "&amp;"); break;
	case '<': buffer_add_string(to, "&lt;"); break;
	case '>': buffer_add_string(to, "&gt;"); break;
	case '"': buffer_add_string(to, "&quot;"); break;
	case '\'': buffer_add_string(to, "&#39;"); break;
	case '`': buffer_add_string(to, "&#96;"); break;
	default: buffer_add_char(to, b);
	}
}

static int
add_text(struct buffer *to, struct text text, size_t limit)
{
	struct buffer plain;
	size_t i;

	buffer_init(&plain, PLAIN_MAX);
	shown_add(&plain, text, limit);
	for (i = 0; i < plain.length; i++)
		add_escaped(to, plain.bytes[i]);
	buffer_release(&plain);
	return to->failed ? -1 : 0;
}

int
report_text(struct buffer *to, const char *string, size_t limit)
{
	return add_text(to, text_of(string), limit);
}

int
report_name(struct buffer *to, const char *name)
{
	buffer_add_string(to, "<bdi>");
	report_text(to, name, SHOWN_NAME);
	return buffer_add_string(to, "</bdi>");
}

int
report_link(struct buffer *to, const char *words, const char *url)
{
	struct text host;
	const char *at;

	if (!shown_link(url, &host))
		return 0;
	buffer_add_string(to, "<a rel=\"noopener noreferrer nofollow\" "
	    "href=\"");
	for (at = url; *at != '\0'; at++)
		add_escaped(to, *at);
	buffer_add_format(to, "\">%s <bdi>", words);
	add_text(to, host, SHOWN_NAME);
	return buffer_add_string(to, "</bdi></a>");
}

int
report_language(struct buffer *to, const char *tag)
{
	if (!shown_language(tag))
		return 0;
	return buffer_add_format(to, " lang=\"%s\"", tag);
}

/* RFC 4648 base64 with padding, as the policy wants it. */
static void
add_base64(struct buffer *to, const unsigned char *bytes, size_t length)
{
	static const char letter[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t i, k;

	for (i = 0; i < length; i += 3) {
		size_t rest = length - i < 3 ? length - i : 3;
		unsigned long group = 0;

		for (k = 0; k < 3; k++)
			group = group << 8 | (k < rest ? bytes[i + k] : 0u);
		for (k = 0; k < 4; k++)
			buffer_add_char(to, k > rest ? '=' :
			    letter[group >> (18 - 6 * k) & 63]);
	}
}

int
report_style_digest(struct buffer *to)
{
	unsigned char digest[DIGEST_SIZE];
	struct buffer style;
	size_t i;

	buffer_init(&style, STYLE_MAX);
	for (i = 0; report_style[i] != NULL; i++)
		buffer_add_string(&style, report_style[i]);
	digest_of(style.bytes, style.length, digest);
	buffer_add_string(to, "sha256-");
	add_base64(to, digest, sizeof(digest));
	buffer_release(&style);
	return to->failed ? -1 : 0;
}
