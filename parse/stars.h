/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rating that an element shows without a number in its text.  In this
 * order: a title, label or alt text ("4 of 5 stars"), a `content` or `value`
 * of data, a width in percent (of five stars), filled and empty icons, a
 * number in a class or file name ("star-4", "stars_4.5.png", "rating-45").
 */
#ifndef SAYSO_STARS_H
#define SAYSO_STARS_H

#include <stdbool.h>

#include "html.h"
#include "rating.h"

enum { STARS_NODES_MAX = 400 };		/* of a subtree that are looked at */

bool stars_read(const struct html_node *n, struct rating *r);
/* Only a title, label or alt text. */
bool stars_label(const struct html_node *n, struct rating *r);

/* The same of one element alone: its label; its data; its width; its name. */
bool stars_own_label(const struct html_node *n, struct rating *r);
bool stars_own_data(const struct html_node *n, struct rating *r);
bool stars_own_width(const struct html_node *n, struct rating *r);
bool stars_own_name(const struct html_node *n, struct rating *r);
/* A row of five icons that are its children, or lie in them. */
bool stars_row(const struct html_node *n, struct rating *r);
/* A text that speaks of a rating: "Rating, 5 stars". */
bool stars_text(struct text t, struct rating *r);
/* Whether a text is one number. */
bool stars_is_number(struct text t);

#endif
