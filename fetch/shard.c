/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shard.h"

#include <arpa/inet.h>
#include <libpsl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "digest.h"

int
shard_read(struct shard *s, const char *written, struct complaint *c)
{
	char behind;

	if (strlen(written) > 11 || sscanf(written, "%d/%d%c", &s->number,
	    &s->of, &behind) != 2 || s->number < 1 || s->of < 1 ||
	    s->number > s->of || s->of > SHARD_MAX)
		return complain(c, 0, "--shard is written I/N, such as 2/3: "
		    "%.40s", written);
	return 0;
}

/* libpsl would cut an address like a name, and 10.0.0.1 would be "0.1". */
static bool
is_address(const char *host)
{
	struct in_addr ignored;

	return host[0] == '[' || inet_pton(AF_INET, host, &ignored) == 1;
}

/* The list that libpsl was built with: the same on machines of one kind. */
static const char *
registered_domain(const char *host)
{
	const char *domain = is_address(host) ? NULL :
	    psl_registrable_domain(psl_builtin(), host);

	return domain == NULL ? host : domain;
}

bool
shard_has(const struct shard *s, const char *host)
{
	unsigned char digest[DIGEST_SIZE];
	const char *domain;
	uint32_t n;

	if (s->of <= 1)
		return true;
	if (host[0] == '\0')
		return s->number == 1;
	domain = registered_domain(host);
	digest_of(domain, strlen(domain), digest);
	n = (uint32_t)digest[0] << 24 | (uint32_t)digest[1] << 16 |
	    (uint32_t)digest[2] << 8 | digest[3];
	return n % (uint32_t)s->of == (uint32_t)s->number - 1;
}
