/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "warc_coding.h"

#ifdef SAYSO_BROTLI
#include <brotli/decode.h>
#include <stdint.h>

#include "gzip_stream.h"

int
warc_inflate_brotli(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c)
{
	BrotliDecoderState *z = BrotliDecoderCreateInstance(NULL, NULL, NULL);
	BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
	const uint8_t *in = bytes;
	size_t left = length, made = 0;

	if (z == NULL)
		return complain(c, 0, "br: no memory");
	while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT &&
	    gzip_ratio_allowed(made, length)) {
		char *at = buffer_reserve(to, WARC_CODING_PIECE);
		size_t room = WARC_CODING_PIECE;
		uint8_t *out = (uint8_t *)at;

		if (at == NULL)
			break;
		result = BrotliDecoderDecompressStream(z, &left, &in, &room,
		    &out, NULL);
		made += WARC_CODING_PIECE - room;
		to->length += WARC_CODING_PIECE - room;
	}
	BrotliDecoderDestroyInstance(z);
	if (to->bytes != NULL)
		to->bytes[to->length] = '\0';
	if (result == BROTLI_DECODER_RESULT_SUCCESS)
		return 0;
	return complain(c, 0, result == BROTLI_DECODER_RESULT_ERROR ?
	    "br: damaged" : result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ?
	    "br: cut short" : "br: inflates beyond the limit");
}

#else

int
warc_inflate_brotli(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c)
{
	(void)to;
	(void)bytes;
	(void)length;
	complain(c, 0, "br: not in this build");
	return WARC_CODING_UNKNOWN;
}

#endif
