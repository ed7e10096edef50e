/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The word cloud, because people look for it: size is how many reviews speak
 * of a thing, colour how well.  Plain HTML; the table beside it says the same
 * in figures.  Sizes and colours are classes, because the page's policy
 * forbids styles in elements.
 */
#include "report.h"

#include <math.h>

enum {
	SIZES = 9,		/* classes size-1 .. size-9 */
	TONES = 5,		/* tone-1 (bad) .. tone-5 (good) */
};

/* By the square root, so that the area grows with the number. */
static int
size_of(int64_t n, int64_t most)
{
	double share = most > 0 ? sqrt((double)n / (double)most) : 0;
	int size = 1 + (int)(share * (SIZES - 1) + .5);

	return size > SIZES ? SIZES : size;
}

/* The middle tone where nothing, or too little, is said. */
static int
tone_of(const struct summary_aspect *a)
{
	int64_t n = a->positive + a->neutral + a->negative;
	double net = n < SUMMARY_FEW ? 0 :
	    (double)(a->positive - a->negative) / (double)n;

	return net < -.5 ? 1 : net < -.1 ? 2 : net <= .1 ? 3 :
	    net <= .5 ? 4 : TONES;
}

static int64_t
most_of(const struct summary *s)
{
	int64_t most = 0;
	size_t i, k;

	for (i = 0; i < s->brand_count; i++)
		for (k = 0; k < s->brand[i].aspect_count; k++)
			if (s->brand[i].aspect[k].mentions > most)
				most = s->brand[i].aspect[k].mentions;
	return most;
}

static void
add_cloud(struct page *p, size_t brand, int64_t most)
{
	const struct summary_brand *b = &p->s->brand[brand];
	size_t i;

	buffer_add_string(p->to, "<div>\n<h4>");
	page_brand(p, brand);
	buffer_add_string(p->to, "</h4>\n<ul class=\"cloud\">\n");
	for (i = 0; i < b->aspect_count; i++) {
		const struct summary_aspect *a = &b->aspect[i];

		buffer_add_format(p->to, "<li class=\"size-%d tone-%d\">",
		    size_of(a->mentions, most), tone_of(a));
		page_words(p, a->name);
		TEMPLATE(&p->w, " {1}{2}{3}", MARKUP("<small>"),
		    COUNT_OF(a->mentions), MARKUP("</small>"));
		buffer_add_string(p->to, "</li>\n");
	}
	buffer_add_string(p->to, "</ul>\n</div>\n");
}

void
report_clouds(struct page *p)
{
	int64_t most = most_of(p->s);
	size_t i;

	if (most == 0)
		return;
	page_title(p, 3, "At a glance");
	page_paragraph(p, "key", "The larger, the more reviews speak of it; "
	    "from orange (badly) over grey to green (well). The figures stand "
	    "in the table above.");
	buffer_add_string(p->to, "<div class=\"grid\">\n");
	for (i = 0; i < p->s->brand_count; i++)
		if (p->s->brand[i].aspect_count > 0)
			add_cloud(p, i, most);
	buffer_add_string(p->to, "</div>\n");
}
