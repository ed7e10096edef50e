/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word_memory.h"

#include <stdlib.h>
#include <string.h>

enum { CACHE_LINE = 64 };

_Static_assert(sizeof(struct word_known) == CACHE_LINE, "one line each");

int
word_memory_init(struct word_memory *m)
{
	size_t words = (size_t)1 << WORD_MEMORY_BITS;

	m->known = aligned_alloc(CACHE_LINE, words * sizeof *m->known);
	m->rest = malloc(words * sizeof *m->rest);
	if (m->known == NULL || m->rest == NULL) {
		word_memory_release(m);
		return -1;
	}
	memset(m->known, 0, words * sizeof *m->known);
	for (int way = 0; way < FOLD_WAYS; way++)
		word_pairs_init(&m->pairs[way], (enum fold_way)way);
	return 0;
}

void
word_memory_release(struct word_memory *m)
{
	free(m->known);
	free(m->rest);
	m->known = NULL;
	m->rest = NULL;
}

void
word_memory_put(struct word_memory *m, const struct word_run *run,
	const struct word *word, uint8_t flag)
{
	size_t at = word_memory_place(run);

	if (word->cut != 0 || word->length > WORD_MEMORY_RUN)
		return;
	m->known[at] = (struct word_known){
		.run = {run->piece[0], run->piece[1], run->piece[2],
		    run->piece[3]},
		.small = run->small,
		.way = run->way,
		.taken = (uint8_t)(word->end - word->start),
		.length = word->length,
		.flag = flag,
		.piece = {word_piece(word->key), word_piece(word->key + 8)},
		.hash = word->hash,
	};
	if (word->length > PLAIN_WORD)
		memcpy(m->rest[at], word->key, WORD_MEMORY_RUN);
}
