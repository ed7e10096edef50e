/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visible.h"

#include <string.h>
#include <strings.h>

#include "item.h"
#include "plain.h"
#include "shown_words.h"
#include "strip.h"

enum { STARS_LEAST = 2, PAGE_LEAST = 200 };

struct text
visible_heading(struct visible *s)
{
	struct text t = plain_node(&s->view->x->arena, s->heading, &s->steps);

	return t.length > ITEM_NAME_MAX ? (struct text){NULL, 0} : t;
}

/* "star" and no "start"; it stands in names of elements. */
static size_t
count_stars(struct text t, const char *word, size_t enough)
{
	size_t at = 0, n = 0;

	while (n < enough && (at = strip_find(t, at, word, 't')) < t.length) {
		n += at + 4 >= t.length || t.bytes[at + 4] != 't';
		at += 4;
	}
	return n;
}

/* A black star as UTF-8 or reference. */
static bool
has_glyph(struct text t)
{
	return strip_find(t, 0, "\xE2\x98\x85", '\xE2') < t.length ||
	    strip_find(t, 0, "\xE2\xAD\x90", '\xE2') < t.length ||
	    strip_find(t, 0, "&#9733;", '#') < t.length;
}

/* How pages that never say "review" call it, by the language they declare:
 * those of Western Europe say so in their markup at least. */
static bool
speaks_of_reviews(const struct view *v)
{
	static const char *const words[][3] = {
	    {"hr", "ecenzij", "cjena"}, {"sr", "оментари", "omentari"},
	    {"bs", "ecenzij", "cjena"}, {"ru", "тзыв", "ценк"},
	    {"uk", "ідгук", "цінк"}, {"tr", "orumlar", "eğerlendirme"},
	    {"ar", "تقييم", "آراء"}, {"fa", "نظرات", "دیدگاه"},
	    {"ka", "შეფასებ", "კომენტარ"}, {"el", "ξιολογ", "ριτικ"},
	    {"ja", "レビュー", "口コミ"}};
	size_t i;

	if (v->has_word)
		return true;
	for (i = 0; v->language.length >= 2 &&
	    i < sizeof(words) / sizeof(*words); i++)
		if (strncasecmp(v->language.bytes, words[i][0], 2) == 0)
			return strip_find(v->text, 0, words[i][1], 'e') <
			    v->text.length || strip_find(v->text, 0,
			    words[i][2], 'e') < v->text.length;
	return false;
}

/* Is a rating anywhere?  The tree costs ten times the search. */
static bool
probe(const struct view *v)
{
	struct text t = v->text;

	if (v->x->review_count > 0 || v->is_feed || t.length < PAGE_LEAST)
		return false;
	if (v->tree != NULL)
		return true;
	if (!speaks_of_reviews(v))
		return false;
	return count_stars(t, "star", STARS_LEAST) >= STARS_LEAST ||
	    count_stars(t, "Star", STARS_LEAST) >= STARS_LEAST ||
	    has_glyph(t) || strip_find(t, 0, "ating", 'g') < t.length ||
	    strip_find(t, 0, "core", 'c') < t.length ||
	    shown_speaks_of_scale(t);
}

static int
run(struct view *v, struct complaint *c)
{
	struct visible s = {.view = v, .steps = VISIBLE_STEPS_MAX};
	const struct html_node *root = view_tree(v);

	if (root == NULL || !visible_map(&s, root))
		return 0;
	return visible_lists(&s) < 0 ? complain(c, 0, "no memory") : 0;
}

const struct extractor visible_extractor = {"visible", probe, run};
