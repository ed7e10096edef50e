/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of a lexicon: which section they belong to, and who reads them. */
#include "lexicon.h"

#include <string.h>

/* The language of a section, made if it is new. */
static int
section_language(struct lexicon *l, struct lexicon_place *p, struct text tag,
	struct complaint *c)
{
	char primary[LANGUAGE_TAG];

	language_primary(tag, primary);
	if (!text_is(tag, "mul") && (tag.length >= LANGUAGE_TAG ||
	    !text_is(tag, primary) || text_is(tag, "und")))
		return lexicon_fault(p, c, "no language tag that texts are "
		    "given", tag);
	for (size_t i = 0; i < l->count; i++)
		if (text_is(tag, l->tag[i])) {
			p->language = &l->language[i];
			return 0;
		}
	if (l->count == LEXICON_LANGUAGES_MAX)
		return lexicon_fault(p, c, "too many languages", tag);
	memcpy(l->tag[l->count], tag.bytes, tag.length);
	p->language = &l->language[l->count++];
	memcpy(p->language->tag, tag.bytes, tag.length);
	p->language->way = fold_way_of(p->language->tag);
	index_init(&p->language->index);
	return 0;
}

static bool
begins(struct text line, const char *with)
{
	size_t length = strlen(with);

	return line.length >= length &&
	    memcmp(line.bytes, with, length) == 0;
}

/* Parts a line at its tabs; only a row of words may have a fourth column. */
static int
columns_of(struct text line, enum lexicon_section section,
	struct text column[LEXICON_COLUMNS])
{
	size_t at = 0, count = 0;

	memset(column, 0, LEXICON_COLUMNS * sizeof column[0]);
	for (;;) {
		const char *tab = memchr(line.bytes + at, '\t',
		    line.length - at);
		size_t end = tab == NULL ? line.length :
		    (size_t)(tab - line.bytes);
		column[count++] = (struct text){line.bytes + at, end - at};
		if (tab == NULL)
			return count == 3 || (count == LEXICON_COLUMNS &&
			    section == SECTION_WORDS) ? 0 : -1;
		if (count == LEXICON_COLUMNS)
			return -1;
		at = end + 1;
	}
}

/* The lists that are no opinion words: aspects and comparisons. */
static int
list_row(struct lexicon *l, const struct lexicon_place *p,
	const struct text column[LEXICON_COLUMNS], struct complaint *c)
{
	struct lexicon_language *to = p->language;
	const char *wrong;
	int culprit = 1;

	if (p->section == SECTION_ASPECTS) {
		if (to->aspects == NULL)
			to->aspects = arena_take(&l->arena,
			    sizeof *to->aspects);
		wrong = to->aspects == NULL ? "no memory" :
		    aspects_row(to->aspects, column, to->way, l->sections,
		    &l->arena, &culprit);
	} else {
		if (to->patterns == NULL)
			to->patterns = arena_take(&l->arena,
			    sizeof *to->patterns);
		wrong = to->patterns == NULL ? "no memory" :
		    patterns_row(to->patterns, column, to->way, &l->arena,
		    &culprit);
	}
	return wrong == NULL ? 0 : lexicon_fault(p, c, wrong, column[culprit]);
}

/* Whether the line begins a section; it is then what follows the kind. */
static bool
section_begins(struct lexicon *l, struct lexicon_place *p, struct text *line)
{
	static const struct {
		const char *line;
		enum lexicon_section section;
	} kinds[] = {
		{"#lexicon\t", SECTION_WORDS}, {"#rules\t", SECTION_RULES},
		{"#aspects\t", SECTION_ASPECTS},
		{"#comparisons\t", SECTION_COMPARISONS},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (!begins(*line, kinds[i].line))
			continue;
		p->section = kinds[i].section;
		l->sections++;
		line->bytes += strlen(kinds[i].line);
		line->length -= strlen(kinds[i].line);
		return true;
	}
	return false;
}

int
lexicon_line(struct lexicon *l, struct lexicon_place *p, struct text line,
	struct complaint *c)
{
	struct text column[LEXICON_COLUMNS];

	if (section_begins(l, p, &line))
		return section_language(l, p, line, c);
	if (line.length == 0 || line.bytes[0] == '#')
		return 0;
	if (p->section == SECTION_NONE)
		return lexicon_fault(p, c, "the first line is neither "
		    "#lexicon nor #rules with a tab and a language", line);
	if (columns_of(line, p->section, column) == -1)
		return lexicon_fault(p, c, "not three columns parted by "
		    "tabs", line);
	if (p->section >= SECTION_ASPECTS)
		return list_row(l, p, column, c);
	return lexicon_row(l, p, column, c);
}
