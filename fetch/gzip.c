/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gzip.h"

#include <errno.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <string.h>
/* next_in is const then */
#define ZLIB_CONST
#include <zlib.h>

#include "gzip_stream.h"

enum {
	PIECE = 64 << 10,
	MEMBER_MIN = 18,	/* header and trailer (RFC 1952) */
	STORED_MAX = 0xFFFF, STORED_HEAD = 5,	/* a block of deflate */
	/* zlib's windowBits, see inflateInit2. */
	BITS_GZIP = 15 + 16, BITS_ZLIB = 15, BITS_RAW = -15,
};

/* Members are many and small: what works on them is made once a thread and
 * level, and kept. */
static struct libdeflate_compressor *
compressor(int level)
{
	static _Thread_local struct libdeflate_compressor *kept[13];

	if (level < 0 || level > 12)
		return NULL;
	if (kept[level] == NULL)
		kept[level] = libdeflate_alloc_compressor(level);
	return kept[level];
}

static struct libdeflate_decompressor *
decompressor(void)
{
	static _Thread_local struct libdeflate_decompressor *kept;

	if (kept == NULL)
		kept = libdeflate_alloc_decompressor();
	return kept;
}

int
gzip_add_member(struct buffer *to, const void *bytes, size_t length,
	int level)
{
	struct libdeflate_compressor *z = compressor(level);
	size_t bound, used = 0;
	char *room = NULL;

	if (z == NULL)
		return -1;
	bound = libdeflate_gzip_compress_bound(z, length);
	if ((room = buffer_reserve(to, bound)) != NULL)
		used = libdeflate_gzip_compress(z, bytes, length, room, bound);
	if (used == 0)
		return -1;
	to->length += used;
	to->bytes[to->length] = '\0';
	return 0;
}

static unsigned char *
put_number(unsigned char *to, size_t n, size_t bytes)
{
	for (; bytes > 0; bytes--, n >>= 8)
		*to++ = (unsigned char)n;
	return to;
}

/* The next `length` bytes of the parts; *part moves on. */
static unsigned char *
put_parts(unsigned char *to, const struct text **part, size_t *done,
	size_t length)
{
	while (length > 0) {
		size_t piece = (*part)->length - *done;

		if (piece > length)
			piece = length;
		if (piece > 0)
			memcpy(to, (*part)->bytes + *done, piece);
		to += piece;
		length -= piece;
		*done += piece;
		if (*done == (*part)->length) {
			(*part)++;
			*done = 0;
		}
	}
	return to;
}

int
gzip_add_stored(struct buffer *to, const struct text *parts, size_t count)
{
	static const unsigned char head[] = {0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 4,
	    255};
	size_t total = 0, left, block, done = 0, i;
	uint32_t check = 0;
	unsigned char *at, *begin;

	for (i = 0; i < count; i++) {
		total += parts[i].length;
		check = libdeflate_crc32(check, parts[i].length > 0 ?
		    parts[i].bytes : "", parts[i].length);
	}
	begin = at = (unsigned char *)buffer_reserve(to, total + MEMBER_MIN +
	    STORED_HEAD * (total / STORED_MAX + 1));
	if (at == NULL)
		return -1;
	memcpy(at, head, sizeof(head));
	at += sizeof(head);
	left = total;
	do {
		block = left < STORED_MAX ? left : STORED_MAX;
		left -= block;
		*at++ = left == 0;
		at = put_number(at, block, 2);
		at = put_number(at, ~block & 0xFFFF, 2);
		at = put_parts(at, &parts, &done, block);
	} while (left > 0);
	at = put_number(put_number(at, check, 4), total, 4);
	to->length += (size_t)(at - begin);
	to->bytes[to->length] = '\0';
	return 0;
}

bool
gzip_ratio_allowed(size_t inflated, size_t deflated)
{
	return inflated <= GZIP_RATIO_FREE ||
	    inflated / GZIP_RATIO_MAX <= deflated;
}

/* How much `deflated` bytes may become in what is left of `to`. */
static size_t
most_allowed(const struct buffer *to, size_t deflated)
{
	size_t most = to->ceiling - to->length, ratio = GZIP_RATIO_FREE;

	if (deflated > SIZE_MAX / GZIP_RATIO_MAX)
		return most;
	if (deflated * GZIP_RATIO_MAX > ratio)
		ratio = deflated * GZIP_RATIO_MAX;
	return most < ratio ? most : ratio;
}

struct format {
	enum libdeflate_result (*whole)(struct libdeflate_decompressor *,
		const void *, size_t, void *, size_t, size_t *, size_t *);
	int bits;
	const char *name;
};

static const struct format gzip = {libdeflate_gzip_decompress_ex, BITS_GZIP,
	"gzip"};
static const struct format zlib = {libdeflate_zlib_decompress_ex, BITS_ZLIB,
	"deflate"};
static const struct format raw = {libdeflate_deflate_decompress_ex, BITS_RAW,
	"deflate"};

/* The last four bytes of a gzip member. */
static size_t
size_read(const char *bytes, size_t length)
{
	const unsigned char *end = (const unsigned char *)bytes + length;

	return (size_t)end[-4] | (size_t)end[-3] << 8 |
	    (size_t)end[-2] << 16 | (size_t)end[-1] << 24;
}

size_t
gzip_stated(const void *bytes, size_t length)
{
	size_t size;

	if (length < MEMBER_MIN || length > GZIP_STATED_MAX ||
	    !gzip_is_magic(bytes, length))
		return 0;
	size = size_read(bytes, length);
	return size >= length && size <= length * GZIP_STATED_RATIO ? size : 0;
}

/* What a gzip member says of its own size, or four times what it takes: a
 * guess at first, believed no further than `most`. */
static size_t
first_room(const char *bytes, size_t length, size_t most)
{
	size_t size = length < most / 4 ? length * 4 : most;

	if (length >= MEMBER_MIN && memcmp(bytes, "\x1f\x8b", 2) == 0) {
		size_t said = size_read(bytes, length);

		if (said > 0 && said <= most && said / 32 <= length)
			size = said;
	}
	return size;
}

/* One stream whole by libdeflate, into room that doubles until it is enough.
 * 1 done, with what it took of the input in *taken; 0 not possible. */
static int
inflate_whole(struct buffer *to, const char *bytes, size_t length,
	const struct format *format, size_t *taken)
{
	struct libdeflate_decompressor *z = decompressor();
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	size_t most = most_allowed(to, length), room, made = 0;
	char *at;

	if (z == NULL)
		return 0;
	for (room = first_room(bytes, length, most);
	    result == LIBDEFLATE_INSUFFICIENT_SPACE && room > 0;
	    room = room == most ? 0 : room < most / 2 ? room * 2 : most) {
		if ((at = buffer_reserve(to, room)) == NULL)
			break;
		result = format->whole(z, bytes, length, at, room, taken,
		    &made);
	}
	if (result != LIBDEFLATE_SUCCESS)
		return 0;
	to->length += made;
	return 1;
}

/* The same by zlib, which also says what could be read before a fault. */
static int
inflate_parts(struct buffer *to, const char *bytes, size_t length,
	const struct format *format, size_t *taken, struct complaint *c)
{
	size_t most = most_allowed(to, length), made = 0, room;
	z_stream z = {.next_in = (const Bytef *)bytes};
	int result = Z_OK;
	char *at;

	/* zlib counts in unsigned int; no body comes near. */
	z.avail_in = length < UINT32_MAX ? (uInt)length : UINT32_MAX;
	if (inflateInit2(&z, format->bits) != Z_OK)
		return complain(c, ENOMEM, "%s", format->name);
	while (result == Z_OK && made < most) {
		room = most - made < PIECE ? most - made : PIECE;
		if ((at = buffer_reserve(to, room)) == NULL)
			break;
		z.next_out = (Bytef *)at;
		z.avail_out = (uInt)room;
		result = inflate(&z, Z_NO_FLUSH);
		made += room - z.avail_out;
		to->length += room - z.avail_out;
		if (result == Z_OK && z.avail_in == 0 && z.avail_out > 0)
			result = Z_BUF_ERROR;
	}
	*taken = length - z.avail_in;
	inflateEnd(&z);
	if (result == Z_STREAM_END)
		return 0;
	if (result == Z_OK)
		return complain(c, 0, "%s: inflates beyond the limit of %zu "
		    "bytes", format->name, most);
	return complain(c, 0, result == Z_BUF_ERROR ? "%s: cut short" :
	    "%s: damaged", format->name);
}

static int
inflate_one(struct buffer *to, const char *bytes, size_t length,
	const struct format *format, size_t *taken, struct complaint *c)
{
	int result = 0;

	if (!inflate_whole(to, bytes, length, format, taken))
		result = inflate_parts(to, bytes, length, format, taken, c);
	if (to->bytes != NULL)
		to->bytes[to->length] = '\0';
	return result;
}

bool
gzip_is_magic(const char *bytes, size_t length)
{
	return length >= 4 && memcmp(bytes, "\x1f\x8b\x08", 3) == 0 &&
	    ((unsigned char)bytes[3] & 0xE0) == 0;
}

int
gzip_inflate(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c)
{
	const char *at = bytes;
	size_t taken;

	/* The first must be there, whatever it is; what follows a member and
	 * is none is of no interest. */
	do {
		taken = length;
		if (inflate_one(to, at, length, &gzip, &taken, c) < 0)
			return -1;
		at += taken;
		length -= taken;
	} while (gzip_is_magic(at, length));
	return 0;
}

int
gzip_inflate_deflate(struct buffer *to, const void *bytes, size_t length,
	struct complaint *c)
{
	size_t before = to->length, taken;

	if (inflate_one(to, bytes, length, &zlib, &taken, c) == 0)
		return 0;
	if (to->length > before)
		return -1;
	return inflate_one(to, bytes, length, &raw, &taken, c);
}
