/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process has given up it cannot do. */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox.h"

enum { DID_IT = 7, REFUSED = 8 };

/* How a child ends that enters the sandbox and then tries. */
static int
ends(int (*try)(void), unsigned without)
{
	struct sandbox *s = sandbox_create();
	int status = 0;
	unsigned missing;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		missing = sandbox_enter(s);
		_exit((missing & without) != 0 ? REFUSED : try());
	}
	sandbox_release(s);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

/* Killed for it, or told no; where the kernel has neither there is nothing to
 * be seen. */
static void
is_refused(int (*try)(void), unsigned without)
{
	int status = ends(try, without);

	if (WIFSIGNALED(status))
		assert_int_equal(WTERMSIG(status), SIGSYS);
	else
		assert_int_equal(WEXITSTATUS(status), REFUSED);
}

static int
open_file(void)
{
	return open("/etc/passwd", O_RDONLY) < 0 ? REFUSED : DID_IT;
}

static int
write_file(void)
{
	return open("/tmp/sayso-sandbox", O_WRONLY | O_CREAT, 0600) < 0 ?
	    REFUSED : DID_IT;
}

static int
open_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) < 0 ? REFUSED : DID_IT;
}

static int
run_program(void)
{
	char *const argv[] = {(char *)(uintptr_t)"true", NULL};

	execv("/bin/true", argv);
	return REFUSED;
}

static int
compute(void)
{
	void *p = malloc(1 << 20);
	int done = p != NULL ? DID_IT : REFUSED;

	free(p);
	return done;
}

static int
take_memory(void)
{
	/* Kept where the compiler cannot do without them. */
	static char *volatile kept;
	const size_t piece = 16 << 20;
	size_t taken;
	char *p;

	for (taken = 0; taken < (size_t)1 << 30; taken += piece) {
		if ((p = malloc(piece)) == NULL)
			return taken <= (size_t)SANDBOX_MEMORY_MB << 20 ?
			    REFUSED : DID_IT;
		memset(p, 1, piece);
		kept = p;
	}
	return kept != NULL ? DID_IT : REFUSED;
}

static int
take_time(void)
{
	volatile unsigned n = 0;

	sandbox_allow_ms(50);
	for (;;)
		n++;
	return DID_IT;
}

static void
test_files(void **state)
{
	(void)state;
	if (SANDBOX_SANITIZED)
		is_refused(write_file, SANDBOX_NO_LANDLOCK);
	else
		is_refused(open_file, SANDBOX_NO_SECCOMP);
}

static void
test_network(void **state)
{
	(void)state;
	is_refused(open_socket, SANDBOX_NO_SECCOMP);
}

static void
test_programs(void **state)
{
	(void)state;
	is_refused(run_program, SANDBOX_NO_SECCOMP);
}

static void
test_memory_is_left(void **state)
{
	int status = ends(compute, 0);

	(void)state;
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), DID_IT);
}

static void
test_memory_is_bounded(void **state)
{
	int status;

	(void)state;
	if (SANDBOX_SANITIZED)
		LEAVE_TEST("a sanitizer's memory has no limit");
	status = ends(take_memory, SANDBOX_NO_MEMORY_LIMIT);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), REFUSED);
}

static void
test_time_is_bounded(void **state)
{
	int status = ends(take_time, 0);

	(void)state;
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGPROF);
}

static void
test_words(void **state)
{
	(void)state;
	assert_string_equal(sandbox_missing(0), "");
	assert_string_equal(sandbox_missing(SANDBOX_NO_SECCOMP |
	    SANDBOX_NO_LANDLOCK), "seccomp and Landlock");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_network),
		cmocka_unit_test(test_programs),
		cmocka_unit_test(test_memory_is_left),
		cmocka_unit_test(test_memory_is_bounded),
		cmocka_unit_test(test_time_is_bounded),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
