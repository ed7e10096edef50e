/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A captures file of anybody, plain or gzip: it ends, and what it gives lies
 * inside what was read. */
#include "fuzz.h"

#include "warc.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct complaint c;
	struct warc_reader *r = warc_open(fuzz_file(bytes, length), &c);
	struct warc_entry e;
	size_t records = 0, volume = 0;
	int got;

	CLAIM(r != NULL);
	while ((got = warc_next(r, &e, &c)) != 0) {
		CLAIM(++records < 10 * length + 10);
		if (got < 0) {
			CLAIM(c.text[0] != '\0');
			continue;
		}
		CLAIM(e.offset <= length);
		CLAIM(e.headers.length <= e.block.length);
		CLAIM(e.body.length <= WARC_BODY_MAX);
		for (size_t i = 0; i < e.body.length; i++)
			volume += (size_t)e.body.bytes[i];
		(void)warc_field(r, "WARC-Target-URI");
	}
	warc_close(r);
	(void)volume;
	return 0;
}
