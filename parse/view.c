/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view.h"

#include <strings.h>

#include "strip.h"

enum { HEAD_SEARCH = 8192, TYPEOF_BACK = 200 };

static bool
is_name_character(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
ends_with(const char *end, size_t room, const char *what)
{
	size_t length = strlen(what);

	return room >= length && strncasecmp(end - length, what, length) == 0;
}

/* Whether the attribute around `at` is `typeof`. */
static bool
is_in_typeof(struct text t, size_t at)
{
	size_t back = at < TYPEOF_BACK ? at : TYPEOF_BACK, i;

	for (i = 1; i <= back; i++) {
		char c = t.bytes[at - i];

		if (c == '<' || c == '>')
			return false;
		if (c == '"' || c == '\'')
			return ends_with(t.bytes + at - i, at - i, "typeof=");
		if (c == '=')
			return ends_with(t.bytes + at - i, at - i, "typeof");
	}
	return false;
}

/* `hreview` is a class of its own; "search-review" and "withreviews" are in
 * the scripts of many pages. */
static bool
may_begin_class(char before)
{
	return (unsigned char)before <= ' ' || before == '"' ||
	    before == '\'' || before == '=' || before == ';';
}

/*
 * Looks at what stands before "eview" or "AggregateRating": the word is a
 * marker only as a type or a class.  `itemprop`, `typeof` and "review" alone
 * stand in three pages of four and would save nothing.
 */
static void
mark_word(struct view *v, size_t at)
{
	struct text t = v->text;
	size_t start = at;
	char before;

	while (start > 0 && at - start < 40 &&
	    is_name_character(t.bytes[start - 1]))
		start--;
	before = start > 0 ? t.bytes[start - 1] : ' ';
	if (at - start == 2 && ends_with(t.bytes + at, 2, "hr") &&
	    may_begin_class(before))
		v->has_microformats = true;
	if (before == '-' && ends_with(t.bytes + start, start, "h-") &&
	    may_begin_class(start > 2 ? t.bytes[start - 3] : ' '))
		v->has_microformats = true;
	if (before == '/' || before == '#') {
		if (ends_with(t.bytes + start, start, "schema.org/") ||
		    ends_with(t.bytes + start, start, "vocabulary.org/") ||
		    ends_with(t.bytes + start, start, "vocabulary.org/#"))
			v->has_microdata = true;
	}
	if (is_in_typeof(t, start))
		v->has_rdfa = true;
}

static void
mark_profiles(struct view *v, size_t at)
{
	size_t i;

	for (i = 0; i < v->mark_count; i++) {
		const struct view_mark *m = &v->mark[i];

		if (!v->has_profile[m->profile] && at >= m->word &&
		    v->text.length - at >= m->length - m->word &&
		    memcmp(v->text.bytes + at - m->word, m->string,
		    m->length) == 0)
			v->has_profile[m->profile] = true;
	}
}

/* "eview" in small or capital letters, and "AggregateRating". */
static void
scan_words(struct view *v)
{
	size_t at;

	for (at = 0; (at = strip_find_marker(v->text, at)) < v->text.length;
	    at++) {
		mark_word(v, at);
		if (v->text.bytes[at] == 'e') {
			v->has_word = true;
			mark_profiles(v, at);
		}
	}
}

static bool
is_feed(struct text t, struct text media_type)
{
	static const char *const roots[] = {"rss", "feed", "RDF"};
	struct strip_tag tag;
	size_t at = 0, i;

	t = strip_front(t);
	if (t.length > HEAD_SEARCH)
		t.length = HEAD_SEARCH;
	if (text_is(media_type, "text/html"))
		return false;
	while ((at = strip_find(t, at, "<", '<')) < t.length) {
		if (!strip_tag_read(t, at, &tag)) {
			/* A declaration or a comment before the root. */
			at++;
			continue;
		}
		for (i = 0; i < sizeof(roots) / sizeof(roots[0]); i++) {
			struct text name = tag.name;

			if (name.length > 3 && strncasecmp(name.bytes, "rdf:",
			    4) == 0)
				name.bytes += 4, name.length -= 4;
			if (strip_same(name, roots[i]))
				return true;
		}
		return false;
	}
	return false;
}

/* The language that <html> declares. */
static struct text
declared_language(struct text t)
{
	struct strip_tag tag;
	size_t at = 0;

	t = strip_front(t);
	if (t.length > HEAD_SEARCH)
		t.length = HEAD_SEARCH;
	while ((at = strip_find(t, at, "<", '<')) < t.length) {
		if (strip_tag_read(t, at, &tag) &&
		    strip_same(tag.name, "html")) {
			struct text lang = strip_attribute(tag.attributes,
			    "lang");

			return lang.length > 0 ? lang :
			    strip_attribute(tag.attributes, "xml:lang");
		}
		at++;
	}
	return (struct text){NULL, 0};
}

void
view_scan(struct view *v)
{
	v->is_feed = is_feed(v->text, v->media_type);
	if (v->is_feed)
		return;
	/* The type may be written with entities, so that only what all
	 * spellings have in common is a marker: the scan of the scripts
	 * itself is as fast as a search. */
	v->has_json_ld = true;
	scan_words(v);
	if (v->language.length == 0)
		v->language = declared_language(v->text);
}

/* All recipes that may read the tree say what they ask for. */
static struct html_document *
read_tree(const struct view *v)
{
	struct attributes a = {.count = 0};
	struct complaint ignored;
	size_t i;

	if (v->named != NULL)
		attributes_add_recipe(&a, v->named);
	for (i = 0; i < v->profile_count && i < VIEW_PROFILES_MAX; i++)
		if (v->has_profile[i])
			attributes_add_recipe(&a, v->profile[i]);
	return html_read(v->text, &a, &ignored);
}

const struct html_node *
view_tree(struct view *v)
{
	if (v->tree == NULL && !v->tree_failed) {
		v->tree = read_tree(v);
		v->tree_failed = v->tree == NULL;
	}
	return v->tree == NULL ? NULL : html_root(v->tree);
}

static bool
is_web_address(struct text t)
{
	return (t.length > 7 && strncasecmp(t.bytes, "http://", 7) == 0) ||
	    (t.length > 8 && strncasecmp(t.bytes, "https://", 8) == 0);
}

struct text
view_url(struct view *v, struct text url)
{
	struct text found = {NULL, 0};
	struct buffer whole;

	while (url.length > 0 && (unsigned char)url.bytes[0] <= ' ')
		url.bytes++, url.length--;
	while (url.length > 0 &&
	    (unsigned char)url.bytes[url.length - 1] <= ' ')
		url.length--;
	buffer_init(&whole, 64 << 10);
	if (is_web_address(url))
		buffer_add(&whole, url.bytes, url.length);
	else if (url.length > 0 && is_web_address(v->url) &&
	    !html_resolve(url, v->url, &whole))
		buffer_clear(&whole);
	if (whole.length > 0 && !whole.failed &&
	    is_web_address((struct text){whole.bytes, whole.length})) {
		found.bytes = arena_copy(&v->x->arena, whole.bytes,
		    whole.length);
		found.length = found.bytes == NULL ? 0 : whole.length;
	}
	buffer_release(&whole);
	return found;
}
