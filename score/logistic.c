/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "logistic.h"

#include <linear.h>
#include <stdbool.h>
#include <stdlib.h>

enum { FIRST = 4096 };

static const double tolerance = 0.01;	/* liblinear's own for this solver */

/* Rows name the place of their first cell: the cells may still move. */
struct logistic {
	struct feature_node *cell;
	size_t cells, cell_room, row_start;
	size_t *row;
	double *label;
	size_t rows, row_room;
	size_t features;
};

struct logistic *
logistic_create(size_t features)
{
	struct logistic *l = calloc(1, sizeof *l);

	if (l != NULL)
		l->features = features;
	return l;
}

void
logistic_free(struct logistic *l)
{
	if (l == NULL)
		return;
	free(l->cell);
	free(l->row);
	free(l->label);
	free(l);
}

static int
push(struct logistic *l, int index, double value)
{
	if (l->cells == l->cell_room) {
		size_t room = l->cell_room == 0 ? FIRST : 2 * l->cell_room;
		struct feature_node *cell = room > LOGISTIC_CELLS_MAX ? NULL :
		    realloc(l->cell, room * sizeof *cell);

		if (cell == NULL)
			return -1;
		l->cell = cell;
		l->cell_room = room;
	}
	l->cell[l->cells++] = (struct feature_node){index, value};
	return 0;
}

int
logistic_add(struct logistic *l, size_t feature, double value)
{
	return push(l, (int)feature + 1, value);
}

static int
rows_grow(struct logistic *l)
{
	size_t room = l->row_room == 0 ? FIRST : 2 * l->row_room;
	size_t *row = room > LOGISTIC_ROWS_MAX ? NULL :
	    realloc(l->row, room * sizeof *row);

	if (row == NULL)
		return -1;
	l->row = row;
	double *label = realloc(l->label, room * sizeof *label);
	if (label == NULL)
		return -1;
	l->label = label;
	l->row_room = room;
	return 0;
}

int
logistic_end_row(struct logistic *l, int label, unsigned copies)
{
	if (push(l, -1, 0) == -1)
		return -1;
	for (; copies > 0; copies--) {
		if (l->rows == l->row_room && rows_grow(l) == -1)
			return -1;
		l->row[l->rows] = l->row_start;
		l->label[l->rows++] = label;
	}
	l->row_start = l->cells;
	return 0;
}

static void
say_nothing(const char *text)
{
	(void)text;
}

static bool
has_both_labels(const struct logistic *l)
{
	for (size_t i = 1; i < l->rows; i++)
		if ((l->label[i] > 0) != (l->label[0] > 0))
			return true;
	return false;
}

int
logistic_fit(const struct logistic *l, double cost, double *weight)
{
	struct parameter parameter = {.solver_type = L2R_LR, .C = cost,
	    .eps = tolerance};
	struct problem problem = {.l = (int)l->rows, .n = (int)l->features,
	    .y = l->label, .bias = -1};

	if (!has_both_labels(l))
		return -1;
	problem.x = calloc(l->rows, sizeof *problem.x);
	if (problem.x == NULL)
		return -1;
	for (size_t i = 0; i < l->rows; i++)
		problem.x[i] = l->cell + l->row[i];
	set_print_string_function(say_nothing);
	struct model *model = train(&problem, &parameter);
	double sign = model->label[0] > 0 ? 1 : -1;
	for (size_t i = 0; i < l->features; i++)
		weight[i] = sign * model->w[i];
	free_and_destroy_model(&model);
	free(problem.x);
	return 0;
}
