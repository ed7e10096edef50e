/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn_corpus.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "jsonl.h"
#include "language.h"
#include "review.h"
#include "reviews.h"
#include "slurp.h"
#include "words.h"

enum {
	COLUMNS = 4, PATH_MAX_BYTES = 4096,
	STARS_PRAISE = 40000, STARS_COMPLAINT = 20000,
};

/* Which brand an id belongs to. */
struct brand_of {
	uint64_t id;
	struct text name;
};

struct brands_of {
	struct brand_of *list;
	size_t count;
};

void
learn_corpus_init(struct learn_corpus *k)
{
	memset(k, 0, sizeof *k);
	arena_init(&k->arena, LEARN_MEMORY_MAX);
}

void
learn_corpus_release(struct learn_corpus *k)
{
	free(k->text);
	arena_release(&k->arena);
}

/* ---- what both kinds share ---- */

static uint64_t
hash_of(struct text t)
{
	return word_hash(t.bytes, t.length);
}

/* Sources beyond the last share its place; a limit of a count, no more. */
static int
source_of(struct learn_corpus *k, struct text name)
{
	for (size_t i = 0; i < k->sources; i++)
		if (text_equals(k->source[i], name))
			return (int)i;
	if (k->sources == LEARN_SOURCES_MAX)
		return LEARN_SOURCES_MAX - 1;
	const char *kept = arena_copy(&k->arena, name.bytes, name.length);
	if (kept == NULL)
		return -1;
	k->source[k->sources] = (struct text){kept, name.length};
	return (int)k->sources++;
}

static bool
is_held_out(struct learn_corpus *k, struct text source, struct text brand)
{
	bool held = false;

	for (size_t i = 0; i < k->hold_outs; i++)
		if (text_is(source, k->hold_out[i]) ||
		    text_is(brand, k->hold_out[i]))
			held = k->matched[i] = true;
	return held;
}

static int
corpus_add(struct learn_corpus *k, struct text text, int label,
	struct text source, struct text brand)
{
	int place = source_of(k, source);

	if (place == -1)
		return -1;
	if (k->count == k->room) {
		size_t room = k->room == 0 ? 4096 : 2 * k->room;
		struct learn_text *list = room > LEARN_TEXTS_MAX ? NULL :
		    realloc(k->text, room * sizeof *list);

		if (list == NULL)
			return -1;
		k->text = list;
		k->room = room;
	}
	k->text[k->count++] = (struct learn_text){
		.text = text,
		.brand = hash_of(brand.length > 0 ? brand : source),
		.source = (uint8_t)place,
		.label = (int8_t)label,
		.held_out = is_held_out(k, source, brand),
	};
	return 0;
}

/* ---- tables ---- */

/* Takes the next line off; false at the end. */
static bool
next_line(struct text *left, struct text *line)
{
	if (left->length == 0)
		return false;
	const char *end = memchr(left->bytes, '\n', left->length);
	size_t length = end == NULL ? left->length :
	    (size_t)(end - left->bytes);

	*line = (struct text){left->bytes, length};
	length += end != NULL;
	left->bytes += length;
	left->length -= length;
	return true;
}

/* The first columns of a line; the last one takes the rest. */
static size_t
columns_of(struct text line, struct text *column, size_t most)
{
	size_t at = 0, count = 0;

	while (count < most) {
		const char *tab = count + 1 == most ? NULL :
		    memchr(line.bytes + at, '\t', line.length - at);
		size_t end = tab == NULL ? line.length :
		    (size_t)(tab - line.bytes);

		column[count++] = (struct text){line.bytes + at, end - at};
		if (tab == NULL)
			break;
		at = end + 1;
	}
	return count;
}

static int
brand_order(const void *left, const void *right)
{
	uint64_t a = ((const struct brand_of *)left)->id;
	uint64_t b = ((const struct brand_of *)right)->id;

	return (a > b) - (a < b);
}

/* FILE.meta.tsv, if it is there. */
static int
brands_read(struct brands_of *b, const char *path, struct arena *a,
	struct complaint *c)
{
	char meta[PATH_MAX_BYTES];
	size_t stem = strlen(path) - strlen(".tsv"), room = 0;
	struct text left, line, column[3];
	struct buffer bytes;

	if (stem + sizeof ".meta.tsv" > sizeof meta)
		return complain(c, 0, "%s: the name is too long", path);
	memcpy(meta, path, stem);
	strcpy(meta + stem, ".meta.tsv");
	if (access(meta, F_OK) == -1)
		return 0;
	buffer_init(&bytes, LEARN_BYTES_MAX);
	int result = slurp(meta, &bytes, c);
	left = (struct text){bytes.bytes, bytes.length};
	while (result == 0 && next_line(&left, &line)) {
		if (columns_of(line, column, 3) < 2)
			continue;
		if (b->count == room) {
			room = room == 0 ? 1024 : 2 * room;
			void *list = realloc(b->list, room * sizeof *b->list);
			if (list == NULL) {
				result = complain(c, ENOMEM, "%s", meta);
				break;
			}
			b->list = list;
		}
		const char *name = arena_copy(a, column[1].bytes,
		    column[1].length);
		if (name == NULL)
			result = complain(c, ENOMEM, "%s", meta);
		b->list[b->count++] = (struct brand_of){.id =
		    hash_of(column[0]), .name = {name, column[1].length}};
	}
	buffer_release(&bytes);
	if (b->count > 1)
		qsort(b->list, b->count, sizeof *b->list, brand_order);
	return result;
}

static struct text
brand_of_id(const struct brands_of *b, struct text id)
{
	struct brand_of key = {.id = hash_of(id)};
	const struct brand_of *found = b->count == 0 ? NULL :
	    bsearch(&key, b->list, b->count, sizeof key, brand_order);

	return found == NULL ? text_of("") : found->name;
}

/* 2 where the row says nothing. */
static int
label_of(struct text label, struct text rating)
{
	char number[32], *end;

	if (text_is(label, "pos"))
		return 1;
	if (text_is(label, "neg"))
		return -1;
	if (text_is(label, "neu"))
		return 0;
	if (rating.length == 0 || rating.length >= sizeof number)
		return 2;
	memcpy(number, rating.bytes, rating.length);
	number[rating.length] = '\0';
	double stars = strtod(number, &end);
	if (*end != '\0' || stars < 1 || stars > 5)
		return 2;
	return stars >= 4 ? 1 : stars <= 2 ? -1 : 0;
}

static struct text
source_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;

	return (struct text){name, strlen(name) - strlen(".tsv")};
}

static int
read_table(struct learn_corpus *k, const char *path, struct complaint *c)
{
	struct text left, line, column[COLUMNS];
	struct brands_of brands = {0};
	struct buffer b;
	size_t number = 0;

	buffer_init(&b, LEARN_BYTES_MAX);
	int result = slurp(path, &b, c);
	if (result == 0)
		result = brands_read(&brands, path, &k->arena, c);
	const char *kept = result == -1 ? NULL :
	    arena_copy(&k->arena, b.length > 0 ? b.bytes : "", b.length);
	if (result == 0 && kept == NULL)
		result = complain(c, ENOMEM, "%s", path);
	left = (struct text){kept, b.length};
	buffer_release(&b);
	while (result == 0 && next_line(&left, &line)) {
		size_t columns = columns_of(line, column, COLUMNS);
		int label = columns < COLUMNS ? 2 :
		    label_of(column[2], column[1]);

		if (++number == 1 || label == 2)
			continue;
		if (corpus_add(k, column[3], label, source_name(path),
		    brand_of_id(&brands, column[0])) == -1)
			result = complain(c, ENOMEM, "%s", path);
	}
	free(brands.list);
	return result;
}

/* ---- reviews ---- */

/* Title, body and notes as lines of one text. */
static struct text
whole_text(struct learn_corpus *k, const struct review *r)
{
	const struct text part[] = {r->title, r->body, r->positive,
	    r->negative};
	size_t length = 0, parts = sizeof part / sizeof part[0];

	for (size_t i = 0; i < parts; i++)
		length += part[i].length + 1;
	char *to = arena_take(&k->arena, length);
	if (to == NULL)
		return (struct text){0};
	length = 0;
	for (size_t i = 0; i < parts; i++) {
		if (part[i].length > 0)
			memcpy(to + length, part[i].bytes, part[i].length);
		length += part[i].length;
		to[length++] = '\n';
	}
	return (struct text){to, length};
}

static bool
is_of_language(const struct review *r, struct text text, const char *language)
{
	char tag[LANGUAGE_TAG];

	language_primary(text_is_absent(r->language) ? r->detected :
	    r->language, tag);
	if (strcmp(tag, "und") == 0)
		return strcmp(language_detect(text), language) == 0;
	return strcmp(tag, language) == 0;
}

static int
review_add(struct learn_corpus *k, struct text line, const char *language,
	struct arena *a, struct complaint *c)
{
	struct review_reader_line read;
	int32_t stars;

	arena_clear(a);
	if (review_read(&read, line, a, c) == -1)
		return 1;
	if (read.type != REVIEW_REVIEW || !review_stars(&read.review, &stars))
		return 0;
	struct text text = whole_text(k, &read.review);
	if (text_is_absent(text))
		return complain(c, ENOMEM, "texts to learn from");
	if (!is_of_language(&read.review, text, language))
		return 0;
	return corpus_add(k, text, stars >= STARS_PRAISE ? 1 :
	    stars <= STARS_COMPLAINT ? -1 : 0,
	    text_is_absent(read.review.source) ? text_of("") :
	    read.review.source, text_is_absent(read.review.brand) ?
	    text_of("") : read.review.brand) == -1 ?
	    complain(c, ENOMEM, "texts to learn from") : 0;
}

static int
read_reviews(struct learn_corpus *k, const char *path, const char *language,
	struct complaint *c)
{
	char *const list[] = {(char *)(uintptr_t)path};
	struct reviews r;
	struct arena a;
	struct text line;
	int got, result = 0;

	arena_init(&a, 4 * (size_t)JSONL_LINE_MAX);
	reviews_open(&r, list, 1, NULL);
	while (result == 0 && (got = reviews_next(&r, &line, c)) != 0) {
		if (got == -2)
			result = -1;
		else if (got == 1)
			result = review_add(k, line, language, &a, c);
		if (result == 1) {
			reviews_bad(&r, c);
			result = 0;
		}
	}
	k->bad += r.bad;
	reviews_close(&r);
	arena_release(&a);
	return result;
}

int
learn_corpus_read(struct learn_corpus *k, const char *path,
	const char *language, struct complaint *c)
{
	size_t length = strlen(path);

	return length > 4 && strcmp(path + length - 4, ".tsv") == 0 ?
	    read_table(k, path, c) : read_reviews(k, path, language, c);
}
