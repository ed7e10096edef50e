/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan_hosts.h"

#include <string.h>
#include <strings.h>

static int
read_host(const struct strict *s, const struct json *v, struct plan_host *h)
{
	const struct json *streams, *delay, *daily;
	const struct json_key key[] = {
		{"streams", JSON_NUMBER, &streams},
		{"delay_ms", JSON_NUMBER, &delay},
		{"daily", JSON_NUMBER, &daily},
	};

	*h = (struct plan_host){.streams = 1, .delay_ms = -1};
	if (json_type(v) != JSON_OBJECT)
		return strict_fault(s, v, "a host is an object of streams, "
		    "delay_ms and daily");
	return strict_keys(s, v, key, sizeof(key) / sizeof(key[0])) < 0 ||
	    strict_name(s, v, &h->name) < 0 ||
	    strict_number(s, streams, 1, PLAN_STREAMS_OF_HOST,
	    &h->streams) < 0 ||
	    strict_number(s, delay, 0, PLAN_DELAY_MAX, &h->delay_ms) < 0 ||
	    strict_number(s, daily, 1, PLAN_DAILY_MAX, &h->daily) < 0 ?
	    -1 : 0;
}

int
plan_hosts_read(const struct strict *s, const struct json *v, struct plan *p)
{
	struct plan_host *host;
	const struct json *m;

	if (json_count(v) > PLAN_HOSTS_MAX)
		return strict_fault(s, v, "more than %d hosts",
		    (int)PLAN_HOSTS_MAX);
	host = arena_take(s->arena, (json_count(v) + 1) * sizeof(*host));
	if (host == NULL)
		return strict_no_memory(s);
	p->host = host;
	for (m = json_first(v); m != NULL; m = json_next(m), host++) {
		if (read_host(s, m, host) < 0)
			return -1;
		p->host_count++;
	}
	return 0;
}

const struct plan_host *
plan_host_find(const struct plan *p, const char *name)
{
	size_t i;

	for (i = 0; i < p->host_count; i++)
		if (strcasecmp(p->host[i].name, name) == 0)
			return &p->host[i];
	return NULL;
}
