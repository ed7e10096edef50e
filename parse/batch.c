/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "batch.h"

#include <stdalign.h>
#include <string.h>
#include <sys/mman.h>

struct batch *
batch_create(void)
{
	void *at = mmap(NULL, BATCH_ROOM, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	return at == MAP_FAILED ? NULL : at;
}

void
batch_release(struct batch *b)
{
	if (b != NULL)
		munmap(b, BATCH_ROOM);
}

void
batch_clear(struct batch *b)
{
	/* Every page of it reads as zeros again. */
	if (b->used > BATCH_KEEP)
		madvise(b, BATCH_ROOM, MADV_REMOVE);
	b->count = b->used = b->at = 0;
	b->origin = NULL;
	b->wanted[0] = b->unknown[0] = '\0';
}

bool
batch_is_full(const struct batch *b)
{
	return b->count == BATCH_PAGES || b->used >= BATCH_FULL;
}

static void *
take(struct batch *b, size_t size)
{
	const size_t unit = alignof(max_align_t);
	const size_t room = BATCH_ROOM - offsetof(struct batch, bytes);
	size_t at = (b->used + unit - 1) / unit * unit;

	if (at > room || size > room - at)
		return NULL;
	b->used = at + size;
	return b->bytes + at;
}

/* A NUL behind it, as readers of strings want it. */
static bool
copy(struct batch *b, struct text *t)
{
	char *to;

	if (text_is_absent(*t))
		return true;
	to = take(b, t->length + 1);
	if (to == NULL)
		return false;
	memcpy(to, t->bytes, t->length);
	to[t->length] = '\0';
	t->bytes = to;
	return true;
}

static bool
copy_string(struct batch *b, const char **s)
{
	struct text t = text_of(*s);

	if (!copy(b, &t))
		return false;
	*s = t.bytes;
	return true;
}

static bool
copy_origin(struct batch *b, const struct origin *from)
{
	struct origin *o = take(b, sizeof(*o));

	if (o == NULL)
		return false;
	*o = *from;
	b->origin = o;
	return copy(b, &o->source) && copy(b, &o->kind) &&
	    copy(b, &o->brand) && copy(b, &o->item) &&
	    copy(b, &o->language) && copy(b, &o->url) &&
	    copy(b, &o->capture.file) && copy(b, &o->capture.fetched) &&
	    copy(b, &o->authors_key);
}

bool
batch_add(struct batch *b, const struct batch_page *p, bool same_origin)
{
	struct batch_page *to = &b->page[b->count];
	size_t used = b->used;

	if (b->count == BATCH_PAGES)
		return false;
	*to = *p;
	if (p->kind == BATCH_SKIP) {
		b->count++;
		return true;
	}
	if ((!same_origin || b->origin == NULL) &&
	    !copy_origin(b, p->origin))
		goto full;
	to->origin = b->origin;
	if (copy(b, &to->body.bytes) && copy(b, &to->body.media_type) &&
	    copy(b, &to->body.charset) && copy_string(b, &to->body.name) &&
	    copy_string(b, &to->place)) {
		b->count++;
		return true;
	}
full:
	b->used = used;
	b->origin = NULL;
	return false;
}
