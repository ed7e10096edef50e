/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recover.h"

#include <stdio.h>

#include "arena.h"
#include "capture.h"
#include "publish.h"

enum { ARENA_MAX = 64 << 20 };

/* 1 named, 0 lost, -1 a complaint. */
static int
finish(const struct workspace *w, const struct ledger_partial *p,
	struct complaint *c)
{
	char grows[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX];
	char name[2 * CAPTURE_NAME];

	if (p->grows == NULL || p->file == NULL || p->length < 0)
		return 0;
	snprintf(name, sizeof(name), CAPTURE_PARTIAL "/%.900s", p->grows);
	if (workspace_path(w, name, grows, c) < 0)
		return -1;
	snprintf(name, sizeof(name), "captures/%.900s", p->file);
	if (workspace_path(w, name, path, c) < 0)
		return -1;
	return publish_recover(grows, path, p->length, p->tail.bytes,
	    p->tail.length, c);
}

int
recover(struct ledger *l, const struct workspace *w, struct complaint *c)
{
	struct ledger_partial p = {0};
	const char *key = NULL;
	struct arena a;
	int result, kept = 0;

	arena_init(&a, ARENA_MAX);
	while ((result = ledger_partial_first(l, &key, &p, &a, c)) == 1) {
		kept = finish(w, &p, c);
		if (kept < 0 || ledger_partial_end(l, key, kept == 1, c) < 0) {
			result = -1;
			break;
		}
		arena_clear(&a);
	}
	arena_release(&a);
	return result < 0 ? -1 : ledger_commit(l, c);
}
