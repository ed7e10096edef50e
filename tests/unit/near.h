/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that are equal but for rounding. */
#ifndef SAYSO_UNIT_NEAR_H
#define SAYSO_UNIT_NEAR_H

#include "unit.h"

#include <math.h>

static inline void
near(double got, double wanted, double allowed)
{
	if (!(fabs(got - wanted) <= allowed))
		fail_msg("got %.12g, wanted %.12g", got, wanted);
}

#endif
