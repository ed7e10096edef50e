/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visit.h"

#include <string.h>
#include <strings.h>

#include "challenge.h"
#include "gzip.h"
#include "head.h"

void
visit_init(struct visit *v)
{
	memset(v, 0, sizeof(*v));
	buffer_init(&v->decoded, VISIT_PAGE_MAX);
}

void
visit_release(struct visit *v)
{
	buffer_release(&v->decoded);
}

void
visit_forget(struct visit *v)
{
	v->page = (struct text){"", 0};
	if (v->decoded.capacity > VISIT_KEPT)
		buffer_release(&v->decoded);
}

void
visit_begin(struct visit *v, const char *url, struct host *h)
{
	size_t length = strnlen(url, sizeof(v->url) - 1);

	if (url != v->url) {
		memcpy(v->url, url, length);
		v->url[length] = '\0';
	}
	v->host = h;
	v->tries = v->redirects = 0;
	v->under_way = false;
}

/* Counts the failure and sets the time of the next try. */
static enum visit_end
again(struct visit *v, int64_t wait_ms, int64_t now_ms, struct complaint *c)
{
	bool stopped = host_failed(v->host);

	v->tries++;
	if (v->tries >= POLITENESS_TRIES)
		return VISIT_FAILED;
	if (stopped) {
		complain(c, 0, "%s does not answer: left alone for this run",
		    v->host->name);
		return VISIT_FAILED;
	}
	v->host->not_before = now_ms + wait_ms;
	return VISIT_AGAIN;
}

static enum visit_end
deferred(struct visit *v, int64_t seconds, int64_t wall, struct complaint *c)
{
	v->wait_s = seconds;
	v->host->blocked_until = wall + seconds;
	complain(c, 0, "%s asks to wait %lld s", v->host->name,
	    (long long)seconds);
	return VISIT_DEFERRED;
}

/* 0 decoded, 1 the coding breaks off or is damaged: another try may be
 * better, -1 never. */
static int
page_decode(struct visit *v, const struct http_reply *reply,
	struct complaint *c)
{
	struct text coding = head_field(reply->head, "Content-Encoding");
	int result;

	buffer_clear(&v->decoded);
	v->page = reply->body;
	if (coding.length == 0 || reply->body.length == 0 ||
	    (coding.length == 8 &&
	    strncasecmp(coding.bytes, "identity", 8) == 0))
		return 0;
	if ((coding.length == 4 && strncasecmp(coding.bytes, "gzip", 4) == 0)
	    || (coding.length == 6 &&
	    strncasecmp(coding.bytes, "x-gzip", 6) == 0))
		result = gzip_inflate(&v->decoded, reply->body.bytes,
		    reply->body.length, c);
	else if (coding.length == 7 &&
	    strncasecmp(coding.bytes, "deflate", 7) == 0)
		result = gzip_inflate_deflate(&v->decoded, reply->body.bytes,
		    reply->body.length, c);
	else
		return complain(c, 0, "content coding %.*s was not asked for",
		    coding.length > 40 ? 40 : (int)coding.length,
		    coding.bytes);
	v->page = (struct text){v->decoded.length > 0 ? v->decoded.bytes : "",
	    v->decoded.length};
	if (result == 0)
		return 0;
	/* What grows past the limits will do so again. */
	if (v->decoded.failed || v->decoded.length > GZIP_RATIO_FREE)
		return -1;
	return 1;
}

/* The page can stay coded: it came whole, ends as it should, and is no
 * challenge. */
static bool
stays_coded(const struct visit *v, const struct http_reply *reply)
{
	struct text head = reply->head;

	return v->unread && reply->status == 200 &&
	    (head_length(head) >= 0 ||
	    !text_is_absent(head_field(head, "Transfer-Encoding"))) &&
	    text_is(head_field(head, "Content-Encoding"), "gzip") &&
	    !challenge_may_be(200, gzip_stated(reply->body.bytes,
	    reply->body.length));
}

static enum visit_end
redirect(struct visit *v, const struct http_reply *reply, struct complaint *c)
{
	struct text location = head_field(reply->head, "Location");
	char target[HTTP_URL], written[HTTP_URL];

	if (location.length == 0 || location.length >= sizeof(written)) {
		complain(c, 0, "status %d without a usable Location",
		    reply->status);
		return VISIT_FAILED;
	}
	if (++v->redirects > VISIT_REDIRECTS) {
		complain(c, 0, "more than %d redirects", VISIT_REDIRECTS);
		return VISIT_FAILED;
	}
	memcpy(written, location.bytes, location.length);
	written[location.length] = '\0';
	if (strlen(written) != location.length ||
	    http_url_read(v->url, written, target, c) != 0)
		return VISIT_FAILED;
	if (strncmp(v->url, "https:", 6) == 0 &&
	    strncmp(target, "https:", 6) != 0) {
		complain(c, 0, "redirect from https to http");
		return VISIT_FAILED;
	}
	memcpy(v->url, target, strlen(target) + 1);
	v->tries = 0;
	return VISIT_MOVED;
}

static bool
is_retryable(int status)
{
	return status == 408 || status == 425 || status == 429 ||
	    status >= 500;
}

/* Seconds that the server wants; -1 where it does not say. */
static int64_t
wanted_wait(struct visit *v, const struct http_reply *reply, int64_t wall)
{
	int64_t seconds = head_retry_after(reply->head, wall);

	if (seconds < 0 && reply->status == 429) {
		seconds = (int64_t)POLITENESS_STRIKE_S << v->host->strikes;
		if (v->host->strikes < 10)
			v->host->strikes++;
	}
	return seconds;
}

static enum visit_end
answer_take(struct visit *v, const struct http_reply *reply,
	struct politeness *p, int64_t now_ms, int64_t wall,
	struct complaint *c)
{
	struct complaint damage = {0};
	int decoded = 0;
	int64_t wait;

	if (stays_coded(v, reply))
		v->page = (struct text){"", 0};
	else
		decoded = page_decode(v, reply, &damage);
	if (challenge_is(reply->status, reply->head, v->page)) {
		complain(c, 0, "status %d: a challenge page", reply->status);
		return VISIT_BLOCKED;
	}
	if (is_retryable(reply->status) || reply->status / 100 == 3) {
		wait = wanted_wait(v, reply, wall);
		if (wait > POLITENESS_PATIENCE_S)
			return deferred(v, wait, wall, c);
		if (is_retryable(reply->status)) {
			complain(c, 0, "status %d", reply->status);
			return again(v, wait >= 0 ? 1000 * wait :
			    politeness_backoff(p, v->tries + 1), now_ms, c);
		}
		host_answered(v->host);
		if (wait > 0)
			v->host->not_before = now_ms + 1000 * wait;
		if (reply->status != 304 && reply->status != 300 &&
		    reply->status != 305 && reply->status != 306)
			return redirect(v, reply, c);
	}
	if (decoded != 0 && reply->status / 100 == 2) {
		*c = damage;
		return decoded < 0 ? VISIT_FAILED : again(v,
		    politeness_backoff(p, v->tries + 1), now_ms, c);
	}
	host_answered(v->host);
	return VISIT_ANSWER;
}

enum visit_end
visit_take(struct visit *v, const struct http_reply *reply,
	struct politeness *p, int64_t now_ms, int64_t wall,
	struct complaint *c)
{
	v->under_way = false;
	host_end(v->host, now_ms);
	if (reply->outcome == HTTP_ANSWERED)
		return answer_take(v, reply, p, now_ms, wall, c);
	complain(c, 0, "%s", reply->reason);
	if (reply->outcome == HTTP_REFUSED)
		return VISIT_FAILED;
	return again(v, politeness_backoff(p, v->tries + 1), now_ms, c);
}
