/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brands.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"

enum { MEMORY_MAX = 64 << 20, NAME_MAX_BYTES = 256 };

/* What is being read. */
struct naming {
	struct brands *b;
	struct digest *digest;
	struct complaint *c;
};

/* The words of a name with one blank between them: "Coca-Cola" is two. */
static struct text
spaced(struct text name, char to[NAME_MAX_BYTES])
{
	static const char end[] = "";
	struct words w;
	size_t length = 0;

	words_open(&w, name, 0, NULL);
	while (words_next(&w)) {
		for (size_t i = 0; i < w.given; i++) {
			size_t size = w.end[i] - w.start[i];

			if (length + size + 2 >= NAME_MAX_BYTES)
				return text_of(end);
			if (length > 0)
				to[length++] = ' ';
			memcpy(to + length, name.bytes + w.start[i],
			    size);
			length += size;
		}
	}
	return (struct text){to, length};
}

/* Georgian declines a name without its last vowel: ბოში, ბოშისგან. */
static void
add_georgian(struct brands *b, struct text name, uint32_t value)
{
	static const char vowel[] = "\u10D8";
	const size_t size = sizeof vowel - 1;

	if (name.length > 2 * size && memcmp(name.bytes + name.length - size,
	    vowel, size) == 0)
		name.length -= size;
	else if ((unsigned char)name.bytes[name.length - size] != 0xE1)
		return;
	phrases_add(&b->ending, name, 0, BRANDS_CASE, value, 1, &b->arena);
}

/* Arabic writes "to", "by" and "and" as a letter at the name. */
static void
add_arabic(struct brands *b, struct text name, uint32_t value)
{
	static const char *const joined[] = {"\u0644", "\u0628", "\u0648"};
	char room[NAME_MAX_BYTES + 2];
	const unsigned char first = (unsigned char)name.bytes[0];

	if (first < 0xD8 || first > 0xDB)
		return;
	memcpy(room + 2, name.bytes, name.length);
	for (size_t i = 0; i < sizeof joined / sizeof joined[0]; i++) {
		memcpy(room, joined[i], 2);
		phrases_add(&b->ending, (struct text){room, name.length + 2},
		    0, BRANDS_ENDING, value, 1, &b->arena);
	}
}

/* A name that cannot be found in a text (signs only, too long) is no fault:
 * it is a good name for a report. */
static void
add_name(struct naming *n, struct text name, uint32_t value)
{
	struct brands *b = n->b;
	char room[NAME_MAX_BYTES];
	struct text t = spaced(name, room);

	digest_add(n->digest, name.bytes, name.length);
	digest_add(n->digest, "", 1);
	if (t.length < 2)
		return;
	phrases_add(&b->whole, t, 0, 0, value, 1, &b->arena);
	phrases_add(&b->ending, t, 0, BRANDS_ENDING, value, 1, &b->arena);
	phrases_add(&b->serbian, t, FOLD_SERBIAN, BRANDS_ENDING, value, 1,
	    &b->arena);
	if (t.length >= 3)
		add_georgian(b, t, value);
	add_arabic(b, t, value);
	memcpy(room + t.length, "'s", 2);
	t.length += 2;
	phrases_add(&b->whole, t, 0, 0, value, 1, &b->arena);
}

static int
begin_brand(struct naming *n, struct text name)
{
	struct brands *b = n->b;

	if (b->count == BRANDS_MAX)
		return complain(n->c, 0, "more than %d brands", BRANDS_MAX);
	b->name[b->count] = arena_copy(&b->arena, name.bytes, name.length);
	if (b->name[b->count] == NULL)
		return complain(n->c, ENOMEM, "names of brands");
	add_name(n, name, (uint32_t)b->count++);
	digest_add(n->digest, "", 1);
	return 0;
}

static struct brands *
naming_begin(struct naming *n, struct complaint *c)
{
	*n = (struct naming){.c = c, .digest = digest_create()};
	n->b = n->digest == NULL ? NULL : calloc(1, sizeof *n->b);
	if (n->b == NULL) {
		complain(c, ENOMEM, "names of brands");
		if (n->digest != NULL)
			digest_finish(n->digest, (unsigned char[DIGEST_SIZE]){
			    0});
		return NULL;
	}
	arena_init(&n->b->arena, MEMORY_MAX);
	phrases_init(&n->b->whole);
	phrases_init(&n->b->ending);
	phrases_init(&n->b->serbian);
	return n->b;
}

static struct brands *
naming_end(struct naming *n, int result)
{
	unsigned char digest[DIGEST_SIZE];

	digest_finish(n->digest, digest);
	digest_hex(digest, sizeof digest, n->b->identity);
	if (result == 0)
		return n->b;
	brands_free(n->b);
	return NULL;
}

struct brands *
brands_of_plan(const struct plan *plan, struct complaint *c)
{
	struct naming n;
	int result = 0;

	if (naming_begin(&n, c) == NULL)
		return NULL;
	for (size_t i = 0; i < plan->brand_count && result == 0; i++) {
		const struct plan_brand *brand = &plan->brand[i];

		result = begin_brand(&n, text_of(brand->name));
		for (size_t k = 0; k < brand->alias_count && result == 0; k++)
			add_name(&n, text_of(brand->alias[k]), (uint32_t)i);
	}
	return naming_end(&n, result);
}

struct brands *
brands_of_list(const char *list, struct complaint *c)
{
	struct naming n;
	int result = 0;
	bool first = true;

	if (naming_begin(&n, c) == NULL)
		return NULL;
	while (result == 0) {
		struct text name = {list, strcspn(list, ",=")};

		if (name.length == 0)
			result = complain(c, 0, "--brands: a name is empty");
		else if (first)
			result = begin_brand(&n, name);
		else
			add_name(&n, name, (uint32_t)n.b->count - 1);
		list += name.length;
		if (*list == '\0')
			break;
		first = *list++ == ',';
	}
	return naming_end(&n, result);
}

int
brands_open(struct brands **to, const char *list, const char *path,
	struct complaint *c)
{
	struct plan plan;

	*to = NULL;
	if (list != NULL) {
		*to = brands_of_list(list, c);
		return *to == NULL ? -1 : 0;
	}
	if (path == NULL)
		return 0;
	if (plan_read(&plan, path, c) == -1)
		return -1;
	*to = brands_of_plan(&plan, c);
	plan_release(&plan);
	return *to == NULL ? -1 : 0;
}

void
brands_free(struct brands *b)
{
	if (b == NULL)
		return;
	phrases_release(&b->whole);
	phrases_release(&b->ending);
	phrases_release(&b->serbian);
	arena_release(&b->arena);
	free(b);
}

const struct phrases *
brands_in(const struct brands *b, const char *language, enum fold_way way)
{
	if (strcmp(language, "en") == 0)
		return &b->whole;
	return way & FOLD_SERBIAN ? &b->serbian : &b->ending;
}
