/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <inttypes.h>
#include <glob.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database.h"
#include "details.h"
#include "digest.h"
#include "made_up.h"
#include "query.h"
#include "slurp.h"
#include "summary_write.h"

enum { FILE_MAX = 64 << 20, REVIEWS = 50, MANY = 100000 };

static char folder[] = "/tmp/sayso-database-XXXXXX";

static const char *
path_of(const char *name)
{
	static char path[4][256];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(path[turn], sizeof(path[0]), "%s/%s", folder, name);
	return path[turn];
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unlink(path_of("a.db"));
	unlink(path_of("b.db"));
	unlink(path_of("like.db"));
	return rmdir(folder);
}

static struct review
some_review(int i, char hex[ID_HEX])
{
	struct review r = {.source = text_of("Shop"),
	    .kind = text_of("retailer"), .brand = text_of("Tamarel"),
	    .language = text_of("en-GB"), .rating = text_of("1"),
	    .best = text_of("5"), .body = text_of("not good, it's'; DROP "
	    "TABLE review;--"), .published = text_of("2026-10-05"),
	    .capture = {text_of("tamarel.shop/x.warc.gz"), 77,
	    text_of("2026-11-21T20:21:22Z")}};

	snprintf(hex, ID_HEX, "%08x%024x", (unsigned)i * 2654435761u,
	    (unsigned)i);
	r.id = text_of(hex);
	if (i % 2 == 1)
		r.reply = text_of("Sorry.");
	return r;
}

static const struct sentiment negative = {.label = SENTIMENT_NEG,
	.score = -4000, .stars = 2, .language = "en", .hits = 1,
	.term = {{.negator = "not", .term = "good", .weight = -148,
	.field = SENTIMENT_BODY, .start = 0, .end = 8}}, .count = 1};
static const struct sentiment unscored = {.label = SENTIMENT_UNSCORED,
	.reason = SENTIMENT_NO_KNOWN_WORDS};

static void
put_reviews(struct database *d, struct complaint *c)
{
	struct review nameless = {.body = {"a\0b", 3}};
	char hex[ID_HEX];
	int i;

	for (i = 0; i < REVIEWS; i++) {
		struct review r = some_review(i, hex);

		assert_int_equal(database_put_review(d, &r, &negative,
		    false, c), 0);
	}
	assert_int_equal(database_put_review(d, &nameless, &unscored, false,
	    c), 0);
	assert_int_equal(database_put_review(d, &nameless, &unscored, false,
	    c), 0);
}

/* Counted by the place of the author; a word that another begins with. */
static void
put_terms(struct database *d, struct complaint *c)
{
	static const struct { const char *key; int64_t value; } row[] = {
		{"w|Tamarel|en|not%20good|3", 20},
		{"w|Tamarel|en|not%20good|12", 30},
		{"w|Tamarel|en|not|3", 2},
		{"ww|Tamarel|en|not%20good", -7400},
		{"ww|Tamarel|en|not", -10},
	};
	struct tally *t = tally_create();
	size_t i;

	for (i = 0; i < sizeof(row) / sizeof(*row); i++)
		assert_int_equal(tally_add(t, text_of(row[i].key),
		    row[i].value, c), 0);
	assert_int_equal(database_put_terms(d, t, c), 0);
	tally_free(t);
}

static void
make(const char *path)
{
	struct review_run run = {.id = text_of("run1"),
	    .source = text_of("Shop"), .brand = text_of("Tamarel"),
	    .row = text_of("tamarel.shop"), .ended = text_of("2026-11-21"),
	    .stated = -1, .collected = 50, .status = text_of("short")};
	struct review_aggregate a = {.brand = text_of("Tamarel"),
	    .rating = text_of("4.5"), .rating_count = text_of("1200")};
	struct complaint c;
	struct database *d = database_create(path, &c);
	struct summary s;

	assert_non_null(d);
	put_reviews(d, &c);
	assert_int_equal(database_put_run(d, &run, &c), 0);
	assert_int_equal(database_put_aggregate(d, &a, &c), 0);
	made_up(&s);
	assert_int_equal(database_put_summary(d, &s, &c), 0);
	summary_release(&s);
	put_terms(d, &c);
	assert_int_equal(access(path, F_OK), -1);
	if (database_commit(d, &c) < 0)
		fail_msg("%s", c.text);
}

static void
rows(void **state)
{
	const char *path = path_of("a.db");

	(void)state;
	make(path);
	string_is(path, "PRAGMA integrity_check", "ok");
	assert_int_equal(number_of(path, "SELECT count(*) FROM "
	    "pragma_foreign_key_check"), 0);
	assert_int_equal(number_of(path, "PRAGMA user_version"),
	    DATABASE_VERSION);
	assert_int_equal(number_of(path, "PRAGMA application_id"),
	    DATABASE_APPLICATION);
	assert_int_equal(number_of(path, "SELECT count(*) FROM review"),
	    REVIEWS + 2);
	assert_int_equal(number_of(path, "SELECT count(*) FROM review WHERE"
	    " stars = 1 AND label = 'neg' AND score = -4000 AND"
	    " text_stars = 2 AND language = 'en' AND"
	    " published_epoch = 1791158400 AND capture_offset = 77 AND"
	    " unscored_reason IS NULL"), REVIEWS);
	assert_int_equal(number_of(path, "SELECT count(*) FROM review WHERE"
	    " unscored_reason = 'no-known-words' AND score IS NULL AND"
	    " body = 'a b' AND stars IS NULL"), 2);
	/* Numbered in the order of the puts. */
	assert_int_equal(number_of(path, "SELECT key FROM review WHERE id"
	    " LIKE '%' || printf('%024x', 3)"), 4);
	string_is(path, "SELECT term || weight || field || start || \"end\""
	    " FROM term", "not good-148body08");
	assert_int_equal(number_of(path, "SELECT count(*) FROM source_run"
	    " WHERE stated IS NULL AND status = 'short'"), 1);
	string_is(path, "SELECT rating_count FROM aggregate", "1200");
}

static void
views(void **state)
{
	const char *path = path_of("a.db");

	(void)state;
	assert_int_equal(number_of(path, "SELECT count(*) FROM"
	    " unanswered_complaints WHERE role = 'own'"), REVIEWS / 2);
	assert_true(number_of(path, "SELECT count(*) FROM brand_month") > 5);
	assert_int_equal(number_of(path, "SELECT sum(reviews) FROM"
	    " brand_month WHERE brand = 'Tamarel'"), number_of(path,
	    "SELECT reviews FROM summary_part WHERE part = 'total' AND"
	    " brand = 'Tamarel'"));
	assert_int_equal(number_of(path, "SELECT count(*) FROM brand_source"
	    " WHERE short"), 1);
	assert_int_equal(number_of(path, "SELECT reviews FROM brand_term"
	    " WHERE term = 'not good' AND weight = -7400"), 50);
	assert_int_equal(number_of(path, "SELECT count(*) FROM brand_term"),
	    2);
	assert_int_equal(number_of(path, "SELECT count(*) FROM latest_run"),
	    1);
	assert_int_equal(number_of(path, "SELECT count(*) FROM"
	    " stars_against_words"), 0);
	assert_int_equal(number_of(path, "SELECT count(*) FROM comparison"
	    " WHERE verdict = 'own brand ahead' AND difference_low > 0"), 3);
	assert_int_equal(number_of(path, "SELECT count(*) FROM coverage"
	    " WHERE short"), 2);
	assert_int_equal(number_of(path, "SELECT value FROM about WHERE"
	    " name = 'interval_percent'"), 95);
}

/* Each table of details.h has in the database the columns of its CSV. */
static void
details_as_csv(void **state)
{
	const char *path = path_of("a.db");
	char sql[256], *end;
	struct summary s;
	struct buffer csv;
	int i;

	(void)state;
	made_up(&s);
	for (i = 0; i < DETAILS_TABLES; i++) {
		buffer_init(&csv, FILE_MAX);
		assert_int_equal(summary_write_csv(&csv, &s,
		    details_table[i].name), 0);
		end = strstr(csv.bytes, "\r\n");
		assert_non_null(end);
		*end = '\0';
		snprintf(sql, sizeof(sql), "SELECT group_concat(name) FROM"
		    " pragma_table_info('%s') WHERE name <> 'key'",
		    details_table[i].name);
		string_is(path, sql, csv.bytes);
		buffer_release(&csv);
	}
	summary_release(&s);
	assert_int_equal(number_of(path, "SELECT count(*) FROM ranking"), 2);
	assert_int_equal(number_of(path, "SELECT count(*) FROM answering"
	    " WHERE within_7_days_n > 0 AND within_1_hour IS NULL"), 2);
}

/* Ids that agree in their first 63 bits are two reviews all the same. */
static void
like_ids(void **state)
{
	static const char *const id[] = {
	    "0123456789abcdee0000000000000001",
	    "0123456789abcdef0000000000000002"};
	const char *path = path_of("like.db");
	struct complaint c;
	struct database *d = database_create(path, &c);
	int i;

	(void)state;
	assert_non_null(d);
	for (i = 0; i < 2; i++) {
		struct review r = {.id = text_of(id[i])};

		assert_int_equal(database_put_review(d, &r, &unscored, false,
		    &c),
		    0);
	}
	assert_int_equal(database_commit(d, &c), 0);
	assert_int_equal(number_of(path, "SELECT count(DISTINCT id) FROM"
	    " review"), 2);
}

static void
same_bytes(void **state)
{
	const char *a = path_of("a.db"), *b = path_of("b.db");
	struct buffer first, second;
	struct complaint c;

	(void)state;
	make(b);
	buffer_init(&first, FILE_MAX);
	buffer_init(&second, FILE_MAX);
	assert_int_equal(slurp(a, &first, &c), 0);
	assert_int_equal(slurp(b, &second, &c), 0);
	assert_int_equal(first.length, second.length);
	assert_memory_equal(first.bytes, second.bytes, first.length);
	buffer_release(&first);
	buffer_release(&second);
}

/* More than SQLite keeps in memory: all there at the end. */
static void
many_reviews(void **state)
{
	const char *path = path_of("b.db");
	struct complaint c;
	struct database *d = database_create(path, &c);
	char hex[ID_HEX];
	int i;

	(void)state;
	assert_non_null(d);
	for (i = 0; i < MANY; i++) {
		struct review r = some_review(i, hex);

		assert_int_equal(database_put_review(d, &r, &unscored, false,
		    &c),
		    0);
	}
	assert_int_equal(database_commit(d, &c), 0);
	assert_int_equal(number_of(path, "SELECT count(*) FROM review"),
	    MANY);
	string_is(path, "PRAGMA integrity_check", "ok");
}

/* What is being built loses its file. */
static void
remove_unfinished(void)
{
	glob_t found;

	assert_int_equal(glob(path_of("*.tmp.*"), 0, NULL, &found), 0);
	assert_int_equal(found.gl_pathc, 1);
	assert_int_equal(unlink(found.gl_pathv[0]), 0);
	globfree(&found);
}

static void
failures(void **state)
{
	const char *path = path_of("b.db");
	struct complaint c = {""};
	struct database *d;
	struct stat before, after;
	char hex[ID_HEX];
	struct review r = some_review(1, hex);

	(void)state;
	assert_null(database_create("/nonexistent/folder/a.db", &c));
	assert_true(c.text[0] != '\0');
	assert_int_equal(stat(path, &before), 0);
	d = database_create(path, &c);
	assert_non_null(d);
	assert_int_equal(database_put_review(d, &r, &negative, false, &c), 0);
	remove_unfinished();
	c.text[0] = '\0';
	assert_int_equal(database_commit(d, &c), -1);
	assert_true(c.text[0] != '\0');
	/* What had the name keeps it, and nothing is left beside it. */
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	d = database_create(path, &c);
	assert_non_null(d);
	database_abandon(d);
	database_abandon(NULL);
}

/* A summary without a review, and with one. */
static void
small_summaries(void **state)
{
	const char *path = path_of("b.db");
	struct complaint c;
	struct summary s;
	int n;

	(void)state;
	for (n = 0; n < 2; n++) {
		struct database *d = database_create(path, &c);

		assert_non_null(d);
		if (n == 0)
			made_up_empty(&s, 2);
		else
			made_up_few(&s, n);
		assert_int_equal(database_put_summary(d, &s, &c), 0);
		assert_int_equal(database_commit(d, &c), 0);
		summary_release(&s);
		assert_int_equal(number_of(path, "SELECT count(*) FROM"
		    " summary_part WHERE part = 'total' AND mean_stars IS"
		    " NULL AND stars_5 IS NOT NULL"), 2 * n);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows),
		cmocka_unit_test(views),
		cmocka_unit_test(details_as_csv),
		cmocka_unit_test(like_ids),
		cmocka_unit_test(same_bytes),
		cmocka_unit_test(many_reviews),
		cmocka_unit_test(failures),
		cmocka_unit_test(small_summaries),
	};

	return cmocka_run_group_tests_name("database", tests, make_folder,
	    remove_folder);
}
