/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The content codings br (RFC 7932) and zstd (RFC 8878), each by its library
 * where the build has it; a build without says so by WARC_CODING_UNKNOWN.
 * libbrotlidec is behind warc_brotli.c only, libzstd behind warc_zstd.c.
 *
 * Both add what `bytes` hold to `to`, whose ceiling and the ratio of gzip.h
 * bound it: -1 with what could be read added where the data end early, are
 * damaged or grow beyond that.
 */
#ifndef SAYSO_WARC_CODING_H
#define SAYSO_WARC_CODING_H

#include <stddef.h>

#include "buffer.h"
#include "complaint.h"

enum {
	WARC_CODING_UNKNOWN = 1,
	WARC_CODING_PIECE = 64 << 10,
	/* RFC 9659: what HTTP may ask of a reader's memory. */
	WARC_ZSTD_WINDOW = 23,		/* log 2 */
};

int warc_inflate_brotli(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c);
int warc_inflate_zstd(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c);

#endif
