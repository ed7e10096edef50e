/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_customers.h"

static int
read_period(const struct strict *s, const struct json *v,
	struct plan_customers *to)
{
	const struct json *period, *start, *lost;
	const struct json_key key[] = {
		{"period", JSON_STRING, &period},
		{"start", JSON_NUMBER, &start},
		{"lost", JSON_NUMBER, &lost},
	};

	if (strict_keys(s, v, key, sizeof(key) / sizeof(key[0])) < 0)
		return -1;
	if (period == NULL || start == NULL || lost == NULL)
		return strict_fault(s, v, "\"customers\" needs period, start "
		    "and lost");
	if (strict_label(s, period, PLAN_NAME_MAX, &to->period) < 0 ||
	    strict_number(s, start, 1, PLAN_CUSTOMERS_MAX, &to->start) < 0 ||
	    strict_number(s, lost, 0, PLAN_CUSTOMERS_MAX, &to->lost) < 0)
		return -1;
	if (to->lost > to->start)
		return strict_fault(s, lost, "more customers lost than there "
		    "were");
	return 0;
}

int
plan_customers_read(const struct strict *s, const struct json *v,
	struct plan_brand *brand)
{
	const struct json *m;

	if (v == NULL)
		return 0;
	brand->customers = arena_take(s->arena, (json_count(v) + 1) *
	    sizeof(*brand->customers));
	if (brand->customers == NULL)
		return strict_no_memory(s);
	for (m = json_first(v); m != NULL; m = json_next(m))
		if (read_period(s, m,
		    &brand->customers[brand->customers_count++]) < 0)
			return -1;
	return 0;
}
