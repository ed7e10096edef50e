/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recipes: how to ask a source (fetch reads that half) and how to read its
 * answer (parse reads that half).  JSON with comments, one file per source in
 * fetch/sources/; sayso-recipe(5) is the manual.  Unknown keys are complaints
 * with file, line and key.
 *
 *	{ "recipe": 1, "id": "woocommerce-store", "title": "...",
 *	  "docs": "url", "terms": "note", "verified": "never run live" | ...,
 *	  "kind": "own-site", "source": "host" | "a fixed name",
 *	  "params": { "site": { "about": "...", "required": true,
 *	                        "default": "...", "pattern": "ERE" } },
 *	  "match": [ { "url": "ERE of an address", "page": "ERE of its page",
 *	               "link": "application/rss+xml",
 *	               "params": { "site": "\\1" } } ],
 *	  "secrets": { "key": { "env": "NAME" } | { "file": "path, 0600" } },
 *	  "request": { "transport": "http" | "file", "url": "{site}/path",
 *	               "query": { "order": "desc" },
 *	               "headers": { "Accept": "application/json" },
 *	               "method": "GET" | "POST", "body": "json" | "form",
 *	               "fields": { "name": any JSON },
 *	               "auth": { "type": "header" | "query" | "bearer" |
 *	                   "basic" | "oauth_client" | "oauth_refresh",
 *	                   "name": "X-Key", "secret": "key", "user": "id",
 *	                   "refresh": "token", "token_url": "https://...",
 *	                   "scope": "read", "send": "basic" | "form" },
 *	               "robots": "obey" | "api", "delay_ms": 1000,
 *	               "daily": 5000,
 *	               "answers": { "403": "wait" | "empty" },
 *	               "backoff": "/json/pointer" },
 *	  "paginate": { "type": "none" | "page" | "next_url" | "link_header" |
 *	                        "html_next" | "cursor" | "offset" | "ids",
 *	                "param": "page", "start": 1, "step": 1,
 *	                "in": "query" | "path" | "body", "first": "*",
 *	                "size_param": "per_page", "size": 100,
 *	                "next": "/json/pointer", "max_pages": 50,
 *	                "ids": "/json/pointer", "each": "{site}/item/{ids}",
 *	                "stop": [ "empty", "absent", "repeat", "short",
 *	                          "known", "before_since", "total",
 *	                          "status:404", "header:X-WP-TotalPages" ] },
 *	  "stated": { "header": "X-WP-Total", "path": "/json/pointer",
 *	              "sum": "/json/pointer" },
 *	  "incremental": { "mode": "conditional" | "since" | "known" |
 *	                           "window" | "full",
 *	                   "param": "after", "format": "iso8601" | "date" |
 *	                       "epoch" | "epoch_ms" | "id", "id": "/id",
 *	                   "lookback": "P2D", "known_run": 20, "whole": "P30D",
 *	                   "start": "P30D",
 *	                   "step": "P7D", "least": "PT1H", "cap": 1000 },
 *	  "every": "P1D", "retain_days": 30,
 *	  "read": { "format": "auto" | "json" | "jsonl" | "xml" | "csv" |
 *	                      "html",
 *	            "records": "/path" | [ "/path", "/older/path" ],
 *	            "keyed": false, "by_name": false,
 *	            "where": { "path": "/im:rating",
 *	                       "is": "present" | "absent" },
 *	            "marks": [ "data-hook=\"review\"" ],
 *	            "needs": [ "rating" ], "fallback": false,
 *	            "fields": { "id": "/id", "rating": [ "/score" ], ... } } }
 *
 * `{name}` in url, query and headers stands for a parameter, `{secret:name}`
 * in query and headers for a secret.  Where "in" is "path" the place of the
 * page is written into url or query itself, as `{page}` (page number or
 * offset) or `{cursor}`; "param" is then not used.  `{since}`, `{from}` and
 * `{to}` are times where the mode of "incremental" has them, `{ids}` the ids
 * of one batch in "each".  Braces around anything
 * else stay as they are.  A query or header pair whose parameter has no value
 * is left out.  See recipe_fill().  All types of pagination but "none" need
 * "max_pages".
 *
 * A field's value is a path, a list of paths (the first that is there
 * counts), or an object
 * { "path": ..., "value": "fixed", "best": 5, "worst": 1,
 *   "best_path": "/RatingRange",
 *   "format": "epoch" | "epoch_ms" | "html" | "plain" | "stars" |
 *             "zero_is_absent",
 *   "map": { "true": "5", "ONE": "1" } }.
 * "best" and "worst" are numbers, or strings that may hold `{name}`.  Values
 * without an entry in "map" stay as they are; a map to "" makes the field
 * absent.
 * Paths: JSON Pointer for json and jsonl; an XPath for html and xml (namespace
 * prefixes are matched as they are written in the file); a column's name,
 * without case, for csv (behind a '~' a part of a
 * column's name: surveys write their question there).
 *
 * "records": an array there is a list of records, an object is one record,
 * or, where "keyed" is true, holds records under names; nothing there is no
 * records.  Of several paths the first that is there counts.
 *
 * "match" says by which addresses people know the source: `fetch add` takes
 * the first that fits, `url` first; where "page" or "link" is said, the page
 * itself must hold it, or a <link> of that type to something else.  In
 * "params" \0 is the whole address, \1 to \9 are its groups and {link} is
 * the link.
 *
 * A recipe for html is a profile of a site whose pages say nothing of
 * themselves.  "marks" are strings of which a page must hold one to be tried
 * without anybody's asking: those with "eview" in them anywhere, others in its
 * first RECIPE_MARK_HEAD bytes; "needs" are fields
 * without which a record is none; a "fallback" is tried where nothing else
 * found a review.  "stars" reads a rating from what an element shows.
 */
#ifndef SAYSO_RECIPE_H
#define SAYSO_RECIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "plan.h"
#include "text.h"

enum {
	RECIPE_BYTES_MAX = 1 << 20,
	RECIPE_PAGES_MAX = 100000,	/* no recipe may ask for more */
	RECIPE_PATHS_MAX = 16,		/* alternatives of one field */
	RECIPE_RECORDS_MAX = 4,		/* alternatives of "records" */
	RECIPE_PAIRS_MAX = 64,		/* members of one object */
	RECIPE_STOPS_MAX = 8,
	RECIPE_MARKS_MAX = 24,
	RECIPE_MARK_LEAST = 4,
	RECIPE_MARK_HEAD = 8192,
	RECIPE_URL_MAX = 2000,
	RECIPE_DELAY_MAX = 3600 * 1000,	/* ms */
	RECIPE_ANSWERS_MAX = 8,		/* statuses with their own meaning */
	RECIPE_NAME_MAX = 64,		/* bytes of a secret's name */
	RECIPE_WHOLE_S = 30 * 86400,	/* between walks past what is known */
	RECIPE_KNOWN_RUN = 20,		/* known records in a row end a run */
};

enum recipe_transport { RECIPE_HTTP, RECIPE_FILE };

enum recipe_paging {
	RECIPE_PAGING_NONE, RECIPE_PAGING_PAGE, RECIPE_PAGING_OFFSET,
	RECIPE_PAGING_CURSOR, RECIPE_PAGING_NEXT_URL,
	RECIPE_PAGING_LINK_HEADER, RECIPE_PAGING_HTML_NEXT,
	RECIPE_PAGING_IDS,
};

enum recipe_where { RECIPE_IN_QUERY, RECIPE_IN_PATH, RECIPE_IN_BODY };

enum recipe_body { RECIPE_BODY_NONE, RECIPE_BODY_JSON, RECIPE_BODY_FORM };

enum recipe_auth {
	RECIPE_AUTH_NONE, RECIPE_AUTH_HEADER, RECIPE_AUTH_QUERY,
	RECIPE_AUTH_BEARER, RECIPE_AUTH_BASIC, RECIPE_AUTH_CLIENT,
	RECIPE_AUTH_REFRESH,
};

enum recipe_mode {
	RECIPE_MODE_CONDITIONAL,	/* every page, where it changed */
	RECIPE_MODE_FULL,		/* every page, every time */
	RECIPE_MODE_KNOWN,		/* up to what is known */
	RECIPE_MODE_SINCE,		/* what is newer than the newest */
	RECIPE_MODE_WINDOW,		/* stretches of time, one by one */
};

enum recipe_time {
	RECIPE_TIME_ISO, RECIPE_TIME_DATE, RECIPE_TIME_EPOCH,
	RECIPE_TIME_EPOCH_MS, RECIPE_TIME_ID,
};

enum recipe_meaning {
	RECIPE_ANSWER_FAIL,	/* as it is */
	RECIPE_ANSWER_WAIT,	/* the host is asked too often */
	RECIPE_ANSWER_EMPTY,	/* there is nothing: the end */
};

enum recipe_stop_rule {
	RECIPE_STOP_EMPTY, RECIPE_STOP_ABSENT, RECIPE_STOP_REPEAT,
	RECIPE_STOP_SHORT, RECIPE_STOP_STATUS, RECIPE_STOP_HEADER,
	RECIPE_STOP_KNOWN, RECIPE_STOP_BEFORE, RECIPE_STOP_TOTAL,
};

struct recipe_stop {
	enum recipe_stop_rule rule;
	int status;			/* for STATUS */
	const char *header;		/* for HEADER: total number of pages */
};

enum recipe_format {
	RECIPE_AUTO,		/* what the page turns out to be (markup) */
	RECIPE_JSON, RECIPE_JSONL, RECIPE_XML, RECIPE_CSV,
	RECIPE_HTML,		/* what the page shows, by XPath */
};

/* What a record can say; the order is that of the review's own keys. */
enum recipe_field_name {
	RECIPE_ID, RECIPE_ITEM, RECIPE_URL, RECIPE_LANGUAGE, RECIPE_RATING,
	RECIPE_TITLE, RECIPE_TEXT, RECIPE_POSITIVE, RECIPE_NEGATIVE,
	RECIPE_AUTHOR, RECIPE_PUBLISHED, RECIPE_MODIFIED, RECIPE_REPLY,
	RECIPE_REPLY_DATE, RECIPE_UPVOTES, RECIPE_LOCATION, RECIPE_VERIFIED,
	RECIPE_VERSION,
	RECIPE_FIELDS,			/* how many */
};
/* Their names in recipes: "id", "item", "url", "language", "rating",
 * "title", "text", "positive", "negative", "author", "published",
 * "modified", "reply", "reply_date", "upvotes", "location", "verified",
 * "version". */

enum recipe_value_format {
	RECIPE_VALUE_PLAIN, RECIPE_VALUE_HTML, RECIPE_VALUE_EPOCH,
	RECIPE_VALUE_EPOCH_MS, RECIPE_VALUE_STARS,
};

struct recipe_pair {
	const char *name;
	struct text value;
};

struct recipe_field {
	const char *path[RECIPE_PATHS_MAX];
	size_t path_count;		/* 0: the field is not read */
	struct text fixed;		/* "value"; absent where none */
	struct text best, worst;	/* of a rating; absent where not said;
					   may hold {name}: recipe_fill() */
	const char *best_path;		/* "best_path": scale in the record */
	enum recipe_value_format format;
	bool zero_is_absent;
	const struct recipe_pair *map;	/* value -> value */
	size_t map_count;
};

struct recipe_param {
	const char *name, *about, *pattern;
	struct text default_value;
	bool required;
};

enum { RECIPE_GROUPS = 10 };	/* of a match, the whole included */

struct recipe_match {
	const char *url;		/* ERE, without case */
	const char *page, *link;	/* NULL where not said */
	const struct recipe_pair *param;
	size_t param_count;
};

/* A secret is named here and read when it is used (secret.h); its value is
 * never part of a recipe, a capture, a log or a complaint. */
struct recipe_secret {
	const char *name;
	const char *env, *file;		/* one of them, the other NULL */
};

struct recipe {
	struct arena arena;		/* owns everything below */
	const char *path, *id, *title, *docs, *terms, *verified;
	const char *kind;		/* default kind of source */
	const char *source;		/* NULL: the URL's host */
	struct recipe_param *param;
	size_t param_count;
	const struct recipe_secret *secret;
	size_t secret_count;
	struct recipe_match *match;
	size_t match_count;
	/* asking */
	enum recipe_transport transport;
	const char *url;
	const struct recipe_pair *query, *header;
	size_t query_count, header_count;
	bool robots_api;		/* an API: robots.txt is not asked */
	int delay_ms;			/* default 1000 */
	int daily;			/* requests a day; 0: no limit */
	int64_t every;			/* seconds, default one day */
	int retain_days;		/* what the terms allow; 0: no limit */
	enum recipe_paging paging;
	const char *page_param, *size_param, *next;
	enum recipe_where page_in;	/* PATH: {page} or {cursor} in url or
					   query */
	const char *first;		/* first cursor, NULL none */
	int start, step, size, max_pages;
	struct recipe_stop stop[RECIPE_STOPS_MAX];
	size_t stop_count;
	const char *stated_header, *stated_path;
	const char *stated_sum;		/* an object or array to be added up */
	const char *ids, *each;		/* of ids: where, and their URL */
	/* asking with more than a URL */
	enum recipe_body body;		/* none: GET */
	const struct recipe_pair *body_field;	/* value: a template, for JSON
						   of JSON text */
	size_t body_count;
	enum recipe_auth auth;
	const char *auth_name;		/* of the header or query parameter */
	const char *auth_secret, *auth_user, *auth_refresh;	/* names */
	const char *token_url, *scope;
	bool token_form;		/* id and secret in the form */
	struct { int status; enum recipe_meaning means; }
	    answer[RECIPE_ANSWERS_MAX];
	size_t answer_count;
	const char *backoff;		/* seconds to wait, in the answer */
	/* asking again */
	enum recipe_mode mode;
	const char *since_param;
	const char *since_id;		/* of the format "id"; NULL: field id */
	enum recipe_time time;
	int64_t lookback;		/* seconds asked again; 0 none */
	int64_t begins;			/* first run: so long ago; 0 not said */
	int64_t window, window_least;	/* of a stretch of time */
	int64_t whole;			/* seconds between walks to the end, of
					   the mode known */
	int known_run, cap;		/* cap: records the source gives out */
	/* reading */
	enum recipe_format format;
	const char *records;		/* NULL where format is auto, jsonl or
					   csv; the first of records_path */
	const char *records_path[RECIPE_RECORDS_MAX];
	size_t records_count;
	bool by_name;			/* never guessed from a payload */
	bool keyed;			/* an object there holds records */
	const char *where_path;		/* records without it are left out */
	bool where_absent;		/* those with it are */
	/* of html */
	const char *mark[RECIPE_MARKS_MAX];
	size_t mark_count;
	bool fallback;
	bool needs[RECIPE_FIELDS];
	struct recipe_field field[RECIPE_FIELDS];
};

/* Whether what a plan names is a path, not a recipe's id. */
static inline bool
recipe_is_path(const char *name)
{
	size_t length = strlen(name);

	return strchr(name, '/') != NULL ||
	    (length >= 5 && strcmp(name + length - 5, ".json") == 0);
}

/* `name` is a recipe's id, looked up as FOLDER/name.json, or a path.  `folder`
 * NULL: the shipped ones (workspace_data("sources")). */
int recipe_read(struct recipe *r, const char *name, const char *folder,
	struct complaint *c);
void recipe_release(struct recipe *r);

/* Whether a rule of "stop" is among those of the recipe. */
bool recipe_has_stop(const struct recipe *r, enum recipe_stop_rule rule);

/* What belongs to a row: its own value of a parameter, else the default;
 * absent if neither.  `row` may be NULL. */
struct text recipe_param_value(const struct recipe *r,
	const struct plan_row *row, const char *name);
/* Checks the row's parameters: known, there where required, as the pattern
 * (which must match the whole value).  Complaints name plan and line. */
int recipe_check_row(const struct recipe *r, const char *plan_path,
	const struct plan_row *row, struct complaint *c);

enum recipe_fill_as {
	RECIPE_FILL_PLAIN,	/* headers, file paths, best and worst */
	RECIPE_FILL_URL,	/* values are percent-encoded, but for one at
				   the very start (a whole origin or URL) */
	RECIPE_FILL_QUERY,	/* the whole result is percent-encoded */
	RECIPE_FILL_JSON,	/* values are escaped for a JSON string */
};

struct recipe_fill {
	const struct recipe *recipe;
	const struct plan_row *row;	/* NULL: defaults only */
	const char *page, *cursor;	/* NULL where there is none */
	const char *since, *from, *to, *ids;	/* the same */
	enum recipe_fill_as as;
	bool hide;	/* secrets become RECIPE_HIDDEN: for captures, logs */
};
#define RECIPE_HIDDEN "HIDDEN"

/* Adds `template` with every {name} replaced.  1 done; 0 a parameter without
 * a value, nothing was added; -1 a complaint (a secret that cannot be had). */
int recipe_fill(struct buffer *to, const char *template,
	const struct recipe_fill *with, struct complaint *c);

#endif
