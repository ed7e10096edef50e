/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fold.h"

#include <string.h>

enum { CYRILLIC_A = 0x430, CYRILLIC_END = 0x460 };

/* U+0430 on, as folded: the sound letters of Serbian, and for the rest what
 * an old or a borrowed spelling means. */
static const char latin[CYRILLIC_END - CYRILLIC_A][3] = {
	"a", "b", "v", "g", "d", "e", "z", "z", "i", "j", "k", "l",
	"m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "c",
	"s", "s", "", "i", "", "e", "ju", "ja",
	"e", "e", "d", "g", "e", "z", "i", "i", "j", "lj", "nj", "c",
	"k", "i", "u", "dz",
};

size_t
fold_letters(uint16_t entry, uint32_t c, enum fold_way way,
	uint32_t to[FOLD_MAX])
{
	if (entry & FOLD_SEVERAL) {
		const struct fold_several *s =
		    &fold_several[entry & FOLD_VALUE];
		memcpy(to, s->letter, sizeof s->letter);
		return s->count;
	}
	to[0] = entry == FOLD_SELF ? c : entry & FOLD_VALUE;
	if (way != FOLD_SERBIAN || to[0] < CYRILLIC_A ||
	    to[0] >= CYRILLIC_END)
		return 1;
	const char *in = latin[to[0] - CYRILLIC_A];
	size_t count = strlen(in);
	for (size_t i = 0; i < count; i++)
		to[i] = (unsigned char)in[i];
	return count;
}

enum fold_way
fold_way_of(const char *language)
{
	return strcmp(language, "hr") == 0 ? FOLD_SERBIAN : 0;
}
