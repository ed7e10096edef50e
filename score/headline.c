/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "headline.h"

#include <inttypes.h>
#include <string.h>

/* Columns as a terminal counts them: characters, not bytes. */
static int
width_of(const char *s)
{
	int width = 0;

	for (; *s != '\0'; s++)
		width += ((unsigned char)*s & 0xC0) != 0x80;
	return width;
}

/* A name may come from a page: nothing of it may steer the terminal. */
static void
print_name(FILE *to, const char *s)
{
	for (; *s != '\0'; s++)
		fputc((unsigned char)*s < 0x20 || *s == 0x7F ? '?' : *s, to);
}

static void
print_estimate(FILE *to, const struct estimate *e, double times,
	const char *form)
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
	fprintf(to, "  %-18s", text);
}

static void
print_brand(FILE *to, const struct summary_brand *b, int widest)
{
	const struct summary_part *t = &b->total;

	fputs("  ", to);
	print_name(to, b->name);
	fprintf(to, "%s%*s", b->own ? " *" : "  ",
	    widest - width_of(b->name), "");
	fprintf(to, " %7" PRId64, t->reviews);
	print_estimate(to, &t->mean_stars, 1, "%.2f");
	print_estimate(to, &t->positive_share, 100, "%.0f");
	print_estimate(to, &t->negative_share, 100, "%.0f");
	print_estimate(to, &t->net_sentiment, 100, "%+.0f");
	print_estimate(to, &t->share_of_voice, 100, "%.0f");
	fputc('\n', to);
}

static void
print_difference(FILE *to, const char *what, const struct summary_difference
	*d, double times, const char *form)
{
	fprintf(to, "    %-16s", what);
	print_estimate(to, &d->estimate, times, form);
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
	fprintf(to, "  brand%*s reviews  %-18s  %-18s  %-18s  %-18s  %s\n",
	    widest - 5 + 2, "", "mean stars", "positive %", "negative %",
	    "net (%pos-%neg)", "share of voice %");
	for (i = 0; i < s->brand_count; i++)
		print_brand(to, &s->brand[i], widest);
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
