/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "headline.h"

#include <inttypes.h>
#include <string.h>

#include "shown.h"
#include "utf8.h"

enum {
	PLAIN_MAX = 4 << 10,
	STARS_WIDTH = 18, SHARE_WIDTH = 13,	/* columns of an estimate */
};

/* Columns of a character on a terminal: none for marks, two for the wide
 * letters of East Asia and for emoji. */
static int
columns_of(uint32_t c)
{
	static const struct utf8_range two[] = {
		{0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3},
		{0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60},
		{0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD},
	};

	return shown_is_mark(c) || (c >= 0x200B && c <= 0x200F) ? 0 :
	    utf8_is_in(c, two, sizeof(two) / sizeof(*two)) ? 2 : 1;
}

static bool
is_rtl(uint32_t c)
{
	static const struct utf8_range range[] = {
		{0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE},
		{0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
	};

	return utf8_is_in(c, range, sizeof(range) / sizeof(*range));
}

/* A name may come from a page: nothing of it may steer the terminal. */
static void
plain_name(struct buffer *to, const char *name)
{
	buffer_init(to, PLAIN_MAX);
	shown_add(to, text_of(name), SHOWN_NAME);
}

static int
width_of(const char *name)
{
	struct buffer plain;
	int width = 0;
	size_t at = 0;
	uint32_t c;

	plain_name(&plain, name);
	while (at < plain.length) {
		at += utf8_decode(plain.bytes + at, plain.length - at, &c);
		width += columns_of(c);
	}
	buffer_release(&plain);
	return width;
}

/* A name that runs from right to left is isolated, so that a terminal that
 * knows of directions leaves the columns behind it in their order. */
static void
print_name(FILE *to, const char *name)
{
	struct buffer plain;
	bool rtl = false;
	size_t at = 0;
	uint32_t c;

	plain_name(&plain, name);
	while (at < plain.length) {
		at += utf8_decode(plain.bytes + at, plain.length - at, &c);
		rtl |= is_rtl(c);
	}
	if (plain.length > 0)
		fprintf(to, rtl ? "\xE2\x81\xA8%s\xE2\x81\xA9" : "%s",
		    plain.bytes);
	buffer_release(&plain);
}

static void
print_estimate(FILE *to, const struct estimate *e, double times,
	const char *form, int width)
{
	char text[96] = "-", number[24], low[24], high[24];

	if (e->known && e->n >= SUMMARY_FEW) {
		snprintf(number, sizeof(number), form, e->value * times);
		snprintf(low, sizeof(low), form, e->low * times);
		snprintf(high, sizeof(high), form, e->high * times);
		if (e->bounded)
			snprintf(text, sizeof(text), "%s (%s..%s)", number,
			    low, high);
		else
			snprintf(text, sizeof(text), "%s", number);
	}
	fprintf(to, "  %-*s", width, text);
}

static void
print_brand(FILE *to, const struct summary_brand *b, int widest)
{
	fputs("  ", to);
	print_name(to, b->name);
	fprintf(to, "%s%*s", b->own ? " *" : "  ",
	    widest - width_of(b->name), "");
}

/* Two tables, because one of all columns is wider than a terminal. */
static void
print_tables(FILE *to, const struct summary *s, int widest)
{
	const struct summary_part *t;
	size_t i;

	fprintf(to, "  brand%*s reviews  %-*s  %-*s  %s\n", widest - 3, "",
	    STARS_WIDTH, "mean stars", SHARE_WIDTH, "positive %",
	    "negative %");
	for (i = 0; i < s->brand_count; i++) {
		t = &s->brand[i].total;
		print_brand(to, &s->brand[i], widest);
		fprintf(to, " %7" PRId64, t->reviews);
		print_estimate(to, &t->mean_stars, 1, "%.2f", STARS_WIDTH);
		print_estimate(to, &t->positive_share, 100, "%.0f",
		    SHARE_WIDTH);
		print_estimate(to, &t->negative_share, 100, "%.0f", 0);
		fputc('\n', to);
	}
	fprintf(to, "\n  brand%*s  %-*s  %s\n", widest - 3, "", STARS_WIDTH,
	    "net (%pos-%neg)", "share of voice %");
	for (i = 0; i < s->brand_count; i++) {
		t = &s->brand[i].total;
		print_brand(to, &s->brand[i], widest);
		print_estimate(to, &t->net_sentiment, 100, "%+.0f",
		    STARS_WIDTH);
		print_estimate(to, &t->share_of_voice, 100, "%.0f", 0);
		fputc('\n', to);
	}
}

static void
print_difference(FILE *to, const char *what, const struct summary_difference
	*d, double times, const char *form)
{
	fprintf(to, "    %-16s", what);
	print_estimate(to, &d->estimate, times, form, STARS_WIDTH);
	fprintf(to, "  %s\n", summary_verdict_words(d->verdict));
}

static void
print_comparison(FILE *to, const char *own,
	const struct summary_comparison *k)
{
	fputs("\n  ", to);
	print_name(to, own);
	fputs(" minus ", to);
	print_name(to, k->competitor->name);
	fputc('\n', to);
	print_difference(to, "mean stars", &k->mean_stars, 1, "%+.2f");
	print_difference(to, "positive, points", &k->positive_share, 100,
	    "%+.0f");
	print_difference(to, "negative, points", &k->negative_share, 100,
	    "%+.0f");
	print_difference(to, "net sentiment", &k->net_sentiment, 100,
	    "%+.0f");
}

void
headline_print(FILE *to, const struct summary *s, const char *folder)
{
	const char *own = "";
	int widest = 5, width;
	size_t i;

	for (i = 0; i < s->brand_count; i++) {
		width = width_of(s->brand[i].name);
		widest = width > widest ? width : widest;
		if (s->brand[i].own)
			own = s->brand[i].name;
	}
	fprintf(to, "Reviews as of %s; 95 %% intervals in brackets; "
	    "* is the own brand\n\n", s->as_of != NULL ? s->as_of : "-");
	print_tables(to, s, widest);
	for (i = 0; i < s->comparison_count; i++)
		print_comparison(to, own, &s->comparison[i]);
	fprintf(to, "\n  report: %s/summary/report.html\n", folder);
}

void
headline_short(const struct summary_source *s, struct complaint *c)
{
	if (s->stated >= 0 && s->collected < s->stated)
		complain(c, 0, "%s, %s: %" PRId64 " of %" PRId64 " stated "
		    "reviews collected (stopped by: %s)", s->brand, s->source,
		    s->collected, s->stated, s->stop != NULL ? s->stop : "-");
	else
		complain(c, 0, "%s, %s: %s (stopped by: %s)", s->brand,
		    s->source, s->status, s->stop != NULL ? s->stop : "-");
}
