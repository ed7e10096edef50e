/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a page's attributes goes before a tree is made. */
#include "unit.h"

#include <string.h>

#include "attributes.h"
#include "strip.h"

static struct attributes
asked_for(const char *path)
{
	static struct recipe r;
	struct attributes a = {.count = 0};

	memset(&r, 0, sizeof(r));
	r.records_path[0] = path;
	r.records_count = 1;
	attributes_add_recipe(&a, &r);
	return a;
}

static void
idle_attributes_are_left_away(void **state)
{
	static const struct { const char *path, *html, *left; } samples[] = {
		{"//p", "<p class=a data-x='1' id=b>", "<p class=a  id=b>"},
		{"//p", "<p onclick='a > \"b\"' CLASS=\"c\">",
		    "<p  CLASS=\"c\">"},
		{"//p", "<p DATA-X=1 data-y aria-hidden=true>x", "<p  >x"},
		{"//p", "<p aria-label='4 of 5' data-rating=4>",
		    "<p aria-label='4 of 5' data-rating=4>"},
		{"//p[@data-x or @onclick]", "<p data-x=1 data-y=2 onclick=3>",
		    "<p data-x=1  onclick=3>"},
		{"//p[@*]", "<p data-x=1 data-y=2>", "<p data-x=1 data-y=2>"},
		{"//p/attribute::id", "<p data-x=1 id=2>",
		    "<p data-x=1 id=2>"},
		/* one alone is no gain */
		{"//p", "<p data-x=1>", "<p data-x=1>"},
		{"//p", "<img srcset='a, b' src=c width=1/><b on='x'>",
		    "<img  src=c ><b on='x'>"},
		{"//p", "<p data-x=1 data-y='never closed>", "<p data-x=1 "
		    "data-y='never closed>"},
		{"//p", "a<script data-x=1 data-y=2>b</script>c",
		    "a </script>c"},
		{"//p", "<script data-x=1 type='application/json'>{}</script>",
		    "<script  type='application/json'>{}</script>"},
		{"//p", "<svg data-x=1 class=star><path d=1 data-y></svg>",
		    "<svg  class=star> </svg>"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		struct attributes a = asked_for(samples[i].path);
		struct buffer to;

		buffer_init(&to, 4096);
		assert_int_equal(strip_html(text_of(samples[i].html), &a,
		    &to), 0);
		assert_string_equal(to.bytes, samples[i].left);
		buffer_release(&to);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(idle_attributes_are_left_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
