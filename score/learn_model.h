/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weights of terms, learned from rated texts on top of those that a lexicon
 * has already.
 *
 * A text is what the engine finds in it: for each term the sum of all that
 * acts on it (intensifiers, contrast, marks), once for where it is negated and
 * once for where not, divided by the number of sentences and a half.  One
 * feature more is the text's sum by the weights of the prior.  L2-regularised
 * logistic regression tells praise from complaint by these; the prior's own
 * coefficient a fixes the scale, and a term weighs its prior plus its
 * coefficient over a.  So a term that the texts say nothing new of keeps the
 * weight that it had.  In each source the rarer label counts as often as the
 * other, up to MODEL_COPIES_MAX times.
 *
 * Each source has a coefficient of its own as well, which is not written: what
 * all its texts have in common ("flight" among people who complain of flights)
 * is the source's and not its words'.  Without it the words of long reviews
 * leaned to complaint: of sixteen sets, each scored with weights of the others,
 * .875 -> .879 are right with it, airlines .902 -> .916.
 *
 * It is done twice: with all candidate words, to choose those that change the
 * most (the size of the correction times the root of the number of texts),
 * and with the chosen ones alone.
 */
#ifndef SAYSO_LEARN_MODEL_H
#define SAYSO_LEARN_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "learn_corpus.h"
#include "lexicon.h"

enum {
	MODEL_TEXTS_LEAST = 10,		/* that have a feature, to learn it */
	MODEL_COPIES_MAX = 6,
	MODEL_CHANGE_LEAST = 5,		/* hundredths; less is no change */
};

/* A term of the trial lexicon: [0] as it stands, [1] negated. */
struct model_term {
	const struct term *term;
	bool candidate;			/* the prior does not weigh it */
	bool kept;			/* the prior's row was learned */
	double prior[2], weight[2];	/* hundredths */
	uint32_t texts[2];
};

struct model {
	struct lexicon *lexicon;
	const struct lexicon_language *language;
	struct model_term *term;
	size_t terms;
};

/* Fits the prior's terms and `words` (folded, in bytewise order) to the texts
 * that are not held out.  `cost` is the weight of the texts against that of
 * the prior. */
int model_fit(struct model *m, const char *prior, const char *language,
	const char *const *words, size_t count, const struct learn_corpus *k,
	double cost, struct complaint *c);
void model_release(struct model *m);

/* The `most` candidates that change the most, into `chosen` (room for all),
 * in bytewise order; how many.  They live as long as the model. */
size_t model_choose(struct model *m, size_t most, const char **chosen);

/* The rows of a lexicon file: what differs from the prior, in bytewise order,
 * and of new words those that weigh `least` hundredths: with many words of
 * little weight a text without an opinion would get one.  A new word weighs
 * `most` hundredths at most, 0 for no limit: it is known by what stands
 * beside it, which is not what it means. */
struct model_limits {
	int64_t least, most;
};

int model_write(const struct model *m, const char *language,
	const struct model_limits *limits, struct buffer *to);

/* ---- between learn_model.c, which has the lexicon on trial and writes what
 * was learned, and learn_fit.c ---- */

/* The lexicon at `path` with all terms and words of the same weight, so that
 * what the rules do to them shows. */
int model_open(struct model *m, const char *path, const char *language,
	const char *const *words, size_t count, struct complaint *c);

#endif
