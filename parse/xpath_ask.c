/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who finds what an expression asks for: xpath.h, or else libxml2. */
#include "html.h"

#include <stdlib.h>
#include <string.h>

#include "xpath.h"
#include "xpath_library.h"

enum {
	KNOWN = 512,		/* expressions that are kept */
	TOGETHER = 16,		/* that one walk over a page asks for */
};

/* What expressions were read as; the same few come again for each record. */
static const struct xpath *
known(const char *expression)
{
	static struct { char *text; struct xpath *x; } kept[KNOWN];
	uint32_t hash = 2166136261;
	const char *p;

	for (p = expression; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619;
	hash = (hash ^ hash >> 16) % KNOWN;
	if (kept[hash].text != NULL && strcmp(kept[hash].text,
	    expression) == 0)
		return kept[hash].x;
	free(kept[hash].text);
	xpath_free(kept[hash].x);
	kept[hash].x = NULL;
	kept[hash].text = strdup(expression);
	if (kept[hash].text != NULL)
		kept[hash].x = xpath_compile(expression);
	return kept[hash].x;
}

int
html_xpath(const struct html_document *d, const struct html_node *from,
	const char *expression,
	int (*found)(void *, const struct html_node *, struct text),
	void *context, struct complaint *c)
{
	const struct xpath *x = known(expression);
	unsigned long own = 0, *steps = html_xpath_steps(d);

	if (x == NULL)
		return html_xpath_library(d, from, expression, found, context,
		    c);
	xpath_each(x, d, from, steps != NULL ? steps : &own,
	    steps != NULL ? HTML_XPATH_PAGE_MAX : HTML_XPATH_STEPS_MAX,
	    found, context);
	return 0;
}

bool
html_xpath_may_find(const char *const *expression, size_t count,
	struct text page)
{
	struct xpath *x[TOGETHER];
	size_t i, n = 0;
	bool may = count == 0 || count > TOGETHER;

	for (i = 0; i < count && !may; i++) {
		x[n] = xpath_compile(expression[i]);
		may = x[n] == NULL || !xpath_is_path(x[n]);
		n += x[n] != NULL;
	}
	may = may || xpath_may_find((const struct xpath *const *)x, n, page);
	while (n > 0)
		xpath_free(x[--n]);
	return may;
}
