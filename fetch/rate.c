/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rate.h"

#include <stdbool.h>
#include <string.h>

#include "calendar.h"
#include "head.h"

/* Above it a number is an instant, below it seconds to go. */
enum { DELTA_MAX = 100 * 1000 * 1000 };

/* The whole number at the start of a text; -1 where there is none. */
static int64_t
number_at(struct text t)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < t.length && t.bytes[i] >= '0' && t.bytes[i] <= '9' &&
	    i < 15; i++)
		n = n * 10 + (t.bytes[i] - '0');
	return i == 0 ? -1 : n;
}

static int64_t
bounded(int64_t seconds)
{
	return seconds < 0 ? 0 : seconds > RATE_WAIT_MAX_S ? RATE_WAIT_MAX_S :
	    seconds;
}

static int64_t
seconds_until(struct text reset, int64_t wall)
{
	struct calendar_date date;
	int64_t n = number_at(reset);

	if (reset.length >= 10 && reset.bytes[4] == '-')
		return calendar_read(reset, &date) ?
		    bounded(calendar_instant(&date) - wall) : 0;
	return n < 0 ? 0 : bounded(n > DELTA_MAX ? n - wall : n);
}

/* The number behind `name=`, a parameter of its own; -1 where it is not
 * there. */
static int64_t
parameter(struct text field, const char *name)
{
	size_t length = strlen(name), i;

	for (i = 0; i + length < field.length; i++)
		if (memcmp(field.bytes + i, name, length) == 0 &&
		    field.bytes[i + length] == '=' && (i == 0 ||
		    strchr(" ,;", field.bytes[i - 1]) != NULL))
			return number_at((struct text){field.bytes + i +
			    length + 1, field.length - i - length - 1});
	return -1;
}

/* Behind the decimal point there may be more: Reddit says "0.0". */
static bool
is_spent(struct text remaining)
{
	return number_at(remaining) == 0;
}

int64_t
rate_wait(struct text head, int64_t wall)
{
	static const char *const names[][2] = {
		{"X-RateLimit-Remaining", "X-RateLimit-Reset"},
		{"X-Rate-Limit-Remaining", "X-Rate-Limit-Reset"},
		{"RateLimit-Remaining", "RateLimit-Reset"},
	};
	struct text field = head_field(head, "RateLimit");
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (is_spent(head_field(head, names[i][0])))
			return seconds_until(head_field(head, names[i][1]),
			    wall);
	if (parameter(field, "remaining") == 0)
		return bounded(parameter(field, "reset"));
	if (parameter(field, "r") == 0)
		return bounded(parameter(field, "t"));
	return 0;
}
