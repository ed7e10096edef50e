/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON-LD as sites write it: what is made of it is JSON. */
#include "fuzz.h"

#include "json.h"
#include "repair.h"
#include "utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct json_document *d;
	struct complaint c;
	struct buffer to;

	buffer_init(&to, 16 << 20);
	if (repair_json(&to, (struct text){(const char *)bytes,
	    length}) == 0) {
		d = json_read(to.bytes, to.length, false, "repaired", &c);
		CLAIM(d != NULL || strstr(c.text, "deep") != NULL ||
		    strstr(c.text, "nest") != NULL);
		json_free(d);
	}
	buffer_release(&to);
	return 0;
}
