/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cmocka wants included before it, in its order. */
#ifndef SAYSO_UNIT_H
#define SAYSO_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

/* cmocka writes a skipped test as "not ok", which prove takes for a failure;
 * this says what is missing on standard error and leaves the test. */
#define LEAVE_TEST(...) do { \
	fprintf(stderr, "# skipped: " __VA_ARGS__); \
	fputc('\n', stderr); \
	return; \
} while (0)

#endif
