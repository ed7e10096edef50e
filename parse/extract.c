/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract.h"

#include <stdlib.h>

#include "buffer.h"
#include "charset.h"
#include "doubt.h"
#include "same.h"
#include "view.h"

enum {
	CANDIDATES_MAX = 64,	/* of equal key that are compared */
	AGGREGATES_LOOK = 256,
	KEYS = 3,		/* of one review */
};

/*
 * The page formats in order of priority: of two that have the same review
 * the earlier one is believed.  A new format is one file and one line here.
 */
static const struct extractor *const extractors[] = {
	&feed_extractor,
	&jsonld_extractor,
	&microdata_extractor,
	&rdfa_extractor,
	&microformats_extractor,
	&state_extractor,
	&profile_extractor,
	&visible_extractor,
	&fallback_extractor,
	&shown_extractor,
};

struct extract_slot {
	uint64_t key;
	size_t index;		/* of the review, from 1; 0: free */
};

void
extract_init(struct extract *x)
{
	*x = (struct extract){.review_count = 0};
	arena_init(&x->arena, EXTRACT_ARENA_MAX);
}

void
extract_release(struct extract *x)
{
	arena_release(&x->arena);
	free(x->review);
	free(x->aggregate);
	free(x->slot);
}

void
extract_clear(struct extract *x)
{
	arena_clear(&x->arena);
	x->review_count = x->aggregate_count = 0;
	x->slot_count = x->clones = 0;
	x->cut = x->merge_only = false;
	if (x->slot != NULL)
		memset(x->slot, 0, x->slot_room * sizeof(*x->slot));
}

/* ---- what was seen ---- */

static void
put_slot(struct extract *x, uint64_t key, size_t index)
{
	size_t i = (size_t)key & (x->slot_room - 1), equal = 0;

	for (; x->slot[i].index != 0 && equal < CANDIDATES_MAX;
	    i = (i + 1) & (x->slot_room - 1))
		equal += x->slot[i].key == key;
	/* More would never be looked at, and cost their number's square. */
	if (equal >= CANDIDATES_MAX)
		return;
	x->slot[i] = (struct extract_slot){key, index};
	x->slot_count++;
}

static int
grow_slots(struct extract *x)
{
	struct extract_slot *old = x->slot;
	size_t room = x->slot_room, i;

	if (x->slot_count + KEYS < room / 2)
		return 0;
	x->slot_room = room == 0 ? 1024 : room * 2;
	x->slot = calloc(x->slot_room, sizeof(*x->slot));
	if (x->slot == NULL) {
		x->slot = old;
		x->slot_room = room;
		return -1;
	}
	x->slot_count = 0;
	for (i = 0; i < room; i++)
		if (old[i].index != 0)
			put_slot(x, old[i].key, old[i].index);
	free(old);
	return 0;
}

static struct review *
find_same(struct extract *x, struct review *r, const uint64_t keys[KEYS])
{
	size_t k, seen = 0;

	for (k = 0; k < KEYS && x->slot_room > 0; k++) {
		size_t i = (size_t)keys[k] & (x->slot_room - 1);

		for (; keys[k] != 0 && x->slot[i].index != 0 &&
		    seen < CANDIDATES_MAX; i = (i + 1) & (x->slot_room - 1)) {
			struct review *other;

			if (x->slot[i].key != keys[k])
				continue;
			other = &x->review[x->slot[i].index - 1];
			if (same_review(other, r))
				return other;
			seen++;
			/* An id that two have is none. */
			if (k == 0)
				other->native_id = r->native_id =
				    (struct text){NULL, 0};
		}
	}
	return NULL;
}

static int
grow_reviews(struct extract *x)
{
	size_t room = x->review_room == 0 ? 64 : x->review_room * 2;
	struct review *grown;

	if (x->review_count < x->review_room)
		return 0;
	grown = realloc(x->review, room * sizeof(*grown));
	if (grown == NULL)
		return -1;
	x->review = grown;
	x->review_room = room;
	return 0;
}

int
extract_add_review(struct extract *x, const struct review *r)
{
	uint64_t keys[KEYS];
	struct review *other, mine = *r;
	size_t k;

	if (r->rating.length == 0 && r->body.length == 0)
		return 0;
	same_keys(r, &keys[0], &keys[1], &keys[2]);
	other = find_same(x, &mine, keys);
	if (other != NULL) {
		same_merge(other, r);
		x->clones++;
		return 0;
	}
	if (x->merge_only)
		return 0;
	if (x->review_count >= EXTRACT_REVIEWS_MAX) {
		x->cut = true;
		return 0;
	}
	if (grow_reviews(x) < 0 || grow_slots(x) < 0)
		return -1;
	x->review[x->review_count++] = mine;
	for (k = 0; k < KEYS; k++)
		if (keys[k] != 0)
			put_slot(x, keys[k], x->review_count);
	return 0;
}

int
extract_keep_review(struct extract *x, const struct review *r)
{
	struct review mine = *r;
	struct text *const all[] = {&mine.native_id, &mine.item, &mine.url,
	    &mine.language, &mine.rating, &mine.best, &mine.worst,
	    &mine.title, &mine.body, &mine.positive, &mine.negative,
	    &mine.author, &mine.published, &mine.modified, &mine.reply,
	    &mine.reply_date, &mine.upvotes, &mine.location, &mine.version,
	    &mine.verified, &mine.extractor};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		if (text_is_absent(*all[i]))
			continue;
		all[i]->bytes = arena_copy(&x->arena, all[i]->bytes,
		    all[i]->length);
		if (all[i]->bytes == NULL)
			return -1;
	}
	return extract_add_review(x, &mine);
}

int
extract_add_aggregate(struct extract *x, const struct review_aggregate *a)
{
	struct review_aggregate *grown;
	size_t i = x->aggregate_count, room, looked;

	for (looked = 0; i > 0 && looked < AGGREGATES_LOOK; i--, looked++)
		if (same_aggregate(&x->aggregate[i - 1], a)) {
			same_merge_aggregate(&x->aggregate[i - 1], a);
			return 0;
		}
	if (x->aggregate_count >= EXTRACT_AGGREGATES_MAX) {
		x->cut = true;
		return 0;
	}
	if (x->aggregate_count == x->aggregate_room) {
		room = x->aggregate_room == 0 ? 16 : x->aggregate_room * 2;
		grown = realloc(x->aggregate, room * sizeof(*grown));
		if (grown == NULL)
			return -1;
		x->aggregate = grown;
		x->aggregate_room = room;
	}
	x->aggregate[x->aggregate_count++] = *a;
	return 0;
}

/* ---- the page ---- */

/* What says nothing of where it stands is on the page. */
static int
fill_url(struct extract *x, struct text url)
{
	struct text kept = {NULL, 0};
	size_t i;

	if (url.length == 0)
		return 0;
	kept.bytes = arena_copy(&x->arena, url.bytes, url.length);
	if (kept.bytes == NULL)
		return -1;
	kept.length = url.length;
	for (i = 0; i < x->review_count; i++)
		if (x->review[i].url.length == 0)
			x->review[i].url = kept;
	for (i = 0; i < x->aggregate_count; i++)
		if (x->aggregate[i].url.length == 0)
			x->aggregate[i].url = kept;
	return 0;
}

/* Where no other format had the text, there is none. */
static void
drop_templates(struct extract *x)
{
	const struct text absent = {NULL, 0};
	size_t i, kept = 0;

	for (i = 0; i < x->review_count; i++) {
		struct review *r = &x->review[i];

		if (same_is_template(r->title))
			r->title = absent;
		if (same_is_template(r->body))
			r->body = absent;
		if (r->body.length > 0 || r->rating.length > 0)
			x->review[kept++] = *r;
	}
	x->review_count = kept;
}

static int
run_all(struct view *v, struct complaint *c)
{
	size_t i;

	view_mark_profiles(v);
	view_scan(v);
	for (i = 0; i < sizeof(extractors) / sizeof(extractors[0]); i++)
		if (extractors[i]->probe(v) && extractors[i]->run(v, c) < 0)
			return -1;
	v->x->merge_only = false;
	drop_templates(v->x);
	doubt_reviews(v->x);
	return fill_url(v->x, v->url) < 0 ? complain(c, 0, "no memory") : 0;
}

int
extract_page(struct extract *x, const struct page *page, struct complaint *c)
{
	struct view v = {.x = x, .url = page->url, .language = page->language,
	    .media_type = page->media_type, .fetched = page->fetched,
	    .profile = page->profile, .profile_count = page->profile_count,
	    .named = page->named, .steps = VIEW_STEPS_MAX};
	struct buffer decoded;
	char charset[CHARSET_NAME];
	int result;

	if (page->bytes.length == 0)
		return 0;
	buffer_init(&decoded, EXTRACT_PAGE_MAX);
	arena_init(&v.scratch, VIEW_SCRATCH_MAX);
	if (page->bytes.length > EXTRACT_PAGE_MAX)
		result = complain(c, 0, "page of more than %d bytes",
		    (int)EXTRACT_PAGE_MAX);
	else if (charset_decode(page->bytes, page->charset, &decoded, &v.text,
	    charset) < 0)
		result = complain(c, 0, "page of more than %d bytes as UTF-8,"
		    " or no memory", (int)EXTRACT_PAGE_MAX);
	else
		result = run_all(&v, c);
	html_free(v.tree);
	arena_release(&v.scratch);
	buffer_release(&decoded);
	return result;
}
