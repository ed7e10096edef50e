/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "address.h"

#include <netinet/in.h>
#include <stdint.h>
#include <string.h>

struct range {
	uint32_t first;
	int bits;
};

static bool
is_public_4(const unsigned char octet[4])
{
	static const struct range closed[] = {
		{0x00000000, 8}, {0x0A000000, 8}, {0x64400000, 10},
		{0x7F000000, 8}, {0xA9FE0000, 16}, {0xAC100000, 12},
		{0xC0000000, 24}, {0xC0A80000, 16}, {0xC6120000, 15},
		{0xE0000000, 3},
	};
	uint32_t a = (uint32_t)octet[0] << 24 | (uint32_t)octet[1] << 16 |
	    (uint32_t)octet[2] << 8 | octet[3];
	size_t i;

	for (i = 0; i < sizeof(closed) / sizeof(closed[0]); i++)
		if ((a ^ closed[i].first) >> (32 - closed[i].bits) == 0)
			return false;
	return true;
}

static bool
is_public_6(const unsigned char octet[16])
{
	static const unsigned char zero[12];
	static const unsigned char mapped[12] = {[10] = 0xFF, [11] = 0xFF};
	static const unsigned char nat64[12] = {0, 0x64, 0xFF, 0x9B};
	static const unsigned char local_nat64[6] = {0, 0x64, 0xFF, 0x9B, 0,
	    1};
	static const unsigned char teredo[4] = {0x20, 0x01};

	/* ::, ::1 and the old compatible form all begin with 96 zero bits,
	 * and 0.0.0.0/8 is closed. */
	if (memcmp(octet, zero, 12) == 0 || memcmp(octet, mapped, 12) == 0 ||
	    memcmp(octet, nat64, 12) == 0)
		return is_public_4(octet + 12);
	if (octet[0] == 0x20 && octet[1] == 0x02)
		return is_public_4(octet + 2);
	if (memcmp(octet, local_nat64, 6) == 0 || memcmp(octet, teredo, 4) == 0
	    || (octet[0] & 0xFE) == 0xFC || octet[0] == 0xFF)
		return false;
	return octet[0] != 0xFE || (octet[1] & 0x80) == 0;
}

bool
address_is_public(const struct sockaddr *address)
{
	struct sockaddr_in four;
	struct sockaddr_in6 six;

	if (address->sa_family == AF_INET) {
		memcpy(&four, address, sizeof(four));
		return is_public_4((const unsigned char *)&four.sin_addr);
	}
	if (address->sa_family == AF_INET6) {
		memcpy(&six, address, sizeof(six));
		return is_public_6(six.sin6_addr.s6_addr);
	}
	return false;
}
