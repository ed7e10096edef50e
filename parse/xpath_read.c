/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading strings and predicates, and what all reading is made of. */
#include <string.h>

#include "xpath_parts.h"

enum { NUMBER_MAX = 100000 };

int
xpath_lose(struct xpath_reader *r)
{
	r->lost = true;
	return XPATH_NONE;
}

static bool
is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    c == '-' || c == '.' || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

void
xpath_skip(struct xpath_reader *r)
{
	while (*r->at != '\0' && strchr(" \t\r\n", *r->at) != NULL)
		r->at++;
}

/* Takes a sign, or `name(`; blanks before it do not count. */
bool
xpath_takes(struct xpath_reader *r, const char *what)
{
	size_t length = strlen(what);

	xpath_skip(r);
	if (strncmp(r->at, what, length) != 0)
		return false;
	r->at += length;
	return true;
}

static bool
takes_word(struct xpath_reader *r, const char *word)
{
	const char *before = r->at;

	if (xpath_takes(r, word) && !is_name_byte(*r->at))
		return true;
	r->at = before;
	return false;
}

void
xpath_expect(struct xpath_reader *r, const char *sign)
{
	if (!xpath_takes(r, sign))
		xpath_lose(r);
}

/* A name without a prefix; absent, and lost, where there is none. */
struct text
xpath_read_name(struct xpath_reader *r)
{
	struct text t = {NULL, 0};

	xpath_skip(r);
	if (!is_name_byte(*r->at) || strchr("-.0123456789", *r->at) != NULL) {
		xpath_lose(r);
		return t;
	}
	t.bytes = r->at;
	while (is_name_byte(*r->at))
		r->at++;
	t.length = (size_t)(r->at - t.bytes);
	if (*r->at == ':')
		xpath_lose(r);
	return t;
}

int
xpath_add(struct xpath_reader *r, enum xpath_op op, int a, int b)
{
	if (r->x->part_count == XPATH_PARTS_MAX)
		return xpath_lose(r);
	r->x->part[r->x->part_count] = (struct xpath_part){.op = op, .a = a,
	    .b = b};
	return (int)r->x->part_count++;
}

/* The same name is the same bytes, so that a value need not be looked up
 * twice. */
static int
add_text(struct xpath_reader *r, enum xpath_op op, struct text t)
{
	size_t i;
	int part;

	for (i = 0; i < r->x->part_count; i++)
		if (r->x->part[i].op == op && text_equals(r->x->part[i].text,
		    t))
			return (int)i;
	part = xpath_add(r, op, XPATH_NONE, XPATH_NONE);
	if (part == XPATH_NONE)
		return part;
	r->x->part[part].text = t;
	if (op == XPATH_LITERAL)
		r->x->part[part].pairs = xpath_pairs(t);
	return part;
}

/* ---- strings ---- */

static int
read_literal(struct xpath_reader *r)
{
	const char quote = *r->at, *end = strchr(r->at + 1, quote);
	struct text t = {r->at + 1, 0};

	if (end == NULL)
		return xpath_lose(r);
	t.length = (size_t)(end - t.bytes);
	r->at = end + 1;
	return add_text(r, XPATH_LITERAL, t);
}

/* What is made by joining or folding needs room while it is used. */
static int
add_made(struct xpath_reader *r, enum xpath_op op, int a, int b)
{
	if (++r->rooms > XPATH_ROOMS)
		return xpath_lose(r);
	return xpath_add(r, op, a, b);
}

/* `concat(a, b, c)` is that of the first two, and the third. */
static int
read_concat(struct xpath_reader *r)
{
	int all = xpath_read_string(r, true);

	while (!r->lost && xpath_takes(r, ","))
		all = add_made(r, XPATH_CONCAT, all,
		    xpath_read_string(r, true));
	xpath_expect(r, ")");
	return all;
}

static int
read_cut(struct xpath_reader *r, enum xpath_op op)
{
	int from = xpath_read_string(r, false), mark;

	xpath_expect(r, ",");
	xpath_skip(r);
	if (r->lost || (*r->at != '\'' && *r->at != '"'))
		return xpath_lose(r);
	mark = read_literal(r);
	xpath_expect(r, ")");
	return xpath_add(r, op, from, mark);
}

static int
read_content(struct xpath_reader *r)
{
	return add_made(r, XPATH_CONTENT, XPATH_NONE, XPATH_NONE);
}

/* What only a predicate holds. */
static int
read_inner_string(struct xpath_reader *r)
{
	int part;

	if (xpath_takes(r, "@")) {
		struct text name = xpath_read_name(r);

		return r->lost ? XPATH_NONE :
		    add_text(r, XPATH_ATTRIBUTE, name);
	}
	if (xpath_takes(r, "normalize-space(")) {
		part = xpath_takes(r, ")") ? read_content(r) : XPATH_NONE;
		if (part == XPATH_NONE) {
			part = xpath_read_string(r, true);
			xpath_expect(r, ")");
		}
		return add_made(r, XPATH_NORMAL, part, XPATH_NONE);
	}
	if (xpath_takes(r, "concat("))
		return read_concat(r);
	if (xpath_takes(r, "local-name()"))
		return xpath_add(r, XPATH_NAME, XPATH_NONE, XPATH_NONE);
	if (xpath_takes(r, ".") && *r->at != '/' && *r->at != '.')
		return read_content(r);
	return xpath_lose(r);
}

/* `inside`: of a predicate; else of the whole, where paths stand for their
 * first node. */
int
xpath_read_string(struct xpath_reader *r, bool inside)
{
	int part = XPATH_NONE;

	xpath_skip(r);
	if (r->lost || ++r->depth > XPATH_DEPTH_MAX)
		return xpath_lose(r);
	if (*r->at == '\'' || *r->at == '"') {
		part = read_literal(r);
	} else if (inside) {
		part = read_inner_string(r);
	} else if (xpath_takes(r, "string(")) {
		part = xpath_read_string(r, false);
		xpath_expect(r, ")");
	} else if (xpath_takes(r, "substring-after(")) {
		part = read_cut(r, XPATH_AFTER);
	} else if (xpath_takes(r, "substring-before(")) {
		part = read_cut(r, XPATH_BEFORE);
	} else {
		int path = xpath_read_path(r, false);

		part = add_made(r, XPATH_FIRST, path, XPATH_NONE);
	}
	r->depth--;
	return part;
}

/* ---- predicates ---- */

static int
read_two_strings(struct xpath_reader *r, enum xpath_op op)
{
	int a = xpath_read_string(r, true), b;

	xpath_expect(r, ",");
	b = xpath_read_string(r, true);
	xpath_expect(r, ")");
	return xpath_add(r, op, a, b);
}

static int
read_length(struct xpath_reader *r)
{
	int part, string = xpath_takes(r, ")") ? read_content(r) :
	    XPATH_NONE;
	bool shorter;

	if (string == XPATH_NONE) {
		string = xpath_read_string(r, true);
		xpath_expect(r, ")");
	}
	shorter = xpath_takes(r, "<");
	if (!shorter)
		xpath_expect(r, ">");
	part = xpath_add(r, shorter ? XPATH_SHORTER : XPATH_LONGER, string,
	    XPATH_NONE);
	xpath_skip(r);
	if (r->lost || *r->at < '0' || *r->at > '9')
		return xpath_lose(r);
	for (; *r->at >= '0' && *r->at <= '9'; r->at++) {
		size_t n = r->x->part[part].number * 10 +
		    (size_t)(*r->at - '0');

		if (n > NUMBER_MAX)
			return xpath_lose(r);
		r->x->part[part].number = n;
	}
	return *r->at == '.' ? xpath_lose(r) : part;
}

/* A string, alone or compared; an attribute alone is a path. */
static int
read_comparison(struct xpath_reader *r)
{
	const char *before = r->at;
	int a;

	if (*r->at == '@') {
		xpath_takes(r, "@");
		xpath_read_name(r);
		if (!r->lost && !xpath_takes(r, "=")) {
			int path;

			r->at = before;
			path = xpath_read_path(r, true);
			return xpath_add(r, XPATH_EXISTS, path, XPATH_NONE);
		}
		r->at = before;
	}
	a = xpath_read_string(r, true);
	if (xpath_takes(r, "="))
		return xpath_add(r, XPATH_EQUAL, a, xpath_read_string(r, true));
	return xpath_add(r, XPATH_FILLED, a, XPATH_NONE);
}

static bool
is_string_next(const struct xpath_reader *r)
{
	static const char *const begins[] = {"@", "'", "\"",
	    "normalize-space(", "concat(", "local-name("};
	size_t i;

	for (i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (strncmp(r->at, begins[i], strlen(begins[i])) == 0)
			return true;
	return r->at[0] == '.' && r->at[1] != '/' && r->at[1] != '.';
}

static int
read_one(struct xpath_reader *r)
{
	int part;

	xpath_skip(r);
	r->rooms = 0;
	if (xpath_takes(r, "contains("))
		return read_two_strings(r, XPATH_CONTAINS);
	if (xpath_takes(r, "starts-with("))
		return read_two_strings(r, XPATH_STARTS);
	if (xpath_takes(r, "string-length("))
		return read_length(r);
	if (xpath_takes(r, "not(")) {
		part = xpath_read_test(r);
		xpath_expect(r, ")");
		return xpath_add(r, XPATH_NOT, part, XPATH_NONE);
	}
	if (xpath_takes(r, "(")) {
		part = xpath_read_test(r);
		xpath_expect(r, ")");
		return part;
	}
	if (is_string_next(r))
		return read_comparison(r);
	part = xpath_read_path(r, true);
	return xpath_add(r, XPATH_EXISTS, part, XPATH_NONE);
}

static int
read_both(struct xpath_reader *r)
{
	int part = read_one(r);

	while (!r->lost && takes_word(r, "and"))
		part = xpath_add(r, XPATH_AND, part, read_one(r));
	return part;
}

int
xpath_read_test(struct xpath_reader *r)
{
	int part;

	if (r->lost || ++r->depth > XPATH_DEPTH_MAX)
		return xpath_lose(r);
	part = read_both(r);
	while (!r->lost && takes_word(r, "or"))
		part = xpath_add(r, XPATH_OR, part, read_both(r));
	r->depth--;
	return part;
}
