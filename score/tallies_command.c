/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tallies_command.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "publish.h"
#include "reviews.h"
#include "tally.h"
#include "winners.h"

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

/* Every line that is not a review of ours goes through as it is: map will
 * count it. */
static struct text
id_of(struct text line, struct arena *a)
{
	struct jsonl_object o;
	size_t fault;

	if (!jsonl_scan(line, &o, &fault))
		return (struct text){NULL, 0};
	return jsonl_string(jsonl_get(&o, "id"), a);
}

static enum status
dedup_pass(struct reviews *r, struct winners *w, struct sink *out)
{
	struct arena a;
	struct complaint c;
	struct text line, id;
	enum status status = STATUS_DONE;
	int got;

	arena_init(&a, 1 << 20);
	while ((got = reviews_next(r, &line, &c)) != 0) {
		if (got == -2) {
			status = failed(&c, STATUS_RETRY);
			break;
		}
		if (got == -1)
			continue;
		arena_clear(&a);
		id = id_of(line, &a);
		if (out == NULL) {
			if (winners_offer(w, line, id, r->file,
			    reviews_offset(r)) < 0) {
				status = STATUS_RETRY;
				break;
			}
		} else if (winners_is(w, id, r->file, reviews_offset(r))) {
			sink_write(out, line.bytes, line.length);
			sink_write(out, "\n", 1);
		}
	}
	reviews_close(r);
	arena_release(&a);
	return status;
}

enum status
dedup_command(int argc, char **argv)
{
	enum status status;
	struct complaint c;
	struct winners *w;
	struct reviews r;
	struct sink out;
	int at = command_options("score dedup FILE...", NULL, 0, argc, argv);

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if (at == argc) {
		command_complain("score", "dedup: reads its files twice, so "
		    "it needs their names: score dedup FILE...");
		return STATUS_USAGE;
	}
	w = winners_create();
	if (w == NULL || sink_open(&out, dup(STDOUT_FILENO)) < 0)
		return STATUS_RETRY;
	reviews_open(&r, argv + at, (size_t)(argc - at), NULL);
	status = dedup_pass(&r, w, NULL);
	reviews_open(&r, argv + at, (size_t)(argc - at), NULL);
	r.quiet = true;
	if (status == STATUS_DONE)
		status = dedup_pass(&r, w, &out);
	if (sink_close(&out, "standard output", &c) < 0)
		status = failed(&c, STATUS_RETRY);
	winners_free(w);
	return status == STATUS_DONE && r.bad > 0 ? STATUS_SHORT : status;
}
