/* SPDX-License-Identifier: GPL-3.0-or-later */
/* http.h without a network, address.h, politeness.h. */
#include "unit.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "http.h"
#include "politeness.h"
#include "rate.h"

static bool
is_public(const char *written)
{
	struct sockaddr_storage s = {0};
	struct sockaddr_in *four = (struct sockaddr_in *)&s;
	struct sockaddr_in6 *six = (struct sockaddr_in6 *)&s;

	if (inet_pton(AF_INET, written, &four->sin_addr) == 1)
		s.ss_family = AF_INET;
	else if (inet_pton(AF_INET6, written, &six->sin6_addr) == 1)
		s.ss_family = AF_INET6;
	else
		fail_msg("%s", written);
	return address_is_public((struct sockaddr *)&s);
}

static void
private_addresses(void **state)
{
	static const char *const closed[] = {
		"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255",
		"127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1",
		"172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1",
		"255.255.255.255", "::", "::1", "::127.0.0.1",
		"::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::",
		"fc00::1", "fdff::1", "fe80::1", "febf::1", "fec0::1",
		"ff02::1", "64:ff9b:1::a00:1", "2001:0:1:2:3:4:5:6",
	};
	static const char *const open[] = {
		"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255",
		"100.128.0.0", "126.1.1.1", "128.0.0.1", "172.15.0.1",
		"172.32.0.1", "192.167.1.1", "193.0.0.1", "198.20.0.1",
		"223.255.255.255", "2a00:1450::1", "2001:4860::1", "::ffff:8.8.8.8",
		"64:ff9b::808:808", "fe00::1",
	};
	struct sockaddr_storage other = {.ss_family = AF_UNIX};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(closed) / sizeof(closed[0]); i++)
		if (is_public(closed[i]))
			fail_msg("%s", closed[i]);
	for (i = 0; i < sizeof(open) / sizeof(open[0]); i++)
		if (!is_public(open[i]))
			fail_msg("%s", open[i]);
	assert_false(address_is_public((struct sockaddr *)&other));
}

static void
urls_have_one_form(void **state)
{
	static const struct { const char *base, *in, *out; } row[] = {
		{NULL, "HTTP://Shop.Example:80/A b?q=\xC3\xA9#top",
		    "http://shop.example/A%20b?q=%c3%a9"},
		{NULL, "https://shop.example", "https://shop.example/"},
		/* blanks, which newer libraries refuse if not told */
		{NULL, "http://a.example/x y#t p", "http://a.example/x%20y"},
		{"http://a.example/x", "y z?p=q r",
		    "http://a.example/y%20z?p=q+r"},
		{NULL, "http://sh op.example/", NULL},
		{"http://a.example/x/y?z=1", "?page=2",
		    "http://a.example/x/y?page=2"},
		{"http://a.example/x/y", "../q", "http://a.example/q"},
		{"https://a.example/x", "//b.example/y",
		    "https://b.example/y"},
		{"https://a.example/x", "http://b.example:8080/",
		    "http://b.example:8080/"},
		{NULL, "ftp://a.example/", NULL},
		{NULL, "file:///etc/hostname", NULL},
		{"http://a.example/", "file:///etc/hostname", NULL},
		{NULL, "http://user:pass@a.example/", NULL},
		{NULL, "a.example", NULL},
		{NULL, "http://a.example/\r\nX: y", NULL},
		{NULL, "", NULL},
	};
	char to[HTTP_URL];
	struct complaint c;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		int result = http_url_read(row[i].base, row[i].in, to, &c);

		if ((result == 0) != (row[i].out != NULL))
			fail_msg("%s: %s", row[i].in, result == 0 ? to :
			    c.text);
		if (result == 0)
			assert_string_equal(to, row[i].out);
	}
}

/* What is taken for plain is what the library makes of it: an absolute URL
 * beside a base goes through the library. */
static void
plain_urls_are_as_the_library_writes_them(void **state)
{
	static const char *const piece[][9] = {
		{"http://", "https://", "HTTP://", "http:/", NULL},
		{"a.example", "a-b.example", "127.0.0.1", "127.1", "0x7f.1",
		    "1.2.3.256", "a..b", "A.example", NULL},
		{"", ":8080", ":80", ":443", ":0443", ":18099", ":65536",
		    NULL},
		{"", "/", "/a/b~c", "/a/../b", "/./a", "/a%2fb", "//a/",
		    "/a b", NULL},
		{"", "?", "?a=b&c=+d", "?a=%41", "?a#b", "#b", "?a=\"",
		    "?a/../b", NULL},
	};
	char url[256], fast[HTTP_URL], slow[HTTP_URL];
	struct complaint c;
	size_t at[5] = {0}, i = 0, count = 0;

	(void)state;
	while (i < 5) {
		snprintf(url, sizeof(url), "%s%s%s%s%s", piece[0][at[0]],
		    piece[1][at[1]], piece[2][at[2]], piece[3][at[3]],
		    piece[4][at[4]]);
		fast[0] = slow[0] = '\0';
		if (http_url_read(NULL, url, fast, &c) != http_url_read(
		    "http://base.example/", url, slow, &c) &&
		    strncmp(url, "http:/", 6) == 0 && url[6] == '/')
			fail_msg("%s: only in one way", url);
		if (fast[0] != '\0' && slow[0] != '\0')
			assert_string_equal(fast, slow);
		count++;
		for (i = 0; i < 5 && piece[i][++at[i]] == NULL; i++)
			at[i] = 0;
	}
	assert_int_equal(count, 4 * 8 * 7 * 8 * 8);
}

static void
urls_are_cut(void **state)
{
	struct http_place p;

	(void)state;
	assert_string_equal(http_url_place("http://a.example:81/x?y", &p),
	    "/x?y");
	assert_string_equal(p.origin, "http://a.example:81");
	assert_string_equal(p.host, "a.example");
	assert_string_equal(p.authority, "a.example:81");
	assert_false(p.secure);
	http_url_place("https://[2001:db8::1]:8443/", &p);
	assert_string_equal(p.host, "[2001:db8::1]");
	assert_true(p.secure);
}

/* Runs one request to its end. */
static enum http_outcome
ask(struct http *h, const struct http_request *request, struct complaint *c)
{
	struct http_reply reply;

	if (http_start(h, request, c) != 0)
		return HTTP_REFUSED;
	while (!http_next(h, &reply))
		assert_int_equal(http_wait(h, 1000, c), 0);
	complain(c, 0, "%s", reply.reason == NULL ? "" : reply.reason);
	return reply.outcome;
}

static void
private_hosts_are_refused(void **state)
{
	static const char *const url[] = {
		"http://127.0.0.1:9/", "http://localhost:9/",
		"http://2130706433:9/", "http://0x7f.1:9/", "http://0:9/",
		"http://[::1]:9/", "http://[::ffff:127.0.0.1]:9/",
		"http://169.254.169.254/latest/meta-data/",
	};
	const char *allowed = "127.0.0.1";
	struct http_request request = {.body_max = 1000};
	struct complaint c = {0};
	struct http *h = http_create(NULL, 0, &c);
	size_t i;

	(void)state;
	assert_non_null(h);
	for (i = 0; i < sizeof(url) / sizeof(url[0]); i++) {
		request.url = url[i];
		assert_int_equal(ask(h, &request, &c), HTTP_REFUSED);
		assert_non_null(strstr(c.text, "not public"));
	}
	http_free(h);
	/* The discard port is closed: trouble, but no refusal. */
	h = http_create(&allowed, 1, &c);
	request.url = url[0];
	assert_int_equal(ask(h, &request, &c), HTTP_BROKEN);
	http_free(h);
}

static void
header_lines_stay_lines(void **state)
{
	static const char *const bad[] = {"a\r\nX-Evil: 1", "a\nb", "\r"};
	struct http_field field = {"X-Key", {0}};
	struct http_request request = {.url = "http://127.0.0.1:9/",
	    .field = &field, .count = 1, .body_max = 1000};
	struct complaint c = {0};
	struct http *h = http_create(NULL, 0, &c);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		field.value = text_of(bad[i]);
		assert_int_equal(http_start(h, &request, &c), -1);
	}
	field = (struct http_field){"X: y\r\nZ", text_of("v")};
	assert_int_equal(http_start(h, &request, &c), -1);
	http_free(h);
}

/* A quarter of the last answer's time, three of those before. */
static void
slow_answers_make_longer_pauses(void **state)
{
	struct politeness p;
	struct host *h, *own;
	int i;

	(void)state;
	politeness_init(&p, 42);
	h = politeness_host(&p, "a.example");
	host_slow(h, 1000);
	for (i = 0; i < 40; i++) {
		host_begin(h, i * 100000, 0);
		host_end(h, i * 100000 + 8000);
	}
	assert_in_range(host_ready(h), 39 * 100000 + 8000 + 7900,
	    39 * 100000 + 16000);
	for (i = 40; i < 80; i++) {
		host_begin(h, i * 100000, 0);
		host_end(h, i * 100000 + 90000);
	}
	assert_int_equal(host_ready(h), 79 * 100000 + 90000 +
	    POLITENESS_LATENCY_MS);
	own = politeness_host(&p, "own.example");
	own->streams = 2;
	host_begin(own, 0, 0);
	assert_int_equal(host_ready(own), 0);
	host_begin(own, 0, 0);
	assert_true(host_ready(own) == INT64_MAX);
	host_end(own, 9000);
	assert_int_equal(host_ready(own), 9000);
	politeness_release(&p);
}

static void
a_day_has_its_requests(void **state)
{
	struct politeness p;
	struct host *h;

	(void)state;
	politeness_init(&p, 42);
	h = politeness_host(&p, "a.example");
	h->daily = 2;
	host_begin(h, 0, 86400 * 3 + 5);
	assert_false(host_is_spent(h, 86400 * 3 + 6));
	host_begin(h, 0, 86400 * 3 + 7);
	assert_true(host_is_spent(h, 86400 * 3 + 8));
	assert_int_equal(h->blocked_until, 86400 * 4);
	assert_false(host_is_spent(h, 86400 * 4));
	politeness_release(&p);
}

static void
limits_are_read_from_answers(void **state)
{
	static const struct { const char *fields; int64_t wait; } *k, c[] = {
		{"X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 30\r\n", 30},
		{"X-Ratelimit-Remaining: 0.0\r\nX-Ratelimit-Reset: 7\r\n", 7},
		{"X-RateLimit-Remaining: 0\r\n"
		    "X-RateLimit-Reset: 1700000060\r\n", 60},
		{"X-RateLimit-Remaining: 0\r\n"
		    "X-RateLimit-Reset: 2023-11-14T22:14:20.000Z\r\n", 60},
		{"RateLimit: limit=10, remaining=0, reset=5\r\n", 5},
		{"RateLimit: \"default\";r=0;t=9\r\n", 9},
		{"RateLimit-Remaining: 0\r\nRateLimit-Reset: 4\r\n", 4},
		{"X-RateLimit-Remaining: 1\r\nX-RateLimit-Reset: 30\r\n", 0},
		{"X-RateLimit-Remaining: 0\r\n", 0},
		{"X-RateLimit-Remaining: 0\r\n"
		    "X-RateLimit-Reset: 1600000000\r\n", 0},
		{"X-RateLimit-Remaining: 0\r\n"
		    "X-RateLimit-Reset: 99999999999999999999\r\n",
		    RATE_WAIT_MAX_S},
		{"RateLimit: \"r=0\"\r\n", 0},
	};
	char head[256];

	(void)state;
	for (k = c; k < c + sizeof(c) / sizeof(c[0]); k++) {
		snprintf(head, sizeof(head), "HTTP/1.1 200 OK\r\n%s\r\n",
		    k->fields);
		assert_int_equal(rate_wait(text_of(head), 1700000000),
		    k->wait);
	}
}

static void
hosts_are_spaced(void **state)
{
	struct politeness p;
	struct host *h, *other;
	int i;

	(void)state;
	politeness_init(&p, 42);
	h = politeness_host(&p, "a.example");
	other = politeness_host(&p, "b.example");
	assert_ptr_equal(h, politeness_host(&p, "a.example"));
	assert_ptr_not_equal(h, other);
	assert_int_equal(host_ready(h), 0);
	host_slow(h, 250);
	host_slow(h, 100);
	host_begin(h, 1000, 0);
	assert_true(host_ready(h) == INT64_MAX);
	host_end(h, 1000);
	assert_int_equal(host_ready(h), 1250);
	h->not_before = 5000;
	assert_int_equal(host_ready(h), 5000);
	assert_int_equal(host_ready(other), 0);
	for (i = 1; i < POLITENESS_FAILURES; i++)
		assert_false(host_failed(h));
	host_answered(h);
	for (i = 1; i < POLITENESS_FAILURES; i++)
		assert_false(host_failed(h));
	assert_true(host_failed(h));
	assert_true(h->stopped);
	host_slow(other, 86400 * 1000);
	assert_true(other->one_page);
	assert_int_equal(other->delay_ms, POLITENESS_CRAWL_DELAY_MS);
	politeness_release(&p);
}

static void
backoff_grows_within_its_cap(void **state)
{
	struct politeness p;
	int64_t most[12] = {0}, wait;
	int tries, i;

	(void)state;
	politeness_init(&p, 7);
	for (tries = 1; tries < 12; tries++)
		for (i = 0; i < 500; i++) {
			wait = politeness_backoff(&p, tries);
			assert_in_range(wait, 0, POLITENESS_CAP_MS);
			if (wait > most[tries])
				most[tries] = wait;
		}
	assert_in_range(most[1], 900, 999);
	assert_in_range(most[2], 1800, 1999);
	assert_in_range(most[11], 54000, 59999);
	politeness_release(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(private_addresses),
		cmocka_unit_test(urls_have_one_form),
		cmocka_unit_test(plain_urls_are_as_the_library_writes_them),
		cmocka_unit_test(urls_are_cut),
		cmocka_unit_test(private_hosts_are_refused),
		cmocka_unit_test(header_lines_stay_lines),
		cmocka_unit_test(hosts_are_spaced),
		cmocka_unit_test(slow_answers_make_longer_pauses),
		cmocka_unit_test(a_day_has_its_requests),
		cmocka_unit_test(limits_are_read_from_answers),
		cmocka_unit_test(backoff_grows_within_its_cap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
