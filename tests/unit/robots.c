/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "jsonl.h"

#include "robots.h"

static bool
allows(const char *file, const char *agent, const char *url)
{
	struct robots *r = robots_read(file, strlen(file), agent);
	bool verdict;

	assert_non_null(r);
	verdict = robots_allows(r, url);
	robots_free(r);
	return verdict;
}

static void
longest_rule_wins(void **state)
{
	const char *file = "User-agent: *\nDisallow: /shop\n"
	    "Allow: /shop/public\nDisallow: /*.pdf$\n";

	(void)state;
	assert_false(allows(file, "sayso", "https://a.example/shop"));
	assert_true(allows(file, "sayso", "https://a.example/shop/public/1"));
	assert_true(allows(file, "sayso", "https://a.example/sho"));
	assert_false(allows(file, "sayso", "https://a.example/x/y.pdf"));
	assert_true(allows(file, "sayso", "https://a.example/x/y.pdf?z"));
	assert_true(allows("user-agent: *\nallow: /a\ndisallow: /a\n",
	    "sayso", "/a"));
	assert_true(allows("", "sayso", "/"));
	assert_true(allows("Disallow: /\n", "sayso", "/"));
}

static void
own_group_hides_the_general_one(void **state)
{
	const char *file = "User-agent: *\nDisallow: /\n\n"
	    "User-agent: other\nUser-agent: SaySo\nDisallow: /private\n"
	    "Sitemap: https://a.example/map.xml\nDisallow: /secret\n";

	(void)state;
	assert_true(allows(file, "sayso/1.0", "/"));
	assert_false(allows(file, "sayso", "/private/x"));
	assert_false(allows(file, "sayso", "/secret"));
	assert_false(allows(file, "nobody", "/"));
}

static void
delay_is_read(void **state)
{
	static const struct { const char *file; int64_t ms; } row[] = {
		{"User-agent: *\nCrawl-delay: 10\n", 10000},
		{"User-agent: *\nCrawl-delay: 0.25 s\n", 250},
		{"User-agent: *\nCrawl-delay: soon\n", -1},
		{"User-agent: *\nCrawl-delay: 99999999999999\n",
		    ROBOTS_DELAY_MAX_MS},
		{"User-agent: *\nCrawl-delay: 9\n"
		    "User-agent: sayso\nCrawl-delay: 2\n", 2000},
		{"User-agent: *\nDisallow: /x\n", -1},
		{"Crawl-delay: 5\n", -1},
	};
	struct robots *r;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		r = robots_read(row[i].file, strlen(row[i].file), "sayso");
		assert_int_equal(robots_delay(r), row[i].ms);
		robots_free(r);
	}
}

/* Patterns made to be slow must not be. */
static void
hostile_patterns_end(void **state)
{
	static char file[1 << 20], url[2000];
	struct robots *r;
	size_t at;
	int i;

	(void)state;
	at = (size_t)snprintf(file, sizeof(file), "user-agent: *\n");
	while (at + 200 < sizeof(file)) {
		at += (size_t)snprintf(file + at, 20, "disallow: /");
		for (i = 0; i < 40; i++)
			at += (size_t)snprintf(file + at, 4, "*a");
		at += (size_t)snprintf(file + at, 4, "b\n");
	}
	memset(url, 'a', sizeof(url) - 1);
	url[0] = '/';
	r = robots_read(file, at, "sayso");
	assert_true(robots_allows(r, url));
	robots_free(r);
	memset(file, '\xFF', sizeof(file));
	r = robots_read(file, sizeof(file), "sayso");
	assert_true(robots_allows(r, "/"));
	robots_free(r);
}

/* The case's bytes stand as Latin-1 characters. */
static size_t
latin1(struct text value, char *to)
{
	size_t i = 0, n = 0;

	while (i < value.length) {
		unsigned char c = (unsigned char)value.bytes[i++];

		if (c >= 0xC0 && i < value.length)
			c = (unsigned char)((c & 3) << 6 |
			    ((unsigned char)value.bytes[i++] & 0x3F));
		to[n++] = (char)c;
	}
	return n;
}

static bool
case_agrees(struct text line)
{
	struct complaint c;
	struct json_document *d = json_read(line.bytes, line.length, false,
	    "case", &c);
	const struct json *v = json_root(d);
	struct text body = json_text(json_member(v, "robots_latin1"));
	char *bytes = malloc(body.length + 1);
	struct robots *r;
	bool verdict, wanted = json_is_true(json_member(v, "allowed"));

	assert_non_null(d);
	assert_non_null(bytes);
	r = robots_read(bytes, latin1(body, bytes),
	    json_text(json_member(v, "agent")).bytes);
	verdict = robots_allows(r, json_text(json_member(v, "url")).bytes);
	robots_free(r);
	free(bytes);
	if (verdict != wanted)
		print_message("# %.300s\n", line.bytes);
	json_free(d);
	return verdict == wanted;
}

static void
specification_cases(void **state)
{
	const char *shared = getenv("SAYSO_SHARED");
	struct jsonl_reader *reader;
	struct complaint c;
	struct text line;
	char path[4096];
	int cases = 0, agree = 0;

	(void)state;
	snprintf(path, sizeof(path), "%s/robots/robots-spec-cases.jsonl",
	    shared == NULL ? "../shared" : shared);
	reader = jsonl_open(path, &c);
	if (reader == NULL) {
		LEAVE_TEST("no %s", path);
	}
	while (jsonl_next(reader, &line, &c) == 1) {
		cases++;
		agree += case_agrees(line);
	}
	jsonl_close(reader);
	assert_int_equal(cases, 400);
	assert_int_equal(agree, 400);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(longest_rule_wins),
		cmocka_unit_test(own_group_hides_the_general_one),
		cmocka_unit_test(delay_is_read),
		cmocka_unit_test(hostile_patterns_end),
		cmocka_unit_test(specification_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
