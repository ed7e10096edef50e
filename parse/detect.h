/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of the shipped recipes reads a payload that came without one.
 *
 * A recipe fits where most of its records give most of what it knows to read
 * (of tables and lines: two values), a rating or a text among it.  Of several
 * that fit the one that reads the most values wins, then the first by id.
 * Recipes that say "by_name" are never tried: they fit what is anybody's.
 */
#ifndef SAYSO_DETECT_H
#define SAYSO_DETECT_H

#include "records.h"
#include "shelf.h"

/* NULL: none fits.  `how` lends its arena, instant and language. */
const struct recipe *detect_recipe(struct records *page,
	enum recipe_format format, const struct shelf *shelf,
	const struct records_how *how);

#endif
