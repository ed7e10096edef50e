/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "eval.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "agreement.h"
#include "buffer.h"
#include "command.h"
#include "eval_aspect.h"
#include "paired.h"
#include "publish.h"
#include "sentiment.h"
#include "slurp.h"

enum { COLUMNS = 4 };

static const char usage[] =
	"score eval [OPTIONS] FILE.tsv...";

struct options {
	const char *language, *lexicon, *against;
	bool plain;		/* without the speed */
	struct scorer *other;	/* of `against`; NULL none */
	struct paired *pair;	/* with `other`, of the set at work */
	struct buffer *pairs;	/* the table of all */
};

/* The first `count` columns of a line; the last one takes the rest. */
static bool
columns_of(struct text line, struct text column[COLUMNS])
{
	size_t at = 0;

	for (int i = 0; i < COLUMNS; i++) {
		const char *tab = i == COLUMNS - 1 ? NULL :
		    memchr(line.bytes + at, '\t', line.length - at);
		size_t end = tab == NULL ? line.length :
		    (size_t)(tab - line.bytes);

		if (tab == NULL && i < COLUMNS - 1)
			return false;
		column[i] = (struct text){line.bytes + at, end - at};
		at = end + 1;
	}
	return true;
}

static enum sentiment_label
label_of(struct text t)
{
	for (int label = SENTIMENT_NEG; label <= SENTIMENT_POS; label++)
		if (text_is(t, sentiment_label_name(
		    (enum sentiment_label)label)))
			return (enum sentiment_label)label;
	return SENTIMENT_UNSCORED;
}

static int
eval_line(struct scorer *at, const struct options *o, struct text line,
	struct agreement *a)
{
	struct text column[COLUMNS];
	struct sentiment s;
	char number[32], *end;

	if (!columns_of(line, column))
		return 0;
	sentiment_text(at, column[3], o->language, &s);
	agreement_add(a, label_of(column[2]), &s);
	if (o->other != NULL) {
		struct sentiment other;

		sentiment_text(o->other, column[3], o->language, &other);
		paired_add(o->pair, label_of(column[2]), &s, &other);
	}
	if (column[1].length == 0 || column[1].length >= sizeof number)
		return 0;
	memcpy(number, column[1].bytes, column[1].length);
	number[column[1].length] = '\0';
	double rating = strtod(number, &end);
	return *end == '\0' ? agreement_add_rating(a, rating, &s) : 0;
}

static void
eval_place(struct scorer *at, const struct options *o, struct text line,
	struct agreement *a)
{
	struct sentiment found, other;
	enum sentiment_label said;

	if (!eval_aspect_row(at, o->language, line, &said, &found))
		return;
	agreement_add(a, said, &found);
	a->scored -= found.hits == 0;
	if (o->other != NULL && eval_aspect_row(o->other, o->language, line,
	    &said, &other))
		paired_add(o->pair, said, &found, &other);
}

static double
seconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
add_figure(struct buffer *to, double value, double least)
{
	if (value < least)
		buffer_add_format(to, " %8s", "-");
	else
		buffer_add_format(to, " %8.4f", value);
}

static int
add_row(struct buffer *to, const char *name, const struct agreement *a,
	size_t bytes, double seconds, bool plain)
{
	buffer_add_format(to, "%-28s %7zu", name, a->texts);
	add_figure(to, a->texts == 0 ? -1 :
	    (double)a->scored / (double)a->texts, 0);
	add_figure(to, agreement_accuracy(a), 0);
	add_figure(to, agreement_f1(a, 2), 0);
	add_figure(to, agreement_accuracy_3(a), 0);
	add_figure(to, agreement_f1(a, 3), 0);
	add_figure(to, agreement_pearson(a), -1);
	add_figure(to, agreement_spearman(a), -1);
	add_figure(to, agreement_stars_error(a), 0);
	if (!plain)
		buffer_add_format(to, " %9.0f %7.1f",
		    (double)a->texts / seconds, (double)bytes / seconds / 1e6);
	return buffer_add_char(to, '\n');
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static int
eval_file(struct scorer *scorer, const struct options *o, const char *path,
	struct buffer *table, struct complaint *c)
{
	struct buffer b;
	struct agreement a;
	size_t at = 0, line = 0;
	bool aspects = false;
	int result;

	buffer_init(&b, EVAL_BYTES_MAX);
	agreement_init(&a);
	result = slurp(path, &b, c);
	double start = seconds_now();
	while (result == 0 && at < b.length) {
		const char *end = memchr(b.bytes + at, '\n', b.length - at);
		size_t stop = end == NULL ? b.length :
		    (size_t)(end - b.bytes);

		struct text row = {b.bytes + at, stop - at};
		if (++line == 1)
			aspects = eval_aspect_is_set(row);
		else if (aspects)
			eval_place(scorer, o, row, &a);
		else if (eval_line(scorer, o, row, &a) == -1)
			result = complain(c, 0, "%s: no memory", path);
		at = stop + 1;
	}
	if (result == 0)
		result = add_row(table, base_name(path), &a, b.length,
		    seconds_now() - start, o->plain);
	if (result == 0 && o->other != NULL)
		paired_write_row(o->pairs, base_name(path), o->pair);
	agreement_release(&a);
	buffer_release(&b);
	return result;
}

static enum status
eval_files(struct scorer *scorer, const struct options *o, int count,
	char **path)
{
	struct complaint c;
	struct buffer table;
	struct sink sink;
	int result = 0;

	buffer_init(&table, 1 << 20);
	buffer_add_format(&table, "%-28s %7s %8s %8s %8s %8s %8s %8s %8s %8s"
	    "%s\n", "set", "texts", "scored", "acc-2", "f1-2", "acc-3",
	    "f1-3", "pearson", "spearman", "mae",
	    o->plain ? "" : "   texts/s    MB/s");
	for (int i = 0; i < count && result == 0; i++) {
		paired_release(o->pair);
		paired_init(o->pair);
		result = eval_file(scorer, o, path[i], &table, &c);
	}
	if (result == 0 && o->other != NULL) {
		buffer_add_char(&table, '\n');
		buffer_add(&table, o->pairs->bytes, o->pairs->length);
	}
	if (result == 0) {
		result = sink_open(&sink, dup(STDOUT_FILENO));
		if (result == -1)
			complain(&c, errno, "standard output");
		else
			sink_write(&sink, table.bytes, table.length);
	}
	if (result == 0) {
		result = sink_close(&sink, "standard output", &c);
	}
	if (result == -1)
		command_complain("score", c.text);
	buffer_release(&table);
	return result == 0 ? STATUS_DONE : STATUS_RETRY;
}

static struct scorer *
scorer_of(const struct engine *e, struct complaint *c)
{
	struct scorer *scorer = scorer_open(e);

	if (scorer == NULL)
		complain(c, ENOMEM, "eval");
	return scorer;
}

static enum status
eval_run(struct options *o, int count, char **path)
{
	struct complaint c;
	struct paired pair;
	struct buffer pairs;
	enum status status = STATUS_USAGE;
	struct engine *e = engine_open(o->lexicon, &c), *other = NULL;
	struct scorer *scorer = e == NULL ? NULL : scorer_of(e, &c);

	if (scorer != NULL && o->against != NULL)
		other = engine_open(o->against, &c);
	if (other != NULL)
		o->other = scorer_of(other, &c);
	paired_init(&pair);
	buffer_init(&pairs, 1 << 20);
	paired_write_head(&pairs);
	o->pair = &pair;
	o->pairs = &pairs;
	if (scorer == NULL || (o->against != NULL && o->other == NULL))
		command_complain("score", c.text);
	else
		status = eval_files(scorer, o, count, path);
	buffer_release(&pairs);
	paired_release(&pair);
	scorer_close(o->other);
	scorer_close(scorer);
	engine_close(other);
	engine_close(e);
	return status;
}

enum status
eval_command(int argc, char **argv)
{
	struct options o = {.language = NULL};
	char language[LANGUAGE_TAG];
	const struct command_option option[] = {
		{0, "lang", COMMAND_STRING, &o.language, "LL",
		    "the language of the texts; else it is detected"},
		{0, "lexicon", COMMAND_STRING, &o.lexicon, "PATH",
		    "a lexicon, a folder or a file"},
		{0, "against", COMMAND_STRING, &o.against, "PATH",
		    "another lexicon: what it would gain and lose (no speed)"},
		{0, "plain", COMMAND_FLAG, &o.plain, NULL,
		    "leave out the speed, so that runs can be compared"},
	};
	int first = command_options(usage, option,
	    sizeof option / sizeof option[0], argc, argv);

	if (first < 0)
		return first == -2 ? STATUS_DONE : STATUS_USAGE;
	if (first == argc) {
		command_complain("score", "eval: no file is given");
		return STATUS_USAGE;
	}
	o.plain |= o.against != NULL;	/* two engines have no one speed */
	if (o.language != NULL)
		o.language = language_primary(text_of(o.language), language);
	return eval_run(&o, argc - first, argv + first);
}
