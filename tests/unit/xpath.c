/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is matched here against what libxml2 finds: an expression in
 * parentheses is left to the library. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "shelf.h"
#include "xpath.h"

static const char page[] = "<html lang=en><body id=top>"
	"<h1 id='HEADING'>A <b>thing</b></h1>"
	"<div class='list'><div class='review first' data-id='R1'>"
	"<span class='title big'>Good</span><p>One <i>two</i> three</p>"
	"<a href='/u/1'> Ann </a><a href='/u/2'>Bob</a><a>Nobody</a>"
	"<div class='reply'><div class='review nested' id='R-2'><p>Inner</p>"
	"<ul><li class=x>1</li><li>2</li><li class=x>3</li></ul></div></div>"
	"</div><div class='review' data-id='R3'><span></span>"
	"<span class='title'>  Bad \n one </span><p>\xD8\xA7\xD9\x84</p>"
	"<svg aria-label='4 of 5'><title>4 of 5</title></svg></div></div>"
	"<p class=''>&amp; <q>x &foo; y</q></p><p title='&foo;'></p>"
	"</body></html>";

static const char *const expressions[] = {
	"//div", "//*", "/html", "/html/body", "/body", "body/div", ".//p",
	"./body", "//div/div", "//div//div", "//div//div//p", "//div/p/i",
	"//*[@data-id]", "//*[@data-id]/@data-id", "//*[@id='top']",
	"//*[@id = \"top\"]", "//@id", "//*[contains(@class, 'review')]",
	"//*[contains(@class, 'review') and not(contains(@class, 'nested'))]",
	"//*[contains(@class, 'review')][not(.//*[contains(@class, 'review')])"
	"]", "//*[contains(concat(' ', @class, ' '), ' review ')]",
	"//*[contains(concat(' ', normalize-space(@class), ' '), ' big ')]",
	"//*[self::p or self::li or self::ul]", "//*[self::p][@class]",
	"//p[not(@class)]", "//*[not(*)]", "//*[not(@class) and (p or i)]",
	"//div[p]", "//div[p/i]", "//div[.//li]", "//div[ul/li[@class='x']]",
	"//li[ancestor::div[@data-id]]", "//p[ancestor-or-self::p[@title]]",
	"//*[not(ancestor::*[contains(@class, 'review')])][@class]",
	"//li[1]", "//li[@class='x'][1]", "//a[contains(@href, '/u/')][1]",
	"//div[@data-id]/a[1]/@href", "//a[normalize-space()]",
	"//*[starts-with(normalize-space(), 'Bad')]", "//*[. = 'Good']",
	"//span[normalize-space() = 'Bad one']", "//*[string-length() > 20]",
	"//p[string-length() < 3]", "//p[string-length(@class) < 1]",
	"//*[local-name() = 'svg']", "//*[local-name()='svg'][contains("
	"@aria-label, '5') or .//*[local-name()='title']]", "//q | //li",
	"//li | //q | //li", "//*[contains(., 'two')]", "//q[contains(., ';')]",
	"//p/@title | //a/@href", "//*[@title='' or @href='']", "//p[@nothing]",
	"//*[@nothing='']", "//*[contains(@nothing, '')]", "//nothing/p",
	"@lang", "@id", "//*[@id | @lang]", "self::html", "self::*/@lang", "self::body", "descendant-or-self::*",
	"descendant-or-self::*[@data-id][1]/@data-id",
	"descendant-or-self::*[@class][1]/@data-id",
	"descendant-or-self::div[@data-id]", "boolean(//q)",
	"boolean(//nothing)", "string(//h1)", "string(//nothing)",
	"string(//a/@href)", "substring-after(//a/@href, '/')",
	"substring-after(//a/@href, 'nothing')", "substring-before("
	"substring-after(//a/@href, '/'), '/')",
	"substring-after(//*[contains(@class, 'title')][starts-with("
	"normalize-space(), 'Bad ')], 'Bad ')",
	/* left to the library, both times */
	"//p/text()", "//li[2]", "//li[last()]", "//p/..", "count(//p)",
	"//*[count(li) > 2]", "//p[position() = 1]", "//*[@*]", "/",
};

struct seen {
	size_t count;
	const struct html_node *node[400];
	char text[400][40];
};

static int
see(void *context, const struct html_node *node, struct text value)
{
	struct seen *s = context;

	if (s->count == 400)
		return 1;
	s->node[s->count] = node;
	snprintf(s->text[s->count++], 40, "%.*s", (int)value.length,
	    value.bytes == NULL ? "" : value.bytes);
	return 0;
}

static void
compare(const struct html_document *d, const struct html_node *from,
	const char *expression)
{
	static struct seen ours, theirs;
	char other[4096];
	struct complaint c;
	size_t i;

	ours.count = theirs.count = 0;
	snprintf(other, sizeof(other), "(%s)", expression);
	assert_int_equal(html_xpath(d, from, expression, see, &ours, &c), 0);
	assert_int_equal(html_xpath(d, from, other, see, &theirs, &c), 0);
	if (ours.count != theirs.count)
		fail_msg("%s: %zu, not %zu", expression, ours.count,
		    theirs.count);
	for (i = 0; i < ours.count; i++)
		if (ours.node[i] != theirs.node[i] ||
		    strcmp(ours.text[i], theirs.text[i]) != 0)
			fail_msg("%s: %zu: %s, not %s", expression, i,
			    ours.text[i], theirs.text[i]);
}

static void
finds_what_the_library_finds(void **state)
{
	struct complaint c;
	struct html_document *d = html_read(text_of(page), NULL, &c);
	struct html_cursor at;
	enum html_step s;
	size_t i;

	(void)state;
	assert_non_null(d);
	for (i = 0; i < sizeof(expressions) / sizeof(*expressions); i++) {
		at = (struct html_cursor){.root = html_root(d)};
		compare(d, NULL, expressions[i]);
		while ((s = html_step(&at)) != HTML_END)
			if (s == HTML_ENTER)
				compare(d, at.node, expressions[i]);
	}
	html_free(d);
}

/* All that recipes for pages ask, on each element of the page. */
static void
shipped_expressions_find_the_same(void **state)
{
	struct complaint c;
	struct html_document *d = html_read(text_of(page), NULL, &c);
	struct shelf shelf;
	size_t i, f, k;

	(void)state;
	shelf_init(&shelf, "fetch/sources");
	assert_int_equal(shelf_shipped(&shelf, &c), 0);
	for (i = 0; i < shelf.shipped_count; i++) {
		const struct recipe *r = shelf.shipped[i];

		if (r->format != RECIPE_HTML)
			continue;
		for (k = 0; k < r->records_count; k++)
			compare(d, NULL, r->records_path[k]);
		for (f = 0; f < RECIPE_FIELDS; f++)
			for (k = 0; k < r->field[f].path_count; k++)
				compare(d, NULL, r->field[f].path[k]);
	}
	shelf_release(&shelf);
	html_free(d);
}

static void
most_that_recipes_ask_is_read_here(void **state)
{
	struct shelf shelf;
	struct complaint c;
	size_t i, f, k, all = 0, read = 0;

	(void)state;
	shelf_init(&shelf, "fetch/sources");
	assert_int_equal(shelf_shipped(&shelf, &c), 0);
	for (i = 0; i < shelf.shipped_count; i++) {
		const struct recipe *r = shelf.shipped[i];

		for (f = 0; f < RECIPE_FIELDS && r->format == RECIPE_HTML; f++)
			for (k = 0; k < r->field[f].path_count; k++) {
				struct xpath *x = xpath_compile(
				    r->field[f].path[k]);

				all++;
				read += x != NULL;
				xpath_free(x);
			}
	}
	shelf_release(&shelf);
	assert_true(all > 50);
	assert_true(10 * read >= 9 * all);
}

static void
what_is_no_expression_is_not_read(void **state)
{
	static const char *const wrong[] = {"", "//", "//[", "//p[", "//p[]",
	    "//p]", "//p[contains(@a)]", "//p['a]", "//a:b", "//@", "//p[1",
	    "//p[@a or]", "concat('a'", "not(", "substring-after(//p, @a)",
	    "//p/self::a", "..", ".", "//*[((((((((((((((((((a))))))))))))))]"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct xpath *x = xpath_compile(wrong[i]);

		if (x != NULL)
			fail_msg("%s was read", wrong[i]);
	}
}

/* What a page's tags say of an expression, before there is a tree. */
static void
tags_tell_what_cannot_be_found(void **state)
{
	static const struct { const char *html, *path; bool may; } samples[] = {
		{"<p class='a review b'>", "//p[contains(@class, 'review')]",
		    true},
		{"<P CLASS=review>", "//p[@class='review']", true},
		{"<p class='review&amp;b'>", "//p[@class='review']", true},
		{"<q class='a review b'>", "//p[contains(@class, 'review')]",
		    false},
		{"<p id='review'>", "//p[contains(@class, 'review')]", false},
		{"<p class='reviews'>", "//*[contains(concat(' ', @class, ' ')"
		    ", ' review ')]", false},
		{"<p>review</p><script>'<p class=review>'</script><!-- "
		    "<p class=review> -->", "//p[@class='review']", false},
		{"<p data-review-id>", "//*[@data-review-id]", true},
		{"<p>data-review-id", "//*[@data-review-id]", false},
		{"<li class=review>", "//article[@class='review'] | "
		    "//li[@class='review']", true},
		{"<b class=review>", "//article[@class='review'] | "
		    "//li[@class='review']", false},
		{"<div><p class=inner>", "//div[@class='review']//"
		    "p[@class='inner']", true},
		/* elements that nobody wrote, and what tags do not say */
		{"text", "//body", true}, {"text", "//body[p]", true},
		{"<p>", "//p[contains(., 'review')]", true},
		{"<p>", "//p[position() = 1]", true},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(*samples); i++)
		if (html_xpath_may_find(&samples[i].path, 1,
		    text_of(samples[i].html)) != samples[i].may)
			fail_msg("%s on %s", samples[i].path,
			    samples[i].html);
}

/* Each of many levels looks up all those above it. */
static void
steps_end(void **state)
{
	enum { LEVELS = 20000 };
	struct buffer deep;
	struct complaint c;
	struct html_document *d;
	static struct seen s;
	size_t i;

	(void)state;
	buffer_init(&deep, 1 << 20);
	for (i = 0; i < LEVELS; i++)
		buffer_add_string(&deep, "<div class=b>");
	d = html_read((struct text){deep.bytes, deep.length}, NULL, &c);
	buffer_release(&deep);
	assert_non_null(d);
	assert_int_equal(html_xpath(d, NULL, "//p//div//div//div[@class='c']"
	    "//div//div//div", see, &s, &c), 0);
	assert_int_equal(s.count, 0);
	assert_false(html_xpath_spent(d));
	assert_int_equal(html_xpath(d, NULL, "//*[ancestor::p or ancestor::q]",
	    see, &s, &c), 0);
	assert_int_equal(s.count, 0);
	assert_true(html_xpath_spent(d));
	html_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_the_library_finds),
		cmocka_unit_test(shipped_expressions_find_the_same),
		cmocka_unit_test(most_that_recipes_ask_is_read_here),
		cmocka_unit_test(what_is_no_expression_is_not_read),
		cmocka_unit_test(tags_tell_what_cannot_be_found),
		cmocka_unit_test(steps_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
