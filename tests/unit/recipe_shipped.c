/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recipes that are shipped, and the one in the manual. */
#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "recipe_text.h"
#include "slurp.h"

#define SHIPPED "fetch/sources"

static void
all_shipped_are_read(void **state)
{
	DIR *list = opendir(SHIPPED);
	struct dirent *entry;
	size_t count = 0, length;
	char name[256];
	struct recipe r;

	(void)state;
	if (list == NULL)
		fail_msg("%s: to be run from the top of the tree", SHIPPED);
	while ((entry = readdir(list)) != NULL) {
		length = strlen(entry->d_name);
		if (length < 6 || entry->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)length - 5,
		    entry->d_name);
		if (recipe_read(&r, name, SHIPPED, &c) < 0)
			fail_msg("%s", c.text);
		/* nobody has seen a live service answer here */
		if (strstr(r.verified, "never run against the live service")
		    != r.verified)
			fail_msg("%s: verified %s", name, r.verified);
		recipe_release(&r);
		count++;
	}
	closedir(list);
	assert_true(count >= 45);
}

static struct text
first_of(const struct json *record, const struct recipe_field *f)
{
	struct text t = {NULL, 0};
	const struct json *v;
	size_t i;

	for (i = 0; i < f->path_count && text_is_absent(t); i++) {
		v = json_at(record, f->path[i]);
		t = json_type(v) == JSON_TRUE ? text_of("true") :
		    json_type(v) == JSON_FALSE ? text_of("false") :
		    json_text(v);
	}
	return t;
}

/* How many records of a payload say each field. */
static void
count_fields(const struct recipe *r, const struct json *root, int *records,
	int field[RECIPE_FIELDS])
{
	const struct json *list = NULL, *v;
	size_t i;

	for (i = 0; i < r->records_count && list == NULL; i++)
		list = json_at(root, r->records_path[i]);
	*records = 0;
	memset(field, 0, RECIPE_FIELDS * sizeof(*field));
	for (v = json_first(list); v != NULL; v = json_next(v)) {
		++*records;
		for (i = 0; i < RECIPE_FIELDS; i++)
			field[i] += first_of(v, &r->field[i]).length > 0;
	}
}

static const struct {
	const char *recipe, *name;
	int records, id, rating, text, author, published, reply;
} payload[] = {
	{"apple-app-store", "apple-1510826067-gb-1", 4, 4, 4, 4, 4,
	    0, 0},
	{"apple-app-store", "apple-497799835-cn-10", 50, 50, 50, 50,
	    50, 0, 0},
	{"apple-app-store", "apple-invalid-author-uri", 2, 2, 2, 2, 2,
	    0, 0},
	{"bazaarvoice", "bazaarvoice-all", 10, 10, 10, 10, 10, 10, 0},
	/* three of them are stars without words */
	{"bazaarvoice", "bazaarvoice-stores", 12, 12, 12, 9, 12, 12,
	    1},
	{"discourse-topic", "discourse-topic", 4, 4, 0, 4, 4, 4, 0},
	{"google-places-legacy", "google-places-details-fr", 5, 0, 5,
	    5, 5, 5, 0},
	{"steam", "steam-1346200", 6, 6, 6, 6, 6, 6, 0},
	{"steam", "steam-dict-439700", 101, 101, 101, 101, 101, 101,
	    0},
	{"trustpilot-events", "trustpilot-events", 2, 2, 2, 2, 2, 2,
	    0},
	{"woocommerce-store", "woo-product-reviews", 25, 25, 25, 25,
	    25, 25, 0},
	{"woocommerce-store", "woo-product-reviews-b", 10, 10, 10, 10,
	    10, 10, 0},
};

static void
paths_fit_real_payloads(void **state)
{
	const char *shared = getenv("SAYSO_SHARED");
	int records, field[RECIPE_FIELDS];
	struct json_document *d;
	struct recipe r;
	struct buffer b;
	char name[4096];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(payload) / sizeof(payload[0]); i++) {
		snprintf(name, sizeof(name), "%s/pages/json-api/%s.json",
		    shared == NULL ? "../shared" : shared, payload[i].name);
		if (access(name, R_OK) != 0) {
			LEAVE_TEST("no %s", name);
		}
		buffer_init(&b, 1 << 20);
		assert_int_equal(slurp(name, &b, &c), 0);
		d = json_read(b.bytes, b.length, false, name, &c);
		assert_non_null(d);
		assert_int_equal(recipe_read(&r, payload[i].recipe, SHIPPED,
		    &c), 0);
		count_fields(&r, json_root(d), &records, field);
		if (records != payload[i].records ||
		    field[RECIPE_ID] != payload[i].id ||
		    field[RECIPE_RATING] != payload[i].rating ||
		    field[RECIPE_TEXT] != payload[i].text ||
		    field[RECIPE_AUTHOR] != payload[i].author ||
		    field[RECIPE_PUBLISHED] != payload[i].published ||
		    field[RECIPE_REPLY] != payload[i].reply)
			fail_msg("%s: %d records, %d %d %d %d %d %d",
			    payload[i].name, records, field[RECIPE_ID],
			    field[RECIPE_RATING], field[RECIPE_TEXT],
			    field[RECIPE_AUTHOR], field[RECIPE_PUBLISHED],
			    field[RECIPE_REPLY]);
		recipe_release(&r);
		json_free(d);
		buffer_release(&b);
	}
}

/* The example in the manual, from its display to the display's end. */
static void
the_manual_is_right(void **state)
{
	static const char opening[] = ".Bd -literal -offset indent\n";
	char *from, *to;
	struct buffer b;
	struct recipe r;

	(void)state;
	buffer_init(&b, 1 << 20);
	if (slurp("fetch/sayso-recipe.5", &b, &c) < 0)
		fail_msg("%s: to be run from the top of the tree", c.text);
	from = strstr(b.bytes, opening) + strlen(opening);
	to = strstr(from, ".Ed");
	*to = '\0';
	assert_int_equal(publish_file(path, from, strlen(from), &c), 0);
	if (recipe_read(&r, path, NULL, &c) < 0)
		fail_msg("%s", c.text);
	assert_string_equal(r.id, "shop-api");
	recipe_release(&r);
	buffer_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_shipped_are_read),
		cmocka_unit_test(paths_fit_real_payloads),
		cmocka_unit_test(the_manual_is_right),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
