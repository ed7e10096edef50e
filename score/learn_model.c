/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn_model.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "logistic.h"
#include "match.h"
#include "rules.h"
#include "words.h"

enum {
	UNIT = 100,			/* the weight of all terms on trial */
	TRIAL_BYTES_MAX = 256 << 20,
};

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

/* ---- the lexicon on trial ---- */

static bool
is_weighed(const struct term *t)
{
	return (t->weight != 0 || t->turns) && !t->neutral &&
	    t->reach + t->reach_back == 0;
}

/* Every term with the same weight, so that what the rules do to it shows. */
static int
trial_rows(struct buffer *to, const struct lexicon_language *prior,
	const char *const *words, size_t count)
{
	buffer_add_format(to, "#lexicon\t%s\n", prior->tag);
	for (const struct term *t = prior->index.first; t; t = t->next)
		if (is_weighed(t))
			buffer_add_format(to, "%s\t1\ttrial\t1\n", t->text);
	for (size_t i = 0; i < count; i++)
		buffer_add_format(to, "%s\t1\ttrial\t1\n", words[i]);
	return to->failed ? -1 : 0;
}

static int
term_order(const void *left, const void *right)
{
	return strcmp(((const struct model_term *)left)->term->key,
	    ((const struct model_term *)right)->term->key);
}

static void
prior_of(const struct term *t, double prior[2])
{
	double weight = t->weight;

	if (t->reach + t->reach_back > 0 && t->weight == 0)
		weight = RULES_BARE_NEGATOR;
	prior[0] = weight;
	prior[1] = t->turns ? t->turned_weight : -weight * (weight > 0 ?
	    RULES_NEGATED_PRAISE : RULES_NEGATED_COMPLAINT) / 100;
}

/* The terms of both lexicons, matched by their keys. */
static int
model_terms(struct model *m, const struct lexicon_language *prior)
{
	size_t n = 0, at = 0;
	struct model_term *old = calloc(prior->index.terms + 1, sizeof *old);

	m->terms = m->language->index.terms;
	m->term = calloc(m->terms + 1, sizeof *m->term);
	if (old == NULL || m->term == NULL) {
		free(old);
		return -1;
	}
	for (const struct term *t = prior->index.first; t; t = t->next)
		old[n++].term = t;
	qsort(old, n, sizeof *old, term_order);
	size_t count = 0;
	for (struct term *t = m->language->index.first; t; t = t->next)
		m->term[count++].term = t;
	qsort(m->term, count, sizeof *m->term, term_order);
	for (size_t i = 0; i < count; i++) {
		struct model_term *to = &m->term[i];

		while (at < n && term_order(&old[at], to) < 0)
			at++;
		to->candidate = at == n || term_order(&old[at], to) != 0;
		if (to->candidate)
			continue;
		to->kept = old[at].term->learned;
		prior_of(old[at].term, to->prior);
		to->candidate = to->prior[0] == 0 && to->prior[1] == 0;
	}
	free(old);
	return 0;
}

static int
model_open(struct model *m, const char *path, const char *language,
	const char *const *words, size_t count, struct complaint *c)
{
	struct lexicon *l = lexicon_load(path, c);
	const struct lexicon_language *prior;
	struct buffer rows;

	if (l == NULL)
		return -1;
	prior = lexicon_language(l, language);
	if (prior == NULL) {
		lexicon_free(l);
		return complain(c, 0, "%s: nothing about \"%s\" in it; an "
		    "empty list will do", path, language);
	}
	buffer_init(&rows, TRIAL_BYTES_MAX);
	int result = trial_rows(&rows, prior, words, count);
	if (result == -1)
		complain(c, ENOMEM, "%s", path);
	else
		m->lexicon = lexicon_load_refined(path, (struct text){
		    rows.bytes, rows.length}, c);
	buffer_release(&rows);
	if (m->lexicon != NULL) {
		m->language = lexicon_language(m->lexicon, language);
		result = model_terms(m, prior);
		if (result == -1)
			complain(c, ENOMEM, "%s", path);
	}
	lexicon_free(l);
	return m->lexicon == NULL ? -1 : result;
}

void
model_release(struct model *m)
{
	lexicon_free(m->lexicon);
	free(m->term);
	memset(m, 0, sizeof *m);
}

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

/* ---- results ---- */

/* A candidate and how much it changes. */
struct candidate {
	const char *key;
	double change;
};

static int
change_order(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->change != b->change)
		return a->change > b->change ? -1 : 1;
	return strcmp(a->key, b->key);
}

static int
string_order(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left,
	    *(const char *const *)right);
}

size_t
model_choose(struct model *m, size_t most, const char **chosen)
{
	struct candidate *list = calloc(m->terms + 1, sizeof *list);
	size_t count = 0;

	for (size_t i = 0; list != NULL && i < m->terms; i++) {
		const struct model_term *t = &m->term[i];

		if (t->candidate && is_weighed(t->term))
			list[count++] = (struct candidate){t->term->key,
			    fmax(fabs(t->weight[0]) * sqrt(t->texts[0]),
			    fabs(t->weight[1]) * sqrt(t->texts[1]))};
	}
	if (count > 1)
		qsort(list, count, sizeof *list, change_order);
	if (count > most)
		count = most;
	for (size_t i = 0; i < count; i++)
		chosen[i] = list[i].key;
	if (count > 1)
		qsort(chosen, count, sizeof *chosen, string_order);
	free(list);
	return count;
}

static int
write_weight(struct buffer *to, long value)
{
	return buffer_add_format(to, "%s%ld.%02ld", value < 0 ? "-" : "",
	    labs(value) / 100, labs(value) % 100);
}

static int
text_order(const void *left, const void *right)
{
	return strcmp((*(const struct model_term *const *)left)->term->text,
	    (*(const struct model_term *const *)right)->term->text);
}

/* Whether the weights say something that the prior did not. */
static bool
is_news(const struct model_term *t, int64_t least)
{
	double change = t->candidate && least > MODEL_CHANGE_LEAST ?
	    (double)least : MODEL_CHANGE_LEAST;

	return fabs(t->weight[0] - t->prior[0]) >= change ||
	    fabs(t->weight[1] - t->prior[1]) >= change;
}

static long
weight_of(const struct model_term *t, size_t negated, int64_t most)
{
	double weight = t->weight[negated];

	if (t->candidate && most > 0 && fabs(weight) > (double)most)
		weight = copysign((double)most, weight);
	return lround(weight);
}

int
model_write(const struct model *m, const char *language,
	const struct model_limits *limits, struct buffer *to)
{
	const struct model_term **row = calloc(m->terms + 1, sizeof *row);
	size_t count = 0;

	if (row == NULL)
		return -1;
	for (size_t i = 0; i < m->terms; i++)
		if (is_news(&m->term[i], limits->least) || m->term[i].kept)
			row[count++] = &m->term[i];
	if (count > 1)
		qsort(row, count, sizeof *row, text_order);
	buffer_add_format(to, "#lexicon\t%s\n", language);
	for (size_t i = 0; i < count; i++) {
		const struct term *t = row[i]->term;

		buffer_add_format(to, "%s\t", t->text);
		write_weight(to, weight_of(row[i], 0, limits->most));
		buffer_add_string(to, "\tlearned");
		if (t->reach + t->reach_back == 0) {
			buffer_add_char(to, '\t');
			write_weight(to, weight_of(row[i], 1, limits->most));
		}
		buffer_add_char(to, '\n');
	}
	free(row);
	return to->failed ? -1 : 0;
}
