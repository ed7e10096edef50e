/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gzip_stream.h"

#include <errno.h>
#include <fcntl.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* next_in is const then */
#define ZLIB_CONST
#include <zlib.h>

#include "gzip.h"

enum {
	IN_SIZE = 1 << 20,	/* a member that fits is inflated at once */
	OUT_SIZE = 4 << 20,
	LOOK_BACK = 64 << 10,	/* kept behind us: a cut shows late */
};

enum state {
	BETWEEN,	/* members; also the start */
	INSIDE,		/* a member, by zlib */
	DAMAGED, FINISHED,
};

struct gzip_stream {
	int descriptor;
	char *path;
	bool compressed, ended;
	size_t size;			/* of a regular file, else 0 */
	enum state state;
	char *in;			/* unread: in[from..to) */
	size_t from, to;
	size_t base;			/* file offset of in[0] */
	char *out;			/* not yet given: out[given..made) */
	size_t given, made;
	bool member_ends;		/* behind out[made) */
	size_t member;			/* file offset of the present one */
	size_t searched;		/* file offset: no magic before it */
	unsigned resyncs;
	z_stream z;
	bool z_ready;
	struct libdeflate_decompressor *whole;
};

/* Reads until `in` is full or the file ends.  `keep` bytes before `from`
 * stay. */
static int
fill(struct gzip_stream *g, size_t keep, struct complaint *c)
{
	size_t drop = g->from > keep ? g->from - keep : 0;
	ssize_t got;

	memmove(g->in, g->in + drop, g->to - drop);
	g->base += drop;
	g->from -= drop;
	g->to -= drop;
	while (!g->ended && g->to < IN_SIZE) {
		got = read(g->descriptor, g->in + g->to, IN_SIZE - g->to);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			g->state = FINISHED;
			return complain_at(c, g->path, g->base + g->to, "%s",
			    strerror(errno));
		}
		g->ended = got == 0;
		g->to += (size_t)got;
	}
	return 0;
}

static int
start(struct gzip_stream *g, struct complaint *c)
{
	if (g->in == NULL || g->out == NULL || g->whole == NULL)
		return complain(c, ENOMEM, "%s", g->path);
	if (fill(g, 0, c) < 0)
		return -1;
	g->compressed = g->to >= 2 && memcmp(g->in, "\x1f\x8b", 2) == 0;
	return 0;
}

struct gzip_stream *
gzip_open(const char *path, struct complaint *c)
{
	bool standard = strcmp(path, "-") == 0;
	struct gzip_stream *g = calloc(1, sizeof(*g));
	struct stat about;

	if (g == NULL) {
		complain(c, ENOMEM, "%s", path);
		return NULL;
	}
	g->descriptor = standard ? STDIN_FILENO :
	    open(path, O_RDONLY | O_CLOEXEC);
	g->path = strdup(standard ? "standard input" : path);
	if (g->descriptor >= 0 && fstat(g->descriptor, &about) == 0) {
		if (S_ISREG(about.st_mode))
			g->size = (size_t)about.st_size;
		if (S_ISDIR(about.st_mode)) {
			close(g->descriptor);
			g->descriptor = -1;
			errno = EISDIR;
		}
	}
	if (g->descriptor < 0 || g->path == NULL) {
		complain(c, errno, "%s", path);
		gzip_close(g);
		return NULL;
	}
	g->in = malloc(IN_SIZE);
	g->out = malloc(OUT_SIZE);
	g->whole = libdeflate_alloc_decompressor();
	if (start(g, c) < 0) {
		gzip_close(g);
		return NULL;
	}
	return g;
}

void
gzip_close(struct gzip_stream *g)
{
	if (g == NULL)
		return;
	if (g->z_ready)
		inflateEnd(&g->z);
	if (g->whole != NULL)
		libdeflate_free_decompressor(g->whole);
	if (g->descriptor > STDIN_FILENO)
		close(g->descriptor);
	free(g->path);
	free(g->in);
	free(g->out);
	free(g);
}

size_t
gzip_member_offset(const struct gzip_stream *g)
{
	return g->member;
}

int
gzip_is_compressed(const struct gzip_stream *g)
{
	return g->compressed;
}

size_t
gzip_plain_size(const struct gzip_stream *g)
{
	return g->compressed ? 0 : g->size;
}

static long
damaged(struct gzip_stream *g, struct complaint *c, const char *reason)
{
	g->state = DAMAGED;
	g->given = g->made = 0;
	return complain_at(c, g->path, g->member, "%s", reason);
}

static bool
inflate_at_once(struct gzip_stream *g)
{
	size_t taken, made;

	if (libdeflate_gzip_decompress_ex(g->whole, g->in + g->from,
	    g->to - g->from, g->out, OUT_SIZE, &taken, &made) !=
	    LIBDEFLATE_SUCCESS || !gzip_ratio_allowed(made, taken))
		return false;
	g->from += taken;
	g->given = 0;
	g->made = made;
	g->member_ends = true;
	return true;
}

/* Begins the member at `from`.  Most are small and whole in memory; what is
 * not, or is damaged, goes through zlib. */
static int
begin_member(struct gzip_stream *g, struct complaint *c)
{
	g->member = g->base + g->from;
	if (inflate_at_once(g))
		return 0;
	if (g->from > 0 && !g->ended) {
		if (fill(g, 0, c) < 0)
			return -1;
		if (inflate_at_once(g))
			return 0;
	}
	if (!g->z_ready && inflateInit2(&g->z, 15 + 16) != Z_OK)
		return complain(c, ENOMEM, "%s", g->path);
	g->z_ready = true;
	inflateReset(&g->z);
	g->member_ends = false;
	g->given = g->made = 0;
	g->state = INSIDE;
	return 0;
}

/* Skips padding and begins the next member: 1, 0 the end, -1. */
static int
next_member(struct gzip_stream *g, struct complaint *c)
{
	for (;;) {
		while (g->from < g->to && g->in[g->from] == '\0')
			g->from++;
		if (g->to - g->from >= 4 || g->ended)
			break;
		if (fill(g, 0, c) < 0)
			return -1;
	}
	if (g->from == g->to) {
		g->state = FINISHED;
		return 0;
	}
	if (!gzip_is_magic(g->in + g->from, g->to - g->from)) {
		g->member = g->base + g->from;
		return (int)damaged(g, c, g->to - g->from < 4 ?
		    "a gzip member is cut short" : "no gzip member here");
	}
	return begin_member(g, c) < 0 ? -1 : 1;
}

/* Makes more of the current member with zlib.  The last byte made before is
 * still there: it is only given when it is known whether it is the last. */
static int
inflate_more(struct gzip_stream *g, struct complaint *c)
{
	int result;

	memmove(g->out, g->out + g->given, g->made - g->given);
	g->made -= g->given;
	g->given = 0;
	if (g->from == g->to && !g->ended && fill(g, LOOK_BACK, c) < 0)
		return -1;
	if (g->from == g->to)
		return (int)damaged(g, c, "a gzip member is cut short");
	g->z.next_in = (const Bytef *)g->in + g->from;
	g->z.avail_in = (uInt)(g->to - g->from);
	g->z.next_out = (Bytef *)g->out + g->made;
	g->z.avail_out = (uInt)(OUT_SIZE - g->made);
	result = inflate(&g->z, Z_NO_FLUSH);
	g->from = g->to - g->z.avail_in;
	g->made = OUT_SIZE - g->z.avail_out;
	if (result != Z_OK && result != Z_STREAM_END &&
	    result != Z_BUF_ERROR)
		return (int)damaged(g, c, "a gzip member is damaged");
	if (!gzip_ratio_allowed(g->z.total_out, g->z.total_in))
		return (int)damaged(g, c, "a gzip member inflates more than "
		    "a page ever does");
	if (result == Z_STREAM_END) {
		g->member_ends = true;
		g->state = BETWEEN;
	}
	return 0;
}

static long
borrow_plain(struct gzip_stream *g, const char **bytes, size_t most,
	struct complaint *c)
{
	size_t have;

	if (g->from == g->to && fill(g, 0, c) < 0)
		return -1;
	have = g->to - g->from < most ? g->to - g->from : most;
	*bytes = g->in + g->from;
	g->from += have;
	return (long)have;
}

static size_t
ready(const struct gzip_stream *g)
{
	size_t have = g->made - g->given;

	return g->member_ends || have == 0 ? have : have - 1;
}

long
gzip_borrow(struct gzip_stream *g, const char **bytes, size_t most,
	int *member_end, struct complaint *c)
{
	size_t have;
	int result;

	*member_end = 0;
	if (g->state == FINISHED || g->state == DAMAGED)
		return 0;
	if (!g->compressed)
		return borrow_plain(g, bytes, most, c);
	while (ready(g) == 0) {
		if (g->state == INSIDE)
			result = inflate_more(g, c) < 0 ? -1 : 1;
		else
			result = next_member(g, c);
		if (result <= 0)
			return result;
	}
	have = ready(g) < most ? ready(g) : most;
	*bytes = g->out + g->given;
	g->given += have;
	*member_end = g->member_ends && g->given == g->made;
	return (long)have;
}

long
gzip_read(struct gzip_stream *g, void *bytes, size_t room, int *member_end,
	struct complaint *c)
{
	const char *from;
	long got = gzip_borrow(g, &from, room, member_end, c);

	if (got > 0)
		memcpy(bytes, from, (size_t)got);
	return got;
}

int
gzip_resync(struct gzip_stream *g)
{
	struct complaint ignored;
	size_t from = g->member + 1;

	if (g->state != DAMAGED || ++g->resyncs > GZIP_RESYNC_MAX)
		return 0;
	/* From just behind the start of what was damaged, as far as that is
	 * still here: a cut is noticed long after it. */
	if (from < g->searched)
		from = g->searched;
	g->from = from > g->base ? from - g->base : 0;
	for (;;) {
		for (; g->to - g->from >= 4; g->from++)
			if (gzip_is_magic(g->in + g->from, g->to - g->from)) {
				g->searched = g->base + g->from + 1;
				g->state = BETWEEN;
				g->member_ends = true;
				return 1;
			}
		if (g->ended || fill(g, 0, &ignored) < 0)
			break;
	}
	g->state = FINISHED;
	return 0;
}
