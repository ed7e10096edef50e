/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bursts, near copies, what a brand publishes itself, stars against words;
 * nothing is left out for it, the stars stand with and without. */
#include "markdown.h"

#include <string.h>

enum { CONTRADICTIONS = 3 };	/* quoted, per brand */

/* The row of a doubt; the head before the first. */
static void
add_doubt(const struct writer *w, bool *begun, const char *brand,
	const char *what, int64_t n, const struct estimate *with,
	const struct estimate *without)
{
	static const char *const column[] = {"Brand", "Doubt", ":Reviews",
	    ":Mean stars", ":Without them"};

	if (!*begun) {
		markdown_title(w, "Trust");
		markdown_head(w, column, 5);
		*begun = true;
	}
	buffer_add_string(w->to, "\n| ");
	w->name(w->to, figure_brand_name(brand));
	TEMPLATE(w, " | {1} | {2} |", WORDS_OF(what), COUNT_OF(n));
	markdown_figure(w, with, FIGURE_STARS);
	markdown_figure(w, without, FIGURE_STARS);
}

static void
add_own_site(const struct writer *w, bool *begun,
	const struct summary_brand *b)
{
	struct estimate with = statistics_whole_stars(b->total.star), without;
	int64_t rest[5], n = 0;
	size_t i, k;

	memcpy(rest, b->total.star, sizeof(rest));
	for (i = 0; i < b->source_count; i++) {
		const struct summary_part *p = &b->source[i];

		if (p->kind == NULL || strcmp(p->kind, "own-site") != 0)
			continue;
		n += p->reviews;
		for (k = 0; k < 5; k++)
			rest[k] -= p->star[k];
	}
	if (n == 0)
		return;
	without = statistics_whole_stars(rest);
	add_doubt(w, begun, b->name, "Published by the brand itself", n,
	    &with, &without);
}

static void
add_doubts(const struct writer *w, const struct summary *s)
{
	bool begun = false;
	size_t i;

	for (i = 0; i < s->alert_count; i++)
		if (strcmp(s->alert[i].what, "reviews") == 0)
			add_doubt(w, &begun, s->alert[i].brand, "Bursts",
			    s->alert[i].count, &s->alert[i].with,
			    &s->alert[i].without);
	for (i = 0; i < s->brand_count; i++) {
		const struct summary_copies_of *k = &s->brand[i].copies;

		if (k->reviews > 0)
			add_doubt(w, &begun, s->brand[i].name, "Near copies",
			    k->reviews, &k->with, &k->without);
		add_own_site(w, &begun, &s->brand[i]);
	}
	if (begun)
		buffer_add_char(w->to, '\n');
}

static void
add_contradictions(const struct writer *w, const struct summary *s)
{
	static const char *const column[] = {"Brand", ":Share"};
	int64_t n = 0;
	size_t i, k;

	for (i = 0; i < s->brand_count; i++)
		n += s->brand[i].against_share.n;
	if (n == 0)
		return;
	markdown_title(w, "Stars against words");
	markdown_head(w, column, 2);
	for (i = 0; i < s->brand_count; i++) {
		buffer_add_string(w->to, "\n| ");
		w->name(w->to, figure_brand_name(s->brand[i].name));
		buffer_add_string(w->to, " |");
		markdown_figure(w, &s->brand[i].against_share, FIGURE_SHARE);
	}
	buffer_add_char(w->to, '\n');
	for (i = 0; i < s->brand_count; i++) {
		const struct summary_list *list = &s->brand[i].against;

		if (list->count > 0)
			TEMPLATE(w, "{1}{2}{3}", MARKUP("\n**"), NAME_OF(
			    figure_brand_name(s->brand[i].name)),
			    MARKUP("**\n"));
		for (k = 0; k < list->count && k < CONTRADICTIONS; k++)
			markdown_quote(w, &list->item[k]);
	}
}

void
markdown_trust(const struct writer *w, const struct summary *s)
{
	add_doubts(w, s);
	add_contradictions(w, s);
}
