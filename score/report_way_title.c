/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list behind a figure is of, in words. */
#include "report_ways.h"

static const char *const words[SELECT_WHATS] = {
	[SELECT_REVIEWS] = "all reviews",
	[SELECT_UNNAMED] = "without a brand",
	[SELECT_POSTED] = "without surveys",
	[SELECT_PUBLIC] = "where anybody may write",
	[SELECT_ELSEWHERE] = "not on its own site",
	[SELECT_POSITIVE] = "positive texts",
	[SELECT_NEUTRAL] = "neutral texts",
	[SELECT_NEGATIVE] = "negative texts",
	[SELECT_SCORED] = "texts that could be scored",
	[SELECT_UNSCORED] = "texts that could not be scored",
	[SELECT_TEXTLESS] = "without text",
	[SELECT_REPLIED] = "answered",
	[SELECT_UNANSWERED] = "complaints without an answer",
	[SELECT_COMPLAINTS] = "complaints",
	[SELECT_AGAINST] = "stars against words",
	[SELECT_WATCHED] = "of a known day",
	[SELECT_LONG] = "of twelve words or more",
	[SELECT_EDITED] = "edited",
	[SELECT_ANSWERABLE] = "where replies are shown",
	[SELECT_SINCE] = "new since the last summary",
	[SELECT_VANISHED] = "not shown any more",
	[SELECT_RECOMMEND] = "answers from 0 to 10",
	[SELECT_SATISFIED] = "answers from 1 to 5",
	[SELECT_STARS] = "with stars",
};

static const char *const star_words[] = {"1 star", "2 stars", "3 stars",
	"4 stars", "5 stars"};

static void
add_mention_words(struct page *p, const struct selection_condition *k)
{
	static const char *const label[][2] = {{"pos", "positive"},
	    {"neu", "neutral"}, {"neg", "negative"},
	    {"said", "with an opinion"}};
	size_t i;

	page_words(p, k->value.bytes);
	for (i = 0; i < sizeof(label) / sizeof(*label); i++)
		if (text_is(k->label, label[i][0]))
			TEMPLATE(&p->w, " ({1})", WORDS_OF(label[i][1]));
}

/* The strings of a page's conditions end with NUL. */
static void
add_condition_words(struct page *p, const struct selection_condition *k)
{
	const struct writer *w = &p->w;
	const char *value = k->value.bytes;

	switch (k->what) {
	case SELECT_STARS:
		page_words(p, value == NULL ? words[k->what] :
		    star_words[*value - '1']);
		break;
	case SELECT_SOURCE: case SELECT_ITEM:
		report_name(p->to, value);
		break;
	case SELECT_LANGUAGE:
		page_words(p, figure_language(value));
		break;
	case SELECT_MONTH:
		TEMPLATE(w, "{1}", DATE_OF(value));
		break;
	case SELECT_DATES:
		TEMPLATE(w, "{1} to {2}", DATE_OF(value),
		    DATE_OF(k->label.bytes));
		break;
	case SELECT_OUTSIDE:
		TEMPLATE(w, "without {1} to {2}", DATE_OF(value),
		    DATE_OF(k->label.bytes));
		break;
	case SELECT_ASPECT: case SELECT_STAGE:
		add_mention_words(p, k);
		break;
	case SELECT_SINCE:
		page_words(p, words[k->what]);
		break;
	case SELECT_WORD:
		report_name(p->to, k->label.bytes);
		break;
	case SELECT_PREFERS:
		TEMPLATE(w, "preferred to {1}", NAME_OF(value));
		break;
	default:
		page_words(p, value != NULL ? value : words[k->what]);
	}
}

void
report_way_title(struct page *p, const struct way_list *list)
{
	const struct selection *f = &list->figure;
	size_t i;

	if (text_is_absent(f->brand) && (f->count == 0 ||
	    f->condition[0].what != SELECT_UNNAMED))
		page_words(p, "All brands");
	else
		report_name(p->to, figure_brand_name(
		    text_is_absent(f->brand) ? "" : f->brand.bytes));
	for (i = 0; i < f->count; i++) {
		if (f->condition[i].what == SELECT_UNNAMED)
			continue;
		buffer_add_string(p->to, " \xC2\xB7 ");
		add_condition_words(p, &f->condition[i]);
	}
}
