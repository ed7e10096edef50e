/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "figure_path.h"
#include "figures.h"
#include "publish.h"
#include "shown.h"
#include "slurp.h"
#include "workspace.h"

enum { LINES_MAX = 4 << 20, NUMBER_ROOM = 64,
	NEAREST_MAX = 2048 };

/* The element of an array of objects whose member `name` is `value`. */
static const struct json *
element_with(const struct json *array, const char *name, const char *value)
{
	const struct json *v;

	for (v = json_first(array); v != NULL; v = json_next(v))
		if (text_is(json_text(json_member(v, name)), value))
			return v;
	return NULL;
}

static const struct json *
brand_of(const struct json *summary, const struct plan_threshold *t)
{
	const struct json *brands = json_member(summary, "brands");

	return t->brand != NULL ? element_with(brands, "name", t->brand) :
	    element_with(brands, "role", "own");
}

/* The figure where the threshold looks for it; of the whole brand it is in
 * "total", or beside it. */
static const struct json *
figure_of(const struct json *summary, const struct plan_threshold *t)
{
	const struct json *brand = brand_of(summary, t), *slice, *v;
	struct figure_path path;

	if (t->source != NULL)
		slice = element_with(json_member(brand, "sources"), "source",
		    t->source);
	else if (t->language != NULL)
		slice = element_with(json_member(brand, "languages"),
		    "language", t->language);
	else if (t->month != NULL)
		slice = element_with(json_member(brand, "months"), "month",
		    t->month);
	else
		slice = json_member(brand, "total");
	v = json_member(slice, t->figure);
	if (v != NULL || t->source != NULL || t->language != NULL ||
	    t->month != NULL)
		return v;
	if (figure_path_of(&path, summary, brand, t->figure) ||
	    (t->brand == NULL && figure_path_find(&path, summary, t->figure)))
		return figure_path_value(&path);
	return NULL;
}

static bool
number_of(const struct json *v, double *to)
{
	struct text digits = json_text(v);
	char room[NUMBER_ROOM];

	if (json_type(v) != JSON_NUMBER || digits.length >= sizeof(room))
		return false;
	memcpy(room, digits.bytes, digits.length);
	room[digits.length] = '\0';
	*to = strtod(room, NULL);
	return true;
}

/* Value and interval; a count is its own interval.  False where there is no
 * value. */
static bool
read_figure(const struct json *v, double *value, double *low, double *high)
{
	if (json_type(v) == JSON_ARRAY)
		*value = (double)json_count(v);
	else if (json_type(v) == JSON_TRUE || json_type(v) == JSON_FALSE)
		*value = json_is_true(v);
	else if (json_type(v) == JSON_OBJECT) {
		if (!number_of(json_member(v, "value"), value))
			return false;
	} else if (!number_of(v, value)) {
		return false;
	}
	*low = *high = *value;
	number_of(json_member(v, "low"), low);
	number_of(json_member(v, "high"), high);
	return true;
}

static void
add_where(struct buffer *to, const struct plan_threshold *t,
	const char *brand)
{
	const char *const part[] = {t->stream, brand, t->source, t->language,
	    t->month};
	size_t i;
	bool begun = false;

	for (i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
		if (part[i] == NULL)
			continue;
		if (begun)
			buffer_add_string(to, ", ");
		shown_add(to, text_of(part[i]), SHOWN_NAME);
		begun = true;
	}
	buffer_add_string(to, ": ");
	shown_add(to, text_of(t->figure), SHOWN_NAME);
}

/* "Own, Shop: negativeShare 0.41 (0.35 to 0.47, n = 172) is above 0.3" */
static void
add_line(struct buffer *to, const struct json *v,
	const struct plan_threshold *t, const char *brand, bool above)
{
	double value, low, high;
	int64_t n;

	read_figure(v, &value, &low, &high);
	add_where(to, t, brand);
	buffer_add_char(to, ' ');
	figure_add_number(to, value);
	if (low < high) {
		buffer_add_string(to, " (");
		figure_add_number(to, low);
		buffer_add_string(to, " to ");
		figure_add_number(to, high);
		buffer_add_char(to, ')');
	}
	if (json_integer(json_member(v, "n"), &n))
		buffer_add_format(to, ", n = %lld,", (long long)n);
	buffer_add_string(to, above ? " is above " : " is below ");
	figure_add_number(to, above ? t->above : t->below);
	buffer_add_char(to, '\n');
}

/* Adds a line where the threshold is broken: 1, else 0; -1 where the summary
 * has no such brand, slice or figure. */
static bool
is_figure(const struct json *summary, const char *name)
{
	struct figure_path path;

	return figure_path_find(&path, summary, name);
}

/* A threshold says its brand apart, so the name is told without it. */
static int
complain_unknown(const struct json *summary, const struct plan_threshold *t,
	const char *brand, struct complaint *c)
{
	struct buffer name, nearest;
	size_t skip = strlen(brand) + 1;
	bool near;

	buffer_init(&name, NEAREST_MAX);
	buffer_init(&nearest, NEAREST_MAX);
	buffer_add_format(&name, "%s/%s", brand, t->figure);
	near = !name.failed && figure_nearest(summary, name.bytes, is_figure,
	    &nearest) && nearest.length > skip &&
	    strncmp(nearest.bytes, name.bytes, skip) == 0;
	complain(c, 0, "no figure is called %.80s (threshold of line %zu)%s"
	    "%.100s%s", t->figure, t->line, near ? "; did you mean " : "",
	    near ? nearest.bytes + skip : "", near ? "?" : "");
	buffer_release(&name);
	buffer_release(&nearest);
	return -1;
}

static int
check_threshold(struct buffer *to, const struct json *summary,
	const struct plan_threshold *t, struct complaint *c)
{
	const struct json *v = figure_of(summary, t);
	struct text name = json_text(json_member(brand_of(summary, t),
	    "name"));
	double value, low, high;
	char brand[SHOWN_NAME * 4 + 1];
	bool above, below;

	snprintf(brand, sizeof(brand), "%.*s", (int)name.length,
	    name.length == 0 ? "" : name.bytes);
	if (v == NULL) {
		/* A slice or figure that no review made is no fault of the
		 * figures; a brand that is not there is one of the plan, and
		 * so is a name that no figure has: it would never break. */
		if (name.bytes == NULL)
			return complain(c, 0, "no brand for the threshold of "
			    "line %zu in the summary", t->line);
		if (figure_path_is_name(t->figure))
			return 0;
		return complain_unknown(summary, t, brand, c);
	}
	if (!read_figure(v, &value, &low, &high))
		return 0;
	above = !isnan(t->above) && (t->sure ? low : value) > t->above;
	below = !isnan(t->below) && (t->sure ? high : value) < t->below;
	if (above || below)
		add_line(to, v, t, brand, above);
	return above || below;
}

/* ---- the command ---- */

struct checking {
	struct workspace workspace;
	struct plan plan;
	struct buffer lines;
	int64_t broken;
	struct complaint c;
};

static struct json_document *
read_summary(struct checking *k, const char *stream, struct buffer *bytes)
{
	char name[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX];

	if (stream == NULL)
		snprintf(name, sizeof(name), "summary/summary.json");
	else
		snprintf(name, sizeof(name), "summary/streams/%s/"
		    "summary.json", stream);
	buffer_clear(bytes);
	if (workspace_path(&k->workspace, name, path, &k->c) < 0 ||
	    slurp(path, bytes, &k->c) < 0)
		return NULL;
	return json_read(bytes->length == 0 ? "" : bytes->bytes,
	    bytes->length, false, path, &k->c);
}

/* The thresholds of one summary: of the stream, or of everything. */
static int
check_summary(struct checking *k, const char *stream)
{
	struct json_document *d;
	struct buffer bytes;
	int result = 0, broken;
	size_t i;

	buffer_init(&bytes, CHECK_BYTES_MAX);
	d = read_summary(k, stream, &bytes);
	for (i = 0; d != NULL && i < k->plan.threshold_count; i++) {
		const struct plan_threshold *t = &k->plan.threshold[i];

		if (!text_equals(text_of(t->stream), text_of(stream)))
			continue;
		broken = check_threshold(&k->lines, json_root(d), t, &k->c);
		if (broken < 0)
			result = -1;
		else
			k->broken += broken;
	}
	if (d == NULL)
		result = -1;
	json_free(d);
	buffer_release(&bytes);
	return result;
}

static bool
is_used(const struct plan *p, const char *stream)
{
	size_t i;

	for (i = 0; i < p->threshold_count; i++)
		if (text_equals(text_of(p->threshold[i].stream),
		    text_of(stream)))
			return true;
	return false;
}

static enum status
check(struct checking *k)
{
	char path[WORKSPACE_PATH_MAX];
	size_t i;
	int result;

	if (workspace_path(&k->workspace, "sayso.json", path, &k->c) < 0 ||
	    plan_read(&k->plan, path, &k->c) < 0)
		return STATUS_USAGE;
	if (k->plan.threshold_count == 0) {
		complain(&k->c, 0, "%s: no \"thresholds\" to check", path);
		return STATUS_USAGE;
	}
	result = is_used(&k->plan, NULL) ? check_summary(k, NULL) : 0;
	for (i = 0; result == 0 && i < k->plan.stream_count; i++)
		if (is_used(&k->plan, k->plan.stream[i].id))
			result = check_summary(k, k->plan.stream[i].id);
	if (result < 0)
		return STATUS_SHORT;
	return k->broken > 0 ? STATUS_RETRY : STATUS_DONE;
}

static int
print(struct checking *k)
{
	struct sink out;

	if (k->lines.failed)
		return complain(&k->c, ENOMEM, "check");
	if (sink_open(&out, dup(STDOUT_FILENO)) < 0)
		return complain(&k->c, errno, "standard output");
	if (k->lines.length > 0)
		sink_write(&out, k->lines.bytes, k->lines.length);
	return sink_close(&out, "standard output", &k->c);
}

enum status
check_command(int argc, char **argv)
{
	const char *folder = ".";
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &folder, "DIR",
		    "the workspace (default: here)"},
	};
	struct checking k = {.workspace.lock = -1};
	enum status status;
	int at = command_options("score check [-C DIR]", option, 1, argc,
	    argv);

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if (at < argc || strlen(folder) >= sizeof(k.workspace.folder)) {
		command_complain("score", "check: takes no names of files");
		return STATUS_USAGE;
	}
	strcpy(k.workspace.folder, folder);
	buffer_init(&k.lines, LINES_MAX);
	status = check(&k);
	if (status != STATUS_USAGE && print(&k) < 0)
		status = STATUS_SHORT;
	if (status == STATUS_USAGE || status == STATUS_SHORT)
		command_complain("score", k.c.text);
	buffer_release(&k.lines);
	plan_release(&k.plan);
	return status;
}
