/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fields of one WARC record.
 */
#ifndef SAYSO_WARC_FIELDS_H
#define SAYSO_WARC_FIELDS_H

#include <stddef.h>

#include "text.h"
#include "warc.h"

struct warc_fields {
	struct {
		struct text name, value;
	} field[WARC_FIELDS_MAX];
	size_t count;
};

/* Splits the lines behind the first; `bytes` ends in a line end and is
 * changed (continuation lines are unfolded in place).  -1: too many. */
int warc_fields_split(struct warc_fields *f, char *bytes, size_t length);
/* The first of that name, without case; absent if none. */
struct text warc_fields_find(const struct warc_fields *f, const char *name);
/* Content-Length; NULL, or what is wrong with it. */
const char *warc_fields_length(const struct warc_fields *f, size_t *length);

#endif
