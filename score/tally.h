/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tallies: rows `KEY TAB INTEGER LF`, sorted bytewise.  Everything that a
 * summary needs is a count or an integer sum under a key, and the only way of
 * merging is integer addition, so any engine may do it (contract C4).
 * sayso-tallies(5) is the manual.
 *
 * A key is printable ASCII: a kind and fields, joined by '|'.  In a field
 * '|', '%', the blank, controls and everything above 0x7E are %XX; an absent
 * field is "-", a field that is "-" itself is "%2D".
 *
 *	c|brand|source|kind|language|month|stars|class|reply	reviews
 *	d|brand|source|day|stars|class			reviews with a day
 *	i|brand|item|stars|class|reply	ix|... ix2|brand|item	by item
 *	csat|brand|source|language|month|1..5		answers
 *	rt|brand|source|m or d|minutes|e or c		until a reply
 *	sx|... sx2|brand|source|kind|language|month	stars, squares (1/10000)
 *	fx|... fx2|brand|source|kind|language|month	scores, squares
 *	nps|brand|source|language|month|0..10		answers
 *	st|brand|source|row				stated by the source
 *	run|brand|source|kind|row|status|stop		runs (1 each)
 *	t|day						reviews fetched
 *	ed|brand|source|reply|stars before|stars now	edited
 *	seen|brand|source|row|run|stars  whole|brand|source|row|run
 *	w|brand|language|word|0..15	ww|brand|language|word	words
 *	top|list|brand|group|rank|id|more		see tally_top.h
 *	as|brand|source|aspect|label			reviews
 *	sg|brand|source|stage|label			reviews
 *	vs|brand|other|aspect		reviews that prefer brand over other
 *	_m|in  _m|out  _m|bad  _m|chk  _m|lex|SHA256  _m|schema|N
 *	_m|names|SHA256			lines read with these names of brands
 *
 * stars: nearest whole star 1..5 or "-".  class: pos neu neg, uns (text that
 * was not scored), none (no text).  reply: r or "-".  month, day: as precise
 * as the source, at most that.  as and sg: pos neu neg by all mentions in the
 * review together, none where nothing is said of it.  _m|chk is the sum of
 * the CRC-32 of the lines (checksum.h), which no order changes.
 */
#ifndef SAYSO_TALLY_H
#define SAYSO_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "text.h"

enum {
	TALLY_KEY_MAX = 4096,
	TALLY_FIELDS_MAX = 12,
	TALLY_SCHEMA = 1,
	TALLY_BYTES_MAX = 1 << 30,	/* of all keys of one process */
};

struct tally;
struct tally_key;

struct tally *tally_create(void);	/* NULL: no memory */
void tally_free(struct tally *t);

/* Adds to a key.  -1 on a sum beyond int64, a key too long, no memory. */
int tally_add(struct tally *t, struct text key, int64_t value,
	struct complaint *c);
/* Adds every row of another. */
int tally_add_all(struct tally *t, const struct tally *from,
	struct complaint *c);
int64_t tally_get(const struct tally *t, struct text key);	/* 0: none */
/* Rows that lists (tally_top.h) have taken so far, also those that others
 * pushed out since: what was not taken when it was added is in no list. */
uint64_t tally_taken(const struct tally *t);
/* Whether a row of a list whose key begins so could count; see tally_top.h. */
bool tally_may(const struct tally *t, const struct tally_key *start,
	size_t name);
size_t tally_count(const struct tally *t);

/* Every row in the order of its key's bytes; `row` returns 0 to go on. */
int tally_each(struct tally *t, int (*row)(void *context, struct text key,
	int64_t value), void *context);

/* The same of the rows whose keys begin with `start`. */
int tally_each_of(struct tally *t, const char *start, int (*row)(
	void *context, struct text key, int64_t value), void *context);

/* Reads rows from a path ("-": standard input); a "LongValueSum:" in front
 * and a TAB behind are taken off (Hadoop).  A bad row is a complaint with its
 * place and ends the reading: a sum with a hole is worse than none. */
int tally_read(struct tally *t, const char *path, struct complaint *c);
/* Writes every row, sorted; `prefix` is "" or "LongValueSum:". */
struct sink;
int tally_write(struct tally *t, const char *prefix, struct sink *to);

/* ---- keys ---- */

struct tally_key {
	char bytes[TALLY_KEY_MAX];
	size_t length;
	bool too_long;
};

void tally_key_begin(struct tally_key *k, const char *kind);
void tally_key_add(struct tally_key *k, struct text field);
void tally_key_add_integer(struct tally_key *k, int64_t field);
int tally_put(struct tally *t, const struct tally_key *k, int64_t value,
	struct complaint *c);

/* Splits a key at '|' (fields still escaped); returns how many there are,
 * TALLY_FIELDS_MAX + 1 where more. */
size_t tally_split(struct text key, struct text field[TALLY_FIELDS_MAX]);
/* A field as it was; absent for "-".  Copied into the buffer. */
struct text tally_field(struct text field, struct buffer *room);

#endif
