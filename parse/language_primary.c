/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

enum { SUBTAG_MIN = 2, SUBTAG_MAX = 8 };	/* RFC 5646, 2.1 */

/* Old codes and ISO 639-2 codes that people declare, and languages that are
 * one to the lexicon. */
static const struct same {
	const char *declared, *tag;
} same[] = {
	{"bos", "hr"}, {"bs", "hr"}, {"cnr", "hr"}, {"hrv", "hr"},
	{"sh", "hr"}, {"sr", "hr"}, {"srp", "hr"},
	{"ara", "ar"}, {"eng", "en"}, {"fas", "fa"}, {"geo", "ka"},
	{"kat", "ka"}, {"per", "fa"}, {"prs", "fa"},
	{"in", "id"}, {"iw", "he"}, {"ji", "yi"}, {"jw", "jv"}, {"mo", "ro"},
	{"nb", "no"}, {"nn", "no"}, {"zxx", "und"}, {"mul", "und"},
	{"mis", "und"},
};

static bool
is_end(struct text tag, size_t at)
{
	return at == tag.length || tag.bytes[at] == '-' ||
	    tag.bytes[at] == '_';
}

const char *
language_primary(struct text tag, char to[LANGUAGE_TAG])
{
	size_t n = 0, i;
	char c;

	for (; tag.bytes != NULL && n < SUBTAG_MAX && !is_end(tag, n); n++) {
		c = tag.bytes[n];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c + ('a' - 'A'));
		if (c < 'a' || c > 'z')
			break;
		to[n] = c;
	}
	to[n] = '\0';
	if (n < SUBTAG_MIN || !is_end(tag, n))
		return strcpy(to, "und");
	for (i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		if (to[0] == same[i].declared[0] &&
		    strcmp(to, same[i].declared) == 0)
			return strcpy(to, same[i].tag);
	return to;
}
