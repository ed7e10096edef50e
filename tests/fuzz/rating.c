/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratings: digits and a point, whatever was written. */
#include "fuzz.h"

#include "rating.h"
#include "rating_number.h"

static void
claim_number(const char *digits)
{
	size_t i, points = 0;

	CLAIM(strlen(digits) < RATING_DIGITS);
	for (i = digits[0] == '-'; digits[i] != '\0'; i++) {
		points += digits[i] == '.';
		CLAIM(digits[i] == '.' ||
		    (digits[i] >= '0' && digits[i] <= '9'));
	}
	CLAIM(points <= 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const struct text t = {(const char *)bytes, length};
	const struct text half = {t.bytes, length / 2};
	const struct text rest = {t.bytes + length / 2, length - length / 2};
	char digits[RATING_DIGITS];
	struct rating r;

	if (rating_read(t, &r)) {
		CLAIM(r.value[0] != '\0');
		claim_number(r.value);
		claim_number(r.best);
		claim_number(r.worst);
	}
	if (rating_fields(half, rest, t, &r))
		claim_number(r.value);
	CLAIM(rating_number(t, digits) <= length);
	rating_count(t, digits);
	return 0;
}
