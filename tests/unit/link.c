/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link.h, head.h, challenge.h: what stands in answers. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "challenge.h"
#include "head.h"
#include "link.h"

struct pair {
	const char *in, *out;		/* NULL: none */
};

static void
check(bool (*find)(struct text, struct buffer *), const struct pair *row,
	size_t count)
{
	struct buffer to;
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_init(&to, LINK_MAX);
		if (!find(text_of(row[i].in), &to)) {
			if (row[i].out != NULL)
				print_message("# %s\n", row[i].in);
			assert_null(row[i].out);
		} else {
			assert_non_null(row[i].out);
			assert_string_equal(to.bytes, row[i].out);
		}
		buffer_release(&to);
	}
}

static void
html_links(void **state)
{
	static const struct pair row[] = {
		{"<link rel=next href=/p2>", "/p2"},
		{"<LINK HREF='/p2?a=1&amp;b=2' REL='Next nofollow'/>",
		    "/p2?a=1&b=2"},
		{"<a class=x rel=\"nofollow next\" href=\"?page=2\">", "?page=2"},
		{"<a href=/p3 rel=prev><a href=/p1 rel=next>", "/p1"},
		{"<!-- <a rel=next href=/no> --><p>", NULL},
		{"<script>'<a rel=next href=/no>'</script><p>", NULL},
		{"<div rel=next href=/no>", NULL},
		{"<a rel=nextish href=/no>", NULL},
		{"<a rel=next>", NULL},
		{"<a data-x='>' rel=next href='/p&#50;&#x33;'>", "/p23"},
		{"<a rel=next href=\" /p2\n\">", "/p2"},
		{"<a rel=next href=/a&b>", "/a&b"},
		{"<a rel=next href=/unfinished", "/unfinished"},
		{"< a rel=next href=/no", NULL},
		{"", NULL}, {"<", NULL}, {"<!--", NULL}, {"<a", NULL},
		{"<a =", NULL}, {"<a rel", NULL}, {"<a rel=\"", NULL},
	};

	(void)state;
	check(link_html_next, row, sizeof(row) / sizeof(row[0]));
}

static void
header_links(void **state)
{
	static const struct pair row[] = {
		{"HTTP/1.1 200 OK\r\nLink: <https://a.example/?p=2>; "
		    "rel=\"next\"\r\n\r\n", "https://a.example/?p=2"},
		{"link: </?p=1>; rel=\"prev\", </?p=3>; rel=next\r\n",
		    "/?p=3"},
		{"Link: </a,b;c>; title=\"x, y; z\"; rel=\"last next\"\n",
		    "/a,b;c"},
		{"Link: </a>; rel=prev; rel=next\r\n", NULL},
		{"Link: </a>; rel=last\r\nLink: </b>; rel=next\r\n", "/b"},
		{"Linkage: </a>; rel=next\r\n", NULL},
		{"Link: <", NULL}, {"Link: <>", NULL}, {"Link:", NULL},
		{"Link: </a>;;=;rel=next", "/a"},
	};

	(void)state;
	check(link_header_next, row, sizeof(row) / sizeof(row[0]));
}

static void
lengths_must_agree(void **state)
{
	(void)state;
	assert_int_equal(head_length(text_of("A: b\r\n\r\n")), -1);
	assert_int_equal(head_length(text_of("content-length:  12 \r\n")), 12);
	assert_int_equal(head_length(text_of("Content-Length: 5\r\n"
	    "Content-Length: 5\r\n")), 5);
	assert_int_equal(head_length(text_of("Content-Length: 5\r\n"
	    "Content-Length: 6\r\n")), -2);
	assert_int_equal(head_length(text_of("Content-Length: -5\r\n")), -2);
	assert_int_equal(head_length(text_of("Content-Length: 5, 5\r\n")), -2);
	assert_int_equal(head_length(text_of("Content-Length:\r\n")), -2);
}

static void
retry_after_is_seconds(void **state)
{
	(void)state;
	assert_int_equal(head_retry_after(text_of("A: b\r\n"), 0), -1);
	assert_int_equal(head_retry_after(text_of("Retry-After: 7\r\n"), 0),
	    7);
	assert_int_equal(head_retry_after(text_of("Retry-After: soon\r\n"),
	    0), -1);
	assert_int_equal(head_retry_after(text_of("Retry-After: "
	    "Sun, 06 Nov 1994 08:49:37 GMT\r\n"), 784111777 - 30), 30);
	assert_int_equal(head_retry_after(text_of("Retry-After: "
	    "Sun, 06 Nov 1994 08:49:37 GMT\r\n"), 800000000), 0);
	assert_int_equal(head_retry_after(text_of(
	    "Retry-After: 99999999999\r\n"), 0), 7 * 86400);
}

static void
stored_heads_are_true(void **state)
{
	struct buffer b;

	(void)state;
	buffer_init(&b, 1000);
	assert_int_equal(head_add_stored(&b, text_of("HTTP/1.1 200 OK\r\n"
	    "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
	    "Content-Length: 99\r\n\r\n"), 5, false), 0);
	assert_string_equal(b.bytes, "HTTP/1.1 200 OK\r\n"
	    "X-Crawler-Transfer-Encoding: chunked\r\n"
	    "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\n");
	buffer_clear(&b);
	assert_int_equal(head_add_stored(&b, text_of("HTTP/1.1 304 Not "
	    "Modified\nContent-Length: 9\n\n"), SIZE_MAX, false), 0);
	assert_string_equal(b.bytes, "HTTP/1.1 304 Not Modified\r\n"
	    "Content-Length: 9\r\n\r\n");
	buffer_clear(&b);
	assert_int_equal(head_add_stored(&b, text_of("HTTP/1.1 200 OK\r\n"
	    "Content-Encoding: gzip\r\n\r\n"), 5, true), 0);
	assert_string_equal(b.bytes, "HTTP/1.1 200 OK\r\n"
	    "X-Crawler-Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\n");
	buffer_release(&b);
}

static void
bases_are_read(void **state)
{
	struct case_row { const char *page, *base; } row[] = {
		{"<head><base href='/shop/'></head>", "/shop/"},
		{"<BASE target=_top><base href=\"//x.example/a&amp;b\">",
		    "//x.example/a&b"},
		{"<base href=first><base href=second>", "first"},
		{"<!-- <base href=no> --><body><base href=late>", NULL},
		{"<script>'<base href=no>'</script>", NULL},
	};
	struct buffer b;
	size_t i;

	(void)state;
	buffer_init(&b, LINK_MAX);
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		buffer_clear(&b);
		assert_int_equal(link_html_base(text_of(row[i].page), &b),
		    row[i].base != NULL);
		if (row[i].base != NULL)
			assert_string_equal(b.bytes, row[i].base);
	}
	buffer_release(&b);
}

static void
challenges_are_seen(void **state)
{
	struct text none = text_of(""), page = text_of("<html><head>"
	    "<title>Just a moment...</title>");
	struct text ordinary = text_of("<p>Give it just a moment...</p>"
	    "<script src=/cdn-cgi/challenge-platform/scripts/jsd.js>");

	(void)state;
	assert_true(challenge_is(200, text_of("cf-mitigated: challenge\r\n"),
	    none));
	assert_true(challenge_is(403, none, page));
	assert_true(challenge_is(200, none, page));
	assert_false(challenge_is(200, none, ordinary));
	assert_true(challenge_is(503, none, ordinary));
	assert_false(challenge_is(404, none, none));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_links),
		cmocka_unit_test(header_links),
		cmocka_unit_test(lengths_must_agree),
		cmocka_unit_test(retry_after_is_seconds),
		cmocka_unit_test(stored_heads_are_true),
		cmocka_unit_test(bases_are_read),
		cmocka_unit_test(challenges_are_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
