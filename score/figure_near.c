/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was meant by a name that no figure has (figure_path.h). */
#include <stdio.h>
#include <string.h>

#include "figure_path.h"

enum {
	NAME_MAX_HERE = 240,		/* bytes; longer ones are not likened */
	FEW = 3,			/* changes; or one in so many bytes */
};

struct nearest {
	const struct json *summary;
	const char *name;
	size_t length;
	bool (*is_figure)(const struct json *summary, const char *name);
	char path[NAME_MAX_HERE + 1];	/* of the walk */
	char best[NAME_MAX_HERE + 1];
	size_t changes;			/* that the best takes */
};

/* Levenshtein's distance (1966), as far as it is below `most`. */
static size_t
changes_between(const char *a, size_t n, const char *b, size_t m,
	size_t most)
{
	size_t row[NAME_MAX_HERE + 2], i, k;

	if ((n > m ? n - m : m - n) >= most)
		return most;
	for (k = 0; k <= m; k++)
		row[k] = k;
	for (i = 1; i <= n; i++) {
		size_t corner = row[0], least = row[0] = i;

		for (k = 1; k <= m; k++) {
			size_t change = corner + (a[i - 1] != b[k - 1]);

			corner = row[k];
			if (row[k] + 1 < change)
				change = row[k] + 1;
			if (row[k - 1] + 1 < change)
				change = row[k - 1] + 1;
			row[k] = change;
			if (change < least)
				least = change;
		}
		if (least >= most)
			return most;
	}
	return row[m] < most ? row[m] : most;
}

static void
look_at(struct nearest *k, size_t length)
{
	size_t changes = changes_between(k->name, k->length, k->path, length,
	    k->changes);

	if (changes >= k->changes || !k->is_figure(k->summary, k->path))
		return;
	k->changes = changes;
	memcpy(k->best, k->path, length + 1);
}

/* Adds a step behind `length` bytes of path; 0: it is too long. */
static size_t
step(struct nearest *k, size_t length, const char *name)
{
	int added = snprintf(k->path + length, sizeof(k->path) - length,
	    "%s%s", length > 0 ? "/" : "", name);

	return added <= 0 || (size_t)added >= sizeof(k->path) - length ? 0 :
	    length + (size_t)added;
}

static void
walk(struct nearest *k, const struct json *v, const char *list, size_t length,
	int depth)
{
	char label[FIGURE_LABEL_MAX];
	const struct json *m;
	size_t place = 0, end;

	for (m = depth > 0 ? json_first(v) : NULL; m != NULL;
	    m = json_next(m)) {
		const char *name = json_name(m);
		bool brands = length == 0 && name != NULL &&
		    strcmp(name, "brands") == 0;

		if (name == NULL && figure_path_label(m, list, label) == 0)
			snprintf(label, sizeof(label), "%zu", ++place);
		end = brands ? 0 : step(k, length, name != NULL ? name :
		    label);
		/* What is of the whole brand needs no word for it. */
		if (name != NULL && strcmp(name, "total") == 0)
			end = length;
		if (!brands && end == 0)
			continue;
		k->path[end] = '\0';
		if (end > length)
			look_at(k, end);
		walk(k, m, name != NULL ? name : list, end, depth - 1);
		k->path[length] = '\0';
	}
}

bool
figure_nearest(const struct json *summary, const char *name,
	bool (*is_figure)(const struct json *summary, const char *name),
	struct buffer *to)
{
	struct nearest k = {.summary = summary, .name = name,
	    .length = strlen(name), .is_figure = is_figure};

	if (k.length > NAME_MAX_HERE)
		return false;
	k.changes = (k.length / FEW > FEW ? k.length / FEW : FEW) + 1;
	walk(&k, summary, "", 0, FIGURE_PATH_MAX);
	if (k.best[0] == '\0')
		return false;
	buffer_add(to, k.best, strlen(k.best) + 1);
	return true;
}
