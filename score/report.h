/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of report.html; only report*.c include this.  One page, nothing
 * from the network: its Content-Security-Policy forbids everything but one
 * style sheet and one script, both known by their digests, so that nothing
 * that a review holds can run.  Every string of the data goes through
 * report_text() or report_json(); every word of ours through the page's
 * writer, so that it can be translated.
 *
 * The script (report_script.js) draws the charts.  Each has its data in the
 * page and stands beside a table of the same figures: without the script, in
 * a mail client and for a screen reader nothing is missing.
 */
#ifndef SAYSO_REPORT_H
#define SAYSO_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "report_shown.h"
#include "samples.h"
#include "selection.h"
#include "figures.h"
#include "summary.h"
#include "template.h"

/* report_style.css and report_script.js line by line, as the Makefile turns
 * them into C; end with NULL. */
extern const char *const report_style[];
extern const char *const report_script[];

struct ways;

struct page {
	struct writer w;
	struct buffer *to;		/* the writer's */
	const struct summary *s;	/* what is shown of it: */
	const struct summary *all;
	const struct report_shown *shown;
	struct ways *ways;
};

/* ---- report_way*.c: from a figure to its reviews ---- */

/* Every figure is a link to one of the lists at the end of the page: how many
 * reviews it was made of, up to three of them, and the commands that list all
 * of them.  Only the list that was asked for is seen
 * (`:target`), so that it takes neither room nor a script. */
struct way {
	size_t number;		/* of its list, from 1; 0: there is none */
	bool loose;		/* the number shown is not theirs */
};
#define NO_WAY ((struct way){0, false})

/* The reviews of a brand (NULL: of all) for which every condition is true; the
 * list ends with SELECT_END.  `n`: how many there are by the summary; -1:
 * the figure does not say.  None where n is 0.  Strings are borrowed until
 * the page is written. */
struct way report_way(struct page *p, int64_t n, const char *brand,
	const struct selection_condition *conditions);
#define WAY(p, n, brand, ...) report_way(p, n, brand, \
	(const struct selection_condition[]){__VA_ARGS__, {.what = SELECT_END}})
#define IS(condition) {.what = SELECT_##condition}
#define OF(condition, of) {.what = SELECT_##condition, .value = text_of(of)}
#define OF_TWO(condition, of, and) {.what = SELECT_##condition, \
	.value = text_of(of), .label = text_of(and)}

/* A string that conditions may borrow. */
const char *report_way_keep(struct page *p, const char *string);
/* The day so many days before another. */
const char *report_day_before(struct page *p, const char *day, int back);

/* The part of a brand by one more condition; NULL: all of it. */
struct way report_part_way(struct page *p, int64_t n, const char *brand,
	const struct selection_condition *part, enum selection_what what);

void report_way_open(struct page *p, struct way way);
void report_way_close(struct page *p, struct way way);

/* Where a review that is quoted was chosen for. */
enum quote_kind {
	QUOTE_STRONG, QUOTE_OPEN, QUOTE_AGAINST, QUOTE_SPOKEN, QUOTE_COPY,
};
/* Notes a quote of a brand; its place on the page is "r" and the number. */
size_t report_way_quote(struct page *p, size_t brand, enum quote_kind kind,
	const struct summary_quote *q);

/* All lists that links go to, behind everything else; about how many bytes
 * they will be at least. */
void report_ways(struct page *p);
size_t report_ways_size(const struct page *p);
/* NULL: no memory. */
struct ways *report_ways_create(void);
bool report_ways_failed(const struct ways *w);
void report_ways_free(struct ways *w);

/* ---- report_text.c ---- */

/* Adds a string of the data: shown.h's plain line of at most `limit`
 * characters, escaped for text and for quoted attributes.  NULL adds
 * nothing. */
int report_text(struct buffer *to, const char *string, size_t limit);
/* The same at SHOWN_NAME, isolated from the direction around it. */
int report_name(struct buffer *to, const char *name);
/* Words of ours, escaped. */
int report_words(struct buffer *to, const char *bytes, size_t length);
/* A string of the data, quoted for JSON inside a script element: nothing in
 * it can end the element. */
int report_json(struct buffer *to, const char *string);
/* A link of ours around words of ours; nothing but the words where the
 * address is not safe.  The host is shown, so that a reader knows. */
void report_link(struct page *p, const char *words, const char *url);
/* ` lang="ka"` where the tag is one. */
int report_language(struct buffer *to, const char *tag);
/* sha256-BASE64 of the lines, for the policy. */
int report_digest(struct buffer *to, const char *const *lines);

/* Translated and escaped. */
void page_words(struct page *p, const char *english);
/* `<h3>words</h3>`; level 2 to 4. */
void page_title(struct page *p, int level, const char *english);
/* A paragraph of words; `class` may be NULL. */
void page_paragraph(struct page *p, const char *class, const char *english);
/* That only `shown` of all the rows stand here, and where the others are: a
 * template with {1} of {2} and {3}, the link to a table beside the page
 * ("sources" is sources.csv).  Nothing where none is left out. */
void page_left_out(struct page *p, const char *english, size_t shown,
	size_t all, const char *table);
void page_fewer_left_out(struct page *p, size_t shown, size_t all,
	const char *table);	/* those with fewer reviews */
void page_table_link(struct buffer *to, const char *table);
/* `<section id="..." aria-labelledby>` with its h2, and its end. */
void page_section(struct page *p, const char *id, const char *english);
void page_section_end(struct page *p);
/* A brand's name by its place, with its mark. */
void page_brand(struct page *p, size_t brand);

/* ---- report_cells.c: tables ---- */

/* Opens a table in a container of its own that scrolls and can be reached by
 * keyboard.  `id` is of letters and digits and unique on the page; `brand` is
 * the one it is about, NULL of none. */
void report_table_open(struct page *p, const char *id, const char *caption,
	const char *brand);
/* Between the heads and the rows. */
void report_table_body(struct page *p);
void report_table_close(struct page *p);
/* A column's head; `small` (formula or what n counts) may be NULL. */
void report_head(struct page *p, const char *words, const char *small);
void report_head_number(struct page *p, const char *words);
/* `<th scope="row">`, to be closed by the caller. */
void report_row_open(struct page *p, const char *class);
void report_count_cell(struct page *p, int64_t n, struct way way);
/* Value, interval, n and note; the formula is the title.  `way` leads to
 * the n reviews, `part` to those of them that the value counts: NO_WAY where
 * it counts all. */
void report_small_cell(struct page *p, const struct estimate *e,
	enum figure_unit unit, struct way way, struct way part);
/* A figure of a brand, or of one part of it; the bar has its interval. */
void report_figure_cell(struct page *p, size_t brand,
	const struct summary_part *of, const struct selection_condition *part,
	enum figure_name figure, bool with_bar);
/* Both ways of a figure, as the cells have them. */
void report_figure_ways(struct page *p, size_t brand,
	const struct summary_part *of, const struct selection_condition *part,
	enum figure_name figure, struct way *way, struct way *counted);
/* A rate, or a ratio of two: exact, so shown however few they are. */
void report_rate_cell(struct page *p, const struct estimate *e,
	struct way way);
/* Begins and ends a cell of a number by itself. */
void report_number_open(struct page *p, struct way way);
void report_number_close(struct page *p, struct way way);
/* The same of a difference; `reach` is the end of the bars' scale, 0: no
 * bar. */
void report_difference_cell(struct page *p,
	const struct summary_difference *d, enum figure_unit unit,
	double reach, int64_t own_n, struct way own, int64_t other_n,
	struct way other);
/* "few reviews" and the like; nothing where there is nothing to say. */
void report_note(struct page *p, int64_t n);
/* "q = 0.031" or "q <= 0.001". */
void report_chance(struct page *p, char letter, double chance);
/* ` title="Wilson score interval, 95 %"` */
void report_formula(struct page *p, const struct estimate *e);
const char *report_verdict_class(enum summary_verdict verdict);

/* ---- report_bars.c: pictures, all of them beside the figures they draw */

/* An interval on its unit's whole scale. */
void report_interval_bar(struct buffer *to, const struct estimate *e,
	enum figure_unit unit);
/* An interval around a middle that is zero, -reach .. +reach; its colour is
 * the verdict's. */
void report_zero_bar(struct buffer *to, const struct summary_difference *d,
	double reach);
/* Three shares as one bar. */
void report_split_bar(struct buffer *to, int64_t positive, int64_t neutral,
	int64_t negative);

/* ---- report_meter.c ---- */

/* Net sentiment on a half circle from -100 to +100 with its interval. */
void report_meter(struct buffer *to, const struct estimate *net);

/* ---- report_chart.c: what report_charts.js draws ---- */

/* Opens a chart.  `kind` is one of the script's: intervals, stack, lines;
 * `unit` is "stars", "percent" (also points), "count" or "rate".  Rows are added by
 * the functions below. */
void report_chart_open(struct page *p, const char *kind, const char *caption,
	const char *unit);
const char *report_chart_unit(enum figure_unit unit);
/* A row with value and interval; n below SUMMARY_FEW has neither.  `at` is
 * the place of the brand; `tone` is a verdict's class for a difference, else
 * NULL. */
void report_chart_row(struct page *p, const char *name, size_t at,
	const struct estimate *e, enum figure_unit unit, const char *tone);
void report_chart_count(struct page *p, const char *name, size_t at,
	int64_t n);
/* The same of a rate, whatever n. */
void report_chart_rate(struct page *p, const char *name, size_t at,
	const struct estimate *e);
void report_chart_parts(struct page *p, const char *name, const int64_t *n,
	size_t count);
/* Ends the rows and begins the list of the brands' names, which lines and
 * rows of several brands need. */
void report_chart_brands(struct page *p);
/* Ends the chart and adds the members that `more` holds (JSON, begins with a
 * comma, or ""). */
void report_chart_close(struct page *p, const char *more);
/* The brands by name with the colours and marks of the lines. */
void report_chart_key(struct page *p);
/* What the script must know of the language: digits, months. */
void report_chart_form(struct page *p);

/* ---- sections ---- */

void report_headlines(struct page *p);
/* Of it: what an owner asks first (report_brief.c). */
void report_brief(struct page *p);
void report_comparison(struct page *p);
void report_trend(struct page *p);
/* Of the trend (report_changes.c). */
void report_changes(struct page *p);
/* Of the trend: complaints a day (report_rates.c); of what is new, the last
 * seven days. */
void report_rates(struct page *p);
void report_last_days(struct page *p);
/* The months of all brands, each once, in their order: the first, and what
 * comes after one that was had; NULL at the end. */
const char *report_month_after(const struct summary *s, const char *from);
const struct summary_part *report_month_of(const struct summary_brand *b,
	const char *month);
/* `<th scope="row">` of a month, closed. */
void report_month_open(struct page *p, const char *month);
void report_themes(struct page *p);
/* Of the comparison: standardised by source; words (report_mix.c). */
void report_same_mix(struct page *p);
void report_words_apart(struct page *p);
void report_answers(struct page *p);
void report_alerts(struct page *p);
/* The reviews of an alert, and the cells of the stars with and without its
 * days. */
struct way report_alert_way(struct page *p, const struct summary_alert *a);
void report_alert_stars(struct page *p, const struct summary_alert *a);
/* Bursts, near copies, reviews that a brand publishes itself
 * (report_trust.c); of it stars against words (report_against.c). */
void report_trust(struct page *p);
void report_against(struct page *p);
/* Of the comparison (report_ranking.c). */
void report_ranking(struct page *p);
void report_sources(struct page *p);
void report_method(struct page *p);

/* Praise and complaints of a brand; `label` NULL: both. */
void report_quote(struct page *p, size_t brand, enum quote_kind kind,
	const struct summary_quote *q);
void report_quotes(struct page *p, size_t brand);
/* Words and aspects of a brand as a cloud with its table (report_cloud.c). */
void report_clouds(struct page *p);

#endif
