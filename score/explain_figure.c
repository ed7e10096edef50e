/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_figure.h"

#include <string.h>

enum what {
	REVIEWS, POSITIVE, NEUTRAL, NEGATIVE, UNSCORED, TEXTLESS, REPLIED,
	UNANSWERED, STARS, SOURCE, LANGUAGE, MONTH, ITEM, ASPECT, STAGE,
	WHATS,
};

static const struct {
	const char *name;
	int values;		/* at most: the value, and a label */
	bool needed;		/* the value */
} whats[WHATS] = {
	[REVIEWS] = {"reviews", 0, false},
	[POSITIVE] = {"positive", 0, false},
	[NEUTRAL] = {"neutral", 0, false},
	[NEGATIVE] = {"negative", 0, false},
	[UNSCORED] = {"unscored", 0, false},
	[TEXTLESS] = {"textless", 0, false},
	[REPLIED] = {"replied", 0, false},
	[UNANSWERED] = {"unanswered", 0, false},
	[STARS] = {"stars", 1, false},
	[SOURCE] = {"source", 1, true},
	[LANGUAGE] = {"language", 1, true},
	[MONTH] = {"month", 1, true},
	[ITEM] = {"item", 1, true},
	[ASPECT] = {"aspect", 2, true},
	[STAGE] = {"stage", 2, true},
};

/* What stands behind the brand's slash; false where it is no figure. */
static bool
read_rest(struct explain_figure *f, const char *rest)
{
	const char *slash = strchr(rest, '/'), *last;
	size_t length = slash == NULL ? strlen(rest) :
	    (size_t)(slash - rest);
	int i;

	for (i = 0; i < WHATS; i++)
		if (strlen(whats[i].name) == length &&
		    memcmp(whats[i].name, rest, length) == 0)
			break;
	if (i == WHATS || (slash == NULL && whats[i].needed) ||
	    (slash != NULL && (whats[i].values == 0 || slash[1] == '\0')))
		return false;
	f->what = i;
	f->value = f->label = (struct text){NULL, 0};
	if (slash == NULL)
		return true;
	f->value = text_of(slash + 1);
	last = strrchr(slash + 1, '/');
	if (whats[i].values < 2 || last == NULL)
		return true;
	f->value.length = (size_t)(last - slash - 1);
	f->label = text_of(last + 1);
	return f->value.length > 0 && (text_is(f->label, "pos") ||
	    text_is(f->label, "neu") || text_is(f->label, "neg"));
}

int
explain_figure_read(struct explain_figure *f, const char *name,
	struct complaint *c)
{
	const char *slash;

	for (slash = strchr(name, '/'); slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		f->brand = (struct text){name, (size_t)(slash - name)};
		if (read_rest(f, slash + 1))
			return 0;
	}
	return complain(c, 0, "%.80s: no figure; there are BRAND/reviews, "
	    "positive, neutral, negative, unscored, textless, replied, "
	    "unanswered, stars[/1], source/NAME, language/hr, month/2026-09, "
	    "item/NAME, aspect/NAME[/neg], stage/NAME[/neg]", name);
}

/* ---- reviews ---- */

static int
whole_stars(const struct review *r)
{
	int32_t stars;

	if (text_is(r->kind, "survey") || !review_stars(r, &stars))
		return 0;
	return (stars + 5000) / 10000;
}

/* The review's stand on all mentions together, as the tallies have it. */
static bool
speaks_of(const struct explain_figure *f, const struct sentiment *s)
{
	bool mentioned = false, said = false;
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		if (!text_is(f->value, f->what == ASPECT ? a->aspect :
		    a->stage))
			continue;
		mentioned = true;
		said |= a->label != SENTIMENT_UNSCORED;
		sum += a->score;
	}
	if (!mentioned || text_is_absent(f->label))
		return mentioned;
	return said && text_is(f->label, sum > 0 ? "pos" : sum < 0 ? "neg" :
	    "neu");
}

static bool
has_label(int what, const struct sentiment *s)
{
	switch (what) {
	case POSITIVE: return s->label == SENTIMENT_POS;
	case NEUTRAL: return s->label == SENTIMENT_NEU;
	case NEGATIVE: return s->label == SENTIMENT_NEG;
	case TEXTLESS: return s->label == SENTIMENT_UNSCORED &&
	    s->reason == SENTIMENT_NO_TEXT;
	default: return s->label == SENTIMENT_UNSCORED &&
	    s->reason != SENTIMENT_NO_TEXT;
	}
}

static bool
begins_with(struct text t, struct text with)
{
	return t.length >= with.length && with.length > 0 &&
	    memcmp(t.bytes, with.bytes, with.length) == 0;
}

static bool
is_of_value(const struct explain_figure *f, const struct review *r,
	const struct sentiment *s)
{
	int stars;

	switch (f->what) {
	case STARS:
		stars = whole_stars(r);
		return stars > 0 && (text_is_absent(f->value) ||
		    (f->value.length == 1 &&
		    f->value.bytes[0] == '0' + stars));
	case SOURCE: return text_equals(r->source, f->value);
	case LANGUAGE: return text_equals(text_of(s->language), f->value);
	case MONTH: return begins_with(r->published, f->value);
	case ITEM: return text_equals(r->item, f->value);
	default: return speaks_of(f, s);
	}
}

bool
explain_figure_has(const struct explain_figure *f, const struct review *r,
	const struct sentiment *s)
{
	bool replied = !text_is_absent(r->reply);
	int stars = whole_stars(r);

	if (f->brand.length > 0 && !text_equals(f->brand, r->brand))
		return false;
	switch (f->what) {
	case REVIEWS: return true;
	case REPLIED: return replied;
	case UNANSWERED: return !replied && !text_is(r->kind, "survey") &&
	    ((stars > 0 && stars <= 2) || (s->label == SENTIMENT_NEG &&
	    stars < 4));
	case POSITIVE: case NEUTRAL: case NEGATIVE: case UNSCORED:
	case TEXTLESS: return has_label(f->what, s);
	default: return is_of_value(f, r, s);
	}
}
