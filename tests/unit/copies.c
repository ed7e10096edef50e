/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include <stdio.h>
#include <string.h>

#include "copies.h"
#include "fold.h"

static const char story[] = "We bought this machine in spring and it has "
	"made nine hundred coffees since, without a single bad one. The milk "
	"is silky, the water does not drift, and it hums instead of rattling. "
	"When the app went mad in October I rang them, and the woman on the "
	"phone walked me through brewing without it.";

static double
likeness(const char *a, const char *b)
{
	char x[COPIES_BINS + 1], y[COPIES_BINS + 1];

	copies_sign(text_of(a), x);
	copies_sign(text_of(b), y);
	return copies_likeness(x, y);
}

static void
near_copies(void **state)
{
	char copy[sizeof(story)];

	(void)state;
	near(likeness(story, story), 1, 0);
	memcpy(copy, story, sizeof(story));
	memcpy(strstr(copy, "spring"), "autumn", 6);
	memcpy(strstr(copy, "October"), "January", 7);
	assert_true(likeness(story, copy) > COPIES_LIKE);
	/* Case and marks make no difference. */
	memcpy(copy, story, sizeof(story));
	memcpy(copy, "WE BOUGHT", 9);
	near(likeness(story, copy), 1, 0);
	assert_true(likeness(story, "The parcel came late and nobody on the "
	    "telephone could say where it was; after two weeks I asked for "
	    "my money and have heard nothing since then.") < .3);
}

static void
short_texts_say_nothing(void **state)
{
	uint64_t least, again;

	(void)state;
	assert_false(copies_least(text_of("Great product, works as it "
	    "should."), &least));
	assert_false(copies_least(text_of(""), &least));
	assert_false(copies_least(text_of("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), &least));
	assert_true(copies_least(text_of(story), &least));
	assert_true(copies_least(text_of(story), &again));
	assert_true(least == again);
	/* No bytes of a broken character are read beyond the end. */
	assert_false(copies_least((struct text){"\xE1\x83", 2}, &least));
}

/* Georgian, Arabic: letters without case, and right to left. */
static void
every_script(void **state)
{
	(void)state;
	near(likeness("ძალიან კმაყოფილი ვარ, ყავა გემრიელია და აპარატი ჩუმად "
	    "მუშაობს, მაგრამ ძვირია და ხშირად ჭირდება წმენდა",
	    "ძალიან კმაყოფილი ვარ, ყავა გემრიელია და აპარატი ჩუმად "
	    "მუშაობს, მაგრამ ძვირია და ხშირად ჭირდება წმენდა!!"), 1, .02);
	near(likeness("آلة رائعة والقهوة لذيذة", "آلة رائعة والقهوة لذيذة"),
	    1, 0);
}

/* The table of ASCII says what fold.h says. */
static void
ascii_is_folded(void **state)
{
	uint32_t c;

	(void)state;
	for (c = 0; c < 128; c++) {
		uint16_t entry = fold_entry(c);
		uint32_t letter = entry == FOLD_SELF || entry == FOLD_EMOJI ?
		    c : entry < FOLD_LETTER ? 0 : entry &
		    (FOLD_VALUE | FOLD_SEVERAL);

		assert_int_not_equal(entry, FOLD_DROP);
		assert_int_equal(copies_ascii[c], letter);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(near_copies),
		cmocka_unit_test(short_texts_say_nothing),
		cmocka_unit_test(every_script),
		cmocka_unit_test(ascii_is_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
