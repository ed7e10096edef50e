/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xpath_library.h"

#include "html_library.h"

static void
report_nodes(xmlNodeSetPtr set,
	int (*found)(void *, const struct html_node *, struct text),
	void *context)
{
	int i;

	if (set == NULL)
		return;
	xmlXPathNodeSetSort(set);
	for (i = 0; i < set->nodeNr; i++) {
		const struct html_node *n = html_outside(set->nodeTab[i]);

		if (set->nodeTab[i]->type == XML_NAMESPACE_DECL)
			continue;
		if (found(context, n, html_content(n)) != 0)
			break;
	}
}

static void
report_value(xmlXPathObjectPtr o,
	int (*found)(void *, const struct html_node *, struct text),
	void *context)
{
	xmlChar *value;

	if (o->type == XPATH_NODESET) {
		report_nodes(o->nodesetval, found, context);
		return;
	}
	value = xmlXPathCastToString(o);
	if (value != NULL)
		found(context, NULL, text_of((const char *)value));
	xmlFree(value);
}

bool
html_xpath_spent(const struct html_document *d)
{
	return d->spent != NULL && *d->spent >= HTML_XPATH_PAGE_MAX;
}

unsigned long *
html_xpath_steps(const struct html_document *d)
{
	return d->spent;
}

int
html_xpath_library(const struct html_document *d, const struct html_node *from,
	const char *expression,
	int (*found)(void *, const struct html_node *, struct text),
	void *context, struct complaint *c)
{
	xmlXPathContextPtr x = xmlXPathNewContext(d->tree);
	xmlXPathObjectPtr o;
	size_t i;

	if (x == NULL)
		return complain(c, 0, "no memory");
	x->opLimit = d->spent == NULL ? HTML_XPATH_STEPS_MAX :
	    HTML_XPATH_PAGE_MAX;
	x->opCount = d->spent == NULL ? 0 : *d->spent;
	for (i = 0; i < d->prefix_count; i++)
		xmlXPathRegisterNs(x, d->prefix[i]->prefix,
		    d->prefix[i]->href);
	x->node = from != NULL ? html_inside(from) :
	    xmlDocGetRootElement(d->tree);
	o = xmlXPathEval(BAD_CAST expression, x);
	if (o != NULL)
		report_value(o, found, context);
	if (d->spent != NULL)
		*d->spent = x->opCount;
	xmlXPathFreeObject(o);
	xmlXPathFreeContext(x);
	return o != NULL || html_xpath_spent(d) ? 0 :
	    complain(c, 0, "not an XPath: %s", expression);
}
