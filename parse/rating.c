/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rating.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rating_number.h"
#include "strip.h"
#include "utf8.h"

enum { NUMBERS_MAX = 4, GLYPHS_MAX = 10 };

struct found {
	char digits[RATING_DIGITS];
	size_t start, end;
};

/* A number is part of a word in "mp3", "B2B" or "x4": not a rating. */
static bool
is_glued(struct text t, size_t start)
{
	char before = start > 0 ? t.bytes[start - 1] : ' ';

	return (before >= 'a' && before <= 'z') ||
	    (before >= 'A' && before <= 'Z') || before == '#' ||
	    before == '$' || (before == '-' && start > 1 &&
	    t.bytes[start - 2] != ' ');
}

static size_t
find_numbers(struct text t, struct found *list)
{
	size_t i = 0, count = 0;

	while (i < t.length && count < NUMBERS_MAX) {
		struct text rest = {t.bytes + i, t.length - i};
		struct found *f = &list[count];
		bool digit = rating_digit_at(t, i) >= 0;
		size_t size = digit ? rating_number(rest, f->digits) : 0;
		uint32_t c;

		if (size == 0) {
			i += utf8_decode(rest.bytes, rest.length, &c);
			/* Too long a number is passed as a whole. */
			while (digit && rating_digit_at(t, i) >= 0)
				i += utf8_decode(t.bytes + i,
				    t.length - i, &c);
			continue;
		}
		f->start = i;
		f->end = i + size;
		count += !is_glued(t, i);
		i += size;
	}
	return count;
}

/* What stands between value and best ("4 of 5") in the languages we met;
 * a following "the", "a maximum of" and a word for stars may come too. */
static const char *const of_words[] = {
	"/", "of", "out of", "von", "sur", "de", "de un total de", "su", "di",
	"av", "af", "van", "van de", "von max.", "van max.", "z", "ze", "na",
	"od", "од", "iz", "из", "Из", "з", "з-поміж", "от", "din", "dintr-un", "από",
	"ud af", "stars out of", "star out of", "stars of", "Sterne von",
	"Sternen von", "étoiles sur", "estrellas de", "estrelas de",
	"stelle su", "gwiazdek na", "gwiazdki na", "hvězdiček z",
	"zvjezdica od", "zvezdica od", "sao trên", "من", "من أصل", "از",
	"מתוך", "におけ", "sterren van", "stjärnor av", "stjerner av",
	"stjerner ud af", "Punkte von", "Punkten von", "bubbles of",
	"étoile sur", "nga", "점 /", "av totalt", "sur un total de",
	"em", "sobre", "per", "|",
	"out of /", "stars /", "★ /", NULL,
};
/* Where the best comes first ("5 üzerinden 4"). */
static const char *const best_first[] = {
	"üzerinden", "yıldız üzerinden", "yıldızdan", "puan üzerinden",
	"つ星のうち", "点満点中", "-დან", "დან", "점 만점에",
	"점 만점 중", "-ből", "-ból", "-ből:", "में से", "stars:", NULL,
};

static bool
is_listed(struct text t, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strip_same(t, *list))
			return true;
	return false;
}

static bool
is_above(const char *a, const char *b)
{
	return strtod(a, NULL) > strtod(b, NULL);
}

/* "5 out of 3 reviews" has no scale, "4.9 | 10 Reviews" neither. */
static bool
is_scale(struct text t, const struct found *best, const char *value)
{
	static const char *const counts[] = {
		"review", "rating", "vote", "bewert", "avis", "opini",
		"customer", "reseñ", "recens", "hodnoc", "user", NULL,
	};
	struct text rest = {t.bytes + best->end, t.length - best->end};
	size_t i;

	if (is_above(value, best->digits) || !is_above(best->digits, "0"))
		return false;
	rest = text_trimmed(rest);
	for (i = 0; counts[i] != NULL; i++) {
		struct text head = rest;

		head.length = strlen(counts[i]);
		if (head.length <= rest.length && strip_same(head, counts[i]))
			return false;
	}
	return true;
}

static void
copy_digits(char to[RATING_DIGITS], const char *from)
{
	size_t length = strlen(from);

	if (length < RATING_DIGITS)
		memcpy(to, from, length + 1);
}

/* "%" right behind a number; Arabic and full-width forms too. */
static bool
is_percent(struct text t, size_t at)
{
	struct text rest = text_trimmed((struct text){t.bytes + at,
	    t.length - at});
	uint32_t c = 0;

	if (rest.length > 0)
		utf8_decode(rest.bytes, rest.length, &c);
	return c == '%' || c == 0x66A || c == 0xFF05;
}

/* "4 of 5": a value and its scale. */
static bool
read_fraction(struct text t, const struct found *f, size_t count,
	struct rating *r)
{
	size_t i;

	for (i = 0; i + 1 < count; i++) {
		struct text between = text_trimmed((struct text){
		    t.bytes + f[i].end, f[i + 1].start - f[i].end});

		if (is_listed(between, best_first) &&
		    !is_above(f[i + 1].digits, f[i].digits)) {
			copy_digits(r->value, f[i + 1].digits);
			copy_digits(r->best, f[i].digits);
			return true;
		}
		if (!is_listed(between, of_words))
			continue;
		copy_digits(r->value, f[i].digits);
		if (!text_is(between, "|") &&
		    is_scale(t, &f[i + 1], f[i].digits))
			copy_digits(r->best, f[i + 1].digits);
		return true;
	}
	return false;
}

/* The number beside a row of stars is often a count: "★★★★☆ (12)".  It is
 * the rating only where the stars cannot say more ("★★★★★ 4.5"). */
static bool
is_value_beside(struct text t, const struct found *f, const struct rating *r)
{
	char before = f->start > 0 ? t.bytes[f->start - 1] : ' ';

	return r->best[0] == '\0' && before != '(' && before != '[' &&
	    !is_above(f->digits, r->value);
}

/* ---- glyphs ---- */

static int
glyph_of(uint32_t c)	/* in halves; -1: no star, 0: an empty one */
{
	switch (c) {
	case 0x2605: case 0x2B50: case 0x1F31F: case 0x2739: case 0x272D:
	case 0x272F: case 0x2726: case 0x2B51: case 0xF005:
		return 2;
	case 0x2BE8: case 0x2BEA: case 0xF089: case 0xBD: case 0x272C:
		return 1;
	case 0x2606: case 0x2729: case 0x2730: case 0xF006: case 0x2B52:
		return 0;
	default:
		return -1;
	}
}

static bool
read_glyphs(struct text t, struct rating *r)
{
	int halves = 0, glyphs = 0, empty = 0;
	size_t i = 0;

	while (i < t.length) {
		uint32_t c;
		int g;

		i += utf8_decode(t.bytes + i, t.length - i, &c);
		if (c == ' ' || c == '\n' || c == '\t' || c == 0xFE0F)
			continue;
		g = glyph_of(c);
		if (g < 0 && glyphs == 0)
			continue;	/* "Eurovision - ★★★" */
		if (g < 0 || (c == 0xBD && glyphs == 0))
			break;
		halves += g;
		empty += g == 0;
		glyphs++;
	}
	if (glyphs == 0 || glyphs > GLYPHS_MAX)
		return false;
	snprintf(r->value, RATING_DIGITS, halves % 2 ? "%d.5" : "%d",
	    halves / 2);
	/* Full stars alone do not say how many there could have been. */
	if (empty > 0)
		snprintf(r->best, RATING_DIGITS, "%d", glyphs);
	return true;
}

bool
rating_read(struct text written, struct rating *r)
{
	struct found f[NUMBERS_MAX];
	size_t count;

	*r = (struct rating){.value = ""};
	if (written.bytes == NULL)
		return false;
	if (written.length > RATING_TEXT_MAX)
		written.length = RATING_TEXT_MAX;
	written = text_trimmed(written);
	if (written.length > 0 && written.bytes[0] == '-')
		return false;
	count = find_numbers(written, f);
	if (read_fraction(written, f, count, r))
		return true;
	if (read_glyphs(written, r) &&
	    (count == 0 || !is_value_beside(written, &f[0], r)))
		return true;
	if (count == 0)
		return false;
	copy_digits(r->value, f[0].digits);
	if (is_percent(written, f[0].end) && !is_above(f[0].digits, "100"))
		copy_digits(r->best, "100");
	return true;
}

bool
rating_fields(struct text value, struct text best, struct text worst,
	struct rating *r)
{
	char digits[RATING_DIGITS];

	if (!rating_read(value, r))
		return false;
	best = text_trimmed(best);
	worst = text_trimmed(worst);
	if (rating_number(best, digits) > 0 && is_above(digits, "0"))
		copy_digits(r->best, digits);
	if (rating_number(worst, digits) > 0)
		copy_digits(r->worst, digits);
	/* "worstRating":"5" beside 5 says nothing; kept it would turn the
	 * scale upside down. */
	if (is_above(r->worst, r->value) ||
	    (r->worst[0] != '\0' &&
	    !is_above(r->best[0] != '\0' ? r->best : "5", r->worst)))
		r->worst[0] = '\0';
	return true;
}

bool
rating_is_unrated(const struct rating *r)
{
	bool wide = r->best[0] != '\0' && is_above(r->best, "5");

	if (is_above(r->value, "0"))
		return false;
	if (r->worst[0] != '\0')
		return is_above(r->worst, "0");
	return !wide;
}
