/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a person sees of a run, on behalf of main: one line per problem on
 * standard error, a progress line where that is a terminal, a summary on
 * standard output where that is one (or with -v), and the log file.
 */
#ifndef SAYSO_CONSOLE_H
#define SAYSO_CONSOLE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "complaint.h"
#include "round.h"

enum { CONSOLE_TICK_MS = 200 };

struct console {
	const char *log;
	int log_descriptor;		/* -1: none */
	int log_failed;			/* errno of the first failure */
	bool terminal, verbose;
	int64_t begun_ms, shown_ms;
};

/* `log` NULL: none; else it is appended to. */
int console_open(struct console *s, const char *log, bool verbose,
	struct complaint *c);
struct round_watch console_watch(struct console *s);
/* The summary; -1 where the log could not be written. */
int console_close(struct console *s, const struct round_tally *t,
	struct complaint *c);

/* From here on SIGINT and SIGTERM set *the flag; a second one kills. */
const volatile sig_atomic_t *console_signals(void);

#endif
