/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON of scripts that strict readers refuse, made strict again.  What 2 to 5
 * % of JSON-LD blocks have wrong and what is done:
 *
 *	comment, CDATA or `//` around or inside	taken out
 *	`;` or text behind, commas too many	taken out
 *	control characters, line ends in strings	escaped
 *	`\'`, `\x`, a lone backslash		the character itself
 *	a quote inside a string			escaped, where what follows it
 *						cannot follow a string's end
 *	'single' quotes, bare words		made strings
 *	a comma missing				set
 *	outer braces missing			set
 *	several values one behind another	made an array
 *	`&quot;` for every quote		unescaped
 *	cut at the end				closed behind the last element
 *						that is whole
 *
 * Entities in strings are left alone: they are text (json-ld-syntax #100).
 */
#ifndef SAYSO_REPAIR_H
#define SAYSO_REPAIR_H

#include "buffer.h"
#include "text.h"

enum { REPAIR_DEPTH_MAX = 190 };	/* below JSON_DEPTH_MAX */

/* Takes what wraps a script's JSON off; the result points into it. */
struct text repair_unwrap(struct text script);

/* Adds strict JSON (one value) to `to`; -1 where nothing can be made of it,
 * or the ceiling of `to` is reached. */
int repair_json(struct buffer *to, struct text broken);

#endif
