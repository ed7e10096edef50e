/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Named, stable digests (OpenSSL's libcrypto is behind digest.c only).
 *
 * - ids of reviews: the first 128 bits of h(n), where h(0) is 32 zero bytes
 *   and h(i) = SHA-256(h(i-1), SHA-256(part i));
 * - authors: HMAC-SHA-256 where the plan names a key, else SHA-256, first
 *   64 bits;
 * - lexicon and payload digests: SHA-256 whole.
 */
#ifndef SAYSO_DIGEST_H
#define SAYSO_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum {
	DIGEST_SIZE = 32,		/* SHA-256 */
	DIGEST_HEX = 2 * DIGEST_SIZE + 1,
	DIGEST_BASE32 = 57,		/* 52 letters, padding, NUL */
	ID_SIZE = 16,
	ID_HEX = 2 * ID_SIZE + 1,
};

struct digest;		/* a running SHA-256 */

struct digest *digest_create(void);		/* NULL: no memory */
void digest_add(struct digest *d, const void *bytes, size_t length);
/* Writes the result; frees d. */
void digest_finish(struct digest *d, unsigned char result[DIGEST_SIZE]);

void digest_of(const void *bytes, size_t length,
	unsigned char result[DIGEST_SIZE]);
/* The 128-bit id of some parts, in lower-case hexadecimal; an absent part
 * counts as empty. */
void digest_id(const struct text *parts, size_t count, char hex[ID_HEX]);
/* HMAC-SHA-256; `key` may be absent, then plain SHA-256. */
void digest_keyed(struct text key, struct text value,
	unsigned char result[DIGEST_SIZE]);

void digest_hex(const unsigned char *digest, size_t size, char *hex);
/* RFC 4648 base32 with padding, as WARC writes digests. */
void digest_base32(const unsigned char digest[DIGEST_SIZE],
	char to[DIGEST_BASE32]);

#endif
