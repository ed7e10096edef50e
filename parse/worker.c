/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "page_memory.h"
#include "sniff.h"

struct worker {
	struct intake intake;
	struct collect collect;
	struct buffer answer;
};

/* The batch at work: charset.c knows no context. */
static struct batch *current;

static void
end(int code)
{
	_exit(code);
}

static void
end_without_memory(void)
{
	end(WORKER_EXIT_MEMORY);
}

/* Nothing can be loaded here, so the parent does it and starts another. */
static bool
want_charset(const char *label)
{
	if (strcmp(label, current->unknown) == 0)
		return false;
	snprintf(current->wanted, sizeof(current->wanted), "%s", label);
	end(WORKER_EXIT_CHARSET);
	return false;
}

static int
keep_nothing(void *context, const void *bytes, size_t length,
	struct complaint *c)
{
	(void)context;
	(void)bytes;
	(void)length;
	return complain(c, ENOMEM, "more reviews than a page may have");
}

static void
add(struct worker *w, struct worker_record r, const void *bytes)
{
	buffer_add(&w->answer, &r, sizeof(r));
	buffer_add(&w->answer, bytes, r.length);
}

static void
add_lines(struct worker *w)
{
	struct collect *k = &w->collect;
	size_t i;

	for (i = 0; i < k->count; i++) {
		const struct collect_entry *e = &k->entry[i];
		struct worker_record r = {.tag = e->aggregate ?
		    WORKER_AGGREGATE : WORKER_REVIEW,
		    .length = (uint32_t)e->length, .stated = e->stated};

		memcpy(r.id, e->id, ID_SIZE);
		add(w, r, k->lines.bytes + e->offset);
	}
	collect_clear(k);
}

static void
add_bad(struct worker *w)
{
	struct intake_bad *bad = &w->intake.bad;

	if (bad->count > 0)
		add(w, (struct worker_record){.tag = WORKER_NOTE,
		    .length = (uint32_t)strlen(bad->first.text),
		    .stated = (int64_t)bad->count}, bad->first.text);
	bad->count = 0;
}

static void
add_fit(struct worker *w, const struct recipe *r)
{
	const struct shelf *s = w->intake.shelf;
	int64_t i = (int64_t)s->shipped_count - 1;

	while (i >= 0 && s->shipped[i] != r)
		i--;
	add(w, (struct worker_record){.tag = WORKER_FIT, .stated = i}, "");
}

static unsigned
milliseconds(const struct batch_page *p)
{
	size_t parts = 1;

	if (p->kind == BATCH_PAGE && p->body.name != NULL &&
	    p->body.bytes.length > WORKER_TABLE &&
	    sniff(p->body.bytes, p->body.name) != SNIFF_HTML)
		parts += p->body.bytes.length / WORKER_TABLE;
	return (unsigned)(parts * SANDBOX_CPU_MS);
}

static void
read_page(struct worker *w, const struct batch_page *p)
{
	struct intake *n = &w->intake;
	struct complaint why;
	int result = 0;

	if (p->kind == BATCH_SKIP)
		return;
	sandbox_allow_ms(milliseconds(p));
	snprintf(n->place, sizeof(n->place), "%s", p->place);
	if (p->kind == BATCH_FIT)
		add_fit(w, intake_fit_lines(n, p->origin, p->body.bytes));
	else if (p->kind == BATCH_LINE)
		result = intake_line(n, p->origin, p->recipe, p->body.bytes,
		    &why);
	else
		result = intake_take(n, p->origin, &p->body, &why);
	if (result < 0)
		end(WORKER_EXIT_MEMORY);
	add_lines(w);
	add_bad(w);
	add(w, (struct worker_record){.tag = WORKER_END}, "");
}

static void
send_all(const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t put = write(STDOUT_FILENO, bytes, length);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			end(EXIT_FAILURE);
		bytes += put;
		length -= (size_t)put;
	}
}

static void
read_batch(struct worker *w, struct batch *b)
{
	uint64_t length;
	size_t i;

	current = b;
	buffer_clear(&w->answer);
	buffer_add(&w->answer, &length, sizeof(length));
	for (i = 0; i < b->count && i < BATCH_PAGES; i++) {
		b->at = i;
		read_page(w, &b->page[i]);
		if (w->answer.failed)
			end(WORKER_EXIT_MEMORY);
	}
	length = w->answer.length - sizeof(length);
	memcpy(w->answer.bytes, &length, sizeof(length));
	send_all(w->answer.bytes, w->answer.length);
}

static void
close_the_rest(void)
{
	struct rlimit most;
	int descriptor = SANDBOX_SANITIZED ? 3 : 2, last = 1024;

	if (getrlimit(RLIMIT_NOFILE, &most) == 0 && most.rlim_cur < 65536)
		last = (int)most.rlim_cur;
	for (; descriptor < last; descriptor++)
		close(descriptor);
}

_Noreturn void
worker_run(struct batch *const *batch, size_t count, struct shelf *shelf,
	const struct sandbox *s)
{
	static struct worker w;
	unsigned char which;
	ssize_t got;

	close_the_rest();
	collect_init(&w.collect, keep_nothing, NULL);
	intake_init(&w.intake, &w.collect, shelf);
	buffer_init(&w.answer, WORKER_ANSWER_MAX);
	charset_ask(want_charset);
	page_memory_when_exhausted(end_without_memory);
	batch[0]->missing = sandbox_enter(s);
	for (;;) {
		got = read(STDIN_FILENO, &which, 1);
		if (got < 0 && errno == EINTR)
			continue;
		if (got != 1 || which >= count)
			_exit(got == 0 ? EXIT_SUCCESS : EXIT_FAILURE);
		read_batch(&w, batch[which]);
	}
}
