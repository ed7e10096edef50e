/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The halves of a recipe file, read by recipe_ask.c and recipe_answer.c for
 * recipe.c; the manual is recipe.h.  All return 0, or -1 with a complaint.
 */
#ifndef SAYSO_RECIPE_PARTS_H
#define SAYSO_RECIPE_PARTS_H

#include "json_strict.h"
#include "recipe.h"

struct recipe_word {
	const char *word;
	int means;
};

/* One of some words; an absent value leaves *to as it is. */
int recipe_choice(const struct strict *s, const struct json *v,
	const struct recipe_word *word, size_t count, int *to);
/* An object of strings under free names; `empty`: they may be "". */
int recipe_pairs(const struct strict *s, const struct json *v, bool empty,
	const struct recipe_pair **to, size_t *count);

/* "match"; params must have been read. */
int recipe_match_read(const struct strict *s, const struct json *v,
	struct recipe *r);
/* "request", "paginate", "stated" */
int recipe_ask_read(const struct strict *s, const struct json *request,
	const struct json *paginate, const struct json *stated,
	struct recipe *r);
/* "paginate", after the body of the request */
int recipe_paging_read(const struct strict *s, const struct json *v,
	struct recipe *r);
/* "auth", and "body" with "fields", of the request; after the secrets */
int recipe_auth_read(const struct strict *s, const struct json *v,
	struct recipe *r);
int recipe_body_read(const struct strict *s, const struct json *v,
	const struct json *fields, struct recipe *r);
/* "answers" and "backoff" */
int recipe_answers_read(const struct strict *s, const struct json *v,
	struct recipe *r);
/* "incremental", after "paginate" and "read" */
int recipe_again_read(const struct strict *s, const struct json *v,
	struct recipe *r);
/* "read" */
int recipe_answer_read(const struct strict *s, const struct json *v,
	struct recipe *r);

/* The next {name} of a template from *at on: its bytes between the braces go
 * to *name, *at behind it; false where there is none. */
bool recipe_placeholder(const char *template, size_t *at, struct text *name,
	size_t *begins);

enum recipe_place {
	RECIPE_PLACE_PARAM = 0,		/* always allowed */
	RECIPE_PLACE_PAGE = 1, RECIPE_PLACE_CURSOR = 2,
	RECIPE_PLACE_SECRET = 4, RECIPE_PLACE_SINCE = 8,
	RECIPE_PLACE_SPAN = 16,		/* {from} and {to} */
	RECIPE_PLACE_IDS = 32,
};
/* The place of a name that is not a parameter's; PARAM for all others. */
enum recipe_place recipe_place_of(struct text name);
/* Every {name} in a template must be declared, or one of the places that
 * `allowed` names; *found receives the places that occur. */
int recipe_check_template(const struct strict *s, const struct json *v,
	const struct recipe *r, const char *template, int allowed,
	int *found);

#endif
