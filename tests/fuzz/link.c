/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The next page, from a header or out of the page. */
#include "fuzz.h"

#include "link.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const struct text t = {(const char *)bytes, length};
	struct buffer to;

	buffer_init(&to, 1 << 20);
	if (link_header_next(t, &to))
		CLAIM(to.length <= LINK_MAX);
	buffer_clear(&to);
	if (link_html_next(t, &to))
		CLAIM(to.length <= LINK_MAX);
	buffer_release(&to);
	return 0;
}
