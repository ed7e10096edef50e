/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lexicon: what words mean, per language, read from the files that
 * sayso-lexicon(5) describes.
 *
 * A lexicon is a folder (its files *.tsv in bytewise order of their names,
 * hidden ones left out) or one file made of them by cat: a file is a run of
 * sections, and a section begins with its own first line.  The identity of a
 * lexicon is SHA-256 over its bytes in that order, which is what sha256sum
 * says of that one file.
 *
 * Everything that is wrong is a complaint that names file, line and value;
 * half a lexicon is never used.
 */
#ifndef SAYSO_LEXICON_H
#define SAYSO_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "affixes.h"
#include "arena.h"
#include "aspects.h"
#include "complaint.h"
#include "digest.h"
#include "emoticons.h"
#include "fold.h"
#include "frequent.h"
#include "index.h"
#include "language.h"
#include "patterns.h"

enum {
	LEXICON_BYTES_MAX = 64 << 20,	/* all files together */
	LEXICON_MEMORY_MAX = 512 << 20,
	LEXICON_FILES_MAX = 1024,
	LEXICON_LANGUAGES_MAX = 64,
	LEXICON_TERMS_MAX = 1 << 20,	/* of one language */
	LEXICON_LINE_MAX = 1024,	/* bytes */
	LEXICON_WEIGHT_MAX = 400,	/* hundredths, either way */
	LEXICON_REACH_MAX = 10,		/* words */
	LEXICON_FACTOR_MAX = 300,	/* percent */
	LEXICON_LEAST_MAX = 20,		/* letters */
};

struct lexicon_language {
	char tag[LANGUAGE_TAG];
	enum fold_way way;
	struct index index;
	struct affixes affixes;
	struct frequent frequent;
	struct aspects *aspects;	/* NULL: none are listed */
	struct patterns *patterns;	/* of comparisons; NULL: none */
};

struct lexicon {
	struct arena arena;
	struct lexicon_language language[LEXICON_LANGUAGES_MAX];
	/* Their tags again, side by side: to go through the languages would
	 * be to read memory from end to end. */
	char tag[LEXICON_LANGUAGES_MAX][LANGUAGE_TAG];
	size_t count;
	struct emoticons emoticons;	/* of all languages */
	uint32_t sections;		/* of all files */
	char identity[DIGEST_HEX];
};

/* `path` NULL: the lexicon that comes with the programs.  NULL on failure. */
struct lexicon *lexicon_load(const char *path, struct complaint *c);
/* The same with the rows of `more`, bytes of a lexicon file, in the place of
 * whatever the files say of their terms.  The identity stays the files'. */
struct lexicon *lexicon_load_refined(const char *path, struct text more,
	struct complaint *c);
void lexicon_free(struct lexicon *l);

/* NULL where the lexicon does not know the language.  "mul" is none. */
const struct lexicon_language *lexicon_language(const struct lexicon *l,
	const char *tag);

/* ---- between lexicon.c, which reads files, lexicon_lines.c and
 * lexicon_rows.c ---- */

enum lexicon_section {
	SECTION_NONE, SECTION_WORDS, SECTION_RULES, SECTION_ASPECTS,
	SECTION_COMPARISONS,
};

/* Where a row stands, and what it belongs to. */
struct lexicon_place {
	const char *file;
	size_t line;
	enum lexicon_section section;
	struct lexicon_language *language;
	bool refines;		/* its rows take the place of others */
};

/* Reads one line without its LF; comments and empty lines are fine. */
int lexicon_line(struct lexicon *l, struct lexicon_place *place,
	struct text line, struct complaint *c);

enum { LEXICON_COLUMNS = 4 };	/* the last one may be absent */

/* A row of words or of rules. */
int lexicon_row(struct lexicon *l, const struct lexicon_place *place,
	const struct text column[LEXICON_COLUMNS], struct complaint *c);
/* Complains of a value. */
int lexicon_fault(const struct lexicon_place *place, struct complaint *c,
	const char *what, struct text value);

#endif
