/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "plan.h"
#include "publish.h"
#include "publish_summary.h"
#include "reviews.h"
#include "since.h"
#include "summary.h"
#include "summary_write.h"
#include "tally.h"

struct merge_options {
	const char *plan, *reviews, *as_of, *folder, *expect_chk, *since;
	const char *expect_records;
};

static enum status
failed(const struct complaint *c, enum status status)
{
	command_complain("score", c->text);
	return status;
}

/* 0 where the tallies hold what was expected. */
static int
expect(const struct tally *t, const char *key, const char *expected,
	const char *what, struct complaint *c)
{
	int64_t wanted, got = tally_get(t, text_of(key));

	if (expected == NULL)
		return 0;
	if (!jsonl_integer(text_of(expected), &wanted))
		return complain(c, 0, "%s: no whole number: %.80s", what,
		    expected);
	if (wanted == got)
		return 0;
	return complain(c, 0, "%s: %" PRId64 " were expected, the tallies "
	    "hold %" PRId64 ": records were %s; nothing was written", what,
	    wanted, got, got < wanted ? "lost" : "counted twice or changed");
}

static int
fill_quotes(struct summary *s, const char *path, struct complaint *c)
{
	char *paths[] = {(char *)path};
	struct reviews r;
	struct text line;
	int got, result = 0;

	if (path == NULL)
		return 0;
	reviews_open(&r, paths, 1, NULL);
	r.quiet = true;		/* map has said what is bad */
	while (result == 0 && (got = reviews_next(&r, &line, c)) != 0) {
		if (got == -2)
			result = -1;
		else if (got == 1)
			result = summary_quote_line(s, line, c);
	}
	reviews_close(&r);
	return result;
}

static enum status
write_json(const struct summary *s, struct complaint *c)
{
	enum status status = STATUS_DONE;
	struct buffer b;
	struct sink out;

	buffer_init(&b, 256 << 20);
	if (summary_write_json(&b, s) < 0 ||
	    sink_open(&out, dup(STDOUT_FILENO)) < 0) {
		complain(c, ENOMEM, "standard output");
		buffer_release(&b);
		return failed(c, STATUS_RETRY);
	}
	sink_write(&out, b.bytes, b.length);
	if (sink_close(&out, "standard output", c) < 0)
		status = failed(c, STATUS_RETRY);
	buffer_release(&b);
	return status;
}

static enum status
write_folder(struct summary *s, const char *folder, struct complaint *c)
{
	if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		complain(c, errno, "%s", folder);
	else if (publish_summary(folder, s, NULL, c) == 0)
		return STATUS_DONE;
	return failed(c, STATUS_RETRY);
}

static enum status
merge(struct tally *t, const struct merge_options *o, const struct plan *plan)
{
	enum status status;
	struct complaint c;
	struct summary s;
	struct since since;

	if (expect(t, "_m|in", o->expect_records, "--expect-records", &c) < 0 ||
	    expect(t, "_m|chk", o->expect_chk, "--expect-chk", &c) < 0)
		return failed(&c, STATUS_SHORT);
	if (since_as_of(o->as_of, &c) < 0 || (o->since != NULL &&
	    since_say(&since, o->since, &c) < 0))
		return failed(&c, STATUS_USAGE);
	if (summary_make(&s, t, plan, o->as_of,
	    o->since == NULL ? NULL : &since, &c) < 0)
		return failed(&c, STATUS_SHORT);
	if (fill_quotes(&s, o->reviews, &c) < 0)
		status = failed(&c, STATUS_RETRY);
	else if (o->folder == NULL)
		status = write_json(&s, &c);
	else
		status = write_folder(&s, o->folder, &c);
	summary_release(&s);
	return status;
}

static enum status
read_tallies(struct tally *t, int argc, char **argv)
{
	struct complaint c;
	int i;

	if (argc == 0 && tally_read(t, "-", &c) < 0)
		return failed(&c, STATUS_SHORT);
	for (i = 0; i < argc; i++)
		if (tally_read(t, argv[i], &c) < 0)
			return failed(&c, STATUS_SHORT);
	return STATUS_DONE;
}

enum status
merge_command(int argc, char **argv)
{
	struct merge_options o = {0};
	const struct command_option option[] = {
		{0, "plan", COMMAND_STRING, &o.plan, "FILE",
		    "which brand is one's own, and the order"},
		{0, "reviews", COMMAND_STRING, &o.reviews, "FILE",
		    "where the texts of the quotes are"},
		{0, "as-of", COMMAND_STRING, &o.as_of, "DATE",
		    "the day of the summary (default: newest fetch)"},
		{0, "since", COMMAND_STRING, &o.since, "TIME",
		    "what was seen by then is not new"},
		{0, "expect-records", COMMAND_STRING, &o.expect_records, "N",
		    "refuse if more or fewer records were counted"},
		{0, "expect-chk", COMMAND_STRING, &o.expect_chk, "X",
		    "refuse if their checksum is another"},
		{'o', "output", COMMAND_STRING, &o.folder, "DIR",
		    "write all files there (default: JSON to stdout)"},
	};
	struct plan plan;
	struct complaint c;
	struct tally *t;
	enum status status;
	int at = command_options("score merge [OPTIONS] [TALLIES...]", option,
	    7, argc, argv);

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if (o.plan != NULL && plan_read(&plan, o.plan, &c) < 0)
		return failed(&c, STATUS_USAGE);
	t = tally_create();
	status = t == NULL ? STATUS_RETRY :
	    read_tallies(t, argc - at, argv + at);
	if (status == STATUS_DONE)
		status = merge(t, &o, o.plan != NULL ? &plan : NULL);
	tally_free(t);
	if (o.plan != NULL)
		plan_release(&plan);
	return status;
}
