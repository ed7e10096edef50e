/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are the head of an answer: the wait is bounded, and no field that
 * has nothing to do with it changes it. */
#include "fuzz.h"

#include "rate.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const int64_t walls[] = {0, 1, 1795000000, INT64_C(1) << 40};
	struct text head = {(const char *)bytes, length};
	size_t i;

	for (i = 0; i < sizeof(walls) / sizeof(walls[0]); i++) {
		int64_t wait = rate_wait(head, walls[i]);

		CLAIM(wait >= 0 && wait <= RATE_WAIT_MAX_S);
		CLAIM(wait == rate_wait(head, walls[i]));
	}
	return 0;
}
