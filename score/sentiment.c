/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentiment.h"

#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "opinion.h"
#include "utf8.h"

/* The mean in the making. */
struct tally_of_text {
	int64_t sum;		/* of the sentences' opinions */
	int64_t say;		/* of what the sentences have to say */
	int64_t weight;		/* of all words, without signs */
	struct opinion opinion;
};

/* Whether sentences are in the language of their text: BOUND, it was said so;
 * FREE, unless they look otherwise; DOUBTED, two that should know disagree. */
enum sentences { BOUND, FREE, DOUBTED };

/* The least score of 2, 3, 4 and 5 stars. */
static const int32_t star_least[] = {-4000, -1000, 500, 3250};

/* What a sentence of the field says before its words do. */
static int32_t
note_of(enum sentiment_field field)
{
	return field == SENTIMENT_POSITIVE_NOTES ? SENTIMENT_NOTE :
	    field == SENTIMENT_NEGATIVE_NOTES ? -SENTIMENT_NOTE : 0;
}

/* Whether a note names something: "none so" does, "none" does not. */
static bool
is_note(const struct match *m, const struct sentence *s)
{
	size_t empty = 0;

	for (size_t i = 0; i < m->count; i++) {
		const struct unit *u = &m->unit[i];
		const struct entry *e = unit_entry(m, i);

		if (u->first >= s->first && u->first < s->end &&
		    (entry_is(e, ENTRY_NEUTRAL) ||
		    e->reach + e->reach_back > 0))
			empty += (size_t)(u->end - u->first);
	}
	return empty < (size_t)(s->end - s->first);
}

/* Leaves an empty note out; all its words are known. */
static void
forget_sentence(struct scorer *at, size_t sentence)
{
	const struct sentence *s = &at->words.sentence[sentence];

	match_forget(&at->match, s->first, s->end);
	rules_forget(&at->rules, sentence, at->words.sentences);
}

/* Sets what the place of each sentence says; returns the words of those that
 * say something. */
static size_t
take_notes(struct scorer *at, int32_t note)
{
	size_t spoken = 0;

	for (size_t i = 0; i < at->words.sentences; i++) {
		const struct sentence *s = &at->words.sentence[i];

		if (!is_note(&at->match, s)) {
			forget_sentence(at, i);
			continue;
		}
		at->rules.said[i].note = note;
		spoken += (size_t)(s->end - s->first);
	}
	return spoken;
}

static void
tally_sentences(struct tally_of_text *tally, const struct rules *r,
	size_t sentences)
{
	for (size_t i = 0; i < sentences; i++) {
		int32_t note = r->said[i].note, sum = r->said[i].sum + note;
		uint32_t weight = (uint32_t)(r->said[i].all + abs(note));
		uint32_t part = SENTIMENT_SCORE_MAX *
		    (uint32_t)abs(sum) / (weight + SENTIMENT_HALF);

		tally->sum += sum < 0 ? -(int64_t)part : (int64_t)part;
		tally->say += SENTIMENT_SCORE_MAX * weight /
		    (weight + SENTIMENT_HALF);
		tally->weight += weight;
	}
}

/* What the sum of a sentence is multiplied with fits. */
_Static_assert((uint64_t)SENTIMENT_SCORE_MAX * (SENTIMENT_NOTE +
    (uint64_t)WORDS_MAX * RULES_WEIGHT_MAX) <= UINT32_MAX,
    "32 bits are enough");

/* Some bytes of a field, all in one language. */
static void
score_range(struct scorer *at, const struct lexicon_language *language,
	struct text text, size_t from, enum sentiment_field field,
	struct tally_of_text *tally, struct sentiment *to)
{
	const struct rules *r = &at->rules;
	struct words *w = &at->words;
	const struct lexicon *l = at->engine->lexicon;
	size_t number = (size_t)(language - l->language);
	int32_t note = note_of(field);

	words_open(w, text, language->way, &l->emoticons);
	words_remember(w, &at->memory);
	words_skip(w, from);
	while (words_next(w)) {
		match_words(&at->match, language, w);
		parts_notice(&at->parts, l, language, w, &at->match, field);
		rules_apply(&at->rules, &at->match, w);
		size_t spoken = note == 0 ? w->given : take_notes(at, note);
		notice_sentences(&at->notice, language, w, &at->match, r,
		    field, spoken, to);
		tally_sentences(tally, r, w->sentences);
		tally->opinion.written |= note != 0 && spoken > 0;
		if (!tally->opinion.written)
			opinion_add(&tally->opinion, r, &at->match);
		to->hits += r->count;
		terms_add(&at->terms, r, &at->match, w, field, number);
	}
}

/* Nothing decided, and nothing is said of what is mentioned. */
static void
forget_opinions(struct scorer *at, struct sentiment *to)
{
	at->terms.count = 0;
	at->notice.praise = at->notice.complaint = 0;
	to->hits = 0;
	for (size_t i = 0; i < to->aspects; i++)
		to->aspect[i].label = SENTIMENT_UNSCORED;
}

static void
conclude(struct sentiment *to, const struct tally_of_text *tally, bool held)
{
	if (tally->weight < SENTIMENT_LEAST) {
		to->reason = SENTIMENT_NO_KNOWN_WORDS;
		to->hits = 0;
		return;
	}
	to->score = held ? (int32_t)(SENTIMENT_SCORE_MAX * tally->sum /
	    (tally->say + SENTIMENT_DOUBT)) : 0;
	to->label = to->score > SENTIMENT_POSITIVE ? SENTIMENT_POS :
	    to->score < SENTIMENT_NEGATIVE ? SENTIMENT_NEG : SENTIMENT_NEU;
	to->stars = 1;
	for (size_t i = 0; i < sizeof star_least / sizeof star_least[0]; i++)
		to->stars += to->score >= star_least[i];
}

/* Signs only, emoji among them: no letter of any script. */
static bool
is_signs(struct text t)
{
	uint32_t c;

	for (size_t i = 0; i < t.length;) {
		i += utf8_decode(t.bytes + i, t.length - i, &c);
		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
			return false;
		if (c >= 0x80 && c < 0x2000)
			return false;
		if (c >= 0x2E80 && c < 0x1F000 && (c < 0xFE00 || c > 0xFE0F))
			return false;
	}
	return true;
}

/* Emoji and emoticons mean the same in every language: where there is
 * nothing else, any language's rules will do. */
static const struct lexicon_language *
language_of_signs(const struct engine *e,
	const struct text field[SENTIMENT_FIELDS])
{
	const struct lexicon_language *english =
	    lexicon_language(e->lexicon, "en");

	for (int i = 0; i < SENTIMENT_FIELDS; i++)
		if (!is_signs(field[i]))
			return NULL;
	return english != NULL || e->lexicon->count == 0 ? english :
	    &e->lexicon->language[0];
}

static void
set_language(struct sentiment *to, const char *language)
{
	if (strlen(language) < sizeof to->language)
		strcpy(to->language, language);
}

static void
begin_scoring(struct scorer *at, struct sentiment *to)
{
	at->notice.brands = at->engine->brands;
	notice_begin(&at->notice);
	parts_begin(&at->parts);
	at->terms.count = 0;
	to->hits = to->aspects = to->comparisons = 0;
}

static void
end_scoring(struct scorer *at, const struct text field[SENTIMENT_FIELDS],
	const struct tally_of_text *tally, struct sentiment *to)
{
	bool held = opinion_is_held(&tally->opinion, field, SENTIMENT_FIELDS);

	if (!held)
		forget_opinions(at, to);
	conclude(to, tally, held);
	if (to->reason == SENTIMENT_NO_REASON)
		terms_end(&at->terms, at->engine->lexicon, to);
	notice_end(&at->notice, to);
}

static enum sentiment_reason
reason_without(const char *language)
{
	return strcmp(language, "und") == 0 ? SENTIMENT_UNKNOWN_LANGUAGE :
	    SENTIMENT_UNSUPPORTED_LANGUAGE;
}

static enum sentiment_reason
score_part(struct scorer *at, const struct part *part, struct text text,
	struct tally_of_text *tally, struct sentiment *to)
{
	const struct lexicon_language *language =
	    lexicon_language(at->engine->lexicon, part->language);
	int64_t before = tally->weight;

	if (language == NULL) {
		at->notice.words += part->words;
		return reason_without(part->language);
	}
	text.length = part->to;
	score_range(at, language, text, part->from, part->field, tally, to);
	return tally->weight - before < SENTIMENT_LEAST ?
	    SENTIMENT_NO_KNOWN_WORDS : SENTIMENT_NO_REASON;
}

/* Scores anew what was cut. */
static void
score_parts(struct scorer *at, const struct text field[SENTIMENT_FIELDS],
	struct sentiment *to)
{
	const struct parts *p = &at->parts;
	struct tally_of_text tally = {0};

	set_language(to, p->own);
	begin_scoring(at, to);
	if (!engine_supports(at->engine, p->own)) {
		to->reason = reason_without(p->own);
		return;
	}
	for (size_t i = 0; i < p->count; i++) {
		const struct part *part = &p->list[i];
		enum sentiment_reason reason = score_part(at, part,
		    field[part->field], &tally, to);

		if (strcmp(part->language, p->own) == 0 ||
		    to->parts == SENTIMENT_PARTS_MAX)
			continue;
		to->part[to->parts++] = (struct sentiment_part){
			.language = part->language, .reason = reason,
			.field = part->field,
			.start = part->start, .end = part->stop,
		};
	}
	end_scoring(at, field, &tally, to);
}

/* `how`: whether sentences may be in other languages. */
static void
score_fields(struct scorer *at, const struct text field[SENTIMENT_FIELDS],
	enum sentences how, struct sentiment *to)
{
	const struct engine *e = at->engine;
	const struct lexicon_language *language =
	    lexicon_language(e->lexicon, to->language);
	struct tally_of_text tally = {0};

	if (language == NULL && strcmp(to->language, "und") == 0)
		language = language_of_signs(e, field);
	if (language == NULL) {
		to->reason = reason_without(to->language);
		return;
	}
	begin_scoring(at, to);
	for (int i = 0; i < SENTIMENT_FIELDS; i++)
		if (field[i].length > 0)
			score_range(at, language, field[i], 0,
			    (enum sentiment_field)i, &tally, to);
	const struct parts_room room = {e->lexicon, &at->words, &at->memory};
	if ((how == DOUBTED || (how == FREE &&
	    parts_suspected(&at->parts, language, field))) &&
	    parts_cut(&at->parts, language, field, &room))
		score_parts(at, field, to);
	else
		end_scoring(at, field, &tally, to);
}

/* Whether a text holds a letter or a sign at all. */
static bool
is_blank(struct text t)
{
	for (size_t i = 0; i < t.length; i++)
		if ((unsigned char)t.bytes[i] > ' ')
			return false;
	return true;
}

static void
begin(struct sentiment *to)
{
	/* The lists are long; what is behind their counts is nobody's. */
	to->label = SENTIMENT_UNSCORED;
	to->reason = SENTIMENT_NO_REASON;
	to->score = 0;
	to->stars = to->confidence = to->coverage = 0;
	to->hits = to->count = to->aspects = to->comparisons = 0;
	to->parts = 0;
	to->subject = (struct text){0};
	strcpy(to->language, "und");
}

void
sentiment_text(struct scorer *at, struct text text, const char *language,
	struct sentiment *to)
{
	struct text field[SENTIMENT_FIELDS] = {[SENTIMENT_BODY] = text};

	begin(to);
	if (is_blank(text)) {
		to->reason = SENTIMENT_NO_TEXT;
		return;
	}
	set_language(to, language != NULL ? language : language_detect(text));
	score_fields(at, field, language != NULL ? BOUND : FREE, to);
}

void
sentiment_place(struct scorer *at, struct text text, const char *language,
	size_t start, size_t end, struct sentiment_aspect *to)
{
	struct sentiment s;

	at->notice.from = start;
	at->notice.to = end;
	sentiment_text(at, text, language, &s);
	at->notice.from = at->notice.to = 0;
	*to = (struct sentiment_aspect){.start = start, .end = end};
	for (size_t i = 0; i < s.aspects; i++)
		if (s.aspect[i].aspect == NULL && s.aspect[i].label !=
		    SENTIMENT_UNSCORED)
			*to = s.aspect[i];
}

/* The language that a review is taken for whose longest text is `text`. */
static enum sentences
choose_language(const struct engine *e, const struct review *r,
	struct text text, struct sentiment *to)
{
	char declared[LANGUAGE_TAG], detected[LANGUAGE_TAG];

	language_primary(r->language, declared);
	language_primary(r->detected, detected);
	if (engine_supports(e, declared)) {
		set_language(to, declared);
		return strcmp(detected, "und") == 0 ||
		    strcmp(detected, declared) == 0 ? FREE : DOUBTED;
	}
	set_language(to, text_is_absent(r->detected) ? language_detect(text) :
	    detected);
	/* A language that was stated is known, if no more than that. */
	if (strcmp(to->language, "und") == 0)
		set_language(to, declared);
	return FREE;
}

void
sentiment_review(struct scorer *at, const struct review *r,
	const char *language, struct sentiment *to)
{
	const struct text field[SENTIMENT_FIELDS] = {
		[SENTIMENT_TITLE] = r->title,
		[SENTIMENT_BODY] = r->body,
		[SENTIMENT_POSITIVE_NOTES] = r->positive,
		[SENTIMENT_NEGATIVE_NOTES] = r->negative,
	};
	struct text longest = {0};

	begin(to);
	to->subject = r->brand;
	for (int i = 0; i < SENTIMENT_FIELDS; i++)
		if (!is_blank(field[i]) && field[i].length > longest.length)
			longest = field[i];
	if (longest.length == 0) {
		to->reason = SENTIMENT_NO_TEXT;
		return;
	}
	enum sentences how = BOUND;
	if (language != NULL)
		set_language(to, language);
	else
		how = choose_language(at->engine, r, longest, to);
	score_fields(at, field, how, to);
}
