/* SPDX-License-Identifier: GPL-3.0-or-later */
/* affixes.h: no word that an affix leads to is left out by what says early
 * that none does.  With all words and affixes of the tree's lexicon. */
#include "unit.h"

#include <string.h>

#include "lexicon.h"
#include "utf8.h"

/* The pieces as one word; false where they are too long. */
static bool
join(struct word *to, const char *first, size_t length, const char *second,
	size_t more)
{
	if (length + more > WORD_MAX)
		return false;
	memset(to, 0, sizeof *to);
	memcpy(to->key, first, length);
	memcpy(to->key + length, second, more);
	to->length = (uint8_t)(length + more);
	to->hash = word_hash_padded(to->key, to->length);
	return true;
}

static void
is_found(const struct lexicon_language *l, const struct word *word)
{
	uint64_t first = word_piece(word->key);

	assert_true(affixes_may_end(&l->affixes, first, word->length) ||
	    affixes_may_begin(&l->affixes, first));
	assert_true(affixes_find(&l->affixes, &l->index, word) != INDEX_NONE);
}

/* What is left of a listed word, with each ending; returns how many. */
static size_t
end_in_all_ways(const struct lexicon_language *l, const char *key,
	size_t length)
{
	const struct affix_list *list = &l->affixes.suffix;
	size_t tried = 0;
	struct word word;

	for (size_t i = 0; i < list->count; i++) {
		const struct affix *end = &list->list[i];

		if (utf8_length(key, length) < end->least || !join(&word, key,
		    length, end->key, end->length))
			continue;
		is_found(l, &word);
		tried++;
	}
	return tried;
}

/* The same of a word that an addition made the listed one. */
static size_t
end_without_additions(const struct lexicon_language *l, const struct term *t)
{
	const struct affix_list *list = &l->affixes.addition;
	size_t tried = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct affix *add = &list->list[i];
		size_t rest = (size_t)t->length - add->length;
		struct word word;

		if (t->length <= add->length || memcmp(t->key + rest, add->key,
		    add->length) != 0 || utf8_length(t->key, rest) < add->least)
			continue;
		assert_true(join(&word, t->key, rest, "", 0));
		is_found(l, &word);
		tried += 1 + end_in_all_ways(l, t->key, rest);
	}
	return tried;
}

static size_t
begin_in_all_ways(const struct lexicon_language *l, const struct term *t)
{
	const struct affix_list *list = &l->affixes.prefix;
	size_t tried = 0;
	struct word word;

	for (size_t i = 0; i < list->count; i++) {
		const struct affix *begin = &list->list[i];

		if (utf8_length(t->key, t->length) < begin->least || !join(&word,
		    begin->key, begin->length, t->key, t->length))
			continue;
		is_found(l, &word);
		tried++;
	}
	return tried;
}

static void
nothing_that_is_listed_is_missed(void **state)
{
	struct complaint c = {""};
	struct lexicon *l = lexicon_load("lexicon", &c);
	size_t tried = 0;

	(void)state;
	assert_non_null(l);
	for (size_t i = 0; i < l->count; i++) {
		const struct lexicon_language *of = &l->language[i];

		for (const struct term *t = of->index.first; t != NULL;
		    t = t->next)
			if (t->words == 1 && strcmp(of->tag, "mul") != 0)
				tried += end_in_all_ways(of, t->key,
				    t->length) + begin_in_all_ways(of, t) +
				    end_without_additions(of, t);
	}
	assert_true(tried > 100000);
	lexicon_free(l);
}

static void
most_words_are_not_tried(void **state)
{
	static const char *const word[] = {"xkcdabra", "qqqqqqqq", "wwzzyyxx"};
	struct complaint c = {""};
	struct lexicon *l = lexicon_load("lexicon", &c);
	size_t tried = 0;

	(void)state;
	assert_non_null(l);
	for (size_t i = 0; i < sizeof word / sizeof word[0]; i++)
		tried += affixes_may_end(&lexicon_language(l, "hr")->affixes,
		    word_piece(word[i]), strlen(word[i]));
	assert_true(tried < sizeof word / sizeof word[0]);
	lexicon_free(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_that_is_listed_is_missed),
		cmocka_unit_test(most_words_are_not_tried),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
