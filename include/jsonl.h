/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Our own JSON Lines between the programs (contract C1): UTF-8, one object
 * per line, LF only, every control character, CR and TAB escaped, so that no
 * engine can split or shift a record.
 *
 * Reading is flat and exact: a record is scanned once, its top-level members
 * are found as raw slices of the line, and only what is asked for is
 * unescaped.  Numbers stay the digits that were written.
 */
#ifndef SAYSO_JSONL_H
#define SAYSO_JSONL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "text.h"

enum {
	JSONL_LINE_MAX = 16 << 20,	/* a longer line is a bad record */
	JSONL_BLOCK = 256 << 10,	/* bytes read at once, about */
	JSONL_DEPTH_MAX = 64,
	JSONL_MEMBERS_MAX = 128,	/* of one object */
};

/* ---- lines of a stream ---- */

struct jsonl_reader;

/* "-" is standard input.  NULL on failure (missing, a folder).  `path` is
 * borrowed by the reader and by its blocks. */
struct jsonl_reader *jsonl_open(const char *path, struct complaint *c);
/* Another longest line than JSONL_LINE_MAX, before the first is read. */
void jsonl_limit(struct jsonl_reader *r, size_t line_max);
/* Lines that are not UTF-8 are given too, before the first is read: for a pass
 * that looks into few of its lines and checks these itself. */
void jsonl_trust(struct jsonl_reader *r);
/*
 * The next line without its LF; borrowed until the next call.  1 a line,
 * 0 the end, -1 a line that is too long or not UTF-8 (it is skipped, the
 * complaint names path and offset, reading may go on), -2 the stream itself
 * failed.  Empty lines are skipped.  A last line without LF counts as a line.
 */
int jsonl_next(struct jsonl_reader *r, struct text *line, struct complaint *c);
size_t jsonl_offset(const struct jsonl_reader *r);	/* of the last line */
size_t jsonl_line(const struct jsonl_reader *r);	/* its number, from 1 */
/* Goes to a byte offset of a file (not of a pipe), where a line must begin;
 * line numbers count from there. */
int jsonl_seek(struct jsonl_reader *r, size_t offset, struct complaint *c);
void jsonl_close(struct jsonl_reader *r);

/* ---- whole lines, read in order, parted by any thread ---- */

/*
 * Some whole lines of a stream, about JSONL_BLOCK bytes, or one longer line:
 *
 *	bytes   |.......|line LF line LF ... line LF|......|
 *	                 ^from                       ^to
 *	         ^base in the stream                        ^capacity
 *
 * A line over the limit is a block of its own, without its bytes.  Blocks
 * outlive their reader; a stream is read by jsonl_next() or by blocks.
 */
struct jsonl_block {
	const char *path;
	char *bytes;
	size_t capacity, from, to;
	size_t base;
	size_t limit;		/* of a line */
	size_t offset;		/* in the stream, of the line last given */
	size_t line;		/* lines given */
	bool too_long;		/* the line at `base` is over the limit */
	enum {
		JSONL_UNCHECKED, JSONL_ALL_UTF8, JSONL_NOT_ALL_UTF8,
	} checked;
};

void jsonl_block_init(struct jsonl_block *b);
void jsonl_block_release(struct jsonl_block *b);
/* Fills the block anew: 1, 0 the end, -2 the stream failed.  Of a pipe it
 * waits for one line and takes what else is there. */
int jsonl_read_block(struct jsonl_reader *r, struct jsonl_block *b,
	struct complaint *c);
/* The next line: 1, 0 the end of the block, -1 (as jsonl_next()).  The line
 * lives as long as the block is not filled anew. */
int jsonl_block_next(struct jsonl_block *b, struct text *line,
	struct complaint *c);

/* ---- one object ---- */

struct jsonl_member {
	struct text name;	/* raw, between the quotes */
	struct text value;	/* raw slice: "\"a\\n\"", "4.5", "{...}" */
	bool escaped;		/* a string that has a backslash */
};

struct jsonl_object {
	struct jsonl_member member[JSONL_MEMBERS_MAX];
	size_t count;
	bool tabs;		/* TAB, CR or LF stands between values */
};

/* Scans `text`, which must be one JSON object and nothing else (RFC 8259,
 * strictly; that it is UTF-8 was checked by jsonl_next); also checks what is
 * inside nested values.  The offset of a fault goes to *fault. */
bool jsonl_scan(struct text text, struct jsonl_object *o, size_t *fault);
/* The raw value of a member; absent if there is none.  Of equal names the
 * first counts. */
struct text jsonl_get(const struct jsonl_object *o, const char *name);
/* A string value unescaped (into the arena only where it has a backslash;
 * lone surrogates become U+FFFD, \u0000 is a NUL byte); absent if the value
 * is no string or memory ran out. */
struct text jsonl_string(struct text raw, struct arena *a);
bool jsonl_integer(struct text raw, int64_t *to);
/* The UTF-16 code unit of the escape `\uXXXX` at `at`, or -1. */
int jsonl_unit(const char *at, const char *end);

/* ---- writing ---- */

/* Adds a quoted, escaped JSON string.  Escaped are quote, backslash, every
 * control character (DEL and U+0080 to U+009F too) and the line and paragraph
 * separators U+2028 and U+2029: all that some reader takes for a line's end.
 * `ascii` writes everything above 0x7E as \uXXXX (contract C1).  The text
 * must be valid UTF-8. */
int jsonl_add_string(struct buffer *to, struct text value, bool ascii);

/* Copies a text that stands in a string as it is and returns where it ends;
 * NULL where something must be escaped.  Without quotes. */
char *jsonl_put_plain(char *to, struct text value, bool ascii);

/* `,"name":` with the comma only where the object has begun already (the
 * last byte is not '{' or '['). */
int jsonl_add_name(struct buffer *to, const char *name);
/* name and string; nothing at all where the value is absent. */
int jsonl_add_member(struct buffer *to, const char *name, struct text value);
int jsonl_add_member_integer(struct buffer *to, const char *name, int64_t v);

/* Adds a whole valid JSON text again with everything above 0x7E escaped. */
int jsonl_add_ascii(struct buffer *to, struct text json);

#endif
