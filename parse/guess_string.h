/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON that stands in a string of JSON, as it is or as encodeURIComponent()
 * writes it; see guess.h.
 */
#ifndef SAYSO_GUESS_STRING_H
#define SAYSO_GUESS_STRING_H

#include <stdbool.h>

#include "json.h"

enum { GUESS_STRING_MIN = 32 };		/* a shorter one holds no review */

/* Whether a value is a string that begins like JSON. */
bool guess_string_is_json(const struct json *value);
/* Such a string as a document, for json_free(); NULL if it was none. */
struct json_document *guess_string_open(const struct json *string);

#endif
