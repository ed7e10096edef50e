/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captures: WARC 1.1 (ISO 28500:2017), one gzip member per record.  fetch
 * writes them, parse reads them and everybody else's (WARC 0.17 to 1.1, plain
 * or compressed, Common Crawl's too).  sayso-captures(5) is the manual.
 *
 * What we write: first `warcinfo`; then per exchange a `request` and a
 * `response` (or `revisit` for 304) of the same WARC-Date, linked by
 * WARC-Concurrent-To; at the end one `metadata` record (application/json,
 * see sayso-captures) with what was asked, what the source states, what was
 * got and which rule stopped it.  Every record of ours has the extra fields
 * Sayso-Row and Sayso-Brand.  The content coding of a body is kept as
 * received, the transfer coding is removed and its header renamed to
 * X-Crawler-Transfer-Encoding with a Content-Length that is true.
 * Record ids are made from the content and the record's place in its file,
 * not by chance.  Digests are SHA-256 in base32, one for each record.
 */
#ifndef SAYSO_WARC_H
#define SAYSO_WARC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "publish.h"
#include "text.h"

enum {
	WARC_HEADER_MAX = 64 << 10,	/* bytes of one record's fields */
	WARC_FIELDS_MAX = 1000,
	WARC_BLOCK_MAX = 64 << 20,	/* a longer block is skipped as bad */
	WARC_BODY_MAX = 64 << 20,	/* a payload after its content coding */
};

/* ---- writing ---- */

struct warc_writer;

struct warc_field {
	const char *name;
	struct text value;	/* CR and LF are refused */
};

struct warc_record {
	const char *type;		/* "response", ... */
	struct text target;		/* WARC-Target-URI, or absent */
	int64_t date;			/* WARC-Date, an instant */
	/* "application/http; msgtype=response" */
	const char *content_type;
	struct text block;		/* whole, but of a response the HTTP
					   headers only */
	struct text payload;		/* what follows them; absent for all
					   but responses.  The digest is that
					   of the payload, else of the block */
	const unsigned char *payload_digest;	/* SHA-256; NULL: not known */
	const struct warc_field *extra;	/* WARC-Concurrent-To, Sayso-... */
	size_t extra_count;
};

/* Grows in `partial`, gets its name at commit. */
struct warc_writer *warc_create(const char *path, const char *partial,
	struct complaint *c);
/* Writes one member; `id` (room WARC_ID) receives the record's id
 * `<urn:uuid:...>`. */
enum { WARC_ID = 56 };
int warc_put(struct warc_writer *w, const struct warc_record *r,
	char id[WARC_ID], struct complaint *c);
/* What would finish the file as it stands now, should this process be killed:
 * where it grows, how far, and the member of its last record (borrowed until
 * the next call), which is not written. */
struct warc_checkpoint {
	const char *grows;
	int64_t length;
	struct text tail;
};
int warc_checkpoint(struct warc_writer *w, const struct warc_record *last,
	struct warc_checkpoint *to, struct complaint *c);
int warc_commit(struct warc_writer *w, struct complaint *c);
void warc_abandon(struct warc_writer *w);

/* ---- reading ---- */

struct warc_reader;

struct warc_entry {
	struct text type;		/* lower case as in the standard */
	struct text target;		/* without <>; absent where none */
	struct text date;		/* as written */
	struct text content_type;	/* of the record */
	struct text block;		/* whole record block */
	size_t offset;			/* of the record in the file; of its
					   gzip member where compressed */
	bool truncated;			/* WARC-Truncated was set, or the
					   content coding broke off */
	/* For HTTP responses (and `resource`): */
	int status;			/* 200; 0 where not HTTP */
	struct text headers;		/* HTTP header block, status line too */
	struct text body;		/* transfer and content coding (gzip,
					   deflate, br, zstd: warc_coding.h)
					   removed; absent where the
					   coding is another */
	struct text media_type;		/* "text/html", lower case, no params */
	struct text charset;		/* of Content-Type; absent if none */
};

/* "-" is standard input. */
struct warc_reader *warc_open(const char *path, struct complaint *c);
/* 1 a record (borrowed until the next call), 0 the end, -1 a bad record: it
 * is skipped, reading goes on at the next one.  A file cut anywhere gives
 * every record that is whole and then -1 once (a cut exactly between records
 * cannot be seen).
 * Liberal: of the fields only WARC-Type and one Content-Length must be there;
 * line ends may be LF; records may lie across gzip members; coded bodies that
 * are not what their headers say are taken as they are. */
int warc_next(struct warc_reader *r, struct warc_entry *e,
	struct complaint *c);
/* A field of the current record, absent if none; names without case. */
struct text warc_field(const struct warc_reader *r, const char *name);
/* A header of an HTTP header block, the first of that name. */
struct text warc_http_header(struct text headers, const char *name);
void warc_close(struct warc_reader *r);

/* True if the first bytes of a file (at least 10) look like a WARC, plain;
 * for gzip look at what the first member holds. */
bool warc_is(const char *bytes, size_t length);

#endif
