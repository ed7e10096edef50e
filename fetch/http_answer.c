/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes back, as far as it is allowed to. */
#include "http.h"

#include <string.h>
#include <strings.h>

#include "address.h"
#include "head.h"
#include "http_library.h"

static size_t
refuse(struct transfer *t, const char *why)
{
	t->fault = why;
	t->refused = true;
	return 0;
}

size_t
http_on_head(char *bytes, size_t one, size_t length, void *data)
{
	struct transfer *t = data;
	struct text head;
	long status = 0;

	(void)one;
	t->head_bytes += length;
	if (t->head_bytes > HTTP_HEAD_MAX)
		return refuse(t, "more header bytes than allowed");
	/* Fields behind the body say nothing about it. */
	if (t->head_ends && t->final)
		return length;
	if (t->head_ends)
		buffer_clear(&t->head);
	if (buffer_add(&t->head, bytes, length) != 0)
		return refuse(t, "more header bytes than allowed");
	t->head_ends = length <= 2;
	if (!t->head_ends)
		return length;
	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
	t->final = status >= 200;
	head = (struct text){t->head.bytes, t->head.length};
	if (head_length(head) == -2)
		return refuse(t, "contradicting or malformed Content-Length");
	return length;
}

size_t
http_on_body(char *bytes, size_t one, size_t length, void *data)
{
	struct transfer *t = data;
	size_t room = t->body.ceiling - t->body.length;

	(void)one;
	if (length <= room)
		return buffer_add(&t->body, bytes, length) == 0 ? length : 0;
	if (!t->cut)
		return refuse(t, "body larger than allowed");
	t->was_cut = buffer_add(&t->body, bytes, room) == 0;
	return 0;
}

static bool
host_is_allowed(const struct http *h, const char *host)
{
	size_t i;

	for (i = 0; i < h->allow_count; i++)
		if (strcasecmp(host, h->allow_private[i]) == 0)
			return true;
	return false;
}

curl_socket_t
http_on_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct transfer *t = data;

	(void)purpose;
	if (!address_is_public(&address->addr) &&
	    !host_is_allowed(t->http, t->host)) {
		refuse(t, "address is not public (see allow_private)");
		return CURL_SOCKET_BAD;
	}
	return socket(address->family, address->socktype | SOCK_CLOEXEC,
	    address->protocol);
}

/* Whether another try could end better. */
static bool
is_lasting(CURLcode code)
{
	switch (code) {
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_URL_MALFORMAT:
	case CURLE_WEIRD_SERVER_REPLY:
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_CIPHER:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_BAD_CONTENT_ENCODING:
	case CURLE_FILESIZE_EXCEEDED:
		return true;
	default:
		return false;
	}
}

void
http_answer(struct http_reply *reply, const struct transfer *t, CURLcode code)
{
	long status = 0;

	*reply = (struct http_reply){.owner = t->owner};
	curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status);
	reply->status = (int)status;
	reply->head = (struct text){t->head.bytes, t->head.length};
	reply->body = (struct text){t->body.length > 0 ? t->body.bytes : "",
	    t->body.length};
	if (code == CURLE_OK || (t->was_cut && !t->refused)) {
		reply->outcome = HTTP_ANSWERED;
		return;
	}
	/* That is what libcurl says of a header line that it does not take. */
	reply->reason = t->fault != NULL ? t->fault :
	    code == CURLE_OUT_OF_MEMORY ? "a header line beyond 100 KB, or no "
	    "memory" : curl_easy_strerror(code);
	reply->outcome = t->refused || is_lasting(code) ? HTTP_REFUSED :
	    HTTP_BROKEN;
}
