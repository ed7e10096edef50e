/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "add.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "console.h"
#include "http.h"
#include "plan.h"
#include "plan_edit.h"
#include "publish.h"
#include "recognize.h"
#include "slurp.h"
#include "trial.h"
#include "workspace.h"

enum { SAID_MAX = 1 << 20 };

static const char page_recipe[] = "html-pages";

struct add {
	const char *folder, *sources, *recipe, *role;
	bool list, offline;
	const char *brand;
	char path[WORKSPACE_PATH_MAX];	/* of the plan */
	char url[HTTP_URL];
	struct workspace edits, manners;	/* locks, see locks_take() */
	struct plan plan;
	struct recognition recognition;
	struct trial trial;
	const volatile sig_atomic_t *stop;
	struct buffer said;		/* what was found, for people */
};

/* ---- what it is ---- */

/* The one that was asked for, else the best; NULL: none. */
static const struct recognized *
choose(const struct add *a)
{
	size_t i;

	for (i = 0; i < a->recognition.count; i++)
		if (a->recipe == NULL || strcmp(a->recipe,
		    a->recognition.found[i].recipe) == 0)
			return &a->recognition.found[i];
	return NULL;
}

static int
look_at_page(struct add *a, struct complaint *c)
{
	const struct recipe_pair start = {"start", text_of(a->url)};
	const struct plan_addition page = {.brand = a->brand,
	    .recipe = page_recipe, .param = &start, .param_count = 1};

	if (trial_run(&a->trial, &a->plan, &page, a->sources, a->stop, c) < 0)
		return -1;
	if (a->trial.page.length == 0)
		return complain(c, 0, "%.200s: no page came%s%.600s", a->url,
		    a->trial.problem.text[0] != '\0' ? ": " : "",
		    a->trial.problem.text);
	recognition_release(&a->recognition);
	return recognize(&a->recognition, a->sources, a->url,
	    (struct text){a->trial.page.bytes, a->trial.page.length}, c);
}

/* 1 found, 0 not, -1 a complaint. */
static int
find_out(struct add *a, struct complaint *c)
{
	if (recognize(&a->recognition, a->sources, a->url,
	    (struct text){NULL, 0}, c) < 0)
		return -1;
	if (choose(a) == NULL && !a->offline && look_at_page(a, c) < 0)
		return -1;
	return choose(a) != NULL;
}

/* ---- what would be asked ---- */

static void
say_params(struct add *a, const struct recognized *found)
{
	size_t i;

	buffer_add_format(&a->said, "%s (%s)\n", found->title, found->recipe);
	for (i = 0; i < found->param_count; i++)
		buffer_add_format(&a->said, "  %s: %.*s\n",
		    found->param[i].name,
		    (int)found->param[i].value.length,
		    found->param[i].value.bytes);
}

static void
say_others(struct add *a, const struct recognized *found)
{
	size_t i;

	for (i = 0; i < a->recognition.count; i++)
		if (&a->recognition.found[i] != found)
			buffer_add_format(&a->said,
			    "  also fits: --recipe %s (%s)\n",
			    a->recognition.found[i].recipe,
			    a->recognition.found[i].title);
}

/* What is missing is said before anything is asked; false where it is. */
static bool
say_needs(struct add *a, const struct recognized *found,
	const struct plan_row *row)
{
	struct recipe r;
	struct complaint c;
	struct buffer value;
	bool ready = true;
	size_t i;

	if (recipe_read(&r, found->recipe, a->sources, &c) < 0)
		return false;
	buffer_add_format(&a->said, "  terms: %s\n", r.terms);
	buffer_init(&value, 1 << 16);
	for (i = 0; i < r.secret_count; i++) {
		char template[128];
		const struct recipe_fill with = {.recipe = &r, .row = row};

		snprintf(template, sizeof(template), "{secret:%s}",
		    r.secret[i].name);
		if (recipe_fill(&value, template, &with, &c) == 1)
			continue;
		buffer_add_format(&a->said, "  needs: %s %s\n",
		    r.secret[i].env != NULL ? "the variable" : "the file",
		    r.secret[i].env != NULL ? r.secret[i].env :
		    r.secret[i].file);
		ready = false;
	}
	buffer_release(&value);
	recipe_release(&r);
	return ready;
}

static int
try_it(struct add *a, const struct plan_addition *what, struct complaint *c)
{
	struct trial *t = &a->trial;

	if (trial_run(t, &a->plan, what, a->sources, a->stop, c) < 0)
		return -1;
	if (t->url[0] != '\0')
		buffer_add_format(&a->said, "  asked: %s\n", t->url);
	if (t->stated >= 0)
		buffer_add_format(&a->said, "  stated: %" PRId64
		    " reviews\n", t->stated);
	else
		buffer_add_string(&a->said, "  stated: the source does not "
		    "say how many there are\n");
	if (t->records >= 0)
		buffer_add_format(&a->said, "  first page: %" PRId64
		    " reviews\n", t->records);
	if (t->problem.text[0] != '\0')
		buffer_add_format(&a->said, "  trouble: %s\n", t->problem.text);
	return 0;
}

/* ---- the plan ---- */

/* The new text is read as a plan before it takes the old one's place. */
static int
check_plan(struct add *a, const struct buffer *text, struct complaint *c)
{
	char check[WORKSPACE_PATH_MAX + 16];
	struct plan made;
	int result;

	snprintf(check, sizeof(check), "%s/check.json", a->trial.folder);
	if (publish_file(check, text->bytes, text->length, c) < 0 ||
	    plan_read(&made, check, c) < 0)
		return -1;
	result = made.row_count == a->plan.row_count + 1 ? 0 :
	    complain(c, 0, "%s: the source did not come to stand where it "
	    "belongs; nothing was changed", a->path);
	plan_release(&made);
	return result;
}

/* An editor asks for no lock: what it wrote in the meantime stays. */
static int
is_unchanged(const char *path, const struct buffer *old, struct complaint *c)
{
	struct buffer now;
	int result;

	buffer_init(&now, PLAN_BYTES_MAX);
	result = slurp(path, &now, c);
	if (result == 0 && (now.length != old->length ||
	    memcmp(now.bytes, old->bytes, old->length) != 0))
		result = complain(c, 0, "%s: somebody else changed it just "
		    "now; nothing was added, try again", path);
	buffer_release(&now);
	return result;
}

/* A link stays a link, and whoever could not read the plan still cannot. */
static int
write_plan(struct add *a, const struct buffer *old, const struct buffer *text,
	struct complaint *c)
{
	char *path = realpath(a->path, NULL);
	struct stat about;
	mode_t mask;
	int result;

	if (path == NULL || stat(path, &about) < 0) {
		free(path);
		return complain(c, errno, "%s", a->path);
	}
	result = is_unchanged(path, old, c);
	mask = umask((mode_t)~about.st_mode & 0777);
	if (result == 0)
		result = publish_file(path, text->bytes, text->length, c);
	umask(mask);
	free(path);
	if (result == 0)
		buffer_add_format(&a->said, "added to %s\n", a->path);
	return result;
}

static int
put_into_plan(struct add *a, const struct plan_addition *what,
	struct complaint *c)
{
	struct buffer old, made;
	int result;

	buffer_init(&old, PLAN_BYTES_MAX);
	buffer_init(&made, PLAN_BYTES_MAX);
	/* A trial takes a while, in which people may write. */
	plan_release(&a->plan);
	result = slurp(a->path, &old, c);
	if (result == 0)
		result = plan_read(&a->plan, a->path, c);
	if (result == 0)
		result = plan_edit_add(&made, (struct text){old.bytes,
		    old.length}, a->path, what, c);
	if (result == 0)
		result = check_plan(a, &made, c);
	if (result == 0)
		result = write_plan(a, &old, &made, c);
	buffer_release(&old);
	buffer_release(&made);
	return result;
}

/* One edit of the plan at a time; and nothing is asked beside a run of fetch,
 * which would not know of it. */
static int
locks_take(struct add *a, struct complaint *c)
{
	a->manners.lock = -1;
	if (workspace_open(&a->edits, a->folder, "add", c) < 0)
		return -1;
	if (a->offline)
		return 0;
	return workspace_open(&a->manners, a->folder, "fetch", c) < 0 ? -1 : 0;
}

static enum status
add(struct add *a, struct complaint *c)
{
	const struct recognized *found;
	struct plan_addition what = {.brand = a->brand};
	int got = find_out(a, c);

	if (got < 0)
		return STATUS_RETRY;
	if (got == 0) {
		complain(c, 0, "%.200s: no recipe fits%s; sayso-fetch "
		    "sources lists them, sayso-recipe(5) tells how to write "
		    "one", a->url, a->offline ? " the address alone" :
		    " the address, and its page holds neither review markup "
		    "nor a feed");
		return STATUS_SHORT;
	}
	found = choose(a);
	what.recipe = found->recipe;
	what.param = found->param;
	what.param_count = found->param_count;
	what.own = a->role != NULL ? strcmp(a->role, "own") == 0 :
	    a->plan.brand_count == 0;
	say_params(a, found);
	say_others(a, found);
	if (say_needs(a, found, NULL) && !a->offline && try_it(a, &what, c) <
	    0)
		return STATUS_RETRY;
	if (a->list)
		return STATUS_DONE;
	return put_into_plan(a, &what, c) < 0 ? STATUS_RETRY : STATUS_DONE;
}

static enum status
open_and_add(struct add *a, const char *url, struct complaint *c)
{
	enum status status = STATUS_USAGE;

	a->edits.lock = a->manners.lock = -1;
	if (snprintf(a->path, sizeof(a->path), "%s/sayso.json", a->folder) >=
	    (int)sizeof(a->path)) {
		complain(c, ENAMETOOLONG, "%.200s", a->folder);
		return STATUS_USAGE;
	}
	if (http_url_read(NULL, url, a->url, c) != 0)
		return STATUS_USAGE;
	if (plan_read(&a->plan, a->path, c) < 0)
		return STATUS_USAGE;
	if (a->plan.contact == NULL)
		complain(c, 0, "%s: \"contact\" is missing: who is asked must "
		    "be able to tell who asks", a->path);
	else if (locks_take(a, c) < 0 || trial_open(&a->trial, a->folder, c) <
	    0)
		status = STATUS_RETRY;
	else
		status = add(a, c);
	trial_close(&a->trial);
	workspace_close(&a->manners);
	workspace_close(&a->edits);
	recognition_release(&a->recognition);
	plan_release(&a->plan);
	return status;
}

static int
say_all(const struct buffer *said, struct complaint *c)
{
	struct sink out;

	if (sink_open(&out, dup(STDOUT_FILENO)) < 0)
		return complain(c, 0, "no memory");
	sink_write(&out, said->bytes, said->length);
	return sink_close(&out, "standard output", c);
}

enum status
add_command(int argc, char **argv)
{
	static struct add a;		/* too large for some stacks */
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &a.folder, "DIR",
		    "the workspace (default: the current folder)"},
		{0, "recipe", COMMAND_STRING, &a.recipe, "NAME",
		    "this recipe, where several fit"},
		{0, "role", COMMAND_STRING, &a.role, "ROLE",
		    "own or competitor, of a brand that is new"},
		{0, "dry-run", COMMAND_FLAG, &a.list, NULL,
		    "show it, leave the plan as it is"},
		{0, "offline", COMMAND_FLAG, &a.offline, NULL,
		    "ask nothing; go by the address alone"},
		{0, "sources", COMMAND_STRING, &a.sources, "DIR",
		    "recipes from here instead of the shipped ones"},
	};
	struct complaint c = {0};
	enum status status;
	int at;

	a.folder = ".";
	at = command_options("fetch add [-C DIR] [OPTION...] BRAND URL",
	    option, sizeof(option) / sizeof(option[0]), argc, argv);
	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if (argc - at != 2 || (a.role != NULL && strcmp(a.role, "own") != 0 &&
	    strcmp(a.role, "competitor") != 0)) {
		command_complain("fetch", argc - at != 2 ? "add takes a brand "
		    "and an address" : "--role: own or competitor");
		return STATUS_USAGE;
	}
	a.brand = argv[at];
	a.stop = console_signals();
	buffer_init(&a.said, SAID_MAX);
	status = open_and_add(&a, argv[at + 1], &c);
	if (say_all(&a.said, &c) < 0)
		status = STATUS_RETRY;
	if (status != STATUS_DONE && c.text[0] != '\0')
		command_complain("fetch", c.text);
	buffer_release(&a.said);
	return status;
}
