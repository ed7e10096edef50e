/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include "buffer.h"
#include "charset.h"

struct sample {
	const char *bytes;
	size_t length;
	const char *declared, *charset, *text;
};

#define BYTES(s) s, sizeof(s) - 1

static void
the_order_of_belief(void **state)
{
	static const struct sample samples[] = {
		/* A mark before all else. */
		{BYTES("\xEF\xBB\xBF" "caf\xC3\xA9"), "iso-8859-1", "UTF-8",
		    "café"},
		{BYTES("\xFF\xFE" "c\0\xE9\0"), NULL, "UTF-16LE", "cé"},
		/* Valid UTF-8 wins over what is declared. */
		{BYTES("<meta charset=windows-1251>\xC3\xA9"), "shift_jis",
		    "UTF-8", "<meta charset=windows-1251>é"},
		/* Then the server, then the page. */
		{BYTES("<meta charset=utf-8>\xEF\xF0\xE8"), "windows-1251",
		    "windows-1251", "<meta charset=utf-8>при"},
		{BYTES("<meta http-equiv=x content='text/html; "
		    "charset=koi8-r'>\xD0\xD2\xC9"), NULL, "koi8-r",
		    "<meta http-equiv=x content='text/html; "
		    "charset=koi8-r'>при"},
		{BYTES("<?xml version='1.0' encoding='ISO-8859-2'?>\xB1 z"),
		    NULL, "ISO-8859-2",
		    "<?xml version='1.0' encoding='ISO-8859-2'?>ą z"},
		{BYTES("\x93" "caf\xE9\x94 z"), NULL, "windows-1252",
		    "“café” z"},
		{BYTES("\x93" "x z"), "latin1", "latin1", "“x z"},
		{BYTES("caf\xE9 z"), "no-such-charset", "windows-1252",
		    "café z"},
		/* Declared as UTF-8 and broken: the bad bytes are marked. */
		{BYTES("a\xFF z"), "utf-8", "utf-8", "a\xEF\xBF\xBD z"},
		/* A page that was cut inside a character. */
		{BYTES("caf\xC3\xA9 \xE2\x82"), NULL, "UTF-8", "café "},
	};
	char name[CHARSET_NAME];
	struct buffer room;
	struct text got;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		const struct sample *s = &samples[i];

		buffer_init(&room, 1 << 20);
		assert_int_equal(charset_decode((struct text){s->bytes,
		    s->length}, text_of(s->declared), &room, &got, name), 0);
		page_text("text", got, s->text);
		assert_string_equal(name, s->charset);
		buffer_release(&room);
	}
}

static void
a_ceiling_is_kept(void **state)
{
	char bytes[1000], name[CHARSET_NAME];
	struct buffer room;
	struct text got;

	(void)state;
	memset(bytes, 0xE9, sizeof(bytes));
	buffer_init(&room, 100);
	assert_int_equal(charset_decode((struct text){bytes, sizeof(bytes)},
	    text_of("windows-1252"), &room, &got, name), -1);
	buffer_release(&room);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_order_of_belief),
		cmocka_unit_test(a_ceiling_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
