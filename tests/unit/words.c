/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words.h, emoticons.h */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

static struct emoticons faces;

/* The text as `word word|word` : blanks between words, '|' between sentences,
 * ',' where a clause begins, '-' for a word that is not to be looked up. */
static const char *
shape(const char *text)
{
	static char out[4096];
	static struct words w;
	size_t length = 0;

	out[0] = '\0';
	words_open(&w, text_of(text), 0, &faces);
	while (words_next(&w))
		for (size_t i = 0, k = 0; i < w.given; i++) {
			struct word word;
			bool first = i == w.sentence[k].first;
			const char *joint = first ? length > 0 ? "|" : "" :
			    w.clause[i] != w.clause[i - 1] ? "," : " ";

			words_get(&w, i, &word);
			length += (size_t)snprintf(out + length,
			    sizeof out - length, "%s%s", joint,
			    word.length > 0 ? word.key : "-");
			k += i + 1u == w.sentence[k].end;
		}
	return out;
}

/* One word of the sentences that were read. */
static struct word
word_at(const struct words *w, size_t i)
{
	struct word word;

	words_get(w, i, &word);
	return word;
}

static void
words_and_sentences(void **state)
{
	static const char *const pair[][2] = {
		{"", ""}, {" \n\t", ""}, {"...!?", ""},
		{"Good, cheap phone.", "good,cheap phone"},
		{"It's fine. Isn't it?", "it's fine|isn't it"},
		{"don’t 'quote' rock'n'roll'", "don't quote rock'n'roll"},
		{"must-have/ok", "must have ok"},
		{"bad - really", "bad,really"},
		{"bad -- really", "bad,really"},
		{"not good.sound bad!loud", "not good|sound bad|loud"},
		{"4.5 of 5, or 1,000 now", "4 5 of 5,or 1 000 now"},
		{"the U.S. shop", "the u s shop"},
		{"one\ntwo", "one|two"},
		{"see http://good.example/bad?x=1 now", "see now"},
		{"https://x.example www.good.example", ""},
		{"www is fine", "ww is fine"},
		{"thanks @goodshop and me@good.example",
		    "thanks - and me -|example"},
		{"#lovely", "lovely"},
		{"می‌شود", "مي شود"},
		{"خوب؟ بد۔ نه، بله", "خوب|بد|نه,بله"},
		{"\xFF" "good\xC3", "good"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pair / sizeof pair[0]; i++)
		assert_string_equal(shape(pair[i][0]), pair[i][1]);
}

static void
signs_are_words(void **state)
{
	static const char *const pair[][2] = {
		{"nice 👍🏽👍", "nice 👍 👍"}, {"❤️", "❤"},
		{"great:) ok", "great :) ok"}, {"great :-)", "great :-)"},
		{"XD fun :D", "xd fun :d"},
		{"10:30", "10,30"}, {"size:3", "size,3"},
		{"(see above): x", "see above,x"}, {"no:)x", "no,x"},
		{"i <3 it", "i <3 it"}, {"a<3", "a 3"},
		{":)))", ":)"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pair / sizeof pair[0]; i++)
		assert_string_equal(shape(pair[i][0]), pair[i][1]);
}

static void
runs_are_cut_and_remembered(void **state)
{
	static struct words w;

	(void)state;
	words_open(&w, text_of("goooood loooove 1000 جدااااا"), 0, NULL);
	assert_true(words_next(&w));
	assert_string_equal(word_at(&w, 0).key, "good");
	assert_int_equal(word_at(&w, 0).cut, 1 << 2);
	assert_string_equal(word_at(&w, 1).key, "loove");
	assert_string_equal(word_at(&w, 2).key, "1000");
	assert_int_equal(word_at(&w, 2).cut, 0);
	assert_string_equal(word_at(&w, 3).key, "جداا");
	assert_int_equal(word_at(&w, 3).cut, 1 << 6);
}

static void
places_lead_back_to_the_text(void **state)
{
	static const char text[] = "Ćevapi su ODLIČNI 👍🏽!!!";
	static struct words w;

	(void)state;
	words_open(&w, text_of(text), FOLD_SERBIAN, NULL);
	assert_true(words_next(&w));
	assert_int_equal(w.sentences, 1);
	assert_int_equal(w.sentence[0].end, 4);
	assert_int_equal(w.sentence[0].exclaims, 3);
	assert_int_equal(w.flags, WORD_SMALL | WORD_SHOUTED);
	assert_int_equal(w.flag[2], WORD_SHOUTED);
	assert_int_equal(w.flag[0], WORD_SMALL);
	assert_memory_equal(text + w.start[2], "ODLIČNI",
	    w.end[2] - w.start[2]);
	assert_memory_equal(text + w.start[3], "👍", 4);
	assert_int_equal(w.start[0], 0);
	assert_int_equal(w.end[0], 7);
}

/* Everything that can go on for ever in a text ends here. */
static void
hostile_text_stays_in_its_bounds(void **state)
{
	enum { SIZE = 1 << 18 };
	static const char *const piece[] = {"a", "ab", "a ", "é", ".", "a.",
	    "'", "a'", ":)", ":(", "@", "\xFF", "\xE1\x83", "!", "😡", "www.",
	    "http://", "ﷲ", "\xCC\x81", "1,"};
	static struct words w;
	char *text = malloc(SIZE + 16);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < sizeof piece / sizeof piece[0]; i++) {
		size_t length = 0, end = 0, words = 0;

		while (length < SIZE) {
			strcpy(text + length, piece[i]);
			length += strlen(piece[i]);
		}
		words_open(&w, (struct text){text, length}, 0, &faces);
		while (words_next(&w)) {
			for (size_t k = 0; k < w.sentences; k++)
				assert_in_range(w.sentence[k].end -
				    w.sentence[k].first, 1, WORDS_MAX);
			for (size_t k = 0; k < w.given; k++) {
				assert_true(w.start[k] >= end);
				assert_true(w.end[k] > w.start[k]);
				assert_true(w.length[k] <= WORD_MAX);
				end = w.end[k];
			}
			assert_true(end <= length);
			words += w.given;
		}
		assert_true(words <= length);
		assert_int_equal(w.at, length);
	}
	free(text);
}

static int
add_faces(void **state)
{
	static const char *const list[] = {":)", ":-)", ":(", ":d", ":3",
	    "<3", "xd)", "):", "8)"};

	(void)state;
	emoticons_init(&faces);
	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
		if (emoticons_add(&faces, text_of(list[i])) == -1)
			return -1;
	emoticons_sort(&faces);
	return 0;
}

static int
drop_faces(void **state)
{
	(void)state;
	emoticons_release(&faces);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_sentences),
		cmocka_unit_test(signs_are_words),
		cmocka_unit_test(runs_are_cut_and_remembered),
		cmocka_unit_test(places_lead_back_to_the_text),
		cmocka_unit_test(hostile_text_stays_in_its_bounds),
	};

	return cmocka_run_group_tests(tests, add_faces, drop_faces);
}
