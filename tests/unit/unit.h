/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cmocka wants included before it, in its order. */
#ifndef SAYSO_UNIT_H
#define SAYSO_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
