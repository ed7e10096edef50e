/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Summaries of an own brand and a rival, from tallies that a test adds. */
#ifndef SAYSO_UNIT_TALLIED_H
#define SAYSO_UNIT_TALLIED_H

#include "near.h"

#include "summary.h"
#include "tally.h"

static struct plan_brand brands[] = {{.name = "Own", .own = true},
    {.name = "Rival"}};
static const struct plan plan = {.brand = brands, .brand_count = 2};

static inline void
add(struct tally *t, int64_t value, const char *key)
{
	struct complaint c;

	assert_int_equal(tally_add(t, text_of(key), value, &c), 0);
}

static inline struct tally *
begun(void)
{
	struct tally *t = tally_create();

	assert_non_null(t);
	add(t, 1, "_m|schema|1");
	add(t, 1, "_m|lex|abc");
	add(t, 1, "t|2026-11-20");
	return t;
}

static inline void
make(struct summary *s, struct tally *t)
{
	struct complaint c;

	if (summary_make(s, t, &plan, NULL, NULL, &c) != 0)
		fail_msg("%s", c.text);
	tally_free(t);
}

#endif
