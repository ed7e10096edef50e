/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The door to libcurl, for http.c (transfers) and http_url.c (URLs) and no
 * others: both read a URL in the same way.
 */
#ifndef SAYSO_HTTP_LIBRARY_H
#define SAYSO_HTTP_LIBRARY_H

#include <curl/curl.h>

#endif
