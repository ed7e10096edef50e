/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line of parse. */
#include <stdio.h>
#include <unistd.h>

#include "command.h"
#include "convert.h"
#include "date.h"
#include "input.h"

static const char usage[] =
	"parse [-C DIR] [--all] [OPTION...]\n"
	"       parse [--recipe NAME] [--url URL] [OPTION...] FILE ...";

static void
say(const char *text)
{
	command_complain("parse", text);
}

static enum status
wrong(const char *text)
{
	say(text);
	fprintf(stderr, "usage: %s\n", usage);
	return STATUS_USAGE;
}

static enum status
run_files(struct input *in, const char *manifest, char **file, int count)
{
	int i;

	if (input_open(in) < 0)
		return in->status;
	for (i = 0; i < count && input_file(in, file[i]); i++)
		;
	if (manifest != NULL && i == count)
		input_manifest(in, manifest);
	return input_close(in);
}

static void
count(const struct convert *v, const struct input *in, const char *counters)
{
	command_count(counters, "files", v->files + in->files);
	command_count(counters, "reviews", v->reviews + in->reviews);
	command_count(counters, "bad", v->bad + in->bad);
}

static enum status
run(int argc, char **argv)
{
	struct convert v = {.say = say};
	struct input in = {.say = say, .fetched = DATE_NO_INSTANT};
	const char *fetched = NULL, *manifest = NULL, *counters = NULL;
	int64_t jobs = 1;
	enum status status;
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &v.folder, "DIR", "the workspace"},
		{0, "all", COMMAND_FLAG, &v.all, NULL, "do all captures again"},
		{'j', NULL, COMMAND_COUNT, &jobs, "N", "worker processes"},
		{0, "recipe", COMMAND_STRING, &in.recipe, "NAME",
		    "read the files by this recipe (name or path)"},
		{0, "url", COMMAND_STRING, &in.url, "URL",
		    "where a saved page came from"},
		{0, "brand", COMMAND_STRING, &in.brand, "NAME",
		    "whose reviews they are, where records do not say"},
		{0, "fetched", COMMAND_STRING, &fetched, "TIME",
		    "when it was saved, for \"3 weeks ago\""},
		{0, "manifest", COMMAND_STRING, &manifest, "FILE",
		    "names of files, one per line (-: standard input)"},
		{0, "sources", COMMAND_STRING, &in.sources, "DIR",
		    "recipes instead of the shipped ones"},
		{0, "ascii", COMMAND_FLAG, &in.ascii, NULL,
		    "write everything above 0x7E of files as \\uXXXX"},
		{0, "max-bad", COMMAND_COUNT, &in.max_bad, "N",
		    "bad records of files that are only said (default 0)"},
		{0, "counters", COMMAND_STRING, &counters, "FORM",
		    "hadoop: files, reviews and bad ones at the end"},
		{'v', NULL, COMMAND_FLAG, &in.verbose, NULL, "a summary line"},
	};
	int at = command_options(usage, option,
	    sizeof(option) / sizeof(*option), argc, argv);
	bool files = at < argc || manifest != NULL;

	if (at < 0)
		return at == -1 ? STATUS_USAGE : STATUS_DONE;
	if (!command_counters_are_known("parse", counters))
		return STATUS_USAGE;
	if (fetched != NULL && !input_time(fetched, &in.fetched))
		return wrong("--fetched is written 2026-11-21T20:21:22Z");
	if (files ? v.folder != NULL || v.all :
	    in.recipe != NULL || in.url != NULL || in.brand != NULL ||
	    fetched != NULL)
		return wrong(files ? "-C and --all take no FILE" :
		    "--recipe, --url, --brand and --fetched need a FILE");
	v.workers = in.workers = jobs > CREW_MAX ? CREW_MAX : (int)jobs;
	v.sources = in.sources, v.verbose = in.verbose;
	status = files ? run_files(&in, manifest, argv + at, argc - at) :
	    convert_workspace(&v);
	if (in.verbose || (!files && isatty(STDOUT_FILENO)))
		fprintf(files ? stderr : stdout, "parse: %zu files, %zu "
		    "reviews, %zu aggregates, %zu bad\n", v.files + in.files,
		    v.reviews + in.reviews, v.aggregates + in.aggregates,
		    v.bad + in.bad);
	count(&v, &in, counters);
	return status;
}

int
main(int argc, char **argv)
{
	static const struct command table[] = {
		{NULL, run, "reviews out of captures or files"},
	};

	return (int)command_main("parse", table, 1, argc, argv);
}
