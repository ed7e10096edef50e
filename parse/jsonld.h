/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON-LD by a scan of the page's bytes: no tree is built.  Every script
 * whose type is `application/ld+json` (in any case, entity-escaped too) that
 * speaks of a review or rating is read, repaired where it must be
 * (repair.h), and its nodes become items: `@graph`, arrays, nested nodes,
 * `@id` references across the page's scripts, `review` and `reviews`.
 */
#ifndef SAYSO_JSONLD_H
#define SAYSO_JSONLD_H

#include <stddef.h>

#include "complaint.h"
#include "json.h"
#include "text.h"

enum {
	JSONLD_SCRIPTS_MAX = 2000,	/* of one page */
	JSONLD_SCRIPT_MAX = 32 << 20,	/* bytes of one */
	JSONLD_COMMENT_MAX = 64 << 10,	/* in front of one, in which a comment
					   may begin that holds it */
};

/* Reads a script's content, strictly or repaired; NULL where nothing can be
 * made of it. */
struct json_document *jsonld_read(struct text script, struct complaint *c);

#endif
