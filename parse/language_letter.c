/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language_letter.h"

#include <stddef.h>

/* Sorted.  The learner, language_learn.pl, has the same borders for the
 * three scripts that are learned. */
static const struct range {
	uint32_t from, to;
	enum language_script script;
} ranges[] = {
	{0x00AA, 0x00AA, SCRIPT_LATIN}, {0x00AD, 0x00AD, SCRIPT_SILENT},
	{0x00BA, 0x00BA, SCRIPT_LATIN}, {0x00C0, 0x00D6, SCRIPT_LATIN},
	{0x00D8, 0x00F6, SCRIPT_LATIN}, {0x00F8, 0x024F, SCRIPT_LATIN},
	{0x0250, 0x02AF, SCRIPT_LATIN}, {0x0300, 0x036F, SCRIPT_SILENT},
	{0x0370, 0x03FF, SCRIPT_GREEK}, {0x0400, 0x0481, SCRIPT_CYRILLIC},
	{0x0483, 0x0489, SCRIPT_SILENT}, {0x048A, 0x052F, SCRIPT_CYRILLIC},
	{0x0531, 0x0587, SCRIPT_ARMENIAN}, {0x0591, 0x05C7, SCRIPT_SILENT},
	{0x05D0, 0x05F2, SCRIPT_HEBREW}, {0x0610, 0x061A, SCRIPT_SILENT},
	{0x0620, 0x063F, SCRIPT_ARABIC}, {0x0640, 0x0640, SCRIPT_SILENT},
	{0x0641, 0x064A, SCRIPT_ARABIC}, {0x064B, 0x065F, SCRIPT_SILENT},
	{0x066E, 0x066F, SCRIPT_ARABIC}, {0x0670, 0x0670, SCRIPT_SILENT},
	{0x0671, 0x06D3, SCRIPT_ARABIC}, {0x06D5, 0x06D5, SCRIPT_ARABIC},
	{0x06EE, 0x06EF, SCRIPT_ARABIC}, {0x06FA, 0x06FF, SCRIPT_ARABIC},
	{0x0750, 0x077F, SCRIPT_ARABIC}, {0x08A0, 0x08C7, SCRIPT_ARABIC},
	{0x0900, 0x0965, SCRIPT_DEVANAGARI}, {0x0980, 0x09E3, SCRIPT_BENGALI},
	{0x0A00, 0x0A65, SCRIPT_GURMUKHI}, {0x0A80, 0x0AE3, SCRIPT_GUJARATI},
	{0x0B80, 0x0BE3, SCRIPT_TAMIL}, {0x0C00, 0x0C63, SCRIPT_TELUGU},
	{0x0C80, 0x0CE3, SCRIPT_KANNADA}, {0x0D00, 0x0D63, SCRIPT_MALAYALAM},
	{0x0D80, 0x0DDF, SCRIPT_SINHALA}, {0x0E01, 0x0E4E, SCRIPT_THAI},
	{0x0E80, 0x0ECD, SCRIPT_LAO}, {0x1000, 0x103F, SCRIPT_BURMESE},
	{0x10A0, 0x10FA, SCRIPT_GEORGIAN}, {0x10FC, 0x10FF, SCRIPT_GEORGIAN},
	{0x1100, 0x11FF, SCRIPT_HANGUL}, {0x1200, 0x135A, SCRIPT_ETHIOPIC},
	{0x1780, 0x17D3, SCRIPT_KHMER}, {0x1C90, 0x1CBF, SCRIPT_GEORGIAN},
	{0x1E00, 0x1EFF, SCRIPT_LATIN}, {0x1F00, 0x1FFF, SCRIPT_GREEK},
	{0x200D, 0x200F, SCRIPT_SILENT}, {0x2D00, 0x2D2D, SCRIPT_GEORGIAN},
	{0x3041, 0x309F, SCRIPT_KANA}, {0x30A1, 0x30FA, SCRIPT_KANA},
	{0x30FC, 0x30FF, SCRIPT_KANA}, {0x3400, 0x4DBF, SCRIPT_HAN},
	{0x4E00, 0x9FFF, SCRIPT_HAN}, {0xAC00, 0xD7A3, SCRIPT_HANGUL},
	{0xF900, 0xFAFF, SCRIPT_HAN}, {0xFB50, 0xFDFB, SCRIPT_ARABIC},
	{0xFE00, 0xFE0F, SCRIPT_SILENT}, {0xFE70, 0xFEFC, SCRIPT_ARABIC},
	{0x20000, 0x3134F, SCRIPT_HAN},
};

static uint32_t
latin_lower(uint32_t c)
{
	if (c >= 0xC0 && c <= 0xDE)
		return c + 0x20;
	if (c == 0x130)		/* Turkish dotted I: a plain i elsewhere */
		return 'i';
	if (c == 0x178)
		return 0xFF;
	if (c == 0x18F)
		return 0x259;
	/* Two rows of pairs have the capital on the odd number. */
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) ||
	    (c >= 0x1CD && c <= 0x1DC) || c == 0x1AF)
		return c + (c & 1);
	if ((c >= 0x100 && c <= 0x177) || c == 0x1A0 ||
	    (c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F) ||
	    (c >= 0x222 && c <= 0x233) || (c >= 0x1E00 && c <= 0x1E95) ||
	    (c >= 0x1EA0 && c <= 0x1EFF))
		return c | 1;
	return c;
}

static uint32_t
cyrillic_lower(uint32_t c)
{
	if (c < 0x410)
		return c + 0x50;
	if (c < 0x430)
		return c + 0x20;
	if (c < 0x460)
		return c;
	if (c == 0x4C0)
		return 0x4CF;
	if (c > 0x4C0 && c <= 0x4CE)
		return c + (c & 1);
	return c | 1;
}

enum language_script
language_letter(uint32_t c, uint32_t *lower)
{
	size_t low = 0, high = sizeof(ranges) / sizeof(ranges[0]), middle;

	*lower = c;
	if (c < 0x80) {
		*lower = c >= 'A' && c <= 'Z' ? c + 0x20 : c;
		return *lower >= 'a' && *lower <= 'z' ? SCRIPT_LATIN :
		    SCRIPT_BORDER;
	}
	while (low < high) {
		middle = low + (high - low) / 2;
		if (c > ranges[middle].to)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == sizeof(ranges) / sizeof(ranges[0]) || c < ranges[low].from)
		return SCRIPT_BORDER;
	if (ranges[low].script == SCRIPT_LATIN)
		*lower = latin_lower(c);
	else if (ranges[low].script == SCRIPT_CYRILLIC)
		*lower = cyrillic_lower(c);
	return ranges[low].script;
}
