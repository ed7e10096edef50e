/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trail.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buffer.h"
#include "database.h"

enum { FIRST_SLOTS = 1024, PIECE = 64 << 10, PART_MAX = 1 << 20 };

struct part {
	char *key;			/* its fields, each behind its length */
	size_t length;
	uint64_t hash;
};

struct trail {
	struct database *database;
	struct part *part;		/* from 0 */
	size_t parts, capacity;
	uint32_t *slot;			/* part + 1; open addressing */
	size_t slots;			/* a power of two */
	struct buffer key;
};

struct trail *
trail_create(struct database *d, struct complaint *c)
{
	struct trail *t = calloc(1, sizeof(*t));

	if (t == NULL) {
		complain(c, ENOMEM, "parts");
		return NULL;
	}
	t->database = d;
	t->slots = FIRST_SLOTS;
	t->slot = calloc(t->slots, sizeof(*t->slot));
	buffer_init(&t->key, PART_MAX);
	if (t->slot != NULL)
		return t;
	complain(c, ENOMEM, "parts");
	trail_free(t);
	return NULL;
}

void
trail_free(struct trail *t)
{
	size_t i;

	if (t == NULL)
		return;
	for (i = 0; i < t->parts; i++)
		free(t->part[i].key);
	free(t->part);
	free(t->slot);
	buffer_release(&t->key);
	free(t);
}

/* ---- hashes ---- */

static const uint64_t start = UINT64_C(14695981039346656037);

static uint64_t
add_bytes(uint64_t hash, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)bytes[i]) *
		    UINT64_C(1099511628211);
	return hash;
}

static uint64_t
mixed(uint64_t hash)
{
	hash = (hash ^ hash >> 33) * UINT64_C(0xff51afd7ed558ccd);
	return hash ^ hash >> 29;
}

/* A sum over words does not know their order, nor how they were joined. */
static uint64_t
sum_words(struct text t)
{
	uint64_t sum = 0;
	size_t from = 0, to;

	for (; from < t.length; from = to + 1) {
		for (to = from; to < t.length && t.bytes[to] != ' ';)
			to++;
		sum += mixed(add_bytes(start, t.bytes + from, to - from));
	}
	return sum;
}

static void
add_bits(uint64_t to[2], uint64_t sum)
{
	uint64_t hash = mixed(sum);

	to[hash >> 6 & 1] |= UINT64_C(1) << (hash & 63);
	to[hash >> 13 & 1] |= UINT64_C(1) << (hash >> 7 & 63);
}

void
trail_words(uint64_t to[2], struct text words)
{
	add_bits(to, sum_words(words));
}

uint64_t
trail_mark(enum trail_what what, struct text name)
{
	enum { NAMES = 64 - (TRAIL_WHATS - TRAIL_MIXED) };

	if (what >= TRAIL_MIXED)
		return UINT64_C(1) << (NAMES + what - TRAIL_MIXED);
	return UINT64_C(1) << mixed(add_bytes(start + (uint64_t)what,
	    name.bytes, name.length)) % NAMES;
}

int64_t
trail_hash(struct text id)
{
	uint64_t hash;

	if (id.length == 0)
		return 0;
	hash = mixed(add_bytes(start, id.bytes, id.length)) >> 1;
	return hash == 0 ? 1 : (int64_t)hash;
}

int64_t
trail_run(struct text name)
{
	static const char form[] = "00000000T000000Z";
	int64_t digits = 0;
	size_t i;

	if (name.length < sizeof(form) - 1)
		return 0;
	for (i = 0; i < sizeof(form) - 1; i++) {
		char byte = name.bytes[i];

		if (form[i] != '0' ? byte != form[i] : byte < '0' || byte >
		    '9')
			return 0;
		if (form[i] == '0')
			digits = digits * 10 + byte - '0';
	}
	return digits;
}

int
trail_digest(const char *path, char hex[DIGEST_HEX], struct complaint *c)
{
	unsigned char result[DIGEST_SIZE];
	char piece[PIECE];
	struct digest *d;
	ssize_t got;
	int file = open(path, O_RDONLY | O_CLOEXEC);

	hex[0] = '\0';
	if (file < 0)
		return errno == ENOENT ? 0 : complain(c, errno, "%s", path);
	d = digest_create();
	while (d != NULL && (got = read(file, piece, sizeof(piece))) > 0)
		digest_add(d, piece, (size_t)got);
	if (d == NULL || got < 0) {
		complain(c, d == NULL ? ENOMEM : errno, "%s", path);
		if (d != NULL)
			digest_finish(d, result);
		close(file);
		return -1;
	}
	close(file);
	digest_finish(d, result);
	digest_hex(result, DIGEST_SIZE, hex);
	return 0;
}

/* ---- parts ---- */

static void
add_field(struct buffer *key, struct text field)
{
	/* Absent is not empty. */
	uint64_t length = text_is_absent(field) ? UINT64_MAX : field.length;

	buffer_add(key, &length, sizeof(length));
	if (field.length > 0)
		buffer_add(key, field.bytes, field.length);
}

static uint32_t *
find_slot(struct trail *t, uint64_t hash)
{
	size_t at = (size_t)hash & (t->slots - 1);

	for (; t->slot[at] != 0; at = (at + 1) & (t->slots - 1)) {
		const struct part *p = &t->part[t->slot[at] - 1];

		if (p->hash == hash && p->length == t->key.length &&
		    memcmp(p->key, t->key.bytes, p->length) == 0)
			break;
	}
	return &t->slot[at];
}

static int
grow_slots(struct trail *t)
{
	uint32_t *slot = calloc(t->slots * 2, sizeof(*slot));
	size_t i, at;

	if (slot == NULL)
		return -1;
	t->slots *= 2;
	for (i = 0; i < t->parts; i++) {
		at = (size_t)t->part[i].hash & (t->slots - 1);
		while (slot[at] != 0)
			at = (at + 1) & (t->slots - 1);
		slot[at] = (uint32_t)(i + 1);
	}
	free(t->slot);
	t->slot = slot;
	return 0;
}

static int
add_part(struct trail *t, uint64_t hash)
{
	struct part *p;

	if (t->parts == t->capacity) {
		size_t capacity = 2 * t->capacity + 64;

		p = realloc(t->part, capacity * sizeof(*p));
		if (p == NULL)
			return -1;
		t->part = p;
		t->capacity = capacity;
	}
	if (2 * (t->parts + 1) > t->slots && grow_slots(t) < 0)
		return -1;
	p = &t->part[t->parts];
	*p = (struct part){malloc(t->key.length), t->key.length, hash};
	if (p->key == NULL)
		return -1;
	memcpy(p->key, t->key.bytes, p->length);
	*find_slot(t, hash) = (uint32_t)++t->parts;
	return 0;
}

/* The number of the part, whose row is put where it is new. */
static int
find_part(struct trail *t, const struct map *m, int64_t *number,
	struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct text field[DATABASE_PART_FIELDS] = {r->brand, r->source,
	    r->kind, text_of(m->sentiment.language), m->month};
	uint64_t hash;
	uint32_t *slot;
	size_t i;

	buffer_clear(&t->key);
	for (i = 0; i < DATABASE_PART_FIELDS; i++)
		add_field(&t->key, field[i]);
	if (t->key.failed)
		return complain(c, ENOMEM, "parts");
	hash = mixed(add_bytes(start, t->key.bytes, t->key.length));
	slot = find_slot(t, hash);
	if (*slot != 0) {
		*number = *slot;
		return 0;
	}
	if (add_part(t, hash) < 0)
		return complain(c, ENOMEM, "parts");
	*number = (int64_t)t->parts;
	return database_put_part(t->database, *number, field, c);
}

/* ---- lines ---- */

static void
add_words(uint64_t to[2], const struct sentiment *s)
{
	size_t i;

	for (i = 0; i < s->count; i++) {
		const struct sentiment_term *k = &s->term[i];
		uint64_t sum = sum_words(text_of(k->term));

		if (k->negator != NULL)
			sum += sum_words(text_of(k->negator));
		add_bits(to, sum);
	}
}

static uint64_t
marks_of(const struct map *m)
{
	const struct sentiment *s = &m->sentiment;
	const struct text nothing = {NULL, 0};
	uint64_t marks = 0;
	size_t i;

	if (m->line.review.before.known)
		marks |= trail_mark(TRAIL_CHANGED, nothing);
	if (s->comparisons > 0)
		marks |= trail_mark(TRAIL_COMPARES, nothing);
	if (s->parts > 0)
		marks |= trail_mark(TRAIL_MIXED, nothing);
	for (i = 0; i < s->aspects; i++)
		marks |= trail_mark(TRAIL_ASPECT, text_of(
		    s->aspect[i].aspect)) | trail_mark(TRAIL_STAGE, text_of(
		    s->aspect[i].stage));
	return marks;
}

static int64_t
run_of(const struct review *r)
{
	struct text row, run;

	return review_capture_split(&r->capture, &row, &run) ?
	    trail_run(run) : 0;
}

int
trail_line(struct trail *t, const struct map *m, uint32_t file,
	uint64_t offset, struct complaint *c)
{
	struct database_line line = {.file = (int64_t)file + 1,
	    .offset = (int64_t)offset};

	if (m->line.type == REVIEW_REVIEW) {
		if (find_part(t, m, &line.part, c) < 0)
			return -1;
		line.id = trail_hash(m->line.review.id);
		line.cell = m->cell;
		line.run = run_of(&m->line.review);
		line.item = trail_hash(m->line.review.item);
		line.marks = marks_of(m);
		add_words(line.words, &m->sentiment);
	}
	return database_put_line(t->database, &line, c);
}

int
trail_older(struct trail *t, struct text id, uint32_t file, uint64_t offset,
	struct complaint *c)
{
	const struct database_line line = {.file = (int64_t)file + 1,
	    .offset = (int64_t)offset, .id = trail_hash(id)};

	return database_put_line(t->database, &line, c);
}

/* ---- files ---- */

int
trail_files(struct trail *t, const struct workspace *w, const char *name,
	const struct workspace_list *files, struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], of[WORKSPACE_PATH_MAX];
	struct stat about;
	size_t i;

	for (i = 0; i < files->count; i++) {
		int length = snprintf(of, sizeof(of), "%s/%s", name,
		    files->path[i]);

		if (length < 0 || length >= (int)sizeof(of))
			return complain(c, ENAMETOOLONG, "%.200s",
			    files->path[i]);
		if (workspace_path(w, of, path, c) < 0)
			return -1;
		if (stat(path, &about) < 0)
			return complain(c, errno, "%s", path);
		if (database_put_file(t->database, of, (int64_t)about.st_size,
		    NULL, c) < 0)
			return -1;
	}
	return 0;
}

int
trail_content(struct trail *t, const struct workspace *w, const char *name,
	struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], hex[DIGEST_HEX];

	if (workspace_path(w, name, path, c) < 0 ||
	    trail_digest(path, hex, c) < 0)
		return -1;
	return hex[0] == '\0' ? 0 : database_put_file(t->database, name, -1,
	    hex, c);
}
