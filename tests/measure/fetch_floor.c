/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fetch-floor keep|drop COUNT URLS FILE: what any program on libcurl must
 * spend.  Asks for the URLs, COUNT at once, through handles that are used
 * again; "drop" throws the bodies away, "keep" does what a capture cannot do
 * without: one SHA-256 of each body, and all of them into one file.  No
 * robots.txt, no ledger, no timeouts, no limits, no records.
 */
#include <curl/curl.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 256, BODY_MAX = 1 << 20, OUT = 256 << 10 };

struct transfer {
	CURL *easy;
	char *body;
	size_t length;
};

static struct {
	bool keep;
	int file;
	char out[OUT];
	size_t used;
	EVP_MD *sha256;
	EVP_MD_CTX *digest;
} floor_;

static size_t
on_body(char *bytes, size_t one, size_t length, void *data)
{
	struct transfer *t = data;

	(void)one;
	if (length > BODY_MAX - t->length)
		return 0;
	memcpy(t->body + t->length, bytes, length);
	t->length += length;
	return length;
}

static void
flush(void)
{
	if (write(floor_.file, floor_.out, floor_.used) !=
	    (ssize_t)floor_.used)
		exit(1);
	floor_.used = 0;
}

static void
keep(const struct transfer *t)
{
	unsigned char digest[EVP_MAX_MD_SIZE];

	EVP_DigestInit_ex(floor_.digest, floor_.sha256, NULL);
	EVP_DigestUpdate(floor_.digest, t->body, t->length);
	EVP_DigestFinal_ex(floor_.digest, digest, NULL);
	if (t->length + sizeof(digest) > OUT)
		exit(1);
	if (t->length + sizeof(digest) > OUT - floor_.used)
		flush();
	memcpy(floor_.out + floor_.used, digest, sizeof(digest));
	memcpy(floor_.out + floor_.used + sizeof(digest), t->body, t->length);
	floor_.used += sizeof(digest) + t->length;
}

/* False at the end of the list. */
static bool
next_begin(CURLM *multi, struct transfer *t, FILE *urls)
{
	char url[2048];

	if (fgets(url, sizeof(url), urls) == NULL)
		return false;
	url[strcspn(url, "\n")] = '\0';
	t->length = 0;
	return curl_easy_setopt(t->easy, CURLOPT_URL, url) == CURLE_OK &&
	    curl_multi_add_handle(multi, t->easy) == CURLM_OK;
}

static void
transfer_make(struct transfer *t, struct curl_slist *fields)
{
	t->easy = curl_easy_init();
	t->body = malloc(BODY_MAX);
	if (t->easy == NULL || t->body == NULL)
		exit(1);
	curl_easy_setopt(t->easy, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(t->easy, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(t->easy, CURLOPT_PRIVATE, t);
	curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, fields);
	curl_easy_setopt(t->easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(t->easy, CURLOPT_HTTP_VERSION,
	    (long)CURL_HTTP_VERSION_1_1);
}

/* Takes what has ended; returns how many of them failed. */
static int
ended_take(CURLM *multi, FILE *urls, int *under_way)
{
	struct transfer *t;
	int failed = 0, left;
	CURLMsg *m;
	char *data;

	while ((m = curl_multi_info_read(multi, &left)) != NULL) {
		failed += m->data.result != CURLE_OK;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &data);
		t = (struct transfer *)(void *)data;
		if (floor_.keep)
			keep(t);
		curl_multi_remove_handle(multi, t->easy);
		*under_way -= !next_begin(multi, t, urls);
	}
	return failed;
}

int
main(int argc, char **argv)
{
	static struct transfer transfer[MOST];
	int count = argc == 5 ? atoi(argv[2]) : 0, under_way = 0, running;
	int failed = 0, i;
	struct curl_slist *fields;
	FILE *urls;
	CURLM *multi;

	if (count < 1 || count > MOST || (urls = fopen(argv[3], "r")) == NULL)
		return 2;
	floor_.keep = strcmp(argv[1], "keep") == 0;
	floor_.file = open(argv[4], O_WRONLY | O_CREAT | O_TRUNC, 0666);
	floor_.sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
	floor_.digest = EVP_MD_CTX_new();
	curl_global_init(CURL_GLOBAL_DEFAULT);
	multi = curl_multi_init();
	curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)count + 4);
	fields = curl_slist_append(NULL, "Accept-Encoding: gzip");
	for (i = 0; i < count; i++) {
		transfer_make(&transfer[i], fields);
		under_way += next_begin(multi, &transfer[i], urls);
	}
	while (under_way > 0) {
		if (curl_multi_perform(multi, &running) != CURLM_OK)
			return 1;
		failed += ended_take(multi, urls, &under_way);
		if (under_way > 0 && curl_multi_poll(multi, NULL, 0, 1000,
		    NULL) != CURLM_OK)
			return 1;
	}
	flush();
	return failed > 0;
}
