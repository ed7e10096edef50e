/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CRC-32 of a record (ISO-HDLC: that of zlib, gzip, Spark's and DuckDB's
 * crc32), whose sum over all records shows what an engine lost, counted
 * twice or changed on the way (contract C7), in whatever order they come.
 * TABs at its end are no part of it.  It guards against accidents, not against
 * forgers.
 */
#ifndef SAYSO_CHECKSUM_H
#define SAYSO_CHECKSUM_H

#include <stdint.h>

#include "text.h"

uint32_t checksum_of(struct text record);

#endif
