/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tallies_command.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "publish.h"
#include "reviews.h"
#include "tally.h"

static enum status
failed(const struct complaint *c, enum status status)
{
	command_complain("score", c->text);
	return status;
}

enum status
tallies_write(struct tally *t, const char *partial, struct complaint *c)
{
	const char *prefix = "";
	struct sink out;

	if (partial != NULL && strcmp(partial, "long") == 0)
		prefix = "LongValueSum:";
	if (sink_open(&out, dup(STDOUT_FILENO)) < 0) {
		complain(c, out.failed, "standard output");
		return failed(c, STATUS_RETRY);
	}
	if (tally_write(t, prefix, &out) < 0 && out.failed == 0)
		out.failed = ENOMEM;	/* no room to sort */
	if (sink_close(&out, "standard output", c) < 0)
		return failed(c, STATUS_RETRY);
	return STATUS_DONE;
}

bool
tallies_form_is_known(const char *partial)
{
	if (partial == NULL || strcmp(partial, "long") == 0 ||
	    strcmp(partial, "plain") == 0)
		return true;
	command_complain("score", "--partial: \"long\" or \"plain\"");
	return false;
}

enum status
reduce_command(int argc, char **argv)
{
	const char *partial = NULL;
	const struct command_option option[] = {
		{0, "partial", COMMAND_STRING, &partial, "FORM",
		    "plain, or long for Hadoop's own reducer"},
	};
	enum status status = STATUS_DONE;
	struct complaint c;
	struct tally *t;
	int at = command_options("score reduce [OPTIONS] [FILE...]", option,
	    1, argc, argv);

	if (at < 0 || !tallies_form_is_known(partial))
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	t = tally_create();
	if (t == NULL)
		return STATUS_RETRY;
	if (at == argc && tally_read(t, "-", &c) < 0)
		status = failed(&c, STATUS_SHORT);
	for (; at < argc && status == STATUS_DONE; at++)
		if (tally_read(t, argv[at], &c) < 0)
			status = failed(&c, STATUS_SHORT);
	if (status == STATUS_DONE)
		status = tallies_write(t, partial, &c);
	tally_free(t);
	return status;
}
