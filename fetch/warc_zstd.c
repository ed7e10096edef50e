/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "warc_coding.h"

#ifdef SAYSO_ZSTD
#include <stdbool.h>
#include <zstd.h>

#include "gzip_stream.h"

/* 0 at the end of a frame with no other behind it; else what is wrong. */
static const char *
inflate(ZSTD_DStream *z, struct buffer *to, ZSTD_inBuffer *in)
{
	size_t made = 0, hint = 1;

	/* A full piece may leave bytes in the library. */
	for (bool full = true; full || in->pos < in->size;) {
		char *at = buffer_reserve(to, WARC_CODING_PIECE);
		ZSTD_outBuffer out = {at, WARC_CODING_PIECE, 0};

		if (at == NULL || !gzip_ratio_allowed(made, in->size))
			return "zstd: inflates beyond the limit";
		hint = ZSTD_decompressStream(z, &out, in);
		if (ZSTD_isError(hint))
			return "zstd: damaged";
		full = out.pos == out.size;
		made += out.pos;
		to->length += out.pos;
	}
	return hint == 0 ? NULL : "zstd: cut short";
}

int
warc_inflate_zstd(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c)
{
	ZSTD_DStream *z = ZSTD_createDStream();
	ZSTD_inBuffer in = {bytes, length, 0};
	const char *wrong = "zstd: no memory";

	if (z != NULL && !ZSTD_isError(ZSTD_DCtx_setParameter(z,
	    ZSTD_d_windowLogMax, WARC_ZSTD_WINDOW)))
		wrong = inflate(z, to, &in);
	ZSTD_freeDStream(z);
	if (to->bytes != NULL)
		to->bytes[to->length] = '\0';
	return wrong == NULL ? 0 : complain(c, 0, "%s", wrong);
}

#else

int
warc_inflate_zstd(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c)
{
	(void)to;
	(void)bytes;
	(void)length;
	complain(c, 0, "zstd: not in this build");
	return WARC_CODING_UNKNOWN;
}

#endif
