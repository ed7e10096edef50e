/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_names.h"

#include <stdlib.h>
#include <string.h>

#include "guess_name_table.h"

static bool
is_between_words(char c)
{
	switch (c) {
	case '_': case '-': case '.': case ' ': case '@': case ':':
		return true;
	default:
		return false;
	}
}

void
guess_plain(const char *name, char plain[GUESS_NAME_MAX])
{
	size_t i = 0;

	for (; *name != '\0'; name++) {
		if (is_between_words(*name))
			continue;
		if (i == GUESS_NAME_MAX - 1) {
			i = 0;
			break;
		}
		plain[i++] = *name >= 'A' && *name <= 'Z' ?
		    (char)(*name | 0x20) : *name;
	}
	plain[i] = '\0';
}

static int
compare(const void *key, const void *entry)
{
	return strcmp(key, ((const struct guess_name *)entry)->name);
}

const struct guess_name *
guess_name_find(const char *plain)
{
	return bsearch(plain, guess_name_table, guess_name_count,
	    sizeof(*guess_name_table), compare);
}

bool
guess_name_holds(const char *name, const char *const *words)
{
	char plain[GUESS_NAME_MAX];

	guess_plain(name, plain);
	for (; *words != NULL; words++)
		if (strstr(plain, *words) != NULL)
			return true;
	return false;
}
