/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * RDFa Lite and what sites used of RDFa 1.0 (`rel` around a `typeof`), with
 * the vocabularies of schema.org and data-vocabulary.org.
 */
#include "item.h"
#include "strip.h"

enum { ANCESTORS_MAX = 256 };

struct scope {
	struct item_scope at;		/* first: item_walk() knows this */
	struct item *item;
	struct text chain;	/* a `rel` that waits for its object */
	struct item_property *pending;	/* ... and what it is so far */
	bool known;		/* the vocabulary is ours */
};

struct walk {
	struct item_list *list;
	struct item_scope *innermost;
};

static struct scope *
scope_of(struct item_scope *s)
{
	return (struct scope *)(void *)s;
}

static bool
holds(struct text t, const char *word)
{
	return t.length > 0 && strip_find(t, 0, word, word[0]) < t.length;
}

static bool
is_our_vocabulary(struct text t)
{
	return holds(t, "schema.org") || holds(t, "data-vocabulary.org");
}

/* What `prefix:` stands for, looked up in `prefix` and `xmlns:`. */
static bool
is_our_prefix(const struct html_node *n, struct text prefix)
{
	char name[32] = "xmlns:", colon[32];
	size_t i;

	if (text_is(prefix, "schema") || text_is(prefix, "v"))
		return true;
	if (prefix.length == 0 || prefix.length > 20)
		return false;
	memcpy(name + 6, prefix.bytes, prefix.length);
	name[6 + prefix.length] = '\0';
	memcpy(colon, prefix.bytes, prefix.length);
	memcpy(colon + prefix.length, ":", 2);
	for (i = 0; n != NULL && i < ANCESTORS_MAX; n = html_parent(n), i++) {
		struct text all = html_attribute(n, "prefix");
		size_t at = all.length == 0 ? 0 :
		    strip_find(all, 0, colon, ':');

		if (is_our_vocabulary(html_attribute(n, name)))
			return true;
		if (at < all.length) {
			struct text url = {all.bytes + at, all.length - at};

			return is_our_vocabulary(url);
		}
	}
	return false;
}

/* Whether the first type belongs to a vocabulary that we know. */
static bool
is_ours(const struct html_node *n, struct text type, bool known)
{
	struct text local = item_local_name(type), prefix;

	if (local.length == type.length)
		return known;
	if (is_our_vocabulary(type))
		return true;
	prefix = (struct text){type.bytes, type.length - local.length - 1};
	return is_our_prefix(n, prefix);
}

static struct scope *
push(struct walk *w, const struct html_node *n)
{
	struct scope *s = arena_take(&w->list->view->scratch, sizeof(*s));

	if (s == NULL)
		return NULL;
	s->at = (struct item_scope){n, w->innermost};
	if (w->innermost != NULL) {
		s->item = scope_of(w->innermost)->item;
		s->known = scope_of(w->innermost)->known;
	}
	w->innermost = &s->at;
	return s;
}

static int
add_property(struct walk *w, struct item *to, struct text names,
	const struct html_node *n, struct item *nested)
{
	size_t i = 0, start;

	while (to != NULL && i < names.length) {
		struct text name;

		while (i < names.length && names.bytes[i] == ' ')
			i++;
		for (start = i; i < names.length && names.bytes[i] != ' '; i++)
			;
		name = item_local_name((struct text){names.bytes + start,
		    i - start});
		if (name.length > 0 && item_add(w->list, to, name,
		    (struct text){NULL, 0}, n, nested) < 0)
			return -1;
	}
	return 0;
}

/* The first item inside of a `rel` is what the property is of. */
static int
fulfil(struct item_property *p, struct item *i, const struct html_node *n,
	struct item *outer)
{
	p->item = i;
	p->node = n;
	if (i->parent == NULL && i != outer) {
		i->parent = outer;
		i->role = p->name;
	}
	return 0;
}

/* A property that names another item of the page by its id. */
static struct item *
named_item(struct walk *w, const struct html_node *n)
{
	struct text id = html_attribute(n, "resource");
	struct item *i;

	if (html_attribute(n, "content").bytes != NULL)
		return NULL;
	if (id.length == 0) {
		id = html_attribute(n, "href");
		if (id.length < 2 || id.bytes[0] != '#')
			return NULL;
	}
	i = item_create(w->list, n);
	if (i != NULL)
		i->id = id;
	return i;
}

/* `rel` is HTML's too ("nofollow"): one with a prefix is RDFa, and inside an
 * item of a known vocabulary one that is a property of it. */
static bool
is_relation(const struct scope *s, struct text rel)
{
	static const char *const known[] = {"review", "reviews", "author",
	    "reviewRating", "itemReviewed", "aggregateRating"};
	size_t i;

	if (rel.length == 0 || memchr(rel.bytes, ':', rel.length) != NULL)
		return rel.length > 0;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (s != NULL && s->known && s->item != NULL &&
		    text_is(rel, known[i]))
			return true;
	return false;
}

/* A `typeof`: a new item, which is the object of what stands around it. */
static int
enter_item(struct walk *w, const struct html_node *n, struct text type,
	struct text property, struct text rel)
{
	const struct scope *around = scope_of(w->innermost);
	struct item *outer = around ? around->item : NULL;
	struct text chain = around ? around->chain : rel;
	struct item_property *pending = around ? around->pending : NULL;
	struct item *i = item_create(w->list, n);
	struct scope *s = i == NULL ? NULL : push(w, n);

	if (s == NULL)
		return -1;
	if (is_ours(n, type, s->known))
		i->type = type;
	else
		i->type = text_of("Thing");
	i->id = html_attribute(n, "resource");
	if (i->id.bytes == NULL)
		i->id = html_attribute(n, "about");
	s->item = i;
	s->chain = (struct text){NULL, 0};
	s->pending = NULL;
	if (pending != NULL && property.length == 0 && rel.length == 0) {
		scope_of(s->at.up)->pending = NULL;
		return fulfil(pending, i, n, outer);
	}
	return add_property(w, outer, property.length > 0 ? property :
	    rel.length > 0 ? rel : chain, n, i);
}

static int
enter(void *context, const struct html_node *n)
{
	struct walk *w = context;
	struct text type = html_attribute(n, "typeof");
	struct text property = html_attribute(n, "property");
	struct text rel = html_attribute(n, "rel");
	struct text vocabulary = html_attribute(n, "vocab");
	struct scope *s;

	if (vocabulary.bytes != NULL) {
		s = push(w, n);
		if (s == NULL)
			return -1;
		s->known = is_our_vocabulary(vocabulary);
	}
	if (type.length > 0)
		return enter_item(w, n, type, property, rel);
	if (property.length > 0 && w->innermost != NULL && add_property(w,
	    scope_of(w->innermost)->item, property, n, named_item(w, n)) < 0)
		return -1;
	if (!is_relation(scope_of(w->innermost), rel))
		return 0;
	s = push(w, n);
	if (s == NULL)
		return -1;
	s->chain = rel;
	if (add_property(w, s->item, rel, n, NULL) < 0)
		return -1;
	if (s->item != NULL)
		s->pending = s->item->last;
	return 0;
}

static int
collect(struct item_list *list, const struct html_node *root)
{
	struct walk w = {.list = list};

	return item_walk(root, &w.innermost, enter, &w);
}

static bool
probe(const struct view *v)
{
	return v->has_rdfa;
}

static int
run(struct view *v, struct complaint *c)
{
	return item_extract(v, ITEM_RDFA, rdfa_extractor.name,
	    collect, c);
}

const struct extractor rdfa_extractor = {"rdfa", probe, run};
