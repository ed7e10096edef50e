/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies.h"

#include <math.h>
#include <string.h>

#include "fold.h"
#include "utf8.h"

static const uint64_t RUN_MASK = (UINT64_C(1) << 12 * COPIES_RUN) - 1;

const unsigned char copies_ascii[128] = {
	['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
	['A'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l',
	'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
	['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l',
	'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
};

enum { LETTERS_ROOM = 256 };

/* Letters of a text, some at a time, and how many words they made. */
struct letters {
	const char *at, *end;
	uint64_t run;			/* the last letters, 12 bits each */
	size_t words, count;		/* of `letter` */
	bool inside;			/* a word */
	uint16_t letter[LETTERS_ROOM];
};

static void
open_letters(struct letters *l, struct text t)
{
	l->at = t.bytes;
	l->end = t.bytes + t.length;
	l->run = 0;
	l->words = 0;
	l->inside = false;
}

static inline uint64_t
mixed(uint64_t h)
{
	h = (h ^ h >> 33) * UINT64_C(0xff51afd7ed558ccd);
	h = (h ^ h >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
	return h ^ h >> 33;
}

static const uint32_t NO_LETTER = 0, NOTHING = UINT32_MAX;

/* NO_LETTER for what parts words, NOTHING for what is not there. */
static inline uint32_t
folded(uint32_t code)
{
	uint16_t entry = fold_entry(code);

	if (entry == FOLD_SELF || entry == FOLD_EMOJI)
		return code;
	if (entry == FOLD_DROP)
		return NOTHING;
	if (entry < FOLD_LETTER)
		return NO_LETTER;
	return entry & (FOLD_VALUE | FOLD_SEVERAL);
}

/* The letter at `at`, which it goes behind. */
static inline uint32_t
next_letter(const char **at, const char *end)
{
	unsigned char byte = (unsigned char)**at;
	uint32_t code;

	if (byte < 0x80) {
		++*at;
		return copies_ascii[byte];
	}
	/* Two bytes: most letters of most scripts. */
	if (byte >= 0xC2 && byte < 0xE0 && end - *at > 1 &&
	    ((*at)[1] & 0xC0) == 0x80) {
		code = (uint32_t)((byte & 0x1F) << 6 | ((*at)[1] & 0x3F));
		*at += 2;
	} else {
		*at += utf8_decode(*at, (size_t)(end - *at), &code);
	}
	return folded(code);
}

/* Takes letters without what is between them, and without a branch on where
 * words end, which would be guessed wrong once a word.  False at the end. */
static bool
next_letters(struct letters *l)
{
	const char *at = l->at, *end = l->end;
	size_t count = 0, words = 0;
	bool inside = l->inside;

	while (at < end && count < LETTERS_ROOM) {
		uint32_t letter = next_letter(&at, end);
		bool is = letter != NO_LETTER;

		if (letter == NOTHING)
			continue;
		words += is & !inside;
		inside = is;
		l->letter[count] = (uint16_t)(letter & 0xFFF);
		count += is;
	}
	l->at = at;
	l->words += words;
	l->inside = inside;
	l->count = count;
	return count > 0;
}

static inline uint64_t
next_run(struct letters *l, size_t i)
{
	l->run = (l->run << 12 | l->letter[i]) & RUN_MASK;
	return mixed(l->run + 1);
}

/* The first letters make no run yet; how many there are now. */
static size_t
begin_run(struct letters *l, size_t before)
{
	size_t i = 0;

	for (; before + i + 1 < COPIES_RUN && i < l->count; i++)
		next_run(l, i);
	return i;
}

bool
copies_least(struct text t, uint64_t *least)
{
	struct letters l;
	uint64_t hash, lowest = UINT64_MAX;
	size_t count = 0, i;

	*least = lowest;
	if (t.length < COPIES_LETTERS)
		return false;
	open_letters(&l, t);
	for (; next_letters(&l); count += l.count)
		for (i = begin_run(&l, count); i < l.count; i++) {
			hash = next_run(&l, i);
			lowest = hash < lowest ? hash : lowest;
		}
	*least = lowest;
	return l.words >= COPIES_WORDS && count >= COPIES_LETTERS;
}

/* The least hash of each bin. */
static void
fill_bins(struct text t, uint64_t bin[COPIES_BINS])
{
	struct letters l;
	uint64_t hash, *at;
	size_t count = 0, i;

	memset(bin, 0xFF, COPIES_BINS * sizeof(*bin));
	open_letters(&l, t);
	for (; next_letters(&l); count += l.count)
		for (i = begin_run(&l, count); i < l.count; i++) {
			hash = next_run(&l, i);
			at = &bin[hash >> 57];
			*at = hash < *at ? hash : *at;
		}
}

void
copies_sign(struct text t, char to[COPIES_BINS + 1])
{
	static const char digits[] = "0123456789abcdef";
	uint64_t bin[COPIES_BINS];
	size_t i, k;

	fill_bins(t, bin);
	for (i = 0; i < COPIES_BINS; i++) {
		/* Empty: the next full one, with how far it is. */
		for (k = 0; k < COPIES_BINS - 1 &&
		    bin[(i + k) % COPIES_BINS] == UINT64_MAX; k++)
			;
		to[i] = digits[mixed(bin[(i + k) % COPIES_BINS] + k) & 15];
	}
	to[COPIES_BINS] = '\0';
}

double
copies_likeness(const char *a, const char *b)
{
	const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
	double chance = 1.0 / 16, likeness;
	uint64_t x, y, equal = 0;	/* eight counts of at most 16 */
	int i;

	for (i = 0; i < COPIES_BINS; i += 8) {
		memcpy(&x, a + i, 8);
		memcpy(&y, b + i, 8);
		x ^= y;
		equal += ~(((x & low) + low) | x | low) >> 7;
	}
	equal = equal * UINT64_C(0x0101010101010101) >> 56;
	likeness = ((double)equal / COPIES_BINS - chance) / (1 - chance);
	return likeness > 0 ? likeness : 0;
}
