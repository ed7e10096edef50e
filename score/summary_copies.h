/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews of a brand that are nearly copies of one another (copies.h), from
 * the tallies `top|copy`.  Of a month with many reviews only some are looked
 * at; these are chosen so that copies are chosen together.
 */
#ifndef SAYSO_SUMMARY_COPIES_H
#define SAYSO_SUMMARY_COPIES_H

struct making;
struct tally;

/* Fills the brands that are there; 0 or -1 (no memory). */
int summary_copies(struct making *m, struct tally *tally);

#endif
