/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of paging and of whole walks share; recipes are made by hand. */
#ifndef SAYSO_UNIT_TURN_H
#define SAYSO_UNIT_TURN_H

#include "unit.h"

#include "paginate.h"

static const struct plan_row any_row;

static inline struct recipe
recipe_of(enum recipe_paging paging)
{
	return (struct recipe){.path = "test.json", .id = "test",
	    .url = "http://a.example/list", .paging = paging,
	    .page_param = "page", .start = 1, .step = 1, .max_pages = 10,
	    .format = RECIPE_JSON, .records = "/list",
	    .records_path = {"/list"}, .records_count = 1};
}

static inline void
stop_at(struct recipe *r, enum recipe_stop_rule rule)
{
	r->stop[r->stop_count++] = (struct recipe_stop){.rule = rule,
	    .status = 404, .header = "X-Pages"};
}

static inline const char *
url_of(const struct paginate *p)
{
	static char url[HTTP_URL];
	struct complaint c = {0};

	if (paginate_url(p, url, &c) != 0)
		fail_msg("%s", c.text);
	return url;
}

#endif
