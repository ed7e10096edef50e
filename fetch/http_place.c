/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "http.h"

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
