/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review.h"

#include <stddef.h>
#include <string.h>

#include "calendar.h"
#include "jsonl.h"

/* A string unescaped, or the digits of a number, or true and false. */
static inline struct text
scalar(const struct jsonl_member *m, struct arena *a)
{
	struct text raw = m->value;

	switch (raw.bytes[0]) {
	case '"':
		return m->escaped ? jsonl_string(raw, a) :
		    (struct text){raw.bytes + 1, raw.length - 2};
	case '{': case '[': case 'n':
		return (struct text){NULL, 0};
	}
	return raw;
}

static struct text
member(const struct jsonl_object *o, const char *name, struct arena *a)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < o->count; i++)
		if (o->member[i].name.length == length &&
		    memcmp(o->member[i].name.bytes, name, length) == 0)
			return scalar(&o->member[i], a);
	return (struct text){NULL, 0};
}

/* Opens a nested object; false where the member is none. */
static bool
nested(const struct jsonl_object *o, const char *name,
	struct jsonl_object *to)
{
	struct text raw = jsonl_get(o, name);
	size_t fault;

	return !text_is_absent(raw) && raw.length > 0 &&
	    raw.bytes[0] == '{' && jsonl_scan(raw, to, &fault);
}

static int64_t
count(const struct jsonl_object *o, const char *name, int64_t absent)
{
	int64_t value;

	return jsonl_integer(jsonl_get(o, name), &value) ? value : absent;
}

static void
read_capture(struct review_capture *capture, const struct jsonl_object *o,
	struct jsonl_object *room, struct arena *a)
{
	*capture = (struct review_capture){.offset = -1};
	if (!nested(o, "capture", room))
		return;
	capture->file = member(room, "file", a);
	capture->offset = count(room, "offset", -1);
	capture->fetched = member(room, "fetched", a);
}

/* Members of a review that are one text, by the length of their name. */
enum { LENGTHS = 17, OF_A_LENGTH = 3 };
#define FIELD(name, field, said) {name, said, offsetof(struct review, field)}
static const struct field {
	const char *name;
	bool said;		/* review_read_said() reads it */
	size_t offset;		/* of its struct text in a review */
} fields[LENGTHS][OF_A_LENGTH] = {
	[2] = {FIELD("id", id, false)},
	[3] = {FIELD("url", url, false)},
	[4] = {FIELD("name", title, true), FIELD("item", item, false),
	    FIELD("kind", kind, false)},
	[5] = {FIELD("brand", brand, true)},
	[6] = {FIELD("source", source, false),
	    FIELD("author", author, false)},
	[7] = {FIELD("version", version, false)},
	[8] = {FIELD("location", location, false),
	    FIELD("verified", verified, false)},
	[9] = {FIELD("extractor", extractor, false)},
	[10] = {FIELD("reviewBody", body, true),
	    FIELD("inLanguage", language, true)},
	[11] = {FIELD("upvoteCount", upvotes, false)},
	[12] = {FIELD("dateModified", modified, false)},
	[13] = {FIELD("datePublished", published, false),
	    FIELD("positiveNotes", positive, true),
	    FIELD("negativeNotes", negative, true)},
	[16] = {FIELD("detectedLanguage", detected, true)},
};

static void
read_fields(struct review *r, const struct jsonl_object *o, bool all,
	struct arena *a)
{
	/* Of equal names the first counts, so it is read last. */
	for (size_t i = o->count; i-- > 0;) {
		const struct jsonl_member *m = &o->member[i];
		const struct field *f;
		int left = OF_A_LENGTH;

		if (m->name.length >= LENGTHS)
			continue;
		for (f = fields[m->name.length]; left > 0 && f->name != NULL;
		    f++, left--) {
			if ((!f->said && !all) || memcmp(f->name,
			    m->name.bytes, m->name.length) != 0)
				continue;
			*(struct text *)((char *)r + f->offset) = scalar(m, a);
			break;
		}
	}
}

static void
read_review(struct review *r, const struct jsonl_object *o,
	struct jsonl_object *room, struct arena *a)
{
	read_fields(r, o, true, a);
	if (nested(o, "reviewRating", room)) {
		r->rating = member(room, "ratingValue", a);
		r->best = member(room, "bestRating", a);
		r->worst = member(room, "worstRating", a);
	} else {		/* a bare number will do */
		r->rating = member(o, "reviewRating", a);
	}
	if (nested(o, "reply", room)) {
		r->reply = member(room, "text", a);
		r->reply_date = member(room, "dateCreated", a);
	}
	read_capture(&r->capture, o, room, a);
	if (nested(o, "before", room)) {
		r->before.known = true;
		r->before.stars = (int32_t)count(room, "stars", 0);
		r->before.replied = text_is(jsonl_get(room, "replied"),
		    "true");
	}
	r->first_run = member(o, "firstRun", a);
}

static void
read_aggregate(struct review_aggregate *g, const struct jsonl_object *o,
	struct jsonl_object *room, struct arena *a)
{
	g->id = member(o, "id", a);
	g->source = member(o, "source", a);
	g->kind = member(o, "kind", a);
	g->brand = member(o, "brand", a);
	g->item = member(o, "item", a);
	g->url = member(o, "url", a);
	g->rating = member(o, "ratingValue", a);
	g->best = member(o, "bestRating", a);
	g->worst = member(o, "worstRating", a);
	g->rating_count = member(o, "ratingCount", a);
	g->review_count = member(o, "reviewCount", a);
	read_capture(&g->capture, o, room, a);
}

static void
read_run(struct review_run *run, const struct jsonl_object *o,
	struct jsonl_object *room, struct arena *a)
{
	run->id = member(o, "id", a);
	run->source = member(o, "source", a);
	run->kind = member(o, "kind", a);
	run->brand = member(o, "brand", a);
	run->row = member(o, "row", a);
	run->started = member(o, "started", a);
	run->ended = member(o, "ended", a);
	run->requests = count(o, "requests", 0);
	run->pages = count(o, "pages", 0);
	run->unchanged = count(o, "unchanged", 0);
	run->unread = count(o, "unread", 0);
	run->resumed = text_is(jsonl_get(o, "resumed"), "true");
	run->stated = count(o, "stated", -1);
	run->collected = count(o, "collected", 0);
	run->stop = member(o, "stop", a);
	run->status = member(o, "status", a);
	read_capture(&run->capture, o, room, a);
}

static void
read_version(struct review *r, const char *name, const struct jsonl_object *o,
	struct jsonl_object *room, struct arena *a)
{
	if (!nested(o, name, room))
		return;
	r->rating = member(room, "ratingValue", a);
	r->best = member(room, "bestRating", a);
	r->worst = member(room, "worstRating", a);
}

static void
read_change(struct review_change *k, const struct jsonl_object *o,
	struct jsonl_object *room, struct arena *a)
{
	k->change = member(o, "change", a);
	k->row = member(o, "row", a);
	k->source = member(o, "source", a);
	k->brand = member(o, "brand", a);
	k->id = member(o, "id", a);
	k->noticed = member(o, "noticed", a);
	k->first_run = member(o, "firstRun", a);
	read_version(&k->before, "before", o, room, a);
	read_version(&k->after, "after", o, room, a);
}

static int
scan(struct text line, struct jsonl_object *o, struct complaint *c)
{
	char value[COMPLAINT_VALUE_MAX + 8];
	size_t fault;

	if (jsonl_scan(line, o, &fault))
		return 0;
	if (fault > line.length)
		fault = line.length;
	return complain(c, 0, "no JSON object: byte %zu: %s", fault,
	    complaint_value(value, line.bytes + fault, line.length - fault));
}

static enum review_line
type_of(const struct jsonl_object *o, struct arena *a)
{
	struct text type = member(o, "type", a);

	if (text_is_absent(type) || text_is(type, "Review"))
		return REVIEW_REVIEW;
	if (text_is(type, "AggregateRating"))
		return REVIEW_AGGREGATE;
	if (text_is(type, "ReviewChange"))
		return REVIEW_CHANGE;
	return text_is(type, "SourceRun") ? REVIEW_RUN : REVIEW_OTHER;
}

int
review_read(struct review_reader_line *to, struct text line, struct arena *a,
	struct complaint *c)
{
	struct jsonl_object o, room;

	memset(to, 0, sizeof(*to));
	if (scan(line, &o, c) < 0)
		return -1;
	to->type = type_of(&o, a);
	switch (to->type) {
	case REVIEW_REVIEW:
		read_review(&to->review, &o, &room, a);
		to->empty = text_is_absent(to->review.body) &&
		    text_is_absent(to->review.title) &&
		    text_is_absent(to->review.rating) &&
		    text_is_absent(to->review.positive) &&
		    text_is_absent(to->review.negative);
		break;
	case REVIEW_AGGREGATE:
		read_aggregate(&to->aggregate, &o, &room, a);
		break;
	case REVIEW_RUN:
		read_run(&to->run, &o, &room, a);
		break;
	case REVIEW_CHANGE:
		read_change(&to->change, &o, &room, a);
		break;
	case REVIEW_OTHER:
		break;
	}
	return 0;
}

int
review_read_said(struct review *to, enum review_line *type,
	struct jsonl_object *o, struct text line, struct arena *a,
	struct complaint *c)
{
	memset(to, 0, sizeof(*to));
	if (scan(line, o, c) < 0)
		return -1;
	*type = type_of(o, a);
	if (*type == REVIEW_REVIEW)
		read_fields(to, o, false, a);
	return 0;
}

void
review_version_of(struct text line, struct review_version *v)
{
	struct jsonl_object o, room;
	struct calendar_date d;
	struct text raw;
	size_t fault, start, end;
	unsigned char pair[2 * DIGEST_SIZE], capture[DIGEST_SIZE];

	*v = (struct review_version){.fetched = INT64_MIN};
	if (!jsonl_scan(line, &o, &fault))
		return;
	raw = jsonl_get(&o, "capture");
	if (nested(&o, "capture", &room)) {
		struct text fetched = jsonl_get(&room, "fetched");

		if (fetched.length > 2 && calendar_read((struct text)
		    {fetched.bytes + 1, fetched.length - 2}, &d))
			v->fetched = calendar_instant(&d);
	}
	start = end = line.length;
	if (!text_is_absent(raw)) {
		start = (size_t)(raw.bytes - line.bytes);
		end = start + raw.length;
	}
	digest_of(line.bytes, start, pair);
	digest_of(line.bytes + end, line.length - end, pair + DIGEST_SIZE);
	digest_of(pair, sizeof(pair), v->content);
	digest_of(raw.bytes, raw.length, capture);
	memcpy(v->capture, capture, sizeof(v->capture));
}

int
review_version_compare(const struct review_version *a,
	const struct review_version *b)
{
	if (a->fetched != b->fetched)
		return a->fetched < b->fetched ? -1 : 1;
	if (memcmp(a->content, b->content, DIGEST_SIZE) != 0)
		return memcmp(a->content, b->content, DIGEST_SIZE);
	return memcmp(a->capture, b->capture, sizeof(a->capture));
}

/* Decimal digits to ten-thousandths; false where they are no such number. */
static bool
ten_thousandths(struct text t, int64_t *to)
{
	int64_t value = 0, sign = 1;
	int fraction = -1;
	size_t i = 0;

	if (text_is_absent(t) || t.length == 0 || t.length > 24)
		return false;
	if (t.bytes[0] == '-') {
		sign = -1;
		i++;
	}
	if (i == t.length)
		return false;
	for (; i < t.length; i++) {
		if (t.bytes[i] == '.' && fraction < 0) {
			fraction = 0;
			continue;
		}
		if (t.bytes[i] < '0' || t.bytes[i] > '9' ||
		    value > INT64_C(100000000000))
			return false;
		if (fraction >= 4)
			continue;
		value = value * 10 + (t.bytes[i] - '0');
		if (fraction >= 0)
			fraction++;
	}
	for (fraction = fraction < 0 ? 0 : fraction; fraction < 4; fraction++)
		value *= 10;
	*to = sign * value;
	return true;
}

bool
review_stars(const struct review *r, int32_t *stars)
{
	int64_t value, best, worst;

	if (!ten_thousandths(r->rating, &value) || value < 0)
		return false;
	if (!ten_thousandths(r->best, &best))
		best = value <= 50000 ? 50000 : value <= 100000 ? 100000 :
		    1000000;
	if (!ten_thousandths(r->worst, &worst))
		worst = best == 1000000 ? 0 : 10000;
	/* worstRating "5" beside bestRating 5 is seen in the wild. */
	if (worst >= best)
		worst = best > 10000 ? 10000 : 0;
	if (value < worst && value * 2 >= worst && worst == 10000)
		value = worst;		/* half a star on a scale from 1 */
	if (value < worst || value > best)
		return false;
	*stars = (int32_t)(10000 + (value - worst) * 40000 / (best - worst));
	return true;
}
