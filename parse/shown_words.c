/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shown_words.h"

#include <string.h>

#include "date_words.h"
#include "rating_number.h"
#include "strip.h"

enum {
	SHOWN_NAME_MAX = 127,	/* bytes of a name that are looked at */
	COUNT_WINDOW = 36,	/* bytes from a number to what it counts */
	PHRASE_BLANKS = 3,	/* between them */
};

/* Folded as date_fold() has them. */
static const char *const of_reviews[] = {
	"review", "rezension", "recens", "resena", "opini", "avis", "recenz",
	"отзыв", "відгук", "yorum", "レビュー", "クチコミ", "评论", "評論",
	"리뷰", "مراجع", "نظر", "მიმოხილვ", "anmeldels", "omdom", "arvostel",
	"kritik", "comentario", NULL,
};
static const char *const of_ratings[] = {
	"rating", "bewertung", "evaluation", "calificaci", "valoraci",
	"valutazi", "avaliac", "classifica", "beoordeling", "ocen", "ocjen",
	"degerlendirme", "puan", "оцен", "оцін", "betyg", "評価", "评分",
	"تقييم", "შეფასებ", "hodnocen", "notes", "vote", "voti", "votos",
	"vurdering", "امتياز", NULL,
};

const char *
shown_find(const char *text, const char *const *words)
{
	const char *found = NULL;

	for (; *words != NULL && found == NULL; words++)
		found = strstr(text, *words);
	return found;
}

/* A number and what it counts are one phrase: "1,234 global ratings". */
static bool
is_phrase(const char *from, const char *to)
{
	int words = 0;

	for (; from < to; from++) {
		if (strchr(":;,.()|[]\"", *from) != NULL)
			return false;
		words += *from == ' ';
	}
	return words <= PHRASE_BLANKS;
}

/* What stands behind a number, folded, up to the next one. */
static void
fold_window(struct text rest, char to[DATE_WORD_MAX])
{
	struct text window = {rest.bytes, 0};

	while (window.length < rest.length && window.length < COUNT_WINDOW &&
	    (rest.bytes[window.length] < '0' ||
	    rest.bytes[window.length] > '9'))
		window.length++;
	while (window.length < rest.length &&
	    (rest.bytes[window.length] & 0xC0) == 0x80)
		window.length--;
	date_fold(window, to);
}

bool
shown_count(struct text t, const struct rating *r,
	char count[RATING_DIGITS], bool *is_of_reviews)
{
	char digits[RATING_DIGITS], behind[DATE_WORD_MAX];
	size_t i, n;

	for (i = 0; i < t.length; i += n) {
		struct text rest = {t.bytes + i, t.length - i};

		const char *what;
		size_t whole;

		n = rating_number(rest, digits);
		if (n == 0) {
			n = 1;
			continue;
		}
		whole = rating_count(rest, digits);
		n = whole > n ? whole : n;
		fold_window((struct text){rest.bytes + n, rest.length - n},
		    behind);
		what = shown_find(behind, of_reviews);
		*is_of_reviews = what != NULL;
		if (what == NULL)
			what = shown_find(behind, of_ratings);
		if (what == NULL || !is_phrase(behind, what))
			continue;
		if (rating_count(rest, count) != n ||
		    strcmp(count, r->value) == 0 ||
		    strcmp(count, r->best) == 0 ||
		    strcmp(count, "0") == 0)
			return false;
		return true;
	}
	return false;
}

static bool
begins(struct text t, const char *word)
{
	return t.length >= strlen(word) &&
	    memcmp(t.bytes, word, strlen(word)) == 0;
}

/* Few words begin with the two letters at a place. */
bool
shown_is_named(struct text t)
{
	static const char *const words[] = {"rating", "Rating", "star",
	    "Star", "score", "Score", "bewert", "Bewert", "average",
	    "Average", "acr", "bubble", "valora", "evalu", "ocen"};
	size_t i, k;

	if (t.length > SHOWN_NAME_MAX)
		t.length = SHOWN_NAME_MAX;
	for (; t.length > 2; t.bytes++, t.length--) {
		const char first = t.bytes[0], second = t.bytes[1];

		if (second != 'a' && second != 't' && second != 'c' &&
		    second != 'e' && second != 'v' && second != 'u')
			continue;
		for (i = 0, k = sizeof(words) / sizeof(*words); i < k; i++)
			if (first == words[i][0] && second == words[i][1] &&
			    begins(t, words[i]))
				return true;
	}
	return false;
}

static bool
begins_any(struct text t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (begins(t, *words))
			return true;
	return false;
}

/* "۴ از ۵" */
static bool
speaks_in_digits(struct text page, const char *five, const char *of)
{
	size_t at = 0, n = strlen(of);

	for (; (at = strip_find(page, at, five, five[0])) < page.length; at++)
		if (at > n && memcmp(page.bytes + at - n, of, n) == 0)
			return true;
	return false;
}

bool
shown_speaks_of_scale(struct text page)
{
	static const char *const before[] = {"of ", "von ", "sur ", "de ",
	    "su ", "av ", "van ", "/", "из ", "z ", "من ", "از ",
	    "od ", "от ", "iz ", "з ", "din ", "na ", NULL};
	static const char *const behind[] = {" yıldız", " üzerinden", "つ星", "点満点",
	    "-დან", NULL};
	const char *at = page.bytes, *end = page.bytes + page.length;
	size_t i;

	if (speaks_in_digits(page, "\xDB\xB5", "از ") ||
	    speaks_in_digits(page, "\xD9\xA5", "من "))
		return true;
	for (; at < end && (at = memchr(at, '5', (size_t)(end - at))) != NULL;
	    at++) {
		if (begins_any((struct text){at + 1, (size_t)(end - at - 1)},
		    behind))
			return true;
		if (at - page.bytes < 6 || (at[-1] != ' ' && at[-1] != '/') ||
		    (at + 1 < end && at[1] >= '0' && at[1] <= '9'))
			continue;
		/* "4.6/5", and no path of an address. */
		if (at[-1] == '/' && (at[-2] < '0' || at[-2] > '9' ||
		    (at + 1 < end && at[1] == '/')))
			continue;
		for (i = 0; before[i] != NULL; i++)
			if (memcmp(at - strlen(before[i]), before[i],
			    strlen(before[i])) == 0)
				return true;
	}
	return false;
}
