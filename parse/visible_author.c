/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote a review, and who answered. */
#include "visible.h"

#include <string.h>

#include "plain.h"

enum {
	AUTHOR_ENOUGH = 20, AUTHOR_NAMED = 40, AUTHOR_WORDS = 5,
	WORDS_OF_A_NAME = 3,
	INITIALS = 3,			/* bytes of a name and more */
};

static const struct visible_shade *
shade_of(struct visible_item *i, const struct visible_atom *a)
{
	return visible_shade_of(i, a->spot);
}

static size_t
count_words(struct text t)
{
	size_t i, n = t.length > 0;

	for (i = 0; i < t.length; i++)
		n += t.bytes[i] == ' ';
	return n;
}

static bool
is_sentence(struct text t)
{
	char last = t.length > 0 ? t.bytes[t.length - 1] : ' ';

	return last == '!' || last == '?' || (last == '.' && t.length > 3 &&
	    t.bytes[t.length - 3] != ' ' && count_words(t) > 2);
}

/* No letter at all: "12", "·", "•". */
static bool
is_bare(struct text t)
{
	size_t i;

	for (i = 0; i < t.length; i++) {
		unsigned char c = (unsigned char)t.bytes[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= 0xC3 && c != 0xE2))
			return false;
	}
	return true;
}

/* The name of a text that is a date too: "Ana, 2.10.2026". */
static struct text
before_date(struct text t)
{
	static const char *const between[] = {", ", " - ", " – ", " — ",
	    " | ", " · ", " • "};
	size_t i, k;

	for (i = 1; i < t.length; i++) {
		if (t.bytes[i] >= '0' && t.bytes[i] <= '9')
			break;
		for (k = 0; k < sizeof(between) / sizeof(*between); k++)
			if (t.length - i > strlen(between[k]) &&
			    memcmp(t.bytes + i, between[k],
			    strlen(between[k])) == 0)
				return (struct text){t.bytes, i};
	}
	return (struct text){NULL, 0};
}

static bool
is_beside(struct visible_item *i, const struct visible_atom *a,
	const struct visible_atom *b)
{
	const struct visible_spot *s = i->page->spot;
	uint32_t one = shade_of(i, a)->block, two = shade_of(i, b)->block;

	return one == two || (s[one].up == s[two].up && one != i->spot);
}

/* How well a text stands for a name by its place. */
static int
score_place(struct visible_item *i, size_t k)
{
	const struct visible_atom *a = &i->atom[k];
	int score = 0;
	size_t n;

	for (n = 0; n < i->count; n++)
		if (i->atom[n].date && !shade_of(i, &i->atom[n])->reply &&
		    is_beside(i, a, &i->atom[n])) {
			score += 15;
			break;
		}
	if ((k > 0 && i->atom[k - 1].date) ||
	    (k + 1 < i->count && i->atom[k + 1].date))
		score += 12;
	return score + (k < i->count / 2 ? 10 : 0);
}

static int
score_role(struct visible_item *i, const struct visible_atom *a)
{
	static const char *const strong[] = {"b", "strong", "h3", "h4", "h5"};
	const char *tag = html_name(i->page->spot[a->spot].node);
	unsigned role = shade_of(i, a)->role;
	int score = 0;
	size_t n;

	if (role & VISIBLE_AUTHOR)
		score += 60;
	if (role & VISIBLE_TITLE)
		score -= 25;
	if (role & VISIBLE_BODY)
		score -= 30;
	if (role & (VISIBLE_PLACE | VISIBLE_POSITIVE | VISIBLE_NEGATIVE))
		score -= 80;
	for (n = 0; n < sizeof(strong) / sizeof(*strong); n++)
		if (strcmp(tag, strong[n]) == 0)
			score += 15;
	return score;
}

/* The picture of a person is called as the person is. */
static bool
is_pictured(const struct visible_item *i, struct text name)
{
	size_t k;

	for (k = 0; k < i->pictures; k++)
		if (text_equals(i->picture[k], name))
			return true;
	return false;
}

static void
list_pictures(struct visible_item *i)
{
	uint32_t k;

	i->pictures = 0;
	for (k = i->spot; k < i->end && i->pictures < VISIBLE_PICTURES_MAX;
	    k++)
		if (strcmp(html_name(i->page->spot[k].node), "img") == 0)
			i->picture[i->pictures++] = html_attribute(
			    i->page->spot[k].node, "alt");
}

static int
score_author(struct visible_item *i, size_t k, struct text *name)
{
	const struct visible_atom *a = &i->atom[k];
	struct text t = text_trimmed(a->text);
	bool led = false;
	int score;

	if (shade_of(i, a)->reply || shade_of(i, a)->idle || a->rating ||
	    a->more || (a->label != VISIBLE_NO_LABEL &&
	    !(shade_of(i, a)->role & VISIBLE_AUTHOR)))
		return 0;
	if (a->date) {
		*name = before_date(t);
		if (name->length == 0) {
			*name = visible_name(t, &led);
			if (!led)
				return 0;
		} else
			*name = visible_name(*name, &led);
		return name->length > 0 && name->length <= VISIBLE_NAME_MAX &&
		    !is_bare(*name) ? 35 + (led ? 20 : 0) : 0;
	}
	*name = visible_name(t, &led);
	if (name->length == 0 || name->length > VISIBLE_NAME_MAX ||
	    is_bare(*name))
		return 0;
	score = score_role(i, a) + score_place(i, k);
	score += led ? 50 : 0;
	score -= a->label != VISIBLE_NO_LABEL ? 40 : 0;
	score += is_pictured(i, *name) ? 20 : 0;
	if (count_words(*name) > AUTHOR_WORDS)
		score -= 60;
	if (is_sentence(*name))
		score -= 25;
	if (name->length < INITIALS)
		score -= 30;
	return score;
}

static bool
keep_author(struct visible_item *i, struct text name)
{
	i->review.author = plain_text(&i->page->view->x->arena, name);
	return i->review.author.length > 0;
}

/* "by" may stand in a text of its own before the name. */
static void
claim_author(struct visible_item *i, size_t k)
{
	i->atom[k].claimed = true;
}

/* Where nothing else is a name, a short heading is. */
static bool
take_heading(struct visible_item *i)
{
	size_t k;

	for (k = 0; k < i->count; k++) {
		struct visible_atom *a = &i->atom[k];
		struct text t = text_trimmed(a->text);

		if (a->claimed || shade_of(i, a)->reply ||
		    shade_of(i, a)->idle || a->label != VISIBLE_NO_LABEL ||
		    !(shade_of(i, a)->role & VISIBLE_TITLE))
			continue;
		/* What is called a title is a name only before a date. */
		if ((visible_roles_of(&i->page->spot[a->spot]) &
		    VISIBLE_TITLE) && !(k + 1 < i->count &&
		    i->atom[k + 1].date))
			return false;
		if (count_words(t) > WORDS_OF_A_NAME || is_sentence(t) ||
		    is_bare(t) || t.length > VISIBLE_NAME_MAX)
			return false;
		if (keep_author(i, t))
			claim_author(i, k);
		return true;
	}
	return false;
}

void
visible_fill_author(struct visible_item *i)
{
	struct text best_name = {NULL, 0}, name = {NULL, 0};
	size_t k, at = 0;
	int best = 0;

	list_pictures(i);
	for (k = 0; k < i->count; k++) {
		int score = i->atom[k].claimed && !i->atom[k].date ? 0 :
		    score_author(i, k, &name);

		if (score > best) {
			best = score;
			best_name = name;
			at = k;
		}
	}
	i->named = best >= AUTHOR_NAMED;
	if (best < AUTHOR_ENOUGH) {
		if (i->has_date)
			take_heading(i);
		return;
	}
	if (keep_author(i, best_name))
		claim_author(i, at);
}

/* The longest block of the answer, with what goes on from it. */
void
visible_fill_reply(struct visible_item *i)
{
	size_t k, from = i->count, to = 0, best = 0;

	for (k = 0; k < i->count; k++) {
		struct visible_atom *a = &i->atom[k];
		size_t length = text_trimmed(a->text).length;
		unsigned role = shade_of(i, a)->role;

		if (!shade_of(i, a)->reply || a->claimed ||
		    shade_of(i, a)->idle)
			continue;
		if (a->label == VISIBLE_ANSWER ||
		    (role & (VISIBLE_AUTHOR | VISIBLE_TITLE | VISIBLE_DATE))) {
			a->claimed = true;
			continue;
		}
		if (length > best) {
			best = length;
			from = k;
		}
	}
	if (from == i->count)
		return;
	for (to = from; to < i->count && shade_of(i, &i->atom[to])->reply;
	    to++)
		;
	for (; from > 0 && shade_of(i, &i->atom[from - 1])->reply &&
	    !i->atom[from - 1].claimed && is_beside(i, &i->atom[from - 1],
	    &i->atom[from]); from--)
		;
	i->review.reply = visible_join(i, from, to, true);
}
