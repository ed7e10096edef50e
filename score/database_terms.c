/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of each brand, as the tallies have them (`w` and `ww` rows of
 * sayso-tallies(5)): asked of the reviews it would take minutes. */
#include "database.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "database_row.h"

struct terms {
	struct database *d;
	struct tally *tally;
	struct text word;		/* the key up to the author's place */
	int64_t reviews;
	struct buffer room;
	char key[TALLY_KEY_MAX + 2];
	struct complaint *c;
};

/* The row of the word whose rows have all been read. */
static int
put_word(struct terms *t)
{
	struct text f[TALLY_FIELDS_MAX];
	int64_t weight;
	char words[TALLY_KEY_MAX];
	size_t length = 0, i;

	if (t->word.bytes == NULL)
		return 0;
	t->key[0] = 'w';
	memcpy(t->key + 1, t->word.bytes, t->word.length);
	weight = tally_get(t->tally, (struct text){t->key,
	    t->word.length + 1});
	tally_split(t->word, f);
	database_row_begin(t->d, DATABASE_TERM);
	database_row_integer(t->d, false, 0);
	/* A value stays where it is until the row ends. */
	for (i = 1; i < 4; i++) {
		struct text value = tally_field(f[i], &t->room);

		if (!text_is_absent(value)) {
			memcpy(words + length, value.bytes, value.length);
			value.bytes = words + length;
			length += value.length;
		}
		database_row_text(t->d, value);
	}
	database_row_integer(t->d, true, t->reviews);
	database_row_integer(t->d, true, weight);
	return database_row_end(t->d, t->c);
}

static int
take_row(void *context, struct text key, int64_t value)
{
	struct terms *t = context;
	struct text word = key;

	while (word.length > 0 && word.bytes[word.length - 1] != '|')
		word.length--;
	word.length -= word.length > 0;
	if (t->word.bytes == NULL || !text_equals(word, t->word)) {
		if (put_word(t) < 0)
			return -1;
		t->word = word;
		t->reviews = 0;
	}
	t->reviews += value;
	return 0;
}

int
database_put_terms(struct database *d, struct tally *tally,
	struct complaint *c)
{
	struct terms *t = calloc(1, sizeof(*t));
	int result;

	if (t == NULL)
		return complain(c, ENOMEM, "words");
	t->d = d;
	t->tally = tally;
	t->c = c;
	c->text[0] = '\0';
	buffer_init(&t->room, TALLY_KEY_MAX);
	result = tally_each_of(tally, "w|", take_row, t);
	if (result == 0)
		result = put_word(t);
	if (result < 0 && c->text[0] == '\0')
		complain(c, ENOMEM, "words");
	buffer_release(&t->room);
	free(t);
	return result;
}
