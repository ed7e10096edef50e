/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One page as the extractors see it: its text as UTF-8, and its tree, which
 * is only built when somebody asks (the tree is 97 % of the time).
 */
#ifndef SAYSO_VIEW_H
#define SAYSO_VIEW_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "extract.h"
#include "html.h"
#include "text.h"

enum {
	VIEW_SCRATCH_MAX = 64 << 20,
	VIEW_STEPS_MAX = 4000000,	/* nodes that texts may cost */
};

struct view {
	struct extract *x;
	struct text text;		/* the whole page, UTF-8 */
	struct text url, language, media_type;
	int64_t fetched;
	struct arena scratch;		/* for the time of the page */
	/* What the byte scan found, so that most pages need no tree. */
	bool has_json_ld, has_microdata, has_microformats, has_rdfa;
	bool is_feed;
	size_t steps;			/* that are left */
	struct html_document *tree;
	bool tree_failed;
};

struct extractor {
	const char *name;		/* as written in `extractor` */
	bool (*probe)(const struct view *v);
	int (*run)(struct view *v, struct complaint *c);
};

/* Looks for the markers of all formats in one pass; fills the flags. */
void view_scan(struct view *v);
/* The root of the page's tree; NULL where there is none. */
const struct html_node *view_tree(struct view *v);
/* An absolute URL (in x->arena) out of one that may be relative; absent where
 * it is no web address. */
struct text view_url(struct view *v, struct text url);

extern const struct extractor jsonld_extractor;
extern const struct extractor microdata_extractor;
extern const struct extractor microformats_extractor;
extern const struct extractor rdfa_extractor;
extern const struct extractor feed_extractor;

#endif
