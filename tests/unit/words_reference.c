/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * words.h against a plain reader that goes character by character, and the
 * masks of plain.h against the portable ones, over texts put together at
 * random from what is hard: always the same ones.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words.h"

enum { TEXT_MAX = 1 << 14, TEXTS = 6000 };

static struct emoticons faces;
static uint32_t state_of_random = 1;

static uint32_t
random_below(uint32_t end)
{
	state_of_random = state_of_random * 1664525 + 1013904223;
	return (state_of_random >> 8) % end;
}

/* ---- the reference ---- */

struct read_sentence {
	size_t count, exclaims;
	bool quiet;
	struct word word[WORDS_MAX];
};

struct reader {
	struct text text;
	size_t at;
	enum fold_way way;
	bool faces;
};

struct run {
	uint32_t last;
	unsigned length;
	bool over;
};

static struct character
look(const struct reader *r, size_t at)
{
	struct character c = {0};

	if (at < r->text.length)
		c.size = utf8_decode(r->text.bytes + at,
		    r->text.length - at, &c.c);
	c.entry = fold_entry(c.c);
	return c;
}

static char
byte_at(const struct reader *r, size_t at)
{
	return at < r->text.length ? r->text.bytes[at] : '\0';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
letter_at(const struct reader *r, size_t at)
{
	uint16_t entry = look(r, at).entry;

	return at < r->text.length && (entry >= FOLD_LETTER ||
	    entry == FOLD_SELF);
}

static void
add_letter(struct word *word, struct run *run, uint32_t letter)
{
	char bytes[4];
	size_t size = utf8_encode(letter, bytes);

	run->length = letter == run->last ? run->length + 1 : 1;
	run->last = letter;
	if (run->length >= 3 && !(letter >= '0' && letter <= '9')) {
		if (run->length == 3)
			word->cut |= UINT64_C(1) << (word->length - size);
	} else if (word->length + 4 > WORD_MAX) {
		run->over = true;
		run->length = 1;
	} else {
		memcpy(word->key + word->length, bytes, size);
		word->length = (uint8_t)(word->length + size);
	}
}

static void
read_word(struct reader *r, struct word *word, bool *small)
{
	size_t letters = 0, capitals = 0;
	struct run run = {0};

	memset(word, 0, sizeof *word);
	word->start = word->end = r->at;
	for (;;) {
		struct character c = look(r, r->at);

		if (letter_at(r, r->at)) {
			uint32_t letter[FOLD_MAX];
			size_t count = fold_letters(c.entry, c.c, r->way,
			    letter);

			for (size_t i = 0; i < count; i++)
				add_letter(word, &run, letter[i]);
			letters++;
			capitals += (c.entry & FOLD_CAPITAL) != 0;
		} else if (c.entry == FOLD_APOSTROPHE && letters > 0 &&
		    letter_at(r, r->at + c.size)) {
			add_letter(word, &run, '\'');
		} else if (c.entry != FOLD_DROP || c.size == 0) {
			break;
		}
		r->at += c.size;
		if (c.entry != FOLD_DROP)
			word->end = r->at;
	}
	*small = capitals < letters;
	word->shouted = letters >= WORD_CAPITALS && capitals == letters;
	word->hash = word_hash(word->key, word->length);
	if (run.over)
		word->length = 0;
}

/* False where the word began a web address, which is gone over. */
static bool
take_word(struct reader *r, struct read_sentence *s, struct word *word,
	uint32_t clause)
{
	bool named = r->at > 0 && byte_at(r, r->at - 1) == '@', small;

	read_word(r, word, &small);
	if ((byte_at(r, r->at) == '.' && word->length == 2 &&
	    memcmp(word->key, "ww", 2) == 0) || (r->text.length - r->at >= 3 &&
	    memcmp(r->text.bytes + r->at, "://", 3) == 0 &&
	    word->length >= 4 && memcmp(word->key, "http", 4) == 0)) {
		while (r->at < r->text.length &&
		    (unsigned char)byte_at(r, r->at) > ' ')
			r->at++;
		return false;
	}
	if (named)
		word->length = 0;
	word->clause = clause;
	s->quiet |= small;
	return true;
}

static bool
take_sign(struct reader *r, struct word *word, uint32_t clause)
{
	struct character c = look(r, r->at);
	const struct emoticon *e = r->faces ?
	    emoticons_find(&faces, r->text, r->at) : NULL;

	if (e == NULL && c.entry != FOLD_EMOJI)
		return false;
	memset(word, 0, sizeof *word);
	word->clause = clause;
	word->start = r->at;
	r->at = word->end = r->at + (e != NULL ? e->length : c.size);
	word->length = (uint8_t)(word->end - word->start);
	memcpy(word->key, e != NULL ? e->bytes : r->text.bytes + word->start,
	    word->length);
	word->hash = word_hash(word->key, word->length);
	return true;
}

static bool
ends_sentence(const struct reader *r, const struct read_sentence *s)
{
	if (byte_at(r, r->at) != '.')
		return true;
	if (r->at > 0 && is_digit(byte_at(r, r->at - 1)) &&
	    is_digit(byte_at(r, r->at + 1)))
		return false;
	const struct word *last = &s->word[s->count - 1];
	return last->end != r->at || last->end - last->start > 1 ||
	    is_digit(byte_at(r, last->start));
}

static bool
pauses(const struct reader *r, struct character c)
{
	if (c.entry == FOLD_HYPHEN)
		return r->at + c.size >= r->text.length ||
		    (unsigned char)byte_at(r, r->at + c.size) <= ' ' ||
		    byte_at(r, r->at + c.size) == '-';
	return c.entry == FOLD_CLAUSE && !(c.c == ',' &&
	    is_digit(byte_at(r, r->at + 1)));
}

static bool
reference_next(struct reader *r, struct read_sentence *s)
{
	uint32_t clause = 0;

	s->count = s->exclaims = 0;
	s->quiet = false;
	while (s->count < WORDS_MAX && r->at < r->text.length) {
		struct character c = look(r, r->at);
		struct word *word = &s->word[s->count];
		bool mark = c.entry >= FOLD_STOP && c.entry <= FOLD_QUESTION;

		if (take_sign(r, word, clause)) {
			s->count++;
		} else if (letter_at(r, r->at)) {
			s->count += take_word(r, s, word, clause);
		} else if (mark && s->count > 0 && ends_sentence(r, s)) {
			for (; c.entry >= FOLD_STOP &&
			    c.entry <= FOLD_QUESTION; c = look(r, r->at)) {
				s->exclaims += c.entry == FOLD_EXCLAIM;
				r->at += c.size;
			}
			break;
		} else {
			clause += pauses(r, c);
			r->at += c.size;
		}
	}
	return s->count > 0;
}

/* ---- comparing ---- */

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
