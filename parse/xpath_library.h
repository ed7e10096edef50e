/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What xpath_ask.c has from libxml2; the manual is html.h.
 */
#ifndef SAYSO_XPATH_LIBRARY_H
#define SAYSO_XPATH_LIBRARY_H

#include "html.h"

/* As html_xpath(), by libxml2. */
int html_xpath_library(const struct html_document *d,
	const struct html_node *from, const char *expression,
	int (*found)(void *context, const struct html_node *node,
		struct text value),
	void *context, struct complaint *c);
/* The page's steps of all expressions; NULL where each has its own. */
unsigned long *html_xpath_steps(const struct html_document *d);

#endif
