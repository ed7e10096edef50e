/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names themselves, in their plain form, sorted as strcmp() does; see
 * guess_names.h.
 */
#ifndef SAYSO_GUESS_NAME_TABLE_H
#define SAYSO_GUESS_NAME_TABLE_H

#include <stddef.h>

#include "guess_names.h"

extern const struct guess_name guess_name_table[];
extern const size_t guess_name_count;

#endif
