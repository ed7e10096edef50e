/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DECIMALS_MAX = 6, NUMBER_ROOM = 400 };

const char *const figure_counts[FIGURE_COUNTS] = {
	"reviews", "rated", "scored", "unscored", "textless", "replied",
	"stars_1", "stars_2", "stars_3", "stars_4", "stars_5",
	"positive", "neutral", "negative",
	"promoters", "passives", "detractors", "stated",
};

bool
figure_count(const struct summary_part *p, size_t count, int64_t *value)
{
	const int64_t of[FIGURE_COUNTS] = {
	    p->reviews, p->rated, p->scored, p->unscored, p->textless,
	    p->replied, p->star[0], p->star[1], p->star[2], p->star[3],
	    p->star[4], p->positive, p->neutral, p->negative, p->promoters,
	    p->passives, p->detractors, p->stated};

	*value = of[count];
	if (count < 6)
		return true;
	if (count < 11)
		return p->rated > 0;
	if (count < 14)
		return p->scored > 0;
	return count < 17 ? p->nps.n > 0 : p->stated >= 0;
}

const struct figure figure_estimates[FIGURE_ESTIMATES] = {
	[FIGURE_MEAN_STARS] = {"mean_stars", "Mean stars", FIGURE_STARS},
	[FIGURE_POSITIVE] = {"positive_share", "Positive texts",
	    FIGURE_SHARE},
	[FIGURE_NEUTRAL] = {"neutral_share", "Neutral texts", FIGURE_SHARE},
	[FIGURE_NEGATIVE] = {"negative_share", "Negative texts",
	    FIGURE_SHARE},
	[FIGURE_NET_SENTIMENT] = {"net_sentiment", "Net sentiment",
	    FIGURE_NET},
	[FIGURE_VOICE] = {"share_of_voice", "Share of voice", FIGURE_SHARE},
	[FIGURE_NPS] = {"net_promoter_score", "Net promoter score",
	    FIGURE_NET},
	[FIGURE_NET_RATIO] = {"net_sentiment_ratio",
	    "Net sentiment of those who take a side", FIGURE_NET},
	[FIGURE_INDEX] = {"sentiment_index", "Sentiment index",
	    FIGURE_SHARE},
	[FIGURE_SATISFACTION] = {"customer_satisfaction",
	    "Customer satisfaction", FIGURE_SHARE},
	[FIGURE_RESPONSE] = {"response_rate", "Answered so far",
	    FIGURE_SHARE},
};

const struct estimate *
figure_estimate(const struct summary_part *p, size_t figure)
{
	switch ((enum figure_name)figure) {
	case FIGURE_MEAN_STARS: return &p->mean_stars;
	case FIGURE_POSITIVE: return &p->positive_share;
	case FIGURE_NEUTRAL: return &p->neutral_share;
	case FIGURE_NEGATIVE: return &p->negative_share;
	case FIGURE_NET_SENTIMENT: return &p->net_sentiment;
	case FIGURE_VOICE: return &p->share_of_voice;
	case FIGURE_NPS: return &p->nps;
	case FIGURE_NET_RATIO: return &p->net_ratio;
	case FIGURE_INDEX: return &p->sentiment_index;
	case FIGURE_SATISFACTION: return &p->satisfaction;
	case FIGURE_RESPONSE: break;
	}
	return &p->response_rate;
}

const enum figure_name figure_differences[FIGURE_DIFFERENCES] = {
	FIGURE_MEAN_STARS, FIGURE_POSITIVE, FIGURE_NEGATIVE,
	FIGURE_NET_SENTIMENT,
};

const struct summary_difference *
figure_difference(const struct summary_comparison *k, size_t difference)
{
	const struct summary_difference *const of[FIGURE_DIFFERENCES] = {
	    &k->mean_stars, &k->positive_share, &k->negative_share,
	    &k->net_sentiment};

	return of[difference];
}

bool
figure_has_value(const struct estimate *e)
{
	return e->known && e->n >= SUMMARY_FEW;
}

bool
figure_has_range(const struct estimate *e)
{
	return e->bounded && e->n >= SUMMARY_FEW;
}

int64_t
figure_rounded(int64_t n)
{
	int64_t unit = 1;

	while (n / unit >= 100)
		unit *= 10;
	return n + unit - 1 < n ? n : (n + unit - 1) / unit * unit;
}

const char *
figure_note(int64_t n)
{
	return n < SUMMARY_FEW ? "too few to estimate" :
	    n < SUMMARY_SOME ? "few reviews" : NULL;
}

const char *
figure_formula(const char *method)
{
	static const char *const name[][2] = {
		{"wilson", "Wilson score interval"},
		{"t", "Student's t interval"},
		{"dirichlet", "Dirichlet posterior of the star counts"},
		{"whole-t", "Student's t interval, nearest whole stars"},
		{"whole-dirichlet", "Dirichlet posterior of the star counts, "
		    "nearest whole stars"},
		{"wald", "Wald interval of a trinomial"},
		{"adjusted-wald", "adjusted Wald interval of a trinomial"},
		{"goodman", "Goodman simultaneous interval"},
		{"newcombe", "Newcombe hybrid score interval"},
		{"welch", "Welch interval"},
		{"placements", "interval of placements (DeLong)"},
		{"standardised", "directly standardised difference"},
		{"kaplan-meier", "Kaplan-Meier, log-log interval"},
		{"slope", "least squares, Student's t interval"},
		{"garwood", "Garwood's exact interval"},
		{"rate-ratio", "exact interval of a ratio of rates"},
		{"log-rank", "log-rank test, Peto's interval"},
	};
	size_t i;

	for (i = 0; method != NULL && i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(name[i][0], method) == 0)
			return name[i][1];
	return method == NULL ? "" : method;
}

const char *
figure_language(const char *code)
{
	static const char *const name[][2] = {
		{"ar", "Arabic"}, {"az", "Azerbaijani"}, {"be", "Belarusian"},
		{"bg", "Bulgarian"}, {"ca", "Catalan"}, {"cs", "Czech"},
		{"cy", "Welsh"}, {"da", "Danish"}, {"de", "German"},
		{"el", "Greek"}, {"en", "English"}, {"es", "Spanish"},
		{"et", "Estonian"}, {"fa", "Persian"}, {"fi", "Finnish"},
		{"fr", "French"}, {"he", "Hebrew"}, {"hi", "Hindi"},
		{"hr", "Croatian, Bosnian, Serbian"}, {"hu", "Hungarian"},
		{"hy", "Armenian"}, {"id", "Indonesian"}, {"it", "Italian"},
		{"ja", "Japanese"}, {"ka", "Georgian"}, {"kk", "Kazakh"},
		{"ko", "Korean"}, {"lt", "Lithuanian"}, {"lv", "Latvian"},
		{"mk", "Macedonian"}, {"nl", "Dutch"}, {"no", "Norwegian"},
		{"pl", "Polish"}, {"pt", "Portuguese"}, {"ro", "Romanian"},
		{"ru", "Russian"}, {"sk", "Slovak"}, {"sl", "Slovene"},
		{"sq", "Albanian"}, {"sv", "Swedish"}, {"sw", "Swahili"},
		{"th", "Thai"}, {"tl", "Filipino"}, {"tr", "Turkish"},
		{"uk", "Ukrainian"}, {"ur", "Urdu"}, {"vi", "Vietnamese"},
		{"zh", "Chinese"},
		{"und", "not recognised"}, {"unknown", "not recognised"},
	};
	size_t i;

	for (i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (strcmp(name[i][0], code) == 0)
			return name[i][1];
	return code;
}

const struct summary_brand *
figure_own(const struct summary *s)
{
	size_t i;

	for (i = 0; i < s->brand_count; i++)
		if (s->brand[i].own)
			return &s->brand[i];
	return NULL;
}

const char *
figure_brand_name(const char *name)
{
	return name == NULL || name[0] == '\0' ? "(no brand)" : name;
}

int
figure_add_number(struct buffer *to, double value)
{
	return buffer_add_format(to, "%.6g", value == 0 ? 0.0 : value);
}

int
figure_add_count(struct buffer *to, const struct translation *t, int64_t n)
{
	char digits[24], grouped[40];
	size_t length, i, k = 0;

	snprintf(digits, sizeof(digits), "%" PRId64, n);
	length = strlen(digits);
	for (i = 0; i < length; i++) {
		grouped[k++] = digits[i];
		if (digits[i] != '-' && i + 1 < length &&
		    (length - i - 1) % 3 == 0)
			grouped[k++] = ',';
	}
	grouped[k] = '\0';
	return translation_add_number(to, t, grouped);
}

/* A value that is not zero never reads as zero: it gets more decimals, so
 * that a limit just above zero is not taken for one that holds it. */
static void
add_decimal(struct buffer *to, const struct translation *t, double value,
	int decimals, bool with_sign)
{
	double size = fabs(value), unit = 0.5;
	char number[NUMBER_ROOM];
	int i;

	for (i = 0; i < decimals; i++)
		unit /= 10;
	while (size > 0 && size < unit && decimals < DECIMALS_MAX) {
		decimals++;
		unit /= 10;
	}
	if (size < unit)
		snprintf(number, sizeof(number), "%.*f", decimals, 0.0);
	else
		snprintf(number, sizeof(number), "%s%.*f", value < 0 ?
		    "\xE2\x88\x92" : with_sign ? "+" : "", decimals, size);
	translation_add_number(to, t, number);
}

static void
add_digits(struct buffer *to, const struct translation *t,
	enum figure_unit unit, double value, bool with_sign)
{
	double size = fabs(value);

	if (unit == FIGURE_STARS)
		add_decimal(to, t, value, 2, with_sign);
	else if (unit == FIGURE_CHANCE) {
		if (value < .001)
			buffer_add_string(to, "\xE2\x89\xA4\xC2\xA0");
		add_decimal(to, t, value < .001 ? .001 : value, 3, false);
	} else if (unit == FIGURE_NUMBER)
		add_decimal(to, t, value, size >= 100 ? 0 : size >= 10 ? 1 :
		    size >= 1 || size == 0 ? 2 : 3, with_sign);
	else
		add_decimal(to, t, 100 * value, 1,
		    with_sign || unit == FIGURE_NET);
}

/* A form of the language with {1} and {2} for two numbers; with_sign is for
 * both, and shares have their per cent sign behind the second only. */
static void
add_two(struct buffer *to, const struct translation *t, const char *form,
	enum figure_unit unit, const double value[2], bool with_sign)
{
	const char *at;

	for (at = translation_of(t, form); *at != '\0'; at++) {
		if (at[0] == '{' && (at[1] == '1' || at[1] == '2') &&
		    at[2] == '}') {
			add_digits(to, t, unit, value[at[1] - '1'],
			    with_sign);
			at += 2;
		} else {
			buffer_add_char(to, *at);
		}
	}
}

int
figure_add_value(struct buffer *to, const struct translation *t,
	enum figure_unit unit, double value)
{
	const double values[2] = {value, value};

	if (unit == FIGURE_SHARE)
		add_two(to, t, "format:percent", unit, values, false);
	else
		add_digits(to, t, unit, value, false);
	return to->failed ? -1 : 0;
}

int
figure_add_range(struct buffer *to, const struct translation *t,
	enum figure_unit unit, const struct estimate *e)
{
	const double values[2] = {e->low, e->high};

	add_two(to, t, unit == FIGURE_SHARE ? "{1} to {2}\xC2\xA0%" :
	    "{1} to {2}", unit, values, false);
	return to->failed ? -1 : 0;
}

int
figure_add_difference(struct buffer *to, const struct translation *t,
	enum figure_unit unit, double value)
{
	const double values[2] = {value, value};

	add_two(to, t, unit == FIGURE_STARS ? "{1} stars" : "{1} points",
	    unit, values, true);
	return to->failed ? -1 : 0;
}

int
figure_add_difference_range(struct buffer *to, const struct translation *t,
	enum figure_unit unit, const struct estimate *e)
{
	const double values[2] = {e->low, e->high};

	add_two(to, t, "{1} to {2}", unit, values, true);
	return to->failed ? -1 : 0;
}
