/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one file of a test, for what reads only files. */
#ifndef SAYSO_UNIT_FILE_H
#define SAYSO_UNIT_FILE_H

#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static char file_path[] = "/tmp/sayso-unit-XXXXXX";

/* Set-up and tear-down of a group. */
static inline int
file_make(void **state)
{
	int descriptor = mkstemp(file_path);

	(void)state;
	return descriptor < 0 ? -1 : close(descriptor);
}

static inline int
file_remove(void **state)
{
	(void)state;
	return unlink(file_path);
}

static inline void
file_write(const char *bytes, size_t length)
{
	int descriptor = open(file_path, O_WRONLY | O_TRUNC);

	assert_true(descriptor >= 0 &&
	    write(descriptor, bytes, length) == (ssize_t)length);
	close(descriptor);
}

#endif
