/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure_path.h: names of figures, and that every name of the schema is one. */
#include "unit.h"

#include <string.h>

#include "figure_path.h"
#include "slurp.h"

static const char summary[] =
    "{\"brands\":[{\"name\":\"A/B\",\"role\":\"competitor\","
    "\"total\":{\"reviews\":7,\"stars\":[1,2,3,4,5]},\"sources\":[],"
    "\"aspects\":[{\"aspect\":\"price\",\"reviews\":3,\"negative\":2}]},"
    "{\"name\":\"A\",\"role\":\"own\",\"total\":{\"reviews\":9,"
    "\"meanStars\":{\"value\":4,\"n\":9}},\"sources\":["
    "{\"source\":\"Shop\",\"reviews\":2},{\"source\":\"Shop/EU\","
    "\"reviews\":5}],\"answering\":[{\"reviews\":4},"
    "{\"source\":\"Shop\",\"reviews\":3}],\"words\":["
    "{\"word\":\"good\",\"language\":\"en\",\"reviews\":6}],"
    "\"nearCopies\":{\"clusters\":[{\"reviews\":11},{\"reviews\":12}]}}],"
    "\"comparisons\":[{\"competitor\":\"A/B\",\"meanStars\":{\"n\":8}}],"
    "\"alerts\":[{\"brand\":\"A\",\"what\":\"complaints\","
    "\"first\":\"2026-10-01\",\"count\":13}],\"bad\":14}";

static struct json_document *
read_summary(void)
{
	struct complaint c;
	struct json_document *d = json_read(summary, strlen(summary), false,
	    "summary", &c);

	assert_non_null(d);
	return d;
}

static void
names_lead_to_values(void **state)
{
	static const struct { const char *name; int64_t value; } row[] = {
		{"A/reviews", 9}, {"A/total", 9}, {"A/meanStars/n", 9},
		{"A/B/reviews", 7}, {"A/B/stars/5", 5},
		{"A/B/aspect/price/neg", 2}, {"A/B/aspects/price", 3},
		{"A/source/Shop", 2}, {"A/sources/Shop/EU/reviews", 5},
		{"A/answering/all/reviews", 4},
		{"A/answering/Shop/reviews", 3}, {"A/words/good/en", 6},
		{"A/nearCopies/clusters/2", 12},
		{"comparisons/A/B/meanStars/n", 8},
		{"A/comparisons/A/B/meanStars/n", 8},
		{"alerts/A/complaints/2026-10-01/count", 13}, {"bad", 14},
		{"/stars/1", 1},
	};
	struct json_document *d = read_summary();
	struct figure_path p;
	int64_t value;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(*row); i++) {
		if (!figure_path_find(&p, json_root(d), row[i].name) ||
		    !json_integer(figure_path_value(&p), &value))
			fail_msg("%s: no such figure", row[i].name);
		if (value != row[i].value)
			fail_msg("%s: %lld", row[i].name, (long long)value);
	}
	json_free(d);
}

static void
other_names_lead_nowhere(void **state)
{
	static const char *const name[] = {"", "/", "A", "A/", "A/review",
	    "A/reviewsmore", "A/stars/1", "A/B/stars/6", "A/B/stars/0",
	    "B/reviews", "A/sources/Shop/E", "A/B/comparisons/A/B/meanStars",
	    "comparisons/A/meanStars", "alerts/A/2026-10-01", "worse",
	    "A/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"};
	struct json_document *d = read_summary();
	struct figure_path p;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(name) / sizeof(*name); i++)
		if (figure_path_find(&p, json_root(d), name[i]))
			fail_msg("%s is a figure", name[i]);
	json_free(d);
}

/* Names of `properties` at any depth; both have as many. */
static void
look_at(const struct json *v, bool properties, int depth)
{
	const struct json *m;

	assert_true(depth < 40);
	for (m = json_first(v); m != NULL; m = json_next(m)) {
		const char *name = json_name(m);

		if (properties && !figure_path_is_name(name))
			fail_msg("%s stands in the schema only", name);
		look_at(m, !properties && name != NULL &&
		    strcmp(name, "properties") == 0, depth + 1);
	}
}

static void
every_name_of_the_schema_is_one(void **state)
{
	struct json_document *d;
	struct complaint c;
	struct buffer b;

	(void)state;
	buffer_init(&b, 1 << 20);
	assert_int_equal(slurp("score/summary.schema.json", &b, &c), 0);
	d = json_read(b.bytes, b.length, false, "schema", &c);
	assert_non_null(d);
	look_at(json_root(d), false, 0);
	assert_true(figure_path_is_name("sources/Shop/stars/4"));
	assert_false(figure_path_is_name("negativShare"));
	assert_false(figure_path_is_name("stars/4/"));
	assert_false(figure_path_is_name("4"));
	json_free(d);
	buffer_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_lead_to_values),
		cmocka_unit_test(other_names_lead_nowhere),
		cmocka_unit_test(every_name_of_the_schema_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
