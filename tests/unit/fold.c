/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "fold.h"
#include "words.h"

/* Folds a text of letters; "" where it is not one word. */
static const char *
folded(const char *text, enum fold_way way)
{
	static struct word word;

	if (!word_fold(text_of(text), way, &word))
		return "";
	return word.key;
}

static void
spellings_that_people_mix(void **state)
{
	static const char *const pair[][2] = {
		{"ÉCOLE", "ecole"}, {"Đorđe", "dorde"}, {"straße", "strasse"},
		{"STRASSE", "strasse"}, {"Ärger", "arger"}, {"smørre", "smorre"},
		{"Łódź", "lodz"}, {"æon", "aeon"}, {"ﬁne", "fine"},
		{"ＧＯＯＤ", "good"}, {"İstanbul", "istanbul"}, {"ılık", "ilik"},
		{"e\xCC\x81" "cole", "ecole"}, {"so\xC2\xAD" "ft", "soft"},
		{"Dǆep", "ddzep"}, {"don’t", "don't"}, {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
		{"Ёлка", "елка"}, {"Мой", "мой"}, {"їжа", "їжа"},
		{"٣٤٥", "345"}, {"۳۴۵", "345"}, {"１０", "10"},
		{"مُمْتَاز", "ممتاز"}, {"رائـــع", "رايع"}, {"أحمد", "احمد"},
		{"إلى", "الي"}, {"آب", "اب"}, {"جودة", "جوده"}, {"مؤمن", "مومن"},
		{"كيفيت", "كيفيت"}, {"کیفیت", "كيفيت"}, {"خانۀ", "خانه"},
		{"ﻣﻤﺘﺎﺯ", "ممتاز"}, {"ﻻ", "لا"}, {"گچپژ", "گچپژ"},
		{"ᲙᲐᲠᲒᲘ", "კარგი"}, {"Ⴉარგი", "კარგი"}, {"שָׁלוֹם", "שלום"},
		{"हिन्दी", "हिन्दी"}, {"Ꭰ", "Ꭰ"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof pair / sizeof pair[0]; i++)
		assert_string_equal(folded(pair[i][0], 0), pair[i][1]);
}

static void
serbian_is_written_in_two_scripts(void **state)
{
	(void)state;
	assert_string_equal(folded("Љубазно", FOLD_SERBIAN), "ljubazno");
	assert_string_equal(folded("џеп", FOLD_SERBIAN), "dzep");
	assert_string_equal(folded("Ђорђе", FOLD_SERBIAN), "dorde");
	assert_string_equal(folded("чћжш", FOLD_SERBIAN), "cczs");
	assert_string_equal(folded("čćžš", FOLD_SERBIAN), "cczs");
	assert_string_equal(folded("лоше", 0), "лоше");
	assert_int_equal(fold_way_of("hr"), FOLD_SERBIAN);
	assert_int_equal(fold_way_of("ru"), 0);
}

static void
zwnj_and_signs_part_words(void **state)
{
	(void)state;
	assert_int_equal(fold_entry(0x200C), FOLD_GAP);
	assert_int_equal(fold_entry(0x200D), FOLD_DROP);
	assert_int_equal(fold_entry(0xFE0F), FOLD_DROP);
	assert_int_equal(fold_entry(0x1F3FD), FOLD_DROP);
	assert_int_equal(fold_entry(0x1F44D), FOLD_EMOJI);
	assert_int_equal(fold_entry(0x2764), FOLD_EMOJI);
	assert_int_equal(fold_entry(0xA9), FOLD_GAP);
	assert_int_equal(fold_entry(','), FOLD_CLAUSE);
	assert_int_equal(fold_entry(0x60C), FOLD_CLAUSE);
	assert_int_equal(fold_entry(0x61F), FOLD_QUESTION);
	assert_int_equal(fold_entry('\n'), FOLD_STOP);
	assert_int_equal(fold_entry('\t'), FOLD_GAP);
	assert_int_equal(fold_entry(0x6D4), FOLD_STOP);
	assert_int_equal(fold_entry(0xD800), FOLD_GAP);
	assert_int_equal(fold_entry(0x10FFFF), FOLD_DROP);
}

/* ---- against utf8proc ---- */

/* Letters that stand apart from Unicode's own way (fold.h). */
static bool
is_ours(uint32_t c)
{
	static const uint32_t ours[] = {0x111, 0xF0, 0xF8, 0x142, 0xE6, 0x153,
	    0xFE, 0x131, 0x127, 0x167, 0x14B, 0x237, 0x1DD, 0x259, 0x439,
	    0x457, 0x45E};

	for (size_t i = 0; i < sizeof ours / sizeof ours[0]; i++)
		if (c == ours[i])
			return true;
	return false;
}

/* What utf8proc makes of a letter: case folded, taken apart, without marks;
 * false where one of its letters is folded further by us. */
static bool
oracle(uint32_t c, uint32_t *to, size_t *count)
{
	utf8proc_int32_t part[32];
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c,
	    part, 32, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
	    UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, NULL);

	*count = 0;
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		if (is_ours((uint32_t)part[i]))
			return false;
		if (part[i] != 0x2BC && part[i] != 0xB7 && part[i] != ' ')
			to[(*count)++] = (uint32_t)part[i];
	}
	return true;
}

static void
compare(uint32_t from, uint32_t end, size_t least)
{
	size_t compared = 0;

	for (uint32_t c = from; c < end; c++) {
		utf8proc_category_t category =
		    utf8proc_category((utf8proc_int32_t)c);
		uint32_t want[32], got[FOLD_MAX];
		size_t wanted;

		if ((category != UTF8PROC_CATEGORY_LU &&
		    category != UTF8PROC_CATEGORY_LL) ||
		    is_ours((uint32_t)utf8proc_tolower((utf8proc_int32_t)c)) ||
		    !oracle(c, want, &wanted))
			continue;
		uint16_t entry = fold_entry(c);
		if (entry < FOLD_LETTER && entry != FOLD_SELF)
			fail_msg("U+%04X is no letter", c);
		size_t count = fold_letters(entry, c, 0, got);
		if (count != wanted || memcmp(got, want,
		    count * sizeof got[0]) != 0)
			fail_msg("U+%04X folds to U+%04X, not U+%04X", c,
			    got[0], want[0]);
		assert_int_equal(entry != FOLD_SELF &&
		    (entry & FOLD_CAPITAL) != 0,
		    category == UTF8PROC_CATEGORY_LU);
		compared++;
	}
	assert_true(compared >= least);
}

static void
cased_letters_agree_with_utf8proc(void **state)
{
	(void)state;
	compare('A', 'z' + 1, 52);
	compare(0xC0, 0x250, 300);
	compare(0x370, 0x400, 80);
	compare(0x400, 0x530, 200);
	compare(0x531, 0x587, 70);
	compare(0x1E00, 0x1F00, 240);
	compare(0xFF21, 0xFF5B, 52);
}

static void
digits_and_marks_agree_with_utf8proc(void **state)
{
	size_t digits = 0;

	(void)state;
	for (uint32_t c = 0; c < 0x10000; c++) {
		utf8proc_category_t category =
		    utf8proc_category((utf8proc_int32_t)c);
		uint32_t letter[FOLD_MAX];

		if (c >= 0x300 && c < 0x370)
			assert_int_equal(fold_entry(c), FOLD_DROP);
		if (category == UTF8PROC_CATEGORY_ZS)
			assert_int_equal(fold_entry(c), FOLD_GAP);
		if (category != UTF8PROC_CATEGORY_ND)
			continue;
		assert_int_equal(fold_letters(fold_entry(c), c, 0, letter), 1);
		assert_in_range(letter[0], '0', '9');
		digits++;
	}
	assert_true(digits >= 370);
}

/* Folding what was folded changes nothing: a key is its own spelling. */
static void
folding_twice_is_folding_once(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x20000; c++) {
		uint16_t entry = fold_entry(c);
		uint32_t once[FOLD_MAX], twice[FOLD_MAX];

		if (entry < FOLD_LETTER)
			continue;
		size_t count = fold_letters(entry, c, 0, once);
		for (size_t i = 0; i < count; i++) {
			uint16_t again = fold_entry(once[i]);

			if (again < FOLD_LETTER && again != FOLD_SELF)
				fail_msg("U+%04X folds to U+%04X, which is "
				    "no letter", c, once[i]);
			if (fold_letters(again, once[i], 0, twice) != 1 ||
			    twice[0] != once[i])
				fail_msg("U+%04X folds to U+%04X and on to "
				    "U+%04X", c, once[i], twice[0]);
		}
	}
}

/* The table in the repository is what the script makes, where this Perl
 * knows the same Unicode. */
static void
the_table_is_what_the_script_makes(void **state)
{
	(void)state;
	if (system("perl -MUnicode::UCD -e 'exit(Unicode::UCD::UnicodeVersion"
	    "() ne \"14.0.0\")' 2>/dev/null") != 0)
		LEAVE_TEST("another Unicode version in this Perl");
	assert_int_equal(system("perl score/fold.pl | "
	    "cmp -s - score/fold_table.c"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spellings_that_people_mix),
		cmocka_unit_test(serbian_is_written_in_two_scripts),
		cmocka_unit_test(zwnj_and_signs_part_words),
		cmocka_unit_test(cased_letters_agree_with_utf8proc),
		cmocka_unit_test(digits_and_marks_agree_with_utf8proc),
		cmocka_unit_test(folding_twice_is_folding_once),
		cmocka_unit_test(the_table_is_what_the_script_makes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
