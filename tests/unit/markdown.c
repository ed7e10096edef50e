/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "made_up.h"
#include "summary_write.h"

enum { PAGE_MAX = 8 << 20 };

static void
page_of(struct buffer *b, const struct summary *s)
{
	buffer_init(b, PAGE_MAX);
	assert_int_equal(summary_write_markdown(b, s), 0);
}

static void
hostile_data(void **state)
{
	static const char *const never[] = {"<script", "<img", "](javascript",
	    " @someone", " http://evil", "| pipe", " `tick`", "\xE2\x80\xAE",
	    "user@evil.example"};
	struct summary s;
	struct buffer b;
	const char *at;
	size_t i;

	(void)state;
	made_up(&s);
	page_of(&b, &s);
	for (i = 0; i < sizeof(never) / sizeof(*never); i++)
		for (at = b.bytes; (at = strstr(at, never[i])) != NULL; at++)
			if (at == b.bytes || at[-1] != '\\')
				fail_msg("the page holds %s", never[i]);
	assert_non_null(strstr(b.bytes, "\\@someone http\\://evil.example"));
	assert_non_null(strstr(b.bytes, "\\| pipe \\| \\[a\\](javascript:b)"));
	assert_non_null(strstr(b.bytes, "\\<script\\>alert(1)\\</script\\>"));
	assert_non_null(strstr(b.bytes, "> \\=cmd\\|"));
	assert_true(b.length < 64 << 10);
	summary_release(&s);
	buffer_release(&b);
}

/* Every row of a table has the borders of its head. */
static void
tables(void **state)
{
	struct summary s;
	struct buffer b;
	char *line, *at;
	size_t borders, wanted = 0, seen = 0;

	(void)state;
	made_up(&s);
	page_of(&b, &s);
	for (line = strtok(b.bytes, "\n"); line != NULL;
	    line = strtok(NULL, "\n")) {
		if (line[0] != '|') {
			wanted = 0;
			continue;
		}
		borders = 1;
		for (at = line + 1; *at != '\0'; at++)
			borders += *at == '|' && at[-1] != '\\';
		if (wanted == 0)
			wanted = borders;
		assert_int_equal(borders, wanted);
		seen++;
	}
	assert_true(seen > 15);
	summary_release(&s);
	buffer_release(&b);
}

static void
sentences(void **state)
{
	struct summary s;
	struct buffer b;

	(void)state;
	made_up(&s);
	page_of(&b, &s);
	assert_non_null(strstr(b.bytes, "- **Tamarel is rated higher than "));
	assert_non_null(strstr(b.bytes, "**Too few reviews to compare "
	    "Tamarel and Aurovane by stars**: "));
	assert_non_null(strstr(b.bytes, "**Some sources came out short.**"));
	assert_non_null(strstr(b.bytes, "| 900 | "));
	summary_release(&s);
	buffer_release(&b);
	made_up_empty(&s, 0);
	page_of(&b, &s);
	assert_non_null(strstr(b.bytes, "0 reviews of 0 brands from 0 "
	    "sources."));
	assert_non_null(strstr(b.bytes, "No brand is named as the own one"));
	summary_release(&s);
	buffer_release(&b);
	made_up_few(&s, 1);
	page_of(&b, &s);
	assert_non_null(strstr(b.bytes, "n = 1, *too few to estimate*"));
	assert_null(strstr(b.bytes, "is rated"));
	summary_release(&s);
	buffer_release(&b);
}

static void
same_bytes(void **state)
{
	struct summary s;
	struct buffer a, b;

	(void)state;
	made_up(&s);
	page_of(&a, &s);
	page_of(&b, &s);
	assert_string_equal(a.bytes, b.bytes);
	buffer_release(&a);
	buffer_release(&b);
	buffer_init(&a, 500);
	assert_int_equal(summary_write_markdown(&a, &s), -1);
	buffer_release(&a);
	summary_release(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_data),
		cmocka_unit_test(tables),
		cmocka_unit_test(sentences),
		cmocka_unit_test(same_bytes),
	};

	return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
