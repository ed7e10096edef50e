/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { COUNT_DIGITS_MAX = 18, LINE_SIZE = 8192 };

/* A program started without descriptor 0, 1 or 2 would write its complaints
 * into the first file that it opens. */
static void
fill_descriptors(void)
{
	int descriptor;

	do
		descriptor = open("/dev/null", O_RDWR);
	while (descriptor >= 0 && descriptor <= 2);
	if (descriptor > 2)
		close(descriptor);
}

static void
print_table(FILE *to, const char *program, const struct command *table,
	size_t count)
{
	size_t i;

	fprintf(to, "usage:\n");
	for (i = 0; i < count; i++)
		fprintf(to, "  %s %-9s %s\n", program,
		    table[i].name == NULL ? "" : table[i].name,
		    table[i].line);
	fprintf(to, "`%s [COMMAND] --help` tells more; sayso-%s(1) is the "
	    "manual.\n", program, program);
}

static enum status
flushed(const char *program, enum status status)
{
	/* Help into a full disk is a failure like any other output. */
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fprintf(stderr, "%s: standard output: %s\n", program,
	    strerror(errno));
	return STATUS_RETRY;
}

enum status
command_main(const char *program, const struct command *table, size_t count,
	int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : NULL;
	const struct command *plain = NULL;
	size_t i;

	fill_descriptors();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	if (word != NULL && strcmp(word, "--version") == 0) {
		printf("sayso-%s %s\n", program, SAYSO_VERSION);
		return flushed(program, STATUS_DONE);
	}
	for (i = 0; i < count; i++) {
		if (table[i].name == NULL)
			plain = &table[i];
		else if (word != NULL && strcmp(word, table[i].name) == 0)
			return flushed(program, table[i].run(argc - 1,
			    argv + 1));
	}
	if (word != NULL && strcmp(word, "--help") == 0 && count > 1)
		print_table(stdout, program, table, count);
	if (plain != NULL)
		return flushed(program, plain->run(argc, argv));
	if (word != NULL && strcmp(word, "--help") == 0)
		return flushed(program, STATUS_DONE);
	fprintf(stderr, "%s: unknown command: %s\n", program,
	    word == NULL ? "(none)" : word);
	print_table(stderr, program, table, count);
	return STATUS_USAGE;
}

static void
print_options(const char *usage, const struct command_option *option,
	size_t count)
{
	size_t i;

	printf("usage: %s\n", usage);
	for (i = 0; i < count; i++) {
		char left[64], letter[8] = "   ";

		if (option[i].letter != 0)
			snprintf(letter, sizeof(letter), "-%c%s",
			    option[i].letter,
			    option[i].name != NULL ? "," : "");
		snprintf(left, sizeof(left), "%-3s %s%s %s", letter,
		    option[i].name != NULL ? "--" : "",
		    option[i].name != NULL ? option[i].name : "",
		    option[i].value != NULL ? option[i].value : "");
		printf("  %-24s %s\n", left, option[i].line);
	}
}

static const struct command_option *
find_option(const struct command_option *option, size_t count,
	const char *word, size_t length)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (word[0] == '-' && word[1] != '-' && length == 2 &&
		    option[i].letter == word[1])
			return &option[i];
		if (option[i].name != NULL && length > 2 &&
		    strncmp(word, "--", 2) == 0 &&
		    strlen(option[i].name) == length - 2 &&
		    memcmp(option[i].name, word + 2, length - 2) == 0)
			return &option[i];
	}
	return NULL;
}

static bool
read_count(const char *value, int64_t *to)
{
	size_t i;

	*to = 0;
	for (i = 0; value[i] >= '0' && value[i] <= '9'; i++)
		if (i < COUNT_DIGITS_MAX)
			*to = *to * 10 + (value[i] - '0');
	return i > 0 && i <= COUNT_DIGITS_MAX && value[i] == '\0';
}

static int
option_wrong(const char *usage, const char *word, const char *what)
{
	fprintf(stderr, "%.*s: %s: %s\nusage: %s\n",
	    (int)strcspn(usage, " ["), usage, word, what, usage);
	return -1;
}

/* Takes one option at argv[at]; returns how many words it was, or -1. */
static int
take_option(const char *usage, const struct command_option *option,
	size_t count, int at, int argc, char **argv)
{
	const char *word = argv[at], *equals = NULL, *value = NULL;
	const struct command_option *o;
	int words = 1;

	if (strncmp(word, "--", 2) == 0)
		equals = strchr(word, '=');
	o = find_option(option, count, word, equals == NULL ? strlen(word) :
	    (size_t)(equals - word));
	if (o == NULL)
		return option_wrong(usage, word, "no such option");
	if (o->type == COMMAND_FLAG) {
		if (equals != NULL)
			return option_wrong(usage, word, "takes no value");
		*(bool *)o->to = true;
		return words;
	}
	if (equals != NULL) {
		value = equals + 1;
	} else if (at + 1 < argc) {
		value = argv[at + 1];
		words = 2;
	}
	if (value == NULL || value[0] == '\0')
		return option_wrong(usage, word, "needs a value");
	if (o->type == COMMAND_STRING)
		*(const char **)o->to = value;
	else if (!read_count(value, o->to))
		return option_wrong(usage, word, "a whole number is wanted");
	return words;
}

int
command_options(const char *usage, const struct command_option *option,
	size_t count, int argc, char **argv)
{
	int at = 1, words;

	while (at < argc) {
		const char *word = argv[at];

		if (strcmp(word, "--") == 0)
			return at + 1;
		if (word[0] != '-' || word[1] == '\0')
			return at;
		if (strcmp(word, "--help") == 0) {
			print_options(usage, option, count);
			return -2;
		}
		words = take_option(usage, option, count, at, argc, argv);
		if (words < 0)
			return -1;
		at += words;
	}
	return at;
}

/* What a server or a file said may be in it, and a terminal obeys control
 * characters. */
void
command_complain(const char *program, const char *text)
{
	char shown[LINE_SIZE];
	size_t i;

	for (i = 0; text[i] != '\0' && i < sizeof(shown) - 1; i++)
		shown[i] = (unsigned char)text[i] < ' ' || text[i] == 0x7F ?
		    '?' : text[i];
	shown[i] = '\0';
	fprintf(stderr, "%s: %s\n", program, shown);
}

bool
command_counters_are_known(const char *program, const char *form)
{
	if (form == NULL || strcmp(form, "hadoop") == 0)
		return true;
	command_complain(program, "--counters: \"hadoop\"");
	return false;
}

void
command_count(const char *form, const char *name, uint64_t n)
{
	if (form != NULL)
		fprintf(stderr, "reporter:counter:sayso,%s,%" PRIu64 "\n",
		    name, n);
}
