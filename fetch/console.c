/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "console.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command.h"

enum { LOG_MODE = 0666 };

static volatile sig_atomic_t signalled;

static void
on_signal(int number)
{
	(void)number;
	signalled = 1;
}

const volatile sig_atomic_t *
console_signals(void)
{
	struct sigaction action = {.sa_handler = on_signal,
	    .sa_flags = (int)SA_RESETHAND};

	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	return &signalled;
}

int
console_open(struct console *s, const char *log, bool verbose,
	struct complaint *c)
{
	*s = (struct console){.log = log, .log_descriptor = -1,
	    .terminal = isatty(STDERR_FILENO) == 1, .verbose = verbose,
	    .begun_ms = round_ms()};
	if (log == NULL)
		return 0;
	s->log_descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND |
	    O_CLOEXEC, LOG_MODE);
	return s->log_descriptor < 0 ? complain(c, errno, "%s", log) : 0;
}

static void
log_bytes(struct console *s, const char *bytes, size_t length)
{
	while (length > 0 && s->log_failed == 0) {
		ssize_t n = write(s->log_descriptor, bytes, length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			s->log_failed = n < 0 ? errno : ENOSPC;
			return;
		}
		bytes += n;
		length -= (size_t)n;
	}
}

/* Each line at once, so that a log of a run that hangs can be read.  What a
 * server said may hold anything, so it is made printable. */
static void
on_note(void *self, const char *line)
{
	struct console *s = self;
	char shown[8192];
	size_t i;

	if (s->log_descriptor < 0)
		return;
	for (i = 0; line[i] != '\0' && i < sizeof(shown) - 1; i++)
		shown[i] = (unsigned char)line[i] < ' ' || line[i] == 0x7F ?
		    '?' : line[i];
	shown[i] = '\n';
	log_bytes(s, shown, i + 1);
}

static void
progress_clear(const struct console *s)
{
	if (s->terminal && s->shown_ms > 0)
		fputs("\r\033[K", stderr);
}

static void
on_problem(void *self, const char *line)
{
	progress_clear(self);
	command_complain("fetch", line);
}

static void
on_progress(void *self, const struct round_tally *t)
{
	struct console *s = self;
	int64_t now = round_ms();

	if (!s->terminal || now - s->shown_ms < CONSOLE_TICK_MS)
		return;
	s->shown_ms = now;
	fprintf(stderr, "\rfetch: %" PRId64 "/%" PRId64 " rows, %" PRId64
	    " requests, %" PRId64 " pages, %.1f MB\033[K", t->ended, t->rows,
	    t->requests, t->pages, (double)t->bytes / 1e6);
	fflush(stderr);
}

struct round_watch
console_watch(struct console *s)
{
	return (struct round_watch){.self = s, .note = on_note,
	    .problem = on_problem, .progress = on_progress};
}

int
console_close(struct console *s, const struct round_tally *t,
	struct complaint *c)
{
	char line[256];
	int64_t ms = round_ms() - s->begun_ms;

	progress_clear(s);
	snprintf(line, sizeof(line), "%" PRId64 " sources, %" PRId64
	    " new pages, %" PRId64 " unchanged, %" PRId64 " short, %" PRId64
	    " deferred, %" PRId64 " blocked, %" PRId64 " failed, %.1f MB, "
	    "%.1f s", t->ended, t->pages - t->unchanged, t->unchanged,
	    t->fell_short, t->deferred, t->blocked, t->failed,
	    (double)t->bytes / 1e6, (double)ms / 1e3);
	if (s->verbose || isatty(STDOUT_FILENO) == 1)
		printf("fetch: %s\n", line);
	if (s->log_descriptor < 0)
		return 0;
	if (close(s->log_descriptor) != 0 && s->log_failed == 0)
		s->log_failed = errno;
	s->log_descriptor = -1;
	if (s->log_failed != 0)
		return complain(c, s->log_failed, "%s: cannot write", s->log);
	return 0;
}
