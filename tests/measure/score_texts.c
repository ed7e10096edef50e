/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "slurp.h"

_Noreturn void
stop(const char *what)
{
	fprintf(stderr, "measure-score: %s\n", what);
	exit(1);
}

double
seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
order(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

double
median(const double value[ROUNDS])
{
	double sorted[ROUNDS];

	memcpy(sorted, value, sizeof sorted);
	qsort(sorted, ROUNDS, sizeof sorted[0], order);
	return sorted[ROUNDS / 2];
}

void
texts_init(struct texts *t, const char *tag)
{
	*t = (struct texts){.tag = tag};
	buffer_init(&t->bytes, BYTES_MAX);
	t->end = malloc(TEXTS_MAX * sizeof *t->end);
	if (t->end == NULL)
		stop("no memory");
}

void
texts_release(struct texts *t)
{
	buffer_release(&t->bytes);
	free(t->end);
}

static void
texts_add(struct texts *t, struct text text)
{
	if (t->count == TEXTS_MAX || text.length == 0)
		return;
	buffer_add(&t->bytes, text.bytes, text.length);
	t->end[t->count++] = t->bytes.length;
	if (buffer_add_char(&t->bytes, '\n') == -1)
		stop("no memory");
}

struct text
texts_get(const struct texts *t, size_t i)
{
	size_t start = i == 0 ? 0 : t->end[i - 1] + 1;

	return (struct text){t->bytes.bytes + start, t->end[i] - start};
}

/* Adds the column of a file, from 0; -1: the last one. */
static void
texts_add_column(struct texts *t, const char *path, int column)
{
	struct complaint c;
	struct buffer b;
	char *line, *end;

	buffer_init(&b, BYTES_MAX);
	if (slurp(path, &b, &c) == -1 || b.bytes == NULL)
		stop(path);
	for (line = b.bytes; (end = strchr(line, '\n')) != NULL;
	    line = end + 1) {
		*end = '\0';
		char *tab = column < 0 ? strrchr(line, '\t') :
		    strchr(line, '\t');
		if (tab == NULL || line == b.bytes)
			continue;
		if (column == 0)
			*tab = '\0';
		texts_add(t, text_of(column < 0 ? tab + 1 : line));
	}
	buffer_release(&b);
}

static bool
ends(const char *name, const char *with)
{
	size_t length = strlen(name), tail = strlen(with);

	return length > tail && strcmp(name + length - tail, with) == 0;
}

static int
is_of_texts(const struct dirent *entry)
{
	return ends(entry->d_name, ".tsv") &&
	    !ends(entry->d_name, ".meta.tsv") &&
	    !ends(entry->d_name, ".aspects.tsv");
}

/* From the folder of a language; false where it has none. */
bool
texts_read(struct texts *t, const char *eval)
{
	char folder[2048], path[4096];
	struct dirent **list;

	snprintf(folder, sizeof folder, "%s/%s", eval, t->tag);
	int count = scandir(folder, &list, is_of_texts, alphasort);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, list[i]->d_name);
		texts_add_column(t, path, -1);
		free(list[i]);
	}
	if (count >= 0)
		free(list);
	return t->count > 0;
}

/* Sentences of ten listed words, for want of real ones. */
void
texts_make(struct texts *t, const char *lexicon)
{
	struct texts words;
	char path[4096], text[4096];
	uint32_t random = 1;

	texts_init(&words, t->tag);
	snprintf(path, sizeof path, "%s/%s.tsv", lexicon, t->tag);
	texts_add_column(&words, path, 0);
	for (int i = 0; words.count > 0 && i < 40000; i++) {
		text[0] = '\0';
		for (int k = 0; k < 30; k++) {
			random = random * 1664525 + 1013904223;
			struct text w = texts_get(&words,
			    random % words.count);
			strncat(text, w.bytes, w.length < 64 ? w.length : 64);
			strcat(text, k % 10 == 9 ? ". " : " ");
		}
		texts_add(t, text_of(text));
	}
	texts_release(&words);
}
