/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lexicon.h, index.h, affixes.h, match.h */
#include "unit.h"

#include <sys/stat.h>

#include "match.h"
#include "small_lexicon.h"

/* The terms that are found in a text, with '+' between them. */
static const char *
found(const struct lexicon *l, const char *language, const char *text)
{
	static char out[1024];
	static struct match m;
	static struct words w;

	out[0] = '\0';
	const struct lexicon_language *of = lexicon_language(l, language);
	assert_non_null(of);
	assert_int_equal(match_init(&m), 0);
	words_open(&w, text_of(text), of->way, &l->emoticons);
	while (words_next(&w)) {
		match_words(&m, of, &w);
		for (size_t i = 0; i < m.count; i++) {
			if (out[0] != '\0')
				strcat(out, "+");
			strcat(out, unit_term(&m, i)->text);
		}
	}
	match_release(&m);
	return out;
}

static void
the_longest_phrase_wins(void **state)
{
	struct lexicon *l = small_lexicon("#lexicon\ten\n"
	    "good\t2\thand\nnot good\t-1.2\thand\n"
	    "as good as it\t1\thand\nas good as\t0.5\thand\n"
	    "waste of time\t-3\thand\ntime of my life\t3\thand\n"
	    "must have\t2\thand\n");

	(void)state;
	assert_string_equal(found(l, "en", "It is good"), "good");
	assert_string_equal(found(l, "en", "NOT good!"), "not good");
	assert_string_equal(found(l, "en", "as good as it"), "as good as it");
	assert_string_equal(found(l, "en", "as good as that"), "as good as");
	assert_string_equal(found(l, "en", "not, good"), "good");
	assert_string_equal(found(l, "en", "waste of time of my life"),
	    "waste of time");
	assert_string_equal(found(l, "en", "a must-have"), "must have");
	assert_string_equal(found(l, "en", "must"), "");
	assert_string_equal(found(l, "en", "time of my"), "");
	lexicon_free(l);
}

static void
words_are_brought_to_listed_ones(void **state)
{
	struct lexicon *l = small_lexicon("#lexicon\tar\n"
	    "جودة\t1\thand\nلذيذ\t2\thand\n"
	    "#rules\tar\nprefix\tال\t3\nprefix\tو\t3\nprefix\tوال\t3\n"
	    "suffix\tين\t3\nsuffix\tها\t3\n"
	    "#lexicon\thr\nružan\t-2\thand\nsviđa\t2\thand\n"
	    "preporođen\t2\thand\n"
	    "#lexicon\tka\nკარგი\t2\thand\n#rules\tka\nsuffix\tად\t3\n"
	    "suffix-add\tი\t0\n"
	    "#lexicon\ten\nlove\t3\thand\ngod\t1\thand\ngood\t2\thand\n");

	(void)state;
	assert_string_equal(found(l, "ar", "اللذيذ ولذيذ واللذيذ"),
	    "لذيذ+لذيذ+لذيذ");
	assert_string_equal(found(l, "ar", "لذيذين واللذيذها"), "لذيذ+لذيذ");
	assert_string_equal(found(l, "ar", "الجوده"), "جودة");
	assert_string_equal(found(l, "ar", "يذ ال"), "");
	assert_string_equal(found(l, "hr", "ruzan ружан svidja sviđa"),
	    "ružan+ružan+sviđa+sviđa");
	/* d is the eighth letter, j the ninth. */
	assert_string_equal(found(l, "hr", "preporodjen"), "preporođen");
	assert_string_equal(found(l, "ka", "კარგად"), "კარგი");
	assert_string_equal(found(l, "en", "looooove gooood goood"),
	    "love+good+good");
	lexicon_free(l);
}

static void
signs_serve_all_languages(void **state)
{
	struct lexicon *l = small_lexicon("#lexicon\tmul\n:)\t1\thand\n"
	    "👍\t2\thand\n❤️\t3\thand\nok\t0.5\thand\n"
	    "#lexicon\ten\nok\t1\thand\n#lexicon\tfa\nخوب\t2\thand\n");

	(void)state;
	assert_string_equal(found(l, "fa", "خوب 👍🏽 :) ❤"), "خوب+👍+:)+❤️");
	assert_string_equal(found(l, "en", "ok 👍"), "ok+👍");
	assert_null(lexicon_language(l, "mul"));
	assert_null(lexicon_language(l, "de"));
	lexicon_free(l);
}

static void
a_term_plays_several_parts(void **state)
{
	struct lexicon *l = small_lexicon("#rules\ten\nnegator\tnever\t4\n"
	    "intensifier\tterribly\t1.5\ncontrast\tbut\t0.5\n"
	    "diminisher\ta bit\t0.6\nneutral\tlike to\t0\n"
	    "negator-after\tnot\t2\n"
	    "#lexicon\ten\nterribly\t-2.25\thand\nnever again\t-3\thand\n");
	const struct term *t = lexicon_language(l, "en")->index.first;

	(void)state;
	assert_string_equal(t->text, "never");
	assert_int_equal(t->reach, 4);
	t = t->next;
	assert_int_equal(t->factor, 150);
	assert_int_equal(t->weight, -225);
	t = t->next;
	assert_true(t->is_contrast);
	assert_int_equal(t->contrast, 50);
	t = t->next;
	assert_int_equal(t->factor, 60);
	assert_int_equal(t->words, 2);
	assert_true(t->next->neutral);
	t = t->next->next;
	assert_int_equal(t->reach_back, 2);
	assert_true(t->next->turned);
	assert_int_equal(t->next->weight, -300);
	lexicon_free(l);
}

/* What was learned counts, whichever row comes first. */
static void
learned_rows_refine_written_ones(void **state)
{
	static const char *const text[] = {
		"#lexicon\ten\ngood\t2\thand\nbad\t-2\thand\n"
		    "#lexicon\ten\ngood\t1.5\tlearned\t-1\n"
		    "ok\t0\tlearned\t-0.25\n",
		"#lexicon\ten\ngood\t1.5\tlearned\t-1\n"
		    "ok\t0\tlearned\t-0.25\n"
		    "#lexicon\ten\nbad\t-2\thand\ngood\t2\thand\n",
	};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct lexicon *l = small_lexicon(text[i]);
		size_t count = 0;

		for (const struct term *t = lexicon_language(l, "en")->
		    index.first; t != NULL; t = t->next, count++) {
			bool good = strcmp(t->text, "good") == 0;
			bool bad = strcmp(t->text, "bad") == 0;

			assert_int_equal(t->weight, good ? 150 : bad ? -200 : 0);
			assert_int_equal(t->turns, !bad);
			assert_int_equal(t->turned_weight,
			    good ? -100 : bad ? 0 : -25);
		}
		assert_int_equal(count, 3);
		lexicon_free(l);
	}
}

/* A wrong file is refused with its line and the value. */
static const struct {
	const char *text, *says;
} fault[] = {
	{"", "no #lexicon"},
	{"#lexicon\ten\ncomplimentsalike\t1\thand\n"
	    "ohsbwesavvopovux\t1\thand\n", "\"complimentsalike\" and "
	    "\"ohsbwesavvopovux\" (en) have the same hash"},
	{"#lexicon\ten\nblesayfv\t1\thand\nbleyvftd\t1\thand\n",
	    "\"blesayfv\" and \"bleyvftd\" (en) have"},
	{"#lexicon\ten\nblesayfv so\t1\thand\nbleyvftd so\t1\thand\n",
	    "\"blesayfv so\" and \"bleyvftd so\" (en) have"},
	{"good\t2\thand\n", ":1: the first line is neither"},
	{"#lexicon\ten\ngood\t2\thand", ":2: the last line does not"},
	{"#lexicon\tEN\n", ":1: no language tag"},
	{"#lexicon\tund\n", ":1: no language tag"},
	{"#lexicon\ten\ngood\t2\n", ":2: not three columns"},
	{"#lexicon\ten\ngood\t2\thand\t1\tx\n", ":2: not three"},
	{"#rules\ten\nnegator\tnot\t3\t1\n", ":2: not three"},
	{"#lexicon\ten\ngood\t2\thand\tx\n", "negated: \"x\""},
	{"#lexicon\ten\ngood\t2\tlearned\t\n", "negated: \"\""},
	{"#lexicon\ten\ngood\t2\tlearned\t5\n", "negated: \"5\""},
	{"#lexicon\ten\ngood\t2\tlearned\ngood\t1\tlearned\n",
	    ":3: \"good\" is the same"},
	{"#lexicon\ten\ngood\t2\thand\ngood\t1\tlearned\n"
	    "good\t3\thand\n", ":4: \"good\" is the same"},
	{"#lexicon\ten\n#x\n\ngood\t5\thand\n", ":4: no weight"},
	{"#lexicon\ten\ngood\t0\thand\n", "\"0\""},
	{"#lexicon\ten\ngood\t1.234\thand\n", "\"1.234\""},
	{"#lexicon\ten\ngood\t1.\thand\n", "no weight"},
	{"#lexicon\ten\ngood\t-\thand\n", "no weight"},
	{"#lexicon\ten\ngood\t1e2\thand\n", "no weight"},
	{"#lexicon\ten\ngood\t1\t\n", "no origin"},
	{"#lexicon\ten\n\t1\thand\n", ":2: blanks"},
	{"#lexicon\ten\nGood\t1\thand\n", "not in small letters"},
	{"#lexicon\ten\na  b\t1\thand\n", "blanks at an end"},
	{"#lexicon\ten\na b c d e\t1\thand\n", "more than four"},
	{"#lexicon\ten\na, b\t1\thand\n", "signs between words"},
	{"#lexicon\ten\ncafé\t1\thand\ncafe\t1\thand\n",
	    ":3: \"cafe\" is the same as \"café\""},
	{"#lexicon\ten\n\xFF\t1\thand\n", ":2: not UTF-8"},
	{"#rules\ten\nnegation\tnot\t3\n", "no kind of rule"},
	{"#rules\ten\nnegator\tnot\t11\n", "no reach"},
	{"#rules\ten\nnegator\tnot\t1.5\n", "no reach"},
	{"#rules\ten\nintensifier\tvery\t1\n", "no factor above 1"},
	{"#rules\ten\ndiminisher\tabit\t1\n", "no factor from"},
	{"#rules\ten\nneutral\tlike to\t1\n", "neutral is 0"},
	{"#rules\ten\nsuffix\t\t1\n", "no letters"},
	{"#rules\ten\nsuffix\ts\t3\nsuffix\ts\t4\n", ":3: listed"},
	{"#rules\ten\nnegator\tnot\t3\nnegator\tnot\t3\n", ":3: \"not"},
};

static void
faults_name_line_and_value(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof fault / sizeof fault[0]; i++) {
		struct complaint c = {""};
		char path[64];

		small_file(fault[i].text, strlen(fault[i].text), path);
		assert_null(lexicon_load(path, &c));
		unlink(path);
		assert_memory_equal(c.text, path, strlen(path));
		if (strstr(c.text, fault[i].says) == NULL)
			fail_msg("%zu: %s", i, c.text);
	}
}

static void
long_lines_are_refused(void **state)
{
	static char text[LEXICON_LINE_MAX + 64];
	struct complaint c = {""};
	char path[64];

	(void)state;
	strcpy(text, "#lexicon\ten\n");
	memset(text + 12, 'a', LEXICON_LINE_MAX + 1);
	strcpy(text + 12 + LEXICON_LINE_MAX + 1, "\n");
	small_file(text, strlen(text), path);
	assert_null(lexicon_load(path, &c));
	unlink(path);
	assert_non_null(strstr(c.text, ":2: longer than"));
	assert_null(lexicon_load("/nonexistent/lexicon", &c));
}

/* A folder and the one file that cat makes of it are the same lexicon. */
static void
a_folder_is_its_files_in_order(void **state)
{
	char folder[] = "/tmp/sayso-lexicon.XXXXXX", path[64];
	static const char *const file[][2] = {
		{"b.tsv", "#lexicon\ten\ngood\t2\thand\n"},
		{"a.rules.tsv", "#rules\ten\nnegator\tnot\t3\n"},
		{".hidden.tsv", "nonsense"}, {"README", "nonsense"},
	};
	struct complaint c = {""};

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_null(lexicon_load(folder, &c));
	for (size_t i = 0; i < 4; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, file[i][0]);
		FILE *f = fopen(path, "w");
		assert_non_null(f);
		fputs(file[i][1], f);
		assert_int_equal(fclose(f), 0);
	}
	struct lexicon *l = lexicon_load(folder, &c);
	struct lexicon *one = small_lexicon(
	    "#rules\ten\nnegator\tnot\t3\n#lexicon\ten\ngood\t2\thand\n");
	assert_non_null(l);
	assert_string_equal(l->identity, one->identity);
	assert_string_equal(found(l, "en", "not good"), "not+good");
	lexicon_free(l);
	lexicon_free(one);
	for (size_t i = 0; i < 4; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, file[i][0]);
		unlink(path);
	}
	assert_int_equal(rmdir(folder), 0);
}

static void
the_lexicon_of_the_repository_is_sound(void **state)
{
	static const char *const language[] = {"ar", "en", "fa", "hr", "ka"};
	struct complaint c = {""};
	struct lexicon *l = lexicon_load("lexicon", &c);

	(void)state;
	assert_string_equal(c.text, "");
	assert_non_null(l);
	for (size_t i = 0; i < 5; i++) {
		const struct lexicon_language *of =
		    lexicon_language(l, language[i]);

		assert_non_null(of);
		assert_true(of->index.terms > 1000);
	}
	lexicon_free(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_longest_phrase_wins),
		cmocka_unit_test(words_are_brought_to_listed_ones),
		cmocka_unit_test(signs_serve_all_languages),
		cmocka_unit_test(a_term_plays_several_parts),
		cmocka_unit_test(learned_rows_refine_written_ones),
		cmocka_unit_test(faults_name_line_and_value),
		cmocka_unit_test(long_lines_are_refused),
		cmocka_unit_test(a_folder_is_its_files_in_order),
		cmocka_unit_test(the_lexicon_of_the_repository_is_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
