/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_edit.h"

#include <stdint.h>
#include <string.h>

#include "json.h"
#include "jsonl.h"

/* The plan was read as JSON with comments before, so the scan below only has
 * to find its way, not to find faults. */
struct scan {
	struct text in;
	size_t at;
};

static char
here(const struct scan *s)
{
	return s->at < s->in.length ? s->in.bytes[s->at] : '\0';
}

static bool
starts(const struct scan *s, const char *mark)
{
	size_t length = strlen(mark);

	return s->in.length - s->at >= length &&
	    memcmp(s->in.bytes + s->at, mark, length) == 0;
}

/* Blanks and comments. */
static void
skip_trivia(struct scan *s)
{
	while (s->at < s->in.length) {
		if (text_is_blank(here(s))) {
			s->at++;
		} else if (starts(s, "//")) {
			while (s->at < s->in.length && here(s) != '\n')
				s->at++;
		} else if (starts(s, "/*")) {
			while (s->at < s->in.length && !starts(s, "*/"))
				s->at++;
			s->at += s->at < s->in.length ? 2 : 0;
		} else
			return;
	}
}

static void
skip_string(struct scan *s)
{
	for (s->at++; s->at < s->in.length && here(s) != '"'; s->at++)
		if (here(s) == '\\')
			s->at++;
	s->at += s->at < s->in.length;
}

/* A whole value, however deep. */
static void
skip_value(struct scan *s)
{
	size_t depth = 0;

	do {
		skip_trivia(s);
		switch (here(s)) {
		case '"':
			skip_string(s);
			break;
		case '{': case '[':
			depth++;
			s->at++;
			break;
		case '}': case ']':
			depth--;
			s->at++;
			break;
		case ',': case ':':
			s->at++;
			break;
		default:
			while (s->at < s->in.length &&
			    !text_is_blank(here(s)) &&
			    strchr(",:]}/", here(s)) == NULL)
				s->at++;
			if (here(s) == '/')
				skip_trivia(s);
		}
	} while (depth > 0 && s->at < s->in.length);
}

/* What is inside of an object or array. */
struct container {
	size_t open, close;		/* of the brackets */
	size_t last;			/* end of the last value; 0: empty */
	size_t first;			/* where the first begins */
	bool comma;			/* one stands behind the last */
};

/* From the opening bracket on: the container; *value is where the member
 * `name`, or the element number `index`, begins (0: there is none). */
static struct container
scan_container(struct scan s, const char *name, size_t index, size_t *value)
{
	struct container k = {.open = s.at};
	bool object = here(&s) == '{';
	size_t i = 0;

	*value = 0;
	for (s.at++; s.at < s.in.length; i++) {
		size_t begin;
		bool wanted = !object && name == NULL && i == index;

		skip_trivia(&s);
		if (here(&s) == '}' || here(&s) == ']')
			break;
		begin = s.at;
		if (i == 0)
			k.first = begin;
		if (object) {
			skip_string(&s);
			wanted = name != NULL && s.at - begin ==
			    strlen(name) + 2 && memcmp(s.in.bytes + begin + 1,
			    name, strlen(name)) == 0;
			skip_trivia(&s);
			s.at++;			/* the colon */
			skip_trivia(&s);
		}
		if (wanted && *value == 0)
			*value = s.at;
		skip_value(&s);
		k.last = s.at;
		skip_trivia(&s);
		k.comma = here(&s) == ',';
		s.at += k.comma;
	}
	k.close = s.at;
	return k;
}

/* ---- writing ---- */

/* The blanks in front of what begins at `at`; false where something else is
 * there too. */
static bool
indent_of(struct text in, size_t at, struct text *indent)
{
	size_t line = at;

	while (line > 0 && (in.bytes[line - 1] == ' ' ||
	    in.bytes[line - 1] == '\t'))
		line--;
	*indent = (struct text){in.bytes + line, at - line};
	return line == 0 || in.bytes[line - 1] == '\n';
}

/* As its neighbour, or deeper than the bracket that closes all. */
static void
begin_line(struct buffer *to, struct text in, const struct container *k)
{
	struct text indent;
	bool own_lines = k->last != 0 ? indent_of(in, k->first, &indent) :
	    indent_of(in, k->close, &indent);

	if (!own_lines && memchr(in.bytes + k->open, '\n', k->close -
	    k->open) == NULL) {
		buffer_add_char(to, ' ');
		return;
	}
	buffer_add_char(to, '\n');
	if (own_lines)
		buffer_add(to, indent.bytes, indent.length);
	if (k->last == 0 || !own_lines)
		buffer_add_string(to, "  ");
}

/* Puts `what` behind all else of the container. */
static int
insert(struct buffer *to, struct text in, const struct container *k,
	struct text what)
{
	size_t before = k->close, copied;

	while (before > k->open + 1 && text_is_blank(in.bytes[before - 1]))
		before--;
	copied = k->last == 0 ? before : k->last;
	buffer_add(to, in.bytes, copied);
	if (k->last != 0 && !k->comma)
		buffer_add_char(to, ',');
	/* What people wrote behind the last value stays behind it. */
	buffer_add(to, in.bytes + copied, before - copied);
	begin_line(to, in, k);
	buffer_add(to, what.bytes, what.length);
	if (before == k->close)
		buffer_add_char(to, ' ');
	return buffer_add(to, in.bytes + before, in.length - before);
}

int
plan_edit_source(struct buffer *to, const struct plan_addition *what)
{
	size_t i;

	buffer_add_string(to, "{ \"recipe\": ");
	jsonl_add_string(to, text_of(what->recipe), false);
	for (i = 0; i < what->param_count; i++) {
		buffer_add_string(to, i == 0 ? ", \"params\": { " : ", ");
		jsonl_add_string(to, text_of(what->param[i].name), false);
		buffer_add_string(to, ": ");
		jsonl_add_string(to, what->param[i].value, false);
	}
	return buffer_add_string(to, what->param_count > 0 ? " } }" : " }");
}

static int
brand_write(struct buffer *to, const struct plan_addition *what)
{
	buffer_add_string(to, "{ \"name\": ");
	jsonl_add_string(to, text_of(what->brand), false);
	buffer_add_format(to, ", \"role\": \"%s\", \"sources\": [ ",
	    what->own ? "own" : "competitor");
	plan_edit_source(to, what);
	return buffer_add_string(to, " ] }");
}

/* The brand's place in "brands", or how many there are. */
static size_t
brand_index(const struct json_document *d, const char *name, bool *found)
{
	const struct json *brand = json_first(json_member(json_root(d),
	    "brands"));
	size_t i = 0;

	for (*found = false; brand != NULL; brand = json_next(brand), i++)
		if (text_is(json_text(json_member(brand, "name")), name)) {
			*found = true;
			break;
		}
	return i;
}

/* Where the new thing goes, and what it is. */
static bool
choose(struct text plan, const struct json_document *d,
	const struct plan_addition *what, struct container *k,
	struct buffer *piece)
{
	struct scan s = {plan, 0};
	size_t brands, brand, sources, index;
	bool known;

	if (plan.length >= 3 && memcmp(plan.bytes, "\xEF\xBB\xBF", 3) == 0)
		s.at = 3;
	skip_trivia(&s);
	*k = scan_container(s, "brands", 0, &brands);
	s.at = brands;
	index = brand_index(d, what->brand, &known);
	if (brands == 0 || here(&s) != '[')
		return false;
	*k = scan_container(s, NULL, index, &brand);
	if (!known)
		return brand_write(piece, what) == 0;
	s.at = brand;
	if (brand == 0 || here(&s) != '{')
		return false;
	*k = scan_container(s, "sources", 0, &sources);
	if (sources == 0) {
		buffer_add_string(piece, "\"sources\": [ ");
		plan_edit_source(piece, what);
		return buffer_add_string(piece, " ]") == 0;
	}
	s.at = sources;
	if (here(&s) != '[')
		return false;
	*k = scan_container(s, NULL, SIZE_MAX, &index);
	return plan_edit_source(piece, what) == 0;
}

int
plan_edit_add(struct buffer *to, struct text plan, const char *path,
	const struct plan_addition *what, struct complaint *c)
{
	struct json_document *d = json_read(plan.bytes, plan.length, true,
	    path, c);
	struct container k;
	struct buffer piece;
	int result;

	if (d == NULL)
		return -1;
	buffer_init(&piece, PLAN_BYTES_MAX);
	if (!choose(plan, d, what, &k, &piece))
		result = complain(c, 0, "%s: no place was found for a new "
		    "source; write it there by hand", path);
	else if ((result = insert(to, plan, &k, (struct text){piece.bytes,
	    piece.length})) < 0)
		complain(c, 0, "%s: more than %d bytes", path,
		    (int)PLAN_BYTES_MAX);
	buffer_release(&piece);
	json_free(d);
	return result;
}
