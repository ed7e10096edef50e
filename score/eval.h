/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score eval`: the engine against labelled sets.  A set is a TSV with the
 * header `id rating label text`; label is pos, neg, neu or nothing, rating a
 * number or nothing.  Sets of aspects are those of eval_aspect.h.
 * With another lexicon, --against, a second table (paired.h) says what it
 * would gain and lose.
 */
#ifndef SAYSO_EVAL_H
#define SAYSO_EVAL_H

#include "status.h"

enum { EVAL_BYTES_MAX = 1 << 30 };	/* of one set */

enum status eval_command(int argc, char **argv);

#endif
