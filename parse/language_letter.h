/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters as the language detector sees them: the script that a character
 * belongs to, and its lower-case form.  Not Unicode's whole table: the scripts
 * that people write reviews in.
 */
#ifndef SAYSO_LANGUAGE_LETTER_H
#define SAYSO_LANGUAGE_LETTER_H

#include <stdint.h>

/* LATIN, CYRILLIC and ARABIC serve many languages and need a closer look; the
 * rest name one language, or none that we could tell. */
enum language_script {
	SCRIPT_BORDER,		/* no letter: space, digit, mark, emoji */
	SCRIPT_SILENT,		/* part of a word that carries nothing:
				 * combining accents, tatweel, joiners */
	SCRIPT_LATIN,
	SCRIPT_CYRILLIC,
	SCRIPT_ARABIC,
	SCRIPT_GEORGIAN,
	SCRIPT_GREEK,
	SCRIPT_HEBREW,
	SCRIPT_ARMENIAN,
	SCRIPT_DEVANAGARI,
	SCRIPT_BENGALI,
	SCRIPT_GURMUKHI,
	SCRIPT_GUJARATI,
	SCRIPT_TAMIL,
	SCRIPT_TELUGU,
	SCRIPT_KANNADA,
	SCRIPT_MALAYALAM,
	SCRIPT_SINHALA,
	SCRIPT_THAI,
	SCRIPT_LAO,
	SCRIPT_BURMESE,
	SCRIPT_KHMER,
	SCRIPT_ETHIOPIC,
	SCRIPT_HANGUL,
	SCRIPT_KANA,
	SCRIPT_HAN,
	SCRIPT_COUNT
};

/* The script of a character; a letter's lower-case form goes to *lower. */
enum language_script language_letter(uint32_t c, uint32_t *lower);

#endif
