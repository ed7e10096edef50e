/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "annotate.h"
#include "check.h"
#include "command.h"
#include "dedup.h"
#include "eval.h"
#include "expect.h"
#include "explain.h"
#include "learn.h"
#include "merge.h"
#include "summarize.h"
#include "tallies_command.h"

int
main(int argc, char **argv)
{
	static const struct command table[] = {
		{NULL, summarize_command,
		    "a workspace's reviews to sayso.db and summary/"},
		{"check", check_command,
		    "are the plan's thresholds kept? exits 1 if not"},
		{"annotate", annotate_command,
		    "add a sentiment to each review, as a filter"},
		{"eval", eval_command,
		    "accuracy on labelled texts, as a table"},
		{"learn", learn_command,
		    "lexicon rows out of rated texts"},
		{"explain", explain_command,
		    "one review with the words that decided"},
		{"dedup", dedup_command,
		    "of reviews with equal ids only the newest"},
		{"expect", expect_command,
		    "what merge must find in the tallies of reviews"},
		{"map", map_command, "reviews to tallies"},
		{"reduce", reduce_command, "tallies to their sums"},
		{"merge", merge_command, "sums to a summary"},
	};

	return (int)command_main("score", table,
	    sizeof(table) / sizeof(table[0]), argc, argv);
}
