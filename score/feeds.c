/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Atom feeds (RFC 4287): alerts, and complaints of the own brand that wait for
 * an answer.  Identities are made of what an entry is about, as UUIDs of
 * version 8 (RFC 9562) from its SHA-256, so that a reader sees an entry once
 * however often the feed is made.
 */
#include "summary_write.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "digest.h"
#include "shown.h"
#include "template.h"
#include "translation.h"

const char *const summary_feeds[] = {"alerts", "unanswered", NULL};

enum {
	PLAIN_MAX = 64 << 10,
	NAME_OF_ENTRY = 8 << 10,	/* bytes that an identity is made of */
};

/* ---- XML ---- */

static int
add_words(struct buffer *to, const char *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++)
		switch (bytes[i]) {
		case '&': buffer_add_string(to, "&amp;"); break;
		case '<': buffer_add_string(to, "&lt;"); break;
		case '>': buffer_add_string(to, "&gt;"); break;
		case '"': buffer_add_string(to, "&quot;"); break;
		case '\'': buffer_add_string(to, "&#39;"); break;
		default: buffer_add_char(to, bytes[i]);
		}
	return to->failed ? -1 : 0;
}

static int
add_text(struct buffer *to, const char *string, size_t limit)
{
	struct buffer plain;

	buffer_init(&plain, PLAIN_MAX);
	shown_add(&plain, text_of(string), limit);
	if (plain.length > 0)
		add_words(to, plain.bytes, plain.length);
	buffer_release(&plain);
	return to->failed ? -1 : 0;
}

static int
add_name(struct buffer *to, const char *name)
{
	return add_text(to, name, SHOWN_NAME);
}

static void
add_identity(struct buffer *to, const char *about)
{
	unsigned char d[DIGEST_SIZE];

	digest_of(about, strlen(about), d);
	d[6] = (unsigned char)((d[6] & 0x0F) | 0x80);
	d[8] = (unsigned char)((d[8] & 0x3F) | 0x80);
	buffer_add_format(to, "<id>urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x"
	    "-%02x%02x-%02x%02x%02x%02x%02x%02x</id>\n", d[0], d[1], d[2],
	    d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11], d[12],
	    d[13], d[14], d[15]);
}

/* RFC 3339; the day of the summary where the date is none. */
static void
add_time(struct buffer *to, const char *element, const char *date,
	const struct summary *s)
{
	char instant[CALENDAR_TEXT] = "1970-01-01T00:00:00Z";
	struct calendar_date d;

	if ((date != NULL && calendar_read(text_of(date), &d)) ||
	    (s->as_of != NULL && calendar_read(text_of(s->as_of), &d)))
		calendar_write_instant(calendar_instant(&d), instant);
	buffer_add_format(to, "<%s>%s</%s>\n", element, instant, element);
}

/* ---- entries ---- */

static void
add_alert(const struct writer *w, const struct summary *s,
	const struct summary_alert *a)
{
	char about[NAME_OF_ENTRY];

	snprintf(about, sizeof(about), "alert\n%s\n%s\n%s\n%s%s%s", a->brand,
	    a->source == NULL ? "" : a->source, a->what, a->first,
	    s->stream == NULL ? "" : "\n", s->stream == NULL ? "" :
	    s->stream);
	buffer_add_string(w->to, "<entry>\n");
	add_identity(w->to, about);
	buffer_add_string(w->to, "<title>");
	TEMPLATE(w, "{1}: {2}, {3} in {4}",
	    NAME_OF(figure_brand_name(a->brand)), WORDS_OF(a->what),
	    COUNT_OF(a->count), COUNTED("{1} day", "{1} days", a->window));
	buffer_add_string(w->to, "</title>\n");
	add_time(w->to, "published", a->first, s);
	add_time(w->to, "updated", a->last, s);
	buffer_add_string(w->to, "<content type=\"text\">");
	if (a->source == NULL)
		template_words(w, "all sources");
	else
		add_name(w->to, a->source);
	TEMPLATE(w, ", {1} \xE2\x80\x93 {2}", DATE_OF(a->first),
	    DATE_OF(a->last));
	TEMPLATE(w, ". {1} were expected; chance {2}.",
	    VALUE_OF(FIGURE_NUMBER, a->expected),
	    VALUE_OF(FIGURE_CHANCE, a->p));
	buffer_add_string(w->to, "</content>\n</entry>\n");
}

static void
add_links(const struct writer *w, const struct summary_quote *q)
{
	if (!shown_link(q->url, NULL))
		return;
	buffer_add_string(w->to, "<link rel=\"alternate\" href=\"");
	add_words(w->to, q->url, strlen(q->url));
	buffer_add_string(w->to, "\"/>\n");
}

static void
add_complaint(const struct writer *w, const struct summary *s,
	const struct summary_quote *q)
{
	char about[NAME_OF_ENTRY];

	snprintf(about, sizeof(about), "unanswered\n%s", q->id);
	buffer_add_string(w->to, "<entry>\n");
	add_identity(w->to, about);
	buffer_add_string(w->to, "<title>");
	add_text(w->to, q->text != NULL ? q->text : q->id, 80);
	buffer_add_string(w->to, "</title>\n");
	if (q->date != NULL)
		add_time(w->to, "published", q->date, s);
	add_time(w->to, "updated", q->date, s);
	add_links(w, q);
	buffer_add_string(w->to, "<content type=\"text\"");
	if (q->text != NULL && shown_language(q->language))
		buffer_add_format(w->to, " xml:lang=\"%s\"", q->language);
	buffer_add_char(w->to, '>');
	add_text(w->to, q->text, SHOWN_QUOTE);
	if (q->source != NULL)
		TEMPLATE(w, " \xE2\x80\x94 {1}", NAME_OF(q->source));
	if (q->rating != NULL && q->best != NULL)
		TEMPLATE(w, ", rated {1} of {2}", NAME_OF(q->rating),
		    NAME_OF(q->best));
	buffer_add_string(w->to, "</content>\n</entry>\n");
}

/* ---- feeds ---- */

static void
add_head(const struct writer *w, const struct summary *s, const char *feed,
	const char *title)
{
	const struct summary_brand *own = figure_own(s);
	char about[NAME_OF_ENTRY];

	snprintf(about, sizeof(about), "feed\n%s\n%s\n%s", feed,
	    own == NULL ? "" : own->name, s->stream == NULL ? "" : s->stream);
	buffer_add_format(w->to, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n",
	    translation_language(w->translation));
	add_identity(w->to, about);
	buffer_add_string(w->to, "<title>");
	template_words(w, title);
	if (own != NULL)
		TEMPLATE(w, ": {1}", NAME_OF(figure_brand_name(own->name)));
	if (s->stream != NULL)
		TEMPLATE(w, " ({1})", NAME_OF(s->stream));
	buffer_add_string(w->to, "</title>\n");
	add_time(w->to, "updated", NULL, s);
	buffer_add_string(w->to, "<author><name>Sayso</name></author>\n"
	    "<generator>Sayso</generator>\n");
}

int
summary_write_feed(struct buffer *to, const struct summary *s,
	const char *feed)
{
	const struct writer w = {.to = to, .translation = s->translation,
	    .words = add_words, .name = add_name, .open = "", .close = ""};
	const struct summary_brand *own = figure_own(s);
	bool alerts = strcmp(feed, "alerts") == 0;
	size_t i;

	add_head(&w, s, feed, alerts ? "Alerts" :
	    "Complaints that wait for an answer");
	for (i = 0; alerts && i < s->alert_count; i++)
		add_alert(&w, s, &s->alert[i]);
	for (i = 0; !alerts && own != NULL && i < own->open.count; i++)
		add_complaint(&w, s, &own->open.item[i]);
	buffer_add_string(to, "</feed>\n");
	return to->failed ? -1 : 0;
}
