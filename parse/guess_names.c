/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guess_names.h"

#include <string.h>

#include "json.h"

enum { NAME_MAX_LETTERS = 64 };		/* a longer name is none of ours */

#define NAMES(...) \
	.path = {__VA_ARGS__}, \
	.path_count = sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *)

const struct recipe guess_recipe = {
	.id = "generic-json", .format = RECIPE_JSON,
	.field = {
	[RECIPE_ID] = {NAMES("reviewid", "commentid", "id", "uuid")},
	[RECIPE_RATING] = {NAMES("ratingvalue", "rating", "stars",
	    "starrating", "rating/value", "rating/ratingvalue",
	    "reviewrating/ratingvalue", "reviewrating", "overallrating",
	    "ratingscore", "userrating", "rate", "grade", "originalscore"),
	    .best_path = "bestrating", .zero_is_absent = true},
	[RECIPE_TITLE] = {NAMES("title", "headline", "reviewtitle",
	    "subject"), .format = RECIPE_VALUE_HTML},
	[RECIPE_TEXT] = {NAMES("reviewbody", "reviewtext", "text", "body",
	    "comment", "content", "review", "commenttext", "message",
	    "description", "quote", "feedback", "opinion", "text/text",
	    "content/rendered", "cooked"), .format = RECIPE_VALUE_HTML},
	[RECIPE_POSITIVE] = {NAMES("pros", "positivenotes", "advantages"),
	    .format = RECIPE_VALUE_HTML},
	[RECIPE_NEGATIVE] = {NAMES("cons", "negativenotes", "disadvantages"),
	    .format = RECIPE_VALUE_HTML},
	[RECIPE_AUTHOR] = {NAMES("author/name", "author/displayname", "author",
	    "authorname", "username", "usernickname", "nickname", "user/name",
	    "user/username", "reviewer/name", "reviewer", "reviewername",
	    "consumer/name", "account/name", "displayname", "critic")},
	[RECIPE_PUBLISHED] = {NAMES("datepublished", "createdat",
	    "datecreated", "created", "publishedat", "publishtime",
	    "submissiontime", "dateadded", "reviewdate", "date",
	    "timestampcreated", "createdutc", "timestamp", "time",
	    "createtime", "published")},
	[RECIPE_MODIFIED] = {NAMES("datemodified", "updatedat",
	    "lastmodified", "modified", "timestampupdated", "updatetime")},
	[RECIPE_REPLY] = {NAMES("reply/text", "reply/body", "reply/comment",
	    "reply/content", "companyreply/text", "ownerresponse/text",
	    "ownerresponse", "response/text", "reply", "ownerreply",
	    "merchantreply", "sellerreply", "developerresponse"),
	    .format = RECIPE_VALUE_HTML},
	[RECIPE_REPLY_DATE] = {NAMES("reply/createdat", "reply/date",
	    "reply/datecreated", "companyreply/createdat",
	    "response/createdat", "ownerresponse/date")},
	[RECIPE_UPVOTES] = {NAMES("upvotes", "upvotecount", "likes",
	    "likecount", "likescount", "helpfulcount", "helpfulvotes",
	    "votesup", "thumbsup", "reactions/likes")},
	[RECIPE_VERIFIED] = {NAMES("verified", "isverified",
	    "verifiedpurchase", "isverifiedpurchase", "verifiedbuyer",
	    "isverifiedbuyer", "isbuyer")},
	[RECIPE_LANGUAGE] = {NAMES("inlanguage", "language", "lang",
	    "locale", "contentlocale")},
	},
};

/* Compares a member's name with `length` letters of a path. */
static bool
is_name(const char *name, const char *path, size_t length)
{
	size_t i = 0;

	for (; *name != '\0'; name++) {
		char c = *name;

		if (c == '_' || c == '-')
			continue;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c | 0x20);
		if (i == length || c != path[i])
			return false;
		i++;
	}
	return i == length;
}

static const struct json *
find(const struct json *record, const char *path)
{
	const struct json *v = record, *member;

	while (v != NULL) {
		size_t length = strcspn(path, "/");

		if (json_type(v) != JSON_OBJECT)
			return NULL;
		for (member = json_first(v); member != NULL;
		    member = json_next(member))
			if (is_name(json_name(member), path, length))
				break;
		v = member;
		if (path[length] == '\0')
			return v;
		path += length + 1;
	}
	return NULL;
}

struct text
guess_at(const void *record, const char *path, struct arena *a)
{
	const struct json *v = find(record, path);

	if (json_type(v) == JSON_TRUE)
		return text_of("true");
	if (json_type(v) == JSON_FALSE)
		return text_of("false");
	(void)a;
	return json_text(json_type(v) == JSON_ARRAY ? json_first(v) : v);
}

bool
guess_has(const void *record, const char *path)
{
	return find(record, path) != NULL;
}

bool
guess_name_holds(const char *name, const char *word)
{
	char plain[NAME_MAX_LETTERS];
	size_t i = 0;

	for (; *name != '\0' && i < sizeof(plain) - 1; name++)
		if (*name != '_' && *name != '-')
			plain[i++] = *name >= 'A' && *name <= 'Z' ?
			    (char)(*name | 0x20) : *name;
	plain[i] = '\0';
	return strstr(plain, word) != NULL;
}
