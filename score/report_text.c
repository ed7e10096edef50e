/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings of the data in the report: escaped, isolated, harmless. */
#include "report.h"

#include <string.h>

#include "digest.h"
#include "shown.h"
#include "text.h"

enum {
	PLAIN_MAX = 64 << 10,	/* of one shown text */
	INLINE_MAX = 2 << 20,
	LINK_MAX = 256,
	PALETTE = 8,		/* colours of brands in report_style.css */
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
report_words(struct buffer *to, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++)
		add_escaped(to, bytes[i]);
	return to->failed ? -1 : 0;
}

/* A script element ends at its end tag and nowhere else, so that no '<' of
 * the data may stand in it. */
int
report_json(struct buffer *to, const char *string)
{
	struct buffer plain;
	size_t i;

	buffer_init(&plain, PLAIN_MAX);
	shown_add(&plain, text_of(string), SHOWN_NAME);
	buffer_add_char(to, '"');
	for (i = 0; i < plain.length; i++) {
		unsigned char b = (unsigned char)plain.bytes[i];

		if (b < 0x20 || b == 0x7F || strchr("<>&\"\\'", b) != NULL)
			buffer_add_format(to, "\\u%04x", b);
		else
			buffer_add_char(to, plain.bytes[i]);
	}
	buffer_release(&plain);
	return buffer_add_char(to, '"');
}

void
report_link(struct page *p, const char *words, const char *url)
{
	struct text host;

	if (!shown_link(url, &host))
		return;
	buffer_add_string(p->to, "<a rel=\"noopener noreferrer nofollow\" "
	    "href=\"");
	report_words(p->to, url, strlen(url));
	buffer_add_string(p->to, "\">");
	page_words(p, words);
	buffer_add_string(p->to, " <bdi>");
	add_text(p->to, host, SHOWN_NAME);
	buffer_add_string(p->to, "</bdi></a>");
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
report_digest(struct buffer *to, const char *const *lines)
{
	unsigned char digest[DIGEST_SIZE];
	struct buffer all;

	buffer_init(&all, INLINE_MAX);
	for (; *lines != NULL; lines++)
		buffer_add_string(&all, *lines);
	digest_of(all.bytes, all.length, digest);
	buffer_add_string(to, "sha256-");
	add_base64(to, digest, sizeof(digest));
	buffer_release(&all);
	return to->failed ? -1 : 0;
}

void
page_words(struct page *p, const char *english)
{
	template_words(&p->w, english);
}

void
page_title(struct page *p, int level, const char *english)
{
	buffer_add_format(p->to, "<h%d>", level);
	page_words(p, english);
	buffer_add_format(p->to, "</h%d>\n", level);
}

void
page_paragraph(struct page *p, const char *class, const char *english)
{
	if (class == NULL)
		buffer_add_string(p->to, "<p>");
	else
		buffer_add_format(p->to, "<p class=\"%s\">", class);
	page_words(p, english);
	buffer_add_string(p->to, "</p>\n");
}

void
page_table_link(struct buffer *to, const char *table)
{
	buffer_add_format(to, "<a href=\"%s.csv\">%s.csv</a>", table,
	    table);
}

void
page_left_out(struct page *p, const char *english, size_t shown, size_t all,
	const char *table)
{
	struct buffer link;

	if (shown >= all)
		return;
	buffer_init(&link, LINK_MAX);
	page_table_link(&link, table);
	buffer_add_string(p->to, "<p class=\"key\">");
	TEMPLATE(&p->w, english, COUNT_OF((int64_t)shown),
	    COUNT_OF((int64_t)all), MARKUP(link.bytes));
	buffer_add_string(p->to, "</p>\n");
	buffer_release(&link);
}

void
page_fewer_left_out(struct page *p, size_t shown, size_t all,
	const char *table)
{
	page_left_out(p, "Only the {1} with most reviews are shown here, of "
	    "{2}; all of them are in {3}.", shown, all, table);
}

void
page_section(struct page *p, const char *id, const char *english)
{
	buffer_add_format(p->to, "<section id=\"%s\" aria-labelledby="
	    "\"%s-head\">\n<h2 id=\"%s-head\">", id, id, id);
	page_words(p, english);
	buffer_add_string(p->to, "</h2>\n");
}

void
page_section_end(struct page *p)
{
	buffer_add_string(p->to, "</section>\n");
}

/* Colour and shape, since not everybody tells the colours apart. */
static void
add_mark(struct buffer *to, size_t brand)
{
	static const char *const shape[] = {
		"M6 1a5 5 0 1 0 .01 0z", "M1.5 1.5h9v9h-9z",
		"M6 1l5.5 9.5h-11z", "M6 0l4 6-4 6-4-6z",
	};

	buffer_add_format(to, "<svg class=\"mark brand-%zu\" viewBox=\"0 0 "
	    "12 12\" aria-hidden=\"true\" focusable=\"false\"><path "
	    "d=\"%s\"/></svg>", brand % PALETTE,
	    shape[brand % (sizeof(shape) / sizeof(*shape))]);
}

void
page_brand(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];

	buffer_add_string(p->to, "<span class=\"brand\">");
	add_mark(p->to, brand);
	report_name(p->to, figure_brand_name(b->name));
	buffer_add_string(p->to, "</span>");
	if (b->own) {
		buffer_add_string(p->to, " <span class=\"badge self\">");
		page_words(p, "own brand");
		buffer_add_string(p->to, "</span>");
	}
}
