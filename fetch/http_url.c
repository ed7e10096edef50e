/* SPDX-License-Identifier: GPL-3.0-or-later */
/* URLs: their normal form, and where they lead. */
#include "http.h"

#include <string.h>

#include "http_library.h"

static void
host_lower(char *url)
{
	char *at = strstr(url, "://");

	for (at = at == NULL ? url : at + 3; *at != '\0' &&
	    strchr("/?#", *at) == NULL; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at - 'A' + 'a');
}

static bool
url_has(CURLU *u, CURLUPart part)
{
	char *value = NULL;
	bool has = curl_url_get(u, part, &value, 0) == CURLUE_OK;

	curl_free(value);
	return has;
}

/* What the URL must and must not be, whoever wrote it; NULL or a reason. */
static const char *
url_fault(CURLU *u)
{
	char *scheme = NULL, *host = NULL;
	const char *fault = NULL;

	if (curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK ||
	    (strcmp(scheme, "http") != 0 && strcmp(scheme, "https") != 0))
		fault = "neither http nor https";
	else if (curl_url_get(u, CURLUPART_HOST, &host, 0) != CURLUE_OK ||
	    strlen(host) > HTTP_HOST_MAX)
		fault = "no host has so long a name";
	curl_free(scheme);
	curl_free(host);
	return fault;
}

static int
url_write(CURLU *u, const char *written, char to[HTTP_URL],
	struct complaint *c)
{
	char quoted[COMPLAINT_VALUE_MAX + 8];
	const char *fault = url_fault(u);
	char *whole = NULL;
	int result = 0;

	/* Not quoted: it may be somebody's password. */
	if (url_has(u, CURLUPART_USER) || url_has(u, CURLUPART_PASSWORD))
		return complain(c, 0, "credentials do not belong into a URL");
	if (fault != NULL)
		return complain(c, 0, "%s: %s", complaint_value(quoted,
		    written, strlen(written)), fault);
	curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0);
	if (curl_url_get(u, CURLUPART_URL, &whole, CURLU_PUNYCODE |
	    CURLU_NO_DEFAULT_PORT) != CURLUE_OK)
		result = complain(c, 0, "%s: no URL (a host that is not "
		    "ASCII is written as xn--...)", complaint_value(quoted,
		    written, strlen(written)));
	else if (strlen(whole) >= HTTP_URL)
		result = complain(c, 0, "%s: longer than %d bytes",
		    complaint_value(quoted, written, strlen(written)),
		    HTTP_URL - 1);
	else {
		memcpy(to, whole, strlen(whole) + 1);
		host_lower(to);
	}
	curl_free(whole);
	return result;
}

int
http_url_read(const char *base, const char *url, char to[HTTP_URL],
	struct complaint *c)
{
	CURLU *u = curl_url();
	char quoted[COMPLAINT_VALUE_MAX + 8];
	int result;

	if (u == NULL)
		return complain(c, 0, "no memory for a URL");
	if ((base != NULL && curl_url_set(u, CURLUPART_URL, base, 0) !=
	    CURLUE_OK) ||
	    curl_url_set(u, CURLUPART_URL, url, CURLU_URLENCODE |
	    CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
		result = complain(c, 0, "%s: no URL",
		    complaint_value(quoted, url, strlen(url)));
	else
		result = url_write(u, url, to, c);
	curl_url_cleanup(u);
	return result;
}

/* A normal form has exactly one shape, so cutting it needs no parser. */
const char *
http_url_place(const char *url, struct http_place *to)
{
	const char *begin = strstr(url, "://"), *end, *port;
	size_t length;

	memset(to, 0, sizeof(*to));
	if (begin == NULL)
		return url;
	begin += 3;
	end = begin + strcspn(begin, "/?#");
	length = (size_t)(end - url);
	memcpy(to->origin, url, length < HTTP_URL ? length : HTTP_URL - 1);
	to->secure = strncmp(url, "https:", 6) == 0;
	length = (size_t)(end - begin);
	if (length >= sizeof(to->authority))
		length = sizeof(to->authority) - 1;
	memcpy(to->authority, begin, length);
	port = to->authority[0] == '[' ? strchr(to->authority, ']') :
	    to->authority;
	port = port == NULL ? NULL : strchr(port, ':');
	if (port != NULL)
		length = (size_t)(port - to->authority);
	if (length >= sizeof(to->host))
		length = sizeof(to->host) - 1;
	memcpy(to->host, to->authority, length);
	return end;
}
