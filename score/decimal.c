/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decimal.h"

#define ONE(a) {{'0' + a, 0, 0}, 1}
#define TWO(a, b) {{'0' + a, '0' + b, 0}, 2}
#define THREE(a, b, c) {{'0' + a, '0' + b, '0' + c}, 3}
#define TWOS(a) TWO(a, 0), TWO(a, 1), TWO(a, 2), TWO(a, 3), TWO(a, 4), \
	TWO(a, 5), TWO(a, 6), TWO(a, 7), TWO(a, 8), TWO(a, 9)
#define TEN(a, b) THREE(a, b, 0), THREE(a, b, 1), THREE(a, b, 2), \
	THREE(a, b, 3), THREE(a, b, 4), THREE(a, b, 5), THREE(a, b, 6), \
	THREE(a, b, 7), THREE(a, b, 8), THREE(a, b, 9)
#define HUNDRED(a) TEN(a, 0), TEN(a, 1), TEN(a, 2), TEN(a, 3), TEN(a, 4), \
	TEN(a, 5), TEN(a, 6), TEN(a, 7), TEN(a, 8), TEN(a, 9)

const struct decimal_short decimal_short[1000] = {
	ONE(0), ONE(1), ONE(2), ONE(3), ONE(4), ONE(5), ONE(6), ONE(7),
	ONE(8), ONE(9), TWOS(1), TWOS(2), TWOS(3), TWOS(4), TWOS(5), TWOS(6),
	TWOS(7), TWOS(8), TWOS(9), HUNDRED(1), HUNDRED(2), HUNDRED(3),
	HUNDRED(4), HUNDRED(5), HUNDRED(6), HUNDRED(7), HUNDRED(8), HUNDRED(9),
};
