/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A token between runs: a file of mode 0600 in TOKEN_FOLDER, which token.c
 * alone reads and writes.
 */
#ifndef SAYSO_TOKEN_FILE_H
#define SAYSO_TOKEN_FILE_H

#include "complaint.h"
#include "round.h"
#include "token.h"

/* Sets t->file, by the recipe and its client.  0, or -1 with a complaint (a
 * secret that cannot be had). */
int token_file_name(struct token *t, struct complaint *c);
/* Fills value, refresh and ends.  What is damaged, too old or readable by
 * others is as if it were not there. */
void token_file_read(struct round *r, struct token *t);
int token_file_write(struct round *r, const struct token *t,
	struct complaint *c);

#endif
