/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pages of every kind, cut at every byte and with every byte broken:
 * what is read ends, and never says more than the whole page does.  What a
 * sanitizer sees here is what this is for. */
#include "page.h"

#include <stdlib.h>

#include "buffer.h"
#include "date.h"
#include "guess.h"
#include "json.h"
#include "repair.h"

#define ONE "{\"id\":1,\"rating\":4,\"text\":\"It is very warm\"," \
	"\"createdAt\":\"2025-03-04\",\"author\":{\"name\":\"Ann\"}}"
#define LIST "{\"reviews\":[" ONE "]}"

static const struct {
	const char *media_type, *bytes;
	size_t reviews;
} pages[] = {
	{"text/html", "<p><script type=\"application/ld+json\">{\"@type\":"
	    "\"Product\",\"name\":\"L\",\"review\":[{\"@type\":\"Review\","
	    "\"reviewBody\":\"Warm &amp; \\u00e9\",\"reviewRating\":{"
	    "\"ratingValue\":\"4/5\"}}]}</script>", 1},
	{"text/html", "<script type=application/ld+json><!-- // {@type: "
	    "'Review', reviewBody: \"a \"b\" c\" author: {name: 'A'}}; -->"
	    "</script>", 1},
	{"text/html", "<div itemscope itemtype=\"http://schema.org/Review\" "
	    "itemref=\"a b\"><p itemprop=reviewBody>Warm<b id=a itemprop="
	    "author>A</b></div><i id=b itemprop=reviewRating>4</i>", 1},
	{"text/html", "<div vocab=\"http://schema.org/\" prefix=\"s: "
	    "http://schema.org/\"><p rel=\"s:review\"><b typeof=Review "
	    "resource=\"#r\"><i property=reviewBody>Warm</i><a property="
	    "author href=\"#a\">A</a></b></div>", 1},
	{"text/html", "<div class=\"hReview\"><p class=description>Warm</p><b "
	    "class=rating><i class=value>4</i>/<i class=best>5</i></b><abbr "
	    "class=dtreviewed title=20250304>x</abbr></div>", 1},
	{"text/html", "<div class=h-review><p class=e-content>Warm</p><data "
	    "class=p-rating value=4>x</data></div>", 1},
	{"text/html", "<div class=review><i class=star-rating title=\"4 of 5 "
	    "stars\"></i><b class=review-title>T</b><p class=review-text>Warm "
	    "it is</p><u class=review-author>A</u></div>", 0},
	{"text/html", "<a href=#review><h1>L</h1><p class=rating>4.6 out of 5 "
	    "| 1,234 ratings", 0},
	{"text/html", "<script id=__NEXT_DATA__ type=application/json>" LIST
	    "</script>", 1},
	{"text/html", "<script>window.__NUXT__=(function(a,b){return {reviews:"
	    "[{text:a,rating:b,author:\"A\"}]}}(\"It is very warm\",4))"
	    "</script>", 1},
	{"text/html", "<script>x=JSON.parse(decodeURIComponent(\"%7B%22reviews"
	    "%22%3A%5B%7B%22rating%22%3A4%2C%22text%22%3A%22It%20is%20very%20"
	    "warm%22%2C%22author%22%3A%22Ann%22%7D%5D%7D\"))</script>", 1},
	{"text/html", "<script>self.__next_f.push([1,\"7:Tf,It is very warm5:"
	    "{\\\"reviews\\\":[\\\"$8\\\",\\\"$5\\\"]}\\n8:{\\\"rating\\\":4,"
	    "\\\"text\\\":\\\"$7\\\",\\\"author\\\":\\\"A\\\"}\\n\"])"
	    "</script>", 1},
	{"text/html", "<script>S={\"R:1\":{\"rating\":4,\"text\":\"It is very "
	    "warm\",\"author\":{\"__ref\":\"U:1\"}},\"U:1\":{\"name\":\"A\","
	    "\"reviews\":[{\"__ref\":\"R:1\"}]}}</script>", 1},
	{"text/html", "<script>c.enqueue(\"[{\\\"_1\\\":2},\\\"reviews\\\",[3]"
	    ",{\\\"_4\\\":5,\\\"_6\\\":7,\\\"_8\\\":9},\\\"rating\\\",4,"
	    "\\\"text\\\",\\\"It is very warm\\\",\\\"author\\\",\\\"A\\\"]"
	    "\\n\")</script>", 1},
	{"text/html", "<div data-props='" LIST "'><p x=\"{&quot;reviews&quot;:"
	    "[{&quot;rating&quot;:4}]}\">", 1},
	{"application/rss+xml", "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY"
	    " a \"b\">]><rss xmlns:im=\"http://itunes.apple.com/rss\"><channel"
	    "><item><title>T &amp; &nbsp; &a;</title><description><![CDATA[<p>"
	    "Warm]]></description><im:rating>4</im:rating></item></channel>"
	    "</rss>", 1},
	{"application/atom+xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
	    "<entry><title>\xE2\x98\x85\xE2\x98\x85 T</title><content type="
	    "html>&lt;b>Warm</content><updated>2025-03-04</updated></entry>"
	    "</feed>", 1},
};

static size_t
count_of(const char *bytes, size_t length, const char *media_type)
{
	/* Exactly as long: a sanitizer sees a byte too many. */
	char *copy = malloc(length > 0 ? length : 1);
	struct page page = {.bytes = {copy, length},
	    .media_type = text_of(media_type), .fetched = PAGE_FETCHED};
	struct complaint c;
	struct extract x;
	size_t count;

	assert_non_null(copy);
	memcpy(copy, bytes, length);
	extract_init(&x);
	extract_page(&x, &page, &c);
	count = x.review_count;
	extract_release(&x);
	free(copy);
	return count;
}

static void
pages_cut_at_every_byte(void **state)
{
	size_t i, length;

	(void)state;
	for (i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		size_t whole = strlen(pages[i].bytes);

		if (count_of(pages[i].bytes, whole, pages[i].media_type) !=
		    pages[i].reviews)
			fail_msg("page %zu: other reviews", i);
		for (length = 0; length < whole; length++)
			assert_true(count_of(pages[i].bytes, length,
			    pages[i].media_type) <= 1);
	}
}

/* Every byte once as a quote, a brace, NUL, and with its highest bit. */
static void
pages_with_every_byte_broken(void **state)
{
	static const char instead[] = {'"', '{', '<', '\0', (char)0x80};
	size_t i, at, k;

	(void)state;
	for (i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		size_t length = strlen(pages[i].bytes);
		char *copy = malloc(length);

		assert_non_null(copy);
		for (at = 0; at < length; at++)
			for (k = 0; k < sizeof(instead); k++) {
				memcpy(copy, pages[i].bytes, length);
				copy[at] = instead[k];
				assert_true(count_of(copy, length,
				    pages[i].media_type) <= 2);
			}
		free(copy);
	}
}

/* ---- JSON ---- */

static const char *const hostile[] = {
	"", " ", "[", "]", "{", "}", "[}", "{]", "[[", "[,", "[1,", "[,1]",
	"[1,,2]", "[1 2]", "[1]x", "[\"\"", "[\"a", "[\"\\", "[\"\\u", "[\"\\u0"
	"0", "[\"\\u00g0\"]", "[\"\\x00\"]", "[\"\\uD800\"]",
	"[\"\\uD800\\uD800\"]", "[\"\\uDC00\"]", "[\"\\uD83D\\uDE00\"]",
	"[\"\\u0000\"]", "[\"a\tb\"]", "[\"a\nb\"]", "[\"\x01\"]",
	"[\"\xFF\"]", "[\"\xC0\xAF\"]", "[\"\xED\xA0\x80\"]", "[\"\xF4\x90\x80"
	"\x80\"]", "[\xEF\xBB\xBF]", "\xEF\xBB\xBF{}", "\xFF\xFE[\0]", "[-]",
	"[+1]", "[01]", "[-01]", "[1.]", "[.5]", "[1e]", "[1e+]", "[0x1]",
	"[1e400]", "[-1e400]", "[123456789012345678901234567890]",
	"[0.1e-9999999999]", "[NaN]", "[Infinity]", "[nul]", "[tru]", "[True]",
	"{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{:1}", "{\"a\":1:2}",
	"{\"a\" 1}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\":1,\"a\":2}",
	"{\"\":0}", "{\"a\\u0000b\":1}", "{\"a\":[{\"b\":[{\"c\":", "//", "/*",
	"[1/*", "/**/[]", "[1]//", "#", "*", "\"a", "'a'", "a", "1", "-", "\\",
	"[\"a\\", "{\"reviews\":[{\"rating\":4,\"text\":", "[[[[[[[[[[[[[[[[",
	"{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":", "[\"%7B%\"]", "[\"{\\\"a\\\":[\"]",
};

static int
take(void *context, struct review *r)
{
	(void)context;
	(void)r;
	return 0;
}

static void
read_json(const char *bytes, size_t length)
{
	char *copy = malloc(length > 0 ? length : 1);
	struct complaint c;
	struct json_document *d;
	struct buffer to;
	struct arena arena;
	struct records_how how = {.fetched = DATE_NO_INSTANT, .arena = &arena,
	    .take = take};

	assert_non_null(copy);
	memcpy(copy, bytes, length);
	arena_init(&arena, 1 << 20);
	buffer_init(&to, 1 << 16);
	d = json_read(copy, length, false, "h", &c);
	if (d != NULL)
		guess_json(json_root(d), &how);
	json_free(d);
	/* What is repaired is JSON. */
	if (repair_json(&to, (struct text){copy, length}) == 0) {
		d = json_read(to.bytes, to.length, false, "h", &c);
		if (d == NULL)
			fail_msg("%.*s: repaired to %.*s", (int)length, copy,
			    (int)to.length, to.bytes);
		json_free(d);
	}
	buffer_release(&to);
	arena_release(&arena);
	free(copy);
}

static void
hostile_json_ends(void **state)
{
	static const char whole[] = "{\"data\":[{\"review_id\":\"a\\u00e9\","
	    "\"stars\":-4.5e1,\"text\":\"It is \\\"very\\\" warm\",\"user\":{"
	    "\"name\":null,\"city\":\"Ulm\"},\"reply\":{\"body\":\"Thanks\","
	    "\"created_at\":1741083072},\"ok\":[true,false]}]}";
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(hostile) / sizeof(*hostile); i++)
		read_json(hostile[i], strlen(hostile[i]));
	for (i = 0; i < sizeof(whole); i++)
		read_json(whole, i);
}

static void
json_inside_of_pages_ends(void **state)
{
	struct buffer page;
	size_t i;

	(void)state;
	buffer_init(&page, 1 << 16);
	for (i = 0; i < sizeof(hostile) / sizeof(*hostile); i++) {
		buffer_clear(&page);
		buffer_add_format(&page, "<script type=application/ld+json>"
		    "{\"@type\":\"Review\",\"reviewBody\":\"Warm\",\"x\":%s"
		    "</script><script>reviews={\"ratings\":%s</script>"
		    "<script type=application/json>{\"reviews\":%s,\"ratings\""
		    ":1}</script>", hostile[i], hostile[i], hostile[i]);
		assert_true(count_of(page.bytes, page.length, "text/html") <=
		    1);
	}
	buffer_release(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_cut_at_every_byte),
		cmocka_unit_test(pages_with_every_byte_broken),
		cmocka_unit_test(hostile_json_ends),
		cmocka_unit_test(json_inside_of_pages_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
