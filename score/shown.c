/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shown.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "utf8.h"

enum {
	BLANK = ' ',
	LANGUAGE_TAG_MAX = 35,		/* RFC 5646 4.4.1 */
};

/* Bidirectional overrides and isolates, byte order marks, interlinear
 * annotation, noncharacters, tags, private use planes. */
static bool
is_left_out(uint32_t c)
{
	static const struct utf8_range range[] = {
		{0x202A, 0x202E}, {0x2060, 0x206F}, {0xFDD0, 0xFDEF},
		{0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0x10FFFF},
	};

	return utf8_is_in(c, range, sizeof(range) / sizeof(*range)) ||
	    (c & 0xFFFE) == 0xFFFE;
}

static bool
is_blank(uint32_t c)
{
	static const struct utf8_range range[] = {
		{0, 0x20}, {0x7F, 0xA0}, {0x2000, 0x200A}, {0x2028, 0x2029},
		{0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
	};

	return utf8_is_in(c, range, sizeof(range) / sizeof(*range));
}

bool
shown_is_mark(uint32_t c)
{
	static const struct utf8_range range[] = {
		{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05C7},
		{0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
		{0x06D6, 0x06ED}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A},
		{0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
		{0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
	};

	return utf8_is_in(c, range, sizeof(range) / sizeof(*range));
}

/* What was added so far. */
struct showing {
	size_t characters, marks;
	size_t blank;		/* where the last blank stands */
	size_t blank_after;	/* characters before it */
	bool pending;		/* a blank, if something follows */
};

/* Cuts back to a blank where one is within the last fifth. */
static void
end_short(struct buffer *to, const struct showing *s, size_t limit)
{
	if (s->blank_after > limit - limit / 5) {
		to->length = s->blank;
		to->bytes[to->length] = '\0';
	}
	buffer_add_string(to, "\xE2\x80\xA6");
}

int
shown_add(struct buffer *to, struct text text, size_t limit)
{
	struct showing s = {0};
	size_t at, step;
	uint32_t c;

	for (at = 0; at < text.length; at += step) {
		step = utf8_decode(text.bytes + at, text.length - at, &c);
		if (is_left_out(c))
			continue;
		if (is_blank(c)) {
			s.pending = s.characters > 0;
			continue;
		}
		s.marks = shown_is_mark(c) ? s.marks + 1 : 0;
		if (s.marks > SHOWN_MARKS)
			continue;
		/* A letter's marks go with it, also past the limit. */
		if (s.characters + s.pending >= limit && s.marks == 0) {
			end_short(to, &s, limit);
			break;
		}
		if (s.pending) {
			s.blank = to->length;
			s.blank_after = s.characters++;
			buffer_add_char(to, BLANK);
			s.pending = false;
		}
		if (c == UTF8_REPLACEMENT)
			buffer_add_string(to, "\xEF\xBF\xBD");
		else
			buffer_add(to, text.bytes + at, step);
		s.characters += s.marks == 0;
	}
	return to->failed ? -1 : 0;
}

/* A character that has no place in an address, or hides what it is. */
static bool
spoils_link(uint32_t c)
{
	return is_blank(c) || is_left_out(c) || c == UTF8_REPLACEMENT ||
	    (c < 0x80 && strchr("\"'<>\\`{}|^", (int)c) != NULL);
}

bool
shown_link(const char *url, struct text *host)
{
	const char *start, *end;
	size_t at, length = url == NULL ? 0 : strlen(url);
	uint32_t c;

	if (length > SHOWN_URL || length == 0)
		return false;
	if (strncasecmp(url, "https://", 8) == 0)
		start = url + 8;
	else if (strncasecmp(url, "http://", 7) == 0)
		start = url + 7;
	else
		return false;
	for (at = 0; at < length;) {
		at += utf8_decode(url + at, length - at, &c);
		if (spoils_link(c))
			return false;
	}
	end = start + strcspn(start, "/?#");
	if (end == start || memchr(start, '@', (size_t)(end - start)) != NULL)
		return false;
	if (host != NULL)
		*host = (struct text){start, (size_t)(end - start)};
	return true;
}

bool
shown_language(const char *tag)
{
	size_t i, length = tag == NULL ? 0 : strlen(tag);

	if (length < 2 || length > LANGUAGE_TAG_MAX)
		return false;
	for (i = 0; i < length; i++)
		if (!(tag[i] >= 'a' && tag[i] <= 'z') &&
		    !(tag[i] >= 'A' && tag[i] <= 'Z') &&
		    !(i > 1 && ((tag[i] >= '0' && tag[i] <= '9') ||
		    tag[i] == '-')))
			return false;
	return strcmp(tag, "unknown") != 0;
}
