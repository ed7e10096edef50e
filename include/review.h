/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines that parse writes and score reads; sayso-reviews(5) is the
 * manual.  JSON Lines, names from schema.org, keys in the order below, a key
 * absent where the source does not say.  Three kinds of line:
 *
 * a review (no "type"):
 *	id source kind brand item url inLanguage detectedLanguage
 *	reviewRating{ratingValue,bestRating,worstRating} name reviewBody
 *	positiveNotes negativeNotes author datePublished dateModified
 *	reply{text,dateCreated} upvoteCount location verified version
 *	subRatings[{reviewAspect,ratingValue,bestRating,worstRating}]
 *	extractor provenance{key:extractor} doubt[...]
 *	capture{file,offset,fetched}
 *
 * an aggregate ("type":"AggregateRating"): what a page states of an item
 *	id type source kind brand item url ratingValue bestRating
 *	worstRating ratingCount reviewCount capture
 *
 * a run ("type":"SourceRun"): one per captures file, its last line
 *	id type source kind brand row started ended requests pages
 *	unchanged unread resumed stated collected stop status capture
 *	(unread only above 0, resumed only if true)
 *
 * Ratings and counts keep the source's own digits, as a JSON number where they
 * are one and as a string where not ("ONE"); nothing is rounded.  `verified`
 * is true or false.  A review's collected texts are: name, reviewBody,
 * positiveNotes, negativeNotes.  Dates are written dates (calendar.h) at the
 * source's precision.
 *
 * Identity: id = digest_id("review", source, native id), or, where the source
 * has none, ("review", source, brand, item, author as found, date, normalised
 * text).  Aggregates: ("aggregate", source, brand, item), or where no item is
 * named its address up to the '?': the pages of one list say the same once.
 * Runs: ("run", row).  Among lines of equal id the one with the greatest
 * (capture.fetched, SHA-256 of the line without its capture) wins.
 */
#ifndef SAYSO_REVIEW_H
#define SAYSO_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "digest.h"
#include "text.h"

enum { REVIEW_TEXT_MAX = 1 << 20 };	/* a longer body is cut by parse, at a
					   character, and said so */

struct review_capture {
	struct text file;	/* relative to captures/, or the file's name */
	int64_t offset;		/* of the record; -1 none */
	struct text fetched;	/* written instant; absent where not known */
};

/* Keys whose origin is kept where it is not the review's extractor. */
enum review_key {
	REVIEW_KEY_LANGUAGE, REVIEW_KEY_RATING, REVIEW_KEY_TITLE,
	REVIEW_KEY_BODY, REVIEW_KEY_POSITIVE, REVIEW_KEY_NEGATIVE,
	REVIEW_KEY_AUTHOR, REVIEW_KEY_PUBLISHED, REVIEW_KEY_MODIFIED,
	REVIEW_KEY_REPLY, REVIEW_KEY_UPVOTES, REVIEW_KEY_LOCATION,
	REVIEW_KEY_VERIFIED, REVIEW_KEY_VERSION,
	REVIEW_KEYS,
};

/* Why a rating may not be the reviewer's. */
enum review_doubt {
	REVIEW_DOUBT_AVERAGE = 1,	/* "rating-equals-average" */
	REVIEW_DOUBT_CONSTANT = 2,	/* "rating-constant" */
	REVIEW_DOUBT_STARS = 4,		/* "rating-against-stars" */
};

struct review {
	struct text id;			/* ID_HEX - 1 digits */
	struct text native_id;		/* not written; for the id */
	struct text source, kind, brand, item, url;
	struct text language;		/* declared, BCP 47; inLanguage */
	struct text detected;		/* detectedLanguage */
	struct text rating, best, worst;/* digits as the source has them */
	struct text title, body, positive, negative;
	struct text author;		/* as found until it is written */
	struct text published, modified;
	struct text reply, reply_date;
	struct text upvotes, location, version;
	struct text verified;		/* "true" | "false" */
	struct text extractor;		/* "json-ld", "microdata", "recipe:x" */
	const char *origin[REVIEW_KEYS];/* NULL: the extractor */
	struct text sub_ratings;	/* subRatings, as JSON; may be absent */
	unsigned doubt;			/* enum review_doubt, or'ed */
	/* What score adds of an earlier version that differs (winners.h). */
	struct {
		bool known, replied;
		int32_t stars;		/* ten-thousandths; 0 none */
	} before;
	/* The run in which it was seen first, 20261118T090000Z, where that is
	 * not the run of this line (winners.h); else absent. */
	struct text first_run;
	struct review_capture capture;
};

struct review_aggregate {
	struct text id, source, kind, brand, item, url;
	struct text rating, best, worst, rating_count, review_count;
	struct review_capture capture;
};

struct review_run {
	struct text id, source, kind, brand, row, started, ended;
	int64_t requests, pages, unchanged;	/* unchanged: 304 answers */
	int64_t unread;			/* pages that parse could not read */
	bool resumed;			/* a deferred run's rest */
	int64_t stated;			/* -1: the source does not say */
	int64_t collected;		/* distinct reviews in this file */
	struct text stop;		/* the rule that stopped it */
	struct text status;		/* complete, short, blocked, failed */
	struct review_capture capture;
};

/* What became of a review (sayso-reviews(5)); no version of it. */
struct review_change {
	struct text change;		/* edited | vanished | returned */
	struct text row, source, brand, id;
	struct text noticed;		/* instant */
	struct text first_run;		/* as above */
	/* Rating and scale only; a vanished review has none after. */
	struct review before, after;
};

enum review_line {
	REVIEW_REVIEW, REVIEW_AGGREGATE, REVIEW_RUN, REVIEW_CHANGE,
	REVIEW_OTHER,
};

/* ---- writing (parse) ---- */

/* Fills r->id from what identifies it; the text is folded to single blanks
 * first.  `hex` must outlive r. */
void review_identify(struct review *r, char hex[ID_HEX]);
void review_aggregate_identify(struct review_aggregate *a, char hex[ID_HEX]);

/* A member that is a number where its digits are one, else a string. */
void review_add_digits(struct buffer *to, const char *name,
	struct text digits);
/* Each adds one whole line with its LF. */
int review_write(struct buffer *to, const struct review *r);
int review_aggregate_write(struct buffer *to, const struct review_aggregate *a);
int review_run_write(struct buffer *to, const struct review_run *run);

/* ---- reading (score) ---- */

struct review_reader_line {
	enum review_line type;
	bool empty;		/* a review without text and rating */
	struct review review;			/* by type */
	struct review_aggregate aggregate;
	struct review_run run;
	struct review_change change;
};

/* Reads one line; texts are borrowed from the line and the arena.  A line
 * needs no more than a reviewBody (or a rating) to be a review; what has
 * neither is read too and marked empty.  -1 with a
 * complaint (without place: the caller knows it). */
int review_read(struct review_reader_line *to, struct text line,
	struct arena *a, struct complaint *c);

/* Reads of a review only what is said, and of whom and in which language
 * (brand, inLanguage, detectedLanguage and the collected texts), with the same
 * complaints; of another line the type.  *o: the members of the line. */
struct jsonl_object;
int review_read_said(struct review *to, enum review_line *type,
	struct jsonl_object *o, struct text line, struct arena *a,
	struct complaint *c);

/* The version that decides between equal ids: fetched, then the digest of
 * the line without `capture`, then that of `capture`, so that not even the
 * way back depends on the order of files.  Greater wins. */
struct review_version {
	int64_t fetched;
	unsigned char content[DIGEST_SIZE];
	unsigned char capture[8];
};
void review_version_of(struct text line, struct review_version *v);
int review_version_compare(const struct review_version *a,
	const struct review_version *b);

/* Stars on the five-point scale in ten-thousandths (10000..50000) from value
 * and scale: best absent counts as 5 (as 10 or 100 where the value is above 5
 * or 10), worst absent as 1 (0 where best is 100).  False where there
 * is no rating or it is off its scale.  Linear: worst -> 1 star, best -> 5. */
bool review_stars(const struct review *r, int32_t *stars);

/* The nearest whole star, 1..5; of 0, which is none, 0. */
static inline int
review_whole_stars(int32_t stars)
{
	return (stars + 5000) / 10000;
}

/* Whether it is an answer to a survey: its rating is no number of stars, and
 * nobody replies to it. */
static inline bool
review_is_survey(const struct review *r)
{
	return text_is(r->kind, "survey");
}

/* A captures file is ROW/RUN.warc.gz: the row of the plan, and RUN.warc.gz,
 * which begins with the run's time.  False where it is in no folder. */
static inline bool
review_capture_split(const struct review_capture *c, struct text *row,
	struct text *run)
{
	size_t slash = c->file.length;

	while (slash > 0 && c->file.bytes[slash - 1] != '/')
		slash--;
	if (slash == 0)
		return false;
	*row = (struct text){c->file.bytes, slash - 1};
	*run = (struct text){c->file.bytes + slash, c->file.length - slash};
	return true;
}

#endif
