/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text says of aspects and brands, in short. */
#ifndef SAYSO_UNIT_SAID_H
#define SAYSO_UNIT_SAID_H

#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "sentiment.h"

/* "food:pos service:neg", each mention, in the order of the text. */
static inline const char *
mentions(const struct sentiment *s)
{
	static char out[4096];

	out[0] = '\0';
	for (size_t i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		sprintf(out + strlen(out), "%s%s:%s", i > 0 ? " " : "",
		    a->aspect, a->label == SENTIMENT_UNSCORED ? "none" :
		    sentiment_label_name(a->label));
	}
	return out;
}

/* "Lumen > Bosch:price, ..." */
static inline const char *
preferences(const struct sentiment *s)
{
	static char out[4096];

	out[0] = '\0';
	for (size_t i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];

		sprintf(out + strlen(out), "%s%s > %s%s%s",
		    i > 0 ? ", " : "", k->preferred == NULL ? "Lumen" :
		    k->preferred, k->over == NULL ? "Lumen" : k->over,
		    k->aspect == NULL ? "" : ":", k->aspect == NULL ? "" :
		    k->aspect);
	}
	return out[0] == '\0' ? "none" : out;
}

static inline struct sentiment
of_language(const struct engine *e, const char *text, const char *language)
{
	struct review r = {.brand = text_of("Lumen"), .body = text_of(text)};
	struct scorer *at = scorer_open(e);
	struct sentiment s;

	assert_non_null(at);
	sentiment_review(at, &r, language, &s);
	scorer_close(at);
	return s;
}

#endif
