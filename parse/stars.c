/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stars.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "rating_number.h"
#include "strip.h"

enum {
	STARS = 5, ICONS_MAX = 10, ICONS_MIN = 3, ICON_NODES_MAX = 12,
	NAME_MAX_BYTES = 200,
};

static bool
contains(struct text t, const char *word)
{
	size_t length = strlen(word), i;

	for (i = 0; i + length <= t.length; i++)
		if (strncasecmp(t.bytes + i, word, length) == 0)
			return true;
	return false;
}

static bool
contains_any(struct text t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (contains(t, *words))
			return true;
	return false;
}

/* Runs `read` over the elements of a subtree until one has a rating. */
static bool
first_of(const struct html_node *n,
	bool (*read)(const struct html_node *, struct rating *),
	struct rating *r)
{
	struct html_cursor at = {.root = n};
	enum html_step s;
	size_t seen = 0;

	while ((s = html_step(&at)) != HTML_END && seen < STARS_NODES_MAX) {
		if (s != HTML_ENTER)
			continue;
		seen++;
		if (read(at.node, r))
			return true;
	}
	return false;
}

/* "Read 9 Reviews" is a title too: a label has to speak of a rating. */
static bool
is_about_rating(struct text t, const struct rating *r)
{
	static const char *const words[] = {
		"star", "rating", "rated", "stern", "ster", "étoile", "etoile",
		"estrell", "estrel", "stell", "stjern", "stjärn", "gwiazd",
		"zvjezd", "zvezd", "hvězd", "hviezd", "tähte", "steaua",
		"csillag", "yıldız", "αστέρι", "звезд", "звёзд", "зірк", "зорі",
		"note", "nota", "bewertung", "ocjen", "ocena", "hodnocen",
		"نجوم", "نجمة", "ستاره", "כוכב", "ვარსკვლავ", "つ星", "별",
		"星", "★", NULL,
	};
	char digits[RATING_DIGITS];

	return r->best[0] != '\0' || contains_any(t, words) ||
	    rating_number(t, digits) == t.length;
}

static bool
is_label(struct text t, struct rating *r)
{
	return t.length > 0 && rating_read(t, r) &&
	    strtod(r->value, NULL) <= 100 && is_about_rating(t, r);
}

/* The title of a drawing is an element. */
static bool
read_label(const struct html_node *n, struct rating *r)
{
	static const char *const names[] = {"title", "aria-label", "alt"};
	const struct html_node *child = html_child(n);
	size_t i;

	if (child != NULL && strcmp(html_name(n), "title") == 0 &&
	    is_label(html_content(child), r))
		return true;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (is_label(html_attribute(n, names[i]), r))
			return true;
	return false;
}

static bool
read_data(const struct html_node *n, struct rating *r)
{
	static const char *const names[] = {
		"content", "data-rating", "data-score", "data-stars",
		"data-value", "data-rating-value",
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct text t = html_attribute(n, names[i]);
		char digits[RATING_DIGITS];

		if (t.length > 0 && rating_number(t, digits) == t.length)
			return rating_read(t, r);
	}
	return false;
}

static bool
read_width(const struct html_node *n, struct rating *r)
{
	struct text style = html_attribute(n, "style");
	char digits[RATING_DIGITS];
	struct text rest;
	size_t at, taken;
	double stars;

	at = strip_find(style, 0, "width:", 'w');
	if (at + 6 >= style.length)
		return false;
	rest = (struct text){style.bytes + at + 6, style.length - at - 6};
	while (rest.length > 0 && rest.bytes[0] == ' ')
		rest.bytes++, rest.length--;
	if (rest.length > 5 && memcmp(rest.bytes, "calc(", 5) == 0)
		rest.bytes += 5, rest.length -= 5;
	taken = rating_number(rest, digits);
	if (taken == 0 || taken >= rest.length || rest.bytes[taken] != '%')
		return false;
	stars = strtod(digits, NULL) / 20;
	if (stars > 5)
		return false;
	*r = (struct rating){.best = "5"};
	snprintf(r->value, RATING_DIGITS, "%.4g", stars);
	return true;
}

/* ---- icons ---- */

/* What marks an element as one star of a row. */
static struct text
icon_name(const struct html_node *n)
{
	struct text t = html_attribute(n, "class");

	if (contains(t, "star"))
		return t;
	t = html_attribute(n, "src");
	if (t.length == 0)
		t = html_attribute(n, "data-icon");
	return contains(t, "star") ? t : (struct text){NULL, 0};
}

static bool
is_leaf(const struct html_node *n)
{
	const struct html_node *child = html_child(n);

	for (; child != NULL; child = html_sibling(child))
		if (html_is_element(child) &&
		    strcmp(html_name(n), "svg") != 0)
			return false;
	return true;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
has_token(struct text rest, const char *word)
{
	struct text token;

	while (strip_token(&rest, &token))
		if (strip_same(token, word))
			return true;
	return false;
}

/* Whether `word` is there with no letter behind it: "star-o", no "star-on". */
static bool
ends_word(struct text t, const char *word)
{
	size_t length = strlen(word), i;

	for (i = 0; i + length <= t.length; i++)
		if (strncasecmp(t.bytes + i, word, length) == 0 &&
		    (i + length == t.length || !is_letter(t.bytes[i + length])))
			return true;
	return false;
}

/* Halves of a star: 2, 1 or 0; -1 where the name does not tell. */
static int
icon_fill(struct text name)
{
	static const char *const half[] = {"half", "50-filled", NULL};
	static const char *const empty[] = {
		"empty", "off", "outline", "gray", "grey", "blank",
		"border", "inactive", "unchecked", "unfilled", "disabled",
		"-0-filled", "emptystar", "nostar", NULL,
	};
	static const char *const full[] = {
		"full", "fill", "gold", "active", "-on", "_on", "checked",
		"selected", "orange", "yellow", "solid", "rated", NULL,
	};

	if (contains_any(name, half))
		return 1;
	if (contains_any(name, empty) || ends_word(name, "star-o") ||
	    ends_word(name, "star_o"))
		return 0;
	return contains_any(name, full) || has_token(name, "on") ? 2 : -1;
}

/* Names that tell nothing are full where all are alike; beside telling ones
 * they are the other kind. */
static bool
count_icons(const struct text *name, size_t count, struct rating *r)
{
	size_t full = 0, half = 0, silent = 0, i;

	for (i = 0; i < count; i++) {
		int fill = icon_fill(name[i]);

		full += fill == 2;
		half += fill == 1;
		silent += fill < 0;
	}
	if (full == 0)
		full += silent;
	snprintf(r->value, RATING_DIGITS, half % 2 ? "%zu.5" : "%zu",
	    full + half / 2);
	snprintf(r->best, RATING_DIGITS, "%zu", count);
	return true;
}

struct icon {
	struct text name;
	const struct html_node *parent;
};

/* A row is what has one parent, as the first; or all, each in its own. */
static size_t
pick_row(const struct icon *icon, size_t count, struct text *name)
{
	size_t row = 0, i;

	for (i = 0; i < count; i++)
		if (icon[i].parent == icon[0].parent)
			name[row++] = icon[i].name;
	if (row >= ICONS_MIN)
		return row;
	for (i = 0; i < count; i++)
		name[i] = icon[i].name;
	return count;
}

static bool
read_icons(const struct html_node *n, struct rating *r)
{
	struct html_cursor at = {.root = n};
	struct text name[ICONS_MAX];
	struct icon icon[ICONS_MAX];
	enum html_step s;
	size_t count = 0, seen = 0;

	while ((s = html_step(&at)) != HTML_END && seen < STARS_NODES_MAX) {
		struct text t;

		if (s != HTML_ENTER)
			continue;
		seen++;
		if (!is_leaf(at.node))
			continue;
		t = icon_name(at.node);
		if (t.length == 0)
			continue;
		if (count == ICONS_MAX)
			return false;
		icon[count++] = (struct icon){t, html_parent(at.node)};
	}
	count = pick_row(icon, count, name);
	/* Ten are five behind five: an overlay that only a width explains. */
	if (count < ICONS_MIN || count > ICONS_MAX / 2)
		return false;
	*r = (struct rating){.value = ""};
	return count_icons(name, count, r);
}

/* ---- names ---- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "4", "4.5", "4,5", "4_5", "3-0", "45": stars of five. */
static bool
read_name_number(struct text t, struct rating *r)
{
	size_t length = 0, rest;

	while (length < t.length && is_digit(t.bytes[length]))
		length++;
	if (length == 0 || length > 2)
		return false;
	rest = t.length - length;
	if (length == 2) {
		if (t.bytes[1] != '0' && t.bytes[1] != '5')
			return false;
		snprintf(r->value, RATING_DIGITS, "%c.%c", t.bytes[0],
		    t.bytes[1]);
	} else if (rest >= 2 && strchr(".,_-", t.bytes[1]) != NULL &&
	    is_digit(t.bytes[2]) && (rest == 2 || !is_digit(t.bytes[3])))
		snprintf(r->value, RATING_DIGITS, "%c.%c", t.bytes[0],
		    t.bytes[2]);
	else
		snprintf(r->value, RATING_DIGITS, "%c", t.bytes[0]);
	return strtod(r->value, NULL) <= 5;
}

/* A number some letters behind a word for stars: "icon-rating-large5". */
static bool
read_name(struct text t, struct rating *r)
{
	static const char *const words[] = {
		"star", "rating", "rate", "score", "filled", "bubble",
	};
	size_t w, i, j;

	if (t.length > NAME_MAX_BYTES)
		t.length = NAME_MAX_BYTES;
	for (w = 0; w < sizeof(words) / sizeof(words[0]); w++) {
		size_t length = strlen(words[w]);

		for (i = 0; i + length < t.length; i++) {
			if (strncasecmp(t.bytes + i, words[w], length) != 0)
				continue;
			for (j = i + length; j < t.length &&
			    (is_letter(t.bytes[j]) || t.bytes[j] == '-' ||
			    t.bytes[j] == '_'); j++)
				;
			*r = (struct rating){.value = ""};
			if (j < t.length && (t.bytes[j - 1] != 'v') &&
			    read_name_number((struct text){t.bytes + j,
			    t.length - j}, r))
				return true;
		}
	}
	return false;
}

/* The last part of a path, without its query. */
static struct text
file_name(struct text path)
{
	size_t i, start = 0;

	for (i = 0; i < path.length && path.bytes[i] != '?' &&
	    path.bytes[i] != '#'; i++)
		if (path.bytes[i] == '/')
			start = i + 1;
	return (struct text){path.bytes + start, i - start};
}

static bool
read_names(const struct html_node *n, struct rating *r)
{
	struct text src = html_attribute(n, "src");

	if (src.length > 0 && read_name(file_name(src), r))
		return true;
	return read_name(html_attribute(n, "class"), r);
}

bool
stars_read(const struct html_node *n, struct rating *r)
{
	return first_of(n, read_label, r) || first_of(n, read_data, r) ||
	    first_of(n, read_width, r) || read_icons(n, r) ||
	    first_of(n, read_names, r);
}

bool
stars_label(const struct html_node *n, struct rating *r)
{
	return first_of(n, read_label, r);
}

bool
stars_text(struct text t, struct rating *r)
{
	return is_label(t, r) && rating_number(t, (char[RATING_DIGITS]){""}) !=
	    t.length;
}

bool
stars_own_label(const struct html_node *n, struct rating *r)
{
	return read_label(n, r);
}

bool
stars_own_data(const struct html_node *n, struct rating *r)
{
	return read_data(n, r);
}

bool
stars_own_width(const struct html_node *n, struct rating *r)
{
	return read_width(n, r);
}

bool
stars_own_name(const struct html_node *n, struct rating *r)
{
	return read_name(html_attribute(n, "class"), r) &&
	    strtod(r->value, NULL) > 0;
}

bool
stars_is_number(struct text t)
{
	char digits[RATING_DIGITS];

	return t.length > 0 && rating_number(t, digits) == t.length;
}

/* How much a name says that a star is full. */
static int
fullness(struct text name)
{
	int fill = icon_fill(name);

	return fill < 0 ? 1 : fill == 0 ? 0 : fill + 1;
}

/* The fullest icon at or below a child of a row: an empty star may lie behind
 * a full one, and "star" may stand around "on" and "off". */
static bool
read_icon(const struct html_node *child, struct text *name)
{
	struct html_cursor at = {.root = child};
	struct text around = {NULL, 0};
	enum html_step s;
	bool found = false;
	int seen = 0;

	while ((s = html_step(&at)) != HTML_END && seen++ < ICON_NODES_MAX) {
		struct text t;

		if (s != HTML_ENTER)
			continue;
		t = icon_name(at.node);
		if (!is_leaf(at.node)) {
			around = t.length > 0 ? t : around;
			continue;
		}
		if (t.length == 0 && around.length > 0) {
			t = html_attribute(at.node, "class");
			t = icon_fill(t) < 0 ? around : t;
		}
		if (t.length == 0 || (found && fullness(t) <= fullness(*name)))
			continue;
		*name = t;
		found = true;
	}
	return found;
}

/* Whether there is one for each star: most elements have fewer. */
static bool
has_a_row(const struct html_node *n)
{
	const struct html_node *child = html_child(n);
	size_t count = 0;

	for (; child != NULL && count < STARS; child = html_sibling(child))
		count += html_is_element(child);
	return count == STARS;
}

bool
stars_row(const struct html_node *n, struct rating *r)
{
	const struct html_node *child = html_child(n);
	struct text name[STARS];
	size_t count = 0;

	if (!has_a_row(n))
		return false;
	for (; child != NULL; child = html_sibling(child)) {
		if (!html_is_element(child))
			continue;
		if (!read_icon(child, &name[count < STARS ? count : 0])) {
			/* A text may stand before or behind the row. */
			if (count > 0 && count < STARS)
				return false;
			continue;
		}
		if (count++ == STARS)
			return false;
	}
	if (count != STARS)
		return false;
	*r = (struct rating){.value = ""};
	return count_icons(name, count, r);
}
