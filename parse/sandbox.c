/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sandbox.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif
#ifdef SAYSO_SECCOMP
#include <seccomp.h>
#endif
#if defined(__linux__) && defined(SYS_landlock_create_ruleset)
#include <linux/landlock.h>
#define HAS_LANDLOCK 1
#else
#define HAS_LANDLOCK 0
#endif

struct sandbox {
	void *filter;
};

/* ---- seccomp ---- */

#ifdef SAYSO_SECCOMP

/* Memory, time, the two pipes and the end.  sysinfo is qsort()'s; those with
 * 64 in their names are of machines of 32 bits. */
static const int allowed[] = {
	SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(close),
	SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
	SCMP_SYS(futex), SCMP_SYS(setitimer), SCMP_SYS(rt_sigreturn),
	SCMP_SYS(restart_syscall), SCMP_SYS(clock_gettime),
	SCMP_SYS(clock_gettime64), SCMP_SYS(futex_time64),
	SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom),
	SCMP_SYS(getpid), SCMP_SYS(sysinfo), SCMP_SYS(exit),
	SCMP_SYS(exit_group),
};

/* A sanitizer asks the kernel for much, so that there only the doors
 * themselves are shut. */
static const int forbidden[] = {
	SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind),
	SCMP_SYS(sendto), SCMP_SYS(execve), SCMP_SYS(execveat),
	SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rename),
	SCMP_SYS(renameat2), SCMP_SYS(kill),
};

static int
add_rules(scmp_filter_ctx f)
{
	/* Memory that can be run is never needed. */
	static const int bounded[] = {SCMP_SYS(mmap), SCMP_SYS(mmap2),
	    SCMP_SYS(mprotect)};
	const uint64_t exec = 4;	/* PROT_EXEC */
	size_t i;
	int bad = 0;

	if (SANDBOX_SANITIZED) {
		for (i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++)
			bad |= seccomp_rule_add(f, SCMP_ACT_KILL_PROCESS,
			    forbidden[i], 0);
		return bad;
	}
	for (i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		bad |= seccomp_rule_add(f, SCMP_ACT_ALLOW, allowed[i], 0);
	for (i = 0; i < sizeof(bounded) / sizeof(*bounded); i++)
		bad |= seccomp_rule_add(f, SCMP_ACT_ALLOW, bounded[i], 1,
		    SCMP_A2(SCMP_CMP_MASKED_EQ, exec, 0));
	return bad;
}

static void *
make_filter(void)
{
	scmp_filter_ctx f = seccomp_init(SANDBOX_SANITIZED ? SCMP_ACT_ALLOW :
	    SCMP_ACT_KILL_PROCESS);

	if (f != NULL && add_rules(f) != 0) {
		seccomp_release(f);
		f = NULL;
	}
	return f;
}

static void
free_filter(void *f)
{
	seccomp_release(f);
}

static bool
load_filter(void *f)
{
	return f != NULL && seccomp_load(f) == 0;
}

#else

static void *
make_filter(void)
{
	return NULL;
}

static void
free_filter(void *f)
{
	(void)f;
}

static bool
load_filter(void *f)
{
	(void)f;
	return false;
}

#endif

/* ---- Landlock ---- */

/* A set of rules that handles every right and grants none. */
static bool
shut_files(void)
{
#if HAS_LANDLOCK
	enum { FS_V1 = (1 << 13) - 1 };
	struct landlock_ruleset_attr none = {.handled_access_fs = FS_V1};
	long rules;
	bool shut;

	if (syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION) < 1)
		return false;
	rules = syscall(SYS_landlock_create_ruleset, &none,
	    sizeof(none), 0);
	if (rules < 0)
		return false;
	shut = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close((int)rules);
	return shut;
#else
	return false;
#endif
}

/* ---- limits ---- */

/* The bytes that are writable now: the parent's, seen through fork. */
static bool
data_now(rlim_t *bytes)
{
	unsigned long size, rest[4], data;
	FILE *f = fopen("/proc/self/statm", "r");
	int got;

	if (f == NULL)
		return false;
	got = fscanf(f, "%lu %lu %lu %lu %lu %lu", &size, &rest[0], &rest[1],
	    &rest[2], &rest[3], &data);
	fclose(f);
	*bytes = (rlim_t)data * (rlim_t)sysconf(_SC_PAGESIZE);
	return got == 6;
}

static bool
limit_memory(void)
{
	struct rlimit most;
	rlim_t now;

	if (SANDBOX_SANITIZED)
		return true;
	if (!data_now(&now) || getrlimit(RLIMIT_DATA, &most) < 0)
		return false;
	now += (rlim_t)SANDBOX_MEMORY_MB << 20;
	if (most.rlim_max == RLIM_INFINITY || now < most.rlim_max)
		most.rlim_cur = most.rlim_max = now;
	return setrlimit(RLIMIT_DATA, &most) == 0;
}

struct sandbox *
sandbox_create(void)
{
	struct sandbox *s = calloc(1, sizeof(*s));

	if (s != NULL)
		s->filter = make_filter();
	return s;
}

void
sandbox_release(struct sandbox *s)
{
	if (s == NULL)
		return;
	if (s->filter != NULL)
		free_filter(s->filter);
	free(s);
}

unsigned
sandbox_enter(const struct sandbox *s)
{
	const struct rlimit none = {0, 0};
	unsigned missing = 0;
	bool files;

	setrlimit(RLIMIT_CORE, &none);
	if (!limit_memory())
		missing |= SANDBOX_NO_MEMORY_LIMIT;
#ifdef __linux__
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#endif
	files = shut_files();
	if (!files)
		missing |= SANDBOX_NO_LANDLOCK;
	if (s == NULL || !load_filter(s->filter))
		missing |= SANDBOX_NO_SECCOMP;
	return missing;
}

void
sandbox_allow_ms(unsigned ms)
{
	const struct itimerval end = {.it_value = {.tv_sec = (time_t)(ms / 1000),
	    .tv_usec = (suseconds_t)(ms % 1000) * 1000}};

	setitimer(ITIMER_PROF, &end, NULL);
}

const char *
sandbox_missing(unsigned missing)
{
	static const char *const words[] = {
		"", "seccomp", "Landlock", "seccomp and Landlock",
		"memory limit", "seccomp and memory limit",
		"Landlock and memory limit",
		"seccomp, Landlock and memory limit",
	};

	return words[missing & 7];
}
