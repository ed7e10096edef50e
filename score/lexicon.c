/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lexicon.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "slurp.h"
#include "utf8.h"
#include "workspace.h"

struct names {
	char *name[LEXICON_FILES_MAX];
	size_t count;
};

static void
names_release(struct names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->name[i]);
	n->count = 0;
}

static int
name_order(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool
is_lexicon_name(const char *name)
{
	size_t length = strlen(name);

	return name[0] != '.' && length > 4 &&
	    strcmp(name + length - 4, ".tsv") == 0;
}

static int
names_add(struct names *n, const char *folder, const char *name,
	struct complaint *c)
{
	if (n->count == LEXICON_FILES_MAX)
		return complain(c, 0, "%s: more than %d files", folder,
		    LEXICON_FILES_MAX);
	size_t size = strlen(folder) + strlen(name) + 2;
	char *path = malloc(size);
	if (path == NULL)
		return complain(c, ENOMEM, "%s", folder);
	strcpy(path, folder);
	strcat(path, "/");
	strcat(path, name);
	n->name[n->count++] = path;
	return 0;
}

/* The lexicon files of a folder, in bytewise order. */
static int
names_read(struct names *n, const char *folder, struct complaint *c)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	int result = 0;

	if (d == NULL)
		return complain(c, errno, "%s", folder);
	errno = 0;
	while (result == 0 && (entry = readdir(d)) != NULL)
		if (is_lexicon_name(entry->d_name))
			result = names_add(n, folder, entry->d_name, c);
	if (result == 0 && errno != 0)
		result = complain(c, errno, "%s", folder);
	closedir(d);
	if (result == 0 && n->count == 0)
		result = complain(c, 0, "%s: no file *.tsv in it", folder);
	if (n->count > 1)
		qsort(n->name, n->count, sizeof *n->name, name_order);
	return result;
}

static int
read_lines(struct lexicon *l, const char *file, struct text bytes,
	bool refines, struct complaint *c)
{
	struct lexicon_place place = {.file = file, .refines = refines};
	size_t at = 0;

	while (at < bytes.length) {
		const char *start = bytes.bytes + at;
		const char *end = memchr(start, '\n', bytes.length - at);

		place.line++;
		if (end == NULL)
			return complain_line(c, file, place.line,
			    "the last line does not end");
		struct text line = {start, (size_t)(end - start)};
		if (line.length > LEXICON_LINE_MAX)
			return complain_line(c, file, place.line,
			    "longer than %d bytes", LEXICON_LINE_MAX);
		if (utf8_valid(start, line.length) != line.length)
			return complain_line(c, file, place.line,
			    "not UTF-8");
		if (lexicon_line(l, &place, line, c) == -1)
			return -1;
		at += line.length + 1;
	}
	if (place.section == SECTION_NONE)
		return complain(c, 0, "%s: no #lexicon and no #rules line",
		    file);
	return 0;
}

static int
read_file(struct lexicon *l, const char *file, struct buffer *b,
	struct digest *d, struct complaint *c)
{
	size_t before = b->length;

	if (slurp(file, b, c) == -1)
		return -1;
	digest_add(d, b->bytes + before, b->length - before);
	return read_lines(l, file, (struct text){b->bytes + before,
	    b->length - before}, false, c);
}

static int
read_all(struct lexicon *l, const struct names *n, struct complaint *c)
{
	unsigned char identity[DIGEST_SIZE];
	struct digest *d = digest_create();
	struct buffer b;
	int result = 0;

	if (d == NULL)
		return complain(c, ENOMEM, "lexicon");
	buffer_init(&b, LEXICON_BYTES_MAX);
	/* One buffer for all, so that the ceiling is for all together. */
	for (size_t i = 0; i < n->count && result == 0; i++)
		result = read_file(l, n->name[i], &b, d, c);
	digest_finish(d, identity);
	digest_hex(identity, sizeof identity, l->identity);
	buffer_release(&b);
	return result;
}

/* Gives a language the terms of "mul" that it has no word of its own on; one
 * that learning alone weighed was written down all the same. */
static int
share(struct lexicon *l, struct lexicon_language *to,
	const struct lexicon_language *mul)
{
	for (const struct term *t = mul->index.first; t; t = t->next) {
		struct term *own = index_key(&to->index, t->key, &l->arena);

		if (own == NULL)
			return -1;
		if (own->text != NULL) {
			own->by_hand |= t->by_hand;
			continue;
		}
		struct term *next = own->next;
		const char *key = own->key;
		*own = *t;
		own->mention = INDEX_NONE;
		own->next = next;
		own->key = key;
	}
	return 0;
}

/* The words of a language are listed: what can lead to them is known. */
static void
note_words(struct lexicon_language *to)
{
	affixes_sort(&to->affixes);
	for (const struct term *t = to->index.first; t != NULL; t = t->next)
		if (t->words == 1)
			affixes_note(&to->affixes, t->key, t->length);
}

/* Makes what the language is looked up in. */
static int
seal(struct lexicon_language *to, const char *path, struct complaint *c)
{
	struct index_alike alike;
	int sealed = index_seal(&to->index, to->aspects == NULL ? NULL :
	    &to->aspects->terms, &alike);

	if (sealed == 1)
		return complain(c, 0, "%s: \"%s\" and \"%s\" (%s) have the "
		    "same hash and are not told apart; leave one of them out "
		    "or spell it otherwise", path, alike.one, alike.other,
		    to->tag);
	if (sealed == -1)
		return complain(c, ENOMEM, "%s", path);
	note_words(to);
	return 0;
}

static int
finish(struct lexicon *l, const char *path, struct complaint *c)
{
	struct lexicon_language *mul = NULL;

	emoticons_sort(&l->emoticons);
	for (size_t i = 0; i < l->count; i++)
		if (strcmp(l->language[i].tag, "mul") == 0)
			mul = &l->language[i];
	for (size_t i = 0; i < l->count; i++) {
		struct lexicon_language *to = &l->language[i];

		if (to->patterns != NULL)
			patterns_sort(to->patterns);
		if (mul != NULL && to != mul && share(l, to, mul) == -1)
			return complain(c, ENOMEM, "%s", path);
		if (seal(to, path, c) == -1)
			return -1;
	}
	return 0;
}

struct lexicon *
lexicon_load(const char *path, struct complaint *c)
{
	return lexicon_load_refined(path, (struct text){0}, c);
}

struct lexicon *
lexicon_load_refined(const char *path, struct text more, struct complaint *c)
{
	char shipped[WORKSPACE_PATH_MAX];
	struct lexicon *l;
	struct names names = {.count = 0};
	struct stat st;

	if (path == NULL && workspace_data("lexicon", shipped, c) == -1)
		return NULL;
	if (path == NULL)
		path = shipped;
	l = calloc(1, sizeof *l);
	if (l == NULL) {
		complain(c, ENOMEM, "%s", path);
		return NULL;
	}
	arena_init(&l->arena, LEXICON_MEMORY_MAX);
	emoticons_init(&l->emoticons);
	int result = stat(path, &st) == -1 ? complain(c, errno, "%s", path) : 0;
	if (result == 0 && S_ISDIR(st.st_mode)) {
		result = names_read(&names, path, c);
		if (result == 0)
			result = read_all(l, &names, c);
		names_release(&names);
	} else if (result == 0) {
		names.name[0] = (char *)(uintptr_t)path;
		names.count = 1;
		result = read_all(l, &names, c);
	}
	if (result == 0 && more.length > 0)
		result = read_lines(l, "what is learned", more, true, c);
	if (result == 0)
		result = finish(l, path, c);
	if (result == 0)
		return l;
	lexicon_free(l);
	return NULL;
}

void
lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	for (size_t i = 0; i < l->count; i++) {
		index_release(&l->language[i].index);
		affixes_release(&l->language[i].affixes);
		if (l->language[i].aspects != NULL)
			aspects_release(l->language[i].aspects);
		if (l->language[i].patterns != NULL)
			patterns_release(l->language[i].patterns);
	}
	emoticons_release(&l->emoticons);
	arena_release(&l->arena);
	free(l);
}

const struct lexicon_language *
lexicon_language(const struct lexicon *l, const char *tag)
{
	if (strcmp(tag, "mul") == 0)
		return NULL;
	for (size_t i = 0; i < l->count; i++)
		if (l->tag[i][0] == tag[0] && strcmp(l->tag[i], tag) == 0)
			return &l->language[i];
	return NULL;
}
