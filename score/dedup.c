/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dedup.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "digest.h"
#include "publish.h"
#include "reviews.h"
#include "winners.h"

static enum status
failed(const struct complaint *c, enum status status)
{
	command_complain("score", c->text);
	return status;
}

static struct text
id_of(struct text line, struct arena *a)
{
	struct jsonl_object o;
	size_t fault;

	if (!jsonl_scan(line, &o, &fault))
		return (struct text){NULL, 0};
	/* What became of a review is no version of it. */
	if (text_is(jsonl_string(jsonl_get(&o, "type"), a), "ReviewChange"))
		return (struct text){NULL, 0};
	return jsonl_string(jsonl_get(&o, "id"), a);
}

static void
write_line(struct sink *out, struct text line)
{
	sink_write(out, line.bytes, line.length);
	sink_write(out, "\n", 1);
}

/* What is done with one line; -1 without memory. */
typedef int dedup_step(void *of, const struct reviews *r, struct text line,
	struct text id);

static enum status
each_line(struct reviews *r, dedup_step *step, void *of)
{
	struct arena a;
	struct complaint c;
	struct text line;
	enum status status = STATUS_DONE;
	int got;

	arena_init(&a, 1 << 20);
	while (status == STATUS_DONE &&
	    (got = reviews_next(r, &line, &c)) != 0) {
		if (got == -2) {
			status = failed(&c, STATUS_RETRY);
		} else if (got == 1) {
			arena_clear(&a);
			if (step(of, r, line, id_of(line, &a)) < 0)
				status = STATUS_RETRY;
		}
	}
	reviews_close(r);
	arena_release(&a);
	return status;
}

static int
offer(struct winners *w, struct text line, struct text id, uint64_t place)
{
	struct complaint c;

	if (winners_offer(w, line, id, place, &c) == 0)
		return 0;
	failed(&c, STATUS_RETRY);
	return -1;
}

/* ---- files, read twice ---- */

enum { LINE_MAX_BYTES = 128 << 20 };

struct choice {
	struct winners *winners;
	struct sink *out;
	struct buffer *line;
};

static int
offer_line(void *of, const struct reviews *r, struct text line,
	struct text id)
{
	return offer(of, line, id, reviews_place(r));
}

static int
write_winner(void *of, const struct reviews *r, struct text line,
	struct text id)
{
	const struct choice *choice = of;

	(void)id;
	if (!winners_is(choice->winners, reviews_place(r)))
		return 0;
	buffer_clear(choice->line);
	if (winners_write(choice->winners, line, reviews_place(r),
	    choice->line) < 0)
		return -1;
	write_line(choice->out, (struct text){choice->line->bytes,
	    choice->line->length});
	return 0;
}

static enum status
dedup_files(char **path, size_t count, struct sink *out, uint64_t *bad)
{
	struct buffer line;
	struct choice choice = {winners_create(NULL, WINNERS_HELD), out, &line};
	enum status status = STATUS_RETRY;
	struct complaint c;
	struct reviews r;

	if (choice.winners == NULL)
		return STATUS_RETRY;
	buffer_init(&line, LINE_MAX_BYTES);
	reviews_open(&r, path, count, NULL);
	status = each_line(&r, offer_line, choice.winners);
	*bad = r.bad;
	if (status == STATUS_DONE && winners_decide(choice.winners, &c) < 0)
		status = failed(&c, STATUS_RETRY);
	reviews_open(&r, path, count, NULL);
	r.quiet = true;
	if (status == STATUS_DONE)
		status = each_line(&r, write_winner, &choice);
	winners_free(choice.winners);
	buffer_release(&line);
	return status;
}

/* ---- ID TAB VERSION TAB LINE ---- */

enum { VERSION_HEX = 16 + 2 * DIGEST_SIZE + 16 };

/* As a string that compares as the version does. */
static void
version_hex(const struct review_version *v, char to[VERSION_HEX + 1])
{
	snprintf(to, 17, "%016" PRIx64,
	    (uint64_t)v->fetched ^ UINT64_C(1) << 63);
	digest_hex(v->content, sizeof(v->content), to + 16);
	digest_hex(v->capture, sizeof(v->capture), to + 16 + 2 * DIGEST_SIZE);
}

static int
write_keyed(void *of, const struct reviews *r, struct text line,
	struct text id)
{
	struct sink *out = of;
	struct review_version version;
	char short_id[ID_HEX] = "", hex[VERSION_HEX + 1];

	(void)r;
	/* Others' ids may hold anything, a TAB too. */
	if (!text_is_absent(id))
		digest_id(&id, 1, short_id);
	review_version_of(line, &version);
	version_hex(&version, hex);
	sink_write(out, short_id, strlen(short_id));
	sink_write(out, "\t", 1);
	sink_write(out, hex, VERSION_HEX);
	sink_write(out, "\t", 1);
	write_line(out, line);
	return 0;
}

/* ---- groups of equal ids ---- */

struct group {
	struct sink *out;
	struct buffer id, version, line;	/* of the best so far */
	struct buffer out_line;
	struct winners *all;		/* NULL: the group has one line */
	uint64_t lines, place;		/* offered; of the best */
	bool held;
};

static int
keep(struct buffer *b, struct text t)
{
	buffer_clear(b);
	return buffer_add(b, t.bytes, t.length);
}

static struct text
held_of(const struct buffer *b)
{
	return (struct text){b->bytes, b->length};
}

static int
group_end(struct group *g)
{
	struct complaint c;
	int result = 0;

	buffer_clear(&g->out_line);
	if (g->held && g->all != NULL && (winners_decide(g->all, &c) < 0 ||
	    winners_write(g->all, held_of(&g->line), g->place,
	    &g->out_line) < 0))
		result = -1;
	if (g->held)
		write_line(g->out, held_of(g->all != NULL ? &g->out_line :
		    &g->line));
	winners_free(g->all);
	g->all = NULL;
	g->held = false;
	return result;
}

/* What an earlier version said is known from the second line on. */
static int
group_offer(struct group *g, struct text line)
{
	if (g->all == NULL) {
		g->all = winners_create(NULL, WINNERS_HELD);
		g->lines = g->place = 0;
		if (g->all == NULL || offer(g->all, held_of(&g->line),
		    held_of(&g->id), 0) < 0)
			return -1;
	}
	return offer(g->all, line, held_of(&g->id), ++g->lines);
}

/* Cuts what stands before the first TAB off. */
static bool
cut_field(struct text *rest, struct text *field)
{
	const char *tab = memchr(rest->bytes, '\t', rest->length);

	if (tab == NULL)
		return false;
	*field = (struct text){rest->bytes, (size_t)(tab - rest->bytes)};
	rest->length -= field->length + 1;
	rest->bytes = tab + 1;
	return true;
}

static int
group_line(struct group *g, struct text line)
{
	struct text id, version;

	if (!cut_field(&line, &id) || !cut_field(&line, &version))
		return 1;
	if (g->held && text_equals(id, (struct text){g->id.bytes,
	    g->id.length}) && id.length > 0) {
		size_t shorter = version.length < g->version.length ?
		    version.length : g->version.length;
		int order = memcmp(version.bytes, g->version.bytes, shorter);

		if (group_offer(g, line) < 0)
			return -1;
		if (order < 0 || (order == 0 &&
		    version.length <= g->version.length))
			return 0;
		g->place = g->lines;
	} else if (group_end(g) < 0) {
		return -1;
	}
	g->held = true;
	return keep(&g->id, id) < 0 || keep(&g->version, version) < 0 ||
	    keep(&g->line, line) < 0 ? -1 : 0;
}

static enum status
dedup_grouped(struct reviews *r, struct sink *out)
{
	struct group g = {.out = out};
	struct complaint c;
	struct text line;
	enum status status = STATUS_DONE;
	int got = 0, put = 0;

	buffer_init(&g.id, JSONL_LINE_MAX);
	buffer_init(&g.version, JSONL_LINE_MAX);
	buffer_init(&g.line, JSONL_LINE_MAX);
	buffer_init(&g.out_line, LINE_MAX_BYTES);
	while (put >= 0 && (got = reviews_next(r, &line, &c)) != 0) {
		if (got == -2) {
			status = failed(&c, STATUS_RETRY);
			break;
		}
		put = got == 1 ? group_line(&g, line) : 0;
		if (put == 1) {
			complain(&c, 0, "not ID TAB VERSION TAB LINE, as "
			    "score dedup --keys writes it");
			reviews_bad(r, &c);
		}
	}
	if (put < 0)
		status = STATUS_RETRY;
	if (group_end(&g) < 0)
		status = STATUS_RETRY;
	reviews_close(r);
	buffer_release(&g.id);
	buffer_release(&g.version);
	buffer_release(&g.line);
	buffer_release(&g.out_line);
	return status;
}

enum status
dedup_command(int argc, char **argv)
{
	bool keys = false, grouped = false;
	const struct command_option option[] = {
		{0, "keys", COMMAND_FLAG, &keys, NULL,
		    "write ID TAB VERSION TAB LINE for an engine to group"},
		{0, "grouped", COMMAND_FLAG, &grouped, NULL,
		    "read such lines, equal ids next to one another"},
	};
	enum status status;
	struct complaint c;
	struct reviews r;
	struct sink out;
	uint64_t bad = 0;
	int at = command_options("score dedup FILE... | score dedup --keys | "
	    "--grouped [FILE...]", option, 2, argc, argv);

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if ((keys && grouped) || (at == argc && !keys && !grouped)) {
		command_complain("score", "dedup: files are read twice, so "
		    "they need names: score dedup FILE...; standard input "
		    "needs --keys or --grouped");
		return STATUS_USAGE;
	}
	if (sink_open(&out, dup(STDOUT_FILENO)) < 0)
		return STATUS_RETRY;
	if (keys || grouped) {
		reviews_open(&r, argv + at, (size_t)(argc - at), NULL);
		status = keys ? each_line(&r, write_keyed, &out) :
		    dedup_grouped(&r, &out);
		bad = r.bad;
	} else
		status = dedup_files(argv + at, (size_t)(argc - at), &out,
		    &bad);
	if (sink_close(&out, "standard output", &c) < 0)
		status = failed(&c, STATUS_RETRY);
	return status == STATUS_DONE && bad > 0 ? STATUS_SHORT : status;
}
