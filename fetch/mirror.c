/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mirror.h"

#include <stdio.h>
#include <string.h>

static bool
is_origin(const char *written, const char *origin)
{
	struct complaint ignored;
	struct http_place place;
	char url[HTTP_URL];

	if (http_url_read(NULL, written, url, &ignored) != 0)
		return false;
	http_url_place(url, &place);
	return strcmp(place.origin, origin) == 0;
}

int
mirror_apply(const struct plan *plan, char url[HTTP_URL], struct complaint *c)
{
	char mirrored[2 * HTTP_URL];
	struct http_place place;
	const char *behind;
	size_t i;

	if (plan == NULL || plan->mirror_count == 0)
		return 0;
	behind = http_url_place(url, &place);
	for (i = 0; i < plan->mirror_count; i++) {
		if (!is_origin(plan->mirror[i].of, place.origin))
			continue;
		snprintf(mirrored, sizeof(mirrored), "%s%s",
		    plan->mirror[i].origin, behind);
		return http_url_read(NULL, mirrored, url, c);
	}
	return 0;
}
