/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of score/summary.schema.json, for who asks for a figure that a
 * summary does not have (figure_path.h). */
#include "figure_path.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {	/* sorted by their bytes */
	"against", "agreement", "alerts", "alertsNow", "answering", "answers",
	"asOf", "aspect", "aspectQuotes", "aspects", "authors", "bad",
	"bestRating", "brand", "brands", "capture", "caveats", "changeReplied",
	"changeUnreplied", "changes", "churn", "clusters", "collected",
	"comparisons", "comparisonsMade", "competitor", "competitorN",
	"complaintP", "complaintRatio", "complaints", "complaintsPerDay",
	"count", "coverage", "customerSatisfaction", "customers", "date",
	"days", "detractors", "direction", "down", "drift", "edited",
	"effectiveCompetitor", "effectiveOwn", "example", "expected",
	"fetched", "file", "first", "headToHead", "high", "id", "ids",
	"intervalPercent", "item", "items", "itemsLeftOut", "keptCompetitor",
	"keptOwn", "kind", "label", "language", "languages", "last", "lexicon",
	"list", "lookedAt", "lost", "low", "mean", "meanStars", "meanStarsNow",
	"meanStarsP", "meanStarsPerMonth", "meanStarsThen",
	"meanStarsUnedited", "meanStarsWithout", "meanStarsWithoutVanished",
	"medianHigh", "medianLow", "medianMinutes", "method", "mixTurnsSign",
	"month", "months", "n", "name", "nearCopies", "needed", "negative",
	"negativeShare", "negativeShareP", "negativeSharePerMonth",
	"netPromoterScore", "netSentiment", "netSentimentRatio", "neutral",
	"neutralShare", "note", "now", "oddsP", "oddsRatio", "offset", "other",
	"own", "ownN", "p", "passives", "peak", "period", "positive",
	"positiveShare", "precision", "preferred", "preferredShare",
	"promoters", "q", "quotes", "rank", "ranking", "rated", "rating",
	"recent", "records", "replied", "repliesSeen", "replyEffect",
	"replySpeed", "responseRate", "returned", "reviews", "reviewsByMinute",
	"role", "sameMix", "satisfied", "scored", "sentimentIndex", "share",
	"shareOfVoice", "short", "side", "since", "sinceLast", "source",
	"sources", "stage", "stages", "stars", "starsAgainstText", "stated",
	"status", "stop", "strata", "strength", "summary", "superiority",
	"text", "textless", "total", "trend", "unanswered", "unscored",
	"until", "up", "url", "usual", "usualComplaints",
	"usualComplaintsPerDay", "usualReviews", "value", "vanished",
	"vanishedStars", "verdict", "watched", "weight", "what", "window",
	"within1Hour", "within24Hours", "within30Minutes", "within7Days",
	"word", "words", "z",
};

static int
compare(const void *name, const void *of)
{
	return strcmp(name, *(const char *const *)of);
}

bool
figure_path_is_name(const char *figure)
{
	const char *last = strrchr(figure, '/');
	char room[64];
	size_t length;

	/* A place behind a list: stars/1. */
	if (last != NULL && last[1] != '\0' &&
	    last[1 + strspn(last + 1, "0123456789")] == '\0') {
		length = (size_t)(last - figure);
		for (last = figure + length; last > figure && last[-1] != '/';
		    last--)
			;
		length = (size_t)(figure + length - last);
	} else {
		last = last == NULL ? figure : last + 1;
		length = strlen(last);
	}
	if (length >= sizeof(room))
		return false;
	memcpy(room, last, length);
	room[length] = '\0';
	return bsearch(room, names, sizeof(names) / sizeof(*names),
	    sizeof(*names), compare) != NULL;
}
