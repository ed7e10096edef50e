/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Secrets (API keys, the key of author hashes): never in a plan or recipe,
 * which name an environment variable or a file.  A file must be readable by
 * its owner only (mode 0600 or less); line ends behind the value are cut.  An
 * unset or empty variable and an empty file are complaints.  Complaints name
 * the variable or the file, never the value.
 */
#ifndef SAYSO_SECRET_H
#define SAYSO_SECRET_H

#include "arena.h"
#include "complaint.h"
#include "text.h"

enum { SECRET_MAX = 4096 };

/* One of env and file is NULL.  A relative file is looked up in the folder
 * of the file `beside` (NULL: in the current folder).  The value is copied
 * into the arena.  CR, LF, NUL inside it are refused, so that it can stand in
 * a header. */
int secret_read(struct text *value, const char *env, const char *file,
	const char *beside, struct arena *a, struct complaint *c);

#endif
