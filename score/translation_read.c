/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file of GNU gettext's format. */
#include "translation_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MEMORY_MAX = 8 << 20 };

int
translation_compare(const void *a, const void *b)
{
	return strcmp(((const struct translation_entry *)a)->english,
	    ((const struct translation_entry *)b)->english);
}

struct reading {
	struct translation *t;
	struct buffer english, form[TRANSLATION_FORMS];
	struct buffer *open;		/* what a further line goes on with */
	const char *name;
	size_t line;
	bool fuzzy, next_fuzzy;	/* of this entry, of the one to come */
	struct complaint *c;
};

/* The string between the quotes, its escapes undone, behind what is open. */
static int
add_string(struct reading *r, struct text rest)
{
	size_t i;

	while (rest.length > 0 && (*rest.bytes == ' ' || *rest.bytes == '\t'))
		rest = (struct text){rest.bytes + 1, rest.length - 1};
	if (r->open == NULL || rest.length < 2 || rest.bytes[0] != '"' ||
	    rest.bytes[rest.length - 1] != '"')
		return complain_line(r->c, r->name, r->line, "a string in "
		    "quotes was expected");
	for (i = 1; i + 1 < rest.length; i++) {
		char b = rest.bytes[i];

		if (b == '\\' && i + 2 < rest.length) {
			b = rest.bytes[++i];
			b = b == 'n' ? '\n' : b == 't' ? '\t' : b;
		}
		buffer_add_char(r->open, b);
	}
	return 0;
}

static const char *
kept(struct reading *r, const struct buffer *b)
{
	return b->length == 0 ? NULL :
	    arena_copy(&r->t->arena, b->bytes, b->length);
}

/* Ends an entry.  Without a translation, or with one that is marked as not
 * sure, the English stands. */
static int
end_entry(struct reading *r)
{
	struct translation_entry *e = &r->t->entry[r->t->count];
	bool wanted = !r->fuzzy && r->english.length > 0 &&
	    r->form[0].length > 0;
	size_t i;

	if (wanted && r->t->count == TRANSLATION_WORDS_MAX)
		return complain_line(r->c, r->name, r->line, "more than %d "
		    "entries", (int)TRANSLATION_WORDS_MAX);
	if (wanted) {
		e->english = kept(r, &r->english);
		for (i = 0; i < TRANSLATION_FORMS; i++)
			e->form[i] = kept(r, &r->form[i]);
		if (e->english == NULL || e->form[0] == NULL)
			return complain(r->c, ENOMEM, "%s", r->name);
		r->t->count++;
	}
	buffer_clear(&r->english);
	for (i = 0; i < TRANSLATION_FORMS; i++)
		buffer_clear(&r->form[i]);
	r->fuzzy = false;
	return 0;
}

static bool
begins(struct text line, const char *with)
{
	return line.length >= strlen(with) &&
	    memcmp(line.bytes, with, strlen(with)) == 0;
}

static int
read_line(struct reading *r, struct text line)
{
	size_t skip = 0;

	if (line.length == 0)
		return 0;
	if (line.bytes[0] == '#') {
		if (begins(line, "#, ") &&
		    strstr(line.bytes, "fuzzy") != NULL &&
		    strstr(line.bytes, "fuzzy") < line.bytes + line.length)
			r->next_fuzzy = true;
		return 0;
	}
	if (begins(line, "msgid_plural ")) {
		/* The singular is the name of both. */
		r->open = NULL;
		return 0;
	}
	if (begins(line, "msgid ")) {
		if (end_entry(r) < 0)
			return -1;
		r->fuzzy = r->next_fuzzy;
		r->next_fuzzy = false;
		r->open = &r->english;
		skip = 6;
	} else if (begins(line, "msgstr ")) {
		r->open = &r->form[0];
		skip = 7;
	} else if (begins(line, "msgstr[") && line.length > 9 &&
	    line.bytes[7] >= '0' &&
	    line.bytes[7] < '0' + TRANSLATION_FORMS && line.bytes[8] == ']') {
		r->open = &r->form[line.bytes[7] - '0'];
		skip = 9;
	} else if (line.bytes[0] != '"') {
		return complain_line(r->c, r->name, r->line, "no line of a "
		    "translation");
	} else if (r->open == NULL) {
		return 0;	/* goes on with a plural's English */
	}
	return add_string(r, (struct text){line.bytes + skip,
	    line.length - skip});
}

static int
read_lines(struct reading *r, const char *bytes, size_t length)
{
	const char *at = bytes, *end = bytes + length, *stop;
	int result = 0;

	while (result == 0 && at < end) {
		stop = memchr(at, '\n', (size_t)(end - at));
		stop = stop == NULL ? end : stop;
		r->line++;
		result = read_line(r, (struct text){at, (size_t)(stop - at -
		    (stop > at && stop[-1] == '\r'))});
		at = stop + 1;
	}
	return result == 0 ? end_entry(r) : -1;
}

static bool
any_failed(const struct reading *r)
{
	bool failed = r->english.failed;
	size_t i;

	for (i = 0; i < TRANSLATION_FORMS; i++)
		failed |= r->form[i].failed;
	return failed;
}

struct translation *
translation_read(const char *bytes, size_t length, const char *language,
	const char *name, struct complaint *c)
{
	struct translation *t = calloc(1, sizeof(*t));
	struct reading r = {.t = t, .name = name, .c = c};
	int result = -1;
	size_t i;

	if (t == NULL) {
		complain(c, ENOMEM, "%s", name);
		return NULL;
	}
	arena_init(&t->arena, MEMORY_MAX);
	snprintf(t->language, sizeof(t->language), "%s", language);
	buffer_init(&r.english, TRANSLATION_BYTES_MAX);
	for (i = 0; i < TRANSLATION_FORMS; i++)
		buffer_init(&r.form[i], TRANSLATION_BYTES_MAX);
	t->entry = arena_take(&t->arena, (TRANSLATION_WORDS_MAX + 1) *
	    sizeof(*t->entry));
	result = t->entry == NULL ? complain(c, ENOMEM, "%s", name) :
	    read_lines(&r, bytes, length);
	if (result == 0 && any_failed(&r))
		result = complain(c, ENOMEM, "%s", name);
	buffer_release(&r.english);
	for (i = 0; i < TRANSLATION_FORMS; i++)
		buffer_release(&r.form[i]);
	if (result < 0) {
		translation_close(t);
		return NULL;
	}
	qsort(t->entry, t->count, sizeof(*t->entry), translation_compare);
	return t;
}
