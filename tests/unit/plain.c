/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include "html.h"
#include "plain.h"

static void
markup_becomes_text(void **state)
{
	static const struct { const char *markup, *plain; } samples[] = {
		{"  a \n\t b  ", "a b"}, {"<p>one</p><p>two</p>", "one two"},
		{"a<br>b<br/>c", "a b c"}, {"un<b>break</b>able", "unbreakable"},
		{"Tom &amp;amp; &lt;b&gt;", "Tom &amp; <b>"},
		{"caf&eacute; &#8364; &#x20AC; &#128;", "café € € €"},
		{"I <3 it, a < b > c", "I <3 it, a < b > c"},
		{"x <!-- no --> y", "x y"}, {"open <!-- stays", "open <!-- stays"},
		{"<script>no()</script>yes<style>p{}</style>", "yes"},
		{"AT&T &bogus; &#; &", "AT&T &bogus; &#; &"},
		{"a&nbsp;\xC2\xA0\xE3\x80\x80z", "a z"},
		{"zero\xE2\x80\x8Bwidth so\xC2\xAD" "ft", "zerowidth soft"},
		{"\xE2\x80\xAE" "abc\xE2\x80\xAC \xE2\x81\xA6x\xE2\x81\xA9",
		    "abc x"},
		{"bell\x07 nul\x01", "bell nul"},
		{"می\xE2\x80\x8Cخواهم\xE2\x80\x8C ", "می\xE2\x80\x8Cخواهم"},
		{"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
		{"&#0; &#xD800; &#99999999;", "\xEF\xBF\xBD \xEF\xBF\xBD "
		    "\xEF\xBF\xBD"},
		{"<a href='x>y'>link</a>", "link"},
	};
	struct arena a;
	size_t i;

	(void)state;
	arena_init(&a, 1 << 20);
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
		page_text(samples[i].markup, plain_markup(&a,
		    text_of(samples[i].markup)), samples[i].plain);
	assert_true(text_is_absent(plain_markup(&a, text_of(" <br> "))));
	page_text("no markup", plain_text(&a, text_of("<b>&amp;</b>")),
	    "<b>&amp;</b>");
	arena_release(&a);
}

static void
nodes_become_text_up_to_a_limit(void **state)
{
	struct html_document *d;
	struct complaint c;
	struct buffer b;
	struct arena a;
	size_t steps = 3;

	(void)state;
	d = html_read(text_of("<div>One<p>two &amp;amp;</p><script>x</script>"
	    "<select><option>3</select>é</div>"), NULL, &c);
	arena_init(&a, 1 << 20);
	page_text("node", plain_node(&a, html_root(d), NULL),
	    "One two &amp; é");
	buffer_init(&b, 1 << 20);
	assert_int_equal(plain_add_node(&b, html_root(d), 6, NULL), 0);
	assert_true(b.length <= 6);
	assert_true(text_is_absent(plain_node(&a, html_root(d), &steps)));
	assert_int_equal(steps, 0);
	buffer_release(&b);
	arena_release(&a);
	html_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_becomes_text),
		cmocka_unit_test(nodes_become_text_up_to_a_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
