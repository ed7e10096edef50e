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

/* Letters of a text one by one, and how many words they made. */
struct letters {
	const char *at, *end;
	uint64_t run;			/* the last letters, 12 bits each */
	size_t count, words;
	bool inside;			/* a word */
};

static uint64_t
mixed(uint64_t h)
{
	h = (h ^ h >> 33) * UINT64_C(0xff51afd7ed558ccd);
	h = (h ^ h >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
	return h ^ h >> 33;
}

static const uint32_t NO_LETTER = 0, NOTHING = UINT32_MAX;

/* NO_LETTER for what parts words, NOTHING for what is not there. */
static uint32_t
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

static uint32_t
next_letter(struct letters *l)
{
	unsigned char byte = (unsigned char)*l->at;
	uint32_t code;

	if (byte < 0x80) {
		l->at++;
		return copies_ascii[byte];
	}
	l->at += utf8_decode(l->at, (size_t)(l->end - l->at), &code);
	return folded(code);
}

/* Hash of the run at the next character; false at the end.  What is no letter
 * gives the run before it again, which makes no hash less: a branch on where
 * words end would be guessed wrong once a word. */
static inline bool
next_run(struct letters *l, uint64_t *hash)
{
	while (l->at < l->end) {
		uint32_t letter = next_letter(l);
		bool is = letter != NO_LETTER;

		if (letter == NOTHING)
			continue;
		l->words += is && !l->inside;
		l->inside = is;
		l->run = (l->run << (is ? 12 : 0) | (letter & 0xFFF)) &
		    RUN_MASK;
		l->count += is;
		if (l->count < COPIES_RUN)
			continue;
		*hash = mixed(l->run + 1);
		return true;
	}
	return false;
}

bool
copies_least(struct text t, uint64_t *least)
{
	struct letters l = {.at = t.bytes, .end = t.bytes + t.length};
	uint64_t hash;

	*least = UINT64_MAX;
	if (t.length < COPIES_LETTERS)
		return false;
	while (next_run(&l, &hash))
		*least = hash < *least ? hash : *least;
	return l.words >= COPIES_WORDS && l.count >= COPIES_LETTERS;
}

void
copies_sign(struct text t, char to[COPIES_BINS + 1])
{
	static const char digits[] = "0123456789abcdef";
	struct letters l = {.at = t.bytes, .end = t.bytes + t.length};
	uint64_t bin[COPIES_BINS], hash;
	size_t i, k;

	memset(bin, 0xFF, sizeof(bin));
	while (next_run(&l, &hash)) {
		i = hash >> 57;
		bin[i] = hash < bin[i] ? hash : bin[i];
	}
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

double
copies_candidates(double likeness, int bands, int rows)
{
	return 1 - pow(1 - pow(likeness, rows), bands);
}
