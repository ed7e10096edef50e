/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan is read, or the complaint says why not. */
#include "fuzz.h"

#include "plan.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct complaint c = {.text = ""};
	struct plan p = {.row_count = 0};
	size_t i;

	if (plan_read(&p, fuzz_file(bytes, length), &c) < 0) {
		CLAIM(c.text[0] != '\0');
		return 0;
	}
	for (i = 0; i < p.row_count; i++)
		CLAIM(plan_find(&p, text_of(p.row[i].key)) == &p.row[i]);
	plan_release(&p);
	return 0;
}
