/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database_schema.h"

#include <stddef.h>

#define ESTIMATE(name) name " REAL, " name "_low REAL, " name \
	"_high REAL, " name "_n INTEGER, " name "_formula TEXT, " name \
	"_note TEXT"

#define REVIEW "id TEXT, source TEXT, language TEXT, date TEXT," \
	" rating TEXT, best_rating TEXT, words TEXT, text TEXT, url TEXT," \
	" capture_file TEXT, capture_offset INTEGER, fetched TEXT"

const struct database_columns database_table[DATABASE_TABLES] = {
	[DATABASE_REVIEW] = {"review",
	    "key INTEGER PRIMARY KEY, id TEXT, source TEXT, kind TEXT,"
	    " brand TEXT, item TEXT, url TEXT, language TEXT, stars REAL,"
	    " rating TEXT, best TEXT, worst TEXT, title TEXT, body TEXT,"
	    " positive_notes TEXT, negative_notes TEXT, author TEXT,"
	    " published TEXT, published_epoch INTEGER, modified TEXT,"
	    " modified_epoch INTEGER, reply TEXT, reply_date TEXT,"
	    " reply_epoch INTEGER, upvotes INTEGER, location TEXT,"
	    " label TEXT, score INTEGER, text_stars INTEGER,"
	    " unscored_reason TEXT, capture_file TEXT,"
	    " capture_offset INTEGER, fetched TEXT, terms TEXT,"
	    " aspects TEXT, comparisons TEXT, first_run TEXT,"
	    " edited INTEGER, long_text INTEGER", 39},
	[DATABASE_CHANGE] = {"review_change",
	    "key INTEGER PRIMARY KEY, id TEXT, source TEXT, brand TEXT,"
	    " \"row\" TEXT, change TEXT, noticed TEXT, first_run TEXT,"
	    " stars_before REAL, stars_after REAL", 10},
	[DATABASE_STREAM] = {"stream_review",
	    "key INTEGER PRIMARY KEY, stream TEXT NOT NULL,"
	    " review_key INTEGER NOT NULL", 3},
	[DATABASE_RUN] = {"source_run",
	    "key INTEGER PRIMARY KEY, id TEXT, source TEXT, kind TEXT,"
	    " brand TEXT, \"row\" TEXT, started TEXT, ended TEXT,"
	    " requests INTEGER, pages INTEGER, unchanged INTEGER,"
	    " stated INTEGER, collected INTEGER, stop TEXT, status TEXT,"
	    " capture_file TEXT, capture_offset INTEGER, fetched TEXT", 18},
	[DATABASE_AGGREGATE] = {"aggregate",
	    "key INTEGER PRIMARY KEY, id TEXT, source TEXT, kind TEXT,"
	    " brand TEXT, item TEXT, url TEXT, rating TEXT, best TEXT,"
	    " worst TEXT, rating_count TEXT, review_count TEXT,"
	    " capture_file TEXT, capture_offset INTEGER, fetched TEXT", 15},
	[DATABASE_PART] = {"summary_part",
	    "key INTEGER PRIMARY KEY, brand TEXT NOT NULL,"
	    " role TEXT NOT NULL, part TEXT NOT NULL, label TEXT NOT NULL,"
	    " kind TEXT, epoch INTEGER, reviews INTEGER, rated INTEGER, scored INTEGER,"
	    " unscored INTEGER, textless INTEGER, replied INTEGER,"
	    " stars_1 INTEGER, stars_2 INTEGER, stars_3 INTEGER,"
	    " stars_4 INTEGER, stars_5 INTEGER, positive INTEGER,"
	    " neutral INTEGER, negative INTEGER, promoters INTEGER,"
	    " passives INTEGER, detractors INTEGER, stated INTEGER, "
	    ESTIMATE("mean_stars") ", " ESTIMATE("positive_share") ", "
	    ESTIMATE("neutral_share") ", " ESTIMATE("negative_share") ", "
	    ESTIMATE("net_sentiment") ", " ESTIMATE("share_of_voice") ", "
	    ESTIMATE("net_promoter_score") ", "
	    ESTIMATE("net_sentiment_ratio") ", "
	    ESTIMATE("sentiment_index") ", "
	    ESTIMATE("customer_satisfaction") ", "
	    ESTIMATE("response_rate"), 25 + 11 * 6},
	[DATABASE_COMPARISON] = {"comparison",
	    "key INTEGER PRIMARY KEY, own TEXT NOT NULL,"
	    " competitor TEXT NOT NULL, measure TEXT NOT NULL, "
	    ESTIMATE("difference") ", verdict TEXT NOT NULL,"
	    " p REAL, q REAL, needed INTEGER", 14},
	[DATABASE_COVERAGE] = {"coverage",
	    "key INTEGER PRIMARY KEY, brand TEXT NOT NULL,"
	    " source TEXT NOT NULL, kind TEXT, stated INTEGER,"
	    " collected INTEGER NOT NULL, status TEXT, stop TEXT,"
	    " short INTEGER NOT NULL", 9},
	[DATABASE_ABOUT] = {"about",
	    "key INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT", 3},
	[DATABASE_TERM] = {"brand_term",
	    "key INTEGER PRIMARY KEY, brand TEXT, language TEXT,"
	    " term TEXT, reviews INTEGER, weight INTEGER", 6},
	[DATABASE_METADATA] = {"metadata",
	    "key INTEGER PRIMARY KEY, \"table\" TEXT NOT NULL,"
	    " \"column\" TEXT, unit TEXT, description TEXT", 5},

	/* Of explain (trail.h). */
	[DATABASE_LINE] = {"line",
	    "key INTEGER PRIMARY KEY, file INTEGER, offset INTEGER,"
	    " id_hash INTEGER, part INTEGER, cell INTEGER, run INTEGER,"
	    " item_hash INTEGER, marks INTEGER, words INTEGER,"
	    " more_words INTEGER", 11},
	[DATABASE_LINE_PART] = {"line_part",
	    "key INTEGER PRIMARY KEY, brand TEXT, source TEXT, kind TEXT,"
	    " language TEXT, month TEXT", 6},
	[DATABASE_LINE_FILE] = {"line_file",
	    "key INTEGER PRIMARY KEY, name TEXT NOT NULL, bytes INTEGER,"
	    " digest TEXT", 4},

	/* As details.c has them, behind the key. */
	[DATABASE_DETAILS + DETAILS_RANKING] = {"ranking",
	    "key INTEGER PRIMARY KEY, brand TEXT, role TEXT,"
	    " rank INTEGER, drawn REAL, "
	    ESTIMATE("mean_stars")
	    ", weight REAL, mean REAL, method TEXT", 14},
	[DATABASE_DETAILS + DETAILS_ALERTS] = {"alerts",
	    "key INTEGER PRIMARY KEY, brand TEXT, source TEXT,"
	    " what TEXT, first TEXT, last TEXT, days INTEGER,"
	    " now INTEGER, count INTEGER, expected REAL, p REAL,"
	    " q REAL, "
	    ESTIMATE("mean_stars")
	    ", "
	    ESTIMATE("mean_stars_without"), 24},
	[DATABASE_DETAILS + DETAILS_ANSWERING] = {"answering",
	    "key INTEGER PRIMARY KEY, brand TEXT, source TEXT,"
	    " reviews INTEGER, precision TEXT, "
	    ESTIMATE("within_30_minutes")
	    ", "
	    ESTIMATE("within_1_hour")
	    ", "
	    ESTIMATE("within_24_hours")
	    ", "
	    ESTIMATE("within_7_days")
	    ", median_minutes INTEGER, median_low INTEGER,"
	    " median_high INTEGER", 32},
	[DATABASE_DETAILS + DETAILS_ASPECTS] = {"aspects",
	    "key INTEGER PRIMARY KEY, brand TEXT, level TEXT,"
	    " name TEXT, reviews INTEGER, positive INTEGER,"
	    " neutral INTEGER, negative INTEGER, "
	    ESTIMATE("positive_share"), 14},
	[DATABASE_DETAILS + DETAILS_WORDS] = {"words",
	    "key INTEGER PRIMARY KEY, brand TEXT, word TEXT,"
	    " language TEXT, reviews INTEGER, authors INTEGER,"
	    " weight REAL", 7},
	[DATABASE_DETAILS + DETAILS_WORDS_APART] = {"words_apart",
	    "key INTEGER PRIMARY KEY, own TEXT, competitor TEXT,"
	    " side TEXT, word TEXT, language TEXT, own_reviews INTEGER,"
	    " competitor_reviews INTEGER, own_authors INTEGER,"
	    " competitor_authors INTEGER, z REAL, q REAL", 12},
	[DATABASE_DETAILS + DETAILS_NEAR_COPIES] = {"near_copies",
	    "key INTEGER PRIMARY KEY, brand TEXT, cluster INTEGER,"
	    " reviews INTEGER, first TEXT, last TEXT, "
	    ESTIMATE("mean_stars")
	    ", "
	    ESTIMATE("brand_stars")
	    ", "
	    ESTIMATE("brand_stars_without")
	    ", "
	    REVIEW, 36},
	[DATABASE_DETAILS + DETAILS_CONTRADICTIONS] = {"contradictions",
	    "key INTEGER PRIMARY KEY, brand TEXT, "
	    REVIEW, 14},
	[DATABASE_DETAILS + DETAILS_UNANSWERED] = {"unanswered",
	    "key INTEGER PRIMARY KEY, brand TEXT, role TEXT, "
	    REVIEW, 15},
	[DATABASE_DETAILS + DETAILS_DIFFERENCES] = {"differences",
	    "key INTEGER PRIMARY KEY, own TEXT, competitor TEXT,"
	    " level TEXT, name TEXT, "
	    ESTIMATE("difference")
	    ", verdict TEXT, p REAL, q REAL, needed INTEGER,"
	    " own_n INTEGER, competitor_n INTEGER", 17},
	[DATABASE_DETAILS + DETAILS_TREND] = {"trend",
	    "key INTEGER PRIMARY KEY, brand TEXT, months INTEGER,"
	    " first TEXT, last TEXT, "
	    ESTIMATE("mean_stars_per_month")
	    ", mean_stars_p REAL, "
	    ESTIMATE("negative_share_per_month")
	    ", negative_share_p REAL, complaints_per_day REAL,"
	    " usual_per_day REAL, usual_low REAL, usual_high REAL,"
	    " direction TEXT", 24},
	[DATABASE_DETAILS + DETAILS_CHANGES] = {"changes",
	    "key INTEGER PRIMARY KEY, brand TEXT, edited INTEGER,"
	    " up INTEGER, down INTEGER, "
	    ESTIMATE("mean_stars_unedited") ", "
	    ESTIMATE("change_replied") ", "
	    ESTIMATE("change_unreplied") ", "
	    ESTIMATE("reply_effect")
	    ", watched INTEGER, vanished INTEGER, "
	    ESTIMATE("mean_stars_without_vanished"), 37},
	[DATABASE_DETAILS + DETAILS_RECENT] = {"recent",
	    "key INTEGER PRIMARY KEY, brand TEXT, since TEXT,"
	    " new_reviews INTEGER, new_complaints INTEGER,"
	    " edited INTEGER, vanished INTEGER, returned INTEGER, "
	    ESTIMATE("mean_stars_new") ", "
	    ESTIMATE("mean_stars_then") ", "
	    ESTIMATE("mean_stars_now")
	    ", week_reviews INTEGER, usual_reviews REAL,"
	    " week_complaints INTEGER, usual_complaints REAL,"
	    " complaint_ratio REAL, ratio_low REAL, ratio_high REAL,"
	    " ratio_p REAL", 34},
	[DATABASE_DETAILS + DETAILS_HEAD_TO_HEAD] = {"head_to_head",
	    "key INTEGER PRIMARY KEY, brand TEXT, other TEXT,"
	    " aspect TEXT, preferred INTEGER, against INTEGER, "
	    ESTIMATE("preferred_share"), 12},
	[DATABASE_DETAILS + DETAILS_CHURN] = {"churn",
	    "key INTEGER PRIMARY KEY, brand TEXT, period TEXT,"
	    " customers INTEGER, lost INTEGER, "
	    ESTIMATE("lost_share"), 11},
};

const char *const database_after[] = {

	"CREATE VIEW term AS SELECT r.key AS review_key,"
	" t.value ->> '$[0]' AS term,"
	" CAST(t.value ->> '$[1]' AS INTEGER) AS weight,"
	" t.value ->> '$[2]' AS field,"
	" CAST(t.value ->> '$[3]' AS INTEGER) AS start,"
	" CAST(t.value ->> '$[4]' AS INTEGER) AS \"end\","
	" ifnull(t.value ->> '$[5]', r.language) AS language"
	" FROM review AS r, json_each(r.terms) AS t",

	"CREATE VIEW mention AS SELECT r.key AS review_key,"
	" m.value ->> '$[0]' AS aspect,"
	" m.value ->> '$[1]' AS stage,"
	" CAST(m.value ->> '$[2]' AS INTEGER) AS score"
	" FROM review AS r, json_each(r.aspects) AS m",

	"CREATE VIEW preference AS SELECT r.key AS review_key,"
	" p.value ->> '$[0]' AS preferred,"
	" p.value ->> '$[1]' AS other,"
	" p.value ->> '$[2]' AS aspect"
	" FROM review AS r, json_each(r.comparisons) AS p",

	"CREATE VIEW brand_month AS SELECT brand, role, label AS month, epoch,"
	" reviews, rated, mean_stars, mean_stars_low, mean_stars_high,"
	" scored, positive, neutral, negative, net_sentiment,"
	" net_sentiment_low, net_sentiment_high, replied"
	" FROM summary_part WHERE part = 'month' ORDER BY brand, month",

	"CREATE VIEW brand_source AS SELECT p.brand, p.role,"
	" p.label AS source, p.kind, p.reviews, p.rated, p.mean_stars,"
	" p.mean_stars_low, p.mean_stars_high, p.scored, p.net_sentiment,"
	" p.net_sentiment_low, p.net_sentiment_high, c.stated, c.status,"
	" c.stop, c.short FROM summary_part AS p LEFT JOIN coverage AS c"
	" ON c.brand = p.brand AND c.source = p.label"
	" WHERE p.part = 'source' ORDER BY p.brand, p.label",

	"CREATE VIEW unanswered_complaints AS SELECT r.brand, t.role,"
	" r.source, r.published, r.stars, r.score, r.title, r.body, r.url,"
	" r.language, r.id FROM review AS r LEFT JOIN summary_part AS t"
	" ON t.part = 'total' AND t.brand = ifnull(r.brand, '')"
	" WHERE r.reply IS NULL AND (r.stars <= 2 OR r.label = 'neg')"
	" ORDER BY r.published_epoch DESC, r.key",

	"CREATE VIEW stars_against_words AS SELECT brand, source,"
	" published, stars, label, score, title, body, url, id FROM review"
	" WHERE (stars <= 2 AND label = 'pos') OR"
	" (stars >= 4 AND label = 'neg')"
	" ORDER BY abs(score) DESC, key",

	"CREATE VIEW latest_run AS SELECT brand, source, \"row\", started,"
	" ended, status, stop, stated, collected FROM source_run AS a"
	" WHERE NOT EXISTS (SELECT 1 FROM source_run AS b WHERE"
	" b.\"row\" = a.\"row\" AND (b.ended, b.key) > (a.ended, a.key))"
	" ORDER BY brand, source, \"row\"",

	"CREATE VIEW datasette_metadata AS SELECT json_object("
	"'title', 'Sayso', 'databases', json_object('sayso', json_object("
	"'tables', json_group_object(name, json_object('description', text,"
	" 'columns', json(columns)))))) AS json FROM (SELECT"
	" t.\"table\" AS name, t.description AS text, (SELECT"
	" json_group_object(c.\"column\", ifnull(c.description, '') ||"
	" ifnull(' [' || c.unit || ']', '')) FROM metadata AS c WHERE"
	" c.\"table\" = t.\"table\" AND c.\"column\" IS NOT NULL) AS columns"
	" FROM metadata AS t WHERE t.\"column\" IS NULL ORDER BY t.key)",
	NULL,
};
