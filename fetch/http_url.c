/* SPDX-License-Identifier: GPL-3.0-or-later */
/* URLs: their normal form, and where they lead. */
#include "http.h"

#include <stdlib.h>
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

/* ---- what is in its normal form already ---- */

/* Moves over up to three digits that are a number of 0 to 255. */
static bool
octet_read(const char **at)
{
	size_t digits = strspn(*at, "0123456789");
	int n = digits >= 1 && digits <= 3 ? atoi(*at) : 256;

	if (n > 255 || (digits > 1 && **at == '0'))
		return false;
	*at += digits;
	return true;
}

/* The length of a host name that nobody could write in another way, or of an
 * address of version 4; 0 where it is neither.  A last label that begins with
 * a letter is no number. */
static size_t
plain_host(const char *host)
{
	size_t length = strspn(host, "abcdefghijklmnopqrstuvwxyz0123456789-.");
	const char *label = host, *at = host, *dot;

	if (length == 0 || length > HTTP_HOST_MAX)
		return 0;
	if (octet_read(&at) && *at++ == '.' && octet_read(&at) &&
	    *at++ == '.' && octet_read(&at) && *at++ == '.' &&
	    octet_read(&at) && at == host + length)
		return length;
	while ((dot = memchr(label, '.', length - (size_t)(label - host))) !=
	    NULL) {
		if (dot == label)
			return 0;
		label = dot + 1;
	}
	return *label >= 'a' && *label <= 'z' ? length : 0;
}

/* Whether the library would give the URL back as it is, because nothing in it
 * can be written in two ways.  Most are so: each page's, and each page takes
 * the library longer than its digest. */
static bool
is_plain(const char *url)
{
	static const char bytes[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_.~/";
	bool secure = strncmp(url, "https://", 8) == 0;
	const char *at = url + 7 + secure, *path;
	size_t length;

	if ((!secure && strncmp(url, "http://", 7) != 0) ||
	    (length = plain_host(at)) == 0)
		return false;
	at += length;
	if (*at == ':') {
		length = strspn(++at, "0123456789");
		/* The shortest ports may be the default ones. */
		if (length < 4 || length > 5 || *at == '0' ||
		    atoi(at) > UINT16_MAX)
			return false;
		at += length;
	}
	path = at;
	at += strspn(at, bytes);
	if (*path != '/' || strstr(path, "/.") != NULL)
		return false;
	if (*at == '?' && at[1] != '\0')
		for (at++; (length = strspn(at, bytes)) > 0 || *at == '=' ||
		    *at == '&' || *at == '+'; at += length > 0 ? length : 1)
			;
	return *at == '\0' && at - url < HTTP_URL;
}

int
http_url_read(const char *base, const char *url, char to[HTTP_URL],
	struct complaint *c)
{
	char quoted[COMPLAINT_VALUE_MAX + 8];
	CURLU *u;
	int result;

	if (base == NULL && is_plain(url)) {
		memmove(to, url, strlen(url) + 1);
		return 0;
	}
	u = curl_url();
	if (u == NULL)
		return complain(c, 0, "no memory for a URL");
	/* Pages write blanks into links; newer libraries refuse them unless
	 * told. */
	if ((base != NULL && curl_url_set(u, CURLUPART_URL, base, 0) !=
	    CURLUE_OK) ||
	    curl_url_set(u, CURLUPART_URL, url, CURLU_URLENCODE |
	    CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
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

	to->origin[0] = to->host[0] = to->authority[0] = '\0';
	to->secure = false;
	if (begin == NULL)
		return url;
	begin += 3;
	end = begin + strcspn(begin, "/?#");
	length = (size_t)(end - url);
	if (length >= sizeof(to->origin))
		length = sizeof(to->origin) - 1;
	memcpy(to->origin, url, length);
	to->origin[length] = '\0';
	to->secure = strncmp(url, "https:", 6) == 0;
	length = (size_t)(end - begin);
	if (length >= sizeof(to->authority))
		length = sizeof(to->authority) - 1;
	memcpy(to->authority, begin, length);
	to->authority[length] = '\0';
	port = to->authority[0] == '[' ? strchr(to->authority, ']') :
	    to->authority;
	port = port == NULL ? NULL : strchr(port, ':');
	if (port != NULL)
		length = (size_t)(port - to->authority);
	if (length >= sizeof(to->host))
		length = sizeof(to->host) - 1;
	memcpy(to->host, to->authority, length);
	to->host[length] = '\0';
	return end;
}
