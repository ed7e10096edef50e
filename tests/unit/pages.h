/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real saved pages, where they are at hand (SAYSO_SHARED). */
#ifndef SAYSO_UNIT_PAGES_H
#define SAYSO_UNIT_PAGES_H

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "extract.h"
#include "slurp.h"

enum { PATH = 4096 };

static char folder[PATH];

static inline int
open_shared(void **state)
{
	const char *shared = getenv("SAYSO_SHARED");
	char path[PATH + 16];
	FILE *f;

	(void)state;
	snprintf(folder, sizeof(folder), "%s/pages",
	    shared == NULL ? "../shared" : shared);
	snprintf(path, sizeof(path), "%s/index.tsv", folder);
	f = fopen(path, "r");
	if (f == NULL)
		folder[0] = '\0';
	else
		fclose(f);
	return 0;
}

#define NEED_PAGES() do { \
	if (folder[0] == '\0') \
		LEAVE_TEST("no saved pages (SAYSO_SHARED)"); \
} while (0)

static inline void
read_file(const char *name, struct buffer *to)
{
	char path[2 * PATH];
	struct complaint c;

	buffer_init(to, EXTRACT_PAGE_MAX);
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (slurp(path, to, &c) < 0)
		fail_msg("%s", c.text);
}

#endif
