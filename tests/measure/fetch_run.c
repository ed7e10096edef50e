/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fetch-run COMMAND ARG...: runs it in silence and prints its exit status,
 * the seconds it took, the seconds of processor time and the most memory in
 * KiB.  The shell's own `times` counts in hundredths.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int
main(int argc, char **argv)
{
	struct rusage used;
	double begun = now();
	int status, null;
	pid_t child;

	if (argc < 2)
		return 2;
	child = fork();
	if (child < 0)
		return 1;
	if (child == 0) {
		null = open("/dev/null", O_WRONLY);
		if (null < 0 || dup2(null, STDOUT_FILENO) < 0 ||
		    dup2(null, STDERR_FILENO) < 0)
			_exit(127);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (waitpid(child, &status, 0) != child ||
	    getrusage(RUSAGE_CHILDREN, &used) != 0)
		return 1;
	printf("%d %.4f %.4f %ld\n", WIFEXITED(status) ?
	    WEXITSTATUS(status) : 128, now() - begun, seconds(used.ru_utime) +
	    seconds(used.ru_stime), used.ru_maxrss);
	return 0;
}
