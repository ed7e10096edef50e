/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crew_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { PIECE = 1 << 20 };

/* ---- one process ---- */

static void
serve(struct crew *w, int from, int to)
{
	struct batch *batch[CREW_BATCHES];
	size_t i;

#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
#endif
	for (i = 0; i < w->batch_count; i++)
		batch[i] = w->batch[i].shared;
	if (dup2(from, STDIN_FILENO) < 0 || dup2(to, STDOUT_FILENO) < 0)
		_exit(EXIT_FAILURE);
	worker_run(batch, w->batch_count, w->shelf, w->sandbox);
}

/* libcrypto reads its configuration when it is first used, which a worker
 * could not. */
static void
warm_up(void)
{
	unsigned char unused[DIGEST_SIZE];

	digest_of("", 0, unused);
	digest_keyed(text_of("key"), text_of(""), unused);
}

static int
start(struct crew *w, struct crew_worker *p, struct complaint *c)
{
	int to[2], from[2];

	warm_up();
	if (pipe(to) < 0)
		return complain(c, errno, "no worker can be started");
	if (pipe(from) < 0) {
		close(to[0]);
		close(to[1]);
		return complain(c, errno, "no worker can be started");
	}
	fcntl(to[1], F_SETFD, FD_CLOEXEC);
	fcntl(from[0], F_SETFD, FD_CLOEXEC);
	p->pid = fork();
	if (p->pid == 0)
		serve(w, to[0], from[1]);
	close(to[0]);
	close(from[1]);
	p->to = to[1];
	p->from = from[0];
	p->stood = p->stopped = p->stale = false;
	buffer_clear(&p->in);
	if (p->pid > 0)
		return 0;
	close(p->to);
	close(p->from);
	p->pid = 0;
	return complain(c, errno, "no worker can be started");
}

/* One that is gone keeps the status that it had. */
static int
end(struct crew_worker *p)
{
	int status = 0;

	kill(p->pid, SIGKILL);
	close(p->to);
	close(p->from);
	while (waitpid(p->pid, &status, 0) < 0 && errno == EINTR)
		;
	p->pid = 0;
	return status;
}

void
crew_dismiss(struct crew *w)
{
	size_t i;

	for (i = 0; i < w->worker_count; i++)
		if (w->worker[i].pid != 0 && w->worker[i].queued == 0)
			end(&w->worker[i]);
}

/* ---- what ended it ---- */

static void
say_why(const struct crew_worker *p, int status, char *to, size_t room)
{
	int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;

	if (p->stopped)
		snprintf(to, room, "its reader stood still");
	else if (signal == SIGPROF)
		snprintf(to, room, "costs more than %d ms of processor time",
		    (int)SANDBOX_CPU_MS);
	else if (signal == SIGSYS)
		snprintf(to, room, "its reader asked for what it gave up");
	else if (signal != 0)
		snprintf(to, room, "its reader was killed by signal %d",
		    signal);
	else if (WEXITSTATUS(status) == WORKER_EXIT_MEMORY)
		snprintf(to, room, "needs more than %d MB of memory",
		    (int)SANDBOX_MEMORY_MB);
	else
		snprintf(to, room, "its reader ended with exit code %d",
		    WEXITSTATUS(status));
}

/* A charset that can be had is there for the next worker. */
static bool
fetch_charset(struct crew_batch *b)
{
	char label[CHARSET_NAME];

	memcpy(label, b->shared->wanted, sizeof(label));
	label[sizeof(label) - 1] = '\0';
	b->shared->wanted[0] = '\0';
	if (charset_hold(label))
		return true;
	memcpy(b->shared->unknown, label, sizeof(label));
	return b->charsets++ < CREW_CHARSETS_MAX + b->count;
}

/* The page at work is bad; all others of the batch are read again. */
static void
blame(struct crew_batch *b, const struct crew_worker *p, int status)
{
	char why[COMPLAINT_MAX], text[2 * COMPLAINT_MAX];
	size_t at = b->shared->at, i;

	for (i = 0; i < b->count && (i < at || b->item[i].kind != CREW_PAGE ||
	    b->item[i].bad != 0); i++)
		;
	/* It lied about its place: then the first that can be meant. */
	if (i == b->count)
		for (i = 0; i < b->count && (b->item[i].kind != CREW_PAGE ||
		    b->item[i].bad != 0); i++)
			;
	if (i == b->count)
		return;
	say_why(p, status, why, sizeof(why));
	snprintf(text, sizeof(text), "%.900s: %.100s",
	    b->texts.bytes + b->item[i].place - 1, why);
	b->item[i].bad = crew_text(b, text);
	b->shared->page[i].kind = BATCH_SKIP;
	b->pages--;
}

static int put(struct crew *w, struct crew_worker *p, size_t which,
	struct complaint *c);

/* A worker is gone: another does what was left of its work. */
static int
replace(struct crew *w, struct crew_worker *p, struct complaint *c)
{
	size_t queue[CREW_QUEUE], queued = p->queued, i;
	struct crew_batch *b = &w->batch[p->queue[0]];
	int status;

	status = end(p);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != WORKER_EXIT_CHARSET ||
	    !fetch_charset(b))
		blame(b, p, status);
	memcpy(queue, p->queue, sizeof(queue));
	p->queued = 0;
	for (i = 0; i < queued; i++)
		if (put(w, p, queue[i], c) < 0)
			return -1;
	return 0;
}

/* ---- work for one ---- */

static int
put(struct crew *w, struct crew_worker *p, size_t which, struct complaint *c)
{
	const unsigned char number = (unsigned char)which;

	if (w->batch[which].pages == 0) {
		buffer_clear(&w->batch[which].answer);
		w->batch[which].done = true;
		return 0;
	}
	if (p->pid == 0 && start(w, p, c) < 0)
		return -1;
	p->queue[p->queued++] = which;
	/* Where that fails it is gone, which shows when it is listened to. */
	while (write(p->to, &number, 1) < 0 && errno == EINTR)
		;
	return 0;
}

static void
take_answer(struct crew *w, struct crew_worker *p)
{
	struct crew_batch *b = &w->batch[p->queue[0]];
	struct buffer empty = b->answer;

	b->answer = p->in;
	p->in = empty;
	buffer_clear(&p->in);
	b->done = true;
	w->missing |= w->batch[0].shared->missing;
	p->queued--;
	memmove(p->queue, p->queue + 1, p->queued * sizeof(*p->queue));
	/* Its memory is no longer what it was. */
	p->stale |= b->shared->used > BATCH_KEEP;
	if (p->queued == 0 && p->stale)
		end(p);
}

/* Reads what is there: 0, or -1 where the worker is gone or talks rubbish. */
static int
listen_to(struct crew *w, struct crew_worker *p)
{
	uint64_t whole = sizeof(whole);
	size_t want;
	ssize_t got;
	char *to;

	if (p->in.length >= sizeof(whole)) {
		memcpy(&whole, p->in.bytes, sizeof(whole));
		if (whole > WORKER_ANSWER_MAX)
			return -1;
		whole += sizeof(whole);
	}
	want = (size_t)whole - p->in.length;
	want = want < PIECE ? want : PIECE;
	to = buffer_reserve(&p->in, want);
	got = to == NULL ? -1 : read(p->from, to, want);
	if (got < 0 && errno == EINTR && to != NULL)
		return 0;
	if (got <= 0)
		return -1;
	p->in.length += (size_t)got;
	if (p->in.length < sizeof(whole))
		return 0;
	memcpy(&whole, p->in.bytes, sizeof(whole));
	if (p->in.length == whole + sizeof(whole))
		take_answer(w, p);
	return 0;
}

/* ---- all of them ---- */

static int64_t
cpu_of(const struct crew_worker *p)
{
	struct timespec t;
	clockid_t clock;

	if (clock_getcpuclockid(p->pid, &clock) != 0 ||
	    clock_gettime(clock, &t) != 0)
		return 0;
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* On a busy machine a worker may wait for its turn: that is not standing
 * still.  Where nobody can say, false. */
static bool
is_runnable(const struct crew_worker *p)
{
	char path[64], line[256];
	const char *state;
	ssize_t got;
	int file;

	snprintf(path, sizeof(path), "/proc/%ld/stat", (long)p->pid);
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return false;
	got = read(file, line, sizeof(line) - 1);
	close(file);
	line[got > 0 ? got : 0] = '\0';
	/* "17 (parse) R ..." */
	state = strrchr(line, ')');
	return state != NULL && strncmp(state, ") R", 3) == 0;
}

/* Nobody said anything for a while: who has not even worked is ended. */
static int
look_for_still(struct crew *w, struct complaint *c)
{
	size_t i;

	for (i = 0; i < w->worker_count; i++) {
		struct crew_worker *p = &w->worker[i];
		int64_t now;

		if (p->pid == 0 || p->queued == 0)
			continue;
		now = cpu_of(p);
		p->stopped = p->stood && now == p->cpu_ns && !is_runnable(p);
		p->stood = true;
		p->cpu_ns = now;
		if (p->stopped && replace(w, p, c) < 0)
			return -1;
	}
	return 0;
}

int
crew_wait(struct crew *w, struct complaint *c)
{
	struct pollfd answer[CREW_MAX];
	int got;
	size_t i;

	for (i = 0; i < w->worker_count; i++)
		answer[i] = (struct pollfd){.fd = w->worker[i].queued > 0 ?
		    w->worker[i].from : -1, .events = POLLIN};
	got = poll(answer, (nfds_t)w->worker_count, CREW_STILL_MS);
	if (got < 0)
		return errno == EINTR ? 0 :
		    complain(c, errno, "cannot wait for workers");
	if (got == 0)
		return look_for_still(w, c);
	for (i = 0; i < w->worker_count; i++) {
		struct crew_worker *p = &w->worker[i];

		if (answer[i].fd < 0 || answer[i].revents == 0)
			continue;
		p->stood = false;
		if (listen_to(w, p) < 0 && replace(w, p, c) < 0)
			return -1;
	}
	return 0;
}

/* NULL: none has room. */
static struct crew_worker *
least_busy(struct crew *w)
{
	struct crew_worker *least = NULL;
	size_t i, most = w->worker_count == 1 ? 1 : CREW_QUEUE;

	for (i = 0; i < w->worker_count; i++) {
		struct crew_worker *p = &w->worker[i];

		if (p->queued < most && (p->queued == 0 || !p->stale) &&
		    (least == NULL || p->queued < least->queued))
			least = p;
	}
	return least;
}

int
crew_send(struct crew *w, size_t which, struct complaint *c)
{
	struct crew_worker *p;

	w->batch[which].done = false;
	while ((p = least_busy(w)) == NULL)
		if (crew_wait(w, c) < 0)
			return -1;
	return put(w, p, which, c);
}
