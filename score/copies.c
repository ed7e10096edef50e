/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies.h"

#include <math.h>
#include <string.h>

#include "fold.h"
#include "utf8.h"

static const uint64_t RUN_MASK = (UINT64_C(1) << 12 * COPIES_RUN) - 1;

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

/* Hash of the next run of letters; false at the end. */
static bool
next_run(struct letters *l, uint64_t *hash)
{
	while (l->at < l->end) {
		uint32_t code = (unsigned char)*l->at, letter;

		if (code < 0x80)
			l->at++;
		else
			l->at += utf8_decode(l->at, (size_t)(l->end - l->at),
			    &code);
		letter = folded(code);
		if (letter == NOTHING)
			continue;
		if (letter == NO_LETTER) {
			l->inside = false;
			continue;
		}
		l->words += !l->inside;
		l->inside = true;
		l->run = (l->run << 12 | (letter & 0xFFF)) & RUN_MASK;
		if (++l->count < COPIES_RUN)
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
	double same = 0, chance = 1.0 / 16, likeness;
	int i;

	for (i = 0; i < COPIES_BINS; i++)
		same += a[i] == b[i];
	likeness = (same / COPIES_BINS - chance) / (1 - chance);
	return likeness > 0 ? likeness : 0;
}

double
copies_candidates(double likeness, int bands, int rows)
{
	return 1 - pow(1 - pow(likeness, rows), bands);
}
