/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing of reviews, aggregates and runs; review_read.c reads them. */
#include "review.h"

#include <string.h>

#include "jsonl.h"

/* Folds runs of blanks to one, so that a page that is only indented anew
 * does not make a new review. */
static void
digest_folded(struct text t, unsigned char result[DIGEST_SIZE],
	struct buffer *room)
{
	size_t i;
	bool blank = true;

	buffer_clear(room);
	for (i = 0; i < t.length; i++) {
		char b = t.bytes[i];
		bool is_blank = b == ' ' || b == '\n' || b == '\t' || b == '\r';

		if (!is_blank)
			buffer_add_char(room, b);
		else if (!blank)
			buffer_add_char(room, ' ');
		blank = is_blank;
	}
	if (room->length > 0 && room->bytes[room->length - 1] == ' ')
		room->length--;
	digest_of(room->bytes, room->length, result);
}

void
review_identify(struct review *r, char hex[ID_HEX])
{
	unsigned char folded[2 * DIGEST_SIZE];
	struct buffer room;

	if (!text_is_absent(r->native_id) && r->native_id.length > 0) {
		struct text parts[] = {text_of("review"), r->source,
		    r->native_id};

		digest_id(parts, 3, hex);
	} else {
		struct text parts[] = {text_of("review"), r->source, r->brand,
		    r->item, r->author, r->published,
		    {(const char *)folded, sizeof(folded)}};

		buffer_init(&room, 2 * REVIEW_TEXT_MAX);
		digest_folded(r->title, folded, &room);
		digest_folded(r->body, folded + DIGEST_SIZE, &room);
		buffer_release(&room);
		digest_id(parts, 7, hex);
	}
	r->id = (struct text){hex, ID_HEX - 1};
}

void
review_aggregate_identify(struct review_aggregate *a, char hex[ID_HEX])
{
	struct text parts[] = {text_of("aggregate"), a->source, a->brand,
	    a->item};
	const char *query;

	if (text_is_absent(a->item) && !text_is_absent(a->url)) {
		query = memchr(a->url.bytes, '?', a->url.length);
		parts[3] = (struct text){a->url.bytes, query == NULL ?
		    a->url.length : (size_t)(query - a->url.bytes)};
	}
	digest_id(parts, 4, hex);
	a->id = (struct text){hex, ID_HEX - 1};
}

/* RFC 8259 number: what may stand without quotes. */
static bool
is_number(struct text t)
{
	const char *at, *end;
	size_t digits = 0;

	if (text_is_absent(t) || t.length > 32)
		return false;
	at = t.bytes;
	end = at + t.length;
	if (at < end && *at == '-')
		at++;
	if (end - at > 1 && at[0] == '0' && at[1] != '.')
		return false;
	for (; at < end && *at >= '0' && *at <= '9'; at++)
		digits++;
	if (digits == 0)
		return false;
	if (at == end)
		return true;
	if (*at++ != '.' || at == end)
		return false;
	for (; at < end; at++)
		if (*at < '0' || *at > '9')
			return false;
	return true;
}

void
review_add_digits(struct buffer *to, const char *name, struct text value)
{
	if (!is_number(value)) {
		jsonl_add_member(to, name, value);
		return;
	}
	jsonl_add_name(to, name);
	buffer_add(to, value.bytes, value.length);
}

static void
add_capture(struct buffer *to, const struct review_capture *capture)
{
	if (text_is_absent(capture->file))
		return;
	jsonl_add_name(to, "capture");
	buffer_add_char(to, '{');
	jsonl_add_member(to, "file", capture->file);
	if (capture->offset >= 0)
		jsonl_add_member_integer(to, "offset", capture->offset);
	jsonl_add_member(to, "fetched", capture->fetched);
	buffer_add_char(to, '}');
}

static void
add_rating(struct buffer *to, const struct review *r)
{
	if (text_is_absent(r->rating))
		return;
	jsonl_add_name(to, "reviewRating");
	buffer_add_char(to, '{');
	review_add_digits(to, "ratingValue", r->rating);
	review_add_digits(to, "bestRating", r->best);
	review_add_digits(to, "worstRating", r->worst);
	buffer_add_char(to, '}');
}

static void
add_reply(struct buffer *to, const struct review *r)
{
	if (text_is_absent(r->reply) && text_is_absent(r->reply_date))
		return;
	jsonl_add_name(to, "reply");
	buffer_add_char(to, '{');
	jsonl_add_member(to, "text", r->reply);
	jsonl_add_member(to, "dateCreated", r->reply_date);
	buffer_add_char(to, '}');
}

static void
add_provenance(struct buffer *to, const struct review *r)
{
	static const char *const keys[REVIEW_KEYS] = {"inLanguage",
	    "reviewRating", "name", "reviewBody", "positiveNotes",
	    "negativeNotes", "author", "datePublished", "dateModified",
	    "reply", "upvoteCount", "location", "verified", "version"};
	bool open = false;
	size_t i;

	for (i = 0; i < REVIEW_KEYS; i++) {
		if (r->origin[i] == NULL)
			continue;
		if (!open) {
			jsonl_add_name(to, "provenance");
			buffer_add_char(to, '{');
		}
		open = true;
		jsonl_add_member(to, keys[i], text_of(r->origin[i]));
	}
	if (open)
		buffer_add_char(to, '}');
}

static void
add_doubt(struct buffer *to, unsigned doubt)
{
	static const char *const names[] = {"rating-equals-average",
	    "rating-constant", "rating-against-stars"};
	const char *before = "[";
	size_t i;

	if (doubt == 0)
		return;
	jsonl_add_name(to, "doubt");
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if ((doubt >> i & 1) == 0)
			continue;
		buffer_add_string(to, before);
		jsonl_add_string(to, text_of(names[i]), false);
		before = ",";
	}
	buffer_add_char(to, ']');
}

static int
end_line(struct buffer *to)
{
	buffer_add_string(to, "}\n");
	return to->failed ? -1 : 0;
}

int
review_write(struct buffer *to, const struct review *r)
{
	buffer_add_char(to, '{');
	jsonl_add_member(to, "id", r->id);
	jsonl_add_member(to, "source", r->source);
	jsonl_add_member(to, "kind", r->kind);
	jsonl_add_member(to, "brand", r->brand);
	jsonl_add_member(to, "item", r->item);
	jsonl_add_member(to, "url", r->url);
	jsonl_add_member(to, "inLanguage", r->language);
	jsonl_add_member(to, "detectedLanguage", r->detected);
	add_rating(to, r);
	jsonl_add_member(to, "name", r->title);
	jsonl_add_member(to, "reviewBody", r->body);
	jsonl_add_member(to, "positiveNotes", r->positive);
	jsonl_add_member(to, "negativeNotes", r->negative);
	jsonl_add_member(to, "author", r->author);
	jsonl_add_member(to, "datePublished", r->published);
	jsonl_add_member(to, "dateModified", r->modified);
	add_reply(to, r);
	review_add_digits(to, "upvoteCount", r->upvotes);
	jsonl_add_member(to, "location", r->location);
	if (text_is(r->verified, "true") || text_is(r->verified, "false")) {
		jsonl_add_name(to, "verified");
		buffer_add(to, r->verified.bytes, r->verified.length);
	}
	jsonl_add_member(to, "version", r->version);
	if (!text_is_absent(r->sub_ratings)) {
		jsonl_add_name(to, "subRatings");
		buffer_add(to, r->sub_ratings.bytes, r->sub_ratings.length);
	}
	jsonl_add_member(to, "extractor", r->extractor);
	add_provenance(to, r);
	add_doubt(to, r->doubt);
	add_capture(to, &r->capture);
	return end_line(to);
}

int
review_aggregate_write(struct buffer *to, const struct review_aggregate *a)
{
	buffer_add_char(to, '{');
	jsonl_add_member(to, "id", a->id);
	jsonl_add_member(to, "type", text_of("AggregateRating"));
	jsonl_add_member(to, "source", a->source);
	jsonl_add_member(to, "kind", a->kind);
	jsonl_add_member(to, "brand", a->brand);
	jsonl_add_member(to, "item", a->item);
	jsonl_add_member(to, "url", a->url);
	review_add_digits(to, "ratingValue", a->rating);
	review_add_digits(to, "bestRating", a->best);
	review_add_digits(to, "worstRating", a->worst);
	review_add_digits(to, "ratingCount", a->rating_count);
	review_add_digits(to, "reviewCount", a->review_count);
	add_capture(to, &a->capture);
	return end_line(to);
}

int
review_run_write(struct buffer *to, const struct review_run *run)
{
	struct text parts[] = {text_of("run"), run->row};
	char hex[ID_HEX];

	digest_id(parts, 2, hex);
	buffer_add_char(to, '{');
	jsonl_add_member(to, "id", text_of(hex));
	jsonl_add_member(to, "type", text_of("SourceRun"));
	jsonl_add_member(to, "source", run->source);
	jsonl_add_member(to, "kind", run->kind);
	jsonl_add_member(to, "brand", run->brand);
	jsonl_add_member(to, "row", run->row);
	jsonl_add_member(to, "started", run->started);
	jsonl_add_member(to, "ended", run->ended);
	jsonl_add_member_integer(to, "requests", run->requests);
	jsonl_add_member_integer(to, "pages", run->pages);
	jsonl_add_member_integer(to, "unchanged", run->unchanged);
	if (run->unread > 0)
		jsonl_add_member_integer(to, "unread", run->unread);
	if (run->resumed)
		buffer_add_string(to, ",\"resumed\":true");
	if (run->stated >= 0)
		jsonl_add_member_integer(to, "stated", run->stated);
	jsonl_add_member_integer(to, "collected", run->collected);
	jsonl_add_member(to, "stop", run->stop);
	jsonl_add_member(to, "status", run->status);
	add_capture(to, &run->capture);
	return end_line(to);
}
