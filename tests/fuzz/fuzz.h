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

#include "recipe.h"
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

/* A recipe, and behind a NUL what it is to read. */
static inline int
fuzz_recipe(const uint8_t *bytes, size_t length,
	void (*read)(const struct recipe *recipe, struct text body))
{
	const uint8_t *end = length == 0 ? NULL : memchr(bytes, 0, length);
	size_t head = end == NULL ? length : (size_t)(end - bytes);
	struct recipe *recipe = calloc(1, sizeof(*recipe));
	struct complaint c = {.text = ""};

	CLAIM(recipe != NULL);
	if (recipe_read(recipe, fuzz_file(bytes, head), NULL, &c) < 0) {
		CLAIM(c.text[0] != '\0');
	} else {
		if (end != NULL)
			read(recipe, (struct text){(const char *)end + 1,
			    length - head - 1});
		recipe_release(recipe);
	}
	free(recipe);
	return 0;
}

#endif
