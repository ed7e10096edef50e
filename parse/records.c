/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records.h"

#include <errno.h>
#include <stdlib.h>

struct records {
	const struct records_format *format;
	void *page;
};

static const struct records_format *const formats[] = {
	&records_json, &records_jsonl, &records_xml, &records_csv,
};

struct records *
records_open(enum recipe_format format, struct text page, const char *name,
	struct complaint *c)
{
	struct records *r = calloc(1, sizeof(*r));
	size_t i;

	if (r == NULL) {
		complain(c, ENOMEM, "%s", name);
		return NULL;
	}
	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (formats[i]->format == format)
			r->format = formats[i];
	if (r->format == NULL)
		complain(c, 0, "%s: no records without a format", name);
	else
		r->page = r->format->open(page, name, c);
	if (r->page == NULL) {
		free(r);
		return NULL;
	}
	return r;
}

int
records_each(struct records *r, const struct records_how *how,
	struct complaint *c)
{
	return r->format->each(r->page, how, c);
}

void
records_close(struct records *r)
{
	if (r == NULL)
		return;
	r->format->close(r->page);
	free(r);
}

const struct json *
records_json_root(const struct records *r)
{
	return r->format == &records_json ? records_json_page(r->page) : NULL;
}
