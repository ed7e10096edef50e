/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the texts speak of: aspects, stages, comparisons, quotes. */
#include "report.h"

#include <stdio.h>
#include <string.h>

#include "shown.h"
#include "translation.h"

/* Aspects or stages of a brand. */
struct list {
	const struct summary_aspect *(*of)(const struct summary_brand *b,
	    size_t *count);
	const char *id, *caption, *head;
};

static const struct summary_aspect *
aspects_of(const struct summary_brand *b, size_t *count)
{
	*count = b->aspect_count;
	return b->aspect;
}

static const struct summary_aspect *
stages_of(const struct summary_brand *b, size_t *count)
{
	*count = b->stage_count;
	return b->stage;
}

static const struct summary_aspect *
find(const struct list *list, const struct summary_brand *b,
	const char *name)
{
	size_t count, i;
	const struct summary_aspect *a = list->of(b, &count);

	for (i = 0; i < count; i++)
		if (strcmp(a[i].name, name) == 0)
			return &a[i];
	return NULL;
}

/* Calls `each` for every name once, in the order of the first brand that has
 * it. */
static size_t
each_name(struct page *p, const struct list *list,
	void (*each)(struct page *p, const struct list *list,
	const char *name))
{
	size_t i, k, b, count, names = 0;

	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_aspect *a =
		    list->of(&p->s->brand[i], &count);

		for (k = 0; k < count; k++) {
			for (b = 0; b < i && find(list, &p->s->brand[b],
			    a[k].name) == NULL; b++)
				;
			if (b < i)
				continue;
			names++;
			if (each != NULL)
				each(p, list, a[k].name);
		}
	}
	return names;
}

static void
add_chart_rows(struct page *p, const struct list *list, const char *name)
{
	const char *shown = translation_of(p->w.translation, name);
	size_t i;

	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_aspect *a = find(list, &p->s->brand[i],
		    name);

		if (a != NULL)
			report_chart_row(p, shown, i, &a->positive_share,
			    FIGURE_SHARE, NULL);
	}
}

static size_t
count_spoken(const struct summary_brand *b, const char *name)
{
	size_t i, count = 0;

	for (i = 0; i < b->spoken.count; i++)
		count += text_is(text_of(b->spoken.item[i].aspect), name);
	return count;
}

static enum selection_what
what_of(const struct list *list)
{
	return list->of == aspects_of ? SELECT_ASPECT : SELECT_STAGE;
}

static void
add_share(struct page *p, const struct summary_aspect *a, struct way way,
	struct way good)
{
	const struct estimate *e = &a->positive_share;

	buffer_add_string(p->to, "<td class=\"figure small\"");
	report_formula(p, e);
	buffer_add_char(p->to, '>');
	if (figure_has_value(e)) {
		report_way_open(p, good);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
		    VALUE_OF(FIGURE_SHARE, e->value), MARKUP("</b>"));
		report_way_close(p, good);
		buffer_add_char(p->to, ' ');
	}
	if (figure_has_range(e))
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"interval\">"),
		    RANGE_OF(FIGURE_SHARE, e), MARKUP("</span>"));
	if (figure_has_value(e))
		report_split_bar(p->to, a->positive, a->neutral,
		    a->negative);
	buffer_add_string(p->to, "<span class=\"n\">");
	report_way_open(p, way);
	TEMPLATE(&p->w, "{1} good, {2} mixed, {3} bad",
	    COUNT_OF(a->positive), COUNT_OF(a->neutral),
	    COUNT_OF(a->negative));
	report_way_close(p, way);
	buffer_add_string(p->to, "</span>");
	report_note(p, e->n);
	buffer_add_string(p->to, "</td>");
}

static void
add_cell(struct page *p, const struct list *list, size_t brand,
	const char *name)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_aspect *a = find(list, b, name);
	enum selection_what what = what_of(list);
	struct way good, said;

	if (a == NULL) {
		report_count_cell(p, 0, NO_WAY);
		buffer_add_string(p->to, "<td class=\"none\">");
		page_words(p, "none");
		buffer_add_string(p->to, "</td>");
		return;
	}
	report_count_cell(p, a->mentions, WAY(p, a->mentions, b->name,
	    {.what = what, .value = text_of(name)}));
	if (a->positive_share.n == 0) {
		report_small_cell(p, &a->positive_share, FIGURE_SHARE,
		    NO_WAY, NO_WAY);
		return;
	}
	/* Lists are numbered as they are met: not among the arguments of one
	 * call, whose order is the compiler's. */
	good = a->positive == 0 ? NO_WAY : WAY(p, -1, b->name, {.what = what,
	    .value = text_of(name), .label = text_of("pos")});
	said = WAY(p, a->positive_share.n, b->name, {.what = what,
	    .value = text_of(name), .label = text_of("said")});
	add_share(p, a, said, good);
}

static void
add_row(struct page *p, const struct list *list, const char *name)
{
	size_t i;

	report_row_open(p, NULL);
	page_words(p, name);
	buffer_add_string(p->to, "</th>");
	for (i = 0; i < p->s->brand_count; i++)
		add_cell(p, list, i, name);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_heads(struct page *p, const char *head)
{
	size_t i;

	buffer_add_string(p->to, "<th scope=\"col\" rowspan=\"2\">");
	page_words(p, head);
	buffer_add_string(p->to, "</th>");
	for (i = 0; i < p->s->brand_count; i++) {
		buffer_add_string(p->to, "<th scope=\"colgroup\" "
		    "colspan=\"2\">");
		page_brand(p, i);
		buffer_add_string(p->to, "</th>");
	}
	buffer_add_string(p->to, "</tr>\n<tr>");
	for (i = 0; i < p->s->brand_count; i++) {
		report_head_number(p, "Reviews");
		report_head(p, "Positive", "Wilson");
	}
}

static void
add_aspects_left(struct page *p)
{
	size_t i, shown = 0, all = 0;

	for (i = 0; i < p->s->brand_count; i++) {
		shown = p->s->brand[i].aspect_count > shown ?
		    p->s->brand[i].aspect_count : shown;
		all = p->all->brand[i].aspect_count > all ?
		    p->all->brand[i].aspect_count : all;
	}
	page_left_out(p, "Only the {1} themes of a brand that are spoken of "
	    "most are shown here, of {2}; all of them are in {3}.", shown,
	    all, "aspects");
}

static void
add_list(struct page *p, const struct list *list)
{
	if (each_name(p, list, NULL) == 0)
		return;
	report_chart_open(p, "intervals", list->caption, "percent");
	each_name(p, list, add_chart_rows);
	report_chart_brands(p);
	report_chart_close(p, ",\"domain\":[0,100],\"zero\":50");
	report_table_open(p, list->id, list->caption, NULL);
	add_heads(p, list->head);
	report_table_body(p);
	each_name(p, list, add_row);
	report_table_close(p);
	if (list->of == aspects_of)
		add_aspects_left(p);
}

/* ---- the reviews behind the themes ---- */

static void
add_spoken_of(struct page *p, const struct list *list, const char *name)
{
	size_t i, k, count = 0;

	(void)list;
	for (i = 0; i < p->s->brand_count; i++)
		count += count_spoken(&p->s->brand[i], name);
	if (count == 0)
		return;
	buffer_add_string(p->to, "<details class=\"reviews\"><summary>");
	page_words(p, name);
	TEMPLATE(&p->w, " {1}{2}{3}", MARKUP("<small>"), COUNT_OF((int64_t)
	    count), MARKUP("</small></summary>\n"));
	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_brand *b = &p->s->brand[i];

		if (count_spoken(b, name) == 0)
			continue;
		buffer_add_string(p->to, "<h4>");
		page_brand(p, i);
		buffer_add_format(p->to, "</h4>\n<ul class=\"quotes\" "
		    "id=\"a%zu-", i + 1);
		report_text(p->to, name, SHOWN_NAME);
		buffer_add_string(p->to, "\">\n");
		for (k = 0; k < b->spoken.count; k++)
			if (text_is(text_of(b->spoken.item[k].aspect), name))
				report_quote(p, i, QUOTE_SPOKEN,
				    &b->spoken.item[k]);
		buffer_add_string(p->to, "</ul>\n");
	}
	buffer_add_string(p->to, "</details>\n");
}

static void
add_spoken(struct page *p, const struct list *aspects)
{
	size_t i, count = 0;

	for (i = 0; i < p->s->brand_count; i++)
		count += p->s->brand[i].spoken.count;
	if (count == 0)
		return;
	page_title(p, 3, "In their words, theme by theme");
	each_name(p, aspects, add_spoken_of);
}

/* ---- one brand against another in what people say ---- */

/* What prefers one brand over the other. */
static struct way
preference_way(struct page *p, int64_t n, const char *brand,
	const char *over, const char *aspect)
{
	return aspect == NULL ? WAY(p, n, brand, OF(PREFERS, over)) :
	    WAY(p, n, brand, OF(PREFERS, over), OF(ABOUT, aspect));
}

static void
add_versus_row(struct page *p, size_t brand, const struct summary_versus *v)
{
	const struct summary_brand *b = &p->s->brand[brand];
	struct way way = v->preferred == 0 ? NO_WAY : preference_way(p, -1,
	    b->name, v->other, v->aspect);
	struct way against = v->against == 0 ? NO_WAY : preference_way(p, -1,
	    v->other, b->name, v->aspect);

	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	TEMPLATE(&p->w, "{1}{2}{3}{4}{5}", MARKUP("</th><td>"),
	    NAME_OF(v->other), MARKUP("</td><td>"),
	    WORDS_OF(v->aspect == NULL ? "all" : v->aspect),
	    MARKUP("</td>"));
	report_count_cell(p, v->preferred, way);
	report_count_cell(p, v->against, against);
	report_small_cell(p, &v->share, FIGURE_SHARE,
	    v->preferred > 0 ? way : against, NO_WAY);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_versus(struct page *p)
{
	size_t i, k, count = 0;

	for (i = 0; i < p->s->brand_count; i++)
		count += p->s->brand[i].versus_count;
	if (count == 0)
		return;
	page_title(p, 3, "Where people compare");
	report_table_open(p, "t-versus", "Statements that prefer one brand "
	    "over another", NULL);
	report_head(p, "Brand", NULL);
	report_head(p, "Against", NULL);
	report_head(p, "Theme", NULL);
	report_head_number(p, "Preferred");
	report_head_number(p, "The other");
	report_head(p, "Share", "Wilson");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		for (k = 0; k < p->s->brand[i].versus_count; k++)
			add_versus_row(p, i, &p->s->brand[i].versus[k]);
	report_table_close(p);
	for (i = 0, k = 0; i < p->all->brand_count; i++)
		k += p->all->brand[i].versus_count;
	page_left_out(p, "Only {1} of {2} are shown here; all of them are in "
	    "{3}.", count, k, "head_to_head");
}

static void
add_all_quotes(struct page *p)
{
	size_t i, count = 0;

	for (i = 0; i < p->s->brand_count; i++)
		count += p->s->brand[i].quote_count;
	if (count == 0)
		return;
	page_title(p, 3, "In their words");
	page_paragraph(p, "key", "The most outspoken texts, chosen by the "
	    "strength of their words; not a sample.");
	for (i = 0; i < p->s->brand_count; i++)
		report_quotes(p, i);
}

void
report_themes(struct page *p)
{
	static const struct list aspects = {aspects_of, "t-aspects",
	    "What the texts speak of, and how many of them well", "Theme"};
	static const struct list stages = {stages_of, "t-stages",
	    "The customer's way, stage by stage", "Stage"};

	page_section(p, "themes", "Themes");
	page_paragraph(p, "key", "A review counts once for each theme that it "
	    "mentions. The share is of the reviews that say something good, "
	    "bad or mixed about it.");
	report_chart_key(p);
	add_list(p, &aspects);
	report_clouds(p);
	add_spoken(p, &aspects);
	report_words_apart(p);
	add_list(p, &stages);
	add_versus(p);
	add_all_quotes(p);
	page_section_end(p);
}
