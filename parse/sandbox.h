/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a process that reads hostile pages gives up, for good: the network,
 * programs, files (but for what is open already), new processes, and debuggers
 * of others.  seccomp is behind sandbox.c only, by libseccomp where the build
 * has it; so is Landlock, which needs no library.
 *
 * Left are memory, time, its open descriptors and its end.  Memory is bounded
 * by RLIMIT_DATA and the time of one page by SIGPROF.
 */
#ifndef SAYSO_SANDBOX_H
#define SAYSO_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

/* Under sanitizers everything is slower and larger by far. */
#if defined(__SANITIZE_ADDRESS__)
#define SANDBOX_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANDBOX_SANITIZED 1
#endif
#endif
#ifndef SANDBOX_SANITIZED
#define SANDBOX_SANITIZED 0
#endif

enum {
	SANDBOX_MEMORY_MB = 256,	/* more than it had at the start */
	SANDBOX_CPU_MS = SANDBOX_SANITIZED ? 60000 : 1000,
};

/* What could not be given up. */
enum {
	SANDBOX_NO_SECCOMP = 1, SANDBOX_NO_LANDLOCK = 2,
	SANDBOX_NO_MEMORY_LIMIT = 4,
};

/* The rules, made once, used by each child; NULL: there are none to be had.
 * (Compiling them costs more than loading them.) */
struct sandbox;
struct sandbox *sandbox_create(void);
void sandbox_release(struct sandbox *s);	/* NULL is allowed */

/* For the calling process, which must have one thread.  Returns what of the
 * above is missing; descriptors 0 and 1 stay as they are. */
unsigned sandbox_enter(const struct sandbox *s);

/* The processor time from now on, after which SIGPROF ends the process. */
void sandbox_allow_ms(unsigned ms);

/* In words, for people: "seccomp, Landlock"; "" where nothing is missing. */
const char *sandbox_missing(unsigned missing);

#endif
