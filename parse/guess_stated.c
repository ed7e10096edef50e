/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_stated.h"

#include <stdlib.h>
#include <string.h>

#include "guess_names.h"

/* The first that is there counts; the last ones count any list. */
static const char *const of_reviews[] = {"reviewcount", "reviewscount",
	"totalreviews", "totalreviewcount", "totalreviewscount",
	"numberofreviews", "numreviews", "numofreviews", "reviewstotal",
	"feedbackcount", "feedbackscount", "totalcomments",
	"totalcommentcount", "commentscount", "commentcount", "commentsnb",
	"totalresults", "totalcount", "totalelements", "totalitems",
	"totalrecords", "total", "count", NULL};
static const char *const of_ratings[] = {"ratingcount", "ratingscount",
	"totalratings", "totalratingcount", "userratingcount", "numratings",
	"numberofratings", NULL};
static const char *const averages[] = {"averagerating", "avgrating",
	"ratingaverage", "averageoverallrating", "averagescore",
	"ratingvalue", NULL};

struct hit {
	const struct json *value;
	size_t rank;
};

static bool
is_number(const struct json *v)
{
	struct text t = json_text(v);
	size_t i;

	if (json_type(v) != JSON_NUMBER && json_type(v) != JSON_STRING)
		return false;
	for (i = 0; i < t.length; i++)
		if ((t.bytes[i] < '0' || t.bytes[i] > '9') &&
		    t.bytes[i] != '.')
			return false;
	return t.length > 0 && t.length < 12;
}

static void
note(struct hit *h, const char *const *names, const char *plain,
	const struct json *v)
{
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], plain) == 0 && (h->value == NULL ||
		    i < h->rank)) {
			h->value = v;
			h->rank = i;
		}
}

/* GUESS_STATED_DEPTH bounds the recursion. */
static void
look(const struct json *object, struct hit hit[3], int depth)
{
	const struct json *m = json_first(object);
	char plain[GUESS_NAME_MAX];

	for (; m != NULL; m = json_next(m)) {
		const struct json *inside = m;

		if (json_type(m) == JSON_ARRAY && json_first(m) != NULL &&
		    json_next(json_first(m)) == NULL)
			inside = json_first(m);
		if (json_type(inside) == JSON_OBJECT) {
			if (depth < GUESS_STATED_DEPTH)
				look(inside, hit, depth + 1);
			continue;
		}
		if (!is_number(m) || json_name(m) == NULL)
			continue;
		guess_plain(json_name(m), plain);
		note(&hit[0], of_reviews, plain, m);
		note(&hit[1], of_ratings, plain, m);
		note(&hit[2], averages, plain, m);
	}
}

static bool
is_enough(const struct json *v, size_t found)
{
	return v != NULL && memchr(json_text(v).bytes, '.',
	    json_text(v).length) == NULL &&
	    strtoul(json_text(v).bytes, NULL, 10) >= found;
}

bool
guess_stated(const struct json *root, size_t found,
	struct review_aggregate *a)
{
	struct hit hit[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};

	*a = (struct review_aggregate){.capture = {.offset = -1}};
	if (json_type(root) != JSON_OBJECT || found == 0)
		return false;
	look(root, hit, 0);
	if (is_enough(hit[0].value, found))
		a->review_count = json_text(hit[0].value);
	if (is_enough(hit[1].value, found))
		a->rating_count = json_text(hit[1].value);
	if (a->review_count.length == 0 && a->rating_count.length == 0)
		return false;
	if (hit[2].value != NULL)
		a->rating = json_text(hit[2].value);
	return true;
}
