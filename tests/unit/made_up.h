/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A made-up summary for the tests of what is printed of one: three brands,
 * one of them hostile, made from tallies as a real one is.
 */
#ifndef SAYSO_MADE_UP_H
#define SAYSO_MADE_UP_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"
#include "summary.h"
#include "tally.h"

/* What a stranger may call himself. */
#define MADE_UP_HOSTILE "<script>alert(1)</script> & \"Co\" =1+1"
/* Arabic behind a right-to-left override. */
#define MADE_UP_OVERRIDE "\xE2\x80\xAE" "evil" "\xE2\x81\xA6"

enum { MADE_UP_WORD = 1 << 20 };	/* bytes of a word without end */

static struct text
made_up_text(const char *s)
{
	return text_of(s);
}

/* kind|fields...; the last argument is NULL. */
static void
made_up_row(struct tally *t, int64_t value, const char *const *field)
{
	struct tally_key k;
	struct complaint c;

	tally_key_begin(&k, *field);
	while (*++field != NULL)
		tally_key_add(&k, **field == '\0' ?
		    (struct text){NULL, 0} : made_up_text(*field));
	assert_int_equal(tally_put(t, &k, value, &c), 0);
}

#define MADE_UP_ROW(t, value, ...) \
	made_up_row(t, value, (const char *const[]){__VA_ARGS__, NULL})

/* n reviews of one cell, with the sums that follow from them. */
static void
made_up_reviews(struct tally *t, int64_t n, const char *brand,
	const char *source, const char *kind, const char *language,
	const char *day, int stars, const char *class, const char *reply)
{
	char month[8] = {0}, star[2] = {(char)('0' + stars), 0};
	int score = strcmp(class, "pos") == 0 ? 6000 :
	    strcmp(class, "neg") == 0 ? -5500 : 400;

	if (n == 0)
		return;
	memcpy(month, day, 7);
	MADE_UP_ROW(t, n, "c", brand, source, kind, language, day,
	    stars == 0 ? "" : star, class, reply);
	MADE_UP_ROW(t, n, "_m", "in");
	if (stars > 0) {
		MADE_UP_ROW(t, n * stars * 10000, "sx", brand, source, kind,
		    language, month);
		MADE_UP_ROW(t, n * stars * stars * 100000000, "sx2", brand,
		    source, kind, language, month);
	}
	if (strcmp(class, "uns") != 0 && strcmp(class, "none") != 0) {
		MADE_UP_ROW(t, n * score, "fx", brand, source, kind,
		    language, month);
		MADE_UP_ROW(t, n * score * score, "fx2", brand, source, kind,
		    language, month);
	}
}

/* Many cells of a brand; `mood` moves them towards five stars. */
static void
made_up_brand(struct tally *t, const char *brand, int mood, int size)
{
	static const char *const source[][2] = {{"Shop", "retailer"},
	    {"Opinions", "review-site"}, {"Social", "social"}};
	static const char *const language[] = {"en", "ar", "fa", "hr", "ka"};
	static const char *const day[] = {"2026-07-14", "2026-08-09",
	    "2026-09-30", "2026-10-02", "2026-11-19"};
	int s, l, d, star;

	for (s = 0; s < 3; s++)
		for (l = 0; l < 5; l++)
			for (d = 0; d < 5; d++)
				for (star = 1; star <= 5; star++) {
					int n = (size * (star == 5 ? mood :
					    star == 1 ? 9 - mood : 2) +
					    7 * s + 3 * l + d + star) / 24 /
					    (l + 1);
					int stars = s == 2 ? 0 : star;

					made_up_reviews(t, n, brand,
					    source[s][0], source[s][1],
					    language[l], day[d], stars,
					    star > 3 ? "pos" : star == 3 ?
					    (d == 2 ? "uns" : "neu") :
					    d == 4 ? "none" : "neg",
					    star == 1 && d < 2 ? "r" : "");
				}
}

static void
made_up_quote(struct summary *s, size_t brand, const char *label,
	const char *language, const char *text, const char *url)
{
	struct summary_brand *b = &s->brand[brand];
	struct summary_quote *q = &b->quote[b->quote_count];

	assert_true(b->quote_count < SUMMARY_QUOTES);
	*q = (struct summary_quote){.label = label, .language = language,
	    .text = text, .url = url, .date = "2026-11-19",
	    .source = "Opinions", .file = "tamarel.opinions/"
	    "20261121T202122Z.warc.gz", .offset = 48123,
	    .fetched = "2026-11-21T20:21:22Z", .rating = "2", .best = "5",
	    .strength = 7000, .id = "0123456789abcdef0123456789abcdef"};
	b->quote_count++;
}

static void
made_up_quotes(struct summary *s)
{
	char *word = arena_take(&s->arena, MADE_UP_WORD + 1);

	assert_non_null(word);
	memset(word, 'a', MADE_UP_WORD);
	made_up_quote(s, 0, "pos", "en", "Waited for the new one before I "
	    "bought it, glad I did. Connects first time, brews like a dream, "
	    "still costs the earth.", "https://shop.example/r/51907?a=1&b=2");
	made_up_quote(s, 0, "pos", "ar", "آلة رائعة، القهوة لذيذة والتنظيف "
	    "سهل جدًا. أنصح بها لكل من يحب القهوة في البيت.",
	    "https://opinions.example/ar/77");
	made_up_quote(s, 0, "pos", "ka", "ძალიან კმაყოფილი ვარ, ყავა გემრიელია "
	    "და აპარატი ჩუმად მუშაობს.", "https://opinions.example/ka/5");
	made_up_quote(s, 0, "neg", "fa", "بعد از دو هفته خراب شد و پشتیبانی "
	    "هیچ جوابی نداد؛ پولم را هم پس ندادند. اصلاً نخرید.",
	    "https://opinions.example/fa/12");
	made_up_quote(s, 0, "neg", "en", word, "javascript:alert(1)");
	made_up_quote(s, 1, "neg", "en\" onload=\"x", "</blockquote><img "
	    "src=x onerror=alert(1)><script>fetch('//evil.example')</script>"
	    " <style>*{display:none}</style> " MADE_UP_OVERRIDE " `tick` "
	    "| pipe | [a](javascript:b) @someone http://evil.example",
	    "https://user@evil.example/");
	made_up_quote(s, 1, "pos", "en", "=cmd|' /C calc'!A0",
	    "https://evil.example/\"><script>alert(2)</script>");
	made_up_quote(s, 2, "neg", NULL, NULL, NULL);
	s->brand[2].quote[0].file = NULL;
	s->brand[2].quote[0].fetched = NULL;
	s->brand[2].quote[0].rating = NULL;
}

static void
made_up_rows(struct tally *t)
{
	static const char *const answer[] = {"10", "9", "8", "6", "0"};
	size_t i;

	MADE_UP_ROW(t, 3, "_m", "schema", "1");
	MADE_UP_ROW(t, 1, "_m", "lex", "1f2e3d4c5b6a79880123456789abcdef"
	    "1f2e3d4c5b6a79880123456789abcdef");
	MADE_UP_ROW(t, 7, "_m", "bad");
	MADE_UP_ROW(t, 9, "t", "2026-11-21");
	made_up_brand(t, "Tamarel", 7, 24);
	made_up_brand(t, MADE_UP_HOSTILE, 4, 20);
	for (i = 0; i < 5; i++)
		MADE_UP_ROW(t, (int64_t)(18 - 3 * i), "nps", "Tamarel",
		    "Survey", "en", "2026-10", answer[i]);
	/* Cells of 0, 1 and 7. */
	made_up_reviews(t, 7, "Aurovane", "Shop", "retailer", "en",
	    "2026-10-01", 5, "pos", "");
	made_up_reviews(t, 1, "Aurovane", "Social", "social", "unknown",
	    "2026-11", 0, "uns", "r");
	MADE_UP_ROW(t, 40, "i", "Tamarel", "Tamarel 2", "5", "pos", "r");
	MADE_UP_ROW(t, 2000000, "ix", "Tamarel", "Tamarel 2");
	MADE_UP_ROW(t, INT64_C(100000000000), "ix2", "Tamarel",
	    "Tamarel 2");
	MADE_UP_ROW(t, 7, "i", MADE_UP_HOSTILE, "=1+1", "", "neg", "");
	MADE_UP_ROW(t, 30, "rt", "Tamarel", "Shop", "d", "1440", "e");
	MADE_UP_ROW(t, 90, "rt", "Tamarel", "Shop", "d", "20160", "c");
	MADE_UP_ROW(t, 12, "csat", "Tamarel", "Survey", "en", "2026-10", "5");
	MADE_UP_ROW(t, 900, "st", "Tamarel", "Shop", "tamarel.shop");
	MADE_UP_ROW(t, 1, "run", "Tamarel", "Shop", "retailer",
	    "tamarel.shop", "complete", "no next page");
	MADE_UP_ROW(t, 1, "run", "Tamarel", "Opinions", "review-site",
	    "tamarel.opinions", "complete", "no next page");
	MADE_UP_ROW(t, 61, "st", MADE_UP_HOSTILE, "Shop", "z.shop");
	MADE_UP_ROW(t, 1, "run", MADE_UP_HOSTILE, "Shop", "retailer",
	    "z.shop", "short", "=HYPERLINK(\"http://evil.example\")");
	MADE_UP_ROW(t, 1, "run", "Aurovane", "Gone", "review-site",
	    "aurovane.gone", "failed", "HTTP 503");
}

/* To be released with summary_release(). */
static inline void
made_up(struct summary *s)
{
	struct plan_brand brand[3] = {{.name = "Tamarel", .own = true},
	    {.name = MADE_UP_HOSTILE}, {.name = "Aurovane"}};
	struct plan plan = {.brand = brand, .brand_count = 3};
	struct tally *t = tally_create();
	struct complaint c;

	assert_non_null(t);
	made_up_rows(t);
	if (summary_make(s, t, &plan, NULL, NULL, &c) < 0)
		fail_msg("%s", c.text);
	tally_free(t);
	made_up_quotes(s);
}

/* A plan without a single review, or not even that. */
static inline void
made_up_empty(struct summary *s, size_t brands)
{
	struct plan_brand brand[2] = {{.name = "Tamarel", .own = true},
	    {.name = "Zipkaf"}};
	struct plan plan = {.brand = brand, .brand_count = brands};
	struct tally *t = tally_create();
	struct complaint c;

	assert_non_null(t);
	assert_int_equal(summary_make(s, t, &plan, NULL, NULL, &c), 0);
	tally_free(t);
}

/* Two brands with n reviews each, all the same. */
static inline void
made_up_few(struct summary *s, int64_t n)
{
	struct plan_brand brand[2] = {{.name = "Tamarel", .own = true},
	    {.name = "Zipkaf"}};
	struct plan plan = {.brand = brand, .brand_count = 2};
	struct tally *t = tally_create();
	struct complaint c;

	assert_non_null(t);
	MADE_UP_ROW(t, 1, "_m", "schema", "1");
	made_up_reviews(t, n, "Tamarel", "Shop", "retailer", "en",
	    "2026-10-01", 5, "pos", "");
	made_up_reviews(t, n, "Zipkaf", "Shop", "retailer", "en",
	    "2026-10-01", 1, "neg", "");
	assert_int_equal(summary_make(s, t, &plan, NULL, NULL, &c), 0);
	tally_free(t);
}

#endif
