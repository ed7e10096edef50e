/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gzip members and HTTP's gzip and deflate codings.  libdeflate where the
 * member is whole in memory, zlib where it is a stream; both are behind
 * gzip.c only.
 */
#ifndef SAYSO_GZIP_H
#define SAYSO_GZIP_H

#include <stddef.h>

#include "buffer.h"
#include "complaint.h"
#include "text.h"

enum {
	GZIP_RATIO_MAX = 200,		/* allowed beyond the first MiB */
	GZIP_RATIO_FREE = 1 << 20,
	GZIP_RESYNC_MAX = 1000,		/* damaged places in one file */
};

/* Adds one whole gzip member with level 0 (stored) to 9.  No time and no
 * name in its header: same bytes in, same bytes out.  The ceiling of `to` must
 * leave room for the bytes as if they did not shrink. */
int gzip_add_member(struct buffer *to, const void *bytes, size_t length,
	int level);

/* The same at level 0, of texts one behind the other: each byte is copied
 * once. */
int gzip_add_stored(struct buffer *to, const struct text *parts,
	size_t count);

/* Adds the inflated content of all members of `bytes` to `to`; its ceiling
 * and the ratio above bound it.  The end of the last member must be there:
 * truncated data is -1 with what could be read added.  Bytes behind the last
 * member that begin none are ignored, as browsers do.  Used for
 * Content-Encoding gzip (RFC 9110 8.4.1.3). */
int gzip_inflate(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c);
/* The size that a body which came whole says it has once inflated, 0 where its
 * end does not vouch for it.  Nothing is inflated: a gzip body is believed
 * where the size in its last four bytes is from one to GZIP_STATED_RATIO times
 * what it takes.  Where a body breaks off, those bytes are coded ones, as good
 * as random, and pass at most once in a thousand times (8 KB: once in 35,000).
 * Longer bodies than GZIP_STATED_MAX are never believed. */
enum { GZIP_STATED_RATIO = 16, GZIP_STATED_MAX = 256 << 10 };
size_t gzip_stated(const void *bytes, size_t length);
/* Content-Encoding deflate: zlib format, or raw where servers got it wrong. */
int gzip_inflate_deflate(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c);

/* A file or pipe ("-" is standard input) read through: gzip members are
 * inflated, anything else is passed on as it is.  Zeros between members are
 * padding.  Offsets are those of the compressed file.  A member whose content
 * grows past the ratio above counts as damaged.  Memory is about 6 MiB. */
struct gzip_stream;
struct gzip_stream *gzip_open(const char *path, struct complaint *c);
/* Up to `room` inflated bytes; 0 at the end; -1 truncated or damaged, once,
 * then 0 until gzip_resync().  Never runs across the end of a member:
 * *member_end is set when the bytes returned end one, and its check sum was
 * right then (for plain files it is never set). */
long gzip_read(struct gzip_stream *g, void *bytes, size_t room,
	int *member_end, struct complaint *c);
/* The same without a copy: the bytes are the stream's and good until the next
 * call. */
long gzip_borrow(struct gzip_stream *g, const char **bytes, size_t most,
	int *member_end, struct complaint *c);
size_t gzip_member_offset(const struct gzip_stream *g);	/* current member */
int gzip_is_compressed(const struct gzip_stream *g);
/* The size of a plain, regular file; 0 where it cannot be known. */
size_t gzip_plain_size(const struct gzip_stream *g);
/* After damage: goes on at the next gzip magic; 1 found, 0 none, or
 * GZIP_RESYNC_MAX reached. */
int gzip_resync(struct gzip_stream *g);
void gzip_close(struct gzip_stream *g);

#endif
