/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One body, whatever it is, into lines.  The way it is read:
 *
 *	a recipe with a format	by the recipe
 *	HTML, feeds		by the page formats (extract.h) and by the
 *				profile that is named or whose marks it holds;
 *				XML is offered to the shipped recipes first
 *	JSON, CSV		by the shipped recipe that fits (detect.h), JSON
 *				that none fits by guess.h
 *
 * Which one it was stands in `extractor`: "recipe:NAME", "generic-json", or
 * the page format's own name.  Bytes are made UTF-8 first (charset.h); JSON
 * that is not UTF-8 and says nothing about it is read with U+FFFD for what
 * cannot be, and counts as bad input.
 */
#ifndef SAYSO_INTAKE_H
#define SAYSO_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "collect.h"
#include "complaint.h"
#include "extract.h"
#include "identify.h"
#include "records.h"
#include "shelf.h"
#include "sniff.h"

enum { INTAKE_PLACE = 4200 };		/* "file@offset" */

/* Bad input of one file: the first in words, the others as a number. */
struct intake_bad {
	struct complaint first;
	size_t count;
};

struct intake {
	struct collect *to;
	struct shelf *shelf;
	struct extract extract;
	struct arena values, own;
	struct intake_bad bad;
	/* of the body at hand */
	const struct origin *origin;
	char place[INTAKE_PLACE];
	const char *extractor;
	bool failed;			/* nothing can be kept any more */
	struct complaint why;
};

struct intake_body {
	struct text bytes;
	struct text media_type, charset;	/* absent where not known */
	const char *name;		/* a file name, or NULL */
};

void intake_init(struct intake *n, struct collect *to, struct shelf *shelf);
void intake_release(struct intake *n);

/* Counts a complaint as bad input. */
void intake_note(struct intake *n, const struct complaint *c);

/* Reads one body; n->place must say where it is.  What is wrong with the body
 * is noted in n->bad; -1 means that nothing can be kept any more (a full
 * disk, no memory). */
int intake_take(struct intake *n, const struct origin *o,
	const struct intake_body *body, struct complaint *c);

/* The body as UTF-8: *text is the body itself or stands in `room`.  -1: past
 * the ceiling of `room`. */
int intake_decode(struct intake *n, const struct intake_body *body, bool json,
	struct buffer *room, struct text *text);

/* The language that the plan, or else the server, says a body has. */
struct text intake_language(const struct origin *o);
/* How records are read by a recipe so that what they say is kept. */
struct records_how intake_how(struct intake *n, const struct recipe *recipe);
/* Keeps what n->extract found on a page. */
void intake_keep_aggregate(struct intake *n, struct review_aggregate *a);
void intake_keep_extracted(struct intake *n);

/* Lines of a stream that is too long to hold: the recipe that fits its first
 * lines, NULL where none does (then every line is read by itself), and one
 * line after the other. */
const struct recipe *intake_fit_lines(struct intake *n,
	const struct origin *o, struct text first);
int intake_line(struct intake *n, const struct origin *o,
	const struct recipe *recipe, struct text line, struct complaint *c);

#endif
