/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn_model.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rules.h"

enum { TRIAL_BYTES_MAX = 256 << 20 };

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

int
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
