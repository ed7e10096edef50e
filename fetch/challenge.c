/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE	/* memmem */
#include "challenge.h"

#include <stddef.h>
#include <string.h>

#include "head.h"

/* The second half also stands inside ordinary pages of guarded sites, so it
 * counts only where the status says no as well. */
static const char *const always[] = {
	"<title>Just a moment...</title>", "window._cf_chl_opt",
	"<title>Attention Required! | Cloudflare</title>",
	"<title>Access to this page has been denied",
	"<title>Pardon Our Interruption", "<title>Robot Check</title>",
	"Request unsuccessful. Incapsula incident ID",
	"Checking your browser before accessing",
	"Our systems have detected unusual traffic from your computer",
};
static const char *const refused[] = {
	"/cdn-cgi/challenge-platform/", "_Incapsula_Resource",
	"captcha-delivery.com", "px-captcha", "g-recaptcha", "h-captcha",
	"hcaptcha.com", "cf-turnstile",
};

static bool
page_has(struct text page, const char *mark)
{
	return memmem(page.bytes, page.length, mark, strlen(mark)) != NULL;
}

bool
challenge_may_be(int status, size_t length)
{
	return status != 200 || length <= CHALLENGE_LONG;
}

bool
challenge_is(int status, struct text head, struct text page)
{
	size_t i;

	if (text_is(head_field(head, "cf-mitigated"), "challenge"))
		return true;
	if (!challenge_may_be(status, page.length))
		return false;
	if (page.length > CHALLENGE_LOOK)
		page.length = CHALLENGE_LOOK;
	for (i = 0; i < sizeof(always) / sizeof(always[0]); i++)
		if (page_has(page, always[i]))
			return true;
	if (status != 401 && status != 403 && status != 429 && status != 503)
		return false;
	for (i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (page_has(page, refused[i]))
			return true;
	return false;
}
