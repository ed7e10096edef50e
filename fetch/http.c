/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http.h"

#include <limits.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "http_library.h"

enum {
	/* More memory than that is given back after use. */
	KEPT_HEAD = 16 << 10, KEPT_BODY = 256 << 10, KEPT_HEAP = 4 << 20,
	DNS_CACHE_S = 300,
};

/* The library takes 16 KiB and more for each request and gives them back: at
 * the end of the heap they would go to the system and come again, page by
 * page, one for each page fetched. */
static void
keep_some_memory(void)
{
#ifdef M_TRIM_THRESHOLD
	mallopt(M_TRIM_THRESHOLD, KEPT_HEAP);
#endif
}

struct http *
http_create(const char *const *allow_private, size_t count,
	struct complaint *c)
{
	struct http *h = calloc(1, sizeof(*h));

	if (h == NULL || curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (h->multi = curl_multi_init()) == NULL) {
		complain(c, 0, "the network library does not start");
		free(h);
		return NULL;
	}
	keep_some_memory();
	h->allow_private = allow_private;
	h->allow_count = count;
	curl_multi_setopt(h->multi, CURLMOPT_MAXCONNECTS,
	    (long)HTTP_WINDOW + 4);
	return h;
}

static void
transfer_clear(struct http *h, struct transfer *t)
{
	if (!t->busy)
		return;
	curl_multi_remove_handle(h->multi, t->easy);
	curl_slist_free_all(t->fields);
	t->fields = NULL;
	free(t->host);
	t->host = NULL;
	if (t->body.capacity > KEPT_BODY)
		buffer_release(&t->body);
	if (t->head.capacity > KEPT_HEAD)
		buffer_release(&t->head);
	t->busy = false;
	h->under_way--;
}

void
http_free(struct http *h)
{
	size_t i;

	if (h == NULL)
		return;
	for (i = 0; i < HTTP_WINDOW; i++) {
		struct transfer *t = &h->transfer[i];

		transfer_clear(h, t);
		buffer_release(&t->head);
		buffer_release(&t->body);
		curl_easy_cleanup(t->easy);
	}
	curl_multi_cleanup(h->multi);
	curl_global_cleanup();
	free(h);
}

bool
http_has_room(const struct http *h)
{
	return h->under_way < HTTP_WINDOW;
}

static int
field_add(struct transfer *t, const struct http_field *f, struct complaint *c)
{
	char line[HTTP_FIELD_MAX];
	struct curl_slist *grown;
	size_t i, name = strlen(f->name);

	for (i = 0; i < f->value.length; i++)
		if ((unsigned char)f->value.bytes[i] < ' ' &&
		    f->value.bytes[i] != '\t')
			return complain(c, 0, "control character in the "
			    "value of header %.80s", f->name);
	if (strpbrk(f->name, "\r\n: ") != NULL || name == 0 ||
	    name + f->value.length + 3 > sizeof(line))
		return complain(c, 0, "header %.80s cannot be sent", f->name);
	/* `Name;` is how libcurl sends a field without a value. */
	memcpy(line, f->name, name);
	strcpy(line + name, f->value.length == 0 ? ";" : ": ");
	if (f->value.length > 0) {
		memcpy(line + name + 2, f->value.bytes, f->value.length);
		line[name + 2 + f->value.length] = '\0';
	}
	grown = curl_slist_append(t->fields, line);
	if (grown == NULL)
		return complain(c, 0, "no memory for headers");
	t->fields = grown;
	return 0;
}

/* What is the same for all requests; a POST leaves more behind.  An option
 * that the library does not know must end the run: each of them keeps a
 * promise. */
static bool
transfer_prepare(struct transfer *t)
{
	static const struct { CURLoption option; long value; } number[] = {
		{CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1},
		{CURLOPT_FOLLOWLOCATION, 0},
		{CURLOPT_NETRC, CURL_NETRC_IGNORED},
		{CURLOPT_NOSIGNAL, 1},
		/* A name server that hangs must not hold up the way out. */
		{CURLOPT_QUICK_EXIT, 1},
		{CURLOPT_SSL_VERIFYPEER, 1},
		{CURLOPT_SSL_VERIFYHOST, 2},
		{CURLOPT_CONNECTTIMEOUT_MS, HTTP_CONNECT_MS},
		{CURLOPT_TIMEOUT_MS, HTTP_TOTAL_MS},
		{CURLOPT_LOW_SPEED_LIMIT, HTTP_LOW_BPS},
		{CURLOPT_LOW_SPEED_TIME, HTTP_LOW_S},
		{CURLOPT_DNS_CACHE_TIMEOUT, DNS_CACHE_S},
	};
	CURL *e = t->easy;
	size_t i;

	if (t->prepared)
		return true;
	curl_easy_reset(e);
	for (i = 0; i < sizeof(number) / sizeof(number[0]); i++)
		if (curl_easy_setopt(e, number[i].option, number[i].value) !=
		    CURLE_OK)
			return false;
	curl_easy_setopt(e, CURLOPT_OPENSOCKETDATA, t);
	curl_easy_setopt(e, CURLOPT_HEADERFUNCTION, http_on_head);
	curl_easy_setopt(e, CURLOPT_HEADERDATA, t);
	curl_easy_setopt(e, CURLOPT_WRITEFUNCTION, http_on_body);
	curl_easy_setopt(e, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(e, CURLOPT_PRIVATE, t);
	t->prepared = curl_easy_setopt(e, CURLOPT_OPENSOCKETFUNCTION,
	    http_on_socket) == CURLE_OK &&
	    curl_easy_setopt(e, CURLOPT_PROTOCOLS_STR, "http,https") ==
	    CURLE_OK &&
	    curl_easy_setopt(e, CURLOPT_PROXY, "") == CURLE_OK;
	return t->prepared;
}

/* A POST without the "Expect" that would cost a round trip. */
static bool
content_set(struct transfer *t, struct text content)
{
	CURL *e = t->easy;

	if (text_is_absent(content))
		return true;
	t->prepared = false;
	return content.length <= LONG_MAX &&
	    curl_easy_setopt(e, CURLOPT_POSTFIELDSIZE,
	    (long)content.length) == CURLE_OK &&
	    curl_easy_setopt(e, CURLOPT_COPYPOSTFIELDS, content.bytes) ==
	    CURLE_OK;
}

int
http_start(struct http *h, const struct http_request *r, struct complaint *c)
{
	struct transfer *t = h->transfer;
	struct http_place place;
	size_t i;

	while (t->busy)
		if (++t == h->transfer + HTTP_WINDOW)
			return complain(c, 0, "too many requests at once");
	if (t->easy == NULL && (t->easy = curl_easy_init()) == NULL)
		return complain(c, 0, "no memory for a request");
	http_url_place(r->url, &place);
	t->head.ceiling = HTTP_HEAD_MAX;
	buffer_clear(&t->head);
	buffer_clear(&t->body);
	t->body.ceiling = r->body_max;
	t->http = h;
	t->owner = r->owner;
	t->head_bytes = 0;
	t->fault = NULL;
	t->cut = r->cut;
	t->was_cut = t->refused = t->head_ends = t->final = false;
	t->host = strdup(place.host);
	t->busy = true;
	h->under_way++;
	for (i = 0; i < r->count; i++)
		if (field_add(t, &r->field[i], c) != 0)
			goto failed;
	if (t->host != NULL && transfer_prepare(t) &&
	    curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, t->fields) ==
	    CURLE_OK &&
	    curl_easy_setopt(t->easy, CURLOPT_URL, r->url) == CURLE_OK &&
	    content_set(t, r->content) &&
	    curl_multi_add_handle(h->multi, t->easy) == CURLM_OK)
		return 0;
	complain(c, 0, "cannot start a request");
failed:
	transfer_clear(h, t);
	return -1;
}

int
http_wait(struct http *h, int ms, struct complaint *c)
{
	int running;

	if (curl_multi_perform(h->multi, &running) != CURLM_OK)
		return complain(c, 0, "the network library gave up");
	/* What failed at once would not wake the poll. */
	if ((size_t)running < h->under_way)
		ms = 0;
	if (curl_multi_poll(h->multi, NULL, 0, ms, NULL) != CURLM_OK ||
	    curl_multi_perform(h->multi, &running) != CURLM_OK)
		return complain(c, 0, "the network library gave up");
	return 0;
}

bool
http_next(struct http *h, struct http_reply *reply)
{
	struct transfer *t;
	char *private;
	CURLMsg *m;
	int left;

	if (h->shown != NULL)
		transfer_clear(h, h->shown);
	h->shown = NULL;
	while ((m = curl_multi_info_read(h->multi, &left)) != NULL) {
		if (m->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &private);
		t = (struct transfer *)(void *)private;
		http_answer(reply, t, m->data.result);
		h->shown = t;
		return true;
	}
	return false;
}
