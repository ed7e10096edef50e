/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of reviews in, its tallies out (contract C2, C4): a pure function
 * of the line and the lexicon.  Both `score map` and the run over a workspace
 * go through here, which is why their bytes are the same.
 */
#ifndef SAYSO_MAP_H
#define SAYSO_MAP_H

#include "arena.h"
#include "digest.h"
#include "map_sums.h"
#include "map_words.h"
#include "review.h"
#include "sentiment.h"
#include "status.h"
#include "stream.h"
#include "tally.h"

enum {
	MAP_QUOTE_LEAST = 2500,		/* score, either way, of a quote */
	MAP_QUOTE_SHORT = 40,		/* bytes of text below: no quote */
	MAP_QUOTE_LONG = 600,		/* bytes of text above: no quote */
};

struct map {
	struct scorer *scorer;		/* borrowed */
	struct tally *tally;		/* borrowed; gets the rows */
	struct arena arena;		/* of the current line */
	struct tally_key key;
	struct map_words *words;	/* wait for map_flush(), as do: */
	struct map_sums *sums;
	int64_t in, out, bad, checksum;
	const struct stream *stream;	/* borrowed; only its reviews count,
					   and no runs; NULL: all */
	struct buffer room;		/* of stream.h */
	/* Of the last line: */
	char id[ID_HEX];		/* where it had none of its own */
	struct review_reader_line line;
	struct sentiment sentiment;	/* of a review */
	int cell;			/* of its cube (map_cells.h) */
	struct text month;		/* of its cube */
	bool taken;			/* it is a review, and counts */
	bool long_text;			/* a review to tell copies by */
};

void map_open(struct map *m, struct scorer *scorer, struct tally *tally);
/* 0, or -1 for a bad line: it is counted as bad and nothing else of it is,
 * the complaint says why (without place); -2: no memory, a sum too large. */
int map_line(struct map *m, struct text line, struct complaint *c);
/* Counts a line that could not even be read (jsonl_next gave -1). */
void map_bad(struct map *m);
/* What waits goes into the tallies; to be called before they are read. */
int map_flush(struct map *m, struct complaint *c);
void map_close(struct map *m);

#endif
