/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Command lines: a program is a table of subcommands, a subcommand has a
 * table of options; both print their own help.
 */
#ifndef SAYSO_COMMAND_H
#define SAYSO_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

struct command {
	const char *name;	/* NULL: what runs without a subcommand */
	enum status (*run)(int argc, char **argv);
	const char *line;	/* one line of help */
};

enum command_option_type {
	COMMAND_FLAG,		/* bool *    */
	COMMAND_STRING,		/* const char ** */
	COMMAND_COUNT,		/* int64_t *, not negative */
};

struct command_option {
	char letter;		/* 0: none */
	const char *name;	/* "lexicon" for --lexicon */
	enum command_option_type type;
	void *to;
	const char *value;	/* "PATH" in the help */
	const char *line;
};

/* Picks the subcommand and runs it; handles --help and --version (exit 0)
 * and unknown words (exit 2, with what is known).  Ignores SIGPIPE and
 * SIGXFSZ and makes descriptors 0 to 2 exist. */
enum status command_main(const char *program, const struct command *table,
	size_t count, int argc, char **argv);

/* Reads options (`-C DIR`, `--name VALUE`, `--name=VALUE`, `--`) up to the
 * first operand; returns its index in argv, or -1 after having said what is
 * wrong (usage), or -2 after --help was printed. */
int command_options(const char *usage, const struct command_option *option,
	size_t count, int argc, char **argv);

/* `--counters=FORM`: NULL none, "hadoop" lines on standard error that Hadoop
 * Streaming adds up.  Known or said; a counter. */
bool command_counters_are_known(const char *program, const char *form);
void command_count(const char *form, const char *name, uint64_t n);

/* One line on standard error: `program: text`; control characters are shown
 * as '?'. */
void command_complain(const char *program, const char *text);

#endif
