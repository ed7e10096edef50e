/* SPDX-License-Identifier: GPL-3.0-or-later */
/* visit.h: which pages are inflated, and which ends are believed. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "visit.h"
#include "gzip.h"

enum { LONG = 60000, SHORT = 6000 };	/* a challenge may be short */

static struct politeness politeness;
static char text[LONG];
static struct buffer coded;

static int
enter(void **state)
{
	uint32_t seed = 20261122;
	size_t i;

	(void)state;
	for (i = 0; i < LONG; i++) {
		seed = seed * 1103515245 + 12345;
		text[i] = "etaoin shrdlu cm"[(seed >> 16 & seed >> 20) & 15];
	}
	politeness_init(&politeness, 1);
	buffer_init(&coded, 1 << 20);
	return 0;
}

static int
leave(void **state)
{
	(void)state;
	buffer_release(&coded);
	politeness_release(&politeness);
	return 0;
}

/* What becomes of `coded` behind that head; *page is what could be read. */
static enum visit_end
taken(bool unread, const char *head, int status, size_t *page)
{
	struct http_reply reply = {.outcome = HTTP_ANSWERED, .status = status,
	    .head = text_of(head), .body = {coded.bytes, coded.length}};
	struct complaint c = {0};
	struct visit v;
	enum visit_end end;

	visit_init(&v);
	visit_begin(&v, "http://a.example/", politeness_host(&politeness,
	    "a.example"));
	v.unread = unread;
	end = visit_take(&v, &reply, &politeness, 0, 0, &c);
	*page = end == VISIT_ANSWER ? v.page.length : 0;
	visit_release(&v);
	politeness_release(&politeness);
	return end;
}

static void
code(size_t length)
{
	buffer_clear(&coded);
	assert_int_equal(gzip_add_member(&coded, text, length, 6), 0);
}

#define GZIP "Content-Encoding: gzip\r\n"
#define CHUNKED "Transfer-Encoding: chunked\r\n"

static void
a_page_that_is_looked_into_is_inflated(void **state)
{
	size_t page;

	(void)state;
	code(LONG);
	assert_int_equal(taken(false, GZIP CHUNKED, 200, &page),
	    VISIT_ANSWER);
	assert_int_equal(page, LONG);
}

static void
a_page_that_nobody_reads_stays_coded(void **state)
{
	char head[128];
	size_t page;

	(void)state;
	code(LONG);
	assert_int_equal(taken(true, GZIP CHUNKED, 200, &page), VISIT_ANSWER);
	assert_int_equal(page, 0);
	snprintf(head, sizeof(head), GZIP "Content-Length: %zu\r\n",
	    coded.length);
	assert_int_equal(taken(true, head, 200, &page), VISIT_ANSWER);
	assert_int_equal(page, 0);
}

static void
what_may_be_a_challenge_is_inflated(void **state)
{
	size_t page;

	(void)state;
	code(SHORT);
	assert_int_equal(taken(true, GZIP CHUNKED, 200, &page), VISIT_ANSWER);
	assert_int_equal(page, SHORT);
	code(LONG);
	assert_int_equal(taken(true, GZIP CHUNKED, 404, &page), VISIT_ANSWER);
	assert_int_equal(page, LONG);
	assert_int_equal(taken(true, "cf-mitigated: challenge\r\n" GZIP
	    CHUNKED, 200, &page), VISIT_BLOCKED);
}

/* The end of the connection is no end of a page. */
static void
where_no_length_was_stated_it_is_inflated(void **state)
{
	size_t page;

	(void)state;
	code(LONG);
	assert_int_equal(taken(true, GZIP, 200, &page), VISIT_ANSWER);
	assert_int_equal(page, LONG);
}

static void
what_breaks_off_is_asked_again(void **state)
{
	size_t page;

	(void)state;
	code(LONG);
	coded.length -= 40;
	for (; coded.length > 100; coded.length -= coded.length / 7)
		assert_int_equal(taken(true, GZIP CHUNKED, 200, &page),
		    VISIT_AGAIN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_that_is_looked_into_is_inflated),
		cmocka_unit_test(a_page_that_nobody_reads_stays_coded),
		cmocka_unit_test(what_may_be_a_challenge_is_inflated),
		cmocka_unit_test(where_no_length_was_stated_it_is_inflated),
		cmocka_unit_test(what_breaks_off_is_asked_again),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
