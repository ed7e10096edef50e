/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct digest {
	EVP_MD_CTX *context;
};

/* Looked up once: OpenSSL takes longer for that than for a short text. */
static pthread_once_t sha256_once = PTHREAD_ONCE_INIT;
static const EVP_MD *sha256;
static pthread_key_t context_key;
static bool has_key;

static void
context_free(void *context)
{
	EVP_MD_CTX_free(context);
}

static void
sha256_find(void)
{
	sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
	if (sha256 == NULL)
		sha256 = EVP_sha256();
	has_key = pthread_key_create(&context_key, context_free) == 0;
}

/* Short texts by the million: one context a thread, used again and freed with
 * it.  NULL: none can be kept. */
static EVP_MD_CTX *
context(void)
{
	EVP_MD_CTX *kept;

	pthread_once(&sha256_once, sha256_find);
	if (!has_key)
		return NULL;
	kept = pthread_getspecific(context_key);
	if (kept == NULL && (kept = EVP_MD_CTX_new()) != NULL &&
	    pthread_setspecific(context_key, kept) != 0) {
		EVP_MD_CTX_free(kept);
		kept = NULL;
	}
	return kept;
}

struct digest *
digest_create(void)
{
	struct digest *d = malloc(sizeof(*d));

	if (d == NULL)
		return NULL;
	d->context = EVP_MD_CTX_new();
	if (d->context == NULL ||
	    EVP_DigestInit_ex(d->context, EVP_sha256(), NULL) != 1) {
		EVP_MD_CTX_free(d->context);
		free(d);
		return NULL;
	}
	return d;
}

void
digest_add(struct digest *d, const void *bytes, size_t length)
{
	EVP_DigestUpdate(d->context, bytes, length);
}

void
digest_finish(struct digest *d, unsigned char result[DIGEST_SIZE])
{
	EVP_DigestFinal_ex(d->context, result, NULL);
	EVP_MD_CTX_free(d->context);
	free(d);
}

void
digest_of(const void *bytes, size_t length, unsigned char result[DIGEST_SIZE])
{
	unsigned char digest[DIGEST_SIZE];
	EVP_MD_CTX *kept = context();

	if (length == 0)
		bytes = "";
	if (kept == NULL || EVP_DigestInit_ex(kept, sha256, NULL) != 1 ||
	    EVP_DigestUpdate(kept, bytes, length) != 1 ||
	    EVP_DigestFinal_ex(kept, digest, NULL) != 1)
		EVP_Digest(bytes, length, digest, NULL, sha256, NULL);
	memcpy(result, digest, DIGEST_SIZE);	/* result may be in bytes */
}

void
digest_keyed(struct text key, struct text value,
	unsigned char result[DIGEST_SIZE])
{
	if (text_is_absent(key))
		digest_of(value.bytes, value.length, result);
	else
		HMAC(EVP_sha256(), key.bytes, (int)key.length,
		    (const unsigned char *)value.bytes, value.length, result,
		    NULL);
}

void
digest_id(const struct text *parts, size_t count, char hex[ID_HEX])
{
	/* running, part: hashed one at a time so that nothing here can lack
	 * memory. */
	unsigned char pair[2 * DIGEST_SIZE] = {0};
	size_t i;

	for (i = 0; i < count; i++) {
		digest_of(parts[i].bytes, parts[i].length, pair + DIGEST_SIZE);
		digest_of(pair, sizeof(pair), pair);
	}
	digest_hex(pair, ID_SIZE, hex);
}

void
digest_hex(const unsigned char *digest, size_t size, char *hex)
{
	static const char digits[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < size; i++) {
		*hex++ = digits[digest[i] >> 4];
		*hex++ = digits[digest[i] & 15];
	}
	*hex = '\0';
}

void
digest_base32(const unsigned char digest[DIGEST_SIZE],
	char to[DIGEST_BASE32])
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	uint32_t bits = 0;
	int held = 0;
	size_t i, used = 0;

	for (i = 0; i < DIGEST_SIZE; i++) {
		bits = bits << 8 | digest[i];
		held += 8;
		while (held >= 5) {
			held -= 5;
			to[used++] = letters[bits >> held & 31];
		}
		bits &= (UINT32_C(1) << held) - 1;
	}
	if (held > 0)
		to[used++] = letters[bits << (5 - held) & 31];
	while (used % 8 != 0)
		to[used++] = '=';
	to[used] = '\0';
}
