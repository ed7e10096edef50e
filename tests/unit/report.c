/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "made_up.h"
#include "report.h"
#include "shown.h"
#include "summary_write.h"

enum { PAGE_MAX = 32 << 20 };

static void
page_of(struct buffer *b, const struct summary *s)
{
	buffer_init(b, PAGE_MAX);
	assert_int_equal(summary_write_html(b, s), 0);
}

static void
text_is_now(const char *text, size_t limit, const char *wanted)
{
	struct buffer b;

	buffer_init(&b, 1 << 20);
	assert_int_equal(report_text(&b, text, limit), 0);
	assert_string_equal(b.bytes == NULL ? "" : b.bytes, wanted);
	buffer_release(&b);
}

static void
escaping(void **state)
{
	(void)state;
	text_is_now("<b>&\"'`</b>", 100,
	    "&lt;b&gt;&amp;&quot;&#39;&#96;&lt;/b&gt;");
	text_is_now(" a \t\n b\r\n", 100, "a b");
	text_is_now(NULL, 100, "");
	text_is_now("a\xE2\x80\xAE" "b\xE2\x81\xA6" "c\xE2\x80\xAA", 100,
	    "abc");
	text_is_now("a\xFF" "b", 100, "a\xEF\xBF\xBD" "b");
	text_is_now("a\x01\x7F\xC2\x85" "b", 100, "a b");
	text_is_now("\xF3\xA0\x81\x81" "a\xEF\xBB\xBF", 100, "a");
}

static void
cutting(void **state)
{
	(void)state;
	text_is_now("abcdef", 6, "abcdef");
	text_is_now("abcdefg", 6, "abcdef\xE2\x80\xA6");
	text_is_now("one two three", 11, "one two thr\xE2\x80\xA6");
	text_is_now("one two thr ee", 12, "one two thr\xE2\x80\xA6");
	/* A letter keeps its marks, but not a heap of them. */
	text_is_now("e\xCC\x81", 1, "e\xCC\x81");
	text_is_now("e\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86", 9,
	    "e\xCC\x81\xCC\x82\xCC\x83\xCC\x84");
}

static void
links(void **state)
{
	struct text host;

	(void)state;
	assert_true(shown_link("https://a.example/b?c#d", &host));
	assert_true(text_is(host, "a.example"));
	assert_true(shown_link("HTTP://a.example", NULL));
	assert_false(shown_link("javascript:alert(1)", NULL));
	assert_false(shown_link("java\tscript:alert(1)", NULL));
	assert_false(shown_link("data:text/html,x", NULL));
	assert_false(shown_link("//a.example", NULL));
	assert_false(shown_link("https://", NULL));
	assert_false(shown_link("https:///x", NULL));
	assert_false(shown_link("https://good@evil.example/", NULL));
	assert_false(shown_link("https://a.example/\"x", NULL));
	assert_false(shown_link("https://a.example/ x", NULL));
	assert_false(shown_link("https://a.example/\xE2\x80\xAE", NULL));
	assert_false(shown_link(" https://a.example", NULL));
	assert_false(shown_link(NULL, NULL));
	assert_true(shown_language("pt-BR"));
	assert_false(shown_language("en\" onload=\"x"));
	assert_false(shown_language(""));
}

/* Counts the tags `<name`. */
static size_t
count_of(const char *page, const char *what)
{
	size_t n = 0;

	for (; (page = strstr(page, what)) != NULL; page++)
		n++;
	return n;
}

/* Whatever the data holds, the page's own tags are all that it has. */
static void
hostile_data(void **state)
{
	static const char *const never[] = {"<script>alert", "<img", " onload=\"",
	    "javascript:alert", "<style>*", "\xE2\x80\xAE",
	    "\xE2\x81\xA6", "href=\"https://evil", "href=\"https://user@",
	    "http-equiv=\"refresh", "<iframe", "style=\""};
	char word[SHOWN_QUOTE + 8] = {0};
	struct summary s;
	struct buffer b;
	size_t i;

	(void)state;
	made_up(&s);
	page_of(&b, &s);
	for (i = 0; i < sizeof(never) / sizeof(*never); i++)
		if (strstr(b.bytes, never[i]) != NULL)
			fail_msg("the page holds %s", never[i]);
	assert_int_equal(count_of(b.bytes, "<style"), 1);
	/* Every other script element is data, which never runs. */
	assert_int_equal(count_of(b.bytes, "<script>"), 1);
	assert_int_equal(count_of(b.bytes, "<script"), 1 +
	    count_of(b.bytes, "<script type=\"application/json\""));
	assert_int_equal(count_of(b.bytes, "<script"),
	    count_of(b.bytes, "</script"));
	assert_int_equal(count_of(b.bytes, "<blockquote"), 8);
	assert_int_equal(count_of(b.bytes, "</blockquote"), 8);
	assert_int_equal(count_of(b.bytes, "<table"),
	    count_of(b.bytes, "</table"));
	assert_int_equal(count_of(b.bytes, "<tbody"),
	    count_of(b.bytes, "<table"));
	assert_int_equal(count_of(b.bytes, "<section"),
	    count_of(b.bytes, "</section"));
	assert_int_equal(count_of(b.bytes, "<bdi>"),
	    count_of(b.bytes, "</bdi>"));
	assert_non_null(strstr(b.bytes, "&lt;script&gt;alert(1)"));
	/* The word without end is cut, and said to be. */
	memset(word, 'a', SHOWN_QUOTE + 1);
	assert_null(strstr(b.bytes, word));
	strcpy(word + SHOWN_QUOTE, "\xE2\x80\xA6");
	assert_non_null(strstr(b.bytes, word));
	summary_release(&s);
	buffer_release(&b);
}

static void
way_back(void **state)
{
	struct summary s;
	struct buffer b;

	(void)state;
	made_up(&s);
	page_of(&b, &s);
	assert_non_null(strstr(b.bytes, "dir=\"auto\" lang=\"ka\""));
	assert_non_null(strstr(b.bytes, "<a rel=\"noopener noreferrer "
	    "nofollow\" href=\"https://shop.example/r/51907?a=1&amp;b=2\">"));
	assert_non_null(strstr(b.bytes,
	    "tamarel.opinions/20261121T202122Z.warc.gz"));
	assert_non_null(strstr(b.bytes, "at byte 48123"));
	assert_non_null(strstr(b.bytes, "2026-11-21T20:21:22Z"));
	assert_non_null(strstr(b.bytes, "The text was not at hand."));
	summary_release(&s);
	buffer_release(&b);
}

static void
policy(void **state)
{
	struct summary s;
	struct buffer b, digest;
	const char *at;

	(void)state;
	made_up_empty(&s, 0);
	page_of(&b, &s);
	buffer_init(&digest, 200);
	assert_int_equal(report_digest(&digest, report_style), 0);
	assert_int_equal(digest.length, 7 + 44);
	at = strstr(b.bytes, "content=\"default-src 'none'; style-src '");
	assert_non_null(at);
	assert_memory_equal(at + 40, digest.bytes, digest.length);
	buffer_clear(&digest);
	assert_int_equal(report_digest(&digest, report_script), 0);
	at = strstr(b.bytes, "'; script-src '");
	assert_non_null(at);
	assert_memory_equal(at + 15, digest.bytes, digest.length);
	assert_null(strstr(b.bytes, "unsafe"));
	assert_non_null(strstr(b.bytes, "No brand is named as the own one"));
	buffer_release(&digest);
	summary_release(&s);
	buffer_release(&b);
}

/* n and what must and must not be said of two brands of n reviews each. */
static void
few(void **state)
{
	static const struct { int64_t n; const char *has, *has_not; } row[] = {
		{0, "No reviews were collected.", " is rated higher"},
		{1, "too few to estimate", "5.00"},
		{4, "too few to estimate", "5.00"},
		{5, "5.00", "too few to estimate"},
		{5, "few reviews", "own brand ahead"},
		{9, "Too few reviews to compare", "own brand ahead"},
		{10, "write more favourably about ", "too few reviews"},
		{30, "own brand ahead", "class=\"few\">few reviews"},
	};
	struct summary s;
	struct buffer b;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(*row); i++) {
		if (row[i].n == 0)
			made_up_empty(&s, 2);
		else
			made_up_few(&s, row[i].n);
		page_of(&b, &s);
		if (strstr(b.bytes, row[i].has) == NULL)
			fail_msg("n = %d: no \"%s\"", (int)row[i].n,
			    row[i].has);
		if (strstr(b.bytes, row[i].has_not) != NULL)
			fail_msg("n = %d: \"%s\"", (int)row[i].n,
			    row[i].has_not);
		summary_release(&s);
		buffer_release(&b);
	}
}

/* Nobody is named a winner where the interval holds zero. */
static void
no_winner(void **state)
{
	struct summary s;
	struct buffer b;

	(void)state;
	made_up_few(&s, 40);
	assert_int_equal(s.comparison_count, 1);
	s.comparison[0].mean_stars.verdict = SUMMARY_NO_CLEAR_DIFFERENCE;
	s.comparison[0].net_sentiment.verdict = SUMMARY_COMPETITOR_AHEAD;
	page_of(&b, &s);
	assert_non_null(strstr(b.bytes, "No clear difference in stars "
	    "between <bdi>Tamarel</bdi> and <bdi>Zipkaf</bdi>"));
	assert_null(strstr(b.bytes, "is rated higher"));
	assert_non_null(strstr(b.bytes, "write less favourably about "));
	summary_release(&s);
	buffer_release(&b);
}

static void
same_bytes(void **state)
{
	struct summary s, again;
	struct buffer a, b;

	(void)state;
	made_up(&s);
	made_up(&again);
	page_of(&a, &s);
	page_of(&b, &again);
	assert_string_equal(a.bytes, b.bytes);
	buffer_release(&a);
	buffer_release(&b);
	/* A full buffer is told. */
	buffer_init(&a, 5000);
	assert_int_equal(summary_write_html(&a, &s), -1);
	buffer_release(&a);
	summary_release(&s);
	summary_release(&again);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escaping),
		cmocka_unit_test(cutting),
		cmocka_unit_test(links),
		cmocka_unit_test(hostile_data),
		cmocka_unit_test(way_back),
		cmocka_unit_test(policy),
		cmocka_unit_test(few),
		cmocka_unit_test(no_winner),
		cmocka_unit_test(same_bytes),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
