/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of selections: read apart, and written. */
#include "selection.h"

#include <string.h>

/* What follows the word. */
enum values { NOTHING, PERHAPS_STARS, A_NAME, A_NAME_AND_LABEL, A_SPAN,
	LANGUAGE_AND_WORD };

static const struct {
	const char *name;
	enum values values;
} whats[SELECT_WHATS] = {
	[SELECT_END] = {"", NOTHING},
	[SELECT_REVIEWS] = {"reviews", NOTHING},
	[SELECT_UNNAMED] = {"unnamed", NOTHING},
	[SELECT_POSTED] = {"posted", NOTHING},
	[SELECT_PUBLIC] = {"public", NOTHING},
	[SELECT_ELSEWHERE] = {"elsewhere", NOTHING},
	[SELECT_POSITIVE] = {"positive", NOTHING},
	[SELECT_NEUTRAL] = {"neutral", NOTHING},
	[SELECT_NEGATIVE] = {"negative", NOTHING},
	[SELECT_SCORED] = {"scored", NOTHING},
	[SELECT_UNSCORED] = {"unscored", NOTHING},
	[SELECT_TEXTLESS] = {"textless", NOTHING},
	[SELECT_REPLIED] = {"replied", NOTHING},
	[SELECT_UNANSWERED] = {"unanswered", NOTHING},
	[SELECT_COMPLAINTS] = {"complaints", NOTHING},
	[SELECT_AGAINST] = {"against", NOTHING},
	[SELECT_WATCHED] = {"watched", NOTHING},
	[SELECT_LONG] = {"long", NOTHING},
	[SELECT_EDITED] = {"edited", NOTHING},
	[SELECT_ANSWERABLE] = {"answerable", NOTHING},
	[SELECT_VANISHED] = {"vanished", NOTHING},
	[SELECT_RECOMMEND] = {"recommend", NOTHING},
	[SELECT_SATISFIED] = {"satisfied", NOTHING},
	[SELECT_STARS] = {"stars", PERHAPS_STARS},
	[SELECT_SOURCE] = {"source", A_NAME},
	[SELECT_KIND] = {"kind", A_NAME},
	[SELECT_LANGUAGE] = {"language", A_NAME},
	[SELECT_MONTH] = {"month", A_NAME},
	[SELECT_ITEM] = {"item", A_NAME},
	[SELECT_DATES] = {"dates", A_SPAN},
	[SELECT_OUTSIDE] = {"outside", A_SPAN},
	[SELECT_SINCE] = {"since", A_NAME},
	[SELECT_ASPECT] = {"aspect", A_NAME_AND_LABEL},
	[SELECT_STAGE] = {"stage", A_NAME_AND_LABEL},
	[SELECT_WORD] = {"word", LANGUAGE_AND_WORD},
	[SELECT_PREFERS] = {"prefers", A_NAME},
	[SELECT_ABOUT] = {"about", A_NAME},
};

/* The label by its short name; absent where it is none. */
static struct text
label_of(struct text t)
{
	static const char *const labels[][2] = {{"pos", "positive"},
	    {"neu", "neutral"}, {"neg", "negative"}, {"said", "said"}};
	size_t i;

	for (i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (text_is(t, labels[i][0]) || text_is(t, labels[i][1]))
			return (struct text){t.bytes, strlen(labels[i][0])};
	return (struct text){NULL, 0};
}

/* Takes the value apart; false where it is none. */
static bool
read_value(struct selection_condition *k, struct text value)
{
	size_t at;

	k->value = value;
	k->label = (struct text){NULL, 0};
	switch (whats[k->what].values) {
	case NOTHING:
		return false;
	case PERHAPS_STARS:
		return value.length == 1 && value.bytes[0] >= '1' &&
		    value.bytes[0] <= '5';
	case A_NAME:
		return value.length > 0;
	case A_SPAN:
		for (at = 0; at + 1 < value.length; at++)
			if (memcmp(value.bytes + at, "..", 2) == 0)
				break;
		if (at == 0 || at + 2 >= value.length)
			return false;
		k->value.length = at;
		k->label = (struct text){value.bytes + at + 2,
		    value.length - at - 2};
		return true;
	case A_NAME_AND_LABEL:
		for (at = value.length; at > 0 && value.bytes[at - 1] != '/';)
			at--;
		if (at > 1)
			k->label = label_of((struct text){value.bytes + at,
			    value.length - at});
		if (!text_is_absent(k->label))
			k->value.length = at - 1;
		return k->value.length > 0;
	case LANGUAGE_AND_WORD:
		for (at = 0; at < value.length && value.bytes[at] != '/';)
			at++;
		if (at == 0 || at + 1 >= value.length)
			return false;
		k->value.length = at;
		k->label = (struct text){value.bytes + at + 1,
		    value.length - at - 1};
		return true;
	}
	return false;
}

static enum selection_what
what_of(const char *name, size_t length)
{
	struct text word = {name, length};
	int i;

	/* As summary.json names them. */
	if (text_is(word, "rated"))
		return SELECT_STARS;
	for (i = SELECT_END + 1; i < SELECT_WHATS; i++) {
		size_t singular = strlen(whats[i].name);
		bool listed = whats[i].values == A_NAME || whats[i].values ==
		    A_NAME_AND_LABEL || whats[i].values == LANGUAGE_AND_WORD;

		if (text_is(word, whats[i].name) || (listed &&
		    length == singular + 1 && name[singular] == 's' &&
		    memcmp(whats[i].name, name, singular) == 0))
			return (enum selection_what)i;
	}
	return SELECT_END;
}

static bool read_conditions(struct selection *f, const char *rest);

/* The shortest value that leaves conditions behind it, else all. */
static bool
read_with_value(struct selection *f, struct selection_condition *k,
	const char *from)
{
	const char *end = from;

	do {
		end += strcspn(end + 1, "/") + 1;
		/* What is said of an aspect is no condition of its own. */
		if (whats[k->what].values == A_NAME_AND_LABEL && *end == '/' &&
		    !text_is_absent(label_of((struct text){end + 1,
		    strcspn(end + 1, "/")})))
			continue;
		if (read_value(k, (struct text){from, (size_t)(end - from)}) &&
		    (*end == '\0' || read_conditions(f, end + 1)))
			return true;
	} while (*end != '\0');
	return false;
}

/* Everything behind the brand's slash; false where it is no figure.  As deep
 * as there are conditions. */
static bool
read_conditions(struct selection *f, const char *rest)
{
	size_t length = strcspn(rest, "/"), before = f->count;
	struct selection_condition *k = &f->condition[before];
	enum values values;

	if (before == SELECTION_CONDITIONS)
		return false;
	*k = (struct selection_condition){.what = what_of(rest, length)};
	if (k->what == SELECT_END)
		return false;
	values = whats[k->what].values;
	f->count++;
	if ((values == NOTHING || values == PERHAPS_STARS) &&
	    (rest[length] == '\0' || read_conditions(f, rest + length + 1)))
		return true;
	f->count = before + 1;
	if (values != NOTHING && rest[length] != '\0' &&
	    rest[length + 1] != '\0' &&
	    read_with_value(f, k, rest + length + 1))
		return true;
	f->count = before;
	return false;
}

/* %2F and %25 as what they stand for, in their place. */
static void
decode(struct text *t)
{
	char *at = (char *)(uintptr_t)t->bytes, *to = at;
	size_t i;

	for (i = 0; i < t->length; i++, to++) {
		bool slash = i + 2 < t->length &&
		    memcmp(at + i, "%2F", 3) == 0;
		bool percent = i + 2 < t->length &&
		    memcmp(at + i, "%25", 3) == 0;

		*to = slash ? '/' : percent ? '%' : at[i];
		i += slash || percent ? 2 : 0;
	}
	t->length = (size_t)(to - at);
}

static void
decode_all(struct selection *f)
{
	size_t i;

	if (!text_is_absent(f->brand))
		decode(&f->brand);
	for (i = 0; i < f->count; i++) {
		if (!text_is_absent(f->condition[i].value))
			decode(&f->condition[i].value);
		if (!text_is_absent(f->condition[i].label))
			decode(&f->condition[i].label);
	}
}

int
selection_read(struct selection *f, char *name,
	struct complaint *c)
{
	const char *slash;

	*f = (struct selection){.count = 0};
	for (slash = strchr(name, '/'); slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		f->brand = slash == name ? (struct text){NULL, 0} :
		    (struct text){name, (size_t)(slash - name)};
		if (read_conditions(f, slash + 1)) {
			decode_all(f);
			return 0;
		}
	}
	return complain(c, 0, "%.80s: selects no reviews; see sayso-score(1)",
	    name);
}

static void
encode(struct buffer *to, struct text t)
{
	size_t i;

	for (i = 0; i < t.length; i++)
		if (t.bytes[i] == '/' || t.bytes[i] == '%')
			buffer_add_format(to, "%%%02X",
			    (unsigned char)t.bytes[i]);
		else
			buffer_add_char(to, t.bytes[i]);
}

int
selection_name(struct buffer *to, const struct selection *f)
{
	size_t i;

	encode(to, f->brand);
	for (i = 0; i < f->count; i++) {
		const struct selection_condition *k = &f->condition[i];

		buffer_add_char(to, '/');
		buffer_add_string(to, whats[k->what].name);
		if (!text_is_absent(k->value)) {
			buffer_add_char(to, '/');
			encode(to, k->value);
		}
		if (!text_is_absent(k->label)) {
			buffer_add_string(to, whats[k->what].values ==
			    A_SPAN ? ".." : "/");
			encode(to, k->label);
		}
	}
	return to->failed ? -1 : 0;
}
