/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An object of unknown JSON (guess_object.h) as a record of values.h: the
 * slots are the fields of a recipe of their own.
 */
#ifndef SAYSO_GUESS_VALUE_H
#define SAYSO_GUESS_VALUE_H

#include "guess_object.h"
#include "values.h"

extern const struct recipe guess_recipe;
/* Borrows the object. */
struct values_record guess_record(const struct guess_object *g);

#endif
