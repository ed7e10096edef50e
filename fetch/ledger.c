/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows, their pages, and the files that grow. */
#include "ledger.h"

#include "ledger_store.h"

int
ledger_row_get(struct ledger *l, const char *key, struct ledger_row *row,
	struct arena *a, struct complaint *c)
{
	const enum ledger_query q = ROW_GET;
	bool failed = false;
	int result;

	*row = (struct ledger_row){.started = -1, .ended = -1, .stated = -1,
	    .records = -1};
	ledger_bind_text(l, q, 1, key);
	result = ledger_step(l, q, c);
	if (result == 1) {
		row->due = ledger_number(l, q, 0);
		row->started = ledger_number(l, q, 1);
		row->ended = ledger_number(l, q, 2);
		row->stated = ledger_number(l, q, 3);
		row->records = ledger_number(l, q, 4);
		row->stop = ledger_string(l, q, 5, a, &failed);
		row->status = ledger_string(l, q, 6, a, &failed);
		row->published = ledger_string(l, q, 7, a, &failed);
		row->resume = ledger_string(l, q, 8, a, &failed);
		row->file = ledger_string(l, q, 9, a, &failed);
		row->marks = ledger_string(l, q, 10, a, &failed);
	}
	return ledger_end(l, q, result, failed, c);
}

int
ledger_page_get(struct ledger *l, const char *key, const char *url,
	struct ledger_page *page, struct arena *a, struct complaint *c)
{
	const enum ledger_query q = PAGE_GET;
	bool failed = false;
	int result;

	*page = (struct ledger_page){.records = -1, .stated = -1, .last = -1,
	    .fetched = -1};
	ledger_bind_text(l, q, 1, key);
	ledger_bind_text(l, q, 2, url);
	result = ledger_step(l, q, c);
	if (result == 1) {
		page->etag = ledger_string(l, q, 0, a, &failed);
		page->modified = ledger_string(l, q, 1, a, &failed);
		page->digest = ledger_string(l, q, 2, a, &failed);
		page->next = ledger_string(l, q, 3, a, &failed);
		page->file = ledger_string(l, q, 4, a, &failed);
		page->records = ledger_number(l, q, 5);
		page->stated = ledger_number(l, q, 6);
		page->last = ledger_number(l, q, 7);
		page->fetched = ledger_number(l, q, 8);
	}
	return ledger_end(l, q, result, failed, c);
}

static int
row_put(struct ledger *l, const char *key, const struct ledger_row *row,
	struct complaint *c)
{
	const enum ledger_query q = ROW_PUT;

	ledger_bind_text(l, q, 1, key);
	ledger_bind_number(l, q, 2, row->due);
	ledger_bind_number(l, q, 3, row->started);
	ledger_bind_number(l, q, 4, row->ended);
	ledger_bind_number(l, q, 5, row->stated);
	ledger_bind_number(l, q, 6, row->records);
	ledger_bind_text(l, q, 7, row->stop);
	ledger_bind_text(l, q, 8, row->status);
	ledger_bind_text(l, q, 9, row->published);
	ledger_bind_text(l, q, 10, row->resume);
	ledger_bind_text(l, q, 11, row->file);
	ledger_bind_text(l, q, 12, row->marks);
	return ledger_end(l, q, ledger_step(l, q, c), false, c);
}

static int
page_put(struct ledger *l, const char *key, const struct ledger_page *page,
	struct complaint *c)
{
	const enum ledger_query q = PAGE_PUT;

	ledger_bind_text(l, q, 1, key);
	ledger_bind_text(l, q, 2, page->url);
	ledger_bind_text(l, q, 3, page->etag);
	ledger_bind_text(l, q, 4, page->modified);
	ledger_bind_text(l, q, 5, page->digest);
	ledger_bind_text(l, q, 6, page->next);
	ledger_bind_text(l, q, 7, page->file);
	ledger_bind_number(l, q, 8, page->records);
	ledger_bind_number(l, q, 9, page->stated);
	ledger_bind_number(l, q, 10, page->last);
	ledger_bind_number(l, q, 11, page->fetched);
	return ledger_end(l, q, ledger_step(l, q, c), false, c);
}

/* What is known of a file that grows; NULL: it has its name. */
static int
partial_put(struct ledger *l, const char *key, const struct ledger_partial *p,
	struct complaint *c)
{
	const enum ledger_query q = p == NULL ? PARTIAL_DROP : PARTIAL_PUT;

	ledger_bind_text(l, q, 1, key);
	if (p != NULL) {
		ledger_bind_text(l, q, 2, p->grows);
		ledger_bind_text(l, q, 3, p->file);
		ledger_bind_number(l, q, 4, p->length);
		ledger_bind_bytes(l, q, 5, p->tail);
	}
	return ledger_end(l, q, ledger_step(l, q, c), false, c);
}

int
ledger_pages_put(struct ledger *l, const char *key,
	const struct ledger_page *page, size_t count, struct complaint *c)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (page_put(l, key, &page[i], c) != 0) {
			ledger_roll_back(l);
			return -1;
		}
	return 0;
}

int
ledger_checkpoint(struct ledger *l, const char *key,
	const struct ledger_row *row, const struct ledger_page *page,
	size_t count, const struct ledger_partial *partial,
	struct complaint *c)
{
	if (row_put(l, key, row, c) == 0 &&
	    partial_put(l, key, partial, c) == 0)
		return ledger_pages_put(l, key, page, count, c);
	ledger_roll_back(l);
	return -1;
}

int
ledger_put(struct ledger *l, const char *key, const struct ledger_row *row,
	const struct ledger_page *page, size_t count, struct complaint *c)
{
	return ledger_checkpoint(l, key, row, page, count, NULL, c) == 0 ?
	    ledger_commit(l, c) : -1;
}

int
ledger_partial_first(struct ledger *l, const char **key,
	struct ledger_partial *p, struct arena *a, struct complaint *c)
{
	const enum ledger_query q = PARTIAL_GET;
	bool failed = false;
	int result = ledger_step(l, q, c);

	if (result == 1) {
		struct text tail = ledger_bytes(l, q, 4);

		*key = ledger_string(l, q, 0, a, &failed);
		p->grows = ledger_string(l, q, 1, a, &failed);
		p->file = ledger_string(l, q, 2, a, &failed);
		p->length = ledger_number(l, q, 3);
		p->tail = (struct text){arena_copy(a, tail.bytes,
		    tail.length), tail.length};
		failed |= p->tail.bytes == NULL;
	}
	return ledger_end(l, q, result, failed, c);
}

int
ledger_partial_end(struct ledger *l, const char *key, bool kept,
	struct complaint *c)
{
	const enum ledger_query q = ROW_ANEW;

	if (!kept) {
		ledger_bind_text(l, q, 1, key);
		if (ledger_end(l, q, ledger_step(l, q, c), false, c) != 0)
			return -1;
	}
	return partial_put(l, key, NULL, c);
}

int
ledger_pruned_put(struct ledger *l, const char *file, int64_t now,
	struct complaint *c)
{
	const enum ledger_query q = PRUNED_PUT;

	ledger_bind_text(l, q, 1, file);
	ledger_bind_number(l, q, 2, now);
	return ledger_end_put(l, q, c);
}
