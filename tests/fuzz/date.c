/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of every language: what was read can be written, and read again. */
#include "fuzz.h"

#include "calendar.h"
#include "date.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const char *const languages[] = {"", "en", "de", "fa", "ar",
	    "ru", "hr", "ka"};
	const struct text t = {(const char *)bytes, length};
	struct calendar_date d, again;
	char written[CALENDAR_TEXT], twice[CALENDAR_TEXT];
	size_t i;

	for (i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		if (!date_read(t, text_of(languages[i]), 1795291200, &d))
			continue;
		calendar_write(&d, written);
		CLAIM(calendar_read(text_of(written), &again));
		calendar_write(&again, twice);
		CLAIM(strcmp(written, twice) == 0);
	}
	return 0;
}
