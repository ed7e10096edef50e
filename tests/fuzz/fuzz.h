/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What all fuzz targets share.  A target is one file NAME.c with libFuzzer's
 * entry, its seeds are the files of seeds/NAME.  Beyond "no crash" each
 * claims what must hold of its result.
 */
#ifndef SAYSO_FUZZ_H
#define SAYSO_FUZZ_H

#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#define CLAIM(what) do { \
	if (!(what)) { \
		fprintf(stderr, "does not hold: %s\n", #what); \
		abort(); \
	} \
} while (0)

/* The input as a file, for what reads only files. */
static inline const char *
fuzz_file(const void *bytes, size_t length)
{
	static char path[64];
	int fd;

	if (path[0] == '\0')
		snprintf(path, sizeof(path), "/tmp/sayso-fuzz.%ld.json",
		    (long)getpid());
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	CLAIM(fd >= 0 && write(fd, bytes, length) == (ssize_t)length);
	close(fd);
	return path;
}

#endif
