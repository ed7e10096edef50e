/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "buffer.h"
#include "robots.h"
#include "text.h"

struct rule {
	size_t at, length;	/* of the escaped pattern in `patterns` */
	bool allow, specific;
};

struct robots {
	struct buffer patterns;
	struct rule *rule;
	size_t count, capacity;
	bool named;		/* a group of our own was there */
	int64_t delay, own_delay;
};

/* What the lines before said: which group we are in. */
struct reader {
	struct robots *robots;
	struct text token;
	bool specific, global, in_rules, failed;
};

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct text
text_strip(struct text t)
{
	while (t.length > 0 && is_blank(t.bytes[0])) {
		t.bytes++;
		t.length--;
	}
	while (t.length > 0 && is_blank(t.bytes[t.length - 1]))
		t.length--;
	return t;
}

static bool
text_begins(struct text t, const char *word)
{
	size_t length = strlen(word);

	return t.length >= length && strncasecmp(t.bytes, word, length) == 0;
}

static struct text
token_of(const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		char c = bytes[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    c == '_' || c == '-'))
			break;
	}
	return (struct text){bytes, i};
}

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') ||
	    (c >= 'A' && c <= 'F');
}

static char
upper(char c)
{
	return c >= 'a' && c <= 'f' ? (char)(c - 'a' + 'A') : c;
}

/* One spelling for both sides: `%aa` becomes `%AA`; in patterns a byte above
 * 0x7F becomes its escape, as it is in every URL that may be asked. */
static int
escape_add(struct buffer *to, struct text t, bool pattern)
{
	static const char digit[] = "0123456789ABCDEF";
	size_t i;

	for (i = 0; i < t.length; i++) {
		unsigned char c = (unsigned char)t.bytes[i];
		char out[3] = {'%', digit[c >> 4], digit[c & 15]};

		if (c == '%' && i + 2 < t.length && is_hex(t.bytes[i + 1]) &&
		    is_hex(t.bytes[i + 2])) {
			out[1] = upper(t.bytes[++i]);
			out[2] = upper(t.bytes[++i]);
			buffer_add(to, out, 3);
		} else if (c >= 0x80 && pattern)
			buffer_add(to, out, 3);
		else
			buffer_add_char(to, (char)c);
	}
	return to->failed ? -1 : 0;
}

static void
rule_add(struct reader *at, bool allow, struct text value)
{
	struct robots *r = at->robots;
	size_t begin = r->patterns.length;
	struct rule *grown;

	if (!at->specific && !at->global)
		return;
	at->in_rules = true;
	if (r->count == r->capacity) {
		size_t capacity = r->capacity == 0 ? 64 : 2 * r->capacity;

		grown = realloc(r->rule, capacity * sizeof *grown);
		if (grown == NULL) {
			at->failed = true;
			return;
		}
		r->rule = grown;
		r->capacity = capacity;
	}
	if (escape_add(&r->patterns, value, true) != 0)
		at->failed = true;
	r->rule[r->count++] = (struct rule){begin,
	    r->patterns.length - begin, allow, at->specific};
}

static void
agent_add(struct reader *at, struct text value)
{
	struct text token = token_of(value.bytes, value.length);

	if (at->in_rules)
		at->specific = at->global = at->in_rules = false;
	if (value.length > 0 && value.bytes[0] == '*' &&
	    (value.length == 1 || is_blank(value.bytes[1])))
		at->global = true;
	else if (token.length == at->token.length && token.length > 0 &&
	    strncasecmp(token.bytes, at->token.bytes, token.length) == 0)
		at->specific = at->robots->named = true;
}

/* "10", "0.5"; what is behind the number does not matter. */
static void
delay_add(struct reader *at, struct text value)
{
	int64_t ms = 0, scale = 1000;
	size_t i;
	bool point = false, digit = false;

	if (!at->specific && !at->global)
		return;
	for (i = 0; i < value.length && ms < ROBOTS_DELAY_MAX_MS; i++) {
		if (value.bytes[i] == '.' && !point) {
			point = true;
			continue;
		}
		if (value.bytes[i] < '0' || value.bytes[i] > '9')
			break;
		digit = true;
		if (!point)
			ms = 10 * ms + 1000 * (value.bytes[i] - '0');
		else
			ms += (scale /= 10) * (value.bytes[i] - '0');
	}
	if (!digit)
		return;
	if (ms > ROBOTS_DELAY_MAX_MS)
		ms = ROBOTS_DELAY_MAX_MS;
	if (at->specific && ms > at->robots->own_delay)
		at->robots->own_delay = ms;
	if (at->global && ms > at->robots->delay)
		at->robots->delay = ms;
}

/* Where key and value part: a colon, or else one run of blanks between
 * exactly two words.  False where the line is no rule. */
static bool
line_split(struct text line, struct text *key, struct text *value)
{
	const char *colon = memchr(line.bytes, ':', line.length);
	size_t i, end;

	if (colon != NULL) {
		i = (size_t)(colon - line.bytes);
		end = i + 1;
	} else {
		for (i = 0; i < line.length && line.bytes[i] != ' ' &&
		    line.bytes[i] != '\t'; i++)
			;
		for (end = i; end < line.length && (line.bytes[end] == ' ' ||
		    line.bytes[end] == '\t'); end++)
			;
		if (memchr(line.bytes + end, ' ', line.length - end) != NULL ||
		    memchr(line.bytes + end, '\t', line.length - end) != NULL)
			return false;
	}
	if (i == line.length)
		return false;
	*key = text_strip((struct text){line.bytes, i});
	*value = text_strip((struct text){line.bytes + end,
	    line.length - end});
	return key->length > 0;
}

static void
line_read(struct reader *at, struct text line)
{
	static const char *const wrong[] = {"disallow", "dissallow",
	    "dissalow", "disalow", "diasllow", "disallaw"};
	const char *cut;
	struct text key, value;
	size_t i;

	if (line.length > ROBOTS_LINE_MAX)
		line.length = ROBOTS_LINE_MAX;
	if ((cut = memchr(line.bytes, '\0', line.length)) != NULL)
		line.length = (size_t)(cut - line.bytes);
	if ((cut = memchr(line.bytes, '#', line.length)) != NULL)
		line.length = (size_t)(cut - line.bytes);
	line = text_strip(line);
	if (line.length == 0 || !line_split(line, &key, &value))
		return;
	if (text_begins(key, "user-agent") || text_begins(key, "useragent") ||
	    text_begins(key, "user agent"))
		agent_add(at, value);
	else if (text_begins(key, "allow"))
		rule_add(at, true, value);
	else if (text_begins(key, "crawl-delay"))
		delay_add(at, value);
	else
		for (i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
			if (text_begins(key, wrong[i])) {
				rule_add(at, false, value);
				break;
			}
}

static void
lines_read(struct reader *at, const char *bytes, size_t length)
{
	static const char bom[] = {'\xEF', '\xBB', '\xBF'};
	size_t i, begin;

	for (begin = 0; begin < sizeof bom && begin < length &&
	    bytes[begin] == bom[begin]; begin++)
		;
	for (i = begin; i <= length; i++)
		if (i == length || bytes[i] == '\n' || bytes[i] == '\r') {
			line_read(at, (struct text){bytes + begin, i - begin});
			begin = i + 1;
		}
}

struct robots *
robots_read(const char *bytes, size_t length, const char *agent)
{
	struct robots *r = calloc(1, sizeof *r);
	struct reader at = {.robots = r};

	if (r == NULL)
		return NULL;
	at.token = (struct text){agent, strcspn(agent, "/")};
	if (length > ROBOTS_BYTES_MAX)
		length = ROBOTS_BYTES_MAX;
	/* An escaped byte takes three. */
	buffer_init(&r->patterns, 3 * (size_t)ROBOTS_BYTES_MAX + 1);
	r->delay = r->own_delay = -1;
	if (length > 0)
		lines_read(&at, bytes, length);
	if (at.failed) {
		robots_free(r);
		return NULL;
	}
	return r;
}

void
robots_free(struct robots *r)
{
	if (r == NULL)
		return;
	buffer_release(&r->patterns);
	free(r->rule);
	free(r);
}

int64_t
robots_delay(const struct robots *r)
{
	return r->named ? r->own_delay : r->delay;
}

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
rule_weight(const struct robots *r, const struct rule *rule, struct text path)
{
	struct text pattern = {r->patterns.bytes + rule->at, rule->length};
	static const char index[] = "/index.htm";
	char shorter[ROBOTS_LINE_MAX * 3 + 2];
	size_t slash = rule->length;

	if (rule->length == 0)
		return 0;
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
	if (escape_add(&whole, path, false) != 0) {
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
