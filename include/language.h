/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which language a text is written in.  Pure: same bytes in, same answer.
 */
#ifndef SAYSO_LANGUAGE_H
#define SAYSO_LANGUAGE_H

#include "text.h"

/* A BCP 47 primary subtag ("en", "ar", "fa", "hr" for Croatian, Bosnian and
 * Serbian alike, "ka", ...), or "und" where the text does not tell.  Static
 * storage. */
const char *language_detect(struct text text);

/* The primary subtag of a declared tag, lower case, into `to`: "pt-BR" ->
 * "pt", "sr" and "bs" -> "hr", "iw" -> "he"; "und" where it is no tag. */
enum { LANGUAGE_TAG = 12 };
const char *language_primary(struct text tag, char to[LANGUAGE_TAG]);

#endif
