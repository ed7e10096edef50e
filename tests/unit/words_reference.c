/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * words.h against a plain reader (words_reader.h), and the masks of plain.h against
 * the portable ones, over texts put together at random from what is hard:
 * always the same ones.
 */
#include "words_reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 1 << 14, TEXTS = 6000 };

static uint32_t state_of_random = 1;

static uint32_t
random_below(uint32_t end)
{
	state_of_random = state_of_random * 1664525 + 1013904223;
	return (state_of_random >> 8) % end;
}

static void
compare_word(const struct words *w, size_t i, const struct word *wanted)
{
	struct word got;

	words_get(w, i, &got);
	assert_int_equal(got.start, wanted->start);
	assert_int_equal(got.end, wanted->end);
	assert_int_equal(got.cut, wanted->cut);
	assert_int_equal(got.shouted, wanted->shouted);
	assert_int_equal(got.length, wanted->length);
	if (got.length == 0)
		return;
	assert_int_equal(got.hash, wanted->hash);
	assert_memory_equal(got.key, wanted->key, sizeof got.key);
}

static void
compare_sentence(const struct words *w, const struct sentence *got,
	const struct read_sentence *wanted)
{
	bool quiet = false;

	assert_int_equal(got->end - got->first, wanted->count);
	assert_int_equal(got->exclaims, wanted->exclaims < 100 ?
	    wanted->exclaims : 100);
	for (size_t i = 0; i < wanted->count; i++) {
		size_t at = got->first + i;

		compare_word(w, at, &wanted->word[i]);
		quiet |= w->flag[at] & WORD_SMALL;
		if (at > 0)
			assert_int_equal(w->clause[at] == w->clause[at - 1],
			    i > 0 && wanted->word[i].clause ==
			    wanted->word[i - 1].clause);
	}
	assert_int_equal(quiet, wanted->quiet);
}

static struct word_memory memory;

/* `known`: words are remembered from one text to the next. */
static void
compare_text(struct text text, enum fold_way way, bool with_faces, bool known)
{
	static struct read_sentence wanted;
	static struct words w;
	struct reader r = {.text = text, .way = way, .faces = with_faces};

	words_open(&w, text, way, with_faces ? &faces : NULL);
	if (known)
		words_remember(&w, &memory);
	while (words_next(&w))
		for (size_t i = 0; i < w.sentences; i++) {
			assert_true(reference_next(&r, &wanted));
			compare_sentence(&w, &w.sentence[i], &wanted);
		}
	assert_false(reference_next(&r, &wanted));
	assert_int_equal(w.at, text.length);
}

static const char *const piece[] = {
	"good", "Not", "AWFUL", "I'm", "DON'T", "don’t", "rock`n`roll", "''",
	"'", "`", "soooo", "AAAh", "1000", "4.5", "1,000", "a", "I", "x", " ",
	" ", " ", " ", "  ", ", ", ". ", "! ", "? ", "\n", "\t", "-", " - ",
	"--", "/", ":", ":)", "xd", "XD", ":d", "8)", "<3", "(", ")", "@",
	"http://a.example/b", "www.", "ww.", "https", "é", "ÀÉ", "šđ", "љубав",
	"جداا", "می‌شود", "كلمة،", "ГРОМКО", "Ćao", "ćao", "ĆAO", "ĆaO",
	"უხარისხობისათვის", "Привет-всем", "приветственноепослание", "ﬃ",
	"“цитата”", "ẁw.", "été’s", "naïve!!", "👍🏽", "😡", "ﷲ", "\xCC\x81", "\xFF", "\xE2\x80",
	"\xC2\xA0", "abcdefghijklmnop", "abcdefghijklmnopq", "U.S.", "\x7F",
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	"b1c2d3e4f5g6h7i8j9k0l1m2n3o4p5q6r7s8t9u0v1w2x3y4z5a6b7c8d9e0f1g2h3i4j",
};

/* Adds random pieces, now and then one of them very often. */
static size_t
make_text(char *text, size_t size)
{
	size_t length = 0;

	while (length < size) {
		const char *p = piece[random_below(sizeof piece /
		    sizeof piece[0])];
		size_t times = random_below(64) == 0 ? random_below(1500) : 1;

		for (; times > 0 && length < size; times--) {
			memcpy(text + length, p, strlen(p));
			length += strlen(p);
		}
		if (random_below(3) > 0)
			text[length++] = ' ';
	}
	if (random_below(2) == 0)
		text[random_below((uint32_t)length)] = (char)random_below(256);
	return length;
}

static void
words_are_what_the_reference_reads(void **state)
{
	static char made[TEXT_MAX + 512];

	(void)state;
	for (int i = 0; i < TEXTS; i++) {
		size_t length = make_text(made, i % 100 == 0 ? TEXT_MAX :
		    1 + random_below(200));
		char *text = malloc(length);	/* so that no byte behind it
						   is read unnoticed */
		assert_non_null(text);
		memcpy(text, made, length);
		compare_text((struct text){text, length},
		    i % 3 == 0 ? FOLD_SERBIAN : 0, i % 2 == 0, i % 5 > 0);
		free(text);
	}
}

static void
compare_block(const unsigned char *block)
{
	unsigned char a[PLAIN_BLOCK], b[PLAIN_BLOCK];
	struct plain_bytes m, n;

	plain_block(block, a, &m);
	plain_block_portable(block, b, &n);
	assert_memory_equal(a, b, sizeof a);
	assert_memory_equal(&m, &n, sizeof m);
	assert_int_equal(plain_runs(block), plain_runs_portable(block));
}

/* A file of the tree, all of whose lines are texts to the engine. */
static void
masks_of_real_text_are_the_portable_ones(void **state)
{
	static unsigned char text[1 << 20];
	FILE *f = fopen("lexicon/ar.tsv", "rb");

	(void)state;
	assert_non_null(f);
	size_t length = fread(text, 1, sizeof text - 2, f);
	fclose(f);
	assert_true(length > 10000);
	for (size_t i = 0; i + PLAIN_BLOCK <= length; i += 7)
		compare_block(text + i);
}

static void
masks_are_the_portable_ones(void **state)
{
	unsigned char block[PLAIN_BLOCK + 2];

	(void)state;
	for (unsigned i = 0; i < 20000; i++) {
		for (unsigned k = 0; k < sizeof block; k++)
			block[k] = (unsigned char)(i < 256 ? i + k :
			    i < 10000 ? 'a' + random_below(2) :
			    random_below(256));
		compare_block(block);
	}
}

static int
add_faces(void **state)
{
	static const char *const list[] = {":)", ":d", "<3", "xd", "8)",
	    "x-(", ")", "10/10"};

	(void)state;
	emoticons_init(&faces);
	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
		if (emoticons_add(&faces, text_of(list[i])) == -1)
			return -1;
	emoticons_sort(&faces);
	return word_memory_init(&memory);
}

static int
drop_faces(void **state)
{
	(void)state;
	emoticons_release(&faces);
	word_memory_release(&memory);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_what_the_reference_reads),
		cmocka_unit_test(masks_are_the_portable_ones),
		cmocka_unit_test(masks_of_real_text_are_the_portable_ones),
	};

	return cmocka_run_group_tests(tests, add_faces, drop_faces);
}
