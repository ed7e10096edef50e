/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A source is put into any text that is a plan: the new text is one too, has
 * one row more, and holds every byte of the old one in its order.  The first
 * line is the brand, the rest the plan.
 */
#include "fuzz.h"

#include "arena.h"
#include "plan.h"
#include "plan_edit.h"

static const struct recipe_pair param = {"start",
    {"https://x.example/\"\\\n*/", 23}};

/* Every byte of the one stands in the other, in its order. */
static bool
is_within(struct text old, const struct buffer *made)
{
	size_t i, at = 0;

	for (i = 0; i < made->length && at < old.length; i++)
		at += made->bytes[i] == old.bytes[at];
	return at == old.length;
}

/* Plans may refuse the brand that was asked for; then nothing is claimed of
 * the rows. */
static void
try_brand(const struct plan *plan, struct text old, const char *brand)
{
	const struct plan_addition what = {.brand = brand, .own = false,
	    .recipe = "html-pages", .param = &param, .param_count = 1};
	struct complaint c = {.text = ""};
	struct plan again = {.row_count = 0};
	struct buffer made;

	buffer_init(&made, PLAN_BYTES_MAX);
	if (plan_edit_add(&made, old, "plan", &what, &c) < 0) {
		CLAIM(c.text[0] != '\0');
	} else {
		CLAIM(is_within(old, &made));
		if (plan_read(&again, fuzz_file(made.bytes, made.length),
		    &c) == 0) {
			CLAIM(again.row_count == plan->row_count + 1);
			plan_release(&again);
		} else
			CLAIM(strstr(c.text, "JSON") == NULL);
	}
	buffer_release(&made);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const uint8_t *line = length == 0 ? NULL : memchr(bytes, '\n', length);
	struct complaint c = {.text = ""};
	struct plan plan = {.row_count = 0};
	char brand[64];
	size_t head = line == NULL ? 0 : (size_t)(line - bytes);
	struct text old;

	if (line == NULL || head >= sizeof(brand))
		return 0;
	memcpy(brand, bytes, head);
	brand[head] = '\0';
	old = (struct text){(const char *)line + 1, length - head - 1};
	if (plan_read(&plan, fuzz_file(old.bytes, old.length), &c) < 0)
		return 0;
	try_brand(&plan, old, brand);
	if (plan.brand_count > 0)
		try_brand(&plan, old, plan.brand[0].name);
	plan_release(&plan);
	return 0;
}
