/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pieces of real saved pages: malformed JSON-LD, rating snippets.  The figures
 * are printed; below what is promised it fails.
 */
#include "pages.h"

#include <math.h>
#include <string.h>

#include "html.h"
#include "json.h"
#include "jsonld.h"
#include "plain.h"
#include "rating.h"
#include "rating_number.h"
#include "stars.h"

static void
broken_scripts_are_read(void **state)
{
	char *line, *rest = NULL, name[PATH];
	unsigned long all = 0, good = 0;
	struct buffer list, b;

	(void)state;
	NEED_PAGES();
	read_file("malformed-jsonld/index.tsv", &list);
	strtok_r(list.bytes, "\n", &rest);
	while ((line = strtok_r(NULL, "\n", &rest)) != NULL) {
		struct complaint c = {.text = ""};
		struct json_document *d;
		const struct json *root;

		line[strcspn(line, "\t")] = '\0';
		snprintf(name, sizeof(name), "malformed-jsonld/%s", line);
		read_file(name, &b);
		d = jsonld_read((struct text){b.bytes, b.length}, &c);
		root = d == NULL ? NULL : json_root(d);
		if (json_type(root) == JSON_ARRAY)
			root = json_first(root);
		all++;
		if (json_member(root, "@context") != NULL ||
		    json_member(root, "@type") != NULL)
			good++;
		else
			print_message("# %s: %s\n", line, c.text);
		json_free(d);
		buffer_release(&b);
	}
	print_message("# %lu of %lu broken scripts\n", good, all);
	assert_true(good * 100 >= all * 90);
	buffer_release(&list);
}

static bool
is_value(const char *digits, const struct json *want)
{
	struct text t = json_text(want);

	if (t.length == 0)
		return digits[0] == '\0';
	return digits[0] != '\0' &&
	    fabs(strtod(digits, NULL) - strtod(t.bytes, NULL)) < 1e-9;
}

/* The scale that stands beside a snippet: as itemprop, or in the text. */
static void
read_scale(const struct json *e, struct rating *r, struct arena *a)
{
	struct text around = json_text(json_member(e, "parent_html")), t;
	struct html_cursor at = {.root = NULL};
	struct html_document *d;
	struct complaint c;
	struct rating wide;
	enum html_step s;

	d = around.length == 0 ? NULL : html_read(around, NULL, &c);
	if (d == NULL)
		return;
	at.root = html_root(d);
	while ((s = html_step(&at)) != HTML_END) {
		if (!text_is(html_attribute(at.node, "itemprop"),
		    "bestRating"))
			continue;
		t = html_attribute(at.node, "content");
		rating_number(t.length > 0 ? t : plain_node(a, at.node, NULL),
		    r->best);
		break;
	}
	html_free(d);
	if (r->best[0] == '\0' && rating_read(plain_markup(a, around), &wide)
	    && strtod(wide.value, NULL) - strtod(r->value, NULL) == 0)
		memcpy(r->best, wide.best, sizeof(r->best));
}

/* A snippet's rating from its own text (what stands beside it may have the
 * scale), or from what it shows. */
static void
read_snippet(const struct json *e, struct rating *r)
{
	struct text html = json_text(json_member(e, "html"));
	struct html_document *d;
	struct complaint c;
	struct arena a;

	*r = (struct rating){.value = ""};
	arena_init(&a, 1 << 20);
	if (text_is(json_text(json_member(e, "kind")), "rating")) {
		rating_read(plain_markup(&a, html), r);
		if (r->best[0] == '\0')
			read_scale(e, r, &a);
	} else {
		d = html_read(html, NULL, &c);
		if (d == NULL || !stars_read(html_root(d), r))
			*r = (struct rating){.value = ""};
		html_free(d);
	}
	arena_release(&a);
}

static void
snippets_are_read(void **state)
{
	unsigned long all = 0, value = 0, scaled = 0, scale = 0;
	char *line, *rest = NULL;
	struct buffer b;

	(void)state;
	NEED_PAGES();
	read_file("rating-snippets/zyte-parsers-ratings.ndjson", &b);
	for (line = strtok_r(b.bytes, "\n", &rest); line != NULL;
	    line = strtok_r(NULL, "\n", &rest)) {
		struct complaint c;
		struct json_document *d = json_read(line, strlen(line), false,
		    "snippet", &c);
		const struct json *e = json_root(d);
		const struct json *best = json_member(e, "bestRating");
		struct rating r;
		bool good;

		read_snippet(e, &r);
		good = is_value(r.value, json_member(e, "ratingValue"));
		all++;
		value += good;
		if (!good)
			print_message("# snippet %lu: \"%s\"\n", all, r.value);
		if (json_text(best).length > 0) {
			scaled++;
			scale += is_value(r.best, best);
			if (!is_value(r.best, best))
				print_message("# snippet %lu: scale \"%s\","
				    " not %s\n", all, r.best,
				    json_text(best).bytes);
		}
		json_free(d);
	}
	print_message("# %lu of %lu snippets, %lu of %lu scales\n", value, all,
	    scale, scaled);
	assert_true(value * 100 >= all * 97);
	buffer_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(broken_scripts_are_read),
		cmocka_unit_test(snippets_are_read),
	};

	return cmocka_run_group_tests(tests, open_shared, NULL);
}
