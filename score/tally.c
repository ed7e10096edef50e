/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "tally_top.h"

enum { FIRST_SLOTS = 64 };

struct tally_row {
	const char *key;
	size_t length;
	int64_t value;
};

struct tally {
	struct arena keys;
	struct tally_row *row;		/* open addressing, a power of two */
	size_t slots, count;
	struct tally_tops *tops;
	struct tally_row *sorted;	/* of the last tally_each(), or NULL */
};

struct tally *
tally_create(void)
{
	struct tally *t = calloc(1, sizeof(*t));

	if (t == NULL)
		return NULL;
	arena_init(&t->keys, TALLY_BYTES_MAX);
	t->slots = FIRST_SLOTS;
	t->row = calloc(t->slots, sizeof(*t->row));
	t->tops = tally_tops_create();
	if (t->row == NULL || t->tops == NULL) {
		tally_free(t);
		return NULL;
	}
	return t;
}

void
tally_free(struct tally *t)
{
	if (t == NULL)
		return;
	arena_release(&t->keys);
	free(t->row);
	tally_tops_free(t->tops);
	free(t->sorted);
	free(t);
}

/* FNV-1a; only the place in the table depends on it, never the output. */
static uint64_t
hash_of(struct text key)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	size_t i;

	for (i = 0; i < key.length; i++)
		hash = (hash ^ (unsigned char)key.bytes[i]) *
		    UINT64_C(1099511628211);
	return hash ^ hash >> 32;
}

static struct tally_row *
find_row(struct tally_row *row, size_t slots, struct text key)
{
	size_t at = (size_t)hash_of(key) & (slots - 1);

	while (row[at].key != NULL && (row[at].length != key.length ||
	    memcmp(row[at].key, key.bytes, key.length) != 0))
		at = (at + 1) & (slots - 1);
	return &row[at];
}

static int
grow(struct tally *t)
{
	size_t slots = t->slots * 2, i;
	struct tally_row *row = calloc(slots, sizeof(*row));

	if (row == NULL)
		return -1;
	for (i = 0; i < t->slots; i++)
		if (t->row[i].key != NULL)
			*find_row(row, slots, (struct text){t->row[i].key,
			    t->row[i].length}) = t->row[i];
	free(t->row);
	t->row = row;
	t->slots = slots;
	return 0;
}

static int
no_memory(struct text key, struct complaint *c)
{
	return complain(c, ENOMEM, "tally %.*s", (int)(key.length < 200 ?
	    key.length : 200), key.bytes);
}

int
tally_add(struct tally *t, struct text key, int64_t value,
	struct complaint *c)
{
	struct tally_row *row;

	free(t->sorted);
	t->sorted = NULL;
	if (tally_top_is(key))
		return tally_tops_add(t->tops, key, value) < 0 ?
		    no_memory(key, c) : 0;
	row = find_row(t->row, t->slots, key);
	if (row->key == NULL) {
		if (t->count * 4 >= t->slots * 3) {
			if (grow(t) < 0)
				return no_memory(key, c);
			row = find_row(t->row, t->slots, key);
		}
		row->key = arena_copy(&t->keys, key.bytes, key.length);
		if (row->key == NULL)
			return no_memory(key, c);
		row->length = key.length;
		t->count++;
	}
	if ((value > 0 && row->value > INT64_MAX - value) ||
	    (value < 0 && row->value < INT64_MIN - value))
		return complain(c, EOVERFLOW, "tally %.200s", row->key);
	row->value += value;
	return 0;
}

static int
add_tops(struct tally *t, const struct tally *from, struct complaint *c)
{
	size_t count = tally_tops_count(from->tops), i;
	struct tally_top_row *row = malloc((count + 1) * sizeof(*row));
	int result = 0;

	if (row == NULL)
		return complain(c, ENOMEM, "tallies");
	tally_tops_rows(from->tops, row);
	for (i = 0; i < count && result == 0; i++)
		result = tally_add(t, (struct text){row[i].key,
		    row[i].length}, row[i].value, c);
	free(row);
	return result;
}

int
tally_add_all(struct tally *t, const struct tally *from, struct complaint *c)
{
	size_t i;

	for (i = 0; i < from->slots; i++) {
		const struct tally_row *row = &from->row[i];

		if (row->key != NULL && tally_add(t, (struct text){row->key,
		    row->length}, row->value, c) < 0)
			return -1;
	}
	return add_tops(t, from, c);
}

int64_t
tally_get(const struct tally *t, struct text key)
{
	return find_row(t->row, t->slots, key)->value;
}

uint64_t
tally_taken(const struct tally *t)
{
	return tally_tops_taken(t->tops);
}

bool
tally_may(const struct tally *t, const struct tally_key *start, size_t name)
{
	return !start->too_long && tally_tops_may(t->tops,
	    (struct text){start->bytes, start->length}, name);
}

size_t
tally_count(const struct tally *t)
{
	return t->count + tally_tops_count(t->tops);
}

static int
compare_rows(const void *a, const void *b)
{
	const struct tally_row *x = a, *y = b;
	size_t shorter = x->length < y->length ? x->length : y->length;
	int order = memcmp(x->key, y->key, shorter);

	if (order != 0)
		return order;
	return x->length < y->length ? -1 : x->length > y->length;
}

static int
sort(struct tally *t)
{
	size_t tops = tally_tops_count(t->tops), i, n = 0;
	struct tally_row *sorted = malloc((t->count + tops + 1) *
	    sizeof(*sorted));
	struct tally_top_row *top = malloc((tops + 1) * sizeof(*top));

	if (sorted == NULL || top == NULL) {
		free(sorted);
		free(top);
		return -1;
	}
	for (i = 0; i < t->slots; i++)
		if (t->row[i].key != NULL)
			sorted[n++] = t->row[i];
	tally_tops_rows(t->tops, top);
	for (i = 0; i < tops; i++)
		sorted[n++] = (struct tally_row){top[i].key, top[i].length,
		    top[i].value};
	free(top);
	qsort(sorted, n, sizeof(*sorted), compare_rows);
	t->sorted = sorted;
	return 0;
}

static bool
begins(const struct tally_row *row, const char *start, size_t length)
{
	return row->length >= length && memcmp(row->key, start, length) == 0;
}

/* The first row that does not stand before `start`. */
static size_t
first_of(const struct tally *t, const char *start, size_t length)
{
	const struct tally_row wanted = {start, length, 0};
	size_t first = 0, end = tally_count(t);

	while (first < end) {
		size_t middle = first + (end - first) / 2;

		if (compare_rows(&t->sorted[middle], &wanted) < 0)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

int
tally_each_of(struct tally *t, const char *start, int (*each)(void *context,
	struct text key, int64_t value), void *context)
{
	size_t count = tally_count(t), length = strlen(start), i;
	int result = 0;

	if (t->sorted == NULL && sort(t) < 0)
		return -1;
	for (i = first_of(t, start, length); i < count && result == 0 &&
	    begins(&t->sorted[i], start, length); i++)
		result = each(context, (struct text){t->sorted[i].key,
		    t->sorted[i].length}, t->sorted[i].value);
	return result;
}

int
tally_each(struct tally *t, int (*each)(void *context, struct text key,
	int64_t value), void *context)
{
	return tally_each_of(t, "", each, context);
}

void
tally_key_begin(struct tally_key *k, const char *kind)
{
	k->length = strlen(kind);
	k->too_long = false;
	memcpy(k->bytes, kind, k->length);
}

/* Printable, and neither '|' nor '%'. */
static inline bool
is_plain(unsigned char b)
{
	return b > 0x20 && b < 0x7F && b != '|' && b != '%';
}

static char *
put_escaped(char *to, unsigned char b)
{
	static const char digits[] = "0123456789ABCDEF";

	to[0] = '%';
	to[1] = digits[b >> 4];
	to[2] = digits[b & 15];
	return to + 3;
}

void
tally_key_add(struct tally_key *k, struct text field)
{
	char *to = k->bytes + k->length;
	size_t i;

	if (field.length * 3 + 2 > sizeof(k->bytes) - k->length) {
		k->too_long = true;
		return;
	}
	*to++ = '|';
	if (text_is_absent(field))
		*to++ = '-';
	for (i = 0; i < field.length; i++) {
		unsigned char b = (unsigned char)field.bytes[i];

		if (is_plain(b))
			*to++ = (char)b;
		else
			to = put_escaped(to, b);
	}
	if (text_is(field, "-"))
		to = put_escaped(to - 1, '-');
	k->length = (size_t)(to - k->bytes);
}

void
tally_key_add_integer(struct tally_key *k, int64_t field)
{
	char digits[24];
	struct buffer b = {.bytes = digits, .capacity = sizeof(digits),
	    .ceiling = sizeof(digits) - 1};

	buffer_add_integer(&b, field);
	tally_key_add(k, (struct text){digits, b.length});
}

int
tally_put(struct tally *t, const struct tally_key *k, int64_t value,
	struct complaint *c)
{
	if (k->too_long)
		return complain(c, EMSGSIZE, "tally %.*s...", 100, k->bytes);
	return tally_add(t, (struct text){k->bytes, k->length}, value, c);
}

size_t
tally_split(struct text key, struct text field[TALLY_FIELDS_MAX])
{
	const char *at = key.bytes, *end = at + key.length, *bar;
	size_t count = 0;

	for (;;) {
		bar = memchr(at, '|', (size_t)(end - at));
		if (count == TALLY_FIELDS_MAX)
			return TALLY_FIELDS_MAX + 1;
		field[count++] = (struct text){at,
		    (size_t)((bar != NULL ? bar : end) - at)};
		if (bar == NULL)
			return count;
		at = bar + 1;
	}
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

struct text
tally_field(struct text field, struct buffer *room)
{
	size_t i;

	if (text_is(field, "-"))
		return (struct text){NULL, 0};
	buffer_clear(room);
	for (i = 0; i < field.length; i++) {
		char c = field.bytes[i];

		if (c == '%' && field.length - i > 2 &&
		    hex_digit(field.bytes[i + 1]) >= 0 &&
		    hex_digit(field.bytes[i + 2]) >= 0) {
			c = (char)(hex_digit(field.bytes[i + 1]) << 4 |
			    hex_digit(field.bytes[i + 2]));
			i += 2;
		}
		buffer_add_char(room, c);
	}
	return (struct text){room->bytes != NULL ? room->bytes : "",
	    room->length};
}
