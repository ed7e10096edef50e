/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a row begins: what it is about, what this run wants of it, where the
 * last one left off. */
#include <stdio.h>
#include <string.h>

#include "digest.h"
#include "row.h"

static void
about_make(struct row *row, const struct round *r)
{
	const struct plan_row *plan = row->task->plan;
	const struct recipe *recipe = row->task->recipe;

	row->about = (struct capture_about){.row = plan->key,
	    .brand = plan->brand->name, .recipe = recipe->id,
	    .source = plan->source != NULL ? plan->source :
	    recipe->source != NULL ? recipe->source : row->source,
	    .kind = plan->kind != NULL ? plan->kind : recipe->kind,
	    .item = plan->item, .language = plan->language,
	    .agent = r->agent, .robots = !recipe->robots_api};
}

const char *
row_masked(struct row *row, const char *url)
{
	struct buffer shown;
	const char *copy = NULL;

	buffer_init(&shown, 4 * HTTP_URL);
	if (mask_add(row->task->mask, &shown, text_of(url)) == 0)
		copy = arena_copy(&row->turn, shown.bytes, shown.length);
	buffer_release(&shown);
	return copy;
}

/* Where the last run left off; not where plan or recipe meant another source
 * then, nor where the ledger talks nonsense. */
static void
row_resume(struct row *row)
{
	const char *resume = row->past.resume;
	struct complaint ignored;
	char url[HTTP_URL];

	if (resume == NULL)
		return;
	if (strncmp(resume, row->begins, ID_HEX - 1) != 0 ||
	    resume[ID_HEX - 1] != ' ' ||
	    paginate_resume(&row->paginate, resume + ID_HEX) != 0 ||
	    paginate_url(&row->paginate, url, &ignored) != 0) {
		paginate_rewind(&row->paginate);
		row->paginate.resumed = false;
		row->marks.seen_count = 0;
		row->past.resume = NULL;
		return;
	}
	if (row->past.records > 0)
		row->run.records = row->past.records;
	row->uncounted = row->past.records < 0;
	row->run.stated = row->past.stated;
}

/* What this run wants: by the command line, by the plan, by what earlier runs
 * have. */
static void
wants_make(const struct row_task *task, const struct round *r,
	const struct marks *marks, struct paginate_aim *aim)
{
	const struct recipe *recipe = task->recipe;
	int64_t since = r->since;

	*aim = (struct paginate_aim){.plan = r->plan, .from = -1, .to = -1};
	if (since < 0 && recipe->mode == RECIPE_MODE_SINCE &&
	    recipe->time == RECIPE_TIME_ID && marks->high_id[0] != '\0')
		aim->since_id = marks->high_id;
	else if (since < 0 && (recipe->mode == RECIPE_MODE_SINCE ||
	    recipe->mode == RECIPE_MODE_WINDOW) && marks->high >= 0)
		since = marks->high - recipe->lookback;
	if (since < 0 && task->plan->since > 0)
		since = task->plan->since;
	if (since < 0 && recipe->begins > 0 && aim->since_id == NULL)
		since = r->started - recipe->begins;
	aim->since = since;
	if (recipe->mode != RECIPE_MODE_WINDOW)
		return;
	aim->to = r->until >= 0 ? r->until : r->started;
	aim->from = since < aim->to ? since : aim->to - 1;
}

int
row_first(const struct row_task *task, const struct round *r,
	const struct ledger_row *past, char url[HTTP_URL],
	struct complaint *c)
{
	struct paginate_aim aim;
	struct paginate p;
	struct marks marks;
	struct arena a;
	int result = -1;

	arena_init(&a, ROW_ARENA_MAX);
	if (marks_read(&marks, past->marks, false, &a) != 0)
		complain(c, 0, "%s: no memory", task->plan->key);
	else {
		wants_make(task, r, &marks, &aim);
		paginate_init(&p, task->recipe, task->plan);
		paginate_aim(&p, &aim);
		result = paginate_url(&p, url, c);
		paginate_release(&p);
	}
	arena_release(&a);
	return result;
}

/* A row is known by its first URL without the times that change with each
 * run. */
static int
begins_make(struct row *row, const struct round *r, struct complaint *c)
{
	const struct paginate_aim aim = {.plan = r->plan, .since = -1,
	    .from = 0, .to = 1};
	char url[HTTP_URL];
	struct paginate p;
	struct text first;
	int result;

	paginate_init(&p, row->task->recipe, row->task->plan);
	paginate_aim(&p, &aim);
	result = paginate_url(&p, url, c);
	paginate_release(&p);
	if (result != 0)
		return -1;
	first = text_of(row_masked(row, url));
	digest_id(&first, 1, row->begins);
	return 0;
}

/* The first page says where the row is at home. */
static int
row_begin(struct row *row, struct round *r, struct complaint *c)
{
	struct paginate_aim aim;

	wants_make(row->task, r, &row->marks, &aim);
	paginate_aim(&row->paginate, &aim);
	row->run.since = row->paginate.windowed ? aim.from : aim.since;
	row->run.until = row->paginate.windowed ? aim.to : -1;
	if (paginate_url(&row->paginate, row->url, c) != 0)
		return -1;
	http_url_place(row->url, &row->home);
	snprintf(row->source, sizeof(row->source), "%s", row->home.host);
	about_make(row, r);
	if (begins_make(row, r, c) != 0)
		return -1;
	row_resume(row);
	row->run.resumed = row->paginate.resumed;
	if (row_aim(row, r, c) != 0)
		return -1;
	row->run.url = arena_string(&row->arena, row->known);
	return row->run.url != NULL ? 0 : complain(c, 0, "%s: no memory",
	    row->task->plan->key);
}

int
row_open(struct row *row, struct round *r, const struct row_task *task,
	struct complaint *c)
{
	int found;

	memset(row, 0, sizeof(*row));
	row->owner = OWNER_ROW;
	row->task = task;
	row->run = (struct capture_run){.started = round_wall(r),
	    .stated = -1, .records = 0, .held = -1, .since = -1, .until = -1};
	buffer_init(&row->content, PAGINATE_BODY_MAX);
	buffer_init(&row->request, 2 * (size_t)ROW_REQUEST_MAX);
	buffer_init(&row->marks_line, MARKS_LINE_MAX);
	arena_init(&row->arena, ROW_ARENA_MAX);
	arena_init(&row->turn, ROW_ARENA_MAX);
	arena_init(&row->notes, ROW_ARENA_MAX);
	arena_init(&row->asking, ROW_REQUEST_MAX);
	paginate_init(&row->paginate, task->recipe, task->plan);
	visit_init(&row->visit);
	row->visit.unread = !peek_needs_body(task->recipe) &&
	    task->mask->size == 0;
	found = ledger_row_get(r->ledger, task->plan->key, &row->past,
	    &row->arena, c);
	if (found < 0)
		return -1;
	row->is_new = found == 0;
	if (marks_read(&row->marks, row->past.marks, row->past.resume != NULL,
	    &row->arena) != 0)
		return complain(c, 0, "%s: no memory", task->plan->key);
	row->whole = r->started - row->marks.whole >= task->recipe->whole;
	if (task->recipe->transport == RECIPE_FILE) {
		about_make(row, r);
		return row_file(row, r, c);
	}
	return row_begin(row, r, c);
}

void
row_close(struct row *row)
{
	capture_abandon(&row->capture);
	paginate_release(&row->paginate);
	visit_release(&row->visit);
	buffer_release(&row->content);
	buffer_release(&row->request);
	buffer_release(&row->marks_line);
	arena_release(&row->arena);
	arena_release(&row->turn);
	arena_release(&row->notes);
	arena_release(&row->asking);
}
