/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The word cloud, because people look for it: size is how many reviews speak
 * of a thing, colour how well.  Plain HTML; the table beside it says the same
 * in figures.  Sizes and colours are classes, because the page's policy
 * forbids styles in elements.
 */
#include "report.h"

#include <math.h>
#include <stdio.h>

enum {
	SIZES = 9,		/* classes size-1 .. size-9 */
	TONES = 5,		/* tone-1 (bad) .. tone-5 (good) */
	ID_ROOM = 48,
};
#define FAINT .75		/* weight of a word without an opinion */

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

/* ---- words ---- */

static int
tone_of_weight(double weight)
{
	return weight < -1 ? 1 : weight < -.3 ? 2 : weight <= .3 ? 3 :
	    weight <= 1 ? 4 : TONES;
}

/* The next word that says something, by how many reviews have it; words that
 * are said of good and bad alike tell nothing. */
static size_t
next_word(const struct summary_brand *b, size_t from)
{
	while (from < b->cloud_count && fabs(b->cloud[from].weight) < FAINT)
		from++;
	return from;
}

static void
add_words(struct page *p, size_t brand, int64_t most)
{
	const struct summary_brand *b = &p->s->brand[brand];
	size_t i, shown = 0;

	buffer_add_string(p->to, "<div>\n<h4>");
	page_brand(p, brand);
	buffer_add_string(p->to, "</h4>\n<ul class=\"cloud\">\n");
	for (i = next_word(b, 0); i < b->cloud_count && shown < p->shown->limits.words;
	    i = next_word(b, i + 1), shown++) {
		const struct summary_cloud *k = &b->cloud[i];
		struct way way = WAY(p, k->reviews, b->name, OF_TWO(WORD,
		    k->language, k->word));

		buffer_add_format(p->to, "<li class=\"size-%d tone-%d\">",
		    size_of(k->reviews, most), tone_of_weight(k->weight));
		report_way_open(p, way);
		report_name(p->to, k->word);
		TEMPLATE(&p->w, " {1}{2}{3}", MARKUP("<small>"),
		    COUNT_OF(k->reviews), MARKUP("</small>"));
		report_way_close(p, way);
		buffer_add_string(p->to, "</li>\n");
	}
	buffer_add_string(p->to, "</ul>\n</div>\n");
}

static void
add_word_row(struct page *p, size_t brand, const struct summary_cloud *k)
{
	const char *name = p->s->brand[brand].name;
	struct way way = WAY(p, k->reviews, name, OF_TWO(WORD, k->language,
	    k->word)), loose = way;

	loose.loose = true;
	report_row_open(p, NULL);
	report_name(p->to, k->word);
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("</th><td>"),
	    WORDS_OF(figure_language(k->language)), MARKUP("</td>"));
	report_count_cell(p, k->reviews, way);
	report_number_open(p, loose);
	TEMPLATE(&p->w, "{1}", VALUE_OF(FIGURE_NUMBER, k->weight));
	report_number_close(p, loose);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_word_table(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	char id[ID_ROOM];
	size_t i, shown = 0;

	snprintf(id, sizeof(id), "t-said-%zu", brand + 1);
	report_table_open(p, id, "Words with an opinion, the most frequent "
	    "first", b->name);
	report_head(p, "Word", NULL);
	report_head(p, "Language", NULL);
	report_head_number(p, "Reviews");
	report_head_number(p, "Weight");
	report_table_body(p);
	for (i = next_word(b, 0); i < b->cloud_count && shown < p->shown->limits.words;
	    i = next_word(b, i + 1), shown++)
		add_word_row(p, brand, &b->cloud[i]);
	report_table_close(p);
}

static void
add_word_clouds(struct page *p)
{
	int64_t most = 0;
	size_t i, first;

	/* Each brand's first word is its most frequent. */
	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_brand *b = &p->s->brand[i];

		first = next_word(b, 0);
		if (first < b->cloud_count && b->cloud[first].reviews > most)
			most = b->cloud[first].reviews;
	}
	if (most == 0)
		return;
	page_title(p, 3, "Their words");
	page_paragraph(p, "key", "The larger, the more reviews hold the word; "
	    "from orange (a complaint) over grey to green (praise). The "
	    "figures stand below.");
	buffer_add_string(p->to, "<div class=\"grid\">\n");
	for (i = 0; i < p->s->brand_count; i++)
		if (next_word(&p->s->brand[i], 0) <
		    p->s->brand[i].cloud_count)
			add_words(p, i, most);
	buffer_add_string(p->to, "</div>\n<details class=\"reviews\">"
	    "<summary>");
	page_words(p, "The words in figures");
	buffer_add_string(p->to, "</summary>\n<div class=\"grid\">\n");
	for (i = 0; i < p->s->brand_count; i++)
		if (next_word(&p->s->brand[i], 0) <
		    p->s->brand[i].cloud_count)
			add_word_table(p, i);
	buffer_add_string(p->to, "</div>\n</details>\n");
}

/* ---- themes ---- */

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
		struct way way = WAY(p, a->mentions, b->name, OF(ASPECT,
		    a->name));

		buffer_add_format(p->to, "<li class=\"size-%d tone-%d\">",
		    size_of(a->mentions, most), tone_of(a));
		report_way_open(p, way);
		page_words(p, a->name);
		TEMPLATE(&p->w, " {1}{2}{3}", MARKUP("<small>"),
		    COUNT_OF(a->mentions), MARKUP("</small>"));
		report_way_close(p, way);
		buffer_add_string(p->to, "</li>\n");
	}
	buffer_add_string(p->to, "</ul>\n</div>\n");
}

void
report_clouds(struct page *p)
{
	int64_t most = most_of(p->s);
	size_t i;

	if (most == 0) {
		add_word_clouds(p);
		return;
	}
	page_title(p, 3, "At a glance");
	page_paragraph(p, "key", "The larger, the more reviews speak of it; "
	    "from orange (badly) over grey to green (well). The figures stand "
	    "in the table above.");
	buffer_add_string(p->to, "<div class=\"grid\">\n");
	for (i = 0; i < p->s->brand_count; i++)
		if (p->s->brand[i].aspect_count > 0)
			add_cloud(p, i, most);
	buffer_add_string(p->to, "</div>\n");
	add_word_clouds(p);
}
