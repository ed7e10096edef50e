/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tests/phenomena: what readers expect of short texts, by the lexicon of the
 * repository.  One case a line: `language TAB label TAB text`; sayso-lexicon(5)
 * tells how to add one.  A text that is `plain` has no opinion: neither praise
 * nor complaint, whether anything in it is known or not.  A case that is known to be wrong has a ~ before its
 * label: it fails once it comes out right, so that the list stays true.
 */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "sentiment.h"
#include "slurp.h"

enum { CASES_LEAST = 10, KNOWN_WRONG_PERCENT = 10 };

struct count {
	size_t cases, known;	/* known: to be wrong */
};

static struct engine *engine;
static struct scorer *scorer;

static bool
is_as_expected(enum sentiment_label label, const char *expected)
{
	if (strcmp(expected, "plain") == 0)
		return label == SENTIMENT_NEU || label == SENTIMENT_UNSCORED;
	return strcmp(sentiment_label_name(label), expected) == 0;
}

/* Runs one line; true where it is right or no case. */
static bool
run_line(char *line, size_t number, struct count *count)
{
	char *label, *text;
	struct sentiment s;

	if (line[0] == '\0' || line[0] == '#')
		return true;
	label = strchr(line, '\t');
	assert_non_null(label);
	*label++ = '\0';
	text = strchr(label, '\t');
	assert_non_null(text);
	*text++ = '\0';
	assert_true(engine_supports(engine, line));
	sentiment_text(scorer, text_of(text), line, &s);
	bool known = label[0] == '~';
	count->cases++;
	count->known += known;
	if (is_as_expected(s.label, label + known) != known)
		return true;
	if (known)
		fprintf(stderr, "# %s:%zu: right now, take the ~ off: %s\n",
		    line, number, text);
	fprintf(stderr, "# %s:%zu: %s, not %s (%d): %s\n", line, number,
	    sentiment_label_name(s.label), label, (int)s.score, text);
	for (size_t i = 0; i < s.count; i++)
		fprintf(stderr, "#\t%s%s%s %d\n", s.term[i].negator ?
		    s.term[i].negator : "", s.term[i].negator ? " " : "",
		    s.term[i].term, (int)s.term[i].weight);
	return false;
}

static void
run_file(void **state)
{
	struct complaint c = {""};
	struct buffer b;
	struct count count = {0, 0};
	size_t number = 0, wrong = 0;

	buffer_init(&b, 1 << 20);
	assert_int_equal(slurp(*state, &b, &c), 0);
	for (char *line = b.bytes, *end; line != NULL; line = end) {
		end = strchr(line, '\n');
		if (end != NULL)
			*end++ = '\0';
		wrong += !run_line(line, ++number, &count);
	}
	buffer_release(&b);
	assert_int_equal(wrong, 0);
	assert_true(count.cases >= CASES_LEAST);
	assert_true(100 * count.known <= KNOWN_WRONG_PERCENT * count.cases);
	if (count.known > 0)
		print_message("# %s: %zu of %zu are known to be wrong\n",
		    (const char *)*state, count.known, count.cases);
}

static int
open_engine(void **state)
{
	struct complaint c = {""};

	(void)state;
	engine = engine_open("lexicon", &c);
	if (engine == NULL)
		fprintf(stderr, "# %s\n", c.text);
	scorer = engine == NULL ? NULL : scorer_open(engine);
	return scorer == NULL ? -1 : 0;
}

static int
close_engine(void **state)
{
	(void)state;
	scorer_close(scorer);
	engine_close(engine);
	return 0;
}

#define LANGUAGE(l) {"phenomena of " l, run_file, NULL, NULL, \
	(void *)(uintptr_t)"tests/phenomena/" l ".txt"}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		LANGUAGE("en"), LANGUAGE("ar"), LANGUAGE("fa"),
		LANGUAGE("hr"), LANGUAGE("ka"), LANGUAGE("ru"),
		LANGUAGE("pt"), LANGUAGE("es"), LANGUAGE("de"), LANGUAGE("fr"),
		LANGUAGE("it"), LANGUAGE("nl"), LANGUAGE("pl"), LANGUAGE("cs"),
		LANGUAGE("uk"), LANGUAGE("tr"),
	};

	return cmocka_run_group_tests(tests, open_engine, close_engine);
}
