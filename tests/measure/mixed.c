/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What it brings to score a review sentence by sentence in the languages that
 * it is written in.
 *	mixed LEXICON EVAL
 * First labelled texts of one language, which should stay whole: how many are
 * cut all the same, and how many have praise and complaint right before and
 * after.  Then pairs of texts in two languages with one label as one review,
 * drawn by a seeded generator: how many are right in the language that the
 * whole is taken for, how many sentence by sentence, and in how many both
 * languages were found.  Unscored and neutral count as wrong.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "sentiment.h"
#include "slurp.h"

enum {
	BYTES_MAX = 64 << 20,
	ROWS_MAX = 20000,	/* of a language */
	SHORT = 400,		/* bytes; longer texts are not mixed */
	PAIRS = 1000,		/* reviews of a mixture */
};

struct row {
	struct text text;
	enum sentiment_label label;
};

struct set {
	const char *folder, *tag;
	struct buffer bytes;
	struct row *row;
	size_t count;
};

static struct set sets[] = {
	{.folder = "en", .tag = "en"}, {.folder = "ar", .tag = "ar"},
	{.folder = "fa", .tag = "fa"}, {.folder = "hr", .tag = "hr"},
	{.folder = "sr", .tag = "hr"}, {.folder = "ka", .tag = "ka"},
	{.folder = "ru", .tag = "ru"}, {.folder = "pt", .tag = "pt"},
	{.folder = "es", .tag = "es"}, {.folder = "de", .tag = "de"},
	{.folder = "fr", .tag = "fr"}, {.folder = "tr", .tag = "tr"},
	{.folder = "uk", .tag = "uk"}, {.folder = "cs", .tag = "cs"},
};

enum { SETS = sizeof sets / sizeof sets[0] };

static const char *const mixtures[][2] = {
	{"ar", "en"}, {"fa", "en"}, {"hr", "en"}, {"sr", "en"}, {"ka", "en"},
	{"ka", "ru"}, {"ru", "en"}, {"pt", "en"}, {"es", "en"}, {"de", "en"},
	{"fr", "en"}, {"tr", "en"}, {"ar", "fa"}, {"es", "pt"}, {"ru", "uk"},
};

static uint32_t seed = 1;

static size_t
draw(size_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (size_t)((uint64_t)(seed >> 8) * below >> 24);
}

_Noreturn static void
stop(const char *what)
{
	fprintf(stderr, "measure-mixed: %s\n", what);
	exit(1);
}

/* ---- texts ---- */

static void
add_row(struct set *s, char *line)
{
	char *text = strrchr(line, '\t'), *label;

	if (text == NULL || s->count == ROWS_MAX)
		return;
	*text++ = '\0';
	label = strrchr(line, '\t');
	if (label == NULL)
		return;
	label++;
	if (strcmp(label, "pos") != 0 && strcmp(label, "neg") != 0)
		return;
	s->row[s->count++] = (struct row){text_of(text),
	    strcmp(label, "pos") == 0 ? SENTIMENT_POS : SENTIMENT_NEG};
}

static int
is_of_texts(const struct dirent *e)
{
	return strstr(e->d_name, ".tsv") != NULL &&
	    strstr(e->d_name, ".meta.") == NULL &&
	    strstr(e->d_name, ".aspects.") == NULL;
}

static void
read_set(struct set *s, const char *eval)
{
	char folder[2048], path[4096];
	struct dirent **list;
	struct complaint c;

	snprintf(folder, sizeof folder, "%s/%s", eval, s->folder);
	int count = scandir(folder, &list, is_of_texts, alphasort);
	buffer_init(&s->bytes, BYTES_MAX);
	s->row = malloc(ROWS_MAX * sizeof *s->row);
	if (s->row == NULL)
		stop("no memory");
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, list[i]->d_name);
		if (slurp(path, &s->bytes, &c) == -1)
			stop(c.text);
		free(list[i]);
	}
	if (count >= 0)
		free(list);
	for (char *at = s->bytes.bytes, *end; at != NULL &&
	    (end = strchr(at, '\n')) != NULL; at = end + 1) {
		*end = '\0';
		add_row(s, at);
	}
}

/* ---- one language ---- */

static void
say_whole(struct scorer *at, const struct set *s)
{
	static struct sentiment before, after;
	size_t cut = 0, right[2] = {0, 0};

	for (size_t i = 0; i < s->count; i++) {
		struct review r = {.body = s->row[i].text,
		    .language = text_of(s->tag)};

		sentiment_review(at, &r, s->tag, &before);
		sentiment_review(at, &r, NULL, &after);
		cut += after.parts > 0 || strcmp(after.language, s->tag) != 0;
		right[0] += before.label == s->row[i].label;
		right[1] += after.label == s->row[i].label;
	}
	if (s->count > 0)
		printf("%-6s %7zu %7zu %7.4f  %7.4f %7.4f\n", s->folder,
		    s->count, cut, (double)cut / (double)s->count,
		    (double)right[0] / (double)s->count,
		    (double)right[1] / (double)s->count);
}

/* ---- two languages ---- */

static const struct set *
set_of(const char *folder)
{
	for (size_t i = 0; i < SETS; i++)
		if (strcmp(sets[i].folder, folder) == 0)
			return &sets[i];
	stop(folder);
}

/* A short text; of `label`, unless that is SENTIMENT_UNSCORED. */
static const struct row *
draw_row(const struct set *s, enum sentiment_label label)
{
	for (;;) {
		const struct row *r = &s->row[draw(s->count)];

		if (r->text.length <= SHORT && r->text.length > 0 &&
		    (label == SENTIMENT_UNSCORED || label == r->label))
			return r;
	}
}

static void
add_text(struct buffer *b, struct text t)
{
	buffer_add(b, t.bytes, t.length);
	if (strchr(".!?", t.bytes[t.length - 1]) == NULL)
		buffer_add_char(b, '.');
	buffer_add_char(b, ' ');
}

static bool
has_both(const struct sentiment *s, const struct set *one,
	const struct set *other)
{
	bool has[2] = {strcmp(s->language, one->tag) == 0,
	    strcmp(s->language, other->tag) == 0};

	for (size_t i = 0; i < s->parts; i++) {
		has[0] |= strcmp(s->part[i].language, one->tag) == 0;
		has[1] |= strcmp(s->part[i].language, other->tag) == 0;
	}
	return has[0] && has[1];
}

static void
say_mixture(struct scorer *at, const struct set *one, const struct set *other)
{
	static struct sentiment before, after;
	size_t right[2] = {0, 0}, both = 0;
	struct buffer b;

	if (one->count == 0 || other->count == 0)
		return;
	buffer_init(&b, 1 << 20);
	for (int i = 0; i < PAIRS; i++) {
		const struct row *first = draw_row(one, SENTIMENT_UNSCORED);
		const struct row *second = draw_row(other, first->label);
		bool turned = draw(2) == 1;

		buffer_clear(&b);
		add_text(&b, turned ? second->text : first->text);
		add_text(&b, turned ? first->text : second->text);
		struct text text = {b.bytes, b.length};
		sentiment_text(at, text, language_detect(text), &before);
		sentiment_text(at, text, NULL, &after);
		right[0] += before.label == first->label;
		right[1] += after.label == first->label;
		both += has_both(&after, one, other);
	}
	buffer_release(&b);
	printf("%s+%-5s %5d %13.3f %13.3f %13.3f\n", one->folder,
	    other->folder, PAIRS, (double)right[0] / PAIRS,
	    (double)right[1] / PAIRS, (double)both / PAIRS);
}

int
main(int argc, char **argv)
{
	struct complaint c = {""};
	size_t rows = 0;

	if (argc != 3)
		stop("usage: mixed LEXICON EVAL");
	struct engine *e = engine_open(argv[1], &c);
	struct scorer *at = e == NULL ? NULL : scorer_open(e);
	if (at == NULL)
		stop(c.text);
	for (size_t i = 0; i < SETS; i++) {
		read_set(&sets[i], argv[2]);
		rows += sets[i].count;
	}
	if (rows == 0) {
		printf("skipped: no labelled texts in %s\n", argv[2]);
		return 0;
	}
	printf("%-6s %7s %7s %7s  %7s %7s\n", "whole", "texts", "cut", "share",
	    "before", "after");
	for (size_t i = 0; i < SETS; i++)
		say_whole(at, &sets[i]);
	printf("\n%-8s %5s %13s %13s %13s\n", "mixed", "texts",
	    "one language", "by sentence", "both found");
	for (size_t i = 0; i < sizeof mixtures / sizeof mixtures[0]; i++)
		say_mixture(at, set_of(mixtures[i][0]),
		    set_of(mixtures[i][1]));
	for (size_t i = 0; i < SETS; i++) {
		buffer_release(&sets[i].bytes);
		free(sets[i].row);
	}
	scorer_close(at);
	engine_close(e);
	return 0;
}
