/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vocabulary.h"

#include <string.h>

#include "summary_making.h"

int
vocabulary_order(struct text a, struct text b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = memcmp(a.bytes, b.bytes, shorter);

	return order != 0 ? order : (a.length > b.length) -
	    (a.length < b.length);
}

struct vocabulary_word *
vocabulary_find(const struct vocabulary *v, struct text key)
{
	size_t first = 0, end = v->count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int order = vocabulary_order(key, v->word[middle].key);

		if (order == 0)
			return &v->word[middle];
		if (order > 0)
			first = middle + 1;
		else
			end = middle;
	}
	return NULL;
}

int
vocabulary_compare(const void *a, const void *b)
{
	const struct vocabulary_word *x = a, *y = b;

	return vocabulary_order(x->key, y->key);
}

unsigned
vocabulary_authors(const struct vocabulary_word *w)
{
	unsigned places = w->places, n = 0;

	for (; places != 0; places &= places - 1)
		n++;
	return n;
}

bool
vocabulary_name(struct making *m, struct text key, const char **language,
	const char **word)
{
	const char *bar = memchr(key.bytes, '|', key.length);
	size_t length = (size_t)(bar - key.bytes);

	*language = making_kept(m, (struct text){key.bytes, length});
	*word = making_kept(m, (struct text){bar + 1, key.length - length -
	    1});
	return *word != NULL;
}
