/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading robots.txt; what its rules mean for a URL: robots_match.c. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "robots_rules.h"

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
int
robots_escape(struct buffer *to, struct text t, bool pattern)
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
	struct robots_rule *grown;

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
	if (robots_escape(&r->patterns, value, true) != 0)
		at->failed = true;
	r->rule[r->count++] = (struct robots_rule){begin,
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
