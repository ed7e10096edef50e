/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "since.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "json.h"
#include "slurp.h"
#include "summary.h"
#include "tally.h"

enum { BYTES_MAX = 256 << 20 };

/* The digits of an instant; "" where it is none. */
static void
digits_of(struct text instant, char to[SINCE_DIGITS + 1])
{
	struct calendar_date d;
	char room[CALENDAR_TEXT];

	to[0] = '\0';
	if (text_is_absent(instant) || !calendar_read(instant, &d))
		return;
	calendar_write_compact(calendar_instant(&d), room);
	if (strlen(room) == SINCE_DIGITS)
		memcpy(to, room, SINCE_DIGITS + 1);
}

void
since_read(struct since *to, const char *path)
{
	struct json_document *d = NULL;
	struct complaint ignored;
	struct buffer bytes;

	*to = (struct since){.said = false};
	buffer_init(&bytes, BYTES_MAX);
	if (slurp(path, &bytes, &ignored) == 0 && bytes.length > 0)
		d = json_read(bytes.bytes, bytes.length, false, path,
		    &ignored);
	if (d != NULL) {
		const struct json *root = json_root(d);

		digits_of(json_text(json_member(root, "until")), to->until);
		digits_of(json_text(json_member(root, "since")), to->since);
	}
	json_free(d);
	buffer_release(&bytes);
}

int
since_say(struct since *to, const char *said, struct complaint *c)
{
	*to = (struct since){.said = true};
	digits_of(text_of(said), to->since);
	if (to->since[0] != '\0')
		return 0;
	return complain(c, 0, "--since: no date: %.80s", said);
}

int
since_as_of(const char *said, struct complaint *c)
{
	struct calendar_date d;

	if (said == NULL || (calendar_read(text_of(said), &d) &&
	    d.precision == CALENDAR_DAY))
		return 0;
	return complain(c, 0, "--as-of: no day such as 2026-11-21: %.80s",
	    said);
}

/* seen|brand|source|row|run|stars|class */
static int
look_at(void *context, struct text key, int64_t n)
{
	struct text f[TALLY_FIELDS_MAX];
	char *until = context, run[SINCE_DIGITS + 1] = "";

	(void)n;
	if (tally_split(key, f) != 7 || f[4].length < SINCE_DIGITS)
		return 0;
	memcpy(run, f[4].bytes, SINCE_DIGITS);
	/* Files of others may have any name. */
	if (strspn(run, "0123456789TZ") == SINCE_DIGITS &&
	    strcmp(run, until) > 0)
		memcpy(until, run, sizeof(run));
	return 0;
}

int
since_choose(const struct since *last, struct tally *tally,
	struct summary *to)
{
	char until[SINCE_DIGITS + 1] = "";
	const char *since = "";

	tally_each_of(tally, "seen|", look_at, until);
	if (last != NULL && last->said)
		since = last->since;
	else if (last != NULL && last->until[0] != '\0')
		since = strcmp(last->until, until) < 0 ? last->until :
		    strcmp(last->until, until) == 0 ? last->since : "";
	if (until[0] != '\0' && (to->until = arena_string(&to->arena,
	    until)) == NULL)
		return -1;
	if (since[0] != '\0' && (to->since = arena_string(&to->arena,
	    since)) == NULL)
		return -1;
	return 0;
}

const char *
since_text(const char *digits, char to[SINCE_TEXT])
{
	snprintf(to, SINCE_TEXT, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", digits,
	    digits + 4, digits + 6, digits + 9, digits + 11, digits + 13);
	return to;
}
