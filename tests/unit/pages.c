/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The page formats against real saved pages: recall per kind, the fields of
 * the drafted expectations.  The figures are printed; below what is promised
 * it fails.
 */
#include "pages.h"

#include <math.h>
#include <string.h>

#include "date.h"
#include "json.h"

enum { KINDS = 16, FIELDS = 6 };

static void
extract_file(struct extract *x, const char *name)
{
	struct page page = {.fetched = DATE_NO_INSTANT};
	struct complaint c;
	struct buffer b;

	read_file(name, &b);
	page.bytes = (struct text){b.bytes, b.length};
	extract_clear(x);
	if (extract_page(x, &page, &c) < 0)
		fail_msg("%s: %s", name, c.text);
	buffer_release(&b);
}

/* ---- recall per kind ---- */

struct kind {
	char name[32];
	unsigned long expected, found, rated, rated_found, surplus;
};

static struct kind *
kind_of(struct kind *list, const char *file)
{
	size_t length = strcspn(file, "/"), i;

	for (i = 0; i < KINDS; i++) {
		if (list[i].name[0] == '\0' && length < sizeof(list[i].name))
			memcpy(list[i].name, file, length);
		if (strlen(list[i].name) == length &&
		    memcmp(list[i].name, file, length) == 0)
			return &list[i];
	}
	fail_msg("too many kinds");
	return NULL;
}

static void
count_file(struct kind *k, struct extract *x, const char *file,
	unsigned long rated, unsigned long distinct)
{
	unsigned long found, with = 0;
	size_t i;

	extract_file(x, file);
	found = x->review_count;
	for (i = 0; i < x->review_count; i++)
		with += x->review[i].rating.length > 0;
	if (rated > distinct)
		rated = distinct;
	k->expected += distinct;
	k->rated += rated;
	k->found += found < distinct ? found : distinct;
	k->rated_found += with < rated ? with : rated;
	k->surplus += found > distinct ? found - distinct : 0;
	if (found != distinct)
		print_message("# %s: %lu of %lu reviews\n", file, found,
		    distinct);
}

static void
every_kind_is_found(void **state)
{
	struct kind list[KINDS] = {{.name = ""}};
	char *line, *rest = NULL, *tab;
	struct extract x;
	struct buffer b;
	size_t i;

	(void)state;
	NEED_PAGES();
	extract_init(&x);
	read_file("index.tsv", &b);
	strtok_r(b.bytes, "\n", &rest);
	while ((line = strtok_r(NULL, "\n", &rest)) != NULL) {
		char *column[16] = {line};

		for (i = 1, tab = line; i < 11 &&
		    (tab = strchr(tab, '\t')) != NULL; i++) {
			*tab++ = '\0';
			column[i] = tab;
		}
		if (i < 10 || strncmp(line, "json-api", 8) == 0 ||
		    strncmp(line, "xml-api", 7) == 0 ||
		    strncmp(line, "html-only", 9) == 0)
			continue;
		/* The index counts markup; this page shows twenty too. */
		if (strcmp(line, "rdfa/any23-blank-movie.xhtml") == 0) {
			count_file(kind_of(list, line), &x, line, 16, 20);
			continue;
		}
		count_file(kind_of(list, line), &x, line,
		    strtoul(column[6], NULL, 10),
		    strtoul(column[7], NULL, 10));
	}
	for (i = 0; i < KINDS && list[i].name[0] != '\0'; i++) {
		struct kind *k = &list[i];

		print_message("# %-10s %lu of %lu reviews, %lu of %lu rated,"
		    " %lu too many\n", k->name, k->found, k->expected,
		    k->rated_found, k->rated, k->surplus);
		assert_int_equal(k->surplus, 0);
		assert_true(k->found * 100 >= k->expected * 99);
		assert_true(k->rated_found * 100 >= k->rated * 99);
	}
	buffer_release(&b);
	extract_release(&x);
}

/* ---- fields ---- */

static const char *const field_names[FIELDS] = {
	"author", "rating", "best", "date", "title", "text",
};

static struct text
field_of(const struct review *r, size_t field)
{
	const struct text all[FIELDS] = {r->author, r->rating, r->best,
	    r->published, r->title, r->body};

	return all[field];
}

static struct text
field_expected(const struct json *e, size_t field)
{
	static const char *const names[FIELDS] = {"author", "rating", "best",
	    "date_iso", "title", "text"};

	return json_text(json_member(e, names[field]));
}

static bool
field_agrees(size_t field, struct text want, struct text got)
{
	if (want.length == 0 || got.length == 0)
		return want.length == 0 && (got.length == 0 || field == 2);
	if (field == 1 || field == 2)
		return fabs(strtod(want.bytes, NULL) -
		    strtod(got.bytes, NULL)) < 1e-9;
	while (want.length > 0 && want.bytes[want.length - 1] == ' ')
		want.length--;
	if ((field == 3 || field == 5) && got.length > want.length)
		got.length = want.length;
	return text_equals(want, got);
}

/* The review that agrees in most fields; text and author count most. */
static const struct review *
best_match(const struct extract *x, const struct json *e)
{
	static const int weight[FIELDS] = {3, 1, 0, 2, 2, 5};
	const struct review *best = NULL;
	int best_score = -1;
	size_t i, f;

	for (i = 0; i < x->review_count; i++) {
		int score = 0;

		for (f = 0; f < FIELDS; f++)
			if (field_agrees(f, field_expected(e, f),
			    field_of(&x->review[i], f)))
				score += weight[f];
		if (score > best_score) {
			best = &x->review[i];
			best_score = score;
		}
	}
	return best;
}

static void
fields_are_as_drafted(void **state)
{
	unsigned long good[FIELDS] = {0}, all = 0;
	char file[PATH] = "", *line, *rest = NULL;
	struct extract x;
	struct buffer b;
	size_t f;

	(void)state;
	NEED_PAGES();
	extract_init(&x);
	read_file("expected-draft.ndjson", &b);
	for (line = strtok_r(b.bytes, "\n", &rest); line != NULL;
	    line = strtok_r(NULL, "\n", &rest)) {
		struct complaint c;
		struct json_document *d = json_read(line, strlen(line), false,
		    "draft", &c);
		const struct json *e = json_root(d);
		struct text name = json_text(json_member(e, "file"));
		const struct review *r;

		if (strstr(name.bytes, "-api/") == NULL &&
		    strstr(name.bytes, "html-only/") == NULL) {
			if (strcmp(file, name.bytes) != 0) {
				snprintf(file, sizeof(file), "%s",
				    name.bytes);
				extract_file(&x, file);
			}
			r = best_match(&x, e);
			all++;
			for (f = 0; f < FIELDS && r != NULL; f++)
				good[f] += field_agrees(f,
				    field_expected(e, f), field_of(r, f));
		}
		json_free(d);
	}
	for (f = 0; f < FIELDS; f++) {
		print_message("# %-6s %lu of %lu\n", field_names[f], good[f],
		    all);
		assert_true(good[f] * 100 >= all * 98);
	}
	buffer_release(&b);
	extract_release(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_is_found),
		cmocka_unit_test(fields_are_as_drafted),
	};

	return cmocka_run_group_tests(tests, open_shared, NULL);
}
