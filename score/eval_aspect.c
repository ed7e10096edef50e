/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eval_aspect.h"

#include "jsonl.h"

enum { COLUMNS = 6 };

static const char header_line[] = "id\tfrom\tto\tterm\tlabel\ttext";

bool
eval_aspect_is_set(struct text header)
{
	return text_is(header, header_line);
}

static bool
columns_of(struct text line, struct text column[COLUMNS])
{
	size_t at = 0;

	for (int i = 0; i < COLUMNS; i++) {
		size_t end = at;

		while (end < line.length && (line.bytes[end] != '\t' ||
		    i == COLUMNS - 1))
			end++;
		if (end == line.length && i < COLUMNS - 1)
			return false;
		column[i] = (struct text){line.bytes + at, end - at};
		at = end + 1;
	}
	return true;
}

/* The byte at which a character begins. */
static size_t
byte_of(struct text text, int64_t character)
{
	size_t at = 0;

	for (; at < text.length; at++)
		if (((unsigned char)text.bytes[at] & 0xC0) != 0x80 &&
		    character-- == 0)
			break;
	return at;
}

static enum sentiment_label
label_of(struct text t)
{
	return text_is(t, "pos") ? SENTIMENT_POS : text_is(t, "neg") ?
	    SENTIMENT_NEG : text_is(t, "neu") ? SENTIMENT_NEU :
	    SENTIMENT_UNSCORED;
}

bool
eval_aspect_row(struct scorer *at, const char *language, struct text line,
	enum sentiment_label *said, struct sentiment *found)
{
	struct text column[COLUMNS];
	struct sentiment_aspect place;
	int64_t from, to;

	if (!columns_of(line, column) || !jsonl_integer(column[1], &from) ||
	    !jsonl_integer(column[2], &to) || from < 0 || to <= from)
		return false;
	sentiment_place(at, column[5], language, byte_of(column[5], from),
	    byte_of(column[5], to), &place);
	*said = label_of(column[4]);
	*found = (struct sentiment){.score = place.score, .label =
	    place.label == SENTIMENT_UNSCORED ? SENTIMENT_NEU : place.label,
	    .hits = place.label != SENTIMENT_UNSCORED};
	return true;
}
