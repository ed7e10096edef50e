/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn_model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "logistic.h"
#include "match.h"
#include "rules.h"
#include "words.h"

enum { UNIT = 100 };	/* the weight of all terms on trial */

/* Below this coefficient of the prior it says nothing of the texts, and the
 * scale is set by the largest weight, STRONG, instead. */
static const double scale_least = 0.05;
static const double strong = 300;

/* The value of a source's own feature: so large that its coefficient is hardly
 * held back. */
static const double source_value = 3;

/* What is needed to look at one text. */
struct sight {
	struct model *m;
	struct match match;
	struct rules rules;
	struct words words;
	double *value;			/* of each feature, 2 a term */
	size_t *seen, count;		/* features of this text */
	double sentences;
};

/* ---- texts ---- */

static struct sight *
sight_create(struct model *m)
{
	struct sight *s = calloc(1, sizeof *s);

	if (s == NULL)
		return NULL;
	s->m = m;
	s->value = calloc(2 * m->terms + 1, sizeof *s->value);
	s->seen = calloc(2 * m->terms + 1, sizeof *s->seen);
	if (match_init(&s->match) == 0 && s->value != NULL && s->seen != NULL)
		return s;
	match_release(&s->match);
	free(s->value);
	free(s->seen);
	free(s);
	return NULL;
}

static void
sight_free(struct sight *s)
{
	match_release(&s->match);
	free(s->value);
	free(s->seen);
	free(s);
}

static void
look_at_hits(struct sight *s)
{
	for (size_t i = 0; i < s->rules.count; i++) {
		struct hit hit = rules_hit(&s->rules, &s->match, &s->words, i);
		size_t feature = 2 * (size_t)hit.term->number +
		    (hit.negator != NULL);
		double unit = UNIT;

		if (hit.term->reach + hit.term->reach_back > 0)
			unit = hit.term->weight != 0 ? hit.term->weight :
			    RULES_BARE_NEGATOR;
		if (hit.weight == 0)
			continue;
		if (s->value[feature] == 0)
			s->seen[s->count++] = feature;
		s->value[feature] += (double)hit.weight / unit;
	}
}

static int
feature_order(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return (a > b) - (a < b);
}

/* Fills s->seen, in rising order, and s->value. */
static void
look_at(struct sight *s, struct text text)
{
	for (size_t i = 0; i < s->count; i++)
		s->value[s->seen[i]] = 0;
	s->count = 0;
	s->sentences = 0.5;
	words_open(&s->words, text, s->m->language->way,
	    &s->m->lexicon->emoticons);
	while (words_next(&s->words)) {
		match_words(&s->match, s->m->language, &s->words);
		rules_apply(&s->rules, &s->match, &s->words);
		for (size_t i = 0; i < s->words.sentences; i++)
			s->sentences += s->rules.said[i].first <
			    s->rules.said[i].end;
		look_at_hits(s);
	}
	if (s->count > 1)
		qsort(s->seen, s->count, sizeof *s->seen, feature_order);
}

static bool
is_learned_from(const struct learn_text *t)
{
	return !t->held_out && t->label != 0;
}

static void
count_texts(struct sight *s, const struct learn_corpus *k)
{
	for (size_t i = 0; i < k->count; i++) {
		if (!is_learned_from(&k->text[i]))
			continue;
		look_at(s, k->text[i].text);
		for (size_t j = 0; j < s->count; j++)
			s->m->term[s->seen[j] / 2].texts[s->seen[j] % 2]++;
	}
}

/* How often a text of each source and label counts. */
static void
balance(const struct learn_corpus *k, unsigned copies[][2])
{
	size_t count[LEARN_SOURCES_MAX][2] = {{0}};

	for (size_t i = 0; i < k->count; i++)
		if (is_learned_from(&k->text[i]))
			count[k->text[i].source][k->text[i].label > 0]++;
	for (size_t i = 0; i < LEARN_SOURCES_MAX; i++)
		for (int label = 0; label < 2; label++) {
			size_t all = count[i][0] + count[i][1];
			size_t own = count[i][label];
			size_t times = own == 0 ? 1 : (all + own / 2) / own;

			copies[i][label] = times > MODEL_COPIES_MAX ?
			    MODEL_COPIES_MAX : (unsigned)times;
		}
}

static int
add_row(struct logistic *l, const struct sight *s, const struct learn_text *t,
	unsigned copies)
{
	const struct model *m = s->m;
	double prior = 0;
	int result = 0;

	for (size_t i = 0; i < s->count && result == 0; i++) {
		size_t feature = s->seen[i];
		const struct model_term *term = &m->term[feature / 2];
		double value = s->value[feature] / s->sentences;

		prior += value * term->prior[feature % 2] / UNIT;
		if (term->texts[feature % 2] >= MODEL_TEXTS_LEAST)
			result = logistic_add(l, feature, value);
	}
	if (result == 0)
		result = logistic_add(l, 2 * m->terms, prior);
	if (result == 0)
		result = logistic_add(l, 2 * m->terms + 1 + t->source,
		    source_value);
	return result == 0 ? logistic_end_row(l, t->label > 0, copies) : -1;
}

static int
add_rows(struct logistic *l, struct sight *s, const struct learn_corpus *k)
{
	unsigned copies[LEARN_SOURCES_MAX][2];
	int result = 0;

	balance(k, copies);
	for (size_t i = 0; i < k->count && result == 0; i++) {
		const struct learn_text *t = &k->text[i];

		if (!is_learned_from(t))
			continue;
		look_at(s, t->text);
		if (s->count > 0)
			result = add_row(l, s, t,
			    copies[t->source][t->label > 0]);
	}
	return result;
}

/* ---- weights ---- */

static double
bounded(double weight)
{
	return fmax(-LEXICON_WEIGHT_MAX, fmin(LEXICON_WEIGHT_MAX, weight));
}

static void
take_weights(struct model *m, const double *found)
{
	double scale = found[2 * m->terms] / UNIT, largest = 0;

	for (size_t i = 0; i < 2 * m->terms; i++)
		largest = fmax(largest, fabs(found[i]));
	if (scale * UNIT < scale_least)
		scale = largest > 0 ? largest / strong : 1;
	for (size_t i = 0; i < m->terms; i++)
		for (int turned = 0; turned < 2; turned++)
			m->term[i].weight[turned] = bounded(
			    m->term[i].prior[turned] +
			    found[2 * i + (size_t)turned] / scale);
}

static int
fit(struct model *m, struct sight *s, const struct learn_corpus *k,
	double cost)
{
	/* Two a term, the prior, the sources. */
	size_t features = 2 * m->terms + 1 + LEARN_SOURCES_MAX;
	double *found = calloc(features, sizeof *found);
	struct logistic *l = logistic_create(features);
	int result = -1;

	count_texts(s, k);
	if (found != NULL && l != NULL && add_rows(l, s, k) == 0 &&
	    logistic_fit(l, cost, found) == 0) {
		take_weights(m, found);
		result = 0;
	}
	logistic_free(l);
	free(found);
	return result;
}

int
model_fit(struct model *m, const char *prior, const char *language,
	const char *const *words, size_t count, const struct learn_corpus *k,
	double cost, struct complaint *c)
{
	memset(m, 0, sizeof *m);
	if (model_open(m, prior, language, words, count, c) == -1)
		return -1;
	struct sight *s = sight_create(m);
	for (size_t i = 0; i < m->terms; i++)
		((struct term *)(uintptr_t)m->term[i].term)->number =
		    (uint32_t)i;
	int result = s == NULL ? -1 : fit(m, s, k, cost);
	if (result == -1)
		complain(c, 0, "no weights could be fitted: praise and "
		    "complaints are both needed, and memory");
	if (s != NULL)
		sight_free(s);
	return result;
}
