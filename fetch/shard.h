/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which of several machines asks a host: all hosts of one registered domain
 * (the public suffix and one label, by libpsl; an address is its own domain)
 * go to the same one, so that every machine knows all that is asked of it.
 */
#ifndef SAYSO_SHARD_H
#define SAYSO_SHARD_H

#include <stdbool.h>

#include "complaint.h"

enum { SHARD_MAX = 10000 };

struct shard {
	int number, of;			/* 1 of 1: everything */
};

/* Reads `I/N`, 1 <= I <= N. */
int shard_read(struct shard *s, const char *written, struct complaint *c);

/* `host` in lower case; "" (a local file) belongs to the first. */
bool shard_has(const struct shard *s, const char *host);

#endif
