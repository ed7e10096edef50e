/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts, aspects, stages and preferences (explain_figure.h). */
#include "explain_figure.h"

#include <string.h>

static const struct part_member {
	const char *name, *kind;
	enum explain_test test;
	enum explain_places places;
} part_members[] = {
	{"reviews", "c", TEST_ANY, PLACES_ALL},
	{"rated", "c", TEST_RATED, PLACES_ALL},
	{"meanStars", "c", TEST_RATED, PLACES_ALL},
	{"stars", "c", TEST_RATED, PLACES_ALL},
	{"scored", "c", TEST_SCORED, PLACES_ALL},
	{"positiveShare", "c", TEST_SCORED, PLACES_ALL},
	{"neutralShare", "c", TEST_SCORED, PLACES_ALL},
	{"negativeShare", "c", TEST_SCORED, PLACES_ALL},
	{"netSentiment", "c", TEST_SCORED, PLACES_ALL},
	{"netSentimentRatio", "c", TEST_SIDED, PLACES_ALL},
	{"sentimentIndex", "c", TEST_SIDED, PLACES_ALL},
	{"positive", "c", TEST_POSITIVE, PLACES_ALL},
	{"neutral", "c", TEST_NEUTRAL, PLACES_ALL},
	{"negative", "c", TEST_NEGATIVE, PLACES_ALL},
	{"unscored", "c", TEST_UNSCORED, PLACES_ALL},
	{"textless", "c", TEST_TEXTLESS, PLACES_ALL},
	{"replied", "c", TEST_REPLIED, PLACES_ASKED_NOBODY},
	{"repliesSeen", "c", TEST_REPLIED, PLACES_ASKED_NOBODY},
	{"responseRate", "c", TEST_ANY, PLACES_ASKED_NOBODY},
	{"complaints", "c", TEST_COMPLAINT, PLACES_ASKED_NOBODY},
	{"complaintsPerDay", "c", TEST_COMPLAINT, PLACES_ASKED_NOBODY},
	{"shareOfVoice", "c", TEST_ANY, PLACES_PUBLIC},
	{"promoters", "nps", TEST_PROMOTER, PLACES_ALL},
	{"passives", "nps", TEST_PASSIVE, PLACES_ALL},
	{"detractors", "nps", TEST_DETRACTOR, PLACES_ALL},
	{"netPromoterScore", "nps", TEST_ANY, PLACES_ALL},
	{"answers", "csat", TEST_ANY, PLACES_ALL},
	{"satisfied", "csat", TEST_SATISFIED, PLACES_ALL},
	{"customerSatisfaction", "csat", TEST_ANY, PLACES_ALL},
};

/* The field that a slice is told by, in rows of a kind. */
size_t
explain_slice_field(const char *list, const char *kind)
{
	bool cube = strcmp(kind, "c") == 0;

	if (strcmp(list, "sources") == 0)
		return 2;
	if (strcmp(list, "languages") == 0)
		return cube ? 4 : 3;
	if (strcmp(list, "months") == 0)
		return cube ? 5 : 4;
	return strcmp(list, "items") == 0 ? 2 : 0;
}

static const char *
label_of(const char *list)
{
	return strcmp(list, "sources") == 0 ? "source" :
	    strcmp(list, "languages") == 0 ? "language" :
	    strcmp(list, "months") == 0 ? "month" :
	    strcmp(list, "items") == 0 ? "item" :
	    strcmp(list, "aspects") == 0 ? "aspect" : "stage";
}

int
explain_stated(struct explain_figure *f, struct text brand, struct text source)
{
	f->of = EXPLAIN_RUNS;
	f->brand = brand;
	f->source = source;
	return 0;
}

/* A member of a part, which is element `part` of `list`, "total" for all. */
int
explain_figure_part(struct explain_figure *f, const struct figure_path *p,
	struct text brand, const char *list, size_t at)
{
	const struct json *part = figure_path_at(p, at);
	const char *member = figure_path_name(p, at + 1);
	bool item = strcmp(list, "items") == 0;
	bool source = strcmp(list, "sources") == 0;
	const struct part_member *m = part_members, *end = m +
	    sizeof(part_members) / sizeof(*m);
	struct text slice = explain_text(part, label_of(list));
	struct explain_term *t;

	if (strcmp(member, "stated") == 0 || strcmp(member, "coverage") == 0)
		return explain_stated(f, brand, source ? slice :
		    (struct text){NULL, 0});
	while (m < end && strcmp(m->name, member) != 0)
		m++;
	if (m == end)
		return -1;
	t = explain_terms_add(&f->terms, item ? "i" : m->kind, m->test);
	t->brand = brand;
	t->any_brand = p->all_brands || m->places == PLACES_PUBLIC;
	t->places = m->places;
	if (strcmp(list, "total") != 0) {
		t->equal[0].field = explain_slice_field(list, t->kind);
		t->equal[0].value = slice;
	}
	if (strcmp(member, "responseRate") == 0 && !source && !item)
		t->replying = p->root;
	if (strcmp(member, "stars") == 0 && p->count > at + 2) {
		const struct json *v = json_first(json_member(part, "stars"));
		int star = TEST_STAR_1;

		for (; v != NULL && v != figure_path_at(p, at + 2);
		    v = json_next(v))
			star++;
		t->test = (enum explain_test)star;
	}
	return 0;
}

/* ---- aspects, stages, preferences ---- */

int
explain_figure_aspect(struct explain_figure *f, const struct figure_path *p,
	struct text brand, const char *list)
{
	static const struct { const char *name; enum explain_test test; }
	    members[] = {{"reviews", TEST_ANY},
	    {"positive", TEST_LABEL_POSITIVE},
	    {"neutral", TEST_LABEL_NEUTRAL},
	    {"negative", TEST_LABEL_NEGATIVE},
	    {"positiveShare", TEST_SAID}};
	const char *member = figure_path_name(p, 2);
	struct explain_term *t;
	size_t i;

	for (i = 0; i < sizeof(members) / sizeof(*members); i++)
		if (strcmp(members[i].name, member) == 0)
			break;
	if (i == sizeof(members) / sizeof(*members))
		return -1;
	t = explain_terms_add(&f->terms, strcmp(list, "aspects") == 0 ? "as" :
	    "sg", members[i].test);
	t->brand = brand;
	t->any_brand = p->all_brands;
	t->equal[0].field = 3;
	t->equal[0].value = explain_text(figure_path_at(p, 1),
	    label_of(list));
	return 0;
}

/* vs|brand|other|aspect: statements, of which a review may hold several. */
static void
add_versus(struct explain_figure *f, const struct json *row,
	struct text brand, struct text other)
{
	struct explain_term *t = explain_terms_add(&f->terms, "vs",
	    TEST_ANY);
	struct text aspect = explain_text(row, "aspect");

	t->brand = brand;
	t->equal[0].field = 2;
	t->equal[0].value = other;
	if (!text_is_absent(aspect)) {
		t->equal[1].field = 3;
		t->equal[1].value = aspect;
	}
}

int
explain_figure_versus(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	const struct json *row = figure_path_at(p, 1);
	const char *member = figure_path_name(p, 2);
	struct text other = explain_text(row, "other");

	if (strcmp(member, "against") != 0)
		add_versus(f, row, brand, other);
	if (strcmp(member, "preferred") != 0)
		add_versus(f, row, other, brand);
	return 0;
}
