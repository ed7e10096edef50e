/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake.h"

#include <stdio.h>
#include <string.h>

#include "detect.h"
#include "guess.h"
#include "guess_stated.h"
#include "json.h"
#include "records.h"

void
intake_init(struct intake *n, struct collect *to, struct shelf *shelf)
{
	*n = (struct intake){.to = to, .shelf = shelf};
	extract_init(&n->extract);
	arena_init(&n->values, RECORDS_ARENA);
	arena_init(&n->own, RECORDS_ARENA);
}

void
intake_release(struct intake *n)
{
	extract_release(&n->extract);
	arena_release(&n->values);
	arena_release(&n->own);
}

/* Reads a page, or (page NULL) one line. */
static void
read_records(struct intake *n, struct records *page, struct text line,
	const struct recipe *recipe)
{
	struct records_how how = intake_how(n, recipe);
	struct origin origin = *n->origin;
	const struct origin *outer = n->origin;
	char name[sizeof("recipe:") + 64];
	struct complaint c;

	/* A recipe that was found to fit also knows whose page it is. */
	how.detected = origin.recipe != recipe;
	origin.recipe = recipe;
	n->origin = &origin;
	snprintf(name, sizeof(name), "recipe:%.60s", recipe->id);
	n->extractor = name;
	if (page == NULL)
		records_line(line, n->place, &how);
	else if (records_each(page, &how, &c) < 0 && !n->failed)
		intake_note(n, &c);
	n->origin = outer;
}

static void
read_page(struct intake *n, const struct intake_body *body)
{
	const struct page page = {
		.bytes = body->bytes, .media_type = body->media_type,
		.charset = body->charset, .url = n->origin->url,
		.language = intake_language(n->origin),
		.fetched = n->origin->fetched,
		.profile = n->shelf->shipped,
		.profile_count = n->shelf->shipped_count,
		.named = n->origin->recipe != NULL &&
		    n->origin->recipe->format == RECIPE_HTML ?
		    n->origin->recipe : NULL,
	};
	struct complaint c, placed;

	if (extract_page(&n->extract, &page, &c) < 0) {
		complain(&placed, 0, "%s: %.700s", n->place, c.text);
		intake_note(n, &placed);
	}
	intake_keep_extracted(n);
	extract_clear(&n->extract);
}

static void
guess(struct intake *n, const struct json *root)
{
	struct records_how how = intake_how(n, NULL);
	struct review_aggregate stated;
	size_t before = n->to->reviews;

	n->extractor = "generic-json";
	guess_json(root, &how);
	/* Without an address: all pages of a list state the same. */
	if (guess_stated(root, n->to->reviews - before, &stated))
		intake_keep_aggregate(n, &stated);
}

static void
guess_line(struct intake *n, struct text line)
{
	struct json_document *d;
	struct complaint c;

	d = json_read(line.bytes, line.length, false, n->place, &c);
	if (d == NULL) {
		intake_note(n, &c);
		return;
	}
	guess(n, json_root(d));
	json_free(d);
}

static void
guess_lines(struct intake *n, struct text text)
{
	const char *at = text.bytes, *end = at + text.length, *stop;

	for (; at < end && !n->failed; at = stop + 1) {
		struct text line = {at, 0};

		stop = memchr(at, '\n', (size_t)(end - at));
		if (stop == NULL)
			stop = end;
		line.length = (size_t)(stop - at);
		if (strspn(at, " \t\r") < line.length)
			guess_line(n, line);
	}
}

/* Opens the body in a format and reads it by `recipe`, or by what fits.
 * False where nothing fits. */
static bool
read_format(struct intake *n, struct text text, enum recipe_format format,
	const struct recipe *recipe)
{
	struct records *page;
	struct complaint c;
	bool read = true;

	page = records_open(format, text, n->place, &c);
	if (page == NULL) {
		intake_note(n, &c);
		return true;
	}
	if (recipe == NULL) {
		struct records_how how = intake_how(n, NULL);

		recipe = detect_recipe(page, format, n->shelf, &how);
	}
	if (recipe != NULL)
		read_records(n, page, text, recipe);
	else if (format == RECIPE_JSON)
		guess(n, records_json_root(page));
	else if (format == RECIPE_JSONL)
		guess_lines(n, text);
	else
		read = false;
	records_close(page);
	return read;
}

/* A table that nothing fits: its damage, if it has any, is the reason. */
static void
note_table(struct intake *n, struct text text)
{
	static const struct recipe nothing = {.format = RECIPE_CSV};
	const size_t before = n->bad.count;
	struct records_how how = intake_how(n, &nothing);
	struct complaint c;
	struct records *page = records_open(RECIPE_CSV, text, n->place, &c);

	if (page != NULL)
		records_each(page, &how, &c);
	records_close(page);
	if (n->bad.count > before)
		return;
	complain(&c, 0, "%s: no recipe reads this table; name one with "
	    "--recipe", n->place);
	intake_note(n, &c);
}

static void
read_text(struct intake *n, const struct intake_body *body,
	enum recipe_format format, const struct recipe *recipe)
{
	bool json = format == RECIPE_JSON || format == RECIPE_JSONL;
	struct buffer room;
	struct text text;
	struct complaint c;

	buffer_init(&room, 3 * (size_t)EXTRACT_PAGE_MAX);
	if (intake_decode(n, body, json, &room, &text) < 0) {
		complain(&c, 0, "%s: larger than the limit", n->place);
		intake_note(n, &c);
	} else if (!read_format(n, text, format, recipe)) {
		if (format == RECIPE_XML)
			read_page(n, body);
		else
			note_table(n, text);
	}
	buffer_release(&room);
}

static void
read_by_content(struct intake *n, const struct intake_body *body)
{
	struct complaint c;

	switch (body->name != NULL ? sniff(body->bytes, body->name) :
	    sniff_answer(body->bytes, body->media_type)) {
	case SNIFF_XML:
		read_text(n, body, RECIPE_XML, NULL);
		break;
	case SNIFF_JSON:
		read_text(n, body, RECIPE_JSON, NULL);
		break;
	case SNIFF_JSONL:
		read_text(n, body, RECIPE_JSONL, NULL);
		break;
	case SNIFF_CSV:
		read_text(n, body, RECIPE_CSV, NULL);
		break;
	case SNIFF_HTML:
		read_page(n, body);
		break;
	case SNIFF_EMPTY:
		break;
	default:
		if (body->name == NULL)
			break;
		complain(&c, 0, "%s: neither a capture nor HTML, XML, JSON, "
		    "JSON Lines or a table", n->place);
		intake_note(n, &c);
	}
}

/* A recipe that cannot be read is bad input, once, and no more. */
static void
look_for_recipes(struct intake *n)
{
	struct complaint c;

	if (shelf_shipped(n->shelf, &c) < 0)
		intake_note(n, &c);
}

int
intake_take(struct intake *n, const struct origin *o,
	const struct intake_body *body, struct complaint *c)
{
	n->origin = o;
	if (o->recipe == NULL || o->recipe->format == RECIPE_AUTO) {
		look_for_recipes(n);
		read_by_content(n, body);
	} else if (o->recipe->format == RECIPE_HTML) {
		look_for_recipes(n);
		read_page(n, body);
	} else if (sniff(body->bytes, NULL) != SNIFF_EMPTY) {
		read_text(n, body, o->recipe->format, o->recipe);
	}
	if (n->failed)
		*c = n->why;
	return n->failed ? -1 : 0;
}

const struct recipe *
intake_fit_lines(struct intake *n, const struct origin *o, struct text first)
{
	const struct recipe *recipe = NULL;
	struct records_how how;
	struct records *page;
	struct complaint ignored;

	n->origin = o;
	if (o->recipe != NULL && o->recipe->format == RECIPE_JSONL)
		return o->recipe;
	/* The last line may be cut. */
	while (first.length > 0 && first.bytes[first.length - 1] != '\n')
		first.length--;
	if (first.length == 0)
		return NULL;
	look_for_recipes(n);
	page = records_open(RECIPE_JSONL, first, n->place, &ignored);
	if (page == NULL)
		return NULL;
	how = intake_how(n, NULL);
	recipe = detect_recipe(page, RECIPE_JSONL, n->shelf, &how);
	records_close(page);
	return recipe;
}

int
intake_line(struct intake *n, const struct origin *o,
	const struct recipe *recipe, struct text line, struct complaint *c)
{
	n->origin = o;
	if (recipe != NULL)
		read_records(n, NULL, line, recipe);
	else
		guess_line(n, line);
	if (n->failed)
		*c = n->why;
	return n->failed ? -1 : 0;
}
