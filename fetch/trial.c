/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trial.h"

#include <errno.h>
#include <ftw.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "crawl.h"
#include "json.h"
#include "jsonl.h"
#include "ledger.h"
#include "visit.h"
#include "warc.h"
#include "workspace.h"

enum { MARKUP_GAP = 26 };	/* between a name and its number */

static int
remove_one(const char *path, const struct stat *about, int kind,
	struct FTW *place)
{
	(void)about, (void)kind, (void)place;
	return remove(path);
}

int
trial_open(struct trial *t, const char *workspace, struct complaint *c)
{
	*t = (struct trial){.stated = -1, .records = -1};
	if (snprintf(t->workspace, sizeof(t->workspace), "%s", workspace) >=
	    (int)sizeof(t->workspace))
		return complain(c, ENAMETOOLONG, "%.200s", workspace);
	buffer_init(&t->page, VISIT_PAGE_MAX);
	if (snprintf(t->folder, sizeof(t->folder), "%s/.try.XXXXXX",
	    workspace) >= (int)sizeof(t->folder) || mkdtemp(t->folder) ==
	    NULL) {
		t->folder[0] = '\0';
		return complain(c, 0, "%.200s: no folder can be made there",
		    workspace);
	}
	return 0;
}

void
trial_close(struct trial *t)
{
	if (t->folder[0] != '\0')
		nftw(t->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	buffer_release(&t->page);
}

/* ---- the run ---- */

/* What the plan says of how hosts are asked holds for a trial too. */
static void
hosts_write(struct buffer *b, const struct plan *plan)
{
	size_t i;

	buffer_add_string(b, ", \"allow_private\": [");
	for (i = 0; i < plan->allow_private_count; i++) {
		buffer_add_string(b, i == 0 ? "" : ", ");
		jsonl_add_string(b, text_of(plan->allow_private[i]), false);
	}
	buffer_add_string(b, "], \"mirrors\": {");
	for (i = 0; i < plan->mirror_count; i++) {
		buffer_add_string(b, i == 0 ? "" : ", ");
		jsonl_add_string(b, text_of(plan->mirror[i].of), false);
		buffer_add_string(b, ": ");
		jsonl_add_string(b, text_of(plan->mirror[i].origin), false);
	}
	buffer_add_string(b, "}, \"hosts\": {");
	for (i = 0; i < plan->host_count; i++) {
		const struct plan_host *h = &plan->host[i];

		buffer_add_string(b, i == 0 ? "" : ", ");
		jsonl_add_string(b, text_of(h->name), false);
		buffer_add_format(b, ": { \"streams\": %d", h->streams);
		if (h->delay_ms >= 0)
			buffer_add_format(b, ", \"delay_ms\": %d", h->delay_ms);
		if (h->daily > 0)
			buffer_add_format(b, ", \"daily\": %d", h->daily);
		buffer_add_string(b, " }");
	}
	buffer_add_char(b, '}');
	if (plan->delay_ms >= 0)
		buffer_add_format(b, ", \"delay_ms\": %d", plan->delay_ms);
}

static int
plan_write(const struct trial *t, const struct plan *plan,
	const struct plan_addition *source, struct complaint *c)
{
	char path[sizeof(t->folder) + 16];
	struct buffer b;
	int result;

	buffer_init(&b, PLAN_BYTES_MAX);
	buffer_add_string(&b, "{ \"contact\": ");
	jsonl_add_string(&b, text_of(plan->contact), false);
	hosts_write(&b, plan);
	buffer_add_string(&b, ", \"brands\": [ { \"name\": \"trial\", "
	    "\"role\": \"own\", \"sources\": [ ");
	plan_edit_source(&b, source);
	/* One page: the source's own object gets one more member. */
	b.length -= 2;
	buffer_add_string(&b, ", \"id\": \"trial\", \"max_pages\": 1 "
	    "} ] } ] }\n");
	snprintf(path, sizeof(path), "%s/sayso.json", t->folder);
	result = b.failed ? complain(c, 0, "%s: too long", path) :
	    publish_file(path, b.bytes, b.length, c);
	buffer_release(&b);
	return result;
}

/* Between the workspace's ledger and the trial's: who asked to be left alone,
 * and what was asked of whom today. */
static int
manners_copy(const struct trial *t, bool back, struct complaint *c)
{
	char path[2][sizeof(t->folder) + 16];
	struct ledger *own, *trial = NULL;
	int result = -1;

	snprintf(path[0], sizeof(path[0]), "%s/.ledger.db", t->workspace);
	snprintf(path[1], sizeof(path[1]), "%s/.ledger.db", t->folder);
	if ((own = ledger_open(path[0], false, c)) != NULL &&
	    (trial = ledger_open(path[1], false, c)) != NULL)
		result = ledger_manners_copy(back ? own : trial,
		    back ? trial : own, c);
	ledger_close(trial);
	ledger_close(own);
	return result;
}

static void
note_problem(void *self, const char *line)
{
	static const char row[] = "trial.trial: ";	/* nobody knows it */
	struct trial *t = self;

	if (strncmp(line, row, strlen(row)) == 0)
		line += strlen(row);
	if (t->problem.text[0] == '\0')
		complain(&t->problem, 0, "%.900s", line);
}

static void
no_progress(void *self, const struct round_tally *t)
{
	(void)self, (void)t;
}

static void
keep_number(const struct json *v, int64_t *to)
{
	int64_t n;

	if (json_integer(v, &n) && n >= 0)
		*to = n;
}

static void
keep_word(const struct json *v, char *to, size_t size)
{
	struct text word = json_text(v);

	if (!text_is_absent(word) && word.length < size)
		snprintf(to, size, "%.*s", (int)word.length, word.bytes);
}

static void
take_end(struct trial *t, struct text block)
{
	struct complaint ignored;
	struct json_document *d = json_read(block.bytes, block.length, false,
	    "metadata", &ignored);
	const struct json *end = json_root(d);

	keep_number(json_member(end, "stated"), &t->stated);
	keep_number(json_member(end, "records"), &t->records);
	keep_word(json_member(end, "status"), t->status, sizeof(t->status));
	keep_word(json_member(end, "stop"), t->stop, sizeof(t->stop));
	json_free(d);
}

static void
read_capture(struct trial *t, const char *path)
{
	struct complaint why = {.text = ""};
	struct warc_reader *w = warc_open(path, &why);
	struct warc_entry e;

	while (w != NULL && warc_next(w, &e, &why) == 1) {
		if (text_is(e.type, "response") && t->page.length == 0 &&
		    e.status >= 200 && e.status < 300) {
			buffer_add(&t->page, e.body.bytes, e.body.length);
			snprintf(t->url, sizeof(t->url), "%.*s",
			    (int)e.target.length, e.target.bytes);
		} else if (text_is(e.type, "metadata"))
			take_end(t, e.block);
	}
	warc_close(w);
	if (t->page.length == 0 && why.text[0] != '\0' &&
	    t->problem.text[0] == '\0')
		t->problem = why;
}

/* The number that follows a name within MARKUP_GAP bytes, none of them '<'; -1
 * where there is none. */
static int64_t
number_behind(const char *at, const char *end)
{
	const char *stop = end - at > MARKUP_GAP ? at + MARKUP_GAP : end;
	int64_t n = 0;
	int digits = 0;

	while (at < stop && *at != '<' && (*at < '0' || *at > '9'))
		at++;
	for (; at < end && *at >= '0' && *at <= '9' && digits < 9; digits++)
		n = n * 10 + (*at++ - '0');
	return digits > 0 ? n : -1;
}

/* Pages say in their markup how many reviews there are.  A page may have
 * megabytes, which is more than regexec() has a bound for. */
static void
peek_markup(struct trial *t)
{
	static const char name[] = "reviewCount";
	const char *at = t->page.bytes, *end = at + t->page.length;

	while (t->stated < 0 && end - at > (ptrdiff_t)sizeof(name) &&
	    (at = memchr(at, name[0], (size_t)(end - at))) != NULL) {
		if (end - at > (ptrdiff_t)sizeof(name) &&
		    memcmp(at, name, sizeof(name) - 1) == 0)
			t->stated = number_behind(at + sizeof(name) - 1, end);
		at++;
	}
}

static int
read_captures(struct trial *t, struct complaint *c)
{
	struct workspace w = {.lock = -1};
	struct workspace_list list;
	char path[2 * WORKSPACE_PATH_MAX];
	size_t i;

	snprintf(w.folder, sizeof(w.folder), "%s", t->folder);
	if (workspace_files(&w, "captures", ".warc.gz", &list, c) < 0)
		return -1;
	/* Names are times: the last is this run's. */
	for (i = list.count; i > 0 && t->status[0] == '\0'; i--) {
		snprintf(path, sizeof(path), "%s/captures/%s", t->folder,
		    list.path[i - 1]);
		read_capture(t, path);
		unlink(path);
	}
	workspace_list_release(&list);
	peek_markup(t);
	return 0;
}

static void
pause_ms(int ms)
{
	const struct timespec pause = {ms / 1000, ms % 1000 * 1000000L};

	nanosleep(&pause, NULL);
}

int
trial_run(struct trial *t, const struct plan *plan,
	const struct plan_addition *source, const char *sources,
	const volatile sig_atomic_t *stop, struct complaint *c)
{
	const struct round_watch watch = {.self = t, .problem = note_problem,
	    .progress = no_progress};
	struct crawl_options o = {.folder = t->folder, .sources = sources,
	    .force = true, .now = -1, .since = -1, .until = -1,
	    .stop = stop};
	struct complaint later = {.text = ""};
	struct round_tally tally;
	enum status status;

	t->stated = t->records = -1;
	t->status[0] = t->stop[0] = t->url[0] = t->problem.text[0] = '\0';
	buffer_clear(&t->page);
	if (plan_write(t, plan, source, c) < 0 ||
	    manners_copy(t, false, c) < 0)
		return -1;
	/* Each run knows the manners of its own requests only. */
	if (t->runs++ > 0)
		pause_ms(plan->delay_ms >= 0 ? plan->delay_ms :
		    TRIAL_PAUSE_MS);
	c->text[0] = '\0';
	status = crawl_run(&o, &watch, &tally, c);
	if (manners_copy(t, true, &later) < 0)
		return complain(c, 0, "%s", later.text);
	if (status == STATUS_USAGE || (status == STATUS_RETRY &&
	    t->problem.text[0] == '\0' && c->text[0] != '\0'))
		return -1;
	return read_captures(t, c);
}
