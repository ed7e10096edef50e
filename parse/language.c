/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

#include "language_grams.h"
#include "language_table.h"
#include "utf8.h"

enum {
	LOOK_FIRST = 96,	/* bytes; they do where they say enough, */
	SURE_LEAD = 250 * LANGUAGE_UNITS,	/* which is so much */
	LETTERS_MIN = 3,	/* fewer say nothing */
	RUN_MAX = 2,		/* "soooo" is read as "soo" */
	OTHER_LETTERS = 16,	/* fewer prove nothing in a shared script */
	/* The factors of language_other(). */
	OTHER_LEAD = 30 * LANGUAGE_UNITS,
	OTHER_LEAD_PAIR = LANGUAGE_UNITS,
	OTHER_LEAD_SECOND = 15 * LANGUAGE_UNITS / 2,
};

static const char *const script_tags[SCRIPT_COUNT] = {
	[SCRIPT_GEORGIAN] = "ka", [SCRIPT_GREEK] = "el",
	[SCRIPT_HEBREW] = "he", [SCRIPT_ARMENIAN] = "hy",
	[SCRIPT_DEVANAGARI] = "hi", [SCRIPT_BENGALI] = "bn",
	[SCRIPT_GURMUKHI] = "pa", [SCRIPT_GUJARATI] = "gu",
	[SCRIPT_TAMIL] = "ta", [SCRIPT_TELUGU] = "te",
	[SCRIPT_KANNADA] = "kn", [SCRIPT_MALAYALAM] = "ml",
	[SCRIPT_SINHALA] = "si", [SCRIPT_THAI] = "th",
	[SCRIPT_LAO] = "lo", [SCRIPT_BURMESE] = "my",
	[SCRIPT_KHMER] = "km", [SCRIPT_ETHIOPIC] = "am",
	[SCRIPT_HANGUL] = "ko", [SCRIPT_KANA] = "ja", [SCRIPT_HAN] = "zh",
};

/* ---- reading letters ---- */

static bool
begins(struct text t, size_t at, const char *with)
{
	size_t i;

	for (i = 0; with[i] != '\0'; i++)
		if (at + i >= t.length || (t.bytes[at + i] | 0x20) != with[i])
			return false;
	return true;
}

/* Addresses and names of accounts are no language. */
static bool
is_address(struct text t, size_t at)
{
	return t.bytes[at] == '@' || begins(t, at, "http://") ||
	    begins(t, at, "https://") || begins(t, at, "www.");
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
add_letter(struct language_letters *l, uint32_t c, enum language_script script)
{
	if (script == SCRIPT_BORDER) {
		if (l->c[l->count - 1] != 0) {
			l->script[l->count] = SCRIPT_BORDER;
			l->c[l->count++] = 0;
		}
		return;
	}
	if (l->count > RUN_MAX && l->c[l->count - 1] == c &&
	    l->c[l->count - 2] == c)
		return;
	l->c[l->count] = c;
	l->script[l->count++] = (unsigned char)script;
	l->of_script[script]++;
}

static void
read_letters(struct language_letters *l, struct text t)
{
	size_t at = 0;
	uint32_t c, lower;
	enum language_script script;
	bool fresh = true;

	l->count = 1;
	l->c[0] = 0;
	l->script[0] = SCRIPT_BORDER;
	memset(l->of_script, 0, sizeof(l->of_script));
	while (at < t.length) {
		if (fresh && is_address(t, at))
			while (at < t.length && !is_space(t.bytes[at]))
				at++;
		if (at == t.length)
			break;
		fresh = is_space(t.bytes[at]);
		at += utf8_decode(t.bytes + at, t.length - at, &c);
		script = language_letter(c, &lower);
		if (script != SCRIPT_SILENT)
			add_letter(l, lower, script);
	}
	add_letter(l, 0, SCRIPT_BORDER);
}

/* ---- the script ---- */

static enum language_script
main_script(const struct language_letters *l)
{
	enum language_script s, best = SCRIPT_BORDER;
	unsigned most = 0;

	for (s = SCRIPT_LATIN; s < SCRIPT_COUNT; s++)
		if (l->of_script[s] > most) {
			most = l->of_script[s];
			best = s;
		}
	/* Japanese is written with Han characters too, Chinese never with
	 * kana. */
	if (best == SCRIPT_HAN && l->of_script[SCRIPT_KANA] > most / 8)
		best = SCRIPT_KANA;
	return best;
}

/* *sure: more of the text would not say another language. */
static const char *
detect(struct text text, bool *sure)
{
	struct language_letters l;
	struct language_ranking r;
	enum language_script script;

	*sure = false;
	read_letters(&l, text);
	script = main_script(&l);
	if (l.of_script[script] < LETTERS_MIN)
		return "und";
	/* A foreign name in the first words decides nothing. */
	*sure = l.count - l.of_script[script] < l.count / 2;
	if (script_tags[script] != NULL)
		return script_tags[script];
	r = language_rank(&l, script, "");
	*sure = *sure && r.best - r.second > SURE_LEAD &&
	    strcmp(r.tag, "und") != 0;
	return r.tag;
}

const char *
language_detect(struct text text)
{
	struct text first = text;
	const char *tag;
	bool sure;

	if (text.bytes == NULL)
		return "und";
	if (text.length > 2 * LOOK_FIRST) {
		/* Up to a blank, so that no word is cut. */
		first.length = LOOK_FIRST;
		while (first.length > 0 && !is_space(text.bytes[first.length]))
			first.length--;
		tag = detect(first, &sure);
		if (sure)
			return tag;
	}
	if (text.length > LANGUAGE_LOOK_MAX)
		text.length = LANGUAGE_LOOK_MAX;
	return detect(text, &sure);
}

/* ---- one sentence ---- */

static unsigned
count_all(const struct language_letters *l)
{
	unsigned all = 0, s;

	for (s = SCRIPT_LATIN; s < SCRIPT_COUNT; s++)
		all += l->of_script[s];
	return all;
}

/* Whether the best of a script is far enough ahead of what the text is in;
 * where that is not written so, Latin letters may still be those of a name. */
static bool
is_another(const struct language_ranking *r, enum language_script script,
	unsigned letters)
{
	int lead = r->best - r->own;

	if (r->own == LANGUAGE_NOT_SO && script != SCRIPT_LATIN)
		return true;
	if (letters < OTHER_LETTERS || strcmp(r->tag, "und") == 0)
		return false;
	if (r->own == LANGUAGE_NOT_SO)
		return r->best - r->second >= OTHER_LEAD_SECOND;
	return lead >= OTHER_LEAD && lead >= OTHER_LEAD_PAIR * r->pairs;
}

const char *
language_other(struct text sentence, const char *own)
{
	struct language_letters l;
	struct language_ranking r;
	enum language_script script;
	unsigned letters;

	if (sentence.length > LANGUAGE_LOOK_MAX)
		sentence.length = LANGUAGE_LOOK_MAX;
	read_letters(&l, sentence);
	script = main_script(&l);
	letters = l.of_script[script];
	if (letters < LETTERS_MIN || 4 * letters < 3 * count_all(&l))
		return NULL;
	if (script_tags[script] != NULL)
		return strcmp(script_tags[script], own) == 0 ? NULL :
		    script_tags[script];
	r = language_rank(&l, script, own);
	return strcmp(r.tag, own) != 0 && is_another(&r, script, letters) ?
	    r.tag : NULL;
}
