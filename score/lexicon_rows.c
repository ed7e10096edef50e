/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lexicon.h"

#include <errno.h>
#include <string.h>

#include "utf8.h"

enum { COLUMNS = LEXICON_COLUMNS };

static int
fault(const struct lexicon_place *p, struct complaint *c, const char *what,
	struct text value)
{
	char shown[COMPLAINT_VALUE_MAX + 8];

	return complain_line(c, p->file, p->line, "%s: %s", what,
	    complaint_value(shown, value.bytes, value.length));
}

/* ---- numbers ---- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "-1.25" -> -125: a decimal of at most two places and three digits. */
static bool
hundredths(struct text t, int *to)
{
	size_t at = t.length > 0 && t.bytes[0] == '-', first = at;
	int value = 0, places = -1;

	for (; at < t.length && at < first + 6; at++) {
		if (t.bytes[at] == '.' && places == -1 && at > first)
			places = 0;
		else if (!is_digit(t.bytes[at]) || places == 2)
			return false;
		else {
			value = 10 * value + t.bytes[at] - '0';
			places += places >= 0;
		}
	}
	if (at != t.length || at == first || places == 0)
		return false;
	for (places = places < 0 ? 0 : places; places < 2; places++)
		value *= 10;
	*to = first == 1 ? -value : value;
	return true;
}

/* ---- terms ---- */

/* What a term is made of. */
struct shape {
	bool words, signs, capitals, blanks;
};

static struct shape
shape_of(struct text term)
{
	struct shape s = {0};

	for (size_t at = 0; at < term.length;) {
		uint32_t c;

		at += utf8_decode(term.bytes + at, term.length - at, &c);
		uint16_t entry = fold_entry(c);
		if (entry >= FOLD_LETTER || entry == FOLD_SELF ||
		    entry == FOLD_EMOJI)
			s.words = true;
		else if (c == ' ')
			s.blanks = true;
		else if (entry != FOLD_DROP && entry != FOLD_APOSTROPHE &&
		    entry != FOLD_HYPHEN && c != 0x200C)
			s.signs = true;
		s.capitals |= entry >= FOLD_LETTER && (entry & FOLD_CAPITAL);
	}
	return s;
}

static bool
is_well_spaced(struct text t)
{
	if (t.length == 0 || t.bytes[0] == ' ' ||
	    t.bytes[t.length - 1] == ' ')
		return false;
	for (size_t i = 1; i < t.length; i++)
		if (t.bytes[i] == ' ' && t.bytes[i - 1] == ' ')
			return false;
	return true;
}

/* The words of a term. */
struct spelt {
	struct word word[PHRASE_WORDS];
	size_t count;
};

/* Folds a term as the engine folds text: 1 to PHRASE_WORDS words. */
static int
term_words(const struct lexicon_place *p, struct text term,
	struct spelt *s, struct complaint *c)
{
	struct words w;

	words_open(&w, term, p->language->way, NULL);
	if (!words_next(&w) || w.sentences > 1 || w.behind != term.length)
		return fault(p, c, "no word", term);
	if (w.count > PHRASE_WORDS)
		return fault(p, c, "more than four words", term);
	s->count = w.count;
	for (size_t i = 0; i < s->count; i++) {
		words_get(&w, i, &s->word[i]);
		if (s->word[i].length == 0)
			return fault(p, c, "a word is too long", term);
	}
	return 0;
}

/* A term that is an emoticon becomes one word, its own spelling. */
static int
term_emoticon(struct lexicon *l, const struct lexicon_place *p,
	struct text term, struct spelt *s, struct complaint *c)
{
	if (emoticons_add(&l->emoticons, term) == -1)
		return fault(p, c, "too many emoticons, or one too long",
		    term);
	const struct emoticon *e = &l->emoticons.list[l->emoticons.count - 1];
	struct word *word = &s->word[0];
	memset(word, 0, sizeof *word);
	memcpy(word->key, e->bytes, e->length);
	word->length = e->length;
	word->hash = word_hash(word->key, word->length);
	s->count = 1;
	return 0;
}

/* The term of a row, made if it is new; NULL with a complaint. */
static struct term *
term_of(struct lexicon *l, const struct lexicon_place *p, struct text text,
	struct complaint *c)
{
	struct shape shape = shape_of(text);
	struct spelt s;
	int result;

	if (!is_well_spaced(text))
		result = fault(p, c, "blanks at an end or two together", text);
	else if (shape.capitals)
		result = fault(p, c, "not in small letters", text);
	else if (shape.signs && shape.blanks)
		result = fault(p, c, "signs between words", text);
	else if (shape.signs)
		result = term_emoticon(l, p, text, &s, c);
	else
		result = term_words(p, text, &s, c);
	if (result == -1)
		return NULL;
	struct index *ix = &p->language->index;
	if (ix->terms == LEXICON_TERMS_MAX) {
		fault(p, c, "too many terms", text);
		return NULL;
	}
	struct term *term = index_term(ix, s.word, s.count, &l->arena);
	if (term != NULL && term->text == NULL)
		term->text = arena_copy(&l->arena, text.bytes, text.length);
	if (term == NULL || term->text == NULL) {
		complain(c, ENOMEM, "%s", p->file);
		return NULL;
	}
	return term;
}

/* ---- rows ---- */

static int
again(const struct lexicon_place *p, const struct term *term,
	struct text text, struct complaint *c)
{
	char shown[COMPLAINT_VALUE_MAX + 8], first[COMPLAINT_VALUE_MAX + 8];

	return complain_line(c, p->file, p->line, "%s is the same as %s, "
	    "which is listed already", complaint_value(shown, text.bytes,
	    text.length), complaint_value(first, term->text,
	    strlen(term->text)));
}

static bool
is_origin(struct text t)
{
	for (size_t i = 0; i < t.length; i++)
		if (!(t.bytes[i] >= 'a' && t.bytes[i] <= 'z') &&
		    !is_digit(t.bytes[i]) && t.bytes[i] != '-')
			return false;
	return t.length > 0 && t.length <= 32;
}

static bool
is_weight(struct text t, int *to)
{
	return hundredths(t, to) && *to >= -LEXICON_WEIGHT_MAX &&
	    *to <= LEXICON_WEIGHT_MAX;
}

/* A term may be listed once by hand and once by learning, in any order; what
 * was learned began at what the hand wrote, so it is what counts. */
static int
word_row(struct lexicon *l, const struct lexicon_place *p,
	const struct text column[COLUMNS], struct complaint *c)
{
	int weight, turned = 0;
	bool learned = text_is(column[2], "learned");
	bool pair = !text_is_absent(column[3]);

	if (!is_weight(column[1], &weight) || (weight == 0 && !learned))
		return fault(p, c, "no weight from -4 to 4 without 0, "
		    "at most two decimals", column[1]);
	if (!is_origin(column[2]))
		return fault(p, c, "no origin", column[2]);
	if (pair && !is_weight(column[3], &turned))
		return fault(p, c, "no weight from -4 to 4 where it is "
		    "negated", column[3]);
	struct term *term = term_of(l, p, column[0], c);
	if (term == NULL)
		return -1;
	if (!p->refines && (learned ? term->learned : term->by_hand))
		return again(p, term, column[0], c);
	if (!learned)
		term->by_hand = true;
	if (term->learned && !p->refines)
		return 0;	/* the later word on it came earlier */
	term->learned = learned;
	term->weight = (int16_t)weight;
	term->turns = pair;
	term->turned_weight = (int16_t)turned;
	return 0;
}

/* A kind of rule: what its value means and where it goes. */
enum rule {
	RULE_NEGATOR, RULE_NEGATOR_AFTER, RULE_NEGATOR_LAST,
	RULE_NEGATOR_CLAUSE, RULE_INTENSIFIER, RULE_DIMINISHER,
	RULE_CONTRAST, RULE_HEARSAY, RULE_NEUTRAL, RULE_MIDDLING,
	RULE_FREQUENT,
	RULE_PREFIX, RULE_SUFFIX, RULE_SUFFIX_ADD, RULES,
};

static const struct {
	const char *kind;
	int from, to;		/* hundredths */
	bool whole;
	const char *wanted;
} rules[RULES] = {
	{"negator", 100, 100 * LEXICON_REACH_MAX, true, "no reach in words"},
	{"negator-after", 100, 100 * LEXICON_REACH_MAX, true,
	    "no reach in words"},
	{"negator-last", 100, 100 * LEXICON_REACH_MAX, true,
	    "no reach in words"},
	{"negator-clause", 100, 100 * LEXICON_REACH_MAX, true,
	    "no reach in words"},
	{"intensifier", 101, LEXICON_FACTOR_MAX, false,
	    "no factor above 1, at most 3"},
	{"diminisher", 5, 99, false, "no factor from 0.05 to 0.99"},
	{"contrast", 0, 100, false, "no factor from 0 to 1"},
	{"hearsay", 100, 100 * LEXICON_REACH_MAX, true, "no reach in words"},
	{"neutral", 0, 0, true, "the value of neutral is 0"},
	{"middling", 0, 0, true, "the value of middling is 0"},
	{"frequent", 0, 0, true, "the value of frequent is 0"},
	{"prefix", 100, 100 * LEXICON_LEAST_MAX, true,
	    "no number of letters"},
	{"suffix", 100, 100 * LEXICON_LEAST_MAX, true,
	    "no number of letters"},
	{"suffix-add", 0, 100 * LEXICON_LEAST_MAX, true,
	    "no number of letters"},
};

static int
affix_row(const struct lexicon_place *p, enum rule rule, struct text text,
	int value, struct complaint *c)
{
	struct affixes *a = &p->language->affixes;
	struct word word;

	if (!word_fold(text, p->language->way, &word))
		return fault(p, c, "no letters", text);
	int result = affix_add(rule == RULE_PREFIX ? &a->prefix :
	    rule == RULE_SUFFIX ? &a->suffix : &a->addition, &word,
	    (unsigned)value / 100);
	if (result == 1)
		return fault(p, c, "listed already", text);
	if (result == -1)
		return fault(p, c, "too many, or too long", text);
	return 0;
}

static int
frequent_row(const struct lexicon_place *p, struct text text,
	struct complaint *c)
{
	struct frequent *f = &p->language->frequent;
	struct word word;

	if (!word_fold(text, p->language->way, &word))
		return fault(p, c, "not one word", text);
	if (f->count == FREQUENT_MAX)
		return fault(p, c, "too many frequent words", text);
	frequent_add(f, word.hash);
	return 0;
}

/* Gives the term its part; false where it has that part already. */
static bool
term_part(struct term *t, enum rule rule, int value)
{
	bool fresh = false;

	switch (rule) {
	case RULE_NEGATOR:
	case RULE_NEGATOR_CLAUSE:
		fresh = t->reach == 0;
		t->reach = (uint8_t)(value / 100);
		t->governs = rule == RULE_NEGATOR_CLAUSE;
		break;
	case RULE_NEGATOR_AFTER:
	case RULE_NEGATOR_LAST:
		fresh = t->reach_back == 0;
		t->last = rule == RULE_NEGATOR_LAST;
		t->reach_back = (uint8_t)(value / 100);
		break;
	case RULE_INTENSIFIER:
	case RULE_DIMINISHER:
		fresh = t->factor == 0;
		t->factor = (uint16_t)value;
		break;
	case RULE_CONTRAST:
		fresh = !t->is_contrast;
		t->is_contrast = true;
		t->contrast = (uint16_t)value;
		break;
	case RULE_HEARSAY:
		fresh = t->hearsay == 0;
		t->hearsay = (uint8_t)(value / 100);
		break;
	case RULE_MIDDLING:
		fresh = !t->middling;
		t->middling = true;
		break;
	default:
		fresh = !t->neutral;
		t->neutral = true;
	}
	return fresh;
}

static int
rule_row(struct lexicon *l, const struct lexicon_place *p,
	const struct text column[COLUMNS], struct complaint *c)
{
	size_t rule = 0;
	int value;

	while (rule < RULES && !text_is(column[0], rules[rule].kind))
		rule++;
	if (rule == RULES)
		return fault(p, c, "no kind of rule", column[0]);
	if (!hundredths(column[2], &value) || value < rules[rule].from ||
	    value > rules[rule].to || (rules[rule].whole && value % 100 != 0))
		return fault(p, c, rules[rule].wanted, column[2]);
	if (rule == RULE_FREQUENT)
		return frequent_row(p, column[1], c);
	if (rule >= RULE_PREFIX)
		return affix_row(p, (enum rule)rule, column[1], value, c);
	struct term *term = term_of(l, p, column[1], c);
	if (term == NULL)
		return -1;
	if (!term_part(term, (enum rule)rule, value))
		return again(p, term, column[1], c);
	return 0;
}

int
lexicon_row(struct lexicon *l, const struct lexicon_place *p,
	const struct text column[COLUMNS], struct complaint *c)
{
	return p->section == SECTION_WORDS ? word_row(l, p, column, c) :
	    rule_row(l, p, column, c);
}

int
lexicon_fault(const struct lexicon_place *p, struct complaint *c,
	const char *what, struct text value)
{
	return fault(p, c, what, value);
}
