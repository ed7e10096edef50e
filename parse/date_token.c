/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date_token.h"

#include <string.h>

#include "rating_number.h"
#include "utf8.h"

enum class { BLANK, DIGIT, LETTER, OTHER };

static enum class
class_of(struct text t, size_t at, size_t *size, uint32_t *c)
{
	char digits[RATING_DIGITS];
	struct text one;

	*size = utf8_decode(t.bytes + at, t.length - at, c);
	if (*c <= ' ' || *c == 0xA0 || *c == 0x202F || *c == 0x2009 ||
	    *c == 0x3000)
		return BLANK;
	one = (struct text){t.bytes + at, *size};
	if ((*c < 0x80 ? *c >= '0' && *c <= '9' : true) &&
	    rating_number(one, digits) > 0)
		return DIGIT;
	if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
	    (*c >= 0xC0 && *c != 0xD7 && *c != 0x60C && *c != 0x61B &&
	    !(*c >= 0x2000 && *c <= 0x206F && *c != 0x200C) &&
	    !(*c >= 0x3001 && *c <= 0x3020)))
		return LETTER;
	return OTHER;
}

static void
number_token(struct text run, struct date_token *k)
{
	size_t i = 0;

	k->type = DATE_NUMBER;
	while (i < run.length) {
		char digits[RATING_DIGITS];
		uint32_t c;
		size_t size = utf8_decode(run.bytes + i, run.length - i, &c);

		rating_number((struct text){run.bytes + i, size}, digits);
		if (k->digits < 18)
			k->number = k->number * 10 + (digits[0] - '0');
		k->digits++;
		i += size;
	}
}

static void
word_token(struct text run, struct date_token *k)
{
	size_t length = date_fold(run, k->word);

	k->type = DATE_WORD;
	k->kind = date_word_look_up(k->word, length, &k->value);
}

bool
date_tokens_read(struct text t, struct date_tokens *list)
{
	size_t i = 0;
	bool blank = false;

	list->count = 0;
	if (t.bytes == NULL || t.length > DATE_TEXT_MAX)
		return false;
	while (i < t.length) {
		size_t size, end;
		uint32_t c, other;
		enum class class = class_of(t, i, &size, &c);
		struct date_token *k = &list->at[list->count];

		if (class == BLANK) {
			blank = true;
			i += size;
			continue;
		}
		if (list->count == DATE_TOKENS_MAX)
			return false;
		*k = (struct date_token){.blank = blank};
		blank = false;
		for (end = i + size; class != OTHER && end < t.length &&
		    class_of(t, end, &size, &other) == class; end += size)
			;
		if (class == DIGIT)
			number_token((struct text){t.bytes + i, end - i}, k);
		else if (class == LETTER)
			word_token((struct text){t.bytes + i, end - i}, k);
		else {
			k->type = DATE_SIGN;
			k->sign = c < 0x80 ? (char)c : c == 0x2013 ||
			    c == 0x2212 || c == 0x2010 ? '-' : '?';
		}
		list->count++;
		i = end;
	}
	return list->count > 0;
}
