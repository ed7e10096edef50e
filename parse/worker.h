/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The process that reads pages (sandbox.h says what it gave up).  On its
 * descriptor 0 come numbers of batches, one byte each; on 1 goes one answer
 * per batch: its length, then records in the order of the batch's pages:
 *
 *	REVIEW, AGGREGATE	one line as collect.h has it
 *	NOTE			bad input: the first in words, `stated` of them
 *	FIT			`stated` is the shipped recipe's place, or -1
 *	END			of a page; a skipped page has no record at all
 *
 * It ends where descriptor 0 does, and in the middle of a page with one of the
 * exit codes below, or by a signal.  The page is then batch->at.
 */
#ifndef SAYSO_WORKER_H
#define SAYSO_WORKER_H

#include <stdint.h>

#include "batch.h"
#include "digest.h"
#include "sandbox.h"
#include "shelf.h"

enum {
	WORKER_ANSWER_MAX = 192 << 20,
	WORKER_TABLE = 4 << 20,		/* a table or payload that is a file of
					   its own may cost as much as a page
					   for each of these many bytes */
	WORKER_EXIT_CHARSET = 70,	/* batch->wanted is missing */
	WORKER_EXIT_MEMORY = 71,
};

enum worker_tag { WORKER_REVIEW = 1, WORKER_AGGREGATE, WORKER_NOTE,
	WORKER_FIT, WORKER_END };

struct worker_record {
	uint32_t tag, length;		/* of the bytes that follow */
	int64_t stated;
	unsigned char id[ID_SIZE];
};

/* Closes all descriptors but 0 and 1, enters the sandbox and serves. */
_Noreturn void worker_run(struct batch *const *batch, size_t count,
	struct shelf *shelf, const struct sandbox *s);

#endif
