/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One character reference of HTML (`&amp;`, `&#8217;`, `&#x2019;`), read as
 * browsers do: &#128; to &#159; are windows-1252's characters.
 */
#ifndef SAYSO_PLAIN_REFERENCE_H
#define SAYSO_PLAIN_REFERENCE_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* Reads the one at `at`, which is a '&', into *c; returns the offset behind
 * it, 0 if it is none. */
size_t plain_reference(struct text t, size_t at, uint32_t *c);

#endif
