/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database_meaning.h"

#include <stddef.h>
#include <string.h>

#include "text.h"

struct meaning {
	const char *name, *unit, *text;
};

static const struct meaning tables[] = {
	{"about", NULL, "what made this file: day, lexicon, records read"},
	{"aggregate", NULL, "what pages state of an item as a whole"},
	{"alerts", NULL, "days with many more reviews than expected"},
	{"answering", NULL, "how many reviews were answered within which "
	    "time, those still open counted (Kaplan-Meier)"},
	{"aspects", NULL, "aspects and stages of the customer's way, and what "
	    "is said of them"},
	{"brand_month", NULL, "stars and sentiment of each brand by month"},
	{"brand_source", NULL, "stars and sentiment of each brand by source, "
	    "with coverage"},
	{"brand_term", NULL, "how many reviews of a brand hold a word"},
	{"comparison", NULL, "the own brand minus each competitor"},
	{"contradictions", NULL, "reviews whose stars and words disagree"},
	{"coverage", NULL, "what each source says it has, and what was "
	    "collected"},
	{"datasette_metadata", NULL, "the table metadata in the form that "
	    "Datasette takes"},
	{"latest_run", NULL, "the last run of each row of the plan"},
	{"line", NULL, "where each line of reviews/ stands, and what it may "
	    "count for; score explain looks here"},
	{"line_file", NULL, "the files that this file was made of, by size "
	    "or by what they say"},
	{"line_part", NULL, "parts of the reviews that lines are of"},
	{"mention", NULL, "what reviews say of aspects, a row each"},
	{"metadata", NULL, "what tables, views and columns mean"},
	{"near_copies", NULL, "groups of texts that are nearly the same"},
	{"preference", NULL, "what reviews prefer over what, a row each"},
	{"ranking", NULL, "the brands by their stars, drawn towards the mean "
	    "of all"},
	{"review", NULL, "every review in its last version, with its score"},
	{"review_change", NULL, "what parse noticed of reviews from run to "
	    "run"},
	{"source_run", NULL, "runs of fetch, one per captures file"},
	{"stars_against_words", NULL, "reviews with few stars and praise, or "
	    "many and complaint"},
	{"stream_review", NULL, "which reviews each stream of the plan "
	    "takes"},
	{"summary_part", NULL, "figures of each brand: in total, and by "
	    "source, language, month and item"},
	{"term", NULL, "the words that made a review's score, a row each"},
	{"unanswered", NULL, "complaints without a reply that are shown: the "
	    "worst first, of these the oldest"},
	{"unanswered_complaints", NULL, "all complaints without a reply, "
	    "newest first"},
	{"words", NULL, "words said most of a brand"},
	{"words_apart", NULL, "words that set the own brand and a competitor "
	    "apart"},
	{"changes", NULL, "what became of reviews since they were seen first"},
	{"churn", NULL, "customers lost, as the plan states them"},
	{"differences", NULL, "every comparison of the own brand: plain, "
	    "with the same mix"
	    " of sources, by aspect and stage"},
	{"head_to_head", NULL, "statements that prefer one brand over another"},
	{"recent", NULL, "what is new since the last summary, and the last "
	    "week"},
	{"trend", NULL, "where stars and complaints go"},
};

/* Those of one table come first. */
static const struct meaning columns[] = {
	{"about.name", NULL, "of the fact"},
	{"about.value", NULL, "the fact"},
	{"preference.other", NULL, "name of the brand it is preferred to"},
	{"preference.preferred", NULL, "name of the brand"},
	{"review.edited", NULL, "1: other words or stars than when it was "
	    "first seen"},
	{"review_change.id", NULL, "of the review"},
	{"alerts.count", "reviews", "seen in these days"},
	{"alerts.first", "date", "the first of the days"},
	{"alerts.last", "date", "the last of the days"},
	{"alerts.mean_stars_without", "stars (1-5)", "mean without these days"},
	{"alerts.what", NULL, "kind of reviews that there are many of"},
	{"aspects.name", NULL, "of the aspect or stage"},
	{"latest_run.row", NULL, "key of the plan's row"},
	{"line.cell", NULL, "10 for each whole star, 2 for each of pos, neu, "
	    "neg, unscored, no text, from 0 on, and 1 where it is replied to"},
	{"line.file", NULL, "key of line_file"},
	{"line.id_hash", NULL, "of the review, run or aggregate; of some "
	    "lines the same as another's"},
	{"line.item_hash", NULL, "of the item's name; of some items the same "
	    "as another's"},
	{"line.marks", NULL, "bits of what the line is about: aspects, "
	    "stages, whether it has changed, prefers a brand, is in several "
	    "languages"},
	{"line.more_words", NULL, "bits of the words that decided, the other "
	    "half"},
	{"line.offset", "bytes", "of the line in its file"},
	{"line.part", NULL, "key of line_part; NULL where the line counts in "
	    "none, as older versions"},
	{"line.run", NULL, "digits of the name of the run that saw it"},
	{"line.words", NULL, "bits of the words that decided"},
	{"line_file.bytes", "bytes", "of the file; NULL where digest says "
	    "more"},
	{"line_file.digest", NULL, "SHA-256 of what it says"},
	{"line_file.name", NULL, "below the workspace"},
	{"metadata.column", NULL, "its name; NULL for the table as a whole"},
	{"metadata.description", NULL, "what it means"},
	{"metadata.table", NULL, "or view"},
	{"metadata.unit", NULL, "NULL where it has none"},
	{"near_copies.first", "date", "the earliest of the group"},
	{"near_copies.last", "date", "the latest of the group"},
	{"ranking.weight", "reviews", "that the mean of all counts as"},
	{"review.key", NULL, "number in the order of reading"},
	{"term.weight", "hundredths", "how much the word says, below 0 "
	    "complaint"},
	{"words.weight", NULL, "mean of what the word says, below 0 "
	    "complaint"},
	{"brand_term.reviews", "reviews", "of the brand that hold the word"},
	{"brand_term.weight", "hundredths", "sum of what the word says"},
	{"differences.level", NULL, "total, same-mix, aspect or stage"},
	{"differences.name", NULL, "measure, aspect or stage"},
	{"head_to_head.aspect", NULL, "of the statements; NULL: all"},
	{"trend.first", "month", "the first that counts"},
	{"trend.last", "month", "the last that counts"},
	{"trend.months", "months", "that count"},

	{"aspect", NULL, "what it is about: food, service, ..."},
	{"aspects", NULL, "what was said of which aspect, as JSON; the view "
	    "mention has it as rows"},
	{"author", NULL, "hash of the author's name, or the name where the "
	    "plan keeps it"},
	{"authors", NULL, "distinct authors"},
	{"best", NULL, "the best of the source's own scale"},
	{"best_rating", NULL, "the best of the source's own scale"},
	{"body", NULL, "text of the review"},
	{"brand", NULL, "name of the brand"},
	{"brand_stars", "stars (1-5)", "mean of the brand with the group"},
	{"brand_stars_without", "stars (1-5)", "mean of the brand without the "
	    "group"},
	{"capture_file", NULL, "captures file that it was read from"},
	{"capture_offset", "bytes", "of its record in the captures file"},
	{"change", NULL, "edited, vanished or returned"},
	{"cluster", NULL, "number of the group"},
	{"collected", "reviews", "collected"},
	{"comparisons", NULL, "which brand is preferred over which, as JSON; "
	    "the view preference has it as rows"},
	{"competitor", NULL, "name of the competitor"},
	{"competitor_authors", "authors", "of the competitor's reviews that "
	    "hold the word"},
	{"competitor_reviews", "reviews", "of the competitor that hold the "
	    "word"},
	{"customer_satisfaction", "share (0-1)", "answers 4 and 5 of surveys "
	    "from 1 to 5"},
	{"date", "date", "of the review, as precise as the source gives it"},
	{"days", "days", "of the window"},
	{"detractors", "answers", "of surveys, 0 to 6"},
	{"difference", NULL, "own brand minus competitor"},
	{"drawn", "stars (1-5)", "mean drawn towards that of all brands"},
	{"end", "bytes", "end of the word in its field"},
	{"ended", "UTC", "end of the run"},
	{"epoch", "seconds since 1970", "first second of a month, UTC"},
	{"expected", "reviews", "expected in as many days"},
	{"fetched", "UTC", "when it was fetched"},
	{"field", NULL, "column of review that the word stands in"},
	{"first_run", NULL, "name of the run that saw it first, its time in "
	    "UTC"},
	{"id", NULL, "of the review, run or aggregate"},
	{"item", NULL, "what is reviewed"},
	{"json", NULL, "write it to a file for datasette --metadata"},
	{"key", NULL, "number of the row"},
	{"kind", NULL, "of the source: retailer, review-site, social, "
	    "own-site, survey"},
	{"label", NULL, "pos, neu or neg; of summary_part: of the part"},
	{"language", NULL, "two-letter code that the score goes by"},
	{"level", NULL, "aspect or stage"},
	{"location", NULL, "as the source gives it"},
	{"long_text", NULL, "1: twelve words or more, enough to tell copies "
	    "by"},
	{"mean", "stars (1-5)", "of all brands"},
	{"mean_stars", "stars (1-5)", "mean of the stars"},
	{"measure", NULL, "which figure is compared"},
	{"median_high", "minutes", "upper end of the median's interval"},
	{"median_low", "minutes", "lower end of the median's interval"},
	{"median_minutes", "minutes", "until half are answered"},
	{"method", NULL, "how the ranking was made"},
	{"modified", "date", "of the last edit, as the source gives it"},
	{"modified_epoch", "seconds since 1970", "first second of modified, "
	    "UTC"},
	{"month", "month", "of publication"},
	{"needed", "reviews", "of each side to find such a difference in 8 of "
	    "10 summaries"},
	{"negative", "reviews", "scored negative"},
	{"negative_notes", NULL, "what the reviewer disliked"},
	{"negative_share", "share (0-1)", "of scored texts that are negative"},
	{"net_promoter_score", "-1 to 1", "promoters minus detractors of "
	    "surveys"},
	{"net_sentiment", "-1 to 1", "positive minus negative share"},
	{"net_sentiment_ratio", "-1 to 1", "positive minus negative of those "
	    "who take a side"},
	{"neutral", "reviews", "scored neutral"},
	{"neutral_share", "share (0-1)", "of scored texts that are neutral"},
	{"noticed", "UTC", "when the change was seen"},
	{"now", NULL, "1: it goes on at the end of what was read"},
	{"own", NULL, "name of the own brand"},
	{"own_authors", "authors", "of the own brand's reviews that hold the "
	    "word"},
	{"own_reviews", "reviews", "of the own brand that hold the word"},
	{"p", "probability", "p-value by itself"},
	{"pages", "pages", "fetched"},
	{"part", NULL, "total, source, language, month or item"},
	{"passives", "answers", "of surveys, 7 and 8"},
	{"positive", "reviews", "scored positive"},
	{"positive_notes", NULL, "what the reviewer liked"},
	{"positive_share", "share (0-1)", "of scored texts that are positive"},
	{"precision", NULL, "of the dates: minute or day"},
	{"promoters", "answers", "of surveys, 9 and 10"},
	{"published", "date", "as precise as the source gives it"},
	{"published_epoch", "seconds since 1970", "first second of published, "
	    "UTC"},
	{"q", "probability", "p-value among all of this summary "
	    "(Benjamini-Hochberg)"},
	{"rank", NULL, "1 is the first"},
	{"rated", "reviews", "with stars"},
	{"rating", NULL, "the source's own digits"},
	{"rating_count", NULL, "ratings that the page states"},
	{"replied", "reviews", "with a reply"},
	{"reply", NULL, "text of the reply"},
	{"reply_date", "date", "of the reply, as the source gives it"},
	{"reply_epoch", "seconds since 1970", "first second of reply_date, "
	    "UTC"},
	{"requests", "requests", "sent"},
	{"response_rate", "share (0-1)", "of reviews with a reply so far"},
	{"review_count", NULL, "reviews that the page states"},
	{"review_key", NULL, "key of the review"},
	{"reviews", "reviews", "counted"},
	{"role", NULL, "own or competitor"},
	{"row", NULL, "key of the plan's row"},
	{"score", "-10000 to 10000", "sentiment of the words"},
	{"scored", "reviews", "whose text was scored"},
	{"sentiment_index", "share (0-1)", "positive of those who take a "
	    "side"},
	{"share_of_voice", "share (0-1)", "of the public reviews of all "
	    "brands"},
	{"short", NULL, "1: the source came out short"},
	{"side", NULL, "whose word it is: own or competitor"},
	{"source", NULL, "name of the source"},
	{"stage", NULL, "of the customer's way, that the aspect belongs to"},
	{"stars", "stars (1-5)", "rating on a scale of 1 to 5"},
	{"stars_1", "reviews", "with one star"},
	{"stars_2", "reviews", "with two stars"},
	{"stars_3", "reviews", "with three stars"},
	{"stars_4", "reviews", "with four stars"},
	{"stars_5", "reviews", "with five stars"},
	{"stars_after", "stars (1-5)", "after the change"},
	{"stars_before", "stars (1-5)", "before the change"},
	{"start", "bytes", "start of the word in its field"},
	{"started", "UTC", "start of the run"},
	{"stated", "reviews", "that the source says it has"},
	{"status", NULL, "complete, short, blocked or failed"},
	{"stop", NULL, "the rule that stopped the run"},
	{"stream", NULL, "id of the stream in the plan"},
	{"term", NULL, "the word, with what negates it"},
	{"terms", NULL, "the words as JSON; the view term has them as rows"},
	{"text", NULL, "of the review"},
	{"text_stars", "stars (1-5)", "what the words would give"},
	{"textless", "reviews", "without a text"},
	{"title", NULL, "of the review"},
	{"unchanged", "pages", "that had not changed (304)"},
	{"unscored", "reviews", "whose text was not scored"},
	{"unscored_reason", NULL, "why the text was not scored"},
	{"upvotes", NULL, "as the source counts them"},
	{"url", NULL, "where it stands"},
	{"verdict", NULL, "who is ahead, or that nothing is clear"},
	{"within_1_hour", "share (0-1)", "answered within an hour"},
	{"within_24_hours", "share (0-1)", "answered within a day"},
	{"within_30_minutes", "share (0-1)", "answered within half an hour"},
	{"within_7_days", "share (0-1)", "answered within a week"},
	{"word", NULL, "the word"},
	{"words", NULL, "that decided the score"},
	{"worst", NULL, "the worst of the source's own scale"},
	{"z", NULL, "log-odds ratio in standard errors, above 0 the own "
	    "brand's"},
	{"against", "statements", "that prefer the other brand"},
	{"change_replied", "stars", "change of edited reviews with a reply"},
	{"change_unreplied", "stars", "change of edited reviews without a "
	    "reply"},
	{"competitor_n", "reviews", "of the competitor"},
	{"complaint_ratio", NULL, "complaints a day of the week over the "
	    "usual"},
	{"complaints_per_day", "complaints", "a day, smoothed"},
	{"customers", "customers", "when the period began"},
	{"direction", NULL, "up, down or none"},
	{"down", "reviews", "of the edited, with fewer stars"},
	{"edited", "reviews", "edited"},
	{"lost", "customers", "lost in the period"},
	{"lost_share", "share (0-1)", "of the customers"},
	{"mean_stars_new", "stars (1-5)", "mean of the new reviews"},
	{"mean_stars_now", "stars (1-5)", "mean of whole stars now"},
	{"mean_stars_p", "probability", "of no trend of the stars"},
	{"mean_stars_per_month", "stars", "change a month"},
	{"mean_stars_then", "stars (1-5)", "mean of whole stars at the last "
	    "summary"},
	{"mean_stars_unedited", "stars (1-5)", "mean as if none had been "
	    "edited"},
	{"mean_stars_without_vanished", "stars (1-5)", "mean without the "
	    "vanished"},
	{"negative_share_p", "probability", "of no trend of the share"},
	{"negative_share_per_month", "share (0-1)", "change a month"},
	{"new_complaints", "reviews", "of the new, complaints"},
	{"new_reviews", "reviews", "that the last summary did not know"},
	{"other", NULL, "name of the other brand"},
	{"own_n", "reviews", "of the own brand"},
	{"period", NULL, "as the plan names it"},
	{"preferred", "statements", "that prefer this brand"},
	{"preferred_share", "share (0-1)", "of both"},
	{"ratio_high", NULL, "upper end of the ratio's 95 % interval"},
	{"ratio_low", NULL, "lower end of the ratio's 95 % interval"},
	{"ratio_p", "probability", "of a ratio of 1"},
	{"reply_effect", "stars", "change with a reply less that without"},
	{"returned", "reviews", "that had vanished"},
	{"since", "UTC", "newest run that the last summary had seen"},
	{"up", "reviews", "of the edited, with more stars"},
	{"usual_complaints", "reviews", "in seven days of the 28 before"},
	{"usual_high", "complaints", "upper limit of what is usual a day"},
	{"usual_low", "complaints", "lower limit of what is usual a day"},
	{"usual_per_day", "complaints", "usual a day"},
	{"usual_reviews", "reviews", "in seven days of the 28 before"},
	{"vanished", "reviews", "not there any more"},
	{"watched", "reviews", "that would be missed"},
	{"week_complaints", "reviews", "complaints of the last seven days"},
	{"week_reviews", "reviews", "of the last seven days"},
};

const char *
database_table_meaning(const char *table)
{
	size_t i;

	for (i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		if (strcmp(tables[i].name, table) == 0)
			return tables[i].text;
	return NULL;
}

/* "table.column" before "column". */
static const struct meaning *
find(const char *table, struct text column)
{
	size_t length = strlen(table), i;

	for (i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		const char *name = columns[i].name, *dot = strchr(name, '.');

		if (dot != NULL && ((size_t)(dot - name) != length ||
		    strncmp(name, table, length) != 0))
			continue;
		if (text_is(column, dot != NULL ? dot + 1 : name))
			return &columns[i];
	}
	return NULL;
}

/* The columns of an interval behind the name of its figure. */
static const struct {
	const char *ending, *unit, *text;
	bool as_figure;			/* the unit is the figure's */
} interval[] = {
	{"_low", NULL, "; lower end of the 95 % interval", true},
	{"_high", NULL, "; upper end of the 95 % interval", true},
	{"_n", "reviews", "; how many it is made of", false},
	{"_formula", NULL, "; method of the interval", false},
	{"_note", NULL, "; what to mind", false},
};

const char *
database_column_meaning(const char *table, const char *column,
	struct buffer *room)
{
	struct text name = text_of(column);
	const struct meaning *m = find(table, name);
	size_t i;

	buffer_clear(room);
	if (m != NULL) {
		buffer_add_string(room, m->text);
		return m->unit;
	}
	for (i = 0; i < sizeof(interval) / sizeof(*interval); i++) {
		size_t length = strlen(interval[i].ending);

		if (name.length <= length || strcmp(column + name.length -
		    length, interval[i].ending) != 0)
			continue;
		m = find(table, (struct text){column, name.length - length});
		if (m == NULL)
			return NULL;
		buffer_add_string(room, m->text);
		buffer_add_string(room, interval[i].text);
		return interval[i].as_figure ? m->unit : interval[i].unit;
	}
	return NULL;
}
