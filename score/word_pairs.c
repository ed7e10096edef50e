/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word_pairs.h"

#include "utf8.h"

/* What the character at a place is. */
static uint32_t
place_of(uint32_t c, enum fold_way way)
{
	uint16_t entry = fold_entry(c);
	uint32_t letter[FOLD_MAX];
	char bytes[4];

	if (entry != FOLD_SELF && entry < FOLD_LETTER)
		return WORD_PAIRS_OTHER;
	if (fold_letters(entry, c, way, letter) != 1 || letter[0] < 0x80 ||
	    letter[0] >= 0x800)
		return WORD_PAIRS_OTHER;
	utf8_encode(letter[0], bytes);
	return (uint32_t)(unsigned char)bytes[0] |
	    (uint32_t)(unsigned char)bytes[1] << 8 |
	    (entry & FOLD_CAPITAL ? 0 : WORD_PAIRS_SMALL);
}

void
word_pairs_init(struct word_pairs *p, enum fold_way way)
{
	for (size_t i = 0; i < WORD_PAIRS_PLACES; i++)
		p->place[i] = WORD_PAIRS_OTHER;
	for (uint32_t c = 0x80; c < 0x800; c++)
		p->place[0x1000 + c] = place_of(c, way);
	p->place[0] = 0;
}
