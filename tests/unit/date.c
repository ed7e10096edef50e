/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "date.h"
#include "date_jalali.h"
#include "date_words.h"

/* 2026-11-21T20:21:22Z, a Saturday */
#define FETCHED ((int64_t)1795292482)

struct sample {
	const char *text, *language, *written;
};

static void
check(const struct sample *samples, size_t count)
{
	char written[CALENDAR_TEXT];
	struct calendar_date d;
	size_t i;

	for (i = 0; i < count; i++) {
		const struct sample *s = &samples[i];

		if (!date_read(text_of(s->text), text_of(s->language), FETCHED,
		    &d)) {
			if (s->written != NULL)
				fail_msg("%s: nothing", s->text);
			continue;
		}
		calendar_write(&d, written);
		if (s->written == NULL || strcmp(written, s->written) != 0)
			fail_msg("%s: %s", s->text, written);
	}
}

#define CHECK(samples) check(samples, sizeof(samples) / sizeof(samples[0]))

static void
machine_forms(void **state)
{
	static const struct sample samples[] = {
		{"2026-08-09", NULL, "2026-08-09"}, {"2026-08", NULL, "2026-08"},
		{"2026", NULL, "2026"}, {"20050418", NULL, "2005-04-18"},
		{"200502", NULL, "2005-02"},
		{"20050418T2300-0700", NULL, "2005-04-18T23:00-07:00"},
		{"2019-08-06T17:59:07", NULL, "2019-08-06T17:59:07"},
		{"2026-07-15T16:06:18-07:00", NULL,
		    "2026-07-15T16:06:18-07:00"},
		{"2026-09-22T05:58:16.4220519+03:30", NULL,
		    "2026-09-22T05:58:16+03:30"},
		{"2024-06-03 22:45:18", NULL, "2024-06-03T22:45:18"},
		{"2023-07-04 12:33:00 UTC", NULL, "2023-07-04T12:33:00Z"},
		{"Mon, 29 Jun 2020 01:41:48 +1200", NULL,
		    "2020-06-29T01:41:48+12:00"},
		{"Fri May 06 16:15:12 -0700 2011", NULL,
		    "2011-05-06T16:15:12-07:00"},
		{"Tue Apr 01 2025 20:08:29 GMT+0100 (British Summer Time)",
		    NULL, "2025-04-01T20:08:29+01:00"},
		{"1452316372", NULL, "2016-01-09T05:12:52Z"},
		{"1452316372000", NULL, "2016-01-09T05:12:52Z"},
		{"2020.10.07", NULL, "2020-10-07"},
	};

	(void)state;
	CHECK(samples);
}

static void
words_of_many_languages(void **state)
{
	static const struct sample samples[] = {
		{"October 24, 2011", NULL, "2011-10-24"},
		{"2nd April 2025", NULL, "2025-04-02"},
		{"Reviewed in Italy on May 3, 2020", NULL, "2020-05-03"},
		{"Oct 2011", NULL, "2011-10"},
		{"Commenté en France le 3 février 2020", "fr", "2020-02-03"},
		{"1er août 2019", "fr", "2019-08-01"},
		{"Rezension aus Deutschland vom 5. März 2019", "de",
		    "2019-03-05"},
		{"5 de setembro de 2018", "pt", "2018-09-05"},
		{"12 ago 2024", "es", "2024-08-12"},
		{"el 24 de enero de 2021", "es", "2021-01-24"},
		{"il 7 gennaio 2021", "it", "2021-01-07"},
		{"15. listopada 2023.", "hr", "2023-10-15"},
		{"15. listopadu 2023", "cs", "2023-11-15"},
		{"15 listopada 2023", "pl", "2023-11-15"},
		{"3. siječnja 2022.", "hr", "2022-01-03"},
		{"3. јануар 2022", "sr", "2022-01-03"},
		{"14 мая 2023 г.", "ru", "2023-05-14"},
		{"5 ივნისი, 2024", "ka", "2024-06-05"},
		{"5 აპრილს 2024", "ka", "2024-04-05"},
		{"٣ أغسطس ٢٠٢٣", "ar", "2023-08-03"},
		{"5 كانون الثاني 2023", "ar", "2023-01-05"},
		{"5 تشرين الأول 2023", "ar", "2023-10-05"},
		{"2 مهر 1405", "fa", "2026-09-24"},
		{"۱ مهر ۱۴۰۵", "fa", "2026-09-23"},
		{"۱۴۰۵/۷/۲", "fa", "2026-09-24"},
		{"۳۰ اسفند ۱۴۰۳", "fa", "2025-03-20"},
		{"۵ ژانویه ۲۰۲۴", "fa", "2024-01-05"},
		{"2024年3月5日に日本でレビュー済み", "ja", "2024-03-05"},
		{"2024년 3월 5일", "ko", "2024-03-05"},
		{"12 Kasım 2022", "tr", "2022-11-12"},
		{"5 Μαΐου 2022", "el", "2022-05-05"},
		{"October 24, 2011 at 5:04 pm", NULL, "2011-10-24T17:04"},
		{"24 Oct '11", NULL, "2011-10-24"},
		/* The year of the Persian month is sure, its month is not. */
		{"مهر ۱۴۰۵", "fa", "2026"},
	};

	(void)state;
	CHECK(samples);
}

static void
order_of_numbers(void **state)
{
	static const struct sample samples[] = {
		{"4/5/2021", "en-US", "2021-04-05"},
		{"4/5/2021", "en-GB", "2021-05-04"},
		{"4/5/2021", "pt-BR", "2021-05-04"},
		{"4/5/2021", NULL, "2021"},
		{"4/5/2021 10:00:00 AM", NULL, "2021-04-05T10:00:00"},
		{"14/5/2021", "en-US", "2021-05-14"},
		{"5/14/2021", "de", "2021-05-14"},
		{"4.5.2021", NULL, "2021-05-04"},
		{"04-05-21", "nl", "2021-05-04"},
	};

	(void)state;
	CHECK(samples);
}

static void
relative_dates_keep_their_precision(void **state)
{
	static const struct sample samples[] = {
		{"3 weeks ago", NULL, "2026-10"}, {"a month ago", NULL, "2026-10"},
		{"11 months ago", NULL, "2025-12"},
		{"2 years ago", NULL, "2024"}, {"an hour ago", NULL, "2026-11-21"},
		{"23 hours ago", NULL, "2026-11-20"},
		{"5 minutes ago", NULL, "2026-11-21T20:16Z"},
		{"yesterday", NULL, "2026-11-20"}, {"Edited 3 days ago", NULL,
		    "2026-11-18"},
		{"4 dager siden", "no", "2026-11-17"},
		{"il y a 3 jours", "fr", "2026-11-18"},
		{"il y a un an", "fr", "2025"},
		{"vor einem Monat", "de", "2026-10"},
		{"vor 2 Tagen", "de", "2026-11-19"},
		{"hace una semana", "es", "2026-11"},
		{"há 2 meses", "pt", "2026-09"}, {"3 giorni fa", "it", "2026-11-18"},
		{"prije 3 dana", "hr", "2026-11-18"},
		{"pre dva meseca", "sr", "2026-09"},
		{"2 недели назад", "ru", "2026-11"}, {"вчера", "ru", "2026-11-20"},
		{"3 დღის წინ", "ka", "2026-11-18"},
		{"გუშინ", "ka", "2026-11-20"},
		{"منذ 3 أيام", "ar", "2026-11-18"},
		{"قبل يومين", "ar", "2026-11-19"}, {"منذ شهر", "ar", "2026-10"},
		{"۳ روز پیش", "fa", "2026-11-18"}, {"دیروز", "fa", "2026-11-20"},
		{"3日前", "ja", "2026-11-18"}, {"2天前", "zh", "2026-11-19"},
		{"last month", NULL, "2026-10"},
		{"avant-hier", "fr", "2026-11-19"},
		{"l'altro ieri", "it", "2026-11-19"},
		{"أول أمس", "ar", "2026-11-19"},
		{"prije godinu dana", "hr", "2025"},
		{"eergisteren", "nl", "2026-11-19"},
		{"dzisiaj", "pl", "2026-11-21"},
		{"пре 3 недеље", "sr", "2026-10"}, {"јуче", "sr", "2026-11-20"},
		{"πριν από 3 εβδομάδες", "el", "2026-10"},
		{"2 күн бұрын", "kk", "2026-11-19"},
	};
	struct calendar_date d;

	(void)state;
	CHECK(samples);
	assert_false(date_read(text_of("3 weeks ago"), text_of(NULL),
	    DATE_NO_INSTANT, &d));
}

static void
what_is_no_date_is_none(void **state)
{
	static const struct sample samples[] = {
		{"", NULL, NULL}, {"good", NULL, NULL}, {"5 stars", NULL, NULL},
		{"31 February 2021", NULL, NULL}, {"2021-13-01", NULL, NULL},
		{"May", NULL, NULL}, {"12", NULL, NULL}, {"0000-00-00", NULL, NULL},
		{"@date@", NULL, NULL}, {"3/2", NULL, NULL},
	};

	(void)state;
	CHECK(samples);
}

static void
persian_years_have_their_leap_days(void **state)
{
	static const int leap[] = {1391, 1395, 1399, 1403, 1408, 1412, 1416};
	int64_t first, next, year_day;
	int year;
	size_t i;

	(void)state;
	for (year = 1390; year < 1418; year++) {
		bool is_leap = false;

		for (i = 0; i < sizeof(leap) / sizeof(leap[0]); i++)
			is_leap = is_leap || leap[i] == year;
		assert_true(date_from_jalali(year, 1, 1, &first));
		assert_true(date_from_jalali(year + 1, 1, 1, &next));
		assert_int_equal(next - first, is_leap ? 366 : 365);
		assert_int_equal(date_from_jalali(year, 12, 30, &year_day),
		    is_leap);
	}
	assert_false(date_from_jalali(1400, 7, 31, &first));
	assert_false(date_from_jalali(1400, 13, 1, &first));
}

static void
words_are_kept_folded(void **state)
{
	static const char *const words[] = {
		"January", "JANVIER", "März", "Août", "сентября", "ИЮНЯ",
		"Şubat", "Μαΐου", "أغسطس", "فروردین", "იანვარი", "Yesterday",
	};
	char folded[DATE_WORD_MAX];
	size_t i, length;
	int value;

	(void)state;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		length = date_fold(text_of(words[i]), folded);
		if (date_word_look_up(folded, length, &value) == DATE_NO_WORD)
			fail_msg("%s", words[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(machine_forms),
		cmocka_unit_test(words_of_many_languages),
		cmocka_unit_test(order_of_numbers),
		cmocka_unit_test(relative_dates_keep_their_precision),
		cmocka_unit_test(what_is_no_date_is_none),
		cmocka_unit_test(persian_years_have_their_leap_days),
		cmocka_unit_test(words_are_kept_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
