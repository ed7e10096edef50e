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

struct sample { const char *path, *html, *left; };

static void
check(const struct sample *s, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		struct attributes a = asked_for(s[i].path);
		struct buffer to;

		buffer_init(&to, 4096);
		assert_int_equal(strip_html(text_of(s[i].html), &a, &to), 0);
		assert_string_equal(to.bytes, s[i].left);
		buffer_release(&to);
	}
}

static void
idle_attributes_are_left_away(void **state)
{
	static const struct sample samples[] = {
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
		{"//script", "<script data-x=1 type='application/json'>{}"
		    "</script>",
		    "<script  type='application/json'>{}</script>"},
		{"//p", "<svg data-x=1 class=star><path d=1 data-y></svg>",
		    "<svg  class=star> </svg>"},
	};

	(void)state;
	check(samples, sizeof(samples) / sizeof(*samples));
}

static void
blanks_in_a_row_are_one(void **state)
{
	static const struct sample samples[] = {
		{"//p", "<p>a \n\t b</p>", "<p>a b</p>"},
		{"//p", "<div>\n  <p>\n    a\n  </p>\n</div>\n<p>b",
		    "<div>\n<p>a\n</p></div><p>b"},
		{"//p", "<p>a<!-- b -->\n<!-- c -->d", "<p>a d"},
		/* what is no layout may stand for a word of its own */
		{"//p", "a <img alt=b> c <br> d", "a <img alt=b> c <br> d"},
		{"//p", "<title> </title> a", "<title> </title> a"},
		{"//p", "a < b  c", "a < b c"},
		{"//p", "<p title='a  b'>c", "<p title='a  b'>c"},
		/* the texts are counted */
		{"//p/text()[2]", "<p> a <b>  b </b>  c",
		    "<p> a <b> b </b> c"},
		{"//p/node()", "<p> <b> ", "<p> <b> "},
	};

	(void)state;
	check(samples, sizeof(samples) / sizeof(*samples));
}

static void
scripts_of_data_go_where_nobody_asks(void **state)
{
	static const struct sample samples[] = {
		{"//p", "a<script type='application/ld+json'>{}</script>b",
		    "a </script>b"},
		{"//script", "a<script type='application/ld+json'>{\"b\": "
		    "\"c  d\"}</script>b", "a<script type='application/"
		    "ld+json'>{\"b\": \"c  d\"}</script>b"},
	};

	(void)state;
	check(samples, sizeof(samples) / sizeof(*samples));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(idle_attributes_are_left_away),
		cmocka_unit_test(blanks_in_a_row_are_one),
		cmocka_unit_test(scripts_of_data_go_where_nobody_asks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
