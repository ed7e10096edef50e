/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets of tests/fuzz found, each by itself. */
#include "unit.h"

#include "buffer.h"
#include "json.h"
#include "repair.h"
#include "review.h"

/* fuzz repair: a name, then a value without its colon, was written as two
 * strings side by side. */
static void
repair_name_without_colon(void **state)
{
	static const char *const broken[] = {
		"[{\"a\":\"b\"}{b\"}{\"c\":\"d\"}]", "{a\" 'b'}", "{a\" {}}",
		"{a\"{}}", "{a\"[1]}",
	};
	struct json_document *d;
	struct complaint c;
	struct buffer to;
	size_t i;

	(void)state;
	buffer_init(&to, 1 << 16);
	for (i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		buffer_clear(&to);
		assert_int_equal(repair_json(&to, text_of(broken[i])), 0);
		d = json_read(to.bytes, to.length, false, "repaired", &c);
		if (d == NULL)
			fail_msg("%s: %s", broken[i], to.bytes);
		json_free(d);
	}
	buffer_release(&to);
}

/* fuzz html: pointer arithmetic on a rating that is absent. */
static void
html_absent_rating_is_no_number(void **state)
{
	struct review r = {.id = text_of("0123"), .body = text_of("b")};
	struct buffer to;

	(void)state;
	buffer_init(&to, 1 << 16);
	assert_int_equal(review_write(&to, &r), 0);
	assert_string_equal(to.bytes,
	    "{\"id\":\"0123\",\"reviewBody\":\"b\"}\n");
	buffer_release(&to);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(repair_name_without_colon),
		cmocka_unit_test(html_absent_rating_is_no_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
