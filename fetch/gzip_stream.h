/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What gzip.c and gzip_stream.c share; the manual is gzip.h.
 */
#ifndef SAYSO_GZIP_STREAM_H
#define SAYSO_GZIP_STREAM_H

#include <stdbool.h>
#include <stddef.h>

/* False for a bomb: bytes that stand for too many (gzip.h). */
bool gzip_ratio_allowed(size_t inflated, size_t deflated);
/* The first bytes of a member with deflate in it and no reserved flag; false
 * where there are too few to tell. */
bool gzip_is_magic(const char *bytes, size_t length);

#endif
