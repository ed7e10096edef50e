/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped recipes' patterns on any address (the first line) and any page
 * behind it: each match is a recipe with bounded values. */
#include "fuzz.h"

#include "http.h"
#include "recognize.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const char folder[] = "fetch/sources";
	const uint8_t *line = length == 0 ? NULL : memchr(bytes, '\n', length);
	size_t head = line == NULL ? length : (size_t)(line - bytes), i;
	char written[HTTP_URL], url[HTTP_URL];
	struct recognition r;
	struct complaint c = {.text = ""};
	struct text page = {NULL, 0};

	if (head >= sizeof(written))
		return 0;
	memcpy(written, bytes, head);
	written[head] = '\0';
	if (http_url_read(NULL, written, url, &c) != 0)
		return 0;
	if (line != NULL)
		page = (struct text){(const char *)line + 1, length - head -
		    1};
	CLAIM(recognize(&r, folder, url, page, &c) == 0);
	CLAIM(r.count <= RECOGNIZE_MAX);
	for (i = 0; i < r.count; i++)
		CLAIM(r.found[i].recipe != NULL && r.found[i].title != NULL);
	recognition_release(&r);
	return 0;
}
