/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fetch: pulls public reviews into captures.  Here: the command line. */
#include "add.h"
#include "command.h"
#include "crawl_command.h"
#include "verdict.h"

int
main(int argc, char **argv)
{
	static const struct command table[] = {
		{NULL, crawl_command, "ask the sources of a workspace"},
		{"init", init_command, "write a plan to fill in"},
		{"add", add_command,
		    "put a source into the plan by its address"},
		{"sources", sources_command, "list the recipes"},
		{"robots", verdict_command, "what a robots.txt allows"},
	};

	return (int)command_main("fetch", table, sizeof(table) /
	    sizeof(table[0]), argc, argv);
}
