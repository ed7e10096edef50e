/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "language.h"
#include "learn_corpus.h"
#include "learn_model.h"
#include "learn_words.h"
#include "lexicon.h"
#include "paired.h"
#include "publish.h"
#include "sentiment.h"
#include "slurp.h"

enum { OUTPUT_MAX = 256 << 20 };

/* The weight of the texts against that of the prior, to choose words by. */
static const double cost_choose = 0.04;

struct options {
	const char *language, *prior, *except;
	int64_t entries;
	int64_t cost;			/* hundredths */
	struct model_limits weight;
	struct learn_limits limits;
};

/* ---- learning ---- */

static int
fit_twice(const struct options *o, const struct learn_corpus *k,
	const struct learn_words *w, struct buffer *to, struct complaint *c)
{
	const char **list = calloc(w->count + 1, sizeof *list);
	struct model all = {0}, last = {0};
	int result = list == NULL ? complain(c, ENOMEM, "score learn") : 0;

	for (size_t i = 0; result == 0 && i < w->count; i++)
		list[i] = w->word[i].key;
	if (result == 0)
		result = model_fit(&all, o->prior, o->language, list,
		    w->count, k, cost_choose, c);
	if (result == 0) {
		size_t count = model_choose(&all, (size_t)o->entries, list);
		result = model_fit(&last, o->prior, o->language, list, count,
		    k, (double)o->cost / 100, c);
	}
	if (result == 0 && model_write(&last, o->language,
	    &o->weight, to) == -1)
		result = complain(c, ENOMEM, "score learn");
	model_release(&last);
	model_release(&all);
	free(list);
	return result;
}

static int
learn(const struct options *o, const struct learn_corpus *k,
	struct buffer *to, struct complaint *c)
{
	struct learn_words w;

	learn_words_init(&w);
	int result = learn_words_count(&w, k, fold_way_of(o->language),
	    &o->limits);
	if (result == -1)
		complain(c, ENOMEM, "score learn: the words of the texts");
	else
		result = fit_twice(o, k, &w, to, c);
	learn_words_release(&w);
	return result;
}

/* ---- what it gains ---- */

static int
print(int descriptor, const char *name, const struct buffer *b,
	struct complaint *c)
{
	struct sink sink;

	if (sink_open(&sink, dup(descriptor)) == -1)
		return complain(c, errno, "%s", name);
	sink_write(&sink, b->bytes, b->length);
	return sink_close(&sink, name, c);
}

static void
compare_source(struct paired *p, struct scorer *before, struct scorer *after,
	const struct options *o, const struct learn_corpus *k, size_t source)
{
	static const enum sentiment_label label[] = {SENTIMENT_NEG,
	    SENTIMENT_NEU, SENTIMENT_POS};
	struct sentiment first, second;

	for (size_t i = 0; i < k->count; i++) {
		const struct learn_text *t = &k->text[i];

		if (!t->held_out || t->source != source)
			continue;
		sentiment_text(before, t->text, o->language, &first);
		sentiment_text(after, t->text, o->language, &second);
		paired_add(p, label[t->label + 1], &first, &second);
	}
}

static int
say_gain(const struct options *o, const struct learn_corpus *k,
	struct text rows, struct complaint *c)
{
	struct engine *before = engine_open(o->prior, c);
	struct engine *after = before == NULL ? NULL :
	    engine_open_refined(o->prior, rows, c);
	struct scorer *first = before == NULL ? NULL : scorer_open(before);
	struct scorer *second = after == NULL ? NULL : scorer_open(after);
	bool ready = first != NULL && second != NULL;
	struct buffer table;

	if (after != NULL && !ready)
		complain(c, ENOMEM, "learn");
	buffer_init(&table, OUTPUT_MAX);
	paired_write_head(&table);
	for (size_t i = 0; i < k->sources && ready; i++) {
		char name[64];
		struct paired p;

		paired_init(&p);
		compare_source(&p, first, second, o, k, i);
		snprintf(name, sizeof name, "%.*s",
		    (int)(k->source[i].length < 28 ? k->source[i].length : 28),
		    k->source[i].bytes);
		if (p.first.texts > 0)
			paired_write_row(&table, name, &p);
		paired_release(&p);
	}
	int result = !ready ? -1 :
	    print(STDERR_FILENO, "standard error", &table, c);
	buffer_release(&table);
	scorer_close(first);
	scorer_close(second);
	engine_close(before);
	engine_close(after);
	return result;
}

/* ---- the command ---- */

static int
check_hold_outs(const struct learn_corpus *k, struct complaint *c)
{
	for (size_t i = 0; i < k->hold_outs; i++)
		if (!k->matched[i])
			return complain(c, 0, "--hold-out %s: no source and "
			    "no brand of that name", k->hold_out[i]);
	return 0;
}

/* A prior that is none is the caller's slip, to be said before minutes of
 * reading and not as something that may pass. */
static int
check_prior(const struct options *o, struct complaint *c)
{
	struct lexicon *prior = lexicon_load(o->prior, c);

	if (prior == NULL)
		return -1;
	lexicon_free(prior);
	return 0;
}

static enum status
learn_run(const struct options *o, struct learn_corpus *k, int count,
	char **path)
{
	struct complaint c;
	struct buffer rows;
	int result = 0;

	if (o->cost == 0) {
		command_complain("score", "learn: --cost 0: nothing would "
		    "be learned");
		return STATUS_USAGE;
	}
	if (check_prior(o, &c) == -1) {
		command_complain("score", c.text);
		return STATUS_USAGE;
	}
	for (int i = 0; i < count && result == 0; i++)
		result = learn_corpus_read(k, path[i], o->language, &c);
	if (result == 0 && check_hold_outs(k, &c) == -1) {
		command_complain("score", c.text);
		return STATUS_USAGE;
	}
	buffer_init(&rows, OUTPUT_MAX);
	if (result == 0)
		result = learn(o, k, &rows, &c);
	if (result == 0 && k->hold_outs > 0)
		result = say_gain(o, k, (struct text){rows.bytes,
		    rows.length}, &c);
	if (result == 0)
		result = print(STDOUT_FILENO, "standard output", &rows, &c);
	buffer_release(&rows);
	if (result == -1)
		command_complain("score", c.text);
	return result == -1 ? STATUS_RETRY :
	    k->bad > 0 ? STATUS_SHORT : STATUS_DONE;
}

/* Takes `--hold-out NAME`, which may come more than once, out of argv; how
 * many arguments are left, or -1. */
static int
take_hold_outs(int argc, char **argv, struct learn_corpus *k)
{
	static const char name[] = "--hold-out";
	int kept = 0;

	for (int i = 0; i < argc; i++) {
		bool same = strcmp(argv[i], name) == 0;
		bool joined = strncmp(argv[i], name, sizeof name - 1) == 0 &&
		    argv[i][sizeof name - 1] == '=';

		if ((!same && !joined) || (same && i + 1 == argc)) {
			argv[kept++] = argv[i];
			continue;
		}
		if (k->hold_outs == LEARN_HOLD_OUT_MAX)
			return -1;
		k->hold_out[k->hold_outs++] = joined ?
		    argv[i] + sizeof name : argv[++i];
	}
	argv[kept] = NULL;
	return kept;
}

static enum status
learn_except(struct options *o, struct learn_corpus *k, int count, char **path)
{
	enum status status = STATUS_USAGE;
	struct complaint c;
	struct buffer list;

	buffer_init(&list, LEARN_EXCEPT_BYTES_MAX);
	if (o->except != NULL && slurp(o->except, &list, &c) == -1) {
		command_complain("score", c.text);
	} else {
		o->limits.except = (struct text){list.bytes, list.length};
		status = learn_run(o, k, count, path);
	}
	buffer_release(&list);
	return status;
}

static enum status
learn_options(int argc, char **argv, struct learn_corpus *k)
{
	char language[LANGUAGE_TAG];
	const char *unused;
	struct options o = {.language = "en", .entries = LEARN_ENTRIES,
	    .cost = LEARN_COST, .weight = {MODEL_CHANGE_LEAST, 0},
	    .limits = {LEARN_TEXTS, LEARN_BRANDS, LEARN_SOURCES,
	    LEARN_SOURCE_MOST, {NULL, 0}}};
	const struct command_option option[] = {
		{0, "lang", COMMAND_STRING, &o.language, "LL",
		    "the language of the texts (default en)"},
		{0, "prior", COMMAND_STRING, &o.prior, "PATH",
		    "the lexicon to begin with, a folder or a file"},
		{0, "hold-out", COMMAND_STRING, &unused, "NAME",
		    "a source or brand to test on and not to learn from"},
		{0, "min-reviews", COMMAND_COUNT, &o.limits.texts, "N",
		    "texts that must use a word (default 30)"},
		{0, "min-brands", COMMAND_COUNT, &o.limits.brands, "N",
		    "brands whose texts must (default 5)"},
		{0, "min-sources", COMMAND_COUNT, &o.limits.sources, "N",
		    "sources whose texts must (default 3)"},
		{0, "max-share", COMMAND_COUNT, &o.limits.source_most, "N",
		    "percent of its texts from one source (default 60)"},
		{0, "except", COMMAND_STRING, &o.except, "FILE",
		    "words never to learn: names, peoples"},
		{0, "cost", COMMAND_COUNT, &o.cost, "N",
		    "hundredths: trust in the texts (default 20)"},
		{0, "min-weight", COMMAND_COUNT, &o.weight.least, "N",
		    "hundredths that a new word must weigh (default 5)"},
		{0, "max-weight", COMMAND_COUNT, &o.weight.most, "N",
		    "hundredths that it may weigh (default: no limit)"},
		{0, "entries", COMMAND_COUNT, &o.entries, "N",
		    "words to add at most (default 1500)"},
	};
	argc = take_hold_outs(argc, argv, k);
	int first = argc == -1 ? -1 : command_options("score learn [OPTIONS] "
	    "FILE...", option, sizeof option / sizeof option[0], argc, argv);

	if (first < 0)
		return first == -2 ? STATUS_DONE : STATUS_USAGE;
	o.language = language_primary(text_of(o.language), language);
	if (first == argc) {
		command_complain("score", "learn: no file is given");
		return STATUS_USAGE;
	}
	return learn_except(&o, k, argc - first, argv + first);
}

enum status
learn_command(int argc, char **argv)
{
	struct learn_corpus k;

	learn_corpus_init(&k);
	enum status status = learn_options(argc, argv, &k);
	learn_corpus_release(&k);
	return status;
}
