/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recipe that a test writes. */
#ifndef SAYSO_UNIT_RECIPE_TEXT_H
#define SAYSO_UNIT_RECIPE_TEXT_H

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "publish.h"
#include "recipe.h"

static struct complaint c;
static char folder[] = "/tmp/sayso-recipe-XXXXXX";
static char path[64];

static inline int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/x.json", folder);
	return 0;
}

static inline int
remove_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

static inline int
read_text(struct recipe *r, const char *text)
{
	assert_int_equal(publish_file(path, text, strlen(text), &c), 0);
	return recipe_read(r, "x", folder, &c);
}

/* A recipe with these parts; NULL stands for one that is right. */
static inline const char *
with(const char *top, const char *request, const char *paginate,
	const char *answer)
{
	static char text[8192];

	snprintf(text, sizeof(text), "{\"recipe\":1,\"id\":\"x\","
	    "\"title\":\"t\",\"docs\":\"d\",\"terms\":\"t\","
	    "\"verified\":\"v\",\"kind\":\"retailer\"%s,\n"
	    "\"params\":{\"app\":{\"about\":\"a\",\"required\":true,"
	    "\"pattern\":\"[0-9]+\"},\"lang\":{\"about\":\"l\"},"
	    "\"best\":{\"about\":\"b\",\"default\":10}},\n"
	    "\"secrets\":{\"key\":{\"env\":\"SAYSO_TEST_KEY\"}},\n"
	    "\"request\":{%s},\n%s\n\"read\":{%s}}", top,
	    request != NULL ? request : "\"url\":\"http://a/{app}\"",
	    paginate != NULL ? paginate : "",
	    answer != NULL ? answer : "\"format\":\"auto\"");
	return text;
}

#endif
