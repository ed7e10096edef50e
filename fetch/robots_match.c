/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rule of a robots.txt fits a URL. */
#include <string.h>

#include "robots_rules.h"

/* Where `part` begins in `path` at or behind `from`; path.length + 1 where it
 * does not. */
static size_t
part_find(struct text path, size_t from, struct text part)
{
	for (; from + part.length <= path.length; from++)
		if (memcmp(path.bytes + from, part.bytes, part.length) == 0)
			return from;
	return path.length + 1;
}

/* Taking each part between stars at its first place is enough: what comes
 * later only ever needs more room to its right. */
static bool
pattern_matches(struct text path, struct text pattern)
{
	bool ends = pattern.length > 0 &&
	    pattern.bytes[pattern.length - 1] == '$';
	size_t at = 0, i = 0, place;
	struct text part;
	bool first = true;

	if (ends)
		pattern.length--;
	for (;; first = false) {
		part = (struct text){pattern.bytes + i, 0};
		while (i < pattern.length && pattern.bytes[i] != '*') {
			part.length++;
			i++;
		}
		if (part.length > path.length - at)
			return false;
		if (i == pattern.length && ends) {
			place = path.length - part.length;
			if (first && place != 0)
				return false;
			return memcmp(path.bytes + place, part.bytes,
			    part.length) == 0;
		}
		place = part_find(path, at, part);
		if (place > path.length || (first && place != 0))
			return false;
		at = place + part.length;
		if (i++ == pattern.length)
			return true;
	}
}

/* The length of the pattern where it matches, else -1. */
static long
rule_weight(const struct robots *r, const struct robots_rule *rule,
	struct text path)
{
	struct text pattern;
	static const char index[] = "/index.htm";
	char shorter[ROBOTS_LINE_MAX * 3 + 2];
	size_t slash = rule->length;

	if (rule->length == 0)
		return 0;
	pattern = (struct text){r->patterns.bytes + rule->at, rule->length};
	if (pattern_matches(path, pattern))
		return (long)rule->length;
	if (!rule->allow)
		return -1;
	while (slash > 0 && pattern.bytes[slash - 1] != '/')
		slash--;
	if (slash == 0 || rule->length - slash + 1 < sizeof index - 1 ||
	    memcmp(pattern.bytes + slash - 1, index, sizeof index - 1) != 0)
		return -1;
	memcpy(shorter, pattern.bytes, slash);
	shorter[slash] = '$';
	pattern = (struct text){shorter, slash + 1};
	return pattern_matches(path, pattern) ? (long)pattern.length : -1;
}

/* Path and query of a URL, without the fragment.  Google's way, which also
 * takes what is no whole URL. */
static struct text
path_of(const char *url)
{
	const char *begin = url, *mark, *path;
	struct text root = {"/", 1};

	if (strncmp(begin, "//", 2) == 0)
		begin += 2;
	mark = strstr(begin, "://");
	path = begin + strcspn(begin, "/?;");
	if (mark != NULL && (*path == '\0' || path > mark))
		path = mark + 3 + strcspn(mark + 3, "/?;");
	if (*path == '\0' || strcspn(begin, "#") < (size_t)(path - begin))
		return root;
	return (struct text){path, strcspn(path, "#")};
}

bool
robots_allows(const struct robots *r, const char *url)
{
	struct text path = path_of(url);
	long allow = -1, deny = -1, weight;
	struct buffer whole;
	size_t i;

	buffer_init(&whole, 3 * strlen(url) + 2);
	if (path.bytes[0] != '/')
		buffer_add_char(&whole, '/');
	if (robots_escape(&whole, path, false) != 0) {
		buffer_release(&whole);
		return false;
	}
	path = (struct text){whole.bytes, whole.length};
	for (i = 0; i < r->count; i++) {
		/* Groups of our own hide those of `*`. */
		if (r->rule[i].specific != r->named)
			continue;
		weight = rule_weight(r, &r->rule[i], path);
		if (r->rule[i].allow && weight > allow)
			allow = weight;
		else if (!r->rule[i].allow && weight > deny)
			deny = weight;
	}
	buffer_release(&whole);
	return deny <= 0 || allow >= deny;
}
