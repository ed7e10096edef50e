/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lexicon of a few lines for a test, as a file that is removed at once. */
#ifndef SAYSO_SMALL_LEXICON_H
#define SAYSO_SMALL_LEXICON_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lexicon.h"

/* Writes `text` into a new file whose name goes to `path`. */
static inline void
small_file(const char *text, size_t length, char path[64])
{
	strcpy(path, "/tmp/sayso-lexicon.XXXXXX");
	int descriptor = mkstemp(path);

	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, text, length), (ssize_t)length);
	assert_int_equal(close(descriptor), 0);
}

static inline struct lexicon *
small_lexicon(const char *text)
{
	struct complaint c = {""};
	char path[64];

	small_file(text, strlen(text), path);
	struct lexicon *l = lexicon_load(path, &c);
	unlink(path);
	assert_string_equal(c.text, "");
	assert_non_null(l);
	return l;
}

#endif
