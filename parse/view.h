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
#include "recipe.h"
#include "text.h"

enum {
	VIEW_SCRATCH_MAX = 64 << 20,
	VIEW_STEPS_MAX = 4000000,	/* nodes that texts may cost */
	VIEW_PROFILES_MAX = 64,
	VIEW_MARKS_MAX = 256,		/* of all profiles */
};

/* A string that a profile's pages hold, and where its "eview" is. */
struct view_mark {
	const char *string;
	size_t length, word, profile;
};

struct view {
	struct extract *x;
	struct text text;		/* the whole page, UTF-8 */
	struct text url, language, media_type;
	/* Recipes for html: those to try, and the one that is asked for. */
	const struct recipe *const *profile;
	size_t profile_count;
	const struct recipe *named;
	int64_t fetched;
	struct arena scratch;		/* for the time of the page */
	/* What the byte scan found, so that most pages need no tree. */
	bool has_json_ld, has_microdata, has_microformats, has_rdfa;
	bool is_feed;
	bool has_word;			/* "eview", in any state */
	bool has_profile[VIEW_PROFILES_MAX];
	struct view_mark *mark;		/* VIEW_MARKS_MAX, or NULL */
	size_t mark_count;
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
/* Prepares the marks of the profiles for view_scan(): profile.c. */
void view_mark_profiles(struct view *v);
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
extern const struct extractor state_extractor;
extern const struct extractor profile_extractor;
extern const struct extractor visible_extractor;
extern const struct extractor fallback_extractor;
extern const struct extractor shown_extractor;

#endif
