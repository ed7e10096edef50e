/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are a robots.txt; behind a NUL stands what is asked for. */
#include "fuzz.h"

#include "robots.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const uint8_t *end = length == 0 ? NULL : memchr(bytes, 0, length);
	size_t head = end == NULL ? length : (size_t)(end - bytes);
	struct robots *r = robots_read((const char *)bytes, head, "sayso");
	char path[512] = "/a/b.html?x=%41";
	size_t rest = end == NULL ? 0 : length - head - 1;

	CLAIM(r != NULL);
	if (rest > 0 && rest < sizeof(path) - 1) {
		memcpy(path + 1, end + 1, rest);
		path[rest + 1] = '\0';
	}
	CLAIM(robots_delay(r) >= -1 && robots_delay(r) <= ROBOTS_DELAY_MAX_MS);
	(void)robots_allows(r, path);
	robots_free(r);
	return 0;
}
