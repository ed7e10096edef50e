/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of reviews, and what is new (explain_figure.h). */
#include "explain_figure.h"

#include <stdio.h>
#include <string.h>

int
explain_figure_changes(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	static const struct { const char *name; enum explain_test test; }
	    edits[] = {{"edited", TEST_ANY}, {"up", TEST_UP},
	    {"down", TEST_DOWN}, {"changeReplied", TEST_CHANGED_REPLIED},
	    {"changeUnreplied", TEST_CHANGED_UNREPLIED},
	    {"replyEffect", TEST_CHANGED}};
	const char *member = figure_path_name(p, 1);
	struct explain_term *t;
	size_t i;

	for (i = 0; i < sizeof(edits) / sizeof(*edits); i++)
		if (strcmp(member, edits[i].name) == 0) {
			t = explain_terms_add(&f->terms, "ed",
			    edits[i].test);
			t->brand = brand;
			return 0;
		}
	t = explain_rated(f, brand);
	if (strcmp(member, "meanStarsUnedited") == 0)
		return 0;
	if (strcmp(member, "watched") == 0) {
		*t = (struct explain_term){.kind = "seen", .times = 1,
		    .brand = brand, .rows = &f->ids};
		f->needs_rows = true;
		return 0;
	}
	f->changes = CHANGES_GONE;
	if (strcmp(member, "meanStarsWithoutVanished") == 0) {
		t->not_among = &f->ids;
		return 0;
	}
	t->among = &f->ids;
	t->test = strcmp(member, "vanishedStars") == 0 ? TEST_RATED :
	    TEST_ANY;
	return 0;
}

/* Seen by a later run, less what was seen before it too. */
static void
add_new(struct explain_figure *f, struct text brand, enum explain_test test,
	int times)
{
	struct explain_term *t = explain_terms_add(&f->terms, "seen", test);

	t->brand = brand;
	t->times = times;
	t->after = 4;
	snprintf(t->from, sizeof(t->from), "%s", f->since);
	t = explain_terms_add(&f->terms, "again", test);
	t->brand = brand;
	t->times = -times;
	t->after = 4;
	t->not_after = 3;
	snprintf(t->from, sizeof(t->from), "%s", f->since);
}

static void
read_since(struct explain_figure *f, const struct json *root)
{
	struct text since = explain_text(root, "since");
	size_t i, length = 0;

	for (i = 0; i < since.length && length < sizeof(f->since) - 1; i++)
		if (since.bytes[i] != '-' && since.bytes[i] != ':')
			f->since[length++] = since.bytes[i];
	f->since[length] = '\0';
}

int
explain_figure_since(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	const char *member = figure_path_name(p, 1);
	struct explain_term *t;

	read_since(f, p->root);
	if (strcmp(member, "reviews") == 0)
		add_new(f, brand, TEST_ANY, 1);
	else if (strcmp(member, "complaints") == 0)
		add_new(f, brand, TEST_COMPLAINT, 1);
	else if (strcmp(member, "meanStars") == 0)
		add_new(f, brand, TEST_RATED, 1);
	if (f->terms.count > 0)
		return 0;
	t = explain_rated(f, brand);
	if (strcmp(member, "meanStarsNow") == 0)
		return 0;
	if (strcmp(member, "meanStarsThen") == 0) {
		add_new(f, brand, TEST_RATED, -1);
		return 0;
	}
	t->test = TEST_ANY;
	t->among = &f->ids;
	f->changes = strcmp(member, "edited") == 0 ? CHANGES_EDITED_SINCE :
	    strcmp(member, "vanished") == 0 ? CHANGES_GONE_SINCE :
	    CHANGES_RETURNED_SINCE;
	return 0;
}

/* Instants compare by their digits. */
static bool
is_later(struct text instant, const char *than)
{
	char digits[24];
	size_t i, length = 0;

	for (i = 0; i < instant.length && length < sizeof(digits) - 1; i++)
		if (instant.bytes[i] != '-' && instant.bytes[i] != ':')
			digits[length++] = instant.bytes[i];
	digits[length] = '\0';
	return strcmp(digits, than) > 0;
}

int
explain_figure_change(struct explain_figure *f, const struct review_change *k)
{
	bool gone = text_is(k->change, "vanished");
	bool back = text_is(k->change, "returned");
	bool later = is_later(k->noticed, f->since);

	switch (f->changes) {
	case CHANGES_GONE:
		if (back)
			explain_ids_remove(&f->ids, k->id);
		return gone ? explain_ids_add(&f->ids, k->id) : 0;
	case CHANGES_EDITED_SINCE:
		return text_is(k->change, "edited") && later &&
		    !is_later(k->first_run, f->since) ?
		    explain_ids_add(&f->ids, k->id) : 0;
	case CHANGES_GONE_SINCE:
		return gone && later ? explain_ids_add(&f->ids, k->id) : 0;
	case CHANGES_RETURNED_SINCE:
		return back && later ? explain_ids_add(&f->ids, k->id) : 0;
	case CHANGES_NONE:
		break;
	}
	return 0;
}
